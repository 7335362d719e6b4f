"""The typefaces that ship with the program, and which of them sets which character.

All are SIL OFL 1.1, TrueType (``resources/fonts``). Nothing is ever taken from the system: a report looks the same
everywhere, and a character that no face holds stops the export instead of becoming a silent box.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

import uharfbuzz as hb

from app.paths import resource

_FILES = {
    "serif": "NotoSerif-Regular.ttf",
    "serif-bold": "NotoSerif-Bold.ttf",
    "serif-italic": "NotoSerif-Italic.ttf",
    "sans": "NotoSans-Regular.ttf",
    "sans-bold": "NotoSans-Bold.ttf",
    "sc": "NotoSansSC_400Regular.ttf",
    "sc-bold": "NotoSansSC_700Bold.ttf",
    "tc": "NotoSansTC_400Regular.ttf",
    "arabic": "NotoNaskhArabic-Regular.ttf",
    "tibetan": "NotoSerifTibetan-Regular.ttf",
}


class MissingGlyph(Exception):
    """A character that no shipped face can set. ``code_points`` are given as U+XXXX; the text itself is not repeated."""

    def __init__(self, code_points: tuple[str, ...]) -> None:
        super().__init__(f"no font has {', '.join(code_points)}")
        self.code_points = code_points


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One typeface. Lengths are thousandths of the size; ``space`` is its glyph of a space."""

    key: str
    name: str
    face: hb.Face = field(repr=False)
    font: hb.Font = field(repr=False)
    characters: frozenset[int] = field(repr=False)
    scale: float
    ascent: float
    descent: float
    cap_height: float
    box: tuple[int, int, int, int]
    italic_angle: float
    space: int

    def has(self, char: str) -> bool:
        """Whether the face has a glyph for a character."""
        return ord(char) in self.characters

    def has_all(self, text: str) -> bool:
        """Whether the face sets a whole text that holds nothing for which another face would be better."""
        if text.isascii():
            return True
        chars = set(text) - {"\n"}
        return all(map(_plain, chars)) and self.characters.issuperset(map(ord, chars))


def _plain(char: str) -> bool:
    return char < "\u0590" or "\u1e00" <= char < "\u2c00"


@lru_cache(maxsize=16)
def load_face(key: str) -> Face:
    """Read one of the shipped faces. Raises ``KeyError`` for a key that there is not."""
    data = resource("fonts", _FILES[key]).read_bytes()
    face = hb.Face(hb.Blob(data))
    scale = 1000 / face.upem
    head = face.reference_table("head").data
    x_min, y_min, x_max, y_max = struct.unpack(">4h", head[36:44])
    hhea = face.reference_table("hhea").data
    ascent, descent = struct.unpack(">2h", hhea[4:8])
    os2 = face.reference_table("OS/2").data
    cap_height = struct.unpack(">h", os2[88:90])[0] if len(os2) >= 90 else ascent
    post = face.reference_table("post").data
    italic_angle = struct.unpack(">i", post[4:8])[0] / 65536
    font = hb.Font(face)
    return Face(
        key=key,
        name=_FILES[key].removesuffix(".ttf").replace("_400", "-").replace("_700", "-"),
        face=face,
        font=font,
        characters=frozenset(face.unicodes),
        scale=scale,
        ascent=ascent * scale,
        descent=descent * scale,
        cap_height=cap_height * scale,
        box=(round(x_min * scale), round(y_min * scale), round(x_max * scale), round(y_max * scale)),
        italic_angle=italic_angle,
        space=font.get_nominal_glyph(0x20) or 0,
    )


def face_order(face: str, bold: bool = False, italic: bool = False, lang: str = "") -> tuple[str, ...]:
    """The keys of the faces that are tried for a style and a language (BCP 47), first the one it asks for.

    Traditional characters have their own face: the same code point is drawn in two ways in Taipei and Beijing.
    """
    if face == "sans":
        first = "sans-bold" if bold else "sans"
    else:
        first = "serif-bold" if bold else "serif-italic" if italic else "serif"
    traditional = lang.lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo", "yue"))
    simplified = "sc-bold" if bold else "sc"
    return (first, *(("tc", simplified) if traditional else (simplified, "tc")), "arabic", "tibetan", "serif", "sans")


def faces_of(text: str, order: tuple[str, ...]) -> list[str]:
    """The face of every character of a text. Marks and spaces stay with what stands before them.

    Raises ``MissingGlyph`` with all the characters that nothing can set.
    """
    if load_face(order[0]).has_all(text):
        return [order[0]] * len(text)
    quotes = _quotes_of_han(text)
    chosen: list[str] = []
    missing: dict[str, None] = {}
    for index, char in enumerate(text):
        if chosen and (char in " \u00a0\u200c\u200d" or unicodedata.category(char) in ("Mn", "Me", "Mc")):
            before = chosen[-1]
            if load_face(before).has(char):
                chosen.append(before)
                continue
        face = order[0] if char == "\n" else choose_face(char, order, index in quotes)
        if face is None:
            missing[f"U+{ord(char):04X}"] = None
        chosen.append(face or order[0])
    if missing:
        raise MissingGlyph(tuple(missing))
    return chosen


@lru_cache(maxsize=20000)
def choose_face(char: str, order: tuple[str, ...], in_han: bool) -> str | None:
    """The face that sets a character; ``None`` where none does. ``in_han``: a quote or dash of a Chinese sentence."""
    # What is private or not assigned means nothing that a reader could know, whatever a face happens to draw for it.
    if unicodedata.category(char) in ("Co", "Cn", "Cs"):
        return None
    if in_han:
        order = order[1:]
    if "\u0f00" <= char <= "\u0fff":  # Tibetan: its own family first, or stacks are cut
        order = ("tibetan", *order)
    return next((key for key in order if load_face(key).has(char)), None)


def is_han(char: str) -> bool:
    """Whether a character is Chinese, or punctuation of Chinese only."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef" or char > "\U0001ffff"


def _quotes_of_han(text: str) -> frozenset[int]:
    """Where quotes, dashes and dots that Latin and Chinese share belong to a Chinese text.

    They do beside a Chinese character, others of their kind between, where Chinese is no mere guest in the sentence.
    """
    han = [index for index, char in enumerate(text) if is_han(char)]
    latin = sum("a" <= char.lower() <= "z" for char in _CODE.sub("", text))
    if 2 * len(han) < latin:
        return frozenset()
    found: set[int] = set()
    for start in han:
        for step in (1, -1):
            index = start + step
            while 0 <= index < len(text) and text[index] in _SHARED:
                found.add(index)
                index += step
    return frozenset(found)


_SHARED = frozenset("“”‘’…—·")
_CODE = re.compile(r"\[[^\[\]]*\]")
