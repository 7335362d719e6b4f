"""The lock screen: which vault, its passphrase or its recovery sheets, and different words for different refusals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.services import session, vaults
from ui.errors import Told, told
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.buttons import FILLED, QUIET, KeyButton
from ui.widgets.centred import Centred
from ui.widgets.chooser import FOLDER, OPEN_FILE, Chooser
from ui.widgets.fields import Choice, PassField
from ui.widgets.words import Hairline, Notice, words

if TYPE_CHECKING:
    from app.services.restore import Restored

_OTHER = "\0other"
#: A passphrase that was left standing half typed goes after so many seconds.
FORGET_AFTER = 120


class UnlockScreen(QWidget):
    """``unlocked`` carries the vault's path and its key (a bytearray, to be wiped); ``new_vault`` and ``sized`` lead on.

    ``recovered`` carries the same after recovery sheets opened it: a new passphrase is to be chosen.
    """

    unlocked = Signal(str, object)
    recovered = Signal(str, object)
    new_vault = Signal()
    sized = Signal(int)

    def __init__(self, look: Look, tasks: Tasks, vault: str = "") -> None:
        super().__init__()
        self.look, self.tasks = look, tasks
        self._key_file: Path | None = None
        self._given, self._folder = vault, Path()
        self._first_start = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Centred(look, 456, self)
        outer.addWidget(frame)
        self._column = frame.column
        self._column.addWidget(words("Affiant", "brand"))
        self._column.addWidget(words(self.tr("Testimony, kept unreadable for anyone else."), "quiet", wrap=True))
        self._column.addSpacing(24)
        self._ask_vault()
        self._ask_passphrase()
        self._steps()
        self._foot(frame.foot)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(FORGET_AFTER * 1000)
        self._forget.timeout.connect(self.passphrase.clear)
        self.passphrase.textEdited.connect(lambda _text: self._forget.start())
        self.vault.fill([(vault, Path(vault).name)] if vault else [("", "")], vault)
        tasks.apart(self, _vaults_here, self._show_vaults, None)

    def _ask_vault(self) -> None:
        self._column.addWidget(words(self.tr("Vault"), "label"))
        self.vault = Choice(self.look, self.tr("Vault"), ())
        self.vault.activated.connect(lambda _row: self._vault_chosen())
        self._column.addWidget(self.vault)
        self._column.addSpacing(12)

    def _ask_passphrase(self) -> None:
        self._label = words(self.tr("Passphrase"), "label")
        self._column.addWidget(self._label)
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 0, 0, 0), 8)
        self.passphrase = PassField(self.tr("Passphrase"))
        row.addWidget(self.passphrase, 1)
        self.show_button = KeyButton(self.look, self.tr("Show"), "Alt+S", icon="eye", parent=self)
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._reveal)
        row.addWidget(self.show_button)
        self._column.addLayout(row)
        self.caps = words(self.tr("Caps Lock is on."), "attention-note")
        self.caps.hide()
        self.passphrase.caps.connect(self.caps.setVisible)
        self._column.addWidget(self.caps)
        self.notice = Notice(self.look, self)
        self._column.addWidget(self.notice)
        self._column.addSpacing(8)

    def _steps(self) -> None:
        steps = QHBoxLayout()
        self.look.pad(steps, self, (0, 0, 0, 0), 8)
        self.unlock = KeyButton(
            self.look, self.tr("Unlock"), "Return", kind=FILLED, icon="lock-open", height=40, bind=False, parent=self
        )
        self.unlock.clicked.connect(self.try_unlock)
        self.key_file = KeyButton(self.look, self.tr("Use a key file…"), "Alt+K", height=40, parent=self)
        self.key_file.clicked.connect(self._choose_key_file)
        steps.addWidget(self.unlock)
        steps.addWidget(self.key_file)
        steps.addStretch(1)
        self._column.addLayout(steps)
        self._column.addSpacing(20)
        self._column.addWidget(Hairline(self.look))
        self._column.addSpacing(8)
        self.make = KeyButton(self.look, self.tr("New vault…"), "Alt+N", kind=QUIET, height=32, parent=self)
        self.make.clicked.connect(self.new_vault)
        self.recover = KeyButton(self.look, self.tr("Recovery sheets…"), "Alt+R", kind=QUIET, height=32, parent=self)
        self.recover.clicked.connect(self.open_by_recovery)
        self.restore = KeyButton(self.look, self.tr("From a backup…"), "Alt+B", kind=QUIET, height=32, parent=self)
        self.restore.clicked.connect(self.restore_backup)
        others = QVBoxLayout()
        others.setSpacing(0)
        for button in (self.make, self.recover, self.restore):
            others.addWidget(button)
        self._column.addLayout(others)

    def _foot(self, foot: QHBoxLayout) -> None:
        foot.addWidget(words(self.tr("Text"), "note"))
        for text, step, name in (("A−", -1, self.tr("Smaller text")), ("A+", +1, self.tr("Larger text"))):
            button = KeyButton(self.look, text, height=28, parent=self)
            button.setAccessibleName(name)
            button.setToolTip("Ctrl+-" if step < 0 else "Ctrl+=")
            button.clicked.connect(lambda _=False, by=step: self.sized.emit(by))
            foot.addWidget(button)

    # --- which vault ---

    def _show_vaults(self, answer: tuple[Path, tuple[Path, ...]]) -> None:
        self._folder, here = answer
        rows = [str(path) for path in here]
        chosen = self.vault.value if self.vault.value != _OTHER else ""
        if chosen and chosen not in rows:
            rows.insert(0, chosen)
        named = [(path, self._vault_words(Path(path))) for path in rows]
        if not rows:
            named = [("", self.tr("none on this computer yet"))]
            if self.notice.isHidden():
                self.notice.say(
                    self.tr("There is no vault on this computer yet."),
                    self.tr(
                        "Press Enter to make one: a passphrase, recovery sheets, the first case; about two minutes. Or choose"
                        " above the folder of one that lies on a stick."
                    ),
                    kind="plain",
                )
        self.vault.fill([*named, (_OTHER, self.tr("Another folder…"))], chosen or (rows[0] if rows else ""))
        self._offer_step()

    def _offer_step(self) -> None:
        """On a computer without a vault the likely step is to make one: there is no passphrase to be asked for."""
        self._first_start = self.vault.value == ""
        for widget in (self._label, self.passphrase, self.show_button, self.key_file, self.recover):
            widget.setVisible(not self._first_start)
        self.unlock.set_words(self.tr("Make the first vault") if self._first_start else self.tr("Unlock"))
        self.unlock.set_icon("plus" if self._first_start else "lock-open")
        if self._first_start and self.isActiveWindow():
            self.unlock.setFocus()

    def _vault_words(self, path: Path) -> str:
        if path.parent == self._folder:
            return self.tr("{0}, on this computer").format(path.name)
        return self.tr("{0}, in {1}").format(path.name, str(path.parent))

    def _vault_chosen(self) -> None:
        if self.vault.value == _OTHER:
            chooser = Chooser(
                self.look, self, self.tr("Open a vault"), self.tr("Use this folder"), FOLDER, self._use_folder,
                lead=self.tr("The folder in which the vault was made, on this computer or on a stick."),
            )  # fmt: skip
            chooser.open()
        else:
            self.notice.clear()
            self._offer_step()
            self.passphrase.setFocus()

    def _use_folder(self, path: Path) -> None:
        self.notice.clear()
        at = self.vault.findData(str(path))
        if at < 0:
            self.vault.insertItem(0, self._vault_words(path), str(path))
            at = 0
        self.vault.setCurrentIndex(at)
        self._offer_step()
        self.passphrase.setFocus()

    # --- opening it ---

    def _reveal(self, shown: bool) -> None:
        self.passphrase.reveal(shown)
        self.show_button.set_words(self.tr("Hide") if shown else self.tr("Show"))
        self.show_button.set_icon("eye-off" if shown else "eye")

    def _choose_key_file(self) -> None:
        Chooser(self.look, self, self.tr("Key file"), self.tr("Use this file"), OPEN_FILE, self._take_key_file).open()

    def _take_key_file(self, path: Path) -> None:
        self._key_file = path
        self.key_file.set_words(self.tr("Key file chosen"))
        self.passphrase.setFocus()

    def try_unlock(self) -> None:
        """Derive the key, which takes a second or two, and see whether it opens the vault."""
        path = self.vault.value
        if path == "" and self._first_start:
            self.new_vault.emit()
            return
        if path in ("", _OTHER):
            self.vault.choose(_OTHER)
            self._vault_chosen()
            return
        if not self.passphrase.text():
            self.notice.say(self.tr("Write the passphrase first."), kind="plain")
            self.passphrase.setFocus()
            return
        passphrase, key_file = self.passphrase.text(), self._key_file
        self._busy(True)

        def derive() -> bytearray:
            return session.unlock(Path(path), passphrase, vaults.read_key_file(key_file) if key_file else None)

        self.tasks.apart(self, derive, lambda key: self._opened(path, key), self._refused)

    def open_by_recovery(self) -> None:
        """Two sheets in the place of the passphrase."""
        path = self.vault.value
        if path in ("", _OTHER):
            self.vault.choose(_OTHER)
            self._vault_chosen()
            return
        self.passphrase.clear()
        from ui.recovery_dialogs import OpenByRecovery

        OpenByRecovery(self.look, self.tasks, self, Path(path), lambda key: self.recovered.emit(path, key)).open()

    def restore_backup(self) -> None:
        """A whole vault out of a backup; then it stands chosen here."""
        from ui.recovery_dialogs import RestoreBackup

        RestoreBackup(self.look, self.tasks, self, self._restored).open()

    def _restored(self, made: Restored) -> None:
        self._use_folder(made.path)
        cases = self.tr("1 case") if made.cases == 1 else self.tr("{0} cases").format(made.cases)
        opens = self.tr("It opens with the passphrase that it had when the backup was made, or with the same sheets.")
        damaged = (
            self.tr("Damaged already when the backup was made: {0}.").format(", ".join(made.damaged)) if made.damaged else ""
        )
        self.notice.say(
            self.tr("The vault is there, checked whole: {0}.").format(cases), f"{opens} {damaged}".strip(),
            kind="attention" if damaged else "plain", icon="" if damaged else "check",
        )  # fmt: skip

    def _busy(self, busy: bool) -> None:
        self.unlock.setEnabled(not busy)
        self.unlock.set_words(self.tr("Opening…") if busy else self.tr("Unlock"))
        for widget in (self.passphrase, self.vault, self.key_file, self.make, self.recover, self.restore):
            widget.setEnabled(not busy)
        if busy:
            self.notice.clear()

    def _opened(self, path: str, key: bytearray) -> None:
        self.passphrase.clear()
        self.unlocked.emit(path, key)

    def _refused(self, error: UserError) -> None:
        self._busy(False)
        self.say(told(error))
        self.passphrase.setFocus()
        self.passphrase.selectAll()

    def say(self, shown: Told) -> None:
        """Show why it did not open."""
        self.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.unlock.isEnabled():
            if isinstance(button := self.focusWidget(), KeyButton):
                button.click()
            else:
                self.try_unlock()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        (self.unlock if self._first_start else self.passphrase).setFocus()


def _vaults_here() -> tuple[Path, tuple[Path, ...]]:
    folder = vaults.default_folder()
    return folder, tuple(vaults.vaults_in(folder))
