"""Intervals of told dates: from one to another, open, before and after, and a nearer date inside a wider time."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from app.domain import dates
from app.domain.said_parts import Reader, Said, SaidDateError, When, checked, days_from, month, months_from, noted, over, year

#: Longest interval, in days, whose other year is taken for granted ("November to February 2020").
_OVER_NEW_YEAR = 200


def first(edtf: str) -> str:
    """The start of an interval, or the date itself."""
    return edtf.partition("/")[0]


def last(edtf: str) -> str:
    """The end of an interval, or the date itself."""
    return edtf.rpartition("/")[2]


def between(left: str, right: str, when: When, read: Reader) -> Said:
    """The interval of two told dates. The side without a year takes the other's, or the year beside it where the
    interval would run backwards ("November to February 2020")."""
    if _has_choices(left, when, read):
        return over(partial(read, left, when), lambda told: between(told.edtf, right, when, read))
    if _has_choices(right, when, read):
        return over(partial(read, right, when), lambda told: between(left, told.edtf, when, read))
    sides = (left, right)
    alone = [_or_missing(side, replace(when, year=None), read) for side in sides]
    if alone[0] is not None and alone[1] is not None:
        return _joined(alone[0], alone[1])
    years: list[int | None] = [when.year, when.year]
    for index, said in enumerate(alone):
        if said is not None:
            years[1 - index] = _first_year(said) if index else _last_year(said)
    known = [said or read(side, replace(when, year=of)) for said, side, of in zip(alone, sides, years, strict=True)]
    try:
        return _joined(known[0], known[1])
    except SaidDateError as error:
        if error.code != "backwards":
            raise
    shifted, step = (1, 1) if alone[1] is None else (0, -1)
    of = years[shifted]
    assert of is not None  # read() would have refused a side without a year
    known[shifted] = read(sides[shifted], replace(when, year=of + step))
    said = noted(_joined(known[0], known[1]), "year-assumed")
    date = dates.parse(said.edtf)
    if date.earliest is None or date.latest is None or (date.latest - date.earliest).days > _OVER_NEW_YEAR:
        raise SaidDateError("ambiguous", said.edtf)
    return said


def _has_choices(text: str, when: When, read: Reader) -> bool:
    try:
        read(text, when)
    except SaidDateError as error:
        return bool(error.choices)
    return False


def _or_missing(text: str, when: When, read: Reader) -> Said | None:
    try:
        return read(text, when)
    except SaidDateError as error:
        if error.code != "year-missing":
            raise
        return None


def _first_year(said: Said) -> int | None:
    day_ = dates.parse(said.edtf).earliest
    return day_.year if day_ else None


def _last_year(said: Said) -> int | None:
    day_ = dates.parse(said.edtf).latest
    return day_.year if day_ else None


def _joined(start: Said, end: Said) -> Said:
    return checked(f"{first(start.edtf)}/{last(end.edtf)}", *dict.fromkeys((*start.notes, *end.notes)))


def goes_on(said: Said) -> Said:
    """From then on, still going on."""
    return checked(first(said.edtf) + "/..", *said.notes)


def began(said: Said) -> Said:
    """From then on; it ended, and nobody knows when."""
    return checked(first(said.edtf) + "/", *said.notes)


def ended(said: Said) -> Said:
    """Until then; nobody knows since when."""
    return checked("/" + last(said.edtf), *said.notes)


def up_to(said: Said) -> Said:
    """Then or at any time earlier."""
    return checked("../" + last(said.edtf), *said.notes)


def adjoining(said: Said) -> Said:
    """ "May or June": some time in the interval, if nothing lies between its sides. Else EDTF level 1 has no word for it."""
    date = dates.parse(said.edtf)
    if date.start is None or date.end is None or days_from(date.start.latest, 1) != date.end.earliest:
        raise SaidDateError
    return noted(said, "some-time-in")


def before(said: Said) -> Said:
    """Some time before: up to the unit just before, start open."""
    return checked("../" + _beside(first(said.edtf), -1), *said.notes, "before")


def after(said: Said) -> Said:
    """Some time after: from the next unit on, end not known."""
    return checked(_beside(last(said.edtf), 1) + "/", *said.notes, "after")


def _beside(side: str, step: int) -> str:
    point = dates.parse(side).start
    assert point is not None
    sign = side[-1] if side[-1] in "~?%" else ""
    edge = point.earliest if step < 0 else point.latest
    if point.precision == "day":
        return str(days_from(edge, step)) + sign
    if point.precision in ("month", "season"):
        return month(*months_from(edge, step)) + sign
    return year(edge.year + step) + sign


def nearer(left: str, right: str, when: When, read: Reader) -> Said:
    """A wider and a nearer time, in either order ("last winter, about January"). The nearer is stored."""
    missing = False
    for wide, near in ((left, right), (right, left)):
        try:
            said = over(partial(read, wide, when), partial(_inside, near=near, when=when, read=read))
        except SaidDateError as error:
            if error.code not in ("not-understood", "year-missing"):
                raise
            missing = missing or error.code == "year-missing"
            continue
        return said
    raise SaidDateError("year-missing" if missing else "not-understood")


def _inside(wide: Said, near: str, when: When, read: Reader) -> Said:
    bounds = dates.parse(wide.edtf)
    if bounds.earliest is None or bounds.latest is None or bounds.latest.year - bounds.earliest.year > 10:
        raise SaidDateError
    found: list[Said] = []
    for told in range(bounds.earliest.year, bounds.latest.year + 1):
        said = read(near, When(when.said_on, told))
        date = dates.parse(said.edtf)
        if date.earliest and date.latest and bounds.earliest <= date.earliest and date.latest <= bounds.latest:
            found.append(said)
    readings = list(dict.fromkeys(found))
    if len(readings) > 1:
        raise SaidDateError("ambiguous", *(said.edtf for said in readings))
    if not readings or readings[0].edtf.rstrip("~?%") == wide.edtf:
        raise SaidDateError
    said = readings[0]
    within = wide.edtf if not said.certain and "/" not in said.edtf else None
    return noted(Said(said.edtf, wide.notes, within), *said.notes)
