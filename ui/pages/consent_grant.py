"""Recording an answer: for one or several purposes and recipients at once, with the circumstances; or putting one right.

A refusal is an answer like any other. Nothing but the person, what was asked and the day is needed.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import vocabulary as keys
from app.domain.case import Case, Consent
from app.domain.plain import from_plain, to_plain
from app.errors import UserError
from app.services import consenting
from ui import vocabulary
from ui.errors import told
from ui.look import Look
from ui.pages import consent_words
from ui.pages.consent_words import translate
from ui.pages.testimony_dialogs import person_rows
from ui.widgets.answers import Answers
from ui.widgets.buttons import KeyButton
from ui.widgets.date_editor import DateEditor
from ui.widgets.dialogs import Panel
from ui.widgets.editing import Editor
from ui.widgets.editors import AnswerEditor, TextEditor
from ui.widgets.fields import FieldRow
from ui.widgets.lists import ListEditor, TickEditor, TicksEditor
from ui.widgets.options import Option, Options
from ui.widgets.picker import PickEditor
from ui.widgets.scrolled import Scrolled
from ui.widgets.words import PLAIN, words

Save = Callable[[Sequence[Consent], Callable[[Case], None], Callable[[UserError], None]], None]

_ASKED = ("purposes", "recipients", "unusual")


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the dialog begins: the questions chosen, what is likely the same as last time, or the consent to put right."""

    purposes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    likely: tuple[tuple[str, str], ...] = ()
    consent: Consent | None = None


class YesNoEditor(AnswerEditor):
    """Yes or no, where the record holds true or false."""

    def put(self, value: Any) -> None:
        super().put({True: "yes", False: "no"}.get(value, ""))

    def put_typed(self, typed: Any) -> None:
        self.put(typed)

    def read(self) -> Any:
        return {"yes": True, "no": False}.get(super().read() or "")


def scope_editor(look: Look, case: Case, entries: Sequence[str]) -> Editor:
    """Events and testimonies that an answer is about, each picked by its words."""
    options = Options(Option(entry, consent_words.scope_word(case, entry), entry) for entry in entries)
    name = translate("consent", "An event or a testimony")
    return ListEditor(
        look, name, translate("consent", "Choose an event or a testimony"), lambda: PickEditor(look, name, options)
    )


