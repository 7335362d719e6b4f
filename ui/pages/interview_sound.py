"""Sound in an interview: the strip that always says whether it is recorded, and the keys of it.

It is recorded only where the witness agreed to that, and no longer than they do. A pause of the interview is one of the
recording too: nobody is listened to while the talk rests.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.case import Testimony
from app.errors import UserError
from app.services import consenting, doors
from app.services.doors import Door
from app.services.sound import KIND
from app.services.testimony import heard_at
from ui import recording as states
from ui import sound_words
from ui.errors import told
from ui.look import Look
from ui.microphone import NoMicrophone, microphones
from ui.recording import Recording
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.dialogs import Panel
from ui.widgets.fields import Choice, FieldRow
from ui.widgets.level import Level
from ui.widgets.words import PLAIN, Icon, words
from ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from ui.pages.interview import InterviewMode
    from ui.pages.testimony_column import TestimonyColumn

_EVERY = 500
#: Below this width (pixels at 100 %) the buttons show no icons.
_NARROW = 960


class SoundStrip(QWidget):
    """One row: whether sound is recorded, how long already, how loud it is, and the three keys."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        row = QHBoxLayout(self)
        look.pad(row, self, (32, 4, 32, 4), 8)
        self._icon = Icon(look, "mic-off")
        self.state = words("", "strong")
        self.time = words("", "strong")
        self.level = Level(look, self.tr("How loud it is"))
        self.note = words("", "note", wrap=True)
        for part in (self._icon, self.state, self.time, self.level):
            row.addWidget(part)
        row.addWidget(self.note, 1)
        buttons = QWidget(self)
        box = Wrapping(buttons, right=True)
        look.pad(box, buttons, (0, 0, 0, 0), 8)
        self.record_button = KeyButton(look, self.tr("Record sound"), "F5", height=28, bind=False, parent=buttons)
        self.seal_button = KeyButton(look, self.tr("Seal it"), "Ctrl+F5", height=28, bind=False, parent=buttons)
        self.microphone_button = KeyButton(
            look, self.tr("Microphone…"), "Shift+F5", kind=QUIET, height=28, bind=False, parent=buttons
        )
        for button in (self.record_button, self.seal_button, self.microphone_button):
            box.addWidget(button)
        row.addWidget(buttons, 1)

    def show_state(self, state: str, seconds: float, waiting: float, agreed: bool) -> None:
        """Say how the recording stands."""
        on = state in (states.RUNNING, states.BEGINNING)
        text, icon = {
            states.RUNNING: (self.tr("Sound is recorded"), "circle-dot"),
            states.BEGINNING: (self.tr("Sound is recorded"), "circle-dot"),
            states.PAUSED: (self.tr("Recording paused"), "pause"),
            states.SEALING: (self.tr("Sealing the recording…"), "loader-circle"),
        }.get(state, (self.tr("Sound is not recorded"), "mic-off"))
        self.state.setText(text)
        self._icon.show_icon(icon, "stop" if on else "text2")
        self.time.setText(sound_words.time_words(seconds) if state != states.OFF else "")
        self.level.setVisible(state in (states.RUNNING, states.PAUSED))
        behind = self.tr("{0} s not on the disk yet").format(round(waiting)) if waiting > 3 else ""
        self.tell(behind if state != states.OFF or agreed else self.tr("Not asked, or not wished"))
        self.record_button.set_words(
            {states.RUNNING: self.tr("Pause"), states.BEGINNING: self.tr("Pause"), states.PAUSED: self.tr("Go on")}.get(
                state, self.tr("Record sound")
            )
        )
        self.record_button.setEnabled(state != states.SEALING)
        self.seal_button.setVisible(state in (states.RUNNING, states.PAUSED))
        self.microphone_button.setVisible(state in (states.OFF, states.PAUSED) and agreed)

    def tell(self, text: str) -> None:
        """A word beside the level; without one the keys have its room."""
        self.note.setText(text)
        self.note.setVisible(bool(text))


class ChooseMicrophone(Panel):
    """Which microphone listens."""

    def __init__(self, look: Look, parent: QWidget, rows: list[tuple[str, str]], chosen: str) -> None:
        super().__init__(look, parent, parent.tr("Which microphone?"), parent.tr("Use it"), width=480)
        self.choice = Choice(look, self.tr("Microphone"), rows, chosen if chosen in dict(rows) else rows[0][0])
        self.body.addWidget(FieldRow(look, self.tr("Microphone"), self.choice, above=True))
        self.choice.setFocus()

    def take_step(self) -> None:
        self.accept()


