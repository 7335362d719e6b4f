"""What is drawn on a paper to be filled in by hand: numbered lines, boxes to tick, a line to cut along, a table of two columns.

Each is a plain value that ``flowable`` turns into something to set; words reach the page through the document's ``Setter``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from app.report import sections_style as look
from app.report.setting import Setter, Style, TextBlock

_INK, _HAIR = HexColor(look.GREY), HexColor(look.HAIR)
_NUMBER = Style(8, 10, face="sans", color=look.GREY)
_BOX, _BOX_GAP = 9.0, 8.0


@dataclass(frozen=True, slots=True)
class Lines:
    """``count`` ruled lines, ``gap`` points apart; numbered from ``first`` where that is not 0."""

    count: int
    first: int = 0
    gap: float = 21.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick with words beside it; ``rule``: a line to write on follows them."""

    text: str
    style: Style = look.LEAD
    rule: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """Words and, after them, a line to write on to the end of the column."""

    text: str
    style: Style = look.LEAD


@dataclass(frozen=True, slots=True)
class Cut:
    """A dashed line across the page, with the word for it."""

    text: str


@dataclass(frozen=True, slots=True)
class KeyTable:
    """Letters in a column and room beside each; ``heads`` stand above the two columns, twice side by side."""

    letters: tuple[str, ...]
    heads: tuple[str, str]
    row: float = 24.0


Drawn = Lines | Tick | Fill | Cut | KeyTable


def flowable(drawn: Drawn, setter: Setter, lang: str) -> Flowable:
    """What is set for a value of this module. Raises ``MissingGlyph``."""
    if isinstance(drawn, Lines):
        return _Lines(drawn, setter)
    if isinstance(drawn, Tick | Fill):
        return _Beside(drawn, setter, lang)
    return _Cut(drawn, setter) if isinstance(drawn, Cut) else _Table(drawn, setter)


class _Base(Flowable):  # type: ignore[misc]  # reportlab has no types
    """As wide as the column; nothing of its words gets into an error."""

    def __init__(self, setter: Setter, height: float) -> None:
        super().__init__()
        self._setter, self.height = setter, height

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def identity(self, maxLen: int | None = None) -> str:
        return repr(self)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        return availWidth, self.height

    def rule(self, left: float, y: float, color: Any = _HAIR, dash: tuple[float, ...] = ()) -> None:
        """A thin line from ``left`` to the right edge."""
        self.canv.saveState()
        self.canv.setStrokeColor(color)
        self.canv.setLineWidth(0.6)
        if dash:
            self.canv.setDash(*dash)
        self.canv.line(left, y, self.width, y)
        self.canv.restoreState()


class _Lines(_Base):
    def __init__(self, drawn: Lines, setter: Setter) -> None:
        super().__init__(setter, drawn.count * drawn.gap + 4)
        self._drawn = drawn

    def draw(self) -> None:
        one = self._drawn
        for at in range(one.count):
            y = self.height - (at + 1) * one.gap
            self.rule(22 if one.first else 0, y)
            if one.first:
                self._setter.line(self.canv, 16, y + 1, str(one.first + at), _NUMBER, "right")


class _Beside(_Base):
    def __init__(self, drawn: Tick | Fill, setter: Setter, lang: str) -> None:
        super().__init__(setter, 0)
        self._drawn, self._text = drawn, setter.paragraph(drawn.text, drawn.style, lang)
        self._left = _BOX + _BOX_GAP if isinstance(drawn, Tick) else 0.0
        self._ruled = isinstance(drawn, Fill) or drawn.rule
        self._end = setter.width(drawn.text, drawn.style) + self._left + 6
        self.spaceAfter = drawn.style.space_after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        _, self.height = TextBlock.wrap(self._text, availWidth - self._left, availHeight)
        if self._ruled and self._end > availWidth - 90:  # no room is left beside the words: the line stands below them
            self._end = self._left
            self.height += self._drawn.style.leading + 4
        return self.width, self.height

    def draw(self) -> None:
        style = self._drawn.style
        first = self.height - style.leading * 0.72
        if self._left:
            self.canv.saveState()
            self.canv.setStrokeColor(_INK)
            self.canv.setLineWidth(0.8)
            self.canv.rect(0, first - 1, _BOX, _BOX)
            self.canv.restoreState()
        self._text.drawOn(self.canv, self._left, self.height - self._text.height)
        if self._ruled:
            self.rule(self._end, first - 2 if self._end > self._left else 2)


class _Cut(_Base):
    def __init__(self, drawn: Cut, setter: Setter) -> None:
        super().__init__(setter, 26)
        self._drawn = drawn

    def draw(self) -> None:
        self.rule(0, 12, _INK, (6, 4))
        self._setter.line(self.canv, self.width, 16, self._drawn.text, _NUMBER, "right")


class _Table(_Base):
    def __init__(self, drawn: KeyTable, setter: Setter) -> None:
        self._half = (len(drawn.letters) + 1) // 2
        super().__init__(setter, (self._half + 1) * drawn.row)
        self._drawn = drawn

    def draw(self) -> None:
        one, middle = self._drawn, self.width / 2
        for side in (0, 1):
            left = side * (middle + 8)
            self._setter.line(self.canv, left, self.height - 14, one.heads[0], _NUMBER)
            self._setter.line(self.canv, left + 44, self.height - 14, one.heads[1], _NUMBER)
            for at, letter in enumerate(one.letters[side * self._half : (side + 1) * self._half]):
                y = self.height - (at + 2) * one.row
                self._setter.line(self.canv, left + 4, y + 5, letter, look.WARNING)
                self.canv.saveState()
                self.canv.setStrokeColor(_HAIR)
                self.canv.setLineWidth(0.6)
                self.canv.line(left + 44, y, left + middle - 8, y)
                self.canv.restoreState()
