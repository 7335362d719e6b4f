"""Single dates told in English: figures and names of months in any order, seasons, decades, and what is counted from today."""

from __future__ import annotations

import difflib
import re
from functools import partial
from itertools import pairwise

from app.domain import dates
from app.domain.said_counted import ago, near_period, week, weekday
from app.domain.said_numbers import numeric
from app.domain.said_parts import (
    Said,
    SaidDateError,
    When,
    checked,
    day,
    days_from,
    decade,
    month,
    months_from,
    noted,
    on_weekday,
    over,
    part_of,
    two_digits,
    winter,
    winter_of,
    year,
)

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, 1)} | {"sept": 9, "janu": 1, "febr": 2}
_SEASONS = {
    "spring": 21,
    "springtime": 21,
    "summer": 22,
    "summertime": 22,
    "autumn": 23,
    "fall": 23,
    "winter": 24,
    "wintertime": 24,
}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAYS = {name: number for number, name in enumerate(_DAYS)} | {
    short: number
    for number, shorts in enumerate(("mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun"))
    for short in shorts.split()
}
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
).split()
_ORDINALS = (
    "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth"
).split()
_NUMBERS = (
    {word: number for number, word in enumerate(_UNITS)}
    | {word: number for number, word in enumerate(_ORDINALS) if number}
    | {"twenty": 20, "twentieth": 20, "thirty": 30, "thirtieth": 30}
)
_COMPOUND = re.compile(
    rf"\b(twenty|thirty)[- ]({'|'.join(_UNITS[1:10])}|{'|'.join(_ORDINALS[1:10])})\b|\b({'|'.join(_NUMBERS)})\b"
)
_DECADES = {
    name: number
    for number, name in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}
