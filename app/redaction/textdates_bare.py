"""Two numbers that stand where a day stands: "before 6.4", "the 8-18 protest", "[4/6, 22:31]", 六四, 8.18事件.

Month and day, or day and month, without a year and without a word for either. A decimal, a fraction, a score or a chapter
looks the same, so that only what stands around it tells: what is asked about has a word of time before it, an event behind it,
or stands at the head of an entry of a diary or a chat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.redaction.patterns_view import View, ascii_pattern, digit_windows

_PAIR = r"(?P<a>0?[1-9]|[12]\d|3[01]) ?(?P<sep>[./·-]) ?(?P<b>0?[1-9]|[12]\d|3[01])"
_BOUND = r"(?<![\w.,:/$€£¥#+-])(?<![$€£¥#] )"
_END = r"(?![\w/:%‰°]|[.,-]\d|\.[A-Za-z]| ?[%‰°])"
_THING = (
    r"incidents?|protests?|massacre|movements?|demonstrations?|crackdown|events?|vigils?|arrests?|uprising|march|marches|riots?|"
    r"anniversary|raids?|explosion|shooting|strikes?|clash|clashes|gathering|rally|rallies|petition|sit-in|disturbances?|killings?"
)
_PERSON = r"I|we|you|he|she|they|it|the|my|our|his|her|their|there|họ|tôi|anh|chị|ông|bà|chúng|a|an|someone|somebody|nobody|people|police|men|soldiers"
_EVENT_HAN = r"事件|运动|運動|屠杀|屠殺|大屠|惨案|慘案|暴动|暴動|骚乱|騷亂|游行|遊行|示威|抗议|抗議|那天|当天|當天|那晚|当晚|當晚|前夕|前后|前後|以来|以來|之后|之後|之前|纪念|紀念|周年|週年|大抓捕|大搜捕|镇压|鎮壓|抗暴|学潮|學潮|晚会|晚會|晚上|凌晨|早上|早晨|上午|下午|中午|夜里"

# An event after it tells a day by itself; a time too.
_NAMED = ascii_pattern(
    rf"{_BOUND}{_PAIR}(?=[ -](?:{_THING})\b|[ ]?\((?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?|[月火水木金土日一二三四五六])\)|[日号號]|,? ?(?:\d{{1,2}}:\d\d|at \d)|[ ]?(?:{_EVENT_HAN}))",
    re.I,
)
_CUED = ascii_pattern(
    r"\b(?:on|hôm|ngày|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?|since|until|till|before|after|by|from|between|(?:night|morning|evening|afternoon|day|eve|dawn|week|anniversary) of|dated?|date(?: is| was)?:?"
    r"|(?:it|that|this|which|day|date|night|morning|birthday|hearing|trial|arrest|protest|deadline|meeting|appointment) (?:is|was|fell on|will be|would be)"
    r"|happened|occurred|took place|began|started|ended|arrested|detained|released|taken|died|born|fled|left|came|arrived|returned|disappeared|vanished|interrogated)"
    rf"(?: (?:on|about|around|or about|the|the night of))* (?={_BOUND}{_PAIR}{_END})",
    re.I,
)
_AFTER_CUE = re.compile(
    rf"\s*(?:[;:!?)\]\"“”]|[.,](?!\d)|\Z|\n|(?:and|or|to|until|till|through|-|–)\s+\d|(?:then|when|and|but|that|at|in|with|before|after|while|because|{_PERSON})\b)"
)
# What is counted, measured or numbered so.
_NUMBERED = ascii_pattern(
    r"\b(?:chapters?|articles?|arts?\.?|sections?|secs?\.?|paragraphs?|paras?\.?|rules?|clauses?|parts?|versions?|pages?|pp?\.|lines?|verses?|tables?|figures?|figs?\.?|"
    r"nos?\.?|numbers?|items?|steps?|points?|exhibits?|annex|ratio|odds|scores?|scored|won|lost|lead|led|beat|vote|voted|votes|tied|magnitude|measured|rates?|grades?|average|"
    r"mean|index|temperature|price|prices|costs?|level|ph|gpa|rose|fell|grew|dropped|increased|decreased|gained|weighed|ruling|ruled|size|gate|room|unit|level)\b[^.!?\n]{0,24}\Z",
    re.I,
)
_MEASURED_AFTER = re.compile(
    r"[ -](?:of\b|per\b|percent|per cent|points?\b|times\b|yuan|rmb|dollars?|euros?|pounds?|million|billion|thousand|hundred|km|kilomet|met(?:re|er)s?\b|miles?|"
    r"kg|kilos?|grams?|tons?|tonnes?|litres?|liters?|hours?|minutes?|seconds?|days?|weeks?|months?|years?|people|men\b|women|inch|feet|foot|acres?|hectares?|mu\b|"
    r"degrees?|magnitude|earthquake|majority|decision|ruling|win\b|victory|defeat|loss\b|vote|lead\b|ratio|metres)",
    re.I,
)
_HEADED = re.compile(rf"(?m)^[ \t]*(?:[-*•>]\s*)?[\[(]?(?={_PAIR}(?:[\])]?\s*(?:[:：]|[-–—] )|,\s))", re.ASCII)
_NEAR = ascii_pattern(r"\d ?[./·-] ?\d")

_DAY_HAN = r"(?:[一二三四五六七八九十]|十[一二]|一[〇零○一二])[·•・.、/]?(?:[一二三]?十[一二三四五六七八九]?|[〇零○]?[一二三四五六七八九]|[一二三][〇零○一二三四五六七八九])"
_HAN = re.compile(
    rf"(?<![\d年月第〇零○一二三四五六七八九十百千万兩两几幾])(?:六[·•・.]?四(?![\d年月日号號个個岁歲点點分人次天名位块元开開百千万十一二三四五六七八九])"
    rf"|{_DAY_HAN}(?={_EVENT_HAN}))"
    rf"|(?<=[於于在自从從到至])(?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01])(?![\d./%年月日号元块倍万亿公米-])"
    r"|(?<![\d./:-])(?:0?[1-9]|1[0-2])[./·-](?:0?[1-9]|[12]\d|3[01])(?=[他她我你们，,]|被|来了|那)|(?<=[是叫])(?:0?[1-9]|1[0-2])[./·-](?:0?[1-9]|[12]\d|3[01])(?=[。，,；;]|\Z)"
)


def _is_day(match: re.Match[str]) -> bool:
    return min(int(match["a"]), int(match["b"])) <= 12


_AT_PAIR = re.compile(_PAIR)
_UNTIL = re.compile(rf"\s*(?:to|and|or|until|till|through|-|–)\s*{_PAIR}{_END}")


def bare_dates(view: View) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the plain text that may be such a day."""
    text = view.text
    for low, high in digit_windows(view, _NEAR, 48, 32):
        for match in _NAMED.finditer(text, low, high):
            if _is_day(match) and not _numbered(text, match):
                yield match.span()
        for cue in _CUED.finditer(text, low, high):
            pair = _AT_PAIR.match(text, cue.end())
            if pair and _is_day(pair) and _AFTER_CUE.match(text, pair.end()) and not _numbered(text, pair):
                more = _UNTIL.match(text, pair.end())
                if more is None:
                    yield pair.span()
                elif not _MEASURED_AFTER.match(text, more.end()):
                    yield pair.start(), more.end()
        for head in _HEADED.finditer(text, low, high):
            pair = _AT_PAIR.match(text, head.end())
            if pair and _is_day(pair):
                yield pair.span()
    if view.has_han:
        for match in _HAN.finditer(text):
            yield match.span()


def _numbered(text: str, match: re.Match[str]) -> bool:
    """Whether what stands around two numbers says that they are counted or measured."""
    return bool(_NUMBERED.search(text, max(0, match.start() - 40), match.start()) or _MEASURED_AFTER.match(text, match.end()))
