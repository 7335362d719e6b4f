"""Shredding a case: its two key files first, and with them every word of it in this folder is noise.

The names that are to go are noted in the catalog before anything is touched, the key files among them, which are noted for
no other reason: an opening that finds them noted finishes the work. So after a kill there is the whole case or none.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from app.storage import catalog as catalogs
from app.storage import disk, key_files
from app.storage.case_file import open_case_file, part_name
from app.storage.context import VaultContext
from app.storage.errors import Damaged, StorageError
from app.storage.journal import now
from app.storage.values import Finding

_GONE = "shredded "


def shred(context: VaultContext, case_id: str, documents: Sequence[str]) -> None:
    """Take a closed case away for good; ``documents`` are the names of its objects. The caller has checked that it may go.

    Raises ``NoSpace``, ``Unreadable``; then the case is whole.
    """
    keys = [path.name for path in key_files.paths(context.objects, case_id)]
    names = [*keys, case_id, *documents]
    context.catalog.expect(case_id, names)
    finish(context, case_id, names)


def unclaimed(context: VaultContext, case_id: str) -> tuple[str, ...]:
    """The objects that no other case records, of which those of a damaged case are some; none where that cannot be told."""
    claimed = {catalogs.path_of(context.objects, context.vault_key).name, *(name for name, _ in context.catalog.pending())}
    try:
        for row in context.catalog.rows():
            claimed.add(row.summary.id)
            if row.summary.id != case_id:
                file = open_case_file(context, row.summary.id, row)
                try:
                    claimed |= {name for (name,) in file.db.execute("SELECT object FROM document_content")}
                finally:
                    file.close()
    except StorageError:
        return ()
    with disk.file_errors("vault"):
        names = [path.name for path in context.objects.iterdir()]
    return tuple(name for name in names if disk.is_object_name(name) and name not in claimed)


def is_shredding(case_id: str, names: Sequence[str]) -> bool:
    """Whether these noted names are those of a case that is being shredded."""
    return any(case_id + suffix in names for suffix in key_files.SUFFIXES)


def finish(context: VaultContext, case_id: str, names: Sequence[str]) -> None:
    """Do what ``shred`` noted, from wherever it stopped."""
    keys = key_files.paths(context.objects, case_id)
    try:
        with disk.file_errors("key file"):
            for path in keys:
                _overwrite(path)
            for path in keys:
                path.unlink(missing_ok=True)
            disk.sync_folder(context.objects)
    except BaseException:
        if _opens(context, case_id):
            # It stays, and must not be taken away at some later opening when nobody thinks of it any more.
            with contextlib.suppress(StorageError):
                context.catalog.settled(names)
            key_files.heal(context.objects, case_id, context.vault_key)
        raise
    for name in names:
        disk.remove(context.objects / name, *disk.log_files(context.objects / name))
    with disk.file_errors("vault"):
        disk.sync_folder(context.objects)
    context.catalog.forget(case_id, names, _GONE + case_id, now())


def _opens(context: VaultContext, case_id: str) -> bool:
    try:
        key = key_files.read(context.objects, case_id, context.vault_key, "case")
    except Damaged:
        return False
    key[:] = bytes(len(key))
    return True


def _overwrite(path: Path) -> None:
    """Write noise over a file in its place, as far as the disk lets us: a full one must not keep a case from being shredded."""
    if path.is_symlink() or not path.is_file():  # a link would lead the noise to somebody's other files
        return
    with contextlib.suppress(OSError), path.open("r+b") as file:
        size = os.fstat(file.fileno()).st_size
        disk.write(file, os.urandom(size))
        file.flush()
        os.fsync(file.fileno())


def put_back(context: VaultContext) -> tuple[Finding, ...]:
    """Cases that were shredded here and lie here again. They are whole, so ``verify`` has nothing to say of them."""
    rows = [row.summary for row in context.catalog.rows() if context.catalog.setting(_GONE + row.summary.id) is not None]
    return tuple(Finding(part_name(row.id, row.code), "was shredded here, and somebody has put it back") for row in rows)


def shredded(context: VaultContext, beginning: str) -> tuple[str, str] | None:
    """The case whose id begins so and that was shredded here: its id and when (UTC, ISO 8601), as far as the catalog knows."""
    found = context.catalog.setting_under(_GONE + beginning)
    return found and (found[0].removeprefix(_GONE), found[1])
