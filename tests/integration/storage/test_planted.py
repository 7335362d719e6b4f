"""A vault that was in other hands: links and pipes put into it lead no writing, removing or waiting out of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.services import maintenance, session
from app.services.restore import restore
from app.storage import errors
from app.storage.vault import Vault
from tests.integration.storage.sample import CASE, PASSPHRASE, case_named
from tests.integration.storage.test_damage import Places

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def places(path: Path) -> Places:
    return Places(path)


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A file of the owner's that has nothing to do with the vault."""
    (tmp_path / "home").mkdir()
    file = tmp_path / "home" / "diary"
    file.write_text("my own words", "utf-8")
    return file


def test_a_header_that_is_written_anew_is_not_written_through_a_link(path: Path, diary: Path) -> None:
    (path / "h0").write_bytes(b"damaged")
    (path / "h0.tmp").symlink_to(diary)
    with Vault.open(path, PASSPHRASE) as vault:
        vault.set_passphrase(PASSPHRASE)
        assert vault.verify() == ()
    assert diary.read_text("utf-8") == "my own words"
    assert not (path / "h0").is_symlink()


def test_a_key_file_that_is_written_anew_is_not_written_through_a_link(path: Path, places: Places, diary: Path) -> None:
    places.keys[0].unlink()
    places.keys[0].with_name(places.keys[0].name + ".tmp").symlink_to(diary)
    key = places.keys[0]
    with Vault.open(path, PASSPHRASE) as vault:
        key.with_name(key.name + ".tmp").unlink(missing_ok=True)  # the sweep may have taken it: plant it again
        key.with_name(key.name + ".tmp").symlink_to(diary)
        with vault.open_case("HERON") as case:
            assert case.load() == CASE
    assert diary.read_text("utf-8") == "my own words"
    assert not key.is_symlink()


def test_a_folder_of_cases_that_is_a_link_is_damage_and_nothing_is_swept_there(path: Path, diary: Path) -> None:
    mine = diary.with_name("thesis.tmp.txt")
    mine.write_text("unfinished", "utf-8")
    (path / "o").rename(path / "was")
    (path / "o").symlink_to(diary.parent, target_is_directory=True)
    with pytest.raises(errors.Damaged, match="cases folder"):
        Vault.open(path, PASSPHRASE)
    left = sorted(entry.name for entry in diary.parent.iterdir())
    assert left == ["diary", "thesis.tmp.txt"]


def test_the_sweep_takes_only_what_the_vault_has_begun(path: Path) -> None:
    other, ours = path / "o" / "thesis.tmp.txt", path / "o" / ("a" * 26 + ".tmp")
    other.write_text("unfinished", "utf-8")
    ours.write_bytes(b"unfinished")
    Vault.open(path, PASSPHRASE).close()
    assert (other.exists(), ours.exists()) == (True, False)


def test_noise_is_not_written_through_a_link(path: Path, places: Places, diary: Path) -> None:
    for key in places.keys:
        key.unlink()
        key.symlink_to(diary)
    with Vault.open(path, PASSPHRASE) as vault:
        vault.shred("HERON", date(2026, 1, 1), damaged=True)
        assert [summary.code for summary in vault.cases()] == ["CRANE"]
    assert diary.read_text("utf-8") == "my own words"
    assert not any(key.is_symlink() for key in places.keys)


def test_taking_a_vault_away_goes_through_no_link(path: Path, diary: Path) -> None:
    (path / "o").rename(path.parent / "was")
    (path / "o").symlink_to(diary.parent, target_is_directory=True)
    with pytest.raises(OSError):
        maintenance.remove_vault(path)
    assert diary.exists()


def test_a_lock_that_is_a_link_makes_no_file_elsewhere(path: Path, diary: Path) -> None:
    (path / "lock").unlink()
    (path / "lock").symlink_to(diary.with_name("new"))
    with pytest.raises(errors.Unreadable):
        Vault.open(path, PASSPHRASE)
    assert not diary.with_name("new").exists()


@pytest.mark.parametrize("part", ["h0", "key", "case", "document", "catalog"])
def test_a_pipe_in_the_place_of_a_file_is_damage_and_is_not_waited_for(path: Path, places: Places, part: str) -> None:
    lies = {
        "h0": path / "h0", "key": places.keys[0], "case": places.case, "document": places.document, "catalog": places.catalog,
    }[part]  # fmt: skip
    lies.unlink()
    os.mkfifo(lies)
    code = (
        "import sys\nfrom pathlib import Path\nfrom app.storage.vault import Vault\n"
        f"with Vault.open(Path(sys.argv[1]), {PASSPHRASE!r}) as vault:\n"
        "    print(*(f.part for f in (*vault.healed, *vault.verify())), sep=',')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    told = {"h0": "header copy 1", "document": "document d1 of case HERON", "catalog": "catalog"}.get(part, "case HERON")
    assert told in done.stdout


def _links(place: Path, target: Path) -> None:
    place.symlink_to(target, target_is_directory=True)


def _of_another(place: Path, _target: Path) -> None:
    place.mkdir(mode=0o777)
    os.chown(place, 12345, 12345)


PLANTS = {"link": _links, "another's": _of_another}


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS.keys())
def test_a_vault_is_not_made_in_what_somebody_laid_ready(path: Path, tmp_path: Path, plant: Callable[..., None]) -> None:
    if plant is _of_another and os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    place = tmp_path / "new"
    plant(tmp_path / ".new.tmp", path)
    before = sorted(entry.name for entry in path.rglob("*"))
    with pytest.raises(errors.Unreadable):
        Vault.create(place, PASSPHRASE, "Ann", kdf_memory_mib=64)
    assert not place.exists()
    assert sorted(entry.name for entry in path.rglob("*")) == before
    with Vault.open(path, PASSPHRASE) as vault:
        assert vault.verify() == ()


def test_a_vault_is_not_restored_through_a_link(path: Path, tmp_path: Path) -> None:
    from app.services.backup import back_up

    with Vault.open(path, PASSPHRASE) as vault:
        secret = vault.new_recovery()
        made = back_up(vault, tmp_path / "b.age")
    _links(tmp_path / ".again.tmp", path)
    with pytest.raises(session.UserError):
        restore(made.path, tmp_path / "again", secret)
    with Vault.open(path, PASSPHRASE) as vault:
        assert [summary.code for summary in vault.cases()] == ["CRANE", "HERON"]
        assert vault.verify() == ()


def test_what_a_killed_run_left_open_to_others_is_closed(tmp_path: Path) -> None:
    (tmp_path / ".new.tmp").mkdir(mode=0o777)
    (tmp_path / ".new.tmp").chmod(0o777)
    with Vault.create(tmp_path / "new", PASSPHRASE, "Ann", kdf_memory_mib=64) as vault:
        vault.create_case(case_named("CRANE"), {})
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
