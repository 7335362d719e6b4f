"""Interview mode: the writing screen as the witness and the interpreter may see it too.

This testimony and nothing else: no other case, no other page, no review, no notes. Who is present and what was agreed to come
first; the clock is the record itself; what is typed is the text of the testimony page, its columns, drafts and saving.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain import speakers
from app.domain.case import Interview, Testimony
from app.domain.vocabulary import MARKS
from app.services import consenting, doors, interview, registry
from app.services.doors import Door
from app.services.interview import save_interview
from app.services.testimony import is_fixed, marked, pair_of
from ui.page import Hints
from ui.pages.door_words import door_words
from ui.pages.interview_bar import InterviewBar
from ui.pages.interview_forms import SaidForms
from ui.pages.interview_panels import Presence, TalkConsent
from ui.pages.interview_sound import InterviewSound
from ui.pages.testimony_column import TestimonyColumn
from ui.pages.testimony_listen import Listening
from ui.widgets.buttons import KeyButton
from ui.widgets.words import PLAIN
from ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from ui.pages.testimony import TestimonyPage

#: What ``show_entry`` is told after the id of a testimony, so that the interview goes on after a lock.
INTERVIEW = "interview"


class InterviewMode(QObject):
    """The mode of one testimony page. ``on``: whether it stands."""

    def __init__(self, page: TestimonyPage) -> None:
        super().__init__(page)
        self.page, self.look, self.desk = page, page.look, page.desk
        self.on = False
        self.bar = InterviewBar(self.look, page)
        self.sound = InterviewSound(self, self.bar.sound)
        self.listening = Listening(page)
        page.body.addWidget(self.listening.strip)
        self.forms = SaidForms(page.around, page)
        self.forms.opened.connect(self._form_opened)
        self.forms.closed.connect(self._form_closed)
        self.forms.editing.drafts_changed.connect(self._tell_begun)
        self.tools = QWidget(page)
        row = Wrapping(self.tools, right=True)
        self.look.pad(row, self.tools, (0, 0, 0, 0), 8)
        self._keys: list[QShortcut] = []
        self._mode_keys: list[QShortcut] = []
        for key, act, text in (
            ("Ctrl+T", self.stamp, self.tr("Time")),
            ("Ctrl+R", self.turn, self.tr("Asked or said")),
            ("Ctrl+M", self.mark, self.tr("Mark")),
            ("Ctrl+P", self.make_person, self.tr("Person")),
            ("Ctrl+L", self.make_place, self.tr("Place")),
            ("Ctrl+E", self.make_event, self.tr("Event")),
        ):
            button = KeyButton(self.look, text, key, height=32, bind=False, parent=self.tools)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the selection and the keyboard in the text
            button.clicked.connect(act)
            row.addWidget(button)
            self._bind(key, act, self._keys)
        for key, act in (
            ("F9", self.press_clock),
            ("F10", self.stop),
            ("F4", self.ask_present),
            ("F3", self.ask_consent),
            ("F6", self.page.read_back),
            *self.sound.keys(),
        ):
            self._bind(key, act, self._mode_keys)
        for key, act in (("Ctrl+S", self.page.save), ("Esc", self.leave)):
            self._bind(key, act, self._keys)
        for button, act in (
            (self.bar.clock_button, self.press_clock),
            (self.bar.stop_button, self.stop),
            (self.bar.present_button, self.ask_present),
            (self.bar.consent_button, self.ask_consent),
            (self.bar.read_button, self.page.read_back),
            (self.bar.leave_button, self.leave),
            (self.bar.lock_button, self.page.lock.emit),
            (self.bar.hide_button, self.page.hide_work.emit),
        ):
            button.clicked.connect(act)
        self._set_keys()
        for part in (self.bar, self.tools, self.forms):
            part.hide()

    def _bind(self, key: str, act: Callable[[], None], keys: list[QShortcut]) -> None:
        shortcut = QShortcut(QKeySequence(key), self.page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        keys.append(shortcut)

    def _set_keys(self) -> None:
        for shortcut in self._mode_keys:
            shortcut.setEnabled(self.on)
        for shortcut in self._keys:  # a form has keys of its own
            shortcut.setEnabled(self.on and not self.forms.open)

    # --- which testimony ---

    @property
    def testimony(self) -> Testimony | None:
        """The testimony whose interview this is: the original, where there are two languages."""
        held = self.page.columns["original"].testimony or self.page.columns["translation"].testimony
        if held is None:
            return None
        original, _ = pair_of(self.desk.case, held)
        return original or held

    def enter(self) -> None:
        """Show the testimony that is open as an interview."""
        testimony = self.testimony
        if testimony is None:
            self.page.new()
            return
        if is_fixed(testimony):
            self.page.notice.say(
                self.tr("This testimony was read back: it changes by correction only."),
                self.tr("For another talk begin a new testimony with Ctrl+N."),
                kind=PLAIN,
            )
            return
        self._set_on(True)
        self.refresh()
        self._to_text()
        self._tell_begun()
        if testimony.interview is None or not testimony.interview.present:
            self.ask_present()
        elif self._agreed() == consenting.NOT_ASKED:
            self.ask_consent()

    def leave(self) -> None:
        """Back to the page of the testimony; the clock goes on as it stands on record."""
        if not self.on or self.forms.open or self.sound.refuse_to_leave():
            return
        running = self.bar.clock().state == interview.RUNNING
        self._set_on(False)
        self.page.notice.clear()
        if running:
            self.page.notice.say(
                self.tr("The interview is still running."), self.tr("F9 shows it again, to pause or stop it."), kind=PLAIN
            )
        self._to_text()

    def step_aside(self) -> None:
        """What was written is read back now: that takes the place of this."""
        self._set_on(False)

    def where(self) -> str:
        """Where the work is to go on after a lock."""
        testimony = self.testimony
        return f"{testimony.id}/{INTERVIEW}" if self.on and testimony is not None else ""

    def _set_on(self, on: bool) -> None:
        self.page.flush()
        if not on:
            self.forms.put_away()
        self.on = self.page.alone = on
        self.bar.tick(on)
        for column in self.page.columns.values():
            column.page.opening = partial(self._opening, column) if on else None
            column.shut_out(on and self._notes().shut)
        self._set_keys()
        self.page.alone_changed.emit()
        self.page.arrange_parts()
        self.page.hinted.emit()

    def refresh(self) -> None:
        """The case changed."""
        testimony = self.testimony
        if not self.on:
            return
        if testimony is None:
            self._set_on(False)
        else:
            self.bar.show_interview(self.desk.case, testimony)
            self.sound.refresh()
            self._show_notes()

    # --- whether notes may be taken ---

    def _notes(self) -> Door:
        testimony, today = self.testimony, self.bar.now().date()
        return doors.consent_for(self.desk.case, "notes", today, testimony.person if testimony is not None else "")

    def _show_notes(self) -> None:
        """Where notes were refused nothing is written down, and it is said why; the talk goes on."""
        door = self._notes()
        for column in self.page.columns.values():
            column.shut_out(door.shut)
        head, body = door_words(door)
        asked = self._agreed() != consenting.NOT_ASKED  # else the dialog asks for it together with the talk
        shown = head if asked or door.shut else ""
        self.bar.show_door(shown, self.tr("{0} F3 records the answer.").format(body), shut=door.shut)

    def hints(self) -> Hints:
        """The keys of the mode, for the bar at the foot; of a form those that it does not show itself."""
        if self.forms.open:
            return ((("Tab",), self.tr("next field")), (("F9",), self.tr("pause")), (("F12",), self.tr("hide")))
        small = self.page.is_narrow
        first: Hints = (
            (("Return",), self.tr("next speaker")),
            (("Ctrl+Return",), self.tr("same speaker")),
            (("Tab",), self.tr("the other language")),
            (("Ctrl+S",), self.tr("save")),
            (("Ctrl+Z",), self.tr("undo")),
        )
        tools: Hints = (
            (("Ctrl+T",), self.tr("time")),
            (("Ctrl+P",), self.tr("person")),
            (("Ctrl+L",), self.tr("place")),
            (("Ctrl+E",), self.tr("event")),
            (("Ctrl+M",), self.tr("mark")),
            (("Ctrl+R",), self.tr("asked or said")),
            (("F6",), self.tr("read back")),
        )
        return (*tools, *first) if small else first

    # --- before it begins ---

    def _agreed(self) -> str:
        testimony = self.testimony
        today = self.bar.now().date()
        return interview.may_begin(self.desk.case, testimony.person, today) if testimony is not None else ""

    def ask_present(self) -> None:
        """Who is at the table; then, if that was not asked yet, whether the witness agrees."""
        testimony = self.testimony
        if testimony is None:
            return
        panel = Presence(self.look, self.page, self.desk, testimony)
        panel.accepted.connect(lambda: self.ask_consent() if self._agreed() == consenting.NOT_ASKED else self._to_text())
        panel.open()

    def ask_consent(self) -> None:
        """Whether the witness agrees to the talk."""
        testimony = self.testimony
        if testimony is None:
            return
        panel = TalkConsent(self.look, self.page, self.desk, testimony)
        panel.accepted.connect(self._to_text)
        panel.open()

    # --- the clock ---

    def press_clock(self) -> None:
        """Begin, pause, go on. It does not begin before the witness has agreed."""
        testimony, state = self.testimony, self.bar.clock().state
        if testimony is None or state == interview.EARLIER:
            return
        if state in (interview.NOT_BEGUN, interview.ENDED) and self._agreed() != consenting.GRANTED:
            if self._agreed() != consenting.REFUSED:
                self.ask_consent()
                return
            self.page.notice.say(
                self.tr("The witness does not wish an interview: it does not begin."),
                self.tr("Should they agree later, record it with F3."),
            )
            return
        if state == interview.RUNNING:
            self.sound.rest()
        else:
            self.sound.wake()
        self._change(interview.pressed)

    def stop(self) -> None:
        """The end; it can go on after all with the key of the clock."""
        self.sound.stop()
        self._change(interview.stopped)

    def _change(self, change: Callable[[Interview | None, dt.datetime], Interview]) -> None:
        testimony, now = self.testimony, self.bar.now()
        if testimony is not None:
            held = testimony
            self.page.notice.clear()
            self.desk.run(
                self.page,
                lambda store: save_interview(store, held, lambda before: change(before, now)),
                None,
                self.page.say,
            )

    # --- writing ---

    def _column(self) -> TestimonyColumn | None:
        """Where somebody works, or worked last."""
        shown = [c for c in self.page.columns.values() if c.testimony is not None and c.isVisibleTo(self.page)]
        last = self.page.last_column
        return last if last in shown else shown[0] if shown else None

    def _to_text(self) -> None:
        """The keyboard goes back to the words, once a dialog that was open is gone; not into words behind a form."""
        self._give_keyboard()
        QTimer.singleShot(0, self, self._give_keyboard)

    def _give_keyboard(self) -> None:
        column = self._column()
        if column is not None and not self.forms.open:
            column.page.setFocus()

    def _opening(self, column: TestimonyColumn) -> str:
        who = speakers.other(speakers.speaker(column.page.paragraph_text()))
        return speakers.sign_of(who, column.testimony.lang) if column.testimony is not None else ""

    def stamp(self) -> None:
        """The time of day, into the text; while sound is recorded the paragraph can be heard from there."""
        column = self._column()
        if column is not None and not column.page.isReadOnly():
            column.page.textCursor().insertText(f"[{self.bar.now():%H:%M}] ")
            column.page.setFocus()
            if (tie := self.sound.tie(column, column.page.paragraph)) is not None:
                self.page.save_column(column, tie)

    def turn(self) -> None:
        """This paragraph is a question, or an answer."""
        column = self._column()
        if column is not None and column.testimony is not None and not column.page.isReadOnly():
            column.page.turn(*speakers.turned(column.page.paragraph_text(), column.testimony.lang))
            column.page.setFocus()

    def mark(self) -> None:
        """The next mark for this paragraph, after the last of them none. What was typed is saved with it."""
        column = self._column()
        number = column.page.paragraph if column is not None else 0
        if column is None or not number or column.page.isReadOnly():
            return
        order: list[str | None] = [None, *MARKS]
        mark = order[(order.index(column.page.marks.get(number)) + 1) % len(order)]
        tie = self.sound.tie(column, number)
        self.page.save_column(column, lambda held: marked(tie(held) if tie else held, number, mark))

    # --- from selected words ---

    def _selected(self) -> str:
        column = self._column()
        return column.page.selected() if column is not None else ""

    def make_person(self) -> None:
        """A person, named by what is selected; "my brother …" says what they are to the witness as well."""
        testimony = self.testimony
        self.forms.entry(registry.PEOPLE, self._selected(), testimony.person if testimony is not None else "")

    def make_place(self) -> None:
        """A place, named by what is selected."""
        self.forms.entry(registry.PLACES, self._selected())

    def make_event(self) -> None:
        """An event, with what the selected words say of it; without a selection, the words of the paragraph."""
        column = self._column()
        if column is not None and column.testimony is not None:
            said = self._selected() or speakers.without_sign(column.page.paragraph_text())
            self.forms.event_of(column.testimony, said)

    def _form_opened(self) -> None:
        self._set_keys()
        self.bar.show_form(self.forms.open)
        self.page.arrange_parts()
        self.page.hinted.emit()

    def _tell_begun(self) -> None:
        """What was begun and not saved, before a lock at worst, is not forgotten."""
        begun = self.forms.begun()
        if not self.on or self.forms.open or not begun:
            return
        if registry.PEOPLE in begun:
            head, key = self.tr("A person you began here is not saved yet."), "Ctrl+P"
        else:
            head, key = self.tr("A place you began here is not saved yet."), "Ctrl+L"
        self.page.notice.say(head, self.tr("{0} brings the form back as you left it.").format(key), kind=PLAIN, icon="pencil")

    def _form_closed(self) -> None:
        self._form_opened()
        self._to_text()
