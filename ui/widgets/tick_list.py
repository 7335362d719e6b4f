"""A list of rows to tick, as long as it may be: moved through with the arrows, ticked with the space bar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
_ROW = 30  # pixels at 100 %


class _Model(QAbstractListModel):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: list[tuple[str, str]] = []
        self.ticked: set[str] = set()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        key, words = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if key in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self._look.px(_ROW))
        return words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        key = self.rows[index.row()][0]
        on = value == Qt.CheckState.Checked
        self.ticked = self.ticked | {key} if on else self.ticked - {key}
        self.dataChanged.emit(index, index, [role])
        return True


class _Painter(QStyledItemDelegate):
    """A row as a box to tick, sharp at every size; a click anywhere on it ticks."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, row = self._look, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.fillRect(row, look.colour("accent_tint"))
        side, left = look.px(18), row.x() + look.px(8)
        box = QRectF(left, row.y() + (row.height() - side) / 2, side, side)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.setPen(QPen(look.colour("accent" if on else "border"), 1))
        painter.setBrush(look.colour("accent" if on else "paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        if on:
            inset = look.px(2)
            painter.drawPixmap(QPoint(round(box.x()) + inset, round(box.y()) + inset), look.pixmap("check", "on_accent", 14))
        painter.setPen(look.colour("text"))
        painter.setFont(self._view.font())
        space = row.adjusted(look.px(36), 0, -look.px(8), 0)
        words = self._view.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def editorEvent(self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: Index) -> bool:
        key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        if not key and event.type() != QEvent.Type.MouseButtonRelease:
            return False
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        return bool(
            model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        )


class TickList(QListView):
    """The list. ``ticks`` whenever another row is ticked or not; Ctrl+A ticks all, or none where all are."""

    ticks = Signal()

    def __init__(self, look: Look, name: str, *, most: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._most = look, most
        self.setObjectName("ticks")
        self.model_ = _Model(look, self)
        self.setModel(self.model_)
        self.setItemDelegate(_Painter(look, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.model_.dataChanged.connect(lambda *_any: self.ticks.emit())
        look.fit(self, self._fit)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys that are ticked, in the order of the rows."""
        return tuple(key for key, _ in self.model_.rows if key in self.model_.ticked)

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Other rows, ``(key, words)``; what is ticked stays ticked where it is among them."""
        self.model_.beginResetModel()
        self.model_.rows = list(rows)
        self.model_.endResetModel()
        self._fit()

    def tick(self, keys: Iterable[str]) -> None:
        """Tick these and no others, without telling."""
        self.model_.ticked = set(keys)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            every = {key for key, _ in self.model_.rows}
            self.tick(() if every <= self.model_.ticked else every)
            self.ticks.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard sees where they are."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model_.rows:
            self.setCurrentIndex(self.model_.index(0))

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        shown = min(max(len(self.model_.rows), 1), self._most)
        self.setFixedHeight(shown * self._look.px(_ROW) + 4)
