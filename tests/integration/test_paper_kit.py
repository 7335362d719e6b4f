"""Paper for a day without a computer: what it says, that it says nothing of a case, that it is whole or not there."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pdfminer.high_level import extract_text

from app.domain.guides import LANGUAGES
from app.domain.paper_letters import LETTERS
from app.domain.vocabulary import PURPOSES, RECIPIENTS
from app.errors import UserError
from app.services import history, paper_kit
from app.services.paper_kit import CARDS, CHECKLIST, GUIDES, SHEETS, Kit
from tests.working import SMALL, new_store, new_vault

CODE = "CDFG-HJT"


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [document[number].get_textpage().get_text_bounded() for number in range(len(document))]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("paper", paper_kit.PAPERS)
def test_all_of_it_in_every_language_and_size(lang: str, paper: str) -> None:
    files = paper_kit.draw_kit(Kit(lang, paper, paper_kit.all_cards(), paper_kit.chosen_guides("all"), 3), CODE)
    assert list(files) == [CARDS, GUIDES, SHEETS, CHECKLIST]
    cards = pages(files[CARDS])
    assert len(cards) == len(paper_kit.all_cards())  # a card a page: one can be torn up and the others stay
    for text, (purpose, recipient) in zip(cards, paper_kit.all_cards(), strict=True):
        assert f"{purpose} · {recipient}" in text
        assert CODE in text
    assert len(pages(files[GUIDES])) == len(paper_kit.guides())
    assert CODE not in "".join(pages(files[GUIDES]))
    assert len(pages(files[CHECKLIST])) == 1
    size = {"a4": (595, 842), "letter": (612, 792)}[paper]
    for data in files.values():
        with pikepdf.open(io.BytesIO(data)) as document:
            assert tuple(round(float(edge)) for edge in document.pages[0].mediabox[2:]) == size
            for font in (f for page in document.pages for f in page.resources.get("/Font", {}).values()):
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_a_card_says_that_a_refusal_changes_nothing_and_that_a_mark_will_do() -> None:
    for text in pages(paper_kit.draw_kit(Kit(), CODE)[CARDS]):
        for words in ("You may say no", "changes nothing in our help", "take it back at any time", "A mark", "Guardian"):
            assert words in text.replace("\r\n", " ")


def test_the_lines_of_the_sheets_are_numbered_on_and_the_key_comes_first_under_the_same_code() -> None:
    key, *sheets = pages(paper_kit.draw_kit(Kit(sheets=3), CODE)[SHEETS])
    assert f"Key to {CODE}" in key
    assert [word for word in key.partition("Key to")[2].split() if len(word) == 1] == list(LETTERS)
    numbers = [int(line) for text in sheets for line in text.split() if line.isdecimal() and line not in ("1", "2", "3")]
    assert numbers == list(range(4, 82))
    for number, text in enumerate(sheets, 1):
        assert f"Code {CODE} · sheet {number}" in text


def test_every_purpose_and_recipient_has_its_words() -> None:
    for lang in LANGUAGES:
        texts = paper_kit._texts(lang)
        assert set(texts.table["purpose"]) == set(PURPOSES)  # type: ignore[call-overload]
        assert set(texts.table["recipient"]) == set(RECIPIENTS)  # type: ignore[call-overload]


def test_drawing_it_again_gives_the_same_bytes() -> None:
    asked = Kit(sheets=2, cards=paper_kit.USUAL[:2])
    assert paper_kit.draw_kit(asked, CODE) == paper_kit.draw_kit(asked, CODE)


@pytest.mark.parametrize(
    "asked", [Kit("bo"), Kit(paper="a5"), Kit(sheets=-1), Kit(sheets=61)], ids=["language", "paper", "none", "too many"]
)
def test_what_there_is_not_is_refused(asked: Kit) -> None:
    with pytest.raises(UserError, match="nothing was written"):
        paper_kit.draw_kit(asked, CODE)


@pytest.mark.parametrize("text", ["press", "press:nobody", "x:press", "press:press:press", ":"])
def test_a_card_that_there_is_not_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        paper_kit.chosen_cards(text)


def test_chosen_cards_and_guides_keep_their_order() -> None:
    assert paper_kit.chosen_cards("press:press, notes:counsel,press:press") == (("press", "press"), ("notes", "counsel"))
    assert paper_kit.chosen_guides("closing,flight,opening") == ("opening", "flight", "closing")
    assert paper_kit.chosen_cards("none") == paper_kit.chosen_guides("none") == ()
    with pytest.raises(UserError):
        paper_kit.chosen_guides("flights")


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "kit"
    files = {CARDS: b"1", SHEETS: b"2"}
    assert [path.read_bytes() for path in paper_kit.write(folder, files)] == [b"1", b"2"]
    other = tmp_path / "other"
    other.mkdir()
    (other / SHEETS).write_bytes(b"mine")
    with pytest.raises(UserError):
        paper_kit.write(other, files)
    assert {path.name: path.read_bytes() for path in other.iterdir()} == {SHEETS: b"mine"}

    def fail() -> None:
        raise OSError

    with pytest.raises(UserError):
        paper_kit.write(tmp_path / "new", files, fail)
    assert not (tmp_path / "new").exists()


def test_the_case_remembers_the_code_and_the_paper_holds_nothing_of_the_case(tmp_path: Path) -> None:
    with new_vault(tmp_path) as vault, new_store(vault) as store:
        asked = paper_kit.usual()
        files = paper_kit.draw_kit(asked, CODE)
        paper_kit.print_for(store, asked, tmp_path / "kit", CODE, files)
        assert paper_kit.printed_codes(store) == (CODE,)
        assert paper_kit.entered_codes(store) == ()
        paper_kit.note_entered(store, CODE, "t1")
        assert paper_kit.entered_codes(store) == (CODE,)
        rows = history.rows(store)
        assert [(row.what, dict(row.details)["code"]) for row in rows[:2]] == [("paper-entered", CODE), ("paper-printed", CODE)]
        names = [name.text for person in SMALL.people for name in person.names] + [SMALL.case.code]
        for data in files.values():
            said = extract_text(io.BytesIO(data))
            assert not [name for name in names if name in said]
