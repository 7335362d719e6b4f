"""Dates told in Chinese: reserves and intervals. Single dates are ``said_chinese_points``.

The text comes folded and bounded in length by ``said_dates``. Days of the farmers' calendar are refused, however they
show: by its name, by its months (正月 腊月), by its days (初五 廿三), by its feasts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from app.domain import dates
from app.domain.said_chinese_points import prepared, read_point
from app.domain.said_parts import Said, SaidDateError, When, checked, day, month, noted, over, qualify
from app.domain.said_spans import adjoining, after, before, began, between, ended, goes_on, nearer, up_to

_SIMPLIFIED = str.maketrans(
    "農曆陰舊臘閏號週禮後從約間個兩現國這幾時當確應許還續結開終曉過無來點節繼與紀紅記憶測樣剛變顯證會樂陽歲醮齋爾聖誕臺灣歷〇○",
    "农历阴旧腊闰号周礼后从约间个两现国这几时当确应许还续结开终晓过无来点节继与纪红记忆测样刚变显证会乐阳岁醮斋尔圣诞台湾历零零",
)
_LUNAR = re.compile(
    "农历|阴历|旧历|老历|夏历|正月|腊月|冬月|闰|初[一二三四五六七八九十0-9]|廿|卅|大年|除夕|春节|过年|端午|中秋|元宵|重阳|七夕|清明前"
)
_OTHER = re.compile(
    "藏历|回历|伊历|伊斯兰历|波斯历|开斋节|古尔邦|宰牲节|肉孜|斋月|诺鲁孜|洛萨|雪顿"
    "|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"
)
_NOT_SURE = "(?:不太|不大|不能)?(?:不?确定|不确定|不肯定|不清楚|记不清(?:楚)?了?|没把握)"
_DOUBT = re.compile("(?:可能是?|也许是?|或许是?|好像是?|应该是?|似乎是?|估计是?|我想是?|我记得是?|不确定,?)在?(?P<rest>.+)")
_DOUBT_AFTER = re.compile(f"(?P<rest>.+?)(?:\\?+|\\(\\?\\)|吧|[,(]?(?:但|我)?{_NOT_SURE}\\)?|[,(]?(?:可能|也许|好像)\\)?)")
_SIDE_DOUBT = re.compile(f"(?P<rest>.+?)(?:\\?|\\(\\?\\)|\\({_NOT_SURE}\\))")
_ABOUT = re.compile("(?:大约是?|大概是?|约莫|大致是?|差不多是?|约|~)在?(?P<rest>.+)")
_ABOUT_AFTER = re.compile("(?P<rest>.+?)(?:左右|前后|上下|大概|那阵子|那会儿)")
_SIDED = re.compile("[从自由至到]")
_NOW = "(?:现在|今天|今日|如今|目前|今)"
_GOES_ON = f"(?:,?(?:仍在继续|还在继续|一直(?:持续)?(?:到{_NOW})?|持续(?:到{_NOW}|至今)?|直到{_NOW}|[至到]{_NOW}))"
_SINCE = re.compile(f"[从自由打]?(?P<a>.+?)(?:(?:起|开始|以来){_GOES_ON}?|{_GOES_ON})")
_BEGAN = re.compile(
    "[从自](?P<a>.+?)(?:(?:起|开始)?,?(?:结束时间不明|何时结束不明))?|(?P<b>.+?)(?:起|开始),?结束时间不明|(?P<c>.+?)或(?:更晚|以后)"
)
_ENDED = re.compile("(?:一?直)?[至到](?P<a>.+?)(?:为?止)?(?:,?开始时间不明)?|(?P<b>.+?)为?止(?:,?开始时间不明)?")
_UP_TO = re.compile("(?P<a>.+?)(?:或更早|或以前|及以前|或之前)|(?:不晚于|最晚|最迟)(?P<b>.+)")
_BEFORE = re.compile("(?P<a>.+?)(?:之前|以前|前)(?:某时|某天)?|早于(?P<b>.+)")
_AFTER = re.compile("(?P<a>.+?)(?:之后|以后|过后|后)(?:某时|某天)?|晚于(?P<b>.+)")
_SPAN = re.compile("[从自由]?(?P<both>.+?)(?P<some>之间|期间|间|之内)?")
_SIGNS = ("起至", "起到", "一直到", "直到", "至", "到", "~", "–", "-", "—")
_SOME_SIGNS = ("与", "和", "及", "、")
_ALONE = re.compile("[0-9]{1,2}(?P<unit>[日号]?)")

_UNIT_LATER = re.compile("年[0-9]{1,2}$")
_OR = re.compile("(?P<a>.+?)或者?(?:是)?(?P<b>.+)")


def read_chinese(text: str, when: When) -> Said:
    """Read a folded Chinese text. Raises ``SaidDateError``."""
    plain = text.translate(_SIMPLIFIED).replace(" ", "").lower().strip("。.,;:!、")
    if _OTHER.search(plain):
        raise SaidDateError("other-calendar")
    if _LUNAR.search(plain):
        raise SaidDateError("lunar-calendar")
    plain = prepared(plain, when)
    try:
        return _whole(plain, when)
    except SaidDateError as error:
        if error.code != "not-understood" or "," not in plain:
            raise
    left, _, right = plain.partition(",")
    return nearer(left, right, when, _whole)


def _whole(text: str, when: When, depth: int = 0) -> Said:
    if depth > 4 or not text:
        raise SaidDateError
    bare = _point_or_none(text, when)
    if bare is not None:
        return bare
    doubt = _DOUBT.fullmatch(text) or (None if _SIDED.match(text) and text.endswith(")") else _DOUBT_AFTER.fullmatch(text))
    if doubt is not None:
        return over(partial(_whole, doubt["rest"].strip(","), when, depth + 1), partial(qualify, sign="?"))
    about = _ABOUT.fullmatch(text) or _ABOUT_AFTER.fullmatch(text)
    if about is not None:
        return over(partial(_whole, about["rest"], when, depth + 1), partial(qualify, sign="~"))
    return _interval(text, when)


def _point_or_none(text: str, when: When) -> Said | None:
    try:
        return read_point(text, when)
    except SaidDateError as error:
        if error.code != "not-understood":
            raise
        return None


def _interval(text: str, when: When) -> Said:
    refused = SaidDateError()
    for reading in _readings(text, when):
        try:
            return reading()
        except SaidDateError as error:
            if refused.code == "not-understood":
                refused = error
    raise refused


def _readings(text: str, when: When) -> Iterator[Callable[[], Said]]:
    """The ways to take a text as an interval, the narrower forms first."""
    for pattern, build in _OPEN:
        if match := pattern.fullmatch(text):
            yield partial(_open, next(group for group in match.groups() if group), build, when)
    if match := _SPAN.fullmatch(text):
        notes = ("some-time-in",) if match["some"] else ()
        for sign in (*_SIGNS, *(_SOME_SIGNS if match["some"] else ())):
            for at in (found.start() for found in re.finditer(re.escape(sign), match["both"])):
                yield partial(_pair, match["both"][:at], match["both"][at + len(sign) :], when, *notes)
    if match := _OR.fullmatch(text):
        yield partial(_either, match["a"], match["b"], when)
    for pattern, build in _HALF_KNOWN:
        if match := pattern.fullmatch(text):
            yield partial(_open, next(group for group in match.groups() if group), build, when)


def _pair(left: str, right: str, when: When, *notes: str) -> Said:
    if not left or not right:
        raise SaidDateError
    if _UNIT_LATER.search(left) and re.fullmatch("[0-9]{1,2}月份?", right):
        left += "月"
    if alone := _ALONE.fullmatch(left):
        end = _side(right, when)
        return checked(f"{_beside(left, alone['unit'], end)}/{end.edtf}", *end.notes, *notes)
    if alone := _ALONE.fullmatch(right):
        start = _side(left, when)
        point = dates.parse(start.edtf).start
        if point is not None and point.precision == "day":
            return checked(f"{start.edtf}/{_beside(right, alone['unit'], start)}", *start.notes, *notes)
    return noted(between(left, right, when, _side), *notes)


def _beside(text: str, unit: str, other: Said) -> str:
    """The side of an interval that is told by its number alone: a day in the month, a month in the year of the other."""
    point = dates.parse(other.edtf).start
    if point is None or point.month is None or "/" in other.edtf:
        raise SaidDateError
    number = int(text.rstrip("日号"))
    if point.precision == "day":
        return day(point.year, point.month, number)
    if point.precision == "month" and not unit:
        return month(point.year, number)
    raise SaidDateError


def _either(left: str, right: str, when: When) -> Said:
    return adjoining(_pair(left, right, when))


def _open(side: str, build: Callable[[Said], Said], when: When) -> Said:
    return over(partial(_side, side, when), build)


def _side(text: str, when: When, depth: int = 0) -> Said:
    """One side of an interval, with its own reserve."""
    if depth > 3 or not text:
        raise SaidDateError
    bare = _point_or_none(text, when)
    if bare is not None:
        return bare
    doubt = _SIDE_DOUBT.fullmatch(text) or _DOUBT.fullmatch(text)
    if doubt is not None:
        return over(partial(_side, doubt["rest"], when, depth + 1), partial(qualify, sign="?"))
    about = _ABOUT.fullmatch(text) or _ABOUT_AFTER.fullmatch(text)
    if about is not None:
        return over(partial(_side, about["rest"], when, depth + 1), partial(qualify, sign="~"))
    raise SaidDateError


_OPEN = ((_SINCE, goes_on), (_BEFORE, before), (_AFTER, after))
_HALF_KNOWN = ((_UP_TO, up_to), (_BEGAN, began), (_ENDED, ended))
