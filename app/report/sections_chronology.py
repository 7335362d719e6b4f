"""The chronology: a table of all that happened, a row an event: when, what, where, who says so, and how certain it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import DisclosedEvent
from app.report import sections_style as look
from app.report.setting import Run, Setter, Style
from app.report.table import Band, Columns, Row, Table
from app.report.texts import Texts

_HEADS = ("number", "date", "what", "where", "source", "certainty")


class Chronology:
    """Makes the table of the events. ``width`` is that of the text block, in points."""

    def __init__(self, texts: Texts, setter: Setter, width: float) -> None:
        self._texts, self._setter = texts, setter
        gap = look.CHRONOLOGY_GAP
        rest = width - sum(look.CHRONOLOGY) - gap * (len(look.CHRONOLOGY) - 1)
        self._columns = Columns(tuple(column or rest for column in look.CHRONOLOGY), gap, look.CHRONOLOGY_BODY)

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
        parties = parties_of(event, texts)
        said = texts.say("part_separator").join(texts.attributed(one.kind, one.who, one.said_on) for one in event.sources)
        others = [
            self._cell(event.place or "", look.ROW_CELL),
            self._cell(said, look.ROW_TEXT),
            self._cell("\n".join(standing_of(event, texts)), look.ROW_CELL),
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

        return Row(self._columns, self._band(cells), beneath, again)

    def _lines(self, cell: Flowable) -> int:
        """How many lines a cell of what happened has."""
        height = float(cell.wrap(self._columns.widths[self._columns.body], 1e6)[1])
        return round(height / look.ROW_CELL.leading)

    def _what(self, event: DisclosedEvent, parties: Sequence[str]) -> Flowable:
        lines = [Run(event.label, bold=True), *map(Run, parties)]
        return self._setter.paragraph([replace(line, text=line.text + "\n") for line in lines[:-1]] + lines[-1:], look.ROW_CELL)

    def _band(self, cells: Sequence[Flowable | None]) -> Band:
        return Band(self._columns, cells)

    def _cell(self, text: str, style: Style) -> Flowable | None:
        return self._setter.paragraph(text, style) if text else None


def parties_of(event: DisclosedEvent, texts: Texts) -> tuple[str, ...]:
    """Who had a part in an event, and which."""
    people = [_with_part(who, part, "person_part", texts) for who, part in event.people]
    organizations = [_with_part(who, part, "organization_part", texts) for who, part in event.organizations]
    return (*people, *organizations)


def standing_of(event: DisclosedEvent, texts: Texts) -> Iterator[str]:
    """How certain it is, and that there is more where the reader may know."""
    if event.certainty:
        yield texts.word("certainty", event.certainty)
    if event.corroboration_held:
        yield texts.say("event.corroboration")


def _with_part(who: str, part: str | None, vocabulary: str, texts: Texts) -> str:
    return texts.say("with_part", who=who, part=texts.word(vocabulary, part)) if part else who
