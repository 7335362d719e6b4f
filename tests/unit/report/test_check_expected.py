"""Our own exports hold the text that was meant, all of it and nothing else."""

from __future__ import annotations

import pytest

from app.report.check import Expected, Reason, check
from tests.leaks import everyday, protected
from tests.papers import Paper


def drawn(*pages: tuple[str, ...]) -> bytes:
    paper = Paper()
    for number, lines in enumerate(pages):
        for row, line in enumerate(lines):
            paper.show(line, y=720 - 16 * row, page=number)
    return paper.save()


def reasons(data: bytes, *text: str, **more: object) -> tuple[Reason, ...]:
    return check(data, protected(), "a.pdf", everyday, Expected(text, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "lines",
    [
        ("One line.",),
        ("Two lines, with a hyphen-", "ated word and “quotes”."),
        ("中国的一个村庄，三十天。", "第二行。"),
        ("An account: 1,200,000 (CNY) – 50 %", "[Witness] said so."),
        ("بىر ئادەم كەلدى", "then English"),
        ("ICE said “no” to (بىر ئادەم) [twice]",),
        ("མི་ཞིག་ཡོང་", "and more"),
        ("\ufb01nally, e\u0301, ½",),
    ],
)
def test_what_was_meant_passes(lines: tuple[str, ...]) -> None:
    assert reasons(drawn(lines), "\n".join(lines)) == ()


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (("One line.",), "Another line."),
        (("One line.", "and one too many"), "One line."),
        (("One line.",), "One line. And one that is missing."),
        (("abc def",), "def abc"),
        (("同一个人",), "同个一人"),
        (("بىر ئادەم", "x"), "بىر ئادەم"),
    ],
)
def test_other_text_is_refused(lines: tuple[str, ...], meant: str) -> None:
    assert {reason.rule for reason in reasons(drawn(lines), meant)} == {"expected"}


def test_hidden_text_is_text_that_was_not_meant() -> None:
    paper = Paper()
    paper.show("What is meant.")
    paper.draw(b"1 1 1 rg")
    paper.show("white on white", y=400)
    assert {reason.rule for reason in reasons(paper.save(), "What is meant.")} == {"expected"}


def test_each_page_is_compared_with_its_own() -> None:
    data = drawn(("first",), ("second",))
    assert reasons(data, "first", "second") == ()
    assert {r.detail for r in reasons(data, "second", "first")} == {
        f"other text than was meant on page {page}, by {how}" for page in (1, 2) for how in ("order", "position")
    }
    assert {r.detail for r in reasons(data, "first")} == {
        "another number of pages, by order",
        "another number of pages, by position",
    }


def test_metadata_and_outline_are_compared_where_they_are_given() -> None:
    paper = Paper()
    paper.show("text")
    paper.objects[30] = b"<< /Type /Outlines /First 31 0 R /Last 31 0 R /Count 1 >>"
    paper.objects[31] = b"<< /Title (Part one) /Parent 30 0 R /Dest [900 0 R /Fit] >>"
    paper.catalog = b"/Outlines 30 0 R"
    data = paper.save()
    info = (("Title", "Summary of an account"), ("Producer", "a test"))
    assert reasons(data, "text", info=info, outline=("Part one",)) == ()
    assert reasons(data, "text", info=info[:1], outline=("Part two",)) == (
        Reason("expected", "another outline than was meant"),
        Reason("expected", "other metadata than was meant"),
    )
