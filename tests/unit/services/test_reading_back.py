"""Reading a testimony back: what each decision leaves, what a correction keeps, when the text is fixed and when signed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import case as domain
from app.domain.case import Amendment, Interview, PersonPart, Readback, ReadParagraph
from app.domain.paragraphs import paragraph_spans, paragraphs
from app.services import reading_back
from app.services.reading_back import CONFIRMED, CORRECTED, NOT_REREAD, Tally
from app.services.testimony import amended
from tests.working import said

TEXT = "I was at home.\n\nThey came at night.\n\nI said nothing."
PRESENT = (PersonPart("p1", "witness"), PersonPart("p7", "advocate"))
BEGUN = replace(said(TEXT), readback=Readback("2021-07-09", "zh-Hans", "p8"), interview=Interview(present=PRESENT))
TEXTS = st.text(st.sampled_from("ab \n\r\t\u2029།。ئ")).map(lambda text: text + "x")


def all_read(testimony: domain.Testimony = BEGUN, result: str = CONFIRMED) -> domain.Testimony:
    for number in range(1, len(paragraphs(testimony.text)) + 1):
        testimony = reading_back.decided(testimony, number, result)
    return testimony


def correct(testimony: domain.Testimony, number: int, wording: str, **more: str | None) -> domain.Testimony:
    return reading_back.corrected(testimony, number, wording, on="2021-07-09", by="p7", why="the hour", **more)


@given(TEXTS)
def test_a_paragraph_is_found_where_it_stands(text: str) -> None:
    assert [text[start:end] for start, end in paragraph_spans(text)] == paragraphs(text)


@given(TEXTS, st.data())
def test_a_correction_changes_one_paragraph_and_nothing_else(text: str, data: st.DataObject) -> None:
    held = replace(BEGUN, text=text)
    number = data.draw(st.integers(1, len(paragraphs(text))))
    after = correct(held, number, data.draw(TEXTS))
    now = paragraphs(after.text)
    assert len(now) == len(paragraphs(text)), "one paragraph stays one"
    assert now[: number - 1] + now[number:] == paragraphs(text)[: number - 1] + paragraphs(text)[number:]
    start, end = paragraph_spans(text)[number - 1]
    assert after.text.startswith(text[:start])
    assert after.text.endswith(text[end:])


def test_a_decision_is_kept_under_its_number_and_can_be_changed() -> None:
    held = reading_back.decided(reading_back.decided(BEGUN, 2, CONFIRMED), 1, NOT_REREAD)
    assert reading_back.results(held) == {1: NOT_REREAD, 2: CONFIRMED}
    assert held.status != "read-back", "the third is open"
    assert reading_back.results(reading_back.decided(held, 1, CONFIRMED)) == {1: CONFIRMED, 2: CONFIRMED}
    assert reading_back.decided(held, 2, CONFIRMED) is held


def test_when_all_is_read_it_is_fixed_and_stays_so() -> None:
    held = all_read()
    assert held.status == "read-back"
    anew = reading_back.begun(held, on="2021-07-20", language="zh-Hans", interpreter=None, anew=True)
    assert (anew.status, reading_back.results(anew)) == ("read-back", {}), "never a draft again"
    assert reading_back.tally([anew]).open == (1, 2, 3)


def test_a_correction_keeps_who_when_why_and_the_earlier_wording() -> None:
    held = correct(reading_back.decided(BEGUN, 1, CONFIRMED), 2, " They came at midnight. ")
    assert held.text == TEXT.replace("night", "midnight")
    assert held.amendments == (Amendment(2, "2021-07-09", "p7", "the hour", "They came at night."),)
    assert reading_back.results(held) == {1: CONFIRMED, 2: CORRECTED}
    assert held.status is None
    assert correct(held, 2, "They came at midnight.") is held, "where no word changed nothing does"
    with pytest.raises(ValueError, match="wording"):
        correct(held, 2, " \n ")


def test_a_correction_of_what_was_signed_takes_the_signature_back() -> None:
    held = reading_back.signed(all_read(), on="2021-07-09")
    assert (held.status, held.signed_on) == ("confirmed", "2021-07-09")
    after = correct(held, 3, "I said no.")
    assert (after.status, after.signed_on) == ("read-back", None)
    assert reading_back.signed(after, on="2021-07-10").signed_on == "2021-07-10"
    assert reading_back.decided(held, 3, CONFIRMED) is held
    assert reading_back.decided(held, 3, NOT_REREAD).status == "read-back"


def test_a_text_beside_is_amended_and_not_read_back_in_its_new_words() -> None:
    after = correct(all_read(), 2, "They came.", result=None)
    assert reading_back.results(after) == {1: CONFIRMED, 3: CONFIRMED}
    never = correct(said(TEXT), 2, "They came.", result=None)
    assert (never.readback, never.status, len(never.amendments)) == (None, None, 1)


def test_nothing_is_signed_before_each_paragraph_has_its_result() -> None:
    for held in (BEGUN, reading_back.decided(BEGUN, 1, CONFIRMED), replace(BEGUN, text="")):
        with pytest.raises(ValueError, match="result"):
            reading_back.signed(held, on="2021-07-09")
    assert reading_back.signed(all_read(result=NOT_REREAD), on="2021-07-09").status == "confirmed"


def test_two_texts_are_counted_by_what_is_least_confirmed() -> None:
    one = reading_back.decided(reading_back.decided(BEGUN, 1, CONFIRMED), 2, CORRECTED)
    other = reading_back.decided(reading_back.decided(reading_back.decided(BEGUN, 1, NOT_REREAD), 2, CONFIRMED), 3, CONFIRMED)
    assert reading_back.tally([one, other]) == Tally((), (2,), (1,), (3,))
    assert reading_back.tally([one, other]).count == 3


def test_results_beyond_the_text_do_not_count() -> None:
    held = replace(BEGUN, readback=Readback(paragraphs=(ReadParagraph(9, CONFIRMED), ReadParagraph(None, None))))
    assert reading_back.results(held) == {}


def test_the_other_language_stands_by_number_or_as_far_into_the_whole() -> None:
    assert [reading_back.counterpart("abc", "xyz", number) for number in (1, 2, 3)] == [1, 2, 3]
    assert reading_back.counterpart(["a"], [], 1) == 0
    assert [reading_back.counterpart(["aa", "bb", "cc", "dd"], ["A", "B"], n) for n in (1, 2, 3, 4)] == [1, 1, 2, 2]


@given(st.lists(st.text("ab", min_size=1), min_size=1), st.lists(st.text("ab", min_size=1), min_size=1))
def test_the_other_language_never_goes_back(here: list[str], there: list[str]) -> None:
    found = [reading_back.counterpart(here, there, number) for number in range(1, len(here) + 1)]
    assert found == sorted(found)
    assert all(1 <= one <= len(there) for one in found)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["decide", "correct", "beside", "anew", "sign", "amend", "go on"]),
        st.integers(0, 9),
        st.sampled_from([CONFIRMED, NOT_REREAD, CORRECTED]),
        TEXTS,
    ),
    max_size=12,
)


@given(TEXTS, STEPS)
def test_whatever_is_done_nothing_said_is_lost_and_what_was_fixed_stays_fixed(text: str, steps: list) -> None:
    held, fixed = replace(BEGUN, text=text, readback=None), False
    for what, at, result, words in steps:
        count = len(paragraphs(held.text))
        number, before = at % count + 1, held
        if what == "decide":
            held = reading_back.decided(held, number, result)
        elif what in ("correct", "beside"):
            held = correct(held, number, words, result=CORRECTED if what == "correct" else None)
        elif what == "anew":
            held = reading_back.begun(held, on="2021-07-20", language=None, interpreter=None, anew=True)
        elif what == "go on":
            held = reading_back.begun(held, on="2021-07-21", language="yue", interpreter=None)
            assert reading_back.results(held) == reading_back.results(before)
        elif what == "amend" and held.status in ("read-back", "confirmed"):
            held = amended(held, held.text + "\n\n" + words, on="2021-07-22", by=None, why="more")
        elif what == "sign" and not reading_back.tally([held]).open:
            held = reading_back.signed(held, on="2021-07-22")
        found = reading_back.tally([held])
        assert found.count == len(paragraphs(held.text))
        assert set(reading_back.results(held)) <= set(range(1, found.count + 1))
        fixed = fixed or held.status in ("read-back", "confirmed")
        assert not fixed or held.status in ("read-back", "confirmed")
        assert fixed or found.open, "when all is read it is fixed"
        assert held.status != "confirmed" or not found.open
        assert (held.signed_on is None) == (held.status != "confirmed")
        kept = {note.earlier for note in held.amendments}
        lost = [old for old, new in zip(paragraphs(before.text), paragraphs(held.text), strict=False) if old != new]
        assert set(lost) <= kept, "the earlier wording stays"
