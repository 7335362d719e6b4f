"""Writing what leaves the vault: whole or not at all, never over a link, never into a vault, readable by nobody else.

    Outgoing(replace=…)                 files that appear together, once all of them are whole
    written_whole(path, replace=…)      one such file
    write_whole(path, data, replace=…)  the same, of bytes

What is journaled is journaled between the last byte and the name: a file under its name always stands in the history, and
of a run that was killed there is at most a row too many.
"""

from __future__ import annotations

import os
import re
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from app.errors import bad_input
from app.storage import headers
from app.storage.disk import sync_folder
from app.storage.errors import StorageError

_UNFINISHED = re.compile(r"\.[0-9a-f]{16}\.part")


class Outgoing:
    """Files that are begun under other names, and get their own together by ``place``; nothing is left where that fails.

    ``replace`` allows ordinary files of those names to be replaced; else they are an error.
    """

    def __init__(self, *, replace: bool) -> None:
        self._replace = replace
        self._begun: list[tuple[Path, Path]] = []
        self._held: list[int] = []

    @contextmanager
    def file(self, path: Path, partial: Path | None = None) -> Iterator[BinaryIO]:
        """Begin a file. When the block ends it is on the disk, under another name.

        ``partial`` is that name: given, so that what a killed run left under it is taken away; else such remnants in the
        same folder are, as long as nobody is at work on them. Raises ``UserError``, ``OSError``.
        """
        self._refuse(path)
        if not path.parent.is_dir():
            raise bad_input("no-folder", "the folder for the output does not exist; nothing was written")
        _refuse_vault(path)
        if partial is None:
            _sweep(path.parent)
            partial = path.with_name(f".{secrets.token_hex(8)}.part")
        else:
            partial.unlink(missing_ok=True)
        self._begun.append((partial, path))
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as stream:
            if sys.platform != "win32":  # there, a file that is held cannot be given another name
                self._held.append(os.dup(handle))
                _hold(handle)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())

    def unfinished(self, path: Path) -> Path:
        """Under what name a file lies that was begun and not placed yet."""
        return next(partial for partial, target in self._begun if target == path)

    def place(self) -> None:
        """Give the files their names. Raises ``UserError``, ``OSError``."""
        for _, path in self._begun:
            self._refuse(path)  # writing may have taken long
        while self._begun:
            partial, path = self._begun[0]
            partial.replace(path)
            del self._begun[0]
            with suppress(OSError):  # some file systems cannot sync a folder
                sync_folder(path.parent)

    def _refuse(self, path: Path) -> None:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise bad_input("not-a-file", "the output is a link or no ordinary file; nothing was written")
        if path.exists() and not self._replace:
            raise bad_input("exists", "there is a file at the output path already; nothing was written; choose another name")

    def __enter__(self) -> Outgoing:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for partial, _ in self._begun:
            partial.unlink(missing_ok=True)
        for handle in self._held:
            os.close(handle)


def _refuse_vault(path: Path) -> None:
    """What leaves the vault does not belong into one: it would lie there readable, and go where the vault goes."""
    if any(_is_vault(folder) for folder in path.absolute().resolve().parents):
        raise bad_input("in-the-vault", "what leaves the vault does not belong into a vault; nothing was written")


def _is_vault(folder: Path) -> bool:
    try:
        return headers.is_vault(folder)
    except StorageError:  # it cannot be looked into
        return False


def _hold(handle: int) -> None:
    import fcntl

    with suppress(OSError):  # some file systems know no locks
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sweep(folder: Path) -> None:
    """Take away what killed runs have left in a folder."""
    if sys.platform == "win32":
        return
    import fcntl

    with suppress(OSError):
        for path in [Path(entry.path) for entry in os.scandir(folder) if _UNFINISHED.fullmatch(entry.name)]:
            with suppress(OSError), path.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()


@contextmanager
def written_whole(
    path: Path, *, replace: bool, check: Callable[[Path], None] | None = None, partial: Path | None = None
) -> Iterator[BinaryIO]:
    """A file that appears at ``path`` when the block ends well, synced, and leaves nothing when it does not.

    ``check`` is given the synced file before it gets its name; what it raises ends the work. It is also the moment to
    journal it. ``replace`` and ``partial`` are as in ``Outgoing``.
    """
    with Outgoing(replace=replace) as outgoing:
        with outgoing.file(path, partial) as stream:
            yield stream
        if check is not None:
            check(outgoing.unfinished(path))
        outgoing.place()


def write_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Write bytes to ``path`` whole or not at all."""
    with written_whole(path, replace=replace) as stream:
        stream.write(data)
