"""Words to glyphs: cleaning, places where a line may break, and shaping by HarfBuzz.

A word is shaped once for each face and direction and kept. What the readers of the PDF will find is decided here too:
each glyph carries the text it stands for, so that extracted text equals what was meant.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import lru_cache

import uharfbuzz as hb
from uniseg.linebreak import line_break_boundaries

from app.report.faces import is_han, load_face
from app.report.pdf_font import INVISIBLE

# Dropped: they have no look of their own, and a reader of the PDF could not give them back. Joiners stay, since Persian
# is spelt with them.
_DROPPED = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Written out, since U+FFFD and its neighbours say only that something could not be read.
_SPECIAL = re.compile("[\ufff9-\uffff]")
_NEWLINE = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_SPACES = re.compile("[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f]+")
_JOINERS = re.compile("[\u200c\u200d]")
_JOINED = re.compile("(?<=[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af])[\u200c\u200d]")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_GLUED = re.compile(
    rf"\[[^\[\]\n]{{1,48}}\]|\b\d{{1,2}} {_MONTH}(?: \d{{4}})?\b|\b{_MONTH} (?:\d{{1,2}}, )?\d{{4}}\b|"
    r"\b(?:Exhibits?|Events?|Testimony|paragraphs?|no\.|No\.|Mr\.|Ms\.|Mrs\.|Dr\.) \d*\w"
)
_PLAIN_WORD = re.compile(r"[\x21-\x7e\u00a0-\u024f\u2013\u2014\u2018-\u201d\u2026]+\Z")
_AFTER_HYPHEN = re.compile(r"(?<=[A-Za-z\u00c0-\u024f])[-\u2013\u2014](?=[A-Za-z\u00c0-\u024f])|\u2014|/(?=[A-Za-z])")
_AS_BRACKETS = str.maketrans("“‘”’", "「「」」")
GLUE = "\u00a0"
_WORDS = re.compile(r"[^ ]+ *|^ +")
# How far a mark may move up or down, so that it does not run over other lines; more marks than any language sets on
# one letter stand in a row beside it, where they can still be told apart.
_FARTHEST = 1000.0
_MOST_MARKS = 4
_MARK_APART = 350.0
# a run of hundreds of letters without a space is no language; the time uniseg takes grows with the square of it
_STRETCH = 200
_BETWEEN_HAN = re.compile("(?<=[\u3400-\u4dbf\u4e00-\u9fff])(?=[\u3400-\u4dbf\u4e00-\u9fff])")


def clean(text: str) -> str:
    """Text as it is set: what has no look is dropped, what means "not readable" is written out ("[U+FFFD]").

    Line ends of every kind become ``\\n``, runs of spaces one space, decomposed letters composed ones (NFC).
    """
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text)
    text = _NEWLINE.sub("\n", unicodedata.normalize("NFC", text))
    text = _DROPPED.sub("", text)
    if _JOINERS.search(text):
        kept = {match.start() for match in _JOINED.finditer(text)}
        text = "".join(char for index, char in enumerate(text) if index in kept or not _JOINERS.match(char))
    text = _SPECIAL.sub(lambda found: f"[U+{ord(found.group()):04X}]", _CONTROL.sub("", text))
    return _SPACES.sub(" ", text.replace("\u2011", "-").replace("\u202f", GLUE).replace("\u2007", GLUE))


def glue(text: str) -> str:
    """Codes in brackets, dates and the like never break over a line: their spaces hold together."""
    return _GLUED.sub(lambda match: match.group().replace(" ", GLUE), text)


def pieces(text: str) -> list[str]:
    """A line of text in pieces after each of which a line may end. A piece keeps its spaces at its end."""
    out: list[str] = []
    for word in _WORDS.findall(text):
        bare = word.rstrip(" ")
        at = 0
        for cut in cuts_in(bare):
            out.append(word[at:cut])
            at = cut
        out.append(word[at:])
    return out


@lru_cache(maxsize=65536)
def cuts_in(word: str) -> tuple[int, ...]:
    """Where a line may end inside a run without spaces (UAX #14). Chinese quotes count as brackets."""
    if _PLAIN_WORD.match(word):
        return tuple(cut for match in _AFTER_HYPHEN.finditer(word) if 0 < (cut := match.end()) < len(word))
    found: list[int] = []
    at = 0
    # uniseg is slow, and between two ideographs a line may always end: only what stands between them goes through it
    for part in _BETWEEN_HAN.split(word):
        if at:
            found.append(at)
        for start in range(0, len(part), _STRETCH):
            found += [at + start + cut for cut in _boundaries(part[start : start + _STRETCH])]
        at += len(part)
    return tuple(cut for cut in found if 0 < cut < len(word) and not _held(word, cut))


@lru_cache(maxsize=65536)
def _boundaries(part: str) -> tuple[int, ...]:
    if len(part) < 2:
        return ()
    if is_han(part[0]) or is_han(part[-1]):
        part = part.translate(_AS_BRACKETS)
    return tuple(cut for cut in line_break_boundaries(part) if 0 < cut < len(part))


def _held(word: str, cut: int) -> bool:
    before, after = word[cut - 1], word[cut]
    if GLUE in (before, after):
        return True
    # two dashes or two ellipses are one sign in Chinese
    return before == after and before in "—…"


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
    # what stands in the text is shown, nothing else; a joiner has done its work once the letters beside it are shaped
    buffer.flags = hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE | hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(face.font, buffer, {"liga": face_key in ("arabic", "tibetan")})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    out: list[Glyph] = []
    told: set[int] = set()
    marks = 0
    for info, place in zip(infos, positions, strict=True):
        source = INVISIBLE
        if info.cluster not in told:
            told.add(info.cluster)
            source = _JOINERS.sub("", text[info.cluster : ends[info.cluster]]).replace(GLUE, " ") or INVISIBLE
        rest = ""
        if right_to_left and len(source) > 1:
            source, rest = source[0], source[1:]
        glyph = Glyph(
            info.codepoint,
            source,
            round(face.font.get_glyph_h_advance(info.codepoint) * face.scale),
            place.x_advance * face.scale,
            place.x_offset * face.scale,
            min(max(place.y_offset * face.scale, -_FARTHEST), _FARTHEST),
        )
        marks = marks + 1 if not glyph.advance and _is_mark(glyph.text) else 0
        if marks > _MOST_MARKS:
            glyph = replace(glyph, advance=_MARK_APART, dx=_MARK_APART, dy=0.0)
        # a ligature carries its first letter; the others stand to its left without width, in reading order
        out += [Glyph(face.space, letter, 0, 0) for letter in reversed(rest)]
        out.append(glyph)
    return tuple(out)


def _is_mark(text: str) -> bool:
    return text == INVISIBLE or unicodedata.category(text[0]) in ("Mn", "Me")


@lru_cache(maxsize=65536)
def width_of(text: str, face_key: str, right_to_left: bool) -> float:
    """The advance of a shaped text, in thousandths of the size."""
    return sum(glyph.advance for glyph in shape(text, face_key, right_to_left))
