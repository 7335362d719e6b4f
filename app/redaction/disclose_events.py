"""The events and documents of a disclosed view.

Events stand in the order of their disclosed date, then of their ids: inside a disclosed period the true order would leak.
Structured fields are disclosed by what their form says that they give away; texts pass through redaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain import dates as edtf
from app.domain.case import Document, Event, FieldValue, Source
from app.redaction.disclose_testimony import shown_language
from app.redaction.disclosed import (
    DisclosedDate,
    DisclosedDocument,
    DisclosedEvent,
    DisclosedSource,
    Fact,
    Parts,
    Reference,
    Value,
)
from app.redaction.granularity import disclose_date
from app.redaction.topics import speaks_of
from app.redaction.words import words

if TYPE_CHECKING:
    from app.domain.forms import Field
    from app.redaction.disclose import Desk

_BLANK_LINE = re.compile(r"\n\s*\n")
_FIRST_PERSON = re.compile(
    r"(?<![\w'’])(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|us|[Oo]ur|[Oo]urs|[Oo]urselves)(?![\w])(?!\.\w)|[我俺咱]"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』")
_NOTES = ("interviewer_note",)
#: Fields of these kinds hold nobody's own words.
_CLOSED = ("yesno", "choice", "number", "date", "person", "organization", "place", "places", "money")


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a view while it is built: which number each of them bears."""

    listed: tuple[tuple[int, Document], ...]
    numbers: Mapping[str, int]

    def with_events(self, desk: Desk, events: Sequence[DisclosedEvent]) -> tuple[DisclosedDocument, ...]:
        """The exhibit list, once the events have their numbers."""
        numbers = _event_numbers(desk)
        rows = []
        for index, document in self.listed:
            rows.append(
                DisclosedDocument(
                    number=self.numbers[document.id],
                    title=desk.text(f"documents[{index}].title", document.title, document.lang) or "",
                    kind=document.kind,
                    date=desk.date(document.date),
                    of=disclose_date(document.date, desk.profile.dates, desk.language),
                    issuer=desk.entry(document.issuer),
                    lang=shown_language(document.lang) if document.lang else None,
                    held=document.file is not None or document.sha256 is not None,
                    about=tuple(sorted(numbers[e] for e in document.about if e in numbers and numbers[e] <= len(events))),
                )
            )
        return tuple(rows)


def disclose_documents(desk: Desk) -> Documents:
    """Number the documents by disclosed date and id, where the profile lists them at all; else those shown by choice."""
    chosen = desk.choices.documents
    pages = set(desk.choices.exhibits)
    talks = _of_talks(desk)
    shown = [
        (at, one)
        for at, one in enumerate(desk.case.documents)
        if (one.id in pages or (desk.profile.exhibits and (chosen is None or one.id in chosen)))
        and (not one.about or not set(one.about) <= desk.outside)
        and one.id not in talks
    ]
    order = sorted(
        shown,
        key=lambda entry: (_when(desk, entry[1].date), _natural(entry[1].id)),
    )
    listed = tuple(order) if desk.profile.exhibits else ()
    return Documents(listed, {document.id: number for number, (_, document) in enumerate(order, 1)})


def _of_talks(desk: Desk) -> frozenset[str]:
    """The recordings of interviews that are not told of: outside counsel all of them, else those of what consent leaves out.

    One is known by the paragraphs that are heard in it. One to which none is tied, and that is about nothing and from nobody,
    may be one where interviews were recorded: its day must not tell, since it may be finer than what is shown.
    """
    for_counsel = desk.profile.key == "counsel"
    told = [one for one in desk.case.testimonies if not for_counsel or one.id in desk.outside]
    talks = {mark.recording for one in told for mark in one.marks if mark.recording is not None}
    if not for_counsel and any(one.interview is not None and one.interview.recorded for one in told):
        untied = (one for one in desk.case.documents if one.kind == "recording" and not one.about and one.issuer is None)
        talks |= {one.id for one in untied}
    return frozenset(talks)


def disclose_events(desk: Desk, exhibits: Mapping[str, int]) -> tuple[DisclosedEvent, ...]:
    """Every event that the profile discloses, numbered in the order in which it is shown."""
    numbers = _event_numbers(desk)
    index_of = {event.id: index for index, event in enumerate(desk.case.events)}
    events = {event.id: event for event in desk.case.events}
    return tuple(
        _event(desk, index_of[event_id], events[event_id], number, numbers, exhibits) for event_id, number in numbers.items()
    )


def _event_numbers(desk: Desk) -> Mapping[str, int]:
    if desk.event_numbers is not None:
        return desk.event_numbers
    left_out = set(desk.leave_out)
    shown = [
        event
        for event in desk.case.events
        if desk.choices.shows_event(event.id)
        and event.id not in desk.outside
        and not set(desk.forms.types[event.type].topics) & left_out
    ]
    shown.sort(key=lambda event: (_when(desk, event.date), _natural(event.id)))
    desk.event_numbers = {event.id: number for number, event in enumerate(shown, 1)}
    return desk.event_numbers