class InterviewSound(QObject):
    """The keys of sound in one interview mode."""

    def __init__(self, mode: InterviewMode, strip: SoundStrip) -> None:
        super().__init__(mode)
        self._mode, self.page, self.strip = mode, mode.page, strip
        self.recording = Recording(mode.desk, self)
        self.microphones: Callable[[], list[tuple[str, str]]] = microphones  # tests bring their own
        held = self.recording
        held.changed.connect(self.show_state)
        held.level.connect(strip.level.show_level)
        held.refused.connect(self._refused)
        held.no_microphone.connect(lambda why: self._say(*sound_words.no_microphone(why)))
        held.stalled.connect(lambda why: self._say(*sound_words.stalled(why)))
        held.sealed.connect(self._sealed)
        held.sealing.connect(self._progress)
        for button, act in (
            (strip.record_button, self.press),
            (strip.seal_button, self.stop),
            (strip.microphone_button, self.choose),
        ):
            button.clicked.connect(act)
        self._paused_with_the_talk = False
        self._ticking = QTimer(self)
        self._ticking.setInterval(_EVERY)
        self._ticking.timeout.connect(self.show_state)
        self.show_state()

    @property
    def on(self) -> bool:
        """Whether a recording is going on, or pauses."""
        return self.recording.on

    def keys(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What the mode binds."""
        return (("F5", self.press), ("Ctrl+F5", self.stop), ("Shift+F5", self.choose))

    # --- what is shown ---

    def _door(self) -> Door:
        testimony, today = self._mode.testimony, self._mode.bar.now().date()
        return doors.consent_for(self._mode.desk.case, "audio", today, testimony.person if testimony is not None else "")

    def show_state(self) -> None:
        """Follow the recording."""
        held = self.recording
        self.strip.show_state(held.state, held.seconds, held.waiting, self._door().open)
        if held.state == states.RUNNING:
            self._ticking.start()
        else:
            self._ticking.stop()
            self.strip.level.clear()

    def refresh(self) -> None:
        """The case changed. Who takes back what they agreed to is not recorded for one moment more."""
        if self.on and not self._door().open:
            self.stop()
            self._say(
                self.tr("The witness does not agree to sound any more: the recording has ended."),
                self.tr("What was recorded before is sealed among the documents. Remove it there if it is not to be kept."),
            )
        self.show_state()

    def _progress(self, done: int, total: int) -> None:
        if self.recording.state == states.SEALING:
            self.strip.tell(self.tr("{0} %").format(round(100 * done / total)) if total else "")

    # --- keys ---

    def press(self) -> None:
        """Record, pause, go on."""
        testimony, door = self._mode.testimony, self._door()
        self._paused_with_the_talk = False
        if testimony is None:
            return
        if self.recording.state == states.RUNNING:
            self.recording.hold()
        elif door.state == consenting.REFUSED:
            self._say(
                self.tr("The witness does not wish sound to be recorded."),
                self.tr("The interview goes on without. Should they agree later, record that with F3."),
            )
        elif not door.open:
            self._mode.ask_consent()
        elif self.recording.state == states.PAUSED:
            self.page.notice.clear()
            self.recording.go_on()
        else:
            self.page.notice.clear()
            self.recording.begin(testimony, self._title(), self._mode.bar.now().date().isoformat())

    def _title(self) -> str:
        """Without its day, which the document has by itself: a title is disclosed as words, a date by rule."""
        before = sum(one.kind == KIND for one in self._mode.desk.case.documents)
        return self.tr("Recording {0}").format(before + 1)

    def stop(self) -> None:
        """The end of the recording."""
        self.recording.stop()

    def rest(self) -> None:
        """The talk pauses."""
        if self.recording.state == states.RUNNING:
            self._paused_with_the_talk = True
            self.recording.hold()

    def wake(self) -> None:
        """The talk goes on: so does a recording that paused with it."""
        if self._paused_with_the_talk:
            self._paused_with_the_talk = False
            self.recording.go_on()

    def choose(self) -> None:
        """Choose the microphone."""
        if self.recording.state in (states.OFF, states.PAUSED):
            self.page.tasks.compute(self, lambda _progress, _stopping: self.recording.prepare(), lambda _: self._choose())

    def _choose(self) -> None:
        try:
            rows = self.microphones()
        except NoMicrophone as error:
            self._say(*sound_words.no_microphone(error.why))
            return
        if not rows:
            self._say(*sound_words.no_microphone("none"))
            return
        panel = ChooseMicrophone(self._mode.look, self.page, rows, self.recording.device)

        def take() -> None:
            self.recording.device = panel.choice.value

        panel.accepted.connect(take)
        panel.open()

    def refuse_to_leave(self) -> bool:
        """The mode is not left while sound is recorded: nobody would see that it is. Whether that was said."""
        if not self.on:
            return False
        paused = self.recording.state == states.PAUSED
        self._say(
            self.tr("A recording is paused.") if paused else self.tr("Sound is being recorded."),
            self.tr("Seal the recording with Ctrl+F5 first, so that nobody is recorded without seeing it."),
        )
        return True

    # --- what is said ---

    def tie(self, column: TestimonyColumn, number: int) -> Callable[[Testimony], Testimony] | None:
        """What ties a paragraph to the sound of this moment; ``None`` where nothing is recorded."""
        held = self.recording
        if held.state != states.RUNNING or not held.document or not number:
            return None
        return partial(heard_at, paragraph=number, recording=held.document, seconds=held.seconds)

    def _say(self, head: str, body: str) -> None:
        self.page.notice.say(head, body, kind=PLAIN)

    def _refused(self, error: UserError) -> None:
        shown = told(error)
        safe = max(self.recording.seconds - self.recording.waiting, 0.0)
        body = sound_words.not_kept(safe) if self.on else shown.body
        self.page.notice.say(shown.head, body, kind=shown.kind, icon=shown.icon)

    def _sealed(self, document: str) -> None:
        held = self._mode.desk.contents.get(document)
        if held is not None:
            self.page.notice.say(
                self.tr("The recording is sealed."),
                self.tr("It stands among the documents of the case."),
                kind=PLAIN,
                icon="check",
            )
