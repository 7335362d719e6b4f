"""A disk that takes no more, after any number of bytes: an error that says so, and nothing half done."""

from __future__ import annotations

import contextlib
import errno
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from app.errors import UserError
from app.services.archiving import archive
from app.services.backup import back_up
from app.services.export import write_and_journal
from app.storage import disk, errors
from app.storage.vault import Vault
from crypto.identity import SealingIdentity
from tests.integration.storage.sample import CASE, PASSPHRASE, case_named, contents, files, said

#: Bytes that a file may have: before, within and after header, key file, pages of a database, pieces of a document.
LIMITS = [0, 1, 100, 139, 2047, 4095, 4096, 8192, 20_000, 50_000, 66_000, 81_920]


@contextlib.contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """Let the system refuse to write any file beyond ``size`` bytes, SQLite's files among them."""
    import resource  # there is none on Windows, where these tests are not collected

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


if sys.platform != "win32":

    def test_what_an_export_would_replace_stands_again_though_nothing_can_be_written(tmp_path: Path) -> None:
        old, new = tmp_path / "a.pdf", tmp_path / "a.csv"
        old.write_bytes(b"what was here")
        with contextlib.ExitStack() as full:

            def journal() -> None:
                full.enter_context(files_no_longer_than(0))
                raise errors.NoSpace("no room")

            with pytest.raises(errors.NoSpace):
                write_and_journal([(old, b"x" * 9000), (new, b"y")], journal, replace=True)
        assert old.read_bytes() == b"what was here"
        assert list(tmp_path.iterdir()) == [old]

    @pytest.mark.parametrize("size", [0, 1, 2047, 4096, 8192])
    def test_a_new_vault_leaves_nothing(tmp_path: Path, size: int) -> None:
        with pytest.raises(errors.NoSpace), files_no_longer_than(size):
            Vault.create(tmp_path / "v", PASSPHRASE, "Ann", kdf_memory_mib=64)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("size", LIMITS)
    def test_an_import_leaves_nothing(vault: Vault, size: int) -> None:
        before, listed = files(vault.path), vault.cases()
        with pytest.raises(errors.NoSpace), files_no_longer_than(size):
            vault.create_case(case_named("EGRET"), contents())
        assert files(vault.path) == before
        assert vault.cases() == listed
        assert vault.verify() == ()
        vault.create_case(case_named("EGRET"), contents())
        assert vault.verify() == ()

    @pytest.mark.parametrize("size", [0, 4096, 20_000, 60_000, 100_000])
    def test_saving_changes_nothing(vault: Vault, size: int) -> None:
        with vault.open_case("HERON") as case:
            with files_no_longer_than(size), pytest.raises(errors.NoSpace):
                case.put("testimonies", said("Words that need a place. " * 4000))
            assert case.load() == CASE
            assert len(case.journal()) == 1
            case.put("testimonies", said("Later words."))
        assert vault.verify() == ()

    @pytest.mark.parametrize("size", [0, 100, 70_000, 199_000])
    def test_adding_a_document_leaves_nothing(vault: Vault, size: int) -> None:
        with vault.open_case("HERON") as case:
            case.record("note", {})  # the log is there already, as in the middle of work
            before = files(vault.path)
            with files_no_longer_than(size), pytest.raises(errors.NoSpace):
                case.add_document("d4", io.BytesIO(b"x" * 200_000))
            assert case.document("d4") is None
            assert files(vault.path) == before
            case.add_document("d4", io.BytesIO(b"x" * 200_000))
        assert vault.verify() == ()

    @pytest.mark.parametrize("size", [0, 100, 4096, 50_000, 90_000, 150_000])
    def test_a_backup_and_an_archive_leave_nothing_and_the_case_where_it_is(vault: Vault, size: int, tmp_path: Path) -> None:
        stick = tmp_path / "stick"
        stick.mkdir()
        before = files(vault.path)
        with files_no_longer_than(size), pytest.raises(UserError) as told:
            back_up(vault, stick)
        assert told.value.status == 2
        with files_no_longer_than(size), pytest.raises(UserError) as told:
            archive(vault, "HERON", stick / "heron.age", [SealingIdentity(bytes(32)).recipient])
        assert told.value.status == 2
        assert list(stick.iterdir()) == []
        assert [name for name in files(vault.path) if "-" not in name] == [name for name in before if "-" not in name]
        with vault.open_case("HERON") as case:
            assert case.load() == CASE
        assert vault.verify() == ()


class _Filling:
    """In the place of ``disk.write``: takes so many bytes in all, then no more."""

    def __init__(self, room: int) -> None:
        self.room = room

    def __call__(self, file: BinaryIO, data: bytes) -> None:
        file.write(data[: max(0, self.room)])
        self.room -= len(data)
        if self.room < 0:
            raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("room", [0, 1, 139, 140, 141, 279, 280, 281, 500, 5000, 66_000, 200_000])
def test_an_import_of_which_the_disk_takes_a_part_leaves_nothing(
    vault: Vault, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(vault.path)
    monkeypatch.setattr(disk, "write", _Filling(room))
    with pytest.raises(errors.NoSpace):
        vault.create_case(case_named("EGRET"), contents())
    monkeypatch.undo()
    assert files(vault.path) == before
    assert vault.verify() == ()


@pytest.mark.parametrize("room", [0, 1000, 2047, 2048, 3000, 4095])
def test_a_header_of_which_the_disk_takes_a_part_leaves_no_vault(
    tmp_path: Path, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "write", _Filling(room))
    with pytest.raises(errors.NoSpace):
        Vault.create(tmp_path / "v", PASSPHRASE, "Ann", kdf_memory_mib=64)
    assert list(tmp_path.iterdir()) == []


def test_a_header_that_cannot_be_healed_still_opens(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path / "h0").write_bytes(b"")
    monkeypatch.setattr(disk, "write", _Filling(0))
    with Vault.open(path, PASSPHRASE) as vault, vault.open_case("HERON") as case:
        assert case.load() == CASE
