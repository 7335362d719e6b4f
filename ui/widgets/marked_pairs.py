"""Two texts in step: paragraph beside paragraph, with marks drawn under their words, one of them the current one.

Only what is in sight is laid out and painted, so that a long case scrolls as easily as a short one.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.look import Look

_SIZE, _LINE, _GAP, _HEAD = 17, 29, 18, 24
_MOST_LAID = 300
MASKED, SAFE, UNDECIDED, SHOWN = "masked", "safe", "undecided", "shown"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a text, in code points. ``key`` names it on both sides; ``style`` is one of the four above."""

    key: int
    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One paragraph as said and as it will read, under a small head (empty: that of the paragraph before goes on).

    ``remark``: at the right stands no text but a remark about it, in the program's own voice. ``length`` guesses how long
    the longer text runs, in Latin letters; pairs are best made beside the window's thread.
    """

    head: str = field(repr=False)
    left: str = field(repr=False)
    right: str = field(repr=False)
    left_marks: tuple[Mark, ...] = ()
    right_marks: tuple[Mark, ...] = ()
    remark: bool = False
    length: float = field(init=False, compare=False, default=0)

    def __post_init__(self) -> None:
        # A Han letter is three bytes and as wide as two Latin ones.
        length = max((len(text) + len(text.encode())) / 2 for text in (self.left, self.right))
        object.__setattr__(self, "length", length)


class _Side:
    """One laid out text."""

    def __init__(self, look: Look, text: str, marks: Sequence[Mark], width: int, *, remark: bool = False) -> None:
        self._units = text if text.isascii() else "".join(char if char <= "\uffff" else "xx" for char in text)  # as Qt counts
        self.marks = [(mark, *_units(text, mark.start, mark.end)) for mark in marks]
        self.remark = remark
        self._boxes: dict[tuple[int, int], list[QRectF]] = {}
        self.layout = QTextLayout(text.replace("\n", "\u2028"), look.font(13) if remark else look.font(_SIZE, serif=True))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(_direction(text))
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self.layout.beginLayout()
        least, top = look.px(_LINE), 0
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            step = max(least, math.ceil(line.height()) + look.px(3))  # some scripts stand higher than a line of ours
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += step
        self.layout.endLayout()
        self.height = max(top, least)

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Where a stretch stands, at least a box a line; spaces at line ends are left out. Where letters of two directions
        meet, a stretch may be drawn in several places of one line."""
        if (start, end) not in self._boxes:
            self._boxes[start, end] = list(self._boxed(start, end))
        return self._boxes[start, end]

    def _boxed(self, start: int, end: int) -> Iterator[QRectF]:
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            while last > first and self._units[last - 1].isspace():
                last -= 1
            edges = sorted(_edges(line, first, last)) if first < last else []
            while edges:
                left, right = edges.pop(0)
                while edges and edges[0][0] <= right + 0.5:
                    right = max(right, edges.pop(0)[1])
                yield QRectF(left, line.y(), right - left, line.height())


def _edges(line: QTextLine, first: int, last: int) -> Iterator[tuple[float, float]]:
    """Left and right edge of each letter of a stretch of a line as it is drawn."""
    for run in line.glyphRuns(first, last - first):
        steps = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for place, step in zip(run.positions(), steps, strict=True):
            if step.x() > 0:
                yield place.x(), place.x() + step.x()


def _direction(text: str) -> Qt.AlignmentFlag:
    """The side at which a text begins: that of its first letter that has one."""
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return Qt.AlignmentFlag.AlignLeft if first == "L" else Qt.AlignmentFlag.AlignRight


