"""Single dates told in Chinese: 2019年5月, 二〇一九年六月四日, 民国108年, 去年冬天, 五月初, 上周二, 三天前, 90年代."""

from __future__ import annotations

import re

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
    part_of,
    two_digits,
    winter,
    winter_of,
    year,
)
from app.domain.said_spans import after, before

_DIGITS = "零一二三四五六七八九"
_VALUES = {char: number for number, char in enumerate(_DIGITS)} | {"两": 2}
_RUN = re.compile("[零一二三四五六七八九十百两]+")
_SOME_MONTHS = re.compile("(?<![零一二三四五六七八九十百])([一二三四五六七八九])([二三四五六七八九])(月|日|号)(?:间|份|里)?")
_REPUBLIC = re.compile("(?:中华)?民国(?P<n>[0-9]{1,3}|元)年?")
_STEPS = {"大前年": -3, "前年": -2, "去年": -1, "上一年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_NAMED_YEAR = re.compile("(?:大前年|前年|去年|上一年|今年|本年|明年|后年)(?!冬)")
_NAMED_MONTH = re.compile("(?P<which>上上|上|本|这|下)个?月(?![初末]?前)")
_WHICH = {"上上": -2, "上": -1, "本": 0, "这": 0, "这个": 0, "下": 1}
_RELATIVE_DAYS = {
    "大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "现在": 0, "明天": 1, "明日": 1,
    "后天": 2, "大后天": 3,
}  # fmt: skip
_TIMED_DAYS = {"昨晚": -1, "昨夜": -1, "前晚": -2, "今早": 0, "今晨": 0, "今晚": 0, "明早": 1, "明晚": 1}
_UNITS = {"天": "d", "日": "d", "周": "w", "星期": "w", "礼拜": "w", "月": "m", "年": "y"}
_AGO = re.compile(
    "(?P<n>[0-9]{1,3}|半)(?:(?P<unit>天|日|周|年)|个?(?P<weeks>星期|礼拜)|个(?P<months>月))"
    "(?P<how>前|之前|以前|(?P<ahead>之后|以后|后))"
)
_WEEK = re.compile("(?P<which>上上|上|本|这|下)?(?:一?个)?(?:周|星期|礼拜)(?P<day>[1-6日天])?")
_SEASON = "(?P<s>春|夏|秋|冬)(?:天|季|日|季节)?"
_LAST_SEASON = re.compile(f"(?P<which>上|这|下)(?:1?个)?{_SEASON}")
_NEAR_WINTER = re.compile("(?P<year>大前年|前年|去年|今年)冬(?:天|季|日)?")
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_PART = "(?P<part>年?初|年?底|年?末|年中|中|上旬|中旬|下旬|初期|前期|中期|后期|末期|早期)"
_PARTS = {
    "初": "start", "底": "end", "末": "end", "中": "mid", "上旬": "early", "中旬": "mid", "下旬": "late", "初期": "early",
    "前期": "early", "早期": "early", "中期": "mid", "后期": "late", "末期": "late",
}  # fmt: skip
_TIME = re.compile(
    "(?P<rest>.*[日天号])(?:的?(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里|夜间|深夜|半夜|晚|夜)"
    "(?:[0-9]{1,2}(?:点|时)(?:半|[0-9]{1,2}分?)?|[0-9]{1,2}:[0-9]{2})?|[0-9]{1,2}(?:点|时)(?:半|[0-9]{1,2}分?)?|[0-9]{1,2}:[0-9]{2})"
)
_WEEKDAY_AFTER = re.compile("(?P<rest>.*[日号])[,(]?(?:周|星期|礼拜)(?P<day>[1-6日天])\\)?")
_DAY = re.compile(
    "(?:(?:公元)?(?P<y>[0-9]{4}|[0-9]{2})年?)?(?:(?P<m>[0-9]{1,2})月份?)?(?:(?P<d>[0-9]{1,2})(?:日|号)?)?(?:那天|当天|这天|那年|当年)?"
)
_SOME = re.compile("(?P<y>[0-9]{4})年(?:(?P<m>[0-9]{1,2})月某[日天]|(?P<month>某月)(?P<day>某[日天])?|(?P<any>某[日天]|某时))")
_MONTH_PART = re.compile(f"(?:(?P<y>[0-9]{{4}}|[0-9]{{2}})年)?(?P<m>[0-9]{{1,2}})月份?{_PART}")
_YEAR_PART = re.compile(f"(?P<y>[0-9]{{4}}|[0-9]{{2}})年{_PART}")
_IN_SEASON = re.compile(f"(?:(?P<y>[0-9]{{4}}|[0-9]{{2}})年?)?(?P<part>初|早|晚|深|暮)?{_SEASON}")
_OVER_WINTER = re.compile("(?P<a>[0-9]{4})年?(?:至|到|~|-|–|/|和)(?P<b>[0-9]{4,5}|[0-9]{2})年?(?:的)?冬(?:天|季|日)?")
_HALF = re.compile("(?P<y>[0-9]{4})年(?:(?P<half>上|下)半年|第?(?P<quarter>[1-4])季度?)")
_DECADE = re.compile(f"(?:(?P<century>上世纪|本世纪|(?P<nth>[0-9]{{2}})世纪))?(?P<y>[0-9]{{4}}|[0-9]{{2}})年代{_PART}?")
_YEARS = re.compile("(?P<a>[0-9]{4})年?(?:至|到|~|-|–)(?P<b>[0-9]{4})年?间(?:的?某年)?")
_CENTURY = re.compile("(?P<n>[0-9]{1,2})世纪")


def prepared(text: str, when: When) -> str:
    """Turn Chinese numerals into figures, eras and named years and months into plain ones. Winters named from today stay."""
    text = re.sub("(?<=[年天日月季])的(?=.)", "", text)
    text = _SOME_MONTHS.sub(_two_months, text)
    text = re.sub("(?<=[年月])(?:里)?(?:有|某|其中)?一天|某天", "某日", text)
    text = _RUN.sub(lambda found: _figures(found, text), text)
    text = re.sub("礼拜天|星期天|周天", "周日", text).replace("阳历", "").replace("公历", "").replace("新历", "")
    text = _REPUBLIC.sub(lambda found: f"{1911 + (1 if found['n'] == '元' else int(found['n'])):04}年", text)
    text = re.sub("([0-9]{4}年|去年|今年|前年)(?:年)(?=[初底末中])", r"\1", text)
    text = _NAMED_YEAR.sub(lambda found: f"{when.said_on.year + _STEPS[found[0]]:04}年", text)
    return _NAMED_MONTH.sub(lambda found: "{:04}年{}月".format(*months_from(when.said_on, _WHICH[found["which"]])), text)


def _two_months(found: re.Match[str]) -> str:
    """五六月间 is May to June; no other two figures without 十 are a month or a day."""
    one, two, unit = found.groups()
    return f"{one}{unit}至{two}{unit}间" if _VALUES[two] == _VALUES[one] + 1 else found[0]


def _figures(found: re.Match[str], text: str) -> str:
    run = found[0]
    following = text[found.end() : found.end() + 3]
    if len(run) == 2 and re.match("年(?:之|以)?[前后]", following) and run[0] not in "十百" and run[1] not in "十百":
        return run  # 两三年前: two or three years ago
    if "十" not in run and "百" not in run:
        if len(run) == 1 or (len(run) in (2, 4) and following[:1] in ("年", "")):
            return "".join(str(_VALUES[char]) for char in run)
        return "".join(str(_VALUES[char]) for char in run) if len(run) == 4 else run
    match = re.fullmatch("(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?", run)
    if match is None:
        return run
    hundreds, tens, ten, units = match.groups()
    return str(
        100 * _VALUES.get(hundreds or "", 0) + (10 * _VALUES.get(tens or "一", 1) if ten else 0) + _VALUES.get(units or "", 0)
    )


def read_point(text: str, when: When) -> Said:
    """Read one date (or a span that has a name of its own, such as 上周). Raises ``SaidDateError``."""
    text = re.sub("^[在是于]", "", text)
    text = re.sub("(?:的?时候|时)$", "", text)
    for read in (numeric, _counted, _seasons, _decades, _parts, _plain, _with_time):
        said = read(text, when)
        if said is not None:
            return said
    raise SaidDateError


def _counted(text: str, when: When) -> Said | None:
    on = when.said_on
    if text in _RELATIVE_DAYS:
        return Said(str(days_from(on, _RELATIVE_DAYS[text])), ("counted",))
    if text in _TIMED_DAYS:
        return Said(str(days_from(on, _TIMED_DAYS[text])), ("counted", "time-left-out"))
    if match := _AGO.fullmatch(text):
        unit = _UNITS[match["unit"] or match["weeks"] or match["months"]]
        sign = -1 if match["ahead"] else 1
        if match["n"] == "半":
            return ago(on, "m", 6 * sign) if unit == "y" else ago(on, "d", 15 * sign) if unit == "m" else None
        said = ago(on, unit, sign * int(match["n"]))
        if unit == "y" and len(match["n"]) == 2 and match["how"] != "前":  # 19年以前: so long ago, or before 2019
            told = Said(year(two_digits(match["n"], on)))
            raise SaidDateError("ambiguous", said.edtf, (after(told) if match["ahead"] else before(told)).edtf)
        return said
    if match := _WEEK.fullmatch(text):
        which, named = match["which"], match["day"]
        if named is None:
            return week(on, _WHICH[which]) if which else None
        number = 6 if named in "日天" else int(named) - 1
        if which is None:
            return weekday(on, number, "")
        return Said(str(days_from(on, 7 * _WHICH[which] + number - on.weekday())), ("counted",))
    return None


def _year(digits: str, when: When) -> int:
    return int(digits) if len(digits) == 4 else two_digits(digits, when.said_on)


def _seasons(text: str, when: When) -> Said | None:
    on = when.said_on
    if match := _OVER_WINTER.fullmatch(text):
        return winter_of(int(match["a"]), match["b"])
    if match := _NEAR_WINTER.fullmatch(text):
        return _near_winter(match["year"], when)
    if match := _LAST_SEASON.fullmatch(text):
        return near_period(on, {"上": "last", "这": "this", "下": "next"}[match["which"]], _SEASONS[match["s"]])
    if match := _IN_SEASON.fullmatch(text):
        of = _year(match["y"], when) if match["y"] else when.the_year()
        if match["s"] == "冬":
            return winter(of)
        said = Said(f"{year(of)}-{_SEASONS[match['s']]}")
        return part_of(said, "early" if match["part"] in ("初", "早") else "late") if match["part"] else said
    if match := _HALF.fullmatch(text):
        length = 6 if match["half"] else 3
        count = int(match["quarter"] or "上下".index(match["half"]) + 1)
        of = int(match["y"])
        return checked(f"{month(of, length * (count - 1) + 1)}/{month(of, length * count)}", "some-time-in")
    return None


def _near_winter(named: str, when: When) -> Said:
    """去年冬天 is the winter that began last year; told in January or February it may be the one before."""
    of = when.said_on.year + _STEPS[named]
    if named == "今年" and when.said_on.month == 12:
        return Said(f"{year(of)}-24", ("counted",))
    if named == "今年" or (named == "去年" and when.said_on.month <= 2):
        raise SaidDateError("ambiguous", f"{year(of - 1)}-24", f"{year(of)}-24")
    return Said(f"{year(of)}-24", ("counted",))


def _decades(text: str, when: When) -> Said | None:
    if match := _YEARS.fullmatch(text):
        start, end = int(match["a"]), int(match["b"])
        if (start % 10, end - start) == (0, 9):
            return decade(start)
        return decade(start, 2) if (start % 100, end - start) == (0, 99) else None
    if match := _CENTURY.fullmatch(text):
        return decade(100 * (int(match["n"]) - 1), 2)
    match = _DECADE.fullmatch(text)
    if match is None or int(match["y"]) % 10:
        return None
    digits, this = match["y"], when.said_on.year // 100
    if match["century"] and len(digits) == 2:
        hundreds = int(match["nth"]) - 1 if match["nth"] else this - (match["century"] == "上世纪")
        digits = f"{hundreds:02}{digits}"
    said = decade(_year(digits, when))
    return part_of(said, _PARTS[match["part"].removeprefix("年")]) if match["part"] else said


def _parts(text: str, when: When) -> Said | None:
    if match := _MONTH_PART.fullmatch(text):
        of = _year(match["y"], when) if match["y"] else when.the_year()
        return part_of(Said(month(of, int(match["m"]))), _PARTS[match["part"].removeprefix("年")])
    if match := _YEAR_PART.fullmatch(text):
        return part_of(Said(year(_year(match["y"], when))), _PARTS[match["part"].removeprefix("年")])
    if match := _SOME.fullmatch(text):
        if match["m"]:
            return checked(month(int(match["y"]), int(match["m"])) + "-XX")
        if match["any"]:
            return checked(match["y"] + ("" if match["any"] == "某时" else "-XX-XX"))
        return checked(match["y"] + ("-XX-XX" if match["day"] else "-XX"))
    return None


def _plain(text: str, when: When) -> Said | None:
    match = _DAY.fullmatch(text)
    if match is None or not text or not any(unit in text for unit in "年月日号") or (match["d"] and not match["m"]):
        return None
    if match["y"] and not text.removeprefix("公元").startswith(match["y"] + "年"):
        return None
    of = _year(match["y"], when) if match["y"] else when.the_year()
    if match["m"] is None:
        return Said(year(of))
    return Said(day(of, int(match["m"]), int(match["d"])) if match["d"] else month(of, int(match["m"])))


def _with_time(text: str, when: When) -> Said | None:
    if match := _WEEKDAY_AFTER.fullmatch(text):
        return on_weekday(read_point(match["rest"], when), 6 if match["day"] in "日天" else int(match["day"]) - 1)
    if match := _TIME.fullmatch(text):
        said = read_point(match["rest"], when)
        point = dates.parse(said.edtf).start
        return noted(said, "time-left-out") if point is not None and point.precision == "day" else None
    return None
