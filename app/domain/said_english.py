"""Dates told in English: reserves, intervals, and a nearer date inside a wider one. Single dates are ``said_english_points``.

The text comes folded (plain spaces, quotes and dashes) and is bounded in length by ``said_dates``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from app.domain import dates
from app.domain.said_english_points import prepared, read_point
from app.domain.said_grammar import Grammar, Reading, either
from app.domain.said_parts import (
    Said,
    SaidDateError,
    When,
    checked,
    day,
    noted,
)
from app.domain.said_spans import after, before, began, between, ended, goes_on, up_to

_OTHER_CALENDARS = re.compile(
    r"\b(?:ramadan|eid|losar|nowruz|hijri|islamic|muharram"
    r"|tibetan (?:calendar|month|new year)|persian calendar|jalali|solar hijri)\b"
)
_LUNAR = re.compile(
    r"\b(?:lunar|chinese new year|spring festival|mid-?autumn|dragon boat|lantern festival"
    r"|moon festival|(?:old|farmers'?) calendar"
    r"|(?:leap|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) moon)\b"
)
_DOUBTS = (
    r"(?:probably|maybe|perhaps|possibly|presumably|supposedly|likely|most likely|i think|i believe|i guess"
    r"|not sure,?|unsure,?)"
)
_DOUBT = re.compile(rf"(?:it was )?{_DOUBTS}(?: it was)?(?: in| on)? (?P<rest>.+)")
_DOUBT_AFTER = re.compile(
    rf"(?P<rest>.+?) *(?:\?+|\(\?\)|[,(]? ?(?:{_DOUBTS}|"
    r"(?:but )?(?:i'm |i am )?not (?:quite |entirely )?(?:certain|sure)|uncertain|unsure)\)?)"
)
_SIDE_DOUBT = re.compile(r"(?P<rest>.+?) *(?:\?|\(\?\)|\((?:not certain|not sure|uncertain)\))")
_ABOUT = re.compile(
    r"(?:(?:(?:in|on|at|it was|some ?time) )?(?:about|around|circa|approximately|approx\.?|roughly"
    r"|more or less|near|(?:on|in) or (?:about|around))"
    r"|ca\.?|c\.|~) ?(?P<rest>.+)"
)
_ABOUT_AFTER = re.compile(
    r"(?P<rest>.+?),? (?:or so|or thereabouts|or thereabout|approximately|roughly|more or less|give or take)"
)
_SIDED = re.compile(r"(?:from|since|until|till|between) ")
_GOES_ON = (
    r"(?:,? (?:still going on|and still going on|still ongoing|ongoing|and ongoing)"
    r"|,? (?:to|until|till) (?:now|today|the present(?: day)?|present|this day))"
)
_SINCE = re.compile(
    rf"(?:(?:ever )?since (?P<a>.+?)(?:{_GOES_ON})?|(?:from |starting |beginning )?(?P<b>.+?){_GOES_ON}"
    rf"|from (?P<c>.+?) (?:on|onwards?|on ?wards))"
)
_BEGAN = re.compile(
    r"(?:from (?P<a>.+?)(?:,? (?:end not known|until ?\?|to ?\?))?|(?P<b>.+?),? (?:end not known|or later|or after)"
    r"|(?:no|not) earlier than (?P<c>.+)|at the earliest (?P<d>.+))"
)
_ENDED = re.compile(r"(?:up ?)?(?:until|till|til|to) (?P<a>.+?)(?:,? start not known)?|start not known,? (?P<b>.+)")
_UP_TO = re.compile(r"(?P<a>.+?),? (?:or (?:earlier|before)|at the latest)|(?:no|not) later than (?P<b>.+)|by (?P<c>.+)")
_BEFORE = re.compile(r"(?:some ?time )?(?:before|prior to|earlier than) (?P<a>.+)")
_AFTER = re.compile(r"(?:some ?time )?(?:after|later than) (?P<a>.+)")
_FROM = re.compile(r"(?:from |(?:in |on |during )?(?:the )?night (?:of|from) )?(?:the )?(?P<both>.+)")
_BETWEEN = re.compile(r"(?:some ?time |some day )?between (?:the )?(?P<a>.+?) and (?:the )?(?P<b>.+)")
_OR = re.compile(r"(?:either )?(?:in |on )?(?P<a>.+?) or (?:in |on )?(?P<b>.+)")
_BETWEEN_SIDES = (" to ", " until ", " till ", " through ", " thru ", "–", "-", "/")
_ALONE = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?")
_MONTH_FIRST = re.compile(
    r"(?P<month>[a-z]+\.?) (?P<a>[0-9]{1,2}) ?(?:to|–|-|until|through) ?(?P<b>[0-9]{1,2})(?:,? (?P<year>[0-9]{4}))?"
)


def read_english(text: str, when: When) -> Said:
    """Read a folded English text. Raises ``SaidDateError``."""
    lower = text.lower().strip(" .,;:!")
    if _OTHER_CALENDARS.search(lower):
        raise SaidDateError("other-calendar")
    if _LUNAR.search(lower):
        raise SaidDateError("lunar-calendar")
    return _GRAMMAR.read(prepared(lower, when), when)


def _readings(text: str, when: When) -> Iterator[Reading]:
    """The ways to take a text as an interval, the narrower forms first."""
    if match := _MONTH_FIRST.fullmatch(text):
        rest = f" {match['month']} {match['year'] or ''}"
        yield partial(_pair, match["a"] + rest, match["b"] + rest, when)
    if match := _BETWEEN.fullmatch(text):
        yield partial(_pair, match["a"], match["b"], when, "some-time-in")
    yield from _GRAMMAR.opened(_OPEN, text, when)
    if match := _FROM.fullmatch(text):
        for sign in _BETWEEN_SIDES:
            for at in (found.start() for found in re.finditer(re.escape(sign), match["both"])):
                yield partial(_pair, match["both"][:at], match["both"][at + len(sign) :], when)
    if match := _OR.fullmatch(text):
        yield partial(either, _pair, match["a"], match["b"], when)
    yield from _GRAMMAR.opened(_HALF_KNOWN, text, when)


def _pair(left: str, right: str, when: When, *notes: str) -> Said:
    left, right = left.strip(" ,"), right.strip(" ,")
    if not left or not right:
        raise SaidDateError
    if _ALONE.fullmatch(left):
        end = _GRAMMAR.side(right, when)
        point = dates.parse(end.edtf).start
        if point is None or point.precision != "day" or point.month is None:
            raise SaidDateError
        return checked(f"{day(point.year, point.month, int(_figures(left)))}/{end.edtf}", *end.notes, *notes)
    return noted(between(left, right, when, _GRAMMAR.side), *notes)


def _figures(text: str) -> str:
    return text.rstrip("stndrh")


_OPEN = ((_SINCE, goes_on), (_BEFORE, before), (_AFTER, after))
_HALF_KNOWN = ((_UP_TO, up_to), (_BEGAN, began), (_ENDED, ended))
_GRAMMAR = Grammar(read_point, _readings, (_DOUBT, _DOUBT_AFTER), _SIDE_DOUBT, (_ABOUT, _ABOUT_AFTER), _SIDED, trimmed=" ,.;")
