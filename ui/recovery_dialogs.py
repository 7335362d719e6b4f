"""Without the passphrase: opening a vault by its recovery sheets, and a whole vault out of a backup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.errors import UserError
from app.services import restore, ways
from app.services.progress import Course
from ui.errors import told
from ui.look import Look
from ui.place_fields import PlaceFields
from ui.recovery_fields import RecoveryFields
from ui.tasks import Running, Tasks
from ui.widgets.buttons import KeyButton
from ui.widgets.chooser import OPEN_FILE, Chooser
from ui.widgets.dialogs import Panel
from ui.widgets.fields import FieldRow, LineField

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


class RestoreBackup(Panel):
    """A whole vault out of a backup, or nothing of it. ``restored`` is called with what was made."""

    def __init__(self, look: Look, tasks: Tasks, parent: QWidget, restored: Callable[[restore.Restored], None]) -> None:
        super().__init__(
            look, parent,
            translate("RestoreBackup", "A vault from a backup"),
            translate("RestoreBackup", "Restore"),
            lead=translate(
                "RestoreBackup",
                "It opens with two sheets of the time when the backup was made. All of it is checked first: the whole"
                " vault appears, or nothing does. Vaults that are there already stay as they are.",
            ),
            width=620,
        )  # fmt: skip
        self.tasks, self._restored = tasks, restored
        self._running: Running | None = None
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
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.bar.hide()
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
        self._set_busy(True)

        def work(progress: Callable[[str, int, int], None], stopping: Callable[[], bool]) -> restore.Restored:
            try:
                return restore.restore(backup, target, secret, Course(progress, stopping))
            finally:
                secret[:] = bytes(len(secret))

        self._running = self.tasks.compute(self, work, self._done, self._refused, self._show_progress)

    def _set_busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy)
        self.go.set_words(self.tr("Restoring…") if busy else self.tr("Restore"))
        self.cancel.set_words(self.tr("Stop") if busy else self.tr("Cancel"))
        for widget in (self.file, self.choose, self.fields, self.where):
            widget.setEnabled(not busy)
        self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        self.adjustSize()

    def _show_progress(self, at: tuple[str, int, int]) -> None:
        _, done, total = at
        self.bar.setRange(0, 1000 if total else 0)
        if total:
            self.bar.setValue(1000 * done // total)

    def _done(self, made: restore.Restored) -> None:
        self._running = None
        self.fields.wipe()
        self.accept()
        self._restored(made)

    def _refused(self, error: UserError) -> None:
        self._running = None
        self._set_busy(False)
        self.say(told(error))

    def reject(self) -> None:
        """While it runs, the first Esc only stops it: nothing of it is left behind."""
        if self._running is None:
            super().reject()
            return
        self._running.stop()
        self._running = None
        self._set_busy(False)
        self.notice.say(self.tr("Stopped. Nothing was restored."), kind="plain")

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running is not None:
            self._running.stop()
        super().closeEvent(event)
