"""Where everything stands on the drawn timeline: lanes by type of event, marks by time, no overlap.

Pure: spans and widths in, positions in points out. ``lay_out`` lays out a report, from the disclosed dates only, so that the
drawing is no more exact than the text; ``arrange`` lays out whatever it is given, for the window too. A year is parted into
12 equal months and a month into 31 equal days, which keeps every calendar date in order and needs no calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.redaction.disclosed import DisclosedEvent, Span

MONTH = 1 / 12
DAY = MONTH / 31
GAP = 5.0  # between a mark's own text and the next mark
BESIDE = 3.0  # between a mark and its number
DIAMOND = 3.6  # half a diamond's width
SHORTEST = 7.0  # a bar that is narrower would not be seen as one
ARROW = 11.0  # how far an open end reaches where nothing else gives it a length
_WIDEST_LABEL = 96.0  # more numbers than that get another mark
_LEAST_TICK = 24.0
_LEAST_YEAR = 28.0
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


#: How wide the words are that stand beside a mark of these events (points).
Room = Callable[[tuple[int, ...]], float]


@dataclass(frozen=True, slots=True)
class Timed:
    """An event as it is drawn: its number, its lane and the lane's own word, and when.

    ``hollow``: no witness is among the sources. ``sure`` is the stretch during which it lasted by all readings, where the
    ends of ``span`` are loose.
    """

    number: int
    lane: str
    label: str
    span: Span | None
    hollow: bool
    sure: Span | None = None

    @property
    def placed(self) -> bool:
        """Whether it has a place on the axis."""
        return self.span is not None and bool(self.span.start or self.span.end)


@dataclass(frozen=True, slots=True)
class Mark:
    """Events of one type and one time. ``left`` and ``right`` bound the mark itself, ``label_at`` is where its words begin
    (points).

    ``point``: a diamond; otherwise a bar. ``hollow``: no witness is among the sources. ``loose``: the event may lie
    anywhere in the bar, but for ``sure``, where it has one. ``labelled``: there is room for words beside it. ``row`` counts
    from 0 within the lane.
    """

    numbers: tuple[int, ...]
    row: int
    left: float
    right: float
    label_at: float
    point: bool = False
    hollow: bool = False
    loose: bool = False
    open_start: bool = False
    open_end: bool = False
    sure: tuple[float, float] | None = None
    labelled: bool = True

    @property
    def label(self) -> str:
        """What is written beside it: ``21–26, 28``."""
        return _listed(self.numbers)


@dataclass(frozen=True, slots=True)
class Lane:
    """The marks of one type of event, in ``rows`` rows."""

    label: str
    rows: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis at ``x``. ``year`` and ``month`` (1 to 12) say what is written there, if anything."""

    x: float
    year: int | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """``undated`` are the numbers of events without a place on the axis; ``today`` is where a day that was asked for lies,
    if it is on it."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    undated: tuple[int, ...] = ()
    today: float | None = None


def lay_out(events: Sequence[DisclosedEvent], width: float, number_width: Callable[[str], float]) -> Timeline:
    """Lay out the dated events of a view over ``width`` points. Without any, there are no lanes and no ticks."""
    timed = [
        Timed(event.number, event.lane, event.label, event.date.span if event.date else None, _hollow(event))
        for event in events
    ]
    return arrange(timed, width, lambda numbers: number_width(_listed(numbers)))


def arrange(
    events: Sequence[Timed],
    width: float,
    room: Room,
    *,
    apart: bool = False,
    most_rows: int | None = None,
    today: tuple[int, int, int] | None = None,
) -> Timeline:
    """Lay out events over ``width`` points; ``room`` tells how wide the words beside them are.

    Where they can be asked for in another way (``apart``), every event has a mark of its own, and words without room are
    left out; so are all those of a lane that takes more than ``most_rows`` with them and clearly fewer without.
    """
    dated = [event for event in events if event.placed]
    undated = tuple(event.number for event in events if not event.placed)
    if not dated:
        return Timeline((), (), undated)
    scale = _Scale(*_range([event.span for event in dated if event.span]), width)
    fine = any(len(part) > 1 for event in dated if event.span for part in (event.span.start, event.span.end) if part)
    by_lane: dict[str, list[Timed]] = {}
    for event in dated:
        by_lane.setdefault(event.lane, []).append(event)
    lanes = []
    for members in by_lane.values():
        lane = _lane(members, scale, room, apart=apart)
        if most_rows is not None and lane.rows > most_rows:
            bare = _lane(members, scale, lambda _numbers: 0.0, apart=apart)
            if bare.rows * 3 <= lane.rows * 2:
                lane = replace(bare, marks=tuple(replace(mark, labelled=False) for mark in bare.marks))
        lanes.append(lane)
    now = scale.x(_begin(today)) if today else -1.0
    return Timeline(tuple(lanes), _ticks(scale, fine), undated, now if 0 <= now <= width else None)


def in_pieces(timeline: Timeline, rows: int, lane_air: float = 0.0, first: int | None = None) -> tuple[Timeline, ...]:
    """Part a timeline into several of at most ``rows`` rows each, every one with the whole axis.

    ``first`` is how many rows the first may have, where that is another number. ``lane_air`` is the room, in rows, that
    every lane takes besides its rows; a row and its air always fit. A lane that does not fit goes on under its own label in
    the next piece.
    """
    pieces: list[tuple[Lane, ...]] = []
    current: list[Lane] = []
    free = float(rows if first is None else first)
    for lane in timeline.lanes:
        done = 0
        while done < lane.rows:
            whole = lane.rows + lane_air
            if current and (free < 1 + lane_air or (done == 0 and free < whole <= rows)):
                pieces.append(tuple(current))
                current, free = [], float(rows)
            take = min(max(int(free - lane_air), 1), lane.rows - done)
            marks = tuple(_in_row(mark, mark.row - done) for mark in lane.marks if done <= mark.row < done + take)
            current.append(Lane(lane.label, take, marks))
            done += take
            free -= take + lane_air
    if current:
        pieces.append(tuple(current))
    return tuple(Timeline(lanes, timeline.ticks, timeline.undated) for lanes in pieces)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: float
    last: float
    width: float

    def x(self, when: float) -> float:
        return (when - self.first) / (self.last - self.first) * self.width


def _begin(part: tuple[int, ...]) -> float:
    year, month, day = (*part, 1, 1)[:3]
    return year + (month - 1) * MONTH + (day - 1) * DAY


def _finish(part: tuple[int, ...]) -> float:
    return _begin(part) + (1.0, MONTH, DAY)[len(part) - 1]


def _range(spans: Sequence[Span]) -> tuple[float, float]:
    parts = [part for span in spans for part in (span.start, span.end) if part]
    first, last = min(map(_begin, parts)), max(map(_finish, parts))
    # At least half a year, and a little air, so that one single day is not as wide as the page.
    spare = max((last - first) * 0.03, (0.5 - (last - first)) / 2, DAY)
    return first - spare, last + spare


def _lane(members: Sequence[Timed], scale: _Scale, room: Room, *, apart: bool) -> Lane:
    groups = [((event.number,), event) for event in members] if apart else _gathered(members, room)
    marks = [_mark(numbers, event, scale, room(numbers), apart=apart) for numbers, event in groups]
    ends: list[float] = []
    placed = []
    for mark, begin, end in sorted(marks, key=lambda item: (item[1], item[0].numbers)):
        row = next((index for index, used in enumerate(ends) if used + GAP <= begin), len(ends))
        if row == len(ends):
            ends.append(end)
        else:
            ends[row] = end
        placed.append(_in_row(mark, row))
    return Lane(members[0].label, len(ends), tuple(placed))


def _gathered(members: Sequence[Timed], room: Room) -> Iterator[tuple[tuple[int, ...], Timed]]:
    """Events that would be drawn alike and in the same place share a mark, as long as their numbers stay short."""
    alike: dict[tuple[Span | None, bool], list[list[int]]] = {}
    first: dict[tuple[Span | None, bool], Timed] = {}
    for event in members:
        key = (event.span, event.hollow)
        first.setdefault(key, event)
        groups = alike.setdefault(key, [[]])
        if groups[-1] and room((*groups[-1], event.number)) > _WIDEST_LABEL:
            groups.append([])
        groups[-1].append(event.number)
    for key, groups in alike.items():
        for numbers in groups:
            yield tuple(numbers), first[key]


def _listed(numbers: Sequence[int]) -> str:
    """Numbers as they are printed, three or more in a row as a stretch: ``1, 2, 4–6``."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number == stretches[-1][-1] + 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    words = [f"{s[0]}–{s[-1]}" if len(s) > 2 else ", ".join(map(str, s)) for s in stretches]
    return ", ".join(words)


