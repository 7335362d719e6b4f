"""Opening a packet without a vault: whoever holds the identity or the passphrase gets its files into a new folder.

unseal(path, out, identities, course=SILENT) -> tuple[str, ...]      the names of the files, each held against its hash
"""

from __future__ import annotations

import hashlib
import io
import re
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from app.errors import bad_input
from app.services import sealing, unpack
from app.services.archiving import SUMS
from app.services.progress import SILENT, Course
from app.services.session import told
from crypto.age_header import Identity, Passphrase

_PART = "sealed packet"
_NAME = re.compile(r"(?:originals/)?[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_MOST_SUMS = 1 << 20


def passphrase(text: str) -> Passphrase:
    """A passphrase in the place of an identity."""
    return Passphrase(text)


def unseal(path: Path, out: Path, identities: Sequence[Identity], course: Course = SILENT) -> tuple[str, ...]:
    """Write the files of a packet into a folder that does not exist yet, whole or not at all.

    Raises ``UserError``: ``exists``, ``no-folder``, ``not-for-you``, ``damaged`` (also for what is no packet); ``Stopped``.
    """
    with told():
        if out.exists() or out.is_symlink():
            raise bad_input("exists", "something of that name is there already; nothing was written; choose another folder")
        if not out.parent.is_dir():
            raise bad_input("no-folder", "the folder for the output does not exist; nothing was written")
        partial = out.with_name(f".{secrets.token_hex(8)}.part")
        try:
            partial.mkdir(mode=0o700)
            with sealing.opened(path, identities, _PART) as reader:
                names = _files(io.BufferedReader(reader, sealing.READ), partial, reader.size, course)
            partial.rename(out)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
        return names


def _files(stream: BinaryIO, folder: Path, total: int, course: Course) -> tuple[str, ...]:
    found: dict[str, str] = {}
    listed: dict[str, str] | None = None
    for member in unpack.members(stream):
        if not _NAME.fullmatch(member.name) or listed is not None:
            raise unpack.BadArchive
        target = folder / member.name
        target.parent.mkdir(mode=0o700, exist_ok=True)
        value = hashlib.sha256()
        with unpack.content(stream, member) as content, target.open("xb") as file:
            target.chmod(0o600)
            while piece := content.read(sealing.READ):
                value.update(piece)
                file.write(piece)
                course.at("write", member.at + content.tell(), total)
        if member.name == SUMS:
            listed = _listed(target)
        else:
            found[member.name] = value.hexdigest()
    if listed is None or listed != found:
        raise unpack.BadArchive
    return (*found, SUMS)


def _listed(path: Path) -> dict[str, str]:
    if path.stat().st_size > _MOST_SUMS:
        raise unpack.BadArchive
    lines = [_LINE.fullmatch(line) for line in path.read_text("utf-8", "replace").splitlines()]
    if None in lines:
        raise unpack.BadArchive
    return {line[2]: line[1] for line in lines if line is not None}
