"""From a case to a PDF for somebody else, and the same check for any PDF.

Read from top to bottom: prepare the disclosed view, see whether anything blocks it, draw it, check the finished bytes,
write the file, journal the disclosure. Whatever fails, no file is left.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import BAD_INPUT, BLOCKED, REFUSED, UserError, bad_input
from app.redaction.common import is_common
from app.redaction.consent import EXPIRED, MISSING
from app.redaction.disclose import Choices, Disclosure
from app.redaction.finder import Finder, Form
from app.redaction.fold import squeezed
from app.redaction.profiles import Profile
from app.redaction.words import words
from app.review.mosaic import Combination, mosaic
from app.services.files import written_whole
from app.services.redaction import prepare
from app.services.session import forms, open_case, told
from app.storage.case_store import CaseStore
from app.storage.vault import Vault

# what every file of ours says of itself: who made it, and the names of its fonts
_FILE_WORDS = ("Affiant", "Noto Serif Sans Naskh Arabic Tibetan SC TC Regular Bold Italic", "Adobe Identity UCS")
_WORD = re.compile(r"[^\W\d_]+")

if TYPE_CHECKING:  # drawing and checking load the PDF libraries, which only an export needs
    from app.report.check import Protected, Reason
    from app.report.render import Rendered


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


def export_pdf(vault: Vault, case_name: str, choices: Choices, release: Release) -> Exported:
    """Export one case under a profile.

    Raises ``UserError`` with status 3 (blocked: each reason named) or 4 (refused by the release check).
    """
    with open_case(vault, case_name) as store:
        if release.out.suffix.lower() != ".pdf":
            raise bad_input("not-pdf", "the output must be named *.pdf; nothing was written")
        profile, disclosure = prepare(store, release.profile, choices)
        combinations = mosaic(disclosure.view)
        _block(profile, disclosure, release)
        rendered = _draw(disclosure)
        _release(disclosure, rendered, release)
        data = rendered.data if release.password is None else _with_password(rendered.data, release.password)
        digest = hashlib.sha256(data).hexdigest()
        with told():
            _write_and_journal(store, data, profile, disclosure, choices, release, digest, rendered.pages)
        return Exported(release.out, digest, rendered.pages, profile.key, combinations)


def _block(profile: Profile, disclosure: Disclosure, release: Release) -> None:
    """Everything that stands between the view and its release, all of it at once."""
    reasons = []
    for gap in disclosure.consent.gaps:
        overridable = profile.override and gap.state in (MISSING, EXPIRED)
        if not (overridable and release.override):
            who = gap.person or "the client"
            reasons.append(f"consent of {who} for this profile: {gap.state}")
    if disclosure.questions:
        count = len(disclosure.questions)
        first = disclosure.questions[0]
        reasons.append(
            f"{count} undecided (first at {first.where}, offset {first.start}); see candidates, then decide, or mask them"
        )
    reasons += [f"what stands for {entry} reads as a name on record" for entry in disclosure.collisions]
    if profile.sign_off and not (release.sign_off and release.sign_off.strip()):
        reasons.append("the mosaic list of this profile needs a sign-off (--sign-off NAME)")
    if release.override and not profile.override:
        reasons.append("this profile allows no override")
    if reasons:
        raise UserError("blocked", BLOCKED, "the export is blocked, no file was written", tuple(reasons))


def _draw(disclosure: Disclosure) -> Rendered:
    from app.report.faces import MissingGlyph
    from app.report.render import render

    try:
        return render(disclosure.view)
    except MissingGlyph as error:
        raise UserError(
            "missing-glyph", BAD_INPUT, f"no font of the report has {', '.join(error.code_points)}; no file was written"
        ) from None


def _release(disclosure: Disclosure, rendered: Rendered, release: Release) -> None:
    """The release check on the finished bytes, failing closed."""
    from app.report.check import Expected, Protected, check

    hunted = _hunted(disclosure)
    recipient = disclosure.view.recipient
    if recipient:
        # who it is for may be somebody on record and stands on the first page: that nothing else does is seen in the view
        named = {form.owner for hit in Finder(hunted, is_common).find(recipient) for form in hit.forms}
        others = replace(disclosure.view, recipient=None)
        theirs = Finder((form for form in hunted if form.owner in named), is_common)
        if any(not form.ask for text in _strings(asdict(others)) for hit in theirs.find(text) for form in hit.forms):
            raise UserError("refused", REFUSED, "refused, no file was left: the recipient is named in what is told")
        hunted = tuple(form for form in hunted if form.owner not in named)
    protected = Protected(hunted, (*disclosure.allowed, *rendered.fixed_phrases))
    expected = Expected(text=rendered.expected, images=frozenset(rendered.images))
    problems = check(rendered.data, protected, release.out.name, is_common, expected)
    if problems:
        raise refused("refused by the release check, no file was left", problems)


def refused(words: str, problems: Sequence[Reason]) -> UserError:
    """The release check's reasons, each once."""
    reasons = tuple(dict.fromkeys(f"{problem.rule}: {problem.detail}" for problem in problems))
    return UserError("refused", REFUSED, words, reasons[:12])


