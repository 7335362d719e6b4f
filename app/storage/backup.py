"""What goes into a backup: a snapshot of every database, everything else of the vault as it lies.

Nothing is decrypted for it but the pages of the databases, on their way from one encrypted file into another. The
member ``manifest.json`` comes last but one and says the size and hash of every member before it, ``signature`` is the
vault's own under that: a backup is sealed to a public key, and everybody who has that could make one.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from app.storage import catalog as catalogs
from app.storage import disk, headers, key_files, ways_in
from app.storage.case_file import CaseFile, open_case_file, part_name
from app.storage.catalog import Catalog, CatalogRow
from app.storage.context import VaultContext
from app.storage.errors import Changing, Damaged, NoRecovery, TooNew
from app.storage.journal import now
from app.storage.shred import is_shredding
from crypto.errors import Tampered
from crypto.identity import check_signature, recipient_text, sign, signing_public
from crypto.secret import wipe

MANIFEST, SIGNATURE = "manifest.json", "signature"
#: The names that a member of a backup may have: nothing that leads anywhere else.
MEMBER = re.compile(r"h0|h1|o/[a-z2-7]{26}(?:\.k|\.j|-wal)?|manifest\.json|signature")
_FORMAT, _VERSION = "affiant-backup", 1
_LABEL = b"affiant v1 backup"
_SNAPSHOT = ".backup" + disk.UNFINISHED
_READ = 1 << 20

Member = tuple[str, int, BinaryIO]


@dataclass(slots=True)
class Backup:
    """The content of one backup as it is made. ``noted``: size and SHA-256 of every member read so far, by name.

    It uses connections of its own: the vault may be worked with meanwhile on its own thread. ``damaged`` are the parts that
    were found damaged on the way and went in as they lie, ``extra`` documents that were removed after they went in: they
    are not restored.
    """

    folder: Path
    vault_id: bytes
    vault_key: bytearray = field(repr=False)
    recipient: str
    noted: dict[str, tuple[int, str]] = field(default_factory=dict, repr=False)
    damaged: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    manifest: bytes = field(default=b"", repr=False)

    @classmethod
    def of(cls, folder: Path, vault_id: bytes, vault_key: bytes | bytearray) -> Backup:
        """Of the vault in this folder. Raises ``NoRecovery`` where nobody could open the backup."""
        held = headers.newest(folder, vault_key)
        if ways_in.RECOVERY not in ways_in.in_use(folder, vault_key):
            raise NoRecovery("no recovery opens this vault")
        return cls(folder, vault_id, bytearray(vault_key), recipient_text(held.recovery_public))

    def close(self) -> None:
        """Wipe the key, remove what a broken-off run left."""
        wipe(self.vault_key)
        with disk.file_errors("vault"):
            disk.remove(*(path for path in (self.folder / disk.OBJECTS).iterdir() if path.name.endswith(_SNAPSHOT)))

    def total(self) -> int:
        """About how many bytes it will be."""
        with disk.file_errors("vault"):
            return sum(path.stat().st_size for path in (self.folder / disk.OBJECTS).iterdir() if path.is_file())

    def members(self) -> Iterator[Member]:
        """``(name, size, content)`` of every member in order; each is to be read whole before the next is asked for.

        Raises ``Changing`` if something was removed meanwhile, ``Damaged`` if header or catalog are damaged, ``NoSpace``.
        """
        self.noted.clear()
        self.damaged.clear()
        self.extra.clear()
        for name in headers.NAMES:
            yield self._of_bytes(name, headers.newest_data(self.folder, self.vault_key))
        # The order matters: what is added after this look belongs to a case that is copied later, or to none in the copy.
        there = self._names()
        catalog = Catalog.open(self.folder / disk.OBJECTS, self.vault_key)
        try:
            rows = catalog.rows()
            name = catalogs.path_of(self.folder / disk.OBJECTS, self.vault_key).name
            yield from self._snapshot(self._copied(catalog, self.vault_key, name))
            context = VaultContext(self.folder / disk.OBJECTS, self.vault_id, self.vault_key, "", catalog)
            for row in rows:
                yield from self._case(context, row.summary.id, row)
            # A case that was just made and is not in the catalog yet: the restored vault finds it as this one would.
            known = {row.summary.id for row in rows}
            for case_id in (name.removesuffix(".k") for name in there if name.endswith(".k")):
                if case_id not in known and (context.objects / case_id).is_file():
                    yield from self._case(context, case_id, None)
        finally:
            catalog.close()
        yield from self._rest(there)
        self.manifest = self._manifest()
        yield self._of_bytes(MANIFEST, self.manifest)
        signature = sign(self.vault_key, _LABEL + self.vault_id + hashlib.sha256(self.manifest).digest())
        yield self._of_bytes(SIGNATURE, signature)

    def _names(self) -> list[str]:
        with disk.file_errors("vault"):
            found = [path.name for path in (self.folder / disk.OBJECTS).iterdir() if path.is_file()]
        return sorted(name for name in found if MEMBER.fullmatch(f"o/{name}") and not name.endswith(disk.LOG))

    def _of_bytes(self, name: str, data: bytes) -> Member:
        return name, len(data), self._hashing(name, io.BytesIO(data))

    def _hashing(self, name: str, file: BinaryIO) -> BinaryIO:
        return _Noting(file, name, self.noted)  # type: ignore[return-value]  # the reader of a member only reads

    def _file(self, path: Path, name: str) -> Iterator[Member]:
        """One file as it lies."""
        with disk.open_plain(path) as file:
            size = os.fstat(file.fileno()).st_size
            yield f"o/{name}", size, self._hashing(f"o/{name}", file)

    def _copied(self, source: Catalog | CaseFile, key: bytearray, name: str) -> Path:
        """A copy of a database as it stands at this moment, under the key it has."""
        copy = self.folder / disk.OBJECTS / (name + _SNAPSHOT)
        disk.remove(copy)
        source.copy_to(copy, key)
        return copy

    def _snapshot(self, copy: Path) -> Iterator[Member]:
        try:
            yield from self._file(copy, copy.name.removesuffix(_SNAPSHOT))
        finally:
            disk.remove(copy, *disk.log_files(copy))

    def _case(self, context: VaultContext, case_id: str, row: CatalogRow | None) -> Iterator[Member]:
        part = part_name(case_id, row.summary.code if row else "")
        key_files.heal(context.objects, case_id, self.vault_key)
        try:
            # Taken now, for it is overwritten where the case is shredded meanwhile.
            wrapped, case_key = key_files.good(context.objects, case_id, self.vault_key, part)
            file = open_case_file(context, case_id, row)
            try:
                yield from self._documents_and_file(file, case_key, part)
            finally:
                file.close()
                wipe(case_key)
            for path in key_files.paths(context.objects, case_id):
                yield self._of_bytes(f"o/{path.name}", wrapped)
        except (Damaged, TooNew):
            names = [name for name, noted_for in context.catalog.pending() if noted_for == case_id]
            if is_shredding(case_id, names) or (row is not None and context.catalog.find(case_id) is None):
                raise Changing("a case was shredded meanwhile") from None
            # What is left of it may still be of use to somebody; the others must not go without a backup for its sake.
            self.damaged.append(part)

    def _documents_and_file(self, file: CaseFile, case_key: bytearray, part: str) -> Iterator[Member]:
        """The documents first, and the case as it stands when all that it records are copied."""
        copied: dict[str, str] = {}
        while True:
            # From here to its end the block sees one and the same state, and so does the copying inside it.
            with file.db.looking():
                documents = file.db.execute("SELECT object, document, cipher_sha256 FROM document_content ORDER BY object")
                missing = [held for held in documents if held[0] not in copied]
                copy = None if missing else self._copied(file, case_key, file.id)
            if copy is not None:
                yield from self._snapshot(copy)
                break
            for name, document, cipher_sha256 in missing:
                copied[name] = document
                with contextlib.suppress(FileNotFoundError):
                    yield from self._file(self.folder / disk.OBJECTS / name, name)
                if self.noted.get(f"o/{name}", (0, ""))[1] != cipher_sha256 and self._is_recorded(file, name):
                    self.damaged.append(f"document {document} of {part}")
        recorded = {name for name, _, _ in documents}
        self.extra += [f"o/{name}" for name in copied if name not in recorded and f"o/{name}" in self.noted]

    def _is_recorded(self, file: CaseFile, name: str) -> bool:
        return file.db.row("SELECT 1 FROM document_content WHERE object = ?", (name,)) is not None

    def _rest(self, there: list[str]) -> Iterator[Member]:
        """Key files, cases that do not open, and whatever belongs to them or to nothing."""
        logs = [name + disk.LOG for name in there if (self.folder / disk.OBJECTS / (name + disk.LOG)).is_file()]
        for name in [*there, *(log for log in logs if f"o/{log.removesuffix(disk.LOG)}" not in self.noted)]:
            if f"o/{name}" in self.noted:
                continue
            with contextlib.suppress(FileNotFoundError):  # it belonged to nothing, or to what was removed meanwhile
                yield from self._file(self.folder / disk.OBJECTS / name, name)

    def _manifest(self) -> bytes:
        plain = {
            "format": _FORMAT,
            "version": _VERSION,
            "vault": self.vault_id.hex(),
            "time": now(),
            "damaged": self.damaged,
            "extra": self.extra,
            "members": {name: list(held) for name, held in self.noted.items()},
        }
        return json.dumps(plain, ensure_ascii=False).encode("utf-8")


class _Noting:
    """A member on its way: counted and hashed, and noted when it is at its end."""

    def __init__(self, file: BinaryIO, name: str, noted: dict[str, tuple[int, str]]) -> None:
        self._file, self._name, self._noted = file, name, noted
        self._hash, self._size = hashlib.sha256(), 0
        noted[name] = (0, self._hash.hexdigest())

    def read(self, size: int = -1) -> bytes:
        with disk.file_errors("vault"):
            data = self._file.read(size)
        self._hash.update(data)
        self._size += len(data)
        self._noted[self._name] = (self._size, self._hash.hexdigest())
        return data


@dataclass(frozen=True, slots=True)
class Manifest:
    """Size and hash of every member that a backup must have; those not to be restored; parts that were damaged then."""

    members: Mapping[str, tuple[int, str]] = field(repr=False)
    extra: tuple[str, ...]
    damaged: tuple[str, ...]


def read_manifest(data: bytes, signature: bytes, vault_id: bytes, vault_key: bytes | bytearray) -> Manifest:
    """What the vault signed of a backup. Raises ``Damaged``, ``TooNew``."""
    try:
        check_signature(signing_public(vault_key), signature, _LABEL + vault_id + hashlib.sha256(data).digest())
        plain: Any = json.loads(data)
        if plain["format"] != _FORMAT or plain["vault"] != vault_id.hex():
            raise Damaged("backup")
        if plain["version"] > _VERSION:
            raise TooNew("written by a later version of the program")
        members = {str(name): (int(size), str(value)) for name, (size, value) in plain["members"].items()}
        return Manifest(members, tuple(plain["extra"]), tuple(str(part) for part in plain["damaged"]))
    except (Tampered, ValueError, KeyError, TypeError, AttributeError):
        raise Damaged("backup") from None
