"""Tables and lists: hairlines only, the chosen row tinted with an accent bar at its left, an empty cell that says why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.fonts import REGULAR, SEMIBOLD
from ui.look import Look

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell. ``strong`` words come first, then ``text``; ``icon`` before both; ``quiet`` for "none yet"."""

    text: str = field(default="", repr=False)
    strong: str = field(default="", repr=False)
    icon: str = ""
    token: str = "text"
    quiet: bool = False
    second: str = field(default="", repr=False)  # a second, smaller line


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width at 100 % (0 takes what is left), whether it stands at the right."""

    head: str
    width: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the key it is asked for by, its cells, and whether it is the head of a group (not to be chosen)."""

    key: str
    cells: tuple[Cell, ...] = field(repr=False)
    group: bool = False


class RowModel(QAbstractTableModel):
    """Rows for a ``Table``."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Row] = []

    def replace(self, rows: Sequence[Row]) -> None:
        """All rows anew."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def append(self, rows: Sequence[Row]) -> None:
        """More rows at the end, as they are found."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def put(self, row: Row) -> None:
        """Another row in the place of the one with its key."""
        for number, held in enumerate(self.rows):
            if held.key == row.key and not held.group:
                self.rows[number] = row
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))
                return

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def cell(self, index: Index) -> Cell:
        """The cell at an index; an empty one beyond a row's last."""
        cells = self.rows[index.row()].cells
        return cells[index.column()] if index.column() < len(cells) else Cell()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(part for part in (cell.strong, cell.text, cell.second) if part)
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[index.column()].right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].group:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class _Painter(QStyledItemDelegate):
    """Draws every cell from the tokens, so that head and cells share their left edge."""

    def __init__(self, look: Look, table: Table) -> None:
        super().__init__(table)
        self._look, self._table = look, table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.px(self._table.row_height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, model = self._look, self._table.rows_model
        box: QRect = option.rect
        row, cell = model.rows[index.row()], model.cell(index)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected and not row.group:
            painter.fillRect(box, look.colour("accent_tint"))
            if index.column() == 0:
                painter.fillRect(
                    QRect(box.left(), box.top() + look.px(8), look.px(3), box.height() - look.px(16)), look.colour("accent")
                )
        if not row.group:
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.colour("line"))
        self._words(painter, box.adjusted(look.px(11), 0, -look.px(8), 0), index, row, cell)
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, index: Index, row: Row, cell: Cell) -> None:
        look = self._look
        first = index.column() == 0
        if row.group:
            painter.setFont(look.font(13, 500))
            painter.setPen(look.colour("text2"))
            box = (
                self._table.visualRect(index.model().index(index.row(), 0)).united(box).adjusted(look.px(11), 0, 0, -look.px(4))
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, cell.text)
            return
        at = box.left()
        if cell.icon:
            size = look.px(18)
            painter.drawPixmap(QPoint(at, box.center().y() - size // 2 + 1), look.pixmap(cell.icon, cell.token))
            at += look.px(26)
        line = QRect(at, box.top(), box.right() - at, box.height())
        if cell.second:
            # Room for the tallest script beside Latin, whose letters would be cut at the height of Latin alone.
            half, low = look.px(22), look.px(19)
            top = box.top() + (box.height() - half - low) // 2
            line = QRect(at, top, box.right() - at, half)
            below = QRect(at, top + half, box.right() - at, low)
            self._line(painter, below, cell.second, look.font(13), "text2", right=False)
        strong = cell.strong or (cell.text if first and not cell.quiet else "")
        rest = cell.text if cell.strong or not first or cell.quiet else ""
        if strong:
            used = self._line(painter, line, strong, look.font(15, SEMIBOLD), cell.token, right=model_right(index))
            line.setLeft(line.left() + used + look.px(8))
        if rest:
            token = "text2" if cell.quiet or cell.strong else cell.token
            self._line(painter, line, rest, look.font(15, REGULAR), token, right=model_right(index))

    def _line(self, painter: QPainter, box: QRect, text: str, font: Any, token: str, *, right: bool) -> int:
        painter.setFont(font)
        painter.setPen(self._look.colour(token))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, max(box.width(), 0))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(box), int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        return metrics.horizontalAdvance(shown)


def model_right(index: Index) -> bool:
    """Whether a column of numbers."""
    model = index.model()
    return isinstance(model, RowModel) and model.columns[index.column()].right


class Table(QTableView):
    """A table whose rows are chosen with the arrows and opened with Enter or a double click.

    ``opened`` carries the key of a row, ``chosen`` the key of the row the keyboard stands on ("" for none).
    """

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        columns: Sequence[Column],
        *,
        head: bool = True,
        row_height: int = 48,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._name, self.row_height = look, name, row_height
        self.rows_model = RowModel(columns, self)
        self.setModel(self.rows_model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Painter(look, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setVisible(head)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setStretchLastSection(False)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.key))
        look.fit(self, self._measure)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.px(self.row_height))
        header = self.horizontalHeader()
        for number, column in enumerate(self.rows_model.columns):
            if column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(number, self._look.px(column.width))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; the one that was chosen stays chosen if it is still there."""
        key = self.key
        self.rows_model.replace(rows)
        if not self.choose(key):
            self.choose(next((row.key for row in rows if not row.group), ""))

    def replace_row(self, row: Row) -> None:
        """Show other cells in the row of this key."""
        self.rows_model.put(row)

    def set_row_height(self, height: int) -> None:
        """Another height (at 100 %) for every row."""
        self.row_height = height
        self._measure()

    @property
    def key(self) -> str:
        """The key of the chosen row; "" if none is."""
        index = self.currentIndex()
        return self.rows_model.rows[index.row()].key if index.isValid() and index.row() < len(self.rows_model.rows) else ""

    def choose(self, key: str) -> bool:
        """Choose a row by key; whether there is one."""
        for number, row in enumerate(self.rows_model.rows):
            if row.key == key and not row.group:
                self.selectRow(number)
                self.scrollTo(self.rows_model.index(number, 0))
                return True
        return False

    def _open(self, index: Index) -> None:
        if index.isValid() and not self.rows_model.rows[index.row()].group:
            self.opened.emit(self.rows_model.rows[index.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)
