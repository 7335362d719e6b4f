"""The head of an interview: its clock and keys, who is present, what was agreed to, and what is not to be asked about."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case import Case, Interview, Testimony
from app.services import consenting, interview
from app.services.interview import Clock
from ui import vocabulary
from ui.look import Look
from ui.pages.interview_sound import SoundStrip
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.words import Hairline, Icon, Notice, words
from ui.widgets.wrapping import Wrapping

#: Below this width (pixels at 100 %) side notes shorten and what has a key loses its button.
_NARROW = 960
_EVERY = 5000
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class InterviewBar(QWidget):
    """Shows one testimony and its interview. The buttons are connected by whoever holds the mode; none binds its key."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._form = False
        self._case: Case | None = None
        self._testimony: Testimony | None = None
        self._whole = self._short = self._agreed = self._agreed_short = ""
        self.now = dt.datetime.now  # tests bring their own clock
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top())
        column.addWidget(Hairline(look))
        self._seats = self._table()
        column.addWidget(self._seats)
        self._door = QWidget(self)  # what consent keeps closed here
        self.door = Notice(look, self._door)
        door = QHBoxLayout(self._door)
        look.pad(door, self._door, (32, 2, 32, 8), 0)
        door.addWidget(self.door)
        column.addWidget(self._door)
        self._door.hide()
        column.addWidget(Hairline(look))
        self.sound = SoundStrip(look, self)
        column.addWidget(self.sound)
        column.addWidget(Hairline(look))
        self._ticking = QTimer(self)
        self._ticking.setInterval(_EVERY)
        self._ticking.timeout.connect(self.show_clock)
        look.fit(self, self._arrange)

    def _top(self) -> QWidget:
        look, top = self.look, QWidget(self)
        row = QHBoxLayout(top)
        look.pad(row, top, (32, 8, 32, 8), 12)
        self.title = words(self.tr("Interview"), "section")
        row.addWidget(self.title)
        self._icon = Icon(look, "clock", "accent")
        self.time = words("", "strong")
        self.since = words("", "note")
        row.addWidget(self._icon)
        row.addWidget(self.time)
        row.addWidget(self.since)
        self._buttons = QWidget(top)
        box = Wrapping(self._buttons, right=True)
        look.pad(box, self._buttons, (0, 0, 0, 0), 8)
        self.clock_button = KeyButton(look, self.tr("Begin"), "F9", icon="play", bind=False, parent=top)
        self.stop_button = KeyButton(look, self.tr("Stop"), "F10", icon="square", bind=False, parent=top)
        self.read_button = KeyButton(look, self.tr("Read back"), "F6", icon="book-open-check", bind=False, parent=top)
        self.hide_button = KeyButton(look, self.tr("Hide"), "F12", icon="eye-off", bind=False, parent=top)
        self.lock_button = KeyButton(look, self.tr("Lock"), icon="lock", parent=top)
        self.leave_button = KeyButton(look, self.tr("Leave"), "Esc", bind=False, parent=top)
        self._iconed = (
            (self.stop_button, "square"),
            (self.read_button, "book-open-check"),
            (self.hide_button, "eye-off"),
            (self.lock_button, "lock"),
        )
        for button in (
            self.clock_button, self.stop_button, self.read_button, self.hide_button, self.lock_button, self.leave_button,
        ):  # fmt: skip
            box.addWidget(button)
        row.addWidget(self._buttons, 1)
        return top

    def _table(self) -> QWidget:
        look, table = self.look, QWidget(self)
        column = QVBoxLayout(table)
        look.pad(column, table, (32, 4, 32, 6), 2)
        row = QHBoxLayout()
        look.pad(row, table, (0, 0, 0, 0), 8)
        row.addWidget(Icon(look, "users"))
        self.present = words("", wrap=True)
        row.addWidget(self.present, 1)
        self.present_button = KeyButton(look, self.tr("Change…"), "F4", kind=QUIET, height=28, bind=False, parent=table)
        row.addWidget(self.present_button)
        self.agreed = words("", "note", wrap=True)
        self.agreed.setAlignment(_RIGHT)
        row.addWidget(self.agreed, 1)
        self.consent_button = KeyButton(look, self.tr("Consent…"), "F3", kind=QUIET, height=28, bind=False, parent=table)
        row.addWidget(self.consent_button)
        column.addLayout(row)
        closed = QHBoxLayout()
        look.pad(closed, table, (0, 0, 0, 0), 8)
        self._closed_icon = Icon(look, "ban", size=16)
        closed.addWidget(self._closed_icon)
        self.closed = words("", "strong", wrap=True)
        closed.addWidget(self.closed, 1)
        self.told = words("", "note", wrap=True)
        self.told.setAlignment(_RIGHT)
        closed.addWidget(self.told, 1)
        column.addLayout(closed)
        return table

    # --- what is shown ---

    def show_interview(self, case: Case, testimony: Testimony) -> None:
        """Show what is on record of it."""
        self._case, self._testimony = case, testimony
        held = testimony.interview or Interview()
        people = {person.id: person.names[0].text for person in case.people}
        present = [self._present(people.get(part.person, ""), part.as_ or "other") for part in held.present]
        self._whole, self._short = self.tr("Who is present is not recorded"), self.tr("Nobody recorded")
        if present:
            self._whole = self.tr("Present: {0}").format(" · ".join(present))
            self._short = self.tr("{0} present").format(len(present))
        states = interview.talk_states(case, testimony.person, self.now().date())
        self._agreed, self._agreed_short = self._agreement(states)
        topics = " · ".join(held.topics_closed)
        self.closed.setText(self.tr("Not to be asked about: {0}").format(topics) if topics else "")
        self.told.setText(self._told(held.told_before))
        self.show_clock()
        self._arrange()

    def _present(self, name: str, role: str) -> str:
        # The witness is never named on a screen that others see.
        return self.tr("the witness") if role == "witness" else f"\u2068{name}\u2069, {vocabulary.role(role)}"

    def _agreement(self, states: dict[str, str]) -> tuple[str, str]:
        granted = [purpose for purpose, state in states.items() if state == consenting.GRANTED]
        recorded = {"audio", "video"} & set(granted)
        if "interview" in granted:
            agreed = self.tr("Agreed to: {0}.").format(", ".join(self._talk_word(purpose) for purpose in granted))
            short = self.tr("agreed")
        elif states.get("interview") == consenting.NOT_ASKED:
            agreed = short = self.tr("Consent is not asked yet.")
        else:
            agreed = short = self.tr("The witness has not agreed to an interview.")
        if states.get("notes") == consenting.REFUSED:
            agreed, short = self.tr("{0} No notes.").format(agreed), self.tr("no notes")
        return (agreed if recorded else self.tr("{0} Not recorded.").format(agreed)), short

    def _talk_word(self, purpose: str) -> str:
        return {
            "interview": self.tr("the talk"),
            "notes": self.tr("notes"),
            "audio": self.tr("sound"),
            "video": self.tr("film"),
            "photo": self.tr("photographs"),
        }.get(purpose, purpose)

    def _told(self, before: float | None) -> str:
        if before is None:
            return ""
        if before <= 0:
            return self.tr("The first time this is told. A first account may be short.")
        if before == 1:
            return self.tr("Told once before. Nobody should have to tell it more often than is needed.")
        return self.tr("Told {0} times before. Nobody should have to tell it more often than is needed.").format(f"{before:g}")

    def show_door(self, head: str, body: str, *, shut: bool) -> None:
        """What consent keeps closed here, and why; an empty head where nothing is."""
        self._door.setVisible(bool(head))
        self.door.say(head, body, icon="ban" if shut else "") if head else self.door.clear()

    def show_clock(self) -> None:
        """The time that the interview has taken, and what the key of the clock does now."""
        clock = self.clock()
        hours, minutes = divmod(clock.minutes, 60)
        self.time.setText(f"{hours}:{minutes:02}")
        self.since.setText(
            {
                interview.NOT_BEGUN: self.tr("not begun"),
                interview.RUNNING: self.tr("running since {0}").format(clock.start),
                interview.PAUSED: self.tr("paused"),
                interview.ENDED: self.tr("ended"),
                interview.EARLIER: self.tr("held on another day"),
            }[clock.state]
        )
        text, icon = {
            interview.NOT_BEGUN: (self.tr("Begin"), "play"),
            interview.RUNNING: (self.tr("Pause"), "pause"),
        }.get(clock.state, (self.tr("Go on"), "play"))
        if self.clock_button.text() != text:
            self.clock_button.set_words(text)
        self.clock_button.set_icon("" if self._is_narrow else icon)
        self.clock_button.setEnabled(clock.state != interview.EARLIER)
        self.stop_button.setEnabled(clock.state in (interview.RUNNING, interview.PAUSED))
        self._icon.show_icon("pause" if clock.state == interview.PAUSED else "clock", "accent")

    def clock(self) -> Clock:
        """Where the interview stands now."""
        return interview.clock(self._testimony.interview if self._testimony is not None else None, self.now())

    def show_form(self, open_: bool) -> None:
        """A form stands below: Esc is its key, and in a small window it has the room."""
        self._form = open_
        self.leave_button.setEnabled(not open_)
        self._arrange()

    def tick(self, on: bool) -> None:
        """Follow the time, or stop following it."""
        if on:
            self._ticking.start()
        else:
            self._ticking.stop()

    # --- room ---

    @property
    def _is_narrow(self) -> bool:
        return self.width() < self.look.px(_NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self._is_narrow
        for button, icon in self._iconed:
            button.set_icon("" if narrow else icon)
            button.updateGeometry()
        self.since.setVisible(not narrow)
        self.read_button.setVisible(not narrow)
        self._seats.setVisible(not (narrow and self._form))
        self.title.setVisible(not narrow)
        if self._testimony is not None:
            self.present.setText(f"{self._short} · {self._agreed_short}" if narrow else self._whole)
            self.present.setAccessibleDescription(self._whole)
            self.agreed.setText(self._agreed)
            self.show_clock()
        self.agreed.setVisible(not narrow)
        self.closed.setVisible(bool(self.closed.text()))
        self._closed_icon.setVisible(bool(self.closed.text()))
        self.told.setVisible(bool(self.told.text()) and not narrow)
