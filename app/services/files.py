"""Writing what leaves the vault: whole or not at all, never over a link, readable by nobody else."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app.errors import bad_input
from app.storage.disk import sync_folder


@contextmanager
def written_whole(
    path: Path, *, replace: bool, check: Callable[[Path], None] | None = None, partial: Path | None = None
) -> Iterator[BinaryIO]:
    """A file that appears at ``path`` when the block ends well, synced, and leaves nothing when it does not.

    ``replace`` allows an ordinary file of that name to be replaced; else it is an error. ``check`` is given the synced file
    before it gets its name; what it raises ends the work. ``partial`` is the name that the file has until then: given, so
    that what a killed run left of it is taken away by the next.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise bad_input("not-a-file", "the output is a link or no ordinary file; nothing was written")
    if path.exists() and not replace:
        raise bad_input("exists", "there is a file at the output path already; nothing was written; choose another name")
    if not path.parent.is_dir():
        raise bad_input("no-folder", "the folder for the output does not exist; nothing was written")
    if partial is None:
        partial = path.with_name(f".{secrets.token_hex(8)}.part")
    else:
        partial.unlink(missing_ok=True)
    try:
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if check is not None:
            check(partial)
        partial.replace(path)
        with suppress(OSError):  # some file systems cannot sync a folder
            sync_folder(path.parent)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def write_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Write bytes to ``path`` whole or not at all."""
    with written_whole(path, replace=replace) as stream:
        stream.write(data)


@contextmanager
def kept_aside(path: Path) -> Iterator[Path | None]:
    """A second name, while the block lasts, for the ordinary file that stands at ``path``; ``None`` if there is none.

    Under it the file outlives being replaced, and can be put back where no byte more can be written.
    """
    if path.is_symlink() or not path.is_file():
        yield None
        return
    aside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        try:
            os.link(path, aside)
        except OSError:  # some file systems have no second names
            shutil.copyfile(path, aside)
        yield aside
    finally:
        aside.unlink(missing_ok=True)


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
