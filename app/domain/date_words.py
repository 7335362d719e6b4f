"""What a date was understood as, in words a lay reader understands; ``app.domain.said_dates`` reads them back.

Two dates never have the same words. In English the parts of one date are held together by spaces that do not break.
Where the sides of an interval have reserves of their own, each stands beside its side: "from about May 2019 to June
2020 (not certain)".
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain import dates
from app.domain.said_parts import Said

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language. ``{s}`` ``{e}`` are the sides of an interval, ``{d}`` a date."""

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    day: str
    month: str
    season: str
    winter: str
    year: str
    some_day: str
    some_month: str
    some_day_of_year: str
    decade: str
    years: str
    about: str
    uncertain: str
    side_uncertain: str
    span: str
    loose_span: str
    since: str
    began: str
    until: str
    ended: str
    probably: str
    notes: dict[str, str]
    noted: str


_ENGLISH = _Words(
    months=_MONTHS,
    seasons=_SEASONS,
    day="{day} {month} {year}",
    month="{month} {year}",
    season="{season} {year}",
    winter="winter {year}–{next}",
    year="{year}",
    some_day="some day in {month} {year}",
    some_month="some month in {year}",
    some_day_of_year="some day in {year}",
    decade="the {year}s",
    years="some year in {year}–{end}",
    about="about {d}",
    uncertain="{d}, not certain",
    side_uncertain="{d} (not certain)",
    span="{s} to {e}",
    loose_span="from {s} to {e}",
    since="from {s}, still going on",
    began="from {s}, end not known",
    until="{e} or earlier",
    ended="until {e}, start not known",
    probably="{d}, probably {p}",
    noted="{d} ({n})",
    notes={
        "early": "the early part",
        "mid": "the middle",
        "late": "the late part",
        "some-time-in": "some time in it, not all along",
        "before": "told as “before”",
        "after": "told as “after”",
        "year-assumed": "one year was not told",
        "spelling": "the month was misspelt",
        "time-left-out": "without the time of day",
        "counted": "counted from the day it was told",
        "in-the-future": "after the day it was told",
        "unlikely-year": "an unlikely year",
    },
)
_SIMPLIFIED = _Words(
    months=tuple(str(number) for number in range(1, 13)),
    seasons=("春", "夏", "秋", "冬"),
    day="{year}年{month}月{day}日",
    month="{year}年{month}月",
    season="{year}年{season}季",
    winter="{year}至{next}年冬季",
    year="{year}年",
    some_day="{year}年{month}月某日",
    some_month="{year}年某月",
    some_day_of_year="{year}年某月某日",
    decade="{year}年代",
    years="{year}至{end}年间某年",
    about="约{d}",
    uncertain="{d}（不确定）",
    side_uncertain="{d}（不确定）",
    span="{s}至{e}",
    loose_span="从{s}至{e}",
    since="从{s}起，仍在继续",
    began="从{s}起，结束时间不明",
    until="{e}或更早",
    ended="至{e}止，开始时间不明",
    probably="{d}，可能是{p}",
    noted="{d}（{n}）",
    notes={
        "early": "前期",
        "mid": "中期",
        "late": "后期",
        "some-time-in": "其间某时，并非始终",
        "before": "原话为“之前”",
        "after": "原话为“之后”",
        "year-assumed": "有一端未说年份",
        "spelling": "月份拼写有误",
        "time-left-out": "未记具体时刻",
        "counted": "由讲述之日推算",
        "in-the-future": "在讲述之日以后",
        "unlikely-year": "年份可疑",
    },
)
#: The characters in which the words above differ in traditional writing.
_TRADITIONAL = str.maketrans("约间从续结时开确讲并终话为后写误记体来继", "約間從續結時開確講並終話為後寫誤記體來繼")


def date_words(edtf: str, language: str = "en") -> str:
    """Say an EDTF date in English or, for ``zh…`` and ``yue``, in Chinese (traditional for ``zh-Hant``, ``zh-TW``,
    ``zh-HK``, ``zh-MO`` and ``yue`` without a script). Every other language gets English.

    Raises ``app.domain.dates.DateError`` for what is no EDTF date.
    """
    return _written(_date(edtf, _words(language)), language)


