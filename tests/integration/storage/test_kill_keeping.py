"""Killed while it backs up, restores, shreds, archives, changes the passphrase: the old state or the new, never neither."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.services import archiving
from app.services.backup import back_up
from app.services.restore import restore
from app.storage import errors, migrations, schema
from app.storage.vault import Vault
from tests.integration.storage.sample import CASE, PASSPHRASE, case_named
from tests.integration.storage.test_kill import _assert_clean, _kills, _work_until_killed
from tests.integration.storage.worker import document
from tests.integration.storage.worker_keeping import READY, WHO, add_table, words

#: 20 kills in all, or 200.
TIMES = 10 if os.environ.get("AFFIANT_LONG") else 1


@pytest.fixture
def place(path: Path) -> Path:
    """A vault with recovery, and a stick beside it with a backup."""
    (path.parent / "stick").mkdir()
    with Vault.open(path, PASSPHRASE) as vault:
        (path.parent / "secret").write_bytes(vault.new_recovery())
        back_up(vault, path.parent / "stick" / "b.age")
    return path


def _secret(place: Path) -> bytes:
    return (place.parent / "secret").read_bytes()


def _worked(place: Path, work: str, seconds: float) -> int:
    return _work_until_killed(place, work, seconds, "worker_keeping")


@pytest.mark.parametrize("seconds", _kills(4 * TIMES, seed=11, longest=0.4))
def test_during_backups(place: Path, seconds: float) -> None:
    done = _worked(place, "backup", seconds)
    made = sorted((place.parent / "stick").glob("[0-9]*.age"))
    assert len(made) in (done, done + 1)
    for number, backup in list(enumerate(made, start=1))[-2:]:
        again = place.parent / f"again{number}"
        restore(backup, again, _secret(place))
        with Vault.open(again, PASSPHRASE) as vault, vault.open_case("HERON") as case:
            assert len(case.load().testimonies) == 1 + number
    with Vault.open(place, PASSPHRASE) as vault:
        with vault.open_case("HERON") as case:
            assert len(case.load().testimonies) in (1 + done, 2 + done)
        _assert_clean(vault)


@pytest.mark.parametrize("seconds", _kills(4 * TIMES, seed=12, longest=0.4))
def test_during_restoring(place: Path, seconds: float) -> None:
    done = _worked(place, "restore", seconds)
    made = sorted(place.parent.glob("restored*"))
    assert {path.name for path in made} >= {f"restored{number}" for number in range(1, done + 1)}
    assert len(made) in (done, done + 1)
    if len(made) == done:
        made.append(restore(place.parent / "stick" / "b.age", place.parent / f"restored{done + 1}", _secret(place)).path)
    for path in made[-2:]:
        with Vault.open(path, PASSPHRASE) as vault:
            with vault.open_case("HERON") as case:
                assert case.load() == CASE
            _assert_clean(vault)
    assert not list(place.parent.glob(".restored*.tmp"))


@pytest.mark.parametrize("seconds", _kills(4 * TIMES, seed=13, longest=0.12))
def test_during_shredding(place: Path, seconds: float) -> None:
    done = _worked(place, "shred", seconds)
    with Vault.open(place, PASSPHRASE) as vault:
        left = {summary.code for summary in vault.cases() if summary.code.startswith("CASE")}
        ready = {f"CASE{number}" for number in range(1, READY + 1)}
        assert left in (ready - {f"CASE{n}" for n in range(1, last + 1)} for last in (done, done + 1))
        for code in left:
            with vault.open_case(code) as case:
                assert case.load() == case_named(code)
                assert case.document("d1").read() == document(int(code[4:]))  # type: ignore[union-attr]
        _assert_clean(vault)


@pytest.mark.parametrize("seconds", _kills(4 * TIMES, seed=14, longest=0.4))
def test_during_archiving(place: Path, seconds: float) -> None:
    done = _worked(place, "archive", seconds)
    with Vault.open(place, PASSPHRASE) as vault:
        left = {summary.code for summary in vault.cases()}
        assert not left & {f"CASE{number}" for number in range(1, done + 1)}
        out = place.parent / "stick" / f"{done + 1}.age"
        assert done == READY or f"CASE{done + 1}" in left or out.exists()
        for number in {1, done, done + 1} & set(range(1, READY + 1)):
            code = f"CASE{number}"
            if code not in left:
                archiving.import_sealed(vault, place.parent / "stick" / f"{number}.age", [WHO])
            with vault.open_case(code) as case:
                assert case.load() == case_named(code)
                assert case.document("d1").read() == document(number)  # type: ignore[union-attr]
        _assert_clean(vault)


@pytest.mark.parametrize("seconds", _kills(2 * TIMES, seed=15, longest=1.0))
def test_while_the_passphrase_changes(place: Path, seconds: float) -> None:
    done = _worked(place, "passphrase", seconds)
    opened = []
    for number in (done, done + 1):
        try:
            with Vault.open(place, words(number)) as vault:
                _assert_clean(vault)
                opened.append(number)
        except errors.WrongKey:
            pass
    assert len(opened) == 1


@pytest.mark.parametrize("seconds", _kills(2 * TIMES, seed=16, longest=0.3))
def test_while_cases_are_taken_on_to_a_new_schema(place: Path, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    done = _worked(place, "take on", seconds)
    monkeypatch.setattr(migrations, "CASE_STEPS", (add_table,))
    monkeypatch.setattr(schema, "CASE_SCHEMA", 2)
    with Vault.open(place, PASSPHRASE) as vault:
        for number in range(1, READY + 1):
            with vault.open_case(f"CASE{number}") as case:
                assert case.load() == case_named(f"CASE{number}")
                assert case._db.execute("SELECT words FROM tomorrow") == [("import",)]
        assert 0 <= done <= READY
        _assert_clean(vault)
