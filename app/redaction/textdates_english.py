"""Dates written in English or in digits: "4 June 2019", "June 4th", "2019-06-04", "spring 2019", "from 2 May to 1 June".

Each finder yields (start, end, TextDate) in the plain text of a view. Dates in digits with the year last ("4/6/2019") have
no month here: whether 4 or 6 is the month depends on who wrote it, so that at month only the year is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from app.redaction.patterns_view import View, around, ascii_pattern, digit_windows, near_words
from app.redaction.textdates import TextDate

Hit = tuple[int, int, TextDate]

_MONTH_STEMS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|jun(?:e|\.)?|jul(?:y|\.)?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])"
)
ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    "|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh"
    "|eighth|ninth)|thirtieth|thirty[- ]first"
)
_DIGIT_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?: ?(?:st|nd|rd|th)\b)?(?!\d|[.,:]\d)"
_DAY = rf"(?:{_DIGIT_DAY}|\b(?:{ORDINALS})\b)"
_AND_DAY = r"(?: ?, ?(?:and )?| ?[-/+] ?| and | or | to | until | & | then | or (?:perhaps |maybe |possibly ))(?:the )?"
_DAYS = rf"{_DAY}(?:{_AND_DAY}{_DAY}){{0,6}}(?: ?\((?:or )?{_DAY}\))?"
YEAR = rf"(?:(?:1[5-9]|20)\d\d(?!\d|[.,/:]\d|-\d\d)|\b(?:nineteen|twenty)[- ](?:(?:{TENS})(?:[- ](?:{ONES}))?|{TEENS}|oh[- ](?:{ONES}))\b" \
    rf"|\btwo thousand(?: and)?(?: (?:{TENS})(?:[- ](?:{ONES}))?| (?:{TEENS}|{ONES}))?\b|'\d\d\b)"  # fmt: skip
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_SHORT_WEEKDAY = rf"(?:{WEEKDAY}|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\.?)"
_GAP = r"(?:[ \t]*\n[ \t]*|[ \t]+)"
_PART = (
    r"(?:(?:(?:early|late) )?(?:on )?(?:the )?(?:(?:very )?(?:early|late) )?"
    r"(?:morning|afternoon|evening|night|day|eve|dawn) (?:of |before |on )(?:the )?)"
)
_LEAD = r"(?:(?P<lead>\bon(?: or about| or around| about)?|\bin)[ \t\n]+)?"
_LOOSE = (
    r"(?:(?:the )?(?:very )?(?:early(?: in| on in)?|mid|late(?: in)?|(?:beginning|start|end|middle) of"
    r"|(?:first|second|third|fourth|fifth|last|final) (?:week|weekend|days?|nights?|half|part|third|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day) (?:of|in)|week of|weekend of)"
    r"(?: |-)(?:the )?(?:month of )?)"
)

_DMY = ascii_pattern(
    rf"{_LEAD}{_PART}?(?:\b{_SHORT_WEEKDAY},? (?:the )?)?(?P<the>\bthe )?(?<![\d.,])(?<!(?<!\d)\d[/-])(?<!(?<!\d)\d\d[/-]){_DAYS}"
    rf"(?:\.?{_GAP}(?:(?:day|night){_GAP})?(?P<of>of )?|[-./])(?:the month of )?(?P<month>{MONTH})(?:(?:,?{_GAP}(?:of |in )?|[-/])(?P<year>{YEAR})|[-/]\d\d(?![\w/-]))?",
    re.I,
)
_MDY = ascii_pattern(
    rf"{_LEAD}{_PART}?(?:\b{_SHORT_WEEKDAY},? )?\b(?P<month>{MONTH})(?:{_GAP}|[-/])(?:the )?{_DAYS}"
    rf"(?:(?:(?:,? ?\({_SHORT_WEEKDAY}\))?,?{_GAP}(?:of |in )?|/)(?P<year>{YEAR}))?",
    re.I,
)
_LOOSE_MONTH = ascii_pattern(
    rf"(?:(?P<lead>\bin|\bon|\bat|\bduring)[ \t\n]+)?\b{_LOOSE}(?P<month>{MONTH})(?:,?{_GAP}(?:of )?(?P<year>{YEAR}))?", re.I
)
_MY = ascii_pattern(rf"(?:(?P<lead>\bin)[ \t\n]+)?\b(?P<month>{MONTH})(?:,?{_GAP}(?:of )?|-)(?P<year>{YEAR})", re.I)
_LONE_MONTH = ascii_pattern(
    r"(?:(?P<in>\bin)|\b(?:since|until|till|by|from|to|of|during|before|after|last|next|this|that|early|late|mid|around"
    rf"|about|through|between|and|or)) (?:the (?:month of )?)?(?P<month>{MONTH})(?!['\w])|\b(?P<plain>January|February|July|"
    r"September|October|November|December)\b",
    re.I,
)
_SEASON = ascii_pattern(
    rf"(?:(?P<lead>\bin|\bduring)[ \t\n]+)?\b(?:the )?(?:(?:early|mid|late)[- ])?"
    rf"(?:spring|summer|autumn|fall|winter|first half|second half|(?:first|second|third|fourth|last) quarter|Q[1-4]|early|late"
    rf"|beginning|start|middle|end|mid)(?: of| in)?(?:,?{_GAP}|-)(?:the year )?(?P<year>{YEAR})",
    re.I,
)
_LONE_SEASON = ascii_pattern(
    r"(?:(?P<lead>\bin|\bduring) (?:the )?(?:(?:early|late) )?|\b(?:last|next|that|this|the same) )"
    r"(?:spring|summer|autumn|fall|winter)\b(?! of)",
    re.I,
)
_DECADE = ascii_pattern(
    r"(?:(?P<lead>\bin|\bduring)[ \t\n]+)?\b(?:the )?(?:early |mid-? ?|late )?"
    r"(?:(?:1[89]|20)\d0'?s|'?[2-9]0'?s|(?:nineteen |twenty )(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies|nineties|eighties|seventies|sixties|fifties)\b",
    re.I,
)
_YEAR = ascii_pattern(
    r"(?<![\w/.,:'$€£¥#+-])(?P<year>(?:1[89]|20)\d\d)(?![\w/:%]|[.,-]\d| ?(?:yuan|RMB|dollars|euros?|people|men|metres|km|kg)\b)"
    rf"|\b(?P<words>(?:nineteen|twenty)[- ](?:(?:{TENS})[- ](?:{ONES})|oh[- ](?:{ONES})|(?:twenty|nineteen|eighteen|seventeen"
    rf"|sixteen|fifteen|fourteen|thirteen|twelve|eleven))|two thousand(?: and)? (?:{TENS}|{TEENS}|{ONES})(?:[- ](?:{ONES}))?)\b",
    re.I,
)
_YEARS = ascii_pattern(r"(?<![\w/.,:-])(?P<year>(?:1[89]|20)\d\d) ?[-/] ?(?:(?:1[89]|20)\d\d|1[3-9]|[2-9]\d)(?![\w/:%-]|\.\d)")
_ISO = ascii_pattern(
    rf"{_LEAD}(?<![\w./:-])(?P<year>(?:1[89]|20)\d\d)(?P<sep> ?[-./] ?)(?P<month>0?[1-9]|1[0-2])"
    r"(?:(?P=sep)(?:0?[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?Z|[+-]\d\d:?\d\d)?)?)?(?![\w:]|[./-]\d)"
)
_COMPACT = ascii_pattern(r"(?<![\w./-])(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w]|[./-]\d)")
_SLASHED = ascii_pattern(
    rf"{_LEAD}(?:\b{_SHORT_WEEKDAY},? )?(?<![\w./:-])(?P<a>[0-3]?\d)(?P<sep> ?[-./] ?)(?P<b>[0-3]?\d)(?P=sep)"
    r"(?P<year>(?:1[89]|20)?\d\d)(?![\w:]|[./-]\d)"
)
_SHORT_SLASHED = ascii_pattern(r"(?P<lead>\bon) (?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)(?![\w:]|[./-]\d)", re.I)
_RANGE_WORDS = ascii_pattern(r"(?:\s*-\s*|\s+(?:to|until|till|through|and)\s+(?:on\s+)?(?:the\s+)?)", re.I)
_FROM = ascii_pattern(r"\b(from|between)\s+(?:on\s+)?(?:about\s+|around\s+)?(?:the\s+)?$", re.I)

_SEVERAL_DAYS = ascii_pattern(r"\d\w* ?(?:-|to|and|until) ?(?:the )?\d+\w* ?(?:of )?[a-z]", re.I)

_MONTH_NAME = ascii_pattern(MONTH, re.I)
_DAY_BEFORE = ascii_pattern(
    r"(?:\d(?: ?(?:st|nd|rd|th))?|st|nd|rd|th)\)?[ \t\n./-]*(?:(?:day|night) )?(?:of[ \t\n]*)?(?:the month of )?$", re.I
)
_DAY_AFTER = ascii_pattern(r"[ \t\n/-]+(?:the )?(?:\d{1,2}(?!\d)|[a-z-]+(?:st|nd|rd|th)\b)", re.I)
_LOOSE_BEFORE = ascii_pattern(r"(?:\bof|y in|early|late|mid|\bin|month of)[ -](?:the (?:month of )?)?$", re.I)

_MONTH_NEAR = (
    frozenset(_MONTH_STEMS)
    | frozenset(("sept",))
    | frozenset("january february march april june july august sept september october november december".split())
)
_SEASON_NEAR = frozenset("spring summer autumn fall winter half quarter q early late beginning start middle end mid".split())
_DECADE_NEAR = frozenset("twenties thirties forties fifties sixties seventies eighties nineties".split())
_YEAR_WORDS_NEAR = frozenset(("nineteen", "twenty", "thousand"))
_TENS_NEAR = ascii_pattern(r"0'?s\b")
_DIGITS_NEAR = ascii_pattern(r"\d ?[-./]")
_YEAR_NEAR = ascii_pattern(r"(?:1[5-9]|20)\d\d|'\d\d\b")


@lru_cache(maxsize=1)
def _number_words() -> dict[str, int]:
    ones = {word: n for n, word in enumerate(ONES.split("|"), 1)}
    teens = {word: n for n, word in enumerate(TEENS.split("|"), 10)}
    tens = {word: n * 10 for n, word in enumerate(TENS.split("|"), 2)}
    return ones | teens | tens


def year_of(words: str | None) -> int | None:
    """Return the year that "2019", "'19", "nineteen eighty-nine" or "two thousand and nineteen" means."""
    if not words:
        return None
    if words.isdigit():
        year = int(words)
        return year if year > 99 else _century(year)
    if words.startswith("'"):
        return _century(int(words[1:]))
    values = [_number_words()[part] for part in re.split(r"[-\s]+", words.lower()) if part in _number_words()]
    if words.lower().startswith("two thousand"):
        return 2000 + sum(values[1:])
    return values[0] * 100 + sum(values[1:])


def _century(short: int) -> int:
    return 2000 + short if short < 40 else 1900 + short


def month_of(words: str) -> int:
    """Return 1 to 12 for the English name or short form of a month."""
    return _MONTH_STEMS.index(words[:3].lower()) + 1


def _lead(match: re.Match[str]) -> str:
    lead = (match.groupdict().get("lead") or "").lower()
    return "on" if lead.startswith("on") else "in" if lead in ("in", "at", "during") else ""


def _named(text: str, match: re.Match[str], unit: str) -> Hit:
    found = match.groupdict()
    month = month_of(found["month"]) if found.get("month") else None
    start, lead = match.start(), _lead(match)
    if found.get("the") == text[start : start + 4] and not found["of"]:
        start += 4  # "the 4 June protest" reads on as "the June protest"
    capital = bool(lead) and text[start].isupper()
    return start, match.end(), TextDate("", unit, year=year_of(found.get("year")), month=month, lead=lead, capital=capital)


def _months(view: View) -> Iterator[Hit]:
    text = view.text
    for place in sorted(place for word in _MONTH_NEAR & view.words.keys() for place in view.words[word]):
        name = _MONTH_NAME.match(text, place)
        if name is None:
            continue
        if _DAY_BEFORE.search(text, max(0, place - 30), place):
            covered = False
            for match in _DMY.finditer(text, _left(text, place - 56), place + 44):
                covered |= match.start("month") == place
                yield _named(text, match, "day")
            if covered:
                continue
        if _DAY_AFTER.match(text, name.end()):
            for match in _MDY.finditer(text, _left(text, place - 60), name.end() + 90):
                yield _named(text, match, "day")
        if _LOOSE_BEFORE.search(text, max(0, place - 14), place):
            for match in _LOOSE_MONTH.finditer(text, _left(text, place - 50), name.end() + 30):
                yield _named(text, match, "week")
        start = _left(text, place - 16)
        for match in _MY.finditer(text, start, name.end() + 34):
            yield _named(text, match, "month")
        for match in _LONE_MONTH.finditer(text, start, min(name.end() + 1, len(text))):
            lead = "in" if match["in"] else ""
            group = "plain" if match["plain"] else "month"
            if match[group][0].islower() and not (lead and match[group] not in ("may", "mar", "march")):
                continue
            first = match.start() if lead else match.start(group)
            when = TextDate("", "month", month=month_of(match[group]), lead=lead, capital=bool(lead) and text[first] == "I")
            yield first, match.end(group), when


def _left(text: str, place: int) -> int:
    """Return ``place`` moved left to where a word begins."""
    place = max(place, 0)
    while place > 0 and text[place - 1].isalnum() and place % 50:
        place -= 1
    return place


def _in_digits(view: View) -> Iterator[Hit]:
    text = view.text
    for start, end in digit_windows(view, _DIGITS_NEAR, 30, 30):
        for match in _ISO.finditer(text, start, end):
            whole = match.group().count(match["sep"].strip()) > 1
            if not whole and (match["sep"].strip() != "-" or len(match["month"]) == 1) and match["sep"] != "/":
                continue
            yield _named_digits(match, "day" if whole else "month", int(match["month"]))
        for match in _SLASHED.finditer(text, start, end):
            a, b = int(match["a"]), int(match["b"])
            if 1 <= min(a, b) <= 12 and max(a, b) <= 31:
                # Two digits of a year may as well be a day: then not even the year is sure.
                yield _named_digits(match, "day", None)
        for match in _SHORT_SLASHED.finditer(text, start, end):
            yield match.start(), match.end(), TextDate("", "day", lead="on", capital=text[match.start()] == "O")


def _named_digits(match: re.Match[str], unit: str, month: int | None) -> Hit:
    year = int(match["year"]) if len(match["year"]) == 4 else None
    lead = _lead(match)
    capital = bool(lead) and match.group()[0].isupper()
    return match.start(), match.end(), TextDate("", unit, year=year, month=month, lead=lead, capital=capital)


def _years(view: View, hits: list[Hit]) -> Iterator[Hit]:
    text = view.text
    known = {place for start, end, _ in hits for place in range(start, end)}
    places = [match.start() for match in _YEAR_NEAR.finditer(text) if match.start() not in known]
    for start, end in around(text, places, 36, 16):
        yield from _years_in(text, start, end)
    for start, end in near_words(view, _YEAR_WORDS_NEAR, 40, 40):
        yield from _years_in(text, start, end)
    for start, end in (*digit_windows(view, _TENS_NEAR, 40, 10), *near_words(view, _DECADE_NEAR, 40, 20)):
        for match in _DECADE.finditer(text, start, end):
            yield match.start(), match.end(), TextDate("", "decade", lead=_lead(match), capital=match.group()[0].isupper())
    for start, end in near_words(view, _SEASON_NEAR, 30, 10):
        for match in _LONE_SEASON.finditer(text, start, end):
            yield match.start(), match.end(), TextDate("", "season", lead=_lead(match), capital=match.group()[0].isupper())


def _years_in(text: str, start: int, end: int) -> Iterator[Hit]:
    for match in _SEASON.finditer(text, start, end):
        yield _named(text, match, "season")
    for match in _YEARS.finditer(text, start, end):
        yield match.start(), match.end(), TextDate("", "year", year=int(match["year"]))
    for match in _YEAR.finditer(text, start, end):
        yield match.start(), match.end(), TextDate("", "year", year=year_of(match["year"] or match["words"]))
    for match in _COMPACT.finditer(text, start, end):
        yield match.start(), match.end(), TextDate("", "day", year=int(match["year"]), month=int(match["month"]))


def plainly_a_day(words: str) -> bool:
    """Whether words are all of them a day of a month as it is usually written, which needs no question."""
    return bool(_DMY.fullmatch(words) or _MDY.fullmatch(words))


def english_dates(view: View) -> list[Hit]:
    """Return every absolute date in a view's plain text, ranges joined; they do not overlap."""
    text = view.text
    hits = [*_months(view), *_in_digits(view)]
    hits = sorted([*hits, *_years(view, hits)], key=lambda hit: (hit[0], -hit[1]))
    out: list[Hit] = []
    for hit in hits:
        if out and hit[0] < out[-1][1]:
            if hit[1] > out[-1][1] and hit[1] - hit[0] > out[-1][1] - out[-1][0]:
                out[-1] = hit
            continue
        out.append(hit)
    return _joined_ranges(text, out)


