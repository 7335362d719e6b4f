"""Dates in figures: 2021/06/14, 14.6.2021, 6/2021, 20210614, 2019-20."""

from __future__ import annotations

import re

from app.domain import dates
from app.domain.said_parts import Said, SaidDateError, When, checked, day, month, two_digits, year


def numeric(text: str, when: When) -> Said | None:
    """A date in figures, whatever stands between them; ``None`` if it is none.

    Year first is plain. Day and month in front of the year are read only where one order fits, whichever separator is
    used: clients and advocates come from countries that read ``3.4.2021`` differently. So with years of two digits.
    """
    if dates.is_date(text.upper()):
        return Said(text.upper())
    match = re.fullmatch(r"([0-9]{1,4})([./\-–])([0-9]{1,2})(?:\2([0-9]{1,4}))?\.?", text)
    if match is None:
        return _run_together(text) or _months_apart(text)
    one, sign, two, three = match.groups()
    if three is not None:
        return _three(one, two, three, when)
    return _years(int(one), sign, two) if len(one) == 4 else None


def _years(start: int, sign: str, two: str) -> Said:
    until = start - start % 100 + int(two)
    if len(two) < 2 or until <= start or sign == ".":
        return Said(month(start, int(two)))
    if int(two) > 12:
        return checked(f"{year(start)}/{year(until)}")
    raise SaidDateError("ambiguous", month(start, int(two)), f"{year(start)}/{year(until)}")


def _three(one: str, two: str, three: str, when: When) -> Said:
    if len(one) == 4:
        if len(three) > 2:
            raise SaidDateError
        return Said(day(int(one), int(two), int(three)))
    if len(one) > 2 or len(three) not in (2, 4):
        raise SaidDateError
    of = int(three) if len(three) == 4 else two_digits(three, when.said_on)
    orders = [(of, int(two), int(one)), (of, int(one), int(two))]
    if len(three) == 2 and len(one) == 2:
        orders.append((two_digits(one, when.said_on), int(two), int(three)))
    fitting = []
    for order in orders:
        try:
            fitting.append(day(*order))
        except SaidDateError:
            continue
    choices = tuple(dict.fromkeys(fitting))
    if len(choices) == 1:
        return Said(choices[0])
    raise SaidDateError("ambiguous" if choices else "no-such-day", *choices)


def _run_together(text: str) -> Said | None:
    match = re.fullmatch(r"([12][0-9]{3})([0-9]{2})([0-9]{2})", text)
    return Said(day(*map(int, match.groups()))) if match else None


def _months_apart(text: str) -> Said | None:
    match = re.fullmatch(r"([0-9]{1,2})[./\-–]([0-9]{4})", text)
    return Said(month(int(match[2]), int(match[1]))) if match else None
