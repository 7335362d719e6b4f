"""What can go wrong with a vault. The text of each says what and which part, and never holds content of a case."""

from __future__ import annotations


class StorageError(Exception):
    """Base of all errors of the vault."""


class NotAVault(StorageError):
    """There is no vault at this place."""


class WrongKey(StorageError):
    """The passphrase, key file or recovery secret does not open this vault; nothing points to damage."""


class Damaged(StorageError):
    """Something was lost, changed or put back. ``part`` says what ("header", "case HERON", "catalog")."""

    def __init__(self, part: str) -> None:
        super().__init__(f"damaged or tampered with: {part}")
        self.part = part


class TooNew(StorageError):
    """A later version of the program wrote this vault or case."""


class NotMigrated(StorageError):
    """A file of an earlier version could not be brought to the present one; it is as it was."""


class InUse(StorageError):
    """Another running program holds the vault, or part of it."""


class Exists(StorageError):
    """There is something at the place of a new vault already, or a case of that code."""


class NoSuchCase(StorageError):
    """No case of that code or id."""


class NoSuchEntry(StorageError):
    """No entry, document or journal row of that id."""


class NoSpace(StorageError):
    """The disk is full, or fails. Nothing was changed."""


class UnderHold(StorageError):
    """A legal hold is on the case: nothing of it is erased or removed."""


class OtherVault(StorageError):
    """A receipt was written by another vault."""


class UnderRetention(StorageError):
    """The case is to be kept until a day that has not come."""


class NoRecovery(StorageError):
    """No recovery opens the vault, to which a backup could be sealed."""


class Changing(StorageError):
    """The vault was changed while it was copied; the copy is given up."""


class NotErasable(StorageError):
    """The journal row was erased before, or is itself the record of an erasure."""


class Refused(StorageError):
    """A value given for a new vault cannot be used: empty passphrase, cost out of range, author too long."""


class NotEnoughMemory(StorageError):
    """The machine has not the memory that opening this vault takes."""


class Unreadable(StorageError):
    """The system does not let this user read or write the vault."""


class Closed(StorageError):
    """The vault or case was closed before."""
