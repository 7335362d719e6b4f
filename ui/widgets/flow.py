"""A widget whose children stand in a row and wrap onto further rows."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look
from ui.widgets.wrapping import Wrapping


class Flow(QWidget):
    """``add`` puts a widget at the end, ``clear`` takes all away."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._box = Wrapping(self)
        look.pad(self._box, self, (0, 0, 0, 0), spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """One more widget at the end."""
        self._box.addWidget(widget)

    def clear(self) -> None:
        """Take all widgets away."""
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
