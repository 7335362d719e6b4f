"""Words to glyphs: cleaning, places where a line may break, and shaping by HarfBuzz.

A word is shaped once for each face and direction and kept. What the readers of the PDF will find is decided here too:
each glyph carries the text it stands for, so that extracted text equals what was meant.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

import uharfbuzz as hb
from uniseg.linebreak import line_break_boundaries

from app.report.faces import load_face
from app.report.pdf_font import INVISIBLE

# Dropped: they do not show, and readers of the PDF could not give them back.
_DROPPED = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NEWLINE = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_SPACES = re.compile("[ \t\u1680\u2000-\u200a\u205f]+")
_GLUED = re.compile(
    r"\[[^\[\]\n]{1,48}\]|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{4})?\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b|"
    r"\b(?:Exhibit|Testimony|no\.|No\.|Mr\.|Ms\.|Mrs\.|Dr\.) \d*\w"
)
_PLAIN_WORD = re.compile(r"[\x21-\x7e\u00a0-\u024f\u2018-\u201d\u2026]+\Z")
_AFTER_HYPHEN = re.compile(r"(?<=[A-Za-z\u00c0-\u024f])[-\u2013\u2014](?=[A-Za-z\u00c0-\u024f])|\u2014|/(?=[A-Za-z])")
_OPENING, _CLOSING = "“‘「『《〈（【", "”’」』》〉）】，。、；：？！…"
GLUE = "\u00a0"


def clean(text: str) -> str:
    """Take out what cannot be shown: marks of direction and width, controls. Line ends become ``\\n``."""
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text)
    text = _NEWLINE.sub("\n", unicodedata.normalize("NFC", text))
    text = _CONTROL.sub("", _DROPPED.sub("", text).replace("\t", " "))
    return _SPACES.sub(" ", text.replace("\u2011", "-").replace("\u202f", GLUE))


def glue(text: str) -> str:
    """Codes in brackets, dates and the like never break over a line: their spaces hold together."""
    return _GLUED.sub(lambda match: match.group().replace(" ", GLUE), text)


def pieces(text: str) -> list[str]:
    """A line of text in pieces after each of which a line may end. A piece keeps its spaces at its end."""
    out: list[str] = []
    for word in re.findall(r" *[^ ]+ *| +", text) if text.startswith(" ") else re.findall(r"[^ ]+ *", text):
        if _PLAIN_WORD.match(word.strip(" ")):
            cuts = [match.end() for match in _AFTER_HYPHEN.finditer(word)]
        else:
            cuts = list(_breaks(word))
        at = 0
        for cut in cuts:
            if at < cut < len(word.rstrip(" ")):
                out.append(word[at:cut])
                at = cut
        out.append(word[at:])
    return out


@lru_cache(maxsize=4096)
def _breaks(word: str) -> tuple[int, ...]:
    """Line break opportunities inside a run without spaces (UAX #14); Chinese quotes are treated as brackets."""
    found = []
    for cut in line_break_boundaries(word):
        if 0 < cut < len(word):
            before, after = word[cut - 1], word[cut]
            if before not in _OPENING and after not in _CLOSING and GLUE not in (before, after):
                found.append(cut)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Glyph:
    """``width`` is the font's own advance, ``advance`` the shaped one; all lengths in thousandths of the size."""

    glyph: int
    text: str = field(repr=False)
    width: int
    advance: float
    dx: float = 0
    dy: float = 0


@lru_cache(maxsize=65536)
def shape(text: str, face_key: str, right_to_left: bool) -> tuple[Glyph, ...]:
    """The glyphs of a text in one face and direction, in the order in which they are drawn."""
    if not text:
        return ()
    face = load_face(face_key)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(face.font, buffer, {"liga": face_key in ("arabic", "tibetan")})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    out: list[Glyph] = []
    told: set[int] = set()
    for info, place in zip(infos, positions, strict=True):
        # a space that holds together is read back as any other space: readers look for "May 2019" as they type it
        source = text[info.cluster : ends[info.cluster]].replace(GLUE, " ") if info.cluster not in told else INVISIBLE
        told.add(info.cluster)
        width = round(face.font.get_glyph_h_advance(info.codepoint) * face.scale)
        glyph = Glyph(
            info.codepoint, source, width, place.x_advance * face.scale, place.x_offset * face.scale,
            place.y_offset * face.scale,
        )  # fmt: skip
        if right_to_left and len(source) > 1:
            # a ligature carries its first letter; the others stand to its left without width, in reading order
            space = face.font.get_nominal_glyph(0x20) or 0
            out += [Glyph(space, letter, 0, 0) for letter in reversed(source[1:])]
            glyph = Glyph(glyph.glyph, source[0], width, glyph.advance, glyph.dx, glyph.dy)
        out.append(glyph)
    return tuple(out)


@lru_cache(maxsize=65536)
def width_of(text: str, face_key: str, right_to_left: bool) -> float:
    """The advance of a shaped text, in thousandths of the size."""
    return sum(glyph.advance for glyph in shape(text, face_key, right_to_left))
