"""Documents are looked at inside the program; what is hostile or broken cannot hurt it."""

from __future__ import annotations

import io
import sys
from importlib.resources import as_file

import pytest
from PIL import Image

from app import apart
from app.errors import UserError
from app.paths import resource
from app.services.preview import LONGEST_TEXT, show


def sample(name: str) -> bytes:
    with as_file(resource("sample", "documents", name)) as path:
        return path.read_bytes()


def test_a_page_of_a_pdf_comes_as_pixels_of_the_width_asked_for() -> None:
    shown = show(sample("red-notice-extract.pdf"), 0, 400)
    assert (shown.kind, shown.width, shown.pages) == ("picture", 400, 1)
    assert len(set(shown.pixels)) > 2  # words on a page, not one colour


def test_a_page_beyond_the_last_shows_the_last() -> None:
    assert show(sample("county-court-judgment.pdf"), 999, 200).kind == "picture"


def test_a_picture_comes_as_pixels() -> None:
    assert show(sample("house-on-the-lane.png"), 0, 300).width == 300


def test_what_is_transparent_stands_on_white() -> None:
    data = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(data, "PNG")
    assert set(show(data.getvalue(), 0, 100).pixels) == {255}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_is_read_in_the_encodings_that_people_send(encoding: str) -> None:
    assert show("他们说，我不回去就要告他。\n".encode(encoding) * 4, 0, 100).text.startswith("他们说")


def test_a_long_text_is_shown_in_part() -> None:
    assert len(show(b"word " * LONGEST_TEXT, 0, 100).text) == LONGEST_TEXT


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4 broken", b"\x89PNG\r\n\x1a\n broken", b"\xff\xd8\xff\xe0 broken", b"GIF89a broken"]
)
def test_what_is_broken_is_said_to_be_so(data: bytes) -> None:
    with pytest.raises(UserError) as told:
        show(data, 0, 100)
    assert told.value.code == "not-shown"


def test_a_picture_that_would_fill_the_memory_is_not_decoded() -> None:
    bomb = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(bomb, "PNG")
    with pytest.raises(UserError):
        show(bomb.getvalue(), 0, 100)


def test_a_reader_that_dies_harms_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "command", lambda _child: [sys.executable, "-c", "import os; os.abort()"])
    with pytest.raises(UserError):
        show(sample("red-notice-extract.pdf"), 0, 100)


def test_another_kind_is_not_shown() -> None:
    assert show(b"PK\x03\x04 a word processor's file", 0, 100).kind == "nothing"
