"""Sound as it lies in a document: a WAV file of plain samples (PCM, 16 bits), which every player knows.

Only such files are played in the window. Anything else would need a decoder, and a decoder that reads what a stranger sent
does not run where a vault is open.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

#: Bytes before the samples in a file of our own.
HEAD = 44
#: The most bytes of samples that the numbers in a WAV file can tell: some 37 hours at 16 kHz.
MOST = (1 << 32) - HEAD
_PCM, _EXTENSIBLE = 1, 0xFFFE
_SAMPLE = 2
_MOST_CHUNKS = 64


@dataclass(frozen=True, slots=True)
class Wav:
    """Where the samples lie: ``start`` and ``size`` in bytes; ``rate`` and ``channels`` tell how long they last."""

    rate: int
    channels: int
    start: int
    size: int

    @property
    def frame(self) -> int:
        """Bytes of one moment."""
        return _SAMPLE * self.channels

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.size / (self.rate * self.frame)

    def offset(self, seconds: float) -> int:
        """Where in the file the moment ``seconds`` begins; never outside the samples."""
        frames = min(max(round(seconds * self.rate), 0), self.size // self.frame)
        return self.start + frames * self.frame


def head(rate: int, size: int, channels: int = 1) -> bytes:
    """What stands before ``size`` bytes of samples."""
    frame = _SAMPLE * channels
    form = struct.pack("<HHIIHH", _PCM, channels, rate, rate * frame, frame, 8 * _SAMPLE)
    return (
        b"RIFF"
        + struct.pack("<I", HEAD - 8 + size)
        + b"WAVEfmt "
        + struct.pack("<I", 16)
        + form
        + b"data"
        + struct.pack("<I", size)
    )


def read(file: BinaryIO, whole: int) -> Wav | None:
    """What a file of ``whole`` bytes holds; ``None`` where it is nothing that can be played here."""
    file.seek(0)
    start = file.read(12)
    if len(start) != 12 or start[:4] != b"RIFF" or start[8:] != b"WAVE":
        return None
    at, form = 12, None
    for _ in range(_MOST_CHUNKS):
        file.seek(at)
        name_size = file.read(8)
        if len(name_size) != 8:
            return None
        name, size = name_size[:4], int(struct.unpack("<I", name_size[4:])[0])
        if name == b"fmt " and form is None:
            form = _form(file.read(min(size, 40)))
            if form is None:
                return None
        if name == b"data" and form is not None:
            rate, channels = form
            held = min(
                size, whole - at - 8
            )  # one that was cut off, or whose end was never written, is played as far as it goes
            return Wav(rate, channels, at + 8, held - held % (_SAMPLE * channels))
        at += 8 + size + size % 2
    return None


def _form(data: bytes) -> tuple[int, int] | None:
    if len(data) < 16:
        return None
    kind, channels, rate, _bytes, frame, bits = struct.unpack("<HHIIHH", data[:16])
    if kind == _EXTENSIBLE and len(data) >= 26:
        kind = struct.unpack("<H", data[24:26])[0]
    if kind != _PCM or bits != 8 * _SAMPLE or channels not in (1, 2) or not 4000 <= rate <= 192_000:
        return None
    return (rate, channels) if frame == _SAMPLE * channels else None
