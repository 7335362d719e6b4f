"""Search as one types: places where the words stand, streaming in, in all cases or in one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.services import cases
from app.services.cases import Found
from ui.look import Look
from ui.tasks import Running, Tasks
from ui.widgets.dialogs import Panel
from ui.widgets.fields import LineField
from ui.widgets.table import Cell, Column, Row, Table
from ui.widgets.words import words

translate = QCoreApplication.translate

#: Milliseconds after the last key in which the search begins.
_SOON = 200
#: So many places are shown; who finds more writes more words.
MOST = 300
_PAGES = {
    "case": "overview",
    "people": "people",
    "places": "people",
    "organizations": "people",
    "events": "events",
    "testimonies": "testimony",
    "documents": "documents",
    "consents": "consent",
}


def place_words(found: Found) -> str:
    """Where something stands, in words: "Testimony 1, paragraph 3"."""
    if found.kind == "testimonies" and found.path == "text":
        return translate("search", "Testimony {0}, paragraph {1}").format(found.number, found.paragraph)
    kinds = {
        "case": translate("search", "Case facts"),
        "people": translate("search", "Person {0}"),
        "places": translate("search", "Place {0}"),
        "organizations": translate("search", "Organisation {0}"),
        "events": translate("search", "Event {0}"),
        "testimonies": translate("search", "Testimony {0}"),
        "documents": translate("search", "Document {0}"),
        "consents": translate("search", "Consent {0}"),
    }
    return kinds.get(found.kind, found.kind).format(found.number)


class Results(Table):
    """The places found. ``picked`` carries case id, page and entry id; ``told`` says in words how far the search is."""

    picked = Signal(str, str, str)
    told = Signal(str)

    def __init__(self, look: Look, tasks: Tasks, *, case_id: str = "", parent: QWidget | None = None) -> None:
        columns = (Column(translate("search", "Place")),)
        super().__init__(look, translate("search", "Places found"), columns, head=False, row_height=56, parent=parent)
        self._tasks, self._only = tasks, case_id
        self.found: list[Found] = []
        self._unread = 0
        self._text = ""
        self._running: Running | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._begin)
        self.opened.connect(self._pick)

    def search(self, text: str) -> None:
        """Search for these words soon; what was being searched before is stopped."""
        if text.strip() == self._text:
            return
        self.stop()
        self._text = text.strip()
        if self._text:
            self._soon.start()
        else:
            self._clear()
            self.told.emit("")

    def stop(self) -> None:
        """Search no further."""
        self._soon.stop()
        if self._running is not None:
            self._running.stop()
            self._running = None

    def _clear(self) -> None:
        self.found, self._unread = [], 0
        self.show_rows(())

    def _begin(self) -> None:
        self._clear()
        self.told.emit(translate("search", "Searching…"))
        text, only = self._text, self._only
        self._running = self._tasks.stream(
            self, lambda vault: cases.find(vault, text, only), self._take, lambda _: self._done(), self._failed
        )

    def _take(self, found: Found) -> None:
        if found.damaged:
            self._unread += 1
            return
        rows = []
        if not self._only and (not self.found or self.found[-1].case_id != found.case_id):
            rows.append(Row("", (Cell(found.code),), group=True))
        rows.append(Row(str(len(self.found)), (Cell(strong=place_words(found), second=found.snippet),)))
        self.found.append(found)
        self.rows_model.append(rows)
        if len(self.found) == 1:
            self.choose("0")
        if len(self.found) >= MOST:
            self.stop()
            self._done()

    def _done(self) -> None:
        self._running = None
        count, in_cases = len(self.found), len({one.case_id for one in self.found})
        if not count:
            said = translate("search", "Nothing found.")
        elif count >= MOST:
            said = translate("search", "The first {0} places; write more words to find fewer.").format(count)
        elif count == 1:
            said = translate("search", "1 place.")
        elif in_cases == 1:
            said = translate("search", "{0} places.").format(count)
        else:
            said = translate("search", "{0} places in {1} cases.").format(count, in_cases)
        if self._unread:
            said += " " + translate("search", "Damaged and not searched: {0}.").format(self._unread)
        self.told.emit(said)

    def _failed(self, error: UserError) -> None:
        self._running = None
        self.told.emit(error.message)

    def _pick(self, key: str) -> None:
        if key.isdigit() and int(key) < len(self.found):
            found = self.found[int(key)]
            self.picked.emit(found.case_id, _PAGES.get(found.kind, "overview"), found.entry)

    def pick(self) -> None:
        """Go to the place that is chosen."""
        self._pick(self.key)

    def step(self, by: int) -> None:
        """Choose the next place down or up, over the heads of groups."""
        row = self.currentIndex().row() + by
        while 0 <= row < len(self.rows_model.rows):
            if not self.rows_model.rows[row].group:
                self.choose(self.rows_model.rows[row].key)
                return
            row += by


class SearchField(LineField):
    """A field whose arrows move in its results and whose Enter goes there; Esc empties it."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, hint=hint, parent=parent)
        self._results: Results | None = None

    def drive(self, results: Results) -> None:
        """Search in these results."""
        self._results = results
        self.textChanged.connect(results.search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        results = self._results
        if results is not None and self.text():
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                results.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                results.pick()
                return
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                return
        super().keyPressEvent(event)


class SearchPanel(Panel):
    """Search in the case that is open: results as one types, Enter goes there. ``picked`` carries page and entry id."""

    picked = Signal(str, str)

    def __init__(self, look: Look, tasks: Tasks, parent: QWidget, case_id: str) -> None:
        title, step = translate("search", "Search in this case"), translate("search", "Go there")
        super().__init__(look, parent, title, step, width=620)
        self.field = SearchField(translate("search", "Search in this case"), translate("search", "words, a name, a date"))
        self.results = Results(look, tasks, case_id=case_id, parent=self)
        self.field.drive(self.results)
        self.said = words("", "note", wrap=True)
        self.results.told.connect(self.said.setText)
        self.results.picked.connect(self._go)
        self.body.addWidget(self.field)
        self.body.addWidget(self.said)
        self.body.addWidget(self.results, 1)
        look.fit(self.results, lambda: self.results.setMinimumHeight(min(look.px(320), max(parent.height() // 3, 120))))
        self.finished.connect(lambda _result: self.results.stop())
        self.field.setFocus()

    def take_step(self) -> None:
        self.results.pick()

    def _go(self, _case_id: str, page: str, entry: str) -> None:
        self.accept()
        self.picked.emit(page, entry)
