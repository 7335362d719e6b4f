"""The numbers in entry ids (``e12``): the highest is remembered, so that the id of a removed entry is never given again.

Something outside may still speak of it: a disclosure, a decision, an earlier wording, a kept code.
"""

from __future__ import annotations

import re

from app.storage.database import Database

_NUMBERED = re.compile(r"([a-z])([0-9]+)")
_KEY = "last "


def note(db: Database, entry_id: str) -> None:
    """Remember the number of a new entry's id, inside the caller's transaction."""
    found = _NUMBERED.fullmatch(entry_id)
    if found is not None and int(found[2]) > _noted(db, found[1]):
        db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY + found[1], str(int(found[2]))))


def highest(db: Database, prefix: str) -> int:
    """The highest number of this prefix on record or ever noted."""
    standing = db.execute("SELECT id FROM entry WHERE id GLOB ?", (prefix + "[0-9]*",))
    # Cases made before numbers were noted: the journal's own words name the id of every entry saved or removed by itself.
    journaled = db.execute("SELECT what FROM journal WHERE what GLOB ?", (f"* {prefix}[0-9]*",))
    ids = [text.rpartition(" ")[2] for (text,) in (*standing, *journaled)]
    told = (int(found[2]) for found in map(_NUMBERED.fullmatch, ids) if found is not None and found[1] == prefix)
    return max((_noted(db, prefix), *told))


def all_highest(db: Database) -> dict[str, int]:
    """The highest number of every prefix that any id ever had."""
    ids = [text for (text,) in db.execute("SELECT id FROM entry")]
    ids += [text.rpartition(" ")[2] for (text,) in db.execute("SELECT what FROM journal")]
    noted = db.execute("SELECT key FROM meta WHERE key GLOB ?", (_KEY + "?",))
    prefixes = {found[1] for found in map(_NUMBERED.fullmatch, ids) if found} | {key.removeprefix(_KEY) for (key,) in noted}
    return {prefix: highest(db, prefix) for prefix in sorted(prefixes)}


def _noted(db: Database, prefix: str) -> int:
    row = db.row("SELECT value FROM meta WHERE key = ?", (_KEY + prefix,))
    return int(row[0]) if row is not None else 0
