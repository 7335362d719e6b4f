"""A small drawing of one thing in the middle and what it is tied to around it: every line has its word, nothing moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.fonts import SEMIBOLD
from ui.look import Look

#: As many neighbours as there is room for, three above and three below; the rest stands in the list beside the drawing.
MOST = 6
_NODE, _GAP = 44, 84


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: ``round_`` for a person. ``line`` is the word of the line that leads to it; ``dashed`` where it is a risk."""

    key: str
    first: str = field(repr=False)
    second: str = field(default="", repr=False)
    round_: bool = False
    line: str = field(default="", repr=False)
    dashed: bool = False


class Ring(QWidget):
    """The drawing. ``opened`` carries the key of a neighbour that was clicked, or entered after moving to it with the
    arrows."""

    opened = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name = look, name
        self._middle: Node | None = None
        self._around: list[Node] = []
        self._at = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.fit(self, self._fit)

    def show_nodes(self, middle: Node, around: Sequence[Node]) -> None:
        """Draw another one; at most ``MOST`` neighbours."""
        self._middle, self._around, self._at = middle, list(around[:MOST]), 0
        self._describe()
        self._fit()
        self.update()

    @property
    def keys(self) -> list[str]:
        """The neighbours drawn."""
        return [node.key for node in self._around]

    # --- measures ---

    def _rows(self) -> tuple[list[int], list[int]]:
        """Which neighbours stand above and which below: two of three above first, then by turns."""
        count = len(self._around)
        above = list(range(0, count, 2)) if count > 1 else []
        return above, [n for n in range(count) if n not in above]

    def _fit(self) -> None:
        above, below = self._rows()
        rows = 1 + bool(above) + bool(below)
        self.setFixedHeight(self._look.px(rows * _NODE + (rows - 1) * _GAP + 8))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(330), self.height())

    def boxes(self) -> tuple[QRectF, list[QRectF]]:
        """Where the middle and each neighbour stand, in pixels."""
        above, below = self._rows()
        high, gap, edge = self._look.px(_NODE), self._look.px(_GAP), self._look.px(4)
        top = edge + (high + gap if above else 0)
        out = [QRectF()] * len(self._around)
        for row, y in ((above, edge), (below, top + high + gap)):
            pitch = self.width() / max(len(row), 1)
            for place, number in enumerate(row):
                width = min(self._wide(self._around[number]), pitch - self._look.px(4))
                out[number] = QRectF(pitch * (place + 0.5) - width / 2, y, width, high)
        width = min(self._wide(self._middle) if self._middle else 0, self.width() - self._look.px(8))
        return QRectF((self.width() - width) / 2, top, width, high), out

    def _wide(self, node: Node) -> float:
        first = QFontMetrics(self._look.font(14, SEMIBOLD)).horizontalAdvance(node.first)
        second = QFontMetrics(self._look.font(13)).horizontalAdvance(node.second)
        return min(max(first, second) + self._look.px(24), self._look.px(190))

    # --- keyboard and mouse ---

    def _describe(self) -> None:
        if self._around:
            node = self._around[self._at]
            self.setAccessibleDescription(", ".join(part for part in (node.line, node.first, node.second) if part))
        else:
            self.setAccessibleDescription("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self._around:
            self._at = (self._at + step) % len(self._around)
            self._describe()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._around:
            self.opened.emit(self._around[self._at].key)
        else:
            super().keyPressEvent(event)

    def _hit(self, at: QPointF) -> int | None:
        return next((number for number, box in enumerate(self.boxes()[1]) if box.contains(at)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = self._hit(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._hit(event.position())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._around[number].key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    # --- painting ---

    def paintEvent(self, event: object) -> None:
        if self._middle is None:
            return
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, boxes = self.boxes()
        for node, box in zip(self._around, boxes, strict=True):
            painter.setPen(_pen(look, node))
            painter.drawLine(middle.center(), box.center())
        for number, (node, box) in enumerate(zip(self._around, boxes, strict=True)):
            self._word(painter, node, middle, box, boxes)
            self._node(painter, node, box, focus=self.hasFocus() and number == self._at)
        self._node(painter, self._middle, middle, chosen=True)
        painter.end()

    def _word(self, painter: QPainter, node: Node, middle: QRectF, box: QRectF, boxes: list[QRectF]) -> None:
        """The word on a line: nearer to the neighbour where several lines share the gap, so that words never meet."""
        if not node.line:
            return
        look, font = self._look, self._look.font(13)
        metrics = QFontMetrics(font)
        row = [other for other in boxes if other.y() == box.y()]
        middling = len(row) == 1 or (len(row) == 3 and box == row[1])
        share = 0.34 if len(row) == 3 and middling else 0.5 if len(row) == 1 else 0.7
        up = box.y() < middle.y()
        start = middle.top() if up else middle.bottom()
        end = box.bottom() if up else box.top()
        y = start + (end - start) * share
        along = (y - middle.center().y()) / (box.center().y() - middle.center().y())
        x = middle.center().x() + (box.center().x() - middle.center().x()) * along
        apart = abs(row[0].center().x() - row[-1].center().x()) * along
        room = look.px(320) if len(row) == 1 else self.width() / 2 if middling else apart - look.px(12)
        shown = metrics.elidedText(node.line, Qt.TextElideMode.ElideRight, round(room))
        width, high = metrics.horizontalAdvance(shown) + look.px(8), look.px(20)
        x = min(max(x, width / 2), self.width() - width / 2)
        place = QRectF(x - width / 2, y - high / 2, width, high)
        painter.fillRect(place, look.colour("desk"))
        painter.setFont(font)
        painter.setPen(look.colour("attention" if node.dashed else "text2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)

    def _node(self, painter: QPainter, node: Node, box: QRectF, *, chosen: bool = False, focus: bool = False) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("accent" if chosen or focus else "border"), 2 if chosen or focus else 1))
        painter.setBrush(look.colour("accent_tint" if chosen else "paper"))
        radius = box.height() / 2 if node.round_ else look.px(3)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        tight = box.width() <= self.width() / 3
        side = look.px(7 if tight else 10)
        inner = box.adjusted(side, look.px(4), -side, -look.px(4))
        upper, lower = QRectF(inner), QRectF(inner)
        if node.second:
            upper.setHeight(inner.height() / 2)
            lower.setTop(upper.bottom())
            _centred(painter, lower, node.second, look.font(13), look.colour("text2"))
        _centred(painter, upper, node.first, look.font(13 if tight and not chosen else 14, SEMIBOLD), look.colour("text"))


def _pen(look: Look, node: Node) -> QPen:
    pen = QPen(look.colour("attention" if node.dashed else "border"), 1.5)
    if node.dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _centred(painter: QPainter, box: QRectF, text: str, font: QFont, colour: object) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, round(box.width()) + 2)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
