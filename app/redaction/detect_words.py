"""The word lists that the detectors stand on, read once from ``resources/words``; sources in its README."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from zxcvbn.frequency_lists import FREQUENCY_LISTS

from app.paths import resource


def _lines(name: str) -> list[str]:
    text = resource("words", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(line.split() for line in _lines(name)))


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """Lower-case words. ``common`` also holds phrases, their words parted by one space; ``institutions`` are those of them
    that name an office, court or paper in general; ``ambiguous`` those that are also names of people."""

    ordinary: frozenset[str]
    function: frozenset[str]
    titles: frozenset[str]
    common: frozenset[str]
    common_length: int
    institutions: frozenset[str]
    ambiguous: frozenset[str]
    proper: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    word_names: frozenset[str]


@lru_cache(maxsize=1)
def english_words() -> EnglishWords:
    """Return the English lists."""
    common_lines = _lines("en-common.txt")
    common = frozenset(chain.from_iterable(line.split(";") for line in common_lines))
    titles, function = _words("en-titles.txt"), _words("en-function.txt")
    given = frozenset(FREQUENCY_LISTS["male_names"]) | frozenset(FREQUENCY_LISTS["female_names"])
    return EnglishWords(
        ordinary=_words("en-ordinary.txt") | _words("en-added.txt") | function | titles,
        function=function,
        titles=titles,
        common=common,
        common_length=max(phrase.count(" ") + 1 for phrase in common),
        institutions=frozenset(common_lines[-1].split(";")),
        ambiguous=_words("en-ambiguous.txt"),
        proper=_words("en-proper.txt"),
        given=given,
        surnames=frozenset(FREQUENCY_LISTS["surnames"]),
        word_names=_words("en-word-names.txt"),
    )


_INITIALS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINALS = "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|uen|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|[aeiouv]"


@lru_cache(maxsize=1)
def pinyin_pattern() -> re.Pattern[str]:
    """Return a pattern for a word that is one to four Mandarin syllables in Latin letters, tones left out."""
    return re.compile(
        rf"(?:(?:{_INITIALS})(?:{_FINALS})|a[ion]?|an[g]?|e[nr]?|ou|yi)(?:'?(?:(?:{_INITIALS})(?:{_FINALS}))){{0,3}}"
    )


@dataclass(frozen=True, slots=True)
class ChineseWords:
    """``surnames`` hold one character or two, ``weak`` those that are also frequent words; ``given`` frequent characters of
    given names; ``never`` characters that no given name holds; ``words`` ordinary words; ``places`` and ``common`` names."""

    surnames: frozenset[str]
    weak: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    words: frozenset[str]
    places: frozenset[str]
    common: frozenset[str]


@lru_cache(maxsize=1)
def chinese_words() -> ChineseWords:
    """Return the Chinese lists, in simplified characters; ordinary words from pypinyin's phrases besides our own."""
    from pypinyin.phrases_dict import phrases_dict

    sections: dict[str, set[str]] = {}
    for line in _lines("zh.txt"):
        key, _, words = line.partition(":")
        sections.setdefault(key.strip(), set()).update(words.split())
    letters = {key: set("".join(sections[key])) for key in ("surnames", "weak", "given", "never")}
    ordinary = {word for word in phrases_dict if 2 <= len(word) <= 4} | sections["words"]
    return ChineseWords(
        surnames=frozenset(letters["surnames"] | letters["weak"] | sections["double"]),
        weak=frozenset(letters["weak"]),
        given=frozenset(letters["given"]),
        never=frozenset(letters["never"]),
        words=frozenset(ordinary - sections["places"] - sections["notwords"]),
        places=frozenset(sections["places"]),
        common=frozenset(sections["common"]),
    )
