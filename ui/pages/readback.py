"""Read-back, a mode of its own: each paragraph is read to the witness, then confirmed, corrected, or left as not reread.

The client and the interpreter see the screen: this testimony and nothing else. Every decision is on the disk before the next
paragraph shows, so that the work goes on where it was left, whatever happened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain import dates as edtf
from app.domain.case import Case, Testimony
from app.domain.date_words import date_words
from app.domain.paragraphs import paragraphs
from app.errors import UserError
from app.services import reading_back
from app.services.reading_back import CONFIRMED, NOT_REREAD, Correction, Tally
from app.services.testimony import is_fixed, pair_of
from app.services.values import CaseStore
from ui import vocabulary
from ui.errors import told
from ui.page import Hints
from ui.pages.readback_panels import ReadBackCorrection, ReadBackSign, ReadBackStart
from ui.pages.readback_texts import ReadTexts
from ui.pages.readback_view import ReadBackView
from ui.pages.testimony_statement import StatementPanel
from ui.widgets.words import PLAIN

if TYPE_CHECKING:
    from ui.pages.testimony import TestimonyPage

#: What ``show_entry`` is told after the id of a testimony, so that reading goes on after a lock.
READBACK = "readback"


class ReadBackMode(QObject):
    """The mode of one testimony page. ``on``: whether it stands; ``at``: the paragraph shown, after the last the end page."""

    def __init__(self, page: TestimonyPage) -> None:
        super().__init__(page)
        self.page, self.look, self.desk = page, page.look, page.desk
        self.on, self.at = False, 1
        self._texts = ReadTexts(self.desk, ())
        self._made: list[int] = []  # where decisions were made that can be taken back
        self._waiting = self._talked = self._too_long = False
        self._signed_how = ""
        self.view = ReadBackView(self.look, page)
        self._acts: dict[str, Callable[[], None]] = {
            "confirm": partial(self.decide, CONFIRMED),
            "not-reread": partial(self.decide, NOT_REREAD),
            "correct": self.correct,
            "back": partial(self._step, -1),
            "next": partial(self._step, 1),
            "first": lambda: self.go_to(1),
            "last": lambda: self.go_to(self._texts.count + 1),
            "open": self._to_open,
            "undo": self.undo,
            "change": self.change,
            "sign": self.sign,
            "statement": self.write_statement,
            "other-statement": partial(self.write_statement, 1),
            "other-back": partial(self._shift, -1),
            "other-next": partial(self._shift, 1),
            "leave": self.leave,
            "lock": page.lock.emit,
            "hide": page.hide_work.emit,
        }
        self.view.acted.connect(lambda act: self._acts[act]() if self.on else None)
        self.view.hide()

    @property
    def texts(self) -> list[Testimony]:
        """The testimonies that are read, the one in which somebody worked first."""
        return self._texts.held

    # --- in and out ---

    def ask(self, testimony: Testimony | None) -> None:
        """Ask in which language and through whom, then begin with a testimony or go on with it."""
        if testimony is None:
            return
        if any(column.dirty for column in self.page.columns.values()):
            self.page.notice.say(self.tr("Save first: what is read back is what is saved."), kind=PLAIN)
            return
        if not paragraphs(testimony.text):
            head = self.tr("There is nothing to be read back yet.")
            self.page.notice.say(head, self.tr("Write something first."), kind=PLAIN)
            return
        texts = [testimony]
        texts += [
            one
            for one in pair_of(self.desk.case, testimony)
            if one is not None and one.id != testimony.id and reading_back.match(one, testimony)
        ]
        ReadBackStart(self.look, self.page, self.desk, texts, self.enter).open()

    def enter(self, ids: Sequence[str]) -> None:
        """Show these testimonies, at the first paragraph that has no result."""
        self._texts = ReadTexts(self.desk, ids)
        if not self.texts:
            return
        if len(self.texts) > 1 and not self._texts.matched:  # a paragraph more since: they cannot be decided together
            self._texts = ReadTexts(self.desk, ids[:1])
        self._talked = self.page.interview.on
        if self._talked:
            self.page.interview.step_aside()
        self._made, self._waiting, self._signed_how = [], False, ""
        self.page.notice.clear()
        self._set_on(True)
        found = self._texts.tally()
        self.go_to(found.open[0] if found.open else self._texts.count + 1)

    def go_on(self, told_: str) -> None:
        """Go on after a lock: ``told_`` is what ``where`` gave."""
        texts = ReadTexts(self.desk, told_.split("+"))
        if texts.held and all(one.readback is not None for one in texts.held):
            self.enter(tuple(one.id for one in texts.held))

    def where(self) -> str:
        """Where the work is to go on after a lock."""
        ids = self._texts.ids
        return f"{ids[0]}/{READBACK}/{'+'.join(ids)}" if self.on and ids else ""

    def leave(self) -> None:
        """Back to where it was entered from; everything is kept."""
        if not self.on:
            return
        again = self._talked and not any(is_fixed(one) for one in self.texts)
        found = self._texts.tally() if self.texts else None
        self._set_on(False)
        self.page.notice.clear()
        if again:
            self.page.interview.enter()
        elif found is not None and found.open:
            self.page.notice.say(
                self.tr("{0} of {1} paragraphs are not read back yet.").format(len(found.open), found.count),
                self.tr("What was decided is kept. F6 goes on where it was left."),
                kind=PLAIN,
            )
        first = self.page.primary()
        if first is not None:
            first.setFocus()

    def _set_on(self, on: bool) -> None:
        self.page.flush()
        self.on = self.page.alone = on
        self.page.alone_changed.emit()
        self.page.arrange_parts()
        self.page.hinted.emit()
        if on:
            self._to_view()

    def _to_view(self) -> None:
        self.view.setFocus()
        QTimer.singleShot(0, self, lambda: self.view.setFocus() if self.on else None)  # once a dialog is gone

    def refresh(self) -> None:
        """The case changed."""
        if not self.on:
            return
        if not self.texts or not self._texts.count:
            self.leave()
        else:
            self.go_to(self.at)

    def hints(self) -> Hints:
        """The keys of the mode, for the bar at the foot."""
        if self.view.at_end:
            return (
                (("Left",), self.tr("back to the paragraphs")),
                (("Ctrl+Z",), self.tr("undo")),
                (("Esc",), self.tr("leave")),
            )
        other: Hints = ()
        if self._texts.other is not None and not self._texts.matched:
            other = ((("Alt+Up", "Alt+Down"), self.tr("the other language")),)
        return (
            (("Return", "C"), self.tr("confirm")),
            (("R",), self.tr("correct")),
            (("N",), self.tr("not reread")),
            (("Left", "Right"), self.tr("back and on")),
            *other,
            (("Up", "Down"), self.tr("scroll")),
            (("Ctrl+Z",), self.tr("undo")),
            (("Esc",), self.tr("leave")),
        )

    # --- showing ---

    def go_to(self, number: int) -> None:
        """Show a paragraph, from 1; after the last the page that counts them."""
        count = self._texts.count
        self.at = max(1, min(number, count + 1))
        found = self._texts.tally()
        self.view.show_how(self._texts.how())
        self.view.show_progress(count - len(found.open), count)
        was = self.view.at_end
        if self.at > count:
            self._show_end(found)
        else:
            result = self._texts.result(self.at)
            position = self.tr("paragraph {0} of {1}").format(self.at, count)
            self.view.show_paragraph(
                position, self._texts.shown(self.at), result, self._texts.why(self.at), undo=bool(self._made)
            )
        self._tell_length()
        if was != self.view.at_end:
            self.page.hinted.emit()
            self._to_view()

    def _tell_length(self) -> None:
        """Nobody confirms what cannot be shown whole."""
        long = self.at <= self._texts.count and self._texts.is_too_long(self.at)
        if long:
            self.view.notice.say(
                self.tr("This paragraph is too long to be shown whole: it cannot be confirmed or corrected here."),
                self.tr("Leave with Esc and part it with blank lines, or mark it as not reread."),
            )
        elif self._too_long:
            self.view.notice.clear()
        self._too_long = long

    def _show_end(self, found: Tally) -> None:
        texts = self.texts
        signed = ""
        if all(one.status == "confirmed" for one in texts):
            signed = self.tr("Confirmed")
            if texts[0].signed_on:
                signed = self.tr("Confirmed on {0}").format(date_words(texts[0].signed_on))
            if self._signed_how:
                signed = self.tr("{0}, {1}").format(signed, vocabulary.consent_method(self._signed_how))
        frozen = all(is_fixed(one) for one in texts)
        papers = [self.tr("Statement, {0}…").format(vocabulary.language(one.lang)) for one in texts if is_fixed(one)]
        self.view.end.show_tally(found, signed, papers, frozen=frozen)
        self.view.show_end(self.tr("{0} paragraphs").format(found.count))

    def _step(self, by: int) -> None:
        self.go_to(self.at + by)

    def _to_open(self) -> None:
        found = self._texts.tally()
        if found.open:
            self.go_to(found.open[0])

    def _shift(self, by: int) -> None:
        if not self.view.at_end:
            self._texts.shift(self.at, by)
            self.go_to(self.at)

    # --- deciding ---

    def _change(
        self, change: Callable[[CaseStore], Case], done: Callable[[Case], None], failed: Callable[[UserError], None]
    ) -> None:
        """One decision at a time: the next key counts once this one is on the disk."""
        if self._waiting:
            return
        self._waiting = True
        before, number = self.desk.case, self.at

        def did(case: Case) -> None:
            self._waiting = False
            if case is not before:  # what changed nothing cannot be taken back
                self._made.append(number)
            self.view.notice.clear()
            done(case)

        def refused(error: UserError) -> None:
            self._waiting = False
            failed(error)

        self.desk.run(self.view, change, did, refused)

    def say(self, error: UserError) -> None:
        """It is not on the disk; the paragraph stays as it was."""
        shown = told(error)
        self.view.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)

    def decide(self, result: str) -> None:
        """The paragraph has its result; then the next one that has none."""
        if self.view.at_end or not self.on or (self._too_long and result == CONFIRMED):
            return
        ids, number = self._texts.ids, self.at
        self._change(
            lambda store: reading_back.save_decision(store, ids, number, result), lambda _case: self._onward(number), self.say
        )

    def _onward(self, number: int) -> None:
        later = [one for one in self._texts.tally().open if one > number]
        self.go_to(later[0] if later else self._texts.count + 1)

    def correct(self) -> None:
        """Ask for the new words and the reason."""
        if self.view.at_end or self._waiting or self._too_long:
            return
        number = self.at
        passed = self._texts.passed(number)
        ids = self._texts.ids
        place = f"testimonies:{ids[0]}:readback:{number}"

        def save(
            new: Sequence[Correction], why: str, done: Callable[[Case], None], failed: Callable[[UserError], None]
        ) -> None:
            def did(case: Case) -> None:
                done(case)
                if any(one.testimony in ids for one in new):
                    self._onward(number)

            self._change(
                lambda store: reading_back.save_correction(store, ids, number, new, why=why, drafts=(place,)), did, failed
            )

        panel = ReadBackCorrection(self.look, self.page, self.desk, passed, place, save)
        panel.finished.connect(lambda _result: self._to_view())
        panel.open()

    def undo(self) -> None:
        """Take the last decision back and show its paragraph."""
        if not self._made or self._waiting:
            return
        number = self._made.pop()
        self._waiting = True

        def did(_case: Case) -> None:
            self._waiting = False
            self.view.notice.clear()
            self.go_to(number)

        def failed(error: UserError) -> None:
            self._waiting = False
            self.say(error)

        self.desk.undo(self.view, did, failed)

    def change(self) -> None:
        """Another language, interpreter or day."""
        before = self.desk.case

        def changed(_ids: Sequence[str]) -> None:
            if self.desk.case is not before:
                self._made.append(self.at)
                self.go_to(self.at)

        panel = ReadBackStart(self.look, self.page, self.desk, self.texts, changed, reading=True)
        panel.finished.connect(lambda _result: self._to_view())
        panel.open()

    # --- at the end ---

    def sign(self) -> None:
        """The witness stands by the whole."""
        found = self._texts.tally()
        if not self.view.at_end or found.open or all(one.status == "confirmed" for one in self.texts):
            return
        ids, held = self._texts.ids, self.texts[0].readback
        latest = edtf.parse(held.on).latest if held is not None and held.on else None

        def save(day: str, method: str, done: Callable[[Case], None], failed: Callable[[UserError], None]) -> None:
            def did(case: Case) -> None:
                self._signed_how = method
                done(case)
                self.go_to(self.at)

            self._change(lambda store: reading_back.save_signature(store, ids, on=day, method=method), did, failed)

        day = (latest or dt.date.today()).isoformat()
        panel = ReadBackSign(self.look, self.page, day, len(found.not_reread), save)
        panel.finished.connect(lambda _result: self._to_view())
        panel.open()

    def write_statement(self, which: int = 0) -> None:
        """The paper to be signed, of one language."""
        texts = self.texts
        if which < len(texts) and is_fixed(texts[which]):
            panel = StatementPanel(self.look, self.page, self.desk, texts[which], self.page.notice)
            panel.finished.connect(lambda _result: self._to_view())
            panel.open()
