"""Without the passphrase: opening a vault by its recovery sheets, and a whole vault out of a backup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import UserError
from app.services import restore, ways
from ui.errors import told
from ui.look import Look
from ui.place_fields import PlaceFields
from ui.recovery_fields import RecoveryFields
from ui.tasks import Tasks
from ui.widgets.buttons import KeyButton
from ui.widgets.chooser import OPEN_FILE, Chooser
from ui.widgets.dialogs import Panel
from ui.widgets.fields import FieldRow, LineField
from ui.working import WorkingPanel

translate = QCoreApplication.translate


class OpenByRecovery(Panel):
    """``opened`` is called with the vault key."""

    def __init__(self, look: Look, tasks: Tasks, parent: QWidget, path: Path, opened: Callable[[bytearray], None]) -> None:
        super().__init__(
            look, parent,
            translate("OpenByRecovery", "Open with recovery sheets"),
            translate("OpenByRecovery", "Open"),
            lead=translate("OpenByRecovery", "Two of the three sheets, in any order. Then you choose a new passphrase."),
            width=600,
        )  # fmt: skip
        self.tasks, self._path, self._opened = tasks, path, opened
        self.fields = RecoveryFields(look, self)
        self.fields.typed.connect(self.notice.clear)
        self.body.addWidget(self.fields)
        self.fields.areas[0].setFocus()

    def take_step(self) -> None:
        secret = self.fields.read()
        if secret is None:
            return
        path = self._path
        self.go.setEnabled(False)
        self.go.set_words(self.tr("Opening…"))

        def unlock() -> bytearray:
            try:
                return ways.unlock_by_recovery(path, secret)
            finally:
                secret[:] = bytes(len(secret))

        self.tasks.apart(self, unlock, self._done, self._refused)

    def _done(self, key: bytearray) -> None:
        self.fields.wipe()
        self.accept()
        self._opened(key)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.go.set_words(self.tr("Open"))
        self.say(told(error))


class RestoreBackup(WorkingPanel):
    """A whole vault out of a backup, or nothing of it. ``restored`` is called with what was made."""

    def __init__(self, look: Look, tasks: Tasks, parent: QWidget, restored: Callable[[restore.Restored], None]) -> None:
        super().__init__(
            look, tasks, parent,
            translate("RestoreBackup", "A vault from a backup"),
            translate("RestoreBackup", "Restore"),
            translate(
                "RestoreBackup",
                "It opens with two sheets of the time when the backup was made. All of it is checked first: the whole"
                " vault appears, or nothing does. Vaults that are there already stay as they are.",
            ),
            width=620,
        )  # fmt: skip
        self._restored = restored
        file = QWidget(self)
        row = QHBoxLayout(file)
        look.pad(row, file, (0, 0, 0, 0), 8)
        self.file = LineField(self.tr("Backup"))
        row.addWidget(self.file, 1)
        self.choose = KeyButton(look, self.tr("Choose…"), "Alt+C", parent=file)
        self.choose.clicked.connect(self._choose)
        row.addWidget(self.choose)
        self.file_row = FieldRow(look, self.tr("Backup"), file, above=True)
        self.file.textEdited.connect(lambda _text: self.file_row.say(""))
        self.body.addWidget(self.file_row)
        self.fields = RecoveryFields(look, self)
        self.body.addWidget(self.fields)
        self.where = PlaceFields(look, tasks, self.tr("Restored vault"), self)
        self.body.addWidget(self.where)
        self.body.addWidget(self.bar)
        self.choose.setFocus()

    def _choose(self) -> None:
        Chooser(
            self.look, self, self.tr("The backup"), self.tr("Use this file"), OPEN_FILE, self._take_file, endings=(".age",)
        ).open()

    def _take_file(self, path: Path) -> None:
        self.file.setText(str(path))
        self.file_row.say("")
        self.fields.areas[0].setFocus()

    def take_step(self) -> None:
        self.notice.clear()
        if not self.file.text().strip():
            self.file_row.say(self.tr("Choose the file of the backup."), "circle-alert", "attention")
            self.choose.setFocus()
            return
        target = self.where.take()
        if target is None:
            return
        secret = self.fields.read()
        if secret is None:
            return
        backup = Path(self.file.text().strip())
        run = self.stoppable(lambda course: restore.restore(backup, target, secret, course))

        def work(_progress: object, _stopping: object) -> restore.Restored | None:
            try:
                return run()
            finally:
                secret[:] = bytes(len(secret))

        self.tasks.compute(self, work, self._made, self.refused)

    def _made(self, made: restore.Restored | None) -> None:
        if self.ended(made) and made is not None:
            self.fields.wipe()
            self.accept()
            self._restored(made)
