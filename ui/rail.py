"""The rail at the left of a case: where one is, where one can go, and the lock. Narrow windows show it as a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ui.fonts import MEDIUM, SEMIBOLD
from ui.hiding import HIDE_KEYS
from ui.look import Look
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.keys import key_words
from ui.widgets.words import Hairline, words

#: A window narrower than this (at 100 %) shows the rail as a menu.
NARROW = 1000


class _NavRow(QAbstractButton):
    """One row: icon, word, and at the right a count where there is one."""

    def __init__(self, look: Look, icon: str, text: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._icon, self.count = look, icon, ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(key)
        look.fit(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(192), self._look.px(38))

    def paintEvent(self, event: object) -> None:
        look, box = self._look, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(look.colour("accent_tint"))
            painter.drawRoundedRect(box, look.px(6), look.px(6))
            painter.setBrush(look.colour("accent"))
            painter.drawRect(QRectF(0, look.px(9), look.px(3), box.height() - look.px(18)))
        if self.hasFocus():
            painter.setPen(look.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        token = "accent" if chosen else "text2"
        painter.drawPixmap(QPoint(look.px(14), round((box.height() - look.px(18)) / 2)), look.pixmap(self._icon, token))
        painter.setPen(look.colour("accent" if chosen else "text"))
        painter.setFont(look.font(15, SEMIBOLD if chosen else MEDIUM))
        painter.drawText(box.adjusted(look.px(44), 0, -look.px(14), 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.count:
            painter.setPen(look.colour("text2"))
            painter.setFont(look.font(13))
            side = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(box.adjusted(0, 0, -look.px(14), 0), side, self.count)
        painter.end()


class Rail(QWidget):
    """The rail. ``chosen`` carries a page's key; the other signals are the other ways, ``sized`` with +1 or −1."""

    chosen = Signal(str)
    back = Signal()
    lock = Signal()
    settings = Signal()
    hide_work = Signal()
    search = Signal()
    sized = Signal(int)

    def __init__(self, look: Look, code: str, rows: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        column = QVBoxLayout(self)
        look.pad(column, self, (12, 12, 12, 12), 4)
        back = KeyButton(look, self.tr("All cases"), icon="chevron-left", kind=QUIET, height=32, parent=self)
        back.clicked.connect(self.back)
        column.addWidget(back)
        self.code = words(code, "section")
        self.code.setContentsMargins(look.px(12), look.px(8), 0, 0)
        self.stands_as = words("", "note", wrap=True)
        self.stands_as.setContentsMargins(look.px(12), 0, 0, look.px(8))
        column.addWidget(self.code)
        column.addWidget(self.stands_as)
        self.rows: dict[str, _NavRow] = {}
        group = QButtonGroup(self)
        for number, (key, text, icon) in enumerate(rows, 1):
            row = _NavRow(look, icon, text, f"Ctrl+{number}", self)
            row.clicked.connect(lambda _=False, page=key: self.chosen.emit(page))
            group.addButton(row)
            column.addWidget(row)
            self.rows[key] = row
        column.addStretch(1)
        size = QHBoxLayout()
        look.pad(size, self, (12, 0, 0, 0), 8)
        size.addWidget(words(self.tr("Text"), "note"), 1)
        for words_, step, key in (("A−", -1, "Ctrl+-"), ("A+", +1, "Ctrl+=")):
            button = KeyButton(look, words_, height=28, parent=self)
            button.setToolTip(key)
            button.setAccessibleName(self.tr("Smaller text") if step < 0 else self.tr("Larger text"))
            button.clicked.connect(lambda _=False, by=step: self.sized.emit(by))
            size.addWidget(button)
        for text, key, icon, signal in (
            (self.tr("Search"), "Ctrl+K", "search", self.search),
            (self.tr("Settings…"), "Ctrl+,", "sliders", self.settings),
            (self.tr("Hide"), HIDE_KEYS[0], "eye-off", self.hide_work),
        ):
            button = KeyButton(look, text, key, kind=QUIET, icon=icon, height=28, bind=False, parent=self)
            button.clicked.connect(signal)
            column.addWidget(button)
        column.addLayout(size)
        lock = KeyButton(look, self.tr("Lock"), "Ctrl+Shift+L", icon="lock", bind=False, parent=self)
        lock.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lock.clicked.connect(self.lock)
        column.addWidget(lock)
        look.fit(self, lambda: self.setFixedWidth(look.px(216)))

    def mark(self, key: str) -> None:
        """Show which page is open."""
        if key in self.rows:
            self.rows[key].setChecked(True)

    def count(self, key: str, number: int) -> None:
        """A number beside a page's word; none for 0."""
        if key in self.rows:
            self.rows[key].count = str(number) if number else ""
            self.rows[key].update()


class TopBar(QWidget):
    """What stands instead of the rail in a narrow window: the page's own actions and the same ways in
    one menu, and the lock always in sight."""

    def __init__(
        self,
        look: Look,
        rail: Rail,
        code: str,
        page_actions: Callable[[], list[QAbstractButton]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rail, self._page_actions = rail, page_actions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        look.pad(row, self, (16, 8, 16, 8), 12)
        self.menu_button = KeyButton(look, self.tr("Menu"), "F10", icon="menu", parent=self)
        self.menu_button.clicked.connect(self._open)
        row.addWidget(self.menu_button)
        row.addWidget(words(code, "section"))
        self.page_name = words("", "quiet")
        row.addWidget(self.page_name, 1)
        lock = KeyButton(look, self.tr("Lock"), icon="lock", parent=self)
        lock.clicked.connect(rail.lock)
        row.addWidget(lock)
        column.addLayout(row)
        column.addWidget(Hairline(look))

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._page_actions():
            action = QAction(button.text(), menu)
            action.setShortcut(button.shortcut())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
            menu.addAction(action)
        menu.addSeparator()
        back = QAction(self.tr("All cases"), menu)
        back.triggered.connect(self._rail.back)
        menu.addAction(back)
        menu.addSeparator()
        for key, row in self._rail.rows.items():
            action = QAction(row.text(), menu)
            action.triggered.connect(lambda _=False, page=key: self._rail.chosen.emit(page))
            menu.addAction(action)
        menu.addSeparator()
        for text, keys, signal in (
            (self.tr("Search in this case…"), "Ctrl+K", self._rail.search),
            (self.tr("Settings…"), "Ctrl+,", self._rail.settings),
            (self.tr("Hide the work"), HIDE_KEYS[0], self._rail.hide_work),
        ):
            action = QAction(text, menu)
            action.setText(f"{text}\t{key_words(keys)}")
            action.triggered.connect(signal)
            menu.addAction(action)
        for text, step in ((self.tr("Larger text"), 1), (self.tr("Smaller text"), -1)):
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, by=step: self._rail.sized.emit(by))
            menu.addAction(action)
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))
