"""A recording that goes on: from the microphone to the vault thread, half a second at a time, and nothing waits meanwhile.

One piece at a time is on its way to the disk; what comes meanwhile is kept here and goes as the next piece. So pieces never
change places, and a disk that takes no more leaves what is not on it here, to be tried again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.domain.case import Case, Testimony
from app.errors import UserError
from app.services import sound, work
from app.services.open_vault import OpenVault
from app.services.values import CaseStore
from ui.desk import Desk
from ui.idle import HEARD
from ui.microphone import SPEECH, Microphone, NoMicrophone, level, open_microphone, prepare

OFF, BEGINNING, RUNNING, PAUSED, SEALING = "off", "beginning", "running", "paused", "sealing"
#: So much is handed over at once (seconds).
_PIECE = 0.5
#: What the vault thread cannot take is held in memory for so long (seconds); then the recording pauses.
MOST_WAITING = 300.0
#: A microphone that gives nothing for so long is taken to be gone (seconds).
SILENT = 3.0
#: What is louder than this is somebody who speaks: the screen does not lock itself then.
SPEECH_LEVEL = 0.02
#: Why a recording paused by itself.
FULL_MEMORY, GONE = "behind", "gone"


class Recording(QObject):
    """The recording of one case. Signals: ``changed`` (another state), ``level`` (0 to 1, as it is heard), ``refused`` (an
    error of the vault), ``no_microphone`` and ``stalled`` (why), ``sealed`` (the document's id), ``sealing`` (done, of)."""

    changed = Signal()
    level = Signal(float)
    refused = Signal(object)
    no_microphone = Signal(str)
    stalled = Signal(str)
    sealed = Signal(str)
    sealing = Signal(int, int)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.open_microphone: Callable[[str, int, QObject], Microphone] = open_microphone  # tests bring their own
        self.prepare: Callable[[], None] = prepare
        self.device = ""
        self.state, self.document = OFF, ""
        self._microphone: Microphone | None = None
        self._rate = SPEECH
        self._waiting = bytearray()
        self._away = b""  # the piece that is on its way
        self._kept = 0
        self._last = 0.0
        self._looking = QTimer(self)
        self._looking.setInterval(1000)
        self._looking.timeout.connect(self._look)
        desk.leaving.connect(self._leave)

    @property
    def seconds(self) -> float:
        """How much was heard."""
        return (self._kept + len(self._away) + len(self._waiting)) / (2 * self._rate)

    @property
    def waiting(self) -> float:
        """Seconds of it that are not on the disk yet."""
        return (len(self._away) + len(self._waiting)) / (2 * self._rate)

    @property
    def on(self) -> bool:
        """Whether there is a recording that is not sealed."""
        return self.state in (BEGINNING, RUNNING, PAUSED)

    # --- what a hand does ---

    def begin(self, testimony: Testimony, title: str, day: str) -> None:
        """Begin a recording; it is on record before the microphone listens."""
        if self.state != OFF:
            return
        self._set(BEGINNING)
        self._desk.tasks.compute(
            self, lambda _progress, _stopping: self.prepare(), lambda _: self._open_and_begin(testimony, title, day)
        )

    def _open_and_begin(self, testimony: Testimony, title: str, day: str) -> None:
        if self.state != BEGINNING:
            return
        try:
            microphone = self.open_microphone(self.device, 0, self)
        except NoMicrophone as error:
            self._set(OFF)
            self.no_microphone.emit(error.why)
            return
        self._microphone, self._rate, self._kept = microphone, microphone.rate, 0
        microphone.heard.connect(self._hear)
        begun: list[str] = []
        rate = self._rate

        def change(store: CaseStore) -> Case:
            sound.finish_left(store)  # should the disk have been too full for it when the case was opened
            made = sound.begin(store, testimony, title, rate, day)
            begun.append(made.document)
            return made.case

        def go(_case: Case) -> None:
            if self.state == BEGINNING:
                self.document = begun[0]
                self._listen()

        self._desk.run(self, change, go, self._not_begun)

    def _not_begun(self, error: UserError) -> None:
        self._let_go()
        self._set(OFF)
        self.refused.emit(error)

    def _listen(self) -> None:
        if self._microphone is None:
            return
        try:
            self._microphone.start()
        except NoMicrophone as error:
            self._set(PAUSED)
            self.no_microphone.emit(error.why)
            return
        self._last = time.monotonic()
        self._looking.start()
        self._set(RUNNING)

    def hold(self) -> None:
        """Pause: nobody listens any more."""
        if self.state == RUNNING:
            self._deafen()
            self._set(PAUSED)
            self._hand_over(all_of_it=True)

    def go_on(self) -> None:
        """Listen again, with the microphone that is chosen now."""
        if self.state != PAUSED:
            return
        try:
            microphone = self.open_microphone(self.device, self._rate, self)
        except NoMicrophone as error:
            self.no_microphone.emit(error.why)
            return
        self._let_go()
        self._microphone = microphone
        microphone.heard.connect(self._hear)
        self._hand_over(all_of_it=True)
        self._listen()

    def stop(self) -> None:
        """The end: what was heard becomes a document."""
        if self.state in (RUNNING, PAUSED):
            self._deafen()
            self._let_go()
            self._set(SEALING)
            self._hand_over(all_of_it=True)
            self._seal_when_kept()

    def _leave(self) -> None:
        """The vault locks or closes: hand over what is left. It is sealed when the case is next opened."""
        if self.state == BEGINNING:
            self._let_go()
            self._set(OFF)
        if self.state in (RUNNING, PAUSED):
            self._deafen()
            self._set(PAUSED)
            piece, self._waiting = bytes(self._waiting), bytearray()
            if piece:
                self._take(piece)

    # --- what is heard ---

    def _hear(self, samples: bytes) -> None:
        if self.state != RUNNING:
            return
        self._waiting += samples
        self._last = time.monotonic()
        loud = level(samples)
        self.level.emit(loud)
        application = QCoreApplication.instance()
        if loud > SPEECH_LEVEL and application is not None:
            application.setProperty(HEARD, self._last)
        self._hand_over()
        if self.waiting > MOST_WAITING and self.state == RUNNING:
            self.hold()
            self.stalled.emit(FULL_MEMORY)

    def _look(self) -> None:
        if self.state == RUNNING and time.monotonic() - self._last > SILENT:
            self.hold()
            self.stalled.emit(GONE)

    # --- to the disk ---

    def _hand_over(self, *, all_of_it: bool = False) -> None:
        if self._away or not self._waiting or not self.document:
            return
        if all_of_it or len(self._waiting) >= _PIECE * 2 * self._rate:
            whole = len(self._waiting) - len(self._waiting) % 2
            self._away = bytes(self._waiting[:whole])
            del self._waiting[:whole]
            self._take(self._away)

    def _take(self, piece: bytes) -> None:
        self._desk.keep(lambda store: sound.take(store, piece), self._took, self._not_taken)

    def _took(self) -> None:
        self._kept += len(self._away)
        self._away = b""
        self._hand_over(all_of_it=self.state != RUNNING)
        if self.state == SEALING:
            self._seal_when_kept()

    def _not_taken(self, error: UserError) -> None:
        self._waiting[:0] = self._away
        self._away = b""
        self._deafen()
        self._set(PAUSED)
        self.refused.emit(error)

    # --- the end ---

    def _seal_when_kept(self) -> None:
        if self._away or self._waiting:
            return
        seconds: list[float] = []

        def change(store: CaseStore) -> Case:
            made = sound.finish(store, self.sealing.emit)
            seconds.append(made.seconds if made is not None else 0.0)
            return work.case_of(store)

        self._desk.run(self, change, lambda _case: self._clear(), self._not_sealed)

    def _not_sealed(self, error: UserError) -> None:
        self._set(PAUSED)
        self.refused.emit(error)

    def _clear(self) -> None:
        case_id = self._desk.case_id
        document, self.document = self.document, ""

        def steps(vault: OpenVault) -> Iterator[None]:
            return sound.clear(vault.store(case_id))

        def done(_: None) -> None:
            self._kept = 0
            self._set(OFF)
            self.sealed.emit(document)

        def failed(error: UserError) -> None:
            done(None)  # it is sealed; the next opening of the case clears what is left
            self.refused.emit(error)

        self._desk.tasks.stream(self, steps, lambda _: None, done, failed)

    # --- here ---

    def _deafen(self) -> None:
        self._looking.stop()
        if self._microphone is not None:
            self._microphone.stop()
        self.level.emit(0.0)

    def _let_go(self) -> None:
        held, self._microphone = self._microphone, None
        if held is not None:
            held.deleteLater()

    def _set(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
