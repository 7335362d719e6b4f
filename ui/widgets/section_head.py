"""The head of a part of a page: its words, what can be done with it at the right, a hairline below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.words import Hairline, words


class SectionHead(QWidget):
    """``action`` is the button's word ("" for none); ``button`` is the button. Its accessible name says of what."""

    def __init__(self, look: Look, title: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 8, 0, 4), 2)
        row = QHBoxLayout()
        look.pad(row, self, (0, 0, 0, 0), 8)
        row.addWidget(words(title, "strong", wrap=True), 1)
        self.button = KeyButton(look, action, kind=QUIET, height=28, parent=self)
        self.button.setAccessibleName(f"{action.rstrip('…')}: {title}")
        self.button.setVisible(bool(action))
        row.addWidget(self.button)
        column.addLayout(row)
        column.addWidget(Hairline(look))
