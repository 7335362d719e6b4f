"""A finished report: the same bytes everywhere, our own faces only, and exactly the text that was meant."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from app.domain import vocabulary
from app.redaction.disclosed import Disclosed, DisclosedParagraph, DisclosedPerson, Fact
from app.report.check import Expected, Protected, check
from app.report.faces import MissingGlyph
from app.report.render import Rendered, render
from app.report.texts import load_texts
from tests.unit.report.every_script import empty_view, long_view, public_view, rich_view

ROOT = Path(__file__).resolve().parents[3]
VIEWS = {"counsel": rich_view, "public": public_view, "empty": empty_view}


def reasons(rendered: Rendered) -> tuple[Any, ...]:
    return check(rendered.data, Protected(()), "report.pdf", lambda _word: False, Expected(rendered.expected))


def told(text: str, lang: str = "en") -> Disclosed:
    """A view in which a text stands everywhere that a text can stand."""
    view = rich_view()
    paragraphs = (DisclosedParagraph(1, text), DisclosedParagraph(2, text, True))
    return replace(
        view,
        reason=text,
        people=(DisclosedPerson(text, False, ("witness",), (text,), text),),
        events=(replace(view.events[0], account=(text,), facts=(Fact(text, text), Fact("Quotation", text, quote=True))),),
        testimonies=(replace(view.testimonies[0], lang=lang, paragraphs=paragraphs),),
        documents=(replace(view.documents[0], title=text),),
    )


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_view_passes_the_release_check(name: str, paper: str) -> None:
    assert reasons(render(VIEWS[name](), paper=paper)) == ()


def test_another_process_draws_the_same_bytes() -> None:
    code = (
        "import hashlib; from app.report.render import render; from tests.unit.report.every_script import rich_view;"
        "print(hashlib.sha256(render(rich_view()).data).hexdigest())"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == hashlib.sha256(render(rich_view()).data).hexdigest()


def test_only_our_own_faces_are_embedded_each_as_a_subset_with_its_text() -> None:
    with pikepdf.open(io.BytesIO(render(rich_view()).data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "+Noto" in str(font.BaseFont)
            assert "/ToUnicode" in font
            program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
            assert len(program) < 200_000


def test_metadata_name_nobody_and_no_day() -> None:
    with pikepdf.open(io.BytesIO(render(rich_view()).data)) as pdf:
        values = {str(value) for value in pdf.docinfo.values()}
    assert not any("HERON" in value or "Alvarez" in value or "2026" in value for value in values)


def test_arabic_script_stands_in_the_order_of_reading() -> None:
    page = next(text for text in render(rich_view()).expected if "ئۇلار" in text)
    assert "مېنى" in page
    assert page.index("ئۇلار") < page.index("مېنى")


def test_a_long_case_comes_out_whole() -> None:
    rendered = render(long_view(60, 60))
    assert reasons(rendered) == ()
    assert f"Page {rendered.pages} of {rendered.pages}" in rendered.expected[-1].replace("\u00a0", " ")


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5_000,
        "<b>bold</b> &amp; <para> %s {0} {who} \\n <![CDATA[x]]> </a>",
        "a" + "\u0301" * 60 + " end",
        "a\x07b\x1b[31m \u200bc\u202ed\ufeffe\ufffdf\u2028g\u00adh",
        "كتاب" * 600,
        "གྲོང་" * 600,
        "他们把我关在县，招待所里三十天。" * 120,
        "می‌خواهم برویم ‌ لا إله السلام (ھەممىمىز) [Relative 1] 2019-05-02",
        "  a   b \n\n c \t d ",
        "",
    ],
    ids=["one word", "markup", "marks", "controls", "arabic", "tibetan", "chinese", "joiners", "spaces", "nothing"],
)
def test_hostile_text_is_drawn_and_stays_on_the_page(text: str) -> None:
    rendered = render(told(text))
    assert reasons(rendered) == ()
    document = pypdfium2.PdfDocument(rendered.data)
    for number in range(len(document)):
        page = document[number]
        letters = page.get_textpage()
        for index in range(letters.count_rects()):
            left, _, right, _ = letters.get_rect(index)
            assert left > 20
            assert right < page.get_width() - 60
        letters.close()
        page.close()
    document.close()


@pytest.mark.parametrize(("char", "point"), [("\ue000", "U+E000"), ("\U0001f600", "U+1F600"), ("한", "U+D55C")])
def test_a_character_that_no_face_has_stops_the_report_and_is_named_by_its_number(char: str, point: str) -> None:
    with pytest.raises(MissingGlyph) as error:
        render(told(f"secret {char}"))
    assert error.value.code_points == (point,)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("role", vocabulary.ROLES),
        ("person_part", vocabulary.PERSON_PARTS),
        ("organization_part", vocabulary.ORGANIZATION_PARTS),
        ("certainty", vocabulary.CERTAINTIES),
        ("source", (*vocabulary.SOURCE_KINDS, "statement")),
        ("source_unnamed", (*vocabulary.SOURCE_KINDS, "statement")),
        ("document_kind", vocabulary.DOCUMENT_KINDS),
        ("organization_kind", vocabulary.ORGANIZATION_KINDS),
        ("purpose", vocabulary.PURPOSES),
        ("record", vocabulary.RECORD_KINDS),
        ("status", vocabulary.STATUSES),
        ("profile", ("counsel", "court", "partner", "public", "ccf")),
        ("legend", ("work-product", "confidential", "court", "partner", "public", "ccf")),
        ("legend_short", ("work-product", "confidential", "court", "partner", "public", "ccf")),
        (
            "withheld",
            (
                "names", "dates-month", "dates-year", "places", "organizations", "identifiers", "contacts", "birth",
                "testimony", "originals", "drafts", "first-person", "sensitive", "notes", "discrepancies", "topics",
                "case-code", "documents",
            ),
        ),
    ],
)  # fmt: skip
def test_every_word_of_a_vocabulary_has_its_wording(table: str, keys: tuple[str, ...]) -> None:
    words = load_texts("en").table[table]
    assert isinstance(words, dict)
    assert set(keys) <= set(words)
