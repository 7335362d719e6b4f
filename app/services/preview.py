"""A look at a document inside the program: pages of a PDF, pictures and texts, never through another program or a file."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass, field

from app.apart import ApartError, run_apart
from app.errors import bad_input
from app.services.documents import sniff

CHILD = "show-a-page-apart"
SECONDS = 20.0
#: Content that is read into memory to be shown, and how much of a text is shown.
LARGEST = 64 << 20
LONGEST_TEXT = 200_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
PICTURES = ("png", "jpeg", "gif", "webp", "tiff", "bmp")


@dataclass(frozen=True, slots=True)
class Shown:
    """Something to look at. ``kind`` is ``picture`` (``pixels``: RGB, three bytes a pixel, rows without gaps), ``text`` or
    ``nothing`` (a kind that cannot be shown here). ``pages`` counts those of a PDF."""

    kind: str
    width: int = 0
    height: int = 0
    pages: int = 1
    pixels: bytes = field(default=b"", repr=False)
    text: str = field(default="", repr=False)


def show(data: bytes, page: int, width: int) -> Shown:
    """Page ``page`` (from 0), ``width`` pixels wide. Pure but for the child; takes a moment: not for the window's thread.

    Raises ``UserError`` (``not-shown``) where the content is broken or takes too long.
    """
    kind = sniff(data)
    if kind == "text":
        return Shown("text", text=_text(data))
    if kind != "pdf" and kind not in PICTURES:
        text = _text(data)
        return Shown("text", text=text) if text and not _CONTROL.search(text) else Shown("nothing")
    try:
        answer = run_apart(CHILD, {"kind": kind, "page": page, "width": min(max(width, 50), 4000)}, data, SECONDS)
        head, _, pixels = answer.partition(b"\n")
        about = json.loads(head)
        size = int(about["width"]), int(about["height"])
        if len(pixels) != size[0] * size[1] * 3:
            raise ValueError("not a picture")
        return Shown("picture", *size, int(about["pages"]), pixels)
    except (ApartError, ValueError, KeyError, TypeError):
        raise bad_input("not-shown", "this document cannot be shown here; it is stored whole and can be exported") from None


def _text(data: bytes) -> str:
    """The beginning of a text in one of the encodings that people send; "" for what is none."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)[:LONGEST_TEXT]
        except UnicodeDecodeError:
            continue
    return ""
