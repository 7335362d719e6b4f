"""The few things the vault does to files beside SQLCipher: whole or not at all, and on the disk before it goes on."""

from __future__ import annotations

import base64
import contextlib
import errno
import os
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from app.storage.errors import Damaged, InUse, NoSpace, Unreadable

UNFINISHED = ".tmp"
LOCK = "lock"
#: There while somebody asks whoever has the vault open to close it.
ASKED = "lock.asked"
OBJECTS = "o"
LOG = "-wal"
_NAME = re.compile(r"[a-z2-7]{26}")
#: What a disk answers that takes no more: full, over quota, over the process's limit, failing, read-only.
_NOT_TAKEN = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}


def object_name(data: bytes) -> str:
    """The name of an object from 128 bits: 26 letters and digits that every file system keeps apart."""
    return base64.b32encode(data).decode("ascii").rstrip("=").lower()


def new_name() -> str:
    """A random object name."""
    return object_name(os.urandom(16))


def is_object_name(name: str) -> bool:
    """Whether a file name is that of an object."""
    return _NAME.fullmatch(name) is not None


@contextlib.contextmanager
def file_errors(part: str) -> Iterator[None]:
    """Turn what the operating system says of a file of the vault into an error of ours."""
    try:
        yield
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise Damaged(part) from None
    except PermissionError:
        raise Unreadable("the system refuses access to the vault") from None
    except OSError as exc:
        if exc.errno in _NOT_TAKEN:
            raise NoSpace("the disk is full, or it fails") from None
        raise Unreadable("the vault cannot be read or written") from None


def open_plain(path: Path) -> BinaryIO:
    """Open a file to read it; what is no ordinary file counts as none, and is never waited for. Raises ``OSError``."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FileNotFoundError(errno.ENOENT, "no ordinary file")
    return os.fdopen(handle, "rb")


def open_new(path: Path) -> BinaryIO:
    """Begin a file in the place of whatever lies there, which may be a link that leads out of the vault. Raises ``OSError``."""
    path.unlink(missing_ok=True)
    return path.open("xb")


def own_folder(path: Path) -> None:
    """Make a folder that nobody else can look into, or take over what a killed run left of one. Raises ``OSError``."""
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        held = path.lstat()
        if not stat.S_ISDIR(held.st_mode) or (hasattr(os, "geteuid") and held.st_uid != os.geteuid()):
            raise PermissionError(errno.EPERM, "somebody else's, or a link") from None
        with contextlib.suppress(OSError):  # some file systems know no modes
            path.chmod(0o700)


def write(file: BinaryIO, data: bytes) -> None:
    """Write to a file of the vault. A function of its own so that a test can let the disk fill up."""
    file.write(data)


def sync_folder(folder: Path) -> None:
    """Make renames and new names in a folder outlast a power cut. Windows has no such call and needs none (NTFS)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make the content of a closed file outlast a power cut."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle(temporary: Path, target: Path) -> None:
    """Rename a synced temporary file into place and sync its folder."""
    temporary.replace(target)
    sync_folder(target.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Replace a small file: after a crash at any point there is the old content or the new one. Raises ``OSError``."""
    temporary = path.with_name(path.name + UNFINISHED)
    try:
        with open_new(temporary) as file:
            write(file, data)
            file.flush()
            os.fsync(file.fileno())
        settle(temporary, path)
    except BaseException:
        remove(temporary)
        raise


def remove(*paths: Path) -> None:
    """Unlink files where they exist; a file that cannot be removed is left to the next sweep."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def log_files(path: Path) -> tuple[Path, ...]:
    """The files that SQLite keeps beside a database."""
    return tuple(path.with_name(path.name + suffix) for suffix in (LOG, "-shm", "-journal"))


def remove_tree(folder: Path) -> None:
    """Remove a folder and what is in it, as far as it goes."""
    shutil.rmtree(folder, ignore_errors=True)


def _lock_handle(handle: int) -> None:
    """Take the system's exclusive lock on an open file or raise ``OSError``; the system drops it with the process."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """The operating system's lock on a file: held while open, gone with the process however that ends."""

    def __init__(self, path: Path) -> None:
        """Take it. Raises ``InUse`` if somebody else holds it, ``Unreadable``, ``NoSpace``."""
        with file_errors("vault"):
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            _lock_handle(self._handle)
        except OSError:
            os.close(self._handle)
            raise InUse("the vault is in use by another program") from None
        remove(path.with_name(ASKED))  # what an asker that was killed left behind must not close it again

    def release(self) -> None:
        """Let go; harmless if done twice."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
