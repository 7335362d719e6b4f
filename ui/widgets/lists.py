"""Editors of values made of others: a value of named parts, a list that grows by "Add", several answers to tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.editing import Editor, Steps
from ui.widgets.fields import FieldRow, Tick

translate = QCoreApplication.translate

#: A field takes the width there is, with or without a line below it.
_WIDE = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its key, its editor, its share of the width, and whether its label is shown above it."""

    key: str
    editor: Editor
    share: int = 1
    label: bool = False


class PartsEditor(Editor):
    """A value of named parts, side by side; below ``narrow`` pixels (at 100 %) one under the other.

    Nothing stands where no part holds anything. ``needs`` names the part without which the others are nothing, with
    what to say then.
    """

    def __init__(
        self, look: Look, name: str, parts: Sequence[Part], *, narrow: int = 460, needs: tuple[str, str] | None = None
    ) -> None:
        super().__init__(look, name)
        self.setSizePolicy(*_WIDE)
        self.parts = {part.key: part.editor for part in parts}
        self._narrow, self._needs = narrow, needs
        self._held: dict[str, Any] = {}
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        look.pad(self._box, self, (0, 0, 0, 0), 8)
        for part in parts:
            row: QWidget = part.editor
            if part.label:
                row = FieldRow(look, part.editor.name, part.editor, above=True)
                part.editor.stand_in(row)
            row.setMinimumWidth(0)
            self._box.addWidget(row, part.share, Qt.AlignmentFlag.AlignTop)
            part.editor.edited.connect(self.edit)
        self.setFocusProxy(parts[0].editor)

    def put(self, value: Any) -> None:
        self._held = dict(value or {})
        for key, editor in self.parts.items():
            editor.load(self._held.get(key))

    def loaded_with(self, key: str) -> bool:
        """Whether what is on record has this part."""
        return key in self._held

    def put_typed(self, typed: Any) -> None:
        self._held = {}
        for key, editor in self.parts.items():
            if isinstance(typed, dict) and key in typed:
                editor.restore(typed[key])

    def typed(self) -> Any:
        return {key: editor.typed() for key, editor in self.parts.items()}

    def read(self) -> Any:
        values = {key: editor.value() for key, editor in self.parts.items()}
        others = {key: value for key, value in self._held.items() if key not in self.parts}
        return {**{key: value for key, value in values.items() if value is not None}, **others} or None

    def check(self) -> str:
        if self._needs is not None:
            value = self.read() or {}
            if value and self._needs[0] not in value:
                return self._needs[1]
        return ""

    def faults(self) -> list[Editor]:
        found = [fault for editor in self.parts.values() for fault in editor.faults()]
        return found or super().faults()

    def mark(self, steps: Steps, reason: str) -> Editor:
        if steps and steps[0] in self.parts:
            return self.parts[str(steps[0])].mark(steps[1:], reason)
        return super().mark(steps, reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.look.px(self._narrow)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(self.look.px(4 if narrow else 8))


class _Row(QWidget):
    """One item of a list, with what can be done to it, and a line for what is wrong with it."""

    def __init__(self, look: Look, editor: Editor, buttons: Sequence[QAbstractButton], parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = editor
        row = QHBoxLayout(self)
        look.pad(row, self, (0, 0, 0, 0), 4)
        self.line = FieldRow(look, editor.name, editor, above=True)
        self.line.label.hide()
        editor.stand_in(self.line)
        row.addWidget(self.line, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class ListEditor(Editor):
    """A list of values; ``make`` gives the editor of one. ``ordered`` lets an item be put first."""

    def __init__(
        self, look: Look, name: str, add_words: str, make: Callable[[], Editor], *, ordered: bool = False, start: bool = False
    ) -> None:
        super().__init__(look, name)
        self.setSizePolicy(*_WIDE)
        self._make, self._ordered, self._start = make, ordered, start
        self._rows: list[_Row] = []
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 8)
        self._column = QVBoxLayout()
        look.pad(self._column, self, (0, 0, 0, 0), 12)
        column.addLayout(self._column)
        self.add_button = KeyButton(look, add_words, kind=QUIET, icon="plus", height=32, parent=self)
        self.add_button.clicked.connect(lambda _on: self.add())
        column.addWidget(self.add_button)
        self.setFocusProxy(self.add_button)

    @property
    def items(self) -> list[Editor]:
        """The editors of the items, in order."""
        return [row.editor for row in self._rows]

    def add(self, value: Any = None, *, focus: bool = True) -> Editor:
        """One more item at the end."""
        editor = self._make()
        remove = KeyButton(self.look, "", icon="x", kind=QUIET, height=36, parent=self)
        remove.setAccessibleName(translate("lists", "Remove: {0}").format(editor.name))
        remove.setToolTip(translate("lists", "Remove"))
        buttons = [remove]
        if self._ordered:
            first = KeyButton(self.look, "", icon="arrow-up", kind=QUIET, height=36, parent=self)
            first.setAccessibleName(translate("lists", "Put first: {0}").format(editor.name))
            first.setToolTip(translate("lists", "Put first: this one is shown"))
            buttons.insert(0, first)
        row = _Row(self.look, editor, buttons, self)
        remove.clicked.connect(lambda: self.remove(row.editor))
        if self._ordered:
            buttons[0].clicked.connect(lambda: self.put_first(row.editor))
        editor.load(value)
        editor.edited.connect(self.edit)
        self._rows.append(row)
        self._column.addWidget(row)
        row.show()  # at once: the keyboard goes there
        self._follow()
        if focus:
            editor.setFocus()
        return editor

    def remove(self, editor: Editor) -> None:
        """Take an item away; the keyboard goes to the next one."""
        place = self.items.index(editor)
        row = self._rows.pop(place)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self._start and not self._rows:
            self.add(focus=False)
        self._follow()
        self.edit()
        (self.items[min(place, len(self._rows) - 1)] if self._rows else self.add_button).setFocus()

    def put_first(self, editor: Editor) -> None:
        """Put an item before all others."""
        place = self.items.index(editor)
        if place:
            row = self._rows.pop(place)
            self._rows.insert(0, row)
            self._column.removeWidget(row)
            self._column.insertWidget(0, row)
            self._follow()
            self.edit()
        editor.setFocus()

    def _follow(self) -> None:
        """Tab goes through the items in the order in which they stand."""
        self.setFocusProxy(self._rows[0].editor if self._rows else self.add_button)
        if not self.isVisible():
            return
        before: QWidget = self.add_button  # it stands where the list stands in the form; the items do not yet
        for row in self._rows:
            for widget in row.findChildren(QWidget):
                tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
                if tabbed and widget.window() is self.window():
                    QWidget.setTabOrder(before, widget)
                    before = widget
        if before is not self.add_button:
            QWidget.setTabOrder(before, self.add_button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _clear(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []

    def put(self, value: Any) -> None:
        self._clear()
        for item in value or ([None] if self._start else []):
            self.add(item, focus=False)
        self._follow()

    def put_typed(self, typed: Any) -> None:
        self._clear()
        for item in typed if isinstance(typed, list) else []:
            self.add(focus=False).restore(item)
        if self._start and not self._rows:
            self.add(focus=False)
        self._follow()

    def typed(self) -> Any:
        return [editor.typed() for editor in self.items]

    def read(self) -> Any:
        return [value for editor in self.items if (value := editor.value()) is not None] or None

    def faults(self) -> list[Editor]:
        return [fault for editor in self.items for fault in editor.faults()] or super().faults()

    def mark(self, steps: Steps, reason: str) -> Editor:
        held = [editor for editor in self.items if editor.value() is not None]
        if steps and isinstance(steps[0], int) and steps[0] < len(held):
            return held[steps[0]].mark(steps[1:], reason)
        return super().mark(steps, reason)


class TicksEditor(Editor):
    """Any number of answers. ``rows`` are ``(key, words)``; what is on record and not among them stays."""

    def __init__(self, look: Look, name: str, rows: Sequence[tuple[str, str]], *, width: int = 164) -> None:
        super().__init__(look, name)
        self.setSizePolicy(*_WIDE)
        self._width = width
        self._others: list[str] = []
        self._order: list[str] = []
        self._grid = QGridLayout(self)
        look.pad(self._grid, self, (0, 2, 0, 2), 4)
        self.ticks: dict[str, Tick] = {}
        for key, text in rows:
            tick = Tick(look, text, parent=self)
            tick.toggled.connect(lambda _on: self.edit())
            self.ticks[key] = tick
        self.setFocusProxy(next(iter(self.ticks.values())))
        self._columns = 0
        self._place(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(max(self.width() // self.look.px(self._width), 1))

    def minimumSizeHint(self) -> QSize:
        widest = max(tick.sizeHint().width() for tick in self.ticks.values())
        return QSize(widest, super().minimumSizeHint().height())

    def _place(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for number, tick in enumerate(self.ticks.values()):
                self._grid.addWidget(tick, number // columns, number % columns)

    def put(self, value: Any) -> None:
        self._order = list(value or ())
        self._others = [key for key in self._order if key not in self.ticks]
        for key, tick in self.ticks.items():
            tick.setChecked(key in self._order)

    def read(self) -> Any:
        held = {key for key, tick in self.ticks.items() if tick.isChecked()} | set(self._others)
        kept = [key for key in self._order if key in held]
        return [*kept, *(key for key in self.ticks if key in held and key not in kept)] or None


class TickEditor(Editor):
    """Yes, or left out."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text)
        self.setSizePolicy(*_WIDE)
        self.tick = Tick(look, text)
        self.tick.toggled.connect(lambda _on: self.edit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tick)
        self.setFocusProxy(self.tick)

    def put(self, value: Any) -> None:
        self.tick.setChecked(bool(value))

    def read(self) -> Any:
        return True if self.tick.isChecked() else None
