"""The page that is written on: what was said, in its own face, its paragraphs numbered in the margin."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.look import Look

_SIZE, _LINE = 18, 30
_BREAKS = str.maketrans({"\u2029": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})
_RIGHT_TO_LEFT = ("ug", "fa", "ar", "ur", "he", "ps")


class TestimonyEdit(QTextEdit):
    """One language of a testimony.

    ``typed`` comes after each change by hand, ``paragraph_changed`` when the keyboard stands in another paragraph (its
    number, from 1; 0 before the first).
    """

    __test__ = False  # a widget, whatever its name looks like to a test runner

    typed = Signal()
    paragraph_changed = Signal(int)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._loading = False
        self._paragraph = 0
        self._starts: tuple[int, list[QTextBlock]] = (-1, [])
        self.unread: frozenset[int] = frozenset()
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._margin = _Margin(self)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._margin.update())
        look.fit(self, self._dress)

    # --- the text ---

    def show_text(self, text: str, lang: str) -> None:
        """Show a text from its beginning; what was undone before is forgotten."""
        self._loading = True
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
            if lang.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT
            else Qt.LayoutDirection.LeftToRight
        )
        self.document().setUndoRedoEnabled(False)
        self.clear()
        cursor = self.textCursor()
        cursor.setBlockFormat(self._block_format())
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.document().setUndoRedoEnabled(True)
        self._loading = False
        self._moved()

    def text(self) -> str:
        """The text as it stands, to the character."""
        # Not toPlainText, which makes plain spaces of those that do not break.
        return self.document().toRawText().translate(_BREAKS)

    def _changed(self) -> None:
        self._margin.update()
        if not self._loading:
            self.typed.emit()

    # --- paragraphs ---

    def _moved(self) -> None:
        number = self.paragraph_at(self.textCursor().block())
        if number != self._paragraph:
            self._paragraph = number
            self.paragraph_changed.emit(number)

    def paragraph_at(self, block: QTextBlock) -> int:
        """The number of the paragraph that a block belongs to; that of the one before it for a blank line."""
        return sum(1 for each in self.starts() if each.blockNumber() <= block.blockNumber())

    def starts(self) -> list[QTextBlock]:
        """The first block of each paragraph."""
        revision = self.document().revision()
        if self._starts[0] != revision:
            self._starts = (revision, self._find_starts())
        return self._starts[1]

    def _find_starts(self) -> list[QTextBlock]:
        found = []
        block, blank = self.document().begin(), True
        while block.isValid():
            empty = not block.text().strip()
            if not empty and blank:
                found.append(block)
            blank = empty
            block = block.next()
        return found

    def top_of(self, paragraph: int) -> int | None:
        """How far below the top of the page a paragraph begins, in pixels; ``None`` if there is no such paragraph."""
        starts = self.starts()
        if not 1 <= paragraph <= len(starts):
            return None
        box = self.document().documentLayout().blockBoundingRect(starts[paragraph - 1])
        return round(box.top()) - self.verticalScrollBar().value()

    def bring_to(self, paragraph: int, top: int) -> None:
        """Scroll so that a paragraph begins ``top`` pixels below the top, as its counterpart does."""
        now = self.top_of(paragraph)
        if now is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + now - top)

    def go_to(self, paragraph: int) -> None:
        """Put the keyboard into a paragraph."""
        starts = self.starts()
        if 1 <= paragraph <= len(starts):
            cursor = self.textCursor()
            cursor.setPosition(starts[paragraph - 1].position())
            self.setTextCursor(cursor)
            self.bring_to(paragraph, self._look.px(24))

    # --- looks ---

    def _block_format(self) -> QTextBlockFormat:
        out = QTextBlockFormat()
        out.setLineHeight(self._look.px(_LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return out

    def _font(self) -> QFont:
        return self._look.font(_SIZE, serif=True)

    def _dress(self) -> None:
        undo = self.document().isUndoRedoEnabled()
        text, at = self.text(), self.textCursor().position()
        self.document().setDefaultFont(self._font())
        self.setStyleSheet(self._look.style(f"QTextEdit#page {{ font-size: {_SIZE}px; }}"))
        self.setFont(self._font())
        self.setViewportMargins(self._look.px(48), 0, 0, 0)
        if text and undo:
            # A new line height is a change of every block: the text is set anew, with the keyboard where it was.
            self.show_text(text, "ug" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "en")
            cursor = self.textCursor()
            cursor.setPosition(at)
            self.setTextCursor(cursor)
        self._place_margin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_margin()

    def _place_margin(self) -> None:
        width = self._look.px(48)
        at = self.width() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        self._margin.setGeometry(QRect(at, 0, width, self.viewport().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the paragraph with a blank line; Shift+Enter begins a new line inside it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.textCursor().insertText("\n" if shift else "\n\n")
                self.ensureCursorVisible()
                return
        super().keyPressEvent(event)


class _Margin(QWidget):
    """The numbers of the paragraphs, and a mark beside those that were not read back."""

    def __init__(self, page: TestimonyEdit) -> None:
        super().__init__(page)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        page, look = self._page, self._page._look
        painter = QPainter(self)
        painter.setFont(look.font(13))
        layout, scrolled = page.document().documentLayout(), page.verticalScrollBar().value()
        for number, block in enumerate(page.starts(), 1):
            top = round(layout.blockBoundingRect(block).top()) - scrolled
            if top > self.height():
                break
            if top < -look.px(40):
                continue
            unread = number in page.unread
            painter.setPen(look.colour("attention" if unread else "text2"))
            box = QRect(0, top + look.px(4), self.width() - look.px(16), look.px(24))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(number))
            if unread:
                painter.drawPixmap(0, top + look.px(8), look.pixmap("circle-dashed", "attention", 14))
        painter.end()
