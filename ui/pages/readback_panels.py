"""The dialogs of reading back: in which language and through whom, a correction with its reason, the signature."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.domain import dates as edtf
from app.domain.case import Case, Interview, Testimony
from app.domain.paragraphs import PARAGRAPHS, paragraphs
from app.domain.vocabulary import CONSENT_METHODS
from app.errors import UserError
from app.services import interview, reading_back
from app.services.interview import INTERPRETER
from app.services.reading_back import Correction
from app.services.testimony import confirmed, read_back
from ui import vocabulary
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.pages.kept_form import KeptForm
from ui.pages.testimony_dialogs import date_row
from ui.pages.testimony_edit import is_right_to_left
from ui.widgets.dialogs import Panel
from ui.widgets.editors import TextEditor
from ui.widgets.fields import Choice, FieldRow, LineField, Tick
from ui.widgets.words import words

translate = QCoreApplication.translate

HERE, ELSEWHERE = "here", "elsewhere"


class ReadBackStart(Panel):
    """How it is read back. ``texts``: what may be read together, the one somebody works in first.

    ``begun`` gets the ids of what is read; what was read elsewhere is recorded as a whole and calls nothing.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        desk: Desk,
        texts: Sequence[Testimony],
        begun: Callable[[tuple[str, ...]], None],
        *,
        reading: bool = False,
    ) -> None:
        first = texts[0]
        super().__init__(
            look,
            parent,
            translate("ReadBack", "Read back: {0}").format(vocabulary.language(first.lang)),
            translate("ReadBack", "Record it") if reading else translate("ReadBack", "Begin"),
            width=560,
        )
        self.desk, self.texts, self._begun, self._reading = desk, tuple(texts), begun, reading
        self.lead = words("", "quiet", wrap=True)
        self.body.addWidget(self.lead)
        held, talk = first.readback, first.interview or Interview()
        tally = reading_back.tally([first])
        self._build_how(first, tally)
        day = held.on if held and held.on else ""
        self.date, row = date_row(look, self.tr("Read back on"), self._day(day, goes_on=bool(tally.open)))
        self.body.addWidget(row)
        self.lang = Choice(
            look,
            self.tr("Language it is read in"),
            vocabulary.rows(vocabulary.LANGUAGES, vocabulary.language, self.tr("not recorded")),
            (held.language if held else None) or talk.language or first.lang,
        )
        self.body.addWidget(FieldRow(look, self.tr("In"), self.lang, above=True))
        through = (held.interpreter if held else None) or talk.interpreter or ""
        self.interpreter = Choice(look, self.tr("Interpreter"), self._interpreters(first, through), through)
        self.body.addWidget(FieldRow(look, self.tr("Through"), self.interpreter, above=True))
        self.confirmed = Tick(
            look, self.tr("The witness confirmed the whole text, and signed or said so"), first.status == "confirmed"
        )
        self.body.addWidget(self.confirmed)
        for choice in (self.how, self.which):
            choice.currentIndexChanged.connect(lambda _row: self._arrange())
        self._arrange()
        self.date.setFocus()

    def _build_how(self, first: Testimony, tally: reading_back.Tally) -> None:
        look, done = self.look, tally.count - len(tally.open)
        self.how = Choice(
            look,
            self.tr("How it is read"),
            (
                (HERE, self.tr("paragraph by paragraph, here")),
                (ELSEWHERE, self.tr("it was read elsewhere, and all of it heard")),
            ),
            HERE,
        )
        other = [self.tr("{0} alone").format(vocabulary.language(one.lang)) for one in self.texts[:1]]
        self.which = Choice(
            look,
            self.tr("What is read"),
            (("both", self.tr("both languages together")), ("one", other[0])),
            self._likely(),
        )
        self.again = Choice(
            look,
            self.tr("From where"),
            (
                ("on", self.tr("go on: {0} of {1} have their result").format(done, tally.count)),
                ("anew", self.tr("all of it anew; what was confirmed is asked again")),
            ),
            "on",
        )
        self.rows = {}
        for key, label, choice in (
            ("how", self.tr("How"), self.how),
            ("which", self.tr("What"), self.which),
            ("again", self.tr("From where"), self.again),
        ):
            self.rows[key] = FieldRow(look, label, choice, above=True)
            self.body.addWidget(self.rows[key])
        self._done = done
        self.rows["how"].setVisible(not self._reading)
        self.rows["which"].setVisible(len(self.texts) > 1 and not self._reading)

    def _likely(self) -> str:
        """Both languages where there are two, unless only one of them was begun: that is gone on with."""
        begun = [bool(reading_back.results(one)) for one in self.texts]
        return "both" if len(begun) > 1 and begun[0] == begun[1] else "one"

    def _arrange(self) -> None:
        here = self.how.value == HERE
        self.rows["again"].setVisible(here and self._done > 0 and not self._reading)
        self.confirmed.setVisible(not here and not self._reading)
        count = len(paragraphs(self.texts[0].text))
        if here:
            text = self.tr("Each paragraph is shown large, in every language it is held in, and decided by itself.")
        else:
            text = self.tr(
                "Record this only if each of the {0} paragraphs was heard and none needs correcting: "
                "the words are then fixed and change only by correction with a reason."
            ).format(count)
        self.lead.setText(text)
        if not self._reading:
            self.go.set_words(self.tr("Begin") if here else self.tr("Record it"))
        self.adjustSize()

    @staticmethod
    def _day(held: str, *, goes_on: bool) -> str:
        """Today, or the day on which it was read; where it goes on on another day, from the first of them to today."""
        today = dt.date.today().isoformat()
        first = edtf.parse(held).earliest if held else None
        if not held or not goes_on or first is None:
            return held or today
        return held if held == today or first.isoformat() >= today else f"{first.isoformat()}/{today}"

    def _interpreters(self, testimony: Testimony, through: str) -> list[tuple[str, str]]:
        """Interpreters on record and whoever sat at the table: others look at this screen too."""
        present = {part.person for part in testimony.interview.present} if testimony.interview else set()
        rows = [("", self.tr("nobody"))]
        for person in interview.at_the_table(self.desk.case, testimony.person):
            if INTERPRETER in person.roles or person.id in present or person.id == through:
                rows.append((person.id, person.names[0].text))
        return rows

    @property
    def ids(self) -> tuple[str, ...]:
        """What is read."""
        chosen = self.texts if self.which.value == "both" else self.texts[:1]
        return tuple(one.id for one in chosen)

    def take_step(self) -> None:
        day = self.date.value()
        if self.date.faults() or not day:
            return
        self.go.setEnabled(False)
        language, through = self.lang.value or None, self.interpreter.value or None
        if self.how.value == ELSEWHERE:
            self._record_whole(day, language, through)
            return
        ids, anew = self.ids, self.again.value == "anew" and self._done > 0

        def done(_case: Case) -> None:
            self.accept()
            self._begun(ids)

        self.desk.run(
            self,
            lambda store: reading_back.save_begun(store, ids, on=day, language=language, interpreter=through, anew=anew),
            done,
            self._refused,
        )

    def _record_whole(self, day: str, language: str | None, through: str | None) -> None:
        made = []
        for held in self.texts:
            if held.id in self.ids:
                done = read_back(held, on=day, language=language, interpreter=through)
                made.append(("testimonies", confirmed(done, on=day) if self.confirmed.isChecked() else done))
        self.desk.save(self, made, lambda _case: self.accept(), self._refused)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))


