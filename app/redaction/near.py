"""Near-misses of names on record: "Lyi Jun Vang", "Wang Lijvn", "GUOWE1", 沈国炜 for 沈国伟. Only ever asked about.

An index of what is left of each name when letters are taken out (symmetric deletion, after Garbe), read with what is left
of each word of the text: two words at a distance of one or two letters share an entry. Only the first letters are indexed,
so that the index stays small; a hit is measured before it counts. The cost grows with the text and with the names, not
with their product, and only words that are no everyday words are looked at. Digits and signs that stand for letters
(0, 1, |, @) are letters here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from pypinyin import Style, lazy_pinyin

from app.redaction.detect_words import english_words
from app.redaction.finder import Form
from app.redaction.fold import fold, squeezed
from app.redaction.written_in import SHORTEST_CALLED, SHORTEST_TAGGED, WrittenIn

SHORTEST_ONE = 5  # letters from which on one may differ
SHORTEST_TWO = 9  # … and two
SHORTEST_GUESS = 4  # one may differ in what is asked about anyway
SHORTEST_GUESS_TWO = 7
MOST_WORDS = 3
PREFIX = 7
MOST_OWNERS = 3
LONGEST = 40
LONGEST_JOIN = 12

_SIGNS = str.maketrans("0134578l|!$@", "oieastbiiisa")
_TOKEN = re.compile(r"(?:[^\W_]|[$@|!](?=[^\W_]))(?:[^\W_\u2e80-\u9fff]|[|!$@](?=[^\W_]))*")
_JOIN = re.compile(r"[ \t]*[\s\-‐‑'’.·][ \t]*(?:[^\W\d_]{1,4}[ \t]*[\s\-‐‑'’.·][ \t]*)?\Z")
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_MARK = "\ue0fe"


@dataclass(frozen=True, slots=True)
class Near:
    """A stretch of text that is nearly the name of ``owners``, the nearest first."""

    start: int
    end: int
    owners: tuple[str, ...]


class NearIndex:
    """Built once for a case. ``forms`` are those that are protected and sure; ``common`` tells everyday words."""

    def __init__(self, forms: Iterable[Form], common: Callable[[str], bool]) -> None:
        self._common = common
        self._owners: dict[str, tuple[str, ...]] = {}
        self._left: dict[str, list[str]] = {}
        self._sounds: dict[str, tuple[str, ...]] = {}
        self._looks: dict[str, tuple[str, ...]] = {}
        self._words: dict[str, bool] = {}
        inside: dict[str, tuple[str, ...]] = {}
        for form in forms:
            if form.near or form.initials or form.described or not form.key.isalpha():
                continue
            if form.key < "\u0530" and len(form.key) >= (SHORTEST_TAGGED if form.ask else SHORTEST_CALLED):
                _join(inside, skeleton(form.key), form.owner)
            if form.ask or form.capital or form.derived:
                continue  # the many spellings of one sound are near each other already
            if _HAN.fullmatch(form.key):
                self._add_han(form)
            elif form.key < "\u0530" and len(form.key) >= SHORTEST_GUESS:
                _join(self._owners, skeleton(form.key), form.owner)
        self._inside = WrittenIn(inside)
        for key in self._owners:
            for rest in _without(key[:PREFIX], _allowed(len(key), SHORTEST_GUESS, SHORTEST_GUESS_TWO)):
                self._left.setdefault(rest, []).append(key)

    def find(self, text: str, covered: Sequence[tuple[int, int]]) -> list[Near]:
        """Near-misses outside the covered stretches (sorted), the longest first at each place."""
        found: list[Near] = []
        if self._owners:
            at = 0
            for start, end in (*covered, (len(text), len(text))):
                found += self._in_words(text, at, start)
                at = max(at, end)
        if self._sounds:
            found += self._in_han(text, covered)
        return found

    def suggest(self, words: str) -> tuple[str, ...]:
        """Whom words may mean that are asked about anyway."""
        if not self._owners and not self._sounds:
            return ()
        owners: dict[str, None] = {}
        pieces = [words, *(m.group() for m in _TOKEN.finditer(words))]
        for piece in dict.fromkeys(pieces):
            if _HAN.fullmatch(piece):
                owners.update(dict.fromkeys(self._like_han(piece)))
            elif piece is words or not self._common(fold(piece)):
                owners.update(dict.fromkeys(self._nearest(_skeleton_of(piece), SHORTEST_GUESS, SHORTEST_GUESS_TWO)))
        return tuple(owners)[:MOST_OWNERS]

    def _in_words(self, text: str, start: int, end: int) -> Iterator[Near]:
        """Only words that are no everyday words begin and end a near-miss; what stands between them may be one."""
        odd = [match for match in _TOKEN.finditer(text, start, end) if self._odd(match.group())]
        index = 0
        while index < len(odd):
            first, done = odd[index], index
            most = index
            while (
                most + 1 < len(odd) and most - index < MOST_WORDS - 1 and _close(text, odd[most].end(), odd[most + 1].start())
            ):
                most += 1
            for last in range(most, index - 1, -1):
                words = text[first.start() : odd[last].end()]
                if len(words) <= LONGEST and (owners := self._nearest(_skeleton_of(words), SHORTEST_ONE, SHORTEST_TWO)):
                    yield Near(first.start(), odd[last].end(), owners)
                    done = last
                    break
            else:
                tagged = text[first.start() - 1 : first.start()] in ("#", "_") or text[first.end() : first.end() + 1] == "_"
                if owners := self._inside.owners(_skeleton_of(first.group()), tagged=tagged):
                    yield Near(first.start(), first.end(), owners[:MOST_OWNERS])
            index = done + 1

    def _odd(self, word: str) -> bool:
        """Whether a word is no everyday word."""
        known = self._words.get(word)
        if known is None:
            low = fold(word)
            everyday = low.isdigit() or self._common(low) or self._common(low.removesuffix("s"))
            everyday = everyday or low in english_words().common
            known = self._words[word] = len(low) > 1 and not everyday
        return known

    def _nearest(self, key: str, one: int, two: int) -> tuple[str, ...]:
        if len(key) < SHORTEST_GUESS or key.isdigit():
            return ()
        return self._measured(key, one, two)

    def _measured(self, key: str, one: int, two: int) -> tuple[str, ...]:
        allowed = _allowed(len(key) + 1, one, two)
        near: dict[str, int] = {}
        for rest in _without(key[:PREFIX], allowed):
            for other in self._left.get(rest, ()):
                if other not in near and abs(len(other) - len(key)) <= allowed:
                    far = distance(key, other, allowed)
                    if far <= min(allowed, _allowed(len(other), one, two)):
                        near[other] = far
        best = sorted(near, key=lambda other: (near[other], other))
        return tuple(dict.fromkeys(owner for other in best for owner in self._owners[other]))[:MOST_OWNERS]

    def _add_han(self, form: Form) -> None:
        if len(form.key) >= 2:
            _join(self._sounds, _sound(form.key), form.owner)
        if len(form.key) >= 3:
            for place in range(1, len(form.key)):
                _join(self._looks, form.key[:place] + _MARK + form.key[place + 1 :], form.owner)

    def _like_han(self, words: str) -> tuple[str, ...]:
        key = squeezed(words)
        owners = dict.fromkeys(self._sounds.get(_sound(key), ()))
        for place in range(1, len(key)):
            owners.update(dict.fromkeys(self._looks.get(key[:place] + _MARK + key[place + 1 :], ())))
        return tuple(owners)

    def _in_han(self, text: str, covered: Sequence[tuple[int, int]]) -> Iterator[Near]:
        """Whole names of three characters or more written with other characters of the same sound."""
        sizes = sorted({key.count(" ") + 1 for key in self._sounds} - {2}, reverse=True)
        if not sizes:
            return
        taken = 0
        for run in _HAN.finditer(text):
            syllables = _syllables_of(run.group())
            at = 0
            while at < len(syllables):
                for size in sizes:
                    owners = self._sounds.get(" ".join(syllables[at : at + size])) if at + size <= len(syllables) else None
                    if not owners:
                        continue
                    start, end = run.start() + at, run.start() + at + size
                    while taken < len(covered) and covered[taken][1] <= start:
                        taken += 1
                    if taken == len(covered) or end <= covered[taken][0]:
                        yield Near(start, end, owners)
                        at += size - 1
                        break
                at += 1


def _close(text: str, end: int, start: int) -> bool:
    """Whether two words stand next to each other, or with one short word between them."""
    return start - end <= LONGEST_JOIN and _JOIN.match(text, end, start) is not None


def skeleton(key: str) -> str:
    """A squeezed word with the signs that stand for letters made letters, and letters that look alike made one."""
    return key.translate(_SIGNS)


def _skeleton_of(words: str) -> str:
    return "".join(c for c in fold(words).translate(_SIGNS) if c.isalnum())


def _allowed(length: int, one: int, two: int) -> int:
    return 2 if length >= two else 1 if length >= one else 0


def _join(table: dict[str, tuple[str, ...]], key: str, owner: str) -> None:
    held = table.get(key, ())
    if owner not in held:
        table[key] = (*held, owner)


@lru_cache(maxsize=65536)
def _without(word: str, most: int) -> frozenset[str]:
    """The word, and all that is left of it without up to ``most`` letters."""
    size = len(word)
    return frozenset(
        "".join(word[i] for i in kept) for gone in range(min(most, size) + 1) for kept in combinations(range(size), size - gone)
    )


def _sound(han: str) -> str:
    return " ".join(_syllables_of(han))


@lru_cache(maxsize=4096)
def _syllables_of(han: str) -> tuple[str, ...]:
    """The toneless reading of each character by itself, so that a name sounds alike wherever it stands."""
    return tuple(_reading(char) for char in han)


@lru_cache(maxsize=32768)
def _reading(char: str) -> str:
    found = lazy_pinyin(squeezed(char), style=Style.NORMAL)
    return found[0] if found else char


def distance(one: str, other: str, most: int) -> int:
    """Letters put in, left out, changed or swapped with their neighbour; anything above ``most`` counts as ``most + 1``."""
    if one == other:
        return 0
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        older, before = before, row
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != against))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
