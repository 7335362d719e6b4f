"""The microphone: what this machine has, and the samples of one of them as they come (16 bits, one channel).

Qt's sound is loaded when it is first asked for: starting up does not wait for it, and a machine without it still has the rest
of the program. Samples are pulled out of ``QAudioSource``; a device of our own that it writes to would crash (PySide6 6.11).
"""

from __future__ import annotations

import array
import contextlib
import ctypes
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, Qt, Signal

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioFormat

#: Enough for speech: what a telephone line leaves out is above half of it.
SPEECH = 16_000
#: Why there is no sound: none on this machine, not allowed by the system, or it does not start.
NO_SOUND, NONE, DENIED, ASKED, FAILED, OTHER_RATE = "no-sound", "none", "denied", "asked", "failed", "other-rate"
#: Or the system's sound server stands on another machine: what is said here does not go there.
NETWORK = "network"
#: So much waits in the system's buffer while the window is busy (seconds).
_BUFFER = 4


class NoMicrophone(Exception):
    """There is nothing to record with; ``why`` is one of the words above."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def load_sound() -> Any:
    """Qt's sound. Raises ``NoMicrophone`` where this machine has none."""
    if sys.platform == "linux":
        _stay_on_this_machine()
        _write_no_cookie()
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")  # it would tell on standard error what it loads
    try:
        from PySide6 import QtMultimedia
    except ImportError:
        raise NoMicrophone(NO_SOUND) from None
    return QtMultimedia


def prepare() -> None:
    """Load all of it ahead, on any thread: the window is not to wait for the disk when the first sound is wanted."""
    with contextlib.suppress(NoMicrophone, OSError):
        place = Path(load_sound().__file__).parent / "Qt" / "plugins" / "multimedia"
        for plugin in place.glob("*"):
            ctypes.CDLL(str(plugin))


def _stay_on_this_machine() -> None:
    """The sound server may be set to be another machine's; what a variable names comes before every other such setting."""
    named = os.environ.get("PULSE_SERVER", "")
    if any(not re.match(r"(\{[^}]*\})?(unix:|/)", each) for each in named.split()):
        raise NoMicrophone(NETWORK)
    here = Path(os.environ.get("XDG_RUNTIME_DIR", "")) / "pulse" / "native"
    if not named and here.is_absolute() and here.exists():
        os.environ["PULSE_SERVER"] = f"unix:{here}"


def _write_no_cookie() -> None:
    """Keep the sound system's library from making a file in the home folder.

    libpulse presents a "cookie" to the server, and where the user has none it writes a new one; the server knows the user of
    a local connection without it.
    """
    home = Path.home()
    there = (home / ".config/pulse/cookie", home / ".pulse-cookie")
    if not any(path.exists() for path in there):
        os.environ.setdefault("PULSE_COOKIE", "/dev/zero")


def microphones() -> list[tuple[str, str]]:
    """``(id, name)`` of each microphone, that of the system first. Raises ``NoMicrophone``."""
    inputs = load_sound().QMediaDevices.audioInputs()
    ordered = sorted(inputs, key=lambda one: not one.isDefault())
    return [(bytes(one.id().data()).hex(), one.description()) for one in ordered]


class Microphone(QObject):
    """One microphone. ``heard`` brings samples as they come; between ``start`` and ``stop`` only.

    Whoever holds it looks whether anything comes: a device that was pulled out just falls silent.
    """

    heard = Signal(bytes)

    def __init__(self, device: QAudioDevice, form: QAudioFormat, parent: QObject) -> None:
        super().__init__(parent)
        self._device, self._form = device, form
        self.rate = form.sampleRate()
        self._source: Any = None
        self._stream: Any = None

    def start(self) -> None:
        """Begin to listen. Raises ``NoMicrophone``."""
        sound = load_sound()
        self._source = sound.QAudioSource(self._device, self._form, self)
        self._source.setBufferSize(_BUFFER * self._form.bytesPerFrame() * self.rate)
        self._stream = self._source.start()
        if self._stream is None or self._source.error() != sound.QtAudio.Error.NoError:
            self.stop()
            raise NoMicrophone(FAILED)
        self._stream.readyRead.connect(self._read)

    def _read(self) -> None:
        data = self._stream.readAll().data() if self._stream is not None else b""
        if data:
            self.heard.emit(plain(bytes(data), self._form))

    def stop(self) -> None:
        """Listen no more, after what is there already; the system shows that nobody listens."""
        source, self._source = self._source, None
        if source is not None:
            self._read()
            self._stream = None
            source.stop()
            source.deleteLater()


def open_microphone(device_id: str, rate: int, parent: QObject) -> Microphone:
    """A microphone by its id, that of the system where it is "" or gone. ``rate``: that which it must have, 0 for any.

    Raises ``NoMicrophone``.
    """
    sound = load_sound()
    _ask_the_system(parent)
    inputs = sound.QMediaDevices.audioInputs()
    device = next((one for one in inputs if bytes(one.id().data()).hex() == device_id), sound.QMediaDevices.defaultAudioInput())
    if device.isNull():
        raise NoMicrophone(NONE)
    form = sound.QAudioFormat()
    form.setSampleRate(rate or SPEECH)
    form.setChannelCount(1)
    form.setSampleFormat(sound.QAudioFormat.SampleFormat.Int16)
    if not device.isFormatSupported(form):
        form = device.preferredFormat()
        if rate and form.sampleRate() != rate:
            raise NoMicrophone(OTHER_RATE)
    return Microphone(device, form, parent)


def _ask_the_system(parent: QObject) -> None:
    """macOS asks the user once; elsewhere the answer is yes."""
    from PySide6.QtCore import QMicrophonePermission

    application, asked = QCoreApplication.instance(), QMicrophonePermission()
    if application is None:
        raise NoMicrophone(FAILED)
    status = application.checkPermission(asked)
    if status == Qt.PermissionStatus.Denied:
        raise NoMicrophone(DENIED)
    if status == Qt.PermissionStatus.Undetermined:
        application.requestPermission(asked, parent, lambda _answer: None)
        raise NoMicrophone(ASKED)


def plain(data: bytes, form: QAudioFormat) -> bytes:
    """Samples of any kind that a microphone gives, as 16 bits in one channel."""
    kinds = {1: "B", 2: "h", 3: "i", 4: "f"}  # QAudioFormat.SampleFormat: UInt8, Int16, Int32, Float
    code, channels = kinds.get(form.sampleFormat().value, "h"), form.channelCount()
    if code == "h" and channels == 1 and sys.byteorder == "little":
        return data
    held = array.array(code, data[: len(data) - len(data) % (array.array(code).itemsize * channels)])
    one = held if channels == 1 else (sum(held[at : at + channels]) / channels for at in range(0, len(held), channels))
    out = array.array("h", (_scaled(code, value) for value in one))
    if sys.byteorder == "big":
        out.byteswap()
    return out.tobytes()


def _scaled(code: str, value: float) -> int:
    """One sample of a kind as one of 16 bits."""
    if code == "B":
        return round((value - 128) * 256)
    if code == "i":
        return int(value) // 65536
    if code == "f":
        return round(min(max(value, -1.0), 1.0) * 32767) if value == value else 0  # noqa: PLR0124 - not a number is silence
    return int(value)


def level(samples: bytes) -> float:
    """How loud samples are at their loudest, from 0 to 1."""
    held = memoryview(samples[: len(samples) - len(samples) % 2]).cast("h")
    if not len(held):
        return 0.0
    highest, lowest = max(held), min(held)
    return min(max(highest, -lowest) / 32767, 1.0)
