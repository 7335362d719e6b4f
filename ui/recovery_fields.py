"""Two recovery sheets, or the one line, typed off the paper: forgiving, and exact about what is wrong where."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import UserError
from app.services import ways
from ui.look import Look
from ui.widgets.fields import FieldRow
from ui.widgets.secret import SecretArea

_ALERT = ("circle-alert", "attention")


class RecoveryFields(QWidget):
    """``read`` gives the secret, or says below the field what is missing. ``typed`` follows every key."""

    typed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 10)
        self.areas = (SecretArea(look, self.tr("One sheet")), SecretArea(look, self.tr("Another sheet")))
        self.rows = tuple(FieldRow(look, area.accessibleName(), area, above=True) for area in self.areas)
        for at, row in enumerate(self.rows):
            column.addWidget(row)
            self.areas[at].textChanged.connect(partial(self._look, at))
        self._usual_notes()

    def _usual_notes(self) -> None:
        self.rows[0].say(self.tr("The 33 words of any sheet, or the one long line. Numbers and capitals do not matter."))
        self.rows[1].say("")

    def wipe(self) -> None:
        """Nothing that was typed stays."""
        for area in self.areas:
            area.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Left, nothing stays."""
        if not event.spontaneous():
            self.wipe()
        super().hideEvent(event)

    def _look(self, at: int) -> None:
        """Say below the field how far it is; a word that is still being typed is not judged."""
        text = self.areas[at].toPlainText()
        self.typed.emit()
        if not text.strip():
            self._usual_notes()
        elif ways.is_line(text):
            self.rows[at].say(self.tr("The one line; no second sheet is needed."))
        else:
            finished = text if text[-1].isspace() else " ".join(text.split()[:-1])
            found, so_far = ways.read_sheet(text), ways.read_sheet(finished)
            if found.number:
                self.rows[at].say(self.tr("Sheet {0}, every word right").format(found.number), "check")
            elif found.words == ways.WORDS_A_SHEET:
                self._fault(at, found)
            elif so_far.unknown:
                self._fault(at, so_far)
            else:
                self.rows[at].say(self.tr("{0} of 33 words").format(found.words))

    def _fault(self, at: int, found: ways.Sheet) -> None:
        if found.unknown:
            what = self.tr("Word {0} is misspelt: it can be on no sheet.").format(found.unknown)
        elif found.words != ways.WORDS_A_SHEET:
            what = self.tr("These are {0} words; a sheet has 33.").format(found.words)
        else:
            what = self.tr("A word is another than on the sheet, or two have changed places. Compare them once more.")
        self.rows[at].say(what, *_ALERT)

    def read(self) -> bytearray | None:
        """What was typed, to be wiped by the caller; ``None`` after it was said what is wrong."""
        texts = [area.toPlainText() for area in self.areas]
        for at, text in enumerate(texts):
            if ways.is_line(text):
                return self._line(at, text)
        if not any(text.strip() for text in texts):
            self._missing(0, self.tr("Type the words of one sheet."))
            return None
        found = [ways.read_sheet(text) for text in texts]
        both = [at for at in (0, 1) if found[at].words == 2 * ways.WORDS_A_SHEET and not texts[1 - at].strip()]
        if both:  # two sheets in one field
            return self._joined(both[0], texts[both[0]])
        for at in (0, 1):
            if not texts[at].strip():
                self._missing(at, self.tr("Two sheets are needed. Type the words of another one."))
                return None
            if not found[at].number:
                self._fault(at, found[at])
                self.areas[at].setFocus()
                return None
        if found[0].of_set != found[1].of_set:
            self._missing(1, self.tr("These two are not of one set. Sheets of another time or of another vault do not fit."))
            return None
        if found[0].number == found[1].number:
            self._missing(1, self.tr("This is the same sheet twice. Another one is needed."))
            return None
        return self._joined(1, "\n".join(texts))

    def _line(self, at: int, text: str) -> bytearray | None:
        try:
            return ways.read_recovery(text)
        except UserError:
            self._missing(at, self.tr("A letter of the line is wrong or missing. Compare it once more."))
            return None

    def _joined(self, at: int, text: str) -> bytearray | None:
        try:
            return ways.read_recovery(text)
        except UserError:
            self._missing(at, self.tr("The sheets do not fit together. Type each into a field of its own."))
            return None

    def _missing(self, at: int, what: str) -> None:
        self.rows[at].say(what, *_ALERT)
        self.areas[at].setFocus()
