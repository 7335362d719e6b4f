"""From a case to a PDF for somebody else, and the same check for any PDF.

    draft.draft(material, profile_key, choices, terms, course) -> Draft     the long work, pure: any thread
    release(store, draft, path) -> Exported                                 write and journal exactly these bytes
    export_pdf(vault, case_name, choices, release) -> Exported              both, for the command line
    check_pdf(vault, case_name, path, profile_key, choices)

Whatever fails, no file is left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.errors import BAD_INPUT, BLOCKED, UserError, bad_input
from app.redaction.common import is_common
from app.redaction.disclose import Choices
from app.review.mosaic import Combination
from app.services.draft import Draft, Terms, check_name, draft, protected_of, refused
from app.services.files import written_whole
from app.services.material import take
from app.services.redaction import prepare
from app.services.session import open_case, told
from app.storage.case_store import CaseStore
from app.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Release:
    """What one export asks for beyond its ``Choices``."""

    out: Path = field(repr=False)
    profile: str = "counsel"
    sign_off: str | None = field(default=None, repr=False)
    override: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that left the vault. ``sha256`` is that of the file as written."""

    path: Path
    sha256: str
    pages: int
    profile: str
    mosaic: tuple[Combination, ...] = field(repr=False)


def export_pdf(vault: Vault, case_name: str, choices: Choices, asked: Release) -> Exported:
    """Export one case under a profile.

    Raises ``UserError`` with status 3 (blocked: each reason named) or 4 (refused by the release check).
    """
    with open_case(vault, case_name) as store:
        _named_pdf(asked.out)
        made = draft(take(store), asked.profile, choices, Terms(asked.sign_off, asked.override, asked.password))
        return release(store, made, asked.out)


def release(store: CaseStore, made: Draft, path: Path) -> Exported:
    """Write a draft, and journal the disclosure; for the thread that owns the vault.

    Raises ``UserError``: ``stale`` (3) if anything in the case was saved since the draft was made, ``refused`` (4) if the
    file's name says what the file must not, and what ``files.written_whole`` and ``session.told`` raise.
    """
    with told():
        _named_pdf(path)
        if (made.case_id, made.last_seq) != (store.id, store.last_seq):
            raise UserError(
                "stale", BLOCKED, "the case was changed since this copy was made; no file was written; make it anew"
            )
        check_name(path.name, made.protected)
        _write_and_journal(store, made, path)
        return Exported(path, made.sha256, made.pages, made.profile, made.mosaic)


def _named_pdf(path: Path) -> None:
    if path.suffix.lower() != ".pdf":
        raise bad_input("not-pdf", "the output must be named *.pdf; nothing was written")


def _write_and_journal(store: CaseStore, made: Draft, path: Path) -> None:
    before = path.read_bytes() if path.is_file() and not path.is_symlink() else None
    with written_whole(path, replace=True) as stream:
        stream.write(made.data)
    try:
        store.disclose_commit(made.profile, made.codes, made.payload)
    except BaseException:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(before)
        raise


def check_pdf(vault: Vault, case_name: str, path: Path, profile_key: str, choices: Choices) -> None:
    """Hold any PDF against one case and profile. Raises ``UserError``: status 4 with the reasons, 2 if it is no PDF."""
    from app.report.check import NotAPdf, check

    with told():
        data = path.read_bytes()
    with open_case(vault, case_name) as store:
        _, disclosure = prepare(store, profile_key, choices)
        protected = protected_of(disclosure)
        try:
            problems = check(data, protected, path.name, is_common)
        except NotAPdf:
            raise UserError("not-a-pdf", BAD_INPUT, "the file cannot be read as a PDF") from None
        if problems:
            raise refused("the release check refuses this file", problems)
