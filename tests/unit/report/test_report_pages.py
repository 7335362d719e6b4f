"""Pages hold together: nothing leaves them, no heading is left behind, whatever the length of what a case says."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from app.redaction.common import is_common
from app.redaction.disclosed import (
    Disclosed,
    DisclosedDate,
    DisclosedEvent,
    DisclosedOrganization,
    DisclosedParagraph,
    DisclosedPerson,
    DisclosedPlace,
    DisclosedSource,
    DisclosedTestimony,
    Fact,
    Span,
)
from app.report.check import Expected, Protected, check
from app.report.render import Rendered, render
from tests.unit.report.views import EMPTY, RICH

ENDLESS = "x" * 5000
PAPER = 36.0  # no ink comes nearer to the edge of the paper


MAY = DisclosedDate("May 2019", Span((2019, 5), (2019, 5)))


def event(number: int, **more: object) -> DisclosedEvent:
    told = DisclosedEvent(number, "protest", "Protest", MAY, "Linhai County", sources=(DisclosedSource("witness"),))
    return replace(told, **more)  # type: ignore[arg-type]


def telling(*account: str, facts: tuple[Fact, ...] = ()) -> Disclosed:
    return replace(EMPTY, events=(event(1, account=account, facts=facts),))


def knowing(stands_as: str, description: str, risk: str | None) -> Disclosed:
    return replace(EMPTY, people=(DisclosedPerson(stands_as, False, ("relative",), (description,), risk),))


def read(rendered: Rendered) -> str:
    pages = pypdfium2.PdfDocument(rendered.data)
    return "".join("".join(page.get_textpage().get_text_range() for page in pages).split())


def stays_inside(rendered: Rendered) -> bool:
    for page in pypdfium2.PdfDocument(rendered.data):
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, low, right, high = text.get_charbox(index)
            if right > left and not (left >= PAPER and right <= width - PAPER and low >= PAPER and high <= height - PAPER):
                return False
    return True


HOSTILE = {
    "account": telling(ENDLESS),
    "fact": telling("Short.", facts=(Fact("Label", ENDLESS),)),
    "label": telling(facts=(Fact(ENDLESS, "value"),)),
    "label beside an account": telling("Short.", facts=(Fact(ENDLESS, ENDLESS),)),
    "substitute": knowing(ENDLESS, "a brother", None),
    "person": knowing("[Brother]", ENDLESS, "At risk."),
    "risk": knowing("[Brother]", "a brother", ENDLESS),
    "all of a person": knowing(ENDLESS, ENDLESS, ENDLESS),
    "place of an event": replace(EMPTY, events=(event(1, place=ENDLESS, account=("Told.",)),)),
    "date of an event": replace(EMPTY, events=(event(1, date=DisclosedDate(ENDLESS, MAY.span), account=("Told.",)),)),
    "source of an event": replace(EMPTY, events=(event(1, sources=(DisclosedSource("witness", ENDLESS),)),)),
    "part of an event": replace(EMPTY, events=(event(1, people=((ENDLESS, "victim"),)),)),
    "place under a code": replace(EMPTY, places=(DisclosedPlace("[Village 1]", ENDLESS), DisclosedPlace("[Village 2]", "x"))),
    "organization": replace(EMPTY, organizations=(DisclosedOrganization(ENDLESS, False, "police", "China"),)),
    "lane": replace(EMPTY, events=(event(1, label=ENDLESS),)),
    "recipient": replace(EMPTY, recipient=ENDLESS),
}


@pytest.mark.parametrize("where", sorted(HOSTILE))
def test_a_word_of_5000_letters_is_broken_over_lines_and_pages(where: str) -> None:
    rendered = render(HOSTILE[where])
    assert read(rendered).count("x") >= len(ENDLESS)
    assert stays_inside(rendered)


def test_a_fact_taller_than_a_page_runs_over() -> None:
    rendered = render(telling("Short.", facts=(Fact("Conditions", "One room and no window. " * 400),)))
    assert rendered.pages > 2
    assert read(rendered).count("window.") == 400


def test_a_paragraph_of_testimony_taller_than_a_page_runs_over() -> None:
    told = DisclosedTestimony(1, "[Witness]", "en", "confirmed", None, None, (DisclosedParagraph(1, "I waited. " * 1500),))
    assert read(render(replace(EMPTY, testimonies=(told,)))).count("waited.") == 1500


@pytest.mark.parametrize("kinds", [1, 13, 40, 70])
def test_a_timeline_of_many_types_fits_its_pages(kinds: int) -> None:
    events = tuple(event(number, lane=f"type {number % kinds}") for number in range(1, 101))
    rendered = render(replace(EMPTY, events=events))
    assert sum(text.count("a witness says so") for text in rendered.expected) == 1
    assert stays_inside(rendered)


def test_a_testimony_begins_beside_its_heading() -> None:
    paragraphs = tuple(DisclosedParagraph(n, f"Paragraph {n}. " + "I waited. " * 20) for n in range(1, 4))
    told = DisclosedTestimony(1, "[Witness]", "en", "confirmed", None, None, paragraphs)
    for people in range(40):
        known = tuple(DisclosedPerson(f"[Friend {n}]", False, ("friend",)) for n in range(people))
        pages = render(replace(EMPTY, people=known, testimonies=(told,))).expected
        (page,) = [text for text in pages if "Testimony of [Witness]" in text]
        assert "Testimony 1" in page
        assert "Paragraph 1." in page


def test_a_timeline_shares_the_page_with_what_stands_before_it() -> None:
    people = tuple(DisclosedPerson(f"[Friend {n}]", False, ("friend",)) for n in range(9))
    told = tuple(event(n, lane=f"kind-{n % 24}", label=f"Kind {n % 24}") for n in range(1, 49))
    pages = render(replace(EMPTY, people=people, events=told)).expected
    at = next(number for number, text in enumerate(pages) if "Timeline\n" in text)
    begun = [pages[at].split("Timeline\n")[1], pages[at + 1].split("Event ")[0].rsplit("\n", 2)[0]]
    drawn = [re.findall(r"^Kind \d+$", text, re.MULTILINE) for text in begun]
    assert [label for labels in drawn for label in labels] == [f"Kind {n % 24}" for n in range(1, 25)]
    assert min(map(len, drawn)) > 4


def test_no_heading_stands_at_the_foot_of_a_page() -> None:
    titles = (
        "People",
        "Places under a code",
        "Organizations",
        "Chronology",
        "List of exhibits",
        "Consent",
        "Testimony 1",
        "Abstract",
        "Protest",
        "Own-type",
    )
    for count in range(4, 40, 3):
        first = event(1, account=("They came again.",) * count)
        for text in render(replace(RICH, events=(first, *RICH.events[1:]))).expected[:-1]:
            last = text.split("\n")[-1]
            assert last not in titles
            assert last not in ("How certain", "continued", "disputed", "corroboration", "held")
            assert not re.fullmatch(r"\(\d+\)|Event \d+:?|May 2019", last)


@pytest.mark.parametrize("text", ["one line\nanother", "一行\n另一行", "“one”\ntwo"], ids=["latin", "chinese", "quotes"])
def test_a_line_end_in_a_text_ends_the_line(text: str) -> None:
    first, second = text.split("\n")
    assert (first, second) in pairwise("\n".join(render(telling(text)).expected).split("\n"))


def test_markup_is_shown_as_it_stands() -> None:
    hostile = "<b>bold</b> <para> &amp; {who} %s </font> <img src='x'/> {0}"
    found = read(render(telling(hostile, facts=(Fact("{n} <i>", hostile),))))
    assert found.count("".join(hostile.split())) == 2


def test_every_page_says_which_of_how_many_it_is() -> None:
    rendered = render(telling(*["They came again. " * 40] * 12))
    assert rendered.pages > 2
    for number, text in enumerate(rendered.expected, 1):
        assert f"Page {number} of {rendered.pages}" in text
        assert f"Page {number} of {rendered.pages}" in rendered.fixed_phrases


@pytest.mark.parametrize("view", [RICH, EMPTY, telling(ENDLESS)], ids=["rich", "empty", "endless"])
def test_the_release_check_passes_what_was_drawn(view: Disclosed) -> None:
    rendered = render(view)
    expected = Expected(rendered.expected, frozenset(rendered.images))
    assert check(rendered.data, Protected((), rendered.fixed_phrases), "x.pdf", is_common, expected) == ()


def test_the_outline_holds_fixed_words_only() -> None:
    with pikepdf.open(BytesIO(render(RICH).data)) as pdf, pdf.open_outline() as outline:
        titles = {item.title for item in outline.root}
    assert {"People", "Chronology", "Timeline", "Testimony 1", "What is withheld, and by which rule"} <= titles
    assert not any("[" in title for title in titles)


def test_the_metadata_tells_no_time_user_or_machine() -> None:
    with pikepdf.open(BytesIO(render(RICH).data)) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
    assert info["/Title"] == "Summary of testimony and events"
    assert {info.get("/Author", ""), info.get("/Subject", ""), info.get("/Keywords", "")} == {""}
    assert all(info[key].startswith("D:2000") for key in ("/CreationDate", "/ModDate") if key in info)


def test_an_empty_view_is_a_report_without_sections_of_the_case() -> None:
    text = "\n".join(render(EMPTY).expected)
    assert "Pseudonymised, not anonymous." in text
    assert not any(title in text for title in ("People", "Chronology", "Timeline", "List of exhibits", "None"))


def test_the_period_covered_is_that_of_the_disclosed_dates() -> None:
    spans = (Span((2020,), (2020,)), Span((2019, 5, 2), (2020, 3)))
    events = tuple(event(n, date=DisclosedDate("x", span)) for n, span in enumerate(spans, 1))
    assert "from 2 May 2019 to 2020" in " ".join(" ".join(render(replace(EMPTY, events=events)).expected).split())


def last_lines(view: Disclosed) -> tuple[int, int]:
    rendered = render(view)
    return rendered.pages, rendered.expected[-1].count("\n")


def test_pages_run_a_line_longer_where_that_spares_a_last_page_of_a_few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    told = DisclosedTestimony(1, "[Witness]", "en", "confirmed", None, None, ())
    spared = 0
    for count in (36, 37, 38, 39, 48):
        paragraphs = tuple(DisclosedParagraph(n, "I waited. " * 25 * (1 + n % 4)) for n in range(1, count))
        view = replace(EMPTY, testimonies=(replace(told, paragraphs=paragraphs),))
        monkeypatch.setattr("app.report.render._LONGER", (0.0,))
        plain = last_lines(view)
        monkeypatch.undo()
        made = last_lines(view)
        assert made[0] <= plain[0]
        spared += made[0] < plain[0]
        assert made == plain or made[0] < plain[0]
    assert spared


def test_a_name_that_may_be_shown_never_breaks_over_a_line() -> None:
    names = ("Yaqiu Wang", "Shen Guoheng")
    people = tuple(DisclosedPerson(name, True, ("expert",)) for name in names)
    sources = tuple(DisclosedSource("expert", name, f"{month} July 2021") for month in range(1, 9) for name in names)
    events = tuple(event(n, sources=sources[: n % 15], account=(" ".join(("word",) * n + names),)) for n in range(1, 60))
    lines = [line for text in render(replace(EMPTY, people=people, events=events)).expected for line in text.split("\n")]
    for name in names:
        first, last = name.split()
        assert not any(line.rstrip().endswith(f" {first}") for line in lines)
        assert not any(line.startswith(f"{last} ") or line == last for line in lines)


def test_drawing_tells_of_every_page_and_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []
    view = telling(*["They came again. " * 40] * 40)
    pages = render(view, tick=lambda done, total: told.append((done, total))).pages
    assert [done for done, total in told if total == pages] == list(range(1, pages + 1))
    assert any(total == 0 for _, total in told)  # while pages are counted

    class Stop(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if total and done == 2:
            raise Stop

    with pytest.raises(Stop):
        render(view, tick=stop)


def test_who_is_called_by_their_part_is_not_called_so_twice() -> None:
    sources = (DisclosedSource("relative", "a relative in China"), DisclosedSource("lawyer", "[Lawyer 1]"))
    text = " ".join("\n".join(render(replace(EMPTY, events=(event(1, sources=sources),))).expected).split())
    assert "As a relative in China says; as [Lawyer 1] says." in text
    named = replace(EMPTY, events=(event(1, sources=(DisclosedSource("lawyer", "John Sandweg"),)),))
    assert "As John Sandweg, a lawyer, says." in " ".join("\n".join(render(named).expected).split())
