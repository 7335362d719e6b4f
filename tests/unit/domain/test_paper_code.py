"""Codes of sheets, and the letters on them: no slip of the pen makes another code, no word is taken for a letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.paper_code import SIGNS, new_code, read_code
from app.domain.paper_letters import LETTERS, entered, used

CODES = st.builds(lambda _: new_code(), st.integers(0, 9))
PLACES = st.integers(0, 6)


def test_a_code_is_read_however_it_is_typed() -> None:
    code = new_code()
    for typed in (code, code.lower(), code.replace("-", ""), f" {code.replace('-', '–')} ", " ".join(code)):
        assert read_code(typed) == code
    assert read_code("") is read_code("CODE") is read_code(f"{code}C") is None


def test_no_vowel_is_in_it_and_nothing_that_is_mistaken_in_handwriting() -> None:
    assert not set(SIGNS) & set("AEIOUYLSZB01258")
    assert len({new_code() for _ in range(200)}) == 200


@given(code=CODES, at=PLACES, sign=st.sampled_from(SIGNS))
def test_one_wrong_sign_is_found(code: str, at: int, sign: str) -> None:
    signs = code.replace("-", "")
    wrong = signs[:at] + sign + signs[at + 1 :]
    assert read_code(wrong) == (code if wrong == signs else None)


@given(code=CODES, one=PLACES, other=PLACES)
def test_two_signs_exchanged_are_found(code: str, one: int, other: int) -> None:
    signs = list(code.replace("-", ""))
    signs[one], signs[other] = signs[other], signs[one]
    wrong = "".join(signs)
    assert read_code(wrong) == (code if wrong == code.replace("-", "") else None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("B told C, and [D] heard. B. again", "BCD"),
        ("A man and I saw it. Q: Who? A: He.", ""),
        ("The U.S. officer, a CD, B2, Bob, vitaminC", ""),
        ("我和B一起去找[C]。", "BC"),
        ("[ B ] “C”", "BC"),
        ("b and [c]", ""),
    ],
)
def test_which_letters_stand_in_a_text(text: str, found: str) -> None:
    assert "".join(used(text)) == found


def test_names_take_the_place_of_letters_and_the_rest_stays() -> None:
    text, counts = entered("B told [C]. B left; D did not. U.S.", {"B": "Han Kelan", "C": "韩"})
    assert text == "Han Kelan told 韩. Han Kelan left; D did not. U.S."
    assert counts == {"B": 2, "C": 1}


@given(text=st.text(st.sampled_from(LETTERS + "AIQ []. 我x"), max_size=60))
def test_a_letter_without_a_name_changes_nothing_and_one_with_a_name_is_gone(text: str) -> None:
    assert entered(text, {}) == (text, {})
    done, _ = entered(text, dict.fromkeys(LETTERS, "某人"))
    assert used(done) == ()
