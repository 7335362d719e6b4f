"""Pages become pictures: what is under a box is gone before anything else is made of them."""

from __future__ import annotations

import io
import zlib

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.domain.exhibits import PAGE, WHOLE, Box, all_but
from app.redaction.disclosed import DisclosedPage
from app.redaction.exhibit_words import COLUMNS, ROWS, proposals
from app.redaction.exhibits import GRID, burnt, pixels


def box_of(numbers: tuple[int, int, int, int]) -> Box:
    x, y, w, h = numbers
    return Box(x, y, min(w, WHOLE - x), min(h, WHOLE - y))


BOXES = st.tuples(st.integers(0, WHOLE - 1), st.integers(0, WHOLE - 1), st.integers(1, WHOLE), st.integers(1, WHOLE)).map(
    box_of
)
SIDES = st.integers(1, 70)


def image_of(page: DisclosedPage) -> Image.Image:
    mode = "L" if page.grey else "RGB"
    if page.filter == "DCTDecode":
        picture = Image.open(io.BytesIO(page.data))
        assert picture.mode == mode
        return picture.convert("RGB")
    return Image.frombytes(mode, (page.width, page.height), zlib.decompress(page.data)).convert("RGB")


def noise(width: int, height: int, seed: int) -> bytes:
    return bytes((index * 7919 + seed * 104729 + index // 3 * seed) % 256 for index in range(width * height * 3))


@settings(max_examples=200)
@given(width=SIDES, height=SIDES, boxes=st.lists(BOXES, max_size=5), seeds=st.tuples(st.integers(0, 99), st.integers(0, 99)))
def test_two_pages_that_differ_only_under_boxes_are_one_picture(
    width: int, height: int, boxes: list[Box], seeds: tuple[int, int]
) -> None:
    one, other = bytearray(noise(width, height, seeds[0])), bytearray(noise(width, height, seeds[0]))
    hidden = noise(width, height, seeds[1])
    for left, upper, right, lower in (pixels(box, width, height) for box in boxes):
        for row in range(upper, lower):
            at = slice((row * width + left) * 3, (row * width + right) * 3)
            other[at] = hidden[at]
    assert burnt(width, height, bytes(one), boxes) == burnt(width, height, bytes(other), boxes)


@given(width=SIDES, height=SIDES, box=BOXES)
def test_under_a_box_every_pixel_is_black_and_the_box_covers_what_was_asked(width: int, height: int, box: Box) -> None:
    left, upper, right, lower = pixels(box, width, height)
    assert left <= box.x * width / WHOLE
    assert right >= box.right * width / WHOLE
    assert upper <= box.y * height / WHOLE
    assert lower >= box.bottom * height / WHOLE
    assert all(edge % GRID == 0 for edge in (left, upper))
    assert right in (width, right // GRID * GRID)
    assert lower in (height, lower // GRID * GRID)
    shown = image_of(burnt(width, height, noise(width, height, 3), [box]))
    assert set(shown.crop((left, upper, right, lower)).tobytes()) == {0}


def test_a_black_page_says_nothing_of_what_it_was() -> None:
    assert burnt(40, 30, noise(40, 30, 1), [PAGE]) == burnt(40, 30, noise(40, 30, 2), [PAGE])


def test_colour_that_stood_under_a_box_alone_leaves_a_grey_page() -> None:
    pixels_ = bytearray(b"\x80\x80\x80" * 64 * 64)
    pixels_[0:3] = b"\xff\x00\x00"
    assert not burnt(64, 64, bytes(pixels_), []).grey
    assert burnt(64, 64, bytes(pixels_), [Box(0, 0, 1000, 1000)]).grey


@given(box=BOXES)
def test_everything_but_a_rectangle_leaves_that_rectangle_and_nothing_else(box: Box) -> None:
    around = all_but(box)
    assert sum(one.w * one.h for one in around) + box.w * box.h == WHOLE * WHOLE
    assert all(one.right <= box.x or one.x >= box.right or one.bottom <= box.y or one.y >= box.bottom for one in around)


def test_a_proposed_box_does_not_measure_the_word() -> None:
    from app.redaction.decisions import Decisions
    from app.redaction.disclose import Choices, Desk
    from app.redaction.profiles import load_profile
    from tests.redacting import DATED, FORMS, case_of, is_common, person

    def found(name: str) -> tuple[Box, ...]:
        case = case_of({"people": [person("p1", name, roles=["witness"])]})
        desk = Desk(case, load_profile("counsel"), Decisions(()), {}, FORMS, Choices(DATED), is_common)
        text = f"There was {name} and nobody else."
        places = [None if char == " " else Box(2000 + 60 * at, 5003, 60, 130) for at, char in enumerate(text)]
        (only,) = proposals(desk, text, places)
        assert only.owner == "p1"
        assert only.text == name
        assert only.is_under(only.boxes)
        return only.boxes

    assert found("Ma Tengfei") == found("Shen Guowei")
    (box,) = found("Ma Tengfei")
    assert box.x % (WHOLE // COLUMNS) == box.w % (WHOLE // COLUMNS) == 0
    assert box.y % (WHOLE // ROWS) == box.h % (WHOLE // ROWS) == 0


def test_a_name_over_two_lines_gets_a_box_on_each() -> None:
    from app.redaction.decisions import Decisions
    from app.redaction.disclose import Choices, Desk
    from app.redaction.profiles import load_profile
    from tests.redacting import DATED, FORMS, case_of, is_common, person

    case = case_of({"people": [person("p1", "Shen Guowei", roles=["witness"])]})
    desk = Desk(case, load_profile("counsel"), Decisions(()), {}, FORMS, Choices(DATED), is_common)
    text = "I was there with Shen\nGuowei all day"
    line = [Box(1000 + 60 * at, 1000, 60, 100) for at in range(21)] + [None]
    places = line + [Box(1000 + 60 * at, 1200, 60, 100) for at in range(len(text) - 22)]
    (only,) = proposals(desk, text, places)
    assert [box.y for box in only.boxes] == [1000, 1200]
    assert only.is_under(only.boxes)
    assert not only.is_under(only.boxes[:1])
