"""From a passphrase to a key: Argon2id (RFC 9106), its cost bounded before a byte is allocated for it."""

from __future__ import annotations

import hashlib
import hmac
import struct
import time
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from crypto.errors import BadParameters, NotEnoughMemory
from crypto.secret import KEY_SIZE, wipe

SALT_SIZE = 32
DEFAULT_MEMORY_MIB = 256
LEAST_MEMORY_MIB = 64
MOST_MEMORY_MIB = 1024
LEAST_PASSES = 3
MOST_PASSES = 10
MOST_LANES = 16
_LANES = 4
_TARGET_SECONDS = 1.5
_COST = struct.Struct(">IIII")
_ARGON2ID = 1


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of the passphrase costs. ``memory_kib`` in KiB, ``passes`` over it, ``lanes`` in parallel."""

    memory_kib: int
    passes: int
    lanes: int = _LANES

    def check(self) -> None:
        """Raise ``BadParameters`` where the cost is too cheap to protect or too dear to be honest."""
        if not LEAST_MEMORY_MIB * 1024 <= self.memory_kib <= MOST_MEMORY_MIB * 1024:
            raise BadParameters("key derivation memory out of range")
        if not LEAST_PASSES <= self.passes <= MOST_PASSES:
            raise BadParameters("key derivation passes out of range")
        if not 1 <= self.lanes <= MOST_LANES:
            raise BadParameters("key derivation lanes out of range")

    def pack(self) -> bytes:
        """The 16 bytes of FORMAT.md: algorithm, memory, passes, lanes."""
        return _COST.pack(_ARGON2ID, self.memory_kib, self.passes, self.lanes)


def unpack_cost(data: bytes) -> Cost:
    """Read 16 bytes written by ``Cost.pack`` and check them. Raises ``BadParameters``."""
    algorithm, memory, passes, lanes = _COST.unpack(data)
    if algorithm != _ARGON2ID:
        raise BadParameters("unknown key derivation")
    cost = Cost(memory, passes, lanes)
    cost.check()
    return cost


def choose_cost(memory_mib: int | None) -> Cost:
    """The cost for a new vault.

    With a memory given (MiB): exactly three passes. Without: 256 MiB and as many passes as take about 1.5 s on this
    machine, 3 to 10. Raises ``BadParameters`` for a memory under 64 or over 1024 MiB.
    """
    cost = Cost((DEFAULT_MEMORY_MIB if memory_mib is None else memory_mib) * 1024, LEAST_PASSES)
    cost.check()
    if memory_mib is not None:
        return cost
    started = time.perf_counter()
    wipe(derive_key(b"calibration", bytes(SALT_SIZE), cost))
    each = max(time.perf_counter() - started, 1e-6) / LEAST_PASSES
    return Cost(cost.memory_kib, min(MOST_PASSES, max(LEAST_PASSES, int(_TARGET_SECONDS / each))))


def secret_bytes(passphrase: str, key_file: bytes | None = None) -> bytearray:
    """What goes into Argon2id: the passphrase in NFKC and UTF-8, under HMAC-SHA256 where there is a key file.

    NFKC, so that a passphrase typed on another keyboard or system is still the same. The HMAC key is the SHA-256 of the
    whole key file, so that its size does not matter. Raises ``BadParameters`` if a key file is empty, or if there is
    neither a passphrase nor a key file, or if the passphrase is no text (lone surrogates).
    """
    if key_file is not None and not key_file:
        raise BadParameters("the key file is empty")
    if key_file is None and not passphrase:
        raise BadParameters("the passphrase is empty")
    try:
        words = bytearray(unicodedata.normalize("NFKC", passphrase).encode("utf-8"))
    except UnicodeEncodeError:
        raise BadParameters("the passphrase is not text") from None
    if key_file is None:
        return words
    mixed = bytearray(hmac.digest(hashlib.sha256(key_file).digest(), words, "sha256"))
    wipe(words)
    return mixed


def derive_key(secret: bytes | bytearray, salt: bytes, cost: Cost) -> bytearray:
    """Run Argon2id and return 32 bytes. Raises ``BadParameters`` before allocating, ``NotEnoughMemory``."""
    cost.check()
    out = bytearray(KEY_SIZE)
    argon = Argon2id(salt=salt, length=KEY_SIZE, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    try:
        argon.derive_into(secret, out)  # type: ignore[arg-type]  # the stub leaves bytearray out, the code takes it
    except MemoryError:
        raise NotEnoughMemory("not enough memory for the key derivation") from None
    return out
