"""What a case consists of, piece by piece, and what its journal says each piece must be.

A piece is an entry, the case's own facts (kind ``case``), a redaction decision, a kept code or a document's content.
The journal holds every change to a piece in full, so that replaying it gives the whole case: ``verify`` compares, and
finds a page of the case file that somebody put back. Changes are JSON lists: ``["set", kind, id, value]``,
``["drop", kind, id]``, ``["order", kind, [ids]]``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.case import ENTRY_KINDS
from app.storage import plain_json
from app.storage.database import Database
from app.storage.errors import Damaged

CASE = "case"
DECISION = "decision"
CODE = "code"
CONTENT = "content"
#: Kinds whose order is part of the case.
ORDERED = (CASE, *ENTRY_KINDS, DECISION)

Change = list[Any]


@dataclass(slots=True)
class Wording:
    """What the journal says of a piece: its text, or, where that was erased from the journal, a salted hash of it."""

    seq: int
    text: str | None = field(repr=False)
    digest: str | None = None


@dataclass(slots=True)
class State:
    """A whole case as replayed: the wording of each piece, and the ids of each kind in order."""

    pieces: dict[tuple[str, str], Wording] = field(default_factory=dict, repr=False)
    order: dict[str, list[str]] = field(default_factory=dict)

    def written_by(self, seq: int) -> list[tuple[str, str]]:
        """The pieces whose present wording comes from one journal row."""
        return [key for key, wording in self.pieces.items() if wording.seq == seq]


def commitment(salt: bytes, text: str) -> str:
    """A hash that stands for a wording whose journal row was erased; without the salt it says nothing."""
    return hashlib.sha256(salt + text.encode("utf-8")).hexdigest()


def set_change(kind: str, piece_id: str, value: Any) -> Change:
    """A piece is new or has new words."""
    return ["set", kind, piece_id, value]


def drop_change(kind: str, piece_id: str) -> Change:
    """A piece is gone."""
    return ["drop", kind, piece_id]


def order_change(kind: str, ids: list[str]) -> Change:
    """The pieces of a kind stand in this order."""
    return ["order", kind, ids]


def replay(rows: Iterable[tuple[int, Mapping[str, Any] | None]], part: str) -> State:
    """Replay a journal (number and payload of each row, ``None`` for an erased one). Raises ``Damaged``."""
    state = State()
    try:
        for seq, payload in rows:
            for change in (payload or {}).get("changes", ()):
                _apply(state, seq, change)
            if payload and "erased" in payload:
                _apply_erasure(state, seq, payload["erased"])
    except (TypeError, ValueError, KeyError, AttributeError):
        raise Damaged(part) from None
    return state


def _apply(state: State, seq: int, change: Change) -> None:
    verb, kind = change[0], change[1]
    order = state.order.setdefault(kind, [])
    if verb == "set":
        piece_id, value = change[2], change[3]
        state.pieces[kind, piece_id] = Wording(seq, plain_json.dumps(value))
        if piece_id not in order:
            order.append(piece_id)
    elif verb == "drop":
        state.pieces.pop((kind, change[2]), None)
        if change[2] in order:
            order.remove(change[2])
    elif verb == "order":
        state.order[kind] = list(change[2])
    else:
        raise ValueError("unknown change")


def _apply_erasure(state: State, seq: int, erased: Mapping[str, Any]) -> None:
    for kind, piece_id, digest in erased["in_force"]:
        state.pieces[kind, piece_id] = Wording(seq, None, digest)
    state.order = {kind: list(ids) for kind, ids in erased["order"].items()}


def stored_pieces(db: Database) -> Iterator[tuple[str, str, str]]:
    """Every piece as the tables hold it: kind, id, text; ordered kinds in their order."""
    kinds = {kind: number for number, kind in enumerate(ORDERED)}
    entries = db.execute("SELECT kind, id, body FROM entry ORDER BY position, rowid")
    yield from sorted(entries, key=lambda row: kinds.get(row[0], len(kinds)))
    for number, body in db.execute("SELECT number, body FROM decision ORDER BY position"):
        yield DECISION, str(number), body
    for profile, entry, text in db.execute("SELECT profile, entry, text FROM code ORDER BY profile, entry"):
        yield CODE, code_id(profile, entry), plain_json.dumps(text)
    for row in db.execute(f"SELECT {', '.join(CONTENT_COLUMNS)} FROM document_content ORDER BY document"):  # noqa: S608
        yield CONTENT, row[0], plain_json.dumps(dict(zip(CONTENT_COLUMNS[1:], row[1:], strict=True)))


CONTENT_COLUMNS = ("document", "object", "sha256", "cipher_sha256", "binding", "size", "cipher_size", "came_as")


def code_id(profile: str, entry: str) -> str:
    """The id of a kept code."""
    return f"{profile}/{entry}"


def differences(db: Database, state: State) -> Iterator[str]:
    """Say where the tables do not hold what the journal says."""
    held: dict[str, list[str]] = {}
    salts = {(kind, piece_id): salt for kind, piece_id, salt in db.execute("SELECT kind, id, salt FROM commitment")}
    seen = set()
    for kind, piece_id, text in stored_pieces(db):
        seen.add((kind, piece_id))
        held.setdefault(kind, []).append(piece_id)
        wording = state.pieces.get((kind, piece_id))
        if wording is None:
            yield f"{_named(kind, piece_id)} is not in the journal"
        elif not _same(wording, text, salts.get((kind, piece_id))):
            yield f"{_named(kind, piece_id)} differs from the journal"
    for kind, piece_id in state.pieces:
        if (kind, piece_id) not in seen:
            yield f"{_named(kind, piece_id)} is missing"
    for kind in ORDERED:
        if held.get(kind, []) != [i for i in state.order.get(kind, []) if (kind, i) in state.pieces]:
            yield f"the order of {kind} differs from the journal"


def _same(wording: Wording, text: Any, salt: Any) -> bool:
    if not isinstance(text, str):
        return False
    if wording.text is not None:
        return wording.text == text
    return isinstance(salt, bytes) and wording.digest == commitment(salt, text)


def _named(kind: str, piece_id: str) -> str:
    return f"{kind} {piece_id}".rstrip()
