"""A new passphrase: written twice, said to be strong or not in plain words, with a key file if one is wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services import vaults
from ui.key_file_fields import KeyFileFields
from ui.look import Look
from ui.strength_words import strength_words, warning_words
from ui.tasks import Tasks
from ui.widgets.buttons import KeyButton
from ui.widgets.fields import FieldRow, PassField
from ui.widgets.strength import StrengthMeter
from ui.widgets.words import words

#: Milliseconds after the last key in which a passphrase is judged.
_JUDGED_AFTER = 150


class PassphraseFields(QWidget):
    """``typed`` follows every key. ``complete`` says what is missing, or goes on."""

    typed = Signal()

    def __init__(self, look: Look, tasks: Tasks, label: str, again: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.tasks = look, tasks
        self._strength: vaults.Strength | None = None
        self._warned_of = ""
        self._judge_soon = QTimer(self)
        self._judge_soon.setSingleShot(True)
        self._judge_soon.setInterval(_JUDGED_AFTER)
        self._judge_soon.timeout.connect(self._judge)
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 8)
        column.addWidget(words(label, "label"))
        row = QHBoxLayout()
        look.pad(row, self, (0, 0, 0, 0), 8)
        self.passphrase = PassField(label)
        self.passphrase.textChanged.connect(self._typed)
        row.addWidget(self.passphrase, 1)
        self.show_button = KeyButton(look, self.tr("Show"), "Alt+S", icon="eye", parent=self)
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._reveal)
        row.addWidget(self.show_button)
        column.addLayout(row)
        self.meter = StrengthMeter(look, self.tr("Strength"), self)
        column.addWidget(self.meter)
        column.addSpacing(8)
        self.again = PassField(again)
        self.again.textChanged.connect(self._compare)
        self.again_row = FieldRow(look, again, self.again, above=True)
        column.addWidget(self.again_row)
        column.addSpacing(8)
        self.key_file = KeyFileFields(look, tasks, self)
        column.addWidget(self.key_file)

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.again.clear()

    def _reveal(self, shown: bool) -> None:
        self.passphrase.reveal(shown)
        self.again.reveal(shown)
        self.show_button.set_words(self.tr("Hide") if shown else self.tr("Show"))
        self.show_button.set_icon("eye-off" if shown else "eye")

    def _typed(self) -> None:
        self._strength = None
        self._compare()
        self._judge_soon.start()
        self._warned_of = ""
        self.typed.emit()

    def _compare(self) -> None:
        if not self.again.text():
            self.again_row.say("")
        elif self.again.text() == self.passphrase.text():
            self.again_row.say(self.tr("The same"), "check")
        else:
            self.again_row.say(self.tr("Not yet the same"), "circle-dashed")

    def _judge(self) -> None:
        passphrase = self.passphrase.text()
        if passphrase:
            self.tasks.apart(self, lambda: vaults.strength(passphrase), lambda found: self._judged(passphrase, found), None)
        else:
            self.meter.show_strength(0, "")

    def _judged(self, passphrase: str, found: vaults.Strength) -> None:
        if passphrase != self.passphrase.text():
            return
        self._strength = found
        self.meter.show_strength(*strength_words(found))

    # --- taking it ---

    def complete(
        self, ready: Callable[[], None], ask: Callable[[str, QWidget], None], warn: Callable[[str, str], None]
    ) -> None:
        """``ready`` if it can be taken; else ``ask`` for what is missing, or ``warn``, once, of what is weak."""
        passphrase = self.passphrase.text()
        if not passphrase:
            ask(self.tr("Write a passphrase first."), self.passphrase)
        elif self.again.text() != passphrase:
            ask(self.tr("The two are not yet the same. Write it once more."), self.again)
        elif self.key_file.wanted and self.key_file.path is None:
            ask(self.tr("Choose the key file, or make one."), self.key_file.make)
        elif self._strength is None:

            def judged(found: vaults.Strength) -> None:
                self._judged(passphrase, found)
                if self._strength is not None:
                    self.complete(ready, ask, warn)

            self.tasks.apart(self, lambda: vaults.strength(passphrase), judged, None)
        elif self._strength.weak and self._warned_of != passphrase:
            self._warned_of = passphrase
            danger = self.tr(
                "Whoever takes this computer can let a machine try passphrases like this one until it opens. The people"
                " in your cases are only as safe as it is. Longer is better: add words that have nothing in common."
            )
            warn(self.tr("This passphrase can be guessed."), f"{warning_words(self._strength)} {danger}".strip())
        else:
            ready()
