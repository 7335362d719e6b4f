"""Amounts, sizes and lengths of time: told by ``affiant detect``, for they can narrow down who is meant; no export asks about them.

Lengths of time are what happened and stay in an export ("thirty days"); days and ages are found by the patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.redaction.patterns_found import Found
from app.redaction.patterns_view import View, around, bounded_pattern, near_words, windows
from app.redaction.textdates_english import ONES, TEENS, TENS

#: What no export asks about.
AMOUNT = "amount"

_ROUGHLY = r"(?:(?:approximately|approx\.?|about|around|nearly|almost|some|over|more than|less than|up to|at least)[ ])?"
_SIZE = r"(?:[ ](?:hundred|thousand|million|billion|m|bn|k)\b)?"
_CODE = (
    r"(?:US\$|HK\$|NT\$|RMB|CNY|USD|EUR|GBP|HKD|TWD|CHF|SEK|NOK|DKK|TRY|TRL|YTL|RUB|JPY|KRW|INR|AUD|CAD|NZD|SGD|PLN|PLZ|CZK|SKK|HUF|RON|ROL|BGN|HRK"
    r"|UAH|KZT|UZS|KGS|MDL|GEL|AMD|AZN|BYN|DEM|ATS|FRF|ITL|CYP|ESP|PTE|NLG|BEF|IEP|FIM|GRD|LVL|LTL|EEK|SIT|MTL|ISK|RSD|ALL|MKD|BAM|THB|VND|IDR|PHP|MYR"
    r"|PKR|BDT|LKR|NPR|IRR|IQD|SYP|ILS|EGP|AED|SAR|QAR|KWD|ZAR|NGN|KES|ETB|MXN|BRL|ARS)"
)
_COIN = (
    r"(?:yuan|renminbi|dollars?|cents|euros?|pounds?(?:[ ]sterling)?|kronor|krona|kroner|krone|francs?|liras?|lir[ae]s?|roubles?|rubles?|rupees?|yen|won|tenge|baht"
    r"|zlotys?|zloty|schillings?|shillings?|marks?|forints?|lei|leu|levs?|leva|korunas?|hryvnias?|manats?|laris?|drams?|soms?|dinars?|dirhams?|riyals?|rials?|tomans?"
    r"|rupiahs?|pesos?|pesetas?|escudos?|drachmas?|guilders?|reais|rands?|nairas?|birr|shekels?|dong)"
)
_UNIT = (
    r"(?:k?m/h|km|cm|mm|m[²2]|sq(?:\.|uare)?[ ](?:met(?:re|er)s?|feet|miles?|kilomet(?:re|er)s?)|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|foot|inch(?:es)?|hectares?|acres?|mu"
    r"|kg|kilos?|kilograms?|grams?|tons?|tonnes?|lit(?:re|er)s?|degrees|percent|per cent)"
)
_FIGURE = r"\d[\d.,]*(?<![.,])"
_WORDS = rf"(?:a|{TENS}|{TEENS}|{ONES})(?:[ -](?:{ONES}|and|hundred|thousand|million|billion)){{0,6}}"
_NOTE = r"(?:[ ](?:\([A-Z]{3}\b[^)\n]{0,40}\)?\)?|\(euros?\)|[\[(](?:approx|equal|about|around)[^\])\n]{0,40}[\])]{0,2}))*"
_MONEY = re.compile(
    rf"\b{_ROUGHLY}(?:[$€£¥₺₽]|\b{_CODE})[ ]?{_FIGURE}{_SIZE}{_NOTE}"
    rf"|(?:\b{_ROUGHLY}|(?<![\w.,]))(?<![.,]){_FIGURE}{_SIZE}[ ](?:(?:US|(?:Old |New )?[A-Z][a-z]+(?:[ ]Kong)?|GDR)[ ])?(?:(?i:{_COIN})|{_CODE})\b{_NOTE}"
    rf"|[$€£¥₺₽][ ]?{_FIGURE}{_SIZE}{_NOTE}"
    rf"|\b{_ROUGHLY}{_WORDS}[ ](?:(?:US|(?:New )?[A-Z][a-z]+)[ ])?{_COIN}\b(?<!\bwon)(?<!\bmark)(?<!\bmarks)"
    rf"|(?<![\w.,])\d{{1,3}}(?:[,.]\d{{3}})+(?:[ ][a-z]+){{1,2}}"
    rf"|(?<![\w.,])\d+(?:\.\d+)?(?:[ ]?%)?(?:[ ](?:to|and|or)[ ]|[-–])\d+(?:\.\d+)?[ ]?%|(?<![\w.,])\d+(?:\.\d+)?[ ]?%"
    rf"|(?<![\w.,/])\d+(?:[.,]\d+)*(?:[ ]?(?:x|×|by|to|-)[ ]?\d+(?:\.\d+)?){{0,3}}[ -]?{_UNIT}(?!\w)"
    r"|[\d一二两三四五六七八九十百千万亿.,]{1,24}(?:多|余)?(?:万|亿|千)?(?:元|块钱|人民币|美元|美金|港币|欧元)"
)
_MONEY_NEAR = re.compile(r"[$€£¥₺₽%]|[,.]\d{3}|\d[ -]?[A-Za-z]|[A-Z]{3} \d|[千万亿元块]")
_COIN_NEAR = frozenset(
    "euro euros dollar dollars yuan renminbi pounds francs francs roubles rubles rupees liras zlotys kronor hundred thousand million".split()
)
_MANY = rf"(?:\d{{1,4}}|(?:{TENS})(?:[- ](?:{ONES}))?|{TEENS}|{ONES}|several|a few|half an?|a hundred|an?)"
_PERIOD = r"(?:year|month|fortnight|week|day|night|hour|minute)"
_LENGTH = bounded_pattern(
    rf"\b{_MANY}(?:[ ]and[ ]a[ ]half)?[ \n-]{_PERIOD}s?\b(?:'s?(?!\w))?(?:(?:,|[ ]and|,[ ]and)[ ]{_MANY}[ -]{_PERIOD}s?\b(?:'s?(?!\w))?)*|\blife[ ]imprisonment\b|\b12[ ]noon\b"
    rf"|\b(?!an?\b|half\b){_MANY}[ ]other[ ](?:people|persons|suspects|accused|co-?accused|co-?defendants|defendants|applicants|men|women|prisoners|inmates|detainees|witnesses"
    r"|families|villagers|students|monks|nuns|workers|colleagues|officers|policemen)\b",
    re.I,
)
_SEVERAL = rf"(?:(?:{TENS})(?:[- ](?:{ONES}))?|{TEENS}|{ONES.removeprefix('one|')})"
#: "seventy-one hearings", "five envelopes"; never "one of us" or "two of them".
_COUNT = bounded_pattern(rf"\b{_SEVERAL}[ ](?:(?:other|different|further|more)[ ])?[a-z]{{3,}}s\b(?<!ss)", re.I)
_COUNT_NEAR = frozenset(f"{TENS}|{TEENS}|{ONES.removeprefix('one|')}".split("|"))
#: A body told in lower case and then by its letters: "the regional health fund (“the RHF”)".
_DEFINED = re.compile(
    r"\b(?:[Tt]he|an?)[ ](?P<name>[a-z][a-z-]+(?:[ \n][a-z][a-z-]+){0,14})[ \n]\(\"?(?:the[ ])?[A-Z][A-Z.]+\"?\)"
)
_DEFINED_NEAR = re.compile(r"\(\"?(?:the )?[A-Z][A-Z.]+\"?\)")
#: What a place or court is before its name: "the municipality of Härjedalen".
_KIND_OF = re.compile(
    r"(?<![^\W_])(?:municipalit(?:y|ies)|county|counties|towns?|city|villages?|province|district|region|parish|commune|canton) of \Z"
)
_ARTICLE = re.compile(r".*\b(?:the|an?)[ \n]", re.S)
_LENGTH_NEAR = frozenset(
    "year years month months fortnight fortnights week weeks day days night nights hour hours minute minutes life noon other".split()
)
#: What may stand between two days that are told in one breath: "16 January, 20 March and 8 September 2003".
_BETWEEN = re.compile(r"(?:,?[ \n](?:and|or|to|until|through)[ \n](?:on[ \n])?|[ ]?[/–—-][ ]?)")
#: Small words inside names of other languages.
_FOREIGN = re.compile(
    r"[ \n](?:w|we|z|ze|do|i|na|o|v|ve|u|s|und|für|im|am|zur|zum|et|des|sur|aux?|y|e|em|och|för|og|og[ ]for|ja|și|pe|za)[ \n]"
)


def measures_in(view: View) -> Iterator[Found]:
    """Yield amounts of money, shares, sizes, counts, lengths of time and bodies by their abbreviation, none of them ``sure``."""
    text = view.text
    for low, high in windows(_MONEY_NEAR, text, 24, 60):
        yield from _found(view, _MONEY, low, high)
    for low, high in near_words(view, _COIN_NEAR, 40, 40):
        yield from _found(view, _MONEY, low, high)
    places = sorted(place for word in _LENGTH_NEAR & view.words.keys() for place in view.words[word])
    for low, high in around(text, places, 24, 60):
        yield from _found(view, _LENGTH, low, high)
    for low, high in near_words(view, _COUNT_NEAR, 0, 50):
        yield from _found(view, _COUNT, low, high)
    yield from _bodies_defined(view)


def _bodies_defined(view: View) -> Iterator[Found]:
    """Yield bodies that are told in lower case and abbreviated right after it."""
    for low, high in windows(_DEFINED_NEAR, view.text, 160, 40):
        for match in _DEFINED.finditer(view.text, low, high):
            start, end = match.span("name")
            if inner := _ARTICLE.match(view.text, start, end):
                start = inner.end()
            if start < end:
                yield Found(*view.span(start, end), "organization", False, what="defined")


def _found(view: View, pattern: re.Pattern[str], low: int, high: int) -> Iterator[Found]:
    for match in pattern.finditer(view.text, low, high):
        first, last = view.span(match.start(), match.end())
        yield Found(first, last, "number", False, what=AMOUNT)


def days_told_together(found: list[Found], text: str) -> list[Found]:
    """Return the finds with what joins two days ("and", a dash) told as one with them; sorted finds in, sorted finds out."""
    return _joined(found, text, _BETWEEN, ("date",))


def names_told_together(found: list[Found], text: str) -> list[Found]:
    """Return the finds with what joins two halves of one foreign name told as one with them ("Sąd Rejonowy w Lubaniu")."""
    kinds = ("person", "place", "organization", "other")
    widened: list[Found] = []
    for item in found:
        least = widened[-1].end if widened else 0
        before = _KIND_OF.search(text, max(least, item.start - 24), item.start) if item.kind in kinds else None
        widened.append(replace(item, start=before.start()) if before else item)
    return _joined(widened, text, _FOREIGN, kinds)


def _joined(found: list[Found], text: str, between: re.Pattern[str], kinds: tuple[str, ...]) -> list[Found]:
    out: list[Found] = []
    for item in found:
        first = out[-1] if out else None
        if first and item.kind in kinds and first.kind in kinds and between.fullmatch(text, first.end, item.start):
            out[-1] = replace(first, end=item.end, sure=first.sure and item.sure, common=first.common and item.common)
        else:
            out.append(item)
    return out
