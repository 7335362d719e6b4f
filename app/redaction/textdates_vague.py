"""Days told in ways that no parser reads: they are asked about where days or ages are not shown, with the ages told so.

"The 14th", "14 VI 2019", "week 24", "his 18th birthday", "the full moon", 初五: each gives a day away and none says of which
month with enough certainty to be coarsened by rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.redaction.patterns_found import Found
from app.redaction.patterns_view import View
from app.redaction.textdates import MONTHS
from app.redaction.textdates_ages import vague_ages
from app.redaction.textdates_bare import bare_dates
from app.redaction.textdates_english import ONES, ORDINALS, TEENS
from app.redaction.textdates_torn import torn_dates

_LATE_ORDINALS = ORDINALS.removeprefix("first|second|third|")
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_LONG_MONTH = "|".join(MONTHS)
_DIGIT_WORD = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_CALENDARS = "Tibetan|lunar|Islamic|Hijri|Muslim|Persian|Iranian|Chinese|farmer'?s?"
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
    r"\bnew year'?s? (?:day|eve)\b|\bxmas\b|\bboxing day\b|\bqixi\b|\bdongzhi\b|\bashura\b|\b(?:the )?night of power\b|\blaylat al-qadr\b|\bqadr night\b|\barba'?een\b|\b[kc]urban bayram\b",
    rf"(?<![\w-]){_DIGIT_WORD}(?:[ -]{_DIGIT_WORD}){{5}}(?![\w-])",
    rf"\b(?:{_LONG_MONTH}) (?:{TEENS}|twenty|thirty|(?:twenty|thirty)[- ](?:{ONES})|{ONES})"
    r"(?=[.,;:!?)]|\s*\Z|,? (?:I|we|they|he|she|nineteen|two thousand|at|in the)\b)",
    rf"\b(?:the )?(?:{_NTH}|last|final|first|second|third|fourth|fifth) {_WEEKDAY} (?:of|in|before|after|during)\b(?! (?:{_MONTH}))(?: the)?",
    rf"\b{_NTH} (?:day )?of (?:the )?(?:{_CALENDARS}) month\b(?: (?:\d{{1,2}}|{ONES}))?|\b(?:{_CALENDARS}) month (?:\d{{1,2}}|{ONES})\b",
    rf"'?\b(?:{_NTH}|\d{{1,2}}) {_MONTH}[a-z]*\.? \d{{1,2}}\b(?![:.,/]?\d)(?! (?:of|per)\b)",
    r"\b(?:solar|lunar) eclipse\b|\bat 0\d[0-5]\d\b|\b(?:DOB|D\.O\.B\.?|birth|born|dated?|on|since|until|before|after)(?: on)?:? (?P<six>\d{6})(?![\d/.-])",
    r"(?<!\d)8964(?!\d)|\b(?:wk|cw|kw)\.? ?\d{1,2}\b|\bhalf (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?= in the| at night|[.,;:!?)]|\s*\Z)",
)
_CHINESE = (
    r"\d{1,2}[时時点點]\d{1,2}分?|(?:(?<=[于在到自从至是，、；。;,\s])|^)(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})日(?=[，,。；;、\s]|\Z)|[满滿]月(?=那天|当天|當天|酒)",
    r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]日|初一(?:、|和)?十五",
    r"初[一二三四五六七八九十]|(?<![\u4e00-\u9fff])廿[一二三四五六七八九]|[一二三四五六七八九十]{1,3}[号號](?!码|碼|线|楼|院|房)",
    r"(?<!\d)\d{1,2}[号號](?!码|碼|线|楼|院|房)",
    r"(?<![\d一二三四五六七八九十])(?:\d{1,2}|[一二三四五六七八九十正腊冬]{1,2})月(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})(?![日号號\d个個月份])",
    r"(?:没|沒|又)?(?:过|過|隔)了?(?:\d{1,3}|[一二两兩三四五六七八九十几幾]{1,3})(?:天|日|夜|晚|个?星期|个?礼拜|周)(?![后後之])",
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})?(?:生日|寿辰|壽辰|诞辰|忌日|周年|週年)(?:那天|当天|當天|前[一后]?天|后[一]?天)?",
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)?(?:份)?的?(?:最后|最後|头|頭|第[一二三四五1-5])(?:[一两兩二三几幾\d]?(?:天|日|晚)|[一个個]*(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末]?)(?:的?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末])?",
    r"冬至|夏至|春分|秋分|立[春夏秋冬]|惊蛰|驚蟄|谷雨|穀雨|小满|小滿|芒种|芒種|小暑|大暑|处暑|處暑|寒露|霜降|(?:大雪|小雪|雨水|大寒|小寒|白露)(?=节|節|那天|当天|當天|前|后|後|之)",
    r"小年(?:夜)?(?=那|这|當|当|前|后|後|[，,。])|腊八|臘八|中元节?|中元節|鬼节|寒食节?|龙抬头|龍抬頭|[头頭二三五七]七(?=那天|当天|當天|日)|百日(?=那天|当天|當天|祭)",
    r"(?:[零〇壹贰貳貮弐叁參叄肆伍陆陸柒捌玖拾]{4}年)?[正元零〇壹贰貳貮叁參叄肆伍陆陸柒捌玖拾]{1,3}月[零〇初壹贰貳貮叁參叄肆伍陆陸柒捌玖拾廿]{1,4}[日号號]?",
    r"(?:[\dOoбБ一二三四五六七八九十]{1,2})?[ \t]*月[ \t./-]{0,3}(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})[ \t]*[日号號曰E]",
    r"\d{1,2}月[ \t./-]{1,3}\d{1,2}(?![\d个個月份])|[㋀-㋋][ \t]?(?:[㏠-㏾]|\d{1,2})|[㏠-㏾]",
    r"(?<!\d)(?:89)?64(?=事件|运动|運動|屠杀|屠殺|那天|那年|当天|前后|晚会|学潮)|六4(?!\d)|(?<!\d)6四",
)
_OTHER = (
    r"\bng[àa]y \d{1,2}(?:\s*(?:th[áa]ng|[/-])\s*\d{1,2})?(?:\s*(?:n[ăa]m|[/-])\s*\d{2,4})?|\b\d{1,2} th[áa]ng \d{1,2}\b",
    r"\b[а-яё]+(?:ого|его) (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b",
    r"\b\d{1,2}-?го\b",
    r"\bв(?:о)? (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\b",
)
_GROUPS = ("six",)
_IN_ENGLISH, _IN_CHINESE, _ELSEWHERE = (re.compile("|".join(p), re.IGNORECASE) for p in (_ENGLISH, _CHINESE, _OTHER))


def vague_dates(view: View) -> Iterator[Found]:
    """Every such phrase, as a question, with its place in the original text."""
    for pattern in (_IN_ENGLISH, *((_IN_CHINESE,) if view.has_han else ()), *((_ELSEWHERE,) if view.chars else ())):
        for match in pattern.finditer(view.text):
            told = match.groupdict() if pattern is _IN_ENGLISH else {}
            group: str | int = next((name for name in _GROUPS if told.get(name)), 0)
            first, last = view.span(*match.span(group))
            yield Found(first, last, "date", False, what="vague")
    for start, end in (*torn_dates(view), *bare_dates(view), *vague_ages(view)):
        yield Found(*view.span(start, end), "date", False, what="vague")
