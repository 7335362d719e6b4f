"""Telephone numbers, papers, accounts, case numbers, plates, positions: what is told by digits.

Anything that has seven digits or more and is no amount, date or fraction is masked, whatever it is; the checks here (PRC
check digit, Luhn, IBAN, telephone plans) only tell what to call it. Sources: GB 11643-1999 (resident identity numbers),
ISO 7812-1 (Luhn), ISO 13616 (IBAN), USCIS receipt and A-number layouts, INTERPOL notice references, GA 36 (plates).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from app.redaction.patterns_contacts import Piece
from app.redaction.patterns_view import View, around, ascii_pattern, digit_windows, near_words, windows, word_places

_J = r"(?:[ \t]?(?:[-./][ \t]?)?(?:\n[ \t]?)?)"  # what may stand between two digits of one number

_ID_NUMBER = ascii_pattern(rf"(?<!\d)[1-9](?:{_J}\d){{16}}{_J}[\dXx](?![\dA-Za-z])|(?<!\d)[1-9]\d{{14}}(?!\d)")
_RUN = ascii_pattern(r"(?<![\w.])(?:\+ ?|00(?= ?[1-9]))?\(?\d(?:[ \t]?(?:[-./)~·][ \t]?)?\(?\d|-?\n\d){5,24}(?![\w%]|[.,]\d)")
_HAN_RUN = ascii_pattern(
    r"(?<=[\u2e80-\u9fff])\+?\(?\d(?:[ \t]?(?:[-.)][ \t]?)?\(?\d){6,24}(?!\d)|(?<!\d)\d(?:[ \t]?(?:[-.()][ \t]?)?\d){6,24}(?=[\u2e80-\u9fff])"
)
_SPACED = ascii_pattern(r"(?<![\w.,])\d(?:[ \t]\d){6,20}(?![\w]|[.,]\d)")
_MASKED = ascii_pattern(
    r"(?<![\w*])\d{2,6}[ -]?[*xX•×＊#]{3,}[ -]?\d{0,6}(?![\w*])|(?<![\w*])[*•×＊]{3,}[ -]?\d{2,6}(?!\d)|\b(?i:ending(?: in| with)?|ends (?:in|with)|last (?:four|4|three|3|six|6)(?: digits| numbers)?(?: are| is|:)?)[ \t]+(?P<tail>\d{3,6})(?!\d)|(?:尾号|尾號|末四位|后四位)(?:是|为|：|:)?[ \t]*(?P<tail2>\d{3,6})"
)
_DIGIT_WORD = r"(?:zero|oh|o|nought|null|one|two|three|four|five|six|seven|eight|nine|niner)"
_MORE_WORDS = (
    r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand)"
)
_TWICE = r"(?:(?:double|triple|treble)[ -])?"
_SPELLED = ascii_pattern(
    rf"\b(?:plus )?(?:{_TWICE}{_DIGIT_WORD}|\d{{1,4}}(?=[ -]))(?:(?:,[ \t]?|[ \t]?-[ \t]?|[ \t]+|\n){_TWICE}(?:{_DIGIT_WORD}|{_MORE_WORDS}|\d{{1,4}})\b){{3,24}}",
    re.I,
)
_SPELLED_NAMED = ascii_pattern(
    rf"\b(?:number|no\.?|inmate|prisoner|detainee|badge|cell|room|bed|code|pin|passport|account|card|plate|ending|ends|digits|extension)(?: number| no\.?)?"
    rf"[ \t]*(?:(?:is|was|are|in|with|:)[ \t]*)?(?:[A-Z][ -])?(?P<id>(?:{_TWICE}{_DIGIT_WORD})(?:(?:,[ \t]?|[ \t]?-[ \t]?|[ \t]+){_TWICE}{_DIGIT_WORD}\b){{2,24}})",
    re.I,
)
_WITH_DIGIT = r"[OoIl]{0,6}\d[\dOoIl]{0,14}"
_LOOKALIKE = ascii_pattern(
    rf"(?<![A-Za-z0-9.])(?=(?:[OoIl .()-]{{0,6}}\d){{4}})(?=[\d .()-]{{0,20}}(?:\d[OoIl]|[OoIl]\d|-[OoIl]{{2}}))(?=(?:[ .()-]{{0,2}}[\dOoIl]){{7}})"
    rf"{_WITH_DIGIT}(?:[ .()-]{{1,2}}(?:{_WITH_DIGIT}|(?<=-)[OoIl]{{2,6}})){{0,6}}(?![A-Za-z0-9])"
)
_LOOKALIKE_NEAR = ascii_pattern(r"\d[-. ]?[OoIl]|[OoIl][-. ]?\d")
_SPELLED_CASE = ascii_pattern(
    r"\((?:19|20)\d\d\)[ ]?[A-Z][a-z]+[ ]?\d{0,5}[ ]?(?:[A-Z][a-z]+[ ]?){1,4}(?:No\.?[ ]?)?\d{1,6}(?:[ ]?[Hh]ao)?\b|\bplates? [A-Z][a-z]+[ -]?[A-Z][ -]?[A-Z0-9]{4,6}\b"
)
_COMPASS = ascii_pattern(
    r"(?<![\w.])\d{1,3}\.\d{2,10}[ ]?(?:°|degrees?)?[ ](?:north|south|east|west)\b(?:,?(?: and| by)?[ ]\d{1,3}\.\d{2,10}[ ]?(?:°|degrees?)?[ ](?:north|south|east|west)\b)?",
    re.I,
)
_THREE_WORDS = ascii_pattern(
    r"///[a-z]{3,}\.[a-z]{3,}\.[a-z]{3,}|(?i:what3words|w3w)[ :]+(?:///)?[a-z]{3,}\.[a-z]{3,}\.[a-z]{3,}"
)
_CALLED_NEAR = frozenset(
    "number no inmate prisoner detainee badge cell room bed code pin passport account card plate ending ends digits extension".split()
)
_ONE_DIGIT = frozenset("zero oh o nought null one two three four five six seven eight nine niner".split())
_SPELLED_NEAR = tuple("double zero oh o nought null one two three four five six seven eight nine niner".split())
_THREE_WORDS_NEAR = ascii_pattern(r"///|(?i:what3words|w3w)")
_HAN_DIGIT = "零〇○一二两三四五六七八九幺洞拐勾壹贰貳叁參肆伍陆陸柒捌玖0-9"
_HAN_SPELLED = ascii_pattern(rf"[{_HAN_DIGIT}](?:[ \t、,，-]?[{_HAN_DIGIT}]){{6,24}}(?![十百千万亿年])")
_HAN_TAIL = ascii_pattern(
    rf"(?:尾号|尾號|末四位|后四位|号码|號碼|密码|编号|工号|警号|囚号|监号)(?:是|为|為|:)?[ \t]*(?P<id>[{_HAN_DIGIT}]{{3,8}})(?![十百千万亿年月日])"
)
_ALIEN = ascii_pattern(
    r"(?<![A-Za-z0-9])A(?:lien)?(?:[ -]?(?:registration )?(?:#|no\.?|nr\.?|number|file|号码?))?[ :.#-]{0,3}\d{2,3}[ \t.-]?\d{3}[ \t.-]?\d{3}(?![\w]|-\d)",
    re.I,
)
_RECEIPT = ascii_pattern(r"(?<![A-Za-z0-9])[A-Z]{3}[ \t-]?\d{2}[ \t-]?\d{3}[ \t-]?\d{5}(?!\d)", re.I)
_PASSPORT = ascii_pattern(
    r"(?<![A-Za-z0-9])(?:[A-Za-z]{1,2}\d{7,9}|[A-Z][ -]\d{7,9})(?![A-Za-z0-9])|(?<![A-Za-z0-9])[A-Z]{1,2}\d{6}[ ]?\([0-9A]\)"
)
_NAMED = ascii_pattern(
    r"(?:\b(?:passport|visa|id|identity|identification|resident(?:'s)?|national id|hukou|permit|licen[cs]e|driver'?s licen[cs]e|booking|detainee|"
    r"inmate|prisoner|badge|police|officer|case|file|docket|warrant|notice|application|appeal|complaint|reference|ref|receipt|invoice|contract|policy|"
    r"account|acct|a/c|card|bank card|iban|swift|bic|tax|ssn|social security|student|employee|member(?:ship)?|registration|serial|tracking|ticket|"
    r"flight|train|plate|licen[cs]e plate|vehicle|imei|vin|order|decision|indictment|judgment|exhibit|room|cell|bed|bus)"
    r"(?: (?:card|document|book|paper|file|case|application|registration|plate|phone|bank))?[ \t]*(?:no\.?|nos\.?|nr\.?|number|num\.?|#|№|code|id|ref(?:erence)?\.?)?[ \t]*"
    r"(?:(?::|=|#|№|is|was|were|are|reads|of)[ \t]*)*"
    r"|(?:护照|護照|签证|簽證|身份证|身分證|证件|證件|驾照|驾驶证|社保|工号|学号|警号|警號|编号|編號|案号|案號|文号|卡号|卡號|账号|帳號|帐号|账户|户口簿?|号码|號碼|车牌|車牌|房号|床号|监号|囚号|订单|合同|发票|证号|番号)"
    r"(?:号码?|號碼?|编号)?(?:[ \t]*(?:是|为|為|:|：|=|#))?[ \t]*)"
    r"(?P<id>(?=[A-Z0-9./\-]*\d)[A-Z0-9]+(?:[-./:][A-Z0-9]+|[ ]?[-./:][ ]?(?=[A-Z0-9]*\d)[A-Z0-9]+){0,8}(?:[ \t]\d[\d-]*(?![\w/])){0,6})(?![a-z])",
    re.I,
)
_STRICT_NAMED = ascii_pattern(r"\b(?:room|bus|order|exhibit|police|officer|flight|train|of)\b", re.I)
_NUMBER_SIGN = ascii_pattern(
    r"(?:\b(?:no|nos|nr|ref)\.|№|\b(?:no|nos|number|numbers)\b|#)[ \t]*(?P<id>(?:[A-Z]{1,5}[-/.])*\d+(?:[-/.:]\d+|[A-Z](?![a-z]))*(?:(?:,| and|;)[ \t]+\d+/\d+)*)",
    re.I,
)
#: A piece of land in a register: "plots nos. 260, 268 and 119/5", "plot no. 937 of block C", "sheet/plan 33/21.2.3".
_PARCEL = ascii_pattern(
    r"\b(?:plots?|parcels?|lots?|sheets?(?:/plan)?)[ ](?:nos?\.?|numbers?)[ ]\d+(?:[./]\d+)*[A-Z]?\d*(?:(?:,| and|;)[ ]\d+(?:[./]\d+)*(?!\w|\.\d))*(?:[ ]of[ ]block[ ][A-Z0-9]{1,4}\b)?"
    r"|\b(?:plot|parcel|lot|sheet|plan|sheet/plan)[ ]\d+/\d+(?:[./]\d+)*[A-Z]?\d*(?!\w)",
    re.I,
)
_DOCKET = ascii_pattern(
    r"(?<![\w-])(?:\d{1,2}:)?\d{2}[ -](?:cv|cr|mc|mj|bk|ap|md|misc|civ|crim|po)[ -]?\d{2,6}(?:[- ][A-Z]{2,4}(?![a-z]))*", re.I
)
_SLASHED = ascii_pattern(r"(?<![\w/.-])(?:[A-Z]{1,4}[-. ]?)?\d{3,6}/\d{1,2}(?:\d{2})?(?:-\d{1,5})?(?![\w/]|[.-]\d)")
_REPORT = ascii_pattern(
    r"\b[A-Z]{2,6}[ ]\d{4}[ ](?:p\.|s\.|nr\.?|no\.?)[ ]?\d+|(?<![\w:.])(?:1[5-9]|20)\d\d:\d{1,5}(?![\w:])|\bECLI:[A-Z0-9:.]+|\b[A-Z]{1,3}-\d{1,6}/\d{1,2}(?:-\d{4})?|\b\d{4}/\d{3,6}(?:-\d{1,4})?(?!\d)"
)
_CHINESE_CASE = ascii_pattern(
    r"\((?:19|20)\d\d\)[\u4e00-\u9fff]{0,4}\d{0,5}[\u4e00-\u9fff]{1,6}(?:字)?第?\d{1,6}(?:-\d{1,4})?号(?:之[一二三四五])?|[\u4e00-\u9fff]{1,8}\[(?:19|20)\d\d\]\d{1,6}号|[\u4e00-\u9fff]{1,8}\((?:19|20)\d\d\)第?\d{1,6}号"
)
_TOKEN = ascii_pattern(
    r"(?<![A-Za-z0-9_.@/-])(?=[A-Z0-9-]*[A-Z])(?=(?:[A-Z0-9-]*\d){4})[A-Z0-9]+(?:-[A-Z0-9]+)*(?![A-Za-z0-9_@]|[./-][A-Za-z0-9])|(?<![A-Za-z0-9])(?=\d*[a-z])(?=(?:[a-z0-9]*\d){5})[a-z0-9]{7,40}(?![A-Za-z0-9])"
)
_IBAN = ascii_pattern(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?![A-Za-z0-9])")
_SSN = ascii_pattern(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")
_PLATE = ascii_pattern(
    r"[京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊][A-HJ-NP-Z][·•. -]?[A-HJ-NP-Z0-9]{4,6}(?:[挂学警港澳使领])?"
)
_PLATE_NAMED = ascii_pattern(
    r"\b(?:plates?|registration|licen[cs]e (?:plate|tag)|tag)(?: number)?(?: (?:was|is|reads?|reading))?[ :#]+(?P<id>[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,5}){1,2}(?=\W|$))"
)
_NETWORK = ascii_pattern(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2})?(?![\w.]\d)(?:\:\d{2,5})?|(?<![\w:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:])"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}(?![\w:])|(?<![\w-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\w-])|\b0x[0-9a-fA-F]{16,}\b|\b(?:bc1|[13])[a-km-zA-HJ-NP-Z1-9]{25,59}\b",
    re.I,
)
_POSITION = ascii_pattern(
    r"(?<![\w.])[-+]?\d{1,3}\.\d{3,10}°?[ \t]*[NSEW]?[ \t]*[,;/ ][ \t]*[-+]?\d{1,3}\.\d{3,10}°?[ \t]*[NSEW]?(?![\w])"
    r"|[-+]?\d{1,3}[ ]?°[ ]?(?:\d{1,2}(?:\.\d+)?[ ]?['′][ ]?)?(?:\d{1,2}(?:\.\d+)?[ ]?(?:\"|″|'')[ ]?)?[NSEW]?(?:[,;]?[ ]?[-+]?\d{1,3}[ ]?°[ ]?(?:\d{1,2}(?:\.\d+)?[ ]?['′][ ]?)?(?:\d{1,2}(?:\.\d+)?[ ]?(?:\"|″|'')[ ]?)?[NSEW]?)(?![A-Za-z])"
    r"|(?<![\w.,])-?\d{1,2}\.\d{2}[ ]?,[ ]?-?1\d\d\.\d{2}(?![\d.])"
    r"|(?:北纬|南纬|东经|西经)\d{1,3}(?:\.\d+)?°?(?:度)?(?:\d{1,2}['′分](?:\d{1,2}[\"″秒])?)?"
)
_DATE = ascii_pattern(r"\(?(\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{8})(?!\d)\)?[ \t]?")
_YEARS = ascii_pattern(r"(?:1[5-9]|20)\d\d[ \t]?[-/][ \t]?(?:1[5-9]|20)?\d\d")  # from one year to another
_UNIT_AFTER = ascii_pattern(r"[ \t]*(?:yuan|RMB|CNY|USD|US dollars|dollars?|euros?|EUR|pounds?|GBP|kronor|liras?|people|persons|men|women|children|members|inhabitants|km|kg|metres|meters|"
                         r"square|percent|per cent|votes|copies|元|块|人|万|亿|美元|港币|平方|公里|米|公斤|吨|名|户|%|views|followers|hectares|tonnes|tons)", re.I)  # fmt: skip
_MONEY_BEFORE = ascii_pattern(r"(?:[$€£¥₺₽]|\b(?:RMB|CNY|USD|EUR|GBP|HKD|TWD|CHF|SEK|TRY|TRL|yuan))[ \t]?$", re.I)


def prc_check_digit(digits: str) -> bool:
    """Whether an 18-character PRC resident identity number has the check character of GB 11643-1999."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
    return digits[17].upper() == "10X98765432"[total % 11]


