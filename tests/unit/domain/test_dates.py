"""EDTF, levels 0 and 1: what is read, what it means, what is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import DateError, Edtf, Point, days_inclusive, is_date, parse
from tests.strategies import DATES

DAYS = st.dates()


def _bounds(text: str) -> tuple[str | None, str | None]:
    date = parse(text)
    return (
        date.earliest.isoformat() if date.earliest else None,
        date.latest.isoformat() if date.latest else None,
    )


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("2021-06-14", Point(2021, 6, 14, precision="day")),
        ("2021-06", Point(2021, 6, precision="month")),
        ("2021", Point(2021)),
        ("2021-06-14~", Point(2021, 6, 14, approximate=True, precision="day")),
        ("2021?", Point(2021, uncertain=True)),
        ("2021%", Point(2021, approximate=True, uncertain=True)),
        ("2021-06%", Point(2021, 6, approximate=True, uncertain=True, precision="month")),
        ("201X", Point(2010, precision="decade")),
        ("20XX", Point(2000, precision="century")),
        ("2021-XX", Point(2021)),
        ("2021-XX-XX", Point(2021)),
        ("2021-06-XX", Point(2021, 6, precision="month")),
        ("2021-06-XX?", Point(2021, 6, uncertain=True, precision="month")),
        ("2019-21", Point(2019, season=21, precision="season")),
        ("2019-24~", Point(2019, season=24, approximate=True, precision="season")),
    ],
)
def test_a_single_date_is_as_precise_as_it_was_told(text: str, point: Point) -> None:
    assert parse(text) == Edtf(point, point)
    assert not parse(text).is_interval


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2021-06-14", "2021-06-14", "2021-06-14"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2021-06-XX", "2021-06-01", "2021-06-30"),
        ("2021-XX-XX", "2021-01-01", "2021-12-31"),
        ("2019-21", "2019-03-01", "2019-05-31"),
        ("2019-22", "2019-06-01", "2019-08-31"),
        ("2019-23", "2019-09-01", "2019-11-30"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("9999-24", "9999-12-01", "9999-12-31"),
        ("2019-05-02/2019-06-01", "2019-05-02", "2019-06-01"),
        ("2019-05~/2020?", "2019-05-01", "2020-12-31"),
        ("2019-05/..", "2019-05-01", None),
        ("../2019", None, "2019-12-31"),
        ("2019-05/", "2019-05-01", None),
        ("/2019", None, "2019-12-31"),
    ],
)
def test_a_date_spans_the_days_it_can_mean(text: str, earliest: str | None, latest: str | None) -> None:
    assert _bounds(text) == (earliest, latest)


def test_each_side_of_an_interval_has_a_reserve_of_its_own() -> None:
    date = parse("2019-05-02~/2019-06%")

    assert date.is_interval
    assert (date.start, date.end) == (
        Point(2019, 5, 2, approximate=True, precision="day"),
        Point(2019, 6, approximate=True, uncertain=True, precision="month"),
    )


def test_an_open_side_is_told_from_one_that_is_not_known() -> None:
    open_end, unknown_end = parse("2019-05/.."), parse("2019-05/")

    assert open_end.end is None
    assert unknown_end.end is None
    assert (open_end.end_unknown, unknown_end.end_unknown) == (False, True)
    assert (parse("../2019").start_unknown, parse("/2019").start_unknown) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "2021-6-14",
        "2021-06-14 ",
        " 2021-06-14",
        "2021-06-14\n",
        "20210614",
        "2021/06/14",
        "14.06.2021",
        "June 2021",
        "2021-06-14T10:00:00Z",
        "2021-00",
        "2021-13",
        "2021-20",
        "2021-25",
        "2021-21-01",
        "2021-06-00",
        "2021-06-31",
        "2021-02-29",
        "1900-02-29",
        "0000",
        "000X",
        "00XX",
        "XXXX",
        "2XXX",
        "X021",
        "201X-05",
        "2021-0X",
        "2021-06-1X",
        "2021-XX-14",
        "12021",
        "Y12021",
        "-0044",
        "2021~~",
        "~2021",
        "2021?~",
        "2021-06~-14",
        "/",
        "../..",
        "../",
        "/..",
        "..",
        "2019/2020/2021",
        "2019-05-02//2019-06-01",
        "2019-05-02 / 2019-06-01",
        "2019-05-02/06-01",
        "2021‐06‐14",
        "２０２１",
        "٢٠٢١",
        "2021-06-14/" * 1000,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize("text", ["2019-06-01/2019-05-02", "2020/2019", "2019-06/2019-05-31", "2019-22/2019-05", "202X/201X"])
def test_an_interval_that_runs_backwards_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="backwards"):
        parse(text)


@pytest.mark.parametrize(
    "text", ["2019/2019-01-01", "2019-06-14/2019-06", "2019-06-14/2019-06-14", "2019-12/2019-24", "201X/2012"]
)
def test_an_interval_that_may_run_forwards_is_read(text: str) -> None:
    assert parse(text).is_interval


def test_an_error_repeats_nothing_of_the_text() -> None:
    for text in ("2021-02-29 Shen", "Shen", "2021-99", "0000"):
        with pytest.raises(DateError) as caught:
            parse(text)
        assert not any(part in str(caught.value) for part in ("Shen", "2021", "29"))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2019-05-02/2019-05-31", 30),
        ("2019-05-02/2019-06-01", 31),
        ("2019-05-02", 1),
        ("2019-05-02/2019-05-02", 1),
        ("2020-02-28/2020-03-01", 3),
        ("2019-05-02~/2019-06-01", None),
        ("2019-05-02/2019-06-01?", None),
        ("2019-05/2019-06-01", None),
        ("2019-05-XX/2019-06-01", None),
        ("2019-05-02/..", None),
        ("/2019-05-02", None),
        ("2019", None),
    ],
)
def test_days_are_counted_between_whole_days_only(text: str, days: int | None) -> None:
    assert days_inclusive(parse(text)) == days


@given(DAYS)
def test_every_day_of_the_calendar_is_read_back(day: dt.date) -> None:
    date = parse(day.isoformat())

    assert date.earliest == date.latest == day


@given(DAYS, DAYS)
def test_two_days_make_an_interval_in_their_order_and_in_no_other(one: dt.date, other: dt.date) -> None:
    first, last = min(one, other), max(one, other)
    date = parse(f"{first}/{last}")

    assert (date.earliest, date.latest, days_inclusive(date)) == (first, last, (last - first).days + 1)
    assert is_date(f"{last}/{first}") == (first == last)


@given(DATES)
def test_a_date_never_ends_before_it_starts(text: str) -> None:
    date = parse(text)

    assert date.earliest is None or date.latest is None or date.earliest <= date.latest
    for point in (date.start, date.end):
        assert point is None or point.earliest <= point.latest


@given(DATES)
def test_a_reserve_does_not_change_the_days(text: str) -> None:
    plain = "/".join(side.rstrip("~?%") for side in text.split("/"))

    assert _bounds(text) == _bounds(plain)


@given(st.text(st.sampled_from("0129X-/.~?% \n"), max_size=24))
def test_any_text_is_a_date_or_is_refused_and_nothing_else_happens(text: str) -> None:
    if is_date(text):
        assert _bounds(text) != (None, None)
