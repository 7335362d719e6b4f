"""One case being worked on: what the window saves, removes and keeps while it is typed.

Every function that saves holds the whole resulting case against the rules of a case file first, stores it in one
transaction with one journal row, and returns the case as it then stands. For the thread that owns the vault only.

    open_work(vault, name) -> tuple[CaseStore, Case]            the caller closes the store
    case_of(store) -> Case
    new_case(vault, code, opened=None, languages=(), jurisdiction=None, matters=()) -> CaseSummary
    new_id(store, kind, beside=()) -> str                       "e12"; ``beside``: ids given out and not saved yet
    save(store, kind, value) -> Case                            kind as in a case file, "case" for its own facts
    save_many(store, [(kind, value), ...], drafts=(), said=None) -> Case
    remove(store, kind, entry_id) -> Case
    references_to(case, entry_id) -> tuple[Spot, ...]           Spot(kind, id, path)
    save_draft(store, place, text), draft(store, place) -> str | None, drop_draft(store, place)
    drafts(store) -> dict[str, Draft]                           Draft(time, text)
    commit_draft(store, place, kind, value) -> Case             saves the entry and drops the draft, both or neither

Errors (``UserError.code``): ``bad-entry`` (``spots[0]`` the field, ``reasons[0]`` why), ``still-referred-to`` (``spots``
say by what), ``code-in-use``, ``no-such-entry``, ``under-hold``, and those of ``session.told``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from weakref import WeakKeyDictionary

from app.domain.case import ENTRY_KINDS, Case, CaseInfo
from app.domain.plain import from_plain, to_plain
from app.errors import Spot, bad_input
from app.services import entries
from app.services.entries import CASE, Tree
from app.services.session import told
from app.storage import errors as storage
from app.storage.case_store import CaseStore
from app.storage.values import CaseSummary, Change, Draft, entry_id_of
from app.storage.vault import Vault

#: What an id begins with, by kind.
PREFIXES = {
    "people": "p",
    "places": "l",
    "organizations": "o",
    "events": "e",
    "testimonies": "t",
    "documents": "d",
    "consents": "c",
}


def open_work(vault: Vault, name: str) -> tuple[CaseStore, Case]:
    """Open a case by code or id; the caller closes the store."""
    with told():
        store = vault.open_case(name)
        try:
            return store, _standing(store).case
        except BaseException:
            store.close()
            raise


def case_of(store: CaseStore) -> Case:
    """The case as it stands."""
    with told():
        return _standing(store).case


@dataclass(frozen=True, slots=True)
class _Standing:
    """A case as it stood at one row of its journal: every change adds a row, so that it holds until there is another."""

    seq: int
    tree: Tree = field(repr=False)
    case: Case = field(repr=False)


#: What each open case was last seen as. Reading a large case anew for each entry saved would be most of the work.
_seen: WeakKeyDictionary[CaseStore, _Standing] = WeakKeyDictionary()


def _standing(store: CaseStore) -> _Standing:
    seq, held = store.last_seq, _seen.get(store)
    if held is None or held.seq != seq:
        tree = store.plain()
        held = _seen[store] = _Standing(seq, tree, from_plain(Case, tree))
    return held


def _changed(store: CaseStore, before: _Standing, after: Tree, values: Sequence[tuple[str, object]], kinds: set[str]) -> Case:
    """The case after a change of entries of some kinds: what did not change is taken over."""
    new: dict[str, Any] = {}
    for kind in kinds:
        if kind == CASE:
            new[CASE] = next(value for put, value in reversed(values) if put == CASE)
            continue
        held = {entry.id: entry for entry in getattr(before.case, kind)}
        held |= {entry_id_of(kind, value): value for put, value in values if put == kind}
        new[kind] = tuple(held[entry["id"]] for entry in after.get(kind, ()))
    case = replace(before.case, **new)
    _seen[store] = _Standing(store.last_seq, after, case)
    return case


def new_case(
    vault: Vault,
    code: str,
    opened: str | None = None,
    languages: Sequence[str] = (),
    jurisdiction: str | None = None,
    matters: Sequence[str] = (),
) -> CaseSummary:
    """Begin a case. Raises ``UserError`` ``bad-entry`` (``spots[0].path`` is the fact, as ``code``), ``code-in-use``."""
    info = CaseInfo(code, opened, tuple(languages), jurisdiction, tuple(matters))
    plain = entries.as_read(CASE, info)
    entries.check({CASE: plain})
    with _changing():
        with vault.create_case(from_plain(Case, {CASE: plain}), {}, "begin") as store:
            case_id = store.id
        return next(summary for summary in vault.cases() if summary.id == case_id)


@contextmanager
def _changing() -> Iterator[None]:
    with told():
        try:
            yield
        except storage.Exists:
            raise bad_input("code-in-use", "another case has this code; nothing was saved; choose another") from None
        except storage.NoSuchEntry:
            raise bad_input("no-such-entry", "there is no such entry in the case; nothing was changed") from None


# --- entries ---


def new_id(store: CaseStore, kind: str, beside: Collection[str] = ()) -> str:
    """An id that no entry of the case has or ever had. ``beside``: ids that were given out and are not saved yet."""
    with told():
        prefix = PREFIXES[kind]
        number = store.last_number(prefix) + 1
        while f"{prefix}{number}" in beside:
            number += 1
        return f"{prefix}{number}"


def save(store: CaseStore, kind: str, value: object) -> Case:
    """Add an entry, replace the one of its id, or (kind ``case``) replace the case's own facts."""
    return save_many(store, [(kind, value)])


