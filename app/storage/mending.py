"""What opening a vault puts right: unfinished work of a run that was killed, a lost catalog, cases it does not know."""

from __future__ import annotations

import contextlib
from pathlib import Path

from app.storage import catalog as catalogs
from app.storage import disk, key_files, shred
from app.storage.case_file import catalog_row, open_case_file
from app.storage.catalog import Catalog, lost_case
from app.storage.context import VaultContext
from app.storage.errors import Damaged, StorageError
from app.storage.new_case import discard_case
from app.storage.values import Finding


def open_catalog(objects: Path, vault_key: bytes | bytearray) -> tuple[Catalog, tuple[Finding, ...]]:
    """Open the catalog, or put an empty one in the place of a lost one, to be filled by ``enter_unknown_cases``."""
    try:
        return Catalog.open(objects, vault_key), ()
    except Damaged:
        healed = (Finding(catalogs.PART, "was missing or damaged; rebuilt from the cases"),)
        return Catalog.create(objects, vault_key), healed


def enter_unknown_cases(context: VaultContext) -> None:
    """Enter every case that lies in the vault and not in the catalog, readable or not."""
    known = {row.summary.id for row in context.catalog.rows()}
    for case_id in sorted(case_names(context.objects) - known):
        if not (context.objects / case_id).exists():
            continue
        row = lost_case(case_id)
        with contextlib.suppress(Damaged):
            file = open_case_file(context, case_id, None)
            try:
                row = catalog_row(file.db, case_id)
            finally:
                file.close()
        context.catalog.put(row)


def case_names(objects: Path) -> set[str]:
    """The ids of which there is at least one key file."""
    with disk.file_errors("vault"):
        return {path.stem for path in objects.iterdir() if path.suffix in key_files.SUFFIXES and disk.is_object_name(path.stem)}


def sweep(context: VaultContext) -> None:
    """Remove what a killed run left unfinished: temporary files, and noted objects that no case records.

    An object of a case that cannot be opened stays: it may be recorded there.
    """
    with disk.file_errors("vault"):
        disk.remove(*(path for path in context.objects.iterdir() if _is_unfinished(path.name)))
    by_case: dict[str, list[str]] = {}
    for name, case_id in context.catalog.pending():
        by_case.setdefault(case_id, []).append(name)
    for case_id, names in by_case.items():
        with contextlib.suppress(StorageError):
            _sweep_case(context, case_id, names)


def _is_unfinished(name: str) -> bool:
    return disk.UNFINISHED in name and disk.is_object_name(name.partition(".")[0])


def _sweep_case(context: VaultContext, case_id: str, names: list[str]) -> None:
    if shred.is_shredding(case_id, names):
        shred.finish(context, case_id, names)
        return
    known = context.catalog.find(case_id)
    if known is None and not (context.objects / case_id).exists():
        discard_case(context.objects, case_id, [name for name in names if name != case_id])
        context.catalog.settled(names)
        return
    file = open_case_file(context, case_id, known)
    try:
        recorded = {name for (name,) in file.db.execute("SELECT object FROM document_content")}
    finally:
        file.close()
    disk.remove(*(context.objects / name for name in names if name not in recorded and name != case_id))
    context.catalog.settled(names)
