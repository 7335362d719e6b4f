"""The documents that come with a case file, beside it or within it, and nothing else of the disk."""

from __future__ import annotations

import binascii
import errno
import hashlib
import io
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from app.casefile.errors import CaseFileError, render

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
# A pipe would keep its reader waiting for a writer that never comes.
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_FOLDER = getattr(os, "O_DIRECTORY", 0)
#: Where a folder can be held open and walked from, no link can be slipped in between the look and the opening.
_CAN_WALK = bool(_NO_LINK) and os.open in os.supports_dir_fd and os.stat in os.supports_dir_fd


class DocumentError(Exception):
    """A document cannot be opened. The text says why and names no path."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """The content of one document of the case file.

    ``came_as`` is ``file`` (``source`` is its path below ``folder``, that of the case file) or ``data`` (``source`` is
    the content).
    """

    document_id: str
    came_as: Literal["file", "data"]
    source: Path | bytes = field(repr=False)
    folder: Path | None = field(default=None, repr=False)

    def open(self) -> io.BufferedReader | io.BytesIO:
        """Open the content for reading. Raises ``DocumentError`` where a file is gone, a link, or no regular file."""
        if isinstance(self.source, bytes):
            return io.BytesIO(self.source)
        return open_below(self.folder or self.source.parent, self.source)


def take_documents(tree: dict[str, Any], data: Mapping[str, bytes], beside: Path | None) -> tuple[Attachment, ...]:
    """Take ``data`` out of the documents of a valid case file, look up each ``file``, compare each SHA-256.

    ``data`` is what ``parse_bounded`` cut out; ``beside`` the folder of the case file, or ``None`` where there is none:
    files are then not looked for. Raises ``CaseFileError``.
    """
    taken: list[Attachment] = []
    digests: dict[Path, str] = {}  # many entries may name one large file
    for position, document in enumerate(tree.get("documents", ())):
        steps = ("documents", position)
        attachment: Attachment | None = None
        if "data" in document:
            content = _decoded(document.pop("data"), data)
            if content is None:
                raise CaseFileError(render((*steps, "data")), "not base64")
            attachment = Attachment(document["id"], "data", content)
            digest = hashlib.sha256(content).hexdigest() if "sha256" in document else ""
        elif "file" in document and beside is not None:
            source = beside.joinpath(*document["file"].split("/"))
            attachment = Attachment(document["id"], "file", source, beside)
            try:
                if source not in digests or ("sha256" in document and not digests[source]):
                    digests[source] = _look(attachment, "sha256" in document)
            except DocumentError as error:
                raise CaseFileError(render((*steps, "file")), str(error)) from None
            digest = digests[source]
        if attachment is not None:
            if "sha256" in document and digest != document["sha256"].lower():
                raise CaseFileError(render((*steps, "sha256")), "not the SHA-256 of the content that came with it")
            taken.append(attachment)
    return tuple(taken)


def open_below(folder: Path, path: Path) -> io.BufferedReader:
    """Open a regular file below a folder, following no symbolic link on the way from it.

    Raises ``DocumentError``.
    """
    parts = path.relative_to(folder).parts
    descriptor = _walk(folder, parts) if _CAN_WALK else _check_and_open(folder, parts)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise DocumentError("not a regular file")
    return os.fdopen(descriptor, "rb")


def _decoded(word: str, data: Mapping[str, bytes]) -> bytes | None:
    try:
        return binascii.a2b_base64(data[word] if word in data else word.encode("ascii"), strict_mode=True)
    except (binascii.Error, UnicodeEncodeError):
        return None


def _look(attachment: Attachment, hashing: bool) -> str:
    try:
        with attachment.open() as file:
            return hashlib.file_digest(file, "sha256").hexdigest() if hashing else ""
    except OSError:
        raise DocumentError("the file cannot be read") from None


def _walk(folder: Path, parts: tuple[str, ...]) -> int:
    try:
        held = os.open(folder, _READ | _FOLDER)
    except OSError:
        raise DocumentError("the folder of the case file cannot be read") from None
    for number, part in enumerate(parts):
        flags = _READ | _NO_LINK | (_NO_WAIT if number == len(parts) - 1 else _FOLDER)
        try:
            opened = os.open(part, flags, dir_fd=held)
        except OSError as error:
            raise DocumentError(_why(error, _is_link(part, held))) from None
        finally:
            os.close(held)
        held = opened
    return held


def _is_link(part: str, folder: int) -> bool:
    try:
        return stat.S_ISLNK(os.stat(part, dir_fd=folder, follow_symlinks=False).st_mode)
    except OSError:
        return False


def _check_and_open(folder: Path, parts: tuple[str, ...]) -> int:
    """The way of systems without ``openat``: look at each step, then open."""
    path = folder
    try:
        for part in parts:
            path /= part
            found = path.lstat()
            # On Windows a junction leads elsewhere as a link does: both are reparse points.
            reparse = getattr(found, "st_file_attributes", 0) & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0x400)
            if stat.S_ISLNK(found.st_mode) or reparse:
                raise DocumentError("a symbolic link on the way")
        if not stat.S_ISREG(found.st_mode):
            raise DocumentError("not a regular file")
        return os.open(path, _READ | _NO_LINK | _NO_WAIT)
    except OSError as error:
        raise DocumentError(_why(error, False)) from None


def _why(error: OSError, link: bool) -> str:
    if link or error.errno == errno.ELOOP:
        return "a symbolic link on the way"
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "no such file beside the case file"
    return "the file cannot be read"
