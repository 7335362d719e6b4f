"""Backup: the whole vault as one file, sealed to its recovery, made while the vault is open.

    back_up(vault, dest, keep=None, course=SILENT) -> BackedUp     plan, write and note in one
    plan(vault) -> Backup                                          on the thread of the vault; the caller closes it
    write(planned, dest, keep=None, course=SILENT) -> BackedUp     on any thread
    note(vault, made)                                              on the thread of the vault
    last(vault) -> str | None                                      when the last one was made (UTC, ISO 8601)

Restoring stands in ``app.services.restore``. A backup opens with the recovery of the time in which it was made.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, cast

from app.errors import bad_input
from app.services import sealing
from app.services.progress import SILENT, Course
from app.services.session import told
from app.storage import disk
from app.storage.backup import Backup
from app.storage.errors import Changing
from app.storage.vault import Vault

LAST = "last_backup"
_TRIES = 3
_SHORT = 8


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What was written and read back. ``time`` UTC (ISO 8601); ``sha256`` of the file; ``size`` in bytes.

    ``damaged``: parts of the vault that were damaged already and went in as they lie; where there are any, no older backup
    is removed. ``removed``: older backups in the same folder, gone because of ``keep``.
    """

    path: Path
    time: str
    sha256: str
    size: int
    damaged: tuple[str, ...] = ()
    removed: tuple[Path, ...] = ()


class _Target:
    """The file of the backup, written so that a test can let the disk fill up."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, data: bytes) -> int:
        disk.write(self._stream, data)
        return len(data)

    def flush(self) -> None:
        self._stream.flush()


def plan(vault: Vault) -> Backup:
    """What is to be written. Raises ``UserError`` (``no-recovery``)."""
    with told():
        return vault.backup()


def back_up(vault: Vault, dest: Path, keep: int | None = None, course: Course = SILENT) -> BackedUp:
    """Make a backup of an open vault; it was read back when this returns.

    ``dest`` is the file, or a folder in which it gets a name of its own; ``keep`` removes all but so many of the newest
    backups of this vault in that folder. Raises ``UserError``, ``Stopped``; then nothing was written.
    """
    planned = plan(vault)
    try:
        made = write(planned, dest, keep, course)
    finally:
        planned.close()
    note(vault, made)
    return made


def write(planned: Backup, dest: Path, keep: int | None = None, course: Course = SILENT) -> BackedUp:
    """Write what was planned."""
    if keep is not None and (keep < 1 or not dest.is_dir()):
        raise bad_input("bad-keep", "what is kept is at least one backup, and in a folder; nothing was written")
    now = datetime.now(UTC)
    short = planned.vault_id.hex()[:_SHORT]
    path = dest / f"affiant-backup-{now:%Y%m%d-%H%M%S}-{short}.age" if dest.is_dir() else dest
    if path.absolute().is_relative_to(planned.folder.absolute()):
        raise bad_input("in-the-vault", "a backup does not belong into the vault itself; nothing was written")
    partial = path.with_name(f".affiant-backup-{short}.part") if dest.is_dir() else None
    with told():
        for attempt in range(_TRIES):
            try:
                written = sealing.write(
                    path,
                    planned.members(),
                    planned.noted,
                    [planned.recipient],
                    course,
                    total=planned.total(),
                    partial=partial,
                    target=lambda stream: cast(BinaryIO, _Target(stream)),
                )
                break
            except (Changing, EOFError):
                if attempt == _TRIES - 1:
                    raise Changing("the vault was changed meanwhile") from None
        removed = () if planned.damaged or keep is None else _prune(path, short, keep)
    time = now.isoformat(timespec="seconds").replace("+00:00", "Z")
    return BackedUp(path, time, written.cipher_sha256, written.cipher_size, tuple(planned.damaged), removed)


def note(vault: Vault, made: BackedUp) -> None:
    """Remember in the vault when the backup was made, unless it was made of a damaged one."""
    if not made.damaged:
        with told():
            vault.set_setting(LAST, made.time)


def last(vault: Vault) -> str | None:
    """When the last backup was made, as far as this vault knows."""
    with told():
        return vault.setting(LAST)


def _prune(newest: Path, short: str, keep: int) -> tuple[Path, ...]:
    """Remove all but the newest backups of this vault that bear the name this program gives them, never ``newest``."""
    ours = re.compile(rf"affiant-backup-[0-9]{{8}}-[0-9]{{6}}-{re.escape(short)}\.age")
    found = [
        entry for entry in os.scandir(newest.parent) if ours.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)
    ]
    others = sorted((Path(entry.path) for entry in found if entry.name != newest.name), reverse=True)
    removed = []
    for path in others[keep - 1 :]:
        path.unlink()
        removed.append(path)
    return tuple(removed)
