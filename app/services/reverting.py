"""Taking back one saved change: the wordings before it are put back, as a change of its own that can be taken back too.

Only while what it wrote stands, or stands again; what came after is never touched. What left the vault cannot be taken
back, nor can the content of a document, nor words that were erased.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.case import ENTRY_KINDS, Case
from app.domain.plain import from_plain
from app.errors import UserError, bad_input
from app.services import entries
from app.services.entries import CASE, Tree
from app.services.session import told
from app.storage import errors as storage
from app.storage.case_store import CaseStore
from app.storage.pieces import CODE, DECISION, State, code_id, replay
from app.storage.values import Change, JournalRow

_KINDS = (CASE, *ENTRY_KINDS, DECISION, CODE)
_NOT_TAKEN_BACK = ("import", "begin", "disclosure", "keep codes")
#: First words of rows that write no entry, whatever became of their payload.
_WRITES_NO_ENTRY = ("disclosure", "keep", "content", "erase", "exhibit")

Piece = tuple[str, str]
Decided = tuple[Mapping[str, Any], ...]


def is_revertible(row: JournalRow) -> bool:
    """Whether a row is of a kind that can be taken back: entries, the case's facts or decisions, and nothing else."""
    lines = (row.payload or {}).get("changes", ())
    return bool(lines) and row.what not in _NOT_TAKEN_BACK and all(line[1] in _KINDS for line in lines)


def revert(store: CaseStore, seq: int) -> Case:
    """Take back what one journal row changed, and return the case.

    Raises ``UserError``: ``no-such-row``; ``not-revertible``; ``changed-since`` where something it wrote was changed
    again; ``still-referred-to`` and ``bad-entry`` where the case as it now stands does not allow it.
    """
    with told():
        rows = store.journal()
        row = next((row for row in rows if row.seq == seq), None)
        if row is None:
            raise bad_input("no-such-row", "the history of the case has no such row")
        if not is_revertible(row):
            raise _not_revertible()
        wrote = _wrote(row)
        before = replay(((r.seq, r.payload) for r in rows if r.seq < seq), "journal")
        after = replay(((r.seq, r.payload) for r in rows if r.seq <= seq), "journal")
        tree = store.plain()
        now = store.decisions()
        untouched = now == _decisions(after)
        if not wrote and not untouched:
            raise _changed_since()
        _refuse_changed_since(tree, wrote)
        _refuse_hidden([r for r in rows if r.seq < seq], wrote)
        puts, drops = _back(wrote, before)
        if any(kind == "documents" and entry_id in store.contents() for kind, entry_id in drops):
            raise _changed_since()
        new, orders = _tree_back(tree, puts, drops, before)
        decided = _decisions(before) if untouched else None
        if decided is None:
            if not wrote:
                raise _not_revertible()
            decided = entries.follow(now, tree, new)
        values = [(kind, entries.built(kind, plain)) for kind, plain in puts]
        codes = _codes_back(store, row, before)
        change = Change(values, drops, orders, decided if decided != now else None, codes=codes)
        try:
            store.change(f"revert {seq}", change)
        except storage.Exists:
            raise bad_input("code-in-use", "another case has the code that this one had; nothing was taken back") from None
        return from_plain(Case, new)


def _wrote(row: JournalRow) -> dict[Piece, Any]:
    """What a row left of each entry it wrote: its wording, or ``None`` where it removed it."""
    out: dict[Piece, Any] = {}
    for verb, kind, piece, *value in (row.payload or {}).get("changes", ()):
        if verb != "order" and kind in (CASE, *ENTRY_KINDS):
            out[kind, piece] = value[0] if verb == "set" else None
    return out


def _codes_back(store: CaseStore, row: JournalRow, before: State) -> list[tuple[str, str, str | None]]:
    """The codes that a row moved, as they were kept before."""
    out: list[tuple[str, str, str | None]] = []
    for verb, kind, piece, *value in (row.payload or {}).get("changes", ()):
        if verb == "order" or kind != CODE:
            continue
        profile, _, entry_id = piece.partition("/")
        if store.codes(profile).get(entry_id) != (value[0] if verb == "set" else None):
            raise _changed_since()
        wording = before.pieces.get((CODE, code_id(profile, entry_id)))
        if wording is not None and wording.text is None:
            raise _not_revertible()
        out.append((profile, entry_id, json.loads(wording.text) if wording and wording.text else None))
    return out


