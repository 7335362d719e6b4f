"""The page that is written on: what was said, in its own face, its paragraphs numbered in the margin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QMargins, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.domain.speakers import ASKED, speaker
from app.services.testimony import with_breaks_of
from ui.look import Look
from ui.pages.testimony_margin import Margin
from ui.widgets.fields import is_ctrl_e
from ui.widgets.pasting import may_paste

_SIZE, _LINE = 18, 30
#: Letters that stand upon each other need more room between the lines.
_TALL_LINE, _TALL = 38, ("bo", "dz")
_RIGHT_TO_LEFT = ("ug", "fa", "ar", "ur", "he", "ps", "sd", "ckb", "dv", "yi")
_SCRIPTS = {"arab": True, "hebr": True, "thaa": True, "latn": False, "cyrl": False}
#: What a paste may bring besides its words, and what no case file should hold.
_NOT_PASTED = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65532, 64976, 64977))


def _plain(raw: str) -> str:
    """The text of a document as Qt keeps it, with plain line ends. At each key: a table to translate by takes far longer."""
    return raw.replace("\u2029", "\n").replace("\ufdd0", "\n").replace("\ufdd1", "\n")


def is_right_to_left(lang: str) -> bool:
    """Whether a language is written from right to left: its script says so where the tag names one."""
    parts = lang.lower().split("-")
    return next((_SCRIPTS[part] for part in parts[1:] if part in _SCRIPTS), parts[0] in _RIGHT_TO_LEFT)


class TestimonyEdit(QTextEdit):
    """One language of a testimony.

    ``typed`` comes after each change by hand, ``entered`` when the page gets the keyboard, ``paragraph_changed`` when the
    keyboard stands in another paragraph (its number, from 1; 0 before the first), ``resized`` when lines break anew.
    """

    __test__ = False  # a widget, whatever its name looks like to a test runner

    typed = Signal()
    entered = Signal()
    paragraph_changed = Signal(int)
    resized = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._loading = False
        self._paragraph = 0
        self.on_tab: Callable[[bool], bool] | None = None  # asked first where Tab goes
        self._text, self._lang = "", "en"  # what was shown last
        self._starts: tuple[int, list[int]] = (-1, [])
        self.unread: frozenset[int] = frozenset()
        #: What a paragraph begins with that Enter begins here; ``None`` while nobody is told apart.
        self.opening: Callable[[], str] | None = None
        self._marks: list[tuple[QTextCursor, str]] = []  # they stay with their paragraphs while one types
        self._tinted: list[tuple[int, int]] = []
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._margin = Margin(self)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())
        look.fit(self, self._dress)

    # --- the text ---

    def show_text(self, text: str, lang: str) -> None:
        """Show a text from its beginning; what was undone before is forgotten."""
        self._loading = True
        self._text, self._lang = text, lang
        right = is_right_to_left(lang)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        self.document().setUndoRedoEnabled(False)
        self.clear()
        cursor = self.textCursor()
        cursor.setBlockFormat(self._block_format())
        cursor.insertText(text)
        self._leave_room()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.document().setUndoRedoEnabled(True)
        self.document().setModified(False)
        self._loading = False
        self._marks = []
        self._place_margin()
        self._moved()
        self._tint()

    def text(self) -> str:
        """The text as it stands, to the character."""
        if not self.changed:
            return self._text
        # Not toPlainText, which makes plain spaces of those that do not break.
        return with_breaks_of(self._text, _plain(self.document().toRawText()))

    def text_with_composition(self) -> str:
        """The text with the letters that an input method has not made a word of yet, where they stand."""
        cursor = self.textCursor()
        composed = cursor.block().layout().preeditAreaText()
        if not composed:
            return self.text()
        raw = self.document().toRawText().encode("utf-16-le", "surrogatepass")
        at = 2 * (cursor.block().position() + cursor.block().layout().preeditAreaPosition())
        whole = raw[:at] + composed.encode("utf-16-le", "surrogatepass") + raw[at:]
        return with_breaks_of(self._text, _plain(whole.decode("utf-16-le", "surrogatepass")))

    @property
    def composing(self) -> bool:
        """Whether an input method holds letters that are no part of the text yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    @property
    def changed(self) -> bool:
        """Whether the text was changed since it was shown, or since ``mark_saved``; what was undone is no change."""
        return self.document().isModified()

    def mark_saved(self, text: str) -> None:
        """What stands here is now what is saved."""
        self._text = text
        self.document().setModified(False)

    def mark_changed(self) -> None:
        """What stands here differs from what is saved, whatever is undone."""
        self.document().setModified(False)  # Qt forgets which state was saved only when the mark changes
        self.document().setModified(True)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words and nothing but words, in the face of this page."""
        if source.hasText() and may_paste(self, source.text(), self.document().characterCount()):
            self.textCursor().insertText(source.text().translate(_NOT_PASTED))
            self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        """Ctrl+E makes an event of what is selected; Qt on Linux would keep it here, for the end of the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and is_ctrl_e(event):
            event.ignore()
            return False
        return super().event(event)

    def lines(self) -> list[str]:
        """Every line of the text (a block of the document each)."""
        return _plain(self.document().toRawText()).split("\n")

    def selected(self) -> str:
        """The words that are selected."""
        return _plain(self.textCursor().selectedText())

    def turn(self, start: int, end: int, text: str) -> None:
        """Put a text in place of a part of the paragraph in which the keyboard stands, as one step to be undone."""
        starts = self.starts()
        number = self.paragraph_at(self.textCursor().block())
        if number:
            at = self.document().findBlockByNumber(starts[number - 1]).position()
        else:
            at = self.textCursor().position()
        cursor = QTextCursor(self.document())
        cursor.setPosition(at + start)
        cursor.setPosition(at + end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    def paragraph_text(self) -> str:
        """The first line of the paragraph in which the keyboard stands."""
        number = self.paragraph_at(self.textCursor().block())
        return self.line_of(number) if number else ""

    def line_of(self, paragraph: int) -> str:
        """The first line of a paragraph."""
        return self.document().findBlockByNumber(self.starts()[paragraph - 1]).text()

    def _changed(self) -> None:
        self._margin.update()
        self._tint()
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
        return bisect_right(self.starts(), block.blockNumber())

    def starts(self) -> list[int]:
        """The number of the first block of each paragraph."""
        revision = self.document().revision()
        if self._starts[0] != revision:
            found, blank = [], True
            # One question for all blocks: to ask each would take longer than a key press may.
            for number, line in enumerate(self.lines()):
                empty = not line.strip()
                if blank and not empty:
                    found.append(number)
                blank = empty
            self._starts = (revision, found)
        return self._starts[1]

    def top_of(self, paragraph: int) -> int | None:
        """How far below the top of the page a paragraph begins, in pixels; ``None`` if there is no such paragraph."""
        starts = self.starts()
        if not 1 <= paragraph <= len(starts):
            return None
        return self._top(starts[paragraph - 1])

    def _top(self, block_number: int) -> int:
        block = self.document().findBlockByNumber(block_number)
        return round(self.document().documentLayout().blockBoundingRect(block).top()) - self.verticalScrollBar().value()

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
            cursor.setPosition(self.document().findBlockByNumber(starts[paragraph - 1]).position())
            self.setTextCursor(cursor)
            self.bring_to(paragraph, self._look.px(24))

    # --- what is told about paragraphs ---

    def show_marks(self, marks: dict[int, str]) -> None:
        """The marks of the interviewer, by paragraph of the text as it stands here."""
        starts, self._marks = self.starts(), []
        for number, mark in marks.items():
            if number <= len(starts):
                self._marks.append((QTextCursor(self.document().findBlockByNumber(starts[number - 1])), mark))
        self._margin.update()

    @property
    def marks(self) -> dict[int, str]:
        """The same, as they stand now."""
        return {self.paragraph_at(cursor.block()): mark for cursor, mark in self._marks}

    def _scrolled(self) -> None:
        self._margin.update()
        self._tint()

    def visible_paragraphs(self) -> Iterator[tuple[int, int, int]]:
        """``(number, top, bottom)`` of each paragraph in sight, in pixels below the top of the page."""
        starts = self.starts()
        first = self.paragraph_at(self.cursorForPosition(QPoint(0, 0)).block())
        for number in range(max(first, 1), len(starts) + 1):
            top = self._top(starts[number - 1])
            if top > self.viewport().height():
                return
            last = number == len(starts)
            end = (
                self._top(starts[number] - 1)
                if not last
                else self._top(self.document().blockCount() - 1) + self._look.px(_LINE)
            )
            yield number, top, end

    def _tint(self) -> None:
        """Questions stand back a little. Only those in sight: a long text is not gone through at each key."""
        wanted = []
        starts = self.starts()
        for number, _, _ in self.visible_paragraphs() if starts else ():
            if speaker(self.line_of(number)) == ASKED:
                begin = self.document().findBlockByNumber(starts[number - 1]).position()
                after = starts[number] if number < len(starts) else self.document().blockCount()
                last = self.document().findBlockByNumber(after - 1)
                wanted.append((begin, last.position() + max(last.length() - 1, 0)))
        if wanted == self._tinted:
            return
        self._tinted, shown = wanted, []
        for begin, end in wanted:
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            one.cursor = cursor
            form = QTextCharFormat()
            form.setForeground(self._look.colour("text2"))
            one.format = form
            shown.append(one)
        self.setExtraSelections(shown)

    # --- looks ---

    def _block_format(self) -> QTextBlockFormat:
        out = QTextBlockFormat()
        line = _TALL_LINE if self._lang.split("-", maxsplit=1)[0] in _TALL else _LINE
        out.setLineHeight(self._look.px(line), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return out

    def _font(self) -> QFont:
        return self._look.font(_SIZE, serif=True)

    def _leave_room(self) -> None:
        """Leave room below the last line, so that it can be read at any height, as its counterpart is."""
        frame = self.document().rootFrame()
        layout = frame.frameFormat()
        layout.setBottomMargin(self._look.px(320))
        frame.setFrameFormat(layout)

    def _dress(self) -> None:
        undo, changed = self.document().isUndoRedoEnabled(), self.changed
        text, shown, at = self.text(), self._text, self.textCursor().position()
        self.document().setDefaultFont(self._font())
        self.setStyleSheet(self._look.style(f"QTextEdit#page {{ font-size: {_SIZE}px; }}"))
        self.setFont(self._font())
        if text and undo:
            # A new line height is a change of every block: the text is set anew, with the keyboard where it was.
            self.show_text(text, self._lang)
            self._text = shown
            cursor = self.textCursor()
            cursor.setPosition(at)
            self.setTextCursor(cursor)
            self.document().setModified(changed)
        self._place_margin()

    @property
    def paragraph(self) -> int:
        """The number of the paragraph in which the keyboard stands."""
        return self._paragraph

    def focusNextPrevChild(self, forward: bool) -> bool:
        return bool(self.on_tab and self.on_tab(forward)) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_margin()
        self._tint()
        self.resized.emit()

    def _place_margin(self) -> None:
        width, right = self._look.px(48), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        margins = QMargins(0, 0, width, 0) if right else QMargins(width, 0, 0, 0)
        if margins != self.viewportMargins():
            self.setViewportMargins(margins)
        self._margin.setGeometry(QRect(self.width() - width if right else 0, 0, width, self.viewport().height()))
        self._margin.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the paragraph with a blank line; Shift+Enter begins a new line inside it.

        Where speakers are told apart, the other one goes on after Enter, the same one after Ctrl+Enter.
        """
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if not ctrl or self.opening is not None:
                opening = self.opening() if self.opening is not None and not ctrl else ""
                self.textCursor().insertText("\n" if shift else "\n\n" + opening)
                self.ensureCursorVisible()
                return
        super().keyPressEvent(event)
