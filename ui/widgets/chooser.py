"""Choosing a file or a folder without the system's dialog, which would remember where one has been.

Shows folders and files of one place at a time; nothing is read but names, sizes and dates, nothing is kept.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStorageInfo, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.dialogs import Panel
from ui.widgets.fields import FieldRow, LineField
from ui.widgets.table import Cell, Column, Row, Table
from ui.widgets.words import words

OPEN_FILE, SAVE_FILE, FOLDER = "open", "save", "folder"
_MOST = 5000


class Chooser(Panel):
    """A dialog that ends with a path. ``endings`` are those that are shown (".pdf"), all where it is empty.

    ``take`` is called with the path after the dialog has closed. A file that exists is replaced only after asking.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        title: str,
        step: str,
        mode: str,
        take: Callable[[Path], None],
        *,
        lead: str = "",
        name: str = "",
        endings: tuple[str, ...] = (),
        start: Path | None = None,
    ) -> None:
        super().__init__(look, parent, title, step, lead=lead, width=620)
        self._mode, self._take, self._endings = mode, take, endings
        self._overwrite: Path | None = None
        places = QHBoxLayout()
        look.pad(places, self, (0, 0, 0, 0), 16)
        for label, folder in self._places():
            button = KeyButton(look, label, kind=QUIET, height=28, parent=self)
            button.clicked.connect(lambda _=False, where=folder: self.show_folder(where))
            places.addWidget(button)
        places.addStretch(1)
        self.body.addLayout(places)
        self.where = words("", "note", wrap=True)
        self.body.addWidget(self.where)
        self.table = Table(
            look,
            self.tr("Folders and files"),
            (Column(self.tr("Name")), Column(self.tr("Size"), 100, right=True), Column(self.tr("Changed"), 130)),
            row_height=34,
            parent=self,
        )
        self.table.opened.connect(self._enter)
        self.table.chosen.connect(self._name_chosen)
        look.fit(self.table, lambda: self.table.setMinimumHeight(look.px(230)))
        box = QVBoxLayout()
        box.addWidget(self.table)
        self.body.addLayout(box, 1)
        label = self.tr("Folder") if mode == FOLDER else self.tr("File")
        self.name = LineField(label, name, hint=self.tr("a name, or a whole path"))
        self.name.textEdited.connect(lambda _text: self._forget())
        self.name_row = FieldRow(look, label, self.name, above=True)
        self.body.addWidget(self.name_row)
        self.folder = Path.home()
        self.show_folder(start or Path.home())
        self.name.setFocus()

    def _places(self) -> list[tuple[str, Path]]:
        found = [(self.tr("Home"), Path.home())]
        for label, folder in (
            (self.tr("Desktop"), "Desktop"),
            (self.tr("Documents"), "Documents"),
            (self.tr("Downloads"), "Downloads"),
        ):
            if (Path.home() / folder).is_dir():
                found.append((label, Path.home() / folder))
        for volume in QStorageInfo.mountedVolumes():
            root = volume.rootPath()
            on_a_stick = sys.platform == "win32" or root.startswith(("/media/", "/run/media/", "/mnt/", "/Volumes/"))
            if volume.isReady() and on_a_stick:
                found.append((volume.displayName() or root, Path(root)))
        return found[:7]

    # --- one folder ---

    def show_folder(self, folder: Path) -> None:
        """Show what is in a folder; a folder that cannot be read is said to be so."""
        try:
            with os.scandir(folder) as entries:
                rows = self._rows(list(entries)[:_MOST])
        except OSError:
            self.notice.say(self.tr("This folder cannot be read."), self.tr("Choose another one."))
            return
        self.notice.clear()
        self.folder = folder
        self.where.setText(str(folder))
        above = [Row("..", (Cell("..", icon="folder"), Cell(), Cell()))] if folder.parent != folder else []
        self.table.show_rows([*above, *rows])

    def _rows(self, entries: list[os.DirEntry[str]]) -> list[Row]:
        folders, files = [], []
        for entry in sorted(entries, key=lambda each: each.name.casefold()):
            if entry.name.startswith("."):
                continue
            try:
                is_folder, stat = entry.is_dir(), entry.stat()
            except OSError:
                continue
            changed = dt.date.fromtimestamp(stat.st_mtime).isoformat()
            if is_folder:
                folders.append(Row(entry.name, (Cell(entry.name, icon="folder"), Cell(), Cell(changed, quiet=True))))
            elif self._mode != FOLDER and (not self._endings or Path(entry.name).suffix.lower() in self._endings):
                size = Cell(size_words(stat.st_size))
                files.append(Row(entry.name, (Cell("", icon="file", strong=entry.name), size, Cell(changed, quiet=True))))
        return [*folders, *files]

    def _name_chosen(self, key: str) -> None:
        if key and key != ".." and self.table.hasFocus() and ((self.folder / key).is_file() or self._mode == FOLDER):
            self.name.setText(key)
            self._forget()

    def _enter(self, key: str) -> None:
        target = self.folder.parent if key == ".." else self.folder / key
        if target.is_dir():
            self.show_folder(target)
        else:
            self.name.setText(key)
            self.take_step()

    def _forget(self) -> None:
        self._overwrite = None
        self.name_row.say("")

    # --- the end ---

    def chosen_path(self) -> Path | None:
        """What stands in the field, as a path; ``None`` if there is nothing."""
        text = self.name.text().strip()
        if not text:
            return self.folder if self._mode == FOLDER else None
        path = Path(text).expanduser()
        path = path if path.is_absolute() else self.folder / path
        if self._mode == SAVE_FILE and self._endings and path.suffix.lower() not in self._endings:
            path = path.with_name(path.name + self._endings[0])
        return path

    def take_step(self) -> None:
        if self.table.hasFocus() and self.table.key and (self.folder / self.table.key).is_dir() and self._mode != FOLDER:
            self._enter(self.table.key)
            return
        path = self.chosen_path()
        wrong = self._wrong(path)
        if wrong:
            self.name_row.say(wrong, "circle-alert", "attention")
            self.name.setFocus()
            return
        if path is None:
            return
        if self._mode == SAVE_FILE and path.exists() and self._overwrite != path:
            self._overwrite = path
            self.name_row.say(
                self.tr("There is a file of this name. Press Enter again to replace it."), "circle-alert", "attention"
            )
            return
        self.accept()
        self._take(path)

    def _wrong(self, path: Path | None) -> str:
        if path is None:
            return self.tr("Choose a file, or write its name.")
        try:
            if self._mode == OPEN_FILE and not path.is_file():
                return self.tr("There is no such file here.")
            if self._mode == SAVE_FILE and path.is_dir():
                return self.tr("This is a folder. Write the name of the file.")
            if self._mode == SAVE_FILE and not path.parent.is_dir():
                return self.tr("There is no such folder.")
        except (OSError, ValueError):
            return self.tr("This name cannot be used.")
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and self.table.hasFocus():
            self.show_folder(self.folder.parent)
            return
        super().keyPressEvent(event)


def size_words(size: int) -> str:
    """A size for people: "48 MB"."""
    value = float(size)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000 or unit == "GB":
            return f"{value:.0f}\u00a0{unit}"
        value /= 1000
    return ""
