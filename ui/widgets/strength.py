"""How hard a passphrase is to guess: five blocks, always with the word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.look import Look
from ui.widgets.words import words

BLOCKS = 5


class _Blocks(QWidget):
    """Five blocks, some of them filled."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.filled = look, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.fit(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(156), self._look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = (self.width() + look.px(4)) / BLOCKS
        for number in range(BLOCKS):
            on = number < self.filled
            painter.setPen(Qt.PenStyle.NoPen if on else QPen(look.colour("border"), 1))
            painter.setBrush(look.colour("accent") if on else Qt.BrushStyle.NoBrush)
            box = QRectF(number * step, 0, step - look.px(4), self.height()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, look.px(3), look.px(3))
        painter.end()


class StrengthMeter(QWidget):
    """Shows ``filled`` of five blocks, a word for it, and in smaller words what it means."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        row = QHBoxLayout(self)
        look.pad(row, self, (0, 2, 0, 0), 12)
        self._blocks = _Blocks(look, self)
        self.word = words("", "strong")
        self.meaning = words("", "quiet", wrap=True)
        row.addWidget(self._blocks, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.word)
        row.addWidget(self.meaning, 1)
        look.fit(self, lambda: self.setMinimumHeight(look.px(24)))

    def show_strength(self, filled: int, word: str, meaning: str = "") -> None:
        """Show so many blocks, with their words."""
        self._blocks.filled = filled
        self._blocks.update()
        self.word.setText(word)
        self.meaning.setText(meaning)
        self.setAccessibleName(f"{self._name}: {word}. {meaning}" if word else self._name)

    @property
    def filled(self) -> int:
        """How many blocks are filled."""
        return self._blocks.filled
