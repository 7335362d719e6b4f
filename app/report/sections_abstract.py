"""The abstract: half a page from the structured fields, for a reader who has a minute. No free text stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import Disclosed, DisclosedEvent
from app.report import sections_style as look
from app.report.references import References
from app.report.setting import Run, Setter
from app.report.texts import Texts

#: Of a kind with no more events than this each is told of by itself.
_MOST = 3
#: Of those at risk no more are named.
_NAMED = 6
#: So many sources of one event.
_SOURCES = 2
#: What is told of an event beside its date, place and source, by kind: fields with closed values only.
_STATEMENT = "statement-by-others"
_TELLING = {
    "detention": ("claimed_days", "detention_type", "warrant_shown", "counsel_access"),
    "family-threat": ("relative_threatened", "agency"),
    "red-notice": ("notice_kind", "arrest_claimed"),
    "protest": ("conduct",),
    "flight": ("last_arrival", "arrival_place"),
    "immigration-custody": ("facility", "notice_relied_on"),
    "property-seizure": ("owner", "value"),
    "statement-by-others": ("responded",),
}


class Abstract:
    """Makes the abstract of one view."""

    def __init__(self, view: Disclosed, texts: Texts, setter: Setter, references: References) -> None:
        self._view, self._texts, self._setter, self._references = view, texts, setter, references

    def parts(self) -> list[Flowable]:
        """The leading sentences, then an entry a kind of event in the order in which kinds first happen,
        what others stated last."""
        lead = self._texts.say("sentence_separator").join(self._lead())
        parts = [self._setter.paragraph(lead, look.LEAD)] if lead else []
        kinds = by_kind(self._view.events)
        return [*parts, *map(self._kind, kinds)]

    def _lead(self) -> Iterator[str]:
        view, texts = self._view, self._texts
        witnesses = [person.stands_as for person in view.people if "witness" in person.roles]
        if witnesses:
            yield texts.plural("abstract.witness", len(witnesses), who=texts.series(witnesses))
        risk = list(dict.fromkeys(person.stands_as for person in view.people if person.risk))
        if len(risk) > _NAMED:
            yield texts.say("abstract.risk_many")
        elif risk:
            yield texts.plural("abstract.risk", len(risk), who=texts.series(risk))
        between = period(view.events, texts)
        if between:
            first, last = between
            yield texts.say("abstract.period_one" if first == last else "abstract.period", first=first, last=last)
        exhibits = view.documents if view.shows("exhibits") else ()
        testimonies = view.testimonies if view.shows("testimonies") else ()
        counts: tuple[tuple[str, Sequence[object]], ...] = (
            ("events", view.events), ("testimonies", testimonies), ("exhibits", exhibits),
        )  # fmt: skip
        shown = [texts.plural(f"abstract.{key}", len(items)) for key, items in counts if items]
        if shown:
            single = len(shown) == 1 and sum(len(items) for _, items in counts) == 1
            yield texts.say("abstract.shown_one" if single else "abstract.shown", what=texts.series(shown))

    def _kind(self, events: Sequence[DisclosedEvent]) -> Flowable:
        texts = self._texts
        told = map(self._event, events) if len(events) <= _MOST else (self._many(events),)
        lead = texts.say("entry", name=events[0].label) + texts.say("gap")
        words = texts.say("sentence_separator").join(begun(one) + texts.say("stop") for one in told)
        return self._setter.paragraph([Run(lead, bold=True), Run(words)], look.ABSTRACT)

    def _event(self, event: DisclosedEvent) -> str:
        texts = self._texts
        facts = {fact.key: fact for fact in event.facts if fact.closed}
        when = [event.date.text if event.date else texts.say("event.no_date_inline"), event.place or ""]
        telling = [
            texts.say("abstract.fact", label=_within(facts[key].label), value=facts[key].value)
            for key in _TELLING.get(event.lane, ())
            if key in facts
        ]
        uncertain = texts.word("certainty", event.certainty) if event.certainty not in (None, "certain") else ""
        said = texts.series([*dict.fromkeys(texts.attributed(one.kind, one.who, None) for one in event.sources[:_SOURCES])])
        comma = texts.say("list_separator")
        parts = [comma.join(filter(None, when)), *telling, comma.join(filter(None, (said, uncertain)))]
        told = texts.say("part_separator").join(filter(None, parts))
        reference = self._references.events((event.number,))
        return texts.say("with_part", who=told, part=reference) if reference else told

    def _many(self, events: Sequence[DisclosedEvent]) -> str:
        texts = self._texts
        count = texts.plural("abstract.events", len(events))
        between = period(events, texts)
        if between:
            key = "abstract.many_one" if between[0] == between[1] else "abstract.many"
            count = texts.say(key, count=count, first=between[0], last=between[1])
        numbers = [event.number for event in events]
        reference = self._references.events(numbers)
        if len(reference) > look.LONGEST_REFERENCE:
            first, last = (self._references.events((number,)) for number in (numbers[0], numbers[-1]))
            reference = texts.say("reference.between", first=first, last=last)
        return texts.say("with_part", who=count, part=reference) if reference else count


def begun(text: str) -> str:
    """A text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def _within(label: str) -> str:
    """A label within a sentence; "A-number" stays as it is."""
    return label if label[1:2].isupper() or label[1:2] == "-" else label[:1].lower() + label[1:]


def by_kind(events: Sequence[DisclosedEvent]) -> list[list[DisclosedEvent]]:
    """The events of each kind, in the order of the view; the kinds in the order of the first of each.

    What others stated comes last: the reader is to know first what happened.
    """
    kinds: dict[tuple[str, str], list[DisclosedEvent]] = {}
    for event in events:
        kinds.setdefault((event.lane, event.label), []).append(event)
    return sorted(kinds.values(), key=lambda kind: kind[0].lane == _STATEMENT)


def period(events: Sequence[DisclosedEvent], texts: Texts) -> tuple[str, str] | None:
    """The first and the last of the disclosed dates, as printed."""
    spans = [event.date.span for event in events if event.date]
    ends = sorted(part for span in spans for part in (span.start, span.end) if part)
    if not ends:
        return None
    # a year alone reaches further than any month in it
    return texts.date(ends[0]), texts.date(max(ends, key=lambda part: (*part, 99, 99)[:3]))
