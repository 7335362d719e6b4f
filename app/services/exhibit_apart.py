"""The child that draws pages of a document for an exhibit (``app.apart``): pixels at one fixed fineness, and a PDF's letters.

Letters are those that a PDF names itself, with the room each takes on the page as it is looked at; nothing is recognised in a
picture.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any

from app.apart import bound, guard
from app.domain.exhibits import WHOLE
from app.services.preview_apart import MOST_PIXELS, opened

_MEMORY = 1 << 30
#: Dots an inch, and the longest side in pixels whatever the page says of its size.
FINENESS, LONGEST = 180, 2_200
MOST_LETTERS = 100_000
_BREAKS = {0x0D: " ", 0x02: "-", 0xFFFE: "-", 0: " "}
#: A hyphen at the end of a line, after which pdfium names no line end.
_HYPHENS = (0x02, 0xFFFE)


def main() -> int:
    """Take ``{"kind", "first", "count", "letters"}`` and the bytes.

    Writes ``{"pages", "drawn": [{"width", "height", "text", "boxes"}]}`` and the pixels (RGB) of all drawn pages. ``boxes``
    holds four numbers for each code point of ``text``: left, upper, right, lower in ten-thousandths of the page; minus ones for
    one that nobody sees, noughts for one of which the PDF does not say where it is.
    """
    guard()
    head = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    bound(_MEMORY)
    try:
        drawn, pages, pixels = (_pdf if head["kind"] == "pdf" else _picture)(data, head)
    except Exception:  # whatever a reader says of a hostile file, the answer is the same: it cannot be shown
        return 1
    out = sys.stdout.buffer
    out.write(json.dumps({"pages": pages, "drawn": drawn}).encode("ascii") + b"\n")
    for piece in pixels:
        out.write(piece)
    out.flush()
    return 0


Drawn = tuple[list[dict[str, Any]], int, list[bytes]]


def _picture(data: bytes, head: dict[str, Any]) -> Drawn:
    drawn, pixels, pages = [], [], 1
    for number in range(head["first"], head["first"] + head["count"]):
        picture, pages = opened(data, number)
        if number >= pages:
            break
        picture.thumbnail((LONGEST, LONGEST))
        drawn.append({"width": picture.width, "height": picture.height, "text": "", "boxes": []})
        pixels.append(picture.tobytes())
    return drawn, pages, pixels


def _pdf(data: bytes, head: dict[str, Any]) -> Drawn:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    document.init_forms()  # what was filled into a form is drawn as well
    drawn, pixels = [], []
    for number in range(head["first"], min(head["first"] + head["count"], len(document))):
        page = document[number]
        width, height = max(page.get_width(), 1.0), max(page.get_height(), 1.0)
        scale = min(FINENESS / 72, LONGEST / width, LONGEST / height)
        if width * height * scale * scale > MOST_PIXELS:
            raise ValueError("too large")
        picture = page.render(scale=scale).to_pil().convert("RGB")
        text, boxes = _letters(_with_notes(document, number)) if head["letters"] else ("", [])
        drawn.append({"width": picture.width, "height": picture.height, "text": text, "boxes": boxes})
        pixels.append(picture.tobytes())
    return drawn, len(document), pixels


def _with_notes(document: Any, number: int) -> Any:
    """A page on which comments, stamps and what is filled into a form are text like all other: they are drawn, but pdfium
    names the letters of the page alone."""
    from pypdfium2 import raw

    page = document[number]
    if raw.FPDFPage_GetAnnotCount(page) < 1:
        return page
    # of a page that has its size from the tree above it pdfium would forget that
    size, seen = page.get_size(), page.get_bbox()
    page.set_mediabox(*seen)
    page.set_cropbox(*seen)
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_FAIL:
        raise ValueError("what is drawn on the page cannot be read")
    page.close()
    flat = document[number]
    if any(abs(one - other) > 0.01 for one, other in zip(flat.get_size(), size, strict=True)):
        raise ValueError("the page changed its size")
    return flat


def _letters(page: Any) -> tuple[str, list[int]]:
    """The letters of a page in the order of the PDF's own text, and where each stands."""
    from pypdfium2 import raw

    words = page.get_textpage()
    count = words.count_chars()
    if count > MOST_LETTERS:
        raise ValueError("too many letters")
    text: list[str] = []
    boxes: list[int] = []
    for index in range(count):
        code = raw.FPDFText_GetUnicode(words, index)
        text.append(_BREAKS.get(code) or (chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"))
        boxes += [-1] * 4 if raw.FPDFText_IsGenerated(words, index) == 1 else _room(page, words, index)
        if code in _HYPHENS:
            text.append("\n")
            boxes += [-1] * 4
    return "".join(text), boxes


def _room(page: Any, words: Any, index: int) -> list[int]:
    """Around the ink of a letter and the line that its font keeps free for it: a font may tell nonsense of either.

    Minus ones for a letter beyond the edge, which nobody sees; noughts where the PDF does not say where it is.
    """
    from pypdfium2 import raw

    rect = raw.FS_RECTF()
    ink = [ctypes.c_double() for _ in range(4)]
    found = []
    if raw.FPDFText_GetLooseCharBox(words, index, rect):
        found.append(_on_page(page, (rect.left, rect.top, rect.right, rect.bottom)))
    if raw.FPDFText_GetCharBox(words, index, *ink):
        left, right, bottom, top = (number.value for number in ink)
        found.append(_on_page(page, (left, top, right, bottom)))
    found = [one for one in found if one[2] > one[0] and one[3] > one[1]]
    if not found:
        return [0] * 4
    left, upper = min(one[0] for one in found), min(one[1] for one in found)
    right, lower = max(one[2] for one in found), max(one[3] for one in found)
    if right <= 0 or lower <= 0 or left >= WHOLE or upper >= WHOLE:
        return [-1] * 4
    return [max(left, 0), max(upper, 0), min(right, WHOLE), min(lower, WHOLE)]


def _on_page(page: Any, rect: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    """A rectangle of a PDF in ten-thousandths of the page as it is looked at: turned, and cut as the PDF says."""
    from pypdfium2 import raw

    x, y = ctypes.c_int(), ctypes.c_int()
    across, down = [], []
    for left, upper in (rect[:2], rect[2:]):
        raw.FPDF_PageToDevice(page, 0, 0, WHOLE, WHOLE, 0, left, upper, x, y)
        across.append(x.value)
        down.append(y.value)
    return min(across), min(down), max(across), max(down)


if __name__ == "__main__":
    sys.exit(main())
