"""Opening a vault, and turning what goes wrong below into words for the person in front of the screen."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from app.casefile import CaseFileError, DocumentError
from app.domain.forms import FormError, Forms, load_forms
from app.errors import BAD_INPUT, BLOCKED, DAMAGED, IN_USE, WRONG_KEY, UserError, bad_input
from app.paths import resource
from app.redaction.decisions import DecisionError
from app.redaction.profiles import ProfileError, profile_keys
from app.storage import errors as storage
from app.storage.case_store import CaseStore
from app.storage.vault import Vault


@lru_cache(maxsize=1)
def forms() -> Forms:
    """The record types that ship with the program."""
    return load_forms(resource("forms"))


@contextmanager
def told() -> Iterator[None]:
    """Turn the errors of the layers below into ``UserError``; anything else is a bug and passes through."""
    try:
        yield
    except storage.WrongKey as error:
        raise UserError(
            "wrong-passphrase",
            WRONG_KEY,
            "the passphrase or key file does not open this vault; nothing was changed; try again",
        ) from error
    except storage.InUse as error:
        raise UserError(
            "in-use", IN_USE, "the vault is open in another program; nothing was changed; close it there and try again"
        ) from error
    except storage.Damaged as error:
        raise UserError(
            "damaged",
            DAMAGED,
            f"damaged or tampered with: {error.part}; nothing was changed; keep this copy and run verify, or restore a backup",
        ) from error
    except storage.TooNew as error:
        raise UserError(
            "too-new", DAMAGED, "a later version of this program wrote this vault; nothing was changed; use that version"
        ) from error
    except storage.UnderHold as error:
        raise UserError("under-hold", BLOCKED, "a legal hold is on this case; nothing was changed") from error
    except storage.NotMigrated as error:
        raise UserError(
            "not-migrated",
            DAMAGED,
            "this version cannot take over what an earlier one wrote; nothing was changed; use the earlier one",
        ) from error
    except storage.OtherVault as error:
        raise UserError("other-vault", BAD_INPUT, "this is the receipt of another vault; take that of this one") from error
    except storage.UnderRetention as error:
        raise UserError(
            "under-retention", BLOCKED, "this case is to be kept until a day that has not come; nothing was changed"
        ) from error
    except storage.NoRecovery as error:
        raise UserError(
            "no-recovery",
            BAD_INPUT,
            "a backup is sealed to recovery, and the vault has none; nothing was written; make recovery first",
        ) from error
    except storage.Changing as error:
        raise UserError(
            "changing", IN_USE, "the vault was changed while it was copied; nothing was written; try again"
        ) from error
    except storage.NotAVault as error:
        raise UserError("not-a-vault", BAD_INPUT, "there is no vault at this place; nothing was changed") from error
    except storage.NoSuchCase as error:
        raise UserError("no-such-case", BAD_INPUT, "the vault has no case of that code or id") from error
    except storage.NotErasable as error:
        raise UserError(
            "not-erasable", BAD_INPUT, "that row was erased before, or records an erasure; nothing was changed"
        ) from error
    except storage.StorageError as error:
        raise UserError("storage", BAD_INPUT, str(error)) from error
    except CaseFileError as error:
        raise UserError("bad-case-file", BAD_INPUT, f"the case file was refused, nothing was stored: {error}") from error
    except DocumentError as error:
        raise UserError("bad-document", BAD_INPUT, f"a document could not be read, nothing was stored: {error}") from error
    except DecisionError as error:
        raise UserError("bad-decision", BAD_INPUT, f"nothing was decided: {error}") from error
    except ProfileError as error:
        known = ", ".join(profile_keys())
        raise UserError("no-such-profile", BAD_INPUT, f"there is no profile of that name; known are {known}") from error
    except FormError as error:
        raise UserError("bad-form", BAD_INPUT, f"a record type cannot be read: {error}") from error
    except BrokenPipeError:  # whoever reads the answer has read enough; no file of ours is a pipe
        raise
    except OSError as error:
        raise UserError("file", BAD_INPUT, file_words(error)) from error


def file_words(error: OSError) -> str:
    """What happened to a file, without its name: names of files can be names of people."""
    words = {
        errno.ENOENT: "a file or folder that was named does not exist",
        errno.EACCES: "a file or folder may not be read or written by this user",
        errno.EPERM: "a file or folder may not be read or written by this user",
        errno.ENOSPC: "the disk is full",
        errno.EFBIG: "a file would grow over the limit of this system",
        errno.EROFS: "the disk cannot be written to",
        errno.EISDIR: "a folder was named where a file is needed",
        errno.ENOTDIR: "a file was named where a folder is needed",
        errno.EEXIST: "something of that name is there already",
        errno.ELOOP: "a link was named where a file is needed",
        errno.ENAMETOOLONG: "a file name is too long",
        errno.EDQUOT: "the disk quota is used up",
    }
    return words.get(error.errno or 0, "a file could not be read or written") + "; what was saved before is safe"


def create_vault(path: Path, passphrase: str, author: str, kdf_memory_mib: int | None, key_file: bytes | None) -> None:
    """Make an empty vault and close it. Refuses a place that holds anything.

    Nobody sees its recovery, so it has none: a backup sealed to a secret that nobody holds would be no backup.
    """
    with new_vault(path, passphrase, author, kdf_memory_mib, key_file) as vault, told():
        vault.remove_recovery()


def new_vault(
    path: Path, passphrase: str, author: str, kdf_memory_mib: int | None = None, key_file: bytes | None = None
) -> Vault:
    """The same, left open: ``key()`` gives what ``open_unlocked`` takes, ``recovery_secret`` what is to be written down."""
    with told():
        try:
            return Vault.create(path, passphrase, author, kdf_memory_mib=kdf_memory_mib, key_file=key_file)
        except storage.Exists:
            raise bad_input("exists", "there is something at that place already; nothing was made; choose another") from None


def unlock(path: Path, passphrase: str, key_file: bytes | None = None) -> bytearray:
    """The key of a vault, for ``open_unlocked``; the caller wipes it. Nothing is written, no lock is held afterwards.

    Raises ``UserError`` ``in-use`` (before the costly derivation), ``wrong-passphrase``, ``damaged``, ``not-a-vault``,
    ``too-new``.
    """
    with told():
        return Vault.unlock(path, passphrase, key_file=key_file)


def open_unlocked(path: Path, vault_key: bytearray) -> Vault:
    """An open vault, by the key that ``unlock`` gave, which is wiped whatever happens. The caller closes the vault.

    Raises ``UserError`` as ``unlock`` does.
    """
    with told():
        return Vault.open_unlocked(path, vault_key)


@contextmanager
def open_vault(path: Path, passphrase: str, key_file: bytes | None = None) -> Iterator[Vault]:
    """An open vault; closed, with heads signed, when the block ends."""
    with told(), Vault.open(path, passphrase, key_file=key_file) as vault:
        yield vault


@contextmanager
def open_case(vault: Vault, name: str) -> Iterator[CaseStore]:
    """One case of an open vault, by code or id."""
    with told(), vault.open_case(name) as store:
        yield store
