"""A case out of the vault into one sealed file, with its history, and back into a vault.

    archive(vault, name, out, recipients, course=SILENT) -> CaseSummary    written, read back, and then shredded here
    import_sealed(vault, path, identities, course=SILENT) -> CaseSummary    an archive, or what ``export-case --to`` wrote
    read_identities(text), read_identity_file(path) -> list[SealingIdentity]    an age identity file

Inside is a tar: ``case.json`` is the case file; an archive also has ``archive.json`` (decisions, codes, drafts, the journal)
and the documents as ``documents/1`` and so on.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from app import casefile
from app.casefile.bounded import FILE_LIMIT
from app.domain.case import Case
from app.domain.exhibits import is_plan, read_plan
from app.errors import BAD_INPUT, UserError, bad_input
from app.redaction.decisions import DecisionError, read_decision
from app.services import sealing, sound, unpack
from app.services.history import is_readable
from app.services.progress import SILENT, Course
from app.services.session import forms, open_case, told
from app.storage.carried import Carried
from app.storage.case_store import CaseStore
from app.storage.errors import Damaged
from app.storage.values import DATA, FILE, CaseSummary, DocumentContent
from app.storage.vault import Vault
from crypto.errors import BadParameters
from crypto.identity import SealingIdentity, identity_from_text
from crypto.sealed import Sealed

CASE_FILE, REST = "case.json", "archive.json"
#: What every packet for counsel holds (``packet``), and no sealed case.
SUMS = "SHA256SUMS"
_FORMAT, _VERSION = "affiant-archive", 1
_MOST_REST = 1 << 30
_MOST_IDENTITIES = 1 << 16
_PART = "sealed case"
#: Of each content in the archive: document, member, how it came, and the SHA-256 that the archive says it has.
_Listed = list[tuple[str, str | None, str, str | None]]


def archive(
    vault: Vault, name: str, out: Path, recipients: Sequence[str], course: Course = SILENT, today: date | None = None
) -> CaseSummary:
    """Write a case to ``out``, sealed, read it back, and take it away here.

    Raises ``UserError`` (``under-hold``, ``under-retention``, ``exists``, ``bad-recipient``, ``not-archivable``), ``Stopped``:
    then the case is in the vault as it was, and there is no file.
    """
    today = today or date.today()
    with open_case(vault, name) as store:
        store.refuse_loss(today)
        sound.finish_left(store)
        noted: dict[str, tuple[int, str]] = {}
        case_id, at, drafts = store.id, store.last_seq, store.drafts()

        def journal(_written: Sealed) -> None:
            if store.last_seq != at or store.drafts() != drafts:
                raise bad_input("changing", "the case was changed meanwhile; nothing was kept; try again")
            # It is shredded next; where a kill prevents that, its history knows that it went out.
            store.record("case exported sealed", {"recipients": list(recipients)})

        sealing.write(out, sealing.noting(_members(store), noted), noted, recipients, course, journal=journal)
    try:
        with told():
            return vault.shred(case_id, today)
    except BaseException:
        if _is_whole(vault, case_id):  # else the archive is all that is left of it
            out.unlink(missing_ok=True)
        raise


def _is_whole(vault: Vault, case_id: str) -> bool:
    try:
        with open_case(vault, case_id) as store:
            store.load()
    except UserError:
        return False
    return True


def _members(store: CaseStore) -> Iterator[tuple[str, int, BinaryIO]]:
    case = store.load()
    data = casefile.dump(case)
    _refuse_what_does_not_come_back(case, data)
    yield CASE_FILE, len(data), io.BytesIO(data)
    listed = []
    for number, (document_id, held) in enumerate(store.contents().items(), start=1):
        listed.append({"member": f"documents/{number}", "id": document_id, "sha256": held.sha256, "came_as": held.came_as})
    rest = {"format": _FORMAT, "version": _VERSION, "documents": listed, **store.carried().plain()}
    data = json.dumps(rest, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    yield REST, len(data), io.BytesIO(data)
    for document in listed:
        source = store.document(document["id"])
        if source is not None:
            with source:
                size = source.seek(0, io.SEEK_END)
                source.seek(0)
                yield document["member"], size, source


def _refuse_what_does_not_come_back(case: Case, data: bytes) -> None:
    """An archive that could not be imported again would be the loss of the case."""
    try:
        same = casefile.parse(data, forms(), None).case == case
    except casefile.CaseFileError as error:
        raise UserError(
            "not-archivable", BAD_INPUT, f"as it stands, the case could not be imported again; nothing was changed: {error}"
        ) from None
    if not same:
        raise UserError("not-archivable", BAD_INPUT, "the case could not be imported again as it is; nothing was changed")


def read_identities(text: str) -> list[SealingIdentity]:
    """The identities in an age identity file. Raises ``UserError`` (``bad-identity``)."""
    lines = [line.strip() for line in text.splitlines()]
    try:
        found = [identity_from_text(line) for line in lines if line and not line.startswith("#")]
    except BadParameters:
        found = []
    if not found:
        raise bad_input("bad-identity", "the identity file holds no age identity (AGE-SECRET-KEY-1…); nothing was stored")
    return found


def read_identity_file(path: Path) -> list[SealingIdentity]:
    """The same out of the file."""
    with told(), path.open("rb") as stream:
        data = stream.read(_MOST_IDENTITIES)
    return read_identities(data.decode("utf-8", "replace"))


def import_sealed(vault: Vault, path: Path, identities: Sequence[SealingIdentity], course: Course = SILENT) -> CaseSummary:
    """Store the case of a sealed file, whole or not at all; a code that is in use is refused.

    Raises ``UserError``: ``damaged`` (also for what is no such file), ``not-for-you``, ``bad-case-file``, ``storage``.
    """
    with told(), sealing.opened(path, identities, _PART) as reader:
        stream = io.BufferedReader(reader, sealing.READ)
        try:
            members = {member.name: member for member in unpack.members(stream)}
            case, contents, carried = _read(stream, members)
            _compare(case, contents, course)
            with vault.create_case(case, contents, carried=carried) as store:
                case_id = store.id
        except (Damaged, EOFError) as error:
            if isinstance(error, Damaged) and error.part not in ("archive", _PART):
                raise
            raise sealing.damaged(_PART) from None
        return next(summary for summary in vault.cases() if summary.id == case_id)


def _read(stream: BinaryIO, members: dict[str, unpack.Member]) -> tuple[Case, dict[str, DocumentContent], Carried | None]:
    if CASE_FILE not in members and SUMS in members:
        raise bad_input(
            "a-packet", "this is a packet for counsel and no case; nothing was stored; open it with: affiant unpack"
        )
    found = casefile.parse(_bytes(stream, members.pop(CASE_FILE, None), FILE_LIMIT), forms(), None)
    contents = {held.document_id: DocumentContent(held.open, held.came_as) for held in found.attachments}
    rest = members.pop(REST, None)
    carried = None
    listed: _Listed
    if rest is None:
        listed = [(held.id, held.file, FILE, None) for held in found.case.documents if held.file in members]
    else:
        plain = _json(_bytes(stream, rest, _MOST_REST))
        carried, listed = _carried(plain), _listed(plain)
    known = {document.id for document in found.case.documents}
    if {member for _, member, _, _ in listed} != members.keys() or not {held[0] for held in listed} <= known:
        raise unpack.BadArchive
    for document_id, name, came_as, sha256 in listed:
        contents[document_id] = DocumentContent(_source(stream, members[str(name)]), came_as)
        if sha256 is not None and _sha256(contents[document_id]) != sha256:
            raise Damaged(_PART)
    return found.case, contents, carried


def _source(stream: BinaryIO, member: unpack.Member) -> Any:
    return lambda: unpack.content(stream, member)


def _bytes(stream: BinaryIO, member: unpack.Member | None, most: int) -> bytes:
    if member is None or member.size > most:
        raise unpack.BadArchive
    with unpack.content(stream, member) as content:
        return content.read()


def _json(data: bytes) -> Mapping[str, Any]:
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError):
        raise Damaged(_PART) from None
    if not isinstance(plain, dict) or plain.get("format") != _FORMAT:
        raise Damaged(_PART)
    if plain.get("version") != _VERSION:
        raise bad_input("too-new", "a later version of this program wrote this archive; nothing was stored; use that version")
    return plain


def _carried(plain: Mapping[str, Any]) -> Carried:
    carried = Carried.of_plain(plain)
    try:
        for decision in carried.decisions:
            (read_plan if is_plan(decision) else read_decision)(decision)
    except (DecisionError, ValueError):
        raise Damaged(_PART) from None
    if not is_readable(carried.history):
        raise Damaged(_PART)
    return carried


def _listed(plain: Mapping[str, Any]) -> _Listed:
    try:
        listed: _Listed = [
            (str(held["id"]), str(held["member"]), held["came_as"], str(held["sha256"])) for held in plain["documents"]
        ]
    except (KeyError, TypeError):
        raise Damaged(_PART) from None
    if any(came_as not in (FILE, DATA) for _, _, came_as, _ in listed):
        raise Damaged(_PART)
    return listed


def _compare(case: Case, contents: Mapping[str, DocumentContent], course: Course) -> None:
    """Each content must be the one that its document says it is."""
    for document in case.documents:
        course.at("check")
        expected = document.sha256 if document.id in contents else None
        if expected is not None and _sha256(contents[document.id]) != expected.lower():
            raise Damaged(_PART)


def _sha256(content: DocumentContent) -> str:
    value = hashlib.sha256()
    with content.open() as file:
        while piece := file.read(sealing.READ):
            value.update(piece)
    return value.hexdigest()
