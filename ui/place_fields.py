"""What a vault is to be called, and where its folder is to lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services import vaults
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.chooser import FOLDER, Chooser
from ui.widgets.fields import Choice, FieldRow, LineField

_HERE, _OTHER = "\0here", "\0other"


class PlaceFields(QWidget):
    """``take`` gives the path, or says below the field what is wrong with it."""

    def __init__(self, look: Look, tasks: Tasks, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._folder = Path()
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 12)
        self.name = LineField(self.tr("Name of the vault"), name)
        self.name_row = FieldRow(look, self.tr("Name of the vault"), self.name, above=True)
        column.addWidget(self.name_row)
        self.place = Choice(look, self.tr("Where it lies"), ())
        self.place.activated.connect(lambda _row: self._chosen())
        self.place_row = FieldRow(look, self.tr("Where it lies"), self.place, above=True)
        column.addWidget(self.place_row)
        self._fill(_HERE)
        self._usual_note()
        tasks.apart(self, vaults.default_folder, self._take_folder, None)

    def _usual_note(self) -> None:
        self.name_row.say(self.tr("A folder of this name is made. It must say nothing about a client."))

    def _take_folder(self, folder: Path) -> None:
        self._folder = folder
        self._fill(self.place.value)

    def _fill(self, chosen: str) -> None:
        rows = [(_HERE, self.tr("On this computer"))]
        if chosen not in (_HERE, _OTHER):
            rows.append((chosen, chosen))
        self.place.fill([*rows, (_OTHER, self.tr("Another folder…"))], chosen)
        self.place_row.say(str(self._folder) if chosen == _HERE and self._folder != Path() else "")

    def _chosen(self) -> None:
        if self.place.value == _OTHER:
            Chooser(
                self.look, self, self.tr("Where the vault is to lie"), self.tr("Use this folder"), FOLDER,
                lambda path: self._fill(str(path)),
                lead=self.tr("The vault becomes a folder in the one that is chosen here."),
            ).open()  # fmt: skip
        else:
            self._fill(self.place.value)

    def take(self) -> Path | None:
        """Where the vault is to lie; ``None`` after it was said what is missing."""
        self._usual_note()
        name = self.name.text().strip()
        if not vaults.is_name(name):
            self.name_row.say(self.tr("Write a name that a folder can have."), "circle-alert", "attention")
            self.name.setFocus()
            return None
        if self.place.value == _OTHER:
            self._chosen()
            return None
        return (vaults.default_folder() if self.place.value == _HERE else Path(self.place.value)) / name
