"""The lock screen: which vault, its passphrase, and three different words for three different refusals."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.services import session, vaults
from ui.errors import Told, told
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.buttons import FILLED, QUIET, KeyButton
from ui.widgets.chooser import FOLDER, OPEN_FILE, Chooser
from ui.widgets.fields import Choice, PassField
from ui.widgets.words import Hairline, Icon, Notice, words

_OTHER = "\0other"
LARGEST_KEY_FILE = 65536


class UnlockScreen(QWidget):
    """``unlocked`` carries the vault's path and its key (a bytearray, to be wiped); ``new_vault`` and ``sized`` lead on."""

    unlocked = Signal(str, object)
    new_vault = Signal()
    sized = Signal(int)

    def __init__(self, look: Look, tasks: Tasks, vault: str = "") -> None:
        super().__init__()
        self.look, self.tasks = look, tasks
        self._key_file: bytes | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(4)
        middle = QHBoxLayout()
        middle.addStretch(1)
        box = QWidget(self)
        middle.addWidget(box)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(5)
        outer.addLayout(self._foot())
        column = QVBoxLayout(box)
        look.pad(column, box, (0, 0, 0, 0), 8)
        column.addWidget(words("Affiant", "brand"))
        column.addWidget(words(self.tr("Testimony, kept unreadable for anyone else."), "quiet"))
        column.addSpacing(24)
        column.addWidget(words(self.tr("Vault"), "label"))
        self.vault = Choice(look, self.tr("Vault"), ())
        self.vault.activated.connect(lambda _row: self._vault_chosen())
        column.addWidget(self.vault)
        column.addSpacing(12)
        column.addWidget(words(self.tr("Passphrase"), "label"))
        row = QHBoxLayout()
        look.pad(row, box, (0, 0, 0, 0), 8)
        self.passphrase = PassField(self.tr("Passphrase"))
        row.addWidget(self.passphrase, 1)
        self.show_button = KeyButton(look, self.tr("Show"), "Alt+S", icon="eye", parent=self)
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._reveal)
        row.addWidget(self.show_button)
        column.addLayout(row)
        self.notice = Notice(look, self)
        column.addWidget(self.notice)
        column.addSpacing(8)
        steps = QHBoxLayout()
        look.pad(steps, box, (0, 0, 0, 0), 8)
        self.unlock = KeyButton(
            look, self.tr("Unlock"), "Return", kind=FILLED, icon="lock-open", height=40, bind=False, parent=self
        )
        self.unlock.clicked.connect(self.try_unlock)
        self.key_file = KeyButton(look, self.tr("Use a key file…"), "Alt+K", height=40, parent=self)
        self.key_file.clicked.connect(self._choose_key_file)
        steps.addWidget(self.unlock)
        steps.addWidget(self.key_file)
        steps.addStretch(1)
        column.addLayout(steps)
        column.addSpacing(24)
        column.addWidget(Hairline(look))
        column.addSpacing(8)
        links = QHBoxLayout()
        make = KeyButton(look, self.tr("New vault…"), "Alt+N", kind=QUIET, parent=self)
        make.clicked.connect(self.new_vault)
        links.addWidget(make)
        links.addStretch(1)
        column.addLayout(links)
        look.fit(box, lambda: box.setFixedWidth(look.px(456)))
        self._fill_vaults(vault)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self.look.pad(foot, self, (32, 16, 32, 16), 8)
        foot.addWidget(Icon(self.look, "wifi-off", size=16))
        foot.addWidget(words(self.tr("Affiant never uses the network."), "note"))
        foot.addStretch(1)
        foot.addWidget(words(self.tr("Text"), "note"))
        for text, step, name in (("A−", -1, self.tr("Smaller text")), ("A+", +1, self.tr("Larger text"))):
            button = KeyButton(self.look, text, height=28, parent=self)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, by=step: self.sized.emit(by))
            foot.addWidget(button)
        return foot

    # --- which vault ---

    def _fill_vaults(self, vault: str) -> None:
        found = [str(path) for path in vaults.vaults_in(vaults.default_folder())]
        if vault and vault not in found:
            found.insert(0, vault)
        rows = [(path, self._vault_words(Path(path))) for path in found]
        self.vault.fill([*rows, (_OTHER, self.tr("Another folder…"))], vault or (found[0] if found else _OTHER))

    def _vault_words(self, path: Path) -> str:
        if path.parent == vaults.default_folder():
            return self.tr("{0}, on this computer").format(path.name)
        return self.tr("{0}, in {1}").format(path.name, str(path.parent))

    def _vault_chosen(self) -> None:
        if self.vault.value == _OTHER:
            Chooser(
                self.look, self, self.tr("Open a vault"), self.tr("Use this folder"), FOLDER, self._use_folder,
                lead=self.tr("The folder in which the vault was made, on this computer or on a stick."),
            ).open()  # fmt: skip
        else:
            self.notice.clear()
            self.passphrase.setFocus()

    def _use_folder(self, path: Path) -> None:
        self._fill_vaults(str(path))
        self.passphrase.setFocus()

    # --- opening it ---

    def _reveal(self, shown: bool) -> None:
        self.passphrase.reveal(shown)
        self.show_button.set_words(self.tr("Hide") if shown else self.tr("Show"))
        self.show_button.set_icon("eye-off" if shown else "eye")

    def _choose_key_file(self) -> None:
        Chooser(self.look, self, self.tr("Key file"), self.tr("Use this file"), OPEN_FILE, self._take_key_file).open()

    def _take_key_file(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST_KEY_FILE + 1)
        except OSError:
            data = b""
        if not data or len(data) > LARGEST_KEY_FILE:
            self.notice.say(self.tr("This file cannot be the key file."), self.tr("It is empty, too large, or cannot be read."))
            return
        self._key_file = data
        self.key_file.set_words(self.tr("Key file chosen"))
        self.passphrase.setFocus()

    def try_unlock(self) -> None:
        """Derive the key, which takes a second or two, and see whether it opens the vault."""
        path = self.vault.value
        if path in ("", _OTHER):
            self._vault_chosen()
            return
        if not self.passphrase.text():
            self.notice.say(self.tr("Write the passphrase first."), kind="plain")
            self.passphrase.setFocus()
            return
        passphrase, key_file = self.passphrase.text(), self._key_file
        self._busy(True)
        self.tasks.apart(
            self,
            lambda: session.unlock(Path(path), passphrase, key_file),
            lambda key: self.unlocked.emit(path, key),
            self._refused,
        )

    def _busy(self, busy: bool) -> None:
        self.unlock.setEnabled(not busy)
        self.unlock.set_words(self.tr("Opening…") if busy else self.tr("Unlock"))
        self.passphrase.setEnabled(not busy)
        if busy:
            self.notice.clear()

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
            self.try_unlock()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        self.passphrase.setFocus()
