"""Sound made by rule, so that every sample of it is known: for recordings in tests and timings."""

from __future__ import annotations

import struct

RATE = 16_000
SECOND = 2 * RATE


def samples(start: int, count: int) -> bytes:
    """``count`` samples from the ``start``-th on (16 bits, one channel): no two stretches of a day are alike."""
    return struct.pack(f"<{count}h", *((n * 7919 + (n >> 12) * 104_729) % 20_011 - 10_005 for n in range(start, start + count)))


class Spoken:
    """A second of sound after the other, quickly: made once, told apart by its number, which stands in its first samples."""

    def __init__(self) -> None:
        self._rest = samples(0, RATE - 4)

    def second(self, number: int) -> bytes:
        """The ``number``-th second."""
        return struct.pack("<q", number) + self._rest
