"""The journal's chain: what was changed in it is found, what was erased is gone and the chain holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.database import Database
from app.storage.errors import Damaged
from app.storage.journal import Journal
from app.storage.schema import create_case_tables

CASE_ID, VAULT_ID, VAULT_KEY = "a" * 26, bytes(16), bytes(range(32))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "case", bytes(32), "case X", create=True)
    create_case_tables(opened)
    yield opened
    opened.close()


@pytest.fixture
def journal(db: Database) -> Journal:
    made = Journal(db, CASE_ID)
    for number in range(1, 6):
        made.append("Ann", f"put people p{number}", {"note": f"words {number}"})
    made.sign(VAULT_ID, VAULT_KEY)
    return made


def test_a_journal_that_was_left_alone_has_no_problems(journal: Journal) -> None:
    assert list(journal.problems()) == []
    assert journal.signature_problem(VAULT_ID, VAULT_KEY) is None
    assert [row.payload for row in journal.rows()] == [{"note": f"words {n}"} for n in range(1, 6)]
    assert journal.head().count == 5


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal SET time = '2020-01-01T00:00:00.000Z' WHERE seq = 3",
        "UPDATE journal SET author = 'Bea' WHERE seq = 3",
        "UPDATE journal SET what = 'nothing' WHERE seq = 3",
        "UPDATE journal SET digest = zeroblob(32) WHERE seq = 3",
        "UPDATE journal SET hash = zeroblob(32) WHERE seq = 3",
        "UPDATE journal SET previous = zeroblob(32) WHERE seq = 3",
        "UPDATE journal SET digest = 7 WHERE seq = 3",
        "UPDATE journal_payload SET payload = '{}' WHERE seq = 3",
        "UPDATE journal_payload SET salt = zeroblob(32) WHERE seq = 3",
        "UPDATE journal_payload SET salt = NULL WHERE seq = 3",
        "DELETE FROM journal_payload WHERE seq = 3; DELETE FROM journal WHERE seq = 3",
        "DELETE FROM journal_payload; DELETE FROM journal",
    ],
)
def test_a_change_in_the_journal_is_found(journal: Journal, db: Database, sql: str) -> None:
    for statement in sql.split("; "):
        db.execute(statement)
    assert list(journal.problems())


def test_a_row_of_another_case_does_not_fit(db: Database) -> None:
    Journal(db, "b" * 26).append("Ann", "import", {})
    assert list(Journal(db, CASE_ID).problems()) == ["journal: row 1 was changed"]


def test_an_empty_journal_is_damage_when_the_head_is_asked_for(journal: Journal, db: Database) -> None:
    db.execute("DELETE FROM journal_payload")
    db.execute("DELETE FROM journal")
    with pytest.raises(Damaged):
        journal.head()


def test_a_blanked_row_keeps_the_chain(journal: Journal) -> None:
    journal.blank(2)
    assert list(journal.problems()) == []
    row = journal.rows()[1]
    assert (row.payload, row.erased, row.what) == (None, True, "put people p2")


def test_rows_after_the_signature_are_right_and_changed_ones_are_not(journal: Journal, db: Database) -> None:
    journal.append("Ann", "later", {})
    assert journal.signature_problem(VAULT_ID, VAULT_KEY) is None
    db.execute("UPDATE journal SET hash = zeroblob(32) WHERE seq = 5")
    assert journal.signature_problem(VAULT_ID, VAULT_KEY) == "journal: the signed row was changed"


@pytest.mark.parametrize(
    "sql",
    ["UPDATE signature SET signature = zeroblob(64)", "UPDATE signature SET signature = 7", "DELETE FROM signature"],
)
def test_a_forged_or_missing_signature_is_found(journal: Journal, db: Database, sql: str) -> None:
    db.execute(sql)
    assert journal.signature_problem(VAULT_ID, VAULT_KEY)


def test_a_signature_of_another_vault_does_not_hold(journal: Journal) -> None:
    assert journal.signature_problem(b"\1" * 16, VAULT_KEY)
    assert journal.signature_problem(VAULT_ID, bytes(32))


def test_equal_payloads_leave_different_digests(journal: Journal) -> None:
    journal.append("Ann", "x", {"note": "same"})
    journal.append("Ann", "x", {"note": "same"})
    digests = [row.digest for row in journal.stored()]
    assert len(set(digests)) == len(digests)
