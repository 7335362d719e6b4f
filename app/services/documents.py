"""Documents of a case: the entry and its sealed content come together or not at all; no content is ever a file outside.

    add_document(store, title, kind, source, *, date, issuer, lang, about, note, progress, stop) -> Filled
    replace_content(store, document_id, source, *, facts, progress, stop) -> Filled
    remove_document(store, document_id) -> Case
    read_document(store, document_id, limit) -> bytes              for a preview in memory
    sniff(data) -> "pdf" | "png" | "jpeg" | "gif" | "webp" | "tiff" | "bmp" | "wav" | "text" | "other"

``source`` is a path, or ``(file name, bytes)``, or a ``Stream``. ``progress(done, total)`` is told the bytes read so far,
on the thread that calls; ``stop()`` is asked after each piece. Errors (``UserError.code``): ``bad-entry``, ``file`` (the
source cannot be read), ``not-a-file``, ``stopped``, ``under-hold``, ``no-such-entry``, ``not-held``, ``too-large``.
"""

from __future__ import annotations

import codecs
import io
import os
import stat
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import BinaryIO

from app.domain.case import Case, Document
from app.domain.plain import from_plain
from app.errors import UserError, bad_input
from app.services import entries, work
from app.services.session import told
from app.storage.case_store import CaseStore
from app.storage.errors import NoSuchEntry
from app.storage.values import FILE


@dataclass(frozen=True, slots=True)
class Stream:
    """A content that is read as it comes: ``size`` bytes; ``file`` can go back to its start. ``name`` as of a file."""

    file: io.RawIOBase = field(repr=False)
    size: int
    name: str


Source = Path | tuple[str, bytes] | Stream
Progress = Callable[[int, int], None]
Stop = Callable[[], bool]

_EXTENSIONS = {
    "pdf": "pdf",
    "png": "png",
    "jpeg": "jpg",
    "gif": "gif",
    "webp": "webp",
    "tiff": "tif",
    "bmp": "bmp",
    "wav": "wav",
    "text": "txt",
}
#: Endings that a name may keep where the content does not tell: what people keep as evidence, and nothing that runs.
_KEPT = frozenset(
    "doc docx odt rtf xls xlsx ods csv ppt pptx odp eml msg tif tiff heic bmp mp3 m4a ogg opus wav flac aac amr"
    " mp4 mov mkv webm avi 3gp zip 7z".split()
)
_FOLDER = "documents"
_LOOK = 64 << 10  #: What ``sniff`` needs to see of a source; also the size of a piece.
_UNKNOWN_HASH = "0" * 64


@dataclass(frozen=True, slots=True)
class Filled:
    """A document whose content was stored: the case as it now stands, the entry with its SHA-256, the size in bytes."""

    case: Case = field(repr=False)
    document: Document
    size: int


