"""What was saved in a case and when, every earlier wording of an entry, and who has received what.

    rows(store) -> tuple[HistoryRow, ...]                   newest first
    earlier(store, kind, entry_id) -> tuple[Version, ...]   oldest first, the standing wording among them
    disclosures(store) -> tuple[Disclosed, ...]             newest first
    labels(case) -> dict[(kind, id), str]                   what each entry is called where it is spoken of
    last(store) -> int                                      the newest row's number: of the change just saved
    revert(store, seq) -> Case                              app.services.reverting: undo, and undo of an undo

``HistoryRow.what`` is one of: ``begun`` ``imported`` ``put`` ``removed`` ``merged`` ``split`` (one entry of two, two of one)
``reverted`` (``about``: the row taken back) ``decided`` ``undone`` (redaction decisions; ``count``) ``exhibit`` (boxes on
pages of a document) ``codes`` ``document``
(content added or replaced) ``disclosure`` ``exported-plain`` ``exported-sealed`` ``statement`` ``erased`` (``about``: the row
whose words went, ``note``: the reason) ``refused`` (a spelling that is not somebody's) ``other``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.case import ENTRY_KINDS, Case
from app.domain.date_words import date_words
from app.domain.exhibits import is_plan
from app.services import entries, work
from app.services.entries import CASE
from app.services.reverting import is_revertible, revert
from app.services.session import forms, told
from app.storage.carried import earlier_rows
from app.storage.case_store import CaseStore
from app.storage.errors import Damaged
from app.storage.values import JournalRow

__all__ = ["Disclosed", "HistoryRow", "Touched", "Version", "disclosures", "earlier", "labels", "last", "revert", "rows"]

_BY_WORDS = {
    "begin": "begun",
    "import": "imported",
    "keep codes": "codes",
    "disclosure": "disclosure",
    "case exported in plain text": "exported-plain",
    "case exported sealed": "exported-sealed",
    "statement written": "statement",
    "paper printed": "paper-printed",
    "paper entered": "paper-entered",
    "spelling refused": "refused",
}
#: What tells of paper without any words of the case: the code of the sheets.
_PAPER = ("paper-printed", "paper-entered")
_CHANGES = {"put": "put", "remove": "removed", "merge": "merged", "split": "split"}
_LEFT_THE_VAULT = ("disclosure", "exported-plain", "exported-sealed", "statement")


@dataclass(frozen=True, slots=True)
class Touched:
    """An entry that a change wrote or removed. ``label``: what it is called now, ``None`` where it is no longer there."""

    kind: str
    id: str = field(repr=False)
    label: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One saved change. ``time`` UTC (ISO 8601). ``touched`` is empty for a whole case, and where the words are erased.

    ``revertible``: of a kind that ``revert`` takes back, if nothing came after it. ``details``: of something that left the
    vault ``(key, value)`` of its terms (profile recipient dated pages exhibits sign_off override sha256), of a testimony that
    was signed how, and the hash of its words (signed text_sha256), of redaction decisions ``("decision", text)`` with what
    was decided after a tab (``mask``, ``safe``, an entry's label; empty: taken back).
    """

    seq: int
    time: str
    author: str = field(repr=False)
    what: str
    touched: tuple[Touched, ...] = ()
    count: int = 0
    about: int | None = None
    note: str = field(default="", repr=False)
    erased: bool = False
    revertible: bool = False
    details: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Version:
    """A wording of an entry. ``what``: ``put`` (``value`` is it), ``removed`` or ``erased`` (there is no value)."""

    seq: int
    time: str
    author: str = field(repr=False)
    what: str
    value: Any = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Disclosed:
    """Something that left the vault. ``what`` as in ``HistoryRow``; where ``erased``, only that and when is known.

    ``recipient``: as it was named, or the age recipients of a sealed export. ``testimonies`` are ids. ``kind``: csv case-file
    declaration packet; empty for the pages of a report.
    """

    seq: int
    time: str
    author: str = field(repr=False)
    what: str
    profile: str = ""
    recipient: str = field(default="", repr=False)
    dated: str = ""
    pages: int = 0
    sha256: str = ""
    testimonies: tuple[str, ...] = ()
    sign_off: str = field(default="", repr=False)
    override: str = field(default="", repr=False)
    erased: bool = False
    kind: str = ""


