"""The panel below the two texts: the current find, why it was found, the answers, and how many are decided."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.review import Find
from ui.look import Look
from ui.pages.export_words import kind_words, state_words, why_words
from ui.widgets.buttons import FILLED, QUIET, KeyButton
from ui.widgets.flow import Flow
from ui.widgets.steps import Decided
from ui.widgets.words import words

_LONGEST = 40
NARROW = 900


class FindPanel(QWidget):
    """``show_find`` shows one; ``say`` says something in its place. The buttons are wired by the step."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        column = QVBoxLayout(self)
        look.pad(column, self, (32, 8, 32, 10), 6)
        self._line = QHBoxLayout()
        look.pad(self._line, self, (0, 0, 0, 0), 12)
        self.text = words("", "said")
        self.count = words("", "note")
        self.why = words("", "note", wrap=True)
        self.how_many = words("", "strong")
        self.blocks = Decided(look)
        self._line.addWidget(self.text)
        self._line.addWidget(self.count)
        self._line.addWidget(self.why, 1)
        self._line.addStretch(0)
        self._line.addWidget(self.how_many)
        self._line.addWidget(self.blocks)
        self.list = KeyButton(look, self.tr("The mosaic"), "L", height=28, kind=QUIET)
        self._line.addWidget(self.list)
        column.addLayout(self._line)
        self._below = QVBoxLayout()
        column.addLayout(self._below)
        self._buttons = buttons = Flow(look)
        self.mask_it = KeyButton(look, self.tr("Mask"), "M", kind=FILLED, bind=False)
        self.this_is = KeyButton(look, self.tr("This is…"), "P", bind=False)
        self.safe = KeyButton(look, self.tr("Safe to show"), "S", bind=False)
        self.undo = KeyButton(look, self.tr("Undo"), "U", bind=False)
        self.back = KeyButton(look, self.tr("Back"), "K", bind=False)
        self.next = KeyButton(look, self.tr("Next"), "J", bind=False)
        self.go = KeyButton(look, self.tr("To the check"), "Ctrl+Return", bind=False)
        for button in (self.mask_it, self.this_is, self.safe, self.undo, self.back, self.next, self.go):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the texts
            buttons.add(button)
        column.addWidget(buttons)
        self._narrow: bool | None = None
        self._question = False
        look.fit(self, self._fit)

    def wire(self, **acts: Callable[[], None]) -> None:
        """What each button does, by its name."""
        for name, act in acts.items():
            getattr(self, name).clicked.connect(lambda _checked=False, act=act: act())

    # --- showing ---

    def show_find(self, find: Find, questions: int, undo: bool) -> None:
        """Show a find. ``undo``: something can be taken back."""
        shown = " ".join(find.text.split())
        self.text.setText(f"“{shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + '…'}”")
        if find.question is not None:
            self.count.setText(self.tr("find {0} of {1}").format(find.question, questions))
        else:
            self.count.setText(kind_words(find.kind))
        opened = find.state == "undecided"
        parts = [why_words(find), "" if opened else self.tr("Now {0}.").format(state_words(find))]
        if opened and find.same_text == 1:
            parts.append(self.tr("One answer settles one more."))
        elif opened and find.same_text:
            parts.append(self.tr("One answer settles {0} more.").format(find.same_text))
        elif find.alone and find.question is not None:
            parts.append(self.tr("The answer holds for this place only."))
        self.why.setText(" ".join(part for part in parts if part))
        self._question = find.question is not None
        for button in (self.mask_it, self.this_is):
            button.setEnabled(self._question)
        self.safe.setEnabled(self._question and find.can_be_safe)
        self.undo.setEnabled(undo)

    def show_decided(self, states: tuple[bool, ...], current: int) -> None:
        """For each question whether it is decided; which is the current one (-1: none)."""
        self.blocks.show_states(states, current)
        self.how_many.setText(
            self.tr("{0} of {1} decided").format(sum(states), len(states)) if states else self.tr("Nothing to decide")
        )
        self.go.setEnabled(all(states))

    def say(self, text: str) -> None:
        """Words in place of a find."""
        self.text.setText("")
        self.count.setText("")
        self.why.setText(text)
        for button in (self.mask_it, self.this_is, self.safe, self.undo):
            button.setEnabled(False)

    def note(self, text: str) -> None:
        """A line in place of the reason; the find stays."""
        self.why.setText(text)

    def make_room(self, given: bool) -> None:
        """Give the room of the answers to what stands above."""
        for widget in (self.text, self.count, self.why, self._buttons):
            widget.setVisible(not given)

    # --- looks ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _fit(self) -> None:
        self._narrow = None
        self._arrange()

    def _arrange(self) -> None:
        """Where it is narrow, the reason stands below and the ways that have a key in the bar at the foot give their room."""
        narrow = self.width() < self.look.px(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._below.addWidget(self.why)
        else:
            self._line.insertWidget(2, self.why, 1)
        self._line.setStretch(3 if not narrow else 2, 1 if narrow else 0)
        # Room for two lines, so that the texts above do not jump from find to find.
        self.why.setMinimumHeight(self.look.px(19 if narrow else 38))
        self.list.setVisible(narrow)
        for widget in (self.back, self.next, self.blocks):
            widget.setVisible(not narrow)
        self.go.show_cap(not narrow)
