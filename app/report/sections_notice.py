"""The red notice: what it alleges, and beside it what the papers show and what others say of it.

Which papers and whose words belong to a notice follows from the links on record: the documents about it, and the events
that follow from it or that such a document is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import Disclosed, DisclosedDocument, DisclosedEvent
from app.report import sections_style as look
from app.report.references import References
from app.report.sections_abstract import begun
from app.report.sections_events import Details
from app.report.sections_shapes import Stack
from app.report.setting import Run, Setter
from app.report.table import Band, Columns, Row, Table
from app.report.texts import Texts

LANE = "red-notice"
_STATEMENT = "statement-by-others"
#: What a notice alleges, and what on its own record stands against it: each row answers the other side of the same row.
_ALLEGED = (
    ("charges", "law_article", "maximum_penalty"),
    ("conduct_alleged", "conduct_when", "part_alleged", "co_accused"),
    ("arrest_claimed",),
)
_AGAINST = (("others_convicted",), (), ("identity_errors",))
#: In the row of the conduct stands what the papers show.
_PAPERS_ROW = 1
SET_AGAINST = tuple(key for keys in (*_ALLEGED, *_AGAINST) for key in keys)
#: What an event told according to a paper is said to show.
_SHOWN = ("what", "result")
_TABLE_AIR = 10.0
_SPEAKER = "speaker"
#: A line is made of stretches.
_Lines = list[list[Run]]


class Notices:
    """Makes the entries of red notices. ``width`` is that of the text block, in points."""

    def __init__(self, view: Disclosed, texts: Texts, setter: Setter, references: References, width: float) -> None:
        self._view, self._texts, self._setter, self._references = view, texts, setter, references
        self._details = Details(texts, setter, references, width)
        half = (self._details.body_width - look.LIST_GUTTER) / 2
        self._columns = Columns((half, half), look.LIST_GUTTER, 0)

    def parts(self, events: Sequence[DisclosedEvent]) -> list[Flowable]:
        """The entries in their order."""
        return [self._details.alone(event, list(self._body(event))) for event in events]

    def _body(self, event: DisclosedEvent) -> Iterator[Flowable]:
        related = self._related(event)
        rows = list(self._rows(event, self._papers(event, related)))
        # without anything at the right there is nothing to set against each other
        beside = any(right for _, right in rows)
        yield from self._details.body(event, without=SET_AGAINST if beside else ())
        if beside:
            made = [Row(self._columns, self._band(*row), [], lambda: Band(self._columns, (None, None))) for row in rows]
            table = Table(self._head, made)
            table.spaceBefore = _TABLE_AIR
            yield table
        stated = [line for one in related if one.lane == _STATEMENT for line in self._stated(one)]
        if stated:
            yield Stack([self._setter.paragraph(self._texts.say("notice.stated"), look.SUBHEAD), stated[0]])
            yield from stated[1:]

    def _related(self, notice: DisclosedEvent) -> list[DisclosedEvent]:
        """The events that follow from the notice, or that a document about it is about too."""
        shared = {n for one in self._view.documents if notice.number in one.about for n in one.about}
        others = (event for event in self._view.events if event.lane != LANE)
        return [event for event in others if notice.number in event.caused_by or event.number in shared]

    def _papers(self, notice: DisclosedEvent, related: Sequence[DisclosedEvent]) -> list[DisclosedDocument]:
        numbers = {notice.number, *(event.number for event in related)}
        cited = {source.exhibit for event in (notice, *related) for source in event.sources}
        return [one for one in self._view.documents if numbers & set(one.about) or one.number in cited]

    # -- side by side ----------------------------------------------------------------------------------------------------

    def _head(self) -> Band:
        words = (self._texts.say("notice.alleged"), self._texts.say("notice.against"))
        return Band(self._columns, tuple(self._setter.paragraph(word, look.BESIDE_HEAD) for word in words))

    def _rows(self, event: DisclosedEvent, papers: Sequence[DisclosedDocument]) -> Iterator[tuple[_Lines, _Lines]]:
        for index, (alleged, against) in enumerate(zip(_ALLEGED, _AGAINST, strict=True)):
            left = list(self._facts(event, alleged))
            right = list(self._facts(event, against))
            if index == _PAPERS_ROW:
                right += [line for paper in papers for line in self._paper(event, paper)]
            if left or right:
                yield left, right

    def _facts(self, event: DisclosedEvent, keys: Sequence[str]) -> Iterator[list[Run]]:
        facts = {fact.key: fact for fact in event.facts}
        for key in keys:
            if key in facts:
                label = self._texts.say("event.fact", label=facts[key].label)
                yield [Run(label + self._texts.say("gap"), face=look.FACT_LABEL.face, color=look.GREY), Run(facts[key].value)]

    def _paper(self, notice: DisclosedEvent, paper: DisclosedDocument) -> Iterator[list[Run]]:
        """A paper, and what is told according to it."""
        texts = self._texts
        number = texts.say("entry", name=texts.say("exhibit.number", n=paper.number)) + texts.say("gap")
        others = (event for event in self._view.events if event.number != notice.number and event.lane != _STATEMENT)
        told = [event for event in others if self._by(event, paper)]
        lines = [self._told(event) for event in told]
        yield [Run(number, bold=True), Run(paper.title + texts.say("stop") + texts.say("sentence_separator")), *lines]

    def _by(self, event: DisclosedEvent, paper: DisclosedDocument) -> bool:
        return any(source.exhibit == paper.number for source in event.sources)

    def _told(self, event: DisclosedEvent) -> Run:
        texts = self._texts
        facts = {fact.key: fact.value for fact in event.facts}
        shown = texts.say("part_separator").join(facts[key].rstrip(".。") for key in _SHOWN if key in facts)
        reference = self._references.events((event.number,))
        told = texts.say("entry", name=event.label) + texts.say("gap") + shown if shown else event.label
        line = texts.say("with_part", who=told, part=reference) if reference else told
        return Run(line + texts.say("stop") + texts.say("sentence_separator"))

    def _band(self, left: _Lines, right: _Lines) -> Band:
        return Band(self._columns, (self._cell(left), self._cell(right)))

    def _cell(self, lines: _Lines) -> Flowable | None:
        if not lines:
            return self._setter.paragraph(self._texts.say("notice.nothing"), look.FACT_LABEL)
        runs: list[Run] = []
        for line in lines:
            runs += [*([Run("\n")] if runs else []), *line]
        return self._setter.paragraph(runs, look.FACT)

    # -- what others state -----------------------------------------------------------------------------------------------

    def _stated(self, event: DisclosedEvent) -> Iterator[Flowable]:
        """Who stated what, by whom we know; nothing where this copy shows neither the words nor an account of them."""
        texts = self._texts
        facts = {fact.key: fact for fact in event.facts}
        told = "what_was_said" not in facts and bool(event.account)
        words = event.account[0] if told else facts["what_was_said"].value if "what_was_said" in facts else ""
        if not words and "responded" in facts and facts["responded"].data == "no":
            words = begun(texts.say("event.no_response")) + texts.say("stop")
        if not words:
            return
        spoke = [who for who, part in (*event.people, *event.organizations) if part == _SPEAKER]
        # an account says itself who spoke
        speaker = "" if told else facts["speaker"].value if "speaker" in facts else texts.series(spoke)
        said = texts.say("part_separator").join(self._references.attributed(one) for one in event.sources)
        reference = self._references.events((event.number,))
        tail = texts.say("part_separator").join(filter(None, (said, reference)))
        runs = [Run(texts.say("entry", name=begun(speaker)) + texts.say("gap"), bold=True)] if speaker else []
        runs.append(Run(words))
        if tail:
            runs.append(Run(texts.say("gap") + texts.say("notice.source", source=tail), color=look.GREY))
        yield self._setter.paragraph(runs, look.STATED)