def luhn(digits: str) -> bool:
    """Whether a card number has the check digit of ISO 7812-1."""
    doubled = (int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _what_run(words: str, region: str) -> tuple[str, str] | None:
    """Return (kind, what) for a run of digits, ``None`` where it is too short to single anybody out."""
    digits = re.sub(r"\D", "", words)
    if len(digits) < 7:
        return None
    if len(digits) == 18 and prc_check_digit(digits):
        return "identifier", "resident-id"
    if 13 <= len(digits) <= 19 and luhn(digits) and not words.startswith(("+", "00")):
        return "identifier", "card"
    if len(digits) <= 15:
        for land in (region, "CN", "US"):
            try:
                if phonenumbers.is_possible_number(phonenumbers.parse(" ".join(words.split()), land)):
                    return "contact", "phone"
            except phonenumbers.NumberParseException:
                continue
    return "identifier", "number"


def _runs(text: str, start: int, end: int, region: str) -> Iterator[Piece]:
    for pattern in (_RUN, _HAN_RUN, _SPACED):
        for match in pattern.finditer(text, start, end):
            first, last = match.span()
            while (date := _DATE.match(text, first, last)) and _dated(date[1]):
                first = date.end()
            if text[first:last].startswith("(") and ")" not in text[first:last]:
                first += 1
            words = text[first:last]
            if _UNIT_AFTER.match(text, last) or _MONEY_BEFORE.search(text, max(0, first - 6), first) or _YEARS.fullmatch(words):
                continue
            if what := _what_run(words, region):
                yield first, last, *what


def _dated(words: str) -> bool:
    if len(words) == 8 and words.isdigit():
        return words[:2] in ("19", "20") and 1 <= int(words[4:6]) <= 12 and 1 <= int(words[6:]) <= 31
    parts = [int(part) for part in re.split(r"[-./]", words)]
    return (
        sorted(len(p) for p in re.split(r"[-./]", words))[-1] in (2, 4)
        and sum(part <= 12 for part in parts) >= 1
        and sum(part > 31 for part in parts) <= 1
    )


#: What must be near before a set of patterns is tried: (trigger, ((pattern, kind, what), …)).
_LONG = ascii_pattern(r"\d(?:[^A-Za-z]{0,4}?\d){5}")
_MIXED = ascii_pattern(r"\d(?:(?<=[A-Za-z].)|(?<=[A-Za-z]-.))[\dA-Z-]*\d|\d-?[A-Za-z][\dA-Za-z-]*\d")
_BY_TRIGGER = (
    (_LONG, (
        (_ALIEN, "identifier", "a-number"), (_RECEIPT, "identifier", "receipt"), (_PASSPORT, "identifier", "passport"),
        (_IBAN, "identifier", "bank"), (_SSN, "identifier", "ssn"), (_ID_NUMBER, "identifier", "resident-id"),
    )),
    (ascii_pattern(r"\d/\d"), ((_SLASHED, "identifier", "case-number"),)),
    (ascii_pattern(r"\d[ -](?:cv|cr|mc|mj|bk|ap|md|misc|civ|crim|po)", re.I), ((_DOCKET, "identifier", "case-number"),)),
    (ascii_pattern(r"\d (?:p|s|nr|no)\.|\d:\d|ECLI|\d/\d"), ((_REPORT, "identifier", "case-number"),)),
    (_MIXED, ((_TOKEN, "identifier", "number"), (_PASSPORT, "identifier", "passport"))),
    (ascii_pattern(r"\.\d{1,3}\.\d|(?<=[0-9A-Fa-f]):[0-9A-Fa-f:]|-[0-9a-f]{4}-|0x|\b(?:bc1|[13][a-zA-Z1-9]{24})"), ((_NETWORK, "contact", "network"),)),
    (ascii_pattern(r"\d\.\d{3}|\d ?°|\d\.\d\d ?,"), ((_POSITION, "place", "position"),)),
    (ascii_pattern(r"\d\.\d{2}"), ((_COMPASS, "place", "position"),)),
    (_LOOKALIKE_NEAR, ((_LOOKALIKE, "identifier", "number"),)),
    (ascii_pattern(r"\d[)] ?[A-Z]|[A-Z][ -]?\d"), ((_SPELLED_CASE, "identifier", "case-number"),)),
)  # fmt: skip
_HAN_PATTERNS = (
    (_CHINESE_CASE, "identifier", "case-number"),
    (_PLATE, "identifier", "plate"),
    (_POSITION, "place", "position"),
)
_NAMED_NEAR = frozenset(
    "passport visa id identity identification resident residents national hukou permit license licence booking detainee inmate prisoner badge"
    " police officer case file docket warrant notice application appeal complaint reference ref receipt invoice contract policy account acct"
    " c card iban swift bic tax ssn security student employee member membership registration serial tracking ticket flight train plate plates"
    " tag vehicle imei vin order decision indictment judgment exhibit room cell bed bus no nos nr number numbers".split()
)
_PARCEL_NEAR = frozenset("plot plots parcel parcels lot lots sheet sheets plan".split())
_DIGIT = ascii_pattern(r"\d")
_SIGN_NEAR = ascii_pattern(r"[#№]")
_HAN_NAMED_NEAR = ascii_pattern(r"[护護签簽份分证證照保工学警编編案文卡账帳簿码碼牌房床监囚单同票号]")
_MASKED_NEAR = ascii_pattern(r"[*xX•×＊#]{3}|尾号|尾號|末四|后四")
_TAIL_NEAR = frozenset(("ending", "ends", "last"))


def find_numbers(view: View, region: str = "CN") -> Iterator[Piece]:
    """Yield (start, end, kind, what) for everything told by digits or by digits in words; ``region`` reads bare numbers."""
    text = view.text
    yield from _in_words(view)
    for trigger, patterns in _BY_TRIGGER:
        for start, end in digit_windows(view, trigger, 40, 60):
            for pattern, kind, what in patterns:
                for match in pattern.finditer(text, start, end):
                    yield match.start(), match.end(), kind, what
    for start, end in windows(_THREE_WORDS_NEAR, text, 4, 60):
        for match in _THREE_WORDS.finditer(text, start, end):
            yield match.start(), match.end(), "place", "position"
    for start, end in digit_windows(view, _LONG, 40, 60):
        yield from _runs(text, start, end, region)
    for start, end in (*digit_windows(view, _MASKED_NEAR, 10, 20), *near_words(view, _TAIL_NEAR, 4, 40)):
        for match in _MASKED.finditer(text, start, end):
            group = "tail" if match["tail"] else "tail2" if match["tail2"] else 0
            yield match.start(group), match.end(group), "identifier", "number"
    for start, end in near_words(view, _PARCEL_NEAR, 8, 120):
        for match in _PARCEL.finditer(text, start, end):
            yield match.start(), match.end(), "identifier", "number"
    named = [place for place in word_places(view, _NAMED_NEAR) if _DIGIT.search(text, place, place + 48)]
    near = [*around(text, named, 4, 80), *digit_windows(view, _SIGN_NEAR, 4, 40)]
    if view.has_han:
        near += windows(_HAN_NAMED_NEAR, text, 4, 60)
        for pattern, kind, what in _HAN_PATTERNS:
            for match in pattern.finditer(text):
                yield match.start(), match.end(), kind, what
    for start, end in near:
        for pattern in (_NAMED, _NUMBER_SIGN, _PLATE_NAMED):
            for match in pattern.finditer(text, start, end):
                if pattern is _PLATE_NAMED or _tells(match):
                    yield match.start("id"), match.end("id"), "identifier", "number"


def _in_words(view: View) -> Iterator[Piece]:
    places = sorted(place for word in _SPELLED_NEAR for place in view.words.get(word, ()))
    done = -1
    mixed = [place for place in places if _DIGIT.search(view.text, max(0, place - 16), place + 24)]
    near = [first for first, third in zip(places, places[2:], strict=False) if third - first <= 30]
    for first in sorted({*near, *mixed}):
        if first < done:
            continue
        match = _SPELLED.search(view.text, max(0, first - 20), first + 300)
        if match is None:
            continue
        if _digits_told(match.group()) >= 7 and not _UNIT_AFTER.match(view.text, match.end()):
            done = match.end()
            yield match.start(), match.end(), "contact", "phone"
    for start, end in near_words(view, _CALLED_NEAR, 4, 160):
        for match in _SPELLED_NAMED.finditer(view.text, start, end):
            yield match.start("id"), match.end("id"), "identifier", "number"
    if view.has_han:
        for match in _HAN_TAIL.finditer(view.text):
            if not match["id"].isascii():
                yield match.start("id"), match.end("id"), "identifier", "number"
        for match in _HAN_SPELLED.finditer(view.text):
            if any(not char.isascii() and char not in "、，" for char in match.group()):
                yield match.start(), match.end(), "contact", "phone"


def _digits_told(words: str) -> int:
    """How many digits a run of spoken and written ones tells; 0 where it is rather an amount in words."""
    told = spoken = 0
    times = 1
    told_words = re.findall(r"[a-z]+|\d+", words.lower())
    for word in told_words:
        if word in ("double", "triple", "treble"):
            times = 2 if word == "double" else 3
            continue
        if word.isdigit():
            told += len(word) * times
        elif word in ("hundred", "thousand"):
            told += len(word) - 5  # two noughts, or three
        else:
            told += (1 if word in _ONE_DIGIT else 2) * times
            spoken += word in _ONE_DIGIT
        times = 1
    mixed = (spoken >= 2 or (spoken and told >= 11)) and any(map(str.isdigit, told_words))
    return told if spoken >= 3 or mixed or {"double", "triple", "treble"} & set(told_words) else 0


def _tells(match: re.Match[str]) -> bool:
    """Whether a number after a word such as "case" or "No." is long enough to single out what it numbers."""
    value = match["id"]
    digits = sum(char.isdigit() for char in value)
    if re.fullmatch(r"(?:1[89]|20)\d\d", value) or re.fullmatch(r"[\d.,]+ ?(?:%|percent)", value):
        return False
    context = match.group()[: match.start("id") - match.start()].lower()
    marked = bool(
        re.search(r"(?:no|nos|nr|num|ref)\.?\s*$|number\s*(?:is|was|:)?\s*$|[#№:=]\s*$|id\s*$|号|號|编|證|证|照", context)
    )
    if re.search(r"[/-]", value) and digits >= 3:
        return True
    if re.match(
        r"\s*(?:case|file|docket|warrant|inmate|prisoner|detainee|booking|badge|cell|bed|passport|visa|account|acct|card|plate|警|监|囚|床|房|工|学|车|護|护|身|卡|案)",
        context,
    ):
        return marked or digits >= 3
    return bool(digits >= 4)
