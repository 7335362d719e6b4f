"""Every event of a case gets the time that was told, no surer than it was told."""

from __future__ import annotations

import pytest

from app.domain.case import Case, CaseInfo, Event, Source
from app.redaction.disclosed import Span
from app.services import event_words, timeline


def timed(date: str | None, *sources: Source) -> timeline.Timed:
    case = Case(CaseInfo("LARCH"), events=(Event("e1", "protest", date=date, sources=sources),))
    return timeline.timed(case, event_words.listed(case))[0]


@pytest.mark.parametrize(
    ("date", "span", "sure"),
    [
        ("2019-05-02", Span((2019, 5, 2), (2019, 5, 2)), None),
        ("2019-05~", Span((2019, 5), (2019, 5), True), None),
        ("2019-21", Span((2019, 3), (2019, 5), True), None),
        ("2019-05/2019-07", Span((2019, 5), (2019, 7)), None),
        ("2019-05~/2019-07-04", Span((2019, 5), (2019, 7, 4), True), Span((2019, 5, 31), (2019, 7, 4))),
        ("2019-05?/..", Span((2019, 5), None, True), Span((2019, 5, 31), None)),
        ("../2019", Span(None, (2019,)), None),
        (None, None, None),
    ],
)
def test_a_date_is_drawn_as_it_was_told(date: str | None, span: Span | None, sure: Span | None) -> None:
    made = timed(date)
    assert (made.span, made.sure) == (span, sure)
    assert made.placed is (date is not None)


def test_what_no_witness_says_is_hollow() -> None:
    assert timed("2019", Source(kind="press")).hollow
    assert not timed("2019", Source(kind="press"), Source(kind="witness")).hollow
