"""Two entries that turn out to be one. One change, which can be taken back.

    plan(case, kind, kept, gone) -> Merging             what a merge would do, before anybody says yes
    merge(store, kind, kept, gone, chosen) -> Case      everything that refers to either refers to the one that stays

Of people, places and organizations alike. All names of both stay on record, so that all of them stay protected; the one that
stays keeps its codes. A code that only the other had goes over to it; a second one is never given to anybody again.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.casefile.errors import Steps
from app.casefile.references import references
from app.domain.case import Case
from app.domain.plain import from_plain, to_plain
from app.domain.vocabulary import PLACE_KINDS
from app.errors import BLOCKED, Spot, UserError, bad_input
from app.redaction.substitutes import NAME, OMIT
from app.services import entries
from app.services.entries import CASE, Tree
from app.services.material import codes_keys
from app.services.session import forms, told
from app.storage.case_store import CaseStore
from app.storage.values import Change

KEPT, GONE = "kept", "gone"
KINDS = ("people", "places", "organizations")
#: What an entry has several of; both keep theirs.
LISTS = ("names", "roles", "contacts", "identifiers", "at_risk")
#: What shows somebody in a copy. It is never taken over unasked, and where one says no, no stands unless yes is chosen; where
#: one is to be mentioned nowhere, neither is.
SHOWS = ("public_figure", "public", "disclose")
_TO_ITSELF = ("relation", "within")
_PARTS = ("person", "organization")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which the two are at odds, as a case file writes it (``None``: not recorded). ``stands`` is the one that
    stands unless the other is chosen: ``kept`` or ``gone``."""

    key: str
    kept: Any = field(repr=False)
    gone: Any = field(repr=False)
    stands: str = KEPT


@dataclass(frozen=True, slots=True)
class Merging:
    """What a merge does. ``dropped``: what would have tied the entry to itself, and goes. ``mentions``: how often others refer
    to the one that goes; ``consents`` are those of them that are its own consents, which are all kept."""

    differences: tuple[Difference, ...] = field(repr=False)
    dropped: tuple[Spot, ...]
    mentions: int
    consents: int


def plan(case: Case, kind: str, kept: str, gone: str) -> Merging:
    """What ``merge`` would do. Raises ``UserError`` ``no-such-entry``."""
    tree = to_plain(case)
    first, second = held_in(tree, kind, kept), held_in(tree, kind, gone)
    dropped = [*_without_self(copy.deepcopy(first), (kept, gone)), *_without_self(copy.deepcopy(second), (kept, gone))]
    mentions = [spot for spot in entries.references_in(tree, gone) if spot.id != kept]
    return Merging(
        tuple(_differences(kind, first, second)),
        tuple(Spot(kind, entry_id, path) for entry_id, path in dropped),
        len(mentions),
        sum(spot.kind == "consents" and spot.path == "person" for spot in mentions),
    )


def merge(store: CaseStore, kind: str, kept: str, gone: str, chosen: Mapping[str, str]) -> Case:
    """Make one entry of two: ``gone`` becomes part of ``kept``. ``chosen`` says by key which of two values stands.

    Raises ``UserError``: ``no-such-entry``; ``change-begun`` while a change of either was typed and not saved;
    ``bad-entry`` where the case would not be valid (places that would lie in each other).
    """
    with told():
        tree = store.plain()
        first, second = held_in(tree, kind, kept), held_in(tree, kind, gone)
        refuse_begun(store, kind, (kept, gone))
        changed = pointed(tree, gone, kept)
        changed[kind, kept] = united(kind, first, second, (kept, gone), chosen)
        changed.pop((kind, gone), None)
        puts = [(put, as_stored(put, plain)) for (put, _), plain in changed.items()]
        after = entries.without_entry(entries.with_entries(tree, puts), kind, gone)
        entries.check(after, puts)
        decisions = entries.follow(_decided(store.decisions(), gone, kept), tree, after)
        change = Change(
            [(put, entries.built(put, plain)) for put, plain in puts],
            [(kind, gone)],
            decisions=decisions if decisions != store.decisions() else None,
            codes=tuple(_codes(store, kept, gone)),
        )
        store.change(f"merge {kind} {gone} {kept}", change)
        _in_drafts(store, gone, kept)
        made: Case = from_plain(Case, after)
        return made


