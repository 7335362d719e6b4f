"""Data beside the PDF: the redacted events as a table (CSV), the redacted case as a case file (JSON).

Both are made from the very view from which the pages were drawn, so they pass what the pages passed: consent, decisions,
sign-off. The finished bytes are held to a release check of their own.

    beside(made, kind) -> Beside        pure: any thread; ``made`` is a draft that passed
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from app import casefile
from app.errors import bad_input
from app.redaction.common import is_common
from app.services.draft import Draft, refused
from app.services.session import forms

TABLE, CASE_FILE = "csv", "case-file"
#: What the file's name must end with, by kind.
ENDINGS = {TABLE: ".csv", CASE_FILE: ".json"}


@dataclass(frozen=True, slots=True)
class Beside:
    """Finished bytes that passed. ``kind``: ``csv`` or ``case-file``."""

    kind: str
    data: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """Of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()


def beside(made: Draft, kind: str) -> Beside:
    """Make one kind of data from a copy that passed. Raises ``UserError`` ``refused`` (4)."""
    from app.report import data_case, data_check, data_table
    from app.report.check import Reason

    if kind == TABLE:
        data = data_table.table(made.view)
        problems = data_check.check_table(data, made.view, made.protected, is_common)
    else:
        data = data_case.case_file(made.view)
        problems = data_check.check_case_file(data, made.view, made.protected, is_common)
        try:
            casefile.parse(data, forms(), None)
        except casefile.CaseFileError as error:  # names a place in the file, and nothing that stands there
            problems = (*problems, Reason("expected", f"the case file could not be taken in: {error}"))
    if problems:
        raise refused("refused by the release check, no file was left", problems)
    return Beside(kind, data)


def named(path: Path, kind: str) -> None:
    """Raise ``UserError`` unless a file of that kind may be called so."""
    if path.suffix.lower() != ENDINGS[kind]:
        raise bad_input(f"not-{kind}", f"the output must be named *{ENDINGS[kind]}; nothing was written")
