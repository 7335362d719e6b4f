"""Dates as people tell them: EDTF levels 0 and 1 (ISO 8601-2:2019, profile of the Library of Congress).

What is read: a day, a month, a year (``2021-06-14`` ``2021-06`` ``2021``), a season (``2019-21`` to ``2019-24``),
unspecified digits (``201X`` ``20XX`` ``2021-XX`` ``2021-06-XX`` ``2021-XX-XX``), each with ``~`` (approximate), ``?``
(uncertain) or ``%`` (both); and an interval of two of them, whose side may be ``..`` (open) or empty (not known).
Years run from 0001 to 9999. Times of day, negative years and years of more than four digits are not read: nothing in a
testimony needs them.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_POINT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<qualifier>[~?%]?)"
)
_LONGEST = 2 * len("2021-06-14~") + 1

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24


class DateError(ValueError):
    """A text is no date of the kind read here. The message says why and repeats nothing of the text."""


@dataclass(frozen=True, slots=True)
class Point:
    """A single date, as precise as it was told.

    ``precision`` is ``century``, ``decade``, ``year``, ``season``, ``month`` or ``day``; ``year`` is the first year of
    a decade or century; ``month`` and ``day`` are ``None`` where the date is coarser or the digits are unspecified.
    ``season`` is 21 (spring) to 24 (winter).
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    approximate: bool = False
    uncertain: bool = False
    precision: str = "year"

    @property
    def exact(self) -> bool:
        """A whole day, told without reserve."""
        return self.precision == "day" and not self.approximate and not self.uncertain

    @property
    def earliest(self) -> dt.date:
        """The first day the date can mean at face value: ``~`` and ``?`` add no margin."""
        if self.season is not None:
            return dt.date(self.year, _season_start(self.season), 1)
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day the date can mean at face value.

        Seasons are those of the northern hemisphere in whole months, winter being December to February of the next
        year: EDTF leaves their bounds to the reader.
        """
        if self.season is not None:
            return _season_end(self.year, self.season)
        last_year = self.year + {"century": 99, "decade": 9}.get(self.precision, 0)
        month = self.month or 12
        return dt.date(last_year, month, self.day or calendar.monthrange(last_year, month)[1])


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval. A single date has ``start`` equal to ``end``; ``None`` is a side that is not given.

    ``start_unknown`` and ``end_unknown`` tell a side left empty (``2019-05/``: it ended, nobody knows when) from an
    open one (``2019-05/..``: it goes on).
    """

    start: Point | None
    end: Point | None
    is_interval: bool = False
    start_unknown: bool = False
    end_unknown: bool = False

    @property
    def earliest(self) -> dt.date | None:
        """The first day that can be meant; ``None`` where the start is not given."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> dt.date | None:
        """The last day that can be meant; ``None`` where the end is not given."""
        return self.end.latest if self.end else None


def parse(text: str) -> Edtf:
    """Read one EDTF date or interval.

    Raises ``DateError`` for what is no EDTF date, for a day that no calendar has, and for an interval that ends, by all
    readings, before it starts.
    """
    if len(text) > _LONGEST:
        raise DateError("not an EDTF date")
    if "/" not in text:
        point = _point(text)
        return Edtf(point, point)
    left, _, right = text.partition("/")
    start, end = _side(left), _side(right)
    if start is None and end is None:
        raise DateError("an interval without start and end")
    if start and end and end.latest < start.earliest:
        raise DateError("an interval that runs backwards")
    return Edtf(start, end, is_interval=True, start_unknown=not left, end_unknown=not right)


def is_date(text: str) -> bool:
    """Whether ``parse`` can read the text."""
    try:
        parse(text)
    except DateError:
        return False
    return True


def days_inclusive(date: Edtf) -> int | None:
    """Days from the first to the last, both counted; ``None`` unless both ends are whole days told without reserve."""
    if date.start and date.end and date.start.exact and date.end.exact:
        return (date.end.latest - date.start.earliest).days + 1
    return None


def _side(text: str) -> Point | None:
    return None if text in ("", "..") else _point(text)


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise DateError("not an EDTF date")
    year, month, day, qualifier = match.group("year", "month", "day", "qualifier")
    approximate, uncertain = qualifier in ("~", "%"), qualifier in ("?", "%")
    digits = year.rstrip("X")
    first = int(digits) * 10 ** (4 - len(digits))
    if first < 1:
        raise DateError("a year outside 0001 to 9999")
    if len(digits) < 4:
        if month is not None:
            raise DateError("not an EDTF date")
        precision = "decade" if len(digits) == 3 else "century"
        return Point(first, approximate=approximate, uncertain=uncertain, precision=precision)
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise DateError("not an EDTF date")
        return Point(first, approximate=approximate, uncertain=uncertain)
    number = int(month)
    if SPRING <= number <= WINTER:
        if day is not None:
            raise DateError("not an EDTF date")
        return Point(first, season=number, approximate=approximate, uncertain=uncertain, precision="season")
    if not 1 <= number <= 12:
        raise DateError("a month outside 01 to 12")
    if day is None or day == "XX":
        return Point(first, number, approximate=approximate, uncertain=uncertain, precision="month")
    if not 1 <= int(day) <= calendar.monthrange(first, number)[1]:
        raise DateError("a day that is not in the calendar")
    return Point(first, number, int(day), approximate=approximate, uncertain=uncertain, precision="day")


def _season_start(season: int) -> int:
    return 3 * (season - SPRING + 1)


def _season_end(year: int, season: int) -> dt.date:
    if season == WINTER:
        if year == dt.MAXYEAR:
            return dt.date.max
        return dt.date(year + 1, 2, calendar.monthrange(year + 1, 2)[1])
    month = _season_start(season) + 2
    return dt.date(year, month, calendar.monthrange(year, month)[1])
