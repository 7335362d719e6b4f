"""Spellings that stand in the texts and may be the entry's: each is added, or refused once and for all, by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case import Case, Person
from app.services import registry, spelled
from app.services.registry import Entry
from app.services.spelled import Held, Proposal, Spelled
from ui.look import Look
from ui.page import Page
from ui.pages import people_words
from ui.pages.people_words import isolated
from ui.tasks import Running
from ui.widgets.buttons import DANGER, KeyButton
from ui.widgets.dialogs import Panel
from ui.widgets.rows import Line, RowList
from ui.widgets.section_head import SectionHead
from ui.widgets.words import PLAIN, words
from ui.widgets.wrapping import Wrapping

translate = QCoreApplication.translate


class ProposedList(QWidget):
    """What is proposed for the entry that is shown; not there while there is nothing. ``opened`` carries a spelling."""

    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 2)
        title = translate("people", "Perhaps also written")
        column.addWidget(SectionHead(look, title))
        self.list = RowList(look, title, marks=False, whole=True, height=46, parent=self)
        self.list.opened.connect(self.opened)
        column.addWidget(self.list)
        self.hide()

    def show_proposals(self, case: Case, proposals: tuple[Proposal, ...]) -> None:
        """Other proposals."""
        lines = []
        for one in proposals:
            where = place_words(case, one)
            if one.count > 1:
                where = translate("people", "{0}, and {1} more").format(where, one.count - 1)
            lines.append(Line(one.text, isolated(one.text), where, icon="circle-question-mark"))
        self.list.show_lines(lines)
        self.setVisible(bool(lines))


class ThisSpelling(Panel):
    """Asks of one spelling. ``answer`` is called with the kind of name to add it as, or "" for: not this entry."""

    def __init__(
        self, look: Look, parent: QWidget, case: Case, one: Entry, proposal: Proposal, answer: Callable[[str], None]
    ) -> None:
        name = isolated(registry.written(one))
        title = translate("people", "Is “{0}” {1}?").format(isolated(proposal.text), name)
        super().__init__(look, parent, title, translate("people", "Add as a spelling"), lead=place_words(case, proposal))
        self._answer = answer
        self._kind = spelled.kind_for(proposal.text)
        around = f"{proposal.before}\u2039{proposal.text}\u203a{proposal.after}"
        self.around = words(f"… {' '.join(around.split())} …", "said", wrap=True)
        self.body.addWidget(self.around)
        note = translate("people", "What is added is found and masked everywhere from then on.")
        self.body.addWidget(words(note, "note", wrap=True))
        self.nickname = KeyButton(look, translate("people", "As a nickname"), "Ctrl+K", height=40, parent=self)
        self.nickname.clicked.connect(lambda: self._take(spelled.NICKNAME))
        self.nickname.setVisible(isinstance(one, Person))
        self.refuse = KeyButton(look, translate("people", "Not this one"), "Ctrl+Delete", kind=DANGER, height=40, parent=self)
        self.refuse.clicked.connect(lambda: self._take(""))
        others = QWidget(self)
        row = Wrapping(others)
        look.pad(row, others, (0, 0, 0, 0), 8)
        row.addWidget(self.nickname)
        row.addWidget(self.refuse)
        self.body.addWidget(others)
        self.go.setFocus()

    def _take(self, kind: str) -> None:
        self._answer(kind)

    def take_step(self) -> None:
        self._take(self._kind)


class Spellings(QObject):
    """Works the proposals out beside the window, shows those of the entry on the page, and carries answers out."""

    def __init__(self, page: Page, shown: Callable[[], Entry | None]) -> None:
        super().__init__(page)
        self._page, self._entry = page, shown
        self.made: Spelled | None = None
        self._running: Running | None = None
        self.box = ProposedList(page.look)
        self.box.opened.connect(self._ask)

    def work_out(self) -> None:
        """For the case as it is now; what still runs for an earlier one is stopped."""
        page, case, case_id = self._page, self._page.desk.case, self._page.desk.case_id
        if self._running is not None:
            self._running.stop()

        def go_on(held: Held) -> None:
            if page.desk.case is case:
                self._running = page.tasks.compute(self, lambda _at, stopping: Spelled(case, held, stopping), self._take)

        page.tasks.query(self, lambda vault: spelled.held(vault.store(case_id)), go_on)

    def _take(self, made: Spelled) -> None:
        if made.case is self._page.desk.case:
            self.made = made
            self.show()

    def show(self) -> None:
        """Show what is proposed for the entry on the page."""
        one, made = self._entry(), self.made
        fresh = one is not None and made is not None and made.case is self._page.desk.case
        self.box.show_proposals(self._page.desk.case, made.of(one.id) if fresh and one and made else ())

    def _ask(self, text: str) -> None:
        one, page, made = self._entry(), self._page, self.made
        proposal = next((each for each in made.of(one.id) if each.text == text), None) if one and made else None
        if one is None or proposal is None:
            return
        panel: ThisSpelling

        def answer(kind: str) -> None:
            panel.accept()
            if kind:
                said = self.tr("“{0}” is on record now, and masked like the other spellings.").format(isolated(text))
                page.desk.run(
                    page,
                    lambda store: spelled.add(store, one.id, text, kind),
                    lambda _case: page.notice.say(said, kind=PLAIN, icon="undo-2"),
                    page.say,
                )
                return
            page.tasks.command(
                self, lambda vault: spelled.refuse(vault.store(page.desk.case_id), one.id, text), refused, page.say
            )

        def refused(_none: None) -> None:
            said = self.tr("“{0}” is not proposed here again. The history remembers it.").format(isolated(text))
            page.notice.say(said, kind=PLAIN)
            self.work_out()

        panel = ThisSpelling(page.look, page, page.desk.case, one, proposal, answer)
        panel.open()


def place_words(case: Case, proposal: Proposal) -> str:
    """Where a spelling stands."""
    if proposal.kind == "testimonies":
        for testimony in case.testimonies:
            if testimony.id == proposal.id:
                said = people_words.testimony_words(testimony)
                return translate("people", "{0}, paragraph {1}").format(said, proposal.paragraph)
    for event in case.events:
        if event.id == proposal.id:
            return people_words.event_words(event)
    return next((isolated(document.title) for document in case.documents if document.id == proposal.id), "")
