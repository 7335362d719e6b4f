"""Choosing the type of a new event: one key for each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.forms import Forms
from ui.look import Look
from ui.widgets.buttons import KeyButton
from ui.widgets.dialogs import Panel

translate = QCoreApplication.translate

_KEYS = "1234567890ABCDFGHIJKLMNOPQRSTUVWXYZ"


class NewEvent(Panel):
    """``chosen`` carries the key of the type."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget, forms: Forms) -> None:
        super().__init__(
            look,
            parent,
            translate("event", "What kind of event?"),
            "",
            lead=translate("event", "Press its key. One that fits nearly will do: every field may stay empty."),
        )
        self.go.hide()
        grid = QGridLayout()
        look.pad(grid, self, (0, 0, 0, 0), 8)
        self.choices: list[KeyButton] = []
        types = list(forms.types.values())
        rows = -(-len(types) // 2)
        for number, kind in enumerate(types):
            key = _KEYS[number] if number < len(_KEYS) else ""
            button = KeyButton(look, kind.label, key, height=40, parent=self)
            button.clicked.connect(partial(self._take, kind.key))
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self.choices.append(button)
            grid.addWidget(button, number % rows, number // rows)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)
        self.choices[0].setFocus()

    def take_step(self) -> None:
        """Enter takes the type that the keyboard stands on."""
        held = self.focusWidget()
        if isinstance(held, KeyButton):
            held.click()

    def _take(self, key: str) -> None:
        self.accept()
        self.chosen.emit(key)
