"""Pages of documents drawn in a process apart: upright, of a bounded size, with the letters where they stand."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest
from PIL import Image, ImageDraw

from app import apart
from app.domain.exhibits import PAGE, WHOLE, Box
from app.errors import UserError
from app.services.exhibit_apart import LONGEST
from app.services.exhibit_pages import AT_ONCE, DrawnPage, draw, showable
from tests.exhibit_papers import letter, photo
from tests.papers import Paper


def only(data: bytes) -> DrawnPage:
    drawn = draw(data, 0, 1)
    assert drawn.pages == len(drawn.drawn) == 1
    return drawn.drawn[0]


def ink(page: DrawnPage) -> Box:
    """Around everything that is not white, in ten-thousandths."""
    picture = Image.frombytes("RGB", (page.width, page.height), page.pixels).convert("L")
    left, upper, right, lower = picture.point(lambda value: 255 * (value < 128)).getbbox() or (0, 0, 1, 1)
    w, h = page.width, page.height
    return Box(left * WHOLE // w, upper * WHOLE // h, (right - left) * WHOLE // w, (lower - upper) * WHOLE // h)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [(), (50, 300, 500, 842)])
def test_letters_stand_where_they_are_seen(rotate: int, crop: tuple[float, ...]) -> None:
    page = only(letter("Memet Tursun", rotate=rotate, crop=crop))
    assert page.text.strip() == "Memet Tursun"
    seen = ink(page)
    for place in filter(None, page.places):
        assert place.x >= seen.x - 80
        assert place.right <= seen.right + 80
        assert place.y >= seen.y - 150  # the room of a letter is higher than its ink
        assert place.bottom <= seen.bottom + 150
    assert page.places[5] is None  # a space shows nothing


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_whatever_way_the_camera_was_held(orientation: int) -> None:
    upright = Image.new("RGB", (60, 40), "white")
    ImageDraw.Draw(upright).rectangle((0, 0, 19, 9), fill="black")
    ways: dict[int, Any] = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    held = upright.transpose(ways[orientation]) if orientation in ways else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    held.save(out, "PNG", exif=exif)
    page = only(out.getvalue())
    assert (page.width, page.height) == (60, 40)
    assert Image.frombytes("RGB", (60, 40), page.pixels).tobytes() == upright.tobytes()


def test_a_large_picture_is_made_smaller_and_a_small_one_is_left() -> None:
    page = only(photo(size=(5000, 2500)))
    assert (page.width, page.height) == (LONGEST, LONGEST // 2)
    assert (only(photo(size=(3, 1), words="", kind="PNG")).width) == 3


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"])
def test_pictures_of_the_usual_kinds_are_drawn(kind: str) -> None:
    assert only(photo(kind=kind)).width == 800


def test_every_page_of_a_fax_is_drawn() -> None:
    pages = [Image.new("1", (100, 50 + 10 * number), 1) for number in range(AT_ONCE + 2)]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], compression="group4")
    drawn = draw(out.getvalue(), 0, 99)
    assert (drawn.pages, len(drawn.drawn)) == (AT_ONCE + 2, AT_ONCE)
    rest = draw(out.getvalue(), AT_ONCE, 99)
    assert [page.height for page in rest.drawn] == [50 + 10 * AT_ONCE, 60 + 10 * AT_ONCE]


def test_a_scan_of_sixteen_bits_keeps_its_tones() -> None:
    picture = Image.new("I;16", (4, 4), 0)
    picture.putpixel((0, 0), 65535)
    picture.putpixel((1, 0), 32768)
    out = io.BytesIO()
    picture.save(out, "PNG")
    pixels = only(out.getvalue()).pixels
    assert (pixels[0], pixels[12]) == (255, 0)
    assert 126 <= pixels[3] <= 129


@pytest.mark.parametrize("size", [b"1 1", b"14400 14400", b"14400 2"])
def test_a_page_of_any_size_is_bounded(size: bytes) -> None:
    paper = Paper()
    paper.body()
    data = paper.save().replace(b"[0 0 595 842]", b"[0 0 %s]" % size)
    page = draw(data, 0, 1).drawn[0]
    assert min(page.width, page.height) >= 1
    assert max(page.width, page.height) <= LONGEST + 1


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.4 broken", b"\x89PNG\r\n\x1a\n broken", b"II*\x00 broken", b"BM\x00\x00\x00\x00\x00\x00\x00\x00 broken"],
)
def test_what_is_broken_is_said_to_be_so(data: bytes) -> None:
    with pytest.raises(UserError) as told:
        draw(data, 0, 1)
    assert told.value.code == "not-shown"


def test_a_picture_that_would_fill_the_memory_is_not_decoded() -> None:
    bomb = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(bomb, "TIFF", compression="group4")
    with pytest.raises(UserError):
        draw(bomb.getvalue(), 0, 1)


def test_a_page_after_the_last_is_none() -> None:
    with pytest.raises(UserError):
        draw(letter("one page"), 3, 1)


def test_a_text_has_no_pages() -> None:
    assert not showable(b"They came in May.")
    with pytest.raises(UserError) as told:
        draw(b"They came in May.", 0, 1)
    assert told.value.code == "no-pages"


@pytest.mark.parametrize(
    "answer",
    [
        "os.abort()",
        "print('{}')",
        """print('{"pages": 1, "drawn": [{"width": 2, "height": 2, "text": "", "boxes": []}]}')""",
        """print('{"pages": 1, "drawn": [{"width": 100000, "height": 100000, "text": "", "boxes": []}]}')""",
        """print('{"pages": 1, "drawn": []}')""",
        """sys.stdout.write('{"pages": 99999, "drawn": [{"width": 1, "height": 1, "text": "", "boxes": []}]}\\nRGB')""",
        """sys.stdout.write('{"pages": 1, "drawn": [{"width": 1, "height": 1, "text": "a", "boxes": [0, 0, 99999, 1]}]}\\nRGB')""",
    ],
)
def test_a_reader_that_lies_or_dies_is_not_believed(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    code = f"import os, sys; sys.stdin.buffer.read(); {answer}"
    monkeypatch.setattr(apart, "command", lambda _child: [sys.executable, "-c", code])
    with pytest.raises(UserError):
        draw(photo(), 0, 1)


def test_a_font_that_lies_about_its_height_hides_no_letter() -> None:
    data = letter("Memet Tursun")
    assert b"/Ascent 928 /Descent -236" in data
    for ascent, descent in ((b"000", b"-000"), (b"001", b"-001")):
        page = only(data.replace(b"/Ascent 928 /Descent -236", b"/Ascent %s /Descent %s" % (ascent, descent)))
        seen = ink(page)
        places = [place for place in page.places if place is not None]
        assert len(places) == 11
        assert min(place.y for place in places) <= seen.y + 20
        assert max(place.bottom for place in places) >= seen.bottom - 20


def test_letters_beyond_the_edge_are_seen_by_nobody_and_have_no_place() -> None:
    page = only(letter("Memet Tursun", crop=(0, 0, 595, 400)))
    assert page.text.strip() in ("", "Memet Tursun")
    assert not any(page.places)


def test_a_letter_that_has_no_place_may_be_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = {"pages": 1, "drawn": [{"width": 1, "height": 1, "text": "a b", "boxes": [0] * 8 + [-1] * 4}]}
    code = f"import sys; sys.stdin.buffer.read(); sys.stdout.write({json.dumps(answer)!r} + chr(10) + 'RGB')"
    monkeypatch.setattr(apart, "command", lambda _child: [sys.executable, "-c", code])
    assert draw(photo(), 0, 1).drawn[0].places == (PAGE, None, None)
