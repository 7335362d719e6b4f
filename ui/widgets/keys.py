"""Key caps: the small boxes that say which key does a thing, painted in buttons, popovers and the bar at the foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.fonts import MEDIUM
from ui.look import Look

#: Keys that are shown as arrows rather than as words.
_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def key_words(sequence: str) -> str:
    """How a key sequence is written on this system ("Ctrl+Shift+L", on a Mac "⇧⌘L")."""
    if sequence in _ARROWS:
        return _ARROWS[sequence]
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter") or sequence


def cap_width(look: Look, words: str) -> int:
    """The width of a key cap."""
    return max(QFontMetrics(look.font(12, MEDIUM)).horizontalAdvance(words) + look.px(10), look.px(20))


def paint_cap(painter: QPainter, look: Look, box: QRectF, words: str, ink: QColor, edge: QColor) -> None:
    """Draw one key cap into a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
    painter.setPen(ink)
    painter.setFont(look.font(12, MEDIUM))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class KeyCap(QWidget):
    """One key cap on the desk."""

    def __init__(self, look: Look, sequence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = key_words(sequence)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._words)
        look.fit(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(cap_width(self._look, self._words), self._look.px(20))

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        look = self._look
        paint_cap(painter, look, QRectF(self.rect()), self._words, look.colour("text2"), look.colour("border"))
        painter.end()


class KeyHints(QWidget):
    """A row of key caps with a word for each: what works on this page. What has no room is left out whole."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hints: list[list[QWidget]] = []
        self._row = QHBoxLayout(self)
        look.pad(self._row, self, (0, 0, 0, 0), 8)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_hints(self, hints: tuple[tuple[tuple[str, ...], str], ...]) -> None:
        """Show ``((keys…), words)`` pairs."""
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()  # it goes later, and must not show through until then
                widget.deleteLater()
        self._hints = []
        for keys, words in hints:
            label = QLabel(words, self)
            label.setObjectName("note")
            label.setContentsMargins(0, 0, self._look.px(12), 0)  # goes with the label: hidden hints take no room
            parts: list[QWidget] = [*(KeyCap(self._look, key, self) for key in keys), label]
            for part in parts:
                self._row.addWidget(part)
            self._hints.append(parts)
        self._row.addStretch(1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the hints that have room, from the first on: half a hint says nothing."""
        used = 0
        for parts in self._hints:
            used += sum(part.sizeHint().width() + self._look.px(8) for part in parts)
            for part in parts:
                part.setVisible(used <= self.width())
