"""The key pairs of a vault: X25519 to seal files to, Ed25519 to sign journal heads. All derived, none stored."""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from crypto import bech32
from crypto.errors import BadParameters, Tampered
from crypto.secret import derive

_RECIPIENT = "age"
_IDENTITY = "age-secret-key-"


@dataclass(frozen=True, slots=True)
class SealingIdentity:
    """An X25519 key pair in age's sense: files are sealed to ``recipient`` and opened with the identity."""

    private: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public half."""
        return X25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw()

    @property
    def recipient(self) -> str:
        """``age1…``: to whom to seal."""
        return recipient_text(self.public)

    def secret_text(self) -> str:
        """``AGE-SECRET-KEY-1…``: with this the ordinary age tool opens what was sealed to the identity."""
        return bech32.encode(_IDENTITY, self.private).upper()


def recipient_text(public: bytes) -> str:
    """Write the public half of an identity as an age recipient."""
    return bech32.encode(_RECIPIENT, public)


def identity_from_text(text: str) -> SealingIdentity:
    """Read ``AGE-SECRET-KEY-1…``. Raises ``BadParameters``."""
    prefix, data = bech32.decode(text)
    if prefix != _IDENTITY or len(data) != 32 or text != text.upper():
        raise BadParameters("not an X25519 identity")
    return SealingIdentity(data)


def case_identity(case_key: bytes | bytearray) -> SealingIdentity:
    """The identity to which the documents of one case are sealed."""
    return SealingIdentity(bytes(derive(case_key, "case documents x25519")))


def recovery_identity(recovery_secret: bytes | bytearray) -> SealingIdentity:
    """The identity to which backups are sealed; its public half stands in the header."""
    return SealingIdentity(bytes(derive(recovery_secret, "recovery x25519")))


def _signer(vault_key: bytes | bytearray) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes(derive(vault_key, "vault ed25519")))


def sign(vault_key: bytes | bytearray, message: bytes) -> bytes:
    """Sign as the vault: 64 bytes, Ed25519 (RFC 8032), deterministic."""
    return _signer(vault_key).sign(message)


def signing_public(vault_key: bytes | bytearray) -> bytes:
    """The 32 bytes with which the vault's signatures are checked."""
    return _signer(vault_key).public_key().public_bytes_raw()


def check_signature(public: bytes, signature: bytes, message: bytes) -> None:
    """Raise ``Tampered`` unless the signature is that of the message."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        raise Tampered("signature does not hold") from None
