"""The passphrase that opens the vault today, asked once more before a way in is changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import WRONG_KEY, UserError
from app.services import vaults, ways
from app.services.open_vault import OpenVault
from ui.look import Look
from ui.widgets.buttons import KeyButton
from ui.widgets.chooser import OPEN_FILE, Chooser
from ui.widgets.fields import FieldRow, PassField


class PresentWay(QWidget):
    """The field, and a button for the key file where one goes with the passphrase."""

    def __init__(self, look: Look, *, with_key_file: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.with_key_file = look, with_key_file
        self.path: Path | None = None
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 8)
        self.passphrase = PassField(self.tr("Present passphrase"))
        self.row = FieldRow(look, self.tr("Present passphrase"), self.passphrase, above=True)
        self.passphrase.textEdited.connect(lambda _text: self.row.say(""))
        column.addWidget(self.row)
        self.key_file = KeyButton(look, self.tr("Its key file…"), "Alt+F", parent=self)
        self.key_file.clicked.connect(self._choose)
        self.key_file.setVisible(with_key_file)
        column.addWidget(self.key_file)

    def _choose(self) -> None:
        Chooser(self.look, self, self.tr("Key file"), self.tr("Use this file"), OPEN_FILE, self.take).open()

    def take(self, path: Path) -> None:
        """This is the key file."""
        self.path = path
        self.key_file.set_words(self.tr("Key file chosen"))
        self.row.say("")

    def given(self) -> bool:
        """Whether there is anything to try; says below the field what is missing."""
        if not self.passphrase.text():
            self._say(self.tr("Write the passphrase that opens the vault today."))
        elif self.with_key_file and self.path is None:
            self._say(self.tr("A key file goes with this passphrase. Choose it too."))
            self.key_file.setFocus()
        else:
            return True
        return False

    def check(self) -> Callable[[OpenVault], None]:
        """What asks it of the vault, on its thread. Raises ``UserError`` (``wrong-passphrase``)."""
        passphrase, path = self.passphrase.text(), self.path

        def ask(opened: OpenVault) -> None:
            if not ways.is_passphrase(opened.vault, passphrase, vaults.read_key_file(path) if path else None):
                raise UserError("wrong-passphrase", WRONG_KEY, "this passphrase does not open the vault; nothing was changed")

        return ask

    def refuse(self) -> None:
        """It was wrong."""
        self._say(self.tr("This passphrase, or its key file, does not open the vault. Nothing was changed."))
        self.passphrase.selectAll()

    def _say(self, what: str) -> None:
        self.row.say(what, "circle-alert", "attention")
        self.passphrase.setFocus()