def _hollow(event: DisclosedEvent) -> bool:
    return not any(source.kind == "witness" for source in event.sources)


def _in_row(mark: Mark, row: int) -> Mark:
    return replace(mark, row=row)


def _mark(numbers: tuple[int, ...], event: Timed, scale: _Scale, label: float, *, apart: bool) -> tuple[Mark, float, float]:
    """The mark in row 0, and from where to where it takes room with its words."""
    span = event.span or Span(None, None)
    point = span.start is not None and span.start == span.end and len(span.start) > 1 and not span.loose
    # A year alone says no more than "somewhere in it".
    loose = span.loose or (span.start is not None and span.start == span.end and len(span.start) == 1)
    left = scale.x(_begin(span.start)) if span.start else None
    right = scale.x(_finish(span.end)) if span.end else None
    if left is None or right is None:
        known_left = left is not None
        edge = left if left is not None else right or 0.0
        left, right = (edge, max(scale.width, edge + ARROW)) if known_left else (min(0.0, edge - ARROW), edge)
    if point:
        middle = (left + right) / 2
        left, right = middle - DIAMOND, middle + DIAMOND
    elif right - left < SHORTEST:
        middle = (left + right) / 2
        left, right = middle - SHORTEST / 2, middle + SHORTEST / 2
    left, right = max(left, 0.0), min(right, scale.width)
    after = right + BESIDE
    label_at = after if after + label <= scale.width + GAP else left - BESIDE - label
    labelled = True
    if label_at < 0 and apart:  # no room on either side
        label, label_at, labelled = 0.0, left, False
    elif label_at < 0:  # a bar from edge to edge: the number goes on a line of its own inside the mark's room
        left, label_at = left + label + BESIDE, left
    mark = Mark(
        numbers, 0, left, right, label_at,
        point=point,
        hollow=event.hollow,
        loose=loose,
        open_start=span.start is None,
        open_end=span.end is None,
        sure=_sure(event.sure, scale, left, right),
        labelled=labelled,
    )  # fmt: skip
    return mark, min(left, label_at), max(right, label_at + label)


