"""The clock of an interview, who is present, what was agreed to: pure, and kept in the record alone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.case import Case, CaseInfo, Consent, Interview, Name, Pause, Person, PersonPart
from app.services import consenting, interview
from app.services.interview import ENDED, NOT_BEGUN, PAUSED, RUNNING, clock, pressed, stopped

DAY = dt.date(2021, 7, 9)


def at(hour: int, minute: int, day: dt.date = DAY) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute))


def test_the_clock_leaves_out_the_pauses() -> None:
    held = pressed(None, at(13, 45))
    assert (held.date, held.start, clock(held, at(13, 45)).state) == ("2021-07-09", "13:45", RUNNING)
    held = pressed(held, at(14, 0))
    assert clock(held, at(14, 30)) == interview.Clock(PAUSED, "13:45", 15)
    held = pressed(held, at(14, 40))
    assert clock(held, at(15, 0)) == interview.Clock(RUNNING, "13:45", 35)
    held = stopped(held, at(15, 5))
    assert clock(held, at(18, 0)) == interview.Clock(ENDED, "13:45", 40)
    assert held.pauses == (Pause("14:00", "14:40"),)


def test_what_ended_in_a_pause_ended_when_the_pause_began() -> None:
    held = stopped(pressed(pressed(None, at(10, 0)), at(10, 30)), at(12, 0))
    assert (held.end, held.pauses) == ("10:30", ())


def test_what_had_ended_goes_on_after_a_pause() -> None:
    held = pressed(stopped(pressed(None, at(10, 0)), at(11, 0)), at(11, 20))
    assert (held.end, held.pauses) == (None, (Pause("11:00", "11:20"),))
    assert clock(held, at(11, 30)).minutes == 70


def test_it_goes_on_over_midnight_and_no_further() -> None:
    held = pressed(None, at(23, 30))
    after = at(0, 15, DAY + dt.timedelta(days=1))
    assert clock(held, after) == interview.Clock(RUNNING, "23:30", 45)
    assert stopped(held, after).end == "00:15"
    assert clock(held, at(9, 0, DAY + dt.timedelta(days=3))).state == interview.EARLIER


@pytest.mark.parametrize("start", ["in the morning", "25:00", "9", ""])
def test_a_time_that_is_none_begins_nothing(start: str) -> None:
    assert clock(Interview(date="2021-07-09", start=start), at(12, 0)).state == NOT_BEGUN


def test_an_interview_of_another_day_is_left_as_it_is() -> None:
    held = Interview(date="2021-06-01", start="10:00", end="11:30")
    assert pressed(held, at(12, 0)) is held
    assert stopped(held, at(12, 0)) is held
    assert clock(held, at(12, 0)).minutes == 90


def test_an_interview_of_an_earlier_day_without_times_keeps_its_day() -> None:
    held = Interview(date="2021-06-01")
    assert clock(held, at(12, 0)).state == interview.EARLIER
    assert pressed(held, at(12, 0)) is held
    assert pressed(Interview(date="2021-07-10"), at(12, 0)).date == "2021-07-09"  # it came about sooner


def test_what_ended_after_midnight_can_still_go_on() -> None:
    night = DAY + dt.timedelta(days=1)
    held = stopped(pressed(None, at(23, 30)), at(0, 15, night))
    assert clock(held, at(0, 20, night)) == interview.Clock(ENDED, "23:30", 45)
    held = pressed(held, at(0, 20, night))
    assert (held.end, held.pauses) == (None, (Pause("00:15", "00:20"),))
    assert clock(held, at(0, 30, night)) == interview.Clock(RUNNING, "23:30", 55)


@given(st.lists(st.tuples(st.integers(0, 59), st.booleans()), max_size=12))
def test_whatever_is_pressed_the_time_never_runs_backwards_nor_past_the_clock(steps: list[tuple[int, bool]]) -> None:
    now, held, before = at(8, 0), pressed(None, at(8, 0)), 0
    for minutes, stop in steps:
        now += dt.timedelta(minutes=minutes)
        held = stopped(held, now) if stop else pressed(held, now)
        shown = clock(held, now).minutes
        assert before <= shown <= (now - at(8, 0)).total_seconds() / 60
        before = shown


# --- who is present, what was agreed to ---


def person(entry: str, *roles: str) -> Person:
    return Person(entry, (Name(entry),), roles)


CASE = Case(
    CaseInfo("LARCH"),
    people=(person("p1", "witness"), person("p2", "threatener"), person("p3", "interpreter"), person("p4", "relative")),
)


def test_who_threatens_is_never_offered_a_seat() -> None:
    assert [one.id for one in interview.at_the_table(CASE, "p1")] == ["p3", "p4"]


def test_the_parts_of_others_stay_as_they_are_on_record() -> None:
    held = Interview(present=(PersonPart("p4", "relative"), PersonPart("p3", "interpreter")))
    made = interview.with_present(held, "p1", None, None, ["p4", "p3"])
    assert made.present == (PersonPart("p1", "witness"), PersonPart("p4", "relative"), PersonPart("p3", "interpreter"))
    assert made.interpreter is None
    new = interview.with_present(None, "p1", ("p5", "lawyer"), "p3", ["p4"])
    assert new.present[1:] == (PersonPart("p5", "lawyer"), PersonPart("p3", "interpreter"), PersonPart("p4", "other"))


def test_only_what_is_answered_anew_is_recorded() -> None:
    around = Consent("", "p1", "interview", "counsel", "none", "2021-07-09", method="oral")
    made = interview.answers(CASE, "p1", {"interview": True, "audio": False}, around, lambda kind: f"new {kind}")
    values = [value for _, value in made]
    assert [(v.purpose, v.identity, v.method) for v in values if isinstance(v, Consent)] == [
        ("interview", "counsel-only", "oral"),
        ("audio", "none", "oral"),
    ]
    answered = Case(CASE.case, CASE.people, consents=tuple(v for v in values if isinstance(v, Consent)))
    assert interview.may_begin(answered, "p1", DAY) == consenting.GRANTED
    assert interview.answers(answered, "p1", {"interview": True, "audio": False}, around, lambda kind: kind) == []
