"""Where one is in a few steps: done ones ticked, the present one filled, those to come hollow."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.fonts import MEDIUM, SEMIBOLD
from ui.look import Look


class Steps(QWidget):
    """``show_step`` says which is the present one, from 0."""

    def __init__(self, look: Look, words: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words, self.step = look, words, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.fit(self, self.updateGeometry)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Which step is the present one."""
        self.step = step
        self.setAccessibleName(f"{step + 1}/{len(self._words)}: {self._words[step]}")
        self.update()

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(self._look.font(15, SEMIBOLD))
        return [self._look.px(32) + metrics.horizontalAdvance(word) for word in self._words]

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + self._look.px(40) * (len(self._words) - 1), self._look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, at, high = look.px(23), 0, self.height()
        for number, (word, width) in enumerate(zip(self._words, self._widths(), strict=True)):
            circle = QRectF(at + 1, (high - side) / 2, side, side)
            now, done = number == self.step, number < self.step
            painter.setPen(QPen(look.colour("accent" if now or done else "border"), 1.5))
            painter.setBrush(look.colour("accent") if now else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle)
            if done:
                inset = look.px(4)
                painter.drawPixmap(circle.topLeft() + QPointF(inset, inset), look.pixmap("check", "accent", 15))
            else:
                painter.setPen(look.colour("on_accent" if now else "text2"))
                painter.setFont(look.font(13, SEMIBOLD))
                painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number + 1))
            painter.setPen(look.colour("text" if now else "text2"))
            painter.setFont(look.font(15, SEMIBOLD if now else MEDIUM))
            words = QRectF(at + look.px(31), 0, width, high)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), word)
            at += width + look.px(40)
            if number + 1 < len(self._words):
                painter.setPen(look.colour("line"))
                painter.drawLine(QPointF(at - look.px(30), high / 2), QPointF(at - look.px(10), high / 2))
        painter.end()


class Decided(QWidget):
    """How many of how many: a small block each while they fit, else one bar."""

    _MOST = 24

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._states: tuple[bool, ...] = ()
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.fit(self, self.updateGeometry)

    def show_states(self, states: tuple[bool, ...], current: int) -> None:
        """For each question whether it is decided; which is the current one (-1: none)."""
        self._states, self._current = states, current
        self.setAccessibleName(f"{sum(states)}/{len(states)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        blocks = min(len(self._states), self._MOST)
        return QSize(
            self._look.px(14) * blocks + 2 if len(self._states) <= self._MOST else self._look.px(168), self._look.px(16)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self._states) > self._MOST:
            self._bar(painter)
        else:
            for number, done in enumerate(self._states):
                box = QRectF(number * look.px(14) + 1, (self.height() - look.px(10)) / 2, look.px(10), look.px(10))
                painter.setPen(QPen(look.colour("accent" if done else "attention"), 1.5))
                painter.setBrush(look.colour("accent") if done else Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, 2, 2)
                if number == self._current:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(look.colour("on_accent" if done else "attention"))
                    painter.drawEllipse(box.center(), look.px(2), look.px(2))
        painter.end()

    def _bar(self, painter: QPainter) -> None:
        look = self._look
        box = QRectF(1, (self.height() - look.px(8)) / 2, self.width() - 2, look.px(8))
        painter.setPen(QPen(look.colour("attention"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        share = sum(self._states) / max(len(self._states), 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), box.width() * share, box.height()), 3, 3)
