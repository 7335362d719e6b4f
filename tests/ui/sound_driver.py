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