@dataclass(frozen=True, slots=True)
class Passed:
    """A paragraph of one language that can be corrected."""

    testimony: str
    lang: str
    number: int
    text: str = field(repr=False)


class ReadBackCorrection(Panel):
    """The paragraph in its new words, in each language in which it stands, and why. ``save`` is given both.

    ``place`` is where what is half written is kept.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        desk: Desk,
        passed: Sequence[Passed],
        place: str,
        save: Callable[[Sequence[Correction], str, Callable[[Case], None], Callable[[UserError], None]], None],
    ) -> None:
        super().__init__(
            look,
            parent,
            translate("ReadBack", "Correct paragraph {0}").format(passed[0].number),
            translate("ReadBack", "Correct it"),
            lead=translate("ReadBack", "Write it as the witness says it now. The earlier wording stays on record beside it."),
            width=620,
        )
        self.passed, self._save = tuple(passed), save
        self.editors: list[TextEditor] = []
        for one in self.passed:
            name = vocabulary.language(one.lang)
            editor = TextEditor(look, name, long=True, quoted=True, lines=4)
            direction = Qt.LayoutDirection.RightToLeft if is_right_to_left(one.lang) else Qt.LayoutDirection.LeftToRight
            editor.area.setLayoutDirection(direction)
            option = editor.area.document().defaultTextOption()
            option.setTextDirection(direction)
            editor.area.document().setDefaultTextOption(option)
            row = FieldRow(look, name, editor, above=True)
            editor.stand_in(row)
            editor.load(one.text)
            self.editors.append(editor)
            self.body.addWidget(row)
        self.reason = LineField(self.tr("Reason"), hint=self.tr("the witness corrected the date"))
        self.row = FieldRow(look, self.tr("Why"), self.reason, above=True)
        self.body.addWidget(self.row)
        self.editors[0].setFocus()
        named = {f"{one.testimony}/{one.number}": editor for one, editor in zip(self.passed, self.editors, strict=True)}
        KeptForm(self, desk, place, {**named, "reason": self.reason})

    def take_step(self) -> None:
        new = []
        for one, editor in zip(self.passed, self.editors, strict=True):
            text = PARAGRAPHS.sub("\n", (editor.read() or "").strip())
            if not text:
                missing = self.tr("A paragraph keeps its number. Write what stands in its place, such as “[struck out]”.")
                editor.tell(missing, "circle-alert", "attention")
                editor.setFocus()
                return
            if text != one.text:
                new.append(Correction(one.testimony, one.number, text))
        if not new:
            self.editors[0].tell(self.tr("Nothing was changed yet. Esc leaves it as it is."), "circle-alert", "attention")
            self.editors[0].setFocus()
            return
        if not self.reason.text().strip():
            self.row.say(self.tr("Write the reason; a few words are enough."), "circle-alert", "attention")
            self.reason.setFocus()
            return
        self.go.setEnabled(False)
        self._save(new, self.reason.text().strip(), lambda _case: self.accept(), self._refused)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))


class ReadBackSign(Panel):
    """That the witness stands by the whole: when, and how. ``save`` is given both."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        day: str,
        unread: int,
        save: Callable[[str, str, Callable[[Case], None], Callable[[UserError], None]], None],
    ) -> None:
        super().__init__(
            look,
            parent,
            translate("ReadBack", "The witness stands by it"),
            translate("ReadBack", "Confirm and fix it"),
            lead=translate(
                "ReadBack",
                "By a signature or a mark on the paper, by word of mouth, or on a recording. The words are then fixed.",
            ),
            width=520,
        )
        self._save = save
        self.date, row = date_row(look, self.tr("Confirmed on"), day)
        self.body.addWidget(row)
        self.method = Choice(look, self.tr("How"), vocabulary.rows(CONSENT_METHODS, vocabulary.consent_method), "signature")
        self.body.addWidget(FieldRow(look, self.tr("How"), self.method, above=True))
        if unread:
            self.notice.say(
                self.tr("{0} of the paragraphs were not reread.").format(unread),
                self.tr("They stay marked “not read back” in what is signed."),
            )
        self.method.setFocus()

    def take_step(self) -> None:
        day = self.date.value()
        if self.date.faults() or not day:
            self.date.setFocus()
            return
        self.go.setEnabled(False)
        self._save(day, self.method.value, lambda _case: self.accept(), self._refused)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))
