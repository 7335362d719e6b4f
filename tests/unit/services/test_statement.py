"""The paper that a witness signs: every word of the record, in order, and the certificates that it needs."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.domain import case as domain
from app.domain.case import Amendment, Case, CaseInfo, Interview, Name, Person, Readback, ReadParagraph, Translation
from app.errors import UserError
from app.services.statement import OUTSIDE_US, PLAIN, WITHIN_US, WORDINGS, statement_pdf, write
from app.storage.errors import NoSpace

READ = Readback("2021-07-03", "zh-Hans", "p8", (ReadParagraph(1, "confirmed"), ReadParagraph(2, "not-reread")))
CHINESE = domain.Testimony(
    "t0", "p1", "zh-Hans", "我在家。\n\n他们晚上来的。", interview=Interview(date="2021-07-02", interpreter="p8"),
    readback=READ, status="read-back",
)  # fmt: skip
ENGLISH = replace(
    CHINESE, id="t1", lang="en", text="I was at home.\n\nThey came at night.", translation_of="t0",
    translation=Translation(by="p9"), amendments=(Amendment(1, why="date"),),
)  # fmt: skip
CASE = Case(
    CaseInfo("LARCH", jurisdiction="US"),
    people=(Person("p1", (Name("Han Keyu"),)), Person("p8", (Name("Lin Peishan"),)), Person("p9", (Name("Ann Reed"),))),
    testimonies=(CHINESE, ENGLISH),
)


def pages(testimony: domain.Testimony, wording: str = WITHIN_US) -> list[str]:
    """The words of each page, on one line."""
    data = statement_pdf(CASE, testimony, wording, date(2021, 7, 9))
    document = pypdfium2.PdfDocument(BytesIO(data))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_it_holds_every_paragraph_and_says_which_was_not_heard() -> None:
    first = pages(ENGLISH)[0]
    for words in (
        "Statement of Han Keyu", "1. I was at home.", "2. They came at night.", "Paragraph 2 was not read back.",
        "taken on 2 July 2021", "through the interpreter Lin Peishan", "read back on 3 July 2021 in Chinese",
        "Corrections made since it was first written down: 1.", "Signature of Han Keyu", "page 1",
    ):  # fmt: skip
        assert words in first, words
    assert "Paragraph 1 was not" not in first
    assert hashlib.sha256(ENGLISH.text.encode()).hexdigest() in first.replace(" ", "")


@pytest.mark.parametrize("wording", WORDINGS)
def test_the_declaration_is_the_one_of_the_place_where_it_is_signed(wording: str) -> None:
    first = pages(ENGLISH, wording)[0]
    assert ("under penalty of perjury" in first) == (wording != PLAIN)
    assert ("under the laws of the United States of America" in first) == (wording == OUTSIDE_US)


def test_who_interpreted_and_who_translated_certify_it_each_on_a_page() -> None:
    found = pages(ENGLISH)
    assert len(found) == 3
    assert "I, Lin Peishan, am competent to interpret between Chinese" in found[1]
    assert "I, Ann Reed, certify that I am competent to translate from Chinese" in found[2]
    assert "true and accurate to the best of my abilities" in found[2]
    assert "Telephone" in found[2]


def test_an_original_is_declared_in_its_own_language_too_and_needs_no_translator() -> None:
    found = pages(CHINESE)
    assert len(found) == 2
    assert "我在家。" in found[0]
    assert "本人声明" in found[0]
    assert "I declare under penalty of perjury" in found[0]


def test_the_signature_never_stands_apart_from_what_is_signed() -> None:
    for count in range(18, 34):
        text = "\n\n".join(f"Paragraph of the record, number {n}, which goes on for a line." for n in range(count))
        last = next(page for page in pages(replace(ENGLISH, text=text)) if "Signature of Han Keyu" in page)
        assert f"number {count - 1}," in last, count


def test_nobody_is_given_to_sign_what_was_not_read_back() -> None:
    with pytest.raises(UserError) as told:
        statement_pdf(CASE, replace(ENGLISH, status="draft"), PLAIN, date(2021, 7, 9))
    assert told.value.code == "not-read-back"


def test_a_character_that_no_face_has_is_named_by_its_number() -> None:
    with pytest.raises(UserError) as told:
        statement_pdf(CASE, replace(ENGLISH, text="\U0001f98a"), PLAIN, date(2021, 7, 9))
    assert told.value.code == "missing-glyph"


def test_where_the_history_takes_no_row_the_file_that_was_there_is_there_again(tmp_path: Path) -> None:
    class Full:
        def record(self, *_: Any) -> None:
            raise NoSpace("no room")

    path = tmp_path / "statement.pdf"
    path.write_bytes(b"the signed one")
    store: Any = Full()
    with pytest.raises(UserError):
        write(store, "t1", PLAIN, path, b"another")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("statement.pdf", b"the signed one")]


def test_what_is_read_anew_was_not_heard_whatever_was_heard_before() -> None:
    first = pages(replace(ENGLISH, readback=replace(READ, paragraphs=()), status="read-back"))[0]
    assert "Paragraph 1 was not read back." in first
    whole = pages(replace(ENGLISH, readback=None, status="confirmed"))[0]
    assert "was not read back" not in whole


def test_it_may_have_been_read_back_on_more_than_one_day() -> None:
    first = pages(replace(ENGLISH, readback=replace(READ, on="2021-07-03/2021-07-05")))[0]
    assert "read back from 3 July 2021 to 5 July 2021 in Chinese" in first
