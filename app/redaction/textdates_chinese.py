"""Dates in Chinese: 2019年6月4日, 二〇一九年六月, 民国108年, 农历五月初三, 三天后, 第二天, 周四, 凌晨三点, 十七岁, 1974年生.

Works on plain text (full-width digits are plain digits there), simplified and traditional characters alike. Lengths of
time (三十天, 六个月, 三年) are what happened and are no match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.redaction.patterns_view import windows
from app.redaction.textdates import TextDate
from app.redaction.textdates_english import Hit

DIGITS = "零〇○一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "兩": 2, "元": 1}
_N = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,4})"
_S = r"[ \t]*"
_YEAR4 = rf"(?:[12]\d{{3}}|[一二][{DIGITS}]{{3}})"
_ERA = rf"(?P<era>民国|民國|令和|平成|昭和)(?P<era_year>元|\d{{1,3}}|[{DIGITS}十百]{{1,4}})"
_MONTH = rf"(?:(?P<month>{_N}){_S}月(?:份|分)?)"
_WEEKDAY = r"(?:(?:星期|礼拜|禮拜|周|週)[一二三四五六日天末])"
_DAY = rf"(?:{_N}{_S}(?:日|号(?![楼楼房院线铺门])|號(?![樓房院線])))"
_HOUR = rf"(?:{_N}{_S}(?:点钟|點鐘|点|點|时许|時許|时|時)(?:{_S}(?:半|整|多|过|左右|一刻|三刻|{_N}{_S}分?))?(?:左右|许|許|多)?|\d{{1,2}}:\d\d(?::\d\d)?)"
_PART = r"(?:凌晨|清晨|清早|早上|早晨|上午|中午|午间|下午|傍晚|晚上|晚间|夜里|夜间|半夜|深夜|午夜|当晚|夜晚|晨|晚)"
_TAIL = rf"(?:{_S}\(?{_WEEKDAY}\)?)?(?:{_S},?{_S}{_PART}?{_S}{_HOUR}|{_S}(?:那天|当天|当日|當天)?{_PART})?"
_LOOSE = r"(?:初|上旬|中旬|下旬|底|末|中)"
_VAGUE_YEAR = r"(?P<vague>大前年|前年|去年|今年|明年|后年|後年|同年|当年|當年|次年|翌年|次|翌|当|同)"

_DATE = re.compile(
    rf"(?<![\d{DIGITS}十])(?:(?:公元)?(?P<year>{_YEAR4}){_S}年|{_ERA}{_S}年|{_VAGUE_YEAR}(?=\d|[一二三四五六七八九十]{{1,2}}月)"
    rf"|(?P<short>\d{{2}}|[{DIGITS}]{{2}}){_S}年(?={_S}{_N}{_S}月))?{_S}的?"
    rf"(?:{_MONTH}{_S}(?:(?P<days>(?:{_N}{_S}(?:[、/~至到-]){_S})*{_DAY}(?:{_S}(?:至|到|-|~|/|、|和){_S}(?:{_N}、)*{_DAY})*)(?P<tail>{_TAIL})|(?P<loose>{_LOOSE})(?!国|华|央))?"
    rf"|(?P<alone>(?<=年)的?(?:(?:春|夏|秋|冬)(?:天|季)?|年初|初|年底|底|末|上半年|下半年|年中|第?[一二三四1-4]季度))?)",
)
_SPAN = re.compile(r"[ \t]*(?:至|到|-|~|—)[ \t]*")
_LUNAR_MONTH = r"(?:闰|閏)?(?:正|腊|臘|冬|[一二三四五六七八九十]{1,2}|\d{1,2})月"
_LUNAR_DAY = (
    r"(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]|二十[一二三四五六七八九]?|三十|\d{1,2})"
)
_LUNAR = re.compile(
    rf"(?:(?P<year>{_YEAR4}){_S}年{_S})?(?:(?:农历|農曆|阴历|陰曆|旧历|舊曆|藏历|藏曆|回历|回曆)(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?{_S}(?:{_LUNAR_MONTH}(?:{_LUNAR_DAY})?(?:日|号)?)?"
    rf"|{_LUNAR_MONTH}(?:初[一二三四五六七八九十]|廿[一二三四五六七八九])(?:日)?|(?:正月|腊月|臘月)(?:{_LUNAR_DAY})?|大年(?:初[一二三四五六七八九十]|三十))"
)
_FESTIVAL = re.compile(
    rf"(?:(?P<year>{_YEAR4}){_S}年{_S}的?|(?:去年|今年|前年|明年))?(?:春节|春節|过年(?=期间|那|前|后|後|时|時)|过大年|中秋节?|中秋節|国庆节?|國慶節?|元旦|除夕夜?"
    r"|元宵节?|元宵節|清明节?|清明節|端午节?|端午節|重阳节|七夕节?|五一(?:劳动节|节|假期|期间)|劳动节|十一(?:假期|长假|期间)|圣诞节?|聖誕節|开斋节|古尔邦节|宰牲节|肉孜节|诺鲁孜节|斋月|藏历新年|洛萨|雪顿节)"
    r"(?:假期|长假|期间|当天|当晚|那天|前夕|(?:前|后|後)第?[一二两兩三四五六七八九十\d]{1,2}(?:天|日|晚|周|个?星期)|第一天)?"
)
_COUNT = r"(?:\d{1,3}|十几|十幾|几十|幾十|[一二三四五六七八九十百两兩]{1,4}|几|幾|数|數|多|好几|半)(?:多|来|來)?"
_APART = re.compile(
    rf"(?<![月\d])(?:(?:过了|過了|大约|大約|大概|约|就在)?{_S}(?P<count>{_COUNT}){_S}个?個?{_S}(?P<half>半)?(?P<unit>小时|小時|钟头|鐘頭|分钟|分鐘|天|日|晚|夜|周|週|星期|礼拜|禮拜|月|年)(?:半|多)?"
    r"(?P<how>之后|之後|以后|以後|过后|後|后(?!面)|之前|以前|前(?![面往来]))|"
    r"(?P<vague>不久前)(?!\S))"
)
_NEXT = re.compile(
    r"第(?:[二三四五六七八九十]|\d{1,2})天(?:早上|上午|中午|下午|晚上|凌晨|清晨|一早)?|第二日|第二早|次日(?:早上|上午|下午|凌晨|晚)?|翌日|翌晨|次晨|隔天|隔日|"
    r"(?P<earlier>前一天|前一日|前一晚|头一天|頭一天)(?:早上|上午|中午|下午|晚上|凌晨)?|(?<!最)(?:后|後)一天(?:早上|上午|中午|下午|晚上)?|"
    r"(?P<past>大前天|前天|昨天|昨日|昨晚|昨夜|前晚|上周末?|上週末?|上个?星期|上个?礼拜|上個星期|上個禮拜)(?!"
    + _WEEKDAY[3:-1]
    + r")(?:早上|上午|中午|下午|晚上|凌晨|夜里)?|"
    r"(?P<soon>明天|明日|明晚|明早|后天(?!性)|後天(?!性)|大后天|下周末?(?!围)|下週|下个?星期|下个?礼拜|下個星期|下個禮拜)(?:早上|上午|中午|下午|晚上|凌晨)?|"
    r"(?P<same>同一天|同日)"
)
_MONTHS = re.compile(
    r"(?P<past>上个月|上個月|上月|去年|前年|大前年)(?P<pl>底|初|中旬|末)?|(?P<soon>下个月|下個月|下月|次月|明年|后年|後年|翌年|次年|来年|第二年)(?P<sl>底|初)?|(?P<same>当月|當月|同月|同年)"
)
_WEEK = re.compile(
    rf"(?<![每逢])(?<!每个)(?:第[一二三四五]个?|这个?|這個?|上上?个?|上個?|下下?个?|下個?|本|那个?|当)?{_WEEKDAY}(?!游|刊|年|围|報|报)(?:{_PART})?(?:{_HOUR})?"
)
_CLOCK = re.compile(rf"(?<![\d:.年月/-])(?:(?:当天|当日|那天)?{_PART}{_S}{_HOUR}|(?<![一二两三四五六七八九十\d第有差几晚早])(?:\d{{1,2}}|[一二三四五六七八九十两]{{1,3}}){_S}(?:点钟|點鐘|点半|點半|点多|点左右|时许|點左右)|\d{{1,2}}:[0-5]\d(?::[0-5]\d)?(?![\d:]))")  # fmt: skip
_DAY_ALONE = re.compile(
    rf"(?:本月|当月|當月|同月|上月|次月|翌月){_S}{_N}{_S}(?:号|日|號)?|(?<![\d{DIGITS}十月第年/.\-A-Za-z]){_N}(?:号|日|號)(?=那天|当天|早上|上午|中午|下午|晚上|凌晨|清晨|晚|夜里|夜间|晨|他|她|我|你|,|，|。|、|被|在|到|就|去|又)"
)
_YEAR_ALONE = re.compile(
    rf"(?<![\d{DIGITS}十])(?P<year>{_YEAR4})(?:年)(?:度)?|(?<![\d第满过了])(?P<short>[5-9]\d|[五六七八九][{DIGITS}])年(?=[,，。的春夏夏秋冬初底末]|我|他|她)"
)
_DECADE = re.compile(r"(?:(?:上个?|本|二十|二十一|\d{2})世纪)?(?:(?:19|20)?\d0|[一二三四五六七八九]十)年代(?:初|末|中期|初期|后期)?|(?:上个?|本|二十|二十一|\d{2})世纪(?:初|末)?")  # fmt: skip
_AGE = re.compile(
    rf"(?:(?:年仅|年僅|年满|年滿|现年|現年|时年|時年|虚岁|虛歲|周岁|年龄|年齡|年纪|实岁)(?:是|为|為|:|：|约|大约)?{_S})?(?:\d{{1,3}}|[零〇一二三四五六七八九十两百几]{{1,4}}|半)(?:来|多|余)?{_S}(?:个半)?(?:周岁|周歲|岁|歲)(?:半|多|左右|出头)?"
    rf"|(?:快|都|已经|已經|将近|將近){_S}(?:\d{{1,3}}|[二三四五六七八九]?十[一二三四五六七八九]?){_S}了|年[二三四五六七八九]十[一二三四五六七八九]?(?![年月日])"
    rf"|(?:年仅|年僅|现年|現年|时年|時年|年龄|年齡)(?:是|为|為|:|：)?{_S}(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}})|[二三四五六七八九]十(?:来岁|多岁|出头)|(?:年近|年过|年逾)[三四五六七八九]旬"
)
_BORN_AFTER = re.compile(r"[ \t]*(?:前后|左右)?(?:出?生(?!活|意|产|病|效|气|日快)|出世|诞生|誕生|生人|生辰)|[ \t]*(?:\(生\))")
_BORN_BEFORE = re.compile(
    r"(?:(?:出生|生|诞生|出世)(?:于|於|在)|出生(?:日期|年月日?|时间|於)?|生日|生辰)(?:是|为|:|：|,|，)?\s*(?:于)?[ \t]*$"
)
_NEAR = re.compile(r"[年月日号號周週岁歲天夜点點時时旬节節夕旦秋庆慶明午宵期拜后後前世]|\d:\d|出头|[\d十一二三四五六七八九]了")
_ERAS = {"民国": 1911, "民國": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}


def number(words: str) -> int | None:
    """Return the number that Arabic digits, "二〇一九", "十二", "二十" or "廿三" mean; ``None`` for anything else."""
    words = words.replace("廿", "二十").replace("卅", "三十").strip()
    if words.isdigit() and words.isascii():
        return int(words)
    total, current = 0, 0
    if not any(unit in words for unit in "十百"):
        return int("".join(str(_VALUES[c]) for c in words)) if words and all(c in _VALUES for c in words) else None
    for char in words:
        if char in "十百":
            total, current = total + (current or 1) * (10 if char == "十" else 100), 0
        elif char in _VALUES:
            current = _VALUES[char]
        else:
            return None
    return total + current


def _year(found: dict[str, str | None]) -> int | None:
    if found.get("year"):
        return number(str(found["year"]))
    if found.get("era"):
        value = number(str(found["era_year"]))
        return _ERAS[str(found["era"])] + value if value is not None else None
    if found.get("short"):
        value = number(str(found["short"]))
        return None if value is None else 2000 + value if value < 40 else 1900 + value
    return None


def _dates(text: str, start: int, end: int) -> Iterator[Hit]:
    for match in _DATE.finditer(text, start, end):
        found = match.groupdict()
        if not match.group().strip():
            continue
        year = _year(found)
        month = number(found["month"]) if found["month"] else None
        if month is not None and not 1 <= month <= 12:
            continue
        if month is None and not (year or found["era"]):
            continue
        unit = (
            "day"
            if found["days"]
            else "week"
            if found["loose"]
            else "month"
            if month
            else "season"
            if found["alone"]
            else "year"
        )
        first = match.start() + len(match.group()) - len(match.group().lstrip(" \t的"))
        last = match.end() - (len(match.group()) - len(match.group().rstrip()))
        yield first, last, TextDate("", unit, lang="zh", year=year, month=month)
    for match in _LUNAR.finditer(text, start, end):
        yield match.start(), match.end(), TextDate("", "day", lang="zh", year=_year(match.groupdict()))
    for match in _FESTIVAL.finditer(text, start, end):
        yield match.start(), match.end(), TextDate("", "day", "holiday", "zh", year=_year(match.groupdict()))
    for match in _DAY_ALONE.finditer(text, start, end):
        yield match.start(), match.end(), TextDate("", "day", "weekday", "zh")
    for match in _DECADE.finditer(text, start, end):
        yield match.start(), match.end(), TextDate("", "decade", lang="zh")
    for match in _YEAR_ALONE.finditer(text, start, end):
        yield match.start(), match.end(), TextDate("", "year", lang="zh", year=_year(match.groupdict()))


_UNITS = {"天": "day", "日": "day", "晚": "day", "夜": "day", "月": "month", "年": "year"}


def _relative(text: str, start: int, end: int) -> Iterator[Hit]:
    for match in _APART.finditer(text, start, end):
        if match["vague"]:
            continue
        unit = match["unit"]
        name = _UNITS.get(unit, "time" if unit[-1] in "时時头頭钟鐘" else "week")
        if match["count"] == "半" and name in ("month", "year"):
            name = "week" if name == "month" else "month"
        yield match.start(), match.end(), TextDate("", name, "before" if "前" in match["how"] else "after", "zh")
    for match in _NEXT.finditer(text, start, end):
        role = (
            "earlier"
            if match["earlier"]
            else "recent"
            if match["past"]
            else "soon"
            if match["soon"]
            else "same"
            if match["same"]
            else "later"
        )
        yield match.start(), match.end(), TextDate("", "day", role, "zh")
    for match in _MONTHS.finditer(text, start, end):
        role = "recent" if match["past"] else "soon" if match["soon"] else "same"
        unit = "year" if "年" in match.group() else "month"
        if match["pl"] or match["sl"]:
            unit = "season" if unit == "year" else "week"
        yield match.start(), match.end(), TextDate("", unit, role, "zh")
    for match in _WEEK.finditer(text, start, end):
        yield match.start(), match.end(), TextDate("", "day", "weekday", "zh")
    for match in _CLOCK.finditer(text, start, end):
        yield match.start(), match.end(), TextDate("", "time", "time", "zh")
    for match in _AGE.finditer(text, start, end):
        yield match.start(), match.end(), TextDate("", "age", "age", "zh")


def chinese_dates(text: str) -> list[Hit]:
    """Return the dates, times and ages of plain Chinese text, not overlapping, ranges joined."""
    hits: list[Hit] = []
    for start, end in windows(_NEAR, text, 16, 16):
        hits += [*_dates(text, start, end), *_relative(text, start, end)]
    hits.sort(key=lambda hit: (hit[0], -hit[1]))
    out: list[Hit] = []
    for hit in hits:
        if out and hit[0] < out[-1][1]:
            if hit[1] > out[-1][1]:
                # Two readings overlap in part ("6月4日" and "4日晚上"): the whole is one date of the first's month.
                first = out[-1]
                out[-1] = (first[0], hit[1], first[2] if first[2].role == "date" else hit[2])
            continue
        last = out[-1] if out else None
        gap = text[last[1] : hit[0]] if last else ""
        if last and last[2].role == hit[2].role == "date" and not last[2].until_month and _SPAN.fullmatch(gap):
            out[-1] = (last[0], hit[1], _range(last[2], hit[2]))
            continue
        if (
            last
            and gap.strip() == ""
            and "\n" not in gap
            and last[2].role in ("date", "weekday")
            and hit[2].role in ("time", "weekday")
        ):
            # "五月第一个星期天" tells a day, whatever its first half does
            out[-1] = (last[0], hit[1], last[2] if last[2].unit in ("time", "day") else replace(last[2], unit="day"))
            continue
        out.append(hit)
    return out


def _range(first: TextDate, last: TextDate) -> TextDate:
    finest = "day" if "day" in (first.unit, last.unit) else last.unit
    month = last.month if last.month or last.unit != "day" else first.month
    return TextDate(
        "",
        finest,
        lang="zh",
        year=first.year,
        month=first.month,
        until_year=last.year or first.year,
        until_month=month,
        range="dash",
    )


def is_chinese_birth(text: str, start: int, end: int) -> bool:
    """Whether the words around a date say that somebody was born then."""
    return bool(_BORN_AFTER.match(text, end) or _BORN_BEFORE.search(text, max(0, start - 16), start))
