"""The chronology as a table and what happened in full: columns that never move, rows that break where they read on well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import pypdfium2
import pytest

from app.redaction.common import is_common
from app.redaction.disclosed import Disclosed, DisclosedDate, DisclosedEvent, DisclosedSource, Fact, Span
from app.redaction.patterns import find_patterns
from app.report import sections_style as look
from app.report.check import Expected, Protected, check
from app.report.columns import Balanced, in_two
from app.report.render import Rendered, render
from app.report.setting import Setter, Style
from app.report.table import ABOVE, BELOW, SHORT_ROW, Band, Columns, Row
from tests.unit.report.every_script import UYGHUR, long_view
from tests.unit.report.views import EMPTY, RICH

HEAD = ["Event", "Date", "What happened", "Where", "Source", "How certain"]
SENTENCE = "They came again in the morning and asked the same. "


def day(number: int) -> DisclosedDate:
    when = (2019, 1 + number // 28, 1 + number % 28)
    return DisclosedDate(f"day {number}", Span(when, when))


def event(number: int, sentences: int, facts: int = 0) -> DisclosedEvent:
    """Every line of it names its number."""
    return DisclosedEvent(
        number, "protest", f"Protest {number}", day(number), f"County {number}",
        people=((f"[Witness {number}]", "victim"),),
        facts=tuple(Fact(f"Label {number}", f"value {index} of {number}") for index in range(facts)),
        account=tuple(f"Account {number} begins. {SENTENCE * sentences}" for _ in range(2)) if sentences else (),
        sources=(DisclosedSource("witness", f"[Witness {number}]"),), certainty="certain",
    )  # fmt: skip


def telling(*events: DisclosedEvent) -> Disclosed:
    return replace(EMPTY, events=events)


def chronology(rendered: Rendered) -> Iterator[list[str]]:
    """The lines of the table on each page that has any, from its head on."""
    for text in rendered.expected:
        lines = text.split("\n")
        at = next((n for n in range(len(lines)) if lines[n : n + len(HEAD)] == HEAD), None)
        if at is not None:
            end = lines.index("Timeline") if "Timeline" in lines else len(lines)
            yield lines[at:end]


def in_full(rendered: Rendered) -> Iterator[list[str]]:
    """The lines of each page after the timeline and before the end, where events are told in full."""
    text = "\f".join(rendered.expected)
    told = text[text.index("Timeline\n") :].split("How to ask for more")[0]
    return (page.split("\n") for page in told.split("\f")[1:])


MIXED = telling(*(event(number, number % 5, (number * 7) % 12) for number in range(1, 60)))
ONE_KIND = telling(*(replace(one, label="Protest") for one in MIXED.events))


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_head_stands_once_on_every_page_of_the_table_and_above_its_rows(paper: str) -> None:
    rendered = render(MIXED, paper=paper)
    tables = list(chronology(rendered))
    assert len(tables) > 3
    assert all(lines.count("What happened") == 1 and len(lines) > len(HEAD) + 4 for lines in tables)
    told = [text for text in rendered.expected if re.search(r"^\(\d+\)$", text, re.MULTILINE)]
    assert len(told) == len(tables)
    assert [found for lines in tables for line in lines for found in re.findall(r"^\((\d+)\)$", line)] == [
        str(number) for number in range(1, 60)
    ]


@pytest.mark.parametrize("sentences", [0, 1, 2, 3, 5])
@pytest.mark.parametrize("facts", [2, 9])
def test_a_date_never_stands_apart_from_what_happened(sentences: int, facts: int) -> None:
    rendered = render(telling(*(replace(event(n, sentences, facts), label="Protest") for n in range(1, 40))))
    assert all(lines.count("Protest") == sum(line.startswith("day ") for line in lines) for lines in chronology(rendered))
    for lines in in_full(rendered):
        for number in {found[1] for line in lines if (found := re.fullmatch(r"day (\d+), County \d+", line))}:
            assert f"Event {number}:" in lines
            beginning = f"Account {number} begins" if sentences else f"Label {number}: value 0"
            assert any(line.startswith(beginning) for line in lines)


def test_a_row_that_goes_on_over_the_page_is_named_again_and_carries_two_lines_at_least() -> None:
    carried = 0
    for lines in in_full(render(ONE_KIND)):
        if "continued" in lines:
            carried += 1
            at = lines.index("continued")
            assert at == 3  # the first row of its page, after its running head and number
            number = lines[at - 1].removeprefix("Event ").removesuffix(":")
            after = lines[at + 1 :]
            end = next((n for n, line in enumerate(after) if line.startswith("day ")), len(after))
            assert end >= 2
            assert not any(line.startswith(f"day {number},") for line in lines)
    assert carried > 3


def test_a_short_row_is_never_parted_and_a_long_one_is() -> None:
    rows = [replace(event(n, 1, n % 2), label="Protest") for n in range(1, 90)]
    assert not any("continued" in text for text in render(telling(*rows)).expected)
    long = [replace(event(n, 12, 4), label="Protest") for n in range(1, 12)]
    pages = list(in_full(render(telling(*long))))
    assert sum("continued" in lines for lines in pages) >= len(pages) // 2


def test_only_the_last_page_may_stay_half_empty() -> None:
    for view in (MIXED, long_view(60, 30)):
        rendered = render(view)
        pdf = pypdfium2.PdfDocument(rendered.data)
        for page in list(pdf)[:-1]:
            text = page.get_textpage()
            height = page.get_height()
            tops = [text.get_charbox(index)[1] for index in range(text.count_chars())]
            lowest = min(low for low in tops if low > look.MARGIN_FOOT - 4)
            assert lowest < height * 0.45


def test_the_number_of_a_row_and_its_month_do_not_read_as_a_day() -> None:
    may = DisclosedDate("May 2019", Span((2019, 5), (2019, 5)))
    told = telling(*(replace(event(n, 1), date=may) for n in range(1, 31)))
    for page in pypdfium2.PdfDocument(render(told).data):
        found = list(find_patterns(page.get_textpage().get_text_range(), "en"))
        assert [one.when.unit for one in found if one.when and one.when.unit == "day"] == []


def heads(view: Disclosed) -> list[tuple[float, ...]]:
    """Where the words of the head begin, on each page that has them."""
    found = []
    for page in pypdfium2.PdfDocument(render(view).data):
        text = page.get_textpage()
        searchers = (text.search(word, match_case=True, match_whole_word=True) for word in ("Where", "What happened"))
        hits = [searcher.get_next() for searcher in searchers]
        if all(hits):
            found.append(tuple(round(text.get_charbox(hit[0])[0], 1) for hit in hits if hit))
    return found


def test_columns_stand_where_they_stand_whatever_is_told() -> None:
    short = telling(*(replace(event(n, 1), place="X", people=(("the man", None),)) for n in range(1, 30)))
    long = telling(*(replace(event(n, 9), place="A place of a long name " * 3, sources=()) for n in range(1, 30)))
    assert len(set(heads(short) + heads(long))) == 1


def test_facts_are_read_in_their_order() -> None:
    told = event(1, 0, 23)
    found = re.findall(r"value (\d+) of 1", "\n".join(render(telling(told)).expected))
    assert [int(number) for number in found] == list(range(23))


def test_many_who_took_part_stand_beneath_the_row() -> None:
    few = replace(event(1, 1), people=(("[Witness]", "victim"), ("[Wife]", "witness")))
    many = replace(few, people=tuple((f"[Neighbour {n}]", "participant") for n in range(9)))
    assert "[Witness] (victim)\n[Wife] (witness)" in render(telling(few)).expected[0]
    assert "[Neighbour 0] (took part); [Neighbour 1] (took part)" in render(telling(many)).expected[0]


def test_a_fact_from_right_to_left_keeps_its_own_lines() -> None:
    told = replace(event(1, 0), facts=(Fact("In the original words", UYGHUR[0], quote=True),))
    lines = render(telling(told)).expected[0].split("\n")
    at = lines.index("In the original words:")
    assert lines[at + 1].startswith("“" + UYGHUR[0][:8])


def test_quotation_marks_are_not_doubled() -> None:
    told = replace(
        event(1, 0), facts=(Fact("Quotation", "“You will see.”", quote=True), Fact("Quotation", "Come.", quote=True))
    )
    text = render(telling(told)).expected[0]
    assert "Quotation: “You will see.”" in text
    assert "Quotation: “Come.”" in text


def test_a_table_over_many_pages_passes_the_release_check() -> None:
    for view in (MIXED, replace(RICH, events=MIXED.events)):
        rendered = render(view)
        assert (
            check(rendered.data, Protected((), rendered.fixed_phrases), "x.pdf", is_common, Expected(rendered.expected)) == ()
        )


def test_a_band_is_parted_only_where_every_cell_can_be() -> None:
    setter = Setter()
    columns = Columns((60.0, 60.0), 8.0, 1)
    style = Style(10, 12)
    long, short = setter.paragraph("word " * 60, style), setter.paragraph("word", style)
    above, below = Band(columns, (long, short)).split(128.0, 60.0)
    assert above.wrap(128.0, 1e6)[1] <= 60.0
    assert below.cells[1] is None
    assert Band(columns, (setter.paragraph("word " * 8, style), None)).split(128.0, 12.0) == []


def row(*texts: str) -> Row:
    setter = Setter()
    columns = Columns((60.0, 200.0), 8.0, 1)

    def band() -> Band:
        return Band(columns, (setter.paragraph("again", Style(10, 12)), None))

    return Row(columns, band(), [setter.paragraph(text, Style(10, 12)) for text in texts], band)


def test_less_than_two_lines_of_a_row_are_not_carried_over() -> None:
    long = row("word " * 100, "two\nlines", "last")
    tall = long.wrap(268.0, 1e6)[1]
    above, below = long.split(268.0, tall - 3.0)
    assert below.wrap(268.0, 1e6)[1] == 12 * 3 + ABOVE + BELOW
    assert above.wrap(268.0, 1e6)[1] == tall - 12 * 3


def test_a_row_up_to_a_certain_height_moves_on_whole() -> None:
    for lines in range(2, 20):
        told = row(*["two\nlines"] * lines)
        tall = told.wrap(268.0, 1e6)[1]
        assert len(told.split(268.0, tall - 30.0)) == (2 if tall > SHORT_ROW else 0)


def heights(parts: list[Balanced]) -> list[int]:
    return [len(part._items) for part in parts]


def test_two_columns_are_level_and_part_over_pages_with_enough_on_either() -> None:
    setter = Setter()
    items = [setter.paragraph(f"item {n}", Style(10, 12)) for n in range(20)]
    both = Balanced(items, 16.0, 2.0)
    assert both.wrap(300.0, 1e6)[1] == 10 * 12 + 9 * 2.0
    assert both.split(300.0, 500.0) == [both]
    assert heights(both.split(300.0, 68.0)) == [10, 10]
    assert heights(both.split(300.0, 136.0)) == [16, 4]
    assert both.split(300.0, 10.0) == []
    assert Balanced(items[:8], 16.0, 2.0).split(300.0, 40.0) == []


def test_what_is_long_stands_across_in_its_place() -> None:
    setter = Setter()
    texts = ["a", "b", "long " * 90, "c", "d"]
    parts = in_two([setter.paragraph(text, Style(10, 12)) for text in texts], 300.0, 16.0, 2.0)
    assert [kind is Balanced for kind, _ in groupby(map(type, parts))] == [True, False, True]


@pytest.mark.parametrize("hang", [0.0, 40.0])
def test_lines_that_go_on_are_hung_and_no_wider_than_what_is_left(hang: float) -> None:
    setter = Setter()
    block = setter.paragraph(
        "one two three four five six seven " * 9 + "\neight nine ten eleven " + "x" * 90, Style(10, 12, hang=hang)
    )
    block.wrap(120.0, 1e6)
    assert block._lines is not None
    assert [line.hung for line in block._lines[:2]] == [False, True]
    assert not next(line for line in block._lines if line.text.startswith("eight")).hung
    for line in block._lines:
        assert line.width / 100 <= 120.01 - (hang if line.hung else 0)


def test_lines_of_tall_scripts_stand_further_apart() -> None:
    setter = Setter()
    style = Style(10, 12)
    tall = [setter.paragraph(text, style).wrap(400.0, 1e6)[1] for text in ("abc", "王立军", "ئۇلار", "བོད་ཡིག")]
    assert tall == [12, 12, 14.5, 16.2]


def test_the_last_sections_stand_together_and_no_list_leaves_one_row_to_the_next_page() -> None:
    for count in range(1, 40):
        view = replace(RICH, events=(), testimonies=(), documents=RICH.documents * count)
        pages = [text.split("\n") for text in render(view).expected]
        for lines in pages:
            assert ("Consent" in lines) == ("How to ask for more" in lines)
            begun = [n for n, line in enumerate(lines) if line == "Exhibit 1"]
            if begun and "List of exhibits" not in lines:
                assert len(begun) > 1