def rows(store: CaseStore) -> tuple[HistoryRow, ...]:
    """All saved changes, newest first."""
    with told():
        called = labels(work.case_of(store))
        return tuple(_row(row, called) for row in reversed(store.journal()))


def _row(row: JournalRow, labels: Mapping[tuple[str, str], str]) -> HistoryRow:
    what, about = _key(row.what)
    touched = [] if what in ("begun", "imported") else _touched(row)
    number, _, _ = row.what.partition(" ")
    erasure = (row.payload or {}).get("erased", {})
    return HistoryRow(
        row.seq,
        row.time,
        row.author,
        what,
        tuple(Touched(kind, entry_id, labels.get((kind, entry_id))) for kind, entry_id in touched),
        count=int(number) if number.isdecimal() else len(touched),
        about=about,
        note=str(erasure.get("reason", "")),
        erased=row.erased,
        revertible=is_revertible(row),
        details=tuple(_details(row, what, labels)),
    )


_TERMS = ("kind", "profile", "recipient", "recipients", "dated", "pages", "exhibits", "sign_off", "override", "sha256")


def _details(row: JournalRow, what: str, labels: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
    payload = row.payload or {}
    if what in _LEFT_THE_VAULT:
        for key in _TERMS:
            if payload.get(key):
                value = payload[key]
                if key == "exhibits":
                    value = [labels.get(("documents", str(one))) or str(one) for one in value]
                yield key, ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    if isinstance(payload.get("signed"), Mapping):
        yield "signed", str(payload["signed"].get("method", ""))
        for digest in payload["signed"].get("sha256", {}).values():
            yield "text_sha256", str(digest)
    if what in _PAPER and payload.get("code"):
        yield "code", str(payload["code"])
    if what in ("decided", "undone"):
        called = {entry_id: label for (_, entry_id), label in labels.items()}
        for change in _changes(row):
            if change[0] == "set" and change[1] == "decision" and not is_plan(change[3]):
                as_ = change[3].get("as", "")
                answer = called.get(next(iter(as_.values()), ""), "") if isinstance(as_, dict) else str(as_)
                yield "decision", f"{change[3].get('text', '')}\t{answer}"


def _key(words: str) -> tuple[str, int | None]:
    """What a row's words in the journal say: the key of ``HistoryRow.what``, and the row it is about."""
    first, _, rest = words.partition(" ")
    if words in _BY_WORDS:
        return _BY_WORDS[words], None
    if first in ("erase", "revert") and rest.isdecimal():
        return {"erase": "erased", "revert": "reverted"}[first], int(rest)
    if first in _CHANGES:
        return _CHANGES[first], None
    if first == "exhibit":
        return "exhibit", None
    if words.startswith(("content of document ", "add document ")):
        return "document", None
    if first.isdecimal() and rest in ("decided", "undone"):
        return rest, None
    return "other", None


def _touched(row: JournalRow) -> list[tuple[str, str]]:
    """The entries that a row wrote or removed, each once: as saved, or where that was erased, as its words say."""
    if row.payload is not None:
        said = [(kind, str(piece)) for _, kind, piece, *_ in _changes(row) if kind == CASE or kind in ENTRY_KINDS]
        said += [("documents", str(piece)) for _, kind, piece, *_ in _changes(row) if kind == "content"]
        values = [change[3] for change in _changes(row) if change[:2] == ["set", "decision"]]
        said += [("documents", str(value["exhibit"])) for value in values if is_plan(value)]
        return list(dict.fromkeys(said))
    verb, _, rest = row.what.partition(" ")
    kind, _, entry_id = rest.partition(" ")
    return [(kind, entry_id)] if verb in ("put", "remove") and (kind == CASE or kind in ENTRY_KINDS) else []


def _changes(row: JournalRow) -> Iterator[list[Any]]:
    for change in (row.payload or {}).get("changes", ()):
        if change[0] in ("set", "drop"):
            yield change


def labels(case: Case) -> dict[tuple[str, str], str]:
    """What each entry of a case is called where it is spoken of, by kind and id."""
    return dict(_labels(case))


def _labels(case: Case) -> Iterator[tuple[tuple[str, str], str]]:
    """What each entry is called where it is spoken of."""
    people = {person.id: person.names[0].text for person in case.people}
    yield (CASE, ""), case.case.code
    for kind, named in (("people", case.people), ("places", case.places), ("organizations", case.organizations)):
        for entry in named:
            yield (kind, entry.id), entry.names[0].text
    for event in case.events:
        label = forms().types[event.type].label if event.type in forms().types else event.type
        yield ("events", event.id), f"{label}, {date_words(event.date)}" if event.date else label
    for testimony in case.testimonies:
        yield ("testimonies", testimony.id), people.get(testimony.person, "")
    for document in case.documents:
        yield ("documents", document.id), document.title
    for consent in case.consents:
        yield ("consents", consent.id), people.get(consent.person, "")


def last(store: CaseStore) -> int:
    """The number of the newest row: right after a change, that of the change."""
    with told():
        return store.last_seq


def earlier(store: CaseStore, kind: str, entry_id: str) -> tuple[Version, ...]:
    """All wordings of an entry (kind ``case`` with an empty id: of the case's own facts), oldest first.

    A row whose words were erased is told as ``erased`` where it is known to have written this entry: by its words, or
    because its wording stood when it was erased.
    """
    with told():
        journal = store.journal()
    stood = {
        row.payload["erased"]["seq"]
        for row in journal
        if row.payload and [kind, entry_id] in [piece[:2] for piece in row.payload.get("erased", {}).get("in_force", ())]
    }
    out = []
    for row in journal:
        if row.erased:
            if row.seq in stood or (kind, entry_id) in _touched(row):
                out.append(Version(row.seq, row.time, row.author, "erased"))
            continue
        for verb, changed, piece, *value in _changes(row):
            if (changed, piece) == (kind, entry_id):
                wording = _built(kind, value[0]) if verb == "set" else None
                out.append(Version(row.seq, row.time, row.author, "put" if verb == "set" else "removed", wording))
    return tuple(out)


def _built(kind: str, plain: Any) -> object:
    with told():
        try:
            return entries.built(kind, plain)
        except (TypeError, KeyError, ValueError, AttributeError):
            raise Damaged("journal") from None


def disclosures(store: CaseStore) -> tuple[Disclosed, ...]:
    """Everything of the case that left the vault, newest first; also what left the vault in which it was before an archive."""
    with told():
        journal = store.journal()
        rows = [*earlier_rows(journal), *journal]
        return tuple(_disclosed(row) for row in reversed(rows) if _key(row.what)[0] in _LEFT_THE_VAULT)


def is_readable(history: Mapping[str, Any]) -> bool:
    """Whether a history that comes with an archive, from anybody, can be shown."""
    try:
        for row in earlier_rows([JournalRow(1, "", "", "import", {"archived": history})]):
            _disclosed(row)
            _touched(row)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
        return False
    return True


def _disclosed(row: JournalRow) -> Disclosed:
    said = row.payload or {}
    return Disclosed(
        row.seq,
        row.time,
        row.author,
        _key(row.what)[0],
        profile=str(said.get("profile", "")),
        recipient=str(said.get("recipient") or ", ".join(said.get("recipients", ()))),
        dated=str(said.get("dated", "")),
        pages=int(said.get("pages", 0)),
        sha256=str(said.get("sha256", "")),
        testimonies=tuple(said.get("testimonies", ())),
        sign_off=str(said.get("sign_off", "")),
        override=str(said.get("override", "")),
        erased=row.erased,
        kind=str(said.get("kind", "")),
    )
