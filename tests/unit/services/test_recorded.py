"""What of a line is on record: names for sure, and times at which something on record began or ended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.case import Event, Name, Person
from app.services.recorded import OnRecord
from tests.working import SMALL

TOLD = replace(
    SMALL,
    events=(
        Event("e1", "detention", "2019-05-02/2019-06-01"),
        Event("e2", "flight", "2020"),
        Event("e3", "protest", "2018-04~"),
    ),
)


def found(text: str, lang: str = "en") -> list[tuple[str, str, str]]:
    return [(text[one.start : one.end], one.kind, one.id) for one in OnRecord(TOLD).in_line(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Then Han Keyu left Songhe Village.", "en", [("Han Keyu", "person", "p1"), ("Songhe Village", "place", "l1")]),
        ("韩克宇走了。", "zh-Hans", [("韩克宇", "person", "p1")]),
        ("It was on 2 May 2019.", "en", [("on 2 May 2019", "event", "e1")]),
        ("He came back in June 2019.", "en", [("in June 2019", "event", "e1")]),
        ("2019年5月2日那天", "zh-Hans", [("2019年5月2日", "event", "e1")]),
        ("In May 2017 nothing happened.", "en", []),
        ("We left in January 2020.", "en", []),
        ("We left in 2020.", "en", []),
        ("Nobody was there.", "en", []),
        ("", "en", []),
    ],
)
def test_a_line_tells_what_is_on_record_in_it(text: str, lang: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, lang) == expected


def test_names_are_read_anew_only_where_they_changed() -> None:
    first = OnRecord(TOLD)
    assert OnRecord(replace(TOLD, events=()), first)._registry is first._registry
    more = replace(TOLD, people=(*TOLD.people, Person("p9", (Name("Zhuo Ruilin"),))))
    again = OnRecord(more, first)
    assert [one.id for one in again.in_line("Zhuo Ruilin spoke.", "en")] == ["p9"]
