"""The ways into a vault: passphrases, with or without a key file, and recovery; each in a slot of the header.

Which slots are in use stands among the facts that only the vault key reads; without it nobody can tell a slot in use from
a random one. Every change is one new generation of the header: after a crash there is the old way in or the new one.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.storage import disk, headers
from app.storage.errors import Damaged, NotEnoughMemory, Refused, WrongKey
from crypto import errors, header, kdf, recovery
from crypto.header import Header
from crypto.identity import recovery_identity
from crypto.secret import wipe

PASSPHRASE, KEY_FILE, RECOVERY = "passphrase", "passphrase and key file", "recovery"
PASSPHRASE_SLOT, RECOVERY_SLOT = 0, 1
#: What the facts of a vault say that was made before they said it.
_AT_FIRST = {str(PASSPHRASE_SLOT): PASSPHRASE, str(RECOVERY_SLOT): RECOVERY}


def first_facts(author: str, *, with_key_file: bool) -> bytes:
    """The facts of a new vault."""
    ways = _AT_FIRST | {str(PASSPHRASE_SLOT): KEY_FILE if with_key_file else PASSPHRASE}
    return _packed({"author": author, "ways": ways})


def read_facts(held: Header, vault_key: bytes | bytearray) -> dict[str, Any]:
    """``author`` and ``ways`` (slot number, as text, to what is in it). Raises ``Damaged``."""
    try:
        facts = json.loads(header.read_facts(held, vault_key))
        ways = facts.get("ways", _AT_FIRST)
        if not isinstance(facts["author"], str) or not isinstance(ways, dict):
            raise TypeError
        return {"author": facts["author"], "ways": dict(ways)}
    except (errors.CryptoError, ValueError, KeyError, TypeError, AttributeError):
        raise Damaged("header") from None


def _packed(facts: dict[str, Any]) -> bytes:
    return json.dumps(facts, ensure_ascii=False).encode("utf-8", "replace")


def in_use(folder: Path, vault_key: bytes | bytearray) -> tuple[str, ...]:
    """What opens the vault, in the order of the slots. Raises ``Damaged``."""
    facts = read_facts(headers.newest(folder, vault_key), vault_key)
    return tuple(facts["ways"][number] for number in sorted(facts["ways"], key=int))


def opens(folder: Path, passphrase: str, key_file: bytes | None) -> bool:
    """Whether this passphrase opens the vault, also while it is open. Raises ``Damaged``, ``TooNew``, ``NotEnoughMemory``."""
    try:
        secret = kdf.secret_bytes(passphrase, key_file)
    except errors.BadParameters:
        return False
    try:
        wipe(headers.unlock(folder, secret))
    except WrongKey:
        return False
    finally:
        wipe(secret)
    return True


def set_passphrase(folder: Path, vault_key: bytes | bytearray, passphrase: str, key_file: bytes | None) -> None:
    """Let this passphrase, with this key file if there is one, open the vault in the place of the one before.

    Raises ``Refused`` for a passphrase that can be none, ``NotEnoughMemory``, ``NoSpace``.
    """
    held = headers.newest(folder, vault_key)
    try:
        secret = kdf.secret_bytes(passphrase, key_file)
        try:
            root = kdf.derive_key(secret, held.salt, held.cost)
        finally:
            wipe(secret)
    except errors.BadParameters as error:
        raise Refused(str(error)) from None
    except errors.NotEnoughMemory as error:
        raise NotEnoughMemory(str(error)) from None
    changed = header.fill_slot(held, PASSPHRASE_SLOT, root, vault_key)
    wipe(root)
    _store(folder, vault_key, changed, PASSPHRASE_SLOT, KEY_FILE if key_file else PASSPHRASE)


def new_recovery(folder: Path, vault_key: bytes | bytearray) -> bytearray:
    """A new recovery secret, which the caller shows and wipes; the one before opens this vault no more.

    Backups that were sealed before still open with the recovery of that time, and with no other. Raises ``NoSpace``.
    """
    secret = recovery.new_secret()
    try:
        set_recovery(folder, vault_key, secret)
    except BaseException:
        wipe(secret)
        raise
    return secret


def set_recovery(folder: Path, vault_key: bytes | bytearray, secret: bytes | bytearray) -> None:
    """The same with a secret that was made before, so that it can be written down first. Raises ``NoSpace``."""
    held = headers.newest(folder, vault_key)
    held = replace(held, recovery_public=recovery_identity(secret).public)
    root = recovery.slot_root(secret)
    changed = header.fill_slot(held, RECOVERY_SLOT, root, vault_key)
    wipe(root)
    _store(folder, vault_key, changed, RECOVERY_SLOT, RECOVERY)


def remove_recovery(folder: Path, vault_key: bytes | bytearray) -> None:
    """Let recovery open the vault no more. Raises ``NoSpace``."""
    held = headers.newest(folder, vault_key)
    _store(folder, vault_key, header.clear_slot(held, RECOVERY_SLOT), RECOVERY_SLOT, None)


def _store(folder: Path, vault_key: bytes | bytearray, changed: Header, slot: int, what: str | None) -> None:
    facts = read_facts(changed, vault_key)
    facts["ways"].pop(str(slot), None)
    if what is not None:
        facts["ways"][str(slot)] = what
    data = header.pack(header.with_facts(changed, vault_key, _packed(facts)), vault_key)
    with disk.file_errors("header"):
        headers.write(folder, data)
