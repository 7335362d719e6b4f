"""The journal of a case: every saved change as one row, chained by hashes, erasable without breaking the chain.

A row's hash covers ``H(salt ‖ payload)``, not the payload: salt and payload stand in a table beside it and can be
blanked. Without the salt the hash that stays tells nothing about the words, not even to somebody who guesses them.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from app.storage import plain_json
from app.storage.database import Database
from app.storage.errors import Damaged
from app.storage.values import JournalRow
from crypto.errors import Tampered
from crypto.identity import check_signature, sign, signing_public

ORIGIN = bytes(32)
_SALT_SIZE = 32
_ROW_LABEL = b"affiant v1 journal row"
_HEAD_LABEL = b"affiant v1 journal head"


@dataclass(frozen=True, slots=True)
class Head:
    """Where a journal stands: the number of its rows and the hash of the last."""

    count: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row with all that its hash is made of."""

    seq: int
    time: str
    author: str = field(repr=False)
    what: str
    digest: bytes
    previous: bytes
    hash: bytes
    salt: bytes | None = field(repr=False)
    payload: str | None = field(repr=False)


def now() -> str:
    """The time as the journal writes it: UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _joined(*parts: bytes) -> bytes:
    # Each part with its length before it: no two lists of parts give the same bytes.
    return b"".join(struct.pack(">Q", len(part)) + part for part in parts)


def payload_digest(salt: bytes, payload: str) -> bytes:
    """``H(salt ‖ payload)``."""
    return hashlib.sha256(salt + payload.encode("utf-8")).digest()


def row_hash(case_id: str, *, seq: int, time: str, author: str, what: str, digest: bytes, previous: bytes) -> bytes:
    """The hash that chains a row to the one before."""
    texts = (case_id.encode(), struct.pack(">Q", seq), time.encode(), author.encode(), what.encode())
    return hashlib.sha256(_joined(_ROW_LABEL, *texts, digest, previous)).digest()


def _head_message(vault_id: bytes, case_id: str, head: Head) -> bytes:
    return _joined(_HEAD_LABEL, vault_id, case_id.encode(), struct.pack(">Q", head.count), head.hash)


class Journal:
    """The journal of one case. Writing happens inside the caller's transaction."""

    def __init__(self, db: Database, case_id: str) -> None:
        self._db = db
        self._case_id = case_id

    def head(self) -> Head:
        """Where it stands now. Raises ``Damaged`` if there is no row."""
        row = self._db.row("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
        if row is None or not isinstance(row[1], bytes):
            raise Damaged(self._db.part)
        return Head(row[0], row[1])

    def hash_at(self, seq: int) -> bytes | None:
        """The hash of one row."""
        row = self._db.row("SELECT hash FROM journal WHERE seq = ?", (seq,))
        return row[0] if row else None

    def append(self, author: str, what: str, payload: Mapping[str, Any], time: str | None = None) -> int:
        """Add a row and return its number. ``what`` holds words of the program and ids only: it is never erased."""
        last = self._db.row("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
        previous = last[1] if last else ORIGIN
        seq = (last[0] if last else 0) + 1
        at, salt, text = time or now(), os.urandom(_SALT_SIZE), plain_json.dumps(payload)
        digest = payload_digest(salt, text)
        value = row_hash(self._case_id, seq=seq, time=at, author=author, what=what, digest=digest, previous=previous)
        self._db.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)", (seq, at, author, what, digest, previous, value))
        self._db.execute("INSERT INTO journal_payload VALUES (?, ?, ?)", (seq, salt, text))
        return seq

    def blank(self, seq: int) -> None:
        """Take away salt and payload of a row."""
        self._db.execute("UPDATE journal_payload SET salt = NULL, payload = NULL WHERE seq = ?", (seq,))

    def stored(self) -> Iterator[StoredRow]:
        """All rows in order as they stand, unchecked."""
        for row in self._db.execute(
            "SELECT j.seq, j.time, j.author, j.what, j.digest, j.previous, j.hash, p.salt, p.payload"
            " FROM journal AS j LEFT JOIN journal_payload AS p ON p.seq = j.seq ORDER BY j.seq"
        ):
            yield StoredRow(*row)

    def rows(self) -> tuple[JournalRow, ...]:
        """All rows in order, as they are shown. Raises ``Damaged``."""
        return tuple(
            JournalRow(
                seq=row.seq,
                time=row.time,
                author=row.author,
                what=row.what,
                payload=None if row.payload is None else plain_json.loads(row.payload, self._db.part),
                erased=row.payload is None,
            )
            for row in self.stored()
        )

    def problems(self) -> Iterator[str]:
        """Check the chain and say what is wrong with it."""
        return chain_problems(self._case_id, self.stored())

    def sign(self, vault_id: bytes, vault_key: bytes | bytearray) -> None:
        """Put the vault's signature under the head, unless it stands there already."""
        head = self.head()
        row = self._db.row("SELECT seq, head FROM signature")
        if row != (head.count, head.hash):
            signature = sign(vault_key, _head_message(vault_id, self._case_id, head))
            self._db.execute("INSERT OR REPLACE INTO signature VALUES (1, ?, ?, ?)", (head.count, head.hash, signature))

    def signature_problem(self, vault_id: bytes, vault_key: bytes | bytearray) -> str | None:
        """Check the last signature; rows after it are those that a crash left unsigned, and right."""
        row = self._db.row("SELECT seq, head, signature FROM signature")
        if row is None:
            return "journal: never signed"
        seq, head, signature = row
        if self.hash_at(seq) != head:
            return "journal: the signed row was changed"
        try:
            check_signature(signing_public(vault_key), signature, _head_message(vault_id, self._case_id, Head(seq, head)))
        except (Tampered, TypeError):
            return "journal: the signature does not hold"
        return None


def chain_problems(case_id: str, rows: Iterable[StoredRow]) -> Iterator[str]:
    """Say what is wrong with the chain that these rows are to be."""
    previous, expected = ORIGIN, 1
    for row in rows:
        if row.seq != expected:
            yield f"journal: row {expected} is missing"
        elif not _holds(case_id, row, previous):
            yield f"journal: row {row.seq} was changed"
        elif row.payload is not None and not _says(row):
            yield f"journal: the content of row {row.seq} was changed"
        previous, expected = row.hash, row.seq + 1
    if expected == 1:
        yield "journal: empty"


def _holds(case_id: str, row: StoredRow, previous: bytes) -> bool:
    try:
        value = row_hash(
            case_id,
            seq=row.seq,
            time=row.time,
            author=row.author,
            what=row.what,
            digest=row.digest,
            previous=row.previous,
        )
    except (AttributeError, TypeError):  # a column of another type than it was written with
        return False
    return row.previous == previous and hmac.compare_digest(value, row.hash)


def _says(row: StoredRow) -> bool:
    salt, payload = row.salt, row.payload
    if not isinstance(salt, bytes) or not isinstance(payload, str):
        return False
    return payload_digest(salt, payload) == row.digest


def erased_rows(payloads: Sequence[Mapping[str, Any] | None]) -> set[int]:
    """The numbers of the rows that a later row says were erased."""
    return {payload["erased"]["seq"] for payload in payloads if payload and "erased" in payload}
