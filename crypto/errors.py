"""What can go wrong with keys, headers and sealed files. No text in here ever holds a key, a passphrase or content."""

from __future__ import annotations


class CryptoError(Exception):
    """Base of all errors of this package."""


class BadParameters(CryptoError):
    """A cost or an input lies outside what this program accepts; nothing was allocated for it."""


class NotEnoughMemory(CryptoError):
    """The machine has not the memory that the key derivation of this vault needs."""


class WrongKey(CryptoError):
    """None of the keys given opens this; the data itself gives no sign of damage."""


class Damaged(CryptoError):
    """A checksum, length or structure is wrong: bits were lost."""


class Tampered(Damaged):
    """The checksum stands but the authentication does not: somebody without the key changed the data."""


class TooNew(CryptoError):
    """Written by a later version of the program."""


class SealedError(CryptoError):
    """Base of what can be wrong with a sealed (age) file."""


class SealedHeaderError(SealedError):
    """The header of a sealed file is malformed, too costly, or contradicts the age specification."""


class SealedHmacError(SealedHeaderError):
    """The header of a sealed file was changed after it was written."""


class SealedArmorError(SealedError):
    """The ASCII armor around a sealed file is malformed."""


class SealedPayloadError(SealedError):
    """A piece of a sealed file is missing, changed, moved or cut short."""


class NoMatch(SealedError, WrongKey):
    """The sealed file is not for any of the identities given."""


class SelfTestFailed(CryptoError):
    """A primitive did not give its known answer: this build must not be trusted with a case."""