def _sure(sure: Span | None, scale: _Scale, left: float, right: float) -> tuple[float, float] | None:
    """Where the sure stretch lies in a mark, if there is any."""
    if sure is None:
        return None
    first = scale.x(_finish(sure.start)) if sure.start else left
    last = scale.x(_begin(sure.end)) if sure.end else right
    return (first, last) if first < last else None


def _ticks(scale: _Scale, fine: bool) -> tuple[Tick, ...]:
    years = scale.last - scale.first
    per_month = scale.width / years / 12
    step = next((step for step in _MONTH_STEPS if fine and step * per_month >= _LEAST_TICK), None)
    if step is None:
        size = next((step for step in _YEAR_STEPS if step * per_month * 12 >= _LEAST_YEAR), _YEAR_STEPS[-1])
        start = -int(-scale.first // 1)
        marks = [year for year in range(start, int(scale.last) + 1) if year % size == 0 and year >= scale.first]
        return tuple(Tick(scale.x(year), year) for year in marks)
    ticks = []
    begin = int(scale.first * 12)
    for count in range(begin, int(scale.last * 12) + 1):
        year, month = divmod(count, 12)
        x = scale.x(count / 12)
        if month % step or x < -0.01 or x > scale.width - 8:
            continue
        ticks.append(Tick(x, year if month == 0 else None, month + 1))
    return _first_year(ticks, begin, scale)


def _first_year(ticks: list[Tick], begin: int, scale: _Scale) -> tuple[Tick, ...]:
    """Name the year at the first line too, unless the next year's name would stand too close."""
    if ticks and ticks[0].year is None:
        first = ticks[0]
        count = next(c for c in range(begin, begin + 24) if abs(scale.x(c / 12) - first.x) < 0.01)
        following = next((tick.x for tick in ticks if tick.year is not None), scale.width * 2)
        if following - first.x >= _LEAST_YEAR:
            ticks[0] = Tick(first.x, count // 12, first.month)
    return tuple(ticks)
