"""A case's key on disk: wrapped under the vault key, in two copies beside the case, ``<id>.k`` and ``<id>.j``.

Without them the case is noise: who shreds a case overwrites these two. So they are written and synced before the case,
checked by a checksum of their own, and a good copy replaces a bad one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from app.storage import disk
from app.storage.errors import Damaged, StorageError
from crypto import aead
from crypto.errors import Tampered
from crypto.secret import KEY_SIZE, derive, wipe

SUFFIXES = (".k", ".j")
_MAGIC = b"affiant case key"
_SIZE = len(_MAGIC) + KEY_SIZE + aead.OVERHEAD + 32


def paths(objects: Path, case_id: str) -> tuple[Path, ...]:
    """Where the two copies lie."""
    return tuple(objects / (case_id + suffix) for suffix in SUFFIXES)


def create(objects: Path, case_id: str, vault_key: bytes | bytearray) -> bytearray:
    """Make a new case key and write both copies; return the key. Raises ``OSError``."""
    case_key = bytearray(os.urandom(KEY_SIZE))
    wrapping = derive(vault_key, "case key wrapping")
    body = _MAGIC + aead.seal(wrapping, case_key, case_id.encode("ascii"))
    wipe(wrapping)
    data = body + hashlib.sha256(body).digest()
    for path in paths(objects, case_id):
        disk.write_whole(path, data)
    return case_key


def _unwrap(data: bytes, case_id: str, vault_key: bytes | bytearray) -> bytearray | None:
    body, checksum = data[:-32], data[-32:]
    if len(data) != _SIZE or not body.startswith(_MAGIC) or hashlib.sha256(body).digest() != checksum:
        return None
    wrapping = derive(vault_key, "case key wrapping")
    try:
        return aead.unseal(wrapping, body[len(_MAGIC) :], case_id.encode("ascii"))
    except Tampered:
        return None
    finally:
        wipe(wrapping)


def _read(path: Path) -> bytes:
    try:
        with disk.open_plain(path) as file:
            return file.read(_SIZE + 1)
    except OSError:
        return b""


def read(objects: Path, case_id: str, vault_key: bytes | bytearray, part: str) -> bytearray:
    """Return the case key from whichever copy is good. Raises ``Damaged`` if neither is."""
    return good(objects, case_id, vault_key, part)[1]


def good(objects: Path, case_id: str, vault_key: bytes | bytearray, part: str) -> tuple[bytes, bytearray]:
    """The bytes of a good copy, and the case key in it. Raises ``Damaged`` if neither is good."""
    for path in paths(objects, case_id):
        data = _read(path)
        key = _unwrap(data, case_id, vault_key)
        if key is not None:
            return data, key
    raise Damaged(part)


def heal(objects: Path, case_id: str, vault_key: bytes | bytearray) -> bool:
    """Replace a bad copy by the good one. Returns whether there was a bad copy and a good one to heal it from."""
    copies = [(path, _read(path)) for path in paths(objects, case_id)]
    good = [data for _, data in copies if _unwrap(data, case_id, vault_key) is not None]
    bad = [path for path, data in copies if data not in good]
    if not good or not bad:
        return False
    with disk.file_errors("key file"):
        for path in bad:
            disk.write_whole(path, good[0])
    return True


def problems(objects: Path, case_id: str, vault_key: bytes | bytearray) -> Iterator[str]:
    """Say which copies are bad."""
    for number, path in enumerate(paths(objects, case_id), start=1):
        try:
            if _unwrap(_read(path), case_id, vault_key) is None:
                yield f"key file, copy {number}: missing or damaged"
        except StorageError:
            yield f"key file, copy {number}: cannot be read"
