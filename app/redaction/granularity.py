"""Structured dates at the granularity of a profile: day, month, year, or order only.

What is finer than the granularity is dropped before anything is made of the date, so that neither the words nor the
drawn span can depend on it. Lengths of time are not dates and are no business of this module.
"""

from __future__ import annotations

from app.domain import dates as edtf
from app.redaction.disclosed import DisclosedDate, Span
from app.redaction.words import words

_FINENESS = {"century": 0, "decade": 1, "year": 2, "season": 3, "month": 3, "day": 4}
_LEVEL = {"order": 1, "year": 2, "month": 3, "day": 4}


def disclose_date(text: str | None, granularity: str, language: str) -> DisclosedDate | None:
    """Coarsen an EDTF date. ``None`` stays ``None``; so does every date where only the order is shown."""
    if text is None or granularity == "order":
        return None
    date = edtf.parse(text)
    start = _Coarse.of(date.start, granularity) if date.start else None
    end = _Coarse.of(date.end, granularity) if date.end else None
    table = words(language)["date"]
    first, last = (start.words(language) if start else ""), (end.words(language) if end else "")
    if not date.is_interval or (start is not None and start == end):
        shown = first
    elif start and end:
        shown = table["span"].format(start=first, end=last)
    elif start:
        shown = table["began" if date.end_unknown else "since"].format(start=first)
    else:
        shown = table["ended" if date.start_unknown else "until"].format(end=last)
    loose = any(side is not None and side.loose for side in (start, end))
    return DisclosedDate(shown, Span(start.first if start else None, end.last if end else None, loose))


def disclosed_year(text: str | None) -> str | None:
    """The year of a birth, or ``None`` where it is not known to the year."""
    if text is None:
        return None
    start = edtf.parse(text).start
    if start is None or _FINENESS[start.precision] < _FINENESS["year"]:
        return None
    return str(start.year)


class _Coarse:
    """A point in time of which everything finer than a granularity has been thrown away."""

    def __init__(self, point: edtf.Point, precision: str) -> None:
        self.precision = precision
        self.year = point.year
        self.month = point.month if precision in ("month", "day") else None
        self.day = point.day if precision == "day" else None
        self.season = point.season if precision == "season" else None
        self.approximate = point.approximate
        self.uncertain = point.uncertain

    @classmethod
    def of(cls, point: edtf.Point, granularity: str) -> _Coarse:
        level = _LEVEL[granularity]
        precision = point.precision
        if _FINENESS[precision] > level:
            precision = "month" if level == _LEVEL["month"] else "year"
        return cls(point, precision)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Coarse) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]  # compared, never kept in a set

    @property
    def loose(self) -> bool:
        return self.approximate or self.uncertain or self.precision in ("decade", "century", "season")

    @property
    def first(self) -> tuple[int, ...]:
        if self.season is not None:
            return (self.year, 3 * (self.season - 20))
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    @property
    def last(self) -> tuple[int, ...]:
        if self.season is not None:
            month = 3 * (self.season - 20) + 2
            return (self.year + (month > 12), (month - 1) % 12 + 1)
        if self.precision in ("decade", "century"):
            return (self.year + (9 if self.precision == "decade" else 99),)
        return self.first

    def words(self, language: str) -> str:
        table = words(language)["date"]
        shown = str(
            table[self.precision].format(
                day=self.day,
                month=table["months"][self.month - 1] if self.month else "",
                season=table["seasons"][self.season - 21] if self.season else "",
                year=self.year,
                end=self.year + 99,
            )
        )
        if self.approximate:
            shown = table["about"].format(date=shown)
        if self.uncertain:
            shown = table["uncertain"].format(date=shown)
        return shown
