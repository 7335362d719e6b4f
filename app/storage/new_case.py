"""Creating a case: whole or not at all.

First the catalog notes the names that are about to come into being, then the two key files are synced, then the
documents, then the case is filled under a temporary name. The rename of that file is the moment in which the case
exists; before it the next opening sweeps everything away, after it the next opening enters the case in the catalog.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.case import ENTRY_KINDS, Case
from app.domain.plain import to_plain
from app.storage import carried as carrying
from app.storage import changes, disk, documents, key_files
from app.storage.carried import Carried
from app.storage.case_file import catalog_row, database_key, part_name
from app.storage.context import VaultContext
from app.storage.database import Database
from app.storage.documents import Content
from app.storage.errors import Exists
from app.storage.journal import Journal
from app.storage.pieces import CASE
from app.storage.schema import create_case_tables
from app.storage.values import DocumentContent
from crypto.identity import case_identity
from crypto.secret import wipe


def create_case(
    context: VaultContext,
    case: Case,
    contents: Mapping[str, DocumentContent],
    what: str = "import",
    carried: Carried | None = None,
) -> str:
    """Store a case with the contents of its documents (by document id); return its id. ``what``: the journal's first words.

    ``carried``: what it brings along from another vault.

    Raises ``Exists`` if the code is in use, ``NoSpace``; what opening or reading a content raises comes through.
    """
    if context.catalog.find(case.case.code) is not None:
        raise Exists("the vault has a case of that code already; nothing was stored; choose another code")
    unknown = contents.keys() - {document.id for document in case.documents}
    if unknown:
        raise ValueError("content for a document that is not on record")
    case_id = disk.new_name()
    objects = {document_id: disk.new_name() for document_id in contents}
    expected = [case_id, *objects.values()]
    context.catalog.expect(case_id, expected)
    try:
        with disk.file_errors("key file"):
            case_key = key_files.create(context.objects, case_id, context.vault_key)
        identity, raw = case_identity(case_key), database_key(case_key)
        wipe(case_key)
        held = {}
        for document_id, content in contents.items():
            with content.open() as source:
                held[document_id] = documents.write(context.objects, objects[document_id], source, identity, content.came_as)
        try:
            row = _fill(context, case_id, raw, _Made(case, held, what, carried))
        finally:
            wipe(raw)
        context.catalog.put(row, expected)
    except BaseException:
        discard_case(context.objects, case_id, list(objects.values()))
        raise
    return case_id


@dataclass(frozen=True, slots=True)
class _Made:
    """All that goes into the file of a new case."""

    case: Case = field(repr=False)
    contents: Mapping[str, Content] = field(repr=False)
    what: str
    carried: Carried | None = field(repr=False)


def _fill(context: VaultContext, case_id: str, raw: bytearray, new: _Made) -> Any:
    case = new.case
    path = context.objects / case_id
    unfinished = path.with_name(case_id + disk.UNFINISHED)
    db = Database(unfinished, raw, part_name(case_id, case.case.code), create=True)
    try:
        with db.transaction():
            create_case_tables(db)
            db.execute("INSERT INTO meta VALUES ('case', ?)", (case_id,))  # for whoever has the file and the key alone
            made = [changes.set_entry(db, CASE, "", to_plain(case.case))]
            for kind in ENTRY_KINDS:
                made += [changes.set_entry(db, kind, entry.id, to_plain(entry)) for entry in getattr(case, kind)]
            made += [changes.set_content(db, document_id, content) for document_id, content in new.contents.items()]
            payload: dict[str, Any] = {"changes": made}
            if new.carried is not None:
                made += carrying.put(db, new.carried)
                payload["archived"] = dict(new.carried.history)
            journal = Journal(db, case_id)
            journal.append(context.author, new.what, payload)
            journal.sign(context.vault_id, context.vault_key)
        row = catalog_row(db, case_id)
        db.start_log()
    finally:
        db.close()
    with disk.file_errors(db.part):
        disk.sync_file(unfinished)
        disk.settle(unfinished, path)
    return row


def discard_case(folder: Path, case_id: str, objects: list[str]) -> None:
    """Remove all files of a case that was not finished: the case before its keys."""
    for name in (case_id, case_id + disk.UNFINISHED):
        disk.remove(folder / name, *disk.log_files(folder / name))
    disk.remove(*(folder / name for name in objects), *key_files.paths(folder, case_id))
