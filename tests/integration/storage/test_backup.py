"""A backup holds the whole vault, opens with recovery alone, and what is not whole is never restored."""

from __future__ import annotations

import io
import random
import shutil
import tarfile
import threading
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

import pytest

from app.errors import UserError
from app.services import backup as backups
from app.services import sealing
from app.services.archive import tar_pieces
from app.services.backup import back_up
from app.services.progress import Course, Stopped
from app.services.restore import restore
from app.storage import disk, errors
from app.storage.vault import Vault
from crypto import sealed
from crypto.identity import recovery_identity
from tests.integration.storage.sample import CANARY, CASE, CONTENT, PASSPHRASE, case_named, contents, files, said
from tests.integration.storage.test_full_disk import _Filling


@pytest.fixture
def secret(path: Path) -> bytearray:
    with Vault.open(path, PASSPHRASE) as vault:
        return vault.new_recovery()


@pytest.fixture
def backup(path: Path, secret: bytearray, tmp_path: Path) -> Path:
    with Vault.open(path, PASSPHRASE) as vault:
        return back_up(vault, tmp_path / "b.age").path


def assert_whole(path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        assert vault.verify() == ()
        for code in ("HERON", "CRANE"):
            with vault.open_case(code) as case:
                assert case.load() == case_named(code)
                for document_id, data in CONTENT.items():
                    assert case.document(document_id).read() == data  # type: ignore[union-attr]


def members_of(backup: Path, secret: bytearray) -> dict[str, bytes]:
    with sealed.open_sealed(backup.open("rb"), [recovery_identity(secret)]) as reader:
        data = io.BytesIO(reader.read())
    with tarfile.open(fileobj=data) as archive:
        return {member.name: archive.extractfile(member).read() for member in archive}  # type: ignore[union-attr]


def sealed_again(path: Path, secret: bytearray, members: dict[str, bytes]) -> None:
    """A backup as somebody makes it who has the public half of the recovery, which stands in the header."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    with path.open("wb") as file:
        sealed.seal(io.BytesIO(buffer.getvalue()), file, [recovery_identity(secret).recipient])


def test_what_is_restored_is_the_vault_as_it_was(backup: Path, secret: bytearray, path: Path, tmp_path: Path) -> None:
    done = restore(backup, tmp_path / "again", secret)
    assert (done.cases, done.damaged) == (2, ())
    assert_whole(tmp_path / "again")
    assert files(tmp_path / "again") == files(path)
    assert not [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")]


def test_what_was_saved_a_moment_ago_in_a_case_that_is_open_is_in_the_backup(vault: Vault, tmp_path: Path, path: Path) -> None:
    secret = vault.new_recovery()
    with vault.open_case("HERON") as case:
        case.put("testimonies", said("Said a moment ago."))
        case.save_draft("t2", "Half a sen")
        back_up(vault, tmp_path / "b.age")
        case.put("testimonies", said("Said later."))
    restore(tmp_path / "b.age", tmp_path / "again", secret)
    with Vault.open(tmp_path / "again", PASSPHRASE) as again, again.open_case("HERON") as case:
        assert case.load().testimonies == (said("Said a moment ago."),)
        assert case.draft("t2") == "Half a sen"
    assert not [name for name in files(path) if ".tmp" in name]


def test_a_backup_says_nothing_and_its_name_neither(vault: Vault, tmp_path: Path) -> None:
    vault.new_recovery()
    made = back_up(vault, tmp_path)
    data = made.path.read_bytes()
    assert CANARY.encode() not in data
    assert b"HERON" not in data
    assert made.path.name.startswith("affiant-backup-")
    assert "HERON" not in made.path.name
    assert backups.last(vault) == made.time


def test_without_recovery_there_is_no_backup(vault: Vault, tmp_path: Path) -> None:
    vault.remove_recovery()
    with pytest.raises(UserError) as told:
        back_up(vault, tmp_path / "b.age")
    assert told.value.code == "no-recovery"
    assert not (tmp_path / "b.age").exists()


def test_an_earlier_recovery_opens_what_was_sealed_to_it_and_nothing_later(vault: Vault, tmp_path: Path) -> None:
    first = vault.new_recovery()
    back_up(vault, tmp_path / "1.age")
    second = vault.new_recovery()
    back_up(vault, tmp_path / "2.age")
    restore(tmp_path / "1.age", tmp_path / "v1", first)
    restore(tmp_path / "2.age", tmp_path / "v2", second)
    for name, secret in (("1.age", second), ("2.age", first)):
        with pytest.raises(UserError) as told:
            restore(tmp_path / name, tmp_path / "v3", secret)
        assert (told.value.code, told.value.status) == ("wrong-recovery", 5)


def test_only_the_newest_backups_of_this_vault_are_kept(vault: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    vault.new_recovery()
    short = vault._context.vault_id.hex()[:8]
    ours = [f"affiant-backup-2020010{n}-120000-{short}.age" for n in (1, 2, 3)]
    others = ["affiant-backup-20200101-120000-00000000.age", f"affiant-backup-20200101-{short}.age", "notes.txt"]
    for name in ours + others:
        (folder / name).write_bytes(b"x")
    made = back_up(vault, folder, keep=2)
    assert {path.name for path in folder.iterdir()} == {made.path.name, ours[2], *others}
    assert [path.name for path in made.removed] == [ours[1], ours[0]]


def test_something_at_the_place_is_not_touched(backup: Path, secret: bytearray, tmp_path: Path, path: Path) -> None:
    with pytest.raises(UserError) as told:
        restore(backup, path, secret)
    assert told.value.code == "exists"
    with Vault.open(path, PASSPHRASE) as vault, pytest.raises(UserError) as told:
        back_up(vault, backup)
    assert told.value.code == "exists"
    with Vault.open(path, PASSPHRASE) as vault, pytest.raises(UserError) as told:
        back_up(vault, path / "o")
    assert told.value.code == "in-the-vault"
    assert_whole(path)


def test_an_empty_folder_may_be_there(backup: Path, secret: bytearray, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    restore(backup, tmp_path / "again", secret)
    assert_whole(tmp_path / "again")


def test_it_can_be_stopped_at_any_time(vault: Vault, tmp_path: Path) -> None:
    secret = vault.new_recovery()
    folder = tmp_path / "stick"
    folder.mkdir()
    stages = []
    back_up(vault, folder / "b.age", course=Course(progress=lambda stage, done, total: stages.append(stage)))
    assert {*stages} == {"write", "check"}
    for steps in range(0, len(stages), 5):
        left = iter(range(steps))
        with pytest.raises(Stopped) as held:  # and with it all frames
            back_up(vault, folder / "c.age", course=Course(stop=lambda left=left: next(left, None) is None))  # type: ignore[misc]
        with pytest.raises(Stopped):
            restore(folder / "b.age", folder / "v", secret, Course(stop=lambda: True))
        assert [entry.name for entry in folder.iterdir()] == ["b.age"]
        assert held.value.__traceback__ is not None
        assert not [name for name in files(vault.path) if ".tmp" in name]


# --- damage ---


@pytest.mark.parametrize("seed", range(30))
def test_a_damaged_backup_is_named_and_leaves_nothing(backup: Path, secret: bytearray, tmp_path: Path, seed: int) -> None:
    choose = random.Random(seed)
    data = bytearray(backup.read_bytes())
    at = choose.randrange(min(len(data), 1000) if seed % 3 == 0 else len(data))
    if seed % 5 == 0:
        data = data[:at]
    elif seed % 5 == 1:
        data[at:] = data[at + 64 * 1024 + 16 :]
    else:
        data[at] ^= 1 << choose.randrange(8)
    backup.write_bytes(data)
    with pytest.raises(UserError) as told:
        restore(backup, tmp_path / "again", secret)
    assert told.value.status == 6 or (told.value.status == 5 and at < 400)  # a changed stanza fits nobody
    if told.value.status == 6:
        assert "backup" in told.value.message
    assert [entry.name for entry in tmp_path.iterdir() if "again" in entry.name] == []


def test_an_empty_file_is_a_damaged_backup(tmp_path: Path) -> None:
    (tmp_path / "b.age").write_bytes(b"")
    with pytest.raises(UserError) as told:
        restore(tmp_path / "b.age", tmp_path / "again", bytes(32))
    assert told.value.status == 6


HOSTILE = ["../x", "/tmp/x", "o/../../x", "o", "o/" + "a" * 26 + "/x", "lock", "h0/", "o/" + "a" * 26 + ".tmp", "H0"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_member_of_a_hostile_name_is_refused(backup: Path, secret: bytearray, tmp_path: Path, name: str) -> None:
    members = {name: b"x", **members_of(backup, secret)}
    sealed_again(backup, secret, members)
    before = sorted(tmp_path.parent.iterdir())
    with pytest.raises(UserError) as told:
        restore(backup, tmp_path / "again", secret)
    assert told.value.status == 6
    assert sorted(tmp_path.parent.iterdir()) == before
    assert [entry.name for entry in tmp_path.iterdir() if "again" in entry.name] == []


@pytest.mark.parametrize("what", ["left out", "added", "swapped", "changed", "manifest", "signature"])
def test_a_backup_that_somebody_without_the_key_put_together_is_refused(
    backup: Path, secret: bytearray, tmp_path: Path, what: str
) -> None:
    members = members_of(backup, secret)
    one, two = sorted(name for name in members if name.startswith("o/") and "." not in name)[:2]
    if what == "left out":
        del members[one]
    elif what == "added":
        members["o/" + "a" * 26] = b"x"
    elif what == "swapped":
        members[one], members[two] = members[two], members[one]
    elif what == "changed":
        members[one] = members[one][:-1] + b"x"
    else:
        members = {name: data[:-1] + bytes([data[-1] ^ 1]) if name.startswith(what) else data for name, data in members.items()}
    sealed_again(backup, secret, members)
    with pytest.raises(UserError) as told:
        restore(backup, tmp_path / "again", secret)
    assert told.value.status == 6
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("part", ["case", "document", "log"])
def test_a_damaged_part_does_not_keep_the_rest_from_being_backed_up(
    path: Path, secret: bytearray, tmp_path: Path, part: str
) -> None:
    with Vault.open(path, PASSPHRASE) as vault, vault.open_case("HERON") as case:
        (name,) = case._db.row("SELECT object FROM document_content WHERE document = 'd1'") or ("",)
        damaged = path / "o" / (name if part == "document" else case.id)
    data = bytearray(damaged.read_bytes())
    data[len(data) // 2] ^= 1
    damaged.write_bytes(data)
    if part == "log":
        damaged.write_bytes(bytes(len(data)))
        damaged.with_name(damaged.name + "-wal").write_bytes(b"log")
    with Vault.open(path, PASSPHRASE) as vault:
        made = back_up(vault, tmp_path / "b.age")
    named = "document d1 of case HERON" if part == "document" else "case HERON"
    assert made.damaged == (named,)
    assert restore(made.path, tmp_path / "again", secret).damaged == (named,)
    with Vault.open(tmp_path / "again", PASSPHRASE) as again:
        assert {finding.part for finding in again.verify()} == {named}
        with again.open_case("CRANE") as case:
            assert case.load() == case_named("CRANE")


# --- a disk that takes no more ---


@pytest.mark.parametrize("room", [0, 1, 100, 5000, 70_000, 200_000, 400_000])
def test_a_backup_of_which_the_disk_takes_a_part_leaves_nothing(
    vault: Vault, tmp_path: Path, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.new_recovery()
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(disk, "write", _Filling(room))
    with pytest.raises(UserError) as told:
        back_up(vault, folder)
    assert "disk is full" in told.value.message
    monkeypatch.undo()
    assert list(folder.iterdir()) == []
    back_up(vault, folder)


@pytest.mark.parametrize("room", [0, 2047, 5000, 70_000, 400_000])
def test_a_restore_of_which_the_disk_takes_a_part_leaves_nothing(
    backup: Path, secret: bytearray, tmp_path: Path, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "write", _Filling(room))
    with pytest.raises(UserError) as told:
        restore(backup, tmp_path / "again", secret)
    assert "disk is full" in told.value.message
    monkeypatch.undo()
    assert [entry.name for entry in tmp_path.iterdir() if "again" in entry.name] == []
    restore(backup, tmp_path / "again", secret)


def test_a_header_of_which_the_disk_takes_a_part_keeps_the_old_passphrase(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (0, 1000, 2047):
        with Vault.open(path, PASSPHRASE) as vault:
            monkeypatch.setattr(disk, "write", _Filling(room))
            with pytest.raises(errors.NoSpace):
                vault.set_passphrase("another passphrase")
            monkeypatch.undo()
        assert_whole(path)


def test_a_disk_that_does_not_keep_what_was_written_is_found_out(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.new_recovery()

    def forgetful(file: io.BufferedIOBase, data: bytes) -> None:
        file.write(data[:-1] + bytes([data[-1] ^ 1]) if file.tell() > 100_000 else data)

    monkeypatch.setattr(disk, "write", forgetful)
    with pytest.raises(UserError) as told:
        back_up(vault, tmp_path / "b.age")
    assert told.value.status == 6
    assert not (tmp_path / "b.age").exists()


def test_what_a_killed_backup_left_is_taken_away_by_the_next(vault: Vault, tmp_path: Path) -> None:
    vault.new_recovery()
    folder = tmp_path / "stick"
    folder.mkdir()
    left = folder / f".affiant-backup-{vault._context.vault_id.hex()[:8]}.part"
    left.write_bytes(b"half")
    back_up(vault, folder)
    assert not left.exists()


def test_a_fork_of_the_vault_stays_usable_beside_its_restored_copy(
    backup: Path, secret: bytearray, path: Path, tmp_path: Path
) -> None:
    restore(backup, tmp_path / "again", secret)
    shutil.rmtree(path)
    with Vault.open(tmp_path / "again", PASSPHRASE) as vault, vault.open_case("HERON") as case:
        case.put("testimonies", said("Later words."))
        assert case.load() != CASE
    with Vault.open(tmp_path / "again", PASSPHRASE) as vault:
        assert vault.verify() == ()


def test_the_list_of_another_backup_does_not_fit(vault: Vault, tmp_path: Path) -> None:
    secret = vault.new_recovery()
    back_up(vault, tmp_path / "1.age")
    with vault.open_case("HERON") as case:
        case.put("testimonies", said("Later words."))
    back_up(vault, tmp_path / "2.age")
    older, newer = (members_of(tmp_path / name, secret) for name in ("1.age", "2.age"))
    sealed_again(tmp_path / "3.age", secret, older | {name: newer[name] for name in ("manifest.json", "signature")})
    with pytest.raises(UserError) as told:
        restore(tmp_path / "3.age", tmp_path / "again", secret)
    assert told.value.status == 6


def test_an_archive_that_holds_something_else_than_was_read_is_found_out(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.new_recovery()

    def confused(members: Iterable[tuple[str, int, BinaryIO]]) -> Iterator[bytes]:
        pieces = list(tar_pieces(members))
        yield from (piece[:-1] + b"x" if len(piece) == 86_016 else piece for piece in pieces)

    monkeypatch.setattr(sealing, "tar_pieces", confused)
    with pytest.raises(UserError) as told:
        back_up(vault, tmp_path / "b.age")
    assert told.value.code == "not-readable"
    assert not (tmp_path / "b.age").exists()


@pytest.mark.parametrize("round_", range(4))
def test_a_backup_made_while_the_vault_is_worked_with_is_whole(vault: Vault, tmp_path: Path, round_: int) -> None:
    secret = vault.new_recovery()
    for number in range(6):
        vault.create_case(case_named(f"CASE{number}"), contents()).close()
    planned, made, failed = backups.plan(vault), [], []

    def write() -> None:
        try:
            made.append(backups.write(planned, tmp_path / "b.age"))
        except BaseException as error:
            failed.append(error)

    writing = threading.Thread(target=write)
    saved, number = [], 0
    with vault.open_case("HERON") as case:
        writing.start()
        while writing.is_alive() and number < 10:
            number += 1
            case.put("testimonies", said(f"Words {number}."))
            saved.append(case.load().testimonies)
            case.add_document("d4", io.BytesIO(b"content " * number * 999))
            if number % 3 == round_ % 3 and number < 9:
                vault.shred(f"CASE{number // 3}", date(2026, 1, 15))
            vault.create_case(case_named(f"LATER{number}"), contents()).close()
        writing.join()
    planned.close()
    assert failed == []
    assert made[0].damaged == ()
    restore(tmp_path / "b.age", tmp_path / "again", secret)
    with Vault.open(tmp_path / "again", PASSPHRASE) as again:
        assert again.verify() == ()
        with again.open_case("HERON") as case:
            assert case.load().testimonies in (CASE.testimonies, *saved)
    assert vault.verify() == ()
