"""What a change does to the tables of a case, inside the caller's transaction; returns what the journal says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.plain import to_plain
from app.storage import index, numbers, plain_json
from app.storage.database import Database
from app.storage.documents import Content
from app.storage.pieces import (
    CODE,
    CONTENT,
    CONTENT_COLUMNS,
    DECISION,
    code_id,
    drop_change,
    order_change,
    set_change,
)
from app.storage.pieces import Change as Line
from app.storage.values import Change, entry_id_of


def _forget_commitment(db: Database, kind: str, piece_id: str) -> None:
    # With its salt gone, the hash of an erased wording says nothing even to somebody who guesses the wording.
    db.execute("DELETE FROM commitment WHERE kind = ? AND id = ?", (kind, piece_id))


def has_entry(db: Database, kind: str, entry_id: str) -> bool:
    """Whether the entry is on record."""
    return db.row("SELECT 1 FROM entry WHERE kind = ? AND id = ?", (kind, entry_id)) is not None


def carry_out(db: Database, change: Change) -> list[Line]:
    """All that a change states: entries first, then their order, then the decisions about them and their codes."""
    out = [set_entry(db, kind, entry_id_of(kind, value), to_plain(value)) for kind, value in change.puts]
    out += [drop_entry(db, kind, entry_id) for kind, entry_id in change.drops]
    out += [set_order(db, kind, ids) for kind, ids in change.orders.items()]
    if change.decisions is not None:
        out += set_decisions(db, change.decisions)
    for profile, entry, text in change.codes:
        out += set_codes(db, profile, {entry: text}) if text is not None else drop_code(db, profile, entry)
    for place in change.drafts:
        drop_draft(db, place)
    return out


def set_entry(db: Database, kind: str, entry_id: str, plain: Any) -> Line:
    """Write an entry; a new one comes last of its kind."""
    body = plain_json.dumps(plain)
    held = db.row("SELECT body FROM entry WHERE kind = ? AND id = ?", (kind, entry_id))
    if held is not None:
        index.change(db, kind, entry_id, plain_json.loads(held[0], db.part), plain)
        _forget_commitment(db, kind, entry_id)
        db.execute("UPDATE entry SET body = ? WHERE kind = ? AND id = ?", (body, kind, entry_id))
    else:
        db.execute(
            "INSERT INTO entry SELECT ?1, ?2, coalesce(max(position) + 1, 0), ?3 FROM entry WHERE kind = ?1",
            (kind, entry_id, body),
        )
        numbers.note(db, entry_id)
        index.add(db, kind, entry_id, plain)
    return set_change(kind, entry_id, plain)


def drop_entry(db: Database, kind: str, entry_id: str) -> Line:
    """Remove an entry."""
    index.remove(db, kind, entry_id)
    _forget_commitment(db, kind, entry_id)
    db.execute("DELETE FROM entry WHERE kind = ? AND id = ?", (kind, entry_id))
    return drop_change(kind, entry_id)


def set_order(db: Database, kind: str, ids: Sequence[str]) -> Line:
    """Let the entries of a kind stand in this order."""
    held = {entry_id for (entry_id,) in db.execute("SELECT id FROM entry WHERE kind = ?", (kind,))}
    if held != set(ids) or len(held) != len(ids):
        raise ValueError("an order names each entry of its kind once")
    places = [(position, kind, entry_id) for position, entry_id in enumerate(ids)]
    db.many("UPDATE entry SET position = ? WHERE kind = ? AND id = ?", places)
    return order_change(kind, list(ids))


def drop_draft(db: Database, place: str) -> None:
    """What was typed there is saved, or given up."""
    db.execute("DELETE FROM draft WHERE place = ?", (place,))


def set_decisions(db: Database, decisions: Sequence[Mapping[str, Any]]) -> list[Line]:
    """Replace the decisions. Those that stay are not written again, so that erasing one erases all of its words."""
    rows = db.execute("SELECT number, body FROM decision ORDER BY position")
    free: dict[str, list[int]] = {}
    for number, body in rows:
        free.setdefault(body, []).append(number)
    following = max((number for number, _ in rows), default=0) + 1
    order: list[int] = []
    out: list[Line] = []
    for position, decision in enumerate(decisions):
        body = plain_json.dumps(decision)
        if free.get(body):
            number = free[body].pop(0)
            db.execute("UPDATE decision SET position = ? WHERE number = ?", (position, number))
        else:
            number, following = following, following + 1
            db.execute("INSERT INTO decision VALUES (?, ?, ?)", (number, position, body))
            out.append(set_change(DECISION, str(number), decision))
        order.append(number)
    for number in (number for several in free.values() for number in several):
        db.execute("DELETE FROM decision WHERE number = ?", (number,))
        _forget_commitment(db, DECISION, str(number))
        out.append(drop_change(DECISION, str(number)))
    return [*out, order_change(DECISION, [str(number) for number in order])]


def set_codes(db: Database, profile: str, codes: Mapping[str, str]) -> list[Line]:
    """Keep codes; those kept already in the same words are left alone."""
    out: list[Line] = []
    for entry, text in codes.items():
        if db.row("SELECT text FROM code WHERE profile = ? AND entry = ?", (profile, entry)) == (text,):
            continue
        _forget_commitment(db, CODE, code_id(profile, entry))
        db.execute("INSERT OR REPLACE INTO code VALUES (?, ?, ?)", (profile, entry, text))
        out.append(set_change(CODE, code_id(profile, entry), text))
    return out


def drop_code(db: Database, profile: str, entry: str) -> list[Line]:
    """A code is kept no longer."""
    if db.row("SELECT 1 FROM code WHERE profile = ? AND entry = ?", (profile, entry)) is None:
        return []
    _forget_commitment(db, CODE, code_id(profile, entry))
    db.execute("DELETE FROM code WHERE profile = ? AND entry = ?", (profile, entry))
    return [drop_change(CODE, code_id(profile, entry))]


def set_content(db: Database, document_id: str, content: Content) -> Line:
    """Record the content of a document."""
    plain = content.plain()
    _forget_commitment(db, CONTENT, document_id)
    db.execute(
        f"INSERT OR REPLACE INTO document_content ({', '.join(CONTENT_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (document_id, *(plain[column] for column in CONTENT_COLUMNS[1:])),
    )
    return set_change(CONTENT, document_id, plain)


def drop_content(db: Database, document_id: str) -> Line:
    """The content of a document is no longer held."""
    _forget_commitment(db, CONTENT, document_id)
    db.execute("DELETE FROM document_content WHERE document = ?", (document_id,))
    return drop_change(CONTENT, document_id)