_THIS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "previous": -1, "coming": 1}
_NAMED_YEAR = re.compile(r"\b(?:the )?(?P<two>year before last)\b|\b(?:the )?(?P<which>last|this|next) year(?:'s)?\b")
_NAMED_MONTH = re.compile(r"\b(?:the )?(?P<two>month before last)\b|\b(?:the )?(?P<which>last|this|next) month(?:'s)?\b")
_RELATIVE_DAYS = {
    "today": 0, "now": 0, "yesterday": -1, "the day before yesterday": -2, "day before yesterday": -2, "tomorrow": 1,
    "the day after tomorrow": 2, "day after tomorrow": 2,
}  # fmt: skip
_TIMED_DAYS = {
    "last night": -1, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "earlier today": 0,
}  # fmt: skip
_AGO = re.compile(
    r"(?:(?P<n>[0-9]{1,3})|a|an|(?P<half>half an?|half a)|(?P<pair>(?:a )?couple(?: of)?))"
    r" (?P<unit>day|week|fortnight|month|year)s? ago"
)
_IN = re.compile(r"in (?:(?P<n>[0-9]{1,3})|an?) (?P<unit>day|week|fortnight|month|year)s?(?:' time)?")
_WEEK = re.compile(r"(?:the )?(?:(?P<two>week before last)|(?P<which>last|this|next) week)")
_PERIOD = re.compile(r"(?P<which>last|this|next) (?P<name>[a-z]+)\.?|the (?P<before>[a-z]+) before last")
_DECADE = re.compile(r"(?:the )?(?P<part>early |mid |late )?(?P<sign>'?)(?P<years>[0-9]{2}|[0-9]{4})'?s")
_DECADE_WORD = re.compile(rf"(?:the )?(?P<part>early |mid |late )?(?P<name>{'|'.join(_DECADES)})")
_YEARS = re.compile(
    r"(?:some|any|a) year (?:in|of|from) (?P<a>[0-9]{4})(?:–|-| to )(?P<b>[0-9]{4})"
    r"|the years (?P<c>[0-9]{4}) to (?P<d>[0-9]{4})"
)
_CENTURY = re.compile(r"(?:the )?(?P<n>[0-9]{1,2})(?:st|nd|rd|th) century")
_SOME = re.compile(
    r"(?:some|one|a certain|a) (?P<unit>day|month)(?: or other)? (?:in|of) (?P<rest>.+)|some ?time (?:in|during) (?P<loose>.+)"
)
_PART = re.compile(
    r"(?:the )?(?:very )?(?P<part>early|beginning|start|mid|middle|late|end)(?: part)?(?: of| in|-| )? ?(?:the )?(?P<rest>.+)"
)
_PARTS = {"beginning": "start", "middle": "mid"}
_HALF = re.compile(
    r"(?:the )?(?:(?P<half>1|2)(?:st|nd|th)? half|(?P<quarter>[1-4])(?:st|nd|rd|th)? quarter|q(?P<q>[1-4]))"
    r"(?: of| in)?(?: the)? (?P<year>[0-9]{4})"
)
_WINTER = re.compile(
    r"(?:the )?winter(?:time)?(?: of| in)?(?: the)? (?P<a>[0-9]{4}) ?(?:–|-|/| to | and | into )(?P<b>[0-9]{4,5}|[0-9]{2})"
)
_DAYTIME = re.compile(
    r"(?:(?:early |late )?(?:on |in |at )?the )?(?:early |late )?"
    r"(?:night|morning|afternoon|evening|eve) (?:of|on) (?:the )?(?P<a>.+)"
    r"|(?P<b>.+?),? (?:(?:early |late )?in the (?:early |late )?(?:morning|afternoon|evening|night)"
    r"|at (?:night|noon|midnight|dawn|dusk|midday)"
    r"|(?:early |late )?(?:morning|afternoon|evening|night)|(?:at )?[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\.?)?"
    r"|(?:at )?[0-9]{1,2} ?[ap]\.?m\.?)"
)
_LEAD = re.compile(r"(?:(?:back )?(?:in|on|during|at|over)|it was|that was|this was|it happened(?: in| on)?|the|dated?) ")
_TOKEN = re.compile(r"[a-z]+|[0-9]+|[^\s]")
_DROPPED = frozenset(", . of the in on year month day st nd rd th".split())
_YEAR_WORD = re.compile(r"(?P<year>[0-9]{4})(?: ?(?:ad|ce|a\.d\.))")


def prepared(text: str, when: When) -> str:
    """Turn words for numbers into figures, and the years and months named from today into plain ones."""
    text = _COMPOUND.sub(_number, text)
    text = re.sub(r"\b(twenty|thirty) (?=[0-9])", "", text)
    text = _NAMED_YEAR.sub(lambda found: f"{when.said_on.year + _step(found):04}", text)
    text = _NAMED_MONTH.sub(lambda found: _month_words(months_from(when.said_on, _step(found))), text)
    return _YEAR_WORD.sub(r"\g<year>", text).strip()


def _number(found: re.Match[str]) -> str:
    if found[3]:
        word = found[3]
        number = _NUMBERS[word]
    else:
        word = found[2]
        number = _NUMBERS[found[1]] + _NUMBERS[word]
    ordinal = word in _ORDINALS or word in ("twentieth", "thirtieth")
    return f"{number}{'th' if ordinal else ''}"


def _step(found: re.Match[str]) -> int:
    return -2 if found["two"] else _THIS[found["which"]]


def _month_words(of: tuple[int, int]) -> str:
    return f"{_MONTHS[of[1] - 1]} {of[0]:04}"


def read_point(text: str, when: When) -> Said:
    """Read one date (or a span that has a name of its own, such as "last week"). Raises ``SaidDateError``."""
    said = numeric(text, when) or _named(text, when)
    if said is not None:
        return said
    lead = _LEAD.match(text)
    if lead is not None:
        return read_point(text[lead.end() :], when)
    return _listed(text, when)


def _named(text: str, when: When) -> Said | None:
    """Dates that are more than a list of names and figures."""
    for read in (_counted, _some, _decades, _seasons, _parts):
        said = read(text, when)
        if said is not None:
            return said
    return None


