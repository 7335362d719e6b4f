"""A spelling that stands in the texts and is nearly somebody's name is proposed, until it is added or refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain import case as domain
from app.domain.case import Case, Document, Event, Name, Person
from app.errors import UserError
from app.services import history, spelled
from app.services.spelled import Held, Spelled
from app.storage.case_store import CaseStore
from app.storage.vault import Vault
from tests.working import SMALL, new_store, new_vault

TOLD = replace(
    SMALL,
    people=(Person("p1", (Name("Shen Guowei"), Name("沈国伟")), ("witness",)), Person("p2", (Name("Ma Teng"),))),
    testimonies=(
        domain.Testimony("t1", "p1", "en", "I came home.\n\nThen Shen Gouwei was taken. Shen Guowei is my name."),
        domain.Testimony("t2", "p1", "zh-Hans", "他们带走了沈国炜。"),
    ),
    events=(Event("e1", "protest", account="SHEN GOUWEI spoke.", fields={"name": "a march"}), *SMALL.events[1:]),
    documents=(Document("d1", "Letter to Shen Guowie"),),
)


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with new_vault(tmp_path_factory.mktemp("spelled")) as opened:
        yield opened


@pytest.fixture
def store(vault: Vault) -> Iterator[CaseStore]:
    with new_store(vault, TOLD) as opened:
        yield opened


def proposed(case: Case, held: Held | None = None) -> dict[str, tuple[str, str, int, int]]:
    return {one.text: (one.kind, one.id, one.paragraph, one.count) for one in Spelled(case, held or Held()).of("p1")}


def test_near_misses_are_proposed_with_the_place_where_they_stand() -> None:
    assert proposed(TOLD) == {
        "Shen Gouwei": ("testimonies", "t1", 2, 2),
        "沈国炜": ("testimonies", "t2", 1, 1),
        "Shen Guowie": ("documents", "d1", 0, 1),
    }
    first = Spelled(TOLD, Held()).of("p1")[0]
    assert (first.before, first.after) == ("Then ", " was taken. Shen Guowei is my name.")
    assert Spelled(TOLD, Held()).of("p2") == ()


def test_what_is_added_is_on_record_with_its_kind_and_proposed_no_more(store: CaseStore) -> None:
    case = spelled.add(store, "p1", "Shen Gouwei", spelled.TRANSLITERATION)
    case = spelled.add(store, "p1", "沈国炜", spelled.kind_for("沈国炜"))
    assert case.people[0].names[2:] == (Name("Shen Gouwei", "transliteration"), Name("沈国炜", "native"))
    assert proposed(case) == {"Shen Guowie": ("documents", "d1", 0, 1)}
    before = store.last_seq
    assert spelled.add(store, "p1", "Shen Gouwei", spelled.NICKNAME) == case
    assert store.last_seq == before
    with pytest.raises(UserError) as caught:
        spelled.add(store, "p77", "x", "nickname")
    assert caught.value.code == "no-such-entry"


def test_what_is_refused_is_remembered_and_nothing_else_changes(store: CaseStore) -> None:
    case = store.load()
    spelled.refuse(store, "p1", "Shen Gouwei")
    assert store.load() == case
    assert set(proposed(case, spelled.held(store))) == {"沈国炜", "Shen Guowie"}
    row = history.rows(store)[0]
    assert (row.what, row.revertible) == ("refused", False)


def test_what_was_decided_in_an_export_is_not_asked_again(store: CaseStore) -> None:
    store.set_decisions([{"text": "Shen Gouwei", "as": "safe"}], "1 decided")
    assert "Shen Gouwei" not in proposed(store.load(), spelled.held(store))


def test_a_place_has_no_kind_of_name(store: CaseStore) -> None:
    case = spelled.add(store, "l1", "Songhe Vilage", spelled.TRANSLITERATION)
    assert case.places[0].names[-1] == Name("Songhe Vilage")


def test_one_that_is_stopped_says_nothing_of_the_rest() -> None:
    assert Spelled(TOLD, Held(), stopping=lambda: True).of("p1") == ()
