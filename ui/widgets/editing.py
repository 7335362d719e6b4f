"""What every editor of a value does: show it, tell whether it was touched, give it back, keep half of it as a draft.

What nobody touched comes back exactly as it was loaded: looking at a record never changes it, whatever a widget would make
of its line ends or of the length of its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.fields import FieldRow

#: A place inside a value: keys and positions, as in the path of a fault.
Steps = Sequence[str | int]


class Editor(QWidget):
    """An editor of one value. ``edited`` comes after the user changed something.

    Values are plain data (text, number, dict, list) and ``None`` for "left out"; ``typed`` is what can be kept as JSON while
    it is not a value yet. Subclasses say ``put``, ``read``, ``typed`` and, where something typed may be no value, ``check``.
    """

    edited = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.name = look, name
        self.touched = False
        self._loaded: Any = None
        self._quiet = False
        self._row: FieldRow | None = None
        self._standing = ("", "")

    # --- to be said by each ---

    def put(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def read(self) -> Any:
        """The value of what stands in the widgets; ``None`` for nothing."""
        raise NotImplementedError

    def typed(self) -> Any:
        """What stands in the widgets, whether or not it is a value."""
        return self.read()

    def put_typed(self, typed: Any) -> None:
        """Show what ``typed`` gave."""
        self.put(typed)

    def check(self) -> str:
        """Why what stands here is no value; "" where it is one."""
        return ""

    # --- the same for all ---

    def load(self, value: Any) -> None:
        """Show a value that is on record."""
        self._loaded, self.touched = value, False
        self._quietly(self.put, value)
        self.tell()

    def restore(self, typed: Any) -> None:
        """Show what was being typed."""
        self._quietly(self.put_typed, typed)
        self.touched = True

    def value(self) -> Any:
        """The value as it would be saved."""
        return self.read() if self.touched else self._loaded

    def fault(self) -> str:
        """Why this cannot be saved; "" where it can. What is on record is not questioned."""
        return self.check() if self.touched else ""

    def faults(self) -> list[Editor]:
        """The editors in here, itself among them, that hold something that cannot be saved; each says why below its field."""
        if reason := self.fault():
            self.tell(reason, "circle-alert", "attention")
            return [self]
        return []

    def mark(self, steps: Steps, reason: str) -> Editor:
        """Show a fault that was found at a place inside the value; returns the editor that shows it."""
        self.tell(reason, "circle-alert", "attention")
        return self

    def edit(self) -> None:
        """The user changed something: connect the widgets' own signals here."""
        if not self._quiet:
            self.touched = True
            self.tell()
            self.edited.emit()

    def _quietly(self, show: Any, value: Any) -> None:
        before, self._quiet = self._quiet, True
        try:
            show(value)
        finally:
            self._quiet = before

    # --- the line below the field ---

    def stand_in(self, row: FieldRow, note: str = "", icon: str = "") -> None:
        """Stand in a row; ``note`` is what its line says while there is nothing else to say."""
        self._row, self._standing = row, (note, icon)
        self.tell()

    def stand(self, note: str, icon: str = "") -> None:
        """What the line below says from now on while there is nothing else to say."""
        self._standing = (note, icon)
        self.tell()

    def tell(self, text: str = "", icon: str = "", token: str = "text2") -> None:
        """Say something below the field; nothing brings back what usually stands there."""
        if not text:
            text, icon = self._standing
            token = "text2"
        if self._row is not None:
            self._row.say(text, icon, token)
        focus = self.focusProxy()
        if focus is not None:
            focus.setAccessibleDescription(text)

    @property
    def told(self) -> str:
        """What stands below the field."""
        return self._row.note if self._row is not None else ""
