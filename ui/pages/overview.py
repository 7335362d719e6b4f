"""Overview: a cover note. Who it is about, what is missing and how to mend it, who has received what, where it stands."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.date_words import date_words
from app.services import history
from app.services.overview import Overview, overview
from ui import vocabulary
from ui.page import Around, Hints, Page
from ui.pages.case_facts import CaseFacts
from ui.pages.kept_form import keep_forms
from ui.pages.missing_words import missing_words
from ui.undoing import offer_undo
from ui.widgets.buttons import FILLED, QUIET, KeyButton
from ui.widgets.scrolled import Scrolled, clear
from ui.widgets.words import Hairline, Icon, said, words

translate = QCoreApplication.translate


class OverviewPage(Page):
    """The first page of a case. Nothing is typed here but the case's own facts, in a dialog."""

    key = "overview"
    icon = "layout-list"

    @classmethod
    def label(cls) -> str:
        return translate("OverviewPage", "Overview")

    def __init__(self, around: Around) -> None:
        super().__init__(around, "", margins=False)
        self.facts_button = KeyButton(self.look, self.tr("Case facts…"), "F4", icon="pen-line")
        self.facts_button.clicked.connect(self.edit_facts)
        self.testimony_button = KeyButton(self.look, self.tr("Go on with the testimony"), kind=FILLED, icon="pen-line")
        self.testimony_button.clicked.connect(lambda: self.around.go("testimony", ""))
        self.head.addWidget(self.facts_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addWidget(self.testimony_button, 0, Qt.AlignmentFlag.AlignTop)
        self.area = Scrolled(self.look, margins=(32, 8, 32, 24))
        self.body.addWidget(self.area)
        self._left, self._right = QWidget(), QWidget()
        self._columns = QHBoxLayout()
        self.look.pad(self._columns, self.area.inner, (0, 0, 0, 0), 40)
        self._columns.addWidget(self._left, 5, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._right, 3, Qt.AlignmentFlag.AlignTop)
        self.area.column.addLayout(self._columns)
        self.area.column.addStretch(1)
        self.left, self.right = QVBoxLayout(self._left), QVBoxLayout(self._right)
        for column, widget in ((self.left, self._left), (self.right, self._right)):
            self.look.pad(column, widget, (0, 0, 0, 0), 8)
        self.area.narrow_at(820, self._stack)
        self._received: tuple[history.Disclosed, ...] = ()
        offer_undo(self)
        self.refresh()

    def _stack(self, narrow: bool) -> None:
        self._columns.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)

    def hints(self) -> Hints:
        return (
            (("Ctrl+1–8",), self.tr("go to a section")),
            (("F4",), self.tr("case facts")),
            (("Ctrl+Z",), self.tr("undo")),
            (("Alt+Home",), self.tr("all cases")),
        )

    def flush(self) -> None:
        keep_forms(self)

    def primary(self) -> QWidget | None:
        return self.testimony_button

    # --- showing ---

    def refresh(self) -> None:
        case_id = self.desk.case_id
        self._show()
        self.tasks.query(self, lambda vault: history.disclosures(vault.store(case_id)), self._take_received)

    def _take_received(self, received: tuple[history.Disclosed, ...]) -> None:
        self._received = received
        self._show()

    def _show(self) -> None:
        case = self.desk.case
        seen = overview(case, self.desk.contents, dt.date.today())
        self.title.setText(self.tr("Case {0}").format(case.case.code))
        facts = [self.tr("Opened {0}").format(date_words(case.case.opened))] if case.case.opened else []
        facts += list(case.case.matters)
        self.subtitle.setText(" · ".join(facts))
        self.subtitle.setVisible(bool(facts))
        for column in (self.left, self.right):
            clear(column)
        self.left.addWidget(said(self._lead(seen)))
        self.left.addSpacing(self.look.px(12))
        self._missing(seen)
        self._who_received()
        self._stands(seen)
        self.left.addStretch(1)
        self.right.addStretch(1)

    def _lead(self, seen: Overview) -> str:
        parts = []
        if seen.occupation:
            parts.append(seen.occupation[0].upper() + seen.occupation[1:] + ".")
        if seen.in_custody_since:
            since = date_words(seen.in_custody_since)
            parts.append(self.tr("{0} since {1}.").format(vocabulary.type_word(seen.in_custody_type), since))
        elif seen.last[0]:
            parts.append(
                self.tr("Last on record: {0}, {1}.").format(
                    vocabulary.type_word(seen.last[0]).lower(), date_words(seen.last[1])
                )
            )
        if seen.risks:
            parts.append(self.tr("At risk: {0}.").format(", ".join(seen.risks)))
        if not parts:
            parts.append(self.tr("Nothing is on record yet."))
            parts.append(self.tr("Begin with the people: the witness first, then those who could be harmed."))
        return " ".join(parts)

    def _section(self, column: QVBoxLayout, text: str, note: str = "") -> None:
        row = QHBoxLayout()
        row.addWidget(words(text, "section"))
        row.addStretch(1)
        if note:
            row.addWidget(words(note, "note"))
        column.addLayout(row)
        column.addWidget(Hairline(self.look))

    def _missing(self, seen: Overview) -> None:
        count = len(seen.missing)
        self._section(self.left, self.tr("What is missing"), self.tr("{0} things").format(count) if count > 1 else "")
        if not count:
            self.left.addWidget(words(self.tr("Nothing that this program can see."), "quiet"))
        for missing in seen.missing:
            head, why, step = missing_words(missing)
            row = QHBoxLayout()
            self.look.pad(row, self._left, (0, 4, 0, 4), 12)
            attention = missing.key in ("no-consent", "consent-expired", "relative-consent", "ran-out", "ask-again")
            icon = Icon(self.look, _ICONS.get(missing.page, "info"), "attention" if attention else "text2")
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addWidget(words(head, wrap=True))
            texts.addWidget(words(why, "note", wrap=True))
            row.addLayout(texts, 1)
            button = KeyButton(self.look, step, kind=QUIET, height=28)
            button.setAccessibleDescription(head)
            button.clicked.connect(lambda _=False, to=missing: self.around.go(to.page, to.entry))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.left.addLayout(row)
        self.left.addSpacing(self.look.px(16))

    def _who_received(self) -> None:
        self._section(self.left, self.tr("Who has received what"))
        if not self._received:
            self.left.addWidget(words(self.tr("Nothing has left this vault."), "quiet"))
            return
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self.look.px(24))
        for number, given in enumerate(self._received[:6]):
            grid.addWidget(words(date_words(given.time[:10]), "quiet"), number, 0)
            whom, what = self._given(given)
            grid.addWidget(words(whom, wrap=True), number, 1)
            grid.addWidget(words(what, "note"), number, 2, Qt.AlignmentFlag.AlignRight)
        self.left.addLayout(grid)
        if len(self._received) > 6:
            more = self.tr("and {0} more; the history has them all").format(len(self._received) - 6)
            self.left.addWidget(words(more, "note", wrap=True))
        self.left.addSpacing(self.look.px(16))

    def _given(self, given: history.Disclosed) -> tuple[str, str]:
        """Who received something, and what it was."""
        if given.erased:
            return self.tr("not known any more: its words were erased"), ""
        if given.what == "exported-plain":
            return self.tr("whoever holds the file"), self.tr("whole case, plain text")
        if given.what == "exported-sealed":
            return self.tr("whoever holds a key to it"), self.tr("whole case, sealed")
        if given.what == "statement":
            return self.tr("whoever holds the paper"), self.tr("statement to be signed, with names")
        whom = vocabulary.profile(given.profile)
        if given.recipient:
            whom = self.tr("{0}, to {1}").format(whom, given.recipient)
        papers = {
            "csv": self.tr("events as a table"),
            "case-file": self.tr("redacted case file"),
            "declaration": self.tr("draft declaration"),
            "packet": self.tr("packet, sealed"),
        }
        if given.kind in papers:
            return whom, papers[given.kind]
        return whom, self.tr("PDF, 1 page") if given.pages == 1 else self.tr("PDF, {0} pages").format(given.pages)

    def _stands(self, seen: Overview) -> None:
        self._section(self.right, self.tr("Where it stands"))
        at = seen.standing
        if at is None:
            return
        none = self.tr("none yet")
        rows = (
            (self.tr("People"), self.tr("{0}, {1} at risk").format(at.people, at.at_risk) if at.people else none),
            (
                self.tr("Testimony"),
                self.tr("{0}, {1} paragraphs").format(at.testimonies, at.paragraphs) if at.testimonies else none,
            ),
            (self.tr("Read back"), self.tr("{0} of {1} paragraphs").format(at.read, at.paragraphs) if at.paragraphs else none),
            (self.tr("Events"), self.tr("{0}, {1} with a source").format(at.events, at.sourced) if at.events else none),
            (self.tr("Documents"), self.tr("{0}, {1} held here").format(at.documents, at.held) if at.documents else none),
            (self.tr("Consent"), ", ".join(vocabulary.recipient(one) for one in at.consents) or self.tr("none on record")),
        )
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self.look.px(24))
        grid.setVerticalSpacing(self.look.px(6))
        for number, (label, text) in enumerate(rows):
            grid.addWidget(words(label, "quiet"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(text, wrap=True), number, 1)
        self.right.addLayout(grid)

    # --- the case's own facts ---

    def edit_facts(self) -> None:
        """Code, dates, languages, matters, who is counsel, hold and retention, in one dialog."""
        CaseFacts(self.look, self, self.desk).open()


_ICONS = {
    "testimony": "book-open-check",
    "consent": "handshake",
    "events": "calendar-days",
    "documents": "file-question-mark",
    "people": "user-plus",
}
