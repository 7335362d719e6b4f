"""The matrix of consents: purposes down, recipients across, an icon and a word in each cell, moved through with the arrows.

Where not all recipients fit, as many columns show as do; the arrows go on to the others, and the head says that there are more.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.services.consenting import COLUMNS, DOES_NOT_APPLY, Cell, MatrixRow
from ui import vocabulary
from ui.fonts import MEDIUM, REGULAR
from ui.look import Look
from ui.pages import consent_words

Index = QModelIndex | QPersistentModelIndex

#: At 100 %: the least a column needs, the room of the purposes, a row, the head; and the columns that show at first.
_COLUMN, _LABEL, _NARROW_LABEL, _ROW, _HEAD, _FIRST = 118, 180, 132, 42, 32, 5


class _Model(QAbstractTableModel):
    """The columns that are in sight; the first holds the purposes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[MatrixRow, ...] = ()
        self.first, self.count = 0, _FIRST

    def replace(self, rows: tuple[MatrixRow, ...], first: int, count: int) -> None:
        self.beginResetModel()
        self.rows, self.first, self.count = rows, first, count
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else min(self.count, len(COLUMNS) - self.first) + 1

    def cell(self, index: Index) -> Cell | None:
        """The cell at an index; ``None`` for the name of a row."""
        return self.rows[index.row()].cells[self.first + index.column() - 1] if index.column() else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        cell = self.cell(index)
        return consent_words.cell(cell) if cell is not None else vocabulary.purpose(self.rows[index.row()].purpose)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        if section == 0:
            return self.tr("May be used for")
        at = self.first + section - 1
        return consent_words.column(COLUMNS[at]) if at < len(COLUMNS) else None


