"""From the pixels of a page to the picture of it that may be shown: boxes painted in first, everything else after.

Pure. What stood under a box is gone before anything looks at the pixels again, so neither the colours chosen nor the size of
the result depends on it. Boxes grow outward to whole blocks of a JPEG: what a scanner, a resampling or an earlier JPEG spread
around a letter goes with the letter, and no block holds both paint and picture.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable

from app.domain.exhibits import WHOLE, Box
from app.redaction.disclosed import DisclosedPage

#: The side of a block in pixels, and by how many a box grows before it is brought to whole blocks.
GRID, MARGIN = 8, 4
_QUALITY = 82


def burnt(width: int, height: int, rgb: bytes, boxes: Iterable[Box]) -> DisclosedPage:
    """Paint boxes into a page (RGB, three bytes a pixel, rows without gaps) and encode it anew.

    The picture is the smaller of a lossless one and a JPEG, both made from painted pixels alone.
    """
    from PIL import Image

    picture = Image.frombytes("RGB", (width, height), rgb)
    for box in boxes:
        picture.paste((0, 0, 0), pixels(box, width, height))
    bands = [band.tobytes() for band in picture.split()]
    grey = bands[0] == bands[1] == bands[2]
    if grey:
        picture = picture.getchannel(0)
    plain = zlib.compress(picture.tobytes(), 6)  # 9 takes ten times as long for a twentieth less
    lossy = io.BytesIO()
    picture.save(lossy, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    if len(plain) <= lossy.tell():
        return DisclosedPage(width, height, grey, "FlateDecode", plain)
    return DisclosedPage(width, height, grey, "DCTDecode", lossy.getvalue())


def pixels(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """Which pixels a box covers: left, upper, right, lower, the last two beyond it."""
    left = (box.x * width // WHOLE - MARGIN) // GRID * GRID
    upper = (box.y * height // WHOLE - MARGIN) // GRID * GRID
    right = -((-(box.right * width) // WHOLE - MARGIN) // GRID) * GRID
    lower = -((-(box.bottom * height) // WHOLE - MARGIN) // GRID) * GRID
    return max(left, 0), max(upper, 0), min(right, width), min(lower, height)
