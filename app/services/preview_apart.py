"""The child that turns one page of a PDF, or one picture, into pixels (``app.apart``): the parent never decodes it."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

from app.apart import bound, guard

_MEMORY = 1 << 30
MOST_PIXELS = 40_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")


def main() -> int:
    """Take ``{"kind", "page", "width"}`` and the bytes; write ``{"width", "height", "pages"}`` and the pixels (RGB)."""
    guard()
    head = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    bound(_MEMORY)
    try:
        picture, pages = _pdf(data, head) if head["kind"] == "pdf" else _image(data, head)
    except Exception:  # whatever a reader says of a hostile file, the answer is the same: it cannot be shown
        return 1
    answer = {"width": picture.width, "height": picture.height, "pages": pages}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii") + b"\n" + picture.tobytes())
    sys.stdout.buffer.flush()
    return 0


def _pdf(data: bytes, head: dict[str, Any]) -> tuple[Any, int]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    document.init_forms()  # what was filled into a form is drawn as well
    page = document[min(head["page"], len(document) - 1)]
    scale = min(head["width"] / max(page.get_width(), 1.0), 8.0)
    if page.get_width() * page.get_height() * scale * scale > MOST_PIXELS:
        raise ValueError("too large")
    return page.render(scale=scale).to_pil().convert("RGB"), len(document)


def _image(data: bytes, head: dict[str, Any]) -> tuple[Any, int]:
    picture, frames = opened(data, head["page"])
    picture.thumbnail((head["width"], head["width"] * 4))
    return picture, frames


def opened(data: bytes, page: int) -> tuple[Any, int]:
    """A picture (RGB), upright, on white where it is transparent; and how many pages it has: a fax in TIFF has several."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    picture: Any = Image.open(io.BytesIO(data), formats=_FORMATS)
    frames = int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
    if frames > 1:
        picture.seek(min(page, frames - 1))
    if picture.width * picture.height > MOST_PIXELS:
        raise ValueError("too large")
    picture = ImageOps.exif_transpose(picture)
    if picture.mode.startswith(("I", "F")):  # more than 8 bits a dot: Pillow would cut the bright half off
        picture = picture if picture.mode == "F" else picture.convert("I")
        low, high = picture.getextrema()
        scale = 255.0 / max(high - low, 1)
        picture = picture.point(lambda value: value * scale + (-low * scale)).convert("L")
    if "A" in picture.getbands() or "transparency" in picture.info:
        ground = Image.new("RGBA", picture.size, "white")
        ground.alpha_composite(picture.convert("RGBA"))
        picture = ground
    return picture.convert("RGB"), frames


if __name__ == "__main__":
    sys.exit(main())
