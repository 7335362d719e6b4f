"""The two heads above the texts of a review, and what the marks mean."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.words import words


class ReviewHeads(QWidget):
    """Stands over two columns that a scroll bar stands beside."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)

        def fit() -> None:
            row.setContentsMargins(look.px(32), look.px(8), look.px(24) + bar, look.px(6))
            row.setSpacing(look.px(48))

        look.fit(self, fit)
        self._notes = []
        for head, note in (
            (self.tr("As it was said"), self.tr("solid line: masked · dots: safe · dashes: undecided")),
            (self.tr("As it will be read"), self.tr("A [code] stands for a name. Nothing undecided is let out.")),
        ):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(words(head, "strong"))
            self._notes.append(words(note, "note", wrap=True))
            column.addWidget(self._notes[-1])
            row.addLayout(column, 1)

    def show_notes(self, shown: bool) -> None:
        """Say what the marks mean, where there is room for it."""
        for note in self._notes:
            note.setVisible(shown)
