"""The typefaces that ship with the program, and which of them sets which character.

All are SIL OFL 1.1, TrueType (``resources/fonts``). Nothing is ever taken from the system: a report looks the same
everywhere, and a character that no face holds stops the export instead of becoming a silent box.
"""

from __future__ import annotations

import struct
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
    """One typeface. Lengths are thousandths of the size."""

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

    def has(self, char: str) -> bool:
        """Whether the face has a glyph for a character."""
        return ord(char) in self.characters


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
    return Face(
        key=key,
        name=_FILES[key].removesuffix(".ttf").replace("_400", "-").replace("_700", "-"),
        face=face,
        font=hb.Font(face),
        characters=frozenset(face.unicodes),
        scale=scale,
        ascent=ascent * scale,
        descent=descent * scale,
        cap_height=cap_height * scale,
        box=(round(x_min * scale), round(y_min * scale), round(x_max * scale), round(y_max * scale)),
        italic_angle=italic_angle,
    )


def face_order(face: str, bold: bool, italic: bool) -> tuple[str, ...]:
    """The keys of the faces that are tried for a style, first the one it asks for."""
    if face == "sans":
        first = "sans-bold" if bold else "sans"
    else:
        first = "serif-bold" if bold else "serif-italic" if italic else "serif"
    return (first, "sc-bold" if bold else "sc", "sc", "tc", "arabic", "tibetan", "serif", "sans")


_HAN_PUNCTUATION = frozenset("“”‘’…—·")


def _han(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef" or char > "\U0001ffff"


@lru_cache(maxsize=20000)
def choose_face(char: str, order: tuple[str, ...], beside_han: bool) -> str:
    """The face that sets a character. Quotes and dashes beside Chinese are set as Chinese. Raises ``MissingGlyph``."""
    if beside_han and char in _HAN_PUNCTUATION:
        order = (order[1], *order)
    if "\u0f00" <= char <= "\u0fff":  # Tibetan: its own family first, or stacks are cut
        order = ("tibetan", *order)
    for key in order:
        if load_face(key).has(char):
            return key
    raise MissingGlyph((f"U+{ord(char):04X}",))


def faces_of(text: str, order: tuple[str, ...]) -> list[str]:
    """The face of every character of a text. Marks stay with their base, spaces with what stands before them.

    Raises ``MissingGlyph`` with all the characters that nothing can set.
    """
    if text.isascii():
        return [order[0]] * len(text)
    chosen: list[str] = []
    missing: dict[str, None] = {}
    for index, char in enumerate(text):
        before = chosen[-1] if chosen else None
        if char == "\n":
            chosen.append(before or order[0])
            continue
        if (
            before is not None
            and (char == " " or char in "\u200c\u200d\u00a0" or _joins(char))
            and (load_face(before).has(char) or char in "\u200c\u200d")
        ):
            chosen.append(before)
            continue
        beside = char in _HAN_PUNCTUATION and (
            (index > 0 and _han(text[index - 1])) or (index + 1 < len(text) and _han(text[index + 1]))
        )
        try:
            chosen.append(choose_face(char, order, beside))
        except MissingGlyph as error:
            missing.update(dict.fromkeys(error.code_points))
            chosen.append(order[0])
    if missing:
        raise MissingGlyph(tuple(missing))
    return chosen


def _joins(char: str) -> bool:
    return "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u065f" or "\u0f71" <= char <= "\u0fbc"