def _joined_ranges(text: str, hits: list[Hit]) -> list[Hit]:
    out: list[Hit] = []
    for start, end, when in hits:
        first_start, first_end, first = out[-1] if out else (0, 0, when)
        listed = _FROM.search(text, max(0, start - 30), start) if _SEVERAL_DAYS.search(text, start, end) else None
        if listed and when.unit == "day" and not when.lead:
            when = replace(
                when, range="from", until_year=when.year, until_month=when.month, capital=text[listed.start()].isupper()
            )
            out.append((listed.start(), end, when))
            continue
        if out:
            first_start, first_end, first = out[-1]
            gap = text[first_end:start]
            before = _FROM.search(text, max(0, first_start - 30), first_start)
            plain = _RANGE_WORDS.fullmatch(gap)
            if (
                gap in (" and ", " and\n", ", ", " or ") and not before and first.unit == when.unit == "day"
                and not first.range and not first.lead == when.lead == "on" and not when.lead and first.month and when.month
            ):  # fmt: skip
                out[-1] = (first_start, end, replace(first, range="list", until_year=when.year, until_month=when.month))
                continue
            if plain and not first.range and first.unit in ("day", "week", "month", "year") and (before or "-" in gap):
                written = before[1].lower() if before else "dash"
                begin = before.start() if before else first_start
                finest = "day" if "day" in (first.unit, when.unit) else when.unit
                capital = text[begin].isupper() if before else first.capital
                out[-1] = (
                    begin, end,
                    TextDate("", finest, year=first.year, month=first.month, until_year=when.year, until_month=when.month,
                             lead=first.lead, range=written, capital=capital),
                )  # fmt: skip
                continue
        out.append((start, end, when))
    return out
