"""A microphone and a loudspeaker that a test holds in its hand; the rest of the way is the real one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tests.sounding import RATE, Spoken
from ui.microphone import NoMicrophone

SPOKEN = Spoken()


class FakeMicrophone(QObject):
    """Gives what the test says into it, and only while somebody listens."""

    heard = Signal(bytes)

    def __init__(self, parent: QObject, rate: int = RATE, refuses: str = "") -> None:
        super().__init__(parent)
        self.rate, self._refuses, self.listening = rate, refuses, False

    def start(self) -> None:
        if self._refuses:
            raise NoMicrophone(self._refuses)
        self.listening = True

    def stop(self) -> None:
        self.listening = False


class Room:
    """The microphones of a machine: ``speak`` is heard by the one that listens. ``why`` there is none, where there is none."""

    def __init__(self, why: str = "") -> None:
        self.why, self.refuses = why, ""
        self.made: list[FakeMicrophone] = []
        self.asked: list[tuple[str, int]] = []
        self.said = bytearray()

    def open(self, device: str, rate: int, parent: QObject) -> FakeMicrophone:
        if self.why:
            raise NoMicrophone(self.why)
        self.asked.append((device, rate))
        self.made.append(FakeMicrophone(parent, rate or RATE, self.refuses))
        return self.made[-1]

    @property
    def listening(self) -> bool:
        return any(one.listening for one in self.made)

    def speak(self, samples: bytes) -> None:
        for one in self.made:
            if one.listening:
                self.said += samples
                one.heard.emit(samples)

    def speak_seconds(self, first: int, count: int) -> None:
        """Whole seconds, in the small pieces in which a microphone gives them."""
        for number in range(first, first + count):
            second = SPOKEN.second(number)
            for at in range(0, len(second), 3200):
                self.speak(second[at : at + 3200])


class FakeLoudspeaker(QObject):
    """Holds a quarter of a second; what the test lets through was heard."""

    def __init__(self, rate: int, channels: int, parent: QObject) -> None:
        super().__init__(parent)
        self.rate, self._most = rate, rate // 2 * channels
        self.held, self.heard, self.stopped = bytearray(), bytearray(), False

    def room(self) -> int:
        return self._most - len(self.held)

    def waiting(self) -> int:
        return len(self.held)

    def put(self, samples: bytes) -> int:
        taken = samples[: self.room()]
        self.held += taken
        return len(taken)

    def let_through(self) -> None:
        """A quarter of a second passes."""
        self.heard += self.held
        self.held.clear()

    def stop(self) -> None:
        self.stopped = True


class Box:
    """The loudspeakers that were opened, one after the other."""

    def __init__(self, silent: bool = False) -> None:
        self.silent = silent
        self.made: list[FakeLoudspeaker] = []

    def open(self, rate: int, channels: int, parent: QObject) -> FakeLoudspeaker:
        if self.silent:
            raise NoMicrophone("none")
        self.made.append(FakeLoudspeaker(rate, channels, parent))
        return self.made[-1]

    @property
    def last(self) -> FakeLoudspeaker:
        return self.made[-1]

    @property
    def on(self) -> bool:
        return any(not one.stopped for one in self.made)