def said_words(said: Said, language: str = "en") -> str:
    """Say how a told date was understood: the date, the wider time told with it, and what else should be known.

    That it was counted from the day of telling is left out: the date itself shows it.
    """
    words = _words(language)
    if said.within is None:
        text = _date(said.edtf, words)
    else:
        text = words.probably.format(d=_bounds(said.within, words), p=_nearer(said, words))
    notes = [words.notes[note] for note in said.notes if note != "counted"]
    if notes:
        text = words.noted.format(d=text, n=("; " if words is _ENGLISH else "；").join(notes))
    return _written(text, language)


def note_words(note: str, language: str = "en") -> str:
    """Say one note of a reading. Raises ``KeyError`` for what is no note."""
    return _written(_words(language).notes[note], language)


def _words(language: str) -> _Words:
    return _SIMPLIFIED if language.lower().split("-")[0] in ("zh", "yue") and "latn" not in language.lower() else _ENGLISH


def _written(text: str, language: str) -> str:
    tag = language.lower()
    traditional = tag.startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo")) or (tag.startswith("yue") and "hans" not in tag)
    return text.translate(_TRADITIONAL) if traditional else text


def _date(edtf: str, words: _Words) -> str:
    date = dates.parse(edtf)
    if not date.is_interval:
        assert date.start is not None
        return _reserved(_point(date.start, edtf, words), date.start, words, words.uncertain)
    left, _, right = edtf.partition("/")
    start = _reserved(_point(date.start, left, words), date.start, words, words.side_uncertain) if date.start else ""
    end = _reserved(_point(date.end, right, words), date.end, words, words.side_uncertain) if date.end else ""
    if start and end:
        loose = any(side[-1] in "~?%" for side in (left, right))
        return (words.loose_span if loose else words.span).format(s=start, e=end)
    if start:
        return (words.began if date.end_unknown else words.since).format(s=start)
    return (words.ended if date.start_unknown else words.until).format(e=end)


def _reserved(text: str, point: dates.Point, words: _Words, uncertain: str) -> str:
    if point.approximate:
        text = words.about.format(d=text)
    return uncertain.format(d=text) if point.uncertain else text


def _point(point: dates.Point, edtf: str, words: _Words) -> str:
    """One date without its reserve. The spaces inside do not break."""
    text = _template(point, edtf.rstrip("~?%"), words).format(
        day=point.day,
        month=words.months[point.month - 1] if point.month else "",
        season=words.seasons[point.season - dates.SPRING] if point.season else "",
        year=f"{point.year:04}",
        next=f"{point.year + 1:04}",
        end=f"{point.year + (99 if point.precision == 'century' else 9):04}",
    )
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def _template(point: dates.Point, bare: str, words: _Words) -> str:
    if point.precision == "season":
        return words.winter if point.season == dates.WINTER else words.season
    if point.precision == "century" or (point.precision == "decade" and point.year % 100 == 0):
        return words.years  # "the 2000s" means ten years to some and a hundred to others
    if bare.endswith("-XX-XX"):
        return words.some_day_of_year
    if bare.endswith("-XX"):
        return words.some_month if point.precision == "year" else words.some_day
    return {"decade": words.decade, "year": words.year, "month": words.month, "day": words.day}[point.precision]


def _bounds(edtf: str, words: _Words) -> str:
    """A wider time from its first to its last month ("December 2020 to February 2021")."""
    date = dates.parse(edtf)
    if date.start and date.end and date.start.precision == "season":
        first, last = date.start.earliest, date.end.latest
        return _date(f"{first.isoformat()[:7]}/{last.isoformat()[:7]}", words)
    return _date(edtf, words)


def _nearer(said: Said, words: _Words) -> str:
    point = dates.parse(said.edtf).start
    if point is not None and point.precision == "month" and point.month and words is _ENGLISH:
        return words.months[point.month - 1]
    return _date(said.edtf.rstrip("~?%"), words)
