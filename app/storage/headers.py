"""The two copies of the header on disk: h0 and h1, written one after the other, each whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.storage import disk
from app.storage.errors import Damaged, NotAVault, NotEnoughMemory, TooNew, Unreadable, WrongKey
from app.storage.values import Finding
from crypto import errors, header, kdf
from crypto.header import Header
from crypto.secret import wipe

NAMES = ("h0", "h1")


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An opened header, and what had to be healed on the way; ``damaged`` of that was not just the older copy of a crash."""

    header: Header
    vault_key: bytearray = field(repr=False)
    healed: tuple[Finding, ...] = ()
    damaged: tuple[Finding, ...] = ()


def is_vault(folder: Path) -> bool:
    """Whether a vault lies there: a copy of its header, or all the rest of it with the header lost."""
    with disk.file_errors("vault"):
        rest = (folder / disk.LOCK).is_file() and (folder / disk.OBJECTS).is_dir()
        return rest or any((folder / name).is_file() for name in NAMES)


def write(folder: Path, data: bytes) -> None:
    """Write both copies. After a crash between them the generation tells the newer. Raises ``OSError``."""
    for name in NAMES:
        disk.write_whole(folder / name, data)


def _read(folder: Path) -> list[bytes]:
    copies = []
    for name in NAMES:
        try:
            with disk.open_plain(folder / name) as file:
                copies.append(file.read(header.SIZE + 1))
        except PermissionError:
            raise Unreadable("the system refuses access to the vault") from None
        except OSError:
            copies.append(b"")
    return copies


def _parsed(copies: list[bytes]) -> list[tuple[bytes, Header]]:
    """The copies that are whole, newest first, each once. Raises ``TooNew`` or ``Damaged`` if there is none."""
    good: list[tuple[bytes, Header]] = []
    too_new = False
    for data in copies:
        try:
            parsed = header.parse(data)
        except errors.TooNew:
            too_new = True
            continue
        except (errors.Damaged, errors.BadParameters):
            continue
        if (data, parsed) not in good:
            good.append((data, parsed))
    if not good and too_new:
        raise TooNew("written by a later version of the program")
    if not good:
        raise Damaged("header")
    return sorted(good, key=lambda copy: copy[1].generation, reverse=True)


def unlock(folder: Path, secret: bytes | bytearray) -> bytearray:
    """The vault key out of the newest copy that this passphrase (``kdf.secret_bytes``) opens. Writes nothing.

    Raises as ``unlock_by``, and ``NotEnoughMemory``.
    """
    return unlock_by(folder, lambda parsed: kdf.derive_key(secret, parsed.salt, parsed.cost))


def unlock_by(folder: Path, root_of: Callable[[Header], bytearray]) -> bytearray:
    """The vault key out of the newest copy that opens under the root that ``root_of`` makes for it.

    A copy that it does not open, but that the vault key says is genuine and newer, decides: that way in was changed.
    Raises ``NotAVault``, ``WrongKey``, ``Damaged``, ``TooNew``.
    """
    if not is_vault(folder):
        raise NotAVault("no vault here")
    refused: list[Header] = []
    tampered = False
    for _, parsed in _parsed(_read(folder)):
        vault_key = None
        try:
            root = root_of(parsed)
            try:
                vault_key = header.unlock(parsed, root)
            finally:
                wipe(root)
        except errors.WrongKey:
            refused.append(parsed)
        except errors.Tampered:
            tampered = True
        except errors.NotEnoughMemory:
            raise NotEnoughMemory("not enough memory to open the vault") from None
        if vault_key is None:
            continue
        if any(_genuine(newer, vault_key) for newer in refused):
            wipe(vault_key)
            break
        return vault_key
    if tampered:
        raise Damaged("header")
    raise WrongKey("wrong passphrase or key")


def newest(folder: Path, vault_key: bytes | bytearray) -> Header:
    """The newest genuine copy. Raises ``Damaged`` where there is none, ``TooNew``."""
    for _, parsed in _parsed(_read(folder)):
        if _genuine(parsed, vault_key):
            return parsed
    raise Damaged("header")


def newest_data(folder: Path, vault_key: bytes | bytearray) -> bytes:
    """The bytes of that copy."""
    for data, parsed in _parsed(_read(folder)):
        if _genuine(parsed, vault_key):
            return data
    raise Damaged("header")


def open_under(folder: Path, vault_key: bytearray) -> Unlocked:
    """Open the newest copy that is genuine under the vault key, and make the other one equal to it. Takes the key over.

    Raises ``NotAVault``, ``TooNew``, ``Damaged``, also where neither copy was written under this key.
    """
    if not is_vault(folder):
        raise NotAVault("no vault here")
    copies = _read(folder)
    for data, parsed in _parsed(copies):
        if _genuine(parsed, vault_key):
            healed = _heal(folder, copies, data)
            whole = [_is_genuine(copy, vault_key) for copy in copies]
            damaged = tuple(found for found, is_whole in zip(healed, whole, strict=True) if found and not is_whole)
            return Unlocked(parsed, vault_key, tuple(found for found in healed if found), damaged)
    raise Damaged("header")


def _genuine(parsed: Header, vault_key: bytes | bytearray) -> bool:
    try:
        header.check(parsed, vault_key)
    except errors.Tampered:
        return False
    return True


def _is_genuine(data: bytes, vault_key: bytes | bytearray) -> bool:
    try:
        return _genuine(header.parse(data), vault_key)
    except errors.CryptoError:
        return False


def _heal(folder: Path, copies: list[bytes], good: bytes) -> list[Finding | None]:
    """What was put right of each copy."""
    healed: list[Finding | None] = []
    for number, (name, data) in enumerate(zip(NAMES, copies, strict=True), start=1):
        if data == good:
            healed.append(None)
            continue
        # A disk that takes nothing more keeps the vault readable from the other copy.
        with contextlib.suppress(OSError):
            disk.write_whole(folder / name, good)
        healed.append(Finding(f"header copy {number}", "was damaged or old; written anew from the other copy"))
    return healed


def problems(folder: Path, vault_key: bytes | bytearray) -> tuple[Finding, ...]:
    """Check both copies under the vault key, without a passphrase."""
    found = []
    copies = _read(folder)
    for number, data in enumerate(copies, start=1):
        try:
            header.check(header.parse(data), vault_key)
        except errors.CryptoError:
            found.append(Finding(f"header copy {number}", "damaged or tampered with"))
    if not found and len(set(copies)) > 1:
        found.append(Finding("header", "the two copies differ"))
    return tuple(found)
