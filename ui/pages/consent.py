"""Consent: for each person what may be used for what, by whom and under which identity; to grant, refuse and take back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case import Case, Consent
from app.errors import UserError
from app.services import consenting, history, withdrawing
from app.services.consenting import COLUMNS, TALK, TALK_RECIPIENT, Answer, Gate
from app.services.withdrawing import Withdrawal
from ui import vocabulary
from ui.page import Around, Hints, Page
from ui.pages import consent_words
from ui.pages.consent_detail import ConsentDetail
from ui.pages.consent_grant import Asked, GrantPanel
from ui.pages.consent_matrix import ConsentMatrix
from ui.pages.consent_people import PersonChooser
from ui.pages.consent_withdraw import WithdrawPanel, after_words
from ui.pages.consent_words import translate
from ui.undoing import offer_undo
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.dialogs import Panel
from ui.widgets.flow import Flow
from ui.widgets.scrolled import Scrolled
from ui.widgets.words import PLAIN, Hairline, Icon, words

#: Below this width (at 100 %) the chosen question stands below the matrix.
_BESIDE, _DETAIL = 900, 300


class ConsentPage(Page):
    """The matrix at the left, the chosen question at the right. ``person`` is the id of who is asked."""

    key = "consent"
    icon = "handshake"

    @classmethod
    def label(cls) -> str:
        return translate("consent", "Consent")

    def __init__(self, around: Around) -> None:
        super().__init__(around, self.label(), margins=False)
        self.person, self.talking = "", False
        self.panel: Panel | None = None
        self._opening = False
        self._sent: tuple[history.Disclosed, ...] = ()
        self._answers: tuple[Answer, ...] = ()
        self.grant_button = KeyButton(self.look, self.tr("Record an answer…"), "Ctrl+G", icon="plus", parent=self)
        self.grant_button.clicked.connect(lambda _on=False: self.grant())
        self.withdraw_button = KeyButton(self.look, self.tr("Withdraw…"), "Ctrl+W", icon="undo-2", parent=self)
        self.withdraw_button.clicked.connect(self.withdraw)
        for button in (self.grant_button, self.withdraw_button):
            self.head.addWidget(button)
        self._build()
        offer_undo(self)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.explain)
        self.refresh()

    def _build(self) -> None:
        look = self.look
        self.left = Scrolled(look, margins=(32, 0, 20, 16), spacing=8)
        self.people = PersonChooser(look)
        self.people.chosen.connect(self._choose_person)
        self.matrix = ConsentMatrix(look, self.label())
        self.matrix.chosen.connect(self._choose_cell)
        self.matrix.opened.connect(self.ask)
        self.matrix.turned.connect(self._say_more)
        self.more_button = KeyButton(look, self.tr("More recipients"), "Ctrl+M", kind=QUIET, icon="chevron-right", height=32)
        self.more_button.clicked.connect(self._more)
        self.more_note = words("", "note", wrap=True)
        self.talk_note = words("", "note", wrap=True)
        self.gates_note = words("", "note", wrap=True)
        self.talk_button = KeyButton(look, self.tr("Show the talk"), "Ctrl+T", kind=QUIET, icon="mic-off", height=32)
        self.talk_button.clicked.connect(self.show_talk)
        self.empty = words(
            self.tr("Nobody is on record yet. Add the witness on the page People & places first."), "quiet", wrap=True
        )
        self.left.column.addWidget(self.empty)
        self.left.column.addWidget(self.people)
        self.left.column.addWidget(self.matrix)
        more = Flow(look, self.left.inner, spacing=16)
        more.add(self.more_button)
        more.add(self.talk_button)
        self.left.column.addWidget(more)
        first = self.tr("What is not granted is refused. A refusal never stops the work.   — does not apply")
        self._note_rows: list[QWidget] = []
        self.more_row = QWidget(self.left.inner)
        for icon, note, box in (
            ("info", words(first, "note", wrap=True), QWidget(self.left.inner)),
            ("mic-off", self.talk_note, QWidget(self.left.inner)),
            ("file-output", self.gates_note, QWidget(self.left.inner)),
            ("ellipsis", self.more_note, self.more_row),
        ):
            row = QHBoxLayout(box)
            look.pad(row, box, (0, 0, 0, 0), 8)
            row.addWidget(Icon(look, icon, "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(note, 1)
            self.left.column.addWidget(box)
            self._note_rows.append(box)
        self.detail = ConsentDetail(look)
        self.detail.ask.connect(self.ask)
        self.detail.correct.connect(self.correct)
        self.detail.versions.connect(self._versions)
        self.side = Scrolled(look, margins=(20, 0, 24, 8))
        self._upright = Hairline(look, upright=True)
        self._below = QVBoxLayout()
        self.left.column.addLayout(self._below)
        self.left.column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(self._upright)
        row.addWidget(self.side)
        self.body.addLayout(row, 1)
        look.fit(self, self._arrange)

    def hints(self) -> Hints:
        return (
            (("Left", "Up", "Down", "Right"), self.tr("move")),
            (("Return",), self.tr("ask")),
            (("Ctrl+E",), self.tr("correct")),
            (("Ctrl+Z",), self.tr("undo")),
            (("F1",), self.tr("what each purpose means")),
        )

    def primary(self) -> QWidget | None:
        return self.matrix if self.person else None

    # --- showing ---

    def refresh(self) -> None:
        """The case changed: everything follows; the chosen person and question stay."""
        case = self.desk.case
        if all(one.id != self.person for one in case.people):
            self.person = next((one.id for one in consenting.people(case)), "")
        self.people.show_people(case, self.person)
        for widget in (self.people, self.matrix, self.more_button, self.talk_button, self.detail, *self._note_rows):
            widget.setVisible(bool(self.person))
        self.empty.setVisible(not self.person)
        self.grant_button.setEnabled(bool(self.person))
        self.withdraw_button.setEnabled(bool(self.person))
        self._show_person()
        self._ask_gates()
        case_id = self.desk.case_id
        self.tasks.query(self, lambda vault: history.disclosures(vault.store(case_id)), self._take_sent)

    def show_entry(self, entry_id: str) -> None:
        """Open a person's consents, or one consent."""
        held = next((one for one in self.desk.case.consents if one.id == entry_id), None)
        person = held.person if held is not None else entry_id
        if any(one.id == person for one in self.desk.case.people):
            self.people.choose(person)
            self._choose_person(person)
        if held is not None and held.purpose in TALK:
            self.show_talk()
        elif held is not None:
            column = next(number for number, held_by in enumerate(COLUMNS) if held.recipient in held_by)
            self.matrix.choose(consenting.ROWS.index(held.purpose), column)

    def _choose_person(self, person: str) -> None:
        self.person = person
        self.notice.clear()
        self._show_person()

    def _show_person(self) -> None:
        case, today = self.desk.case, dt.date.today()
        if not self.person:
            return
        self.matrix.show_rows(consenting.matrix(case, self.person, today))
        self.talk_note.setText(consent_words.talk(consenting.talk(case, self.person, today)))
        self.withdraw_button.setEnabled(bool(consenting.standing(case, self.person, today)))
        self._say_more()
        self._show_question()

    def _choose_cell(self) -> None:
        self.talking = False
        self._show_question()
        index = self.matrix.currentIndex()
        if index.isValid():
            row = self.matrix.visualRect(index).translated(0, self.matrix.horizontalHeader().height())
            at = self.matrix.mapTo(self.left.inner, row.center())
            self.left.ensureVisible(at.x(), at.y(), 0, row.height())

    def show_talk(self) -> None:
        """Show the talk itself at the right: what was agreed of sound, video and notes."""
        self.talking = True
        self._show_question()
        if self.detail.ask_button is not None:
            self.detail.ask_button.setFocus()

    def _show_question(self) -> None:
        case, cell = self.desk.case, self.matrix.cell
        if self.talking:
            self._answers = consenting.talk(case, self.person, dt.date.today())
            title, note = self.tr("The talk itself"), self.tr("Recipients do not apply: it concerns the talk and its record.")
        elif cell is not None:
            self._answers = cell.answers
            asked = tuple(one.recipient for one in cell.answers) or cell.column
            title, note = consent_words.question(cell.purpose, asked), consent_words.meaning(cell.purpose)
        else:
            return
        self.detail.show_answers(case, self.person, title, note, self._answers, self._sent)
        self.side.verticalScrollBar().setValue(0)

    def _take_sent(self, sent: tuple[history.Disclosed, ...]) -> None:
        if sent != self._sent:
            self._sent = sent
            self._show_question()

    def _more(self) -> None:
        self.matrix.turn()
        self.matrix.setFocus()

    def _say_more(self) -> None:
        """What is on record for recipients that are out of sight just now."""
        at, count = self.matrix.pages
        model = self.matrix.model_
        self.more_button.setVisible(count > 1 and bool(self.person))
        self.more_button.set_words(self.tr("More recipients") if at + 1 < count else self.tr("Back to the first"))
        hidden = []
        for row in model.rows:
            for number, cell in enumerate(row.cells):
                if not model.first <= number < model.first + model.count and any(a.consent is not None for a in cell.answers):
                    hidden.append(consent_words.cell(cell))
        self.more_note.setText(self.tr("Also on record, under other recipients: {0}.").format("; ".join(hidden)))
        self.more_row.setVisible(bool(hidden))

    def _ask_gates(self) -> None:
        case, today = self.desk.case, dt.date.today()

        def take(found: tuple[Gate, ...]) -> None:
            if self.desk.case is case:
                self.gates_note.setText(consent_words.gates(case, found))

        self.tasks.compute(self, lambda _progress, _stopping: consenting.gates(case, today), take)

    def _versions(self, consent_id: str) -> None:
        case_id = self.desk.case_id
        self.tasks.query(
            self,
            lambda vault: history.earlier(vault.store(case_id), "consents", consent_id),
            lambda found: self.detail.show_versions(consent_id, found),
        )

    def explain(self) -> None:
        """What each purpose means, in words for a client."""
        panel = Panel(self.look, self, self.tr("What each purpose means"), self.tr("Close"), width=620)
        area = Scrolled(self.look, margins=(0, 0, 12, 0), spacing=4)
        for purpose in (*consenting.ROWS, *TALK):
            area.column.addWidget(words(vocabulary.purpose(purpose), "strong", wrap=True))
            area.column.addWidget(words(consent_words.meaning(purpose), wrap=True))
            area.column.addSpacing(self.look.px(8))
        panel.body.addWidget(area)
        panel.cancel.hide()
        area.setMinimumHeight(min(self.look.px(440), max(self.height() - self.look.px(200), self.look.px(140))))
        panel.open()

    # --- recording ---

    def ask(self) -> None:
        """Ask the chosen question, or ask it again."""
        if self.talking:
            self.grant(TALK, (TALK_RECIPIENT,))
            return
        cell = self.matrix.cell
        if cell is not None:
            self.grant((cell.purpose,), tuple(one.recipient for one in cell.answers) or cell.column)

    def grant(self, purposes: Sequence[str] = (), recipients: Sequence[str] = ()) -> None:
        """Record one answer for several purposes and recipients."""
        case, person = self.desk.case, self.person
        mine = [one for one in case.consents if one.person == person]
        likely = []
        if mine:
            likely = [(key, str(getattr(mine[-1], key))) for key in ("language", "interpreter") if getattr(mine[-1], key)]
        asked = Asked(tuple(purposes), tuple(recipients), tuple(likely))
        place = f"consents:new:{person}"

        def save(made: Sequence[Consent], done: Callable[[Case], None], failed: Callable[[UserError], None]) -> None:
            def make(fresh: Callable[[str], str]) -> list[tuple[str, object]]:
                return [("consents", replace(one, id=fresh("consents"))) for one in made]

            self.desk.create(self, make, partial(self._recorded, made[0], done), failed, draft=place)

        self._open(place, lambda draft: GrantPanel(self.look, self, case, person, asked, save, draft))

    def correct(self, consent_id: str) -> None:
        """Put right what was recorded wrongly."""
        case = self.desk.case
        held = next((one for one in case.consents if one.id == consent_id), None)
        if held is None:
            return
        place = f"consents:{consent_id}"

        def save(made: Sequence[Consent], done: Callable[[Case], None], failed: Callable[[UserError], None]) -> None:
            self.desk.save(self, [("consents", one) for one in made], done, failed, draft=place)

        self._open(place, lambda draft: GrantPanel(self.look, self, case, self.person, Asked(consent=held), save, draft))

    def withdraw(self) -> None:
        """Take grants back; the chosen question is chosen first."""
        case, person = self.desk.case, self.person
        held = consenting.standing(case, person, dt.date.today())
        if not held:
            return
        chosen = [(one.purpose, one.recipient) for one in self._answers]
        place = f"consents:withdraw:{person}"

        def save(
            taken: Sequence[Consent], said: Withdrawal, done: Callable[[Case], None], failed: Callable[[UserError], None]
        ) -> None:
            made = partial(self._taken_back, said.outcome, done)
            self.desk.create(self, lambda fresh: withdrawing.withdrawn(case, taken, said, fresh), made, failed, draft=place)

        self._open(place, lambda draft: WithdrawPanel(self.look, self, case, person, held, chosen, self._sent, save, draft))

    def _taken_back(self, outcome: str, done: Callable[[Case], None], case: Case) -> None:
        done(case)
        head, body = after_words(case, outcome)
        if head:
            self.notice.say(head, body, kind=PLAIN, icon="undo-2")

    def _open(self, place: str, make: Callable[[str], GrantPanel | WithdrawPanel]) -> None:
        """Open a dialog with what was typed in it before."""
        if self._opening or self.panel is not None or not self.person:
            return
        self._opening = True

        def show(draft: str | None) -> None:
            self._opening = False
            self.notice.clear()
            panel = make(draft or "")
            self.panel = panel
            panel.typed.connect(lambda text: self.desk.draft(place, text))
            panel.rejected.connect(lambda: self._put_away(panel))
            panel.finished.connect(self._closed)
            panel.open()

        self.desk.read_draft(self, place, show)

    def _put_away(self, panel: GrantPanel | WithdrawPanel) -> None:
        if panel.touched:
            panel.keep()
            self.notice.say(
                self.tr("Not saved, and kept as you left it. The same button goes on with it."), kind=PLAIN, icon="pencil"
            )

    def _closed(self) -> None:
        self.panel = None
        self.matrix.setFocus()

    def _recorded(self, first: Consent, done: Callable[[Case], None], case: Case) -> None:
        done(case)
        stored = [one for one in case.consents if replace(one, id="") == replace(first, id="")]
        if stored:
            self.show_entry(stored[-1].id)

    def flush(self) -> None:
        if isinstance(self.panel, GrantPanel | WithdrawPanel):
            self.panel.keep()

    # --- room ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = self.look
        beside = self.width() >= look.px(_BESIDE)
        self._upright.setVisible(beside)
        self.side.setVisible(beside)
        self.side.setFixedWidth(look.px(_DETAIL))
        target = self.side.column if beside else self._below
        if target.indexOf(self.detail) < 0:
            target.addWidget(self.detail)
            self.detail.setVisible(bool(self.person))
