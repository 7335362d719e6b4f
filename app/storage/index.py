"""The full-text index inside one case: a passage for every text of every entry, kept in step by each change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from app.storage import plain_json, words
from app.storage.database import Database
from app.storage.pieces import CASE

#: Letters of an answer, at the most.
_ANSWER = 40


def add(db: Database, kind: str, piece_id: str, value: Any) -> None:
    """Index all texts of an entry that is not indexed yet."""
    _add(db, kind, piece_id, words.strings(value))


def _add(db: Database, kind: str, piece_id: str, held: Iterable[tuple[str, str]]) -> None:
    row = db.row("SELECT coalesce(max(number), 0) FROM passage")
    number = row[0] if row else 0
    passages, texts = [], []
    for path, text in held:
        found = words.tokens(text)
        if found:
            number += 1
            passages.append((number, kind, piece_id, path))
            texts.append((number, " ".join(found)))
    db.many("INSERT INTO passage VALUES (?, ?, ?, ?)", passages)
    db.many("INSERT INTO words (rowid, text) VALUES (?, ?)", texts)


def remove(db: Database, kind: str, piece_id: str) -> None:
    """Take an entry out of the index, its words out of its pages."""
    db.execute("DELETE FROM words WHERE rowid IN (SELECT number FROM passage WHERE kind = ? AND id = ?)", (kind, piece_id))
    db.execute("DELETE FROM passage WHERE kind = ? AND id = ?", (kind, piece_id))


def change(db: Database, kind: str, piece_id: str, before: Any, after: Any) -> None:
    """Bring the index of an entry from one wording to another.

    Where no more than answers of a word or two changed (a result, a status, a day), the rest is left alone: to take a long
    text apart for each of hundreds of answers would keep whoever gives them waiting.
    """
    old, new = dict(words.strings(before)), dict(words.strings(after))
    gone = {path: text for path, text in old.items() if new.get(path) != text}
    made = {path: text for path, text in new.items() if old.get(path) != text}
    if any(len(text) > _ANSWER or len(text.split()) > 2 for text in (*gone.values(), *made.values())):
        remove(db, kind, piece_id)
        add(db, kind, piece_id, after)
        return
    where, rows = "kind = ? AND id = ? AND path = ?", [(kind, piece_id, path) for path in gone]
    db.many(f"DELETE FROM words WHERE rowid IN (SELECT number FROM passage WHERE {where})", rows)  # noqa: S608 - a constant
    db.many(f"DELETE FROM passage WHERE {where}", rows)  # noqa: S608 - a constant
    _add(db, kind, piece_id, made.items())


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the path in the case file, the entry's id, the paragraph (from 1), and the text around it."""

    where: str
    entry: str
    paragraph: int
    snippet: str = field(repr=False)


def search(db: Database, expression: str, query: str) -> Iterator[Place]:
    """The places where the words of the expression stand together."""
    found = db.execute(
        "SELECT p.kind, p.id, p.path, e.body,"
        " (SELECT count(*) FROM entry AS b WHERE b.kind = e.kind AND b.position < e.position)"
        " FROM words JOIN passage AS p ON p.number = words.rowid JOIN entry AS e ON e.kind = p.kind AND e.id = p.id"
        " WHERE words MATCH ? ORDER BY p.number",
        (expression,),
    )
    for kind, entry, path, body, place in found:
        text = dict(words.strings(plain_json.loads(body, db.part))).get(path, "")
        where = f"{kind}.{path}" if kind == CASE else f"{kind}[{place}].{path}"
        at = words.first_place(text, query)
        yield Place(where, entry, words.paragraph(text, at), words.around(text, at))


def problem(db: Database) -> str | None:
    """Compare the index with the entries, and ask it for every word: its inner directory is in no other check."""
    expected = []
    counts: Counter[str] = Counter()
    for kind, piece_id, body in db.execute("SELECT kind, id, body FROM entry"):
        for path, text in words.strings(plain_json.loads(body, db.part)):
            found = words.tokens(text)
            if found:
                expected.append((kind, piece_id, path, " ".join(found)))
                counts.update(set(found))
    held = db.execute("SELECT p.kind, p.id, p.path, w.text FROM passage AS p JOIN words AS w ON w.rowid = p.number")
    size = db.row("SELECT (SELECT count(*) FROM passage), (SELECT count(*) FROM words)")
    same = sorted(expected) == sorted(held) and size == (len(expected), len(expected))
    # The directory of the passages is a copy of them: in another state it would leave the words of a text behind.
    listed = "SELECT kind, id, number FROM passage {} ORDER BY kind, id, number"
    same = same and db.execute(listed.format("INDEXED BY passage_entry")) == db.execute(listed.format("NOT INDEXED"))
    query = "SELECT count(*) FROM words WHERE words MATCH ?"
    if same and all(db.row(query, (f'"{word}"',)) == (count,) for word, count in counts.items()):
        return None
    return "the search index differs from the entries"
