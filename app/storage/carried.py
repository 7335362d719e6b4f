"""What a case has beside its entries and documents, as an archive carries it from one vault to another.

The journal cannot go on in another vault, under another case id and key: it comes along whole, as the content of the first
row there, with all that its hashes are made of.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.storage import changes, numbers, plain_json
from app.storage.database import Database
from app.storage.errors import Damaged
from app.storage.journal import Journal, StoredRow, chain_problems
from app.storage.pieces import Change
from app.storage.values import Draft, JournalRow

_HEX = ("digest", "previous", "hash", "salt")


@dataclass(frozen=True, slots=True)
class Carried:
    """``codes`` by profile and entry; ``numbers`` the highest of each letter; ``history`` plain data as in FORMAT.md."""

    decisions: Sequence[Mapping[str, Any]] = field(repr=False)
    codes: Mapping[str, Mapping[str, str]] = field(repr=False)
    drafts: Mapping[str, Draft] = field(repr=False)
    numbers: Mapping[str, int]
    history: Mapping[str, Any] = field(repr=False)

    def plain(self) -> dict[str, Any]:
        """As it stands in an archive."""
        return {
            "decisions": list(self.decisions),
            "codes": {profile: dict(codes) for profile, codes in self.codes.items()},
            "drafts": {place: [draft.time, draft.text] for place, draft in self.drafts.items()},
            "numbers": dict(self.numbers),
            "history": dict(self.history),
        }

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> Carried:
        """Read what ``plain`` gave, which may come from anybody. Raises ``Damaged``: the journal must be a whole chain."""
        try:
            made = cls(
                tuple(dict(decision) for decision in plain["decisions"]),
                {_text(p): {_text(e): _text(code) for e, code in codes.items()} for p, codes in plain["codes"].items()},
                {_text(place): Draft(_text(time), _text(text)) for place, (time, text) in plain["drafts"].items()},
                {_text(letter): _number(number) for letter, number in plain["numbers"].items()},
                dict(plain["history"]),
            )
            rows = [_stored(row) for row in made.history["rows"]]
            if not all(row.payload is None or isinstance(json.loads(row.payload), dict) for row in rows):
                raise Damaged("archive")
            if not rows or any(chain_problems(_text(made.history["case"]), rows)):
                raise Damaged("archive")
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
            raise Damaged("archive") from None
        return made


def take(db: Database, journal: Journal, case_id: str, vault_id: bytes) -> Carried:
    """All of it, of an open case."""
    codes: dict[str, dict[str, str]] = {}
    for profile, entry, text in db.execute("SELECT profile, entry, text FROM code ORDER BY profile, entry"):
        codes.setdefault(profile, {})[entry] = text
    drafts = db.execute("SELECT place, time, text FROM draft ORDER BY place")
    decisions = db.execute("SELECT body FROM decision ORDER BY position")
    return Carried(
        tuple(plain_json.loads(body, db.part) for (body,) in decisions),
        codes,
        {place: Draft(time, text) for place, time, text in drafts},
        numbers.all_highest(db),
        {"case": case_id, "vault": vault_id.hex(), "rows": [_plain(row) for row in journal.stored()]},
    )


def put(db: Database, carried: Carried) -> list[Change]:
    """Write it into a new case, but for the history; return what the journal says of it."""
    made = changes.set_decisions(db, carried.decisions) if carried.decisions else []
    for profile, codes in carried.codes.items():
        made += changes.set_codes(db, profile, codes)
    for place, draft in carried.drafts.items():
        db.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (place, draft.time, draft.text))
    for letter, number in carried.numbers.items():
        numbers.note(db, f"{letter}{number}")
    return made


def earlier_rows(rows: Sequence[JournalRow]) -> list[JournalRow]:
    """The history that a case brought along from where it was before, and before that, oldest first."""
    out: list[JournalRow] = []
    for held in (row.payload["archived"]["rows"] for row in rows if row.payload and "archived" in row.payload):
        stored = [_stored(row) for row in held]
        shown = [
            JournalRow(r.seq, r.time, r.author, r.what, None if r.payload is None else json.loads(r.payload), r.payload is None)
            for r in stored
        ]
        out += [*earlier_rows(shown), *shown]
    return out


def _plain(row: StoredRow) -> dict[str, Any]:
    held = {name: getattr(row, name) for name in StoredRow.__slots__}
    return held | {name: held[name].hex() if held[name] is not None else None for name in _HEX}


def _stored(plain: Mapping[str, Any]) -> StoredRow:
    held = {name: plain[name] for name in StoredRow.__slots__}
    return StoredRow(**held | {name: None if held[name] is None else bytes.fromhex(held[name]) for name in _HEX})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode("utf-8")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 53:
        raise TypeError
    return value
