"""Sealed files: age v1. Written by pyrage, read by our own seekable reader.

Counsel can open them with the ordinary age tool. pyrage cannot seek and sets no bound to scrypt, so reading is ours, on
the primitives of ``cryptography`` and against the test vectors of C2SP. The payload is cut into pieces of 64 KiB, each
authenticated by itself, the last one marked as the last: any place is read without reading what stands before.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from crypto import age_header, armor
from crypto.age_header import Identity, Passphrase
from crypto.errors import BadParameters, SealedHeaderError, SealedPayloadError

__all__ = ["Passphrase", "Sealed", "SealedReader", "open_sealed", "parse_recipient", "seal", "seal_with_passphrase"]

PIECE = 64 * 1024
MOST_UNDER_PASSPHRASE = 1 << 28
_TAG = 16
_NONCE = 16


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was written: SHA-256 of plaintext and of ciphertext (hex), size of both in bytes."""

    plain_sha256: str
    cipher_sha256: str
    size: int
    cipher_size: int


class _PipeBrokenError(Exception):
    """Tells pyrage to stop. Of no kind that it knows: an ``InterruptedError`` it would answer by trying for ever."""


class _Metered:
    """One end of the pipe through pyrage: counts, hashes, and keeps the error that pyrage would turn into its own."""

    def __init__(self, file: BinaryIO, progress: Callable[[int], None] | None = None) -> None:
        self._file = file
        self._progress = progress
        self.hash = hashlib.sha256()
        self.size = 0
        self.error: BaseException | None = None

    def _count(self, data: bytes) -> None:
        self.hash.update(data)
        self.size += len(data)
        if self._progress is not None:
            self._progress(self.size)

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._file.read(size)
            self._count(data)
        except BaseException as exc:
            self.error = exc
            raise _PipeBrokenError from None
        return data

    def write(self, data: bytes) -> int:
        try:
            self._file.write(data)
            self._count(data)
        except BaseException as exc:
            self.error = exc
            raise _PipeBrokenError from None
        return len(data)

    def flush(self) -> None:
        self._file.flush()


def parse_recipient(text: str) -> Any:
    """Check an age recipient (``age1…``). Raises ``BadParameters``."""
    try:
        return pyrage.x25519.Recipient.from_str(text)
    except (pyrage.RecipientError, ValueError):
        raise BadParameters("not an age recipient") from None


def seal(
    source: BinaryIO, target: BinaryIO, recipients: Sequence[str], progress: Callable[[int], None] | None = None
) -> Sealed:
    """Seal all of ``source`` to every recipient, streaming; memory use does not grow with the file.

    ``progress`` is called with the number of plaintext bytes so far; raising in it stops the work. Errors of the two
    files and of ``progress`` come through as they are. Raises ``BadParameters`` for a recipient that is none.
    """
    parsed = [parse_recipient(text) for text in recipients]
    if not parsed:
        raise BadParameters("no recipient")
    reader, writer = _Metered(source, progress), _Metered(target)
    try:
        pyrage.encrypt_io(reader, writer, parsed)
    except pyrage.EncryptError:
        error = reader.error or writer.error
        if error is None:
            raise
        raise error from None
    return Sealed(reader.hash.hexdigest(), writer.hash.hexdigest(), reader.size, writer.size)


def seal_with_passphrase(
    source: BinaryIO, target: BinaryIO, passphrase: str, progress: Callable[[int], None] | None = None
) -> Sealed:
    """Seal all of ``source`` under a passphrase (scrypt, salted anew): whoever has it opens the file, and nobody else does.

    By age's rule such a file has no other recipient. pyrage takes its whole content at once, so what is larger than
    ``MOST_UNDER_PASSPHRASE`` is refused. Raises ``BadParameters`` for that and for an empty passphrase.
    """
    if not passphrase:
        raise BadParameters("no passphrase")
    plain = bytearray()
    while piece := source.read(PIECE):
        plain += piece
        if len(plain) > MOST_UNDER_PASSPHRASE:
            raise BadParameters("too large for a passphrase")
        if progress is not None:
            progress(len(plain))
    data = bytes(plain)
    made = pyrage.passphrase.encrypt(data, passphrase)
    target.write(made)
    return Sealed(hashlib.sha256(data).hexdigest(), hashlib.sha256(made).hexdigest(), len(data), len(made))


