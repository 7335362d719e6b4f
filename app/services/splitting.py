"""One entry that turns out to be two. One change, which can be taken back.

    parts(case, kind, entry_id) -> tuple[Spot, ...]     what could go: its own names and facts, and what refers to it
    split(store, kind, entry_id, going) -> (Case, id)   a new entry takes what goes

What shows an entry by name, and what was chosen to stand for it, stays where it is: the new one is shown nowhere unasked. So
do its codes; the new one is given others. Of one that is mentioned nowhere the new one is mentioned nowhere either.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from app.casefile.references import references
from app.domain.case import Case
from app.domain.plain import from_plain, to_plain
from app.errors import Spot, bad_input
from app.redaction.fold import squeezed
from app.services import entries, work
from app.services.entries import Tree
from app.services.merging import LISTS, SHOWS, as_stored, held_in, is_omitted, mine, put_at, refuse_begun
from app.services.session import forms, told
from app.storage.case_store import CaseStore
from app.storage.values import Change


def parts(case: Case, kind: str, entry_id: str) -> tuple[Spot, ...]:
    """What could go to a new entry. Raises ``UserError`` ``no-such-entry``."""
    tree = to_plain(case)
    own = (Spot(kind, entry_id, path) for path in _own(held_in(tree, kind, entry_id)))
    return (*own, *entries.references_in(tree, entry_id))


def split(store: CaseStore, kind: str, entry_id: str, going: Collection[Spot]) -> tuple[Case, str]:
    """Make a new entry of what is ``going``, out of ``parts``; at least one name goes and one stays.

    Raises ``UserError``: ``no-such-entry``; ``no-name`` where one of the two would have none; ``change-begun``;
    ``bad-entry``.
    """
    with told():
        tree = store.plain()
        old = held_in(tree, kind, entry_id)
        refuse_begun(store, kind, (entry_id,))
        stays, goes = _parted(old, {spot.path for spot in going if spot.id == entry_id})
        if not stays.get("names") or not goes.get("names"):
            raise bad_input("no-name", "each of the two needs a name; nothing was changed")
        new_id = work.new_id(store, kind)
        changed: dict[tuple[str, str], Tree] = {(kind, entry_id): stays}
        for steps, mentioned, _ in list(references(tree, forms())):
            if mentioned == entry_id and (spot := entries.mention(tree, steps)) in going and spot.id != entry_id:
                put_at(mine(changed, tree, steps), steps, new_id)
        changed[kind, new_id] = {"id": new_id, **goes}
        puts = [(put, as_stored(put, plain)) for (put, _), plain in changed.items()]
        after = entries.with_entries(tree, puts)
        entries.check(after, puts)
        decisions = store.decisions()
        decided = tuple(_decided(decisions, entry_id, new_id, stays, goes))
        values = [(put, entries.built(put, plain)) for put, plain in puts]
        store.change(f"split {kind} {entry_id} {new_id}", Change(values, decisions=decided if decided != decisions else None))
        made: Case = from_plain(Case, after)
        return made, new_id


def _own(entry: Tree) -> Iterator[str]:
    for key, value in entry.items():
        if key in LISTS and isinstance(value, list):
            yield from (f"{key}[{number}]" for number in range(len(value)))
        elif key != "id" and key not in SHOWS:
            yield key


def _parted(entry: Tree, going: Collection[str]) -> tuple[Tree, Tree]:
    """What stays of an entry and what goes, without its id."""
    stays: Tree = {}
    goes: Tree = {}
    for key, value in copy.deepcopy(entry).items():
        if key in LISTS and isinstance(value, list):
            for number, item in enumerate(value):
                (goes if f"{key}[{number}]" in going else stays).setdefault(key, []).append(item)
        else:
            (goes if key in going and key != "id" and key not in SHOWS else stays)[key] = value
            if key == "disclose" and is_omitted(value):
                goes[key] = copy.deepcopy(value)
    return stays, goes


def _decided(decisions: tuple[Mapping[str, Any], ...], old: str, new: str, stays: Tree, goes: Tree) -> Iterator[dict[str, Any]]:
    """What was decided to be the entry is the new one where it is a name that only the new one has."""
    went = {squeezed(name["text"]) for name in goes["names"]} - {squeezed(name["text"]) for name in stays["names"]}
    for decision in decisions:
        as_ = decision.get("as")
        if isinstance(as_, Mapping) and old in as_.values() and squeezed(decision.get("text", "")) in went:
            decision = {**decision, "as": dict.fromkeys(as_, new)}
        yield dict(decision)
