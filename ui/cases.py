"""The list of cases: what each is and where it stands, never who; search in all of them; beginning, importing, taking out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.errors import UserError
from app.services import cases, intake
from app.services.cases import CaseFacts
from ui.case_bar import CaseBar
from ui.case_dialogs import ExportCase, NewCase
from ui.case_import import Store, choose_case
from ui.case_paper import print_paper
from ui.case_rows import case_row
from ui.errors import told
from ui.first_case import BEGIN, FirstCase
from ui.keeping_dialogs import ArchiveCase, BackUp, ShredCase, made_words
from ui.look import Look
from ui.mended_words import tell_mended
from ui.search import Results, SearchField
from ui.settings import RECOVERY
from ui.tasks import Running, Tasks
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.keys import KeyCap, KeyHints
from ui.widgets.table import Column, Row, Table
from ui.widgets.words import STOP, Hairline, Notice, words

if TYPE_CHECKING:
    from app.services.backup import BackedUp
    from app.services.values import CaseSummary

#: Below these widths (at 100 %) the search has a row of its own, and the table says in two lines what it said in five columns.
_NARROW_HEAD, _NARROW_TABLE = 980, 860


class CasesScreen(QWidget):
    """``opened`` carries case id, page and entry id (both "" for the case as such); ``lock`` and ``settings`` lead on.

    ``way`` names the way into the vault that is to be changed (``ui.settings``).
    """

    opened = Signal(str, str, str)
    lock = Signal()
    settings = Signal()
    way = Signal(str)

    def __init__(self, look: Look, tasks: Tasks) -> None:
        super().__init__()
        self.look, self.tasks = look, tasks
        self.summaries: dict[str, CaseSummary] = {}
        self._facts: dict[str, CaseFacts] = {}
        self._wanted = ""
        self._narrow = False
        self._reading: Running | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._results()
        self._head(outer)
        outer.addWidget(Hairline(look))
        self._body(outer)
        self._bar(outer)
        self._hints(outer)
        self.search.drive(self.results)
        self.search.textChanged.connect(self._searching)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._to_search)
        look.fit(self, self._arrange)
        self.read()
        tell_mended(tasks, self, self.notice)

    # --- what it is made of ---

    def _head(self, outer: QVBoxLayout) -> None:
        head = QWidget(self)
        column = QVBoxLayout(head)
        self.look.pad(column, head, (32, 16, 24, 16), 8)
        row = QHBoxLayout()
        self.look.pad(row, head, (0, 0, 0, 0), 8)
        self.brand = words("Affiant", "brand-small")
        row.addWidget(self.brand)
        row.addSpacing(16)
        self._find = QWidget(head)
        find = QHBoxLayout(self._find)
        self.look.pad(find, self._find, (0, 0, 0, 0), 8)
        self.search = SearchField(self.tr("Search in all cases"), self.tr("Search in all cases: words, a name, a date"))
        find.addWidget(self.search, 1)
        find.addWidget(KeyCap(self.look, "Ctrl+F"))
        room = QWidget(head)  # it keeps its room when the field stands below: the buttons stay together
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._wide, self._below = QHBoxLayout(room), QHBoxLayout()
        self._wide.setContentsMargins(0, 0, 0, 0)
        self._wide.addWidget(self._find)
        row.addWidget(room, 1)
        row.addSpacing(16)
        self.new = KeyButton(self.look, self.tr("New case"), "Ctrl+N", icon="plus", parent=self)
        self.new.clicked.connect(self.begin_case)
        self.load = KeyButton(self.look, self.tr("Import…"), "Ctrl+I", icon="folder-input", parent=self)
        self.load.clicked.connect(self.import_case)
        self.lock_button = KeyButton(self.look, self.tr("Lock"), "Ctrl+Shift+L", icon="lock", bind=False, parent=self)
        self.lock_button.clicked.connect(self.lock)
        row.addWidget(self.new)
        row.addWidget(self.load)
        row.addSpacing(8)
        row.addWidget(self.lock_button)
        column.addLayout(row)
        column.addLayout(self._below)
        outer.addWidget(head)

    def _results(self) -> None:
        self.results = Results(self.look, self.tasks)
        self.results.told.connect(self._count)
        self.results.picked.connect(self.opened)

    def _body(self, outer: QVBoxLayout) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        self.look.pad(column, body, (21, 16, 24, 8), 8)
        self._title_row = QWidget(body)
        title = QHBoxLayout(self._title_row)
        self.look.pad(title, self._title_row, (11, 0, 0, 0), 16)
        self.title = words(self.tr("Cases"), "title")
        self.count = words("", "quiet")
        title.addWidget(self.title)
        title.addWidget(self.count, 1)
        column.addWidget(self._title_row)
        self.notice = Notice(self.look, body)
        column.addWidget(self.notice)
        self.table = Table(
            self.look,
            self.tr("Cases"),
            (
                Column(self.tr("Case"), 150),
                Column(self.tr("Client stands as"), 200),
                Column(self.tr("Where it stands")),
                Column(self.tr("Last change"), 150),
                Column(self.tr("Size"), 100, right=True),
            ),
            parent=body,
        )
        self.table.opened.connect(self.open_case)
        self.table.chosen.connect(lambda _key: self._show_bar())
        self.empty = FirstCase(self.look, self.tasks, body)
        self.empty.begun.connect(lambda case_id: self.opened.emit(case_id, "testimony", BEGIN))
        self.empty.bring.connect(self.import_case)
        self.empty.sample.connect(self._store)
        self.empty.sheets.connect(lambda: self.way.emit(RECOVERY))
        self.stack = QStackedWidget(body)
        for part in (self.table, self.results, self.empty):
            self.stack.addWidget(part)
        column.addWidget(self.stack, 1)
        outer.addWidget(body, 1)

    def _bar(self, outer: QVBoxLayout) -> None:
        self.bar = CaseBar(self.look, self)
        self.chosen_code, self.damaged = self.bar.code, self.bar.damaged
        self.open_button, self.export_button, self.settings_below = self.bar.open, self.bar.export, self.bar.settings
        self.open_button.clicked.connect(lambda: self.open_case(self.table.key))
        self.export_button.clicked.connect(self.export_case)
        self.bar.back_up.clicked.connect(self.back_up)
        self.bar.paper.clicked.connect(self.print_paper)
        self.bar.archive.clicked.connect(self.archive_case)
        self.bar.shred.clicked.connect(self.shred_case)
        self.settings_below.clicked.connect(self.settings)
        outer.addWidget(self.bar)

    def _hints(self, outer: QVBoxLayout) -> None:
        outer.addWidget(Hairline(self.look))
        self._foot = foot = QWidget(self)
        row = QHBoxLayout(foot)
        self.look.pad(row, foot, (32, 8, 24, 8), 8)
        self.hints = KeyHints(self.look, foot)
        self.hints.show_hints((
            (("Up", "Down"), self.tr("choose")),
            (("Return",), self.tr("open")),
            (("Ctrl+F",), self.tr("search")),
        ))  # fmt: skip
        row.addWidget(self.hints, 1)
        self.settings_button = KeyButton(
            self.look, self.tr("Settings…"), "Ctrl+,", kind=QUIET, icon="sliders", height=24, bind=False
        )
        self.settings_button.clicked.connect(self.settings)
        row.addWidget(self.settings_button)
        outer.addWidget(foot)
        self.look.fit(foot, lambda: foot.setFixedHeight(self.look.px(40)))

    # --- the rows ---

    def read(self) -> None:
        """Read the list anew: the catalog at once, then case by case where each stands."""
        if self._reading is not None:
            self._reading.stop()
        self.tasks.query(self, lambda vault: intake.list_cases(vault.vault), self._show_summaries)

    def _show_summaries(self, summaries: Sequence[CaseSummary]) -> None:
        self.summaries = {summary.id: summary for summary in summaries}
        self._show_part()
        self._show_rows()
        if self._wanted:
            self.table.choose(self._wanted)
            self._wanted = ""
        if not self.search.text():
            self._count("")
        self._reading = self.tasks.stream(self, cases.facts, self._take_facts)

    def _take_facts(self, facts: CaseFacts) -> None:
        self._facts[facts.case_id] = facts
        if facts.case_id in self.summaries:
            self.table.replace_row(self._row(self.summaries[facts.case_id]))
            if facts.case_id == self.table.key:
                self._show_bar()

    def _show_rows(self) -> None:
        self.table.show_rows([self._row(summary) for summary in self.summaries.values()])
        self._show_bar()

    def _row(self, summary: CaseSummary) -> Row:
        return case_row(summary, self._facts.get(summary.id), damaged=self._is_damaged(summary.id), narrow=self._narrow)

    def _is_damaged(self, case_id: str) -> bool:
        facts = self._facts.get(case_id)
        return self.summaries[case_id].damaged or bool(facts and facts.damaged)

    def _count(self, search: str) -> None:
        if not search and not self.search.text():
            number = len(self.summaries)
            search = self.tr("1 case") if number == 1 else self.tr("{0} cases").format(number) if number else ""
        self.count.setText(search)

    def _show_bar(self) -> None:
        key = self.table.key
        searching = self.stack.currentWidget() is self.results
        self.bar.setVisible(key in self.summaries and not searching)
        if key not in self.summaries:
            return
        self.bar.show_case(self.summaries[key].code, damaged=self._is_damaged(key))

    # --- what can be done ---

    def open_case(self, case_id: str) -> None:
        """Open a case; one that is damaged says so instead."""
        if case_id in self.summaries and not self._is_damaged(case_id):
            self.opened.emit(case_id, "", "")

    def begin_case(self) -> None:
        """Ask what is known of a new case, and begin it."""
        taken = {summary.code for summary in self.summaries.values()}
        NewCase(self.look, self.tasks, self, taken, lambda summary: self.opened.emit(summary.id, "", "")).open()

    def import_case(self) -> None:
        """Choose a case file; it is checked whole before anything of it is stored."""
        choose_case(self.look, self, self._store)

    def _store(self, work: Store) -> None:
        self.notice.say(
            self.tr("Importing…"), self.tr("The file is checked whole first; then it is stored, or nothing is."), kind="plain"
        )
        self.load.setEnabled(False)
        self.tasks.command(self, work, self._imported, self._not_imported)

    def _imported(self, summary: CaseSummary) -> None:
        self.notice.clear()
        self.load.setEnabled(True)
        self.opened.emit(summary.id, "", "")

    def _not_imported(self, error: UserError) -> None:
        self.load.setEnabled(True)
        shown = told(error)
        self.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)

    def export_case(self) -> None:
        """Take the chosen case out as a case file."""
        summary = self.summaries.get(self.table.key)
        if summary is not None and not self._is_damaged(summary.id):
            ExportCase(self.look, self.tasks, self, summary, self._exported).open()

    def _exported(self, paths: list[Path]) -> None:
        more = "" if len(paths) == 1 else " " + self.tr("Beside it: {0} documents.").format(len(paths) - 1)
        self.say_done(self.tr("Exported, and written down in the history."), f"{paths[0]}{more}")
        self._wanted = self.table.key
        self.read()

    def back_up(self) -> None:
        """Make a backup of the whole vault."""

        def done(made: BackedUp) -> None:
            self.say_done(self.tr("The vault is backed up."), made_words(made))
            if made.damaged:
                self.notice.say(
                    self.tr("The backup was written, but parts of this vault are damaged."),
                    self.tr("They went in as they lie; older backups were kept. {0}").format(made_words(made)),
                    kind=STOP,
                )

        BackUp(self.look, self.tasks, self, done, lambda: self.way.emit(RECOVERY)).open()

    def print_paper(self) -> None:
        """Paper for an interview of the chosen case without a computer."""
        if self.table.key in self.summaries and not self._is_damaged(self.table.key):
            print_paper(self, self.table.key)

    def archive_case(self) -> None:
        """Take the chosen case out of the vault into a sealed file."""
        summary = self.summaries.get(self.table.key)
        if summary is not None and not self._is_damaged(summary.id):
            said = self.tr("{0} is in its archive, read back, and gone here.").format(summary.code)
            ArchiveCase(self.look, self.tasks, self, summary, lambda path: self._case_gone(said, str(path))).open()

    def shred_case(self) -> None:
        """Take the chosen case away for good."""
        summary = self.summaries.get(self.table.key)
        if summary is not None:
            said = self.tr("{0} is shredded.").format(summary.code)
            rest = self.tr("Backups, archives and exports made before keep what they hold.")
            damaged = self._is_damaged(summary.id)
            ShredCase(self.look, self.tasks, self, summary, lambda: self._case_gone(said, rest), damaged=damaged).open()

    def _case_gone(self, head: str, body: str) -> None:
        self.say_done(head, body)
        self.read()

    def say_done(self, head: str, body: str) -> None:
        """Say that something was done."""
        self.notice.say(head, body, kind="plain", icon="check")

    # --- search ---

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _searching(self, text: str) -> None:
        on = bool(text.strip())
        self._show_part()
        self.title.setText(self.tr("Found") if on else self.tr("Cases"))
        self._title_row.setVisible(on or not self._narrow)
        self._count("")
        self._show_bar()

    def _show_part(self) -> None:
        """What is found, or the cases, or the first of them that is to be begun."""
        first = not self.summaries
        part = self.results if self.search.text().strip() else self.empty if first else self.table
        if part is not self.stack.currentWidget():
            self.stack.setCurrentWidget(part)
            if part is self.empty and (self.table.hasFocus() or self.hasFocus()):
                self.empty.setFocus()

    # --- keys and sizes ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.table.setFocus()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            if isinstance(button, KeyButton):
                button.click()
            elif self.stack.currentWidget() is self.table:
                self.open_case(self.table.key)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        (self.empty if self.stack.currentWidget() is self.empty else self.table).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = self.width()
        (self._below if width < self.look.px(_NARROW_HEAD) else self._wide).addWidget(self._find)
        narrow = width < self.look.px(_NARROW_TABLE)
        self._foot.setVisible(not narrow)
        self._title_row.setVisible(not narrow or bool(self.search.text().strip()))
        self.brand.setVisible(not narrow)
        self.table.horizontalHeader().setVisible(not narrow)
        self.settings_below.setVisible(narrow)
        for button in (self.new, self.load, self.lock_button, *self.bar.keyed):
            button.show_cap(not narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            for column in (1, 3, 4):
                self.table.setColumnHidden(column, narrow)
            self.table.set_row_height(64 if narrow else 48)
            self._show_rows()
