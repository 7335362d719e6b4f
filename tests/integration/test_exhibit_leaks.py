"""Nothing of a document is in the export but the pixels that may be shown."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from app.domain.exhibits import PAGE, WHOLE, Box
from app.errors import UserError
from app.redaction.common import is_common
from app.redaction.disclose import Choices
from app.redaction.exhibits import pixels
from app.report.check import Expected, Protected, check
from app.services.exhibit_pages import draw
from app.services.exhibits import propose
from app.services.material import Material
from tests.exhibit_papers import (
    SECRET,
    exported,
    letter,
    letter_that_tells,
    letter_with_notes,
    material,
    photo,
    photo_that_tells,
    pictures,
    rendered,
)
from tests.redacting import DATED

UPPER = Box(0, 0, WHOLE, 3000)
PAIRS = 200 if os.environ.get("AFFIANT_LONG") else 25


def everything(pdf: bytes) -> Iterator[bytes]:
    """The file, and every stream of it inflated as far as it goes."""
    yield pdf
    with pikepdf.open(io.BytesIO(pdf)) as read:
        for one in read.objects:
            if isinstance(one, pikepdf.Stream):
                yield one.read_raw_bytes()
                try:
                    yield one.read_bytes()
                except pikepdf.PdfError:
                    continue


def assert_holds_none_of(pdf: bytes, original: bytes) -> None:
    pieces = list(everything(pdf))
    for form in (SECRET, "Memet", "Tursun"):
        for spelled in (form.encode(), form.encode("utf-16-be"), form.encode("utf-16-le"), form[::-1].encode()):
            assert not any(spelled in piece for piece in pieces)
    # no stretch of the original's own bytes, wherever it begins, but for the words of the format that every export has
    usual = list(everything(exported(material({"d1": photo(kind="PNG")}, {"d1": [PAGE]})).pdf))
    windows = {original[at : at + 24] for at in range(0, max(len(original) - 24, 1), 24)}
    windows = {window for window in windows if len(set(window)) > 8 and not any(window in piece for piece in usual)}
    assert len(windows) > 20
    for piece in pieces:
        assert not any(window in piece for window in windows)


def test_a_photo_leaves_its_metadata_its_thumbnail_and_its_bytes_behind() -> None:
    data = photo_that_tells()
    assert b"Exif" in data
    assert b"ICC_PROFILE" in data
    made = exported(material({"d1": data}, {"d1": [UPPER]}))
    assert_holds_none_of(made.pdf, data)
    for marker in (b"Exif", b"ICC_PROFILE", b"http://ns.adobe.com", b"THUMBNAIL", b"\xff\xe1", b"\xff\xfe"):
        assert not any(marker in raw for raw, _ in pictures(made.pdf))


def test_a_pdf_leaves_its_text_layers_notes_and_attachments_behind() -> None:
    data = letter_that_tells()
    (page,) = pypdfium2.PdfDocument(data)
    assert page.get_textpage().get_text_range().count(SECRET) == 3  # what is hidden is there to be read
    with pytest.raises(UserError) as told:
        exported(material({"d1": data}, {}))
    assert "without a box" in told.value.reasons[0]
    made = exported(material({"d1": data}, {}, safe=[PAGE]))
    assert_holds_none_of(made.pdf, data)


@pytest.mark.parametrize("how", [{}, {"rotate": 90}, {"crop": (50, 300, 500, 750)}, {"inherited": True}, {"form": False}])
def test_a_name_in_a_comment_or_a_form_field_that_is_drawn_stands_under_a_box(how: dict[str, Any]) -> None:
    data = letter_with_notes(**how)
    with pytest.raises(UserError) as told:
        exported(material({"d1": data}, {}))
    assert "without a box" in told.value.reasons[0]
    (page,) = draw(data, 0, 1).drawn
    found = propose(material({"d1": data}, {}), "counsel", Choices(DATED))(page)
    assert [one.text for one in found] == [SECRET, SECRET]
    boxes = [box for one in found for box in one.boxes]
    # what is under the boxes is what is drawn there: nothing of it is left beside them
    made = exported(material({"d1": data}, {"d1": boxes}))
    ((_, picture),) = pictures(made.pdf)
    assert picture.size == (page.width, page.height)
    blank = letter("Dear colleague", **{key: value for key, value in how.items() if key in ("rotate", "crop")})
    assert made.pdf == exported(material({"d1": blank}, {"d1": boxes})).pdf


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_pixels_that_were_transparent_are_white_and_say_nothing(kind: str) -> None:
    def hidden(words: bytes) -> bytes:
        picture = Image.new("RGBA", (64, 64), (0, 0, 0, 255))
        picture.paste(Image.frombytes("RGBA", (32, 1), words.ljust(96, b".")[:96] + bytes(32)), (16, 16))
        for x in range(16, 48):
            picture.putpixel((x, 16), (*words[x % len(words) : x % len(words) + 1] * 3, 0))
        out = io.BytesIO()
        picture.save(out, kind, **({"lossless": True, "exact": True} if kind == "WEBP" else {}))
        return out.getvalue()

    one, other = (exported(material({"d1": hidden(words)}, {})).pdf for words in (b"Memet Tursun", b"Shen Guowei."))
    assert one == other


def test_every_pixel_under_a_box_is_black_in_the_finished_file() -> None:
    boxes = [Box(1000, 700, 4000, 1200), Box(9900, 0, 100, WHOLE), Box(0, 9990, WHOLE, 10)]
    files = {"d1": photo(), "d2": letter(SECRET, "He was there.", rotate=90), "d3": photo(kind="PNG", size=(301, 203))}
    made = exported(material(files, dict.fromkeys(files, boxes), safe=[PAGE]))
    held = pictures(made.pdf)
    assert len(held) == 3
    for _, picture in held:
        for box in boxes:
            assert set(picture.crop(pixels(box, *picture.size)).tobytes()) == {0}
    # and as a reader of pages shows it: the middle of the first box on the page of the first exhibit
    page = rendered(made.pdf, made.pages - 3)
    black = sum(pixel == (0, 0, 0) for pixel in page.get_flattened_data())
    share = sum(box.w * box.h for box in boxes[:1]) / WHOLE / WHOLE
    assert black > share * page.width * page.height / 3


def test_pages_of_every_shape_go_out_and_two_that_are_alike_are_one_picture() -> None:
    sizes = {"d1": (1, 1), "d2": (3, 2000), "d3": (2000, 3), "d4": (900, 700), "d5": (900, 700)}
    files = {one: photo(one, kind="PNG", size=size) for one, size in sizes.items()}
    made = exported(material(files, {"d4": [PAGE], "d5": [PAGE]}))
    held = pictures(made.pdf)
    assert [picture.size for _, picture in held] == list(sizes.values())
    assert held[3][0] == held[4][0]
    assert made.pdf.count(held[3][0]) == 1


def test_the_list_and_the_closing_say_that_pages_are_shown() -> None:
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(exported(two_photos(), "d2").pdf))
    text = " ".join(text.split())
    assert text.count("its pages stand at the end") == 1
    assert text.count("a copy is held") == 1
    assert "not under the black boxes" in text
    assert "It was not blacked out" not in text


def two_photos() -> Material:
    return material({"d1": photo(), "d2": photo(kind="PNG")}, {})


def test_the_same_case_gives_the_same_bytes() -> None:
    held = material({"d1": photo(), "d2": letter("Dear colleague")}, {"d1": [UPPER]})
    assert exported(held).pdf == exported(held).pdf


@settings(max_examples=PAIRS, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    words=st.tuples(*[st.sampled_from([SECRET, "Shen Guowei", "Ma Teng", "x", ""])] * 2),
    noise=st.tuples(st.integers(0, 255), st.integers(0, 255)),
)
def test_two_photos_that_differ_only_under_the_boxes_give_one_file(words: tuple[str, str], noise: tuple[int, int]) -> None:
    box = Box(500, 500, 6000, 4000)

    def made(text: str, grey: int) -> bytes:
        picture = Image.open(io.BytesIO(photo("", kind="PNG", size=(200, 120)))).convert("RGB")
        picture = Image.linear_gradient("L").resize((200, 120)).convert("RGB")
        left, upper, right, lower = pixels(box, 200, 120)
        under = Image.open(io.BytesIO(photo(text, kind="PNG", size=(right - left, lower - upper))))
        under.putpixel((0, 0), (grey, 0, 255 - grey))
        picture.paste(under, (left, upper))
        out = io.BytesIO()
        picture.save(out, "PNG")
        return exported(material({"d1": out.getvalue()}, {"d1": [box]})).pdf

    assert made(words[0], noise[0]) == made(words[1], noise[1])


def test_two_letters_that_differ_only_under_the_boxes_give_one_file() -> None:
    """Also in the order, number and kind of what is written there, as long as nothing of it reaches beyond the boxes."""
    box = Box(0, 1200, WHOLE, 1200)

    def made(*words: str) -> bytes:
        return exported(material({"d1": letter(*words, "", at=(72, 700))}, {"d1": [box]})).pdf

    assert made(SECRET) == made("Shen Guowei", "lives in Linhai") == made("")


def test_a_picture_that_the_program_did_not_place_is_refused() -> None:
    made = exported(material({"d1": photo()}, {"d1": [UPPER]}))
    (raw, _), *_ = pictures(made.pdf)
    text = tuple(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made.pdf))
    expected = Expected(text, frozenset({"0" * 64}))
    reasons = check(made.pdf, Protected(()), "", is_common, expected)
    assert "an image, which may show what no reader can read" in {reason.detail for reason in reasons}
    foreign = check(made.pdf, Protected(()), "", is_common, apart=False)
    assert "an image, which may show what no reader can read" in {reason.detail for reason in foreign}
    assert zlib.crc32(raw)  # there was one


def test_a_picture_that_was_meant_and_is_not_there_is_told() -> None:
    from app.report.render import render
    from tests.unit.report.views import EMPTY

    done = render(EMPTY)
    reasons = check(done.data, Protected(()), "", is_common, Expected(done.expected, frozenset({"0" * 64})))
    assert [reason.detail for reason in reasons] == ["an image that was meant to be there is not"]


def test_a_name_that_a_letter_breaks_at_the_end_of_a_line_is_a_name_and_no_question() -> None:
    held = material({"d1": letter("He saw Memet Tur-", "sun there")}, {})
    (page,) = draw(held.contents["d1"], 0, 1).drawn
    (found,) = propose(held, "counsel", Choices(DATED))(page)
    assert (found.state, found.owner, len(found.lines)) == ("masked", "p2", 2)
    with pytest.raises(UserError) as told:
        exported(held)
    assert "without a box" in told.value.reasons[0]
