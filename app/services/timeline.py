"""The events of a case as marks on a timeline, for the window: every date as it was told, laid out as the report lays it out.

    timed(case, events) -> tuple[Timed, ...]    numbered from 1 in the order of ``event_words.listed``
    arrange(timed, width, room, …) -> Timeline  where everything stands, in points

Pure. The report draws the disclosed dates of a profile instead (``app.report.timeline_drawing``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from app.domain import dates
from app.domain.case import Case
from app.redaction.disclosed import Span
from app.redaction.granularity import disclose_date
from app.report.timeline import DIAMOND, Lane, Mark, Tick, Timed, Timeline, arrange
from app.services.event_words import ListedEvent

__all__ = ["DIAMOND", "Lane", "Mark", "Tick", "Timed", "Timeline", "arrange", "timed"]


def timed(case: Case, events: Sequence[ListedEvent]) -> tuple[Timed, ...]:
    """Every event with its time. ``events`` are those that ``event_words.listed`` gives for this case."""
    held = {event.id: event for event in case.events}
    out = []
    for number, listed in enumerate(events, 1):
        event = held[listed.id]
        date = disclose_date(event.date, "day", "en")
        hollow = not any(source.kind == "witness" for source in event.sources)
        sure = _sure(event.date) if event.date and date and date.span.loose else None
        out.append(Timed(number, event.type, listed.label, date.span if date else None, hollow, sure))
    return tuple(out)


def _sure(text: str) -> Span | None:
    """From the end of the first to the beginning of the last date of an interval whose ends are loose; open where it is."""
    told = dates.parse(text)
    if not told.is_interval:
        return None
    return Span(_day(told.start.latest) if told.start else None, _day(told.end.earliest) if told.end else None)


def _day(day: dt.date) -> tuple[int, ...]:
    return (day.year, day.month, day.day)
