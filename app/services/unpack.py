"""Reading a tar archive that may come from anybody: its members by name and place, nothing written anywhere.

Ordinary files only, as ``app.services.archive`` writes them (POSIX.1-2001: ustar headers, pax records for a long path or
a large size). Everything else is refused: the standard library's reader follows more formats than anybody here needs.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

_BLOCK = 512
_PIECE = 1 << 16
_MOST_PAX = 1 << 16
_MOST_MEMBERS = 1_000_000


class BadArchive(Exception):
    """Not an archive of this kind, or cut short."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the archive; ``at`` is where its content begins."""

    name: str = field(repr=False)
    size: int
    at: int


def members(stream: BinaryIO) -> Iterator[Member]:
    """The members of a seekable archive in their order. Raises ``BadArchive``, and what reading raises."""
    at, names, pax = 0, set(), dict[str, str]()
    for _ in range(_MOST_MEMBERS):
        block = _read(stream, at, _BLOCK)
        if not any(block):
            _check_end(stream, at)
            return
        name, size, kind = _header(block)
        at += _BLOCK
        if kind == b"x":
            if pax or size > _MOST_PAX:
                raise BadArchive
            pax = _records(_read(stream, at, size))
        else:
            name = pax.pop("path", name)
            size = _number(pax.pop("size", str(size)).encode("utf-8"), 10)
            if kind not in (b"0", b"\0") or not name or name in names or pax:
                raise BadArchive
            names.add(name)
            yield Member(name, size, at)
        at += size + -size % _BLOCK
    raise BadArchive


def _read(stream: BinaryIO, at: int, size: int) -> bytes:
    stream.seek(at)
    data = b""
    while len(data) < size:
        piece = stream.read(size - len(data))
        if not piece:
            raise BadArchive
        data += piece
    return data


def _check_end(stream: BinaryIO, at: int) -> None:
    """Nothing but zeros stands behind the first block of zeros, and at least one more block of them."""
    stream.seek(at)
    found = 0
    while piece := stream.read(_PIECE):
        found += len(piece)
        if piece.count(0) != len(piece):
            raise BadArchive
    if found < 2 * _BLOCK:
        raise BadArchive


def _header(block: bytes) -> tuple[str, int, bytes]:
    if block[257:263] != b"ustar\0" or _number(block[148:156], 8) != sum(block) - sum(block[148:156]) + 8 * 0x20:
        raise BadArchive
    name = _text(block[:100])
    prefix = _text(block[345:500])
    return (f"{prefix}/{name}" if prefix else name), _number(block[124:136], 8), block[156:157]


def _text(field_bytes: bytes) -> str:
    try:
        return field_bytes.partition(b"\0")[0].decode("utf-8")
    except UnicodeDecodeError:
        raise BadArchive from None


def _number(digits: bytes, base: int) -> int:
    digits = digits.strip(b" \0")
    if not digits or len(digits) > 16 or not all(0x30 <= digit < 0x30 + base for digit in digits):
        raise BadArchive
    return int(digits, base)


def _records(data: bytes) -> dict[str, str]:
    """Pax records, ``length key=value`` and a line end; the length counts itself."""
    out: dict[str, str] = {}
    while data:
        length = _number(data[:8].partition(b" ")[0], 10)
        record, data = data[:length], data[length:]
        if len(record) != length or not record.endswith(b"\n"):
            raise BadArchive
        key, _, value = record.partition(b" ")[2][:-1].partition(b"=")
        if key not in (b"path", b"size"):
            raise BadArchive
        try:
            out[key.decode("ascii")] = value.decode("utf-8")
        except UnicodeDecodeError:
            raise BadArchive from None
    return out


class Content(io.RawIOBase):
    """The content of one member, seekable. Several may be read in turn from one archive."""

    def __init__(self, stream: BinaryIO, member: Member) -> None:
        super().__init__()
        self._stream, self._member, self._at = stream, member, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        wanted = min(len(view), self._member.size - self._at)
        if wanted <= 0:
            return 0
        self._stream.seek(self._member.at + self._at)
        data = self._stream.read(wanted)
        if not data:
            raise BadArchive
        view[: len(data)] = data
        self._at += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._member.size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at


def content(stream: BinaryIO, member: Member) -> BinaryIO:
    """The content of a member as an ordinary buffered file. Raises ``BadArchive`` while reading one that was cut short."""
    return io.BufferedReader(Content(stream, member), _PIECE)
