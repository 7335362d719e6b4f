"""Street addresses and postal codes, in English and Chinese: they go whole, down to the last room number.

The part before a Chinese street number ("浙江省临海市人民路12号3栋501室") is taken back to where the clause begins or to a
word that cannot stand in an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.redaction.patterns_contacts import Piece
from app.redaction.patterns_view import View, around, bounded_pattern, digit_windows, word_places

_G = r"[ \t]*,?[ \t]*\n?[ \t]*"
_STREET = (
    r"(?:Street|Str|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Way|Terrace|Ter|Square|Sq|Highway|Hwy|Parkway|Pkwy"
    r"|Circle|Cir|Close|Crescent|Alley|Gardens?|Walk|Row|Broadway|Turnpike|Plaza|Mews|Grove|Hutong|Lu|Jie|Dajie|Dadao|Xiang|Long|Nong|Expressway|Freeway|Quay|Embankment|Prospekt|Ulitsa)"
)
_STATE = (
    r"(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|PR|RI|S[CD]|T[NX]|UT|V[TAI]|W[AVIY]|"
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|"
    r"Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|"
    r"New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|"
    r"Virginia|Washington|West Virginia|Wisconsin|Wyoming)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_NAME = rf"(?:(?!{_MONTH}|(?:Supreme|High|District|County|Constitutional|Magistrates|Administrative|The|Court)\b)[A-Z][\w.'-]*|\d{{1,3}}(?:st|nd|rd|th)|\ue000)"
_UNIT = r"(?:Apt|Apartment|Unit|Suite|Ste|Room|Rm|Floor|Fl|Building|Bldg|Block|Flat|Tower|Gate|Entrance|House|No|Number|Lot|Villa|Door|#)\.?[ ]?#?(?:\d[\dA-Z-]*|[A-Z]\b(?!['a-z]))"
_CITY = rf"(?:{_G}(?:[A-Z][\w'.-]+|\ue000)(?:[ ][A-Z][\w'.-]+){{0,3}})?"
_ZIP = rf"(?:{_G}{_STATE}\.?(?:[ ,]+\d{{5}}(?:-\d{{4}})?)?(?!\w))"

_NUMBERED = bounded_pattern(
    rf"(?:(?:{_UNIT})[ ]?,?[ ]?){{0,4}}(?<![\w/.,-])(?:No\.?[ ]?)?\d{{1,6}}(?:[-/]\d{{1,5}})?[A-Z]?,?[ \n](?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?[ ])?"
    rf"(?:{_NAME}[ ]){{1,4}}?{_STREET}\b\.?(?:[ ](?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\b\.?)?(?:{_G}(?:{_UNIT}|\d{{1,2}}(?:st|nd|rd|th) [Ff]loor)){{0,5}}(?:{_CITY}{_ZIP})?"
)
_LOWER = bounded_pattern(
    r"(?<![\w/.,-])\d{1,5}[a-z]?[ ](?:[a-z\ue000][\w']*[ ]){1,3}?(?:street|avenue|road|boulevard|lane|drive|terrace|parkway|hutong)\b"
    r"(?:,?[ ](?:apt|apartment|unit|suite|room|floor|building)\.?[ ]?#?\w+)*",
    re.I,
)
_NAME_FIRST = bounded_pattern(
    rf"(?:{_NAME}[ ]){{1,3}}{_STREET}[ ,]+(?:No\.?[ ]?)?\d{{1,5}}[A-Z]?\b(?![:.,]\d|[ ](?:people|men|women|police|times|days|years|hours))(?:{_G}{_UNIT}){{0,4}}"
)
_UNITS = bounded_pattern(rf"(?<![\w]){_UNIT}(?:[ ]?,[ ]?\n?{_UNIT}){{1,5}}(?:{_G}(?:{_NAME}[ ]){{1,4}}?{_STREET}\b)?", re.I)
_ONE_UNIT = bounded_pattern(r"\b(?:Apt|Apartment|Suite|Ste|Flat|Bldg|Building|Room)\.? ?#?(?=[A-Z-]{0,2}\d)[\dA-Z-]+\b", re.I)
_BOX = bounded_pattern(r"\b(?:P\.?[ ]?O\.?[ ]?)?Box[ ]?#?\d{1,6}(?!\w)(?:[A-Za-z ,]{0,40}?" + _ZIP + r")?|\bPOB[ ]?\d+", re.I)
_STATE_ZIP = bounded_pattern(rf"\b{_STATE}\.?[ ,]+(?P<zip>\d{{5}}(?:-\d{{4}})?)(?![\w-])")
_UK_CODE = bounded_pattern(r"\b[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b")
_POST_CODE = bounded_pattern(
    r"(?:邮编|郵編|邮政编码|郵遞區號|\b(?:post(?:al)?[ ]?code|zip(?:[ ]?code)?|postcode)\b)[ ]?(?:是|为|:|is|was)?[ ]?(?P<zip>(?=[A-Z]*\d)[A-Z0-9]{2,7}(?:[ -][A-Z0-9]{3,4})?)\b",
    re.I,
)
_STREET_NEAR = frozenset(
    "street str st avenue ave road rd boulevard blvd lane ln drive dr court ct place pl way terrace ter square sq highway hwy parkway pkwy"
    " circle cir close crescent alley garden gardens walk row broadway turnpike plaza mews grove hutong lu jie dajie dadao xiang long nong"
    " expressway freeway quay embankment prospekt ulitsa apt apartment unit suite ste room rm floor fl building bldg block flat tower gate"
    " entrance house no number lot villa door box pob post postal postcode zip".split()
)
_DIGIT = bounded_pattern(r"\d")
_CODE_NEAR = bounded_pattern(r"\d{5}|\d[A-Z\d]? \d[A-Z]{2}|邮|郵")

_N = r"(?:\d{1,5}|[一二三四五六七八九十百零〇]{1,6}|[甲乙丙丁ABCDEFabcdef])"
_CN_TAIL = rf"(?:[ ]?(?:之|-|附)?[ ]?{_N}[ ]?(?:号楼|號樓|号院|號院|号|號|栋|棟|幢|座|单元|單元|层|層|楼|樓|室|房|户|戶|弄|巷|组|組|门|門|排)(?:院)?)"
_CN_STREET = bounded_pattern(
    rf"(?:路|街|大道|道|巷|弄|胡同|里|村|社区|小区|花园|公寓|大厦|新村|家园|苑|园|组|庄|屯|营|镇|公路|环|段|街道)(?:[东西南北中][路街段里]?)?[ ]?{_CN_TAIL}+(?:[ ]?-?[ ]?{_N}(?:室|房)?(?![年月日点个天岁人名]))?"
    rf"|{_N}(?:栋|棟|幢|号楼|號樓|座)[ ]?{_CN_TAIL}+(?:[ ]?\d{{3,4}}(?!\d))?"
)
_CN_ROOM = bounded_pattern(r"(?<![\d第])\d{3,4}(?:室|号房|房间|房)(?![子东])")
#: What cannot stand inside an address: it ends where one of these stands before it.
_CN_STOP = bounded_pattern(
    r"[的了是在到从往去来住向离给把被让叫和与跟同及或于我你他她它您们咱这那此其有就都又也还说:：，。；！？、,;!?\s\"'()《》「」\ue000]"
)


def _chinese(text: str) -> Iterator[Piece]:
    for match in _CN_STREET.finditer(text):
        start = match.start()
        low = max(0, start - 30)
        while start > low and "\u3400" <= text[start - 1] <= "\u9fff" and not _CN_STOP.match(text[start - 1]):
            start -= 1
        yield start, match.end(), "contact", "address"
    for match in _CN_ROOM.finditer(text):
        yield match.start(), match.end(), "contact", "address"


def find_addresses(view: View) -> Iterator[Piece]:
    """Yield (start, end, kind, what) for street addresses, rooms, boxes and postal codes."""
    text = view.text
    places = [p for p in word_places(view, _STREET_NEAR) if _DIGIT.search(text, max(p - 48, 0), p + 24)]
    for start, end in around(text, places, 60, 60):
        for pattern in (_NUMBERED, _LOWER, _NAME_FIRST, _UNITS, _ONE_UNIT, _BOX):
            for match in pattern.finditer(text, start, end):
                yield match.start(), match.end(), "contact", "address"
        for match in _POST_CODE.finditer(text, start, end):
            yield match.start("zip"), match.end("zip"), "contact", "address"
    for start, end in digit_windows(view, _CODE_NEAR, 40, 20):
        for pattern in (_STATE_ZIP, _UK_CODE):
            for match in pattern.finditer(text, start, end):
                yield match.start(), match.end(), "contact", "address"
        for match in _POST_CODE.finditer(text, start, end):
            yield match.start("zip"), match.end("zip"), "contact", "address"
    if view.has_han:
        yield from _chinese(text)