def save_many(
    store: CaseStore,
    values: Sequence[tuple[str, object]],
    drafts: Sequence[str] = (),
    said: Mapping[str, object] | None = None,
) -> Case:
    """Save several entries as one change; the drafts at ``drafts`` go with it. ``said``: what the journal says of it besides.

    What stands already in the same words is not saved again: a change that changes nothing leaves no trace.
    """
    with _changing():
        before = _standing(store)
        read = [(kind, entries.as_read(kind, value)) for kind, value in values]
        after = entries.with_entries(before.tree, read)
        if after == before.tree:
            for place in drafts:
                store.drop_draft(place)
            return before.case
        entries.check(after, read, store.text_size())
        made = [(kind, entries.built(kind, plain)) for kind, plain in read]
        what = f"put {read[0][0]} {read[0][1].get('id', '')}".rstrip() if len(read) == 1 else f"put {len(read)} entries"
        store.change(what, Change(made, drafts=drafts, said=said or {}))
        return _changed(store, before, after, made, {kind for kind, _ in made})


def remove(store: CaseStore, kind: str, entry_id: str) -> Case:
    """Remove an entry that no other refers to, and with a document its content.

    Redaction decisions for single mentions follow the entries that move up, and go with the one that is removed.
    """
    with _changing():
        before = _standing(store)
        if kind not in ENTRY_KINDS or all(entry["id"] != entry_id for entry in before.tree.get(kind, ())):
            raise storage.NoSuchEntry("no such entry")
        entries.refuse_if_referred_to(tuple(entries.references_in(before.tree, entry_id)))
        after = entries.without_entry(before.tree, kind, entry_id)
        decisions = store.decisions()
        moved = entries.follow(decisions, before.tree, after)
        store.remove(kind, entry_id, moved if moved != decisions else None)
        return _changed(store, before, after, (), {kind})


def references_to(case: Case, entry_id: str) -> tuple[Spot, ...]:
    """Where other entries, or the case's own facts, refer to an entry."""
    return tuple(entries.references_in(to_plain(case), entry_id))


# --- drafts: kept as one types, in the case, encrypted; no part of the journal ---


def save_draft(store: CaseStore, place: str, text: str) -> None:
    """Keep what is being typed; on the disk when this returns. Half of a surrogate pair is kept as U+FFFD."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    with told():
        store.save_draft(place, whole)


def draft(store: CaseStore, place: str) -> str | None:
    """What was being typed at a place."""
    with told():
        return store.draft(place)


def drafts(store: CaseStore) -> dict[str, Draft]:
    """All that is being typed in this case, by place."""
    with told():
        return store.drafts()


def drop_draft(store: CaseStore, place: str) -> None:
    """It was given up."""
    with told():
        store.drop_draft(place)


def commit_draft(store: CaseStore, place: str, kind: str, value: object) -> Case:
    """Save the entry that was being typed at a place and drop the draft, in one transaction."""
    return save_many(store, [(kind, value)], (place,))
