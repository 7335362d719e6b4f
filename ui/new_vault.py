"""Making a vault, in three steps: the passphrase; who and where; then the recovery sheets of the vault that was made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.services import session, vaults, ways
from ui.errors import told
from ui.look import Look
from ui.passphrase_fields import PassphraseFields
from ui.place_fields import PlaceFields
from ui.recovery_sheets import LATER, RecoverySheets
from ui.tasks import Tasks
from ui.widgets.buttons import FILLED, KeyButton
from ui.widgets.centred import Centred
from ui.widgets.fields import FieldRow, LineField
from ui.widgets.flow import Flow
from ui.widgets.words import Notice, words

PASSPHRASE, PLACE, SHEETS = range(3)


class NewVaultScreen(QWidget):
    """``made`` carries the new vault's path and its key (a bytearray, to be wiped); ``cancelled`` leads back.

    ``secret`` says that what opens the new vault is on screen: from then on the window locks as it does over the work.
    """

    made = Signal(str, object)
    cancelled = Signal()
    secret = Signal(str)

    def __init__(self, look: Look, tasks: Tasks) -> None:
        super().__init__()
        self.look, self.tasks = look, tasks
        self._weak = self._busy = False
        self._made: tuple[str, bytearray] = ("", bytearray())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Centred(look, 576, self)
        outer.addWidget(frame)
        self._steps_of = (QWidget(self), QWidget(self), QWidget(self))
        head = QHBoxLayout()
        head.addWidget(words(self.tr("New vault"), "title"), 1)
        self.stage = words("", "quiet")
        head.addWidget(self.stage)
        frame.column.addLayout(head)
        self.notice = Notice(look, self)
        self._passphrase_step(self._steps_of[PASSPHRASE])
        self._place_step(self._steps_of[PLACE])
        self._sheets_step(self._steps_of[SHEETS])
        for step in self._steps_of:
            frame.column.addWidget(step)
        frame.column.addWidget(self.notice)
        frame.column.addSpacing(12)
        buttons = Flow(look, self)
        self.go = KeyButton(look, "", "Return", kind=FILLED, height=40, bind=False, parent=self)
        self.go.clicked.connect(self.take_step)
        self.back = KeyButton(look, self.tr("Cancel"), "Esc", height=40, bind=False, parent=self)
        self.back.clicked.connect(self.step_back)
        self.other = KeyButton(look, "", "Alt+L", height=40, parent=self)
        self.other.clicked.connect(self.sheets.take_other)
        for button in (self.go, self.back, self.other):
            buttons.add(button)
        frame.column.addWidget(buttons)
        self._show_step(PASSPHRASE)

    # --- the steps ---

    def _passphrase_step(self, step: QWidget) -> None:
        column = QVBoxLayout(step)
        self.look.pad(column, step, (0, 0, 0, 0), 8)
        lead = self.tr(
            "Choose six or more unrelated words. Only this passphrase, or the recovery sheets, will ever open the vault:"
            " nobody can reset it."
        )
        column.addWidget(words(lead, "", wrap=True))
        column.addSpacing(16)
        self.fields = PassphraseFields(self.look, self.tasks, self.tr("Passphrase"), self.tr("Once more"), step)
        self.fields.typed.connect(self._typed)
        self.fields.key_file.taken.connect(self.notice.clear)
        self.fields.key_file.refused.connect(self._say)
        column.addWidget(self.fields)
        self.passphrase, self.again, self.again_row = self.fields.passphrase, self.fields.again, self.fields.again_row

    def _sheets_step(self, step: QWidget) -> None:
        column = QVBoxLayout(step)
        self.look.pad(column, step, (0, 0, 0, 0), 8)
        later = self.tr(
            "If it is forgotten, everything in the vault is lost, and there can be no backup. You can make sheets at any time:"
            " open the vault, then Settings (Ctrl+,) and “Recovery sheets…”."
        )
        self.sheets = RecoverySheets(self.look, self.tasks, later, step)
        self.sheets.changed.connect(self._name_buttons)
        self.sheets.done.connect(self._sheets_done)
        column.addWidget(self.sheets)

    def _place_step(self, step: QWidget) -> None:
        column = QVBoxLayout(step)
        self.look.pad(column, step, (0, 8, 0, 0), 12)
        self.author = LineField(self.tr("Your name"))
        self.author_row = FieldRow(self.look, self.tr("Your name"), self.author, above=True)
        column.addWidget(self.author_row)
        self.where = PlaceFields(self.look, self.tasks, self.tr("Field vault"), step)
        self.name, self.name_row = self.where.name, self.where.name_row
        column.addWidget(self.where)
        self._usual_note()

    def _usual_note(self) -> None:
        self.author_row.say(self.tr("It stands beside every change in the history. Any name you work under will do."))

    def _show_step(self, number: int) -> None:
        self._step, self._weak = number, False
        for at, step in enumerate(self._steps_of):
            step.setVisible(at == number)
        self.notice.clear()
        self._name_buttons()
        self._first_field().setFocus()

    def _name_buttons(self) -> None:
        at, checking = self._step, self.sheets.checking
        self.stage.setText(
            (self.tr("1 of 4: the passphrase"), self.tr("2 of 4: name and place"), self.tr("3 of 4: recovery sheets"))[at]
        )
        steps = (self.tr("Next: name and place"), self.tr("Make the vault"), self.sheets.step_words)
        self.go.set_words(self.tr("Making the vault…") if self._busy and at == PLACE else steps[at])
        self.back.set_words((self.tr("Cancel"), self.tr("Back"), self.tr("Back to the sheets"))[at])
        self.back.setVisible(at != SHEETS or checking)
        self.other.setVisible(at == SHEETS)
        self.other.set_words(self.sheets.other_words)

    def _first_field(self) -> QWidget:
        return (self.passphrase, self.author, self.sheets.word if self.sheets.checking else self.sheets.sheet)[self._step]

    def _typed(self) -> None:
        if self._weak and self._step == PASSPHRASE:
            self._weak = False
            self.notice.clear()
            self._name_buttons()

    # --- onward ---

    def step_back(self) -> None:
        """One step back, from the first to the lock screen; what was made stays made."""
        if self._busy:
            return
        if self._step == SHEETS:
            self.sheets.step_back()
        elif self._step == PLACE:
            self._show_step(PASSPHRASE)
        else:
            self.fields.clear()
            self.cancelled.emit()

    def take_step(self) -> None:
        """What Enter does."""
        if self._busy:
            return
        if self._step == PASSPHRASE:
            self.fields.complete(lambda: self._show_step(PLACE), self._ask, self._warn)
        elif self._step == PLACE:
            self._make()
        else:
            self.sheets.take_step()

    def _warn(self, head: str, body: str) -> None:
        self._weak = True
        self.notice.say(head, body)
        self.go.set_words(self.tr("Use it all the same"))

    def _make(self) -> None:
        author = self.author.text().strip()
        self._usual_note()
        if not author:
            self.author_row.say(self.tr("Write the name you work under."), "circle-alert", "attention")
            self.author.setFocus()
        elif (path := self.where.take()) is not None:
            self._begin(author, path)

    def _begin(self, author: str, path: Path) -> None:
        passphrase, key_file = self.passphrase.text(), self.fields.key_file.path
        self._set_busy(True)

        def make() -> tuple[Path, bytearray, ways.Recovery]:
            content = vaults.read_key_file(key_file) if key_file is not None else None
            with session.new_vault(path, passphrase, author, None, content) as vault:
                return path, vault.key(), ways.recovery_of(vault.recovery_secret or b"")

        self.tasks.apart(self, make, self._show_sheets, self._refused)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._name_buttons()
        for widget in (self.go, self.back, self.other, *self._steps_of):
            widget.setEnabled(not busy)

    def _show_sheets(self, answer: tuple[Path, bytearray, ways.Recovery]) -> None:
        self._set_busy(False)
        self.fields.clear()
        path, key, recovery = answer
        self._made = (str(path), key)
        self._show_step(SHEETS)
        self.sheets.show_recovery(recovery)
        self.secret.emit(str(path))

    def _sheets_done(self, how: str) -> None:
        """Remember in the vault that the sheets are out; where they are not, let none open it."""
        path, key = self._made
        self._set_busy(True)

        def keep() -> None:
            with session.open_unlocked(Path(path), bytearray(key)) as vault:
                if how == LATER:
                    ways.remove_recovery(vault)
                else:
                    ways.note_written(vault)

        self.tasks.apart(self, keep, lambda _: self._finished(), self._refused)

    def _finished(self) -> None:
        self.sheets.wipe()
        self.made.emit(*self._made)

    def _refused(self, error: UserError) -> None:
        self._set_busy(False)
        self._say(error)

    def _say(self, error: UserError) -> None:
        shown = told(error)
        self.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)

    def _ask(self, what: str, where: QWidget) -> None:
        self.notice.say(what, kind="plain")
        where.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            if isinstance(button, KeyButton):
                button.click()
            else:
                self.take_step()
        elif event.key() == Qt.Key.Key_Escape:
            self.step_back()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._first_field().setFocus()
