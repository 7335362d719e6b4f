"""What can be done with the chosen case, below the list; what cannot be undone stands apart."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.buttons import DANGER, FILLED, QUIET, KeyButton
from ui.widgets.flow import Flow
from ui.widgets.words import Hairline, words


class CaseBar(QWidget):
    """Its buttons are connected by the screen."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(look))
        inner = QVBoxLayout()
        look.pad(inner, self, (32, 14, 24, 14), 8)
        column.addLayout(inner)
        self.damaged = words(
            self.tr("This case is damaged and cannot be opened. The other cases are whole. Keep this copy; restore a backup."),
            "stop", wrap=True,
        )  # fmt: skip
        inner.addWidget(self.damaged)
        row = QHBoxLayout()
        look.pad(row, self, (0, 0, 0, 0), 8)
        self.code = words("", "strong")
        row.addWidget(self.code)
        row.addSpacing(8)
        flow = Flow(look, self)
        self.open = KeyButton(look, self.tr("Open"), "Return", kind=FILLED, bind=False, parent=flow)
        self.back_up = KeyButton(look, self.tr("Back up…"), "Ctrl+B", parent=flow)
        self.export = KeyButton(look, self.tr("Export case file…"), "Ctrl+E", parent=flow)
        self.archive = KeyButton(look, self.tr("Archive…"), parent=flow)
        self.paper = KeyButton(look, self.tr("Paper to print…"), "Ctrl+P", parent=flow)
        for button in (self.open, self.back_up, self.export, self.paper, self.archive):
            flow.add(button)
        self.keyed = (self.open, self.back_up, self.export, self.paper)
        row.addWidget(flow, 1)
        self.shred = KeyButton(look, self.tr("Shred…"), kind=DANGER, icon="trash-2", parent=self)
        row.addWidget(self.shred)
        self.settings = KeyButton(look, self.tr("Settings…"), kind=QUIET, icon="sliders", parent=self)
        row.addWidget(self.settings)
        inner.addLayout(row)

    def show_case(self, code: str, *, damaged: bool) -> None:
        """What can be done with this case."""
        self.code.setText(code)
        for button in (self.open, self.export, self.paper, self.archive):
            button.setVisible(not damaged)
        self.damaged.setVisible(damaged)
