"""Picking one entry of many: type any spelling, choose with the arrows and Enter, or add what is not there yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.editing import Editor
from ui.widgets.fields import LineField
from ui.widgets.options import Option, Options

translate = QCoreApplication.translate

_MOST_ROWS, _ROWS_SHOWN = 60, 7
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class New:
    """What was typed and is to become an entry of its own when the form is saved. ``kind`` as in a case file."""

    kind: str
    text: str = field(repr=False)


class PickerList(QFrame):
    """The rows below a picker. A child of the window, so that it opens on every system alike and takes no keyboard."""

    picked = Signal(object)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over.window())
        self._look = look
        self.setObjectName("popover")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setObjectName("popoverlist")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(lambda item: self.picked.emit(item.data(Qt.ItemDataRole.UserRole)))
        column.addWidget(self.list)

    def show_rows(self, over: QWidget, rows: list[tuple[str, object]], note: str) -> None:
        """Show ``(words, what is picked)`` below a field, or above it where there is no room below."""
        look, height = self._look, self._look.px(34)
        self.list.clear()
        for words, value in rows:
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setSizeHint(QSize(0, height))
        if note:
            item = QListWidgetItem(note, self.list)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setSizeHint(QSize(0, height))
        window = over.window()
        below = over.mapTo(window, QPoint(0, over.height() + look.px(2)))
        tall = min(self.list.count(), _ROWS_SHOWN) * height + 12
        wide = min(max(over.width(), look.px(280)), window.width() - 16)
        top = below.y()
        if top + tall > window.height():
            top = max(below.y() - over.height() - look.px(4) - tall, 0)
        self.setGeometry(min(below.x(), window.width() - wide - 8), top, wide, tall)
        self.list.setCurrentRow(0 if rows else -1)
        self.raise_()
        self.show()

    def move_by(self, steps: int) -> None:
        """Move the choice; rows that say something only are passed over."""
        last = sum(bool(self.list.item(row).flags()) for row in range(self.list.count())) - 1
        if last >= 0:
            self.list.setCurrentRow(min(max(self.list.currentRow() + steps, 0), last))

    @property
    def current(self) -> object:
        """What Enter would pick."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None