# --- one of two ---


def held_in(tree: Tree, kind: str, entry_id: str) -> Tree:
    """An entry of a kind that can be merged and split. Raises ``UserError`` ``no-such-entry``."""
    found = next((entry for entry in tree.get(kind, ()) if entry["id"] == entry_id), None) if kind in KINDS else None
    if found is None:
        raise bad_input("no-such-entry", "there is no such entry in the case; nothing was changed")
    return dict(found)


def refuse_begun(store: CaseStore, kind: str, ids: Collection[str]) -> None:
    """Raise ``UserError`` ``change-begun`` while a change of one of these was typed and not saved."""
    # A form that was filled in before would be saved over what is changed here, and its names with it.
    places = {f"{kind}:{entry_id}{end}" for entry_id in ids for end in ("", ":stands")}
    if places & set(store.drafts()):
        raise UserError("change-begun", BLOCKED, "a change of this entry was begun and not saved; nothing was changed")


def _list(entry: Tree, key: str) -> list[Any]:
    held = entry.get(key, [])
    return list(held) if isinstance(held, list) else [held]  # a single risk stands without a list around it


def _without_self(entry: Tree, pair: Sequence[str]) -> list[tuple[str, str]]:
    """Take what ties an entry to one of the two out of it; says where that stood."""
    gone = []
    for key in _TO_ITSELF:
        to = entry[key].get("to") if key == "relation" and key in entry else entry.get(key)
        if to in pair:
            del entry[key]
            gone.append((entry["id"], key))
    risks = []
    for number, risk in enumerate(_list(entry, "at_risk")):
        if risk.get("from") in pair:
            risk = {key: value for key, value in risk.items() if key != "from"}
            gone.append((entry["id"], f"at_risk[{number}].from"))
        if risk:
            risks.append(risk)
    entry.pop("at_risk", None)
    if risks:
        entry["at_risk"] = risks
    return gone


def _differences(kind: str, first: Tree, second: Tree) -> Iterator[Difference]:
    one, two = copy.deepcopy(first), copy.deepcopy(second)
    pair = (first["id"], second["id"])
    _without_self(one, pair)
    _without_self(two, pair)
    for key in dict.fromkeys((*one, *two)):
        mine, other = one.get(key), two.get(key)
        if key == "id" or key in LISTS or mine == other:
            continue
        if key in SHOWS:
            yield Difference(key, mine, other, GONE if _named(mine) or is_omitted(other) else KEPT)
        elif kind == "places" and key == "kind":
            # by its kind a place is shown by name: the smaller of the two stands, and the least one that nobody stated
            yield Difference(key, mine, other, KEPT if _size(mine) <= _size(other) else GONE)
        elif mine is not None and other is not None:
            yield Difference(key, mine, other)


def _size(place_kind: Any) -> int:
    return PLACE_KINDS.index(place_kind) if place_kind in PLACE_KINDS else -1


def _named(value: Any) -> bool:
    """Whether a value shows somebody by name: that stands only where both say so, or where it is chosen."""
    return value is True or (isinstance(value, dict) and value.get("as") == NAME)


def is_omitted(value: Any) -> bool:
    """Whether what was chosen to stand for somebody is nothing at all."""
    return isinstance(value, dict) and value.get("as") == OMIT


def united(kind: str, first: Tree, second: Tree, pair: Sequence[str], chosen: Mapping[str, str]) -> Tree:
    out, other = copy.deepcopy(first), copy.deepcopy(second)
    _without_self(out, pair)
    _without_self(other, pair)
    differences = {one.key: one for one in _differences(kind, first, second)}
    for key in LISTS:
        if both := [*_list(out, key), *_list(other, key)]:
            out[key] = _names(both) if key == "names" else _once(both)
    for key, value in other.items():
        if key not in LISTS and key != "id" and key not in differences:
            out[key] = value
    for key, one in differences.items():
        value = {KEPT: one.kept, GONE: one.gone}[chosen.get(key, one.stands)]
        out.pop(key, None)
        if value is not None:
            out[key] = value
    return out


