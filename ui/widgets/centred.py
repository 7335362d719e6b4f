"""A column of a fixed width at the optical middle of a screen, which scrolls where the screen is too small for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.words import Icon, words


class Centred(QWidget):
    """``column`` takes the content, ``foot`` what stands at the right of the screen's foot."""

    def __init__(self, look: Look, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._width = look, width
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("scrolled")
        down = QVBoxLayout(inner)
        look.pad(down, inner, (32, 24, 32, 24), 0)
        down.addStretch(4)
        across = QHBoxLayout()
        across.addStretch(1)
        self._box = QWidget(inner)
        across.addWidget(self._box)
        across.addStretch(1)
        down.addLayout(across)
        down.addStretch(5)
        self.column = QVBoxLayout(self._box)
        look.pad(self.column, self._box, (0, 0, 0, 0), 8)
        self._box.installEventFilter(self)
        self.area.setWidget(inner)
        outer.addWidget(self.area, 1)
        self.foot = QHBoxLayout()
        foot = QWidget(self)
        look.pad(self.foot, foot, (32, 8, 32, 16), 8)
        foot.setLayout(self.foot)
        self.foot.addWidget(Icon(look, "wifi-off", size=16))
        self.foot.addWidget(words(self.tr("Affiant never uses the network."), "note"))
        self.foot.addStretch(1)
        outer.addWidget(foot)
        look.fit(self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * self._look.px(32) - self.area.verticalScrollBar().sizeHint().width()
        self._box.setFixedWidth(max(min(self._look.px(self._width), room), 1))
        self._grow()

    def _grow(self) -> None:
        """Give the column the height that its lines need at this width: a scrolling area asks only for the least."""
        width = self._box.width()
        needed = self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else 0
        if needed != self._box.minimumHeight():
            self._box.setMinimumHeight(max(needed, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box and event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return super().eventFilter(watched, event)
