"""Before a vault is open: where vaults lie, how strong a passphrase is, key files."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.services import vaults
from app.storage.vault import Vault
from tests.working import PASSPHRASE


def test_naming_the_usual_folder_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert vaults.default_folder().is_absolute()
    assert list(tmp_path.iterdir()) == []
    assert vaults.vaults_in(vaults.default_folder()) == ()


def test_the_vaults_of_a_folder_are_told_by_name_and_nothing_else_is(tmp_path: Path) -> None:
    for name in ("beta", "Alpha"):
        Vault.create(tmp_path / name, PASSPHRASE, "Ann", kdf_memory_mib=64).close()
    (tmp_path / "empty").mkdir()
    (tmp_path / ".hidden").mkdir()
    for place in (tmp_path / "file", tmp_path / ".hidden" / "h0"):
        place.write_bytes(b"x")
    (tmp_path / "beta" / "h0").unlink()
    assert [path.name for path in vaults.vaults_in(tmp_path)] == ["Alpha", "beta"]
    assert vaults.vaults_in(tmp_path / "file") == vaults.vaults_in(tmp_path / "none") == ()


@pytest.mark.parametrize(
    ("passphrase", "level", "warning"),
    [
        ("", 1, ""),
        ("password1", 1, "password"),
        ("qwertyuiop", 1, "password"),
        ("zxcvfdsaqwer", 2, "keyboard"),
        ("abcabcabcabc", 1, "repeat"),
        ("defghijk", 1, "sequence"),
        ("14061989", 1, "date"),
        ("margaretha", 1, "name"),
        ("quiet heron by the river", 4, ""),
        ("k9$Vw2pLq7", 3, ""),
    ],
)
def test_the_strength_of_a_passphrase_and_what_is_wrong_with_it(passphrase: str, level: int, warning: str) -> None:
    found = vaults.strength(passphrase)
    assert (found.level, found.warning) == (level, warning)
    assert found.weak == (level < 4)


def test_a_long_passphrase_is_judged_by_its_beginning_in_a_moment() -> None:
    long = "quiet heron by the river " * 4000
    started = time.process_time()
    assert vaults.strength(long) == vaults.strength(long[:100])
    assert time.process_time() - started < 5
    assert not vaults.strength(long).weak


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_whatever_is_typed_is_judged(text: str) -> None:
    found = vaults.strength(text)
    assert 1 <= found.level <= 5 and 0 <= found.score <= 4


@pytest.mark.parametrize("name", ["Heron", "沈 2021", "a.b", "x" * 200])
def test_a_name_that_every_system_can_write(name: str) -> None:
    assert vaults.is_name(name)


@pytest.mark.parametrize("name", ["", ".a", "a.", " a", "a/b", "a\\b", "a:b", "NUL", "con.txt", "a\n", "x" * 201, "沈" * 67])
def test_a_name_that_some_system_cannot_write(name: str) -> None:
    assert not vaults.is_name(name)


def test_a_key_file_is_random_private_and_never_written_over(tmp_path: Path) -> None:
    for name in ("a", "b"):
        vaults.make_key_file(tmp_path / name)
    first, second = vaults.read_key_file(tmp_path / "a"), vaults.read_key_file(tmp_path / "b")
    assert first != second and len(first) == 32
    assert (tmp_path / "a").stat().st_mode & 0o077 == 0
    with pytest.raises(UserError):
        vaults.make_key_file(tmp_path / "a")
    assert vaults.read_key_file(tmp_path / "a") == first


def test_what_cannot_be_a_key_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "large").write_bytes(bytes(vaults.LARGEST_KEY_FILE + 1))
    for name, code in (("empty", "bad-key-file"), ("large", "bad-key-file"), ("none", "file"), (".", "file")):
        with pytest.raises(UserError) as caught:
            vaults.read_key_file(tmp_path / name)
        assert caught.value.code == code
