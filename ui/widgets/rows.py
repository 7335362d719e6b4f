"""A list of two-line rows under small heads, moved through with the arrows: what a page chooses from, or where it can go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.fonts import MEDIUM, REGULAR, SEMIBOLD
from ui.look import Look

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A row. ``first`` and, smaller, ``second``; ``badge`` with its icon in attention ink, or ``right`` in quiet ink, at
    the right. A ``group`` is a head that cannot be chosen; ``quiet`` is a row that says there is nothing."""

    key: str
    first: str = field(repr=False)
    second: str = field(default="", repr=False)
    icon: str = ""
    badge: str = ""
    badge_icon: str = "shield-alert"
    right: str = ""
    group: bool = False
    quiet: bool = False


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def replace(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        return ", ".join(part for part in (line.first, line.second, line.badge, line.right) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].group or self.lines[index.row()].quiet:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    def __init__(self, look: Look, rows: RowList) -> None:
        super().__init__(rows)
        self._look, self._rows = look, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.px(self._rows.height_of(self._rows.model_.lines[index.row()])))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, line = self._look, self._rows.model_.lines[index.row()]
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.group:
            self._text(painter, box.adjusted(0, look.px(4), 0, 0), line.first, look.font(13, MEDIUM), "text2")
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and (self._rows.marks or self._rows.hasFocus())
        if chosen:
            painter.setPen(QPen(look.colour("accent"), 2) if self._rows.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_tint"))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), look.px(6), look.px(6))
            if self._rows.marks:
                high = look.px(8)
                painter.fillRect(
                    QRect(box.left(), box.top() + high, look.px(3), box.height() - 2 * high), look.colour("accent")
                )
        inner = box.adjusted(look.px(12 if self._rows.marks else 4), look.px(3), -look.px(8), -look.px(3))
        if line.icon:
            at = QPoint(inner.left(), round(inner.center().y() - look.px(18) / 2) + 1)
            painter.drawPixmap(at, look.pixmap(line.icon, "accent" if chosen else "text2"))
            inner.setLeft(inner.left() + look.px(30))
        self._words(painter, inner, line, chosen)
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, line: Line, chosen: bool) -> None:
        look = self._look
        upper, lower = QRect(box), QRect(box)
        if line.second:
            upper.setHeight(look.px(23))
            lower.setTop(upper.bottom() + 1)
            self._text(painter, lower, line.second, look.font(13), "text2")
        said, token = (line.badge, "attention") if line.badge else (line.right, "text2")
        if said:
            font = look.font(13, MEDIUM if line.badge else REGULAR)
            width = QFontMetrics(font).horizontalAdvance(said)
            side = QRect(upper.right() - width, upper.top(), width + 1, upper.height())
            self._text(painter, side, said, font, token)
            upper.setRight(side.left() - look.px(8))
            if line.badge:
                size = look.px(15)
                at = QPoint(side.left() - size - look.px(4), round(upper.center().y() - size / 2) + 1)
                painter.drawPixmap(at, look.pixmap(line.badge_icon, "attention", 15))
                upper.setRight(at.x() - look.px(6))
        font = look.font(15, SEMIBOLD if chosen and self._rows.marks else REGULAR)
        self._text(painter, upper, line.first, font, "text2" if line.quiet else "text")

    def _text(self, painter: QPainter, box: QRect, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._look.colour(token))
        shown = QFontMetrics(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, max(box.width(), 0))
        painter.drawText(QRectF(box), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


class RowList(QListView):
    """The list. ``chosen`` carries the key of the row the keyboard came to, ``opened`` that of a row entered.

    ``marks``: the chosen row stays marked while the keyboard is elsewhere; without it the list is a set of ways out and a
    single click opens. ``whole``: as high as its rows, for a place that scrolls as one.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(
        self, look: Look, name: str, *, marks: bool = True, whole: bool = False, height: int = 48, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._whole, self._height, self.marks = look, whole, height, marks
        self._key, self._telling = "", True
        self.model_ = _Model(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Painter(look, self))
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current)
        self.clicked.connect(self._clicked)
        look.fit(self, self._fit)

    def height_of(self, line: Line) -> int:
        """The height of a row at 100 %."""
        return 28 if line.group else self._height if line.second or not self._whole else min(self._height, 32)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Other rows; the chosen one stays chosen if it is among them, and nobody is told of it."""
        key, self._telling = self._key, False
        if list(lines) != self.model_.lines:
            self.model_.replace(lines)
        self.choose(key)
        self._telling = True
        self._fit()

    @property
    def lines(self) -> list[Line]:
        """What is shown."""
        return self.model_.lines

    @property
    def key(self) -> str:
        """The key of the chosen row; "" for none."""
        return self._key

    def choose(self, key: str) -> bool:
        """Choose by key, without telling; whether there is such a row."""
        for number, line in enumerate(self.model_.lines):
            if line.key == key and not line.group and not line.quiet:
                telling, self._telling = self._telling, False
                index = self.model_.index(number)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                if number <= 1:
                    self.scrollToTop()  # the head of the first group too
                else:
                    self.scrollTo(index)
                self._key, self._telling = key, telling
                return True
        return False

    def step(self, by: int) -> None:
        """The next row that can be chosen, down (1) or up (-1); told."""
        rows = [line.key for line in self.model_.lines if not line.group and not line.quiet]
        if rows:
            at = rows.index(self._key) + by if self._key in rows else 0
            key = rows[min(max(at, 0), len(rows) - 1)]
            if key != self._key and self.choose(key):
                self.chosen.emit(key)

    def _current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and self._telling:
            self._key = self.model_.lines[index.row()].key
            self.chosen.emit(self._key)

    def _clicked(self, index: QModelIndex) -> None:
        if not self.marks and self.model_.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            self.opened.emit(self.model_.lines[index.row()].key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self.marks and index.isValid() and self.model_.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            self.opened.emit(self.model_.lines[index.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._key:
                self.opened.emit(self._key)
            return
        if plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        if self._whole:
            self.setFixedHeight(sum(self._look.px(self.height_of(line)) for line in self.model_.lines) + 2)
