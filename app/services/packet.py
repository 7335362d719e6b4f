"""Counsel's packet: everything that counsel is to have of a case, in one sealed file.

    prepare(material, contents, course=SILENT) -> Packet                  the long work, pure: any thread
    write(store, packet, out, to, course=SILENT) -> Written               sealed, read back, journaled as one disclosure

In it: the coded summary and its data, the identified summary, the key, a draft declaration, originals as chosen, where the
history stands, and the hashes of it all. It is an age file with a tar inside: the ordinary tools open it, and so does
``unsealing``.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.domain.case import Case
from app.errors import BLOCKED, UserError, bad_input
from app.redaction.consent import covered, may_be_named
from app.redaction.disclose import Choices, Disclosure
from app.redaction.naming import by_name, identified
from app.redaction.profiles import ConsentRule, Profile, load_profile
from app.redaction.substitutes import OMIT
from app.services import declaration, sealing
from app.services.archiving import SUMS
from app.services.beside import CASE_FILE, TABLE, beside
from app.services.declaration import Asked
from app.services.draft import Draft, Sort, Terms, check_name, draft, finished
from app.services.export import refuse_stale
from app.services.material import Material, prepared_by, settled
from app.services.progress import SILENT, Course
from app.services.session import told
from app.storage.case_store import CaseStore
from crypto.sealed import Sealed

if TYPE_CHECKING:
    from app.report.check_values import Protected

COUNSEL = "counsel"
CODED, IDENTIFIED, KEY, DECLARATION = "coded", "identified", "key", "declaration"
PARTS = (CODED, IDENTIFIED, KEY, DECLARATION)
README, HEAD = "README.txt", "journal-head.json"
_COPIES = ConsentRule("copy-documents", COUNSEL, ("named", "counsel-only"))
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")

Members = Iterator[tuple[str, int, BinaryIO]]


@dataclass(frozen=True, slots=True)
class Contents:
    """What is to be in a packet. ``originals`` are ids of documents; ``testimony`` and ``wording`` are for the declaration,
    ``choices`` for the summaries."""

    choices: Choices
    parts: tuple[str, ...] = PARTS
    originals: tuple[str, ...] = ()
    testimony: str | None = None
    wording: str = declaration.BOTH
    override: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class To:
    """For whom it is sealed: age public keys, or a passphrase that is told by another way. One of the two."""

    recipients: tuple[str, ...] = ()
    passphrase: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Packet:
    """What passed and is ready to be sealed. ``originals`` pairs a name in the packet with the document's id; ``codes`` are
    those to be kept, by profile; ``case_id`` and ``last_seq`` say which state of the case it was made from."""

    files: tuple[tuple[str, bytes], ...] = field(repr=False)
    originals: tuple[tuple[str, str], ...] = field(repr=False)
    codes: Mapping[str, Mapping[str, str]] = field(repr=False)
    payload: Mapping[str, object] = field(repr=False)
    coded: Draft = field(repr=False)
    case_id: str
    last_seq: int


@dataclass(frozen=True, slots=True)
class Written:
    """A packet that left the vault; ``members`` are the names of what is in it, ``last_seq`` is as for an export."""

    path: Path
    sha256: str
    members: tuple[str, ...]
    last_seq: int


def prepare(material: Material, contents: Contents, course: Course = SILENT) -> Packet:
    """Make what goes into the packet. Raises ``UserError`` as ``draft`` and ``declare`` do, for the first part blocked."""
    _refuse_unknown(contents, material.case)
    # Pages as pictures are for a report by itself: a packet has the originals, or none.
    choices = settled(material.case, replace(contents.choices, exhibits=()))
    contents = replace(contents, choices=choices)
    profile = _profile()
    _refuse_originals(material.case, contents)
    # The coded copy is made in any case: its codes stand in the key, and its check holds the name of the file.
    coded = draft(material, COUNSEL, choices, Terms(override=contents.override), course)
    kept = {**material.codes.get(coded.codes_under, {}), **coded.codes}
    material = replace(material, codes={**material.codes, coded.codes_under: kept})
    disclosed = prepared_by(material, profile, choices, course=course)
    files: list[tuple[str, bytes]] = []
    codes: dict[str, Mapping[str, str]] = {coded.codes_under: coded.codes}
    said: dict[str, object] = {"parts": list(contents.parts), "originals": list(contents.originals)}
    if CODED in contents.parts:
        files.append(("summary-coded.pdf", coded.data))
        files.append(("events-coded.csv", beside(coded, TABLE).data))
        files.append(("case-coded.json", beside(coded, CASE_FILE).data))
    if IDENTIFIED in contents.parts:
        files.append(("summary-identified.pdf", _identified(material, profile, choices, course).data))
    if KEY in contents.parts:
        files.append(("key.csv", _key(material.case, profile, choices, disclosed)))
    if DECLARATION in contents.parts:
        made, named = _declaration(material, contents, course)
        files.append(("declaration.pdf", made.data))
        codes.setdefault(made.codes_under, made.codes)
        said["declaration"] = IDENTIFIED if named else "redacted"
        # Whoever takes a grant back must find that this went out, also where the summaries hold no testimony.
        told_in = (*coded.payload["testimonies"], *made.payload["testimonies"])  # type: ignore[misc]
        said["testimonies"] = list(dict.fromkeys(told_in))
    originals = _originals(material.case, contents, disclosed, coded.protected)
    readme = _readme(material.case, contents, said, originals)
    payload = {key: value for key, value in coded.payload.items() if key not in ("pages", "sha256")}
    return Packet(
        files=((README, readme), *files),
        originals=tuple((name, document_id) for name, _, document_id in originals),
        codes=codes,
        payload={**payload, "kind": "packet", **said},
        coded=coded,
        case_id=material.case_id,
        last_seq=material.last_seq,
    )


def write(store: CaseStore, packet: Packet, out: Path, to: To, course: Course = SILENT) -> Written:
    """Seal a packet into a new file and journal it; for the thread that owns the vault.

    Raises ``UserError``: ``stale`` (3), ``refused`` (4: the file's name), ``bad-recipient``, ``exists``, ``too-large``,
    ``no-document``; ``Stopped``. Then there is no file, and nothing is journaled.
    """
    if bool(to.recipients) == (to.passphrase is not None):
        raise bad_input("usage", "a packet is sealed to public keys or under a passphrase: one of the two; nothing was written")
    with told():
        refuse_stale(store, packet.case_id, packet.last_seq)
        check_name(out.name, packet.coded.protected)
        noted: dict[str, tuple[int, str]] = {}
        members = _with_sums(sealing.noting(_members(store, packet), noted), noted)

        def journal(written: Sealed) -> None:
            refuse_stale(store, packet.case_id, packet.last_seq)
            how = {"recipients": list(to.recipients)} if to.recipients else {"passphrase": True}
            for key, codes in packet.codes.items():
                if key != packet.coded.codes_under:
                    store.keep_codes(key, codes)
            payload = {**packet.payload, **how, "sha256": written.cipher_sha256}
            store.disclose_commit(packet.coded.codes_under, packet.codes[packet.coded.codes_under], payload)

        written = sealing.write(out, members, noted, to.recipients, course, passphrase=to.passphrase, journal=journal)
        return Written(out, written.cipher_sha256, tuple(noted), store.last_seq)


def _profile() -> Profile:
    with told():
        return load_profile(COUNSEL)


def _refuse_unknown(contents: Contents, case: Case) -> None:
    unknown = [part for part in contents.parts if part not in PARTS]
    if unknown or not (contents.parts or contents.originals):
        raise bad_input("bad-parts", f"a packet holds {', '.join(PARTS)}; nothing was written")
    if set(contents.originals) - {document.id for document in case.documents}:
        raise bad_input("no-document", "a document that was named is not in the case; nothing was written")


def _refuse_originals(case: Case, contents: Contents) -> None:
    """An original shows whoever it names: the client must have agreed that counsel gets copies, under no pseudonym."""
    if not contents.originals:
        return
    rule = replace(_profile(), consent=(_COPIES,))
    clients = [person.id for person in case.people if "witness" in person.roles]
    wanting = [person for person in clients if not may_be_named(case, rule, person, contents.choices.dated)]
    if wanting or not clients:
        reasons = tuple(f"{person} did not agree that counsel gets copies of documents" for person in wanting or ["the client"])
        raise UserError("blocked", BLOCKED, "the packet is blocked, no file was written", reasons)
    scopes = [entries for person in clients if (entries := covered(case, rule, person, contents.choices.dated)) is not None]
    about = {document.id: document.about for document in case.documents}
    _refuse_outside([one for one in contents.originals if any(not about[one] or set(about[one]) - s for s in scopes)])


def _refuse_outside(documents: Sequence[str]) -> None:
    if documents:
        reasons = tuple(f"{name} is of events that consent does not cover" for name in documents)
        raise UserError("blocked", BLOCKED, "the packet is blocked, no file was written", reasons)


def _identified(material: Material, profile: Profile, choices: Choices, course: Course) -> Draft:
    case, strict = identified(material.case, profile, choices.dated)
    disclosure = prepared_by(replace(material, case=case), strict, choices, course=course)
    withheld = tuple("names-identified" if key == "names" else key for key in disclosure.view.withheld)
    disclosure = replace(disclosure, view=replace(disclosure.view, identified=True, withheld=withheld))
    reasons = () if _may_be_named(material.case, profile, choices.dated) else ("nobody agreed to be named to counsel",)
    return finished(material, strict, disclosure, choices, Terms(), course, Sort(reasons=reasons))


def _may_be_named(case: Case, profile: Profile, on: date) -> list[str]:
    """Who may be named to the readers of a profile, in the order of the case."""
    granted = by_name(case, profile, on)
    return [person.id for person in case.people if not person.public_figure and person.id in granted]


def _key(case: Case, profile: Profile, choices: Choices, disclosed: Disclosure) -> bytes:
    """Who stands behind which code, of those who agreed that counsel has their name."""
    from app.report.data_table import safe, written

    granted = set(_may_be_named(case, profile, choices.dated))
    rows = [["stands_as", "names", "roles"]]
    for person in case.people:
        if person.id in granted and disclosed.substitutes[person.id].style != OMIT:
            names = "; ".join(name.text for name in person.names)
            rows.append([safe(disclosed.substitutes[person.id].text), safe(names), ", ".join(person.roles)])
    if len(rows) == 1:
        raise UserError(
            "blocked", BLOCKED, "the packet is blocked, no file was written", ("nobody agreed to be named to counsel",)
        )
    return written(rows)


def _declaration(material: Material, contents: Contents, course: Course) -> tuple[Draft, bool]:
    """The declaration, identified if the witness agreed to be named to a court and to counsel; and whether it is."""
    choices = contents.choices
    testimony = declaration.chosen(material.case, contents.testimony, choices.language)
    named = declaration.may_be_identified(material.case, testimony, choices.dated, choices.language, (COUNSEL,))
    asked = Asked(
        dated=choices.dated,
        testimony=testimony.id,
        identified=named,
        wording=contents.wording,
        original=testimony.translation_of is not None,
        mask_undecided=choices.mask_undecided,
        language=choices.language,
        through=(COUNSEL,),
    )
    return declaration.declare(material, asked, course), named


def _originals(case: Case, contents: Contents, disclosed: Disclosure, protected: Protected) -> list[tuple[str, str, str]]:
    """Of the chosen documents: a name that says nothing and leads nowhere, the title as it is disclosed, and the id."""
    titles = {document.number: document.title for document in disclosed.view.documents}
    _refuse_outside([name for name in contents.originals if name not in disclosed.numbers])
    out = []
    for document in case.documents:
        if document.id in contents.originals:
            number = disclosed.numbers[document.id]
            suffix = Path(document.file).suffix if document.file else ""
            kept = suffix if _SUFFIX.fullmatch(suffix) and not _tells(suffix, protected) else ""
            out.append((f"originals/exhibit-{number}{kept}", titles[number], document.id))
    return sorted(out)


def _tells(suffix: str, protected: Protected) -> bool:
    try:
        check_name(suffix.removeprefix("."), protected)
    except UserError:
        return True
    return False


def _readme(case: Case, contents: Contents, said: Mapping[str, object], originals: Sequence[tuple[str, str, str]]) -> bytes:
    from app.report.texts import fill, load_texts

    texts = load_texts(contents.choices.language, "packet")
    slots = {"code": case.case.code, "date": contents.choices.dated.isoformat()}
    lines = [fill(line, slots) for line in texts.lines("readme.head")]
    for part in contents.parts:
        lines.append(texts.say(f"readme.{part}_{said['declaration']}" if part == DECLARATION else f"readme.{part}"))
    if originals:
        lines.append(texts.say("readme.originals"))
        for name, title, _ in originals:
            lines.append(texts.say("readme.original", name=name, title=" ".join(title.split())))
    lines += [texts.say("readme.journal"), *texts.lines("readme.foot")]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _members(store: CaseStore, packet: Packet) -> Members:
    for name, data in (*packet.files, (HEAD, store.receipt())):
        yield name, len(data), io.BytesIO(data)
    for name, document_id in packet.originals:
        source = store.document(document_id)
        if source is None:
            raise bad_input("no-document", "a document that was named is not held; nothing was written")
        with source:
            size = source.seek(0, io.SEEK_END)
            source.seek(0)
            yield name, size, source


def _with_sums(members: Members, noted: dict[str, tuple[int, str]]) -> Members:
    """The members, and at the end a list of their hashes as ``sha256sum -c`` reads it."""
    yield from members
    sums = "".join(f"{sha256}  {name}\n" for name, (_, sha256) in noted.items()).encode("utf-8")
    yield SUMS, len(sums), io.BytesIO(sums)
    noted[SUMS] = (len(sums), hashlib.sha256(sums).hexdigest())
