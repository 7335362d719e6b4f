"""What an earlier version wrote is opened for ever; a new schema comes whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.services import archiving, intake, receipts, session, ways
from app.services.restore import restore
from app.storage import disk, errors, migrations, schema
from app.storage.case_file import open_case_file
from app.storage.database import Database
from app.storage.vault import Vault
from tests.integration.storage.sample import CASE, PASSPHRASE, case_named, contents, files, said

FROZEN = Path(__file__).parents[2] / "vectors" / "vault-v1"
WORDS = (FROZEN / "passphrase").read_text("utf-8")


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    shutil.copytree(FROZEN / "vault", tmp_path / "v1")
    return tmp_path / "v1"


def _assert_is_the_recorded_case(vault: Vault, out: Path) -> None:
    assert vault.verify() == ()
    intake.export_case_plain(vault, "OSPREY", out / "osprey.case.json")
    for name in ("osprey.case.json", "papers/letter.txt"):
        assert (out / name).read_bytes() == (FROZEN / name).read_bytes()


def _assert_is_as_recorded(vault: Vault, out: Path) -> None:
    _assert_is_the_recorded_case(vault, out)
    assert vault.author == "Ann Advocate"
    with vault.open_case("OSPREY") as case:
        assert [decision["as"] for decision in case.decisions()] == ["mask", "safe"]
        assert case.codes("counsel") == {"p1": "Person A", "p2": "Person B"}
        assert {place: draft.text for place, draft in case.drafts().items()} == {
            "testimony t2": "I saw it from the old bridge, and"
        }
        assert case.last_number("p") == 3
    (hit,) = vault.search("old bridge")
    assert hit.where == "testimonies[1].text"


def test_the_vault_of_version_1_opens_and_says_what_it_said(frozen: Path, tmp_path: Path) -> None:
    with session.open_vault(frozen, WORDS) as vault:
        assert vault.healed == ()
        with vault.open_case("OSPREY") as case:
            rows = [(row.seq, row.what, row.erased) for row in case.journal()]
        assert rows[:6] == [
            (1, "import", False), (2, "2 decided", False), (3, "put testimonies t2", True), (4, "put testimonies t2", False),
            (5, "erase 3", False), (6, "put people p3", False),
        ]  # fmt: skip
        assert receipts.compare(vault, FROZEN / "receipt.json").findings == ()
        _assert_is_as_recorded(vault, tmp_path)


def test_its_recovery_opens_it_and_its_backup(frozen: Path, tmp_path: Path) -> None:
    secret = ways.read_recovery((FROZEN / "recovery").read_text("utf-8"))
    session.open_unlocked(frozen, ways.unlock_by_recovery(frozen, secret)).close()
    restore(FROZEN / "backup.age", tmp_path / "again", secret)
    with session.open_vault(tmp_path / "again", WORDS) as vault:
        _assert_is_as_recorded(vault, tmp_path)


@pytest.mark.parametrize("name", ["bundle.age", "archive.age"])
def test_its_bundle_and_its_archive_are_taken_in(vault: Vault, tmp_path: Path, name: str) -> None:
    identities = archiving.read_identities((FROZEN / "identity").read_text("utf-8"))
    archiving.import_sealed(vault, FROZEN / name, identities)
    if name == "bundle.age":
        _assert_is_the_recorded_case(vault, tmp_path)
    else:
        _assert_is_as_recorded(vault, tmp_path)


# --- a schema of tomorrow ---


def _add_table(db: Database) -> None:
    db.define("CREATE TABLE tomorrow (id INTEGER PRIMARY KEY, words TEXT)")
    db.execute("INSERT INTO tomorrow SELECT seq, what FROM journal")


@pytest.fixture
def tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as it will be when schema 2 has one table more."""
    monkeypatch.setattr(migrations, "CASE_STEPS", (_add_table,))
    monkeypatch.setattr(schema, "CASE_SCHEMA", 2)
    made = (*schema.CASE_TABLES[:-1], "CREATE TABLE tomorrow (id INTEGER PRIMARY KEY, words TEXT)", "PRAGMA user_version = 2")
    monkeypatch.setattr(schema, "CASE_TABLES", made)


def _shape(vault: Vault, code: str) -> dict[str, Any]:
    row = vault._context.catalog.find(code)
    assert row is not None
    file = open_case_file(vault._context, row.summary.id, row)
    try:
        return dict(file.db.execute("SELECT name, sql FROM sqlite_master"))
    finally:
        file.close()


def test_there_is_a_step_for_every_schema() -> None:
    assert len(migrations.CASE_STEPS) == schema.CASE_SCHEMA - 1
    assert len(migrations.CATALOG_STEPS) == schema.CATALOG_SCHEMA - 1


