"""The loudspeaker: plain samples are put into it as it has room for them. Nothing is played out of a file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from ui.microphone import NONE, NoMicrophone, load_sound

#: So much may wait in the system's buffer (seconds): enough for a busy window, little enough to be heard at once.
_BUFFER = 0.25


class Loudspeaker(QObject):
    """The loudspeaker of the system, for samples of 16 bits."""

    def __init__(self, rate: int, channels: int, parent: QObject) -> None:
        """Raises ``NoMicrophone`` where nothing can be heard on this machine."""
        super().__init__(parent)
        sound = load_sound()
        device = sound.QMediaDevices.defaultAudioOutput()
        if device.isNull():
            raise NoMicrophone(NONE)
        form = sound.QAudioFormat()
        form.setSampleRate(rate)
        form.setChannelCount(channels)
        form.setSampleFormat(sound.QAudioFormat.SampleFormat.Int16)
        self._sink: Any = sound.QAudioSink(device, form, self)
        self._sink.setBufferSize(round(_BUFFER * rate) * 2 * channels)
        self._stream: Any = self._sink.start()
        if self._stream is None:
            raise NoMicrophone(NONE)

    def room(self) -> int:
        """Bytes that it can take now."""
        return int(self._sink.bytesFree()) if self._sink is not None else 0

    def waiting(self) -> int:
        """Bytes that it has taken and that were not heard yet."""
        return int(self._sink.bufferSize() - self._sink.bytesFree()) if self._sink is not None else 0

    def put(self, samples: bytes) -> int:
        """Take samples; how many bytes of them."""
        return max(int(self._stream.write(samples)), 0)

    def stop(self) -> None:
        """Fall silent at once."""
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.reset()
            sink.stop()
        self.deleteLater()


def open_loudspeaker(rate: int, channels: int, parent: QObject) -> Loudspeaker:
    """A loudspeaker that waits for samples. Raises ``NoMicrophone``."""
    return Loudspeaker(rate, channels, parent)
