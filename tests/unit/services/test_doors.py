"""Whether what a purpose governs is open on a day, and of whom that depends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case import Case, CaseInfo, Consent, Name, Person
from app.domain.vocabulary import PURPOSES
from app.services.consenting import ASK_AGAIN, EXPIRED, GRANTED, NOT_ASKED, REFUSED, WITHDRAWN
from app.services.doors import consent_for, kind_purpose

TODAY = date(2021, 8, 1)
AUDIO = Consent("c1", "p1", "audio", "counsel", "counsel-only", "2021-07-02")
CASE = Case(CaseInfo("LARCH"), people=(Person("p1", (Name("Han Keyu"),), ("witness",)), Person("p2", (Name("Lu"),))))


def case(*consents: Consent) -> Case:
    return replace(CASE, consents=consents)


@pytest.mark.parametrize(
    ("change", "state", "is_open", "is_shut"),
    [
        ({}, GRANTED, True, False),
        ({"identity": "none"}, REFUSED, False, True),
        ({"withdrawn_on": "2021-07-20"}, WITHDRAWN, False, True),
        ({"expires": "2021-07-31"}, EXPIRED, False, True),
        ({"ask_again_on": "2021-08-01"}, ASK_AGAIN, True, False),
    ],
)
@pytest.mark.parametrize("purpose", ["audio", "notes", "copy-documents", "medical-detail"])
def test_a_door_is_open_where_it_was_granted_and_holds(purpose, change, state, is_open, is_shut) -> None:
    door = consent_for(case(replace(AUDIO, purpose=purpose, **change)), purpose, TODAY)
    assert (door.state, door.open, door.shut, door.person) == (state, is_open, is_shut, "p1")


@pytest.mark.parametrize("purpose", PURPOSES)
def test_silence_opens_no_door_and_is_no_refusal(purpose: str) -> None:
    door = consent_for(CASE, purpose, TODAY)
    assert (door.state, door.open, door.shut) == (NOT_ASKED, False, False)


def test_without_a_client_nothing_is_open() -> None:
    assert not consent_for(Case(CaseInfo("LARCH"), consents=(AUDIO,)), "audio", TODAY).open


def test_a_refusal_shuts_its_own_door_alone() -> None:
    held = case(replace(AUDIO, identity="none"), replace(AUDIO, id="c2", purpose="notes"))
    assert not consent_for(held, "audio", TODAY).open
    assert consent_for(held, "notes", TODAY).open


def test_of_two_clients_the_one_who_grants_least_counts() -> None:
    both = replace(case(AUDIO), people=(*CASE.people, Person("p3", (Name("Mei"),), ("witness",))))
    assert consent_for(both, "audio", TODAY).state == NOT_ASKED
    assert consent_for(both, "audio", TODAY).person == "p3"
    assert consent_for(both, "audio", TODAY, "p1").open


def test_the_recipient_counts_where_there_is_one() -> None:
    held = case(replace(AUDIO, purpose="copy-documents", recipient="ngo", identity="named"))
    assert not consent_for(held, "copy-documents", TODAY).open
    assert consent_for(held, "copy-documents", TODAY, recipient="ngo").open


def test_what_keeping_a_document_rests_on() -> None:
    assert [kind_purpose(kind) for kind in ("photo", "recording", "medical", "letter", None)] == [
        "photo",
        "audio",
        "medical-detail",
        "copy-documents",
        "copy-documents",
    ]