def add_document(
    store: CaseStore,
    title: str,
    kind: str | None,
    source: Source,
    *,
    date: str | None = None,
    issuer: str | None = None,
    lang: str | None = None,
    about: Sequence[str] = (),
    note: str | None = None,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Filled:
    """Record a new document with its content."""
    new = Document(work.new_id(store, "documents"), title, kind, date, issuer, lang, about=tuple(about), note=note)
    return _fill(store, new, source, progress, stop)


def replace_content(
    store: CaseStore,
    document_id: str,
    source: Source,
    *,
    facts: Document | None = None,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Filled:
    """Put another content in the place of the one that is held, or of none. The earlier one is gone for good.

    ``facts``: what is recorded of it from now on, in the same change.
    """
    known = next((document for document in work.case_of(store).documents if document.id == document_id), None)
    if known is None:
        raise bad_input("no-such-entry", "there is no such document in the case; nothing was changed")
    return _fill(store, replace(facts, id=document_id) if facts else known, source, progress, stop)


def remove_document(store: CaseStore, document_id: str) -> Case:
    """Remove a document that nothing refers to, and its content."""
    return work.remove(store, "documents", document_id)


def open_content(store: CaseStore, document_id: str) -> BinaryIO:
    """The content, seekable; the caller closes it. Raises ``UserError`` (``no-such-entry``, ``not-held``)."""
    with told():
        try:
            file = store.document(document_id)
        except NoSuchEntry:
            raise bad_input("no-such-entry", "there is no such document in the case") from None
        if file is None:
            raise bad_input("not-held", "the content of this document is not held")
        return file


def read_document(store: CaseStore, document_id: str, limit: int) -> bytes:
    """The whole content, at most ``limit`` bytes of it: what is larger is refused, since half a file shows nothing."""
    with told(), open_content(store, document_id) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise bad_input("too-large", "the document is too large to be shown here")
    return data


def _fill(store: CaseStore, document: Document, source: Source, progress: Progress | None, stop: Stop | None) -> Filled:
    with told(), _opened(source) as (file, size, name):
        before = store.plain()
        path = _path_for(before.get("documents", ()), document.id, sniff(_peek(file)), name)
        entry = replace(document, file=path, sha256=_UNKNOWN_HASH)
        read = entries.as_read("documents", entry)
        entries.check(entries.with_entries(before, [("documents", read)]), [("documents", read)])
        stored = store.add_document(document.id, _Watched(file, size, progress, stop), FILE, entry)  # type: ignore[arg-type]  # read is all that is used
        filled = replace(entry, sha256=stored.sha256)
        after = entries.with_entries(before, [("documents", entries.as_read("documents", filled))])
        return Filled(from_plain(Case, after), filled, stored.size)


@contextmanager
def _opened(source: Source) -> Iterator[tuple[BinaryIO, int, str]]:
    """The source from its start, its size and its file name. A pipe or device would never end: only files are read."""
    if isinstance(source, Stream):
        yield io.BufferedReader(source.file, _LOOK), source.size, source.name
        return
    if not isinstance(source, Path):
        name, data = source
        yield io.BytesIO(data), len(data), name
        return
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(source, flags)
    with os.fdopen(descriptor, "rb", closefd=True) if _is_file(descriptor) else _no_file(descriptor) as file:
        yield file, os.fstat(file.fileno()).st_size, source.name


def _is_file(descriptor: int) -> bool:
    return stat.S_ISREG(os.fstat(descriptor).st_mode)


def _no_file(descriptor: int) -> BinaryIO:
    os.close(descriptor)
    raise bad_input("not-a-file", "a document must be an ordinary file; nothing was stored")


def _peek(file: BinaryIO) -> bytes:
    start = file.read(_LOOK)
    file.seek(0)
    return start


class _Watched:
    """A source that tells how far it was read, and can be stopped between two pieces."""

    def __init__(self, file: BinaryIO, size: int, progress: Progress | None, stop: Stop | None) -> None:
        self._file, self._size = file, size
        self._progress, self._stop = progress, stop
        self._done = 0

    def read(self, size: int = -1) -> bytes:
        if self._stop is not None and self._stop():
            raise UserError("stopped", 2, "stopped; nothing was stored")
        data = self._file.read(size)
        self._done += len(data)
        if self._progress is not None:
            self._progress(self._done, max(self._size, self._done))
        return data


def _path_for(others: Sequence[entries.Tree], document_id: str, sort: str, name: str) -> str:
    """The name of the document in an export of the case: from its id and what it is, never from what it was called.

    The name that a file had outside may name a person. No two documents share a path, in any spelling of it, and none is
    a folder on the way to another.
    """
    ending = name.rpartition(".")[2].casefold()
    ending = _EXTENSIONS.get(sort) or (ending if ending in _KEPT else "bin")
    stem = document_id if document_id.isascii() and document_id.isalnum() else "document"
    taken = [other["file"].casefold() for other in others if "file" in other and other["id"] != document_id]
    for number in count(1):
        folder = _FOLDER if number == 1 else f"{_FOLDER}-{number}"
        path = f"{folder}/{stem}.{ending}"
        key = path.casefold()
        if not any(key == held or key.startswith(f"{held}/") or held.startswith(f"{key}/") for held in taken):
            return path
    raise AssertionError


def sniff(data: bytes) -> str:
    """What a content is, by its first bytes and never by a name. ``text`` is UTF-8; ``data`` may be cut off anywhere."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        return "wav"
    if data.startswith((b"II*\x00", b"MM\x00*")):
        return "tiff"
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return "bmp"
    if b"%PDF-" in data[:1024]:  # readers look for it there
        return "pdf"
    return "text" if _is_text(data) else "other"


def _is_text(data: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(data)
    except UnicodeDecodeError:
        return False
    return bool(text) and all(char in "\t\n\r\f" or unicodedata.category(char) != "Cc" for char in text)
