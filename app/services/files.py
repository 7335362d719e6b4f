"""Writing what leaves the vault: whole or not at all, never over a link, readable by nobody else."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.errors import bad_input


@contextmanager
def written_whole(path: Path, *, replace: bool) -> Iterator[BinaryIO]:
    """A file that appears at ``path`` when the block ends well, synced, and leaves nothing when it does not.

    ``replace`` allows an ordinary file of that name to be replaced; else it is an error.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise bad_input("not-a-file", "the output is a link or no ordinary file; nothing was written")
    if path.exists() and not replace:
        raise bad_input("exists", "there is a file at the output path already; nothing was written; choose another name")
    if not path.parent.is_dir():
        raise bad_input("no-folder", "the folder for the output does not exist; nothing was written")
    partial = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def write_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Write bytes to ``path`` whole or not at all."""
    with written_whole(path, replace=replace) as stream:
        stream.write(data)


def removing_on_failure(paths: list[Path]) -> Callable[[], None]:
    """A function that takes away what a failed command has written so far."""

    def remove() -> None:
        for path in reversed(paths):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            else:
                path.unlink(missing_ok=True)

    return remove
