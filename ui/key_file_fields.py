"""Whether a key file goes with the passphrase, and which: a new one, or one that is there already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services import vaults
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.buttons import KeyButton
from ui.widgets.chooser import OPEN_FILE, SAVE_FILE, Chooser
from ui.widgets.fields import Tick
from ui.widgets.words import words


class KeyFileFields(QWidget):
    """``path`` is the file that was made or chosen. ``taken`` follows each choice, ``refused`` carries a ``UserError``."""

    taken = Signal()
    refused = Signal(object)

    def __init__(self, look: Look, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.tasks = look, tasks
        self.path: Path | None = None
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 8)
        self.tick = Tick(look, self.tr("Also ask for a key file"))
        self.tick.toggled.connect(self._wanted)
        column.addWidget(self.tick)
        self.note = words("", "note", wrap=True)
        look.fit(self.note, lambda: self.note.setContentsMargins(look.px(28), 0, 0, 0))
        column.addWidget(self.note)
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        look.pad(row, self._buttons, (0, 0, 0, 0), 8)
        self.make = KeyButton(look, self.tr("Make a new file…"), "Alt+M", parent=self._buttons)
        self.make.clicked.connect(self._choose_new)
        self.choose = KeyButton(look, self.tr("Choose a file…"), "Alt+K", parent=self._buttons)
        self.choose.clicked.connect(self._choose_old)
        row.addWidget(self.make)
        row.addWidget(self.choose)
        row.addStretch(1)
        column.addWidget(self._buttons)
        self._wanted(False)

    @property
    def wanted(self) -> bool:
        """Whether a key file is to go with the passphrase."""
        return self.tick.isChecked()

    def _wanted(self, wanted: bool) -> None:
        self._buttons.setVisible(wanted)
        if not wanted:
            self.path = None
        self.note.setText(self.tr("A file on a stick you carry. Without it the passphrase opens nothing."))

    def _choose_new(self) -> None:
        Chooser(
            self.look, self, self.tr("Make a key file"), self.tr("Make the file"), SAVE_FILE, self._make,
            lead=self.tr("Best on a stick of its own, with a copy kept elsewhere: without it the vault stays shut."),
            name="affiant.key", endings=(".key",),
        ).open()  # fmt: skip

    def _make(self, path: Path) -> None:
        self.tasks.apart(self, lambda: vaults.make_key_file(path), lambda _: self.take(path), self.refused.emit)

    def _choose_old(self) -> None:
        Chooser(self.look, self, self.tr("Key file"), self.tr("Use this file"), OPEN_FILE, self._read).open()

    def _read(self, path: Path) -> None:
        self.tasks.apart(self, lambda: vaults.read_key_file(path), lambda _: self.take(path), self.refused.emit)

    def take(self, path: Path) -> None:
        """This is the file."""
        self.path = path
        words_ = self.tr("{0}. Keep a copy of it elsewhere: without it the passphrase opens nothing.")
        self.note.setText(words_.format(str(path)))
        self.taken.emit()
