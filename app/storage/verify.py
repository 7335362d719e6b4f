"""The whole check of a vault: every page, every chain, every document, the catalog against the cases."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from app.storage import catalog as catalogs
from app.storage import disk, documents, headers, index, key_files, pieces
from app.storage.case_file import CaseFile, catalog_row, open_case_file, part_name
from app.storage.catalog import CatalogRow
from app.storage.context import VaultContext
from app.storage.database import page_problems
from app.storage.documents import Content
from app.storage.errors import Damaged, InUse, StorageError, TooNew
from app.storage.journal import erased_rows
from app.storage.values import Finding


def verify(context: VaultContext) -> tuple[Finding, ...]:
    """Check everything and say what is wrong and where; nothing said, nothing wrong. Changes nothing."""
    found = list(headers.problems(context.objects.parent, context.vault_key))
    found += [Finding(catalogs.PART, problem) for problem in context.catalog.problems()]
    recorded: set[str] | None = {catalogs.path_of(context.objects, context.vault_key).name}
    try:
        rows = context.catalog.rows()
    except Damaged:
        return (*found, Finding(catalogs.PART, "cannot be read"))
    for row in rows:
        part = part_name(row.summary.id, row.summary.code)
        found += [Finding(part, problem) for problem in key_files.problems(context.objects, row.summary.id, context.vault_key)]
        try:
            named = _check_case(context, row, part, found)
        except (Damaged, TooNew):
            found.append(Finding(part, _why_not(context, row)))
            recorded = None
            continue
        if recorded is not None:
            recorded |= named | {row.summary.id}
    if recorded is not None:
        found += _strays(context, recorded)
    return tuple(found)


def _why_not(context: VaultContext, row: CatalogRow) -> str:
    """Why a case that does not open does not open."""
    if not (context.objects / row.summary.id).is_file():
        return "the case is missing"
    try:
        open_case_file(context, row.summary.id, None).close()
    except TooNew:
        return "written by a later version of the program"
    except StorageError:
        return "the case is damaged or its key is lost"
    return "an older or another copy of the case was put in its place"


def _check_case(context: VaultContext, row: CatalogRow, part: str, found: list[Finding]) -> set[str]:
    file = open_case_file(context, row.summary.id, row)
    try:
        # What stands in the log is no part of the file yet, and only the file's pages are checked. Somebody reading
        # the case at the same time is no finding.
        with contextlib.suppress(InUse):
            file.db.checkpoint()
        pages = list(page_problems(file.db))
        found += [Finding(part, problem) for problem in pages]
        if pages:
            raise Damaged(part)
        found += [Finding(part, problem) for problem in _case_problems(context, file, row)]
        return _check_documents(context, file, part, found)
    finally:
        file.close()


def _case_problems(context: VaultContext, file: CaseFile, row: CatalogRow) -> Iterator[str]:
    yield from file.journal.problems()
    signature = file.journal.signature_problem(context.vault_id, context.vault_key)
    if signature:
        yield signature
    rows = file.journal.rows()
    declared = erased_rows([entry.payload for entry in rows])
    for entry in rows:
        if entry.erased and entry.seq not in declared:
            yield f"journal: row {entry.seq} was blanked without a record of it"
    state = pieces.replay(((entry.seq, entry.payload) for entry in rows), file.db.part)
    yield from pieces.differences(file.db, state)
    words = index.problem(file.db)
    if words:
        yield words
    present = catalog_row(file.db, file.id)
    shown, known = present.summary, row.summary
    differ = (shown.code, shown.opened, shown.entries) != (known.code, known.opened, known.entries)
    if differ and present.head == row.head:
        yield "the catalog shows other facts than the case"


def _check_documents(context: VaultContext, file: CaseFile, part: str, found: list[Finding]) -> set[str]:
    named = set()
    columns = ", ".join(pieces.CONTENT_COLUMNS)
    for document, *values in file.db.execute(f"SELECT {columns} FROM document_content ORDER BY document"):  # noqa: S608
        content = Content(*values)
        named.add(content.object)
        where = f"document {document} of {part}"
        problems = documents.problems(context.objects, content, file.identity, where)
        found += [Finding(where, problem) for problem in problems]
    return named


def _strays(context: VaultContext, recorded: set[str]) -> Iterator[Finding]:
    with disk.file_errors("vault"):
        names = sorted(path.name for path in context.objects.iterdir())
    for name in names:
        stem = name.partition(".")[0].partition("-")[0]
        if disk.is_object_name(stem) and stem not in recorded:
            yield Finding(f"object {name}", "belongs to no case")
