"""One Chinese name in two sounds: "Shum Kwok-wai" and 沈国伟 where Shen Guowei or Shen Kuo-wei is on record, and back.

Where no characters tell how a name sounds elsewhere, each syllable stands for all the Mandarin sounds that the characters of
names give it. That is much too loose to find names by; it tells who may be meant by a name that is asked about anyway.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from pypinyin import Style, lazy_pinyin

from app.domain.case import Case
from app.redaction import spellings_cantonese
from app.redaction.aliases import ONLY_HAN, pinyin_syllables, surname_of
from app.redaction.chinese_surnames import SURNAME_READINGS
from app.redaction.detect_words import chinese_words
from app.redaction.fold import squeezed
from app.redaction.spellings import wade_giles

MOST_KEYS = 64
LONGEST = 24
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")

Sounds = dict[str, tuple[str, ...]]


def _add(table: Sounds, spelled: str, sound: str) -> None:
    held = table.get(spelled, ())
    if sound not in held:
        table[spelled] = (*held, sound)


@lru_cache(maxsize=1)
def _tables() -> tuple[Sounds, Sounds]:
    """Mandarin sounds by spelling: of surnames, and of syllables of given names."""
    surnames: Sounds = {}
    given: Sounds = {}
    for sound in sorted(pinyin_syllables()):
        for table in (surnames, given):
            _add(table, sound, sound)
            _add(table, wade_giles(sound), sound)
    for surname in sorted(name for name in chinese_words().surnames if len(name) == 1):
        usual = squeezed(lazy_pinyin(surname, style=Style.NORMAL)[0])
        for spelled in spellings_cantonese.surnames(surname):
            for sound in (usual, *SURNAME_READINGS.get(surname, ())):
                _add(surnames, spelled, sound)
    for char in sorted(chinese_words().given):
        sound = squeezed(lazy_pinyin(char, style=Style.NORMAL)[0])
        for (spelled,) in spellings_cantonese.given_names(char):
            _add(given, spelled, sound)
    return surnames, given


def _given_sounds(word: str) -> Iterator[str]:
    """The Mandarin sounds that a given name of one syllable or two may have."""
    syllables = _tables()[1]
    yield from syllables.get(word, ())
    for cut in range(1, len(word)):
        for pair in product(syllables.get(word[:cut], ()), syllables.get(word[cut:], ())):
            yield "".join(pair)


@lru_cache(maxsize=4096)
def sounds_of(name: str) -> frozenset[str]:
    """The whole names in toneless pinyin, surname first, that a name in letters or characters may be."""
    if ONLY_HAN.match(name):
        surname = surname_of(name)
        if surname is None or surname == name:
            return frozenset()
        sounds = ("".join(lazy_pinyin(part, style=Style.NORMAL)) for part in (surname, name[len(surname) :]))
        return frozenset((" ".join(map(squeezed, sounds)),))
    words = [squeezed(word) for word in _WORD.findall(name)]
    if not 2 <= len(words) <= 3 or sum(map(len, words)) > LONGEST or not all(word.isascii() for word in words):
        return frozenset()
    found = (
        f"{first} {second}"
        for surname, rest in ((words[0], words[1:]), (words[-1], words[:-1]))
        for first, second in product(_tables()[0].get(surname, ()), _given_sounds("".join(rest)))
    )
    return frozenset(islice(found, MOST_KEYS))


class Heard:
    """Built once for a case: the people whose names sound as some words do. ``shown`` tells who stands by name anyway."""

    def __init__(self, case: Case, shown: Callable[[str], bool]) -> None:
        self._owners: dict[str, dict[str, None]] = {}
        for person in case.people:
            names: Iterable[str] = () if shown(person.id) else (n.text for n in person.names if n.kind != "description")
            for name in names:
                for sound in sounds_of(name):
                    self._owners.setdefault(sound, {})[person.id] = None

    def owners(self, words: str) -> tuple[str, ...]:
        """Who may be meant by words that are asked about."""
        return tuple(dict.fromkeys(owner for sound in sorted(sounds_of(words)) for owner in self._owners.get(sound, ())))
