"""What happened, told in full: one section a kind of event, in it one entry an event.

An entry says first when and where, then who says so, who had a part, what is told of it, what its fields hold, and which
other events and exhibits belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import DisclosedEvent, Fact
from app.report import sections_style as look
from app.report.columns import in_two
from app.report.references import References
from app.report.sections_abstract import begun
from app.report.sections_chronology import parties_of, standing_of
from app.report.sections_shapes import Stack
from app.report.setting import Run, Setter, Style
from app.report.table import Band, Columns, Row, Table
from app.report.texts import Texts

_OPENING = ("“", "„", "«", "「", "『", '"')


class Details:
    """Makes the entries. ``width`` is that of the text block, in points."""

    def __init__(self, texts: Texts, setter: Setter, references: References, width: float) -> None:
        self._texts, self._setter, self._references = texts, setter, references
        gap = look.CHRONOLOGY_GAP
        self._columns = Columns((look.EVENT_COLUMN, width - look.EVENT_COLUMN - gap), gap, 1)

    @property
    def body_width(self) -> float:
        """How wide the column is in which an event is told."""
        return self._columns.widths[self._columns.body]

    def table(self, events: Sequence[DisclosedEvent]) -> Table:
        """The entries of one kind."""
        return Table(None, [self.row(event, list(self.body(event))) for event in events])

    def alone(self, event: DisclosedEvent, body: Sequence[Flowable]) -> Table:
        """One entry with a body of its own."""
        return Table(None, [self.row(event, body)])

    def row(self, event: DisclosedEvent, body: Sequence[Flowable]) -> Row:
        """An entry: its number at the left, when, where and who says so beside it, and a body beneath."""
        texts = self._texts
        number = texts.say("reference.event_one", n=event.number)
        date = event.date.text if event.date else texts.say("event.no_date")
        place = texts.say("event.place", place=event.place) if event.place else ""
        when = self._setter.paragraph([Run(date, bold=True), Run(place)], look.EVENT_HEAD)
        head: list[Flowable] = [when, *(self._cell(line, look.EVENT_SAID) for line in self._said(event))]
        parties = parties_of(event, texts)
        if parties:
            head.append(self._cell(texts.say("part_separator").join(parties), look.EVENT_PARTIES))
        band = Band(self._columns, (self._cell(number, look.EVENT_NUMBER), Stack(head)))

        def again() -> Band:
            more = texts.say("chronology.continued")
            return Band(self._columns, (self._cell(f"{number}\n{more}", look.EVENT_AGAIN), None))

        return Row(self._columns, band, list(body), again)

    def _said(self, event: DisclosedEvent) -> Iterator[str]:
        texts = self._texts
        said = texts.say("part_separator").join(self._references.attributed(one) for one in event.sources)
        standing = texts.say("list_separator").join(standing_of(event, texts))
        line = texts.say("sentence_separator").join(begun(part) + texts.say("stop") for part in (said, standing) if part)
        if line:
            yield line

    def body(self, event: DisclosedEvent, *, without: Sequence[str] = ()) -> Iterator[Flowable]:
        """What is told of an event; the facts under the keys ``without`` stand elsewhere."""
        for paragraph in event.account:
            yield self._setter.paragraph(paragraph, look.EVENT_BODY, lang=event.account_lang)
        facts = [fact for fact in event.facts if fact.key not in without]
        if not event.account and not event.facts:
            yield self._setter.paragraph(self._texts.say("event.bare"), look.PARTIES)
        yield from in_two([*map(self.fact, facts)], self.body_width, look.FACT_GUTTER, look.FACT_AIR)
        links = self.links(event)
        if links:
            yield self._setter.paragraph(self._texts.say("sentence_separator").join(links), look.LINKS)

    def links(self, event: DisclosedEvent) -> list[str]:
        """The events from which it follows and the exhibits about it."""
        follows = self._references.events(event.caused_by)
        exhibits = self._references.exhibits(self._references.about(event.number))
        lines = ((follows, "event.follows"), (exhibits, "event.exhibits"))
        return [self._texts.say(key, numbers=numbers) for numbers, key in lines if numbers]

    def fact(self, fact: Fact) -> Flowable:
        """A field: its label, and its value after it."""
        texts = self._texts
        bare = fact.quote and not fact.value.startswith(_OPENING)
        value = texts.say("quoted", text=fact.value) if bare else fact.value
        if fact.key == "responded" and fact.data == "no":
            value = texts.say("event.no_response")
        label = texts.say("event.fact", label=fact.label)
        style = look.FACT
        if self._setter.flow(value, style).base % 2:
            # what runs from right to left keeps its own lines, so that its beginning and its end stay where they belong
            return Stack([self._cell(label, look.FACT_LABEL), self._setter.paragraph([Run(value, italic=fact.quote)], style)])
        runs = [Run(label + self._texts.say("gap"), face=look.FACT_LABEL.face, color=look.GREY), Run(value, italic=fact.quote)]
        return self._setter.paragraph(runs, style)

    def _cell(self, text: str, style: Style) -> Flowable:
        return self._setter.paragraph(text, style)
