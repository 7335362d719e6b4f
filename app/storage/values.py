"""The values that the vault hands out and takes in."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

FILE = "file"
DATA = "data"


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """The content of a document on its way in. ``came_as``: ``file`` (beside the case file) or ``data`` (inside it)."""

    source: Callable[[], BinaryIO] = field(repr=False)
    came_as: str = FILE

    def open(self) -> BinaryIO:
        """A new readable file that stands at the start of the content; the caller closes it."""
        return self.source()

    @classmethod
    def of_bytes(cls, data: bytes, came_as: str = DATA) -> DocumentContent:
        """Content that is held in memory."""
        return cls(lambda: io.BytesIO(data), came_as)

    @classmethod
    def of_file(cls, path: Path, came_as: str = FILE) -> DocumentContent:
        """Content that is read from a file when it is needed."""
        return cls(lambda: path.open("rb"), came_as)


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """The content of a document as it was stored: SHA-256 of the plaintext (hex) and its size in bytes."""

    sha256: str
    size: int
    came_as: str = FILE


@dataclass(frozen=True, slots=True)
class Draft:
    """What was being typed at a place of the window, and when it was kept (UTC, ISO 8601)."""

    time: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Change:
    """What one saved change does to a case.

    ``puts``: (kind, entry) added, or replacing the entry of that id; kind ``case`` for the case's own facts. ``drops``:
    (kind, id) removed. ``orders``: the ids of a kind in their new order, all of them. ``decisions``, where given,
    replace those of the case. ``drafts``: places whose draft goes with the change. ``codes``: (profile, entry id, code) kept,
    or with ``None`` kept no longer. ``said``: what the journal says of it besides, under keys that are not its own.
    """

    puts: Sequence[tuple[str, object]] = field(default=(), repr=False)
    drops: Sequence[tuple[str, str]] = ()
    orders: Mapping[str, Sequence[str]] = field(default_factory=dict)
    decisions: Sequence[Mapping[str, Any]] | None = field(default=None, repr=False)
    drafts: Sequence[str] = ()
    codes: Sequence[tuple[str, str, str | None]] = field(default=(), repr=False)
    said: Mapping[str, Any] = field(default_factory=dict, repr=False)


def entry_id_of(kind: str, value: object) -> str:
    """The id of an entry; the case's own facts have the empty one."""
    return "" if kind == "case" else str(getattr(value, "id"))  # noqa: B009 - every entry class has one


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A line of the list of cases. ``opened`` as in the case file, ``changed_at`` UTC (ISO 8601), ``size`` in bytes.

    ``code`` is empty where the case is too damaged to tell it.
    """

    id: str
    code: str
    opened: str | None
    changed_at: str
    entries: int
    size: int
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that ``verify`` found wrong: which part, and what. Holds codes and ids, no content."""

    part: str
    problem: str


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place where all the words stand. ``where`` is the path in the case file (``testimonies[0].text``).

    ``paragraph`` counts from 1 within the text. ``damaged``: the case could not be searched; ``where`` and ``snippet``
    are then empty.
    """

    case_code: str
    where: str
    snippet: str = field(repr=False)
    damaged: bool = False
    case_id: str = ""
    entry: str = ""
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One saved change. ``time`` UTC (ISO 8601); ``payload`` what was saved, ``None`` once it was erased."""

    seq: int
    time: str
    author: str = field(repr=False)
    what: str
    payload: Mapping[str, Any] | None = field(repr=False)
    erased: bool = False
