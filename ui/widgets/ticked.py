"""A long list of which any number of rows can be ticked: with Space, or with a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
_ROW, _BOX = 34, 16


class _Model(QAbstractListModel):
    def __init__(self, texts: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.texts, self.ticked = tuple(texts), set[int]()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.texts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.texts[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if index.row() in self.ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def toggle(self, index: Index) -> None:
        """The other way about."""
        self.ticked ^= {index.row()}
        self.dataChanged.emit(index, index)


class _Painter(QStyledItemDelegate):
    """A box and the words, in the look of the single box to tick."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, model, box = self._look, index.model(), QRect(option.rect)
        assert isinstance(model, _Model)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(box, look.colour("accent_tint"))
        side, on = look.px(_BOX), index.row() in model.ticked
        square = QRect(box.left() + look.px(6), box.center().y() - side // 2, side, side)
        painter.setPen(QPen(look.colour("accent" if on else "border"), 1.5))
        painter.setBrush(look.colour("accent" if on else "paper"))
        painter.drawRoundedRect(square, look.px(4), look.px(4))
        if on:
            painter.drawPixmap(square, look.pixmap("check", "on_accent", _BOX))
        words = box.adjusted(look.px(6 + _BOX + 10), 0, -look.px(4), 0)
        font = look.font(15)
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        shown = QFontMetrics(font).elidedText(model.texts[index.row()], Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


class TickedList(QListView):
    """``ticked`` are the places of the rows that are ticked; ``changed`` comes after each tick."""

    changed = Signal()

    def __init__(self, look: Look, name: str, texts: Sequence[str], *, most: int = 6) -> None:
        super().__init__()
        self._look, self._rows = look, min(len(texts), most)
        self._model = _Model(texts, self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(look, self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        if texts:
            self.setCurrentIndex(self._model.index(0))
        look.fit(self, lambda: self.setFixedHeight(look.px(_ROW) * max(self._rows, 1) + 2))

    @property
    def ticked(self) -> set[int]:
        """Which rows are ticked."""
        return set(self._model.ticked)

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of all rows."""
        return self._model.texts

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the dialog's own
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(index)

    def _toggle(self, index: Index) -> None:
        self._model.toggle(index)
        self.changed.emit()
