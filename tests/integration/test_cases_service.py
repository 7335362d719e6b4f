"""The list of cases: what stands behind each line, and where words stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain import case as domain
from app.services import cases
from app.services.open_vault import OpenVault
from tests.working import SMALL, new_vault

TEXT = "They came at dawn.\n\nThirty days they held me.\n\nI was let go near the ferry in Zürich."


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenVault]:
    with new_vault(tmp_path_factory.mktemp("cases")) as made:
        told = (
            domain.Testimony("t1", "p1", "en", TEXT, status="read-back"),
            domain.Testimony("t2", "p1", "zh-Hans", "他们天亮时来了。", translation_of="t1"),
            domain.Testimony("t3", "p1", "en", "A second session, a draft."),
        )
        for code in ("HERON", "LARCH"):
            made.create_case(replace(SMALL, case=domain.CaseInfo(code), testimonies=told), {}).close()
        yield OpenVault(made)


def test_facts_count_testimonies_and_never_name_the_client(vault: OpenVault) -> None:
    found = list(cases.facts(vault))
    assert [(one.testimonies, one.read_back, one.confirmed, one.events, one.damaged) for one in found] == [
        (2, 1, 0, 2, False)
    ] * 2
    assert all(one.stands_as and "Han" not in one.stands_as for one in found)


def test_looking_leaves_no_case_open_and_keeps_an_open_one_open(vault: OpenVault) -> None:
    held = vault.vault.cases()[0].id
    store = vault.store(held)
    assert len(list(cases.facts(vault))) == 2
    assert not store.closed
    vault.close_case(held)
    assert store.closed


def test_a_damaged_case_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    with new_vault(tmp_path) as made:
        for code in ("ASH", "BEECH"):
            made.create_case(replace(SMALL, case=domain.CaseInfo(code)), {}).close()
        broken = made.cases()[0].id
        file = tmp_path / "vault" / "o" / broken
        data = bytearray(file.read_bytes())
        data[100] ^= 1
        file.write_bytes(bytes(data))
        assert [one.damaged for one in cases.facts(OpenVault(made))] == [True, False]


def test_words_are_found_with_their_entry_and_paragraph(vault: OpenVault) -> None:
    found = list(cases.find(vault, "zurich"))
    assert [(one.code, one.kind, one.number, one.entry, one.path, one.paragraph) for one in found] == [
        ("HERON", "testimonies", 1, "t1", "text", 3),
        ("LARCH", "testimonies", 1, "t1", "text", 3),
    ]
    assert "ferry in Zürich" in found[0].snippet


def test_one_case_can_be_searched_alone(vault: OpenVault) -> None:
    case_id = vault.vault.cases()[1].id
    assert {one.code for one in cases.find(vault, "dawn", case_id)} == {"LARCH"}
    assert list(cases.find(vault, "  ", case_id)) == []


def test_a_suggested_code_is_none_that_is_taken() -> None:
    assert cases.suggested_code(set(cases._CODES) - {"YEW"}) == "YEW"
    assert cases.suggested_code(cases._CODES) == "ACORN-2"
    assert cases.suggested_code([*cases._CODES, "ACORN-2"]) == "ACORN-3"


def test_an_empty_case_stands_nowhere_yet() -> None:
    empty = replace(SMALL, people=(), testimonies=(), events=())
    assert cases.facts_of("x", empty, date(2021, 7, 2)).stands_as == ""
