"""Asking whoever has a vault open to close it: a file beside the lock, which the window looks out for. It opens nothing."""

from __future__ import annotations

import time
from pathlib import Path

from app.storage import disk, headers
from app.storage.errors import InUse, NotAVault

_EVERY = 0.05


def asked(path: Path) -> bool:
    """Whether somebody asks that this vault be closed."""
    return (path / disk.ASKED).exists()


def ask_to_close(path: Path, seconds: float) -> bool:
    """Ask, and wait until nobody has the vault open; ``False`` where nobody had.

    Raises ``NotAVault``, ``InUse`` where it is still open after so many seconds, ``Unreadable``, ``NoSpace``.
    """
    if not headers.is_vault(path):
        raise NotAVault("no vault here")
    if _is_free(path):
        return False
    with disk.file_errors("vault"):
        (path / disk.ASKED).touch()
    end = time.monotonic() + seconds
    try:
        while not _is_free(path):
            if time.monotonic() > end:
                raise InUse("the vault is in use by a program that does not close it")
            time.sleep(_EVERY)
    finally:
        disk.remove(path / disk.ASKED)
    return True


def _is_free(path: Path) -> bool:
    try:
        disk.Lock(path / disk.LOCK).release()
    except InUse:
        return False
    return True
