"""AES-256-GCM with a random nonce, for the few small secrets that are wrapped: keys and the header's own facts."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from crypto.errors import Tampered

NONCE_SIZE = 12
TAG_SIZE = 16
OVERHEAD = NONCE_SIZE + TAG_SIZE


def seal(key: bytes | bytearray, plain: bytes | bytearray, bound_to: bytes) -> bytes:
    """Return nonce, ciphertext and tag. ``bound_to`` is authenticated with it and must be given again to open it."""
    # A random 96-bit nonce: one key wraps a handful of messages in its life, far below the 2^32 that are safe.
    nonce = os.urandom(NONCE_SIZE)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def unseal(key: bytes | bytearray, sealed: bytes, bound_to: bytes) -> bytearray:
    """Return the plaintext of ``seal``. Raises ``Tampered`` if key, data or ``bound_to`` are not those of then."""
    if len(sealed) < OVERHEAD:
        raise Tampered("sealed value too short")
    try:
        return bytearray(AESGCM(key).decrypt(sealed[:NONCE_SIZE], sealed[NONCE_SIZE:], bound_to))
    except InvalidTag:
        raise Tampered("sealed value does not authenticate") from None
