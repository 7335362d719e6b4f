"""Days and ages told in ways that no parser reads: they are asked about where days or ages are not shown.

"The 14th", "14 VI 2019", "week 24", "his 18th birthday", "the full moon", 初五, 属鼠, 年过花甲: each gives a day or an age away
and none says of which month with enough certainty to be coarsened by rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.redaction.patterns_found import Found
from app.redaction.patterns_view import View
from app.redaction.textdates import MONTHS
from app.redaction.textdates_bare import bare_dates
from app.redaction.textdates_english import ONES, ORDINALS, TEENS, TENS
from app.redaction.textdates_torn import torn_dates

_LATE_ORDINALS = ORDINALS.removeprefix("first|second|third|")
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_NUMBER = rf"(?:\d{{1,3}}|(?:{TENS})[- ](?:{ONES})|{TENS}|{TEENS}|{ONES})"
_GROWN = rf"(?:\d{{2,3}}|(?:{TENS})[- ](?:{ONES})|{TENS}|{TEENS})"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_LONG_MONTH = "|".join(MONTHS)
_DIGIT_WORD = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_KIN = (
    r"(?:man|woman|boy|girl|child|person|youth|son|daughter|brother|sister|mother|father|wife|husband|uncle|aunt|cousin|nephew|"
    r"niece|grand\w+|baby|student|pupil|worker|farmer|teacher|prisoner|friend|neighbou?r)"
)
_ANIMAL = r"(?:rat|mouse|ox|tiger|rabbit|hare|dragon|snake|horse|sheep|goat|ram|monkey|rooster|chicken|dog|pig|boar)"
_ALL_TENS = "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth"
_NTH_YEAR = (
    rf"(?:{_NTH}|\d{{3}}th|(?:{TENS})[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|{_ALL_TENS}|hundredth|"
    r"eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)"
)
_SERVED = (
    r"(?! (?:as|at (?:the )?(?:uni|school|coll|work|fact)|of (?!life|age|my|his|her|their))\b"
    r"| (?:in|of) (?:prison|jail|office|power|exile|detention|the job))"
)
_NO_DAY = (
    r"(?! (?:century|floor|time|person|man|woman|grade|congress|party|division|district|street|avenue|circuit|amendment|member|"
    r"century’s|largest|richest|session|company|army|regiment|edition|chapter|article)\b)(?!-century)"
)

_ENGLISH = (
    rf"\b(?:(?:{_NTH}|{ORDINALS})[ -])?birthdays?\b|\b{_NTH}[ -]year of (?:my|his|her|their) life\b",
    rf"\b(?:(?:\d{{1,3}}(?:st|nd|rd|th)|{ORDINALS})[ -])?anniversar(?:y|ies)\b",
    rf"\b(?:the |on the )?(?:{_NTH}|{ORDINALS}) (?:day |night )?of (?:the (?:\w+ )?(?:lunar )?month|that month|this month)\b",
    rf"\bthe {_NTH}\b(?:\s*(?:-|to|and|or|until|,)\s*(?:the )?{_NTH}\b)*{_NO_DAY}",
    rf"\bthe (?:{_LATE_ORDINALS})(?=[.,;:!?)\]]|\s*\Z|\s+(?:I|we|he|she|they|you|it|my|our)\b)",
    rf"\b(?:the )?(?:\d{{1,3}}(?:st|nd|rd|th)|last|{ORDINALS}) day of (?:the year|\d{{4}}|school|term|"
    r"the (?:term|school year|exams?|congress|games|olympics|holidays?|fast|festival))\b",
    rf"\b(?:on )?day (?:\d{{1,3}}|{TEENS}|{ONES})\b(?: of \d{{4}})?",
    rf"\b(?:\d{{1,2}}|{TEENS}|{ONES}|several|a few|many) {_WEEKDAY} (?:ago|later|earlier|before|after)\b|\b{_WEEKDAY} week\b",
    r"\b\d{1,2}[ ./-](?:XII|XI|IX|IV|VIII|VII|VI|V|III|II|I|X)[ ./-]\d{2,4}\b",
    r"\b(?:calendar )?week (?:no\. ?)?\d{1,2}\b(?: (?:of|in) \d{4})?|\b\d{4}-?W\d{2}\b",
    rf"\b\d{{1,2}}{_MONTH}[a-z]*'?(?:\d{{4}}|\d{{2}})?\b|(?<![\d./-])\d{{2}}[/.-]\d{{1,2}}[/.-]\d{{1,2}}(?![\d/.-])",
    r"\b(?:the )?(?:full|new|crescent) moon\b|\b(?:winter|summer) solstice\b|\b(?:vernal|spring|autumn) equinox\b",
    r"\bnew year'?s? (?:day|eve)\b|\bxmas\b|\bboxing day\b|\bqixi\b|\bdongzhi\b|\bashura\b|\barba'?een\b|\b[kc]urban bayram\b",
    rf"(?<![\w-]){_DIGIT_WORD}(?:[ -]{_DIGIT_WORD}){{5}}(?![\w-])",
    rf"\b(?:{_LONG_MONTH}) (?:{TEENS}|twenty|thirty|(?:twenty|thirty)[- ](?:{ONES})|{ONES})"
    r"(?=[.,;:!?)]|\s*\Z|,? (?:I|we|they|he|she|nineteen|two thousand|at|in the)\b)",
    # ages
    rf"(?:\b(?:my|his|her|their|our|your|whose)|'s) (?:(?:very|own) )?{_NTH_YEAR} year\b{_SERVED}"
    rf"|\b{_NTH_YEAR} year of (?:my |his |her |their )?(?:life|age)\b",
    rf"\b{_GROWN} (?:winters|summers|springs|years young)\b|\b(?:{ONES})[- ]and[- ](?:{TENS})\b"
    rf"|\b(?:two|three|four)[- ]?score(?: and (?:{TEENS}|{ONES}))?\b",
    rf"\b{_KIN} of (?P<age>{_NUMBER})\b(?! (?:the|them|us|you)\b)",
    rf"\bat (?P<at>{_GROWN})(?=,? (?:I|he|she|they|we|you)\b)",
    rf"\b(?:barely|almost|nearly|not yet|just|already|only) "
    rf"(?P<only>{_GROWN})(?=[.,;:!?]| (?:when|at the time|then|and|but)\b|\s*\Z)",
    r"(?<=[^\W\d_])(?:, | \()(?P<apposed>\d{1,3})(?=\)|,(?! \d))",
    r"\b(?:quadra|quinqua|sexa|septua|octo|nona|cente)genarians?\b|\bpost-?[5-9]0s\b",
    rf"\b(?:born in )?the year of the {_ANIMAL}\b|\b(?:a|the) {_ANIMAL} year\b",
    r"\b(?:child(?:ren)? of|born in|born during) the (?:early |mid-? ?|late )?(?:\w+ties|(?:19|20)?\d0'?s)\b",
)
_HAN_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
_CHINESE = (
    r"初[一二三四五六七八九十]|(?<![\u4e00-\u9fff])廿[一二三四五六七八九]|[一二三四五六七八九十]{1,3}[号號](?!码|碼|线|楼|院|房)",
    r"(?<!\d)\d{1,2}[号號](?!码|碼|线|楼|院|房)",
    r"(?<![\d一二三四五六七八九十])(?:\d{1,2}|[一二三四五六七八九十正腊冬]{1,2})月(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})(?![日号號\d个個月份])",
    r"(?:没|沒|又)?(?:过|過|隔)了?(?:\d{1,3}|[一二两兩三四五六七八九十几幾]{1,3})(?:天|日|夜|晚|个?星期|个?礼拜|周)(?![后後之])",
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})?(?:生日|寿辰|壽辰|诞辰|忌日|周年|週年)(?:那天|当天|當天|前[一后]?天|后[一]?天)?",
    r"[属屬][鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬](?![于於])|[鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬]年出?生|本命年",
    r"年(?:近|过|過|逾)(?:半百|花甲|古稀|不惑|而立|[二三四五六七八九]十)|(?:花甲|古稀|而立|不惑|知天命|耄耋|弱冠|豆蔻)之?年|年近半百",
    rf"(?<=今年)(?:才|刚|快|已经?)?{_HAN_NUMBER}(?![月日年个個天次位号號点點])|[刚剛未不][满滿]{_HAN_NUMBER}(?![天月年个個日次人])",
    rf"(?:虚|虛|实|實)(?:岁|歲|龄|齡)?(?:是|为|為|:)?[ \t]*{_HAN_NUMBER}(?:岁|歲)?(?![年月个個天])"
    rf"|{_HAN_NUMBER}[ \t]*(?:虚|虛|实|實)(?:岁|歲)",
    r"(?:年|行年|春秋|享年|得年|终年|終年)?(?:[二三四五六七八九]?十|[二三四五六七八九]秩)有[一二三四五六七八九](?![人个個名])",
    rf"(?:享年|得年|终年|終年|行年|年方|芳龄|芳齡|贵庚|年届|年屆|岁数|歲數|岁在|满打满算)[ \t]*{_HAN_NUMBER}(?![月天个個])",
    r"(?<![\d第月日点點时時周週的一二三四五六七八九十百])(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[1-9]\d)了(?=[，,。.！!；;、\s]|\Z)",
    r"(?<![\d年])(?:[5-9]0|00|[五六七八九]零|零零)[后後](?!来|來|面|天)",
)
_OTHER = (
    r"\bng[àa]y \d{1,2}(?:\s*(?:th[áa]ng|[/-])\s*\d{1,2})?(?:\s*(?:n[ăa]m|[/-])\s*\d{2,4})?|\b\d{1,2} th[áa]ng \d{1,2}\b",
    r"\b[а-яё]+(?:ого|его) (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b",
    r"\b\d{1,2}-?го\b",
    r"\bв(?:о)? (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\b",
)
_GROUPS = ("age", "at", "only", "apposed")
_IN_ENGLISH, _IN_CHINESE, _ELSEWHERE = (re.compile("|".join(p), re.IGNORECASE) for p in (_ENGLISH, _CHINESE, _OTHER))


def vague_dates(view: View) -> Iterator[Found]:
    """Every such phrase, as a question, with its place in the original text."""
    for pattern in (_IN_ENGLISH, *((_IN_CHINESE,) if view.has_han else ()), *((_ELSEWHERE,) if view.chars else ())):
        for match in pattern.finditer(view.text):
            told = match.groupdict() if pattern is _IN_ENGLISH else {}
            group: str | int = next((name for name in _GROUPS if told.get(name)), 0)
            first, last = view.span(*match.span(group))
            yield Found(first, last, "date", False, what="vague")
    for start, end in (*torn_dates(view), *bare_dates(view)):
        yield Found(*view.span(start, end), "date", False, what="vague")