class _Painter(QStyledItemDelegate):
    def __init__(self, look: Look, table: ConsentMatrix) -> None:
        super().__init__(table)
        self._look, self._table = look, table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, box = self._look, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.colour("line"))
        cell = self._table.model_.cell(index)
        if cell is None:
            painter.setPen(look.colour("text"))
            painter.setFont(look.font(15 if box.width() >= look.px(_LABEL) else 14))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(box.adjusted(0, 0, -look.px(4), 0)), int(flags), index.data())
        else:
            if (index.row(), self._table.model_.first + index.column() - 1) == self._table.place:
                self._mark(painter, box)
            inner = box.adjusted(look.px(8), 0, -look.px(2), 0)
            if cell.state == DOES_NOT_APPLY:
                self._line(painter, inner.adjusted(look.px(8), 0, 0, 0), "", "—", "hint", 15)
            elif cell.state:
                icon, token = consent_words.LOOKS[cell.state]
                self._line(painter, inner, icon, consent_words.state(cell.state, cell.identity), token, 14)
            else:
                high = box.height() // len(cell.answers)
                for number, answer in enumerate(cell.answers):
                    _, token = consent_words.LOOKS[answer.state]
                    text = f"{consent_words.short(answer.recipient)}: {consent_words.state(answer.state, answer.identity)}"
                    half = QRect(inner.left(), box.top() + number * high, inner.width(), high)
                    self._line(painter, half.adjusted(0, 1, 0, -1), "", text, token, 13)
        painter.restore()

    def _mark(self, painter: QPainter, box: QRect) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("accent"), 2) if self._table.hasFocus() else QPen(look.colour("border"), 1))
        painter.setBrush(look.colour("accent_tint"))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 3, -2, -5), look.px(6), look.px(6))

    def _line(self, painter: QPainter, box: QRect, icon: str, text: str, token: str, size: int) -> None:
        look = self._look
        font = look.font(13 if token == "hint" and text != "—" else size, REGULAR if token == "hint" else MEDIUM)
        if icon:
            side = look.px(16)
            painter.drawPixmap(QPoint(box.left(), box.center().y() - side // 2 + 1), look.pixmap(icon, token, 16))
            box = box.adjusted(side + look.px(4), 0, 0, 0)
        if QFontMetrics(font).horizontalAdvance(text) > box.width():
            font = look.font(13 if icon else 12, MEDIUM)
        painter.setFont(font)
        painter.setPen(look.colour(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRectF(box), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


class _Head(QHeaderView):
    """The head, on the same left edges as the cells below it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = self._look
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("border"))
        painter.setPen(look.colour("text2"))
        font = look.font(13, MEDIUM)
        painter.setFont(font)
        box = rect.adjusted(look.px(8) if section else 0, 0, -look.px(2), 0)
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRectF(box), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


class ConsentMatrix(QTableView):
    """``chosen`` comes when another cell is, ``opened`` when one is entered; ``place`` is its row and column of ``COLUMNS``."""

    chosen = Signal()
    opened = Signal()
    #: Other columns are in sight.
    turned = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.place = (0, 0)
        self._row = 0  # the row that was meant, where one without anything to ask of other recipients made way
        self.model_ = _Model(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Painter(look, self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = _Head(look, self)
        self.setHorizontalHeader(head)
        head.setMinimumSectionSize(1)
        look.fit(self, self._fit)

    def show_rows(self, rows: tuple[MatrixRow, ...]) -> None:
        """Other answers; the chosen cell stays chosen."""
        self.model_.replace(rows, self.model_.first, self.model_.count)
        self._fit()

    @property
    def cell(self) -> Cell | None:
        """The chosen cell."""
        row, column = self.place
        return self.model_.rows[row].cells[column] if row < len(self.model_.rows) else None

    @property
    def pages(self) -> tuple[int, int]:
        """Which set of columns is in sight, from 0, and how many there are."""
        return self.model_.first // self.model_.count, -(-len(COLUMNS) // self.model_.count)

    def choose(self, row: int, column: int, *, sideways: bool = False) -> None:
        """Choose a cell by its row and its column of ``COLUMNS``; what was out of sight comes into it."""
        self._row = self._row if sideways else row
        row = min(max(row, 0), max(len(self.model_.rows) - 1, 0))
        column = min(max(column, 0), len(COLUMNS) - 1)
        row = self._shown_row(row, column)
        changed = (row, column) != self.place
        self.place = (row, column)
        self._bring(column)
        self.setCurrentIndex(self.model_.index(row, column - self.model_.first + 1))
        self.viewport().update()
        if changed:
            self.chosen.emit()

    def turn(self) -> None:
        """The next set of columns, after the last the first."""
        at, count = self.pages
        self.choose(self._row, ((at + 1) % count) * self.model_.count, sideways=True)

    def _bring(self, column: int) -> None:
        first = column // self.model_.count * self.model_.count
        if first != self.model_.first:
            self.model_.replace(self.model_.rows, first, self.model_.count)
            self._widths()
            self.turned.emit()

    def _asks(self, row: int, first: int) -> bool:
        """Whether a row has anything to ask in the set of columns that begins at ``first``."""
        cells = self.model_.rows[row].cells if row < len(self.model_.rows) else ()
        return any(cell.answers for cell in cells[first : first + self.model_.count])

    def _shown_row(self, row: int, column: int) -> int:
        """The row itself, or the nearest one that has anything to ask of these recipients."""
        first = column // self.model_.count * self.model_.count
        rows = [number for number in range(len(self.model_.rows)) if self._asks(number, first)]
        return min(rows, key=lambda number: abs(number - row), default=row)

    def _step(self, by: int) -> tuple[int, int]:
        row, column = self.place
        rows = [number for number in range(len(self.model_.rows)) if self._asks(number, self.model_.first)]
        beyond = [number for number in rows if (number - row) * by > 0]
        return (min(beyond, key=lambda number: abs(number - row)) if beyond else row), column

    # --- keys and mouse ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        column = self.place[1]
        steps = {
            Qt.Key.Key_Up: self._step(-1),
            Qt.Key.Key_Down: self._step(1),
            Qt.Key.Key_Left: (self._row, column - 1),
            Qt.Key.Key_Right: (self._row, column + 1),
            Qt.Key.Key_Home: (self._row, 0),
            Qt.Key.Key_End: (self._row, len(COLUMNS) - 1),
        }
        if plain and event.key() in steps:
            sideways = event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            self.choose(*steps[Qt.Key(event.key())], sideways=sideways)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            column = self.model_.first + index.column() - 1 if index.column() else self.place[1]
            self.choose(index.row(), column)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).column() > 0:
            self.opened.emit()

    # --- room ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _label(self) -> int:
        return self._look.px(_LABEL if self.width() >= self._look.px(_LABEL + 4 * _COLUMN) else _NARROW_LABEL)

    def _fit(self) -> None:
        look = self._look
        fits = max((self.width() - self._label()) // look.px(_COLUMN), 1)
        count = min(fits, _FIRST) if fits < len(COLUMNS) else len(COLUMNS)
        if count != self.model_.count:
            self.model_.replace(self.model_.rows, self.place[1] // count * count, count)
            self.turned.emit()
        self.horizontalHeader().setFixedHeight(look.px(_HEAD))
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        self._widths()
        self.setCurrentIndex(self.model_.index(self.place[0], self.place[1] - self.model_.first + 1))

    def _widths(self) -> None:
        shown = [self._asks(row, self.model_.first) for row in range(len(self.model_.rows))]
        for row, asks in enumerate(shown):
            self.setRowHidden(row, not asks)
        self.setFixedHeight(self._look.px(_HEAD) + sum(shown) * self._look.px(_ROW) + 2)
        label = self._label()
        rest = max(self.width() - label, 0)
        self.setColumnWidth(0, label)
        for number in range(1, self.model_.columnCount()):
            self.setColumnWidth(number, rest // self.model_.count)
