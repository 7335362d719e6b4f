"""What each question of consent says on a day, which answer is in force, what opens a copy, and what taking back leaves."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from app.domain.case import Case, CaseInfo, Consent, Event, Name, Person, Risk
from app.domain.vocabulary import PURPOSES, RECIPIENTS
from app.services import consenting, withdrawing
from app.services.consenting import ASK_AGAIN, DOES_NOT_APPLY, EXPIRED, GRANTED, NOT_ASKED, REFUSED, WITHDRAWN
from app.services.history import Disclosed
from app.services.withdrawing import Withdrawal
from tests.working import said

TODAY = date(2021, 8, 1)
PRESS = Consent("c1", "p1", "press", "press", "pseudonym", "2021-07-02")
CASE = Case(
    CaseInfo("LARCH"),
    people=(
        Person("p3", (Name("Lu Anran"),), ("interpreter",)),
        Person("p2", (Name("Han Kelan"),), ("relative",), at_risk=(Risk(None, "threatened"),)),
        Person("p1", (Name("Han Keyu"),), ("witness",)),
    ),
    events=(Event("e1", "detention"), Event("e2", "flight")),
    testimonies=(replace(said("They held me."), status="confirmed"),),
)


def with_consents(*consents: Consent) -> Case:
    return replace(CASE, consents=consents)


def press(*consents: Consent, on: date = TODAY) -> consenting.Answer:
    return consenting.answer(with_consents(*consents), "p1", "press", "press", on)


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, GRANTED),
        ({"identity": "none"}, REFUSED),
        ({"withdrawn_on": "2021-07-20"}, WITHDRAWN),
        ({"expires": "2021-07"}, EXPIRED),
        ({"expires": "2021-08"}, GRANTED),
        ({"expires": "2021-08-01"}, GRANTED),
        ({"expires": "2021-07-31"}, EXPIRED),
        ({"ask_again_on": "2021-08-01"}, ASK_AGAIN),
        ({"ask_again_on": "2021-08-02"}, GRANTED),
        ({"ask_again_on": "2021-07-02", "expires": "2021-07-30"}, EXPIRED),
    ],
)
def test_an_answer_says_how_it_stands_on_the_day(change, state) -> None:
    assert press(replace(PRESS, **change)).state == state


def test_silence_is_not_a_refusal_and_some_questions_do_not_apply() -> None:
    assert press().state == NOT_ASKED
    assert consenting.answer(CASE, "p1", "press", "counsel", TODAY).state == DOES_NOT_APPLY
    assert consenting.answer(with_consents(PRESS), "p2", "press", "press", TODAY).state == NOT_ASKED


def test_the_latest_answer_is_in_force_and_the_earlier_one_stays_on_record() -> None:
    refused = replace(PRESS, id="c2", identity="none", given_on="2021-07-20")
    found = press(refused, PRESS)
    assert (found.state, found.consent, found.earlier) == (REFUSED, refused, (PRESS,))


def test_of_one_day_what_takes_back_stands_over_what_grants() -> None:
    refused = replace(PRESS, id="c2", identity="none")
    assert press(refused, PRESS).state == REFUSED


def test_what_stands_in_the_matrix_is_what_the_gate_of_the_exports_says() -> None:
    """Every pair of answers to the question of the press: a cell that says granted opens the copy, no other does."""
    kinds = [
        {},
        {"identity": "none"},
        {"withdrawn_on": "2021-07-25"},
        {"given_on": "2021-07-10"},
        {"given_on": "2021-07-10", "identity": "none"},
        {"identity": "aggregate", "given_on": "2021-07-12"},
    ]
    for one, other in itertools.product(kinds, kinds):
        consents = (replace(PRESS, **one), replace(PRESS, id="c2", **other))
        shown = press(*consents)
        suffices = shown.state == GRANTED and shown.identity in ("named", "pseudonym")
        gate = next(g for g in consenting.gates(with_consents(*consents), TODAY) if g.profile == "public")
        assert gate.open == suffices, (one, other)


def test_a_purpose_is_asked_of_the_recipients_it_applies_to_and_of_those_on_record() -> None:
    odd = replace(PRESS, recipient="counsel", identity="none")
    row = next(r for r in consenting.matrix(with_consents(odd), "p1", TODAY) if r.purpose == "press")
    states = {cell.column: cell.state for cell in row.cells}
    assert states[("counsel",)] == REFUSED
    assert states[("press",)] == NOT_ASKED
    assert states[("court", "asylum-authority")] == DOES_NOT_APPLY


def test_a_cell_of_two_recipients_says_nothing_shared_where_they_differ() -> None:
    ngo = Consent("c1", "p1", "advocacy", "ngo", "pseudonym", "2021-07-02")
    row = next(r for r in consenting.matrix(with_consents(ngo), "p1", TODAY) if r.purpose == "advocacy")
    cell = next(c for c in row.cells if c.column == ("ngo", "un"))
    assert cell.state == ""
    assert [one.state for one in cell.answers] == [GRANTED, NOT_ASKED]


def test_every_purpose_and_recipient_stands_in_the_matrix_or_belongs_to_the_talk() -> None:
    assert set(consenting.ROWS) | set(consenting.TALK) == set(PURPOSES) == set(consenting.APPLIES)
    assert [r for column in consenting.COLUMNS for r in column] and {r for c in consenting.COLUMNS for r in c} == set(
        RECIPIENTS
    )


def test_the_talk_has_no_recipients_to_choose() -> None:
    assert consenting.pairs(["audio", "press"], ["press", "un"]) == (("audio", "counsel"), ("press", "press"))
    assert ("press", "un") in consenting.pairs(["press"], ["press", "un"], unusual=True)


def test_the_witness_is_asked_first_then_who_is_at_risk() -> None:
    assert [one.id for one in consenting.people(CASE)] == ["p1", "p2", "p3"]
    assert [one.id for one in consenting.concerned(CASE)] == ["p1", "p2"]


def test_each_copy_says_what_it_still_needs() -> None:
    counsel = Consent("c1", "p1", "legal-representation", "counsel", "counsel-only", "2021-07-02")
    found = {gate.profile: gate for gate in consenting.gates(with_consents(counsel), TODAY)}
    assert found["counsel"].open
    assert found["public"].gaps == (("p1", "missing"),)
    assert found["public"].rests_on == (("press", "press"),)
    assert consenting.opens("legal-representation", "counsel") == ("counsel",)


# --- taking back ---


def test_a_grant_taken_back_keeps_its_words_and_says_when_it_ended() -> None:
    held = replace(PRESS, understanding="Not who I am.")
    told = Withdrawal("2021-08-01", "changed his mind", "yes")
    ((kind, ended),) = withdrawing.withdrawn(with_consents(held), [held], told, lambda kind: "c9")
    assert (kind, ended) == (
        "consents",
        replace(held, withdrawn_on="2021-08-01", withdrawal_note="changed his mind", recall_tried="yes"),
    )


def test_what_is_left_of_a_grant_taken_back_in_part_is_a_grant_of_its_own_and_copies_stop() -> None:
    saved = withdrawing.withdrawn(with_consents(PRESS), [PRESS], Withdrawal("2021-08-01", only=("e1",)), lambda kind: "c9")
    ended, left = (consent for _, consent in saved)
    assert left == replace(PRESS, id="c9", given_on="2021-08-01", scope=("e2", "t1"))
    after = with_consents(ended, left)
    assert consenting.answer(after, "p1", "press", "press", TODAY).state == WITHDRAWN
    assert not next(g for g in consenting.gates(after, TODAY) if g.profile == "public").open
    assert consenting.grants(after, "p1", "press", "press") == (left,)


def test_a_refusal_is_nothing_that_could_be_taken_back() -> None:
    refused = replace(PRESS, id="c2", identity="none", given_on="2021-07-20")
    assert consenting.standing(with_consents(PRESS), "p1", TODAY)[0].consent == PRESS
    assert consenting.standing(with_consents(PRESS, refused), "p1", TODAY) == ()


def sent(profile: str, what: str = "disclosure", time: str = "2021-07-10T10:00:00Z", **more: object) -> Disclosed:
    return Disclosed(7, time, "Ann", what, profile, **more)  # type: ignore[arg-type]


def test_who_has_it_already_is_whoever_got_a_copy_for_that_recipient_or_the_whole_case() -> None:
    rows = (sent("public"), sent("counsel"), sent("", "exported-sealed"))
    assert withdrawing.gone_out(CASE, "p1", ["press"], rows) == (rows[0], rows[2])
    assert withdrawing.gone_out(CASE, "p3", ["press"], rows) == (rows[2],)


def test_what_went_out_before_the_grant_did_not_rest_on_it() -> None:
    row = sent("public", time="2021-07-01T10:00:00Z")
    assert withdrawing.gone_out(CASE, "p1", ["press"], [row], since="2021-07-02") == ()
    assert withdrawing.gone_out(CASE, "p1", ["press"], [row]) == (row,)


def test_a_row_whose_words_were_erased_may_have_gone_to_anybody() -> None:
    row = sent("", erased=True)
    assert withdrawing.gone_out(CASE, "p3", ["un"], [row]) == (row,)
