"""Erasing one journal row: its words go, the chain and the check of what still stands in the case stay."""

from __future__ import annotations

import os

from app.storage import pieces
from app.storage.database import Database
from app.storage.errors import Damaged, NoSuchEntry, NotErasable
from app.storage.journal import Journal

_SALT_SIZE = 32
_UNFINISHED = "unfinished erasure"


def erase(db: Database, journal: Journal, author: str, seq: int, reason: str) -> None:
    """Blank the payload of row ``seq`` and journal that, inside the caller's transaction.

    Pieces whose present wording came from that row are committed to by a salted hash, so that ``verify`` can still tell
    whether somebody changed them; the salt goes with the wording. Raises ``NoSuchEntry``, ``NotErasable``.
    """
    rows = {row.seq: row for row in journal.rows()}
    row = rows.get(seq)
    if row is None:
        raise NoSuchEntry("no such row in the journal")
    if row.payload is None or "erased" in row.payload:
        raise NotErasable("the row was erased before, or records an erasure")
    state = pieces.replay(((r.seq, r.payload) for r in rows.values()), db.part)
    stands = {(kind, piece_id): text for kind, piece_id, text in pieces.stored_pieces(db)}
    in_force = []
    for kind, piece_id in state.written_by(seq):
        if (kind, piece_id) not in stands:
            raise Damaged(db.part)
        salt = os.urandom(_SALT_SIZE)
        db.execute("INSERT OR REPLACE INTO commitment VALUES (?, ?, ?)", (kind, piece_id, salt))
        in_force.append([kind, piece_id, pieces.commitment(salt, stands[kind, piece_id])])
    journal.blank(seq)
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, '')", (_UNFINISHED,))
    journal.append(
        author,
        f"erase {seq}",
        {"erased": {"seq": seq, "reason": reason, "in_force": in_force, "order": state.order}},
    )


def finish(db: Database) -> None:
    """Write the file anew after an erasure, so that no page keeps a remnant; does nothing where none is unfinished."""
    if db.row("SELECT 1 FROM meta WHERE key = ?", (_UNFINISHED,)) is None:
        return
    db.compact()
    with db.transaction():
        db.execute("DELETE FROM meta WHERE key = ?", (_UNFINISHED,))
