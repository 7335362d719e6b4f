"""Ages told in ways that no parser reads: "his forty-fourth year", "pushing fifty", "M/44", 属鼠, 年过花甲, 四十有四, 虚岁四十五.

Each gives an age away, and none is certain enough to be hidden by rule: where ages are not shown they are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.redaction.patterns_view import View
from app.redaction.textdates_english import ONES, TEENS, TENS

_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_NUMBER = rf"(?:\d{{1,3}}|(?:{TENS})[- ](?:{ONES})|{TENS}|{TEENS}|{ONES})"
_GROWN = rf"(?:\d{{2,3}}|(?:{TENS})[- ](?:{ONES})|{TENS}|{TEENS})"
_KIN = (
    r"(?:man|woman|minor|juvenile|teenager|boy|girl|child|person|youth|son|daughter|brother|sister|mother|father|wife|husband|uncle|aunt|cousin|nephew|"
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
_END = r"(?=[.,;:!?)]|\s*\Z|\n| (?:when|at the time|then|and|but|now|next|this|by|soon|that)\b)"

_ENGLISH = (
    rf"(?:\b(?:my|his|her|their|our|your|whose)|'s) (?:(?:very|own) )?{_NTH_YEAR} year\b{_SERVED}"
    rf"|\b{_NTH_YEAR} year of (?:my |his |her |their )?(?:life|age)\b",
    rf"\b{_GROWN} (?:winters|summers|springs|years young)\b|\b(?:{ONES})[- ]and[- ](?:{TENS})\b"
    rf"|\b(?:two|three|four)[- ]?score(?: and (?:{TEENS}|{ONES}))?\b",
    rf"\b{_KIN} of (?P<age>{_NUMBER})\b(?! (?:the|them|us|you)\b)",
    rf"\bat (?P<at>{_GROWN})(?=,? (?:I|he|she|they|we|you)\b)",
    r"\b(?:barely|almost|nearly|not yet|just|already|only|pushing|approaching|nearing|touching|past|rising|going on|hitting|will be|would be|to be) "
    rf"(?P<only>{_GROWN}){_END}",
    rf"\bat (?P<told>(?:{TENS})[- ](?:{ONES})|{TENS}|{TEENS}|1[3-9]|[2-9]\d)(?={_END[3:-1]}| in (?:19|20)\d\d|, [a-z])",
    rf"\b(?:{TENS})-(?:odd|something|ish)\b|\b(?:still|now|age(?:/sex)?)[ :-]{{1,3}}(?P<now>\d{{2}}){_END}|\b(?P<when>\d{{2}})(?= when (?:arrested|taken|detained|killed|he|she|I|they|it)\b)",
    rf"\b{_KIN} (?P<year>\((?:born |b\. ?)?(?:19|20)\d\d\))|(?<=\w) (?P<life>\((?:18|19|20)\d\d ?[-–] ?(?:19|20)\d\d\))",
    rf"\b(?:my|his|her|their) (?:{_ALL_TENS}|(?:{TENS})[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\b{_END}",
    r"\bin (?:the )?(?:early|middle|mid|late) (?:teens|(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b(?! of)(?<!the .....ties)",
    r"\b(?-i:M|F|[Mm]ale|[Ff]emale|[Mm]an|[Ww]oman|MALE|FEMALE)(?:[/,:]| \(|, )[ ]?(?P<sexed>\d{1,2})\b(?![/.:-]?\d)",
    r"(?<![\d./:-])(?P<before>\d{2})(?:, ?| |/)(?-i:M|F|[Mm]ale|[Ff]emale|MALE|FEMALE)\b|(?<![\d./:-])(?P<onto>\d{2})(?-i:[MF])\b",
    r"\bborn (?:in )?'\d\d\b",
    r"(?<=[^\W\d_])(?:, | \()(?P<apposed>\d{1,3})(?=\)|,(?! \d))",
    r"\b(?:quadra|quinqua|sexa|septua|octo|nona|cente)genarians?\b|\bpost-?[5-9]0s\b",
    rf"\b(?:born in )?the year of the {_ANIMAL}\b|\b(?:a|the) {_ANIMAL} year\b",
    r"\b(?:child(?:ren)? of|born in|born during) the (?:early |mid-? ?|late )?(?:\w+ties|(?:19|20)?\d0'?s)\b",
)
_HAN_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
_CHINESE = (
    r"[属屬][鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬](?![于於])|[鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬]年出?生|本命年",
    r"年(?:近|过|過|逾|届|屆)(?:半百|花甲|古稀|不惑|而立|[二三四五六七八九]十)|(?:花甲|古稀|而立|不惑|知天命|耄耋|弱冠|豆蔻)之?年|年近半百",
    rf"(?<=今年)(?:才|刚|快|已经?)?{_HAN_NUMBER}(?![月日年个個天次位号號点點])|[刚剛未不][满滿]{_HAN_NUMBER}(?![天月年个個日次人])",
    rf"(?:虚|虛|实|實)(?:岁|歲|龄|齡)?(?:是|为|為|:)?[ \t]*{_HAN_NUMBER}(?:岁|歲)?(?![年月个個天])"
    rf"|{_HAN_NUMBER}[ \t]*(?:虚|虛|实|實)(?:岁|歲)",
    r"(?:年|行年|春秋|享年|得年|终年|終年)?(?:[二三四五六七八九]?十|[二三四五六七八九]秩)有[一二三四五六七八九](?![人个個名])",
    rf"(?:享年|得年|终年|終年|行年|年方|芳龄|芳齡|贵庚|年届|年屆|岁数|歲數|岁在|满打满算)[ \t]*{_HAN_NUMBER}(?![月天个個])",
    r"(?<![\d第月日点點时時周週的一二三四五六七八九十百])(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[1-9]\d)了(?=[，,。.！!；;、\s]|\Z)",
    r"(?<![\d年])(?:[5-9]0|00|[五六七八九]零|零零)[后後](?!来|來|面|天)",
    r"奔[三四五六七八九](?![走跑向])(?:的人)?|[二三四五六七八九]十(?:好几|好幾|有余|有餘|挂零|掛零|冒头|冒頭|开外|開外)|(?<!\d)[5-9]\d年的(?=[，,。；;]|\Z)",
    r"(?<![\d零〇○一二三四五六七八九])(?:\d{2}|[五六七八九][零〇○一二三四五六七八九])年(?:出生|生人|生(?![活产意病效前日]))",
)
_GROUPS = ("age", "at", "only", "told", "now", "when", "year", "life", "apposed", "sexed", "before", "onto")
_IN_ENGLISH, _IN_CHINESE = (re.compile("|".join(p), re.IGNORECASE) for p in (_ENGLISH, _CHINESE))


def vague_ages(view: View) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the plain text that tell an age so."""
    for match in _IN_ENGLISH.finditer(view.text):
        told = match.groupdict()
        yield match.span(next((name for name in _GROUPS if told[name]), 0))
    if view.has_han:
        for match in _IN_CHINESE.finditer(view.text):
            yield match.span()
