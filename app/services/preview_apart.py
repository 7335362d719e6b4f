"""The child that turns one page of a PDF, or one picture, into pixels (``app.apart``): the parent never decodes it."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

from app.apart import bound, guard

_MEMORY = 1 << 30
_MOST_PIXELS = 40_000_000


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
    page = document[min(head["page"], len(document) - 1)]
    scale = min(head["width"] / max(page.get_width(), 1.0), 8.0)
    if page.get_width() * page.get_height() * scale * scale > _MOST_PIXELS:
        raise ValueError("too large")
    return page.render(scale=scale).to_pil().convert("RGB"), len(document)


def _image(data: bytes, head: dict[str, Any]) -> tuple[Any, int]:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    picture: Any = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP"))
    if picture.width * picture.height > _MOST_PIXELS:
        raise ValueError("too large")
    picture = ImageOps.exif_transpose(picture)
    if "A" in picture.getbands() or "transparency" in picture.info:
        ground = Image.new("RGBA", picture.size, "white")
        ground.alpha_composite(picture.convert("RGBA"))
        picture = ground
    picture = picture.convert("RGB")
    picture.thumbnail((head["width"], head["width"] * 4))
    return picture, 1


if __name__ == "__main__":
    sys.exit(main())
