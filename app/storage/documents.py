"""The content of documents: age files in the vault's folder, each sealed to the identity of its case."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.storage import disk
from app.storage.errors import Damaged
from crypto import sealed
from crypto.errors import SealedError
from crypto.identity import SealingIdentity

_READ = 1 << 20


@dataclass(frozen=True, slots=True)
class Content:
    """What a case records of a document's content; the hashes are SHA-256 in hex.

    ``binding`` stands for the header of this one sealed file, so that another file put in its place is refused at once.
    """

    object: str
    sha256: str
    cipher_sha256: str
    binding: str
    size: int
    cipher_size: int
    came_as: str

    def plain(self) -> dict[str, Any]:
        """As the journal writes it, in the order of the columns."""
        return {name: getattr(self, name) for name in self.__slots__}


class _Source:
    """The file given by the caller, so that its failing is told from the failing of the vault's own disk."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)


class _Target:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, data: bytes) -> int:
        with disk.file_errors("document"):
            disk.write(self._file, data)
        return len(data)

    def flush(self) -> None:
        self._file.flush()


def write(objects: Path, name: str, source: BinaryIO, identity: SealingIdentity, came_as: str) -> Content:
    """Seal all of ``source`` into the object ``name``; it is on the disk under that name when this returns.

    Raises ``NoSpace``, ``Unreadable``; what ``source`` raises comes through.
    """
    target = objects / name
    unfinished = target.with_name(name + disk.UNFINISHED)
    try:
        with disk.file_errors("document"):
            file = disk.open_new(unfinished)
        try:
            written = sealed.seal(_Source(source), _Target(file), [identity.recipient])  # type: ignore[arg-type]  # read and write are all that is used
            with disk.file_errors("document"):
                file.flush()
                os.fsync(file.fileno())
        finally:
            with contextlib.suppress(OSError):  # closing tries once more to write what the disk did not take
                file.close()
        with disk.file_errors("document"):
            with sealed.open_sealed(unfinished.open("rb"), [identity]) as reader:
                binding = reader.binding
            disk.settle(unfinished, target)
    except BaseException:
        disk.remove(unfinished, target)
        raise
    return Content(name, written.plain_sha256, written.cipher_sha256, binding, written.size, written.cipher_size, came_as)


class DocumentReader(io.RawIOBase):
    """The plaintext of a stored document, seekable. Raises ``Damaged`` in place of the errors of sealed files."""

    def __init__(self, objects: Path, content: Content, identity: SealingIdentity, part: str) -> None:
        super().__init__()
        self._part = part
        try:
            with disk.file_errors(part):
                self._reader = sealed.open_sealed(disk.open_plain(objects / content.object), [identity])
        except SealedError:
            raise Damaged(part) from None
        if self._reader.binding != content.binding or self._reader.size != content.size:
            self._reader.close()
            raise Damaged(part)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            with disk.file_errors(self._part):
                return self._reader.readinto(buffer)
        except SealedError:
            raise Damaged(self._part) from None

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._reader.seek(offset, whence)

    def tell(self) -> int:
        return self._reader.tell()

    def close(self) -> None:
        if not self.closed and hasattr(self, "_reader"):
            self._reader.close()
        super().close()


def open_reader(objects: Path, content: Content, identity: SealingIdentity, part: str) -> BinaryIO:
    """The plaintext as an ordinary buffered file. Raises ``Damaged``, also while reading."""
    return io.BufferedReader(DocumentReader(objects, content, identity, part), sealed.PIECE)


def problems(objects: Path, content: Content, identity: SealingIdentity, part: str) -> Iterator[str]:
    """Compare a stored document with both of its hashes."""
    try:
        with disk.file_errors(part), disk.open_plain(objects / content.object) as file:
            cipher = hashlib.sha256()
            while piece := file.read(_READ):
                cipher.update(piece)
        if cipher.hexdigest() != content.cipher_sha256:
            yield "the sealed file was changed"
            return
        plain = hashlib.sha256()
        with open_reader(objects, content, identity, part) as reader:
            while piece := reader.read(_READ):
                plain.update(piece)
        if plain.hexdigest() != content.sha256:
            yield "the content is not what was stored"
    except Damaged:
        yield "the sealed file is missing or damaged"
