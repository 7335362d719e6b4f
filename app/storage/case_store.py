"""One open case: its entries, decisions, codes and documents, each change with its journal row or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import TracebackType
from typing import Any, BinaryIO

from app.domain import dates
from app.domain.case import ENTRY_KINDS, Case, CaseInfo, Document
from app.domain.plain import from_plain
from app.storage import carried, changes, disk, documents, erasure, numbers, plain_json, receipt
from app.storage.carried import Carried
from app.storage.case_file import CaseFile, catalog_row
from app.storage.context import VaultContext
from app.storage.documents import Content
from app.storage.errors import Damaged, Exists, NoSuchEntry, StorageError, UnderHold, UnderRetention
from app.storage.journal import now
from app.storage.pieces import CASE, CONTENT_COLUMNS
from app.storage.sound import UnsealedSound
from app.storage.values import FILE, Change, Draft, JournalRow, StoredDocument, entry_id_of

_RESERVED = {"changes", "erased", "archived"}


class CaseStore:
    """A case opened by ``Vault.open_case``. Every writing method is one transaction and one journal row.

    All methods raise ``Damaged``, ``Closed``; those that write also ``NoSpace``, after which nothing has changed.
    ``sound`` is what is being recorded and not a document yet.
    """

    def __init__(self, context: VaultContext, file: CaseFile) -> None:
        self._context = context
        self._file = file
        self._db = file.db
        self.id = file.id
        self.sound = UnsealedSound(file.db)

    def __enter__(self) -> CaseStore:
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Sign the journal's head and close; harmless if done twice."""
        if not self._db.closed:
            # A full disk must not keep a case from closing: an unsigned tail is what a crash leaves too.
            with contextlib.suppress(StorageError), self._db.transaction():
                self._file.journal.sign(self._context.vault_id, self._context.vault_key)
            self._file.close()

    @property
    def closed(self) -> bool:
        """Whether ``close`` was called."""
        return self._db.closed

    # --- reading ---

    @property
    def author(self) -> str:
        """Under whose name changes are saved."""
        return self._context.author

    @property
    def code(self) -> str:
        """The name people use for the case."""
        return self._info().code

    def _info(self) -> CaseInfo:
        row = self._db.row("SELECT body FROM entry WHERE kind = ?", (CASE,))
        if row is None:
            raise Damaged(self._db.part)
        info: CaseInfo = self._built(CaseInfo, plain_json.loads(row[0], self._db.part))
        return info

    def _built(self, cls: type, plain: Any) -> Any:
        try:
            return from_plain(cls, plain)
        except (TypeError, KeyError, ValueError, AttributeError):
            raise Damaged(self._db.part) from None

    def load(self) -> Case:
        """The whole case as it stands."""
        case: Case = self._built(Case, self.plain())
        return case

    def plain(self) -> dict[str, Any]:
        """The whole case as plain data, as a case file holds it; kinds without entries are left out."""
        out: dict[str, Any] = {CASE: None, **{kind: [] for kind in ENTRY_KINDS}}
        for kind, body in self._db.execute("SELECT kind, body FROM entry ORDER BY position, rowid"):
            plain = plain_json.loads(body, self._db.part)
            if kind == CASE:
                out[CASE] = plain
            elif kind in ENTRY_KINDS:
                out[kind].append(plain)
            else:
                raise Damaged(self._db.part)
        if out[CASE] is None:
            raise Damaged(self._db.part)
        return {kind: held for kind, held in out.items() if held != []}

    def text_size(self) -> int:
        """The bytes of all entries as they are stored."""
        row = self._db.row("SELECT coalesce(sum(octet_length(body)), 0) FROM entry")
        return int(row[0]) if row else 0

    def last_number(self, prefix: str) -> int:
        """The highest number that an id of this prefix (``e`` of ``e12``) ever had in this case; 0 where none had one."""
        return numbers.highest(self._db, prefix)

    def decisions(self) -> tuple[dict[str, Any], ...]:
        """The redaction decisions in order."""
        rows = self._db.execute("SELECT body FROM decision ORDER BY position")
        return tuple(plain_json.loads(body, self._db.part) for (body,) in rows)

    def codes(self, profile: str) -> dict[str, str]:
        """The codes kept for a profile, by entry id."""
        return dict(self._db.execute("SELECT entry, text FROM code WHERE profile = ? ORDER BY entry", (profile,)))

    def journal(self) -> tuple[JournalRow, ...]:
        """All saved changes in order."""
        return self._file.journal.rows()

    @property
    def last_seq(self) -> int:
        """The number of the newest row of the journal."""
        return self._file.journal.head().count

    def receipt(self) -> bytes:
        """Where the journal stands, signed by the vault: ``receipt`` of this case alone."""
        return receipt.of_case(self._context, self.id, self._file.journal.head())

    # --- writing ---

    @contextlib.contextmanager
    def _change(self, what: str, payload: dict[str, Any], *, time: str | None = None) -> Iterator[None]:
        """One change: the block writes the tables, the journal row follows in the same transaction."""
        with self._db.transaction():
            yield
            self._file.journal.append(self._context.author, what, payload, time)
        self._tell_catalog()

    def _tell_catalog(self, done: Sequence[str] = ()) -> None:
        # The change is saved whether or not the catalog can be told: a case that is ahead of it heals on open.
        with contextlib.suppress(StorageError):
            self._context.catalog.put(catalog_row(self._db, self.id), done)

    def put(self, kind: str, value: object) -> None:
        """Add an entry, or replace the one of the same id, or (kind ``case``) the case's own facts.

        Raises ``Exists`` if the case's new code is that of another case.
        """
        self.change(f"put {kind} {entry_id_of(kind, value)}".rstrip(), Change(puts=((kind, value),)))

    def change(self, what: str, change: Change) -> None:
        """Carry out everything a ``Change`` states, or nothing of it, as one saved change.

        ``what`` names it in the program's own words and ids, without content. Raises ``NoSuchEntry`` for a drop of what
        is not there or has content (see ``remove``), ``Exists`` if the case's new code is that of another case.
        """
        for kind, value in change.puts:
            if not isinstance(value, CaseInfo if kind == CASE else ENTRY_KINDS[kind]):
                raise TypeError(f"{kind} does not hold {type(value).__name__}")
            if isinstance(value, CaseInfo):
                self._refuse_code_in_use(value.code)
        for kind, entry_id in change.drops:
            held = kind == "documents" and self._content(entry_id) is not None
            if kind not in ENTRY_KINDS or held or not changes.has_entry(self._db, kind, entry_id):
                raise NoSuchEntry("no such entry")
        payload: dict[str, Any] = {**_own_words(change.said), "changes": []}
        with self._change(what, payload):
            payload["changes"] += changes.carry_out(self._db, change)

    def _refuse_code_in_use(self, code: str) -> None:
        other = self._context.catalog.find(code)
        if other is not None and other.summary.id != self.id and other.summary.code == code:
            raise Exists("the vault has a case of that code already; nothing was stored; choose another code")

    def remove(self, kind: str, entry_id: str, decisions: Sequence[Mapping[str, Any]] | None = None) -> None:
        """Remove an entry, and with a document its content; ``decisions``, where given, replace those of the case.

        Raises ``NoSuchEntry``; ``UnderHold`` where a content would be lost under a legal hold.
        """
        if kind not in ENTRY_KINDS or not changes.has_entry(self._db, kind, entry_id):
            raise NoSuchEntry("no such entry")
        content = self._content(entry_id) if kind == "documents" else None
        if content is not None:
            self._refuse_under_hold()
            self._context.catalog.expect(self.id, [content.object])
        payload: dict[str, Any] = {"changes": []}
        with self._change(f"remove {kind} {entry_id}", payload):
            payload["changes"] += changes.carry_out(self._db, Change(drops=((kind, entry_id),), decisions=decisions))
            if content is not None:
                payload["changes"].append(changes.drop_content(self._db, entry_id))
        if content is not None:
            self._discard(content.object)

    def set_decisions(self, decisions: Sequence[Mapping[str, Any]], what: str) -> None:
        """Replace the redaction decisions. ``what`` names the change in the program's own words, without content."""
        payload: dict[str, Any] = {"changes": []}
        with self._change(what, payload):
            payload["changes"] += changes.set_decisions(self._db, [dict(decision) for decision in decisions])

    def keep_codes(self, profile: str, codes: Mapping[str, str]) -> None:
        """Keep codes (entry id to code) for a profile, beside those kept before; a code once kept may be replaced."""
        payload: dict[str, Any] = {"changes": []}
        with self._change("keep codes", payload):
            payload["changes"] += changes.set_codes(self._db, profile, codes)

    def record(self, what: str, payload: Mapping[str, Any]) -> None:
        """Journal something that changes nothing. ``what`` is never erased and holds no content; ``payload`` may."""
        with self._change(what, _own_words(payload)):
            pass

    def disclose_commit(self, profile: str, codes: Mapping[str, str], payload: Mapping[str, Any]) -> None:
        """Keep the codes of an export and journal the disclosure, in one transaction."""
        held = _own_words(payload)
        with self._change("disclosure", held):
            changed = changes.set_codes(self._db, profile, codes)
            if changed:
                held["changes"] = changed
        self.sign_head()

    def erase(self, seq: int, reason: str) -> None:
        """Take the words of one journal row out of the journal and off every page of the file.

        What the row wrote and what still stands in the case stays there: change or remove it first. Raises
        ``NoSuchEntry``, ``NotErasable``, ``UnderHold``. If the file cannot be written anew (``NoSpace``), the erasure
        stands, and the file is written anew when the case is next opened.
        """
        self._refuse_under_hold()
        with self._db.transaction():
            erasure.erase(self._db, self._file.journal, self._context.author, seq, reason)
        self._tell_catalog()
        self.sign_head()
        erasure.finish(self._db)

    def finish_erasures(self) -> None:
        """Write the file anew if a crash or a full disk came between an erasure and that."""
        with contextlib.suppress(StorageError):
            erasure.finish(self._db)

    def sign_head(self) -> None:
        """Let the vault sign where the journal stands now: what was saved until here cannot be taken off unnoticed."""
        with self._db.transaction():
            self._file.journal.sign(self._context.vault_id, self._context.vault_key)

    def _refuse_under_hold(self) -> None:
        if self._info().hold is not None:
            raise UnderHold("a legal hold is on the case")

    def refuse_loss(self, today: date) -> None:
        """Raise ``UnderHold`` or ``UnderRetention`` where the case must not go out of the vault yet."""
        self._refuse_under_hold()
        kept = self._info().retention
        if kept is None or kept.review_on is None:
            return
        try:
            until = dates.parse(kept.review_on)
        except dates.DateError:
            raise Damaged(self._db.part) from None
        day = until.latest or until.earliest
        if day is not None and today < day:
            raise UnderRetention("the case is to be kept until a later day")

    def carried(self) -> Carried:
        """What an archive takes along beside entries and documents."""
        return carried.take(self._db, self._file.journal, self.id, self._context.vault_id)

    # --- documents ---

    def _content(self, document_id: str) -> Content | None:
        row = self._db.row(
            f"SELECT {', '.join(CONTENT_COLUMNS[1:])} FROM document_content WHERE document = ?",  # noqa: S608
            (document_id,),
        )
        return Content(*row) if row else None

    def objects(self) -> tuple[str, ...]:
        """The names of the files in which the contents lie."""
        return tuple(name for (name,) in self._db.execute("SELECT object FROM document_content"))

    def contents(self) -> dict[str, StoredDocument]:
        """What is held of each document, by its id."""
        rows = self._db.execute("SELECT document, sha256, size, came_as FROM document_content ORDER BY document")
        return {document: StoredDocument(sha256, size, came_as) for document, sha256, size, came_as in rows}

    def document(self, document_id: str) -> BinaryIO | None:
        """The content of a document as a readable, seekable file, or ``None`` where none is held.

        Raises ``NoSuchEntry``; ``Damaged`` also while reading.
        """
        if not changes.has_entry(self._db, "documents", document_id):
            raise NoSuchEntry("no such document")
        content = self._content(document_id)
        if content is None:
            return None
        part = f"document {document_id} of {self._db.part}"
        return documents.open_reader(self._context.objects, content, self._file.identity, part)

    def add_document(
        self, document_id: str, source: BinaryIO, came_as: str = FILE, entry: Document | None = None
    ) -> StoredDocument:
        """Seal all of ``source`` as the content of a document, in the place of an earlier one.

        With ``entry`` the document itself is new or changed too, in the same transaction, its ``sha256`` that of the
        content; without it, it must be on record. Raises ``NoSuchEntry``; ``UnderHold`` where an earlier content would
        be lost under a legal hold.
        """
        known = changes.has_entry(self._db, "documents", document_id)
        if not known and (entry is None or entry.id != document_id):
            raise NoSuchEntry("no such document")
        earlier = self._content(document_id)
        if earlier is not None:
            self._refuse_under_hold()
        name = disk.new_name()
        touched = [name] if earlier is None else [name, earlier.object]
        self._context.catalog.expect(self.id, touched)
        try:
            content = documents.write(self._context.objects, name, source, self._file.identity, came_as)
            payload: dict[str, Any] = {"changes": []}
            with self._db.transaction():
                if entry is not None:
                    stored = Change(puts=(("documents", replace(entry, sha256=content.sha256)),))
                    payload["changes"] += changes.carry_out(self._db, stored)
                payload["changes"].append(changes.set_content(self._db, document_id, content))
                what = "content of document" if known else "add document"
                self._file.journal.append(self._context.author, f"{what} {document_id}", payload)
        except BaseException:
            self._discard(*touched)
            raise
        self._tell_catalog()
        self._discard(*touched)
        return StoredDocument(content.sha256, content.size, came_as)

    def _discard(self, *names: str) -> None:
        """Unlink those of the objects that the case does not record, and take all off the list of unfinished ones."""
        with contextlib.suppress(StorageError):
            for name in names:
                if self._db.row("SELECT 1 FROM document_content WHERE object = ?", (name,)) is None:
                    disk.remove(self._context.objects / name)
            self._context.catalog.settled(names)

    # --- drafts: one overwritten row a place, outside the journal ---

    def save_draft(self, place: str, text: str) -> None:
        """Keep what is being typed at a place of the window."""
        with self._db.transaction():
            self._db.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (place, now(), text))

    def draft(self, place: str) -> str | None:
        """What was being typed there."""
        row = self._db.row("SELECT text FROM draft WHERE place = ?", (place,))
        return row[0] if row else None

    def drafts(self) -> dict[str, Draft]:
        """All that is being typed, by place."""
        rows = self._db.execute("SELECT place, time, text FROM draft ORDER BY place")
        return {place: Draft(time, text) for place, time, text in rows}

    def drop_draft(self, place: str) -> None:
        """It was saved, or given up."""
        with self._db.transaction():
            changes.drop_draft(self._db, place)


def _own_words(payload: Mapping[str, Any]) -> dict[str, Any]:
    if _RESERVED & payload.keys():
        raise ValueError("a key of the payload is the journal's own")
    return dict(payload)
