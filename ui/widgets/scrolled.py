"""A column that scrolls up and down and never sideways, and tells when it becomes narrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.look import Look


class Scrolled(QScrollArea):
    """``column`` takes the content; ``inner`` is the widget that scrolls."""

    def __init__(self, look: Look, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8) -> None:
        super().__init__()
        self._look = look
        self._narrow: tuple[int, Callable[[bool], None]] | None = None
        self._was: bool | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = QWidget()
        self.inner.setObjectName("scrolled")
        self.column = QVBoxLayout(self.inner)
        look.pad(self.column, self.inner, margins, spacing)
        self.setWidget(self.inner)
        look.fit(self, self._tell)

    def narrow_at(self, width: int, tell: Callable[[bool], None]) -> None:
        """Call ``tell`` now and whenever the room falls below, or rises above, so many pixels at 100 %."""
        self._narrow, self._was = (width, tell), None
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        if self._narrow is None:
            return
        width, tell = self._narrow
        narrow = self.viewport().width() < self._look.px(width)
        if narrow != self._was:
            self._was = narrow
            tell(narrow)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets go when Qt comes to it."""
    while item := layout.takeAt(0):
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
