"""The sections of a report, each a list of flowables made from a part of the disclosed view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportlab.platypus.doctemplate import PageBreak
from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import Disclosed, DisclosedOrganization, DisclosedPerson, DisclosedTestimony
from app.report import sections_style as look
from app.report.columns import in_two
from app.report.sections_chronology import Chronology
from app.report.sections_exhibits import ExhibitPages
from app.report.sections_shapes import Beside, Bookmarked, Rule, Stack
from app.report.setting import Run, Setter, Style
from app.report.texts import Texts
from app.report.timeline_drawing import Legend, timeline_flowables

#: So many rows of what is withheld stay with the end of the report.
_TAIL = 4


class Sections:
    """Makes the flowables of one report. ``width`` is that of the text block, in points."""

    def __init__(self, view: Disclosed, texts: Texts, setter: Setter, width: float) -> None:
        self._view, self._texts, self._setter, self._width = view, texts, setter, width
        self._bookmarks = 0

    def all(self) -> list[Flowable]:
        """Every section that has something to say, in order."""
        return [
            *self._opening(),
            *self._people(),
            *self._places(),
            *self._organizations(),
            *self._timeline(),
            *self._chronology(),
            *(part for testimony in self._view.testimonies for part in self._testimony(testimony)),
            *self._exhibits(),
            *self._closing(),
            *self._exhibit_pages(),
        ]

    # -- the first page ------------------------------------------------------------------------------------------------

    def _opening(self) -> Iterator[Flowable]:
        view, texts = self._view, self._texts
        yield self._text(texts.say(f"legend.{view.legend}"), look.LEGEND)
        yield self._text(texts.say("title"), look.TITLE)
        yield Rule(6, 8, color=look.ACCENT, weight=1)
        block = [
            ("case", view.case_code),
            ("recipient", texts.say("block.for", who=view.recipient) if view.recipient else None),
            ("profile", texts.word("profile", view.profile)),
            ("dated", view.dated),
            ("jurisdiction", view.jurisdiction),
            ("matters", texts.series([*map(self._matter, view.matters)]) if view.matters else None),
        ]
        for key, value in block:
            if value:
                yield self._pair(texts.say(f"block.{key}"), value, look.VALUE)
        yield Rule(8, 12)
        yield self._text(view.reason, look.REASON)
        yield self._text(texts.say("identified" if view.identified else "pseudonymised"), look.WARNING)
        yield self._text(" ".join(self._abstract()), look.LEAD)

    def _abstract(self) -> Iterator[str]:
        view, texts = self._view, self._texts
        witnesses = [person.stands_as for person in view.people if "witness" in person.roles]
        if witnesses:
            yield texts.plural("abstract.witness", len(witnesses), who=texts.series(witnesses))
        spans = [event.date.span for event in view.events if event.date]
        ends = sorted(part for span in spans for part in (span.start, span.end) if part)
        if ends:
            # a year alone reaches further than any month in it
            first, last = texts.date(ends[0]), texts.date(max(ends, key=lambda part: (*part, 99, 99)[:3]))
            key = "abstract.period_one" if first == last else "abstract.period"
            yield texts.say(key, first=first, last=last)
        counts = (("events", view.events), ("testimonies", view.testimonies), ("exhibits", view.documents))
        shown = [texts.plural(f"abstract.{key}", len(items)) for key, items in counts if items]
        if shown:
            single = len(shown) == 1 and sum(len(items) for _, items in counts) == 1
            yield texts.say("abstract.shown_one" if single else "abstract.shown", what=texts.series(shown))

    def _matter(self, matter: str) -> str:
        """Words of one's own stand as they are; what the report has a word for is spelled as that."""
        table = self._texts.table.get("matter")
        return str(table.get(matter.lower(), matter)) if isinstance(table, dict) else matter

    # -- who and where ---------------------------------------------------------------------------------------------------

    def _people(self) -> Iterator[Flowable]:
        if not self._view.people:
            return
        texts = self._texts
        rows: list[Flowable] = [self._text(texts.say("people.note"), look.NOTE)]
        for person in self._view.people:
            roles = [texts.word("role", role) for role in person.roles]
            told = " ".join(person.description)
            lead = texts.series([role for role in roles if role not in told])
            words = "; ".join([*([lead] if lead else []), *person.description])
            right: list[Flowable] = [self._text(words, look.CELL)] if words else []
            if person.risk:
                right.append(self._text(person.risk, Style(9.5, 13, italic=True)))
            rows.append(self._row(self._stands(person), right or [self._text("", look.CELL)], bold=not person.named))
        yield from self._section(texts.say("section.people"), _ended(rows))

    def _stands(self, one: DisclosedPerson | DisclosedOrganization) -> str:
        """Both forms of a descriptor, so that what stands in brackets in a text is found: "an officer [Officer]"."""
        if not one.in_text:
            return one.stands_as
        return self._texts.say("people.both", who=one.stands_as, short=one.in_text)

    def _places(self) -> Iterator[Flowable]:
        rows = [self._entry(place.stands_as, place.description, bold=True) for place in self._view.places]
        if rows:
            yield from self._section(self._texts.say("section.places"), self._in_two(rows))

    def _organizations(self) -> Iterator[Flowable]:
        texts = self._texts
        rows = []
        for organization in self._view.organizations:
            kind = texts.word("organization_kind", organization.kind) if organization.kind else ""
            words = ", ".join(word for word in (kind, organization.country or "") if word)
            rows.append(self._entry(self._stands(organization), words, bold=not organization.named))
        if rows:
            yield from self._section(texts.say("section.organizations"), self._in_two(rows))

    # -- what happened -----------------------------------------------------------------------------------------------------

    def _timeline(self) -> Iterator[Flowable]:
        drawings, undated = timeline_flowables(self._view.events, self._setter, self._texts, self._width)
        if not drawings:
            return
        parts: list[Flowable] = [Stack([Legend(self._setter, self._texts), drawings[0]]), *drawings[1:]]
        if undated:
            numbers = self._texts.series([str(number) for number in undated])
            parts.append(self._text(self._texts.say("timeline.undated", numbers=numbers), look.NOTE))
        yield from self._section(self._texts.say("section.timeline"), parts)

    def _chronology(self) -> Iterator[Flowable]:
        if self._view.events:
            table = Chronology(self._texts, self._setter, self._width).table(self._view.events)
            yield from self._section(self._texts.say("section.chronology"), [table])

    # -- what was said -----------------------------------------------------------------------------------------------------

    def _testimony(self, testimony: DisclosedTestimony) -> Iterator[Flowable]:
        texts = self._texts
        facts = [texts.say("testimony.original_language", language=texts.language_name(testimony.lang))]
        if testimony.date:
            facts.append(texts.say("testimony.given", date=testimony.date))
        lines = [", ".join(facts) + "."]
        if testimony.through_interpreter:
            lines.append(texts.say("testimony.interpreter"))
        if testimony.translation_of is not None:
            lines.append(texts.say("testimony.translation", n=testimony.translation_of))
        if testimony.record:
            lines.append(texts.word("record", testimony.record))
        lines.append(texts.word("status", testimony.status))
        opening: list[Flowable] = [
            self._text(texts.say("testimony.of", who=testimony.who), Style(11.5, 16, bold=True, space_before=2)),
            self._text(" ".join(lines), look.NOTE),
        ]
        parts: list[Flowable] = []
        unread = texts.say("testimony.unread")
        for paragraph in testimony.paragraphs:
            note = unread.lower() if paragraph.unread else None
            parts.append(self._setter.numbered(str(paragraph.n), paragraph.text, look.PARAGRAPH, note, lang=testimony.lang))
        parts = [Stack([*opening, *parts[:1]]), *parts[1:]]
        yield from self._section(texts.say("section.testimony", n=testimony.number), parts)

    def _exhibits(self) -> Iterator[Flowable]:
        texts = self._texts
        rows = []
        shown = {exhibit.number for exhibit in self._view.exhibits}
        for document in self._view.documents:
            about = texts.series([texts.say("event.number", n=number) for number in document.about])
            facts = [
                texts.word("document_kind", document.kind) if document.kind else "",
                document.date or "",
                texts.say("exhibit.issuer", who=document.issuer) if document.issuer else "",
                texts.language_name(document.lang) if document.lang else "",
                texts.say("exhibit.about", numbers=about) if about else "",
                texts.say(f"exhibit.{'shown' if document.number in shown else 'held' if document.held else 'not_held'}"),
            ]
            right = [self._text(document.title, look.CELL), self._text("; ".join(filter(None, facts)), look.NOTE)]
            rows.append(self._row(texts.say("exhibit.number", n=document.number), right, column=look.TERM_COLUMN))
        if rows:
            yield from self._section(texts.say("section.exhibits"), _ended(rows))

    # -- what is not here ----------------------------------------------------------------------------------------------------

    def _closing(self) -> Iterator[Flowable]:
        view, texts = self._view, self._texts
        tail: list[Flowable] = []
        if view.withheld:
            lead = "withheld_text.lead_pages" if view.exhibits else "withheld_text.lead"
            rows: list[Flowable] = [self._text(texts.say(lead), look.CLOSING)]
            for key in view.withheld:
                what, why = texts.withheld(key)
                rows.append(self._row(what, [self._text(why or "", look.CELL)], column=look.TERM_COLUMN))
            count = _TAIL if len(rows) > 2 * _TAIL else 0
            tail = rows[len(rows) - count :]
            yield from self._section(texts.say("section.withheld"), _ended(rows[: len(rows) - count]))
        more = [self._text(line, look.CLOSING) for line in texts.lines("more.text")]
        if view.consent_purposes:
            purposes = texts.series([texts.word("purpose", purpose) for purpose in view.consent_purposes])
            line = self._text(texts.say("consent.line", purposes=purposes), look.CLOSING)
            consent = Stack(list(self._section(texts.say("section.consent"), [line])))
            ask = Stack(list(self._section(texts.say("section.more"), more)))
            # side by side, and in one piece with some of the list above, so that the last page never holds a few lines only
            column = (self._width - look.LIST_GUTTER) / 2
            both = Beside(consent, ask, column, look.LIST_GUTTER, before=consent.getSpaceBefore())
            yield Stack([*tail, both], whole=True)
        else:
            yield Stack([*tail, *self._section(texts.say("section.more"), more)], whole=True)

    def _exhibit_pages(self) -> Iterator[Flowable]:
        if self._view.exhibits:
            parts = ExhibitPages(self._texts, self._setter, self._width, self._text).parts(self._view.exhibits)
            yield PageBreak()
            yield from self._section(self._texts.say("section.pages"), list(parts))

    # -- pieces ----------------------------------------------------------------------------------------------------------------

    def _section(self, title: str, parts: Sequence[Flowable]) -> Iterator[Flowable]:
        """A heading that stays with the first of its parts, and enters the outline."""
        self._bookmarks += 1
        heading = Bookmarked(self._text(title, look.HEADING), title, f"s{self._bookmarks}")
        rule = Rule(3, 6)
        yield Stack([heading, rule, *parts[:1]])
        yield from parts[1:]

    def _text(self, text: str, style: Style) -> Flowable:
        return self._setter.paragraph(text, style)

    def _pair(self, label: str, value: str, style: Style) -> Flowable:
        return Beside(self._text(label, look.LABEL), self._text(value, style), look.LABEL_COLUMN, look.GUTTER, after=1)

    def _row(self, left: str, right: Iterable[Flowable], bold: bool = False, column: float = look.NAME_COLUMN) -> Flowable:
        style = replace(look.CELL, bold=bold)
        return Beside(self._text(left, style), Stack(list(right)), column, look.GUTTER, before=2, after=2)

    def _entry(self, name: str, words: str, bold: bool) -> Flowable:
        """A row of a list in two columns.

        What it stands as and what may be said of it follow each other: were the sayings set below each other in a column of
        their own, the end of one and the beginning of the next could read as a name.
        """
        lead = self._texts.say("entry", name=name) + " " if words else name
        return self._setter.paragraph([Run(lead, bold=bold), Run(words)], look.ENTRY)

    def _in_two(self, rows: Sequence[Flowable]) -> list[Flowable]:
        return in_two(rows, self._width, look.LIST_GUTTER, look.LIST_AIR)


def _ended(rows: Sequence[Flowable]) -> list[Flowable]:
    """The rows of a list, the last two of which stay together: one alone on a page is lost there."""
    return [*rows[:-2], Stack(rows[-2:])] if len(rows) > 3 else list(rows)
