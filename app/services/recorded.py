"""What of a text is on record: people, places, organizations, and times at which something on record happened.

    OnRecord(case, earlier)            made off the window's thread; ``earlier`` saves work where names did not change
    OnRecord.in_line(text, lang)       what is on record in one line of a text

For the one who writes; what an export masks is found again, by the same registry, when it is made.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from app.domain import dates
from app.domain.case import Case
from app.domain.said_dates import read_said
from app.domain.said_parts import SaidDateError
from app.redaction.common import is_common
from app.redaction.decisions import Decisions
from app.redaction.patterns_dates import find_dates
from app.redaction.patterns_found import Found
from app.redaction.patterns_view import view_of
from app.redaction.registry import Registry

EVENT = "event"
_TOLD = ("day", "month")


@dataclass(frozen=True, slots=True)
class Recorded:
    """A stretch of a text (code points) and the entry that it speaks of. ``kind``: person place organization event."""

    start: int
    end: int
    kind: str
    id: str


class OnRecord:
    """Made for one value of a case."""

    def __init__(self, case: Case, earlier: OnRecord | None = None) -> None:
        self._named = (case.people, case.places, case.organizations)
        same = earlier is not None and all(now is was for now, was in zip(self._named, earlier._named, strict=True))
        self._registry: Registry = (
            earlier._registry if same and earlier else Registry(case, Decisions(()), lambda _owner: False, is_common)
        )
        self._ids = {one.id for held in self._named for one in held}
        self._ends = [(event.id, *end) for event in case.events if event.date for end in _ends(event.date)]

    def in_line(self, text: str, lang: str) -> tuple[Recorded, ...]:
        """Everything sure, in order, not overlapping; what an export would ask about is left alone."""
        out = []
        for mention in self._registry.mentions(text):
            owner = mention.owners[0] if mention.owners else ""
            if owner in self._ids and not mention.ask:
                out.append(Recorded(mention.start, mention.end, self._registry.kind_of(owner), owner))
        taken = {at for one in out for at in range(one.start, one.end)}
        for found in find_dates(view_of(text)) if self._ends else ():
            event = self._event_at(text, found, lang)
            if event and taken.isdisjoint(range(found.start, found.end)):
                out.append(Recorded(found.start, found.end, EVENT, event))
                taken.update(range(found.start, found.end))
        return tuple(sorted(out, key=lambda one: one.start))

    def _event_at(self, text: str, found: Found, lang: str) -> str:
        """The first event that began or ended when a phrase says; "" for none, and for phrases that need others."""
        when = found.when
        if when is None or when.age or when.birth or when.role != "date" or when.unit not in _TOLD or when.year is None:
            return ""
        words = text[found.start : found.end]
        for said in (words, words.removeprefix(when.lead).strip()):
            try:
                read = dates.parse(read_said(said, dt.date.today(), lang).edtf)
            except SaidDateError:
                continue
            first, last = read.earliest, read.latest
            if first and last:
                return next((entry for entry, begin, end in self._ends if first <= end and begin <= last), "")
        return ""


def _ends(date: str) -> list[tuple[dt.date, dt.date]]:
    """The days at which an event began and ended, as far as they are told to the month."""
    read = dates.parse(date)
    points = {point for point in (read.start, read.end) if point is not None and point.precision in _TOLD}
    return sorted((point.earliest, point.latest) for point in points)
