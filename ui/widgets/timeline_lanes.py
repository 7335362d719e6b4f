"""The parts of a drawn timeline: its lines and marks, and what stays in sight beside and above them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.fonts import MEDIUM, SEMIBOLD
from ui.look import Look
from ui.widgets.timeline_paint import paint_mark, unit

if TYPE_CHECKING:
    from ui.widgets.timeline_view import TimelineView

#: The height of the axis and of a row of marks, and the air of a lane, at 100 %.
AXIS, ROW, AIR = 40, 26, 12


def lane_height(look: Look, rows: int) -> float:
    """How high a lane of so many rows is."""
    return look.px(ROW) * rows + look.px(AIR)


def marks(painter: QPainter, view: TimelineView, seen: QRectF) -> None:
    """The marks that are in sight, with their words."""
    look, scale = view.look, unit(view.look)
    height, focus = look.px(ROW), view.hasFocus()
    painter.setFont(look.font(13))
    for placed in view.placed:
        mark, box = placed.mark, placed.box
        if not box.intersects(seen):
            continue
        if placed.number == view.current:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("accent" if focus else "border"), 2 if focus else 1))
            painter.setBrush(look.colour("accent_tint"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.px(5), look.px(5))
        if mark.labelled:
            words, width = view.words_of(placed.number)
            room = QRectF(mark.label_at * scale, box.top(), width, box.height())
            if placed.number != view.current:
                painter.fillRect(room.adjusted(-2, 2, 0, -2), look.colour("desk"))  # no line runs through words
            painter.setPen(look.colour("text"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)
        paint_mark(painter, look, mark, box.top() - 1 + height / 2)


def grid(painter: QPainter, view: TimelineView, seen: QRectF) -> None:
    """The lines of the axis, the lines between the lanes, and today."""
    look, scale = view.look, unit(view.look)
    for tick in view.timeline.ticks:
        x = round(tick.x * scale)
        if seen.left() <= x <= seen.right():
            painter.setPen(
                QPen(look.colour("line"), 1, Qt.PenStyle.SolidLine if tick.year is not None else Qt.PenStyle.DotLine)
            )
            painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()))
    painter.setPen(QPen(look.colour("line"), 1))
    for _, bottom in lane_spans(view):
        painter.drawLine(QPointF(seen.left(), bottom), QPointF(seen.right(), bottom))
    if view.timeline.today is not None:
        pen = QPen(look.colour("text2"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        x = round(view.timeline.today * scale)
        painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()))


def lane_spans(view: TimelineView) -> list[tuple[float, float]]:
    """Top and bottom of every lane in the scene."""
    out, top = [], 0.0
    for lane in view.timeline.lanes:
        bottom = top + lane_height(view.look, lane.rows)
        out.append((top, bottom))
        top = bottom
    return out


class Axis(QWidget):
    """The years and months above the lanes; the year at the left edge is always named."""

    def __init__(self, look: Look, view: TimelineView, today: str) -> None:
        super().__init__(view)
        self._look, self._view, self._today = look, view, today

    def paintEvent(self, event: QPaintEvent) -> None:
        look, view = self._look, self._view
        painter = QPainter(self)
        half, before = self.height() // 2, ""
        today = self._at(view.timeline.today) if view.timeline.today is not None else None
        if today is not None:
            self._words(painter, today, half, self._today, SEMIBOLD)
        first = None  # where the first year in sight stands
        for tick in view.timeline.ticks:
            x, year = self._at(tick.x), "" if tick.year is None else str(tick.year)
            if x < 0:
                before = year or before
                continue
            if x > self.width():
                break
            painter.setPen(QPen(look.colour("border" if year else "line"), 1))
            painter.drawLine(x, look.px(4) if year else half, x, self.height())
            if year:
                first = x if first is None else first
                self._words(painter, x, 0, year, SEMIBOLD)
            if tick.month is not None and (today is None or not -look.px(34) < x - today < look.px(44)):
                month = QLocale().standaloneMonthName(tick.month, QLocale.FormatType.ShortFormat)
                self._words(painter, x, half, month, MEDIUM)
        if before and (first is None or first > look.px(48)):
            self._words(painter, -look.px(2), 0, before, SEMIBOLD)
        painter.setPen(QPen(look.colour("border"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _at(self, x: float) -> int:
        return self._view.mapFromScene(QPointF(x * unit(self._look), 0)).x()

    def _words(self, painter: QPainter, x: int, top: int, words: str, weight: int) -> None:
        """Words beside a line of the axis, where they are not cut."""
        font = self._look.font(12, weight)
        left, width = x + self._look.px(4), QFontMetrics(font).horizontalAdvance(words)
        if left + width <= self.width():
            painter.setFont(font)
            painter.setPen(self._look.colour("text2"))
            painter.drawText(QRectF(left, top, width + 2, self.height() // 2), int(Qt.AlignmentFlag.AlignVCenter), words)


class LaneNames(QWidget):
    """What each lane is about, at its left."""

    def __init__(self, look: Look, view: TimelineView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self.room = 0

    def measure(self, names: Sequence[str]) -> None:
        """Take as much room as the longest name needs."""
        metrics = QFontMetrics(self._look.font(14, SEMIBOLD))
        widest = max((metrics.horizontalAdvance(name) for name in set(names)), default=0)
        self.room = widest + self._look.px(20) if names else 0
        self._view.setViewportMargins(self.room, self._look.px(AXIS), 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, view = self._look, self._view
        painter = QPainter(self)
        current = next((one.lane for one in view.placed if one.number == view.current), -1)
        for number, (lane, (top, bottom)) in enumerate(zip(view.timeline.lanes, lane_spans(view), strict=True)):
            first, last = (view.mapFromScene(QPointF(0, y)).y() for y in (top, bottom))
            if last < 0 or first > self.height():
                continue
            painter.setFont(look.font(14, SEMIBOLD if number == current else MEDIUM))
            painter.setPen(look.colour("text" if number == current else "text2"))
            # The name of a high lane stays in sight as long as any of it is.
            line = min(max(first, 0), last - look.px(ROW + AIR))
            room = QRectF(0, line, self.width(), look.px(ROW + AIR))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), lane.label)
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(0, last, self.width(), last)
        painter.end()
