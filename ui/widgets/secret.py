"""What opens a vault, on screen: words that can be read and typed, but not copied away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.fonts import MEDIUM
from ui.look import Look
from ui.widgets.fields import PassField, TextArea

_LINE, _SIZE, _NUMBER, _COLUMN, _PAD = 28, 17, 30, 168, 16


class SecretLine(PassField):
    """One word of it, in sight."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.reveal(True)


class SecretArea(TextArea):
    """Several lines that are kept in no undo list, told to no input method and never put on a clipboard."""

    def __init__(self, look: Look, name: str, *, hint: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(look, name, hint=hint, lines=lines, most=6, parent=parent)
        self.setUndoRedoEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing: not by dragging, nor by the clipboard that follows a selection."""
        return QMimeData()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No copying and no cutting: the clipboard is not ours."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            event.accept()
            return
        super().keyPressEvent(event)


class WordGrid(QWidget):
    """Numbered words in columns, read downwards; as many columns as there is room for, three at most."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.fit(self, self.updateGeometry)

    @property
    def shown(self) -> tuple[str, ...]:
        """The words on screen."""
        return self._words

    def show_words(self, name: str, shown: Sequence[str]) -> None:
        """Show words, or none."""
        self._words = tuple(shown)
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(f"{number} {word}" for number, word in enumerate(self._words, 1)))
        self.updateGeometry()
        self.update()

    def _columns(self, width: int) -> int:
        return max(1, min(3, (width - 2 * self._look.px(_PAD)) // self._look.px(_COLUMN)))

    def _rows(self, width: int) -> int:
        return -(-len(self._words) // self._columns(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._rows(width) * self._look.px(_LINE) + 2 * self._look.px(_PAD // 2)

    def sizeHint(self) -> QSize:
        width = 3 * self._look.px(_COLUMN) + 2 * self._look.px(_PAD)
        return QSize(width, self.heightForWidth(max(self.width(), 1) if self.isVisible() else width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(_COLUMN) + 2 * self._look.px(_PAD), self._look.px(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, width = self._look, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        rows, column = self._rows(width), (width - 2 * look.px(_PAD)) // self._columns(width)
        font, small = look.font(_SIZE, MEDIUM), look.font(13, MEDIUM)
        ascent = (look.px(_LINE) + QFontMetrics(font).ascent() - QFontMetrics(font).descent()) // 2
        for at, word in enumerate(self._words):
            left, top = look.px(_PAD) + at // rows * column, look.px(_PAD // 2) + at % rows * look.px(_LINE)
            number = str(at + 1)
            painter.setFont(small)
            painter.setPen(look.colour("hint"))
            painter.drawText(left + look.px(_NUMBER - 8) - QFontMetrics(small).horizontalAdvance(number), top + ascent, number)
            painter.setFont(font)
            painter.setPen(look.colour("text"))
            painter.drawText(left + look.px(_NUMBER), top + ascent, word)
        painter.end()
