"""Dates told in Chinese: reserves and intervals. Single dates are ``said_chinese_points``.

The text comes folded and bounded in length by ``said_dates``. Days of the farmers' calendar are refused, however they
show: by its name, by its months (正月 腊月), by its days (初五 廿三), by its feasts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from app.domain import dates
from app.domain.said_chinese_points import prepared, read_point
from app.domain.said_grammar import Grammar, Reading, either
from app.domain.said_parts import Said, SaidDateError, When, checked, day, month, noted
from app.domain.said_spans import after, before, began, between, ended, goes_on, up_to

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
    return _GRAMMAR.read(prepared(plain, when), when)


def _readings(text: str, when: When) -> Iterator[Reading]:
    """The ways to take a text as an interval, the narrower forms first."""
    yield from _GRAMMAR.opened(_OPEN, text, when)
    if match := _SPAN.fullmatch(text):
        notes = ("some-time-in",) if match["some"] else ()
        for sign in (*_SIGNS, *(_SOME_SIGNS if match["some"] else ())):
            for at in (found.start() for found in re.finditer(re.escape(sign), match["both"])):
                yield partial(_pair, match["both"][:at], match["both"][at + len(sign) :], when, *notes)
    if match := _OR.fullmatch(text):
        yield partial(either, _pair, match["a"], match["b"], when)
    yield from _GRAMMAR.opened(_HALF_KNOWN, text, when)


def _pair(left: str, right: str, when: When, *notes: str) -> Said:
    if not left or not right:
        raise SaidDateError
    if _UNIT_LATER.search(left) and re.fullmatch("[0-9]{1,2}月份?", right):
        left += "月"
    if alone := _ALONE.fullmatch(left):
        end = _GRAMMAR.side(right, when)
        return checked(f"{_beside(left, alone['unit'], end)}/{end.edtf}", *end.notes, *notes)
    if alone := _ALONE.fullmatch(right):
        start = _GRAMMAR.side(left, when)
        point = dates.parse(start.edtf).start
        if point is not None and point.precision == "day":
            return checked(f"{start.edtf}/{_beside(right, alone['unit'], start)}", *start.notes, *notes)
    return noted(between(left, right, when, _GRAMMAR.side), *notes)


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


_OPEN = ((_SINCE, goes_on), (_BEFORE, before), (_AFTER, after))
_HALF_KNOWN = ((_UP_TO, up_to), (_BEGAN, began), (_ENDED, ended))
_GRAMMAR = Grammar(read_point, _readings, (_DOUBT, _DOUBT_AFTER), _SIDE_DOUBT, (_ABOUT, _ABOUT_AFTER), _SIDED)
