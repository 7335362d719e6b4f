"""The panel beneath a page of an exhibit: what is chosen, what can be done with it, and how far the document is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.exhibits import OPEN, OUT, READY, Standing
from app.services.exporting import profiles
from ui import vocabulary
from ui.look import Look
from ui.pages.exhibit_work import PageWork
from ui.pages.export_find import NARROW
from ui.pages.export_words import kind_words
from ui.widgets.buttons import FILLED, KeyButton
from ui.widgets.fields import Choice
from ui.widgets.flow import Flow
from ui.widgets.steps import Decided
from ui.widgets.words import words

translate = QCoreApplication.translate
_LONGEST = 40


class ExhibitPanel(QWidget):
    """The buttons are wired by the desk, by name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        column = QVBoxLayout(self)
        look.pad(column, self, (32, 8, 32, 10), 6)
        line = QHBoxLayout()
        look.pad(line, self, (0, 0, 0, 0), 12)
        self.text = words("", "strong")
        self.why = words("", "note", wrap=True)
        self.state = words("", "strong")
        self.blocks = Decided(look)
        self.profile = Choice(
            look,
            self.tr("Proposals for"),
            [(facts.key, self.tr("for {0}").format(vocabulary.profile(facts.key))) for facts in profiles()],
            "counsel",
        )
        line.addWidget(self.text)
        line.addWidget(self.why, 1)
        line.addWidget(self.profile)
        line.addWidget(self.state)
        line.addWidget(self.blocks)
        column.addLayout(line)
        self._all: list[KeyButton] = []
        buttons = Flow(look)
        self.accept = self._button(buttons, self.tr("Box it"), "M", kind=FILLED)
        self.refuse = self._button(buttons, self.tr("May be seen"), "S")
        self.new = self._button(buttons, self.tr("New box"), "N")
        self.remove = self._button(buttons, self.tr("Remove the box"), "Del")
        self.cover = self._button(buttons, self.tr("Whole page"), "B")
        self.all_but = self._button(buttons, self.tr("All but this"), "O")
        self.undo = self._button(buttons, self.tr("Undo"), "U")
        self.exported = self._button(buttons, self.tr("As exported"), "V")
        self.leave_out = self._button(buttons, self.tr("Leave the page out"), "X")
        self.ready = self._button(buttons, self.tr("Page is ready"), "R", kind=FILLED)
        column.addWidget(buttons)

    def _button(self, row: Flow, text: str, key: str, kind: str = "outlined") -> KeyButton:
        button = KeyButton(self.look, text, key, kind=kind, bind=False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the page
        row.add(button)
        self._all.append(button)
        return button

    def wire(self, **acts: Callable[[], None]) -> None:
        """What each button does, by its name."""
        for name, act in acts.items():
            getattr(self, name).clicked.connect(lambda _checked=False, act=act: act())

    # --- showing ---

    def show_work(self, work: PageWork, *, as_exported: bool, unread: str) -> None:
        """Show what is chosen on a page. ``unread``: why nothing is proposed for it, "" where words could be read."""
        proposal, box, opened = work.current(), work.box(), work.open()
        if as_exported:
            self._say(self.tr("As it will be exported"), self.tr("Black is black in the file: nothing is under it."))
        elif proposal is not None:
            shown = proposal.text if len(proposal.text) <= _LONGEST else proposal.text[: _LONGEST - 1] + "…"
            what = kind_words(proposal.kind)
            asked = self.tr("{0}; is it to be seen?") if proposal.state == "undecided" else self.tr("{0}, withheld by rule.")
            if proposal.boxed:
                asked = self.tr("{0}: what a rule withholds from this reader goes under a box.")
            self._say(f"“{shown}”", " ".join((asked.format(what), self._left(len(opened)))))
        elif box is not None:
            self._say(self.tr("A box"), self.tr("Arrows move it, with Shift they size it, with Ctrl finely."))
        elif opened:
            self._say(self._left(len(opened)), self.tr("J goes to the next. Look at the rest of the page yourself too."))
        else:
            self._say("", unread or self.tr("Drag with the mouse, or press N for a box. What is not under a box is shown."))
        editing = not as_exported
        for button, usable in (
            (self.accept, proposal is not None),
            (self.refuse, proposal is not None and not proposal.boxed),
            (self.remove, box is not None),
            (self.all_but, box is not None),
            (self.new, True),
            (self.cover, True),
            (self.undo, bool(work.past)),
        ):
            button.setEnabled(editing and usable)
        self.ready.setEnabled(not opened and work.plan.state != READY)
        self.leave_out.setEnabled(True)
        self.exported.setEnabled(True)
        self.leave_out.set_words(self.tr("Take it in again") if work.plan.state == OUT else self.tr("Leave the page out"))
        self.exported.set_words(self.tr("Back to the boxes") if as_exported else self.tr("As exported"))
        self._spare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare()

    def _spare(self) -> None:
        """Where it is narrow, only what can be done now takes room."""
        narrow = self.width() < self.look.px(NARROW)
        for button in self._all:
            button.show_cap(not narrow)
            button.setVisible(not narrow or button.isEnabled())
        self.blocks.setVisible(not narrow)

    def _left(self, count: int) -> str:
        return self.tr("One proposal is open.") if count == 1 else self.tr("{0} proposals are open.").format(count)

    def show_pages(self, states: tuple[str, ...], current: int) -> None:
        """How far the document is; pages from 0."""
        self.blocks.show_states(tuple(state != OPEN for state in states), current)
        self.state.setText(
            self.tr("page {0} of {1}: {2}").format(current + 1, len(states), state_words(states[current])) if states else ""
        )

    def say(self, text: str) -> None:
        """Words in place of a page."""
        self._say("", text)
        for button in self._all:
            button.setEnabled(False)
        self._spare()

    def _say(self, head: str, text: str) -> None:
        self.text.setText(head)
        self.text.setVisible(bool(head))
        self.why.setText(text)


def state_words(state: str) -> str:
    """How a page stands."""
    return {
        OPEN: translate("ExhibitPanel", "to be looked at"),
        READY: translate("ExhibitPanel", "ready"),
        OUT: translate("ExhibitPanel", "left out"),
    }[state]


def exhibit_words(standing: Standing) -> str:
    """How far a document is."""
    if not standing.begun:
        return translate("ExhibitPanel", "Nobody has looked at its pages for this yet.")
    if standing.done and standing.left_out:
        text = translate("ExhibitPanel", "{0} of {1} pages are ready, the others are left out.")
        return text.format(standing.ready, standing.pages)
    if standing.done:
        return translate("ExhibitPanel", "Every page is ready.")
    if standing.left_out == standing.pages:
        return translate("ExhibitPanel", "Every page is left out.")
    decided = standing.ready + standing.left_out
    return translate("ExhibitPanel", "{0} of {1} pages were looked at.").format(decided, standing.pages)