class IdentityEditor(Editor):
    """The answer itself, all of them in sight; none is chosen before somebody chooses it."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.answers = Answers(look, vocabulary.rows(keys.IDENTITIES, vocabulary.identity), name)
        self.answers.chosen.connect(lambda _key: self.edit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.answers)
        self.setFocusProxy(self.answers)

    def put(self, value: Any) -> None:
        self.answers.choose(value or "")

    def read(self) -> Any:
        return self.answers.value or None


class GrantPanel(Panel):
    """The dialog. ``typed`` comes after the last key, at the latest a second later, with what a draft keeps."""

    typed = Signal(str)

    def __init__(self, look: Look, parent: QWidget, case: Case, person: str, asked: Asked, save: Save, draft: str = "") -> None:
        correcting = asked.consent is not None
        title = translate("consent", "Correct what is on record") if correcting else translate("consent", "Record an answer")
        lead = translate("consent", "What is left empty was not asked. A refusal never stops the work.")
        if correcting:
            lead = translate("consent", "For slips in the record. A new answer is recorded as such; earlier wordings are kept.")
        super().__init__(look, parent, title, translate("consent", "Save"), lead=lead, width=620)
        self.case, self.person, self.asked, self._save, self._over = case, person, asked, save, parent
        self.editors: dict[str, Editor] = {}
        self.rows: dict[str, FieldRow] = {}
        self.area = Scrolled(look, margins=(0, 0, 12, 0), spacing=10)
        self._build()
        self.area.column.addStretch(1)
        self.body.addWidget(self.area)
        look.fit(self.area, self._room)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(900)
        self._clock.timeout.connect(self.keep)
        self._load()
        for editor in self.editors.values():
            editor.edited.connect(self._edited)
        self.afresh: KeyButton | None = None
        if draft:
            self._restore(draft)
        self._pairs()
        self._first = self.editors["identity" if correcting or (asked.purposes and asked.recipients) else "purposes"]
        self._first.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_to(self._first)

    def _room(self) -> None:
        tall = max(self._over.window().height() - self.look.px(320), self.look.px(140))
        self.area.setFixedHeight(min(self.look.px(520), tall))

    # --- the fields ---

    def _row(self, key: str, label: str, editor: Editor, note: str = "", *, above: bool = False) -> None:
        row = FieldRow(self.look, label, editor, above=above, width=132, parent=self.area.inner)
        editor.stand_in(row, note)
        self.editors[key], self.rows[key] = editor, row
        self.area.column.addWidget(row)

    def _head(self, text: str) -> None:
        self.area.column.addSpacing(self.look.px(6))
        self.area.column.addWidget(words(text, "section"))

    def _build(self) -> None:
        look, tr, none = self.look, self.tr, self.tr("not recorded")
        self.question = words("", "strong", wrap=True)
        if self.asked.consent is not None:
            held = self.asked.consent
            self.question.setText(consent_words.question(held.purpose, (held.recipient,)))
        chosen = self.asked.consent is not None or bool(self.asked.purposes and self.asked.recipients)
        if chosen:  # the question is settled: it stands at the top with its answer, where the keyboard begins
            self.area.column.addWidget(self.question)
            self._answer()
        if self.asked.consent is None:
            purposes = [*consenting.ROWS, *consenting.TALK]
            rows = vocabulary.rows(purposes, vocabulary.purpose)
            self._row("purposes", tr("May be used for"), TicksEditor(look, tr("Purposes"), rows, width=250), above=True)
            rows = vocabulary.rows(keys.RECIPIENTS, vocabulary.recipient)
            self._row("recipients", tr("By whom"), TicksEditor(look, tr("Recipients"), rows, width=170), above=True)
            self._row("unusual", "", TickEditor(look, tr("Also the pairs that are usually not asked")))
        if not chosen:
            self._answer()
        methods = vocabulary.rows(keys.CONSENT_METHODS, vocabulary.consent_method, none)
        self._row("method", tr("How"), AnswerEditor(look, tr("How"), methods, listed=True))
        self._head(tr("How it was explained"))
        tags = [Option(tag, vocabulary.language(tag), "", tag) for tag in vocabulary.LANGUAGES]
        self._row("language", tr("In"), PickEditor(look, tr("Language"), Options(tags), free=True, hint=tr("language")))
        people = person_rows(self.case, tr("nobody, or not recorded"))
        self._row("interpreter", tr("Through"), AnswerEditor(look, tr("Interpreter"), people, listed=True))
        said = [("", none), ("yes", vocabulary.yes_no("yes")), ("no", vocabulary.yes_no("no"))]
        self._row("explained", tr("Explained"), YesNoEditor(look, tr("Explained"), said))
        answers = vocabulary.rows(keys.YES_NO, vocabulary.yes_no, tr("not asked"))
        limits = tr("Told that it can be taken back at any time, and that what was filed may be beyond recall.")
        self._row("told_limits", tr("Limits told"), AnswerEditor(look, tr("Limits told"), answers, listed=True), limits)
        self._text("risks", tr("Risks explained"))
        self._text("understanding", tr("In their own words"), quoted=True, note=tr("How they said back what they agreed to."))
        self._text("doubts", tr("Doubts"), note=tr("About capacity or pressure. Detention is pressure."))
        self._head(tr("How far and how long"))
        self._row("expires", tr("Expires"), DateEditor(look, tr("Expires"), hint=tr("never, unless a day is said")))
        self._row("ask_again_on", tr("Ask again on"), DateEditor(look, tr("Ask again on")))
        entries = [*(e.id for e in self.case.events), *(t.id for t in self.case.testimonies if t.person == self.person)]
        if self.asked.consent is not None:
            entries += [entry for entry in self.asked.consent.scope if entry not in entries]
        if entries:
            self._row("scope", tr("Only for"), scope_editor(look, self.case, entries), tr("Nothing chosen: for all of it."))
        self._text("basis", tr("Basis"), note=tr("For data of a relative: what it rests on besides this."))
        self._head(tr("For a child"))
        self._row(
            "given_by",
            tr("Given by"),
            AnswerEditor(look, tr("Given by"), person_rows(self.case, tr("themselves")), listed=True),
        )
        self._row("assent", tr("The child agrees"), AnswerEditor(look, tr("The child agrees"), answers, listed=True))
        self._text("note", tr("Note"))
        if self.asked.consent is not None and self.asked.consent.withdrawn_on:
            self._head(tr("When it was taken back"))
            self._row("withdrawn_on", tr("Withdrawn on"), DateEditor(look, tr("Withdrawn on")))
            self._row("recall_tried", tr("Recall tried"), AnswerEditor(look, tr("Recall tried"), answers, listed=True))
            self._text("withdrawal_note", tr("Note"))

    def _answer(self) -> None:
        tr = self.tr
        note = tr(
            "Counsel only: it may go to counsel and to nobody else.\n"
            "In numbers only: counted among others; no copy may go out on it.\n"
            "“Did not wish to say” is a refusal: what is not granted is refused. What was said goes into the note."
        )
        self._row("identity", tr("Answer"), IdentityEditor(self.look, tr("Answer")), note)
        self._row("given_on", tr("When"), DateEditor(self.look, tr("When"), hint=tr("today, 2 July 2021, last Friday…")))

    def _text(self, key: str, label: str, *, note: str = "", quoted: bool = False) -> None:
        self._row(key, label, TextEditor(self.look, label, long=True, lines=2, quoted=quoted), note)

    def _load(self) -> None:
        likely: dict[str, Any] = {"given_on": dt.date.today().isoformat(), **dict(self.asked.likely)}
        likely |= {"purposes": list(self.asked.purposes), "recipients": list(self.asked.recipients)}
        plain = likely if self.asked.consent is None else to_plain(self.asked.consent)
        for key, editor in self.editors.items():
            editor.load(plain.get(key) or (None if plain.get(key) is not False else False))
        if self.asked.purposes and not consenting.pairs(self.asked.purposes, self.asked.recipients):
            self.editors["unusual"].load(True)

    # --- drafts ---

    @property
    def touched(self) -> bool:
        """Whether anything was changed that is not saved."""
        return any(editor.touched for editor in self.editors.values())

    def draft(self) -> str:
        """What was touched, as JSON; "" for nothing."""
        held = {key: editor.typed() for key, editor in self.editors.items() if editor.touched}
        if held and self.asked.consent is None:  # what was chosen for them on opening is part of what was begun
            held |= {key: self.editors[key].typed() for key in _ASKED}
        return json.dumps(held, ensure_ascii=False) if held else ""

    def keep(self) -> None:
        """Hand what was typed to whoever keeps drafts."""
        if self.touched and self.go.isEnabled():
            self.typed.emit(self.draft())

    def _restore(self, draft: str) -> None:
        try:
            held = json.loads(draft)
        except ValueError:
            return
        for key, typed in held.items() if isinstance(held, dict) else ():
            if key in self.editors:
                self.editors[key].restore(typed)
        self.notice.say(self.tr("You began this and did not save it. Here it is as you left it."), kind=PLAIN, icon="pencil")
        self.afresh = KeyButton(self.look, self.tr("Begin afresh"), "Ctrl+N", height=40, parent=self)
        self.afresh.clicked.connect(self._begin_afresh)
        self.buttons.insertWidget(2, self.afresh)

    def _begin_afresh(self) -> None:
        self._load()
        self.notice.clear()
        if self.afresh is not None:
            self.afresh.hide()
        self._pairs()
        self.typed.emit("")

    def _edited(self) -> None:
        self._pairs()
        if not self._clock.isActive():  # not begun anew with each key: while one types, a draft is kept each second
            self._clock.start()

    # --- what is recorded ---

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The questions that are answered."""
        if self.asked.consent is not None:
            return ((self.asked.consent.purpose, self.asked.consent.recipient),)
        purposes, recipients = self.editors["purposes"].value() or (), self.editors["recipients"].value() or ()
        return consenting.pairs(purposes, recipients, unusual=bool(self.editors["unusual"].value()))

    def _pairs(self) -> None:
        """Say below what will be recorded, and offer the unusual pairs where some are left out."""
        if self.asked.consent is not None:
            return
        purposes, recipients = self.editors["purposes"].value() or (), self.editors["recipients"].value() or ()
        chosen, all_of_them = self.pairs, consenting.pairs(purposes, recipients, unusual=True)
        usual = consenting.pairs(purposes, recipients)
        self.rows["unusual"].setVisible(len(usual) < len(all_of_them))
        only_talk = bool(purposes) and set(purposes) <= set(consenting.TALK)
        self.rows["recipients"].setVisible(not only_talk)
        by: dict[str, list[str]] = {}
        for purpose, recipient in chosen:
            by.setdefault(purpose, []).append(recipient)
        said = "; ".join(consent_words.question(purpose, tuple(found)) for purpose, found in by.items())
        self.question.setText(said)
        row = "purposes" if only_talk else "recipients"
        self.editors[row].stand(self.tr("Answers {0}: {1}").format(len(chosen), said) if chosen else "", "check")

    def value(self) -> list[Consent]:
        """The consents as they would be saved; those that are new have no id yet."""
        if self.asked.consent is not None:
            plain = dict(to_plain(self.asked.consent))
        else:
            plain = {"id": "", "person": self.person}
        for key, editor in self.editors.items():
            if key in _ASKED:
                continue
            plain.pop(key, None)
            value = editor.value()
            if value is not None:
                plain[key] = value
        return [from_plain(Consent, {**plain, "purpose": purpose, "recipient": recipient}) for purpose, recipient in self.pairs]

    def _faults(self) -> list[Editor]:
        found = [fault for editor in self.editors.values() for fault in editor.faults()]
        for key, missing in (
            ("purposes", self.tr("Choose what it may be used for, and by whom.") if not self.pairs else ""),
            ("identity", self.tr("Choose the answer; a refusal is one too.") if not self.editors["identity"].value() else ""),
            (
                "given_on",
                self.tr("Write the day. “About May 2021” is a day too.") if not self.editors["given_on"].value() else "",
            ),
        ):
            if missing and key in self.editors and self.editors[key] not in found:
                self.editors[key].tell(missing, "circle-alert", "attention")
                found.append(self.editors[key])
        return found

    def take_step(self) -> None:
        faults = self._faults()
        if faults:
            self._go_to(faults[0])
            return
        if not self.go.isEnabled():
            return
        self._clock.stop()
        self.go.setEnabled(False)
        self._save(self.value(), lambda _case: self.accept(), self._refused)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        for spot in error.spots:
            key = spot.path.partition("[")[0]
            if spot.kind == "consents" and key in self.editors:
                reason = error.reasons[0].partition(": ")[2] if error.reasons else error.message
                self.editors[key].tell(reason, "circle-alert", "attention")
                self._go_to(self.editors[key])
        self.say(told(error))

    def _go_to(self, editor: Editor) -> None:
        editor.setFocus()
        QTimer.singleShot(0, editor, lambda: self.area.ensureWidgetVisible(editor, 0, self.look.px(60)))
