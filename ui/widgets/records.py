"""Editors of values that have parts, and of lists of values: a small table whose rows are added, moved and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.editing import Editor, Steps
from ui.widgets.fields import FieldRow

translate = QCoreApplication.translate

#: What can be done with a row of more parts than these stands below it.
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a value: its key, its label, its editor, and the line that usually stands below it."""

    key: str
    label: str
    editor: Editor
    note: str = ""
    icon: str = ""


class RecordEditor(Editor):
    """A value with parts (a dict). ``needs`` are the parts without which it says nothing; ``least`` pixels a part takes."""

    def __init__(self, look: Look, name: str, parts: Sequence[Part], *, needs: Sequence[str] = (), least: int = 180) -> None:
        super().__init__(look, name)
        self.parts, self._needs, self._least, self._columns = tuple(parts), tuple(needs), least, 0
        self._grid = QGridLayout(self)
        look.pad(self._grid, self, (0, 0, 0, 0), 8)
        self.rows: list[FieldRow] = []
        for part in self.parts:
            row = FieldRow(look, part.label, part.editor, above=True)
            part.editor.stand_in(row, part.note, part.icon)
            part.editor.edited.connect(self.edit)
            self.rows.append(row)
        self.setFocusProxy(self.parts[0].editor)
        self._arrange()
        look.fit(self, self._arrange)

    def part(self, key: str) -> Editor:
        """The editor of one part. No index: Qt for Python takes what can be indexed for a list, even as it is torn down."""
        return next(part.editor for part in self.parts if part.key == key)

    def put(self, value: Any) -> None:
        for part in self.parts:
            part.editor.load((value or {}).get(part.key))

    def put_typed(self, typed: Any) -> None:
        for part in self.parts:
            if part.key in typed:
                part.editor.restore(typed[part.key])

    def typed(self) -> Any:
        return {part.key: part.editor.typed() for part in self.parts}

    def read(self) -> Any:
        held = {part.key: value for part in self.parts if (value := part.editor.value()) is not None}
        return held or None

    def faults(self) -> list[Editor]:
        found = [fault for part in self.parts for fault in part.editor.faults()]
        value = self.read() if self.touched else None
        for part in self.parts:
            if value is not None and part.key in self._needs and part.key not in value and not found:
                found.append(part.editor.mark((), translate("rows", "Say this too, or remove the row.")))
        return found

    def mark(self, steps: Steps, reason: str) -> Editor:
        for part in self.parts:
            if steps and part.key == steps[0]:
                return part.editor.mark(steps[1:], reason)
        return self.parts[0].editor.mark((), reason)

    def tell(self, text: str = "", icon: str = "", token: str = "text2") -> None:
        """A record says nothing of its own: its parts do."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fit = max(self.width() // self.look.px(self._least), 1)
        lines = -(-len(self.parts) // fit)
        columns = -(-len(self.parts) // lines)
        if columns == self._columns:
            return
        self._columns = columns
        for number, row in enumerate(self.rows):
            self._grid.addWidget(row, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class RowsEditor(Editor):
    """A list of values, each with an editor of its own that ``make`` gives.

    Where the order means something (``ordered``) a row moves with its buttons, or with Alt+Up and Alt+Down from within.
    """

    def __init__(self, look: Look, name: str, make: Callable[[], Editor], add_words: str, *, ordered: bool = False) -> None:
        super().__init__(look, name)
        self._make, self._ordered = make, ordered
        self.lines: list[_Line] = []
        outer = QVBoxLayout(self)
        look.pad(outer, self, (0, 0, 0, 0), 4)
        self._column = QVBoxLayout()
        look.pad(self._column, self, (0, 0, 0, 0), 8)
        outer.addLayout(self._column)
        self.add = KeyButton(look, add_words, kind=QUIET, icon="plus", height=36, parent=self)
        self.add.setAccessibleDescription(name)
        self.add.clicked.connect(self._add)
        outer.addWidget(self.add)
        self.setFocusProxy(self.add)

    @property
    def editors(self) -> list[Editor]:
        """The editors of the rows, from top to bottom."""
        return [line.editor for line in self.lines]

    def put(self, value: Any) -> None:
        self._empty()
        for item in value or ():
            self._append().load(item)

    def put_typed(self, typed: Any) -> None:
        self._empty()
        for item in typed:
            self._append().restore(item)

    def typed(self) -> Any:
        return [editor.typed() for editor in self.editors]

    def read(self) -> Any:
        return [value for editor in self.editors if (value := editor.value()) is not None] or None

    def faults(self) -> list[Editor]:
        return [fault for editor in self.editors for fault in editor.faults()]

    def mark(self, steps: Steps, reason: str) -> Editor:
        held = [editor for editor in self.editors if editor.value() is not None]
        if steps and isinstance(steps[0], int) and steps[0] < len(held):
            return held[steps[0]].mark(steps[1:], reason)
        return super().mark((), reason)

    # --- rows ---

    def _add(self) -> None:
        editor = self._append()
        editor.setFocus()
        self.edit()

    def _append(self) -> Editor:
        editor = self._make()
        line = _Line(self.look, editor, self._ordered, self)
        line.take.clicked.connect(lambda: self._take(line))
        if line.up is not None and line.down is not None:
            line.up.clicked.connect(lambda: self._move(line, -1))
            line.down.clicked.connect(lambda: self._move(line, +1))
        line.moves = self._move
        editor.edited.connect(self.edit)
        self.lines.append(line)
        self._column.addWidget(line)
        return editor

    def _take(self, line: _Line) -> None:
        at = self.lines.index(line)
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.edit()
        nearest = self.lines[min(at, len(self.lines) - 1)].editor if self.lines else self.add
        nearest.setFocus()

    def _move(self, line: _Line, steps: int) -> None:
        to = self.lines.index(line) + steps
        if 0 <= to < len(self.lines):
            self.lines.remove(line)
            self.lines.insert(to, line)
            self._column.removeWidget(line)
            self._column.insertWidget(to, line)
            self.edit()

    def _empty(self) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []


class _Line(QWidget):
    """One row: its editor, the note below it, and what can be done with the row."""

    def __init__(self, look: Look, editor: Editor, ordered: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = editor
        self.moves: Callable[[_Line, int], None] | None = None
        parts = isinstance(editor, RecordEditor)
        many = isinstance(editor, RecordEditor) and len(editor.parts) > _BESIDE
        row = QVBoxLayout(self) if many else QHBoxLayout(self)
        look.pad(row, self, (0, 0, 0, 0), 4 if many else 12)
        if parts:
            row.addWidget(editor, 1)
        else:  # a value without parts needs a line below it of its own
            held = FieldRow(look, "", editor, above=True)
            held.label.hide()
            editor.stand_in(held)
            row.addWidget(held, 1)
        buttons = QHBoxLayout()
        look.pad(buttons, self, (0, 24 if parts and not many else 0, 0, 0), 12)
        self.up: KeyButton | None = None
        self.down: KeyButton | None = None
        if ordered:
            self.up = self._button(translate("rows", "Up"), "arrow-up", buttons)
            self.down = self._button(translate("rows", "Down"), "arrow-down", buttons)
        self.take = self._button(translate("rows", "Remove"), "x", buttons)
        row.addLayout(buttons)
        if many:
            buttons.addStretch(1)
        else:
            row.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        if ordered:
            for child in editor.findChildren(QWidget):
                child.installEventFilter(self)

    def _button(self, words: str, icon: str, row: QHBoxLayout) -> KeyButton:
        button = KeyButton(self.editor.look, words, kind=QUIET, icon=icon, height=36, parent=self)
        button.setAccessibleDescription(self.editor.name)
        row.addWidget(button)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.moves is not None:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: +1}.get(Qt.Key(event.key()))
            if steps is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                self.moves(self, steps)
                return True
        return super().eventFilter(watched, event)
