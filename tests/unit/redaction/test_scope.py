"""Consent for some events and testimonies only: no export shows the others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.case import Case
from app.redaction.consent import ConsentGap
from app.redaction.disclose import Disclosure
from tests.redacting import case_of, look, person

PROFILES = ("counsel", "court", "partner", "ccf")


def case(*consents: dict[str, Any]) -> Case:
    told = case_of({
        "people": [person("p1", "Han Keyu", roles=["witness"]), person("p2", "Wen Kelan", roles=["relative"])],
        "events": [
            {"id": "e1", "type": "protest", "date": "2019-04", "account": "The march by the weir."},
            {"id": "e2", "type": "detention", "date": "2019-05", "account": "The cell with the green door."},
        ],
        "testimonies": [
            {"id": "t1", "person": "p1", "lang": "zh-Hans", "text": "我在河边。", "status": "confirmed"},
            {"id": "t2", "person": "p1", "lang": "en", "text": "I stood by the weir.", "status": "confirmed", "translation_of": "t1"},
            {"id": "t3", "person": "p1", "lang": "en", "text": "The door was green.", "status": "confirmed"},
            {"id": "t4", "person": "p2", "lang": "en", "text": "I heard of the door.", "status": "confirmed"},
        ],
        "documents": [
            {"id": "d1", "title": "Photograph of the weir", "about": ["e1"]},
            {"id": "d2", "title": "Photograph of the door", "about": ["e2"]},
            {"id": "d3", "title": "Visa"},
        ],
    })  # fmt: skip
    also = case_of({"people": [person("p2", "Wen Kelan", roles=["witness"])]}).consents
    return replace(told, consents=(*(also if not consents else case_of({"consents": list(consents)}).consents), *told.consents))


def scoped(told: Case, *scope: str) -> Case:
    return replace(told, consents=tuple(replace(one, scope=scope) if one.person == "p1" else one for one in told.consents))


def shown(done: Disclosure) -> str:
    view = done.view
    return " ".join(
        [
            *(text for event in view.events for text in event.account),
            *(str(paragraph) for testimony in view.testimonies for paragraph in testimony.paragraphs),
            *(str(document) for document in view.documents),
        ]
    )


@pytest.mark.parametrize("profile", PROFILES)
def test_what_the_grant_does_not_cover_is_not_there(profile: str) -> None:
    done = look(scoped(case(), "e1", "t1"), profile, testimonies=("all",))
    words = shown(done)
    assert done.consent.gaps == ()
    assert len(done.view.events) == 1
    assert "weir" in words
    assert "cell" not in words
    assert "Photograph of the door" not in words
    assert {testimony.id for testimony in done.testimonies} == {"t1", "t2", "t4"}


def test_a_grant_for_all_of_it_covers_all_of_it() -> None:
    done = look(case(), testimonies=("all",))
    assert len(done.view.events) == 2
    assert len(done.testimonies) == 4


def test_the_latest_answer_counts_also_where_it_is_the_narrower_one() -> None:
    told = case()
    (wide,) = (one for one in told.consents if (one.person, one.recipient) == ("p1", "counsel"))
    narrow = replace(wide, id="c9", given_on="2021-07-05", scope=("e2",))
    later = replace(told, consents=(*told.consents, narrow))
    assert "The cell" in shown(look(later))
    assert "weir" not in shown(look(later))
    wider = replace(wide, id="c10", given_on="2021-07-06")
    assert "weir" in shown(look(replace(later, consents=(*later.consents, wider))))


def test_one_who_tells_and_is_no_witness_holds_back_only_what_they_told() -> None:
    told = case()
    held = tuple(replace(one, scope=("e1",)) if one.person == "p2" else one for one in told.consents)
    done = look(replace(told, consents=held), testimonies=("all",))
    assert len(done.view.events) == 2
    assert {testimony.id for testimony in done.testimonies} == {"t1", "t2", "t3"}


def test_a_testimony_that_is_asked_for_by_its_id_and_not_covered_blocks_the_export() -> None:
    done = look(scoped(case(), "e1", "t1"), testimonies=("t3",))
    assert done.testimonies == ()
    assert ConsentGap("p1", "insufficient") in done.consent.gaps
