"""What goes into a backup: a snapshot of every database, everything else of the vault as it lies.

Nothing is decrypted for it but the pages of the databases, on their way from one encrypted file into another. The
member ``manifest.json`` comes last but one and says the size and hash of every member before it, ``signature`` is the
vault's own under that: a backup is sealed to a public key, and everybody who has that could make one.
"""

from __future__ import annotations

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
    were found damaged on the way and went in as they lie.
    """

    folder: Path
    vault_id: bytes
    vault_key: bytearray = field(repr=False)
    recipient: str
    noted: dict[str, tuple[int, str]] = field(default_factory=dict, repr=False)
    damaged: list[str] = field(default_factory=list)
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
        for name in headers.NAMES:
            yield self._of_bytes(name, headers.newest_data(self.folder, self.vault_key))
        # The order matters: what is added after this look belongs to a case that is copied later, or to none in the copy.
        there = self._names()
        catalog = Catalog.open(self.folder / disk.OBJECTS, self.vault_key)
        try:
            rows = catalog.rows()
            yield from self._snapshot(
                catalog, self.vault_key, catalogs.path_of(self.folder / disk.OBJECTS, self.vault_key).name
            )
            context = VaultContext(self.folder / disk.OBJECTS, self.vault_id, self.vault_key, "", catalog)
            for row in rows:
                yield from self._case(context, row)
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
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            yield f"o/{name}", size, self._hashing(f"o/{name}", file)

    def _snapshot(self, source: Catalog | CaseFile, key: bytearray, name: str) -> Iterator[Member]:
        """A database as it stands at one moment, under the key it has."""
        copy = self.folder / disk.OBJECTS / (name + _SNAPSHOT)
        disk.remove(copy)
        try:
            source.copy_to(copy, key)
            with disk.file_errors("vault"):
                yield from self._file(copy, name)
        finally:
            disk.remove(copy, *disk.log_files(copy))

    def _case(self, context: VaultContext, row: CatalogRow) -> Iterator[Member]:
        case_id = row.summary.id
        part = part_name(case_id, row.summary.code)
        key_files.heal(context.objects, case_id, self.vault_key)
        given = False
        try:
            file = open_case_file(context, case_id, row)
            try:
                case_key = key_files.read(context.objects, case_id, self.vault_key, part)
                try:
                    for member in self._snapshot(file, case_key, case_id):
                        given = True
                        yield member
                finally:
                    wipe(case_key)
                documents = file.db.execute("SELECT document, object, cipher_sha256 FROM document_content ORDER BY object")
                for document, name, cipher_sha256 in documents:
                    yield from self._document(file, (document, name, cipher_sha256), part)
            finally:
                file.close()
        except (Damaged, TooNew):
            if given:
                raise
            if not any(path.exists() for path in key_files.paths(context.objects, case_id)):
                raise Changing("a case was shredded meanwhile") from None
            # What is left of it may still be of use to somebody; the others must not go without a backup for its sake.
            self.damaged.append(part)

    def _document(self, file: CaseFile, recorded: tuple[str, str, str], part: str) -> Iterator[Member]:
        document, name, cipher_sha256 = recorded
        try:
            yield from self._file(self.folder / disk.OBJECTS / name, name)
        except FileNotFoundError:
            if file.db.row("SELECT 1 FROM document_content WHERE object = ?", (name,)) is None:
                raise Changing("a document was removed meanwhile") from None
        if self.noted.get(f"o/{name}", (0, ""))[1] != cipher_sha256:
            self.damaged.append(f"document {document} of {part}")

    def _rest(self, there: list[str]) -> Iterator[Member]:
        """Key files, cases that do not open, and whatever belongs to them or to nothing."""
        logs = [name + disk.LOG for name in there if (self.folder / disk.OBJECTS / (name + disk.LOG)).is_file()]
        for name in [*there, *(log for log in logs if f"o/{log.removesuffix(disk.LOG)}" not in self.noted)]:
            if f"o/{name}" in self.noted:
                continue
            try:
                yield from self._file(self.folder / disk.OBJECTS / name, name)
            except FileNotFoundError:
                if name.endswith(key_files.SUFFIXES):
                    raise Changing("a case was removed meanwhile") from None

    def _manifest(self) -> bytes:
        plain = {
            "format": _FORMAT,
            "version": _VERSION,
            "vault": self.vault_id.hex(),
            "time": now(),
            "damaged": self.damaged,
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


def read_manifest(
    data: bytes, signature: bytes, vault_id: bytes, vault_key: bytes | bytearray
) -> tuple[Mapping[str, tuple[int, str]], tuple[str, ...]]:
    """The members that a backup must have, and the parts that were damaged when it was made. Raises ``Damaged``, ``TooNew``."""
    try:
        check_signature(signing_public(vault_key), signature, _LABEL + vault_id + hashlib.sha256(data).digest())
        plain: Any = json.loads(data)
        if plain["format"] != _FORMAT or plain["vault"] != vault_id.hex():
            raise Damaged("backup")
        if plain["version"] > _VERSION:
            raise TooNew("written by a later version of the program")
        members = {str(name): (int(size), str(value)) for name, (size, value) in plain["members"].items()}
        return members, tuple(str(part) for part in plain["damaged"])
    except (Tampered, ValueError, KeyError, TypeError, AttributeError):
        raise Damaged("backup") from None
