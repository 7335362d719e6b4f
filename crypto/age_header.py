"""The header of an age v1 file (age-encryption.org/v1): parsed strictly, its file key unwrapped for our identities.

X25519 and scrypt stanzas are known; stanzas of other types are passed over, as the specification asks. Recipients of
the post-quantum hybrid type (``mlkem768x25519``) and plugins are not supported.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from crypto.errors import NoMatch, NotEnoughMemory, SealedHeaderError, SealedHmacError
from crypto.identity import SealingIdentity

VERSION_LINE = b"age-encryption.org/v1\n"
#: 2^20 blocks of 1 KiB: one gigabyte, as for our own key derivation. What age itself writes is 2^18.
MOST_SCRYPT_LOG_N = 20
_MOST_HEADER = 1 << 20
_FILE_KEY_SIZE = 16
_COLUMNS = 64
_WORK_FACTOR = re.compile(rb"[1-9][0-9]{0,2}")
_ARGUMENT = re.compile(rb"[\x21-\x7e]+")


@dataclass(frozen=True, slots=True)
class Passphrase:
    """A passphrase in the place of an identity, for files sealed by scrypt."""

    text: str = field(repr=False)


Identity = SealingIdentity | Passphrase


@dataclass(frozen=True, slots=True)
class Stanza:
    """``args[0]`` is the type; ``body`` the wrapped file key."""

    args: tuple[bytes, ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class AgeHeader:
    """``authenticated`` are the bytes under the MAC; ``size`` is where the payload's nonce begins."""

    stanzas: tuple[Stanza, ...]
    authenticated: bytes
    mac: bytes
    size: int


def hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF-SHA256 to 32 bytes, as age uses it throughout."""
    return HKDF(algorithm=SHA256(), length=32, salt=salt or None, info=info).derive(key)


def _unbase64(text: bytes) -> bytes:
    """Canonical base64 without padding, or ``SealedHeaderError``."""
    if b"=" in text or b"\r" in text or b"\n" in text:
        raise SealedHeaderError("base64")
    try:
        data = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        raise SealedHeaderError("base64") from None
    if base64.b64encode(data).rstrip(b"=") != text:
        raise SealedHeaderError("base64")
    return data


class _Lines:
    """Lines of a header whose whole size is bounded, whatever the file claims."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self.read = bytearray()

    def next(self) -> bytes:
        line = self._source.readline(_MOST_HEADER - len(self.read))
        self.read += line
        if not line.endswith(b"\n"):
            raise SealedHeaderError("header cut short or too long")
        return line[:-1]


def parse(source: BinaryIO) -> AgeHeader:
    """Read a header from a file that stands at its start. Raises ``SealedHeaderError``."""
    lines = _Lines(source)
    if lines.next() != VERSION_LINE[:-1]:
        raise SealedHeaderError("not an age v1 file")
    stanzas: list[Stanza] = []
    while True:
        line = lines.next()
        if line.startswith(b"---"):
            if not stanzas or line[3:4] != b" ":
                raise SealedHeaderError("footer")
            mac = _unbase64(line[4:])
            if len(mac) != 32:
                raise SealedHeaderError("footer")
            whole = bytes(lines.read)
            return AgeHeader(tuple(stanzas), whole[: len(whole) - len(line) - 1 + 3], mac, len(whole))
        if not line.startswith(b"-> "):
            raise SealedHeaderError("stanza")
        args = tuple(line[3:].split(b" "))
        if not all(_ARGUMENT.fullmatch(arg) for arg in args):
            raise SealedHeaderError("stanza")
        body = b""
        while True:
            line = lines.next()
            if len(line) > _COLUMNS:
                raise SealedHeaderError("stanza body")
            body += line
            if len(line) < _COLUMNS:
                break
        stanzas.append(Stanza(args, _unbase64(body)))


def _unwrap(key: bytes, body: bytes) -> bytes | None:
    # The nonce is all zero: the wrapping key is fresh for every stanza of every file.
    try:
        return ChaCha20Poly1305(key).decrypt(bytes(12), body, None)
    except InvalidTag:
        return None


def _x25519(stanza: Stanza, identity: SealingIdentity) -> bytes | None:
    if len(stanza.args) != 2 or len(stanza.body) != _FILE_KEY_SIZE + 16:
        raise SealedHeaderError("X25519 stanza")
    share = _unbase64(stanza.args[1])
    if len(share) != 32:
        raise SealedHeaderError("X25519 stanza")
    try:
        shared = X25519PrivateKey.from_private_bytes(identity.private).exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError:  # a point of low order: the secret would be all zero
        raise SealedHeaderError("X25519 share") from None
    return _unwrap(hkdf(shared, share + identity.public, b"age-encryption.org/v1/X25519"), stanza.body)


def _scrypt(stanza: Stanza, passphrase: Passphrase) -> bytes | None:
    if len(stanza.args) != 3 or len(stanza.body) != _FILE_KEY_SIZE + 16:
        raise SealedHeaderError("scrypt stanza")
    salt = _unbase64(stanza.args[1])
    if len(salt) != 16 or not _WORK_FACTOR.fullmatch(stanza.args[2]):
        raise SealedHeaderError("scrypt stanza")
    log_n = int(stanza.args[2])
    if log_n > MOST_SCRYPT_LOG_N:
        raise SealedHeaderError("scrypt cost")
    try:
        derivation = Scrypt(salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=1 << log_n, r=8, p=1)
        key = derivation.derive(passphrase.text.encode("utf-8", "surrogatepass"))
    except MemoryError:
        raise NotEnoughMemory("not enough memory for scrypt") from None
    return _unwrap(key, stanza.body)


def file_key(header: AgeHeader, identities: Sequence[Identity]) -> bytes:
    """Unwrap the file key and check the header's MAC.

    Raises ``NoMatch``, ``SealedHeaderError``, ``SealedHmacError``, ``NotEnoughMemory``.
    """
    types = [stanza.args[0] for stanza in header.stanzas]
    if b"scrypt" in types and len(types) > 1:  # else who knows the passphrase could pose as another sender
        raise SealedHeaderError("scrypt beside other recipients")
    for stanza in header.stanzas:
        for identity in identities:
            key = None
            if stanza.args[0] == b"X25519" and isinstance(identity, SealingIdentity):
                key = _x25519(stanza, identity)
            elif stanza.args[0] == b"scrypt" and isinstance(identity, Passphrase):
                key = _scrypt(stanza, identity)
            if key is not None:
                expected = hmac.digest(hkdf(key, b"", b"header"), header.authenticated, "sha256")
                if not hmac.compare_digest(expected, header.mac):
                    raise SealedHmacError("header")
                return key
    raise NoMatch("sealed for somebody else")