def _refuse_changed_since(tree: Tree, wrote: Mapping[Piece, Any]) -> None:
    """Refuse unless every wording of the row is the one that stands: so undo after undo walks back through an entry."""
    standing: dict[Piece, Any] = {(CASE, ""): tree[CASE]}
    standing |= {(kind, entry["id"]): entry for kind in ENTRY_KINDS for entry in tree.get(kind, ())}
    if any(standing.get(piece) != wording for piece, wording in wrote.items()):
        raise _changed_since()


def _refuse_hidden(earlier: Sequence[JournalRow], wrote: Mapping[Piece, Any]) -> None:
    """Refuse where the wording before may have been erased: an older one, or none, must not pass for it."""
    for piece in wrote:
        seen = max((row.seq for row in earlier if piece in _wrote(row)), default=0)
        if any(row.erased and row.seq > seen and _may_have_written(row.what, piece) for row in earlier):
            raise _not_revertible()


def _may_have_written(what: str, piece: Piece) -> bool:
    verb, _, rest = what.partition(" ")
    kind, _, entry_id = rest.partition(" ")
    if verb in ("put", "remove") and kind in (CASE, *ENTRY_KINDS):
        return (kind, entry_id) == piece
    return not (verb in _WRITES_NO_ENTRY or rest in ("decided", "undone"))


def _back(wrote: Mapping[Piece, Any], before: State) -> tuple[list[tuple[str, Tree]], list[Piece]]:
    """The entries as they were before, and those that were not there."""
    puts: list[tuple[str, Tree]] = []
    drops: list[Piece] = []
    for kind, entry_id in wrote:
        wording = before.pieces.get((kind, entry_id))
        if wording is None:
            drops.append((kind, entry_id))
        elif wording.text is None:
            raise _not_revertible()
        else:
            puts.append((kind, json.loads(wording.text)))
    return puts, drops


def _tree_back(
    tree: Tree, puts: Sequence[tuple[str, Tree]], drops: Sequence[Piece], before: State
) -> tuple[Tree, dict[str, list[str]]]:
    """The checked case with the entries back in their places, and the new order of each kind that got one back."""
    new = entries.with_entries(tree, puts)
    for kind, entry_id in drops:
        new = entries.without_entry(new, kind, entry_id)
    for _, entry_id in drops:
        entries.refuse_if_referred_to(tuple(entries.references_in(new, entry_id)))
    orders = {}
    for kind in {kind for kind, _ in puts if kind != CASE}:
        stood = [entry["id"] for entry in tree.get(kind, ())]
        held = {entry["id"]: entry for entry in new[kind]}
        ids = _in_place([entry_id for entry_id in stood if entry_id in held], before.order.get(kind, []), held)
        if ids != list(held):
            orders[kind] = ids
            new[kind] = [held[entry_id] for entry_id in ids]
    entries.check(new, puts)
    return new, orders


def _in_place(ids: list[str], earlier: Sequence[str], held: Mapping[str, Tree]) -> list[str]:
    """Put those that come back after the nearest that they stood after, as far as that is still there."""
    for place, entry_id in enumerate(earlier):
        if entry_id in held and entry_id not in ids:
            ahead = [other for other in earlier[:place] if other in ids]
            ids.insert(ids.index(ahead[-1]) + 1 if ahead else 0, entry_id)
    return ids


def _decisions(state: State) -> Decided | None:
    """The decisions of a replayed case; ``None`` where words of them were erased."""
    out = []
    for number in state.order.get(DECISION, ()):
        wording = state.pieces.get((DECISION, number))
        if wording is None or wording.text is None:
            return None
        out.append(json.loads(wording.text))
    return tuple(out)


def _not_revertible() -> UserError:
    return bad_input("not-revertible", "this cannot be taken back; nothing was changed")


def _changed_since() -> UserError:
    return bad_input("changed-since", "what this change wrote was changed since; nothing was taken back")
