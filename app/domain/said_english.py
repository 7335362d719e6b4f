"""Dates told in English: reserves, intervals, and a nearer date inside a wider one. Single dates are ``said_english_points``.

The text comes folded (plain spaces, quotes and dashes) and is bounded in length by ``said_dates``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from app.domain import dates
from app.domain.said_english_points import prepared, read_point
from app.domain.said_parts import (
    Said,
    SaidDateError,
    When,
    checked,
    day,
    noted,
    over,
    qualify,
)
from app.domain.said_spans import adjoining, after, before, began, between, ended, goes_on, nearer, up_to

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
    plain = prepared(lower, when)
    try:
        return _whole(plain, when)
    except SaidDateError as error:
        if error.code != "not-understood" or "," not in plain:
            raise
    left, _, right = plain.partition(",")
    return nearer(left.strip(), right.strip(), when, _whole)


def _whole(text: str, when: When, depth: int = 0) -> Said:
    text = text.strip(" ,.;")
    if depth > 4:
        raise SaidDateError
    bare = _point_or_none(text, when)
    if bare is not None:
        return bare
    doubt = _DOUBT.fullmatch(text) or (None if _SIDED.match(text) and text.endswith(")") else _DOUBT_AFTER.fullmatch(text))
    if doubt is not None:
        return over(partial(_whole, doubt["rest"], when, depth + 1), partial(qualify, sign="?"))
    about = _ABOUT.fullmatch(text) or _ABOUT_AFTER.fullmatch(text)
    if about is not None:
        return over(partial(_whole, about["rest"], when, depth + 1), partial(qualify, sign="~"))
    return _interval(text, when)


def _point_or_none(text: str, when: When) -> Said | None:
    try:
        return read_point(text, when)
    except SaidDateError as error:
        if error.code != "not-understood":
            raise
        return None


def _interval(text: str, when: When) -> Said:
    refused = SaidDateError()
    for reading in _readings(text, when):
        try:
            return reading()
        except SaidDateError as error:
            if refused.code == "not-understood":
                refused = error
    raise refused


def _readings(text: str, when: When) -> Iterator[Callable[[], Said]]:
    """The ways to take a text as an interval, the narrower forms first."""
    if match := _MONTH_FIRST.fullmatch(text):
        rest = f" {match['month']} {match['year'] or ''}"
        yield partial(_pair, match["a"] + rest, match["b"] + rest, when)
    if match := _BETWEEN.fullmatch(text):
        yield partial(_pair, match["a"], match["b"], when, "some-time-in")
    for pattern, build in _OPEN:
        if match := pattern.fullmatch(text):
            yield partial(_open, next(group for group in match.groups() if group), build, when)
    if match := _FROM.fullmatch(text):
        for sign in _BETWEEN_SIDES:
            for at in (found.start() for found in re.finditer(re.escape(sign), match["both"])):
                yield partial(_pair, match["both"][:at], match["both"][at + len(sign) :], when)
    if match := _OR.fullmatch(text):
        yield partial(_either, match["a"], match["b"], when)
    for pattern, build in _HALF_KNOWN:
        if match := pattern.fullmatch(text):
            yield partial(_open, next(group for group in match.groups() if group), build, when)


def _pair(left: str, right: str, when: When, *notes: str) -> Said:
    left, right = left.strip(" ,"), right.strip(" ,")
    if not left or not right:
        raise SaidDateError
    if _ALONE.fullmatch(left):
        end = _side(right, when)
        point = dates.parse(end.edtf).start
        if point is None or point.precision != "day" or point.month is None:
            raise SaidDateError
        return checked(f"{day(point.year, point.month, int(_figures(left)))}/{end.edtf}", *end.notes, *notes)
    return noted(between(left, right, when, _side), *notes)


def _figures(text: str) -> str:
    return text.rstrip("stndrh")


def _either(left: str, right: str, when: When) -> Said:
    return adjoining(_pair(left, right, when))


def _open(side: str, build: Callable[[Said], Said], when: When) -> Said:
    return over(partial(_side, side, when), build)


def _side(text: str, when: When, depth: int = 0) -> Said:
    """One side of an interval, with its own reserve."""
    text = text.strip(" ,.;")
    if depth > 3 or not text:
        raise SaidDateError
    bare = _point_or_none(text, when)
    if bare is not None:
        return bare
    doubt = _SIDE_DOUBT.fullmatch(text) or _DOUBT.fullmatch(text)
    if doubt is not None:
        return over(partial(_side, doubt["rest"], when, depth + 1), partial(qualify, sign="?"))
    about = _ABOUT.fullmatch(text) or _ABOUT_AFTER.fullmatch(text)
    if about is not None:
        return over(partial(_side, about["rest"], when, depth + 1), partial(qualify, sign="~"))
    raise SaidDateError


_OPEN = ((_SINCE, goes_on), (_BEFORE, before), (_AFTER, after))
_HALF_KNOWN = ((_UP_TO, up_to), (_BEGAN, began), (_ENDED, ended))
