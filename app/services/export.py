"""From a case to a PDF for somebody else, and the same check for any PDF.

    draft.draft(material, profile_key, choices, terms, course) -> Draft     the long work, pure: any thread
    release(store, draft, path, beside) -> Exported                         write and journal exactly these bytes
    release_beside(store, draft, kind, path) -> Exported                    the same for data beside a PDF, by itself
    export_pdf(vault, case_name, choices, release) -> Exported              both, for the command line
    check_pdf(vault, case_name, path, profile_key, choices)

Whatever fails, no file is left.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import BAD_INPUT, BLOCKED, UserError, bad_input
from app.redaction.common import is_common
from app.redaction.disclose import Choices
from app.review.mosaic import Combination
from app.services.beside import beside as data_beside
from app.services.beside import named
from app.services.draft import Draft, Terms, check_name, draft, protected_of, refused
from app.services.exhibiting import take_contents
from app.services.files import Outgoing
from app.services.material import take
from app.services.redaction import prepare
from app.services.session import open_case, told
from app.storage.case_store import CaseStore
from app.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Release:
    """What one export asks for beyond its ``Choices``. ``beside``: where data is to be written too, by kind (``beside``)."""

    out: Path = field(repr=False)
    profile: str = "counsel"
    sign_off: str | None = field(default=None, repr=False)
    override: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    beside: Mapping[str, Path] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that left the vault. ``sha256`` is that of the file as written; ``beside`` what went with it.

    ``last_seq`` is the newest row of the journal now, that of this disclosure; ``pictures`` counts the pages of exhibits.
    """

    path: Path
    sha256: str
    pages: int
    profile: str
    mosaic: tuple[Combination, ...] = field(repr=False)
    beside: tuple[Path, ...] = ()
    last_seq: int = 0
    pictures: int = 0


def export_pdf(vault: Vault, case_name: str, choices: Choices, asked: Release) -> Exported:
    """Export one case under a profile.

    Raises ``UserError`` with status 3 (blocked: each reason named) or 4 (refused by the release check).
    """
    with open_case(vault, case_name) as store:
        named_pdf(asked.out)
        for kind, path in asked.beside.items():
            named(path, kind)
        if asked.beside and asked.password is not None:
            raise bad_input(
                "not-locked", "a password locks the PDF alone; nothing was written; export the data by itself, or seal a packet"
            )
        material, choices = take_contents(store, take(store), choices)
        made = draft(material, asked.profile, choices, Terms(asked.sign_off, asked.override, asked.password))
        return release(store, made, asked.out, asked.beside)


def release(
    store: CaseStore, made: Draft, path: Path, beside: Mapping[str, Path] | None = None, *, replace: bool = True
) -> Exported:
    """Write a draft, and journal the disclosure; for the thread that owns the vault.

    ``beside``: data that goes out with it, as one disclosure. ``replace``: over a file of that name, if there is one. Raises
    ``UserError``: ``stale`` (3) if anything in the case was saved since the draft was made, ``refused`` (4) if the file's name
    says what the file must not or data does not pass, and what ``files.written_whole`` and ``session.told`` raise.
    """
    with told():
        named_pdf(path)
        files = [(path, made.data)]
        held = []
        for kind, where in (beside or {}).items():
            named(where, kind)
            data = data_beside(made, kind)
            files.append((where, data.data))
            held.append({"kind": kind, "sha256": data.sha256})
        _release(store, made, files, {**made.payload, **({"beside": held} if held else {})}, replace=replace)
        others = tuple(where for where, _ in files[1:])
        pictures = sum(len(exhibit.pages) for exhibit in made.view.exhibits)
        return Exported(path, made.sha256, made.pages, made.profile, made.mosaic, others, store.last_seq, pictures)


def release_beside(store: CaseStore, made: Draft, kind: str, path: Path) -> Exported:
    """Write data beside a PDF by itself, and journal it as a disclosure of its own. Raises as ``release`` does."""
    with told():
        named(path, kind)
        data = data_beside(made, kind)
        payload = {key: value for key, value in made.payload.items() if key not in ("pages", "exhibits", "pictures")}
        _release(store, made, [(path, data.data)], {**payload, "kind": kind, "sha256": data.sha256})
        return Exported(path, data.sha256, 0, made.profile, made.mosaic, last_seq=store.last_seq)


def refuse_stale(store: CaseStore, case_id: str, last_seq: int) -> None:
    """Raise ``UserError`` (``stale``) unless this is the state of the case that something was made from."""
    if (case_id, last_seq) != (store.id, store.last_seq):
        raise UserError("stale", BLOCKED, "the case was changed since this copy was made; no file was written; make it anew")


def _release(
    store: CaseStore, made: Draft, files: Sequence[tuple[Path, bytes]], payload: Mapping[str, object], *, replace: bool = True
) -> None:
    refuse_stale(store, made.case_id, made.last_seq)
    if len({path.absolute() for path, _ in files}) < len(files):
        raise bad_input("same-file", "two of the outputs are the same file; nothing was written")
    for path, _ in files:
        check_name(path.name, made.protected)
    write_and_journal(files, lambda: store.disclose_commit(made.codes_under, made.codes, payload), replace=replace)


def named_pdf(path: Path) -> None:
    """Raise ``UserError`` unless a PDF may be called so."""
    if path.suffix.lower() != ".pdf":
        raise bad_input("not-pdf", "the output must be named *.pdf; nothing was written")


def write_and_journal(files: Sequence[tuple[Path, bytes]], journal: Callable[[], None], *, replace: bool) -> None:
    """Write files and journal that, before they get their names; where anything fails, everything stands as it did before."""
    with Outgoing(replace=replace) as outgoing:
        for path, data in files:
            with outgoing.file(path) as stream:
                stream.write(data)
        journal()
        outgoing.place()


def check_pdf(vault: Vault, case_name: str, path: Path, profile_key: str, choices: Choices) -> None:
    """Hold any PDF against one case and profile. Raises ``UserError``: status 4 with the reasons, 2 if it is no PDF."""
    from app.report.check import Limits, NotAPdf, check

    with told():
        data = path.read_bytes()
    with open_case(vault, case_name) as store:
        _, disclosure = prepare(store, profile_key, choices)
        protected = protected_of(disclosure)
        limits = dataclasses.replace(Limits(), images=_let_out(store, profile_key))
        try:
            problems = check(data, protected, path.name, is_common, limits=limits)
        except NotAPdf:
            raise UserError("not-a-pdf", BAD_INPUT, "the file cannot be read as a PDF") from None
        if problems:
            raise refused("the release check refuses this file", problems)


def _let_out(store: CaseStore, profile_key: str) -> tuple[str, ...]:
    """The pictures that exports for the same readers held: what is in them was looked at for those."""
    with told():
        payloads = [row.payload or {} for row in store.journal() if row.what == "disclosure"]
    held = [payload["pictures"] for payload in payloads if payload.get("profile") == profile_key and "pictures" in payload]
    return tuple(dict.fromkeys(str(picture) for pictures in held for picture in pictures))
