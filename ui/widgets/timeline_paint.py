"""How a mark of the timeline is painted, in the picture and in its legend: what is not sure is dashed, what goes on has an
arrow, what no witness says is hollow."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.timeline import DIAMOND, Mark
from ui.look import Look

#: Pixels at 100 % for each point of the layout, whose sizes are those of a printed page.
UNIT = 1.6
_BAR, _ARROW = 9, 9


def unit(look: Look) -> float:
    """Pixels a point of the layout, at the present size."""
    return UNIT * look.factor


def paint_mark(painter: QPainter, look: Look, mark: Mark, middle: float) -> None:
    """Paint a mark whose left edge is at ``mark.left`` points; ``middle`` is the height of its middle, in pixels."""
    scale = unit(look)
    left, right = mark.left * scale, mark.right * scale
    ink, paper = look.colour("accent"), look.colour("desk")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(paper if mark.hollow else ink)
    if mark.point:
        x, half = (left + right) / 2, DIAMOND * scale
        corners = ((x - half, middle), (x, middle - half), (x + half, middle), (x, middle + half))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        return
    height = look.px(_BAR)
    bar = QRectF(left, middle - height / 2, max(right - left, 1), height)
    if mark.loose:
        pen = QPen(ink, 1.5)
        pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.setBrush(paper if mark.hollow else look.colour("accent_tint"))
    painter.drawRect(bar)
    if mark.sure is not None:
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(paper if mark.hollow else ink)
        first, last = mark.sure[0] * scale, mark.sure[1] * scale
        painter.drawRect(QRectF(first, bar.top(), last - first, height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for open_, edge, way in ((mark.open_start, left, -1), (mark.open_end, right, 1)):
        if open_:
            wing = height / 2 + look.px(3)
            tip = QPointF(edge + look.px(_ARROW) * way, middle)
            painter.drawPolygon(QPolygonF([QPointF(edge, middle - wing), tip, QPointF(edge, middle + wing)]))


class Letters:
    """How much room words take in a font. ``width`` may be asked on any thread and is a little generous; Qt's own measuring
    may not: it and what is painted meanwhile would share what only one of them may touch."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self._narrow = {chr(code): self._metrics.horizontalAdvance(chr(code)) for code in range(0x20, 0x7F)}
        self._square = float(font.pixelSize())
        self._fitted: dict[tuple[str, float], str] = {}

    def width(self, text: str) -> float:
        """Pixels for a text."""
        return sum(self._letter(letter) for letter in text) + 4

    def fitted(self, text: str, room: float) -> str:
        """The text, shortened if it is wider than so many pixels. For the window's thread."""
        key = (text, room)
        if key not in self._fitted:
            self._fitted[key] = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return self._fitted[key]

    def _letter(self, letter: str) -> float:
        if (known := self._narrow.get(letter)) is not None:
            return known
        if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
            return 0.0
        return self._square * (1.02 if unicodedata.east_asian_width(letter) in ("W", "F") else 0.72)


class MarkPicture(QWidget):
    """One mark in the legend; the word beside it says what it means."""

    def __init__(self, look: Look, mark: Mark) -> None:
        super().__init__()
        self._look, self._mark = look, mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.fit(self, self._measure)

    def _measure(self) -> None:
        self.setFixedSize(round(self._mark.right * unit(self._look)) + self._look.px(14), self._look.px(20))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(QPointF(self._look.px(3), 0))
        paint_mark(painter, self._look, self._mark, self.height() / 2)
        painter.end()
