"""Sound that is being recorded: piece by piece into the file of the case, until it is sealed as a document.

A sealed file is whole only once its end is written; a recording that a kill or a lock cuts off has none. So each second goes
into a table of the case's own database, one transaction each, and is on the disk, encrypted, when ``add`` returns. The table
is there only from ``begin`` until the sound is sealed and ``clear`` has run to its end.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from app.storage import plain_json
from app.storage.database import Database
from app.storage.errors import Damaged, Exists, NoSuchEntry

_KEY = "unsealed sound"
_SEALED = "sealed"
#: Pieces that are read at once, and that one step of clearing takes away: what waits meanwhile waits for milliseconds.
_READ, _CLEAR = 8, 32


class UnsealedSound:
    """The one recording of a case that is not a document yet. Every method raises ``Damaged``, ``Closed``; those that write
    ``NoSpace``, after which all that was added before is still there."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._size: int | None = None

    def facts(self) -> dict[str, Any] | None:
        """What ``begin`` was told, while there is a recording."""
        row = self._db.row("SELECT value FROM meta WHERE key = ?", (_KEY,))
        if row is None:
            return None
        facts = plain_json.loads(row[0], self._db.part)
        if not isinstance(facts, dict):
            raise Damaged(self._db.part)
        return facts

    def begin(self, facts: Mapping[str, Any]) -> None:
        """Begin a recording. ``facts`` say what it becomes. Raises ``Exists`` while there is another."""
        if self.facts() is not None:
            raise Exists("another recording is not sealed yet")
        with self._db.transaction():
            self._db.execute("CREATE TABLE sound (number INTEGER PRIMARY KEY, piece BLOB NOT NULL)")
            self._db.execute("INSERT INTO meta VALUES (?, ?)", (_KEY, plain_json.dumps(dict(facts))))
        self._size = None

    def add(self, piece: bytes) -> None:
        """The next piece; it is on the disk when this returns. Raises ``NoSuchEntry`` where no recording was begun."""
        facts = self.facts()
        if facts is None or facts.get(_SEALED):
            raise NoSuchEntry("no recording is going on")
        before = self.size()
        with self._db.transaction():
            self._db.execute("INSERT INTO sound (piece) VALUES (?)", (piece,))
        self._size = before + len(piece)

    def size(self) -> int:
        """The bytes of all pieces; 0 where no recording was begun."""
        if self._size is None:
            row = self._db.row("SELECT coalesce(sum(length(piece)), 0) FROM sound") if self.facts() is not None else None
            self._size = int(row[0]) if row else 0
        return self._size

    def reader(self, head: bytes) -> io.RawIOBase:
        """``head`` and then all pieces, as a file to be read; it can go back to its start and nowhere else."""
        return _Reader(self._db, head)

    def note_sealed(self) -> None:
        """It is a document now: what ``clear`` takes away is not to be sealed again, whatever happens meanwhile."""
        facts = self.facts()
        with self._db.transaction():
            self._db.execute(
                "UPDATE meta SET value = ? WHERE key = ?", (plain_json.dumps({**(facts or {}), _SEALED: True}), _KEY)
            )

    @property
    def is_sealed(self) -> bool:
        """Whether ``note_sealed`` was called, so that only clearing is left."""
        return bool((self.facts() or {}).get(_SEALED))

    def clear(self) -> Iterator[None]:
        """Take the pieces away, some at each step, and write the file anew, so that it is as large as before."""
        while row := self._db.row("SELECT min(number) FROM sound"):
            if row[0] is None:
                break
            with self._db.transaction():
                self._db.execute("DELETE FROM sound WHERE number < ?", (int(row[0]) + _CLEAR,))
            self._size = None
            yield
        with self._db.transaction():
            self._db.execute("DROP TABLE sound")
            self._db.execute("DELETE FROM meta WHERE key = ?", (_KEY,))
        self._size = None
        yield
        self._db.compact()


class _Reader(io.RawIOBase):
    def __init__(self, db: Database, head: bytes) -> None:
        super().__init__()
        self._db, self._head = db, head
        self._held, self._number, self._at = memoryview(head), 0, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        if not self._held:
            rows = self._db.execute(
                "SELECT number, piece FROM sound WHERE number > ? ORDER BY number LIMIT ?", (self._number, _READ)
            )
            self._number = rows[-1][0] if rows else self._number
            self._held = memoryview(b"".join(piece for _, piece in rows))
        part = self._held[: len(view)]
        view[: len(part)] = part
        self._held = self._held[len(part) :]
        self._at += len(part)
        return len(part)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_SET and offset == 0:
            self._held, self._number, self._at = memoryview(self._head), 0, 0
        elif whence != io.SEEK_CUR or offset:
            raise io.UnsupportedOperation("only to the start")
        return self._at
