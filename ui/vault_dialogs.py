"""Changing the ways into the open vault: the passphrase, a key file, the recovery sheets. Each says what stays safe."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.services import vaults, ways
from app.services.open_vault import OpenVault
from ui.errors import told
from ui.key_file_fields import KeyFileFields
from ui.look import Look
from ui.passphrase_fields import PassphraseFields
from ui.present_way import PresentWay
from ui.recovery_sheets import RecoverySheets
from ui.tasks import Tasks
from ui.widgets.buttons import DANGER, KeyButton
from ui.widgets.dialogs import Panel
from ui.widgets.words import Notice

translate = QCoreApplication.translate


class _WayPanel(Panel):
    """What the three have in common: the present passphrase is asked first, then one change is made on the vault thread.

    ``done`` is called with the words that tell what holds from now on: head and body.
    """

    def __init__(
        self, look: Look, tasks: Tasks, parent: QWidget, held: Collection[str], done: Callable[[str, str], None],
        title: str, step: str, lead: str,
    ) -> None:  # fmt: skip
        super().__init__(look, parent, title, step, lead=lead, width=600)
        self.tasks, self._done, self._step = tasks, done, step
        self.held = held
        self.present = PresentWay(look, with_key_file=ways.KEY_FILE in held, parent=self)
        self.body.addWidget(self.present)

    def change(self, work: Callable[[OpenVault], None], head: str, body: str, busy: str) -> None:
        """Ask the present passphrase and make the change; the dialog closes when it holds."""
        ask = self.present.check() if not self.present.isHidden() else None
        self.go.setEnabled(False)
        self.go.set_words(busy)

        def both(opened: OpenVault) -> None:
            if ask is not None:
                ask(opened)
            work(opened)

        def finished(_: None) -> None:
            self.accept()
            self._done(head, body)

        self.tasks.command(self, both, finished, self.refused)

    def refused(self, error: UserError) -> None:
        """It was not changed; what was typed stays."""
        self.go.setEnabled(True)
        self.go.set_words(self._step)
        if error.code == "wrong-passphrase":
            self.present.refuse()
        else:
            self.say(told(error))

    def ask_for(self, what: str, where: QWidget) -> None:
        """Say what is missing."""
        self.notice.say(what, kind="plain")
        where.setFocus()


class ChangePassphrase(_WayPanel):
    """``recovered``: the vault was opened by its sheets, so nobody is asked for what was forgotten."""

    def __init__(
        self, look: Look, tasks: Tasks, parent: QWidget, held: Collection[str], done: Callable[[str, str], None],
        *, recovered: bool = False,
    ) -> None:  # fmt: skip
        lead = translate(
            "ChangePassphrase",
            "From then on only the new one opens this vault, or the recovery sheets. Backups and other copies of it that"
            " were made before still open with the old one.",
        )
        super().__init__(
            look, tasks, parent, held, done,
            translate("ChangePassphrase", "Choose a new passphrase") if recovered
            else translate("ChangePassphrase", "Change the passphrase"),
            translate("ChangePassphrase", "Change it"), lead,
        )  # fmt: skip
        self.present.setVisible(not recovered)
        self.fields = PassphraseFields(look, tasks, self.tr("New passphrase"), self.tr("Once more"), self)
        self.fields.typed.connect(self._typed)
        self.fields.key_file.refused.connect(lambda error: self.say(told(error)))
        self.body.addWidget(self.fields)
        if ways.KEY_FILE in held:
            self.fields.key_file.tick.setChecked(True)
        (self.fields.passphrase if recovered else self.present.passphrase).setFocus()

    def _typed(self) -> None:
        self.notice.clear()
        self.go.set_words(self._step)

    def take_step(self) -> None:
        self.notice.clear()
        if self.present.isHidden() or self.present.given():
            key_file = self.fields.key_file
            if key_file.wanted and key_file.path is None and self.present.path is not None:
                key_file.take(self.present.path)  # the one that was needed is needed still
            self.fields.complete(self._change, self.ask_for, self._warn)

    def _warn(self, head: str, body: str) -> None:
        self.notice.say(head, body)
        self.go.set_words(self.tr("Use it all the same"))
        self.adjustSize()

    def _change(self) -> None:
        new, path = self.fields.passphrase.text(), self.fields.key_file.path

        def work(opened: OpenVault) -> None:
            ways.set_passphrase(opened.vault, new, vaults.read_key_file(path) if path else None)

        self.change(
            work,
            self.tr("The passphrase was changed."),
            self.tr("Only the new one opens the vault from now on. Backups made before still open with the old one."),
            self.tr("Changing it…"),
        )

    def done(self, result: int) -> None:
        """Nothing that was typed stays."""
        self.present.passphrase.clear()
        self.fields.clear()
        super().done(result)


class ChangeKeyFile(_WayPanel):
    """A file that must be there beside the passphrase, or no more."""

    def __init__(
        self, look: Look, tasks: Tasks, parent: QWidget, held: Collection[str], done: Callable[[str, str], None]
    ) -> None:
        lead = translate(
            "ChangeKeyFile",
            "With a key file the passphrase alone opens nothing: who has watched you type it still needs the file. If all its"
            " copies are lost, only the recovery sheets open the vault.",
        )
        super().__init__(
            look, tasks, parent, held, done, translate("ChangeKeyFile", "Key file"), translate("ChangeKeyFile", "Keep"), lead
        )
        self.fields = KeyFileFields(look, tasks, self)
        self.fields.tick.setChecked(ways.KEY_FILE in held)
        self.fields.refused.connect(lambda error: self.say(told(error)))
        self.fields.taken.connect(self.notice.clear)
        self.body.addWidget(self.fields)
        self.present.passphrase.setFocus()

    def take_step(self) -> None:
        self.notice.clear()
        had, path = ways.KEY_FILE in self.held, self.fields.path
        if self.fields.wanted and path is None:
            another, first = (
                self.tr("Choose another key file, or take the tick away."),
                self.tr("Choose the key file, or make one."),
            )
            self.ask_for(another if had else first, self.fields.make)
        elif not self.fields.wanted and not had:
            self.ask_for(self.tr("No key file is asked for today. Tick the line above to ask for one."), self.fields.tick)
        elif self.present.given():
            passphrase = self.present.passphrase.text()

            def work(opened: OpenVault) -> None:
                ways.set_passphrase(opened.vault, passphrase, vaults.read_key_file(path) if path else None)

            if path is not None:
                head = self.tr("From now on the vault opens only with this key file too.")
                body = self.tr("Keep a copy of it elsewhere. Backups made before still open as they did then.")
            else:
                head = self.tr("The vault opens without a key file now.")
                body = self.tr("Backups made before still need it; keep it as long as you keep them.")
            self.change(work, head, body, self.tr("Changing it…"))

    def done(self, result: int) -> None:
        """Nothing that was typed stays."""
        self.present.passphrase.clear()
        super().done(result)


class ChangeRecovery(_WayPanel):
    """New sheets, shown before they hold; or none any more."""

    def __init__(
        self, look: Look, tasks: Tasks, parent: QWidget, held: Collection[str], done: Callable[[str, str], None]
    ) -> None:
        super().__init__(
            look, tasks, parent, held, done,
            translate("ChangeRecovery", "Recovery sheets"),
            translate("ChangeRecovery", "Make new sheets"),
            translate("ChangeRecovery", "Two of three sheets open the vault when the passphrase is lost, and its backups."),
        )  # fmt: skip
        self._secret = bytearray()
        self.state = Notice(look, self)
        if ways.RECOVERY in held:
            self.state.say(
                self.tr("Recovery sheets open this vault."),
                self.tr(
                    "When new ones are made, the older open this vault no more. But a backup opens only with the sheets of its"
                    " time: burn the older ones when you keep no backup of their time any more."
                ),
                kind="plain",
            )
        else:
            self.state.say(
                self.tr("Only the passphrase opens this vault."),
                self.tr("If it is forgotten, everything in it is lost; and without sheets there can be no backup."),
            )
        self.body.insertWidget(0, self.state)
        self.sheets = RecoverySheets(
            look,
            tasks,
            self.tr("The sheets that were shown open nothing then. What opened the vault before opens it as before."),
            self,
        )
        self.sheets.hide()
        self.sheets.changed.connect(self._name_buttons)
        self.sheets.done.connect(self._sheets_done)
        self.body.addWidget(self.sheets)
        self.other = KeyButton(look, "", "Alt+L", height=40, parent=self)
        self.other.clicked.connect(self.sheets.take_other)
        self.other.hide()
        self.remove = KeyButton(look, self.tr("Remove recovery…"), kind=DANGER, height=40, parent=self)
        self.remove.clicked.connect(self._remove)
        self.remove.setVisible(ways.RECOVERY in held)
        self._sure = False
        self.buttons.insertWidget(2, self.other)
        self.buttons.addWidget(self.remove)
        self.present.passphrase.setFocus()

    def take_step(self) -> None:
        if self._secret:
            self.sheets.take_step()
            return
        if not self.present.given():
            return
        ask = self.present.check()
        self.go.setEnabled(False)
        self.tasks.query(self, ask, lambda _: self._show(), self.refused)

    def _show(self) -> None:
        self.go.setEnabled(True)
        self._secret = ways.prepare_recovery()
        for widget in (self.present, self.state, self.remove):
            widget.hide()
        self.notice.clear()
        self.sheets.show()
        self.sheets.show_recovery(ways.recovery_of(self._secret))
        self.adjustSize()

    def _name_buttons(self) -> None:
        self.go.set_words(self.sheets.step_words)
        self.other.set_words(self.sheets.other_words)
        self.other.setVisible(self.sheets.checking)
        self.cancel.set_words(self.tr("Back to the sheets") if self.sheets.checking else self.tr("Cancel"))
        self.adjustSize()

    def _sheets_done(self, _how: str) -> None:
        secret, older = bytearray(self._secret), ways.RECOVERY in self.held
        self.present.hide()  # it was asked before the sheets were shown
        older_words = self.tr("Keep the older ones as long as you keep older backups: only they open these. Then burn them.")
        self.change(
            lambda opened: ways.set_recovery(opened.vault, secret),
            self.tr("From now on the new recovery sheets open the vault."),
            older_words if older else self.tr("Now the vault can be backed up, too."),
            self.tr("Keeping it…"),
        )

    def _remove(self) -> None:
        if not self.present.given():
            return
        if not self._sure:
            self._sure = True
            self.notice.say(
                self.tr("Then only the passphrase opens this vault."),
                self.tr(
                    "If it is forgotten, everything in the vault is lost, and no more backups can be made. Older backups still"
                    " open with the sheets of their time. Press it again if you mean it."
                ),
            )
            self.adjustSize()
            return
        self.change(
            lambda opened: ways.remove_recovery(opened.vault),
            self.tr("Recovery sheets open this vault no more."),
            self.tr("Keep them as long as you keep older backups: only they open these. Then burn them."),
            self.tr("Removing it…"),
        )

    def refused(self, error: UserError) -> None:
        """The words of the button follow the sheets, where they are shown."""
        super().refused(error)
        if self._secret:
            self._name_buttons()

    def reject(self) -> None:
        """From the check back to the sheets first."""
        if self._secret and self.sheets.checking:
            self.sheets.step_back()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Nothing that was typed or shown stays."""
        self.present.passphrase.clear()
        self.sheets.wipe()
        self._secret[:] = bytes(len(self._secret))
        super().done(result)
