"""The vault's header: 2048 bytes that hold the vault key eight times over, each time under another way in (FORMAT.md).

Pure bytes in, bytes out; the two copies on disk are the business of ``app.storage.headers``. What is wrong is told
apart thus: the SHA-256 over all fails: damaged; a slot's commitment fits but does not open, or the MAC fails: tampered;
no slot's commitment fits: the wrong key.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from dataclasses import dataclass, field, replace

from crypto import aead
from crypto.errors import BadParameters, Damaged, Tampered, TooNew, WrongKey
from crypto.kdf import SALT_SIZE, Cost, unpack_cost
from crypto.secret import KEY_SIZE, derive, wipe

MAGIC = b"affiant vault\r\n\x1a"
VERSION = 1
SIZE = 2048
SLOTS = 8
SLOT_SIZE = 96
FACTS_SIZE = 512
VAULT_ID_SIZE = 16

_FRONT = struct.Struct(">16sIIQ16s32s16s32s")
_FACTS_AT = _FRONT.size + SLOTS * SLOT_SIZE
_FACTS_END = _FACTS_AT + FACTS_SIZE + aead.OVERHEAD
_MAC_AT = SIZE - 64
_SHA_AT = SIZE - 32
_COMMITMENT_SIZE = 32
_WRAPPED_SIZE = KEY_SIZE + aead.OVERHEAD


@dataclass(frozen=True, slots=True)
class Header:
    """One parsed copy. ``generation`` grows by one with every change, so that the newer of two good copies is known."""

    generation: int
    vault_id: bytes
    salt: bytes
    cost: Cost
    recovery_public: bytes
    slots: tuple[bytes, ...] = field(repr=False)
    facts: bytes = field(repr=False)
    mac: bytes = field(default=b"", repr=False)


def _body(header: Header) -> bytes:
    front = _FRONT.pack(
        MAGIC.ljust(16, b"\0"),
        VERSION,
        0,
        header.generation,
        header.vault_id,
        header.salt,
        header.cost.pack(),
        header.recovery_public,
    )
    return (front + b"".join(header.slots) + header.facts).ljust(_MAC_AT, b"\0")


def _mac(header: Header, vault_key: bytes | bytearray) -> bytes:
    key = derive(vault_key, "header mac")
    mac = hmac.digest(key, _body(header), "sha256")
    wipe(key)
    return mac


def new(cost: Cost, recovery_public: bytes, vault_key: bytes | bytearray, facts: bytes) -> Header:
    """A first header with all slots unused. ``facts``: up to 510 bytes that only the vault key reads."""
    bare = Header(
        generation=0,
        vault_id=os.urandom(VAULT_ID_SIZE),
        salt=os.urandom(SALT_SIZE),
        cost=cost,
        recovery_public=recovery_public,
        # Random bytes: nobody without a key can tell how many ways in there are.
        slots=tuple(os.urandom(SLOT_SIZE) for _ in range(SLOTS)),
        facts=b"",
    )
    return with_facts(bare, vault_key, facts)


def with_facts(header: Header, vault_key: bytes | bytearray, facts: bytes) -> Header:
    """Replace what only the vault key reads. Raises ``BadParameters`` if it is longer than 510 bytes."""
    if len(facts) > FACTS_SIZE - 2:
        raise BadParameters("the facts of the vault are too long")
    padded = (struct.pack(">H", len(facts)) + facts).ljust(FACTS_SIZE, b"\0")
    key = derive(vault_key, "header facts")
    sealed = aead.seal(key, padded, header.vault_id)
    wipe(key)
    return replace(header, facts=sealed)


def read_facts(header: Header, vault_key: bytes | bytearray) -> bytes:
    """The facts given to ``new``. Raises ``Tampered``."""
    key = derive(vault_key, "header facts")
    padded = aead.unseal(key, header.facts, header.vault_id)
    wipe(key)
    (length,) = struct.unpack(">H", padded[:2])
    if length > FACTS_SIZE - 2:
        raise Tampered("facts of the vault")
    return bytes(padded[2 : 2 + length])


def _slot_context(header: Header, number: int) -> bytes:
    return header.vault_id + struct.pack(">II", VERSION, number) + header.cost.pack()


def _slot_keys(header: Header, number: int, root: bytes | bytearray) -> tuple[bytearray, bytes]:
    keys = derive(root, "key slot", salt=header.vault_id, context=_slot_context(header, number), size=64)
    wrapping, commitment = keys[:32], bytes(keys[32:])
    wipe(keys)
    return wrapping, commitment


def fill_slot(header: Header, number: int, root: bytes | bytearray, vault_key: bytes | bytearray) -> Header:
    """Let ``root`` (Argon2id output, or ``recovery.slot_root``) open the vault through slot ``number``."""
    wrapping, commitment = _slot_keys(header, number, root)
    # The commitment tag stands for exactly one root: AES-GCM alone could be made to open under several keys.
    slot = commitment + aead.seal(wrapping, vault_key, _slot_context(header, number))
    wipe(wrapping)
    return _with_slot(header, number, slot + os.urandom(SLOT_SIZE - len(slot)))


def clear_slot(header: Header, number: int) -> Header:
    """Make slot ``number`` unused: random bytes."""
    return _with_slot(header, number, os.urandom(SLOT_SIZE))


def _with_slot(header: Header, number: int, slot: bytes) -> Header:
    slots = list(header.slots)
    slots[number] = slot
    return replace(header, slots=tuple(slots))


def find_slot(header: Header, root: bytes | bytearray) -> int | None:
    """The number of the slot that ``root`` opens, by its commitment tag alone."""
    found = None
    for number, slot in enumerate(header.slots):
        wrapping, commitment = _slot_keys(header, number, root)
        wipe(wrapping)
        if hmac.compare_digest(commitment, slot[:_COMMITMENT_SIZE]):
            found = number
    return found


def unlock(header: Header, root: bytes | bytearray) -> bytearray:
    """Return the vault key. Raises ``WrongKey`` if no slot is for ``root``, ``Tampered`` if it was changed."""
    number = find_slot(header, root)
    if number is None:
        raise WrongKey("no slot of the vault fits")
    wrapping, _ = _slot_keys(header, number, root)
    wrapped = header.slots[number][_COMMITMENT_SIZE : _COMMITMENT_SIZE + _WRAPPED_SIZE]
    try:
        vault_key = aead.unseal(wrapping, wrapped, _slot_context(header, number))
    finally:
        wipe(wrapping)
    check(header, vault_key)
    return vault_key


def check(header: Header, vault_key: bytes | bytearray) -> None:
    """Raise ``Tampered`` unless the whole header was written by somebody who had the vault key."""
    if not hmac.compare_digest(header.mac, _mac(header, vault_key)):
        raise Tampered("header")


def pack(header: Header, vault_key: bytes | bytearray) -> bytes:
    """The 2048 bytes of the next generation of this header, with MAC and checksum."""
    following = replace(header, generation=header.generation + 1)
    body = _body(following) + _mac(following, vault_key)
    return body + hashlib.sha256(body).digest()


def parse(data: bytes) -> Header:
    """Read one copy. Raises ``Damaged``, ``TooNew``, or ``BadParameters`` for a cost that this program refuses."""
    if len(data) != SIZE or not hmac.compare_digest(hashlib.sha256(data[:_SHA_AT]).digest(), data[_SHA_AT:]):
        raise Damaged("header")
    magic, version, zero, generation, vault_id, salt, cost, public = _FRONT.unpack_from(data)
    if magic != MAGIC.ljust(16, b"\0"):
        raise Damaged("header")
    if version != VERSION:
        raise TooNew("header")
    if zero or any(data[_FACTS_END:_MAC_AT]):
        raise Damaged("header")
    slots = tuple(data[_FRONT.size + n * SLOT_SIZE : _FRONT.size + (n + 1) * SLOT_SIZE] for n in range(SLOTS))
    return Header(
        generation=generation,
        vault_id=vault_id,
        salt=salt,
        cost=unpack_cost(cost),
        recovery_public=public,
        slots=slots,
        facts=data[_FACTS_AT:_FACTS_END],
        mac=data[_MAC_AT:_SHA_AT],
    )
