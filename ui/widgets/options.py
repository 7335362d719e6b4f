"""What a picker offers: entries with every spelling by which they can be found. Shared by all pickers of a form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

_MARKS = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Option:
    """One row: its key, its words, a quieter second word ("younger brother"), and all that it is found by."""

    key: str
    words: str = field(repr=False)
    second: str = field(default="", repr=False)
    found_by: str = field(default="", repr=False)


def folded(text: str) -> str:
    """A text as it is compared while one types: without case and without accents."""
    low = text.casefold()
    return low if low.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", low))


class Options:
    """Rows that can be picked. ``fill`` replaces them; pickers that are open show the new ones when typed in."""

    def __init__(self, rows: Iterable[Option] = ()) -> None:
        self.fill(rows)

    def fill(self, rows: Iterable[Option]) -> None:
        """Other rows."""
        self.rows = tuple(rows)
        self._by_key = {row.key: row for row in self.rows}
        self._found_by = [(folded(f"{row.words} {row.second} {row.found_by}"), row) for row in self.rows]

    def become(self, other: Options) -> None:
        """Take the rows of others, which may have been made on another thread."""
        self.rows, self._by_key, self._found_by = other.rows, other._by_key, other._found_by

    def without(self, key: str) -> Options:
        """The same rows but one."""
        made = Options()
        made.rows = tuple(row for row in self.rows if row.key != key)
        made._by_key = {at: row for at, row in self._by_key.items() if at != key}
        made._found_by = [pair for pair in self._found_by if pair[1].key != key]
        return made

    def get(self, key: str) -> Option | None:
        """The row of a key."""
        return self._by_key.get(key)

    def find(self, text: str, most: int) -> tuple[list[Option], int]:
        """The rows in which each typed word occurs, and how many more there are.

        First the one whose key it is (a language by its tag), then those that begin with it.
        """
        parts = folded(text).split()
        if not parts:
            return list(self.rows[:most]), max(len(self.rows) - most, 0)
        found = [(_rank(parts, hay, row), row) for hay, row in self._found_by if all(part in hay for part in parts)]
        found.sort(key=lambda pair: pair[0])
        return [row for _, row in found[:most]], max(len(found) - most, 0)

    def exactly(self, text: str) -> Option | None:
        """The one row that is written just so."""
        wanted = " ".join(folded(text).split())
        found = [row for row in self.rows if " ".join(folded(row.words).split()) == wanted]
        return found[0] if len(found) == 1 else None


def _rank(parts: list[str], hay: str, row: Option) -> int:
    if parts == [folded(row.key)]:
        return 0
    return 1 if hay.startswith(parts[0]) else 2