def _units(text: str, start: int, end: int) -> tuple[int, int]:
    """Code points as the UTF-16 units that Qt counts."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return start, end
    before = sum(char > "\uffff" for char in text[:start])
    return start + before, end + before + sum(char > "\uffff" for char in text[start:end])


class MarkedPairs(QAbstractScrollArea):
    """The two columns. ``pressed`` carries the key of a mark that was clicked."""

    pressed = Signal(int)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._pairs: tuple[Pair, ...] = ()
        self._laid: dict[int, tuple[_Side, _Side]] = {}
        self._heights: list[float] = []
        self.current = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(look.px(_LINE))
        look.fit(self, self._relay)

    # --- what is shown ---

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show texts; those that are the very same as before keep their layout, and the page keeps its place."""
        old = self._pairs
        self._pairs = tuple(pairs)
        kept = [False] * len(self._pairs)
        if len(old) == len(self._pairs):
            kept = [before is pair for before, pair in zip(old, self._pairs, strict=True)]
        self._laid = {index: sides for index, sides in self._laid.items() if index < len(kept) and kept[index]}
        self._heights = [self._heights[index] if kept[index] else self._guess(pair) for index, pair in enumerate(self._pairs)]
        self._range()
        self.viewport().update()

    def go_to(self, key: int, index: int, *, follow: bool = True) -> None:
        """Make a mark of the pair ``index`` the current one and, to ``follow`` it, bring it into sight."""
        self.current = key
        if follow and 0 <= index < len(self._pairs):
            left, _ = self._sides(index)
            boxes = [box for mark, start, end in left.marks if mark.key == key for box in left.boxes(start, end)]
            top = self._top(index) + self._head_height(index) + (boxes[0].top() if boxes else 0)
            bar, room = self.verticalScrollBar(), self.viewport().height()
            above, below = self._look.px(32), self._look.px(_LINE + 12)
            if not bar.value() + min(above, room / 4) <= top <= bar.value() + max(room - below, room / 2):
                bar.setValue(round(top - room / 3))
        self.viewport().update()

    def in_sight(self, key: int, index: int) -> bool:
        """Whether a mark of the pair ``index`` can be seen."""
        if not 0 <= index < len(self._pairs):
            return False
        room = QRectF(self.viewport().rect())
        return any(room.intersects(box) for box in self.boxes_of(key, index)[0])

    def boxes_of(self, key: int, index: int) -> tuple[list[QRectF], list[QRectF]]:
        """Where a mark of the pair ``index`` is drawn at the left and at the right, on the viewport."""
        sides = self._sides(index)
        top = self._top(index) + self._head_height(index) - self.verticalScrollBar().value()
        left, right = (
            [box.translated(at, top) for mark, start, end in side.marks if mark.key == key for box in side.boxes(start, end)]
            for side, at in zip(sides, self._lefts(), strict=True)
        )
        return left, right

    def _relay(self) -> None:
        self._laid = {}
        self._heights = [self._guess(pair) for pair in self._pairs]
        self._range()
        self.viewport().update()

    # --- measures ---

    def _column(self) -> int:
        return max((self.viewport().width() - self._look.px(32 + 24 + 24 + 24)) // 2, self._look.px(120))

    def _lefts(self) -> tuple[int, int]:
        left = self._look.px(32)
        return left, left + self._column() + self._look.px(48)

    def _guess(self, pair: Pair) -> float:
        """A height for a text that was never laid out, by its length."""
        letters = self._column() / max(self._look.px(_SIZE) * 0.47, 1)
        return (int(max(pair.length / max(letters, 1), 1)) + 1) * self._look.px(_LINE) + self._around(pair)

    def _around(self, pair: Pair) -> int:
        return self._look.px(_GAP) + (self._look.px(_HEAD) if pair.head else 0)

    def _head_height(self, index: int) -> int:
        return self._look.px(_HEAD) if self._pairs[index].head else 0

    def _sides(self, index: int) -> tuple[_Side, _Side]:
        if index not in self._laid:
            pair, width = self._pairs[index], self._column()
            sides = (
                _Side(self._look, pair.left, pair.left_marks, width),
                _Side(self._look, pair.right, pair.right_marks, width, remark=pair.remark),
            )
            self._laid[index] = sides
            height = max(side.height for side in sides) + self._around(pair)
            if height != self._heights[index]:
                self._heights[index] = height
                self._range()
        return self._laid[index]

    def _top(self, index: int) -> float:
        return sum(self._heights[:index]) + self._look.px(8)

    def _range(self) -> None:
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(round(sum(self._heights)) + self._look.px(24) - room, 0))
        bar.setPageStep(max(room - self._look.px(_LINE), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay()

    def _visible(self) -> list[tuple[int, float]]:
        """The rows in sight with their tops, laid out. What is above keeps its height while one looks at it."""
        out, top, scrolled = [], float(self._look.px(8)), self.verticalScrollBar().value()
        for index in range(len(self._pairs)):
            if top - scrolled > self.viewport().height():
                break
            if top + self._heights[index] >= scrolled:
                self._sides(index)
                out.append((index, top - scrolled))
            top += self._heights[index]
        if len(self._laid) > _MOST_LAID:  # their heights stay
            seen = {index for index, _ in out}
            self._laid = {index: sides for index, sides in self._laid.items() if index in seen}
        return out

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), look.colour("paper"))
        lefts = self._lefts()
        middle = (lefts[0] + self._column() + lefts[1]) // 2
        painter.fillRect(QRectF(middle, 0, 1, self.viewport().height()), look.colour("line"))
        for index, top in self._visible():
            pair = self._pairs[index]
            if pair.head:
                painter.setFont(look.font(13))
                painter.setPen(look.colour("text2"))
                painter.drawText(QPointF(lefts[0], top + look.px(15)), pair.head)
            body = top + self._head_height(index)
            for side, left, is_right in zip(self._sides(index), lefts, (False, True), strict=True):
                self._paint(painter, side, QPointF(left, body), is_right=is_right)
        painter.end()

    def _paint(self, painter: QPainter, side: _Side, at: QPointF, *, is_right: bool) -> None:
        look = self._look
        formats = []
        for mark, start, end in side.marks:
            current = mark.key == self.current
            for box in side.boxes(start, end):
                self._mark(painter, box.translated(at), mark.style, current=current)
            if current or (is_right and mark.style == MASKED):
                shade = QTextCharFormat()
                shade.setForeground(look.colour("on_accent" if current else "accent"))
                ranged = QTextLayout.FormatRange()
                ranged.start, ranged.length, ranged.format = start, end - start, shade
                formats.append(ranged)
        painter.setPen(look.colour("text2" if side.remark else "text"))
        side.layout.draw(painter, at, formats)

    def _mark(self, painter: QPainter, box: QRectF, style: str, *, current: bool) -> None:
        look = self._look
        tint, line, pen = {
            MASKED: ("accent_tint", "accent", Qt.PenStyle.SolidLine),
            SAFE: ("", "text2", Qt.PenStyle.DotLine),
            UNDECIDED: ("attention_tint", "attention", Qt.PenStyle.DashLine),
            SHOWN: ("", "", Qt.PenStyle.NoPen),
        }[style]
        ground = look.colour("accent") if current else look.colour(tint) if tint else QColor(0, 0, 0, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(-1, 1, 1, 0), look.px(3), look.px(3))
        if line:
            ink = QPen(look.colour(line), look.px(2) if style != SAFE else 1.5, pen)
            ink.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(ink)
            low = box.bottom() + 1
            painter.drawLine(QPointF(box.left(), low), QPointF(box.right(), low))

    # --- the mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        for index, top in self._visible():
            body = top + self._head_height(index)
            for side, left in zip(self._sides(index), self._lefts(), strict=True):
                for mark, start, end in side.marks:
                    if any(box.translated(left, body).contains(at) for box in side.boxes(start, end)):
                        self.pressed.emit(mark.key)
                        return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
