"""One language of a paragraph in large type: in its own face and direction, scrolled by the keys of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from ui.look import Look
from ui.pages.testimony_edit import is_right_to_left
from ui.widgets.words import words

#: Letters of a paragraph that are laid out, at the most: more would hold the window up, and nobody hears so much at once.
LONGEST = 100_000
_SIZE, _LINE = 25, 40
#: Letters that stand upon each other need more room between the lines.
_TALL_LINE, _TALL = 54, ("bo", "dz")


class Passage(QWidget):
    """Shows words and is never written in."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._text, self._lang = look, "", "en"
        self._heading = self._key = ""
        column = QVBoxLayout(self)
        look.pad(column, self, (32, 12, 24, 4), 6)
        self.heading = words("", "note", wrap=True)
        column.addWidget(self.heading)
        self.page = QTextEdit(self)
        self.page.setObjectName("page")
        self.page.setReadOnly(True)
        self.page.setUndoRedoEnabled(False)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.page, 1)
        look.fit(self, self._dress)

    def show_words(self, heading: str, text: str, lang: str) -> None:
        """Show a paragraph from its beginning."""
        self._heading = heading
        self._tell()
        self.page.setAccessibleName(heading)
        if (text, lang) != (self._text, self._lang):
            self._text, self._lang = text, lang
            self._lay_out()

    def tell_key(self, text: str) -> None:
        """What a key does here, behind the heading."""
        self._key = text
        self._tell()

    def _tell(self) -> None:
        self.heading.setText(" · ".join(part for part in (self._heading, self._key) if part))

    @property
    def text(self) -> str:
        """The words that are shown."""
        return self._text

    def scroll_by(self, lines: int) -> None:
        """Scroll by so many lines."""
        bar = self.page.verticalScrollBar()
        bar.setValue(bar.value() + lines * self._look.px(_LINE))

    def _dress(self) -> None:
        self.page.document().setDefaultFont(self._look.font(_SIZE, serif=True))
        self.page.setStyleSheet(self._look.style(f"QTextEdit#page {{ font-size: {_SIZE}px; }}"))
        self.page.setFont(self._look.font(_SIZE, serif=True))
        self.page.setMinimumHeight(self._look.px(_LINE))
        self._lay_out()

    def _lay_out(self) -> None:
        right = is_right_to_left(self._lang)
        self.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        self.page.clear()
        cursor = self.page.textCursor()
        held = QTextBlockFormat()
        line = _TALL_LINE if self._lang.split("-", maxsplit=1)[0] in _TALL else _LINE
        held.setLineHeight(self._look.px(line), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(held)
        cursor.insertText(self._text[:LONGEST])
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self.page.verticalScrollBar().setValue(0)
