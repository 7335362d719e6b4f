"""Dates counted from the day of telling: last week, three days ago, last Tuesday, this summer.

Weeks run from Monday to Sunday. What people use in two ways ("last Tuesday", "last spring") is refused with both choices.
"""

from __future__ import annotations

import datetime as dt

from app.domain import dates
from app.domain.said_parts import Said, SaidDateError, days_from, month, months_from, year


def week(said_on: dt.date, count: int) -> Said:
    """Monday to Sunday of this week (0), the last (-1), the next (1)."""
    monday = days_from(said_on, 7 * count - said_on.weekday())
    return Said(f"{monday}/{days_from(monday, 6)}", ("some-time-in", "counted"))


def ago(said_on: dt.date, unit: str, count: int) -> Said:
    """So many days, weeks, months or years ago (ahead, if negative); ``unit`` is its first letter.

    People count up to a week by the day. Beyond that, and in larger units, they round: the result is approximate.
    """
    if unit == "d":
        return Said(f"{days_from(said_on, -count)}{'' if abs(count) <= 7 else '~'}", ("counted",))
    if unit == "w":
        return Said(f"{days_from(said_on, -7 * count)}~", ("counted",))
    if unit == "m":
        return Said(month(*months_from(said_on, -count)) + "~", ("counted",))
    return Said(year(said_on.year - count) + "~", ("counted",))


def weekday(said_on: dt.date, number: int, which: str) -> Said:
    """A weekday (0 is Monday) told as ``last``, ``this``, ``next`` or, with ``""``, alone.

    "Last Tuesday", said on a Friday, is three days ago for some and ten for others: ambiguous. So is a bare weekday on
    that very weekday.
    """
    here = days_from(said_on, number - said_on.weekday())
    if which == "this":
        return Said(str(here), ("counted",))
    if which == "next":
        ahead = days_from(said_on, (number - said_on.weekday() - 1) % 7 + 1)
        return _either(ahead, days_from(here, 7))
    back = days_from(said_on, -((said_on.weekday() - number - 1) % 7 + 1))
    if which == "last":
        return _either(back, days_from(here, -7))
    return _either(back, said_on) if here == said_on else Said(str(back), ("counted",))


def _either(one: dt.date, other: dt.date) -> Said:
    if one != other:
        raise SaidDateError("ambiguous", str(one), str(other))
    return Said(str(one), ("counted",))


def near_period(said_on: dt.date, which: str, number: int) -> Said:
    """The last, this or next month (1 to 12) or season (21 to 24).

    The last one of a name that is already over this year is ambiguous: "last spring", said in July, may be this year's.
    The last winter is the last that is over. "This winter" is told apart only in winter.
    """
    today = said_on.year
    if number == dates.WINTER:
        current = today - 1 if said_on.month <= 2 else today  # the winter running, or the one to come
        running = said_on.month in (12, 1, 2)
        if which == "this":
            if running:
                return Said(f"{year(current)}-24", ("counted",))
            raise SaidDateError("ambiguous", f"{year(current - 1)}-24", f"{year(current)}-24")
        return Said(f"{year(current - 1 if which == 'last' else current + running)}-24", ("counted",))
    here = f"{year(today)}-{number:02}"
    if which == "this":
        return Said(here, ("counted",))
    date, other = dates.parse(here), f"{year(today + (1 if which == 'next' else -1))}-{number:02}"
    over = date.latest is not None and date.latest < said_on
    ahead = date.earliest is not None and date.earliest > said_on
    if over if which == "last" else ahead:
        raise SaidDateError("ambiguous", here, other)
    return Said(other, ("counted",))
