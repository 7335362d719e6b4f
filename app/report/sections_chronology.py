"""The chronology: a table of what happened, by whom it is told, and how certain it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import DisclosedEvent, Fact
from app.report import sections_style as look
from app.report.columns import in_two
from app.report.sections_shapes import Stack
from app.report.setting import Run, Setter, Style
from app.report.table import Band, Columns, Row, Table
from app.report.texts import Texts

_HEADS = ("number", "date", "what", "where", "source", "certainty")
_OPENING = ("“", "„", "«", "「", "『", '"')


class Chronology:
    """Makes the table of the events. ``width`` is that of the text block, in points."""

    def __init__(self, texts: Texts, setter: Setter, width: float) -> None:
        self._texts, self._setter = texts, setter
        gap = look.CHRONOLOGY_GAP
        rest = width - sum(look.CHRONOLOGY) - gap * (len(look.CHRONOLOGY) - 1)
        self._columns = Columns(tuple(column or rest for column in look.CHRONOLOGY), gap, look.CHRONOLOGY_BODY)
        self._body_width = width - self._columns.starts()[self._columns.body]

    def table(self, events: Sequence[DisclosedEvent]) -> Table:
        """The events as rows of one table, in the order of the view."""
        return Table(self._head, [self._row(event) for event in events])

    def _head(self) -> Band:
        words = [self._texts.say(f"chronology.{key}") for key in _HEADS]
        return self._band([self._cell(word, look.CELL_HEAD) for word in words])

    def _row(self, event: DisclosedEvent) -> Row:
        texts = self._texts
        # in brackets, since "5" before "May 2019" reads as a day
        number = texts.say("chronology.row", n=event.number)
        date = event.date.text if event.date else texts.say("event.no_date")
        parties = self._parties(event)
        sources = [self._texts.attributed(one.kind, one.who, one.said_on) for one in event.sources]
        others = [
            self._cell(event.place or "", look.ROW_CELL),
            self._cell("\n".join(sources), look.ROW_CELL),
            self._cell("\n".join(self._standing(event)), look.ROW_CELL),
        ]
        what = self._what(event, parties)
        beneath: list[Flowable] = []
        if parties and self._lines(what) > look.MOST_PARTIES:
            what, beneath = (
                self._what(event, ()),
                [self._setter.paragraph(texts.say("part_separator").join(parties), look.PARTIES)],
            )
        cells = [self._cell(number, look.ROW_NUMBER), self._cell(date, look.ROW_DATE), what, *others]

        def again() -> Band:
            more = [self._cell(number, look.ROW_NUMBER), self._cell(texts.say("chronology.continued"), look.ROW_AGAIN)]
            return self._band([*more, *[None] * (len(_HEADS) - len(more))])

        return Row(self._columns, self._band(cells), [*beneath, *self._body(event)], again)

    def _lines(self, cell: Flowable) -> int:
        """How many lines a cell of what happened has."""
        height = float(cell.wrap(self._columns.widths[self._columns.body], 1e6)[1])
        return round(height / look.ROW_CELL.leading)

    def _parties(self, event: DisclosedEvent) -> tuple[str, ...]:
        people = [self._with_part(who, part, "person_part") for who, part in event.people]
        organizations = [self._with_part(who, part, "organization_part") for who, part in event.organizations]
        return (*people, *organizations)

    def _what(self, event: DisclosedEvent, parties: Sequence[str]) -> Flowable:
        texts = self._texts
        lines = [Run(event.label, bold=True), *map(Run, parties)]
        if event.caused_by:
            numbers = texts.series([texts.say("event.number", n=n) for n in event.caused_by])
            lines.append(Run(texts.say("event.follows", numbers=numbers), color=look.GREY))
        return self._setter.paragraph([replace(line, text=line.text + "\n") for line in lines[:-1]] + lines[-1:], look.ROW_CELL)

    def _standing(self, event: DisclosedEvent) -> Iterator[str]:
        if event.certainty:
            yield self._texts.word("certainty", event.certainty)
        if event.corroboration_held:
            yield self._texts.say("event.corroboration")

    def _body(self, event: DisclosedEvent) -> Iterator[Flowable]:
        for paragraph in event.account:
            yield self._setter.paragraph(paragraph, look.EVENT_BODY, lang=event.account_lang)
        if not event.account and not event.facts:
            yield self._setter.paragraph(self._texts.say("event.bare"), look.PARTIES)
        facts = [self._fact(fact) for fact in event.facts]
        yield from in_two(facts, self._body_width, look.FACT_GUTTER, look.FACT_AIR)

    def _fact(self, fact: Fact) -> Flowable:
        texts = self._texts
        bare = fact.quote and not fact.value.startswith(_OPENING)
        value = texts.say("quoted", text=fact.value) if bare else fact.value
        label = texts.say("event.fact", label=fact.label)
        style = look.FACT
        if self._setter.flow(value, style).base % 2:
            # what runs from right to left keeps its own lines, so that its beginning and its end stay where they belong
            return Stack([self._cell(label, look.FACT_LABEL), self._setter.paragraph([Run(value, italic=fact.quote)], style)])
        runs = [Run(label + " ", face=look.FACT_LABEL.face, color=look.GREY), Run(value, italic=fact.quote)]
        return self._setter.paragraph(runs, style)

    def _with_part(self, who: str, part: str | None, vocabulary: str) -> str:
        return self._texts.say("with_part", who=who, part=self._texts.word(vocabulary, part)) if part else who

    def _band(self, cells: Sequence[Flowable | None]) -> Band:
        return Band(self._columns, cells)

    def _cell(self, text: str, style: Style) -> Flowable | None:
        return self._setter.paragraph(text, style) if text else None
