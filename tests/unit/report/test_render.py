"""The report: the same bytes always, every word as it was meant, nothing in the file but pages."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import vocabulary
from app.redaction.disclosed import DisclosedParagraph
from app.report.faces import MissingGlyph
from app.report.render import fixed_phrases, render
from app.report.setting import Setter, Style
from app.report.texts import load_texts
from tests.unit.report.views import EMPTY, PARAGRAPHS, RICH, event

ROOT = Path(__file__).resolve().parents[3]


def bare(text: str) -> str:
    return "".join(text.split())


def test_the_same_view_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib\nfrom tests.unit.report.views import RICH\nfrom app.report.render import render\n"
        "print(hashlib.sha256(render(RICH).data).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == hashlib.sha256(render(RICH).data).hexdigest()


@pytest.mark.parametrize("view", [RICH, EMPTY, replace(RICH, profile="public", legend="public", case_code=None)])
def test_the_file_is_sound_and_holds_pages_fonts_and_an_outline_only(view: object) -> None:
    rendered = render(view)  # type: ignore[arg-type]
    with pikepdf.open(io.BytesIO(rendered.data)) as pdf:
        assert pdf.check_pdf_syntax() == [] if hasattr(pdf, "check_pdf_syntax") else pdf.check() == []
        assert set(pdf.Root.keys()) <= {"/Type", "/Pages", "/Outlines", "/PageMode", "/Lang"}
        assert "Affiant" in str(pdf.docinfo["/Creator"])
        for page in pdf.pages:
            assert "/Annots" not in page
            for font in page.Resources.Font.values():
                assert "/ToUnicode" in font
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert len(pdf.pages) == rendered.pages


def test_what_is_read_is_what_was_meant() -> None:
    rendered = render(RICH)
    pdf = pypdfium2.PdfDocument(rendered.data)
    assert len(pdf) == len(rendered.expected)
    read = bare(" ".join(page.get_textpage().get_text_range() for page in pdf))
    for text in (PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[2], PARAGRAPHS[5], PARAGRAPHS[6]):
        assert bare(text) in read
        assert bare(text) in bare(" ".join(rendered.expected))
    assert "May 2019" in " ".join(page.get_textpage().get_text_range() for page in pdf)


def test_a_character_that_no_font_has_stops_the_drawing_and_is_named() -> None:
    broken = replace(RICH, reason="A \U0001f600 and a \ue123.")
    with pytest.raises(MissingGlyph) as caught:
        render(broken)
    assert set(caught.value.code_points) == {"U+1F600", "U+E123"}


def test_marks_that_do_not_show_are_left_out() -> None:
    rendered = render(replace(EMPTY, reason="A\u200bB\u202eC\u00adD\ufeffE\tF\r\nG"))
    assert "ABCDE F\nG" in rendered.expected[0]


@pytest.mark.parametrize("size", [5_000, 60])
def test_a_word_without_end_neither_crashes_nor_leaves_the_page(size: int) -> None:
    view = replace(RICH, reason="x" * size, events=(event(1, account=("y" * size,), place="z" * size),))
    pdf = pypdfium2.PdfDocument(render(view).data)
    for page in pdf:
        text = page.get_textpage()
        for index in range(0, text.count_chars(), 7):
            left, _, right, _ = text.get_charbox(index)
            assert left >= -1
            assert right <= page.get_width() + 1


def test_a_row_taller_than_a_page_goes_on_over_pages() -> None:
    long = event(1, account=tuple(["One sentence after the other. " * 40] * 12))
    assert render(replace(RICH, events=(long,))).pages > 3


def test_letter_and_a4() -> None:
    assert render(RICH, paper="a4").data != render(RICH).data


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["word", "王立军", "ئۇيغۇر", "བོད་ཡིག", "(", ")", "[Witness]", " ", "1234", "-", "“", "”", "é", "и"]),
                max_size=40))  # fmt: skip
def test_any_mixture_of_scripts_can_be_set_and_stays_inside(pieces: list[str]) -> None:
    setter = Setter()
    block = setter.paragraph("".join(pieces), Style(11, 15))
    width, _ = block.wrap(200, 1000)
    assert width == 200
    assert block._lines is not None
    assert all(line.width * 11 / 1000 <= 200.1 for line in block._lines)
    assert bare("".join(line.text for line in block._lines)) == bare("".join(pieces).replace("\u00a0", " "))


VOCABULARIES = {
    "role": "ROLES", "certainty": "CERTAINTIES", "document_kind": "DOCUMENT_KINDS", "organization_kind": "ORGANIZATION_KINDS",
    "purpose": "PURPOSES", "source": "SOURCE_KINDS", "source_unnamed": "SOURCE_KINDS",
}  # fmt: skip


def test_every_word_of_the_case_file_has_words_in_the_report() -> None:
    texts = load_texts("en")
    for group, name in VOCABULARIES.items():
        keys = getattr(vocabulary, name, ())
        table = texts.table[group]
        assert isinstance(table, dict)
        assert [key for key in keys if key not in table] == [], (group, name)


def test_fixed_phrases_are_two_words_at_least() -> None:
    assert all(len(phrase.split()) > 1 for phrase in fixed_phrases("en"))


def test_an_unread_paragraph_is_stamped() -> None:
    assert any("not read back" in page for page in render(RICH).expected)
    view = replace(
        RICH, testimonies=(replace(RICH.testimonies[0], status="confirmed", paragraphs=(DisclosedParagraph(1, "Yes."),)),)
    )
    assert not any("not read back" in page for page in render(view).expected)
