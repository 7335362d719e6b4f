"""Signs of who speaks, in every language that the program knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.speakers import ASKED, SAID, sign_of, speaker, turned, without_sign

LANGUAGES = ["en", "zh-Hans", "zh-Hant", "yue", "ug", "ug-Latn", "bo", "fa", "ru", "be", "kk", "zh-Latn"]


def turn(paragraph: str, lang: str) -> str:
    start, end, sign = turned(paragraph, lang)
    return paragraph[:start] + sign + paragraph[end:]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_knows_its_own_signs(lang: str) -> None:
    for who in (ASKED, SAID):
        assert speaker(f"{sign_of(who, lang)}words") == who
        assert speaker(f"[14:05] {sign_of(who, lang)}words") == who


@pytest.mark.parametrize("text", ["", "words", "A man came.", "Quiet: he said", "[14:05] words", "Answer: yes"])
def test_other_words_are_nobodys(text: str) -> None:
    assert speaker(text) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_turning_twice_leads_back_and_the_times_stay(lang: str) -> None:
    asked = turn("[14:05] words", lang)
    assert (speaker(asked), asked.startswith("[14:05] ")) == (ASKED, True)
    said = turn(asked, lang)
    assert speaker(said) == SAID
    assert turn(said, lang) == asked


@given(st.text(max_size=40), st.sampled_from(LANGUAGES))
def test_turning_adds_and_takes_away_signs_only(text: str, lang: str) -> None:
    once = turn(text, lang)
    assert speaker(once) == (SAID if speaker(text) == ASKED else ASKED)
    assert turn(turn(once, lang), lang) == once


def test_a_paragraph_without_its_times_and_sign() -> None:
    for text in ("[14:05] Q: Who?", "Q: Who?", "[14:05] Who?", "Who?"):
        assert without_sign(text) == "Who?"
    assert without_sign("问：谁？") == "谁？"
