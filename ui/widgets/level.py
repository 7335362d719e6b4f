"""How loud it is: a bar that rises with the voice and sinks slowly. It says one thing, that the microphone hears."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look

#: The quietest that is shown (decibels below the loudest there is), and how much of it the bar sinks at once.
_FLOOR = -54.0
_SINK = 0.06


class Level(QWidget):
    """Shows a loudness from 0 to 1 (of samples, linear); drawn as the ear hears it."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.shown = look, 0.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.fit(self, self.updateGeometry)

    def show_level(self, loud: float) -> None:
        """Rise to a loudness at once, sink to it slowly; nothing flashes."""
        heard = 0.0 if loud <= 0 else min(max(1 - 20 * math.log10(loud) / _FLOOR, 0.0), 1.0)
        before, self.shown = self.shown, max(heard, self.shown - _SINK)
        if round(before * self.width()) != round(self.shown * self.width()):
            self.update()

    def clear(self) -> None:
        """Nothing is heard any more."""
        self.shown = 0.0
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(96), self._look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        round_ = self.height() / 2
        painter.setBrush(look.colour("line"))
        painter.drawRoundedRect(QRectF(self.rect()), round_, round_)
        if self.shown > 0:
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(QRectF(0, 0, max(self.shown * self.width(), self.height()), self.height()), round_, round_)
        painter.end()
