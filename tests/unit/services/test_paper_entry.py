"""What stood on paper as entries of a case: the day is that of the paper, a card of the talk is a consent of that day."""

from __future__ import annotations

from itertools import count

import pytest

from app.domain.case import Case, CaseInfo, Name, Organization, Person
from app.domain.paper_code import new_code
from app.services import paper_entry
from app.services.paper_entry import AGAIN, ELSEWHERE, NONE, PRINTED, WRONG, PaperTalk

CASE = Case(
    CaseInfo("LARCH"),
    people=(Person("p1", (Name("Han Keyu", lang="zh-Latn"), Name("韩克宇", lang="zh-Hans")), ("witness",)),),
    organizations=(Organization("o1", (Name("County police"),)),),
)


def begun(talk: PaperTalk) -> list[tuple[str, object]]:
    numbers = count(1)
    return paper_entry.begun(talk, CASE, lambda kind: f"{kind}-{next(numbers)}")


def test_the_testimony_comes_last_and_refusals_are_answers_of_that_day_too() -> None:
    talk = PaperTalk(
        "", "ug", "2021-07-03", "2021-07-05", name="Old Li", agreed={"interview": True, "notes": False}, method="oral"
    )
    *consents, (kind, testimony) = begun(talk)
    assert [name for name, _ in consents] == ["people", "consents", "consents"]
    assert [(c.identity, c.given_on, c.method, c.language) for _, c in consents[1:]] == [  # type: ignore[attr-defined]
        ("counsel-only", "2021-07-03", "oral", "ug"),
        ("none", "2021-07-03", "oral", "ug"),
    ]
    assert (kind, testimony.person, testimony.text) == ("testimonies", "people-1", "")  # type: ignore[attr-defined]
    assert consents[0][1].roles == ()  # type: ignore[attr-defined]  # the case has its witness already


def test_a_place_that_is_not_on_record_comes_on_record_with_it() -> None:
    (_, place), (_, testimony) = begun(PaperTalk("p1", "en", "2021-07", "2021-07-05", place_name="the visiting room"))
    assert (place.names[0].text, testimony.interview.place) == ("the visiting room", place.id)  # type: ignore[attr-defined]


def test_a_card_that_was_not_answered_is_no_consent() -> None:
    assert [kind for kind, _ in begun(PaperTalk("p1", "en", "2021-07", "2021-07-05"))] == ["testimonies"]


def test_what_a_typed_code_is() -> None:
    mine, other, old = new_code(), new_code(), new_code()
    found = [paper_entry.standing(text, (mine, old), (old,)) for text in ("", " ", "x", mine, other, old.lower())]
    assert found == [NONE, NONE, WRONG, PRINTED, ELSEWHERE, AGAIN]


@pytest.mark.parametrize(
    ("on", "day"), [("2021-07-03", True), ("2021-07", False), ("2021-07-03~", False), ("", False), (None, False)]
)
def test_only_a_day_is_a_day(on: str | None, day: bool) -> None:
    assert paper_entry.is_day(on) is day


def test_a_letter_becomes_the_name_as_it_is_written_in_that_language() -> None:
    assert paper_entry.names_for(CASE, "zh-Hans") == [
        ("p1", "韩克宇", "Han Keyu 韩克宇"), ("o1", "County police", "County police"),
    ]  # fmt: skip
    assert paper_entry.names_for(CASE, "zh-Hant")[0][1] == "韩克宇"
    assert paper_entry.names_for(CASE, "en")[0][1] == "Han Keyu"