def _when(desk: Desk, date: str | None) -> tuple[Any, ...]:
    """A sort key from what is disclosed of a date; what has none comes last."""
    disclosed = disclose_date(date, desk.profile.dates, desk.language)
    if disclosed is None:
        return (1,)
    start, end = disclosed.span.start, disclosed.span.end
    return (0, start or end or (), end or (9999,), disclosed.text)


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """ "e2" before "e10"."""
    pieces = re.findall(r"[0-9]+|[^0-9]+", text)
    return tuple((0, int(p), "") if p.isascii() and p.isdigit() else (1, 0, p) for p in pieces)


def _event(
    desk: Desk, index: int, event: Event, number: int, numbers: Mapping[str, int], exhibits: Mapping[str, int]
) -> DisclosedEvent:
    form = desk.forms.types[event.type]
    core = desk.profile.facts == "core"
    people = []
    for part in event.people:
        hidden = part.as_ in ("counsel", "interpreter") and "representation" in desk.leave_out
        who = None if hidden else desk.entry(part.person)
        if who is not None:
            people.append((who, part.as_))
    organizations = [
        (who, organization.as_)
        for organization in event.organizations
        if (who := desk.entry(organization.organization)) is not None
    ]
    return DisclosedEvent(
        number=number,
        lane=event.type,
        label=_label(desk, "type", event.type, form.label),
        date=disclose_date(event.date, desk.profile.dates, desk.language),
        place=_place(desk, event.place),
        people=tuple(dict.fromkeys(people)),
        organizations=tuple(dict.fromkeys(organizations)),
        facts=tuple(_facts(desk, index, event, core)),
        account=_account(desk, index, event),
        account_lang=shown_language(event.lang or desk.language),
        sources=tuple(dict.fromkeys(_sources(desk, event.sources, exhibits))),
        certainty=event.certainty,
        corroboration_held="sensitive" in desk.choices.include and event.fields.get("corroboration_held") == "yes",
        caused_by=tuple(sorted(numbers[cause] for cause in event.caused_by if cause in numbers)),
    )


def _label(desk: Desk, group: str, key: str, label: str) -> str:
    """The word for a type or a field in the report's language; as the form has it where there is none."""
    return str(words(desk.language).get(group, {}).get(key, label))


def _place(desk: Desk, place_id: str | None) -> str | None:
    """ "a village in Linhai County ([Village 1])" in the column that says where."""
    stands = desk.entry(place_id)
    if stands is None or place_id is None:
        return None
    substitute = desk.substitutes[place_id]
    return f"{substitute.description} ({stands})" if substitute.description else stands


def _account(desk: Desk, index: int, event: Event) -> tuple[str, ...]:
    before = frozenset(desk.redactor.trail.mentioned)
    text = desk.text(f"events[{index}].account", event.account, event.lang)
    if not text:
        return ()
    if not desk.profile.first_person and _FIRST_PERSON.search(_QUOTED.sub("", text)):
        desk.redactor.unread(before)
        return ()
    paragraphs = tuple(p.strip() for p in _BLANK_LINE.split(text) if p.strip())
    return () if all(p == "[…]" for p in paragraphs) else paragraphs


def _sources(desk: Desk, sources: Sequence[Source], exhibits: Mapping[str, int]) -> Iterable[DisclosedSource]:
    hide = "representation" in desk.leave_out
    for source in sources:
        kind = source.kind or "witness"
        who = desk.entry(source.person or source.organization)
        of: str | None = "person" if source.person else "organization"
        exhibit = None
        if source.document is not None:
            exhibit = exhibits.get(source.document)
            who = None if exhibit is None else words(desk.language)["document"]["exhibit"].format(number=exhibit)
            of = "document"
        if hide and (kind == "lawyer" or (source.person and desk.represents(source.person))):
            kind = "statement"
        said = disclose_date(source.said_on, desk.profile.dates, desk.language)
        yield DisclosedSource(kind, who, said.text if said else None, of if who is not None else None, exhibit, said)


def _facts(desk: Desk, index: int, event: Event, core: bool) -> Iterable[Fact]:
    table = words(desk.language)["fact"]
    include = desk.choices.include
    for form_field in desk.forms.fields_of(event.type):
        key = form_field.key
        if key not in event.fields or key in ("corroboration_held", "quote_lang"):
            continue
        wanted = "notes" if key in _NOTES else "sensitive" if form_field.sensitive else None
        if (wanted is not None and wanted not in include) or form_field.consent in desk.refused:
            continue
        if (core and not form_field.core) or set(form_field.topics) & set(desk.leave_out):
            continue
        before = frozenset(desk.redactor.trail.mentioned)
        data = _value(desk, f"events[{index}].fields.{key}", form_field, event, event.fields[key])
        value = None if data is None else _words(desk, form_field.kind, data)
        told = value is not None and value.strip() not in ("", "[…]") and not speaks_of(value, desk.leave_out)
        if told and core and not desk.profile.first_person and _FIRST_PERSON.search(_QUOTED.sub("", value or "")):
            told = False
        if data is None or value is None or not told:
            desk.redactor.unread(before)
            continue
        label = _label(desk, "field", f"{event.type}.{key}", _label(desk, "field", key, form_field.label))
        closed = form_field.kind in _CLOSED
        yield Fact(label, value, quote=form_field.kind == "quotation", key=key, data=data, closed=closed)
        if key == "claimed_days" and desk.profile.dates == "day" and event.date is not None:
            days = edtf.days_inclusive(edtf.parse(event.date))
            if days is not None:
                yield Fact(table["computed_days"], str(days))


