"""Sealed files that hold an archive: written whole or not at all, and read back before they get their name.

Whoever writes one cannot open it: it is sealed to somebody else. So it is sealed to one more identity as well, made for
this one file and forgotten with it: under that it is read from the disk, decrypted, taken apart and compared member by
member with what went in. This proves that the file on the disk holds everything and in the form that readers expect. That
the other recipients hold their secret, it cannot prove; their stanzas stand under the same authenticated header.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from app.errors import DAMAGED, UserError, bad_input
from app.services import unpack
from app.services.archive import PiecesReader, tar_pieces
from app.services.files import Outgoing
from app.services.progress import SILENT, Course
from crypto import sealed
from crypto.age_header import Identity
from crypto.errors import BadParameters, NoMatch, SealedError
from crypto.identity import SealingIdentity

READ = 1 << 20
_ONE_TIME = 32


def damaged(part: str) -> UserError:
    """What is said of a file from outside that is not what it was when it was written."""
    return UserError("damaged", DAMAGED, f"damaged or tampered with: {part}; nothing was changed; try another copy")


@contextmanager
def opened(path: Path, identities: Sequence[Identity], part: str) -> Iterator[sealed.SealedReader]:
    """The archive inside a sealed file. Raises ``UserError``: ``damaged``, ``not-for-you``; inside the block too."""
    try:
        with sealed.open_sealed(path.open("rb"), identities) as reader:
            yield reader
    except NoMatch:
        raise bad_input("not-for-you", "the file is sealed for somebody else; nothing was changed") from None
    except (SealedError, unpack.BadArchive):
        raise damaged(part) from None


def write(
    path: Path,
    members: Iterable[tuple[str, int, BinaryIO]],
    noted: Mapping[str, tuple[int, str]],
    recipients: Sequence[str],
    course: Course = SILENT,
    *,
    total: int = 0,
    partial: Path | None = None,
    target: Callable[[BinaryIO], BinaryIO] = lambda stream: stream,
    passphrase: str | None = None,
    journal: Callable[[sealed.Sealed], None] = lambda written: None,
) -> sealed.Sealed:
    """Seal an archive of these members into a new file at ``path``, to recipients or under a passphrase.

    ``noted`` is filled by whoever gives the members: size and SHA-256 of each by its name. ``target`` stands between the
    sealing and the file; ``journal`` is called when the file is whole and has no name yet. Raises ``UserError``,
    ``Stopped``, and what reading the members raises.
    """
    # Under a passphrase a file has no other recipient: it is read back by that.
    own = SealingIdentity(os.urandom(_ONE_TIME)) if passphrase is None else sealed.Passphrase(passphrase)
    pieces = tar_pieces(members)
    try:
        with Outgoing(replace=False) as outgoing:
            with outgoing.file(path, partial) as stream:
                plain = cast(BinaryIO, PiecesReader(pieces))
                progress = lambda done: course.at("write", done, max(done, total))  # noqa: E731 - one of two, in one line
                if isinstance(own, SealingIdentity):
                    written = sealed.seal(plain, target(stream), [*recipients, own.recipient], progress)
                else:
                    written = sealed.seal_with_passphrase(plain, target(stream), own.text, progress)
            _read_back(outgoing.unfinished(path), own, noted, course)
            journal(written)
            outgoing.place()
    except BadParameters:
        if passphrase is not None:
            most = sealed.MOST_UNDER_PASSPHRASE >> 20
            raise bad_input(
                "too-large", f"there is no passphrase, or more than {most} MB for one; nothing was written; use a public key"
            ) from None
        raise bad_input("bad-recipient", "a recipient is not an age public key (age1…); nothing was written") from None
    finally:
        # Now, and on this thread: who catches the error may hold it for long, and with it what the members have open.
        pieces.close()
        if isinstance(members, Generator):
            members.close()
    return written


def noting(
    members: Iterable[tuple[str, int, BinaryIO]], noted: dict[str, tuple[int, str]]
) -> Iterator[tuple[str, int, BinaryIO]]:
    """The members as they are given to ``write``; each is noted once it was read to its end."""
    for name, size, content in members:
        hashing = _Hashing(content)
        yield name, size, hashing  # type: ignore[misc]  # the writer of the archive only reads
        noted[name] = (size, hashing.value.hexdigest())


class _Hashing:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.value = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.value.update(data)
        return data


def _read_back(path: Path, own: Identity, noted: Mapping[str, tuple[int, str]], course: Course) -> None:
    """Raise ``UserError`` unless the file holds exactly what was noted."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):  # else the answer would come from memory and not from the disk
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    found: dict[str, tuple[int, str]] = {}
    try:
        with opened(path, [own], "the file just written") as reader:
            stream = io.BufferedReader(reader, READ)
            for member in unpack.members(stream):
                found[member.name] = _hashed(stream, member, course, reader.size)
    except EOFError:
        found = {}
    if found != noted:
        raise UserError("not-readable", DAMAGED, "what was written cannot be read back; nothing was kept; try another disk")


def _hashed(stream: BinaryIO, member: unpack.Member, course: Course, total: int) -> tuple[int, str]:
    value = hashlib.sha256()
    with unpack.content(stream, member) as content:
        while piece := content.read(READ):
            value.update(piece)
            course.at("check", member.at + content.tell(), total)
    return member.size, value.hexdigest()
