"""How a testimony was taken: the interview around it, every answer of it, in one dialog made from one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.case import Case, Interview, PersonPart, Testimony, Translation
from app.domain.plain import from_plain, to_plain
from app.domain.vocabulary import RECORD_KINDS, ROLES, SEXUAL_VIOLENCE, YES_NO
from app.errors import UserError
from app.services import work
from app.services.values import CaseStore
from ui import vocabulary
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.pages.kept_form import KeptForm
from ui.pages.testimony_dialogs import person_rows
from ui.pages.testimony_lines import LinesEditor, PausesEditor
from ui.widgets.date_editor import DateEditor
from ui.widgets.dialogs import Panel
from ui.widgets.editing import Editor
from ui.widgets.editors import AnswerEditor, LineEditor, NumberEditor, TextEditor
from ui.widgets.fields import Choice, FieldRow
from ui.widgets.words import words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Fact:
    """One answer about the interview: its key in the record, its label, and how it is given."""

    key: str
    label: str
    kind: str


def _facts() -> tuple[tuple[str, tuple[_Fact, ...]], ...]:
    """All answers in the order in which they come up at the table, in groups."""
    tr = translate
    return (
        (
            tr("TestimonyFacts", "When, where, who"),
            (
                _Fact("date", tr("TestimonyFacts", "Taken on"), "date"),
                _Fact("start", tr("TestimonyFacts", "Began at"), "time"),
                _Fact("end", tr("TestimonyFacts", "Ended at"), "time"),
                _Fact("breaks", tr("TestimonyFacts", "Breaks"), "number"),
                _Fact("pauses", tr("TestimonyFacts", "Pauses, from and to"), "pauses"),
                _Fact("place", tr("TestimonyFacts", "Place"), "place"),
                _Fact("language", tr("TestimonyFacts", "Spoken language"), "language"),
                _Fact("dialect", tr("TestimonyFacts", "Dialect"), "line"),
                _Fact("interpreter", tr("TestimonyFacts", "Interpreter"), "person"),
                _Fact("interpreter_relation", tr("TestimonyFacts", "Interpreter’s relation to the witness"), "line"),
                _Fact("interpreter_checked", tr("TestimonyFacts", "Understanding with the interpreter was tested"), "yesno"),
                _Fact("confidentiality_signed", tr("TestimonyFacts", "Interpreter signed confidentiality"), "yesno"),
                _Fact("client_objected", tr("TestimonyFacts", "The witness objected to somebody present"), "yesno"),
            ),
        ),
        (
            tr("TestimonyFacts", "How it was"),
            (
                _Fact("rights_explained", tr("TestimonyFacts", "Rights and confidentiality explained"), "yesno"),
                _Fact("private", tr("TestimonyFacts", "In private"), "yesno"),
                _Fact("observed_by", tr("TestimonyFacts", "Observed by"), "line"),
                _Fact("restraints", tr("TestimonyFacts", "Restraints"), "line"),
                _Fact("recorded", tr("TestimonyFacts", "Sound was recorded"), "bool"),
                _Fact("stop_signal", tr("TestimonyFacts", "Signal to stop"), "line"),
                _Fact("support_person", tr("TestimonyFacts", "Support person"), "line"),
                _Fact("vulnerabilities", tr("TestimonyFacts", "Vulnerabilities and what was done"), "text"),
                _Fact("topics_closed", tr("TestimonyFacts", "Not to be asked about, one a line"), "lines"),
                _Fact("aftercare", tr("TestimonyFacts", "Care afterwards"), "text"),
                _Fact("sexual_violence", tr("TestimonyFacts", "Sexual violence"), "sexual"),
            ),
        ),
        (
            tr("TestimonyFacts", "Before this"),
            (
                _Fact("told_before", tr("TestimonyFacts", "Told how often before"), "number"),
                _Fact("earlier_accounts", tr("TestimonyFacts", "Earlier accounts, to whom"), "text"),
                _Fact("taken_on_paper", tr("TestimonyFacts", "Taken on paper first"), "bool"),
                _Fact("entered_on", tr("TestimonyFacts", "Entered here on"), "date"),
            ),
        ),
    )


def interview_labels() -> dict[str, str]:
    """What each answer about an interview is called."""
    return {fact.key: fact.label for _, facts in _facts() for fact in facts}


class TestimonyFacts(Panel):
    """Edits ``Testimony.interview`` and how the words were written down."""

    __test__ = False  # a dialog, whatever its name looks like to a test runner

    def __init__(self, look: Look, parent: QWidget, desk: Desk, testimony: Testimony) -> None:
        super().__init__(
            look,
            parent,
            translate("TestimonyFacts", "How it was taken: {0}").format(vocabulary.language(testimony.lang)),
            translate("TestimonyFacts", "Save"),
            lead=translate("TestimonyFacts", "None of this is exported, but for the date and that there was an interpreter."),
            width=620,
        )
        self.desk, self.testimony = desk, testimony
        self._case, self._answers = desk.case, testimony
        self.record = Choice(
            look,
            self.tr("Written down"),
            vocabulary.rows(RECORD_KINDS, vocabulary.record_kind, self.tr("not recorded")),
            testimony.record or "",
        )
        self.body.addWidget(FieldRow(look, self.tr("Written down"), self.record, above=True))
        self.by = Choice(look, self.tr("Translated by"), person_rows(desk.case, self.tr("not recorded")), self._translator())
        if testimony.translation_of:
            self.body.addWidget(FieldRow(look, self.tr("Translated by"), self.by, above=True))
        plain: dict[str, Any] = to_plain(testimony.interview) if testimony.interview else {}
        self.editors: dict[str, Editor] = {}
        for heading, facts in _facts():
            self.body.addSpacing(look.px(8))
            self.body.addWidget(words(heading, "section"))
            for fact in facts:
                editor = self._editor(fact)
                row = FieldRow(look, fact.label, editor, above=True)
                editor.stand_in(row)
                editor.load(plain.get(fact.key))
                self.editors[fact.key] = editor
                self.body.addWidget(row)
        self.body.addSpacing(look.px(8))
        self.body.addWidget(words(self.tr("Who was present"), "section"))
        self.present: dict[str, Choice] = {}
        before = testimony.interview.present if testimony.interview else ()
        for person in desk.case.people:
            rows = vocabulary.rows(ROLES, vocabulary.role, self.tr("not present"))
            choice = Choice(look, person.names[0].text, rows, self._part(before, person.id))
            self.present[person.id] = choice
            self.body.addWidget(FieldRow(look, person.names[0].text, choice, above=True))
        self.record.setFocus()
        others = {f"present {key}": choice for key, choice in self.present.items()}
        KeptForm(
            self, desk, f"testimonies:{testimony.id}:taken", {"record": self.record, "by": self.by, **self.editors, **others}
        )

    @staticmethod
    def _part(present: Sequence[PersonPart], person_id: str) -> str:
        """The part somebody had, the first where it was more than one; "" for none."""
        return next((part.as_ or "other" for part in present if part.person == person_id), "")

    def _translator(self) -> str:
        return (self.testimony.translation.by or "") if self.testimony.translation else ""

    def _editor(self, fact: _Fact) -> Editor:
        look, none = self.look, self.tr("not recorded")
        if fact.kind == "date":
            return DateEditor(look, fact.label)
        if fact.kind == "yesno":
            return AnswerEditor(look, fact.label, vocabulary.rows(YES_NO, vocabulary.yes_no, self.tr("not asked")), listed=True)
        if fact.kind == "bool":
            return _YesEditor(
                look, fact.label, [("", none), ("yes", vocabulary.yes_no("yes")), ("no", vocabulary.yes_no("no"))]
            )
        if fact.kind == "number":
            return NumberEditor(look, fact.label)
        if fact.kind == "text":
            return TextEditor(look, fact.label, long=True, lines=2)
        if fact.kind == "lines":
            return LinesEditor(look, fact.label)
        if fact.kind == "pauses":
            return PausesEditor(look, fact.label)
        if fact.kind == "time":
            return LineEditor(look, fact.label, hint="14:05")
        rows = {
            "person": person_rows(self._case, none),
            "place": [("", none), *((place.id, place.names[0].text) for place in self._case.places)],
            "language": vocabulary.rows(vocabulary.LANGUAGES, vocabulary.language, none),
            "sexual": vocabulary.rows(SEXUAL_VIOLENCE, sexual_violence, none),
        }
        if fact.kind in rows:
            return AnswerEditor(look, fact.label, rows[fact.kind], listed=True)
        return LineEditor(look, fact.label)

    def take_step(self) -> None:
        faults = [fault for editor in self.editors.values() for fault in editor.faults()]
        if faults:
            faults[0].setFocus()
            return
        self.go.setEnabled(False)
        self._answers = self.value()
        self.desk.run(self, self._save, lambda _case: self.accept(), self._refused)

    def _save(self, store: CaseStore) -> Case:
        # The words may have been saved since the dialog was opened: only what it asks about is put into what stands.
        held = next((t for t in work.case_of(store).testimonies if t.id == self._answers.id), self._answers)
        told = replace(
            held, interview=self._answers.interview, record=self._answers.record, translation=self._answers.translation
        )
        return work.save_many(store, [("testimonies", told)])

    def value(self) -> Testimony:
        """The testimony with the answers as they stand."""
        plain: dict[str, Any] = to_plain(self.testimony.interview) if self.testimony.interview else {}
        for key, editor in self.editors.items():
            held = editor.value()
            if held is None:
                plain.pop(key, None)
            else:
                plain[key] = held
        interview = from_plain(Interview, plain)
        before = interview.present
        answers = {person_id: choice.value for person_id, choice in self.present.items()}
        kept = [p for p in before if p.person not in answers or answers[p.person] == self._part(before, p.person)]
        present: list[PersonPart] = []
        for part in before:  # in the order on record; who has another part now stands where the first one stood
            if part in kept:
                present.append(part)
            elif answers[part.person] and all(p.person != part.person for p in present):
                present.append(PersonPart(part.person, answers[part.person]))
        known = {part.person for part in before}
        present += [PersonPart(person_id, part) for person_id, part in answers.items() if part and person_id not in known]
        interview = replace(interview, present=tuple(present))
        translation = self.testimony.translation
        if (self.by.value or None) != (translation.by if translation else None):
            translation = replace(translation or Translation(), by=self.by.value or None)
        return replace(
            self.testimony,
            interview=None if interview == Interview() else interview,
            record=self.record.value or None,
            translation=None if translation == Translation() else translation,
        )

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        for spot in error.spots:
            key = spot.path.rsplit(".", 1)[-1]
            if key in self.editors:
                self.editors[key].tell(error.reasons[0] if error.reasons else "", "circle-alert", "attention")
        self.say(told(error))


class _YesEditor(AnswerEditor):
    """Yes or no, where the record holds true or false."""

    def put(self, value: Any) -> None:
        super().put({True: "yes", False: "no"}.get(value, ""))

    def read(self) -> Any:
        return {"yes": True, "no": False}.get(super().read() or "")


def sexual_violence(key: str) -> str:
    """How the subject was dealt with."""
    return {
        "not-raised": translate("vocabulary", "not raised"),
        "opted-in": translate("vocabulary", "the witness chose to speak of it"),
        "declined": translate("vocabulary", "did not wish to speak of it"),
        "left-to-specialist": translate("vocabulary", "left to a specialist"),
    }.get(key, key)
