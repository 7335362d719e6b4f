"""A case file in: bytes, tree, schema, rules, documents, values, in this order; the first fault ends it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from app.casefile.bounded import FILE_LIMIT, parse_bounded
from app.casefile.documents import Attachment, take_documents
from app.casefile.errors import CaseFileError
from app.casefile.rules import check_rules, check_size
from app.casefile.schema import CaseSchema
from app.domain.case import Case
from app.domain.forms import Forms
from app.domain.plain import from_plain

_HEADER = ("format", "version")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What a case file held: the case, and the documents that came with it."""

    case: Case
    attachments: tuple[Attachment, ...]


def read(path: Path, forms: Forms) -> CaseFile:
    """Read a case file and look up the documents beside it.

    Takes bounded time and memory whatever the file holds. Raises ``CaseFileError``, whose text repeats nothing of the
    file and not its name.
    """
    return parse(_bytes_of(path), forms, path.parent)


def parse(data: bytes, forms: Forms, beside: Path | None) -> CaseFile:
    """Read a case file from memory.

    ``beside`` is the folder in which the files of its documents lie; with ``None`` they are not looked for and come as
    no attachments. Raises ``CaseFileError``.
    """
    schema = CaseSchema(forms)
    found = parse_bounded(data, schema.keys)
    tree = found.value
    check_size(tree)
    schema.check(tree)
    check_rules(tree, forms)
    attachments = take_documents(tree, found.data, beside)
    for key in _HEADER:
        del tree[key]
    return CaseFile(from_plain(Case, tree), attachments)


def _bytes_of(path: Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, flags)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise CaseFileError("$", "not a regular file")
        with os.fdopen(descriptor, "rb") as file:
            # One byte more than is allowed tells a file that is too large, also where it grows meanwhile.
            return file.read(FILE_LIMIT + 1)
    except FileNotFoundError:
        raise CaseFileError("$", "there is no such file") from None
    except OSError:
        raise CaseFileError("$", "the file cannot be read") from None
