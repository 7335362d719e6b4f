"""A form in two columns that share their rows, or in one where it is narrow; and a part of it that can be folded away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.fields import FieldRow


class FormGrid(QWidget):
    """Rows of fields. ``wide`` ones take both columns; below ``narrow`` pixels (at 100 %) every one does."""

    def __init__(self, look: Look, *, narrow: int = 820) -> None:
        super().__init__()
        self._look, self._narrow, self._columns = look, narrow, 2
        self._line = self._column = 0
        self._rows: list[tuple[FieldRow, bool]] = []
        self._grid = QGridLayout(self)
        look.fit(self, self._measure)

    def add(self, row: FieldRow, *, wide: bool = False) -> None:
        """One more field at the end."""
        self._rows.append((row, wide))
        self._place(row, wide)

    def arrange(self) -> None:
        """Place all fields anew."""
        self._columns = 1 if self.width() < self._look.px(self._narrow) else 2
        self._line = self._column = 0
        for row, wide in self._rows:
            self._place(row, wide)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, self._columns - 1)

    def _place(self, row: FieldRow, wide: bool) -> None:
        span = self._columns if wide else 1
        if self._column and self._column + span > self._columns:
            self._line, self._column = self._line + 1, 0
        self._grid.addWidget(row, self._line, self._column, 1, span, Qt.AlignmentFlag.AlignTop)
        self._column += span
        if self._column >= self._columns:
            self._line, self._column = self._line + 1, 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = 1 if self.width() < self._look.px(self._narrow) else 2
        if wanted != self._columns:
            self.arrange()

    def _measure(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._look.px(40))
        self._grid.setVerticalSpacing(self._look.px(12))
        self.arrange()


class Fold(QWidget):
    """A part that opens under its own words. ``build`` makes what is inside when it is first opened."""

    def __init__(self, look: Look, words: str, key: str, build: Callable[[], QWidget]) -> None:
        super().__init__()
        self._build = build
        self.inner: QWidget | None = None
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 12)
        self._column = column
        self.button = KeyButton(look, words, key, kind=QUIET, icon="chevron-right", height=36, parent=self)
        self.button.clicked.connect(self.turn)
        column.addWidget(self.button)

    @property
    def is_open(self) -> bool:
        """Whether what is inside shows."""
        return self.inner is not None and not self.inner.isHidden()

    def open(self) -> None:
        """Show what is inside."""
        if self.inner is None:
            self.inner = self._build()
            self._column.addWidget(self.inner)
        self.inner.show()
        self.button.set_icon("chevron-down")

    def turn(self) -> None:
        """Open, or fold away."""
        if self.is_open and self.inner is not None:
            self.inner.hide()
            self.button.set_icon("chevron-right")
        else:
            self.open()
