"""Fields: one line, many lines, a choice, a tick; and the row that gives a field its label and the line below it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpacerItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ui.look import Look
from ui.widgets.pasting import may_paste, say_too_long
from ui.widgets.words import Icon, words

#: Words a field may hold; what is longer is a case file's own limit.
LONGEST_LINE = 2000


def is_ctrl_e(event: QKeyEvent) -> bool:
    """Whether a key begins an event."""
    return event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class LineField(QLineEdit):
    """One line. ``quoted`` sets it in the face of what was said."""

    def __init__(
        self, name: str, text: str = "", *, hint: str = "", quoted: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(LONGEST_LINE)
        self.inputRejected.connect(lambda: say_too_long(self, self.maxLength()))
        self.setCursorPosition(0)
        if quoted:
            self.setObjectName("quoted")

    def event(self, event: QEvent) -> bool:
        """Ctrl+E begins something on several pages; Qt on Linux would keep it here, for the end of the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and is_ctrl_e(event):
            event.ignore()
            return False
        return super().event(event)

    def mark(self, wrong: bool) -> None:
        """Show that what stands here cannot be taken."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)


class TextArea(QPlainTextEdit):
    """Several lines that grow with what is written. Tab leaves the field."""

    left = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        text: str = "",
        *,
        hint: str = "",
        quoted: bool = False,
        lines: int = 2,
        most: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._lines, self._most = look, lines, most
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if quoted:
            self.setObjectName("quoted")
        self.document().setDocumentMargin(2)
        self.setPlainText(text)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        look.fit(self, self._fit)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        held = self._held()
        wanted = min(max(held, self._lines), self._most)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if held > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        # Edge and padding as in the style sheet; the document adds its own margin above and below.
        height = max(round(wanted * line + 2 * self.document().documentMargin()) + self._look.px(14), self._look.px(36))
        if height != self.height():
            self.setFixedHeight(height)

    def _held(self) -> int:
        """Lines of the text as it breaks at the present width; no more are counted than could be shown."""
        layout, block, lines = self.document().documentLayout(), self.document().firstBlock(), 0
        while block.isValid() and lines <= self._most:
            layout.blockBoundingRect(block)  # breaks the block, if nothing else has yet
            lines += max(block.lineCount(), 1)
            block = block.next()
        return lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, if the field can take it."""
        if may_paste(self, source.text(), self.document().characterCount()):
            super().insertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Rows(QStyledItemDelegate):
    """Rows of an opened choice at a comfortable height."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: object, index: object) -> QSize:
        return QSize(0, self._look.px(34))


class Choice(QComboBox):
    """One of several. ``value`` is the key of the chosen row; an empty key stands for "not recorded"."""

    def __init__(
        self, look: Look, name: str, rows: Iterable[tuple[str, str]], value: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setItemDelegate(_Rows(look, self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(14)
        self.fill(rows, value)

    def fill(self, rows: Iterable[tuple[str, str]], value: str = "") -> None:
        """Other rows. A value that is not among them is added, so that what is on record is never changed by looking."""
        blocked = self.blockSignals(True)
        self.clear()
        for key, text in rows:
            self.addItem(text, key)
        if value and self.findData(value) < 0:
            self.addItem(value, value)
        self.setCurrentIndex(max(self.findData(value), 0))
        self.blockSignals(blocked)

    @property
    def value(self) -> str:
        """The key of what is chosen."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose by key."""
        self.setCurrentIndex(max(self.findData(key), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must never change a record."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - self._look.px(4)
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        size = self._look.px(16)
        at = QPoint(self.width() - size - self._look.px(10), (self.height() - size) // 2)
        painter.drawPixmap(at, self._look.pixmap("chevron-down", "text2", 16))
        painter.end()


class Tick(QCheckBox):
    """A box to tick, painted so that the tick is sharp at every size."""

    def __init__(self, look: Look, text: str, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setChecked(checked)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + self._look.px(32), self._look.px(28))

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(18)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        on = self.isChecked()
        edge = look.colour("accent" if on or self.hasFocus() else "border" if self.isEnabled() else "line")
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(look.colour("accent" if on else "paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        if on:
            inset = look.px(2)
            painter.drawPixmap(QPoint(round(box.x()) + inset, round(box.y()) + inset), look.pixmap("check", "on_accent", 14))
        painter.setPen(look.colour("text" if self.isEnabled() else "hint"))
        painter.setFont(self.font())
        painter.drawText(self.rect().adjusted(look.px(28), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 1))
            width = self.fontMetrics().horizontalAdvance(self.text())
            line = (self.height() + self.fontMetrics().height()) // 2
            painter.drawLine(look.px(28), line, look.px(28) + width, line)
        painter.end()


class FieldRow(QWidget):
    """A label, a field, and the line below it: how the entry was read, or what an export will show.

    ``above`` puts the label over the field (dialogs); else it stands at the left in a column of its own.
    """

    def __init__(
        self, look: Look, label: str, field: QWidget, *, above: bool = False, width: int = 112, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.label = QLabel(label)
        self.label.setObjectName("label")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setBuddy(field)
        self._note_icon = Icon(look, "info", size=14)
        self._note = words("", "note", wrap=True)
        note = QHBoxLayout()
        look.pad(note, self, (1, 0, 0, 0), 6)
        note.addWidget(self._note_icon, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note, 1)
        column = QVBoxLayout()
        look.pad(column, self, (0, 0, 0, 0), 4)
        column.addWidget(field)
        column.addLayout(note)
        # Takes the width of the row where the field does not, so that every label and field begins at the same place.
        column.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))
        if above:
            outer = QVBoxLayout(self)
            look.pad(outer, self, (0, 0, 0, 0), 4)
            outer.addWidget(self.label)
            outer.addLayout(column)
        else:
            row = QHBoxLayout(self)
            look.pad(row, self, (0, 0, 0, 0), 8)
            self.label.setWordWrap(True)
            self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            look.fit(self, lambda: self._place_label(look, width))
            row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(column, 1)
        self.say("")

    def _place_label(self, look: Look, width: int) -> None:
        self.label.setFixedWidth(look.px(width))
        self.label.setContentsMargins(0, look.px(7), 0, 0)

    def say(self, text: str, icon: str = "", token: str = "text2") -> None:
        """The line below the field; an empty text takes it away."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._note_icon.setVisible(bool(text and icon))
        if icon:
            self._note_icon.show_icon(icon, token)
        self._note.setObjectName("attention-note" if token == "attention" else "note")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        self.field.setAccessibleDescription(text)

    @property
    def note(self) -> str:
        """What stands below the field."""
        return self._note.text()


class PassField(LineField):
    """A passphrase. It is never kept in an undo list, offered by an input method or put on a clipboard.

    ``caps`` tells whether Caps Lock is on, as far as the letters that are typed show it.
    """

    caps = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.setMaxLength(1024)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def reveal(self, shown: bool) -> None:
        """Show or hide the letters."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No copying while it can be read: the clipboard is not ours."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            event.accept()
            return
        letter = event.text()
        if len(letter) == 1 and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.emit(letter.isupper() != shift)
        super().keyPressEvent(event)
