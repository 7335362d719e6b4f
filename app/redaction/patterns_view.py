"""A text as the patterns see it: one plain character for each odd one, with a way back to the places in the original.

Full-width forms, mathematical letters, digits of other scripts, odd dashes, quotes and spaces become their plain ASCII
counterpart (Unicode compatibility forms, UAX #15); characters that do not show (zero-width, soft hyphen, bidi marks) and
combining accents are dropped. Everything stays in its order, so that a match maps back to one stretch of the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

#: Stands for any slot: what was matched before and is no longer there.
SLOT = "\ue000"
_SLOTS = range(0xE000, 0xE100)

_DASHES = "‐‑‒–—―−﹘﹣－⁃˗➖ー"
_QUOTES = {"‘": "'", "’": "'", "‛": "'", "ʼ": "'", "＇": "'", "`": "'", "´": "'", "ʻ": "'", "“": '"', "”": '"', "„": '"'}
_OPEN, _CLOSE = "〔【［（｟", "〕】］）｠"


def ascii_pattern(pattern: str, flags: int = 0) -> Pattern[str]:
    """Compile a pattern for which only ASCII letters and digits make a word, so that "于2019-06-04" begins one at the digit."""
    return re.compile(pattern, flags | re.ASCII)


_BOUND = re.compile(r"\\b|\(\?<?!\[\\w[^\]]*\]\)")


def bounded_pattern(pattern: str, flags: int = 0) -> Pattern[str]:
    """Compile a pattern in which only its word boundaries, and what may not stand beside it, go by ASCII letters and digits."""
    return re.compile(_BOUND.sub(lambda match: f"(?a:{match.group()})", pattern), flags)


@lru_cache(maxsize=8192)
def plain_char(char: str) -> str:
    """Return what stands for one character: one character, or nothing where it is dropped."""
    code = ord(char)
    if code < 128:
        return char
    if code in _SLOTS:
        return SLOT
    if char in _DASHES and char != "ー":
        return "-"
    if char in _QUOTES:
        return _QUOTES[char]
    if char in _OPEN:
        return "("
    if char in _CLOSE:
        return ")"
    category = unicodedata.category(char)
    if category == "Cf" or 0x300 <= code <= 0x36F or 0xFE00 <= code <= 0xFE0F:
        return ""
    if category == "Zs":
        return " "
    if category in ("Zl", "Zp"):
        return "\n"
    if category == "Nd":
        return str(unicodedata.decimal(char))
    compatible = unicodedata.normalize("NFKC", char)
    return compatible if len(compatible) == 1 else char


@dataclass(frozen=True, slots=True, repr=False)
class View:
    """``text`` is plain; ``places`` holds the original place of each plain character, ``None`` where they are the same.

    ``original`` is the text as given. ``words`` holds where each word of letters begins, under the word in lower case.
    ``chars`` are the characters of the text that are not ASCII; ``digits`` is what stands around digits, cut together: a trigger
    that is about digits and does not occur in it occurs nowhere.
    """

    original: str
    text: str
    places: list[int] | None
    words: dict[str, list[int]]
    chars: frozenset[str]
    digits: str

    @property
    def has_han(self) -> bool:
        """Whether there are Chinese characters."""
        return any("\u2e80" <= char <= "\u9fff" for char in self.chars)

    @property
    def has_other_scripts(self) -> bool:
        """Whether there are letters or digits from the blocks between Hebrew and Mongolian (Arabic, Tibetan, …), or Hangul."""
        return any("\u0590" <= char <= "\u18af" or "\uac00" <= char <= "\ud7af" for char in self.chars)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original that a non-empty stretch of ``text`` came from."""
        if self.places is None:
            return start, end
        first, last = self.places[start], self.places[end - 1] + 1
        # An accent that follows its letter belongs to it.
        while last < len(self.original) and unicodedata.combining(self.original[last]):
            last += 1
        return first, last

    def place(self, original: int) -> int:
        """Return the place in ``text`` of a place in the original, or of the next character that is kept."""
        return original if self.places is None else bisect_left(self.places, original)


_DIGIT_RUN = re.compile(r"\d(?:[^\n]{0,12}\d)*")
_WORD = re.compile(r"[^\W\d_\u2e80-\ua63f\uac00-\ud7af]+")  # Chinese has no spaces: a Latin word in it stands alone


def view_of(text: str) -> View:
    """Return the plain view of ``text``; in linear time."""
    chars = frozenset() if text.isascii() else frozenset(char for char in set(text) if ord(char) > 127)
    table = {ord(char): plain_char(char) for char in chars}
    odd = [char for char in chars if table[ord(char)] != char]
    if len(odd) < 24:
        plain = text
        for char in odd:  # a plain form is never odd itself, so the order does not matter
            plain = plain.replace(char, table[ord(char)])
    else:
        plain = text.translate(table)
    places = None
    if len(plain) != len(text):
        places = [place for place, char in enumerate(text) if ord(char) < 128 or table[ord(char)]]
    words: dict[str, list[int]] = defaultdict(list)
    # U+0130 is the one character whose lower case is two; without it places would shift.
    for match in _WORD.finditer(plain.replace("\u0130", "i").lower()):
        words[match.group()].append(match.start())
    return View(text, plain, places, dict(words), chars, _around_digits(plain))


def _around_digits(text: str) -> str:
    return "\n\n".join(text[max(m.start() - 8, 0) : m.end() + 8] for m in _DIGIT_RUN.finditer(text))


def digit_windows(view: View, trigger: Pattern[str], before: int, after: int) -> Iterator[tuple[int, int]]:
    """Yield what ``windows`` does, for a trigger of at most 8 characters on either side of a digit."""
    if not trigger.search(view.digits):
        return iter(())
    return windows(trigger, view.text, before, after)


def near_words(view: View, wanted: frozenset[str], before: int, after: int) -> Iterator[tuple[int, int]]:
    """Yield stretches around the places of the wanted words, as ``windows`` does."""
    return around(view.text, word_places(view, wanted), before, after)


def word_places(view: View, wanted: frozenset[str]) -> list[int]:
    """Return where the wanted words begin, in order."""
    return sorted(place for word in wanted & view.words.keys() for place in view.words[word])


def windows(trigger: Pattern[str], text: str, before: int, after: int) -> Iterator[tuple[int, int]]:
    """Yield stretches of ``text`` around the places where ``trigger`` matches, merged, never cutting a word in two.

    A costly pattern then runs over these alone: its cost follows what there is to find and not the length of the text.
    """
    return around(text, [match.start() for match in trigger.finditer(text)], before, after)


def around(text: str, places: list[int], before: int, after: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches around ``places``, which are in order, joined where they touch; an end is moved, by 100 characters at most, to where no word is cut."""
    start = end = 0
    for place in places:
        if end and place - before <= end:
            end = max(end, _right(text, place + after))
            continue
        if end:
            yield start, end
        start, end = max(end, _left(text, place - before)), _right(text, place + after)
    if end:
        yield start, end


def _left(text: str, place: int) -> int:
    place = max(place, 0)
    least = max(place - 100, 0)
    while place > least and text[place - 1].isalnum() and text[place - 1] < "\u2e80":
        place -= 1
    return place


def _right(text: str, place: int) -> int:
    place = min(place, len(text))
    most = min(place + 100, len(text))
    while place < most and text[place].isalnum() and text[place] < "\u2e80":
        place += 1
    return place
