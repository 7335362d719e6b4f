"""Marks on the timeline lie where the disclosed dates say, no more exactly, and never on each other."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.redaction.disclosed import DisclosedDate, DisclosedEvent, DisclosedSource, Span
from app.report.timeline import Lane, Mark, Timed, arrange, in_pieces, lay_out

WIDTH = 360.0


def dated(text: str, start: tuple[int, ...] | None, end: tuple[int, ...] | None, *, loose: bool = False) -> DisclosedDate:
    return DisclosedDate(text, Span(start, end, loose))


def event(number: int, date: DisclosedDate | None = None, *, source: str = "witness", lane: str = "protest") -> DisclosedEvent:
    return DisclosedEvent(number, lane, lane.capitalize(), date, None, sources=(DisclosedSource(source),))


def number_width(text: str) -> float:
    return 4.3 * len(text)


def parts() -> st.SearchStrategy[tuple[int, ...]]:
    years, months, days = st.integers(1950, 2030), st.integers(1, 12), st.integers(1, 31)
    return st.one_of(st.tuples(years), st.tuples(years, months), st.tuples(years, months, days))


@st.composite
def events(draw: st.DrawFn) -> list:
    out = []
    for number in range(1, draw(st.integers(1, 14)) + 1):
        ends = sorted((draw(parts()), draw(parts())))
        start = None if draw(st.booleans()) and draw(st.booleans()) else ends[0]
        end = draw(st.sampled_from((start, ends[1], None)))
        date = dated("x", start, end, loose=draw(st.booleans()))
        out.append(event(number, date, lane=draw(st.sampled_from(("protest", "flight")))))
    return out


def reach(mark: Mark) -> tuple[float, float]:
    width = number_width(mark.label)
    return min(mark.left, mark.label_at), max(mark.right, mark.label_at + width)


def marks_of(lanes: tuple[Lane, ...]) -> dict[int, Mark]:
    return {number: mark for lane in lanes for mark in lane.marks for number in mark.numbers}


@settings(max_examples=80)
@given(events())
def test_marks_and_numbers_never_overlap(told: list) -> None:
    for lane in lay_out(told, WIDTH, number_width).lanes:
        for row in range(lane.rows):
            taken = sorted(reach(mark) for mark in lane.marks if mark.row == row)
            assert all(first[1] <= second[0] for first, second in pairwise(taken))


@settings(max_examples=80)
@given(events())
def test_marks_stay_on_the_axis(told: list) -> None:
    for mark in marks_of(lay_out(told, WIDTH, number_width).lanes).values():
        assert 0 <= mark.left <= mark.right <= WIDTH


@settings(max_examples=80)
@given(events())
def test_every_event_has_one_mark_or_is_named_as_undated(told: list) -> None:
    laid = lay_out(told, WIDTH, number_width)
    numbers = [number for lane in laid.lanes for mark in lane.marks for number in mark.numbers]
    assert sorted([*numbers, *laid.undated]) == [one.number for one in told]


@settings(max_examples=60)
@given(events(), st.integers(2, 6), st.sampled_from((0.0, 0.5, 1.0)))
def test_pieces_hold_every_mark_once_and_no_more_rows_than_asked(told: list, rows: int, air: float) -> None:
    laid = lay_out(told, WIDTH, number_width)
    pieces = in_pieces(laid, rows, air)
    found = [number for piece in pieces for lane in piece.lanes for mark in lane.marks for number in mark.numbers]
    assert sorted(found) == sorted(marks_of(laid.lanes))
    assert all(sum(lane.rows + air for lane in piece.lanes) <= rows for piece in pieces)
    assert all(mark.row < lane.rows for piece in pieces for lane in piece.lanes for mark in lane.marks)


def test_without_dates_nothing_is_drawn() -> None:
    laid = lay_out([event(1), event(2, dated("x", None, None))], WIDTH, number_width)
    assert (laid.lanes, laid.ticks, laid.undated) == ((), (), (1, 2))


def test_a_day_is_a_diamond_and_a_stretch_is_a_bar() -> None:
    told = [event(1, dated("x", (2019, 5, 2), (2019, 5, 2))), event(2, dated("x", (2019, 5, 2), (2020, 6, 1)))]
    marks = marks_of(lay_out(told, WIDTH, number_width).lanes)
    assert marks[1].point
    assert not marks[2].point


def test_a_year_alone_is_drawn_as_somewhere_in_that_year() -> None:
    told = [event(1, dated("2019", (2019,), (2019,))), event(2, dated("2025", (2025, 1, 1), (2025, 1, 1)))]
    mark = marks_of(lay_out(told, WIDTH, number_width).lanes)[1]
    assert mark.loose
    assert not mark.point


def test_what_only_others_say_is_hollow() -> None:
    date = dated("x", (2019, 5, 2), (2019, 5, 2))
    told = [event(1, date), event(2, date, source="press")]
    marks = marks_of(lay_out(told, WIDTH, number_width).lanes)
    assert [marks[1].hollow, marks[2].hollow] == [False, True]


def test_open_ends_are_marked() -> None:
    told = [event(1, dated("x", (2019, 5), None)), event(2, dated("x", None, (2020, 5)))]
    marks = marks_of(lay_out(told, WIDTH, number_width).lanes)
    assert (marks[1].open_start, marks[1].open_end) == (False, True)
    assert (marks[2].open_start, marks[2].open_end) == (True, False)


def test_later_dates_lie_further_right() -> None:
    days = [(2019, 1, 31), (2019, 2, 1), (2019, 2, 28), (2019, 12, 31), (2020, 1, 1)]
    told = [event(number, dated("x", day, day)) for number, day in enumerate(days, 1)]
    marks = marks_of(lay_out(told, WIDTH, number_width).lanes)
    lefts = [marks[number].left for number in range(1, len(days) + 1)]
    assert lefts == sorted(set(lefts))


def test_the_axis_shows_no_months_where_only_years_are_disclosed() -> None:
    laid = lay_out([event(1, dated("x", (2019,), (2020,)))], WIDTH, number_width)
    assert laid.ticks
    assert all(tick.month is None for tick in laid.ticks)
    months = lay_out([event(1, dated("x", (2019, 2), (2020, 5)))], WIDTH, number_width)
    assert any(tick.month is not None for tick in months.ticks)


def test_each_type_of_event_has_its_lane() -> None:
    date = dated("x", (2019, 5), (2019, 5))
    laid = lay_out([event(1, date, lane="protest"), event(2, date, lane="own-type"), event(3, date)], WIDTH, number_width)
    assert [lane.label for lane in laid.lanes] == ["Protest", "Own-type"]


def test_events_of_one_type_and_time_share_a_mark() -> None:
    june = dated("x", (2021, 6), (2021, 6), loose=True)
    told = [event(n, june) for n in (1, 2, 3, 5, 8, 9)] + [event(6, june, source="press"), event(7, june, lane="flight")]
    marks = marks_of(lay_out(told, WIDTH, number_width).lanes)
    assert [marks[n].label for n in (1, 6, 7)] == ["1–3, 5, 8, 9", "6", "7"]
    assert {marks[n] for n in (1, 2, 3, 5, 8, 9)} == {marks[1]}


def test_numbers_that_would_fill_the_axis_get_more_marks() -> None:
    told = [event(n, dated("x", (2021, 6), (2021, 6))) for n in range(1, 200, 2)]
    (lane,) = lay_out(told, WIDTH, number_width).lanes
    assert len(lane.marks) > 1
    assert all(number_width(mark.label) <= WIDTH / 3 for mark in lane.marks)


def test_a_first_piece_may_be_shorter_than_the_others() -> None:
    told = [event(n, dated("x", (2021, n), (2021, n)), lane=f"type {n}") for n in range(1, 10)]
    pieces = in_pieces(lay_out(told, WIDTH, number_width), 6, first=2)
    assert [len(piece.lanes) for piece in pieces] == [2, 6, 1]


# --- for the window: a mark an event, words where there is room ---


def timed(told: list) -> list[Timed]:
    return [Timed(e.number, e.lane, e.label, e.date.span if e.date else None, hollow=False) for e in told]


@settings(max_examples=80)
@given(events(), st.integers(10, 300))
def test_apart_every_event_has_a_mark_of_its_own_and_nothing_overlaps(told: list, width: int) -> None:
    laid = arrange(timed(told), WIDTH, lambda _numbers: float(width), apart=True)
    placed = [mark for lane in laid.lanes for mark in lane.marks]
    assert sorted([*laid.undated, *(mark.numbers[0] for mark in placed)]) == [event.number for event in told]
    assert all(len(mark.numbers) == 1 for mark in placed)
    for lane in laid.lanes:
        for row in range(lane.rows):
            marks = [mark for mark in lane.marks if mark.row == row]
            taken = sorted(
                (min(m.left, m.label_at), max(m.right, m.label_at + width)) if m.labelled else (m.left, m.right) for m in marks
            )
            assert all(first[1] <= second[0] for first, second in pairwise(taken))


def test_a_lane_too_high_with_its_words_goes_without_them() -> None:
    told = [event(number, dated("x", (2019, 1 + number % 12), (2019, 1 + number % 12))) for number in range(1, 25)]
    words = arrange(timed(told), WIDTH, lambda _numbers: 200.0, apart=True)
    bare = arrange(timed(told), WIDTH, lambda _numbers: 200.0, apart=True, most_rows=4)
    assert words.lanes[0].rows > bare.lanes[0].rows
    assert not any(mark.labelled for mark in bare.lanes[0].marks)


def test_the_sure_part_lies_within_its_mark_and_today_on_the_axis() -> None:
    span = Span((2018, 5), (2019, 2), loose=True)
    sure = Span((2018, 5, 31), (2019, 2, 1))
    laid = arrange([Timed(1, "a", "A", span, False, sure)], WIDTH, lambda _numbers: 10.0, today=(2018, 9, 1))
    (mark,) = laid.lanes[0].marks
    assert mark.sure is not None
    assert mark.left < mark.sure[0] < mark.sure[1] < mark.right
    assert laid.today is not None
    assert mark.left < laid.today < mark.right
    assert arrange([Timed(1, "a", "A", span, False)], WIDTH, lambda _numbers: 1.0, today=(2024, 1, 1)).today is None