def _counted(text: str, when: When) -> Said | None:
    on = when.said_on
    if text in _RELATIVE_DAYS:
        return Said(str(days_from(on, _RELATIVE_DAYS[text])), ("counted",))
    if text in _TIMED_DAYS:
        return Said(str(days_from(on, _TIMED_DAYS[text])), ("counted", "time-left-out"))
    if match := _AGO.fullmatch(text):
        count = int(match["n"]) if match["n"] else 2 if match["pair"] else 1
        if match["half"]:
            return ago(on, "m", 6) if match["unit"] == "year" else None
        said = _ago(text, match["unit"], count, when)
        return said if not match["pair"] or not said.certain else Said(said.edtf + "~", said.notes)
    if match := _IN.fullmatch(text):
        return _ago(text, match["unit"], -int(match["n"] or 1), when)
    if match := _WEEK.fullmatch(text):
        return week(on, _step(match))
    if match := _PERIOD.fullmatch(text):
        return _period(match["which"] or "", match["name"] or match["before"], when)
    if text.removeprefix("on ").rstrip(".") in _WEEKDAYS:
        return weekday(on, _WEEKDAYS[text.removeprefix("on ").rstrip(".")], "")
    return None


def _ago(text: str, unit: str, count: int, when: When) -> Said:
    return ago(when.said_on, "w", 2 * count) if unit == "fortnight" else ago(when.said_on, unit[0], count)


def _period(which: str, name: str, when: When) -> Said | None:
    number = _SEASONS.get(name) or _SHORT.get(name) or (_MONTHS.index(name) + 1 if name in _MONTHS else None)
    if number is not None and which:
        return near_period(when.said_on, which, number)
    if number == dates.WINTER:
        point = dates.parse(near_period(when.said_on, "last", number).edtf).start
        assert point is not None
        return Said(f"{year(point.year - 1)}-24", ("counted",))
    if which and name in _WEEKDAYS:
        return weekday(when.said_on, _WEEKDAYS[name], which)
    return None


def _some(text: str, when: When) -> Said | None:
    """ "Some day in June 2021": the digits that nobody knows."""
    match = _SOME.fullmatch(text)
    if match is None:
        return None
    said = read_point(match["rest"] or match["loose"], when)
    point = dates.parse(said.edtf).start
    if "/" in said.edtf or point is None or not said.certain or said.edtf.endswith("X"):
        return said if match["loose"] else None
    if point.precision == "month" and match["unit"] != "month":
        return checked(said.edtf + "-XX", *said.notes)
    if point.precision == "year" and match["unit"]:
        return checked(said.edtf + ("-XX-XX" if match["unit"] == "day" else "-XX"), *said.notes)
    return said if match["loose"] else None


def _decades(text: str, when: When) -> Said | None:
    said, part = None, ""
    if match := _YEARS.fullmatch(text):
        start, end = int(match["a"] or match["c"]), int(match["b"] or match["d"])
        if (start % 10, end - start) == (0, 9):
            return decade(start)
        return decade(start, 2) if (start % 100, end - start) == (0, 99) else None
    if match := _CENTURY.fullmatch(text):
        return decade(100 * (int(match["n"]) - 1), 2)
    if match := _DECADE.fullmatch(text):
        part, digits = (match["part"] or "").strip(), match["years"]
        if int(digits) % 10:
            return None
        number = int(digits) if len(digits) == 4 else two_digits(digits, when.said_on)
        if number % 100 == 0 and len(digits) == 4 and number < 2000:
            raise SaidDateError("ambiguous", decade(number).edtf, decade(number, 2).edtf)
        said = decade(number)
    elif match := _DECADE_WORD.fullmatch(text):
        part = (match["part"] or "").strip()
        said = decade(two_digits(f"{_DECADES[match['name']]}0", when.said_on))
    return part_of(said, part) if said is not None and part else said