def _write_and_journal(
    store: CaseStore,
    data: bytes,
    profile: Profile,
    disclosure: Disclosure,
    choices: Choices,
    release: Release,
    digest: str,
    pages: int,
) -> None:
    payload: dict[str, object] = {
        "profile": profile.key,
        "recipient": choices.recipient or "",
        "sha256": digest,
        "pages": pages,
        "dated": choices.dated.isoformat(),
        "testimonies": [testimony.id for testimony in disclosure.testimonies],
        "events": len(disclosure.view.events),
        "documents": len(disclosure.view.documents),
        "include": sorted(choices.include),
        "undecided_masked": choices.mask_undecided,
    }
    if release.sign_off:
        payload["sign_off"] = release.sign_off
    if release.override and disclosure.consent.gaps:
        payload["override"] = release.override
    before = release.out.read_bytes() if release.out.is_file() and not release.out.is_symlink() else None
    with written_whole(release.out, replace=True) as stream:
        stream.write(data)
    try:
        store.disclose_commit(profile.key, disclosure.codes, payload)
    except BaseException:
        if before is None:
            release.out.unlink(missing_ok=True)
        else:
            release.out.write_bytes(before)
        raise


def _with_password(data: bytes, password: str) -> bytes:
    """The checked PDF under AES-256. What was checked is what is inside."""
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        encryption = pikepdf.Encryption(owner=password, user=password, R=6, aes=True)  # PDF 2.0: AES-256
        pdf.save(out, encryption=encryption, deterministic_id=False)
    return out.getvalue()


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


def protected_of(disclosure: Disclosure) -> Protected:
    """What a foreign PDF must not hold."""
    from app.report.check import Protected
    from app.report.render import fixed_phrases

    return Protected(_hunted(disclosure), (*disclosure.allowed, *fixed_phrases(disclosure.view.language)))


def _hunted(disclosure: Disclosure) -> tuple[Form, ...]:
    """The forms that are looked for in the finished file.

    Not among them is a single word that the report itself says in every case ("Case", "Place", "June"): whoever is called
    so was masked or asked about in the texts, and the report's own word says nothing of them.
    """
    own = _own_words(disclosure.view.language)
    return tuple(form for form in disclosure.protected if form.joints or form.key not in own)


@lru_cache(maxsize=4)
def _own_words(language: str) -> frozenset[str]:
    from app.report.texts import load_texts

    labels = (record.label for record in forms().types.values())
    fields = (field.label for key in forms().types for field in forms().fields_of(key))
    texts = (*_strings(load_texts(language).table), *_strings(words(language)), *labels, *fields, *_FILE_WORDS)
    return frozenset(squeezed(word) for text in texts for word in _WORD.findall(text))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(item)
