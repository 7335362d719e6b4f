"""Restore: a whole vault out of a backup, checked before it appears; all or nothing.

    restore(backup, target, secret, course=SILENT) -> Restored

It is unpacked into a folder beside its place, which is renamed when everything in it was checked: the backup's own list of
what it holds, the signature under that, the header, every case with its journal, every document.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.errors import DAMAGED, WRONG_KEY, UserError, bad_input
from app.services import sealing, unpack
from app.services.progress import SILENT, Course
from app.services.session import told
from app.storage import disk, headers
from app.storage.backup import MANIFEST, MEMBER, SIGNATURE, read_manifest
from app.storage.errors import Damaged, StorageError, TooNew
from app.storage.values import Finding
from app.storage.vault import Vault
from crypto.identity import recovery_identity

_PART = "backup"
_MOST_MANIFEST = 256 << 20


@dataclass(frozen=True, slots=True)
class Restored:
    """The vault that was restored. ``damaged``: parts that were damaged already when the backup was made."""

    path: Path
    cases: int
    damaged: tuple[str, ...] = ()


def restore(backup: Path, target: Path, secret: bytes | bytearray, course: Course = SILENT) -> Restored:
    """Make the vault of a backup at ``target``, where nothing is or an empty folder. ``secret``: the recovery of its time.

    It opens with the passphrase (and key file) that it had then, and by this recovery. Raises ``UserError``:
    ``wrong-recovery``, ``damaged``, ``exists``; ``Stopped``. Then nothing is left behind.
    """
    with told():
        target = target.absolute()
        if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
            raise bad_input("exists", "there is something at that place already; nothing was restored; choose another")
        try:
            with sealing.opened(backup, [recovery_identity(secret)], _PART) as reader, _building(target) as building:
                members = _unpack(io.BufferedReader(reader, sealing.READ), building, course, reader.size)
                cases, damaged = _checked(building, secret, members, course)
                if target.exists():
                    target.rmdir()
                disk.settle(building, target)
        except Damaged:
            raise sealing.damaged(_PART) from None
        except UserError as error:
            if error.code != "not-for-you":
                raise
            raise UserError(
                "wrong-recovery", WRONG_KEY, "this recovery does not open this backup; nothing was changed"
            ) from None
    return Restored(target, cases, damaged)


@contextmanager
def _building(target: Path) -> Iterator[Path]:
    """A folder beside the target, empty; gone when the block fails. Two that restore to one place at once do not meet."""
    building = target.with_name(f".{target.name}{disk.UNFINISHED}")
    building.parent.mkdir(parents=True, exist_ok=True)
    disk.own_folder(building)
    lock = disk.Lock(building / disk.LOCK)
    try:
        for name in headers.NAMES:
            (building / name).unlink(missing_ok=True)
        disk.remove_tree(building / disk.OBJECTS)
        (building / disk.OBJECTS).mkdir(mode=0o700)
        lock.release()  # opening the vault for the check takes it
        yield building
    except BaseException:
        lock.release()
        disk.remove_tree(building)
        raise


def _unpack(stream: BinaryIO, building: Path, course: Course, total: int) -> dict[str, tuple[int, str, bytes]]:
    """Write the members out, synced; return size, hash and, of the last two, the content."""
    found: dict[str, tuple[int, str, bytes]] = {}
    for member in unpack.members(stream):
        if not MEMBER.fullmatch(member.name):
            raise unpack.BadArchive
        with unpack.content(stream, member) as content:
            if member.name in (MANIFEST, SIGNATURE):
                if member.size > _MOST_MANIFEST:
                    raise unpack.BadArchive
                data = content.read()
                found[member.name] = (member.size, hashlib.sha256(data).hexdigest(), data)
                continue
            with (building / member.name).open("xb") as file:
                digest = hashlib.sha256()
                while piece := content.read(sealing.READ):
                    disk.write(file, piece)
                    digest.update(piece)
                    course.at("write", member.at + content.tell(), total)
                file.flush()
                os.fsync(file.fileno())
        found[member.name] = (member.size, digest.hexdigest(), b"")
    disk.sync_folder(building / disk.OBJECTS)
    return found


def _checked(
    building: Path, secret: bytes | bytearray, members: Mapping[str, tuple[int, str, bytes]], course: Course
) -> tuple[int, tuple[str, ...]]:
    """Open what was unpacked and check all of it; return the number of cases, and what was damaged before."""
    course.at("check")
    if MANIFEST not in members or SIGNATURE not in members or not {*headers.NAMES} <= members.keys():
        raise Damaged(_PART)
    try:
        vault_key = Vault.unlock_by_recovery(building, secret)
    except TooNew:
        raise
    except StorageError:
        raise Damaged(_PART) from None
    held = headers.newest(building, vault_key)
    manifest = read_manifest(members[MANIFEST][2], members[SIGNATURE][2], held.vault_id, vault_key)
    given = {name: found[:2] for name, found in members.items() if name not in (MANIFEST, SIGNATURE)}
    if given != manifest.members or not {*manifest.extra} <= given.keys():
        raise Damaged(_PART)
    for name in manifest.extra:
        (building / name).unlink()
    with Vault.open_unlocked(building, vault_key) as vault:
        findings: list[Finding] = [*vault.healed, *vault.verify()]
        cases = len(vault.cases())
    # The reasons name parts, and say no word of any case.
    wrong = tuple(f"{found.part}: {found.problem}" for found in findings if found.part not in manifest.damaged)
    if wrong:
        raise UserError("damaged", DAMAGED, "damaged or tampered with: backup; nothing was changed; try another copy", wrong)
    return cases, manifest.damaged
