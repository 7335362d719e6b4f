"""Cases in and out of a vault: import, list, search, and the identified export of a whole case."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from app import casefile
from app.errors import bad_input
from app.services import sound
from app.services.archive import PiecesReader, tar_pieces
from app.services.files import Outgoing
from app.services.session import forms, open_case, told
from app.storage.case_store import CaseStore
from app.storage.values import CaseSummary, DocumentContent, SearchHit
from app.storage.vault import Vault
from crypto import sealed
from crypto.errors import CryptoError


def import_case(vault: Vault, path: Path) -> CaseSummary:
    """Read a case file, check it whole, and store it whole. A code that is in use is refused."""
    with told():
        read = casefile.read(path, forms())
        contents = {a.document_id: DocumentContent(a.open, a.came_as) for a in read.attachments}
        with vault.create_case(read.case, contents) as store:
            case_id = store.id
        return next(summary for summary in vault.cases() if summary.id == case_id)


def list_cases(vault: Vault) -> tuple[CaseSummary, ...]:
    """All cases of the vault, by code."""
    with told():
        return vault.cases()


def search(vault: Vault, words: Sequence[str]) -> Iterator[SearchHit]:
    """Where the words stand, case by case, as they are found."""
    with told():
        yield from vault.search(" ".join(words))


def export_case_plain(vault: Vault, name: str, out: Path) -> list[Path]:
    """Write the case file to ``out`` and its documents beside it, readable by anybody who has them. Journaled."""
    with open_case(vault, name) as store:
        sound.finish_left(store)
        data, files = _case_file(store)
        targets = [out.parent / relative for relative, _ in files]
        if out.exists() or any(target.exists() for target in targets):
            raise bad_input("exists", "something of that name is there already; nothing was written; choose an empty folder")
        made: list[Path] = []
        try:
            with Outgoing(replace=False) as outgoing:
                for (_, document_id), target in zip(files, targets, strict=True):
                    made += _make_folders(target.parent, out.parent)
                    with outgoing.file(target) as stream:
                        _copy(store, document_id, stream)
                with outgoing.file(out) as stream:
                    stream.write(data)
                store.record("case exported in plain text", {"sha256": hashlib.sha256(data).hexdigest()})
                outgoing.place()
        except BaseException:
            for folder in reversed(made):
                with suppress(OSError):
                    folder.rmdir()
            raise
        return [out, *targets]


def export_case_sealed(vault: Vault, name: str, out: Path, recipients: Sequence[str]) -> list[Path]:
    """Write one age file to ``out``: a tar of the case file and its documents, sealed to the recipients. Journaled."""
    with open_case(vault, name) as store:
        sound.finish_left(store)
        data, files = _case_file(store)
        try:
            with Outgoing(replace=False) as outgoing:
                with outgoing.file(out) as stream:
                    plain = cast(BinaryIO, PiecesReader(tar_pieces(_members(store, data, files))))
                    sealed.seal(plain, stream, list(recipients))
                store.record("case exported sealed", {"recipients": list(recipients)})
                outgoing.place()
        except CryptoError as error:
            raise bad_input("bad-recipient", "a recipient is not an age public key (age1…); nothing was written") from error
        return [out]


def _case_file(store: CaseStore) -> tuple[bytes, list[tuple[PurePosixPath, str]]]:
    """The case file's bytes, and ``(path beside it, document id)`` of every document that is held as a file."""
    case = store.load()
    inline: dict[str, bytes] = {}
    files: list[tuple[PurePosixPath, str]] = []
    for document in case.documents:
        stored = store.document(document.id)
        if stored is None:
            continue
        with stored:
            if document.file is not None and PurePosixPath(document.file) in (path for path, _ in files):
                continue  # several documents may name one file
            if document.file is not None:
                files.append((PurePosixPath(document.file), document.id))
            else:
                inline[document.id] = stored.read()
    return casefile.dump(case, inline), files


def _copy(store: CaseStore, document_id: str, target: BinaryIO) -> None:
    source = store.document(document_id)
    if source is None:
        raise bad_input("no-document", "a document of the case is not held; nothing was written")
    with source:
        while piece := source.read(1 << 20):
            target.write(piece)


def _make_folders(folder: Path, base: Path) -> list[Path]:
    missing = []
    while folder != base and not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir(mode=0o700)
    return list(reversed(missing))


def _members(store: CaseStore, data: bytes, files: Sequence[tuple[PurePosixPath, str]]) -> Iterator[tuple[str, int, BinaryIO]]:
    """``(name, size, content)`` of everything that goes into the archive."""
    yield "case.json", len(data), io.BytesIO(data)
    for path, document_id in files:
        source = store.document(document_id)
        if source is not None:
            with source:
                size = source.seek(0, io.SEEK_END)
                source.seek(0)
                yield str(path), size, source
