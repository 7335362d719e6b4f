"""Whether a case would still be a valid case file with what is about to be saved in it, and who refers to whom.

Nothing is stored that an import of the same case would refuse: the same bounds, schema and rules hold for what is typed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from app.casefile import bounded
from app.casefile.errors import CaseFileError, Steps, render
from app.casefile.references import references
from app.casefile.rules import check_rules, check_size
from app.casefile.schema import CaseSchema
from app.casefile.writing import FORMAT, VERSION
from app.domain.case import ENTRY_KINDS, CaseInfo
from app.domain.exhibits import is_plan
from app.domain.plain import from_plain, to_plain
from app.errors import BAD_INPUT, BLOCKED, Spot, UserError
from app.services.session import forms

CASE = "case"
Tree = dict[str, Any]


@lru_cache(maxsize=1)
def _schema() -> CaseSchema:
    return CaseSchema(forms())


def as_read(kind: str, value: object) -> Tree:
    """An entry as a case file that holds it would read: within every bound, numbers in one spelling.

    Raises ``UserError`` ``bad-entry``; ``TypeError`` where ``kind`` holds no such value.
    """
    if not isinstance(value, CaseInfo if kind == CASE else ENTRY_KINDS[kind]):
        raise TypeError(f"{kind} does not hold {type(value).__name__}")
    holder = {kind: to_plain(value) if kind == CASE else [to_plain(value)]}
    entry_id = "" if kind == CASE else str(getattr(value, "id"))  # noqa: B009 - every entry class has one
    try:
        # Escaped: half of a surrogate pair is then still there to be found.
        read = bounded.parse_bounded(json.dumps(holder).encode("ascii"), _schema().keys).value[kind]
    except CaseFileError as error:
        raise _bad(Spot(kind, entry_id, _inside(kind, error.path)), error.reason) from None
    plain: Tree = read if kind == CASE else read[0]
    return plain


def built(kind: str, plain: Tree) -> object:
    """The value of a checked entry."""
    value: object = from_plain(CaseInfo if kind == CASE else ENTRY_KINDS[kind], plain)
    return value


def with_entries(tree: Tree, entries: Sequence[tuple[str, Tree]]) -> Tree:
    """The case with entries replaced in their places or added last of their kind; ``tree`` stays as it is."""
    out = {kind: list(held) if kind in ENTRY_KINDS else held for kind, held in tree.items()}
    for kind, plain in entries:
        if kind == CASE:
            out[CASE] = plain
            continue
        held = out.setdefault(kind, [])
        places = [place for place, entry in enumerate(held) if entry.get("id") == plain.get("id")]
        held[places[0] if places else len(held) : (places[0] if places else len(held)) + 1] = [plain]
    return {CASE: out[CASE], **{kind: out[kind] for kind in ENTRY_KINDS if out.get(kind)}}


def without_entry(tree: Tree, kind: str, entry_id: str) -> Tree:
    """The case without one entry; ``tree`` stays as it is."""
    kept = [entry for entry in tree.get(kind, ()) if entry["id"] != entry_id]
    return {**{key: held for key, held in tree.items() if key != kind}, **({kind: kept} if kept else {})}


def check(tree: Tree, saved: Sequence[tuple[str, Tree]] = (), size: int | None = None) -> None:
    """Hold a whole case against the limits, the schema and the rules of a case file.

    Raises ``UserError`` ``bad-entry`` with the spot of a fault and the reason; neither repeats anything typed. Of several
    entries that are at odds with each other (an id used twice, a loop) one that is being ``saved`` is named. ``size``:
    that of the rest of the case in bytes, where it is known; a small case need not be measured.
    """
    for kind, plain in saved:
        others = (other for other in ENTRY_KINDS if kind not in (CASE, other))
        if any(entry["id"] == plain["id"] for other in others for entry in tree.get(other, ())):
            raise _bad(Spot(kind, plain["id"], "id"), "the id of another entry")
    tree = _with_first(tree, {plain["id"] for kind, plain in saved if kind != CASE})
    whole: Tree = {"format": FORMAT, "version": VERSION, **tree}
    try:
        if size is None or _may_be_too_large(size + sum(len(json.dumps(plain)) for _, plain in saved)):
            _check_bounds(whole)
        check_size(whole)
        _schema().check(whole)
        check_rules(whole, forms())
    except CaseFileError as error:
        raise _bad(_spot(tree, error.path), error.reason) from None


def _with_first(tree: Tree, ids: set[str]) -> Tree:
    # A rule about several entries names the first of them in the file.
    ordered = {kind: sorted(held, key=lambda entry: entry["id"] not in ids) for kind, held in tree.items() if kind != CASE}
    return {CASE: tree[CASE], **ordered}


def _may_be_too_large(size: int) -> bool:
    # With all that stands between entries. A bracket needs its other half, a text two quotes and something in them.
    most = size + size // 8 + 4096
    return most > min(bounded.TEXT_LIMIT, 2 * bounded.OPENING_LIMIT, bounded.STRUCTURE_LIMIT, 2 * bounded.PROSE_LIMIT)


def _check_bounds(whole: Tree) -> None:
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    if len(text) * 4 > bounded.TEXT_LIMIT and len(text.encode("utf-8", "surrogatepass")) > bounded.TEXT_LIMIT:
        raise CaseFileError("$", f"larger than {bounded.TEXT_LIMIT // bounded.MIB} MB without documents")
    opening = text.count("{") + text.count("[")
    quotes = text.count('"')
    if opening > bounded.OPENING_LIMIT or opening + text.count(",") > bounded.STRUCTURE_LIMIT or quotes > bounded.PROSE_LIMIT:
        # Counted with those inside texts, which an import does not count: only now is it worth telling them apart.
        bounded.parse_bounded(text.encode("utf-8", "surrogatepass"), _schema().keys)


def _bad(spot: Spot, reason: str) -> UserError:
    place = f"{spot.kind}.{spot.path}" if spot.path else spot.kind
    return UserError("bad-entry", BAD_INPUT, "the entry was refused, nothing was saved", (f"{place}: {reason}",), (spot,))


def _inside(kind: str, path: str) -> str:
    """The path in an entry: without the kind and position that lead to it."""
    start = f"{kind}." if kind == CASE else f"{kind}["
    if not path.startswith(start):
        return ""
    return path[len(start) :] if kind == CASE else path.partition("]")[2].removeprefix(".")


def _spot(tree: Tree, path: str) -> Spot:
    kind, found, rest = path.partition("[")
    if found and kind in ENTRY_KINDS:
        return Spot(kind, str(tree[kind][int(rest.partition("]")[0])].get("id", "")), _inside(kind, path))
    return Spot(CASE, "", _inside(CASE, path))


def references_in(tree: Tree, entry_id: str) -> Iterator[Spot]:
    """Every mention of an entry by another (or by the case's own facts), in the order of a case file."""
    for steps, mentioned, _ in references(tree, forms()):
        if mentioned == entry_id:
            spot = mention(tree, steps)
            if spot.id != entry_id:
                yield spot


def mention(tree: Tree, steps: Steps) -> Spot:
    """The spot of a place in a case."""
    if steps[0] == CASE:
        return Spot(CASE, "", render(steps[1:]))
    return Spot(str(steps[0]), str(tree[str(steps[0])][steps[1]]["id"]), render(steps[2:]))


def refuse_if_referred_to(spots: Sequence[Spot]) -> None:
    """Raise ``UserError`` ``still-referred-to``; its spots say where, its reasons count them by kind."""
    if spots:
        counts = Counter(spot.kind for spot in spots)
        reasons = tuple(f"{kind}: {count}" for kind, count in counts.items())
        raise UserError("still-referred-to", BLOCKED, "others refer to this entry; nothing was removed", reasons, tuple(spots))


def follow(decisions: Sequence[Mapping[str, Any]], before: Tree, after: Tree) -> tuple[dict[str, Any], ...]:
    """The decisions once entries have moved: those for one mention follow its entry, or go with it; so do those for pages."""
    places = {kind: {entry["id"]: place for place, entry in enumerate(after.get(kind, ()))} for kind in ENTRY_KINDS}
    out = []
    for decision in decisions:
        if is_plan(decision) and decision["exhibit"] not in places["documents"]:
            continue
        where = decision.get("where")
        kind, found, rest = where.partition("[") if isinstance(where, str) else ("", "", "")
        position, _, path = rest.partition("]")
        held = before.get(kind, ()) if kind in ENTRY_KINDS else ()
        if not (found and position.isdecimal() and int(position) < len(held)):
            out.append(dict(decision))
            continue
        place = places[kind].get(held[int(position)]["id"])
        if place is not None:
            out.append({**decision, "where": f"{kind}[{place}]{path}"})
    return tuple(out)
