"""From text to searchable words: folded, and cut so that any part of a Chinese name is found.

Latin, Greek and Cyrillic words are folded (case, accents, ligatures) and found by their beginnings. Scripts that put no
spaces between words (Han, kana, Thai, Lao, Khmer, Burmese) are cut into single characters; a query of two characters or
more is a phrase of them, which finds every substring, of one character too. FTS5's own trigram tokenizer finds nothing
shorter than three characters, and most Chinese names and place names have two, at three times the size of this index.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.paragraphs import paragraphs

#: Letters that Unicode does not decompose but that people type without their stroke.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"})
#: Blocks without spaces between words; each character stands as a word.
_ALONE = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3021, 0x30FF),  # numerals, kana
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_SNIPPET_BEFORE = 40
_SNIPPET_AFTER = 80


def fold(text: str) -> str:
    """Fold case, compatibility forms and the accents of alphabets; vowel signs of other scripts stay."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", bare).casefold().translate(_PLAIN)


def _alone(char: str) -> bool:
    code = ord(char)
    return code >= 0x0E00 and any(first <= code <= last for first, last in _ALONE)


def tokens(text: str) -> list[str]:
    """The words of a text in order, folded; marks and digits belong to words, everything else parts them."""
    out: list[str] = []
    word: list[str] = []
    for char in fold(text):
        kind = unicodedata.category(char)[0]
        if kind in "LNM" and not _alone(char):
            word.append(char)
            continue
        if unicodedata.category(char) == "Cf":  # direction marks and joiners neither part words nor are part of them
            continue
        if word:
            out.append("".join(word))
            word = []
        if kind in "LNM":
            out.append(char)
    if word:
        out.append("".join(word))
    return out


def query(words: str) -> str:
    """An FTS5 expression that asks for all the words, each by its beginning. Empty if there is no word in it."""
    parts = []
    for word in words.split():
        found = tokens(word)
        if found:
            # Tokens hold letters, marks and digits only, so that no quoting is needed inside the quotes.
            parts.append('"' + " ".join(found) + '"' + ("" if _alone(found[-1][-1]) else " *"))
    return " ".join(parts)


def strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in plain data with its path, such as ``names[0].text``; ids are no text."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key != "id":
                yield from strings(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from strings(item, f"{path}[{number}]")


def first_place(text: str, words: str) -> int:
    """Where the first of the words stands in the text; 0 if none is found as it was typed."""
    haystack = fold(text)
    # Where folding keeps the length, as it mostly does, a place in the one is a place in the other.
    origin = range(len(text)) if len(haystack) == len(text) else [i for i, char in enumerate(text) for _ in fold(char)]
    places = [haystack.find(fold(word)) for word in words.split()]
    return min((origin[place] for place in places if 0 <= place < len(origin)), default=0)


def snippet(text: str, words: str) -> str:
    """A stretch of the text around the first of the words, on one line."""
    return around(text, first_place(text, words))


def around(text: str, at: int) -> str:
    """A stretch of the text around a place, on one line."""
    start, end = max(0, at - _SNIPPET_BEFORE), at + _SNIPPET_AFTER
    cut = " ".join(text[start:end].split())
    return ("…" if start else "") + cut + ("…" if end < len(text) else "")


def paragraph(text: str, at: int) -> int:
    """In which paragraph a place is, counted from 1; blank lines part them."""
    return len(paragraphs(text[: at + 1])) or 1