def test_a_case_of_version_1_has_the_tables_that_a_new_one_has(frozen: Path) -> None:
    with session.open_vault(frozen, WORDS) as vault:
        vault.create_case(case_named("EGRET"), contents()).close()
        assert _shape(vault, "OSPREY") == _shape(vault, "EGRET")


@pytest.mark.usefixtures("tomorrow")
def test_cases_are_taken_on_when_they_are_opened(path: Path, tmp_path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        before = files(path)
        assert len(list(vault.search("zurich"))) == 2
        with vault.open_case("HERON") as case:
            assert case._db.execute("SELECT * FROM tomorrow") == [(1, "import")]
            assert case.load() == CASE
            case.put("testimonies", said("Later words."))
        vault.create_case(case_named("EGRET"), contents()).close()
        assert _shape(vault, "HERON") == _shape(vault, "EGRET") == _shape(vault, "CRANE")
        assert vault.verify() == ()
        assert len(before) + 6 == len(files(path))
    with Vault.open(path, PASSPHRASE) as vault:
        assert vault.verify() == ()


@pytest.mark.usefixtures("tomorrow")
def test_the_frozen_vault_is_taken_on(frozen: Path, tmp_path: Path) -> None:
    with session.open_vault(frozen, WORDS) as vault:
        _assert_is_as_recorded(vault, tmp_path)


def test_what_tomorrow_wrote_is_not_touched_today(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "CASE_STEPS", (_add_table,))
        patch.setattr(schema, "CASE_SCHEMA", 2)
        with Vault.open(path, PASSPHRASE) as vault:
            vault.open_case("HERON").close()
    before = {name: (path / "o" / name).read_bytes() for name in files(path)}
    with Vault.open(path, PASSPHRASE) as vault, pytest.raises(errors.TooNew):
        vault.open_case("HERON")
    assert {name: (path / "o" / name).read_bytes() for name in files(path)} == before


@pytest.mark.usefixtures("tomorrow")
@pytest.mark.parametrize("after", range(10))
def test_a_kill_at_any_step_leaves_the_old_case_or_the_new_one(
    path: Path, tmp_path: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, count = tmp_path / "left", 0

    def stepping(work: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **more: Any) -> Any:
            nonlocal count
            if count == after:
                shutil.copytree(path, left)
            count += 1
            return work(*arguments, **more)

        return step

    with Vault.open(path, PASSPHRASE) as vault:
        with monkeypatch.context() as patch:
            patch.setattr(migrations, "CASE_STEPS", (stepping(_add_table),))
            for holder, name in ((disk, "sync_file"), (disk, "settle"), (disk, "sync_folder"), (Database, "copy_to"),
                                 (Database, "checkpoint"), (Database, "define"), (migrations, "page_problems")):  # fmt: skip
                patch.setattr(holder, name, stepping(getattr(holder, name)))
            vault.open_case("HERON").close()
        if not left.exists():
            shutil.copytree(path, left)
    with Vault.open(left, PASSPHRASE) as vault:
        with vault.open_case("HERON") as case:
            assert case.load() == CASE
            assert case._db.execute("SELECT * FROM tomorrow") == [(1, "import")]
        assert vault.verify() == ()
        assert not [name for name in files(left) if ".tmp" in name]


def _forget_a_row(db: Database) -> None:
    db.execute("DELETE FROM journal_payload")
    db.execute("DELETE FROM journal")


def _lose_an_entry(db: Database) -> None:
    db.execute("DELETE FROM entry WHERE id = 'p2'")


def _break(db: Database) -> None:
    db.define("DROP TABLE entry")


@pytest.mark.parametrize("step", [_forget_a_row, _lose_an_entry, _break])
def test_a_step_that_loses_something_changes_nothing(
    path: Path, step: migrations.Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        before = files(path)
        with monkeypatch.context() as patch:
            patch.setattr(migrations, "CASE_STEPS", (step,))
            patch.setattr(schema, "CASE_SCHEMA", 2)
            with pytest.raises(UserError) as told, session.open_case(vault, "HERON"):
                pass
        assert (told.value.code, told.value.status) == ("not-migrated", 6)
        assert files(path) == before
        with vault.open_case("HERON") as case:
            assert case.load() == CASE


def test_a_catalog_is_taken_on_with_its_settings(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        vault.set_setting("palette", "night")
    monkeypatch.setattr(migrations, "CATALOG_STEPS", (lambda db: db.define("CREATE TABLE tomorrow (id)"),))
    monkeypatch.setattr(schema, "CATALOG_SCHEMA", 2)
    with Vault.open(path, PASSPHRASE) as vault:
        assert vault.healed == ()
        assert vault.setting("palette") == "night"
        assert vault._context.catalog._db.row("SELECT count(*) FROM tomorrow") == (0,)
        assert vault.verify() == ()
