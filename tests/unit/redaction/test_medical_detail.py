"""Medical detail that was refused goes to nobody to whom it was refused; what was read back is stamped as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.case import Case, Consent
from app.redaction.disclose import Disclosure
from tests.redacting import FORMS, case_of, look, person

FIELDS = {
    "led_up_to": "They wanted the list.", "methods": "They used water.", "injuries": "A broken wrist.", "care": "None.",
    "scars": "A line on the wrist.", "after_effects": "It aches in winter.", "routine": "Soup at noon.",
    "consequences_physical": "The hand is weak.", "consequences_psychological": "No sleep.",
}  # fmt: skip
SAID = Consent("c1", "p1", "medical-detail", "counsel", "counsel-only", "2021-07-03")


def case(*consents: Consent) -> Case:
    told = case_of({
        "people": [person("p1", "Han Keyu", roles=["witness"])],
        "events": [{"id": "e1", "type": "ill-treatment", "date": "2019-05", "fields": FIELDS}],
    })  # fmt: skip
    return replace(told, consents=(*told.consents, *consents))


def shown(done: Disclosure) -> set[str]:
    return {fact.key for event in done.view.events for fact in event.facts}


@pytest.mark.parametrize(
    ("change", "goes_out"),
    [
        ({}, True),
        ({"identity": "none"}, False),
        ({"withdrawn_on": "2021-07-04"}, False),
        ({"expires": "2021-07-04"}, False),
        ({"ask_again_on": "2021-07-04"}, True),
    ],
)
def test_it_goes_out_unless_it_was_refused(change: dict[str, Any], goes_out: bool) -> None:
    found = shown(look(case(replace(SAID, **change))))
    assert ("injuries" in found) == goes_out
    assert {"led_up_to", "routine"} <= found, "nothing else waits for it"


def test_where_nobody_asked_nothing_is_left_out() -> None:
    assert shown(look(case())) == set(FIELDS)


def test_a_later_answer_takes_the_place_of_an_earlier_one() -> None:
    refused = replace(SAID, identity="none")
    again = replace(SAID, id="c2", given_on="2021-07-05")
    assert "scars" in shown(look(case(refused, again)))
    assert "scars" not in shown(look(case(again, replace(refused, given_on="2021-07-06"))))


def test_it_is_refused_to_those_to_whom_it_was_refused() -> None:
    held = case(replace(SAID, recipient="court", identity="none"))
    assert "injuries" in shown(look(held, "counsel"))
    assert "injuries" not in shown(look(held, "court"))


def test_nothing_of_what_was_refused_stands_anywhere_and_the_copy_does_not_tell_that_it_was() -> None:
    done = look(case(replace(SAID, identity="none")))
    text = str(done.view) + str(done.questions)
    marked = {field.key for field in FORMS.fields_of("ill-treatment") if field.consent}
    assert marked == {
        "methods", "objects", "injuries", "care", "scars", "after_effects", "consequences_physical", "consequences_psychological",
    }  # fmt: skip
    for key in marked & set(FIELDS):
        assert FIELDS[key] not in text
    assert done.view.withheld == look(case()).view.withheld


@pytest.mark.parametrize(
    ("status", "results", "unread"),
    [
        ("draft", (), [True, True, True]),
        ("draft", ("confirmed", "", ""), [False, True, True]),
        ("read-back", ("confirmed", "corrected", "not-reread"), [False, False, True]),
        ("confirmed", ("confirmed", "not-reread", "confirmed"), [False, True, False]),
        ("confirmed", (), [False, False, False]),
    ],
)
def test_a_paragraph_that_was_not_reread_stays_stamped_in_every_copy(
    status: str, results: tuple[str, ...], unread: list[bool]
) -> None:
    read = [{"n": n, "result": result} for n, result in enumerate(results, 1) if result]
    said = {"id": "t1", "person": "p1", "lang": "en", "text": "One.\n\nTwo.\n\nThree.", "status": status}
    told = case_of({
        "people": [person("p1", "Han Keyu", roles=["witness"])],
        "testimonies": [{**said, "readback": {"on": "2021-07-03", "paragraphs": read}} if results else said],
    })  # fmt: skip
    for profile in ("counsel", "court", "partner"):
        (testimony,) = look(told, profile, testimonies=("all",)).view.testimonies
        assert [paragraph.unread for paragraph in testimony.paragraphs] == unread
