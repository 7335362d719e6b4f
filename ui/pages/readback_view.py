"""Reading back, as the witness and the interpreter see it: one paragraph in large type, both languages, how it stands.

Nothing else of the case is in sight. Every button has a key; ``acted`` says which was pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from app.services.reading_back import CONFIRMED, CORRECTED, NOT_REREAD
from ui.look import Look
from ui.pages.readback_end import ReadBackEnd
from ui.pages.readback_passage import Passage
from ui.widgets.buttons import FILLED, QUIET, KeyButton
from ui.widgets.columns import Columns
from ui.widgets.words import Hairline, Icon, Notice, words
from ui.widgets.wrapping import Wrapping

#: Below this width (pixels at 100 %) what has a key loses its icon and side notes go.
_NARROW = 960
#: What every key does. Enter on a button that has the keyboard presses that button.
KEYS = {
    "C": "confirm", "Return": "go", "Enter": "go", "R": "correct", "N": "not-reread", "Left": "back", "Right": "next",
    "Home": "first", "End": "last", "Ctrl+Z": "undo", "F4": "change", "S": "sign", "Esc": "leave",
    "Alt+Up": "other-back", "Alt+Down": "other-next", "Up": "up", "Down": "down", "PgUp": "page-up", "PgDown": "page-down",
}  # fmt: skip
_SCROLL = {"up": -1, "down": 1, "page-up": -6, "page-down": 6}


@dataclass(frozen=True, slots=True)
class Shown:
    """One language of a paragraph: its heading, its words and their language."""

    heading: str
    text: str = field(repr=False)
    lang: str = "en"


class ReadBackView(QWidget):
    """``acted`` carries one of the values of ``KEYS``, or ``lock``, ``hide``, ``statement`` and ``other-statement``."""

    acted = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Read-back"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top())
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How much was read back"))
        self.progress.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = QHBoxLayout()
        look.pad(bar, self, (32, 0, 32, 8), 0)
        bar.addWidget(self.progress)
        column.addLayout(bar)
        self.notice = Notice(look, self)
        strip = QHBoxLayout()
        look.pad(strip, self, (32, 0, 32, 0), 0)
        strip.addWidget(self.notice)
        column.addLayout(strip)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._reading())
        self.end = ReadBackEnd(look, self.acted)
        self.pages.addWidget(self.end)
        column.addWidget(self.pages, 1)
        for key, act in KEYS.items():
            self._bind(key, partial(self._key, act))
        self._count = self._front = 0  # how many languages there are, and which of them has the room
        self._turning = self._bind("Tab", self._turn)
        look.fit(self, self._arrange)

    def _bind(self, key: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return shortcut

    def _button(self, text: str, key: str, act: str, *, icon: str = "", kind: str = "", height: int = 36) -> KeyButton:
        button = KeyButton(
            self.look, text, key, icon=icon, height=height, bind=False, parent=self, **({"kind": kind} if kind else {})
        )
        button.clicked.connect(lambda: self.acted.emit(act))
        return button

    def _top(self) -> QWidget:
        look, top = self.look, QWidget(self)
        column = QVBoxLayout(top)
        look.pad(column, top, (32, 8, 32, 6), 4)
        row = QHBoxLayout()
        look.pad(row, top, (0, 0, 0, 0), 12)
        self._icon = Icon(look, "book-open-check", "accent")
        self.title = words(self.tr("Read-back"), "section")
        self.position = words("", "strong")
        for part in (self._icon, self.title, self.position):
            row.addWidget(part)
        buttons = QWidget(top)
        box = Wrapping(buttons, right=True)
        look.pad(box, buttons, (0, 0, 0, 0), 8)
        self.hide_button = self._button(self.tr("Hide"), "F12", "hide", icon="eye-off")
        self.lock_button = self._button(self.tr("Lock"), "", "lock", icon="lock")
        self.leave_button = self._button(self.tr("Leave"), "Esc", "leave")
        for button in (self.hide_button, self.lock_button, self.leave_button):
            box.addWidget(button)
        row.addWidget(buttons, 1)
        column.addLayout(row)
        under = QHBoxLayout()
        look.pad(under, top, (0, 0, 0, 0), 8)
        self.how = words("", "note", wrap=True)
        self.change_button = self._button(self.tr("Change…"), "F4", "change", kind=QUIET, height=28)
        under.addWidget(self.how, 1)
        under.addWidget(self.change_button)
        column.addLayout(under)
        return top

    def _reading(self) -> QWidget:
        look, paper = self.look, QWidget(self)
        paper.setObjectName("paper")
        paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(look))
        self.passages = (Passage(look, self), Passage(look, self))
        self.both = Columns(look, *self.passages, narrow=820)
        column.addWidget(self.both, 1)
        column.addWidget(Hairline(look))
        foot = QWidget(paper)
        box = QVBoxLayout(foot)
        look.pad(box, foot, (32, 8, 32, 10), 8)
        state = QHBoxLayout()
        look.pad(state, foot, (0, 0, 0, 0), 8)
        self._state_icon = Icon(look, "circle-dashed", "attention")
        self.state = words("", "strong", wrap=True)
        state.addWidget(self._state_icon)
        state.addWidget(self.state, 1)
        box.addLayout(state)
        row = Wrapping()
        look.pad(row, foot, (0, 0, 0, 0), 8)
        self.confirm_button = self._button(self.tr("Confirm"), "Return", "confirm", icon="check", kind=FILLED, height=40)
        self.correct_button = self._button(self.tr("Correct…"), "R", "correct", icon="pencil", height=40)
        self.not_button = self._button(self.tr("Not reread"), "N", "not-reread", icon="circle-slash", height=40)
        self.back_button = self._button(self.tr("Back"), "Left", "back", height=40)
        self.next_button = self._button(self.tr("On"), "Right", "next", height=40)
        self.undo_button = self._button(self.tr("Undo"), "Ctrl+Z", "undo", icon="undo-2", height=40)
        self._iconed = (
            (self.confirm_button, "check"), (self.correct_button, "pencil"), (self.not_button, "circle-slash"),
            (self.undo_button, "undo-2"), (self.hide_button, "eye-off"), (self.lock_button, "lock"),
        )  # fmt: skip
        for button in (
            self.confirm_button, self.correct_button, self.not_button, self.back_button, self.next_button, self.undo_button,
        ):  # fmt: skip
            row.addWidget(button)
        box.addLayout(row)
        column.addWidget(foot)
        return paper

    # --- keys ---

    def _key(self, act: str) -> None:
        focus = QApplication.focusWidget()
        if act == "go":
            if isinstance(focus, KeyButton) and self.isAncestorOf(focus):
                focus.click()
                return
            act = self.end.step if self.at_end else "confirm"
        if act in _SCROLL:
            for passage in self.passages:
                passage.scroll_by(_SCROLL[act])
            return
        self.acted.emit(act)

    @property
    def at_end(self) -> bool:
        """Whether the last page is shown, where it is counted and signed."""
        return self.pages.currentWidget() is self.end

    # --- showing ---

    def show_how(self, how: str) -> None:
        """In which language it is read, through whom, on which day."""
        self.how.setText(how)

    def show_progress(self, done: int, count: int) -> None:
        """How many of the paragraphs have their result."""
        self.progress.setMaximum(max(count, 1))
        self.progress.setValue(done)

    def show_paragraph(self, position: str, shown: Sequence[Shown], result: str, why: str, *, undo: bool) -> None:
        """One paragraph in one language or in two; ``why`` it was corrected, where it was."""
        self.position.setText(position)
        self._count = len(shown)
        for passage, one in zip(self.passages, shown, strict=False):
            passage.show_words(one.heading, one.text, one.lang)
        self._show_sides()
        icon, token, text = {
            CONFIRMED: ("circle-check", "accent", self.tr("Confirmed")),
            CORRECTED: ("pencil", "accent", self._corrected(why)),
            NOT_REREAD: ("circle-slash", "attention", self.tr("Not reread: it stays marked “not read back”")),
        }.get(result, ("circle-dashed", "attention", self.tr("Not read back yet")))
        self._state_icon.show_icon(icon, token)
        self.state.setText(text)
        self.undo_button.setEnabled(undo)
        self.pages.setCurrentIndex(0)
        said = ". ".join([position, *(one.text for one in shown), text])
        self.setAccessibleDescription(said)

    def _corrected(self, why: str) -> str:
        if not why:
            return self.tr("Corrected; it stands here in its new words")
        return self.tr("Corrected: {0}. It stands here in its new words").format(why.strip().rstrip("."))

    def show_end(self, position: str) -> None:
        """The last page, which was filled."""
        self.position.setText(position)
        self.pages.setCurrentWidget(self.end)
        self.setAccessibleDescription(" ".join(self.end.lines))

    # --- room ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _is_small(self) -> bool:
        """Whether there is room for one language only: then Tab brings the other in its place."""
        return self.width() < self.look.px(_NARROW) and self.height() < self.look.px(480)

    def _show_sides(self) -> None:
        alone = self._is_small and self._count > 1
        for number, passage in enumerate(self.passages):
            passage.setVisible(number < self._count and (not alone or number == self._front))
            passage.tell_key(self.tr("Tab: the other language") if alone else "")
        self.both.only(alone or self._count < 2)
        self._turning.setEnabled(alone)

    def _turn(self) -> None:
        self._front = 1 - self._front
        self._show_sides()

    def _arrange(self) -> None:
        narrow, small = self.width() < self.look.px(_NARROW), self._is_small
        for button, icon in self._iconed:
            button.set_icon("" if narrow else icon)
            button.updateGeometry()
        self.title.setVisible(not narrow)
        for button in (self.back_button, self.next_button, self.undo_button):
            button.setVisible(not small)  # their keys work on; the words have the room
        self.how.setVisible(not small)
        self.change_button.setVisible(not small)
        self._show_sides()
