"""Keeping what is in the vault, and letting go of it: a backup of all, a case out into an archive, a case shredded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import UserError
from app.services import archiving, backup, keeping, ways
from app.services.open_vault import OpenVault
from app.services.progress import Course
from ui.changed_words import changed_words
from ui.errors import told
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.buttons import KeyButton
from ui.widgets.chooser import FOLDER, SAVE_FILE, Chooser, size_words
from ui.widgets.dialogs import Panel
from ui.widgets.fields import Choice, FieldRow, LineField, Tick
from ui.widgets.words import Notice, words
from ui.working import WorkingPanel

if TYPE_CHECKING:
    from app.services.backup import BackedUp
    from app.services.values import Backup, CaseSummary

translate = QCoreApplication.translate

#: The setting under which the vault remembers where its last backup was put.
_FOLDER = "backup_to"


class BackUp(WorkingPanel):
    """The whole vault into one sealed file. ``done`` is called with what was made, ``sheets`` where these are missing."""

    def __init__(
        self, look: Look, tasks: Tasks, parent: QWidget, done: Callable[[BackedUp], None], sheets: Callable[[], None]
    ) -> None:
        super().__init__(
            look, tasks, parent,
            translate("BackUp", "Back up the vault"),
            translate("BackUp", "Back up"),
            translate(
                "BackUp",
                "Every case with its documents and history, in one sealed file that is read back from the disk. It opens with"
                " two recovery sheets of today, and with nothing else. Keep it elsewhere than this computer.",
            ),
        )  # fmt: skip
        self._done, self._sheets = done, sheets
        self._without = False
        self.last = words("", "quiet", wrap=True)
        self.body.addWidget(self.last)
        self.recovery = Notice(look, self)
        self.body.addWidget(self.recovery)
        where = QWidget(self)
        row = QHBoxLayout(where)
        look.pad(row, where, (0, 0, 0, 0), 8)
        self.folder = LineField(self.tr("Where"), hint=self.tr("a folder, best on a stick"))
        row.addWidget(self.folder, 1)
        self.choose = KeyButton(look, self.tr("Choose…"), "Alt+C", parent=where)
        self.choose.clicked.connect(self._choose)
        row.addWidget(self.choose)
        self.where_row = FieldRow(look, self.tr("Where"), where, above=True)
        self.folder.textEdited.connect(lambda _text: self.where_row.say(""))
        self.body.addWidget(self.where_row)
        kept = [("", self.tr("keep all")), *((str(n), self.tr("keep the last {0}").format(n)) for n in (2, 5, 10, 20))]
        self.keep = Choice(look, self.tr("Older backups there"), kept)
        self.body.addWidget(FieldRow(look, self.tr("Older backups of this vault in that folder"), self.keep, above=True))
        self.body.addWidget(self.bar)
        self.make_sheets = KeyButton(look, self.tr("Make new sheets…"), "Alt+R", height=40, parent=self)
        self.make_sheets.clicked.connect(self._to_sheets)
        self.make_sheets.hide()
        self.buttons.insertWidget(2, self.make_sheets)
        self.folder.setFocus()
        tasks.query(self, _standing, self._show)

    def _show(self, standing: tuple[str | None, bool, bool, str]) -> None:
        last, recovery, written, folder = standing
        now = dt.datetime.now().astimezone()
        self.last.setText(
            self.tr("The last one: {0}.").format(changed_words(last, now)) if last else self.tr("No backup is on record yet.")
        )
        if folder and not self.folder.text():
            self.folder.setText(folder)
        self._without = not recovery
        if not recovery:
            self.recovery.say(
                self.tr("This vault has no recovery sheets."),
                self.tr("A backup is sealed to them: without them it would open for nobody. Make them first."),
            )
            self.step_words = self.tr("Make recovery sheets…")
            self.go.set_words(self.step_words)
        elif not written:
            self.recovery.say(
                self.tr("It is not on record that anybody has the recovery sheets."),
                self.tr("A backup opens with them alone. If you do not have two of them at hand, make new ones first."),
            )
            self.make_sheets.show()
        self.adjustSize()

    def _choose(self) -> None:
        Chooser(
            self.look, self, self.tr("Where the backup is to lie"), self.tr("Use this folder"), FOLDER, self._take_folder
        ).open()

    def _take_folder(self, path: Path) -> None:
        self.folder.setText(str(path))
        self.where_row.say("")

    def _to_sheets(self) -> None:
        self.accept()
        self._sheets()

    def take_step(self) -> None:
        self.notice.clear()
        if self._without:
            self._to_sheets()
            return
        text = self.folder.text().strip()
        if not text:
            self.where_row.say(self.tr("Choose a folder, best on a stick."), "circle-alert", "attention")
            self.folder.setFocus()
            return
        folder = Path(text).expanduser()
        keep = int(self.keep.value) if self.keep.value else None
        self.go.setEnabled(False)
        self.tasks.query(
            self, lambda opened: backup.plan(opened.vault), lambda planned: self._write(planned, folder, keep), self.refused
        )

    def _write(self, planned: Backup, folder: Path, keep: int | None) -> None:
        def work(course: Course) -> BackedUp:
            try:
                return backup.write(planned, folder, keep, course)
            finally:
                planned.close()

        run = self.stoppable(work)
        self.tasks.compute(self, lambda _progress, _stopping: run(), self._written, self.refused)

    def _written(self, made: BackedUp | None) -> None:
        if made is None:
            self.ended(made)
            return

        def note(opened: OpenVault) -> None:
            backup.note(opened.vault, made)
            opened.vault.set_setting(_FOLDER, str(made.path.parent))

        self.tasks.command(self, note, lambda _: self._noted(made), self.refused)

    def _noted(self, made: BackedUp) -> None:
        self.ended(made)
        self.accept()
        self._done(made)


def _standing(opened: OpenVault) -> tuple[str | None, bool, bool, str]:
    held = opened.vault
    return backup.last(held), ways.RECOVERY in ways.ways(held), ways.is_written(held), held.setting(_FOLDER) or ""


class ArchiveCase(WorkingPanel):
    """One case out of the vault, with its history. ``done`` is called with the file."""

    def __init__(self, look: Look, tasks: Tasks, parent: QWidget, summary: CaseSummary, done: Callable[[Path], None]) -> None:
        super().__init__(
            look, tasks, parent,
            translate("ArchiveCase", "Archive {0}").format(summary.code),
            translate("ArchiveCase", "Choose a place…"),
            translate(
                "ArchiveCase",
                "The whole case, with its history and documents, goes into one file that is sealed for a recipient. The file is"
                " read back; only then is the case shredded here. It comes back by “Import…”, with the recipient’s key.",
            ),
        )  # fmt: skip
        self._summary, self._done = summary, done
        self.recipients = LineField(self.tr("Recipient’s age key"), hint="age1…")
        self.recipient_row = FieldRow(look, self.tr("Recipient’s age key"), self.recipients, above=True)
        self.recipients.textEdited.connect(lambda _text: self._usual_note())
        self.body.addWidget(self.recipient_row)
        self._usual_note()
        self.sure = Tick(look, self.tr("I know who holds the key; the case is to be gone here"))
        self.body.addWidget(self.sure)
        self.body.addWidget(self.bar)
        self.recipients.setFocus()

    def _usual_note(self) -> None:
        self.recipient_row.say(
            self.tr("Whoever holds its secret half opens the archive, nobody else; the passphrase and the sheets do not.")
        )

    def take_step(self) -> None:
        self.notice.clear()
        if not self.recipients.text().split():
            self.recipient_row.say(self.tr("Write the recipient’s key; it begins with age1."), "circle-alert", "attention")
            self.recipients.setFocus()
        elif not self.sure.isChecked():
            self.notice.say(self.tr("Tick the line above first, if you mean it."), kind="plain")
            self.sure.setFocus()
        else:
            Chooser(
                self.look, self, self.tr("Where the archive is to lie"), self.tr("Archive"), SAVE_FILE, self._archive,
                name=self.tr("archive") + ".age", endings=(".age",),
                lead=self.tr("The name must say nothing about the client."),
            ).open()  # fmt: skip

    def _archive(self, path: Path) -> None:
        case_id, recipients = self._summary.id, self.recipients.text().replace(",", " ").split()
        held: list[OpenVault] = []

        def work(course: Course) -> CaseSummary:
            gone = archiving.archive(held[0].vault, case_id, path, recipients, course)
            held[0].close_case(case_id)
            return gone

        run = self.stoppable(work)

        def on_vault(opened: OpenVault) -> CaseSummary | None:
            held.append(opened)
            return run()

        self.tasks.command(self, on_vault, lambda gone: self._archived(gone, path), self.refused)

    def _archived(self, gone: CaseSummary | None, path: Path) -> None:
        if self.ended(gone):
            self.accept()
            self._done(path)

    def refused(self, error: UserError) -> None:
        """A recipient that is none is told below its field."""
        super().refused(error)
        if error.code == "bad-recipient":
            self.notice.clear()
            self.recipient_row.say(told(error).head, "circle-alert", "attention")
            self.recipients.setFocus()


class ShredCase(Panel):
    """One case gone for good, after its code was typed. ``done`` is called when it is."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        parent: QWidget,
        summary: CaseSummary,
        done: Callable[[], None],
        *,
        damaged: bool = False,
    ) -> None:
        super().__init__(
            look, parent,
            translate("ShredCase", "Shred {0}").format(summary.code or translate("ShredCase", "the damaged case")),
            translate("ShredCase", "Shred it for good"),
            lead=translate(
                "ShredCase",
                "The case, its documents, drafts and history can then be read by nobody in this vault: not by you, not with the"
                " passphrase, not with the recovery sheets. It cannot be undone.",
            ),
            width=600, danger=True,
        )  # fmt: skip
        self.tasks, self._summary, self._done, self._damaged = tasks, summary, done, damaged
        self.remains = Notice(look, self)
        self.remains.say(
            self.tr("What this does not reach:"),
            self.tr(
                "·  Backups, archives, bundles and exports made before, and copies of the vault, keep what they hold.\n"
                "·  Sticks and SSDs may keep old sectors, encrypted: whoever has an old copy of the key file of the case, and"
                " the passphrase, can read them."
            ),
            kind="plain",
        )
        self.body.addWidget(self.remains)
        if damaged:
            self.body.addWidget(
                words(self.tr("It cannot be read, so nobody can tell whether a legal hold is on it."), "attention", wrap=True)
            )
        self.wanted = summary.code or "damaged"
        self.code = LineField(self.tr("Code of the case"))
        self.code_row = FieldRow(look, self.tr("Type {0} if you mean it").format(self.wanted), self.code, above=True)
        self.code.textEdited.connect(lambda _text: self.code_row.say(""))
        self.body.addWidget(self.code_row)
        self.code.setFocus()

    def take_step(self) -> None:
        if self.code.text().strip() != self.wanted:
            self.code_row.say(self.tr("This is not what the case is called. Nothing was changed."), "circle-alert", "attention")
            self.code.setFocus()
            return
        case_id, damaged = self._summary.id, self._damaged
        self.go.setEnabled(False)

        def work(opened: OpenVault) -> None:
            keeping.shred(opened.vault, case_id, damaged=damaged)
            opened.close_case(case_id)

        self.tasks.command(self, work, lambda _: self._gone(), self._refused)

    def _gone(self) -> None:
        self.accept()
        self._done()

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))


def made_words(made: BackedUp) -> str:
    """What is said of a backup that was made."""
    said = translate("BackUp", "{0}, {1}, read back. It opens with two recovery sheets of today.")
    parts = [said.format(str(made.path), size_words(made.size))]
    if made.removed:
        parts.append(translate("BackUp", "Older backups removed: {0}.").format(len(made.removed)))
    return " ".join(parts)
