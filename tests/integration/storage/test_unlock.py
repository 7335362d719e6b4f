"""Unlocking is one thing and opening another: a process that never saw the passphrase opens with the key alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import UserError
from app.services import session
from app.storage import errors
from app.storage.headers import NAMES
from app.storage.values import Finding
from app.storage.vault import Vault
from crypto import header, kdf
from tests.integration.storage.sample import PASSPHRASE

ROOT = Path(__file__).parents[3]
OPENS = (
    "import sys\nfrom pathlib import Path\nfrom app.services.session import open_unlocked\n"
    "key = bytearray(sys.stdin.buffer.read())\n"
    "vault = open_unlocked(Path(sys.argv[1]), key)\n"
    "print(*(case.code for case in vault.cases()), vault.author, any(key))\nvault.close()\n"
)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_new_process_opens_with_the_key_from_a_pipe(path: Path) -> None:
    key = session.unlock(path, PASSPHRASE)
    done = subprocess.run([sys.executable, "-c", OPENS, str(path)], cwd=ROOT, input=bytes(key), capture_output=True, check=True)
    assert (done.stdout.decode().strip(), done.stderr) == ("CRANE HERON Ann Advocate False", b"")


def test_unlocking_writes_nothing_and_holds_nothing(path: Path) -> None:
    (path / "h1").write_bytes(b"damaged")
    before = _bytes(path)
    key = session.unlock(path, PASSPHRASE)
    assert _bytes(path) == before
    with session.open_unlocked(path, key) as vault:
        assert vault.healed == (Finding("header copy 2", "was damaged or old; written anew from the other copy"),)
        assert (path / "h1").read_bytes() == (path / "h0").read_bytes()


def test_the_key_is_wiped_when_it_was_taken_over_and_when_it_was_of_no_use(path: Path, tmp_path: Path) -> None:
    key = session.unlock(path, PASSPHRASE)
    copy = bytearray(key)
    with session.open_unlocked(path, key) as vault:
        assert not any(key)
        assert vault.key() == copy and vault.key() is not vault.key()
        with pytest.raises(UserError) as caught:
            session.open_unlocked(path, copy)
    assert caught.value.code == "in-use"
    for place, code in ((tmp_path, "not-a-vault"), (path, "damaged")):
        wrong = bytearray(b"w" * 32)
        with pytest.raises(UserError) as caught:
            session.open_unlocked(place, wrong)
        assert (caught.value.code, any(wrong), any(copy)) == (code, False, False)
    session.open_unlocked(path, session.unlock(path, PASSPHRASE)).close()  # the lock was let go each time


def test_a_vault_in_use_is_told_before_anything_is_derived(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Vault.open(path, PASSPHRASE):
        monkeypatch.setattr(kdf, "derive_key", lambda *_: pytest.fail("derived"))
        with pytest.raises(UserError) as caught:
            session.unlock(path, PASSPHRASE)
    assert caught.value.code == "in-use"


def test_what_keeps_a_vault_shut_is_told_apart_and_lets_the_lock_go(path: Path, tmp_path: Path) -> None:
    for place, words, code in (
        (path, "other words", "wrong-passphrase"),
        (path, "", "wrong-passphrase"),
        (tmp_path, "", "not-a-vault"),
    ):
        with pytest.raises(UserError) as caught:
            session.unlock(place, words)
        assert caught.value.code == code
    for name in NAMES:
        (path / name).write_bytes((path / name).read_bytes()[:-1])
    with pytest.raises(UserError) as caught:
        session.unlock(path, PASSPHRASE)
    assert caught.value.code == "damaged"
    assert not (tmp_path / "lock").exists()


def test_of_two_genuine_copies_the_newer_decides_whoever_brings_the_key(path: Path) -> None:
    key = Vault.unlock(path, PASSPHRASE)
    old = (path / "h1").read_bytes()
    parsed = header.parse(old)
    newer = header.pack(header.with_facts(parsed, key, b'{"author": "Ben"}'), key)
    for name in NAMES:
        for other in NAMES:
            (path / other).write_bytes(newer if other == name else old)
        with Vault.open_unlocked(path, bytearray(key)) as vault:
            assert vault.author == "Ben"
        assert [(path / other).read_bytes() for other in NAMES] == [newer, newer]


def test_a_header_that_was_changed_under_the_key_is_damage(path: Path) -> None:
    key = Vault.unlock(path, PASSPHRASE)
    parsed = header.parse((path / "h0").read_bytes())
    for name in NAMES:
        (path / name).write_bytes(header.pack(header.clear_slot(parsed, 5), bytearray(32)))
    for call in (lambda: Vault.open_unlocked(path, bytearray(key)), lambda: Vault.open(path, PASSPHRASE)):
        with pytest.raises(errors.Damaged):
            call()


def test_a_vault_just_made_stays_open_and_gives_its_key(tmp_path: Path) -> None:
    vault = session.new_vault(tmp_path / "v", PASSPHRASE, "Ann", 64)
    key = vault.key()
    assert vault.recovery_secret is not None
    vault.close()
    with session.open_unlocked(tmp_path / "v", key) as again:
        assert again.author == "Ann"
    with pytest.raises(UserError) as caught:
        session.new_vault(tmp_path / "v", PASSPHRASE, "Ann", 64)
    assert caught.value.code == "exists"
