"""What was taken on paper: entering its head, and, once the words are typed, the names that its letters stand for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.case import Case, Name, Person, Testimony
from app.domain.paper_code import read_code
from app.domain.vocabulary import CONSENT_METHODS
from app.errors import UserError
from app.services import paper_entry, paper_kit
from app.services.open_vault import OpenVault
from app.services.paper_entry import AGAIN, ELSEWHERE, WRONG, PaperTalk
from app.services.testimony import is_fixed, rewritten
from ui import vocabulary
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.page import Page
from ui.pages.kept_form import KeptForm
from ui.pages.testimony_column import TestimonyColumn
from ui.pages.testimony_dialogs import date_row, person_rows
from ui.widgets.dialogs import Panel
from ui.widgets.editors import AnswerEditor
from ui.widgets.fields import Choice, FieldRow, LineField, TextArea, Tick
from ui.widgets.options import Option, Options
from ui.widgets.picker import New, PickEditor
from ui.widgets.words import words

translate = QCoreApplication.translate

_NEW = "\0new"
#: So much of a long text is shown with its names before they are put in (characters).
_SHOWN = 3000


class EnterPaper(Panel):
    """The head of the sheets and the cards of the talk. ``made`` gets the place of the testimony that is to be typed now."""

    def __init__(self, look: Look, parent: QWidget, desk: Desk, made: Callable[[str], None]) -> None:
        super().__init__(
            look,
            parent,
            translate("EnterPaper", "Enter what was taken on paper"),
            translate("EnterPaper", "Begin typing"),
            lead=translate(
                "EnterPaper",
                "As it stands on the sheets and cards: the day of the talk, not today. Then type the words with their letters;"
                " Ctrl+Shift+N puts in the names.",
            ),
            width=600,
        )
        self.desk, self._made = desk, made
        self._printed: tuple[str, ...] = ()
        self._entered: tuple[str, ...] = ()
        self._warned = ""
        case = desk.case
        self.code = LineField(self.tr("Code of the sheets"), hint="K7QM-WT3")
        self.code_row = FieldRow(look, self.tr("Code of the sheets"), self.code, above=True)
        new = (_NEW, self.tr("Someone new…"))
        self.person = Choice(look, self.tr("Whose words"), [*person_rows(case), new], "" if case.people else _NEW)
        self.name = LineField(self.tr("Name of the witness"))
        self.name_row = FieldRow(look, self.tr("Name of the witness"), self.name, above=True)
        self.lang = Choice(
            look,
            self.tr("Language"),
            vocabulary.rows(vocabulary.LANGUAGES, vocabulary.language),
            case.case.languages[0] if case.case.languages else "en",
        )
        self.date, self.date_row = date_row(look, self.tr("Taken on, as on the first sheet"), None)
        places = Options(
            Option(place.id, place.names[0].text, found_by=" ".join(name.text for name in place.names)) for place in case.places
        )
        self.place = PickEditor(look, self.tr("Place"), places, new_kind="places", new_words=self.tr("Add “{0}” as a place"))
        self.body.addWidget(self.code_row)
        self.body.addWidget(FieldRow(look, self.tr("Whose words"), self.person, above=True))
        self.body.addWidget(self.name_row)
        self.body.addWidget(FieldRow(look, self.tr("Language of the words as you type them"), self.lang, above=True))
        self.body.addWidget(self.date_row)
        place_row = FieldRow(look, self.tr("Place"), self.place, above=True)
        self.place.stand_in(place_row)
        self.place.load(None)
        self.body.addWidget(place_row)
        self._cards()
        self.code.textEdited.connect(lambda _text: self._check_code())
        self.person.currentIndexChanged.connect(lambda _row: self._arrange())
        self._arrange()
        self.code.setFocus()
        fields = {"code": self.code, "person": self.person, "name": self.name, "lang": self.lang}
        editors: dict[str, QWidget] = {"place": self.place, "date": self.date, **self.cards}
        KeptForm(self, desk, "testimonies:new:paper", {**fields, **editors, "method": self.method})
        case_id = desk.case_id

        def read(vault: OpenVault) -> tuple[tuple[str, ...], tuple[str, ...]]:
            store = vault.store(case_id)
            return paper_kit.printed_codes(store), paper_kit.entered_codes(store)

        desk.tasks.query(self, read, self._take_codes)

    def _cards(self) -> None:
        self.body.addWidget(words(self.tr("The cards of the talk"), "section"))
        rows = [("yes", self.tr("agrees")), ("no", self.tr("does not wish it")), ("", self.tr("not asked"))]
        self.cards: dict[str, AnswerEditor] = {}
        for purpose in ("interview", "notes"):
            editor = AnswerEditor(self.look, vocabulary.purpose(purpose), rows)
            row = FieldRow(self.look, vocabulary.purpose(purpose), editor, width=132)
            editor.stand_in(row, "")
            editor.load(None)
            self.cards[purpose] = editor
            self.body.addWidget(row)
        none = self.tr("not recorded")
        methods = vocabulary.rows(CONSENT_METHODS, vocabulary.consent_method, none)
        self.method = Choice(self.look, self.tr("Answered"), methods, "")
        row = FieldRow(self.look, self.tr("Answered"), self.method, width=132)
        row.say(self.tr("The other cards are entered on the page of consent, each with the day that stands on it."))
        self.body.addWidget(row)

    def _arrange(self) -> None:
        self.name_row.setVisible(self.person.value == _NEW)
        self.adjustSize()

    def _take_codes(self, codes: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        self._printed, self._entered = codes
        self._check_code()

    def _check_code(self) -> str:
        """Say below the field what the code is; what it is."""
        stands = paper_entry.standing(self.code.text(), self._printed, self._entered)
        said = {
            WRONG: self.tr("Not a code as printed: a sign is wrong, missing or too many. Look at the sheet again."),
            ELSEWHERE: self.tr("A right code, but not one that was printed for this case. Do the sheets belong here?"),
            AGAIN: self.tr("Under this code something was entered here before. Another sheet of it?"),
            paper_entry.PRINTED: self.tr("Printed for this case."),
        }.get(stands, "")
        known = stands == paper_entry.PRINTED
        if stands == WRONG and len(self.code.text().strip()) < 7:  # still being typed
            said = ""
        self.code_row.say(said, "check" if known else "circle-alert", "text2" if known else "attention")
        return stands

    def take_step(self) -> None:
        stands, day = self._check_code(), self.date.value()
        if stands == WRONG:
            self.code_row.say(
                self.tr("Not a code as printed: a sign is wrong, missing or too many. Look at the sheet again."),
                "circle-alert", "attention",
            )  # fmt: skip
            self.code.setFocus()
        elif stands in (ELSEWHERE, AGAIN) and self._warned != self.code.text():
            self._warned = self.code.text()
            self.notice.say(self.tr("Look at the code once more."), self.tr("If it is right all the same, press Enter again."))
            self.code.setFocus()
        elif self.person.value == _NEW and not self.name.text().strip():
            missing = self.tr("Write how the witness is called; a description will do.")
            self.name_row.say(missing, "circle-alert", "attention")
            self.name.setFocus()
        elif self.place.faults():
            self.place.setFocus()
        elif self.date.faults() or not day:
            self.date_row.say(self.tr("Write the day of the talk, as on the first sheet."), "circle-alert", "attention")
            self.date.setFocus()
        elif self._answers() and not paper_entry.is_day(day):
            self.date_row.say(self.tr("The cards need the day itself; “about May” will not do."), "circle-alert", "attention")
            self.date.setFocus()
        else:
            self._begin(day)

    def _answers(self) -> dict[str, bool]:
        return {purpose: editor.value() == "yes" for purpose, editor in self.cards.items() if editor.value()}

    def _begin(self, day: str) -> None:
        person = "" if self.person.value == _NEW else self.person.value
        place = self.place.value()
        asked = PaperTalk(
            person, self.lang.value, day, dt.date.today().isoformat(),
            name=self.name.text().strip(),
            place="" if isinstance(place, New) else place or "",
            place_name=place.text if isinstance(place, New) else "",
            agreed=self._answers(),
            method=self.method.value,
        )  # fmt: skip
        case, code = self.desk.case, read_code(self.code.text()) or ""
        self.go.setEnabled(False)
        self.desk.create(
            self, lambda fresh: paper_entry.begun(asked, case, fresh), lambda after: self._done(after, code), self._refused
        )

    def _done(self, case: Case, code: str) -> None:
        made, case_id = case.testimonies[-1].id, self.desk.case_id
        if code:
            self.desk.tasks.command(
                self.desk, lambda vault: paper_kit.note_entered(vault.store(case_id), code, made), lambda _: None
            )
        self.accept()
        self._made(f"{made}/1")

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))


class NamesForLetters(Panel):
    """Who or what each of ``letters`` in a testimony stands for; it is shown how the text will read before they are put in."""

    def __init__(self, look: Look, parent: QWidget, desk: Desk, testimony: Testimony, letters: Sequence[str]) -> None:
        super().__init__(
            look,
            parent,
            translate("NamesForLetters", "Names for the letters"),
            translate("NamesForLetters", "Put them in"),
            lead=translate(
                "NamesForLetters",
                "From the key slip. A letter that is left empty stays as it is and can be named later. Then destroy the slip.",
            ),
            width=620,
        )
        self.desk, self.testimony = desk, testimony
        offered = paper_entry.names_for(desk.case, testimony.lang)
        self._names = {key: name for key, name, _ in offered}
        options = Options(Option(key, name, found_by=spellings) for key, name, spellings in offered)
        self.letters: dict[str, PickEditor] = {}
        for letter in letters:
            editor = PickEditor(
                look,
                letter,
                options,
                new_kind="people",
                new_words=self.tr("Add “{0}” as a person"),
                hint=self.tr("stays a letter"),
            )
            row = FieldRow(look, letter, editor, width=40)
            editor.stand_in(row)
            editor.load(None)
            editor.edited.connect(self._show)
            self.letters[letter] = editor
            self.body.addWidget(row)
        if not letters:
            self.body.addWidget(words(self.tr("No letter stands in the text as it is saved."), "quiet", wrap=True))
        self.each_line = Tick(look, self.tr("Every line as on the sheet: each becomes a paragraph with its number"))
        self.each_line.toggled.connect(lambda _on: self._show())
        self.body.addWidget(self.each_line)
        self.preview = TextArea(look, self.tr("How it will read"), lines=5, most=10, quoted=True)
        self.preview.setReadOnly(True)
        self.preview_row = FieldRow(look, self.tr("How it will read"), self.preview, above=True)
        self.body.addWidget(self.preview_row)
        self._show()
        next(iter(self.letters.values()), self.each_line).setFocus()
        fields: dict[str, QWidget] = {f"letter {letter}": editor for letter, editor in self.letters.items()}
        KeptForm(self, desk, f"testimonies:{testimony.id}:letters", {**fields, "each line": self.each_line})

    def _chosen(self) -> dict[str, str]:
        out: dict[str, str] = {}
        for letter, editor in self.letters.items():
            value = editor.value()
            name = value.text if isinstance(value, New) else self._names.get(value or "", "")
            if name:
                out[letter] = name
        return out

    def _show(self) -> None:
        """The beginning of the text as it will read: the whole of a long one would keep the window waiting."""
        chosen, text = self._chosen(), self.testimony.text
        done = paper_entry.finished(text[:_SHOWN], chosen, each_line=self.each_line.isChecked())
        self.preview.setPlainText(done + (" …" if len(text) > _SHOWN else ""))
        left = [letter for letter in self.letters if letter not in chosen]
        self.preview_row.say(self.tr("Letters that stay: {0}").format(", ".join(left)) if left else "")

    def take_step(self) -> None:
        if any(editor.faults() for editor in self.letters.values()):
            return
        names, each_line, held = self._chosen(), self.each_line.isChecked(), self.testimony
        values = [editor.value() for editor in self.letters.values()]
        new = dict.fromkeys(value.text for value in values if isinstance(value, New))
        self.go.setEnabled(False)

        def make(fresh: Callable[[str], str]) -> Sequence[tuple[str, object]]:
            people = [("people", Person(fresh("people"), (Name(name),))) for name in new]
            done = rewritten(held, paper_entry.finished(held.text, names, each_line=each_line))
            return [*people, ("testimonies", done)]

        self.desk.create(self, make, lambda _case: self.accept(), self._refused)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))


def offer_letters(page: Page, columns: Iterable[TestimonyColumn], current: Callable[[], Testimony | None]) -> None:
    """Let the key for it ask which names the letters of the testimony stand for; what was read back changes no more."""
    held = tuple(columns)

    def ask() -> None:
        testimony = current()
        if testimony is None or page.alone or is_fixed(testimony):
            return
        if any(column.dirty for column in held):
            page.notice.say(
                translate("NamesForLetters", "Save first: names are put into what is saved."),
                translate("NamesForLetters", "Ctrl+S saves."),
                kind="plain",
            )
            return
        page.tasks.compute(
            page,
            lambda _progress, _stopping: paper_entry.used(testimony.text),
            lambda letters: NamesForLetters(page.look, page, page.desk, testimony, letters).open(),
        )

    QShortcut(QKeySequence("Ctrl+Shift+N"), page).activated.connect(ask)
