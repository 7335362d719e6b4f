"""The left side: a field that finds any spelling, and everyone and everything on record below it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case import Case
from app.services import registry
from ui.look import Look
from ui.pages import people_words
from ui.pages.people_words import isolated
from ui.widgets.fields import LineField
from ui.widgets.rows import Line, RowList

NEW = "new"


class _Find(LineField):
    """Arrows move in the list below, Enter goes there, Esc empties the field."""

    moved = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Finder(QWidget):
    """``chosen`` carries the id of an entry, or ``people:new`` for one that was begun; ``opened`` asks to change it."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rows: tuple[registry.Listed, ...] = ()
        self._drafts: frozenset[str] = frozenset()
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 4)
        self.line = _Find(self.tr("Find a name, any spelling"), hint=self.tr("Find a name, any spelling"))
        self.line.setClearButtonEnabled(False)
        self.list = RowList(look, self.tr("People and places"), parent=self)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.line.textChanged.connect(lambda _text: self._show())
        self.line.moved.connect(self.list.step)
        self.line.entered.connect(self._enter)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)

    def show_case(self, case: Case, drafts: Collection[str]) -> None:
        """Other entries; ``drafts`` are the places of changes that are not saved ("people:p2")."""
        self._rows, self._drafts = registry.listing(case), frozenset(drafts)
        self._show()

    def choose(self, key: str) -> bool:
        """Choose an entry; what was typed to find others goes if it hides this one."""
        if self.list.choose(key):
            return True
        if self.line.text():
            self.line.clear()
            return self.list.choose(key)
        return False

    @property
    def first(self) -> str:
        """The first entry of the list; "" if there is none."""
        return next((line.key for line in self.list.lines if not line.group and not line.quiet and ":" not in line.key), "")

    def _enter(self) -> None:
        found = [line.key for line in self.list.lines if not line.group and not line.quiet]
        if found:
            if self.list.key not in found:
                self.list.choose(found[0])
            self.list.setFocus()
            self.chosen.emit(self.list.key)

    def _show(self) -> None:
        lines: list[Line] = []
        found = registry.matching(self._rows, self.line.text())
        for kind in registry.KINDS:
            rows = [row for row in found if row.kind == kind]
            begun = f"{kind}:{NEW}" in self._drafts and not self.line.text()
            if not rows and not begun:
                continue
            lines.append(Line("", f"{people_words.group(kind)} · {len(rows)}", group=True))
            if begun:
                lines.append(self._begun(kind))
            lines += [self._line(row) for row in rows]
        if not lines:
            nothing = self.tr("Nobody is written so") if self.line.text().strip() else self.tr("Nobody is on record yet")
            lines = [Line("", nothing, quiet=True)]
        self.list.show_lines(lines)

    def _begun(self, kind: str) -> Line:
        words = {
            registry.PEOPLE: self.tr("New person"),
            registry.PLACES: self.tr("New place"),
            registry.ORGANIZATIONS: self.tr("New organisation"),
        }
        return Line(f"{kind}:{NEW}", words[kind], self.tr("begun, not saved yet"), "pencil")

    def _line(self, row: registry.Listed) -> Line:
        badge, icon = (self.tr("at risk"), "shield-alert") if row.at_risk else ("", "")
        if f"{row.kind}:{row.id}" in self._drafts:
            badge, icon = self.tr("not saved"), "pencil"
        second = people_words.listed_second(row)
        return Line(row.id, isolated(row.name), second, people_words.ICONS[row.kind], badge, icon or "shield-alert")
