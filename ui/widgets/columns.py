"""Two parts side by side with a hairline between them, or one above the other where the room is narrow."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.look import Look
from ui.widgets.words import Hairline


class Columns(QWidget):
    """``left`` and ``right`` share the width as ``ratio`` says; below ``narrow`` pixels (at 100 %) they stack."""

    def __init__(
        self, look: Look, left: QWidget, right: QWidget, *, ratio: tuple[int, int] = (1, 1), narrow: int = 820
    ) -> None:
        super().__init__()
        self._look, self._narrow, self._single = look, narrow, False
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._upright, self._flat = Hairline(look, upright=True), Hairline(look)
        self._box.addWidget(left, ratio[0])
        self._box.addWidget(self._upright)
        self._box.addWidget(self._flat)
        self._box.addWidget(right, ratio[1])
        left.setMinimumWidth(0)
        right.setMinimumWidth(0)
        look.fit(self, self._arrange)

    def only(self, single: bool) -> None:
        """Whether just one of the two is shown, so that nothing need be parted."""
        self._single = single
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() < self._look.px(self._narrow)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._upright.setVisible(not stacked and not self._single)
        self._flat.setVisible(stacked and not self._single)
