"""Letters that stand for people and places on paper, and the names that take their place when the paper is entered.

A and I are words, A and Q the signs of who speaks, O is mistaken for a nought: none of them is given out.

    used(text) -> tuple[str, ...]
    entered(text, names) -> tuple[str, Mapping[str, int]]
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LETTERS = "BCDEFGHJKLMNPRSTUVWXYZ"

#: A letter in brackets, or by itself: not part of a word, a number or an abbreviation ("U.S."), also within Chinese.
_LETTER = re.compile(rf"\[\s?([{LETTERS}])\s?\]|(?<![A-Za-z0-9])(?<![A-Za-z]\.)([{LETTERS}])(?![A-Za-z0-9])(?!\.[A-Za-z])")


def used(text: str) -> tuple[str, ...]:
    """The letters of a text in the order in which they first stand in it."""
    return tuple(dict.fromkeys(match[1] or match[2] for match in _LETTER.finditer(text)))


def entered(text: str, names: Mapping[str, str]) -> tuple[str, Mapping[str, int]]:
    """The text with names in the place of their letters, and how often each was put in. Other letters stay."""
    counts: dict[str, int] = {}

    def name(match: re.Match[str]) -> str:
        letter = match[1] or match[2]
        if letter not in names:
            return match[0]
        counts[letter] = counts.get(letter, 0) + 1
        return names[letter]

    return _LETTER.sub(name, text), counts
