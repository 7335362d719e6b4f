"""Folding: the one form in which text is compared, with a way back to the offsets of the original.

Two texts that a reader would take for the same name fold to the same letters: compatibility forms (NFKD), accents,
invisible characters, look-alike letters of other alphabets, case, and traditional Chinese characters all fall away.
``squeeze`` goes one step further and keeps only letters and digits, so that hyphens, spaces and line breaks inside a
name cannot hide it. Offsets count code points.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

# Letters that look like a Latin letter to the eye and that NFKD leaves alone (after UTS #39, the ones met in names).
_LOOKALIKES = str.maketrans(
    {
        # Cyrillic
        "а": "a", "в": "b", "е": "e", "ё": "e", "һ": "h", "і": "i", "ї": "i", "ј": "j", "к": "k", "м": "m", "н": "h",
        "о": "o", "р": "p", "с": "c", "т": "t", "у": "y", "х": "x", "ѕ": "s", "ԁ": "d", "ԛ": "q", "ԝ": "w", "ь": "b",
        "ӏ": "l", "ѵ": "v", "ү": "y", "ԍ": "g", "ɡ": "g", "ӕ": "ae",
        # Greek
        "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "u", "ν": "v", "ο": "o", "ρ": "p", "τ": "t",
        "υ": "u", "χ": "x", "ω": "w", "γ": "y", "σ": "o", "ϲ": "c", "ϳ": "j", "ζ": "z",
        # Armenian and others
        "օ": "o", "ս": "u", "հ": "h", "ո": "n", "ց": "g", "զ": "q", "ɑ": "a", "ɩ": "i", "ʏ": "y", "ᴏ": "o",
        "ᴄ": "c", "ᴠ": "v", "ᴡ": "w", "ᴢ": "z", "ꜱ": "s", "ɪ": "i", "ɢ": "g", "ʟ": "l", "ɴ": "n", "ʀ": "r", "ʙ": "b",
        "ᴀ": "a", "ᴇ": "e", "ᴊ": "j", "ᴋ": "k", "ᴍ": "m", "ᴘ": "p", "ᴛ": "t", "ᴜ": "u", "ᴅ": "d", "ꜰ": "f", "ʜ": "h",
        # Letters that Arabic, Persian, Urdu and Uyghur keyboards write differently
        "ی": "ي", "ى": "ي", "ک": "ك", "ھ": "ه", "ہ": "ه", "ة": "ه",
        # Latin letters that carry their stroke as part of the letter
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŋ": "n", "þ": "th", "æ": "ae", "œ": "oe",
        "ŧ": "t", "ƀ": "b", "ɓ": "b", "ɗ": "d", "ɨ": "i", "ʉ": "u", "ə": "e", "ɛ": "e", "ɔ": "o", "ƒ": "f", "ƙ": "k",
        "ⱡ": "l", "ȷ": "j", "ʋ": "v", "ƴ": "y", "ɾ": "r", "ƶ": "z", "ʐ": "z",
    }
)  # fmt: skip

# Letters in a box, a disc or a flag, which NFKD leaves as signs: each range stands for A to Z.
_LETTER_SIGNS = str.maketrans({first + place: chr(97 + place) for first in (0x1F150, 0x1F170, 0x1F1E6) for place in range(26)})
# Tags: a second ASCII that shows nothing and is handed on with the text all the same.
_TAGS = range(0xE0021, 0xE007F)

# Scripts in which combining marks are vowels or stacked letters: without them different words would fold alike.
_KEEPS_MARKS = re.compile(r"[\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\ua8e0-\ua8ff\uaa60-\uaa7f]")
_KEPT = (char for char in map(chr, range(0x900, 0xABFF)) if _KEEPS_MARKS.match(char))
_MARKS = "".join(char for char in _KEPT if unicodedata.category(char)[0] == "M")
#: A run of letters and digits with the marks that belong to it: in Tibetan, Thai or Hindi a vowel is a mark of its own.
PIECE = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_WORD = re.compile(r"[^\W_]+|[^\w\s!-/:-@\[-`{-~]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|[\u2029\f]")
# A private character that no form holds: a match never runs over it.
BARRIER = "\ue0ff"


@lru_cache(maxsize=1)
def _simplified() -> dict[int, str]:
    """Traditional to simplified, character by character, from the table that opencc ships."""
    table: dict[int, str] = {}
    for line in files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        if len(traditional) == 1 and simplified:
            table[ord(traditional)] = simplified.split(" ")[0]
    return table


@lru_cache(maxsize=512)
def traditional_of(char: str) -> tuple[str, ...]:
    """All characters that fold to a simplified one, itself not among them."""
    return tuple(chr(code) for code, simplified in _simplified().items() if simplified == char)


@lru_cache(maxsize=65536)
def fold_char(char: str) -> str:
    """Fold one character to zero or more folded characters."""
    if _KEEPS_MARKS.match(char):
        return char
    if ord(char) in _TAGS:
        return chr(ord(char) - 0xE0000).lower()
    out = []
    for part in unicodedata.normalize("NFKD", char):
        category = unicodedata.category(part)
        if category in ("Mn", "Me", "Cf", "Cc") and part not in "\n\t":
            continue
        if part == "ـ":  # Arabic tatweel only stretches a word
            continue
        for low in part.translate(_LETTER_SIGNS).casefold().translate(_LOOKALIKES):
            out.append(low.translate(_simplified()) if low > "\u2e7f" else low)
    return "".join(out)


@lru_cache(maxsize=4096)
def _is_mark(char: str) -> bool:
    """Vowel signs and stacked letters; the points between Tibetan syllables are no part of a word."""
    return unicodedata.category(char)[0] == "M"


@dataclass(frozen=True, slots=True)
class Squeezed:
    """The letters and digits of a text, folded.

    ``starts[i]`` and ``ends[i]`` bound the original characters behind ``letters[i]``. A blank line of the original
    stands as one ``BARRIER``.
    """

    letters: str = field(repr=False)
    starts: array[int] = field(repr=False)
    ends: array[int] = field(repr=False)


def fold(text: str) -> str:
    """Fold a whole text, without a map: for comparing short strings."""
    if text.isascii():
        return text.lower()
    return "".join(map(fold_char, text))


def squeeze(text: str) -> Squeezed:
    """Fold a text and keep letters and digits only, with the offsets they came from."""
    letters: list[str] = []
    starts, ends = array("i"), array("i")
    barriers = [m.start() for m in _BLANK_LINE.finditer(text)]
    barriers.append(len(text) + 1)
    following = 0
    for word in _WORD.finditer(text):
        start, end = word.span()
        while barriers[following] < start:
            letters.append(BARRIER)
            starts.append(barriers[following])
            ends.append(barriers[following])
            following += 1
        run = word.group()
        if run.isascii():
            letters.append(run.lower())
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            continue
        for offset, char in enumerate(run, start):
            for low in fold_char(char):
                if low.isalnum() or (_KEEPS_MARKS.match(low) and _is_mark(low)) or "\ue000" <= low <= "\uf8ff":
                    letters.append(low)
                    starts.append(offset)
                    ends.append(offset + 1)
                elif ends and low == " ":
                    continue
    return Squeezed("".join(letters), starts, ends)


def squeezed(text: str) -> str:
    """The folded letters and digits of a short string."""
    return squeeze(text).letters.replace(BARRIER, "")