def _seasons(text: str, when: When) -> Said | None:
    if match := _WINTER.fullmatch(text):
        return winter_of(int(match["a"]), match["b"])
    if match := _HALF.fullmatch(text):
        length = 6 if match["half"] else 3
        count = int(match["half"] or match["quarter"] or match["q"])
        of = int(match["year"])
        return checked(f"{month(of, length * (count - 1) + 1)}/{month(of, length * count)}", "some-time-in")
    return None


def _parts(text: str, when: When) -> Said | None:
    if match := _PART.fullmatch(text):
        part = _PARTS.get(match["part"], match["part"])
        return over(partial(read_point, match["rest"], when), partial(part_of, which=part))
    if match := _DAYTIME.fullmatch(text):
        said = read_point(match["a"] or match["b"], when)
        point = dates.parse(said.edtf).start
        if point is None or point.precision != "day":
            return None
        return noted(said, "time-left-out")
    return None


def _listed(text: str, when: When) -> Said:
    """Names and figures in any usual order: "Monday, 14th of June 2021", "June 14", "spring of 2019"."""
    weekday_told: int | None = None
    kinds, values, notes = "", [], []
    tokens = [token for token in _TOKEN.findall(text.replace("'s ", " ")) if token not in _DROPPED]
    if len(tokens) > 6:
        raise SaidDateError
    for before, sign in pairwise(("", *tokens)):
        if sign == "'":
            continue
        kind, value, misspelt = _kind(sign, before == "'", when)
        if kind == "W":
            if weekday_told is not None:
                raise SaidDateError
            weekday_told = value
            continue
        kinds += kind
        values.append(value)
        notes += ["spelling"] if misspelt else []
    return on_weekday(noted(_ordered(kinds, values, when), *notes), weekday_told)


def _kind(token: str, apostrophe: bool, when: When) -> tuple[str, int, bool]:
    if token.isdigit():
        if len(token) == 4:
            return "Y", int(token), False
        if apostrophe and len(token) == 2:
            return "Y", two_digits(token, when.said_on), False
        if len(token) <= 2:
            return "N", int(token), False
    elif token in _SHORT or token in _MONTHS:
        return "M", _SHORT.get(token) or _MONTHS.index(token) + 1, False
    elif token in _SEASONS:
        return "S", _SEASONS[token], False
    elif token in _WEEKDAYS:
        return "W", _WEEKDAYS[token], False
    elif 5 <= len(token) <= 12:
        near = difflib.get_close_matches(token, _MONTHS, n=2, cutoff=0.8)
        if len(near) == 1:
            return "M", _MONTHS.index(near[0]) + 1, True
    raise SaidDateError


def _ordered(kinds: str, values: list[int], when: When) -> Said:
    told = dict(zip(kinds, values, strict=True)) if len(set(kinds)) == len(kinds) else {}
    if kinds == "Y":
        return Said(year(told["Y"]))
    if kinds in ("MY", "YM"):
        return Said(month(told["Y"], told["M"]))
    if kinds in ("NMY", "MNY", "YMN", "YNM"):
        return Said(day(told["Y"], told["M"], told["N"]))
    if kinds in ("NMN", "MNN"):  # the year in two digits, as it is written behind day and month
        number, named = (values[0], values[1]) if kinds == "NMN" else (values[1], values[0])
        return Said(day(two_digits(f"{values[2]:02}", when.said_on), named, number))
    if kinds == "MN" and told["N"] > 31:
        return Said(month(two_digits(str(told["N"]), when.said_on), told["M"]))
    if kinds in ("NM", "MN"):
        return Said(day(when.the_year(), told["M"], told["N"]))
    if kinds == "M":
        return Said(month(when.the_year(), told["M"]))
    if kinds in ("S", "SY", "YS"):
        of = told["Y"] if "Y" in told else when.the_year()
        return winter(of) if told["S"] == dates.WINTER else Said(f"{year(of)}-{told['S']}")
    raise SaidDateError
