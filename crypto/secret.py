"""Key material in buffers that can be overwritten, and the one way in which further keys are derived."""

from __future__ import annotations

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_SIZE = 32
_LABEL = b"affiant v1 "


def wipe(*buffers: bytearray) -> None:
    """Overwrite buffers with zeros, in place. Copies that a library made are beyond our reach (SECURITY.md)."""
    for buffer in buffers:
        buffer[:] = bytes(len(buffer))


def derive(key: bytes | bytearray, purpose: str, *, salt: bytes = b"", context: bytes = b"", size: int = 32) -> bytearray:
    """Derive ``size`` bytes from a key for one named purpose: HKDF-SHA256 (RFC 5869).

    ``purpose`` parts the uses of one key, ``context`` binds the result to further values (a slot number, a cost). The
    purpose is followed by a zero byte, which no purpose holds, so that no purpose and context run into each other.
    """
    info = _LABEL + purpose.encode("ascii") + b"\0" + context
    return bytearray(HKDF(algorithm=SHA256(), length=size, salt=salt or None, info=info).derive(key))
