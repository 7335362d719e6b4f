"""A few answers of which one holds, side by side; they flow onto further lines where it is narrow.

"Not asked" is an answer like any other: its key is empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ui.look import Look
from ui.widgets.buttons import _Segment


class Answers(QWidget):
    """The answers as ``(key, words)``. ``chosen`` comes with the key whenever another answer holds; arrows move."""

    chosen = Signal(str)

    def __init__(self, look: Look, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = tuple(key for key, _ in choices)
        self._lines: list[QRect] = []
        self.setAccessibleName(name)
        self.group = QButtonGroup(self)
        for number, (_, words) in enumerate(choices):
            segment = _Segment(look, words, self)
            segment.setAccessibleDescription(name)
            self.group.addButton(segment, number)
        self.group.idToggled.connect(lambda number, on: self.chosen.emit(self._keys[number]) if on else None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.group.button(0))
        look.fit(self, self._place)

    @property
    def value(self) -> str:
        """The key of the answer that holds; "" as well while none does."""
        number = self.group.checkedId()
        return self._keys[number] if number >= 0 else ""

    def choose(self, key: str) -> None:
        """Choose by key; an unknown key leaves none chosen."""
        if key in self._keys:
            button = self.group.button(self._keys.index(key))
            button.setChecked(True)
            self.setFocusProxy(button)
        elif (held := self.group.checkedButton()) is not None:
            self.group.setExclusive(False)
            held.setChecked(False)
            self.group.setExclusive(True)

    def minimumSizeHint(self) -> QSize:
        widest = max((button.sizeHint().width() for button in self.group.buttons()), default=0)
        return QSize(widest + 2, self._look.px(36))

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        look, lines = self._look, []
        at, height = QPoint(1, 1), look.px(34)
        for button in self.group.buttons():
            size = button.sizeHint() - QSize(look.px(12), 0)  # closer together than a switch: five answers fit a column
            if at.x() > 1 and at.x() + size.width() > self.width() - 1:
                lines.append(QRect(0, at.y() - 1, at.x() + 1, height + 2))
                at = QPoint(1, at.y() + height + look.px(4))
            button.setGeometry(QRect(at, QSize(size.width(), height)))
            at += QPoint(size.width(), 0)
        lines.append(QRect(0, at.y() - 1, at.x() + 1, height + 2))
        self._lines = lines
        wanted = at.y() + height + 1
        if self.minimumHeight() != wanted or self.maximumHeight() != wanted:
            self.setFixedHeight(wanted)
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("border"), 1))
        painter.setBrush(self._look.colour("paper"))
        for line in self._lines:
            painter.drawRoundedRect(QRectF(line).adjusted(0.5, 0.5, -0.5, -0.5), self._look.px(6), self._look.px(6))
        painter.end()
