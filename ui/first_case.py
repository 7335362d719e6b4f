"""The last step of a first start, where the list of cases would be: what is done already, and the first case.

It stands there whenever a vault holds no case, so that whoever left in the middle goes on here after unlocking.
"""

from __future__ import annotations

import datetime as dt
from importlib.resources import as_file
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.paths import resource
from app.services import cases, intake, ways, work
from app.services.open_vault import OpenVault
from ui.case_import import Store
from ui.errors import told
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.buttons import FILLED, KeyButton
from ui.widgets.centred import Centred
from ui.widgets.fields import FieldRow, LineField
from ui.widgets.flow import Flow
from ui.widgets.words import Notice, words

if TYPE_CHECKING:
    from app.services.values import CaseSummary

#: What ``show_entry`` of the testimony page is told to begin the first of a case, and its interview.
BEGIN = "begin"


class FirstCase(QWidget):
    """``begun`` carries the id of a case that was made here, ``sample`` what imports the sample case.

    ``bring`` asks for the import of a file, ``sheets`` for recovery sheets. The owner says what came of it.
    """

    begun = Signal(str)
    bring = Signal()
    sample = Signal(object)
    sheets = Signal()

    def __init__(self, look: Look, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.tasks = look, tasks
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Centred(look, 640, self)
        outer.addWidget(frame)
        column = frame.column
        head = QHBoxLayout()
        head.addWidget(words(self.tr("The first case"), "title"), 1)
        head.addWidget(words(self.tr("4 of 4: the first case"), "quiet"))
        column.addLayout(head)
        lead = self.tr(
            "It has a code and nothing else to begin with; then the interview begins. You may also leave now: this waits here."
        )
        column.addWidget(words(lead, "", wrap=True))
        self.code = LineField(self.tr("Code"))
        self.row = FieldRow(look, self.tr("Code of the case"), self.code, above=True)
        column.addWidget(self.row)
        self.notice = Notice(look, self)
        column.addWidget(self.notice)
        column.addSpacing(8)
        buttons = Flow(look, self)
        self.go = KeyButton(look, self.tr("Begin the case"), "Return", kind=FILLED, height=40, bind=False, parent=self)
        self.go.clicked.connect(self.begin)
        self.import_button = KeyButton(look, self.tr("Import a case file…"), "Ctrl+I", height=40, bind=False, parent=self)
        self.import_button.clicked.connect(self.bring)
        self.look_at = KeyButton(look, self.tr("Look at a sample case"), "Alt+S", height=40, parent=self)
        self.look_at.clicked.connect(lambda: self.sample.emit(_sample()))
        self.make_sheets = KeyButton(look, self.tr("Make recovery sheets…"), "Alt+R", height=40, parent=self)
        self.make_sheets.clicked.connect(self.sheets)
        for button in (self.go, self.import_button, self.look_at, self.make_sheets):
            buttons.add(button)
        column.addWidget(buttons)
        column.addSpacing(8)
        self.no_sheets = Notice(look, self)
        column.addWidget(self.no_sheets)
        self.setFocusProxy(self.code)
        self._usual_note()
        self._show_sheets(True)

    def _usual_note(self) -> None:
        self.row.say(self.tr("Suggested at random. It must say nothing about the client; a bird or a tree will do."))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.code.text():
            self.code.setText(cases.suggested_code(()))
        self.code.selectAll()
        self.tasks.query(self, lambda vault: ways.is_written(vault.vault), self._show_sheets)

    def _show_sheets(self, written: bool) -> None:
        self.make_sheets.setVisible(not written)
        if written:
            self.no_sheets.clear()
        else:
            self.no_sheets.say(
                self.tr("There are no recovery sheets yet."),
                self.tr("Forget the passphrase, and all is lost; without sheets no backup can be made. It takes five minutes."),
            )

    def begin(self) -> None:
        """Make a case of this code, opened today."""
        code, today = self.code.text().strip(), dt.date.today().isoformat()
        self._usual_note()
        if not code:
            self.row.say(self.tr("Write a code."), "circle-alert", "attention")
            self.code.setFocus()
            return
        self.go.setEnabled(False)
        self.tasks.command(self, lambda vault: work.new_case(vault.vault, code, today), self._done, self._refused)

    def _done(self, summary: CaseSummary) -> None:
        self.go.setEnabled(True)
        self.begun.emit(summary.id)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        shown = told(error)
        if error.spots:
            self.row.say(error.reasons[0] if error.reasons else shown.head, "circle-alert", "attention")
        else:
            self.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)
        self.code.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            if isinstance(button, KeyButton):
                button.click()
            else:
                self.begin()
        else:
            super().keyPressEvent(event)


def _sample() -> Store:
    """What brings the sample case into the vault."""

    def bring(opened: OpenVault) -> CaseSummary:
        with as_file(resource("sample")) as folder:
            return intake.import_case(opened.vault, folder / "sample.case.json")

    return bring