def _names(both: Sequence[Tree]) -> list[Tree]:
    """Every spelling once; where both have one, what is known of it from either."""
    out: dict[str, Tree] = {}
    for name in both:
        out[name["text"]] = {**name, **out.get(name["text"], {})}
    return list(out.values())


def _once(values: Sequence[Any]) -> list[Any]:
    """Each value once, and nobody twice in a list where the one mention says nothing that the other does not."""
    out: list[Any] = []
    for value in values:
        if value not in out:
            out.append(value)

    def says_less(value: Any) -> bool:
        return isinstance(value, dict) and any(
            other is not value and isinstance(other, dict) and value.items() < other.items() for other in out
        )

    parts = all(isinstance(value, dict) and any(key in value for key in _PARTS) for value in out)
    return [value for value in out if not (parts and says_less(value))]


# --- those that refer to it ---


def pointed(tree: Tree, old: str, new: str) -> dict[tuple[str, str], Tree]:
    """Every entry that refers to ``old``, by kind and id, referring to ``new`` instead."""
    out: dict[tuple[str, str], Tree] = {}
    for steps, mentioned, _ in list(references(tree, forms())):
        if mentioned == old:
            put_at(mine(out, tree, steps), steps, new)
    for (kind, _), entry in out.items():
        for holder, key in _lists_of(kind, entry):
            holder[key] = _once(holder[key])
    return out


def mine(out: dict[tuple[str, str], Tree], tree: Tree, steps: Steps) -> Tree:
    """A copy of the entry in which a place lies, the same for every place of it."""
    kind = str(steps[0])
    held: Tree = tree[CASE] if kind == CASE else tree[kind][steps[1]]
    return out.setdefault((kind, "" if kind == CASE else held["id"]), copy.deepcopy(held))


def put_at(entry: Any, steps: Steps, value: str) -> None:
    """Put an id at its place in a copy of its entry."""
    path = steps[1:] if steps[0] == CASE else steps[2:]
    for step in path[:-1]:
        entry = entry[step]
    entry[path[-1]] = value


def _lists_of(kind: str, entry: Tree) -> Iterator[tuple[Tree, str]]:
    """The lists in an entry in which the same one may now stand twice."""
    if kind == "events":
        yield from ((entry, key) for key in ("people", "organizations", "sources") if key in entry)
        fields = entry.get("fields", {})
        for key, value in fields.items():
            if isinstance(value, list) and all(isinstance(item, str) for item in value):
                yield fields, key
    elif kind == "testimonies" and "present" in entry.get("interview", {}):
        yield entry["interview"], "present"


def as_stored(kind: str, plain: Tree) -> Tree:
    """An entry that was put together here, in the one spelling in which it is kept."""
    return entries.as_read(kind, entries.built(kind, plain))


def _decided(decisions: Sequence[Mapping[str, Any]], old: str, new: str) -> list[dict[str, Any]]:
    out = []
    for decision in decisions:
        as_ = decision.get("as")
        if isinstance(as_, Mapping) and old in as_.values():
            decision = {**decision, "as": {key: new if value == old else value for key, value in as_.items()}}
        out.append(dict(decision))
    return out


def _codes(store: CaseStore, kept: str, gone: str) -> Iterator[tuple[str, str, str | None]]:
    """A code goes over where the one that stays has none. Where it has one the other's stays taken, lest somebody else be
    given the code under which this one stands in papers that are out."""
    for key in codes_keys():
        codes = store.codes(key)
        if gone in codes and kept not in codes:
            yield key, kept, codes[gone]
            yield key, gone, None


def _in_drafts(store: CaseStore, old: str, new: str) -> None:
    """What is being typed elsewhere and speaks of the one that is gone speaks of the one that stays."""
    for place, draft in store.drafts().items():
        try:
            held = json.loads(draft.text)
        except ValueError:  # plain text: what is typed into a testimony holds no ids
            continue
        if (pointed := _pointed_in(held, old, new)) != held:
            store.save_draft(place, json.dumps(pointed, ensure_ascii=False))


def _pointed_in(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {key: _pointed_in(held, old, new) for key, held in value.items()}
    if isinstance(value, list):
        return [_pointed_in(held, old, new) for held in value]
    return new if value == old else value
