"""The dialogs of the testimony page: beginning one, and why words that were read back are corrected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.case import Case, Interview, Name, Person, Testimony, Translation
from app.domain.vocabulary import is_language
from app.errors import UserError
from ui import vocabulary
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.page import Page
from ui.pages.kept_form import KeptForm
from ui.pages.testimony_column import TestimonyColumn
from ui.pages.testimony_drafts import why_of
from ui.widgets.buttons import KeyButton
from ui.widgets.date_editor import DateEditor
from ui.widgets.dialogs import Panel
from ui.widgets.fields import Choice, FieldRow, LineField
from ui.widgets.flow import Flow
from ui.widgets.words import PLAIN, words

translate = QCoreApplication.translate

_NEW, _OTHER = "\0new", "\0other"


def person_rows(case: Case, none: str | None = None) -> list[tuple[str, str]]:
    """The people on record for a choice, the witness first."""
    people = sorted(case.people, key=lambda person: "witness" not in person.roles)
    rows = [(person.id, person.names[0].text) for person in people]
    return rows if none is None else [("", none), *rows]


def date_row(look: Look, label: str, value: str | None) -> tuple[DateEditor, FieldRow]:
    """A date that is typed as people say it, with how it was understood below."""
    editor = DateEditor(look, label, hint=translate("TestimonyDialogs", "today, 14 June 2021, about May 2020…"))
    row = FieldRow(look, label, editor, above=True)
    editor.stand_in(row)
    editor.load(value)
    return editor, row


class NewTestimony(Panel):
    """Whose words, in which language, and whether they translate a testimony on record. ``made`` gets the new id."""

    def __init__(self, look: Look, parent: QWidget, desk: Desk, current: str, made: Callable[[str], None]) -> None:
        super().__init__(
            look, parent, translate("NewTestimony", "New testimony"), translate("NewTestimony", "Begin"), width=520
        )
        self.desk, self._made = desk, made
        case = desk.case
        self.person = Choice(
            look, self.tr("Whose words"), [*person_rows(case), (_NEW, self.tr("Someone new…"))], "" if case.people else _NEW
        )
        self.name = LineField(self.tr("Name of the witness"), hint=self.tr("as it is first written; more spellings later"))
        self.lang = Choice(
            look,
            self.tr("Language"),
            [*vocabulary.rows(vocabulary.LANGUAGES, vocabulary.language), (_OTHER, self.tr("Another…"))],
            case.case.languages[0] if case.case.languages else "en",
        )
        self.tag = LineField(self.tr("Language tag"), hint="ug, bo, kk, ti …")
        self.original = Choice(look, self.tr("Translates"), self._originals(case), "")
        self.date, self.date_row = date_row(look, self.tr("Taken on"), dt.date.today().isoformat())
        self.rows = {
            "person": FieldRow(look, self.tr("Whose words"), self.person, above=True),
            "name": FieldRow(look, self.tr("Name of the witness"), self.name, above=True),
            "lang": FieldRow(look, self.tr("Language of the words"), self.lang, above=True),
            "tag": FieldRow(look, self.tr("Its tag (BCP 47)"), self.tag, above=True),
            "original": FieldRow(look, self.tr("A translation of"), self.original, above=True),
        }
        for row in self.rows.values():
            self.body.addWidget(row)
        self.body.addWidget(self.date_row)
        for choice in (self.person, self.lang, self.original):
            choice.currentIndexChanged.connect(lambda _row: self._arrange())
        self.original.currentIndexChanged.connect(lambda _row: self._other_language())
        self.rows["original"].setVisible(len(case.testimonies) > 0)
        self._without_computer(parent)
        self._arrange()
        (self.name if self.person.value == _NEW else self.person).setFocus()
        choices = {"original": self.original, "person": self.person, "lang": self.lang}  # the first changes the others
        KeptForm(self, desk, "testimonies:new:form", {**choices, "name": self.name, "tag": self.tag, "date": self.date})

    def _without_computer(self, parent: QWidget) -> None:
        """Where no computer may be brought into the room: paper to print before, and what it says entered afterwards."""
        desk, made = self.desk, self._made
        notice = parent.notice if isinstance(parent, Page) else self.notice

        def enter() -> None:
            from ui.pages.testimony_paper import EnterPaper  # which takes some of this file

            self.reject()
            if not self.isVisible():
                EnterPaper(self.look, parent, desk, made).open()

        def print_it() -> None:
            from ui.paper_dialogs import PrintPaper

            self.reject()
            if not self.isVisible():
                say = partial(notice.say, kind=PLAIN, icon="check")
                PrintPaper(self.look, desk.tasks, parent, desk.case_id, desk.case.case, say).open()

        self.body.addWidget(words(self.tr("No computer in the room?"), "label"))
        row = Flow(self.look, self)
        self.from_paper = KeyButton(self.look, self.tr("Enter from paper…"), "Alt+P", height=32, parent=row)
        self.from_paper.clicked.connect(enter)
        self.to_paper = KeyButton(self.look, self.tr("Paper to print…"), "Alt+D", height=32, parent=row)
        self.to_paper.clicked.connect(print_it)
        row.add(self.from_paper)
        row.add(self.to_paper)
        self.body.addWidget(row)

    def _originals(self, case: Case) -> list[tuple[str, str]]:
        rows = [("", self.tr("nothing: this is how it was said"))]
        translated = {t.translation_of for t in case.testimonies}
        for number, testimony in enumerate(case.testimonies, 1):
            if testimony.translation_of is None and testimony.id not in translated:
                rows.append((testimony.id, self.tr("{0}. {1}").format(number, vocabulary.language(testimony.lang))))
        return rows

    def _arrange(self) -> None:
        self.rows["name"].setVisible(self.person.value == _NEW and not self.original.value)
        self.rows["tag"].setVisible(self.lang.value == _OTHER)
        self.rows["person"].setVisible(not self.original.value)
        self.adjustSize()

    def _other_language(self) -> None:
        """A translation is not in the language of its original: offer another of the case."""
        original = next((t for t in self.desk.case.testimonies if t.id == self.original.value), None)
        if original is not None and self.lang.value == original.lang:
            others = [lang for lang in (*self.desk.case.case.languages, "en") if lang != original.lang]
            self.lang.choose(others[0] if others else _OTHER)

    def take_step(self) -> None:
        lang = self.tag.text().strip() if self.lang.value == _OTHER else self.lang.value
        if not is_language(lang):
            wrong = self.tr("This is no language tag. “ug” is Uyghur, “bo” Tibetan.")
            self.rows["tag"].say(wrong, "circle-alert", "attention")
            return
        name = self.name.text().strip()
        if self.person.value == _NEW and not self.original.value and not name:
            missing = self.tr("Write how the witness is called; a description will do.")
            self.rows["name"].say(missing, "circle-alert", "attention")
            self.name.setFocus()
            return
        if self.date.faults():
            return
        self.go.setEnabled(False)
        self.desk.create(self, self._maker(lang, name), self._done, self._refused)

    def _maker(self, lang: str, name: str) -> Callable[[Callable[[str], str]], Sequence[tuple[str, object]]]:
        person_id, original_id, taken = self.person.value, self.original.value, self.date.value()
        original = next((t for t in self.desk.case.testimonies if t.id == original_id), None)
        client = not any("witness" in person.roles for person in self.desk.case.people)

        def make(fresh: Callable[[str], str]) -> Sequence[tuple[str, object]]:
            entries: list[tuple[str, object]] = []
            whose = original.person if original is not None else person_id
            if original is None and person_id == _NEW:
                whose = fresh("people")
                entries.append(("people", Person(whose, (Name(name),), roles=("witness",) if client else ())))
            testimony = Testimony(
                fresh("testimonies"),
                whose,
                lang,
                "",
                interview=original.interview if original is not None else (Interview(date=taken) if taken else None),
                translation_of=original.id if original is not None else None,
                translation=Translation(on=taken) if original is not None and taken else None,
            )
            return [*entries, ("testimonies", testimony)]

        return make

    def _done(self, case: Case) -> None:
        self.accept()
        self._made(f"{case.testimonies[-1].id}/1")  # what is typed next are words of the witness

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))


class Amend(Panel):
    """Why words that were read back are corrected; ``place`` is where a reason half written is kept."""

    def __init__(self, look: Look, parent: QWidget, desk: Desk, place: str) -> None:
        super().__init__(
            look,
            parent,
            translate("Amend", "Correct what was read back?"),
            translate("Amend", "Correct it"),
            lead=translate(
                "Amend",
                "The earlier wording stays on record beside the correction. What is changed counts as not read back until "
                "it is read again, and the testimony is no longer confirmed.",
            ),
            width=520,
        )
        self.reason = LineField(self.tr("Reason"), hint=self.tr("the witness corrected the date"))
        self.row = FieldRow(look, self.tr("Why"), self.reason, above=True)
        self.body.addWidget(self.row)
        self.reason.setFocus()
        KeptForm(self, desk, place, {"reason": self.reason})

    def take_step(self) -> None:
        if not self.reason.text().strip():
            self.row.say(self.tr("Write the reason; a few words are enough."), "circle-alert", "attention")
            return
        self.accept()


def ask_to_amend(page: Page, column: TestimonyColumn) -> None:
    """Ask why words that were read back are corrected; with a reason they can be."""
    testimony = column.testimony
    if testimony is None:
        return
    panel = Amend(page.look, page, page.desk, f"{why_of(testimony)}:form")

    def allow() -> None:
        why = panel.reason.text().strip()
        page.desk.draft(why_of(testimony), why)
        column.allow(why)

    panel.accepted.connect(allow)
    panel.open()
