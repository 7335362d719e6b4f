"""A recording that is played: from the sealed document to the loudspeaker, a fraction of a second at a time.

The document is opened on the vault thread; what that gives is a seekable reader that decrypts the one piece of 64 KiB in which
a moment lies, and is bound to no thread. Any moment is a seek and a read; no file is made, and no more is in memory than
what is heard just now.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.services import sound
from app.services.session import told as in_words
from app.services.wav import Wav
from ui.desk import Desk
from ui.loudspeaker import Loudspeaker, open_loudspeaker
from ui.microphone import NoMicrophone, prepare

#: How often the loudspeaker is filled up (milliseconds).
_EVERY = 40


class Playing(QObject):
    """One document that can be played. Signals: ``opened``, ``moved`` (the place, in seconds), ``changed`` (begun, paused,
    ended), ``failed`` (a ``UserError``), ``silent`` (nothing can be heard on this machine)."""

    opened = Signal()
    moved = Signal(float)
    changed = Signal()
    failed = Signal(object)
    silent = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.open_loudspeaker: Callable[[int, int, QObject], Loudspeaker] = open_loudspeaker  # tests bring their own
        self.document = ""
        self.wav: Wav | None = None
        self._asked = 0
        self._file: BinaryIO | None = None
        self._speaker: Loudspeaker | None = None
        self._next = 0  # the byte of the samples that goes to the loudspeaker next
        self._left = b""
        self._filling = QTimer(self)
        self._filling.setInterval(_EVERY)
        self._filling.timeout.connect(self._fill)
        desk.leaving.connect(self.close)

    @property
    def on(self) -> bool:
        """Whether it is heard now."""
        return self._speaker is not None

    @property
    def seconds(self) -> float:
        """The place that is heard now."""
        if self.wav is None:
            return 0.0
        waiting = self._speaker.waiting() if self._speaker is not None else 0
        at = max(self._next - len(self._left) - waiting, 0)
        return at / (self.wav.rate * self.wav.frame)

    @property
    def length(self) -> float:
        """How long it is, in seconds."""
        return self.wav.seconds if self.wav is not None else 0.0

    # --- which ---

    def open(self, document: str, then: Callable[[], None] | None = None) -> None:
        """Take a document of the case; ``then`` once it can be played."""
        if document == self.document and self.wav is not None:
            if then is not None:
                then()
            return
        self.close()
        self.document, case_id = document, self._desk.case_id
        self._asked += 1
        number = self._asked

        def take(found: tuple[BinaryIO, Wav]) -> None:
            if number != self._asked:  # another one was asked for meanwhile
                found[0].close()
                return
            self._file, self.wav = found
            self._next, self._left = 0, b""
            self._desk.tasks.compute(self, lambda _progress, _stopping: prepare(), lambda _: None)
            self.opened.emit()
            if then is not None:
                then()

        def refused(error: UserError) -> None:
            if number == self._asked:
                self.document = ""
                self.failed.emit(error)

        self._desk.tasks.query(self, lambda vault: sound.open_sound(vault.store(case_id), document), take, refused)

    def close(self) -> None:
        """Fall silent and let the document go."""
        self.pause()
        self._asked += 1
        file, self._file = self._file, None
        self.document, self.wav = "", None
        if file is not None:
            file.close()

    # --- what a hand does ---

    def play(self) -> None:
        """Go on from the place where it stands; from its beginning where it is at the end."""
        if self.wav is None or self.on:
            return
        if self._next >= self.wav.size:
            self._next, self._left = 0, b""
        try:
            self._speaker = self.open_loudspeaker(self.wav.rate, self.wav.channels, self)
        except NoMicrophone:
            self.silent.emit()
            return
        self._filling.start()
        self._fill()
        self.changed.emit()

    def pause(self) -> None:
        """Fall silent; the place stays."""
        if self._speaker is None:
            return
        here = self.seconds
        self._fall_silent()
        self._go(here)
        self.changed.emit()

    def seek(self, seconds: float) -> None:
        """Go to a place; it is heard from there at once where it is heard now."""
        playing = self.on
        self._fall_silent()
        self._go(seconds)
        if playing and self.wav is not None and self._next < self.wav.size:
            self.play()
        elif playing:
            self.changed.emit()

    # --- to the loudspeaker ---

    def _go(self, seconds: float) -> None:
        if self.wav is not None:
            self._next, self._left = self.wav.offset(seconds) - self.wav.start, b""
            self.moved.emit(self.seconds)

    def _fall_silent(self) -> None:
        self._filling.stop()
        speaker, self._speaker = self._speaker, None
        if speaker is not None:
            speaker.stop()

    def _fill(self) -> None:
        wav, file, speaker = self.wav, self._file, self._speaker
        if wav is None or file is None or speaker is None:
            return
        try:
            with in_words():
                self._put(wav, file, speaker)
        except UserError as error:
            self.close()
            self.failed.emit(error)
            self.changed.emit()
            return
        self.moved.emit(self.seconds)
        if self._next >= wav.size and not self._left and speaker.waiting() == 0:
            self._fall_silent()
            self.changed.emit()

    def _put(self, wav: Wav, file: BinaryIO, speaker: Loudspeaker) -> None:
        room = speaker.room()
        wanted = min(room - len(self._left), wav.size - self._next)
        if wanted > 0:
            file.seek(wav.start + self._next)
            samples = file.read(wanted - wanted % wav.frame)
            self._next += len(samples)
            self._left += samples
        if self._left and room:
            taken = speaker.put(self._left[:room])
            self._left = self._left[taken:]
