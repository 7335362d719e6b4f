"""Dates, times and ages inside a text, and what stands instead of them at a coarser granularity.

A ``TextDate`` never holds the day: what is written in its place at month or coarser is made from the year, the month and
the part of speech alone, so that it cannot depend on what it hides. Lengths of time ("for thirty days") are not dates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.redaction.patterns_found import Found

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
GRANULARITIES = ("day", "month", "year", "order")

#: How fine a phrase is. A profile that shows months leaves everything from "month" on as it stands.
_FINENESS = {"time": 0, "day": 1, "week": 2, "month": 3, "season": 4, "year": 5, "decade": 6}
_LEAST = {"day": 0, "month": 3, "year": 5, "order": 7}


@dataclass(frozen=True, slots=True)
class TextDate:
    """A phrase that tells when.

    ``words`` are the words as they stand. ``unit`` is the finest thing they tell: time day week month season year decade.
    ``role`` is what they do in the sentence:

    - ``date`` with ``year``, ``month`` (``None`` where not said, or where it depends on how numbers are read), and
      ``until_year``, ``until_month`` for a range;
    - ``later`` ``earlier`` ``after`` ``before`` ``ago`` ``recent`` ``soon`` ``same``: relative to something else;
    - ``weekday``, ``time`` (of the day), ``holiday`` (with its year where one is said), ``age``;
    - ``unknown``: a calendar or script that we do not read.

    ``lead`` is the preposition that belongs to the match ("on", "in", "at"); ``range`` how a range is written ("from",
    "between", "dash", or "list" for two dates); ``capital``: the match begins a sentence. ``article``: an age with its article ("a 17-year-old");
    ``noun``: that age stands for a person. ``birth``: the date is a date of birth.
    """

    words: str = field(repr=False)
    unit: str
    role: str = "date"
    lang: str = "en"
    year: int | None = None
    month: int | None = None
    until_year: int | None = None
    until_month: int | None = None
    lead: str = ""
    range: str = ""
    capital: bool = False
    birth: bool = False
    article: bool = False
    noun: bool = False

    @property
    def age(self) -> bool:
        """Whether this is an age and not a date."""
        return self.role == "age"


_ENGLISH = {
    "later": "later", "earlier": "earlier", "after": "after", "before": "before", "ago": "some time ago",
    "recent": "recently", "soon": "soon", "same": "at about that time",
}  # fmt: skip
_CHINESE = {
    "later": "之后", "earlier": "之前", "after": "之后", "before": "之前", "ago": "之前", "recent": "最近",
    "soon": "不久之后", "same": "同一时期", "weekday": "某一天", "time": "某个时刻",
}  # fmt: skip


def coarsen(found: Found, granularity: str, lang: str | None = None) -> str:
    """Return the text that stands instead of a date at ``granularity`` (day month year order none).

    At ``day``, and where the words are no finer than the granularity, they stay as they are. ``none`` hides the date, the
    birth or the age whole. ``lang`` chooses the words only for dates in calendars that we do not read. Raises ``ValueError``
    for what is not a date and for an unknown granularity.
    """
    when = found.when
    if when is None:
        raise ValueError("only a date can be coarsened")
    if granularity == "none":
        return hide_age(found) if when.age else hide_birth(found) if when.birth else _hidden(when, lang)
    if granularity not in GRANULARITIES:
        raise ValueError(f"no granularity {granularity!r}")
    if when.age or _FINENESS[when.unit] >= _LEAST[granularity]:
        return when.words
    if when.role == "unknown":
        return _hidden(when, lang)
    chinese = when.lang == "zh"
    return _chinese(when, granularity) if chinese else _upper(when, _english(when, granularity))


def hide_age(found: Found) -> str:
    """Return what stands instead of an age where ages are not shown; it tells nothing of the age, not even its article."""
    when = found.when
    if when is None:
        raise ValueError("only an age can be hidden")
    if when.lang == "zh":
        return "[年龄不公开]"
    if when.noun:
        return _upper(when, "a person [age withheld]")
    lead = {"at": "at ", "in": "at "}.get(when.lead, "")
    return _upper(when, f"{'an ' if when.article else lead}[age withheld]")


def hide_birth(found: Found) -> str:
    """Return what stands instead of a date of birth where births are not shown."""
    when = found.when
    if when is None:
        raise ValueError("only a date can be hidden")
    if when.lang == "zh":
        return "[日期不公开]"
    return _upper(when, f"{'on ' if when.lead in ('on', 'in') else ''}[date withheld]")


def _hidden(when: TextDate, lang: str | None) -> str:
    language = when.lang if when.role != "unknown" else (lang or when.lang)
    if language.startswith("zh"):
        return "[日期]"
    lead = when.lead if when.lead not in ("", "in", "at", "during", "over") else "on" if when.lead else ""
    return _upper(when, f"{lead} [date]".strip())


def _upper(when: TextDate, words: str) -> str:
    return words[:1].upper() + words[1:] if when.capital else words


def _english(when: TextDate, granularity: str) -> str:
    if when.role in _ENGLISH:
        return _ENGLISH[when.role]
    if granularity == "order":
        return _hidden(when, None)
    if when.role == "weekday":
        return "on a certain day" if when.lead == "on" else "a certain day"
    if when.role == "time":
        return "at one point" if when.lead == "at" else "a certain hour"
    if when.role == "holiday":
        return f"{when.lead + ' ' if when.lead else ''}a public holiday{f' in {when.year}' if when.year else ''}"
    year = when.year if granularity == "month" else when.year or when.until_year
    first = _english_moment(year, when.month, granularity)
    last = _english_moment(when.until_year, when.until_month, granularity)
    lead = "in " if when.lead in ("on", "in", "at") else ""
    if not first:
        return _hidden(when, None)
    if not last or not when.range:
        return lead + first
    if first == last or last.startswith(f"{first} "):
        # "from 2 to 30 May 2019", and "from 2 May to 30 May 2019" where the first year is not said.
        return ("in " if when.range in ("from", "between") else lead) + last
    if when.month and when.until_month and granularity == "month" and when.year == when.until_year and when.year:
        first = MONTHS[when.month - 1]
    if when.range in ("dash", "list"):
        return f"{lead}{first}{'–' if when.range == 'dash' else ' and '}{last}"
    return f"from {first} to {last}" if when.range == "from" else f"between {first} and {last}"


def _english_moment(year: int | None, month: int | None, granularity: str) -> str:
    if granularity == "month" and month:
        return MONTHS[month - 1] + (f" {year}" if year else "")
    return str(year) if year else ""


def _chinese(when: TextDate, granularity: str) -> str:
    if when.role in ("weekday", "time") and granularity == "order":
        return "[日期]"
    if when.role in _CHINESE:
        return _CHINESE[when.role]
    if granularity == "order":
        return "[日期]"
    if when.role == "holiday":
        return f"{when.year}年的一个节日" if when.year else "一个节日"
    first = _chinese_moment(when.year, when.month, granularity)
    last = _chinese_moment(when.until_year, when.until_month, granularity)
    if not first:
        return "[日期]"
    if not last or first == last or first.endswith(last):
        return first
    if when.year == when.until_year and when.year and granularity == "month":
        last = f"{when.until_month}月"
    return f"{first}至{last}"


def _chinese_moment(year: int | None, month: int | None, granularity: str) -> str:
    shown = f"{year}年" if year else ""
    if granularity == "month" and month:
        return f"{shown}{month}月"
    return shown