def _value(desk: Desk, where: str, form_field: Field, event: Event, value: FieldValue) -> Value | None:
    """What may be shown of a field, as data; ``None`` for nothing."""
    kind = form_field.kind
    if kind in ("text", "narrative", "quotation"):
        lang = event.fields.get("quote_lang") if kind == "quotation" else event.lang
        return desk.text(where, str(value), str(lang) if lang else None)
    if kind in ("yesno", "choice"):
        return str(value)
    if kind == "number":
        return value if isinstance(value, int | float) else str(value)
    if kind == "date":
        return disclose_date(str(value), desk.profile.dates, desk.language)
    if kind in ("person", "organization"):
        who = desk.entry(str(value))
        return Reference(kind, who) if who is not None else None
    if kind == "place":
        return _stands(desk, value)
    if kind == "places" and isinstance(value, tuple):
        return tuple(place for one in value if (place := _stands(desk, one)) is not None)
    if kind in ("identifier", "contact"):
        shown = desk.substitutes.shown(f"number:{event.id}")
        return str(value) if shown else str(words(desk.language)["masked"][kind])
    if kind == "money" and isinstance(value, Mapping):
        on = disclose_date(str(value["on"]), desk.profile.dates, desk.language) if value.get("on") is not None else None
        amount, currency = value.get("amount"), value.get("currency")
        parts = (("amount", amount), ("currency", currency), ("on", on))
        return Parts(tuple((key, part) for key, part in parts if isinstance(part, int | float | str | DisclosedDate)))
    if kind == "legs" and isinstance(value, tuple):
        return tuple(_leg(desk, f"{where}[{n}]", form_field, leg) for n, leg in enumerate(value))
    raise TypeError(f"no rule discloses a field of kind {kind}")


def _words(desk: Desk, kind: str, data: Value) -> str:
    """The same as it is printed."""
    table = words(desk.language)["fact"]
    if isinstance(data, DisclosedDate | Reference):
        return data.text
    if isinstance(data, tuple):
        return "; ".join(_words(desk, kind, one) for one in data)
    if isinstance(data, Parts):
        held = dict(data.parts)
        return _leg_words(desk, held) if kind == "legs" else _money_words(desk, held)
    if kind == "yesno":
        return str(table[str(data)])
    if kind == "choice":
        return str(words(desk.language).get("choice", {}).get(str(data), str(data).replace("-", " ")))
    return f"{data:g}" if isinstance(data, float) else str(data)


def _stands(desk: Desk, place: object) -> Reference | None:
    stands = _place(desk, str(place))
    return Reference("place", stands) if stands is not None else None


def _money_words(desk: Desk, held: Mapping[str, Value]) -> str:
    table = words(desk.language)["fact"]
    amount, date = held.get("amount"), held.get("on")
    number = f"{amount:,}" if isinstance(amount, int | float) else ""
    template = table["money_on"] if date else table["money"]
    shown = date.text if isinstance(date, DisclosedDate) else None
    return str(template.format(amount=number, currency=held.get("currency", ""), date=shown)).strip()


def _leg(desk: Desk, where: str, form_field: Field, leg: object) -> Parts:
    if not isinstance(leg, Mapping):
        raise TypeError("a leg is an object")
    parts: list[tuple[str, Value]] = []
    for end in ("from", "to"):
        place = _stands(desk, leg[end]) if leg.get(end) else None
        if place is not None:
            parts.append((end, place))
    for part in form_field.parts:
        if part.key in ("from", "to") or part.key not in leg:
            continue
        if part.sensitive and "sensitive" not in desk.choices.include:
            continue
        shown: Value | None
        if part.kind == "date":
            shown = disclose_date(str(leg[part.key]), desk.profile.dates, desk.language)
        else:
            shown = desk.text(f"{where}.{part.key}", str(leg[part.key]))
        if shown:
            parts.append((part.key, shown))
    return Parts(tuple(parts))


def _leg_words(desk: Desk, held: Mapping[str, Value]) -> str:
    table = words(desk.language)["fact"]
    ends = {end: _words(desk, "legs", held[end]) if end in held else table["unknown_place"] for end in ("from", "to")}
    rest = [_words(desk, "legs", value) for key, value in held.items() if key not in ends]
    return ", ".join([str(table["leg"].format(**ends)), *rest])
