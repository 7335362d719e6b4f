"""Whatever is done to the files of a vault: ``verify`` says so, also where a second copy made good for it meanwhile."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.storage import catalog as catalogs
from app.storage.vault import Vault
from tests.e2e.conftest import PASSPHRASE, Place, affiant
from tests.e2e.test_keeping import with_recovery
from tests.e2e.test_statuses import ready_vault


@pytest.fixture
def place(tmp_path: Path, small_case: Callable[..., Path]) -> Place:
    return ready_vault(tmp_path, small_case(), small_case("b.json", case={"code": "ROBIN"}))


def parts(place: Place) -> dict[str, Path]:
    with Vault.open(place.vault, PASSPHRASE) as vault:
        wren = next(summary.id for summary in vault.cases() if summary.code == "WREN")
        catalog = catalogs.path_of(place.vault / "o", vault._context.vault_key)
    return {"h0": place.vault / "h0", "h1": place.vault / "h1", "catalog": catalog, "key": place.vault / "o" / f"{wren}.k"}


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [flipped, Path.unlink], ids=["flipped", "deleted"])
@pytest.mark.parametrize(
    ("part", "named"),
    [("h0", "header copy 1"), ("h1", "header copy 2"), ("catalog", "catalog"), ("key", "key file of case WREN")],
)
def test_what_was_put_right_is_told_once(place: Place, part: str, named: str, damage: Callable[[Path], None]) -> None:
    damage(parts(place)[part])
    assert place.run("candidates", "WREN").status == 0  # opening it puts right what is damaged, and would leave no trace
    ran = place.run("verify", "--json")
    assert (ran.status, [row["part"] for row in ran.data]) == (6, [named])
    assert f"{named}: was" in ran.err
    assert "put right" in ran.err
    assert place.run("verify", "--json").data == []


def test_a_receipt_is_not_written_of_what_was_only_just_put_right(place: Place, tmp_path: Path) -> None:
    parts(place)["catalog"].unlink()
    assert place.run("verify", "--receipt", tmp_path / "r.json").status == 6
    assert not (tmp_path / "r.json").exists()
    assert place.run("verify", "--receipt", tmp_path / "r.json").status == 0


def test_a_case_that_went_together_with_the_catalog_is_not_missed_in_silence(place: Place) -> None:
    held = parts(place)
    for path in (held["catalog"], *held["key"].parent.glob(held["key"].stem + "*")):
        path.unlink()
    assert place.run("list").status == 0
    assert place.run("verify").status == 6


def test_a_passphrase_change_that_was_cut_off_is_no_damage(place: Place, tmp_path: Path) -> None:
    """What a crash leaves, the newer header in one place and the older in the other, is put right without a word."""
    older = (place.vault / "h1").read_bytes()
    assert place.run("passphrase", "--new-passphrase-file", place.passphrase).status == 0
    (place.vault / "h1").write_bytes(older)
    assert place.run("verify").out == "clean\n"
    assert (place.vault / "h1").read_bytes() != older


def test_a_shredded_case_that_was_put_back_is_told_and_spoils_no_backup(place: Place, tmp_path: Path) -> None:
    recovery = with_recovery(place)
    shutil.copytree(place.vault, tmp_path / "copy")
    wren = parts(place)["key"].stem
    assert place.run("shred", "WREN", "--yes").status == 0
    for path in (tmp_path / "copy" / "o").glob(wren + "*"):
        shutil.copy(path, place.vault / "o")
    assert len(place.run("list", "--json").data) == 2
    for _ in range(2):
        ran = place.run("verify")
        assert (ran.status, "case WREN: was shredded here, and somebody has put it back" in ran.err) == (6, True)
    assert place.run("backup", tmp_path / "b.age").status == 0
    assert affiant("restore", tmp_path / "b.age", tmp_path / "again", "--recovery-file", recovery).status == 0
    assert place.run("shred", "WREN", "--yes").status == 0
    assert place.run("verify").out == "clean\n"
