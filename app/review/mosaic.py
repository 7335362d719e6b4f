"""The second risk: facts that are harmless alone and point to one person together.

Reads the disclosed view only: what nobody sees points to nobody. Each finding says who is pointed at, by what, and what
would blur it. The question that goes with the list: what would those whom this file names as the threat recognise, and
whom would they blame for talking?
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.redaction.disclosed import Disclosed, DisclosedEvent, DisclosedPerson

_SINGLE = re.compile(
    r"\b(?:only|first|last|youngest|oldest|eldest|former|chief|leader|mayor|president|director|secretary|founder|"
    r"chairman|chairwoman|principal|imam|abbot|judge)\b|唯一|第一|最|村长|书记|主任|校长|院长|会长|创始",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:\w+ )?(?:chief|leader|mayor|president|director|secretary|founder|chairman|chairwoman|principal|imam|abbot|"
    r"judge)\b(?! of)|村长|书记|主任|校长|院长|会长",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]?")
_NO_PERSON = r"(?!(?:time|times|thing|way|reason|day|night|place|word|question|part|condition|answer)\b)"
_UNIQUE = re.compile(
    rf"\b(?:the|its|our|my|their|\w+['’]s) (?:only|sole) {_NO_PERSON}"
    r"|\b(?:first|youngest|oldest|eldest|last|best-known|most famous|richest|tallest) (?:[\w-]+ ){0,3}"
    r"(?:man|woman|men|women|person|girl|boy|judge|doctor|nurse|teacher|imam|lawyer|monk|nun|student|professor|journalist|"
    r"villager|official|officer|member|candidate|survivor|prisoner|detainee|graduate|owner|singer|poet|writer|pastor|priest)s?\b"
    r"|\bno other \w+|\bnobody else\b|\bone of (?:only |just )?(?:two|three|four)\b"
    r"|[唯惟]一|独一无二|獨一無二|仅有的|僅有的|第一[个個位名]|最年[轻輕长長]的|没有第二|沒有第二",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(r"\b(?:in|of|at|from|among|there|here|who|to)\b|['’]s\b|[的里裡在中]")
_SUBSTITUTE = re.compile(r"\[[A-Z][^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Combination:
    """``who`` is a substitute; ``parts`` the disclosed facts that single it out together; ``blur`` what would help."""

    who: str
    parts: tuple[str, ...] = field(repr=False)
    blur: str
    recognised_by: tuple[str, ...] = ()


def mosaic(view: Disclosed) -> tuple[Combination, ...]:
    """All combinations that remain, in the order of the view."""
    found = [*_people(view), *_offices(view), *_sentences(view)]
    return tuple(dict.fromkeys(found))


def _people(view: Disclosed) -> Iterable[Combination]:
    threats = _threats(view)
    acts: dict[str, list[DisclosedEvent]] = {}
    for event in view.events:
        for who in dict.fromkeys(who for who, _ in event.people):
            acts.setdefault(who, []).append(event)
    for person in view.people:
        if person.named:
            continue
        singular = [part for part in person.description if _SINGLE.search(part)]
        placed = [event for event in acts.get(person.stands_as, ()) if event.place and event.date]
        if singular and placed:
            event = placed[0]
            yield Combination(
                person.stands_as,
                (*singular, _in_words(event)),
                "a wider place, or a vaguer word for the role",
                threats,
            )
        for event in placed:
            if _day(event) and not singular:
                yield Combination(
                    person.stands_as, (*_traits(person), _in_words(event)), "the month instead of the day", threats
                )
                break


def _offices(view: Disclosed) -> Iterable[Combination]:
    """An office of which there is one, told beside a place and a date."""
    named = {person.stands_as for person in view.people if person.named}
    told = set()
    for event in view.events:
        who = next((who for who, _ in event.people if who not in named), None)
        if who is None or who in told or not (event.place and event.date):
            continue
        words = (*event.account, *(fact.value for fact in event.facts))
        office = next((found.group() for text in words if (found := _OFFICE.search(text))), None)
        if office is not None:
            told.add(who)
            parts = (office, _in_words(event))
            yield Combination(who, parts, "a vaguer word for the office", _threats(view))


def _sentences(view: Disclosed) -> Iterable[Combination]:
    """ "the only female judge in Kashgar": one sentence that singles somebody out by itself."""
    threats = _threats(view)
    for text in _texts(view):
        for sentence in _SENTENCE.findall(text):
            if _UNIQUE.search(sentence) and _SOMEWHERE.search(sentence):
                who = _SUBSTITUTE.search(sentence)
                words = " ".join(sentence.split())
                yield Combination(who.group() if who else "somebody", (words,), "leaving out what makes it single", threats)


def _texts(view: Disclosed) -> Iterable[str]:
    for event in view.events:
        yield from event.account
        yield from (fact.value for fact in event.facts)
    for testimony in view.testimonies:
        yield from (paragraph.text for paragraph in testimony.paragraphs)


def _threats(view: Disclosed) -> tuple[str, ...]:
    """Those whom the view names as the threat."""
    parts = {who: None for event in view.events for who, part in event.organizations if part == "perpetrator"}
    parts |= {who: None for event in view.events for who, part in event.people if part == "perpetrator"}
    return tuple(parts)


def _traits(person: DisclosedPerson) -> tuple[str, ...]:
    return person.description[:2]


def _day(event: DisclosedEvent) -> bool:
    return event.date is not None and event.date.span.start is not None and len(event.date.span.start) == 3


def _in_words(event: DisclosedEvent) -> str:
    date = event.date.text if event.date else ""
    return ", ".join(part for part in (event.label.lower(), date, event.place or "") if part)
