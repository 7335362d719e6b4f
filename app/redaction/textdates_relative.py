"""Phrases that tell when by something else, in English: "three days later", "on Thursday", "at 5 a.m.", "aged 17".

Lengths of time ("for thirty days", "a six-month visa", "after two years of work") are what happened and are no match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.redaction.patterns_view import View, ascii_pattern, digit_windows, near_words
from app.redaction.textdates import TextDate
from app.redaction.textdates_english import MONTH, ONES, ORDINALS, TEENS, TENS, WEEKDAY, YEAR, Hit, month_of, year_of

_G = r"[ \t]*\n?[ \t]*(?<=\s)"
_COUNT = (
    rf"(?:\d{{1,3}}(?:\.\d)?|(?:{TENS})[- ](?:{ONES})|{TENS}|{TEENS}|{ONES}|a hundred|one hundred|several|some|many"
    r"|(?:a |the )?(?:good |very )?few|(?:a )?couple(?: of)?|half an?|a dozen|an?|the)"
)
_UNIT = r"(?P<unit>minute|hour|day|night|weekend|week|fortnight|month|year|decade)(?:s|s'|'s)?"
_APPROXIMATELY = r"(?:(?:about|around|roughly|approximately|exactly|only|just|almost|nearly|barely|less than|more than|over|not even|some) )?"

_APART = ascii_pattern(
    rf"(?<!\bfor )\b{_APPROXIMATELY}{_COUNT}(?:{_G}or{_G}(?:so|{_COUNT}))?{_G}(?:more |long |short |full |whole )?{_UNIT}"
    rf"(?:(?:{_G}and|,){_G}(?:a half|{_COUNT}{_G}(?:minute|hour|day|week|month|year)s?))?"
    rf"{_G}(?P<how>later|afterwards?|after(?!{_G}(?:all|{YEAR}))|beforehand|before|earlier|ago|previously|prior to|prior|shy of|short of|ahead of|from now|from then|hence"
    r"|back|since then)\b",
    re.I,
)
_BARE_APART = ascii_pattern(
    rf"\b(?P<unit>minute|hour|day|night|week|month|year)s{_G}(?P<how>later|afterwards|earlier|ago)\b", re.I
)
_AFTER_FIRST = ascii_pattern(
    rf"(?<![a-z,;] )(?P<how>After){_G}{_APPROXIMATELY}{_COUNT}{_G}{_UNIT}(?=,| (?:I|we|they|he|she|it|the|my|our|his|her)\b)"
)
_NEXT = ascii_pattern(
    rf"(?:\b(?P<lead>on|during|in){_G})?\bthe (?:very )?(?P<how>next|following|same|previous|preceding|other|second|third|fourth|fifth"
    rf"|sixth|seventh|eighth|ninth|tenth)[- ](?P<unit>day|morning|afternoon|evening|night|noon|week|weekend|month|year|{WEEKDAY})\b(?!')",
    re.I,
)
_NEXT_PLAIN = ascii_pattern(r"(?<!the )(?<!my )\b(?P<how>next|following) (?P<unit>day|morning|afternoon|evening|night)\b", re.I)
_EVE = ascii_pattern(
    rf"(?:\b(?P<lead>on|during|in){_G})?\bthe (?P<unit>day|night|morning|evening|weekend|week|month|year){_G}(?P<how>before|after)"
    rf"(?P<next>{_G}(?:yesterday|tomorrow|last|next))?\b",
    re.I,
)
_YESTERDAY = ascii_pattern(
    r"\b(?:late |early )?(?:(?P<past>yesterday(?: (?:morning|afternoon|evening|night|noon))?|last night)"
    r"|(?P<to_come>tomorrow(?: (?:morning|afternoon|evening|night|noon))?)"
    r"|(?P<how>last|next|this past|this coming|the past) (?P<unit>week|weekend|month|year)(?! of\b))\b(?!')",
    re.I,
)
_MONTH_AGAIN = ascii_pattern(rf"\b(?P<how>last|next|this past|this coming) (?P<month>{MONTH})(?!['\w])", re.I)
_WEEKDAY = ascii_pattern(
    rf"(?:\b(?P<lead>on){_G})?(?:\b(?P<how>last|next|this|that|the(?: (?:following|next|previous|same))?|a|one|early|late) )?"
    rf"\b{WEEKDAY}\b(?! (?:prayers?|mosque|sermon|school|times))(?: (?:morning|afternoon|evening|night|noon))?(?! the \d)",
    re.I,
)
_DAY_OF_MONTH = ascii_pattern(
    rf"\bon{_G}(?:or about )?the{_G}(?:[0-3]?\d(?:st|nd|rd|th)|{ORDINALS})(?=[.,;:!?)\n\ue000\u2e80-\u9fff]|$| (?:I|we|you|he|she|they|it|the|and|at|in|there|my|his|her|our|was)\b)",
    re.I,
)
_DAYS_OF_MONTH = ascii_pattern(
    r"\b[0-3]?\d(?:st|nd|rd|th) ?(?:-|to|until|through) ?(?:the )?[0-3]?\d(?:st|nd|rd|th)\b(?! (?:floors?|grades?|centur|century))",
    re.I,
)
_DAYS_NEAR = ascii_pattern(r"\d(?:st|nd|rd|th) ?(?:-|to|until|through)", re.I)
_HOUR = r"(?:[01]?\d|2[0-4])"
_HOUR_WORD = f"(?:{ONES}|ten|eleven|twelve)"
_TIME = ascii_pattern(
    r"(?:\b(?P<lead>at|around|about|by|before|after|until|till|from|since|towards?)[ \t\n]+)?"
    r"(?:(?:exactly|about|around|almost|nearly|approximately|just after|just before|shortly after|shortly before) )?(?<![\d.,:/-])"
    rf"(?:\b{_HOUR}(?:[:.][0-5]\d(?::[0-5]\d)?)? ?(?:a\.? ?m\b\.?|p\.? ?m\b\.?|o'? ?clock|hrs?\b|hours\b(?= on))"
    rf"|\b{_HOUR}:[0-5]\d(?::[0-5]\d)?\b(?![:.]\d)|\b[0-2]\d[0-5]\d (?:hours|hrs)\b"
    rf"|\b(?:half past|(?:a )?quarter (?:to|past|after)|(?:{ONES}|ten|twenty|twenty-five|\d\d?)(?: minutes)? (?:to|past)) (?:{_HOUR_WORD}|{_HOUR}\b(?! of))"
    rf"|\b{_HOUR}h[0-5]\d\b|\b(?:{_HOUR_WORD}|{_HOUR})(?:[- ](?:thirty|fifteen|forty-five))? (?=in the (?:morning|afternoon|evening)|at night|at dawn)"
    rf"|\b{_HOUR_WORD} (?:a\.? ?m\b\.?|p\.? ?m\b\.?|o'? ?clock))"
    r"(?: ?in the (?:morning|afternoon|evening)| ?at (?:night|dawn))?",
    re.I,
)
_HOLIDAY = ascii_pattern(
    r"(?:\b(?P<lead>on|at|during|over|in|before|after|around|since|until|for)[ \t\n]+)?(?:the (?:(?:eve|day|morning|night|first day|"
    r"last day) of )?)?(?P<name>(?:Chinese |Lunar |Tibetan )?New Year(?:'s)?(?: (?:Eve|Day))?|Spring Festival|Lantern Festival|"
    r"(?:Qingming|Tomb[- ]Sweeping)(?: (?:Festival|Day))?|Dragon Boat Festival|Mid-?Autumn(?: Festival| Day)?|Double Ninth Festival|"
    r"National Day|May Day|Labou?r Day|Christmas(?: (?:Eve|Day))?|Thanksgiving(?: Day)?|Independence Day|Easter(?: (?:Sunday|Monday))?|"
    r"Good Friday|Ramadan|Eid(?:[ -]al-(?:Fitr|Adha))?|Id[ -]al-(?:Fitr|Adha)|Nowr[ou]+z|Noruz|Qurban(?: Heyit)?|Rozi Heyit|Losar|Saga Dawa|Passover|"
    r"Rosh Hashanah|Yom Kippur|Hanukk?ah|Diwali|Halloween|Valentine's Day|Women's Day|Victory Day)\b(?:'s)?"
    rf"(?: (?:holiday|vacation|break)s?)?(?:(?:,| of| in)? (?P<year>{YEAR}))?",
    re.I,
)
_AGE_NUMBER = rf"(?:\d{{1,3}}|(?:{TENS})[- ](?:{ONES})|{TENS}|{TEENS}|{ONES})"
_AGE = ascii_pattern(
    rf"\b(?P<article>an? )?(?P<attribute>{_AGE_NUMBER}[- ](?:and-a-half-)?(?:years?|months?|weeks?)[- ]olds?)\b"
    rf"|(?:\b(?P<lead>at|by|from|of) )?(?:\b(?:the|an) )?\bage[sd]?(?: of)?:? (?:about |around |only |just )?(?:between )?{_AGE_NUMBER}\b"
    rf"(?:(?:,? (?:and|to|or) |, ?| ?- ?){_AGE_NUMBER}\b(?!,? ?\d))*(?! (?:per|percent))(?:[- ]years?(?: old)?)?"
    rf"|\b{_AGE_NUMBER}(?:(?:,? (?:and|to|or) |, ?| ?- ?){_AGE_NUMBER})* ?(?:and a half )?(?:years?|months?|yrs?\.?)(?: old|[- ]of age)\b|\b{_AGE_NUMBER} ?y[/.]? ?o\b\.?"
    rf"|\b{_AGE_NUMBER}-yrs?-olds?\b|\bborn {_AGE_NUMBER} years ago\b|(?:(?<=\bturning )|(?<='d be )|(?<=\bwould be )){_AGE_NUMBER}(?= now| then| today|[.,;!?]|$)"
    r"|\bin (?:my|his|her|their|our)(?: (?:early|mid|late))?[- ](?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties"
    r"|nineties|[2-9]0'?s)\b"
    rf"|(?<=\bturned ){_AGE_NUMBER}\b(?! (?:people|men|women|percent))|(?:(?<=\bI was )|(?<=\bI am )|(?<=\bhe was )|(?<=\bshe was )|"
    rf"(?<=\bhe is )|(?<=\bshe is )|(?<=\bI'm )|(?<=\bhe's )|(?<=\bshe's )){_AGE_NUMBER}(?= when| at the time| then|[.,;!?]|$)",
    re.I,
)
_BORN = ascii_pattern(
    r"\b(?:born|birth|birthday|birth ?date|DOB|D\.O\.B\.?)(?:(?! and )[^.\n;\d]){0,40}$|(?<![\w.])b\. ?$", re.I
)
_PREPOSITION = ascii_pattern(r"\b(?:until|till|by|since|before|after|from|to|of|between|and|for)\s+$", re.I)
_BEFORE_NOUN = ascii_pattern(
    r"\s+(?:(?:the|an?|my|your|his|her|our|their|its|this|that|these|those|I|we|he|she|they|it|leaving|being)\b|[A-Z\ue000\u0100-\ud7ff])"
)

_FOLLOWED = ascii_pattern(r"[- ][A-Za-z\ue000]")
_VERB = ascii_pattern(r" (?:was|is|were|are|had|has|who|and|or|came|in|from|with|at|on|to|told|said|could|would|did)\b")

_DAYS_OF_WEEK = "monday tuesday wednesday thursday friday saturday sunday"
_PARTS_OF_DAY = "morning afternoon evening night noon dawn"
_NEAR = frozenset(
    f"minute minutes hour hours day days night nights week weeks weekend weekends fortnight month months year years decade decades"
    f" yesterday tomorrow last next past coming {_DAYS_OF_WEEK} {_PARTS_OF_DAY}".split()
)
_TIME_NEAR = frozenset(f"am pm m clock hrs hours past quarter {_PARTS_OF_DAY}".split())
_ON_NEAR = frozenset(("on",))
_COLON_NEAR = ascii_pattern(r"\d[:h]\d")
_HOLIDAY_NEAR = frozenset(
    "year festival festivals qingming tomb boat autumn day christmas thanksgiving easter friday ramadan eid id nowruz nowroz noruz norouz"
    " nowrooz qurban rozi losar dawa passover hashanah kippur hanukah hanukkah diwali halloween".split()
)
_AGE_NEAR = frozenset(
    "age aged ages old olds o yo teens twenties thirties forties fifties sixties seventies eighties nineties turned turning born yr yrs be".split()
) | frozenset(f"{TEENS}|{TENS}".split("|"))
_AGE_DIGITS_NEAR = ascii_pattern(r"0'?s\b|(?<=[smd] )\d{1,3}(?=[.,;!?]| when| at the| then|$)")

_UNITS = {
    "minute": "time", "hour": "time", "day": "day", "night": "day", "weekend": "day", "morning": "day", "afternoon": "day",
    "evening": "day", "noon": "day", "week": "week", "fortnight": "week", "month": "month", "year": "year",
    "decade": "decade",
}  # fmt: skip
_ROLES = {
    "later": "later", "afterwards": "later", "afterward": "later", "hence": "later", "from then": "later", "since then": "later",
    "next": "later", "following": "later", "beforehand": "earlier", "earlier": "earlier", "previously": "earlier",
    "prior": "earlier", "previous": "earlier", "preceding": "earlier", "prior to": "before", "shy of": "before", "short of": "before", "ahead of": "before", "ago": "ago", "back": "ago",
    "from now": "soon", "same": "same", "other": "recent", "last": "recent", "this past": "recent", "the past": "recent",
    "this coming": "soon",
}  # fmt: skip


def _role(how: str, text: str, end: int) -> str:
    how = " ".join(how.lower().split())
    if how in ("after", "before"):
        if _BEFORE_NOUN.match(text, end):
            return how
        return "later" if how == "after" else "earlier"
    return _ROLES.get(how, "later")


def _relative(view: View) -> Iterator[Hit]:
    text = view.text
    for start, end in near_words(view, _NEAR, 70, 40):
        for pattern in (_APART, _BARE_APART, _NEXT, _NEXT_PLAIN):
            for match in pattern.finditer(text, start, end):
                if (
                    pattern is _NEXT
                    and match["how"].lower() in ("second", "third")
                    and match["unit"] in ("month", "year", "week")
                ):
                    continue
                unit = _UNITS.get(match["unit"].lower(), "day")
                role = _role(match["how"], text, match.end())
                yield match.start(), match.end(), TextDate("", unit, role, capital=match.group()[0].isupper())
        for match in _AFTER_FIRST.finditer(text, start, end):
            yield match.start(), match.end(), TextDate("", _UNITS[match["unit"]], "later", capital=True)
        for match in _EVE.finditer(text, start, end):
            how = match["how"].lower()
            role = _role(how, text, match.end())
            if match["next"]:
                role = "recent" if how == "before" else "soon"
            yield (
                match.start(),
                match.end(),
                TextDate("", _UNITS[match["unit"].lower()], role, capital=match.group()[0].isupper()),
            )
        for match in _YESTERDAY.finditer(text, start, end):
            unit = _UNITS[match["unit"].lower()] if match["unit"] else "day"
            soon = match["to_come"] or (match["how"] and match["how"].lower() in ("next", "this coming"))
            yield (
                match.start(),
                match.end(),
                TextDate("", unit, "soon" if soon else "recent", capital=match.group()[0].isupper()),
            )
        for match in _MONTH_AGAIN.finditer(text, start, end):
            if match["month"][0].isupper() or len(match["month"]) > 4:
                role = "soon" if match["how"].lower() in ("next", "this coming") else "recent"
                month = month_of(match["month"])
                yield match.start(), match.end(), TextDate("", "month", role, month=month, capital=match.group()[0].isupper())
        yield from _weekdays(text, start, end)
    for start, end in near_words(view, _ON_NEAR, 4, 40):
        for match in _DAY_OF_MONTH.finditer(text, start, end):
            yield match.start(), match.end(), TextDate("", "day", "weekday", lead="on", capital=match.group()[0].isupper())
    for start, end in digit_windows(view, _DAYS_NEAR, 4, 24):
        for match in _DAYS_OF_MONTH.finditer(text, start, end):
            yield match.start(), match.end(), TextDate("", "day", "unknown")


def _weekdays(text: str, start: int, end: int) -> Iterator[Hit]:
    for match in _WEEKDAY.finditer(text, start, end):
        before = text[max(0, match.start() - 8) : match.start()].lower()
        if before.endswith(("every ", "each ", "any ")):
            continue
        adverb = bool(match["lead"]) or bool(match["how"] and match["how"].lower() in ("last", "next", "this", "that"))
        lead = "on" if adverb and not _PREPOSITION.search(before) else ""
        capital = match.group()[0].isupper() and bool(match["lead"] or match["how"])
        yield match.start(), match.end(), TextDate("", "day", "weekday", lead=lead, capital=capital)


def _times(view: View) -> Iterator[Hit]:
    text = view.text
    for start, end in (*near_words(view, _TIME_NEAR, 40, 30), *digit_windows(view, _COLON_NEAR, 40, 30)):
        for match in _TIME.finditer(text, start, end):
            lead = (match["lead"] or "").lower()
            at = lead in ("at", "around", "about", "by", "toward", "towards")
            begin = match.start() if at or not lead else match.end("lead")
            while text[begin].isspace():
                begin += 1
            stop = match.end()
            if text[stop - 1] == "." and not match.group()[:-1].endswith((".m", ". m")):
                stop -= 1
            while text[stop - 1].isspace():
                stop -= 1
            yield begin, stop, TextDate("", "time", "time", lead="at" if at else "", capital=at and text[begin].isupper())


def _holidays(view: View) -> Iterator[Hit]:
    text = view.text
    for start, end in near_words(view, _HOLIDAY_NEAR, 60, 40):
        for match in _HOLIDAY.finditer(text, start, end):
            if not match["name"][0].isupper() and match["name"].split()[0] in ("id", "new", "eid", "good", "double"):
                continue
            when = TextDate("", "day", "holiday", year=year_of(match["year"]), lead=(match["lead"] or "").lower(),
                            capital=bool(match["lead"]) and match.group()[0].isupper())  # fmt: skip
            yield match.start(), match.end(), when


def _ages(view: View) -> Iterator[Hit]:
    text = view.text
    for start, end in (*near_words(view, _AGE_NEAR, 40, 40), *digit_windows(view, _AGE_DIGITS_NEAR, 40, 40)):
        for match in _AGE.finditer(text, start, end):
            alone = not _FOLLOWED.match(text, match.end()) or bool(_VERB.match(text, match.end()))
            noun = bool(match["attribute"]) and bool(match["article"]) and alone
            lead = (match["lead"] or "").lower()
            begin = match.start() if lead in ("at", "") else match.end("lead") + 1
            capital = match.group()[0].isupper() and (bool(match["article"]) or lead == "at")
            when = TextDate(
                "", "age", "age", lead="at" if lead == "at" else "", article=bool(match["article"]), noun=noun, capital=capital
            )
            yield begin, match.end(), when


def relative_dates(view: View) -> list[Hit]:
    """Return relative phrases, weekdays, times of day, holidays and ages in plain English text, not overlapping."""
    hits = sorted([*_relative(view), *_times(view), *_holidays(view), *_ages(view)], key=lambda hit: (hit[0], -hit[1]))
    out: list[Hit] = []
    for hit in hits:
        if out and hit[0] < out[-1][1]:
            first = out[-1]
            if hit[2].role == "holiday" and hit[1] > first[1] and first[2].unit in ("time", "day", "week"):
                # "the day after National Day": how far from it would tell the day
                out[-1] = (first[0], hit[1], replace(hit[2], capital=first[2].capital))
                continue
            if hit[1] - hit[0] > out[-1][1] - out[-1][0] and hit[1] > out[-1][1]:
                out[-1] = hit
            continue
        out.append(hit)
    return out


def is_birth(text: str, start: int) -> bool:
    """Whether the words before ``start`` say that somebody was born then."""
    return _BORN.search(text, max(0, start - 60), start) is not None
