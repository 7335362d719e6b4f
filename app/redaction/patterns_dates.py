"""All dates of a text as ``Found``: English, Chinese and the calendars that we only ask about, joined where they touch."""

from __future__ import annotations

import re
from dataclasses import replace

from app.redaction.patterns_found import Found
from app.redaction.patterns_view import View, windows
from app.redaction.textdates import TextDate
from app.redaction.textdates_chinese import chinese_dates, is_chinese_birth
from app.redaction.textdates_english import Hit, english_dates
from app.redaction.textdates_other import other_dates
from app.redaction.textdates_relative import is_birth, relative_dates

_TOUCH = re.compile(r"(?:,?[ \t]+|,?[ \t]*\n[ \t]*|[ \t]*\(|,)")
# One more day told behind or before: "3 May/4", "4.-5. June", "5月3/4日", "6月4至5日".
_ONE = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.|日|号|號)?"
_ONE_MORE = re.compile(rf"\s?[/~至到]\s?{_ONE}(?![\w]|[./:-]\d)")
_ONE_BEFORE = re.compile(rf"(?<![\w./:-]){_ONE}\s?[/~-]\s?\Z")
# Ranges in digits alone: "2019.6.4/5", "2019-06-04..05", "06/04/2019-06/05/2019", "4.6./5.6.2019".
_YEAR = r"(?:1[89]|20)\d\d"
_DIGIT_RANGE = re.compile(
    rf"(?<![\w./:-])(?:{_YEAR} ?(?P<a>[./-]) ?\d{{1,2}} ?(?P=a) ?\d{{1,2}} ?(?:[-/~至到]|\.\.+) ?(?:\d{{1,2}} ?(?P=a) ?)?\d{{1,2}}"
    rf"|\d{{1,2}}(?P<b>[./-])\d{{1,2}}(?:(?P=b)(?:{_YEAR}|\d\d)|\.)? ?[-/~至到] ?\d{{1,2}}(?P=b)\d{{1,2}}(?P=b)(?:{_YEAR}|\d\d))(?![\w/:])"
)
_DIGIT_RANGE_NEAR = re.compile(r"\d\.? ?(?:[-/~至到]|\.\.) ?\d")
_ASCII_OR_HAN_DIGITS = re.compile(r"[0-9０-９]")


def find_dates(view: View) -> list[Found]:
    """Return every date, time of day and age of a view, with places in the original text.

    A time or weekday that touches a date belongs to it ("on 4 June 2019 at 5 a.m."). What cannot be parsed is not ``sure``.
    """
    text = view.text
    hits = [*english_dates(view), *relative_dates(view)]
    if view.has_han:
        hits += chinese_dates(text)
    for low, high in windows(_DIGIT_RANGE_NEAR, text, 20, 20):
        hits += [(m.start(), m.end(), TextDate("", "day", "unknown")) for m in _DIGIT_RANGE.finditer(text, low, high)]
    hits = [_with_slashed(text, hit) for hit in _joined(text, hits)]
    found = [_found(view, *hit) for hit in hits]
    covered = [(item.start, item.end) for item in found if item.sure]
    for hit in other_dates(view):
        item = _found(view, *_with_slashed(text, hit))
        if not any(low <= item.start and item.end <= high for low, high in covered):
            found.append(item)
    return found


def _with_slashed(text: str, hit: Hit) -> Hit:
    """A day takes along what a slash ties to it; what it then means is not known."""
    start, end, when = hit
    if when.unit != "day" or when.role not in ("date", "unknown"):
        return hit
    after = _ONE_MORE.match(text, end)
    before = _ONE_BEFORE.search(text, max(0, start - 8), start)
    if not after and not before:
        return hit
    unknown = TextDate("", "day", "unknown", when.lang)
    return before.start() if before else start, after.end() if after else end, unknown


def _joined(text: str, hits: list[Hit]) -> list[Hit]:
    hits.sort(key=lambda hit: (hit[0], -hit[1]))
    out: list[Hit] = []
    for start, end, when in hits:
        if out and start < out[-1][1]:
            first_start, first_end, first = out[-1]
            if end > first_end:
                longer = first if first.role == "date" or first_end - first_start >= end - start else when
                out[-1] = (first_start, end, longer)
            continue
        if out and _TOUCH.fullmatch(text, out[-1][1], start):
            one = _one(out[-1][2], when)
            if one is not None:
                out[-1] = (out[-1][0], end, one)
                continue
        out.append((start, end, when))
    return out


def _one(first: TextDate, second: TextDate) -> TextDate | None:
    """Return what a date and the time or weekday beside it are together; ``None`` where they do not belong together."""
    details = ("time", "weekday")
    if first.lang != second.lang:
        return None
    if first.role == "date" and first.unit == "day" and second.role in details and second.lead in ("at", ""):
        return first
    if second.role == "date" and second.unit == "day" and first.role in details:
        lead = second.lead or ("on" if first.lead in ("at", "on") else "")
        return replace(second, lead=lead, capital=first.capital)
    if {first.role, second.role} == {"time", "weekday"}:
        day = first if first.role == "weekday" else second
        lead = day.lead or ("on" if first.lead in ("at", "on") else "")
        return replace(day, lead=lead, capital=first.capital)
    if first.role == "time" and second.role in ("recent", "soon", "later") and second.unit == "day":
        return replace(second, capital=first.capital)
    if (
        first.role in ("recent", "soon", "later")
        and first.unit == "day"
        and second.role == "time"
        and second.lead in ("at", "")
    ):
        return first
    return None


def _found(view: View, start: int, end: int, when: TextDate) -> Found:
    first, last = view.span(start, end)
    words = view.original[first:last]
    birth = when.role == "date" and (
        is_chinese_birth(view.text, start, end)
        if when.lang == "zh"
        else is_birth(view.text, start) or is_chinese_birth(view.text, start, end)
    )
    foreign = any(char.isdigit() and not char.isascii() and not _ASCII_OR_HAN_DIGITS.match(char) for char in words)
    if foreign and when.role != "unknown":
        when = TextDate("", "day", "unknown")
    return Found(
        first, last, "date", sure=when.role != "unknown", when=replace(when, words=words, birth=birth),
        what="age" if when.role == "age" else "date" if when.role != "unknown" else "calendar",
    )  # fmt: skip
