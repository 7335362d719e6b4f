"""One case on disk: its key, its SQLCipher file, and whether both are the ones that the catalog knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.storage import disk, key_files, migrations, pieces, plain_json, schema
from app.storage.catalog import CatalogRow
from app.storage.context import VaultContext
from app.storage.database import Database
from app.storage.errors import Damaged
from app.storage.journal import Head, Journal
from app.storage.migrations import Way
from app.storage.pieces import CASE
from app.storage.schema import check_version
from app.storage.values import CaseSummary
from crypto.identity import SealingIdentity, case_identity
from crypto.secret import derive, wipe


@dataclass(slots=True)
class CaseFile:
    """An open case below its entries: the connection, the journal, the identity of its documents."""

    id: str
    db: Database
    journal: Journal
    identity: SealingIdentity = field(repr=False)

    def copy_to(self, path: Path, case_key: bytes | bytearray) -> None:
        """Write a copy as it stands to a new file. Raises ``Damaged``, ``NoSpace``."""
        raw = database_key(case_key)
        try:
            self.db.copy_to(path, raw)
        finally:
            wipe(raw)

    def close(self) -> None:
        """Close the connection."""
        self.db.close()


def database_key(case_key: bytes | bytearray) -> bytearray:
    """The raw key of the case's SQLCipher file."""
    return derive(case_key, "case database")


def part_name(case_id: str, code: str) -> str:
    """How a case is named in errors: by its code, which says nothing about the client, or by its id."""
    return f"case {code or case_id}"


def open_case_file(context: VaultContext, case_id: str, known: CatalogRow | None, *, quick: bool = False) -> CaseFile:
    """Open a case and compare its journal with the catalog's row, if there is one.

    ``quick`` opens without a log where nobody writes the case, for searching. Raises ``Damaged``, ``TooNew``.
    """
    part = part_name(case_id, known.summary.code if known else "")
    case_key = key_files.read(context.objects, case_id, context.vault_key, part)
    raw = database_key(case_key)
    identity = case_identity(case_key)
    wipe(case_key)
    path = context.objects / case_id
    try:
        fixed = quick and not path.with_name(path.name + disk.LOG).exists()
        db = Database(path, raw, part, fixed=fixed)
        if migrations.is_behind(db, case_way()):
            db.close()
            migrations.take_on(path, raw, part, case_way())
            db = Database(path, raw, part, fixed=fixed)
    finally:
        wipe(raw)
    try:
        check_version(db, schema.CASE_SCHEMA)
        journal = Journal(db, case_id)
        if known is not None and not known.summary.damaged:
            check_head(journal, known.head, part)
    except BaseException:
        db.close()
        raise
    return CaseFile(case_id, db, journal, identity)


def case_way() -> Way:
    """How a case of an earlier version becomes one of this: its journal stays as it is, and the tables hold what it says."""
    return Way(migrations.CASE_STEPS, schema.CASE_SCHEMA, _same)


def _same(old: Database, new: Database) -> bool:
    journal = Journal(new, "")
    state = pieces.replay(((row.seq, row.payload) for row in journal.rows()), new.part)
    return [*journal.stored()] == [*Journal(old, "").stored()] and not any(pieces.differences(new, state))


def check_head(journal: Journal, known: Head, part: str) -> None:
    """Raise ``Damaged`` if the journal is behind what the catalog knows, or not a continuation of it."""
    head = journal.head()
    if head == known:
        return
    if head.count <= known.count or (known.count and journal.hash_at(known.count) != known.hash):
        raise Damaged(part)


def catalog_row(db: Database, case_id: str) -> CatalogRow:
    """What the catalog is to know of a case as it stands. Raises ``Damaged``."""
    body = db.row("SELECT body FROM entry WHERE kind = ?", (CASE,))
    info = plain_json.loads(body[0], db.part) if body else None
    numbers = db.row(
        "SELECT (SELECT count(*) FROM entry WHERE kind <> ?),"
        " (SELECT coalesce(sum(cipher_size), 0) FROM document_content),"
        " j.time, j.seq, j.hash FROM journal AS j ORDER BY j.seq DESC LIMIT 1",
        (CASE,),
    )
    pages, page_size = db.row("PRAGMA page_count"), db.row("PRAGMA page_size")
    if not isinstance(info, dict) or not numbers or not pages or not page_size:
        raise Damaged(db.part)
    entries, documents, changed_at, count, value = numbers
    code, opened = info.get("code"), info.get("opened")
    if not isinstance(code, str):
        raise Damaged(db.part)
    size = int(pages[0]) * int(page_size[0]) + documents
    return CatalogRow(CaseSummary(case_id, code, opened, changed_at, entries, size), Head(count, value))
