"""What the trained model sees of a word: its letters, its shape, the lists it is on, and what stands around it.

Training and running read a text through this one file, so that both see the same. A feature is a short string; what a word
gives by itself is worked out once for each word of a text. A slot is one word like any other, and all slots are alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from app.redaction.detect_words import english_words, pinyin_pattern
from app.redaction.patterns_view import SLOT

_TOKEN = re.compile(r"[^\W\d_\u2e80-\ua63f\uac00-\ud7af]+|\d+|\n+|[^\s]")
_ENDS = frozenset('.!?:;"\n')
#: Stands where there is no further word.
EDGE = "\n"


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """A text as words, digits, single signs and line breaks. ``held``: what a rule or a slot covers; ``places``: where each begins."""

    tokens: list[str]
    places: list[int]
    held: bytearray
    lower: frozenset[str]
    inside: frozenset[str]
    bare: bool


def read(text: str, covered: Iterable[tuple[int, int]]) -> Reading:
    """Return the reading of a plain text; ``covered`` are the stretches that rules propose, in its places."""
    tokens: list[str] = []
    places: list[int] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        tokens.append("\n" if word[0] == "\n" else word)
        places.append(match.start())
    held = bytearray(len(tokens))
    for start, end in covered:
        for index in range(bisect_left(places, start), bisect_left(places, end)):
            held[index] = 1
    lower: set[str] = set()
    inside: set[str] = set()
    big = 0
    before = EDGE
    for word in tokens:
        if word.islower():
            lower.add(word)
        elif word[0].isupper():
            big += 1
            if before not in _ENDS:
                inside.add(word)
        before = word
    return Reading(tokens, places, held, frozenset(lower), frozenset(inside), big * 50 < len(tokens))


def shape(word: str) -> str:
    """Return one letter for how a word is written."""
    if word == SLOT:
        return "S"
    if word.islower():
        return "a"
    if word.isupper():
        return "A" if len(word) > 1 else "I"
    if word.isdigit():
        return "9"
    if word[0].isalpha():
        return "M" if word[0].isupper() else "m"
    return word if word.isascii() or word == "\n" else "-"


def lists(word: str) -> str:
    """Return a letter for each word list that a word is on."""
    words = english_words()
    plain = word.lower()
    on = "".join(
        letter
        for letter, held in (
            ("o", words.ordinary), ("f", words.function), ("t", words.titles), ("g", words.given), ("u", words.surnames),
            ("n", words.word_names), ("p", words.proper), ("c", words.common),
        )
        if plain in held
    )  # fmt: skip
    return on + "y" if len(plain) > 2 and pinyin_pattern().fullmatch(plain) else on


def own(word: str) -> list[str]:
    """Return the features of a word in itself."""
    if not word[0].isalpha():
        return [f"x{shape(word)}"]
    plain, on = word.lower(), lists(word)
    out = [f"w{plain}", f"x{shape(word)}", f"l{on}", f"n{min(len(plain), 12)}", *(f"e{plain[-size:]}" for size in (2, 3, 4))]
    out.append(f"b{plain[:3]}")
    if "o" not in on:
        edged = f"^{plain[:24]}$"
        out += [f"c{edged[at : at + 3]}" for at in range(len(edged) - 2)]
        out.append("q" if plain.isascii() else "Q")
    return out


def beside(word: str, where: str) -> list[str]:
    """Return the features of a word for a neighbour; ``where`` is the distance, from "-2" to "+2"."""
    plain = word.lower()
    out = [f"{where}w{plain}", f"{where}x{shape(word)}"]
    if word[0].isalpha() and len(where) == 2 and where[1] == "1":
        out += [f"{where}l{lists(word)}", f"{where}e{plain[-3:]}"]
    return out


def together(reading: Reading, index: int) -> list[str]:
    """Return the features of a place in the text that no word has alone."""
    tokens = reading.tokens
    count = len(tokens)
    word = tokens[index]
    one = tokens[index - 1].lower() if index else EDGE
    two = tokens[index - 2].lower() if index > 1 else EDGE
    after = tokens[index + 1].lower() if index + 1 < count else EDGE
    left = reading.held[index - 1] if index else 0
    right = reading.held[index + 1] if index + 1 < count else 0
    out = [
        f"1{one} {after}",
        f"2{two} {one}",
        f"3{after} {tokens[index + 2].lower() if index + 2 < count else EDGE}",
        f"h{left}{right}",
    ]
    if word[0].isupper():
        begins = one in _ENDS
        out.append(f"k{begins:d}{word.lower() in reading.lower:d}{word in reading.inside:d}")
        if begins:
            out.append(f"s{shape(word)}{after}")
    else:
        out.append("B" if reading.bare else "C")
    return out


__all__ = ["EDGE", "Reading", "beside", "lists", "own", "read", "shape", "together"]
