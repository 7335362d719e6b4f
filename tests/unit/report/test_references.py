"""What one part of a report says of another is there: every printed number of an event, exhibit, testimony or paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.high_level import extract_text

from app.redaction.choices import Choices
from app.redaction.disclosed import SECTIONS, Disclosed, DisclosedParagraph, DisclosedSource, Fact
from app.report.references import References
from app.report.render import Rendered, render
from app.report.texts import load_texts
from tests.redacting import DATED
from tests.unit.report.every_script import CHINESE, ENGLISH, long_view, paragraphs, rich_view
from tests.unit.report.views import EMPTY, MAY, event

WORDS = {
    "en": {"event": r"Events? ", "exhibit": r"Exhibits? ", "testimony": r"Testimony ", "paragraph": r"paragraphs? "},
    "zh-Hans": {"event": "事件", "exhibit": "附件", "testimony": "证言", "paragraph": "第"},
}
NUMBERS = r"(\d+(?:–\d+)?(?:(?:, |、| and |和)\d+(?:–\d+)?)*)"
AND = re.compile(r", |、| and |和")


def flat(rendered: Rendered) -> str:
    return " ".join("\n".join(rendered.expected).replace("\u00a0", " ").split())


def named(text: str, word: str, after: str = r"(?!\d)") -> set[int]:
    """Every number that stands after a word."""
    return {number for found in re.findall(word + NUMBERS + after, text) for number in counted(found)}


def counted(text: str) -> Iterator[int]:
    for part in AND.split(text):
        first, _, last = part.partition("–")
        yield from range(int(first), int(last or first) + 1)


def resolves(view: Disclosed, rendered: Rendered) -> None:
    words = WORDS[view.language]
    lines = [line.replace("\u00a0", " ") for text in rendered.expected for line in text.split("\n")]
    text = flat(rendered)
    stop = "[:：]"
    rows = {int(line[1:-1]) for line in lines if re.fullmatch(r"\(\d+\)", line)}
    heads = {int(found) for line in lines for found in re.findall(rf"^{words['event'].replace('s?', '')}(\d+){stop}", line)}
    assert named(text, words["event"]) <= rows | heads
    listed = {int(found) for line in lines for found in re.findall(rf"^{words['exhibit'].replace('s?', '')}(\d+)$", line)}
    assert named(text, words["exhibit"]) <= listed
    titles = set()
    for line in lines:
        if re.match(rf"{words['testimony']}\d+(?:$|[,，])", line):
            titles |= named(line, words["testimony"])
    assert named(text, words["testimony"]) <= titles


VIEW = rich_view()
VIEW = replace(
    VIEW,
    events=(
        *VIEW.events,
        replace(VIEW.events[6], number=8, caused_by=(5,), facts=(Fact("Who spoke", "ICE", key="speaker"),)),
        replace(VIEW.events[0], number=9, sources=(DisclosedSource("document", "Exhibit 2", of="document", exhibit=2),)),
        event(
            10, MAY, caused_by=(1, 2, 3, 5, 9), sources=(DisclosedSource("witness", "[Witness]", "9 July 2021", of="person"),)
        ),
    ),
)


@settings(max_examples=60)
@given(st.sets(st.sampled_from(SECTIONS)))
def test_every_printed_number_is_there_whatever_sections_are_drawn(chosen: set[str]) -> None:
    sections = Choices(DATED, sections=tuple(chosen)).settled_sections()
    view = replace(VIEW, sections=sections)
    if sections and "exhibits" not in sections:
        view = replace(view, documents=(), events=tuple(replace(one, sources=()) for one in view.events))
    resolves(view, render(view))


def test_a_long_case_resolves() -> None:
    view = long_view(150, 40)
    resolves(view, render(view))


def test_numbers_that_follow_each_other_are_drawn_together() -> None:
    names = References(replace(EMPTY, events=tuple(event(n) for n in range(1, 20))), load_texts("en"))
    assert names.events((5,)) == "Event 5"
    assert names.events((5, 6)) == "Events 5 and 6"
    assert names.events((9, 3, 4, 5, 5, 11, 40)) == "Events 3–5, 9 and 11"
    assert names.events((40,)) == names.events(()) == ""


def test_a_statement_made_in_a_testimony_that_is_there_names_it() -> None:
    text = flat(render(VIEW))
    assert "As [Witness] says (9 July 2021; Testimony 1)." in text
    without = flat(render(replace(VIEW, testimonies=())))
    assert "As [Witness] says (9 July 2021)." in without


def test_paragraphs_that_were_not_read_back_are_named_and_are_there() -> None:
    told = replace(VIEW.testimonies[0], translation_of=None, paragraphs=paragraphs(ENGLISH, (2, 3)))
    text = flat(render(replace(EMPTY, testimonies=(told,))))
    assert "Not read back: paragraphs 2 and 3." in text
    assert all(f" {number} " in text for number in (2, 3))


def test_an_original_with_the_same_paragraphs_stands_beside_its_translation() -> None:
    english, chinese = VIEW.testimonies[:2]
    count = min(len(ENGLISH), len(CHINESE))
    pair = (
        replace(english, paragraphs=paragraphs(ENGLISH[:count])),
        replace(chinese, paragraphs=paragraphs(CHINESE[:count], (2,))),
    )
    rendered = render(replace(EMPTY, testimonies=pair))
    text = "".join(flat(rendered).split())
    assert "Testimony1,anditsoriginal,Testimony2" in text
    for index in range(count):
        first, second = ("".join(part[index].split()) for part in (ENGLISH, CHINESE))
        assert text.index(first) < text.index(second)
        if index + 1 < count:
            assert text.index(second) < text.index("".join(ENGLISH[index + 1].split()))
    # beside each other, not one below the other
    page = pypdfium2.PdfDocument(rendered.data)[0].get_textpage()
    tops = [page.get_charbox(page.search(words[:6]).get_next()[0])[3] for words in (ENGLISH[0], CHINESE[0])]
    assert abs(tops[0] - tops[1]) < 6


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_side_by_side_runs_over_pages_whole(paper: str) -> None:
    long = tuple(DisclosedParagraph(n, f"Begin {n}. " + "I waited. " * (40 * (n % 7)) + f"End {n}.") for n in range(1, 30))
    short = tuple(
        DisclosedParagraph(n, f"Anfang {n}. " + "Ich wartete. " * (9 * (n % 11)) + f"Ende {n}.") for n in range(1, 30)
    )
    english, chinese = VIEW.testimonies[:2]
    view = replace(EMPTY, testimonies=(replace(english, paragraphs=long), replace(chinese, lang="de", paragraphs=short)))
    text = flat(render(view, paper=paper))
    for number in range(1, 30):
        assert text.count(f"Begin {number}.") == text.count(f"End {number}.") == 1
        assert text.count(f"Anfang {number}.") == text.count(f"Ende {number}.") == 1
    assert text.count("waited.") == sum(40 * (n % 7) for n in range(1, 30))


def test_a_reader_that_goes_by_position_reads_the_sections_in_their_order(tmp_path: object) -> None:
    rendered = render(long_view(20, 10))
    path = tmp_path / "x.pdf"  # type: ignore[operator]
    path.write_bytes(rendered.data)
    by_order = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(rendered.data))
    by_place = extract_text(str(path))
    titles = ("Abstract", "Why names are withheld", "People", "Chronology", "Timeline", "Testimony 1", "List of exhibits",
              "What is withheld, and by which rule")  # fmt: skip
    for text in (by_order, by_place):
        at = [re.search(rf"^{re.escape(title)}\s*$", text, re.MULTILINE) for title in titles]
        assert all(at)
        starts = [found.start() for found in at if found]
        assert starts == sorted(starts)
