"""A tar archive that is read while it is made, so that a large case never stands in memory or on disk in plain text."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Generator, Iterable, Iterator
from typing import Any, BinaryIO

_BLOCK = tarfile.BLOCKSIZE
_PIECE = 1 << 20


def tar_pieces(members: Iterable[tuple[str, int, BinaryIO]]) -> Generator[bytes]:
    """The bytes of a pax archive (POSIX.1-2001) of ``(name, size, content)``; it holds no user, group or time."""
    for name, size, content in members:
        info = tarfile.TarInfo(name)
        info.size = size
        info.mode = 0o600
        yield info.tobuf(tarfile.PAX_FORMAT)
        left = size
        while left:
            piece = content.read(min(_PIECE, left))
            if not piece:
                raise EOFError("a document is shorter than it said")
            left -= len(piece)
            yield piece
        yield bytes(-size % _BLOCK)
    yield bytes(2 * _BLOCK)


class PiecesReader(io.RawIOBase):
    """A readable file over pieces that are made one after the other."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._held = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        target = memoryview(buffer).cast("B")
        while not self._held:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._held = memoryview(piece)
        count = min(len(target), len(self._held))
        target[:count] = self._held[:count]
        self._held = self._held[count:]
        return count
