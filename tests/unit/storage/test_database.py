"""One connection under the rules of the vault."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from app.storage.database import Database, page_problems
from app.storage.errors import Closed, Damaged, InUse

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "a b?c#d%.db"
    db = Database(target, KEY, "case X", create=True)
    db.define("CREATE TABLE t (a)")
    db.execute("INSERT INTO t VALUES ('canary words')")
    db.start_log()
    db.close()
    return target


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    opened = Database(path, KEY, "case X")
    yield opened
    opened.close()


def test_what_was_written_is_read_with_the_key_and_lies_there_encrypted(db: Database, path: Path) -> None:
    assert db.execute("SELECT a FROM t") == [("canary words",)]
    assert b"canary" not in path.read_bytes()


def test_a_wrong_key_is_an_error_of_ours_and_prints_nothing(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Damaged, match="case X"):
        Database(path, bytes(32), "case X")
    assert capfd.readouterr() == ("", "")


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        Database(tmp_path / "none", KEY, "case X")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH ':memory:' AS other",
        "ATTACH '' AS other",
        "DETACH main",
        "PRAGMA temp_store = FILE",
        "PRAGMA temp_store_directory = '/'",
        "PRAGMA secure_delete = OFF",
        "PRAGMA synchronous = OFF",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA key = 'words'",
        "PRAGMA rekey = 'words'",
        "PRAGMA cipher_log_level = TRACE",
        "PRAGMA user_version = 9",
        "PRAGMA writable_schema = ON",
        "PRAGMA database_list",
    ],
)
def test_what_could_carry_words_out_of_the_file_is_refused(db: Database, sql: str) -> None:
    with pytest.raises(sqlcipher.DatabaseError, match="not authorized"):
        db.execute(sql)


def test_the_settings_hold(db: Database) -> None:
    raw = db._handle
    raw.set_authorizer(None)
    settings = ["synchronous", "secure_delete", "temp_store", "journal_mode", "trusted_schema", "foreign_keys"]
    assert [raw.execute(f"PRAGMA {name}").fetchone()[0] for name in settings] == [2, 1, 2, "wal", 0, 1]


def test_a_failed_transaction_leaves_nothing(db: Database) -> None:
    with pytest.raises(ZeroDivisionError), db.transaction():
        db.execute("INSERT INTO t VALUES ('half')")
        raise ZeroDivisionError
    assert db.execute("SELECT count(*) FROM t") == [(1,)]


def test_another_writer_is_told_that_it_is_in_use(db: Database, path: Path) -> None:
    other = Database(path, KEY, "case X")
    other.execute("PRAGMA user_version")
    other._handle.set_busy_timeout(0.01)
    with db.transaction(), pytest.raises(InUse), other.transaction():
        pass
    other.close()


def test_compacting_needs_no_file_and_keeps_the_words(db: Database, path: Path) -> None:
    before = set(path.parent.iterdir())
    db.compact()
    assert set(path.parent.iterdir()) == before
    assert db.execute("SELECT a FROM t") == [("canary words",)]


def test_a_closed_connection_says_so(db: Database) -> None:
    db.close()
    with pytest.raises(Closed):
        db.execute("SELECT 1")


def test_a_whole_file_has_no_problems_and_a_changed_page_is_one(path: Path) -> None:
    db = Database(path, KEY, "case X")
    assert list(page_problems(db)) == []
    db.close()
    data = bytearray(path.read_bytes())
    data[4096 + 100] ^= 1
    path.write_bytes(data)
    db = Database(path, KEY, "case X")
    assert list(page_problems(db)) == ["pages are damaged"]
    db.close()


@pytest.mark.parametrize("size", [0, 1, 100, 4096])
def test_a_torn_file_is_damage(path: Path, size: int) -> None:
    os.truncate(path, size)
    with pytest.raises(Damaged):  # an emptied file would open as a new database: the table tells
        Database(path, KEY, "case X").execute("SELECT a FROM t")


def test_a_fixed_file_is_read_without_a_log(path: Path) -> None:
    db = Database(path, KEY, "case X", fixed=True)
    assert db.execute("SELECT a FROM t") == [("canary words",)]
    assert list(path.parent.iterdir()) == [path]
    db.close()


def test_a_damaged_page_is_never_copied_as_a_good_one(tmp_path: Path) -> None:
    """SQLite's own copying takes a page whose MAC does not hold for an empty one; here any such page ends it."""
    key = bytearray(range(32))
    with contextlib.closing(Database(tmp_path / "a", key, "part", create=True)) as made:
        made.define("CREATE TABLE t (x TEXT)")
        made.execute("INSERT INTO t VALUES (?)", ("x" * 9000,))  # the last page holds nothing but text
        made.start_log()
    whole = (tmp_path / "a").read_bytes()
    for at in range(4096, len(whole), 4096):
        data = bytearray(whole)
        data[at + 2000] ^= 1
        (tmp_path / "a").write_bytes(data)
        with contextlib.closing(Database(tmp_path / "a", key, "part")) as damaged, pytest.raises(Damaged):
            damaged.copy_to(tmp_path / f"copy{at}", key)
    (tmp_path / "a").write_bytes(whole)
    with contextlib.closing(Database(tmp_path / "a", key, "part")) as good:
        good.copy_to(tmp_path / "copy", key)
    with contextlib.closing(Database(tmp_path / "copy", key, "part")) as copy:
        assert copy.row("SELECT sum(length(x)) FROM t") == (9000,)