class _PickLine(LineField):
    """The line of a picker: it keeps the keys that move in the list while the list is open."""

    moved = Signal(int)
    entered = Signal()
    escaped = Signal()
    asked = Signal()
    left = Signal()

    def __init__(self, look: Look, name: str, hint: str) -> None:
        super().__init__(name, hint=hint)
        self._look = look
        self.listing = False
        self._entered = False

    def event(self, event: QEvent) -> bool:
        asks = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asks and self.listing and event.key() in (*_STEPS, *_ENTER, Qt.Key.Key_Escape):  # type: ignore[attr-defined]  # a key
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.listing and key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif self.listing and key in _ENTER:
            self.entered.emit()
        elif plain and key in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._entered = event.reason() == Qt.FocusReason.MouseFocusReason
        self.selectAll()  # what is typed now looks for another entry; it is no part of a name

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._entered:
            self.selectAll()
            self._entered = False
        self.asked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._look.px(16)
        painter = QPainter(self)
        at = QPoint(self.width() - size - self._look.px(10), (self.height() - size) // 2)
        painter.drawPixmap(at, self._look.pixmap("chevron-down", "text2", 16))
        painter.end()


class PickEditor(Editor):
    """Picks the key of one of ``options``.

    ``new_kind`` lets a typed text become an entry of that kind (its value is then a ``New``); ``new_words`` are the words of
    that row, with ``{0}`` for what was typed. ``free`` takes what was typed as it stands (a language tag that is not listed).
    """

    def __init__(
        self,
        look: Look,
        name: str,
        options: Options,
        *,
        new_kind: str = "",
        new_words: str = "",
        free: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(look, name)
        self.options, self._new_kind, self._new_words, self._free = options, new_kind, new_words, free
        self._picked: str | New | None = None
        self._list: PickerList | None = None
        self.line = _PickLine(look, name, hint or translate("picker", "type to find"))
        look.fit(self, lambda: self.line.setTextMargins(0, 0, look.px(22), 0))
        self.line.textEdited.connect(self._typed)
        self.line.moved.connect(self._move)
        self.line.entered.connect(self._enter)
        self.line.escaped.connect(self._close)
        self.line.asked.connect(self._open)
        self.line.left.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    # --- the value ---

    def put(self, value: Any) -> None:
        self._picked = value or None
        if isinstance(value, New):
            text = value.text
        else:
            held = self.options.get(value) if value else None
            text = held.words if held is not None else (value or "")
        self.line.setText(text)
        self.line.setCursorPosition(0)

    def put_typed(self, typed: Any) -> None:
        key, new, text = typed.get("key"), typed.get("new"), str(typed.get("text", ""))
        if isinstance(key, str) and (self._free or self.options.get(key) is not None):
            self.put(key)
        elif isinstance(new, str) and self._new_kind:
            self.put(New(self._new_kind, new))
        else:
            self.put(None)
            self.line.setText(text)
        self._tell_new()

    def typed(self) -> Any:
        if isinstance(self._picked, New):
            return {"new": self._picked.text}
        return {"key": self._picked} if self._picked else {"text": self.line.text()}

    def read(self) -> Any:
        if self._picked is None and self._free:
            return self.line.text().strip() or None
        return self._picked

    def check(self) -> str:
        if self._picked is None and not self._free and self.line.text().strip():
            if self._new_kind:
                return translate(
                    "picker", "Nobody and nothing on record is written so. Choose from the list, or its last row to add it."
                )
            return translate("picker", "Nothing on record is written so. Choose from the list.")
        return ""

    def refresh(self) -> None:
        """The options changed: the words of what was picked may be others now."""
        if isinstance(self._picked, str) and not self.listing:
            self._quietly(self.put, self._picked)

    # --- the list ---

    @property
    def listing(self) -> bool:
        """Whether the list is open."""
        return self.line.listing

    @property
    def offered(self) -> list[str]:
        """The words of the rows in the open list."""
        held = self._list
        return [held.list.item(row).text() for row in range(held.list.count())] if held is not None and self.listing else []

    def _typed(self, text: str) -> None:
        self._picked = None
        self.edit()
        self._open()

    def _open(self) -> None:
        shown = "" if self._picked is not None else self.line.text().strip()
        found, more = self.options.find(shown, _MOST_ROWS)
        rows: list[tuple[str, object]] = [(_words(option), option.key) for option in found]
        if self._new_kind and shown:
            rows.append((self._new_words.format(shown), New(self._new_kind, shown)))
        note = translate("picker", "{0} more: type on").format(more) if more else ""
        if not rows and not note:
            note = translate("picker", "nothing on record") if not self._free else ""
        if not rows and not note:
            self._close()
            return
        if self._list is None:
            self._list = PickerList(self.look, self)
            self._list.picked.connect(self._pick)
            self.destroyed.connect(self._list.deleteLater)
            self._follow()
        self._list.show_rows(self.line, rows, note)
        self.line.listing = True

    def _follow(self) -> None:
        """A scrolled page closes the list, which would stay where it was."""
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.verticalScrollBar().valueChanged.connect(lambda _value: self._close())
            above = above.parentWidget()

    def _close(self) -> None:
        self.line.listing = False
        if self._list is not None:
            self._list.hide()

    def _move(self, steps: int) -> None:
        if self.listing and self._list is not None:
            self._list.move_by(steps)
        elif steps > 0:
            self._open()

    def _enter(self) -> None:
        if self._list is not None and self._list.current is not None:
            self._pick(self._list.current)
        else:
            self._close()

    def _pick(self, value: object) -> None:
        self._close()
        self._quietly(self.put, value)
        self.edit()
        self._tell_new()

    def _tell_new(self) -> None:
        if isinstance(self._picked, New):
            self.tell(translate("picker", "New: added to the registry when this is saved"), "plus")

    def _leave(self) -> None:
        if self._list is not None and self._list.underMouse() and self.listing:
            return
        self._close()
        text = self.line.text().strip()
        if self._picked is None and text:
            exact = self.options.exactly(text)
            if exact is not None:
                self._pick(exact.key)
            elif reason := self.check():
                self.tell(reason, "circle-alert", "attention")


def _words(option: Option) -> str:
    return f"{option.words}  ·  {option.second}" if option.second else option.words
