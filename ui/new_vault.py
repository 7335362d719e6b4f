"""Making a vault, in two steps: the passphrase, said to be strong or not in plain words; then who, where, and the reminder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.services import session, vaults
from ui.errors import told
from ui.look import Look
from ui.strength_words import strength_words, warning_words
from ui.tasks import Tasks
from ui.widgets.buttons import FILLED, KeyButton
from ui.widgets.centred import Centred
from ui.widgets.chooser import FOLDER, OPEN_FILE, SAVE_FILE, Chooser
from ui.widgets.fields import Choice, FieldRow, LineField, PassField, Tick
from ui.widgets.strength import StrengthMeter
from ui.widgets.words import Notice, words

_HERE, _OTHER = "\0here", "\0other"
#: Milliseconds after the last key in which a passphrase is judged.
_JUDGED_AFTER = 150


class NewVaultScreen(QWidget):
    """``made`` carries the new vault's path and its key (a bytearray, to be wiped); ``cancelled`` leads back."""

    made = Signal(str, object)
    cancelled = Signal()

    def __init__(self, look: Look, tasks: Tasks) -> None:
        super().__init__()
        self.look, self.tasks = look, tasks
        self._key_file: Path | None = None
        self._strength: vaults.Strength | None = None
        self._warned_of = ""
        self._folder = Path()
        self._busy = False
        self._judge_soon = QTimer(self)
        self._judge_soon.setSingleShot(True)
        self._judge_soon.setInterval(_JUDGED_AFTER)
        self._judge_soon.timeout.connect(self._judge)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Centred(look, 560, self)
        outer.addWidget(frame)
        self._steps_of = (QWidget(self), QWidget(self))
        head = QHBoxLayout()
        head.addWidget(words(self.tr("New vault"), "title"), 1)
        self.stage = words("", "quiet")
        head.addWidget(self.stage)
        frame.column.addLayout(head)
        self._passphrase_step(self._steps_of[0])
        self._place_step(self._steps_of[1])
        for step in self._steps_of:
            frame.column.addWidget(step)
        self.notice = Notice(look, self)
        frame.column.addWidget(self.notice)
        frame.column.addSpacing(12)
        buttons = QHBoxLayout()
        look.pad(buttons, self, (0, 0, 0, 0), 8)
        self.go = KeyButton(look, "", "Return", kind=FILLED, height=40, bind=False, parent=self)
        self.go.clicked.connect(self.take_step)
        self.back = KeyButton(look, self.tr("Cancel"), "Esc", height=40, bind=False, parent=self)
        self.back.clicked.connect(self.step_back)
        buttons.addWidget(self.go)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        frame.column.addLayout(buttons)
        self._show_step(0)
        tasks.apart(self, vaults.default_folder, self._take_folder, None)

    # --- the two steps ---

    def _passphrase_step(self, step: QWidget) -> None:
        column = QVBoxLayout(step)
        self.look.pad(column, step, (0, 0, 0, 0), 8)
        lead = self.tr(
            "Choose four or more unrelated words. Only this passphrase will ever open the vault: nobody can reset it."
        )
        column.addWidget(words(lead, "", wrap=True))
        column.addSpacing(16)
        column.addWidget(words(self.tr("Passphrase"), "label"))
        row = QHBoxLayout()
        self.look.pad(row, step, (0, 0, 0, 0), 8)
        self.passphrase = PassField(self.tr("Passphrase"))
        self.passphrase.textChanged.connect(self._typed)
        row.addWidget(self.passphrase, 1)
        self.show_button = KeyButton(self.look, self.tr("Show"), "Alt+S", icon="eye", parent=step)
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._reveal)
        row.addWidget(self.show_button)
        column.addLayout(row)
        self.meter = StrengthMeter(self.look, self.tr("Strength"), step)
        column.addWidget(self.meter)
        column.addSpacing(8)
        self.again = PassField(self.tr("Once more"))
        self.again.textChanged.connect(self._compare)
        self.again_row = FieldRow(self.look, self.tr("Once more"), self.again, above=True)
        column.addWidget(self.again_row)
        column.addSpacing(8)
        self.ask_key_file = Tick(self.look, self.tr("Also ask for a key file"))
        self.ask_key_file.toggled.connect(self._key_file_wanted)
        column.addWidget(self.ask_key_file)
        note = self.tr("A file on a stick you carry. Without it the passphrase opens nothing.")
        self.key_file_note = words(note, "note", wrap=True)
        self.look.fit(self.key_file_note, lambda: self.key_file_note.setContentsMargins(self.look.px(28), 0, 0, 0))
        column.addWidget(self.key_file_note)
        self._key_file_buttons = QWidget(step)
        files = QHBoxLayout(self._key_file_buttons)
        self.look.pad(files, self._key_file_buttons, (0, 0, 0, 0), 8)
        self.make_key_file = KeyButton(self.look, self.tr("Make a new file…"), "Alt+M", parent=step)
        self.make_key_file.clicked.connect(self._choose_new_key_file)
        self.choose_key_file = KeyButton(self.look, self.tr("Choose a file…"), "Alt+K", parent=step)
        self.choose_key_file.clicked.connect(self._choose_old_key_file)
        files.addWidget(self.make_key_file)
        files.addWidget(self.choose_key_file)
        files.addStretch(1)
        self._key_file_buttons.hide()
        column.addWidget(self._key_file_buttons)

    def _place_step(self, step: QWidget) -> None:
        column = QVBoxLayout(step)
        self.look.pad(column, step, (0, 8, 0, 0), 12)
        self.author = LineField(self.tr("Your name"))
        self.author_row = FieldRow(self.look, self.tr("Your name"), self.author, above=True)
        column.addWidget(self.author_row)
        self.name = LineField(self.tr("Name of the vault"), self.tr("Field vault"))
        self.name_row = FieldRow(self.look, self.tr("Name of the vault"), self.name, above=True)
        column.addWidget(self.name_row)
        self.place = Choice(self.look, self.tr("Where it lies"), ())
        self.place.activated.connect(lambda _row: self._place_chosen())
        self.place_row = FieldRow(self.look, self.tr("Where it lies"), self.place, above=True)
        column.addWidget(self.place_row)
        self._fill_places(_HERE)
        reminder = self.tr(
            "There are no recovery sheets yet: only this passphrase opens the vault, and if it is lost, so is everything in it."
            " Write it down and keep it elsewhere, where nobody who finds this computer finds it."
        )
        column.addWidget(words(reminder, "", wrap=True))
        self.written = Tick(self.look, self.tr("I have written it down"))
        self.written.toggled.connect(lambda _on: self.notice.clear())
        column.addWidget(self.written)
        self._usual_notes()

    def _usual_notes(self) -> None:
        self.author_row.say(self.tr("It stands beside every change in the history. Any name you work under will do."))
        self.name_row.say(self.tr("A folder of this name is made. It must say nothing about a client."))

    def _show_step(self, number: int) -> None:
        self._step = number
        for at, step in enumerate(self._steps_of):
            step.setVisible(at == number)
        self.notice.clear()
        self.stage.setText(self.tr("2 of 2: name and place") if number else self.tr("1 of 2: the passphrase"))
        self.go.set_words(self.tr("Make the vault") if number else self.tr("Next: name and place"))
        self.back.set_words(self.tr("Back") if number else self.tr("Cancel"))
        (self.author if number else self.passphrase).setFocus()

    # --- the passphrase ---

    def _reveal(self, shown: bool) -> None:
        self.passphrase.reveal(shown)
        self.again.reveal(shown)
        self.show_button.set_words(self.tr("Hide") if shown else self.tr("Show"))
        self.show_button.set_icon("eye-off" if shown else "eye")

    def _typed(self) -> None:
        self._strength = None
        self._compare()
        self._judge_soon.start()
        if self._warned_of and self._step == 0:
            self._warned_of = ""
            self.notice.clear()
            self.go.set_words(self.tr("Next: name and place"))

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

    # --- the key file ---

    def _key_file_wanted(self, wanted: bool) -> None:
        self._key_file_buttons.setVisible(wanted)
        if not wanted:
            self._key_file = None
            self.key_file_note.setText(self.tr("A file on a stick you carry. Without it the passphrase opens nothing."))

    def _choose_new_key_file(self) -> None:
        Chooser(
            self.look, self, self.tr("Make a key file"), self.tr("Make the file"), SAVE_FILE, self._make_key_file,
            lead=self.tr("Best on a stick of its own, with a copy kept elsewhere: without it the vault stays shut."),
            name="affiant.key", endings=(".key",),
        ).open()  # fmt: skip

    def _make_key_file(self, path: Path) -> None:
        self.tasks.apart(self, lambda: vaults.make_key_file(path), lambda _: self._take_key_file(path), self._say)

    def _choose_old_key_file(self) -> None:
        Chooser(self.look, self, self.tr("Key file"), self.tr("Use this file"), OPEN_FILE, self._read_key_file).open()

    def _read_key_file(self, path: Path) -> None:
        self.tasks.apart(self, lambda: vaults.read_key_file(path), lambda _: self._take_key_file(path), self._say)

    def _take_key_file(self, path: Path) -> None:
        self._key_file = path
        self.notice.clear()
        words_ = self.tr("{0}. Keep a copy of it elsewhere: without it the passphrase opens nothing.")
        self.key_file_note.setText(words_.format(str(path)))

    # --- where ---

    def _take_folder(self, folder: Path) -> None:
        self._folder = folder
        self._fill_places(self.place.value)

    def _fill_places(self, chosen: str) -> None:
        rows = [(_HERE, self.tr("On this computer"))]
        if chosen not in (_HERE, _OTHER):
            rows.append((chosen, chosen))
        self.place.fill([*rows, (_OTHER, self.tr("Another folder…"))], chosen)
        self.place_row.say(str(self._folder) if chosen == _HERE and self._folder != Path() else "")

    def _place_chosen(self) -> None:
        if self.place.value == _OTHER:
            Chooser(
                self.look, self, self.tr("Where the vault is to lie"), self.tr("Use this folder"), FOLDER,
                lambda path: self._fill_places(str(path)),
                lead=self.tr("The vault becomes a folder in the one that is chosen here."),
            ).open()  # fmt: skip
        else:
            self._fill_places(self.place.value)

    # --- onward ---

    def step_back(self) -> None:
        """From the second step to the first, from the first back to the lock screen."""
        if self._busy:
            return
        if self._step:
            self._show_step(0)
        else:
            self.passphrase.clear()
            self.again.clear()
            self.cancelled.emit()

    def take_step(self) -> None:
        """What Enter does."""
        if self._busy:
            return
        if self._step == 0:
            self._end_first_step()
        else:
            self._make()

    def _end_first_step(self) -> None:
        passphrase = self.passphrase.text()
        if not passphrase:
            self._ask(self.tr("Write a passphrase first."), self.passphrase)
        elif self.again.text() != passphrase:
            self._ask(self.tr("The two are not yet the same. Write it once more."), self.again)
        elif self.ask_key_file.isChecked() and self._key_file is None:
            self._ask(self.tr("Choose the key file, or make one."), self.make_key_file)
        elif self._strength is None:
            self.tasks.apart(self, lambda: vaults.strength(passphrase), lambda found: self._again(passphrase, found), None)
        elif self._strength.weak and self._warned_of != passphrase:
            self._warned_of = passphrase
            danger = self.tr(
                "Whoever takes this computer can let a machine try passphrases like this one until it opens. The people"
                " in your cases are only as safe as it is. Longer is better: add words that have nothing in common."
            )
            why = warning_words(self._strength)
            self.notice.say(self.tr("This passphrase can be guessed."), f"{why} {danger}".strip())
            self.go.set_words(self.tr("Use it all the same"))
        else:
            self._show_step(1)

    def _again(self, passphrase: str, found: vaults.Strength) -> None:
        self._judged(passphrase, found)
        if self._strength is not None:
            self._end_first_step()

    def _make(self) -> None:
        author, name = self.author.text().strip(), self.name.text().strip()
        self._usual_notes()
        if not author:
            self._mark(self.author_row, self.tr("Write the name you work under."))
        elif not vaults.is_name(name):
            self._mark(self.name_row, self.tr("Write a name that a folder can have."))
        elif self.place.value == _OTHER:
            self._place_chosen()
        elif not self.written.isChecked():
            self._ask(self.tr("Write the passphrase down first, then tick the line above."), self.written)
        else:
            self._begin(author, name)

    def _begin(self, author: str, name: str) -> None:
        folder = None if self.place.value == _HERE else Path(self.place.value)
        passphrase, key_file = self.passphrase.text(), self._key_file
        self._set_busy(True)

        def make() -> tuple[Path, bytearray]:
            path = (folder or vaults.default_folder()) / name
            content = vaults.read_key_file(key_file) if key_file is not None else None
            with session.new_vault(path, passphrase, author, None, content) as vault:
                return path, vault.key()

        self.tasks.apart(self, make, self._finished, self._refused)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.go.set_words(self.tr("Making the vault…") if busy else self.tr("Make the vault"))
        for widget in (self.go, self.back, *self._steps_of):
            widget.setEnabled(not busy)

    def _finished(self, answer: tuple[Path, bytearray]) -> None:
        self.passphrase.clear()
        self.again.clear()
        path, key = answer
        self.made.emit(str(path), key)

    def _refused(self, error: UserError) -> None:
        self._set_busy(False)
        self._say(error)

    def _say(self, error: UserError) -> None:
        shown = told(error)
        self.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)

    def _ask(self, what: str, where: QWidget) -> None:
        self.notice.say(what, kind="plain")
        where.setFocus()

    def _mark(self, row: FieldRow, what: str) -> None:
        row.say(what, "circle-alert", "attention")
        row.field.setFocus()

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
        (self.author if self._step else self.passphrase).setFocus()
