"""What readers of told dates share: the reading itself, the refusal, and the calendar between words and EDTF.

A reading is never a guess. What can mean two things is refused with both readings as choices; what was told without a
year is refused with the years it may be; what is only nearly known keeps its ``~`` or ``?``.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from app.domain import dates

#: Why a text was refused; ``choices`` come with those marked *.
CODES = (
    "not-understood",
    "ambiguous",  # * two readings, such as day first or month first
    "year-missing",  # * a day, month or season without a year
    "weekday-differs",  # * the weekday told is not the weekday of that day
    "no-such-day",
    "backwards",
    "lunar-calendar",
    "other-calendar",
)
#: What a reader of the reading should know besides the date itself.
NOTES = (
    "early", "mid", "late",  # EDTF level 1 has no thirds: stored as approximate
    "some-time-in",  # within the interval, not all along
    "before", "after",  # the bound told is not itself included
    "year-assumed",  # the year of one side was taken from the other side
    "spelling",  # a month was misspelt
    "time-left-out",  # a time of day was told and is not stored
    "counted",  # counted from the day of telling
    "in-the-future",
    "unlikely-year",  # more than 120 years ago, or more than 20 ahead
)  # fmt: skip


class SaidDateError(ValueError):
    """A told date that cannot be read as one date. ``code`` is one of ``CODES``; nothing of the text is repeated.

    ``choices`` are the EDTF dates it may mean, the likeliest first.
    """

    def __init__(self, code: str = "not-understood", *choices: str) -> None:
        super().__init__(code)
        self.code = code
        self.choices = choices


@dataclass(frozen=True, slots=True)
class Said:
    """How a told date was understood.

    ``edtf`` is what is stored. ``notes`` are of ``NOTES``. ``within`` is the wider time told along with a nearer one
    ("last winter, about January"): an EDTF date that bounds ``edtf`` and is shown, but not stored.
    """

    edtf: str = field(repr=False)
    notes: tuple[str, ...] = ()
    within: str | None = field(default=None, repr=False)

    @property
    def approximate(self) -> bool:
        """Whether any side is told as "about"."""
        return any(point.approximate for point in _points(self.edtf))

    @property
    def uncertain(self) -> bool:
        """Whether any side is told as not certain."""
        return any(point.uncertain for point in _points(self.edtf))

    @property
    def certain(self) -> bool:
        """Told without reserve, however coarse."""
        return not self.approximate and not self.uncertain


@dataclass(frozen=True, slots=True)
class When:
    """From where a told date is seen: the day of telling, and the year meant where none is told."""

    said_on: dt.date
    year: int | None = None

    def the_year(self) -> int:
        """The year of a date told without one. Raises ``SaidDateError`` if there is none to take."""
        if self.year is None:
            raise SaidDateError("year-missing")
        return self.year


Reader = Callable[[str, When], Said]


def _points(edtf: str) -> list[dates.Point]:
    date = dates.parse(edtf)
    return [point for point in (date.start, date.end) if point is not None]


def year(number: int) -> str:
    """A year as EDTF. Raises ``SaidDateError`` outside 0001 to 9999."""
    if not dt.MINYEAR <= number <= dt.MAXYEAR:
        raise SaidDateError
    return f"{number:04}"


def month(of: int, number: int) -> str:
    """A month as EDTF."""
    if not 1 <= number <= 12:
        raise SaidDateError("no-such-day")
    return f"{year(of)}-{number:02}"


def day(of: int, in_month: int, number: int) -> str:
    """A day as EDTF. Raises ``SaidDateError`` with ``no-such-day`` for a day that no calendar has."""
    text = month(of, in_month)
    if not 1 <= number <= calendar.monthrange(of, in_month)[1]:
        raise SaidDateError("no-such-day")
    return f"{text}-{number:02}"


def months_from(start: dt.date, count: int) -> tuple[int, int]:
    """Year and month ``count`` months after (before, if negative) the month of a day."""
    total = start.year * 12 + start.month - 1 + count
    return total // 12, total % 12 + 1


def days_from(start: dt.date, count: int) -> dt.date:
    """The day ``count`` days after. Raises ``SaidDateError`` past the ends of the calendar."""
    try:
        return start + dt.timedelta(days=count)
    except OverflowError:
        raise SaidDateError from None


def two_digits(digits: str, said_on: dt.date) -> int:
    """The year that two digits mean: the latest that is not after next year."""
    number = said_on.year - said_on.year % 100 + int(digits)
    return number if number <= said_on.year + 1 else number - 100


def winter(number: int) -> Said:
    """A winter told by one year only: it may be the one that began or the one that ended in it."""
    choices = [f"{year(first)}-24" for first in (number, number - 1) if first >= dt.MINYEAR]
    raise SaidDateError("ambiguous" if choices else "not-understood", *choices)


def winter_of(start: int, until: str) -> Said:
    """The winter over the turn of a year, both years told, the second perhaps by its last two digits."""
    if int(until) != (start + 1 if len(until) > 2 else (start + 1) % 100):
        raise SaidDateError
    return Said(f"{year(start)}-24")


def decade(number: int, digits: int = 3) -> Said:
    """A decade (``digits`` 3) or century (2) by any of its years."""
    return checked(f"{number:04}"[:digits].ljust(4, "X"))


def part_of(said: Said, which: str) -> Said:
    """The ``early``, ``mid`` or ``late`` part of a month, season, year or decade, or its ``start`` or ``end``.

    EDTF level 1 has no parts: what is stored is approximate, and a note tells the part. Start and end of a year are
    about January and about December.
    """
    point = dates.parse(said.edtf).start
    if "/" in said.edtf or point is None or point.precision in ("day", "century") or not said.certain:
        raise SaidDateError
    if point.precision == "year" and which in ("start", "end"):
        edge = Said(f"{year(point.year)}-{'01' if which == 'start' else '12'}", said.notes)
        return qualify(edge, "~")
    note = {"start": "early", "end": "late"}.get(which, which)
    return qualify(replace(said, notes=(*said.notes, note)), "~")


def qualify(said: Said, sign: str) -> Said:
    """Put ``~`` or ``?`` on every side; a side that has the other gets ``%``."""
    return replace(said, edtf="/".join(_qualified(side, sign) for side in said.edtf.split("/")))


def _qualified(side: str, sign: str) -> str:
    if side in ("", ".."):
        return side
    bare, had = (side[:-1], side[-1]) if side[-1] in "~?%" else (side, sign)
    return bare + (sign if had == sign else "%")


def over(read: Callable[[], Said], build: Callable[[Said], Said]) -> Said:
    """What ``build`` makes of a reading. Where the reading is refused with choices, it is made of each of them."""
    try:
        said = read()
    except SaidDateError as error:
        if not error.choices:
            raise
        raise SaidDateError(error.code, *_built(error.choices, build)) from None
    return build(said)


def _built(choices: tuple[str, ...], build: Callable[[Said], Said]) -> list[str]:
    built: list[str] = []
    refused = SaidDateError()
    for choice in choices:
        try:
            built.append(build(Said(choice)).edtf)
        except SaidDateError as error:
            built.extend(error.choices)
            refused = error
    if not built:
        raise refused
    return list(dict.fromkeys(built))


def noted(said: Said, *notes: str) -> Said:
    """The same with more notes, each once."""
    return replace(said, notes=tuple(dict.fromkeys((*said.notes, *notes))))


def checked(edtf: str, *notes: str) -> Said:
    """A reading that the calendar bears out. Raises ``SaidDateError`` for one that it does not."""
    try:
        dates.parse(edtf)
    except dates.DateError:
        sides = edtf.split("/")
        backwards = len(sides) == 2 and all(dates.is_date(side) for side in sides)
        raise SaidDateError("backwards" if backwards else "not-understood") from None
    return Said(edtf, notes)


def on_weekday(said: Said, number: int | None) -> Said:
    """A day told with its weekday (0 is Monday). Raises ``SaidDateError`` if that day was another."""
    if number is None:
        return said
    point = dates.parse(said.edtf).start
    if point is None or point.precision != "day" or "/" in said.edtf:
        raise SaidDateError
    if point.earliest.weekday() != number:
        raise SaidDateError("weekday-differs", said.edtf)
    return said
