"""Amounts, sizes and lengths of time are told by ``affiant detect``, and no export asks about them."""

from __future__ import annotations

import time

import pytest

from app.redaction.detect_measures import AMOUNT
from app.redaction.detectors import detect, detect_names
from app.redaction.patterns import find_patterns

MEASURES = [
    ("He paid 54,525,000 Turkish Liras (TRL) then", ["54,525,000 Turkish Liras (TRL)"]),
    ("a bail of 100,000 Polish zlotys (PLN) [approx. 25,500 euros (EUR)], paid", ["100,000 Polish zlotys (PLN) [approx. 25,500 euros (EUR)]"]),
    ("a fine of five hundred euros", ["five hundred euros"]),
    ("some 400 yuan", ["some 400 yuan"]),
    ("PLN 552.21 monthly", ["PLN 552.21"]),
    ("between 50% and 79% of it", ["50% and 79%"]),
    ("it was 26 km/h too fast", ["26 km/h"]),
    ("held for thirty days there", ["thirty days"]),
    ("two and a half years' imprisonment", ["two and a half years'"]),
    ("three years and nine months’ imprisonment", ["three years and nine months’"]),
    ("a two-year contract", ["two-year"]),
    ("all fifty-five hearings took place", ["fifty-five hearings"]),
    ("with sixteen other prisoners", ["sixteen other prisoners"]),
    ("我付了三千元。", ["三千元"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEASURES)
def test_a_measure_is_told_whole(text: str, expected: list[str]) -> None:
    assert [text[f.start : f.end] for f in detect(text, "en", guess=False) if f.what == AMOUNT] == expected


@pytest.mark.parametrize("text", [text for text, _ in MEASURES])
def test_no_export_asks_about_a_measure(text: str) -> None:
    asked = [*detect_names(text, "en"), *find_patterns(text, "en")]
    assert all(found.what != AMOUNT for found in asked)


def test_a_body_is_told_by_its_abbreviation() -> None:
    text = "He wrote to the regional health fund (“the RHF”) again."
    found = [text[f.start : f.end] for f in detect(text, "en", guess=False)]
    assert "regional health fund" in found


def test_two_halves_of_a_foreign_name_are_one() -> None:
    text = "before the Sąd Rejonowy w Lubaniu again"
    assert [text[f.start : f.end] for f in detect(text, "en", guess=False)] == ["Sąd Rejonowy w Lubaniu"]


def test_days_told_in_one_breath_are_one() -> None:
    text = "It sat on 16 January, 20 March and 8 September 2003."
    assert [text[f.start : f.end] for f in detect(text, "en", guess=False)] == ["on 16 January, 20 March and 8 September 2003"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the plots nos. 260, 268, 119/5 and 425.", "plots nos. 260, 268, 119/5 and 425"),
        ("on plot no. 937 of block C there", "plot no. 937 of block C"),
        ("see sheet/plan 33/21.2.3;", "sheet/plan 33/21.2.3"),
    ],
)
def test_a_piece_of_land_is_an_identifier_and_goes_whole(text: str, expected: str) -> None:
    assert [text[f.start : f.end] for f in find_patterns(text, "en") if f.sure] == [expected]


@pytest.mark.parametrize(
    "text",
    ["We lost the plot. 30 people left.", "He drew lots and won.", "a lot of 3 men", "I won the marks", "two of them came"],
)
def test_ordinary_words_are_no_measure(text: str) -> None:
    assert detect(text, "en", guess=False) == []


@pytest.mark.parametrize(
    "unit",
    ["one ", "1-1 ", "1,1", "一", "one day and ", "other ", "$1 ", "EUR 1 (EUR ", "plot no. 1, ", "two ones ", "the a (AB) "],
)
def test_the_cost_grows_with_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        begun = time.process_time()
        detect((unit * size)[:size], None)
        return time.process_time() - begun

    cost(100)
    assert cost(16000) < 12 * cost(4000) + 0.05