class SealedReader(io.RawIOBase):
    """The plaintext of a sealed file as a readable, seekable file. Owns and closes the file below.

    Opening checks the header and the last piece, so that a file cut short is refused at once. Every other piece is
    checked before a byte of it is given out. ``binding`` is the SHA-256 (hex) of header and nonce: it stands for this
    very file, and tells one sealed file from another for the same recipient without reading them.
    """

    def __init__(self, file: BinaryIO, identities: Sequence[Identity]) -> None:
        super().__init__()
        self._file = file
        header = age_header.parse(file)
        key = age_header.file_key(header, identities)
        nonce = file.read(_NONCE)
        if len(nonce) != _NONCE:
            raise SealedHeaderError("nonce cut short")
        self.binding = hashlib.sha256(header.authenticated + header.mac + nonce).hexdigest()
        self._aead = ChaCha20Poly1305(age_header.hkdf(key, nonce, b"payload"))
        self._start = header.size + _NONCE
        rest = file.seek(0, os.SEEK_END) - self._start
        self._pieces = max(1, -(-rest // (PIECE + _TAG)))
        last = rest - (self._pieces - 1) * (PIECE + _TAG)
        # An empty last piece is right only for an empty file.
        if last < _TAG or (last == _TAG and self._pieces > 1):
            raise SealedPayloadError("cut short")
        self.size = rest - self._pieces * _TAG
        self._held: tuple[int, bytes] = (-1, b"")
        self._at = 0
        self._piece(self._pieces - 1)

    def _piece(self, number: int) -> bytes:
        if self._held[0] == number:
            return self._held[1]
        self._file.seek(self._start + number * (PIECE + _TAG))
        data = self._file.read(PIECE + _TAG)
        # Counter and last-piece flag are the nonce: the payload key serves this one file only, so none comes twice.
        nonce = number.to_bytes(11, "big") + bytes([number == self._pieces - 1])
        try:
            plain = self._aead.decrypt(nonce, data, None)
        except InvalidTag:
            raise SealedPayloadError("piece") from None
        self._held = (number, plain)
        return plain

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        if self._at >= self.size or not len(view):
            return 0
        number, offset = divmod(self._at, PIECE)
        part = self._piece(number)[offset : offset + len(view)]
        if not part:
            raise SealedPayloadError("piece")
        view[: len(part)] = part
        self._at += len(part)
        return len(part)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.size}[whence]
        if base + offset < 0:
            raise ValueError("seek before the start")
        self._at = base + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        if not self.closed:
            self._held = (-1, b"")
            self._file.close()
        super().close()


def open_sealed(file: BinaryIO, identities: Sequence[Identity], *, armored: bool | None = None) -> SealedReader:
    """Open a sealed file (seekable) for reading. Takes the file over: it is closed on failure too.

    ``armored`` says whether it is ASCII armor; left out, its first characters tell.
    Raises ``SealedHeaderError``, ``SealedHmacError``, ``SealedArmorError``, ``NoMatch``, ``SealedPayloadError``; while
    reading ``SealedPayloadError``.
    """
    try:
        file.seek(0)
        start = file.read(256)
        file.seek(0)
        if armored or (armored is None and start.lstrip(b" \t\r\n").startswith(armor.BEGIN[:5])):
            inner = io.BytesIO(armor.remove(file))
            file.close()
            return SealedReader(inner, identities)
        return SealedReader(file, identities)
    except BaseException:
        file.close()
        raise
