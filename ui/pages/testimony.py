"""Testimony: what was said, as it is written down. Original and translation side by side, in step paragraph by paragraph.

What is typed is kept as an encrypted draft within a second, and becomes a row of the history when it is saved. Words that
were read back change by amendment only, with a reason; the earlier wording stays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case import Case, Testimony
from app.services import work
from app.services.open_vault import OpenVault
from app.services.testimony import is_fixed, pair_of, paragraphs, save_words
from app.services.values import CaseStore
from ui.first_case import BEGIN
from ui.page import Around, Hints, Page
from ui.pages.interview import INTERVIEW, InterviewMode
from ui.pages.kept_form import keep_forms
from ui.pages.readback import READBACK, ReadBackMode
from ui.pages.testimony_column import TestimonyColumn, in_step
from ui.pages.testimony_dialogs import NewTestimony, ask_to_amend
from ui.pages.testimony_drafts import ask_to_give_up, place_of, why_of
from ui.pages.testimony_facts import TestimonyFacts
from ui.pages.testimony_keys import offer_keys
from ui.pages.testimony_known import Known
from ui.pages.testimony_rows import testimony_hints, testimony_rows
from ui.widgets.buttons import FILLED, KeyButton, Segmented
from ui.widgets.columns import Columns
from ui.widgets.fields import Choice
from ui.widgets.words import Hairline, words

translate = QCoreApplication.translate

#: Typing is on the disk, encrypted, so many milliseconds after it began at the latest.
DRAFT_AFTER = 800


class TestimonyPage(Page):
    """The writing screen."""

    __test__ = False  # a page, whatever its name looks like to a test runner

    key = "testimony"
    flush_top = True
    icon = "pen-line"

    @classmethod
    def label(cls) -> str:
        return translate("TestimonyPage", "Testimony")

    def __init__(self, around: Around) -> None:
        super().__init__(around, self.label(), margins=False)
        self._buttons()
        self.columns = {side: TestimonyColumn(self.look, side) for side in ("original", "translation")}
        for column in self.columns.values():
            column.page.typed.connect(partial(self._typed, column))
            column.page.on_tab = partial(self._to_other, column)
            column.page.entered.connect(partial(self._entered, column))
            column.page.resized.connect(self._settle_soon)
            column.page.paragraph_changed.connect(partial(self._step, column))
            column.save_draft.connect(partial(self.save_column, column))
            column.discard_draft.connect(partial(self._discard, column))
            column.amend.connect(partial(ask_to_amend, self, column))
            column.restored.connect(self._dirty_changed)
        self.is_narrow = False
        self._last: TestimonyColumn | None = None  # where somebody worked last: a button takes the keyboard away
        self.bar, self._line = self._bar(), Hairline(self.look)
        self.interview = InterviewMode(self)
        self.readback = ReadBackMode(self)
        self.interview_button.clicked.connect(self.interview.enter)
        self.bar_row.addWidget(self.interview.tools, 1, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.interview.bar, self.bar, self._line):
            self.body.addWidget(part)
        self.both = Columns(self.look, self.columns["original"], self.columns["translation"], narrow=760)
        paper = QWidget()
        paper.setObjectName("paper")
        paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box = QVBoxLayout(paper)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.both)
        self.body.addWidget(paper, 1)
        self.body.addWidget(self.interview.forms, 1)
        self.body.addWidget(self.readback.view, 1)
        self._paper = paper
        self.empty = words(
            self.tr("No testimony is on record. Press Ctrl+N to begin one, in the language in which it is given."),
            "quiet",
            wrap=True,
        )
        self.empty.setContentsMargins(self.look.px(32), self.look.px(16), self.look.px(32), 0)
        self.body.addWidget(self.empty)
        self._below = QWidget()  # takes the room where there is no page
        self.body.addWidget(self._below, 1)
        offer_keys(self, lambda: None if self.interview.on else self._current())
        self.known = Known(self)
        self._drafting = QTimer(self)
        self._drafting.setSingleShot(True)
        self._drafting.setInterval(DRAFT_AFTER)
        self._drafting.timeout.connect(partial(self._keep, composed=False))
        self._stepping = False
        self.refresh()

    def _buttons(self) -> None:
        self.new_button = KeyButton(self.look, self.tr("New testimony…"), "Ctrl+N", icon="plus")
        self.new_button.clicked.connect(self.new)
        self.interview_button = KeyButton(self.look, self.tr("Interview"), "F9", icon="users")
        self.facts_button = KeyButton(self.look, self.tr("How it was taken…"), "F4", icon="list-checks")
        self.facts_button.clicked.connect(self.edit_facts)
        self.read_button = KeyButton(self.look, self.tr("Read back…"), "F6", icon="book-open-check")
        self.read_button.clicked.connect(self.read_back)
        self.save_button = KeyButton(self.look, self.tr("Save"), "Ctrl+S", kind=FILLED, icon="save")
        self.save_button.clicked.connect(self.save)
        for button in (self.new_button, self.interview_button, self.facts_button, self.read_button, self.save_button):
            self.head.addWidget(button)

    def _bar(self) -> QWidget:
        bar = QWidget()
        self.bar_row = row = QHBoxLayout(bar)
        self.look.pad(row, bar, (32, 4, 32, 8), 12)
        self.choice = Choice(self.look, self.tr("Which testimony"), ())
        self.choice.activated.connect(lambda _row: self.show_entry(self.choice.value))
        row.addWidget(self.choice, 1)
        self.view = Segmented(
            self.look,
            (
                ("both", self.tr("Side by side")),
                ("original", self.tr("Original")),
                ("translation", self.tr("Translation")),
            ),
            self.tr("What is shown"),
        )
        self.view.choose("both")
        self.view.group.idToggled.connect(lambda _number, on: self._show_sides() if on else None)
        row.addWidget(self.view)
        bar.setMinimumWidth(1)
        return bar

    def hints(self) -> Hints:
        for mode in (self.readback, self.interview):
            if mode.on:
                return mode.hints()
        return testimony_hints([c.testimony for c in self.columns.values() if c.testimony is not None])

    def primary(self) -> QWidget | None:
        if self.readback.on:
            return self.readback.view
        shown = [c.page for c in self.columns.values() if c.testimony is not None and c.isVisibleTo(self)]
        return shown[0] if shown else self.new_button

    # --- which testimony ---

    def refresh(self) -> None:
        rows = testimony_rows(self.desk.case)
        held = self.choice.value
        known = [key for key, _ in rows]
        self.choice.fill(rows, held if held in known else known[0] if known else "")
        self.choice.setEnabled(bool(rows))
        self.arrange_parts()
        self._show(self.choice.value)
        self.hinted.emit()
        self.interview.refresh()
        self.readback.refresh()

    def arrange_parts(self) -> None:
        """What stands on the page now: the words, or a form over them; nothing beside them while others look too."""
        read, mode = self.readback.on, self.interview
        rows, form = bool(self.choice.count()) and not read, mode.on and mode.forms.open
        self.readback.view.setVisible(read)
        self.empty.setVisible(not rows and not read)
        self._below.setVisible(not rows and not read)
        self._paper.setVisible(rows and not form)
        mode.forms.setVisible(form)
        mode.bar.setVisible(mode.on)
        self.choice.setVisible(not mode.on)
        mode.tools.setVisible(mode.on)
        for part in (self.bar, self._line):
            part.setVisible(rows and not form and not (mode.on and self.is_narrow))
        self._top.setVisible(not mode.on and not read and not self.is_narrow)

    def show_entry(self, entry_id: str) -> None:
        """Open a testimony; ``t1/3`` opens it at its third paragraph. ``BEGIN`` asks for a new one, and holds its interview."""
        if entry_id == BEGIN:
            QTimer.singleShot(0, self, self._begin)  # the page gets the keyboard first, then the dialog over it
            return
        entry, _, paragraph = entry_id.partition("/")
        if entry != self.choice.value:
            self.readback.leave()
            self.interview.leave()
        testimony = next((t for t in self.desk.case.testimonies if t.id == entry), None)
        if testimony is None:
            return
        self.flush()
        original, translation = pair_of(self.desk.case, testimony)
        self.choice.choose((original or testimony).id)
        self._show((original or testimony).id)
        if paragraph == INTERVIEW:
            self.interview.enter()
        elif paragraph.startswith(f"{READBACK}/"):
            self.readback.go_on(paragraph.partition("/")[2])
        elif paragraph.isdigit():
            column = self.columns["translation" if testimony is translation else "original"]
            self._last = column
            self._show_sides()
            column.page.setFocus()
            self._go(column, int(paragraph))
            QTimer.singleShot(0, self, partial(self._go, column, int(paragraph)))  # a page just made has no lines yet

    def _go(self, column: TestimonyColumn, paragraph: int) -> None:
        column.page.go_to(paragraph)
        self._step(column, paragraph, sent=True)

    def _show(self, entry_id: str) -> None:
        testimony = next((t for t in self.desk.case.testimonies if t.id == entry_id), None)
        pair = pair_of(self.desk.case, testimony) if testimony is not None else (None, None)
        self._keep(composed=False)
        for column, value in zip(self.columns.values(), pair, strict=True):
            if column.show_testimony(value) and value is not None:
                self._look_for_draft(column, value)
        for button in (self.facts_button, self.read_button):
            button.setEnabled(testimony is not None)
        self.view.setVisible(all(value is not None for value in pair))
        self._show_sides()
        self._dirty_changed()

    def _look_for_draft(self, column: TestimonyColumn, testimony: Testimony) -> None:
        case_id, places = self.desk.case_id, (place_of(testimony), why_of(testimony))

        def read(vault: OpenVault) -> tuple[str | None, str | None]:
            store = vault.store(case_id)
            return work.draft(store, places[0]), work.draft(store, places[1])

        self.tasks.query(column, read, partial(column.offer_draft, testimony.id), column.not_offered)

    def _show_sides(self) -> None:
        wanted = self.view.value if self.view.isVisibleTo(self) else "both"
        if wanted == "both" and self._is_small and all(column.testimony is not None for column in self.columns.values()):
            wanted = (self._last or self.columns["original"]).side
        for side, column in self.columns.items():
            column.setVisible(column.testimony is not None and wanted in ("both", side))
        self.both.only(not all(column.isVisibleTo(self.both) for column in self.columns.values()))

    @property
    def last_column(self) -> TestimonyColumn | None:
        """Where somebody worked last."""
        return self._last

    def set_narrow(self, narrow: bool) -> None:
        self.is_narrow = narrow
        super().set_narrow(narrow)
        self.arrange_parts()

    def where(self) -> str:
        return self.readback.where() or self.interview.where()

    @property
    def _is_small(self) -> bool:
        """Whether there is room for one language only: then Tab brings the other in its place."""
        return self.width() < self.look.px(760) and self.height() < self.look.px(480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sides()
        self._settle_soon()

    def _settle_soon(self) -> None:
        QTimer.singleShot(0, self, self._settle)  # lines break anew after this: paragraphs stand elsewhere then

    def _settle(self) -> None:
        """Bring both languages back to the paragraph where somebody works."""
        column = self._last
        if column is not None and column.testimony is not None:
            column.page.ensureCursorVisible()
            self._step(column, column.page.paragraph, sent=True)

    def _to_other(self, column: TestimonyColumn, forward: bool) -> bool:
        """Tab in a small window; ``False`` to leave it to the usual order."""
        other = self.columns["translation" if column.side == "original" else "original"]
        if forward != (column.side == "original") or not self._is_small or other.testimony is None or self.view.value != "both":
            return False
        self._last = other
        self._show_sides()
        self._step(column, column.page.paragraph, sent=True)
        other.page.setFocus()
        return True

    # --- writing ---

    def _typed(self, column: TestimonyColumn) -> None:
        column.typed()
        if not self._drafting.isActive():  # not started anew with each key: it must fire while somebody types on
            self._drafting.start()
        self._dirty_changed()

    def _dirty_changed(self) -> None:
        self.save_button.setEnabled(any(column.dirty for column in self.columns.values()))

    def _step(self, column: TestimonyColumn, paragraph: int, *, sent: bool = False) -> None:
        """Bring the same paragraph of the other language to the same height, where somebody works or was sent."""
        other = next(each for each in self.columns.values() if each is not column)
        if not self._stepping and (sent or column.page.hasFocus()):
            self._stepping = True
            in_step(self, column, other, paragraph)
            self._stepping = False

    def flush(self) -> None:
        self._keep(composed=True)
        self.interview.forms.flush()
        keep_forms(self)

    def _keep(self, *, composed: bool) -> None:
        self._drafting.stop()
        for column in self.columns.values():
            testimony, text = column.testimony, column.draft(composed=composed)
            if testimony is not None and text is not None:
                self.desk.draft(place_of(testimony), text)

    def _discard(self, column: TestimonyColumn) -> None:
        ask_to_give_up(self.look, self, self.desk, column, self._dirty_changed)

    # --- saving ---

    def save(self) -> None:
        """Save what was changed in both languages."""
        for column in self.columns.values():
            if column.dirty and not self.save_column(column):
                return  # one question at a time

    def save_column(self, column: TestimonyColumn, also: Callable[[Testimony], Testimony] | None = None) -> bool:
        """Save one language, with a mark on a paragraph of it, say; ``False`` where something must be said first."""
        testimony = column.testimony
        if testimony is None or not (column.dirty or also):
            return True
        text, why = column.page.text(), column.reason
        if not paragraphs(text):
            column.notice.say(self.tr("Nothing was saved: there is no word here."), self.tr("Write something first."))
            return False
        if column.dirty and is_fixed(testimony) and not why:
            ask_to_amend(self, column)
            return False
        self._keep(composed=False)  # should saving fail, and the vault lock meanwhile, the words are there as a draft
        column.saving(text)
        today, drafts = dt.date.today().isoformat(), (place_of(testimony), why_of(testimony))

        def change(store: CaseStore) -> Case:
            return save_words(store, testimony, text, on=today, why=why, drafts=drafts, also=also)

        self.desk.run(self, change, lambda _case: self._dirty_changed(), column.refused)
        return True

    # --- dialogs ---

    def _begin(self) -> None:
        def made(place: str) -> None:
            self.show_entry(f"{place.partition('/')[0]}/{INTERVIEW}")

        NewTestimony(self.look, self, self.desk, self.choice.value, made).open()

    def new(self) -> None:
        """A new testimony, or the translation of one."""
        NewTestimony(self.look, self, self.desk, self.choice.value, self.show_entry).open()

    def _entered(self, column: TestimonyColumn) -> None:
        self._last = column

    def _current(self) -> Testimony | None:
        if self.readback.on:
            return self.readback.texts[0]
        shown = [column for column in self.columns.values() if column.testimony is not None and column.isVisibleTo(self)]
        if self._last in shown:
            return self._last.testimony
        return shown[0].testimony if shown else None

    def edit_facts(self) -> None:
        """The interview around the testimony."""
        if (testimony := self._current()) is not None:
            self.flush()
            TestimonyFacts(self.look, self, self.desk, testimony).open()

    def read_back(self) -> None:
        """Read it to the witness, paragraph by paragraph, or record that it was read."""
        self.readback.ask(self._current())
