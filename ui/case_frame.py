"""A case: the rail at the left, one page beside it, and the bar at the foot with keys and the state of saving."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.services.standing import client_stands_as
from ui.desk import Desk
from ui.left_sound import seal_what_is_left
from ui.look import Look
from ui.page import Around, Page
from ui.pages import PAGES
from ui.rail import NARROW, Rail, TopBar
from ui.search import SearchPanel
from ui.tasks import Tasks, clock
from ui.widgets.keys import KeyHints
from ui.widgets.words import Hairline, Icon, words

#: What could not be kept of what is typed is tried again each so many milliseconds.
KEEP_ON = 5000


class HintBar(QWidget):
    """The bar at the foot: which keys work here, and at the right that everything is saved."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(look))
        row = QHBoxLayout()
        look.pad(row, self, (32, 8, 24, 8), 8)
        self.hints = KeyHints(look, self)
        row.addWidget(self.hints, 1)
        self._icon = Icon(look, "check", size=16)
        self._saved = words("", "note")
        row.addWidget(self._icon)
        row.addWidget(self._saved)
        self._icon.hide()
        column.addLayout(row)
        look.fit(self, lambda: self.setFixedHeight(look.px(41)))

    def saved(self) -> None:
        """Something was saved just now."""
        self._icon.show()
        self._saved.setText(self.tr("Saved {0}, encrypted").format(clock()))

    @property
    def state(self) -> str:
        """What is said of saving."""
        return self._saved.text()


class CaseFrame(QWidget):
    """One open case. ``back`` asks for the list of cases, ``lock`` for the lock, ``hide_work`` for the neutral page.

    ``sized`` asks for larger or smaller text, ``settings`` for the settings.
    """

    back = Signal()
    lock = Signal()
    hide_work = Signal()
    settings = Signal()
    sized = Signal(int)

    def __init__(self, look: Look, tasks: Tasks, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.desk = look, desk
        self._around = Around(look, tasks, desk, self.go)
        self._pages: dict[str, Page] = {}
        self.page_key = ""
        self._elsewhere: list[QShortcut] = []  # keys that lead to other pages and cases
        kinds = {page.key: page for page in PAGES}
        self.rail = Rail(look, desk.case.case.code, [(page.key, page.label(), page.icon) for page in PAGES], self)
        self.rail.chosen.connect(lambda key: self.go(key, ""))
        self.rail.back.connect(self.back)
        self.rail.lock.connect(self.lock)
        self.rail.sized.connect(self.sized)
        self.rail.settings.connect(self.settings)
        self.rail.hide_work.connect(self.hide_work)
        self.rail.search.connect(self.search)
        self._kinds = kinds
        self.top = TopBar(look, self.rail, desk.case.case.code, self._page_actions, self)
        self.stack = QStackedWidget(self)
        self.bar = HintBar(look, self)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.stack, 1)
        column.addWidget(self.bar)
        rail_area = QScrollArea(self)  # a very large text size leaves the rail's foot out of sight, never out of reach
        rail_area.setWidget(self.rail)
        rail_area.setWidgetResizable(True)
        rail_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rail_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rail_area = rail_area
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail_area)
        row.addLayout(column, 1)
        for number, page in enumerate(PAGES, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(partial(self.go, page.key))
            self._elsewhere.append(shortcut)
        for keys, act in (("Alt+Home", self.back), ("Ctrl+K", self.search)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)
            self._elsewhere.append(shortcut)
        tasks.saved.connect(self.bar.saved)
        desk.changed.connect(self._counts)
        self.keeping = QTimer(self)
        self.keeping.setInterval(KEEP_ON)
        self.keeping.timeout.connect(desk.keep_on)
        self.keeping.start()
        look.fit(self, self._arrange)
        self._counts()
        seal_what_is_left(self)

    # --- pages ---

    def go(self, key: str, entry_id: str = "") -> None:
        """Open a page, at an entry if one is named; what was being typed on the page before is kept as a draft."""
        if key not in self._kinds:
            key = next(iter(self._kinds), "") if not self.page_key else ""
        if not key:
            return
        if key != self.page_key and self.page_key:
            self._pages[self.page_key].flush()
        if key not in self._pages:
            page = self._kinds[key].of(self._around)
            self._pages[key] = page
            self.stack.addWidget(page)
            page.hinted.connect(partial(self._hint, page))
            page.alone_changed.connect(self._arrange)
            page.lock.connect(self.lock)
            page.hide_work.connect(self.hide_work)
        page = self._pages[key]
        self.page_key = key
        self.stack.setCurrentWidget(page)
        self._arrange()
        self.rail.mark(key)
        self.top.page_name.setText(page.label())
        self._hint(page)
        if entry_id:
            page.show_entry(entry_id)
        first = page.primary()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hint(self, page: Page) -> None:
        if page is self._pages.get(self.page_key):
            self.bar.hints.show_hints(page.hints())

    def search(self) -> None:
        """Search in this case, over the page."""
        panel = SearchPanel(self.look, self._around.tasks, self, self.desk.case_id)
        panel.picked.connect(self.go)
        panel.open()

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self._pages[self.page_key]

    def where(self) -> str:
        """Where on the page the work is to go on after a lock."""
        return self.page.where() if self.page_key else ""

    def _page_actions(self) -> list[QAbstractButton]:
        return self.page.title_buttons()

    def flush(self) -> None:
        """Keep everything that is being typed, on every page, and what is being recorded."""
        self.desk.leaving.emit()
        for page in self._pages.values():
            page.flush()
        self.desk.keep_on()

    # --- looks ---

    def _counts(self) -> None:
        case = self.desk.case
        self.rail.count("events", len(case.events))
        self.rail.count("documents", len(case.documents))
        stands = client_stands_as(case, dt.date.today())
        self.rail.stands_as.setText(self.tr("stands as “{0}”").format(stands) if stands else "")
        self.rail.code.setText(case.case.code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self.look.px(NARROW)
        alone = bool(self.page_key) and self.page.alone
        self._rail_area.setVisible(not narrow and not alone)
        self._rail_area.setFixedWidth(self.look.px(216))
        self.top.setVisible(narrow and not alone)
        for shortcut in self._elsewhere:
            shortcut.setEnabled(not alone)
        if self.page_key:
            self.page.set_narrow(narrow)
