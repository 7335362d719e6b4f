"""Erasing: the words are on no page and in no index, and the chain and all checks still hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.storage import errors
from app.storage.database import Database
from app.storage.vault import Vault
from tests.integration.storage.sample import CANARY, CASE, said

Pages = Callable[[Vault, str], bytes]

SECRET = "Quetzalsecret"


def test_the_look_under_the_encryption_sees_what_stands_there(vault: Vault, pages: Pages) -> None:
    case = vault.open_case("HERON")
    plain = pages(vault, case.id)
    assert b"CREATE TABLE journal" in plain
    assert CANARY.encode() in plain  # entry and journal
    assert CANARY.lower().encode() in plain  # full-text index


def test_words_that_were_replaced_and_erased_are_on_no_page(vault: Vault, pages: Pages) -> None:
    with vault.open_case("HERON") as case:
        case.put("testimonies", said(f"{SECRET} said a word. " * 400))
        case.put("testimonies", said("Nothing of it."))
        case.erase(2, "withdrawn")
        plain = pages(vault, case.id)
        assert SECRET.encode() not in plain and SECRET.lower().encode() not in plain
        assert SECRET.lower()[:8].encode() not in plain
        assert not list(vault.search(SECRET))
        rows = case.journal()
        assert [(row.what, row.erased) for row in rows[1:]] == [
            ("put testimonies t1", True),
            ("put testimonies t1", False),
            ("erase 2", False),
        ]
        assert rows[1].payload is None
        assert case.load().testimonies[0].text == "Nothing of it."
    assert vault.verify() == ()
    with vault.open_case("HERON") as case:
        assert SECRET.encode() not in pages(vault, case.id)


def test_the_imported_wording_can_be_erased_once_it_was_replaced(vault: Vault, pages: Pages) -> None:
    with vault.open_case("HERON") as case:
        case.put("testimonies", said("Other words."))
        case.erase(1, "withdrawn")
        assert CANARY.encode() not in pages(vault, case.id)
        assert case.load() == replace(CASE, testimonies=(said("Other words."),))
    assert vault.verify() == ()


def test_what_still_stands_after_its_row_was_erased_is_still_checked(vault: Vault) -> None:
    with vault.open_case("HERON") as case:
        case.set_decisions([{"text": "A", "as": "mask"}], "decide")
        case.keep_codes("counsel", {"p1": "Witness"})
        for seq in (1, 2, 3):
            case.erase(seq, "asked for")
        assert vault.verify() == ()
        case._db.execute("UPDATE entry SET body = replace(body, 'Kelan', 'Kelin') WHERE id = 'p2'")
        case._db.execute("UPDATE decision SET body = '{}'")
    problems = {finding.problem for finding in vault.verify() if finding.part == "case HERON"}
    assert {"people p2 differs from the journal", "decision 1 differs from the journal"} <= problems


def test_after_an_erasure_the_case_goes_on(vault: Vault) -> None:
    with vault.open_case("HERON") as case:
        case.set_decisions([{"text": "A"}, {"text": "B"}], "decide")
        case.erase(2, "asked for")
        case.set_decisions([{"text": "B"}, {"text": "C"}], "decide")
        case.erase(1, "asked for")
        case.put("testimonies", said("Later words."))
        case.remove("people", "p2")
        case.put("people", CASE.people[1])
        case.erase(6, "asked for")
        assert vault.verify() == ()
        assert [person.id for person in case.load().people] == ["p1", "p2"]
        # What stands for the erased wording that is still in force goes with that wording.
        count = "SELECT count(*) FROM commitment WHERE kind = 'testimonies'"
        assert case._db.execute(count) == [(1,)]
        case.put("testimonies", said("Last words."))
        assert case._db.execute(count) == [(0,)]
    assert vault.verify() == ()


def test_a_row_is_erased_once_and_an_erasure_never(vault: Vault) -> None:
    with vault.open_case("HERON") as case:
        case.record("note", {"words": "x"})
        case.erase(2, "asked for")
        for seq in (2, 3):
            with pytest.raises(errors.NotErasable):
                case.erase(seq, "again")
        for seq in (0, 9, -1):
            with pytest.raises(errors.NoSuchEntry):
                case.erase(seq, "none")
        assert len(case.journal()) == 3


def test_blanking_without_a_record_of_it_is_found(vault: Vault) -> None:
    with vault.open_case("HERON") as case:
        case.record("note", {"words": "x"})
        case._db.execute("UPDATE journal_payload SET salt = NULL, payload = NULL WHERE seq = 2")
    assert "journal: row 2 was blanked without a record of it" in {finding.problem for finding in vault.verify()}


def test_an_erasure_cut_off_before_the_file_was_written_anew_is_finished_on_opening(
    vault: Vault, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(db: Database) -> None:
        raise errors.NoSpace("full")

    with vault.open_case("HERON") as case:
        case.record("note", {"words": SECRET})
        monkeypatch.setattr(Database, "compact", full)
        with pytest.raises(errors.NoSpace):
            case.erase(2, "asked for")
        assert case.journal()[1].erased
    with vault.open_case("HERON") as case:
        pass  # still full: the case opens all the same
    monkeypatch.undo()
    written: list[str] = []
    compact = Database.compact
    monkeypatch.setattr(Database, "compact", lambda db: (written.append(db.part), compact(db)))
    with vault.open_case("HERON") as case:
        assert written == ["case HERON"]
        assert SECRET.encode() not in pages(vault, case.id)
    with vault.open_case("HERON"):
        assert written == ["case HERON"]
    assert vault.verify() == ()
