"""Pages of a document as they would be shown, before anything is painted over: drawn in a process apart, never in a file.

    showable(data) -> bool                               whether there are pages at all: pictures and PDFs
    draw(data, first, count, letters) -> Drawn           some pages from ``first`` (from 0); any thread

Errors (``UserError.code``): ``not-shown`` (broken, too large, or too slow), ``no-pages`` (a kind that has none).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from app.apart import ApartError, run_apart
from app.domain.exhibits import MOST_PAGES, PAGE, WHOLE, Box
from app.errors import bad_input
from app.services.documents import sniff
from app.services.preview import PICTURES

CHILD = "draw-an-exhibit-apart"
SECONDS = 60.0
#: So many pages are drawn at once: more would fill the memory.
AT_ONCE = 6
_MOST_SIDE = 4_000


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """``pixels``: RGB, three bytes a pixel, rows without gaps. ``text``: the letters that a PDF names, ``places`` the room of
    each (``None`` for one that nobody sees)."""

    width: int
    height: int
    pixels: bytes = field(repr=False)
    text: str = field(default="", repr=False)
    places: tuple[Box | None, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Some pages of a document that has ``pages`` of them."""

    pages: int
    drawn: tuple[DrawnPage, ...]


def showable(data: bytes) -> bool:
    """Whether this is a picture or a PDF, by its first bytes."""
    kind = sniff(data)
    return kind == "pdf" or kind in PICTURES


def draw(data: bytes, first: int, count: int, *, letters: bool = True) -> Drawn:
    """Draw pages. Pure but for the child; takes a moment: not for the window's thread."""
    kind = sniff(data)
    if not showable(data):
        raise bad_input("no-pages", "a document of this kind has no pages that could be shown as an exhibit")
    head = {"kind": kind, "first": first, "count": min(count, AT_ONCE), "letters": letters}
    try:
        return _read(run_apart(CHILD, head, data, SECONDS))
    except (ApartError, ValueError, KeyError, TypeError, IndexError):
        raise bad_input("not-shown", "this document cannot be shown here; it is stored whole and can be exported") from None


def _read(answer: bytes) -> Drawn:
    """What the child says, held to what it may say: it read a foreign file."""
    head, _, pixels = answer.partition(b"\n")
    about = json.loads(head)
    pages = int(about["pages"])
    if not 1 <= pages <= MOST_PAGES:
        raise ValueError("pages")
    drawn, at = [], 0
    for one in about["drawn"]:
        width, height = int(one["width"]), int(one["height"])
        if not (1 <= width <= _MOST_SIDE and 1 <= height <= _MOST_SIDE):
            raise ValueError("size")
        size = width * height * 3
        drawn.append(DrawnPage(width, height, pixels[at : at + size], str(one["text"]), _places(one)))
        at += size
    if at != len(pixels) or not drawn:
        raise ValueError("pixels")
    return Drawn(pages, tuple(drawn))


def _places(one: dict[str, Any]) -> tuple[Box | None, ...]:
    """Where each letter is. What the child cannot place may be anywhere on the page."""
    flat = [int(number) for number in one["boxes"]]
    if len(flat) != 4 * len(one["text"]) or any(not -1 <= number <= WHOLE for number in flat):
        raise ValueError("boxes")
    out: list[Box | None] = []
    for char, index in zip(one["text"], range(0, len(flat), 4), strict=True):
        left, upper, right, lower = flat[index : index + 4]
        if char.isspace() or left < 0:
            out.append(None)
        elif right > left and lower > upper:
            out.append(Box(left, upper, right - left, lower - upper))
        else:
            out.append(PAGE)
    return tuple(out)
