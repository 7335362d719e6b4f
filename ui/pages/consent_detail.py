"""One question at the right of the matrix: how it stands, the circumstances, the client's own words, and what had gone out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case import Case, Consent
from app.domain.plain import to_plain
from app.services import consenting, registry, withdrawing
from app.services.consenting import TALK, Answer
from app.services.history import Disclosed, Version
from ui import vocabulary
from ui.look import Look
from ui.pages import consent_words
from ui.pages.consent_words import date, translate
from ui.pages.people_words import isolated
from ui.pages.version_words import version_lines
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.scrolled import clear
from ui.widgets.words import Hairline, Icon, said, words

_TOP = Qt.AlignmentFlag.AlignTop


class ConsentDetail(QWidget):
    """``ask`` wants the question asked (again), ``correct`` a consent put right, ``versions`` its earlier wordings.

    ``lines`` is what it says, line by line.
    """

    ask = Signal()
    correct = Signal(str)
    versions = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.column = QVBoxLayout(self)
        look.pad(self.column, self, (0, 4, 0, 16), 6)
        self.lines: list[str] = []
        self.ask_button: KeyButton | None = None
        self.correct_buttons: list[KeyButton] = []
        self.version_buttons: dict[str, KeyButton] = {}
        self._boxes: dict[str, QVBoxLayout] = {}

    def show_answers(
        self, case: Case, person: str, title: str, note: str, answers: Sequence[Answer], sent: Sequence[Disclosed]
    ) -> None:
        """Show a question with the answers of one recipient or of several; or the talk itself, all purposes of it."""
        clear(self.column)
        self.case, self.person, self.sent = case, person, sent
        self.lines, self.correct_buttons, self.version_buttons, self._boxes = [], [], {}, {}
        self.ask_button = None
        self._say(title, "section")
        self._say(note, "note")
        for number, one in enumerate(answers):
            if len(answers) > 1:
                self.column.addSpacing(self.look.px(8))
                talk = one.purpose in TALK
                self._say(vocabulary.purpose(one.purpose) if talk else vocabulary.recipient(one.recipient), "strong")
            self._answer(one, first=number == 0)
        if answers:
            asked = any(one.consent is not None for one in answers)
            text = self.tr("Ask again…") if asked else self.tr("Ask…")
            self.column.addSpacing(self.look.px(8))
            self.ask_button = KeyButton(self.look, text, "Return", bind=False, parent=self)
            self.ask_button.clicked.connect(self.ask)
            self.column.addWidget(self.ask_button)
        else:
            self._say(self.tr("This is usually not asked. Ctrl+G records it all the same, if it was."), "quiet")
        self.column.addStretch(1)

    def _say(self, text: str, style: str = "") -> None:
        if text:
            self.lines.append(text)
            self.column.addWidget(words(text, style, wrap=True, select=style != "section"))

    # --- one answer ---

    def _answer(self, one: Answer, *, first: bool) -> None:
        icon, token = consent_words.LOOKS[one.state]
        text = consent_words.told(one)
        if one.state == consenting.GRANTED:
            text = consent_words.state(one.state, one.identity)
        elif one.state == consenting.ASK_AGAIN and one.consent is not None:
            text = self.tr("Ask again, since {0}").format(date(one.consent.ask_again_on))
        text = text[:1].upper() + text[1:]
        self.lines.append(text)
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 0, 0, 0), 6)
        if icon:
            row.addWidget(Icon(self.look, icon, token, 16), 0, _TOP)
        style = {"attention": "attention", "text": "strong"}.get(token, "quiet")
        row.addWidget(words(text, style, wrap=True), 1)
        self.column.addLayout(row)
        held = one.consent
        if held is None:
            return
        self.column.addWidget(Hairline(self.look))
        for label, value in self._facts(held, one):
            self._fact(label, value)
        self._said(self.tr("In their own words"), held.understanding or "")
        self._gone(one, held)
        self._earlier(one)
        self._buttons(held, first=first)

    def _facts(self, held: Consent, one: Answer) -> Iterator[tuple[str, str]]:
        refused = held.identity == "none"
        how = ", ".join(
            part for part in (date(held.given_on), consent_words.identity(held.identity) if not refused else "") if part
        )
        if not refused or one.state == consenting.WITHDRAWN:
            yield (self.tr("Refused") if refused else self.tr("Granted")), how
        yield self.tr("How"), vocabulary.consent_method(held.method) if held.method else ""
        yield self.tr("In"), self._language(held)
        yield self.tr("Explained"), "" if held.explained is None else vocabulary.yes_no("yes" if held.explained else "no")
        yield self.tr("Limits told"), vocabulary.yes_no(held.told_limits) if held.told_limits else ""
        yield self.tr("Risks"), held.risks or ""
        yield self.tr("Given by"), self._name(held.given_by)
        yield self.tr("Child agreed"), vocabulary.yes_no(held.assent) if held.assent else ""
        yield self.tr("Only for"), consent_words.scope(self.case, held)
        yield self.tr("Basis"), held.basis or ""
        yield self.tr("Doubts"), held.doubts or ""
        yield self.tr("Expires"), date(held.expires)
        yield self.tr("Ask again"), date(held.ask_again_on)
        yield self.tr("Note"), held.note or ""
        if held.withdrawn_on:
            yield self.tr("Withdrawn"), date(held.withdrawn_on)
            yield (
                self.tr("Recall tried"),
                vocabulary.yes_no(held.recall_tried) if held.recall_tried else self.tr("not recorded"),
            )
            yield self.tr("Note"), held.withdrawal_note or ""
        opened = [] if one.state != consenting.GRANTED else consenting.opens(held.purpose, held.recipient)
        yield self.tr("Counts for"), self._opened(opened)

    def _opened(self, profiles: Sequence[str]) -> str:
        return self.tr("a copy for {0}").format(", ".join(map(consent_words.copy_for, profiles))) if profiles else ""

    def _language(self, held: Consent) -> str:
        language = vocabulary.language(held.language) if held.language else ""
        through = self._name(held.interpreter)
        if language and through:
            return self.tr("{0}, through {1}").format(language, through)
        return language or (self.tr("through {0}").format(through) if through else "")

    def _name(self, entry_id: str | None) -> str:
        entry = registry.entry(self.case, entry_id) if entry_id else None
        return isolated(registry.first_name(entry)) if entry is not None else (entry_id or "")

    def _fact(self, label: str, text: str) -> None:
        if not text:
            return
        self.lines.append(f"{label}: {text}")
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 2, 0, 2), 8)
        left = words(label, "note", wrap=True)
        self.look.fit(left, lambda: left.setFixedWidth(self.look.px(78)))
        row.addWidget(left, 0, _TOP)
        row.addWidget(words(text, wrap=True, select=True), 1, _TOP)
        self.column.addLayout(row)

    def _said(self, label: str, text: str) -> None:
        if text:
            self.lines.append(text)
            self.column.addSpacing(self.look.px(4))
            if label:
                self.column.addWidget(words(label, "note"))
            self.column.addWidget(said(f"“{text}”", 17, 29))

    # --- what had gone out ---

    def _gone(self, one: Answer, held: Consent) -> None:
        sent = withdrawing.gone_out(self.case, self.person, (one.recipient,), self.sent, held.given_on)
        if held.identity == "none" or (not sent and one.state != consenting.WITHDRAWN):
            return
        self.column.addSpacing(self.look.px(4))
        self._say(self.tr("What had gone out before") if held.withdrawn_on else self.tr("What has gone out"), "note")
        for row in sent:
            self._say(sent_words(row))
        if not sent:
            self._say(self.tr("Nothing is on record."), "quiet")
        if held.withdrawn_on:
            self._say(consent_words.recall(one.recipient), "note")

    def _earlier(self, one: Answer) -> None:
        if one.earlier:
            self.column.addSpacing(self.look.px(4))
            self._say(self.tr("Other answers on record"), "note")
        for held in one.earlier:
            told = Answer(one.purpose, one.recipient, consenting.state_of(held, dt.date.today()), held.identity, held)
            extra = consent_words.scope(self.case, held)
            self._say(consent_words.told(told) + (f" ({extra})" if extra else ""))
            if held.understanding:
                self._said("", held.understanding)

    def _buttons(self, held: Consent, *, first: bool) -> None:
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 0, 0, 0), 16)
        change = KeyButton(self.look, self.tr("Correct…"), "Ctrl+E" if first else "", kind=QUIET, height=32, parent=self)
        change.clicked.connect(partial(self.correct.emit, held.id))
        past = KeyButton(self.look, self.tr("Past versions"), "", kind=QUIET, height=32, parent=self)
        past.clicked.connect(partial(self.versions.emit, held.id))
        for button in (change, past):
            row.addWidget(button)
        row.addStretch(1)
        self.correct_buttons.append(change)
        self.version_buttons[held.id] = past
        box = QWidget(self)
        self._boxes[held.id] = QVBoxLayout(box)
        self.look.pad(self._boxes[held.id], box, (0, 0, 0, 0), 4)
        self.column.addLayout(row)
        self.column.addWidget(box)

    def show_versions(self, consent_id: str, versions: Sequence[Version]) -> None:
        """The earlier wordings of a consent, newest first, each with what it changed."""
        column = self._boxes.get(consent_id)
        if column is None:
            return
        clear(column)
        if len(versions) < 2:
            column.addWidget(words(self.tr("Recorded once and not changed since."), "quiet", wrap=True))
        for number in range(len(versions) - 1, -1, -1) if len(versions) > 1 else ():
            version = versions[number]
            column.addWidget(words(self.tr("{0}, by {1}").format(date(version.time[:10]), version.author), "note", wrap=True))
            if version.value is None:
                column.addWidget(words(self.tr("erased") if version.what == "erased" else self.tr("taken away"), "quiet"))
                continue
            before = versions[number - 1].value if number else None
            for label, text, quoted in version_lines(to_plain(version.value), to_plain(before) if before else {}):
                column.addWidget(
                    words(text if quoted else f"{label}: {text}", "said" if quoted else "", wrap=True, select=True)
                )


def sent_words(one: Disclosed) -> str:
    """Something that left the vault: "Copy for counsel, to Ann Lee, 18 June 2021"."""
    what = {
        "exported-plain": translate("consent", "The whole case in plain text"),
        "exported-sealed": translate("consent", "The whole case, sealed"),
        "statement": translate("consent", "A statement to be signed, with names"),
    }.get(one.what, translate("consent", "Copy for {0}").format(consent_words.copy_for(one.profile)))
    papers = {
        "csv": translate("consent", "Table of events for {0}"),
        "case-file": translate("consent", "Redacted case file for {0}"),
        "declaration": translate("consent", "Draft declaration for {0}"),
        "packet": translate("consent", "Packet for {0}"),
    }
    if one.kind in papers:
        what = papers[one.kind].format(consent_words.copy_for(one.profile))
    if one.erased:
        what = translate("consent", "Something whose words were erased here")
    who = one.recipient if one.what == "disclosure" else ""
    parts = [what, translate("consent", "to {0}").format(isolated(who)) if who else "", date(one.dated or one.time[:10])]
    return ", ".join(part for part in parts if part)
