"""What a power cut would show and a kill does not: nothing gets its name before all of it is on the disk, nor is believed to
have it before the folder is."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from app.services import archiving, export, files, intake
from app.services.backup import back_up
from app.services.restore import restore
from app.storage import catalog as catalogs
from app.storage.vault import Vault
from crypto.identity import SealingIdentity
from tests.integration.storage.sample import PASSPHRASE, case_named, contents

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be synced there, and need not be")
WHO = SealingIdentity(bytes(range(32)))


class Disk:
    """Sees every sync and every rename: what a file was like when it was synced, and where it went."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.events: list[tuple[str, int, object]] = []
        real_sync, real_replace = os.fsync, Path.replace

        def sync(handle: int) -> None:
            real_sync(handle)
            self.events.append(("sync", os.fstat(handle).st_ino, self._state(os.fstat(handle))))

        def replace(source: Path, target: Path | str) -> Path:
            held = source.stat()
            self.events.append(("rename", held.st_ino, None if source.is_dir() else self._state(held)))
            done = real_replace(source, target)
            self.events.append(("into", Path(target).parent.stat().st_ino, Path(target).name))
            return done

        monkeypatch.setattr(os, "fsync", sync)
        monkeypatch.setattr(Path, "replace", replace)

    @staticmethod
    def _state(held: os.stat_result) -> tuple[int, int]:
        return held.st_size, held.st_mtime_ns

    def check(self) -> list[object]:
        """The names that were given, each as it must be."""
        named = []
        for at, (what, inode, state) in enumerate(self.events):
            if what == "rename" and state is not None:
                assert ("sync", inode, state) in self.events[:at], f"not on the disk: {self.events[at + 1][2]}"
            if what == "into":
                later = {(kind, other) for kind, other, _ in self.events[at:]}
                assert ("sync", inode) in later, f"the folder does not know of it: {state}"
                named.append(state)
        return named


@pytest.fixture
def seen(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    yield Disk(monkeypatch)


def _document(vault: Vault, _out: Path) -> None:
    with vault.open_case("HERON") as case:
        case.add_document("d4", io.BytesIO(b"x" * 200_000))


def _catalog(vault: Vault, _out: Path) -> None:
    path = vault.path
    key = vault.key()
    vault.close()
    catalogs.path_of(path / "o", key).unlink()
    Vault.open(path, PASSPHRASE).close()


def _restore(vault: Vault, out: Path) -> None:
    secret = vault.new_recovery()
    made = back_up(vault, out)
    vault.close()
    restore(made.path, out / "again", secret)


def _files(vault: Vault, out: Path) -> None:
    export.write_and_journal([(out / "a.pdf", b"x" * 9000), (out / "a.csv", b"y")], lambda: None, replace=True)


WORK: dict[str, tuple[int, Callable[[Vault, Path], object]]] = {
    "a new vault": (3, lambda vault, out: Vault.create(out / "v", PASSPHRASE, "Ann", kdf_memory_mib=64).close()),
    "a new case": (6, lambda vault, out: vault.create_case(case_named("EGRET"), contents())),
    "a document": (1, _document),
    "the passphrase": (2, lambda vault, out: vault.set_passphrase("quite other words")),
    "recovery": (2, lambda vault, out: vault.new_recovery()),
    "a lost catalog": (1, _catalog),
    "a backup": (1, back_up),
    "a restore": (2, _restore),
    "an archive": (1, lambda vault, out: archiving.archive(vault, "HERON", out / "x.age", [WHO.recipient])),
    "a case, sealed": (1, lambda vault, out: intake.export_case_sealed(vault, "HERON", out / "x.age", [WHO.recipient])),
    "a case, plain": (1, lambda vault, out: intake.export_case_plain(vault, "HERON", out / "x.json")),
    "an export": (2, _files),
    "a key file": (1, lambda vault, out: files.write_whole(out / "key", b"k" * 32, replace=False)),
}


@pytest.mark.parametrize("work", WORK)
def test_everything_is_on_the_disk_before_it_has_its_name(vault: Vault, seen: Disk, tmp_path: Path, work: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    least, do = WORK[work]
    do(vault, out)
    assert len(seen.check()) >= least


def test_the_keys_of_a_shredded_case_are_gone_from_the_disk_before_anything_else_goes(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = {path.stat().st_ino for path in (vault.path / "o").iterdir() if path.suffix in (".k", ".j")}
    of_heron = next(summary.id for summary in vault.cases() if summary.code == "HERON")
    seen = Disk(monkeypatch)
    gone: list[tuple[str, int]] = []
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        gone.append((path.name, len(seen.events)))
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    folder = (vault.path / "o").stat().st_ino
    vault.shred("HERON", date(2026, 1, 1))
    first = next(at for name, at in gone if name == f"{of_heron}.k")
    overwritten = {inode for what, inode, _ in seen.events[:first] if what == "sync"} & keys
    assert len(overwritten) == 2
    case = next(at for name, at in gone if name == of_heron)
    assert any(what == "sync" and inode == folder for what, inode, _ in seen.events[first:case])
