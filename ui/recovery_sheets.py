"""The recovery sheets on screen: word by word to be copied, or as a PDF to print; then whether they were really written down.

Whoever shows this gives it buttons: ``step_words`` and ``other_words`` say what they are called at the present stage,
``take_step``, ``take_other`` and ``step_back`` what they do.
"""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.services import files, ways
from app.services.session import told as in_words
from ui.errors import told
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.buttons import KeyButton, Segmented
from ui.widgets.chooser import SAVE_FILE, Chooser
from ui.widgets.fields import FieldRow
from ui.widgets.secret import SecretLine, WordGrid
from ui.widgets.words import Notice, words

#: So many sheets are asked for a word each: as many as open a vault.
_ASKED = 2
#: How it ended: the words were written back, or this was skipped in so many words; or there shall be no sheets yet.
CHECKED, SKIPPED, LATER = "checked", "skipped", "later"


class RecoverySheets(QWidget):
    """``done`` carries how it ended; ``changed`` says that the buttons are called otherwise now."""

    done = Signal(str)
    changed = Signal()

    def __init__(self, look: Look, tasks: Tasks, later: str, parent: QWidget | None = None) -> None:
        """``later`` says what it means to have no sheets yet."""
        super().__init__(parent)
        self.look, self.tasks, self._later = look, tasks, later
        self._held: ways.Recovery | None = None
        self._asked = (0, 0)
        self._ask: list[int] = []  # the sheets from which a word is still to be asked
        self._checking = self._warned = False
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 12)
        self._sheets = QWidget(self)
        self._check = QWidget(self)
        self._sheets_part(self._sheets)
        self._check_part(self._check)
        column.addWidget(self._sheets)
        column.addWidget(self._check)
        self.notice = Notice(look, self)
        column.addWidget(self.notice)

    def _sheets_part(self, part: QWidget) -> None:
        column = QVBoxLayout(part)
        self.look.pad(column, part, (0, 0, 0, 0), 10)
        lead = self.tr(
            "Any two of these three sheets open the vault, and its backups, without the passphrase; one alone tells nothing."
            " Copy each onto paper of its own and give each to somebody else, in another place than this computer;"
            " never two to the same person. Not on a telephone, not in a photograph."
        )
        column.addWidget(words(lead, "", wrap=True))
        row = QHBoxLayout()
        self.look.pad(row, part, (0, 0, 0, 0), 8)
        names = tuple((str(number), self.tr("Sheet {0}").format(number)) for number in (1, 2, 3))
        self.sheet = Segmented(self.look, names, self.tr("Which sheet"))
        self.sheet.group.idToggled.connect(lambda _number, on: self._show_sheet() if on else None)
        row.addWidget(self.sheet)
        row.addStretch(1)
        self.print = KeyButton(self.look, self.tr("As a PDF to print…"), "Alt+P", icon="printer", parent=part)
        self.print.clicked.connect(self._choose_file)
        row.addWidget(self.print)
        column.addLayout(row)
        self.grid = WordGrid(self.look, part)
        column.addWidget(self.grid)

    def _check_part(self, part: QWidget) -> None:
        column = QVBoxLayout(part)
        self.look.pad(column, part, (0, 0, 0, 0), 10)
        lead = self.tr("A sheet that cannot be read helps nobody. Take your paper and read two words from it.")
        column.addWidget(words(lead, "", wrap=True))
        self.word = SecretLine(self.tr("The word"))
        self.word_row = FieldRow(self.look, "", self.word, above=True)
        self.word.textEdited.connect(lambda _text: self.word_row.say(""))
        column.addWidget(self.word_row)
        part.hide()

    # --- what is shown ---

    def show_recovery(self, held: ways.Recovery) -> None:
        """Show these sheets."""
        self._held = held
        self.sheet.choose("1")
        self._to_sheets()

    def wipe(self) -> None:
        """Nothing of it stays in a field or on the screen."""
        self._held = None
        self.grid.show_words("", ())
        self.word.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Left for good, nothing stays in the widgets; a window that is only put away keeps them."""
        if not event.spontaneous():
            self.grid.show_words("", ())
            self.word.clear()
        super().hideEvent(event)

    def _show_sheet(self) -> None:
        if self._held is not None and self.sheet.value:
            number = int(self.sheet.value)
            name = self.tr("Sheet {0} of 3").format(number)
            self.grid.show_words(name, self._held.sheets[number - 1].split())

    def _to_sheets(self) -> None:
        self._checking = self._warned = False
        self._check.hide()
        self._sheets.show()
        self.notice.clear()
        self._show_sheet()
        self.changed.emit()
        self.sheet.setFocus()

    def _to_check(self) -> None:
        self._checking, self._warned = True, False
        self._ask = secrets.SystemRandom().sample(range(3), _ASKED)
        self._ask_word()
        self._sheets.hide()
        self.grid.show_words("", ())
        self._check.show()
        self.notice.clear()
        self.changed.emit()
        self.word.setFocus()

    def _ask_word(self) -> None:
        """Ask for any word of the next sheet."""
        self._asked = (self._ask.pop(), secrets.randbelow(ways.WORDS_A_SHEET))
        sheet, word = self._asked
        asked = self.tr("Word {0} of sheet {1}").format(word + 1, sheet + 1)
        self.word_row.label.setText(asked)
        self.word.setAccessibleName(asked)
        self.word.clear()
        self.word_row.say("")

    # --- the buttons of whoever shows it ---

    @property
    def checking(self) -> bool:
        """Whether a word is asked for at present."""
        return self._checking

    @property
    def asked(self) -> tuple[int, int]:
        """Sheet and word that are asked for, from 0."""
        return self._asked

    @property
    def step_words(self) -> str:
        """What the likely next step is called."""
        return self.tr("Go on") if self._checking else self.tr("They are written down")

    @property
    def other_words(self) -> str:
        """What the way past it is called."""
        if self._checking:
            return self.tr("Go on without this check")
        return self.tr("Go on without sheets") if self._warned else self.tr("I will do it later")

    def take_step(self) -> None:
        """From the sheets to the check; from the last of the right words on."""
        if not self._checking:
            self._to_check()
            return
        sheet, word = self._asked
        if self._held is not None and self.word.text().strip().lower() == self._held.sheets[sheet].split()[word]:
            if self._ask:
                self._ask_word()
                self.word_row.say(self.tr("Right. And one from another sheet: two of them are needed to open."), "check")
                return
            self.word.clear()
            self.done.emit(CHECKED)
            return
        self.word_row.say(
            self.tr("This is not that word. Look again which sheet and which number, or go back and copy it anew."),
            "circle-alert", "attention",
        )  # fmt: skip
        self.word.setFocus()
        self.word.selectAll()

    def take_other(self) -> None:
        """Without the check; or, after it was said what that means, without sheets."""
        if self._checking:
            self.done.emit(SKIPPED)
        elif self._warned:
            self.done.emit(LATER)
        else:
            self._warned = True
            self.notice.say(self.tr("Without sheets only the passphrase opens the vault."), self._later)
            self.changed.emit()

    def step_back(self) -> bool:
        """From the check back to the sheets; ``False`` where there is nothing to go back to."""
        if self._checking:
            self._to_sheets()
        return self._checking

    # --- on paper ---

    def _choose_file(self) -> None:
        Chooser(
            self.look, self, self.tr("Where the sheets are to lie"), self.tr("Write the file"), SAVE_FILE, self._write,
            lead=self.tr(
                "Best on a stick that you destroy afterwards. Print it where nothing is kept: no office, no copy shop."
                " Whoever finds the file can open the vault and its backups."
            ),
            name=self.tr("sheets") + ".pdf", endings=(".pdf",),
        ).open()  # fmt: skip

    def _write(self, path: Path) -> None:
        held = self._held
        if held is None:
            return
        self.print.setEnabled(False)

        def write() -> None:
            with in_words():
                files.write_whole(path, ways.recovery_pdf(held, date.today()), replace=True)

        self.tasks.apart(self, write, lambda _: self._written(path), self._refused)

    def _written(self, path: Path) -> None:
        self.print.setEnabled(True)
        self.notice.say(
            self.tr("Three pages were written, one for each sheet."),
            self.tr("{0}. Print them, then destroy the file.").format(str(path)),
            kind="plain", icon="check",
        )  # fmt: skip

    def _refused(self, error: UserError) -> None:
        self.print.setEnabled(True)
        shown = told(error)
        self.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)
