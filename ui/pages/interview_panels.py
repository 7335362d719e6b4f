"""What is asked before an interview begins: who is at the table, and whether the witness agrees to the talk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.case import Case, Consent, Interview, Name, Person, Testimony
from app.domain.vocabulary import CONSENT_METHODS
from app.errors import UserError
from app.services import consenting, interview
from app.services.interview import INTERPRETER, INTERVIEWERS, WITNESS, save_interview
from app.services.values import CaseStore
from app.services.work import new_id
from ui import vocabulary
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.pages import consent_words
from ui.pages.kept_form import KeptForm
from ui.pages.testimony_lines import LinesEditor
from ui.widgets.dialogs import Panel
from ui.widgets.editing import Editor
from ui.widgets.editors import AnswerEditor, NumberEditor
from ui.widgets.fields import Choice, FieldRow, LineField, Tick
from ui.widgets.words import words

translate = QCoreApplication.translate

_NEW = "\0new"


class _Seat:
    """One place at the table: somebody on record, nobody, or somebody new by name."""

    def __init__(self, look: Look, label: str, rows: Sequence[tuple[str, str]], chosen: str, new: str, name: str) -> None:
        self.choice = Choice(look, label, [*rows, (_NEW, new)], chosen)
        self.name = LineField(name)
        self.row = FieldRow(look, label, self.choice, above=True)
        self.name_row = FieldRow(look, name, self.name, above=True)
        self.choice.currentIndexChanged.connect(lambda _row: self.arrange())
        self.arrange()

    def arrange(self) -> None:
        """The name is asked for only where somebody is new."""
        self.name_row.setVisible(self.choice.value == _NEW)

    def missing(self) -> bool:
        """Whether somebody is new and has no name; said below the field."""
        missing = self.choice.value == _NEW and not self.name.text().strip()
        if missing:
            text = translate("Presence", "Write how they are called; a description will do.")
            self.name_row.say(text, "circle-alert", "attention")
            self.name.setFocus()
        return missing


class Presence(Panel):
    """Who is present and as what, what is not to be asked about, how often it was told before."""

    def __init__(self, look: Look, parent: QWidget, desk: Desk, testimony: Testimony) -> None:
        super().__init__(
            look,
            parent,
            translate("Presence", "Who is present?"),
            translate("Presence", "Record it"),
            lead=translate("Presence", "The witness is. Nobody else has to be named here by more than they wish."),
            width=560,
        )
        self.desk, self.testimony = desk, testimony
        held = testimony.interview or Interview()
        people = interview.at_the_table(desk.case, testimony.person)
        parts = {part.person: part.as_ or "other" for part in held.present}
        self._build_seats(look, people, parts, held)
        seated = {self.interviewer.choice.value, self.interpreter.choice.value, testimony.person}
        self.others = {  # whoever is on record as present stays in sight, whatever else they are
            person.id: Tick(look, f"{person.names[0].text}, {vocabulary.role(parts[person.id])}", True)
            for person in desk.case.people
            if person.id in parts and person.id not in seated
        }
        for tick in self.others.values():
            self.body.addWidget(tick)
        self.editors: dict[str, Editor] = {
            "topics_closed": LinesEditor(look, self.tr("Not to be asked about, one a line")),
            "told_before": NumberEditor(look, self.tr("Told how often before")),
        }
        for key, note in (
            ("topics_closed", self.tr("Subjects that the witness does not want opened. They stay in sight.")),
            ("told_before", self.tr("To the police, a lawyer, a doctor, a court. 0 is the first time.")),
        ):
            editor = self.editors[key]
            row = FieldRow(look, editor.name, editor, above=True)
            editor.stand_in(row, note)
            value = getattr(held, key)
            editor.load(list(value) if isinstance(value, tuple) else value)
            self.body.addWidget(row)
        self.interviewer.choice.setFocus()
        seats = {"interviewer": self.interviewer, "interpreter": self.interpreter, "also": self.also}
        fields: dict[str, QWidget] = {key: seat.choice for key, seat in seats.items()}
        fields |= {f"{key} name": seat.name for key, seat in seats.items()}
        fields |= {f"other {key}": tick for key, tick in self.others.items()}
        KeptForm(self, desk, f"testimonies:{testimony.id}:present", {**fields, **self.editors})

    def _build_seats(self, look: Look, people: Sequence[Person], parts: dict[str, str], held: Interview) -> None:
        def rows(of: Sequence[Person], none: str) -> list[tuple[str, str]]:
            return [("", none), *((person.id, person.names[0].text) for person in of)]

        asking = next((part.person for part in held.present if part.as_ in INTERVIEWERS), "")
        through = held.interpreter or next((part.person for part in held.present if part.as_ == INTERPRETER), "")
        asks = [person for person in people if set(person.roles) & set(INTERVIEWERS) or person.id == asking]
        interprets = [person for person in people if INTERPRETER in person.roles or person.id == through]
        if not parts and len(asks) == 1:
            asking = asks[0].id
        rest = [person for person in people if person.id not in parts and WITNESS not in person.roles]
        name = self.tr("Name")
        self.interviewer = _Seat(
            look, self.tr("Asked by"), rows(asks, self.tr("not recorded")), asking, self.tr("Someone new…"), name
        )
        self.interpreter = _Seat(
            look, self.tr("Interpreter"), rows(interprets, self.tr("nobody")), through, self.tr("Someone new…"), name
        )
        self.also = _Seat(look, self.tr("Also present"), rows(rest, self.tr("nobody else")), "", self.tr("Someone new…"), name)
        for seat in (self.interviewer, self.interpreter, self.also):
            self.body.addWidget(seat.row)
            self.body.addWidget(seat.name_row)

    def take_step(self) -> None:
        seats = (self.interviewer, self.interpreter, self.also)
        faults = [fault for editor in self.editors.values() for fault in editor.faults()]
        if any(seat.missing() for seat in seats) or faults:
            return
        self.go.setEnabled(False)
        held = self.testimony.interview or Interview()
        roles = {person.id: person.roles for person in self.desk.case.people}
        roles |= {part.person: (part.as_,) for part in held.present if part.as_ in INTERVIEWERS}
        others = [key for key, tick in self.others.items() if tick.isChecked()]
        topics = tuple(self.editors["topics_closed"].value() or ())
        before = self.editors["told_before"].value()
        witness, testimony = self.testimony.person, self.testimony
        answered = [(seat.choice.value, seat.name.text().strip()) for seat in seats]

        def change(store: CaseStore) -> Case:
            made: list[tuple[str, object]] = []
            seated: list[str | None] = []
            for (value, name), role in zip(answered, ("advocate", INTERPRETER, "other"), strict=True):
                if value == _NEW:
                    entry = new_id(store, "people", [str(getattr(one, "id", "")) for _, one in made])
                    made.append(("people", Person(entry, (Name(name),), roles=(role,))))
                    seated.append(entry)
                else:
                    seated.append(value or None)
            asking, through, also = seated
            role = next((role for role in roles.get(asking or "", ()) if role in INTERVIEWERS), "advocate")

            def filled(held: Interview | None) -> Interview:
                out = interview.with_present(
                    held, witness, (asking, role) if asking else None, through, [*others, *([also] if also else [])]
                )
                return interview.with_answers(out, topics, before)

            return save_interview(store, testimony, filled, made)

        self.desk.run(self, change, lambda _case: self.accept(), self._refused)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))


class TalkConsent(Panel):
    """Whether the witness agrees to the talk, to notes, to sound and pictures: each by itself, asked before anything else."""

    def __init__(self, look: Look, parent: QWidget, desk: Desk, testimony: Testimony) -> None:
        super().__init__(
            look,
            parent,
            translate("TalkConsent", "Does the witness agree?"),
            translate("TalkConsent", "Record it"),
            lead=translate(
                "TalkConsent",
                "Say what the talk is for, who will read it, and that it can be stopped at any time without a reason. "
                "A refusal is an answer like any other.",
            ),
            width=600,
        )
        self.desk, self.testimony = desk, testimony
        states = interview.talk_states(desk.case, testimony.person, dt.date.today())
        rows = [("yes", self.tr("agrees")), ("no", self.tr("does not wish it")), ("", self.tr("not asked"))]
        held = {consenting.GRANTED: "yes", consenting.REFUSED: "no"}
        self.editors: dict[str, AnswerEditor] = {}
        for purpose in consenting.TALK:
            editor = AnswerEditor(look, vocabulary.purpose(purpose), rows)
            row = FieldRow(look, vocabulary.purpose(purpose), editor, width=132)
            state = states.get(purpose, "")
            # What was taken back or ran out is said: it is to be asked anew, not to be taken for never asked.
            note = "" if state in (*held, consenting.NOT_ASKED) else consent_words.state(state, "")
            editor.stand_in(row, note)
            editor.load(held.get(state))
            self.editors[purpose] = editor
            self.body.addWidget(row)
        self.body.addWidget(words(self.tr("How it was asked"), "section"))
        self.method = Choice(
            look,
            self.tr("How it was answered"),
            vocabulary.rows(CONSENT_METHODS, vocabulary.consent_method, self.tr("not recorded")),
            "oral",
        )
        self.body.addWidget(FieldRow(look, self.tr("Answered"), self.method, width=132))
        self.explained = Tick(look, self.tr("What it is for and its risks were explained"))
        self.limits = Tick(look, self.tr("Told that it can be stopped and taken back at any time"))
        self.body.addWidget(self.explained)
        self.body.addWidget(self.limits)
        self.editors["interview"].setFocus()
        fields: dict[str, QWidget] = {**self.editors, "method": self.method}
        KeptForm(
            self,
            desk,
            f"testimonies:{testimony.id}:agreed",
            {**fields, "explained": self.explained, "limits": self.limits},
        )

    def take_step(self) -> None:
        if not self.editors["interview"].value():
            text = self.tr("Choose the answer; a refusal is one too.")
            self.editors["interview"].tell(text, "circle-alert", "attention")
            self.editors["interview"].setFocus()
            return
        given = {purpose: editor.value() == "yes" for purpose, editor in self.editors.items() if editor.value()}
        held = self.testimony.interview or Interview()
        around = Consent(
            "",
            self.testimony.person,
            "interview",
            consenting.TALK_RECIPIENT,
            "none",
            dt.date.today().isoformat(),
            method=self.method.value or None,
            language=held.language or self.testimony.lang,
            explained=self.explained.isChecked() or None,
            interpreter=held.interpreter,
            told_limits="yes" if self.limits.isChecked() else None,
        )
        case, person = self.desk.case, self.testimony.person
        self.go.setEnabled(False)

        def make(fresh: Callable[[str], str]) -> list[tuple[str, object]]:
            return interview.answers(case, person, given, around, fresh)

        if not interview.answers(case, person, given, around, lambda kind: kind):
            self.accept()  # all of it stands on record so already
            return
        self.desk.create(self, make, lambda _case: self.accept(), self._refused)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))
