"""Chinese names on record that are broken up by hand: 沈。国。伟, 沈g伟, 沈国wei. Only ever asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from app.redaction.fold import squeezed, traditional_of

_GAP = r"[^\u3400-\u9fff\n]{0,3}"
_LATIN = r"[A-Za-z]{1,6}(?![A-Za-z])"


class BrokenNames:
    """Built once for a case. ``names`` are squeezed names of three characters with their owners."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self._names = names
        self._outer: dict[str, tuple[str, ...]] = {}
        self._front: dict[str, tuple[str, ...]] = {}
        for name, owners in names.items():
            for table, key in ((self._outer, name[0] + name[2]), (self._front, name[:2])):
                table[key] = tuple(dict.fromkeys((*table.get(key, ()), *owners)))
        self._pattern = _pattern(names) if names else None

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield start, end, and who may be meant."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            first, second, last = match["a"], match["b"] or match["front"], match["c"] or match["outer"]
            if second and last:
                owners = self._names.get(squeezed(first + second + last), ())
            elif last:
                owners = self._outer.get(squeezed(first + last), ())
            else:
                owners = self._front.get(squeezed(first + second), ())
            if owners:
                yield match.start(), match.end(), owners


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    first, second, last = (_class(name[place] for name in names) for place in range(3))
    return re.compile(
        rf"(?P<a>{first})(?:{_LATIN}(?P<outer>{last})|(?P<front>{second}){_LATIN}|{_GAP}(?P<b>{second}){_GAP}(?P<c>{last}))"
    )


def _class(characters: Iterable[str]) -> str:
    every = {spelled for char in set(characters) for spelled in (char, *traditional_of(char))}
    return f"[{''.join(sorted(every))}]"
