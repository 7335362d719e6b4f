"""The rules of a case file that no schema can state: ids, references, loops, sources, the number of entries."""

from __future__ import annotations

import graphlib
from typing import Any

from app.casefile.errors import CaseFileError, Steps, render
from app.casefile.references import entries, ids_at, references
from app.domain.case import ENTRY_KINDS
from app.domain.forms import Forms

ENTRY_LIMIT = 100_000

_ENTRY = {
    "people": "a person",
    "places": "a place",
    "organizations": "an organization",
    "events": "an event",
    "testimonies": "a testimony",
    "documents": "a document",
    "consents": "a consent",
}
_NO_LOOPS = ("places[].within", "events[].caused_by[]", "testimonies[].translation_of")
_ONE_SOURCE = ("person", "organization", "document")


def check_size(tree: Any) -> None:
    """Refuse more than 100,000 entries, before each of them is looked at."""
    if isinstance(tree, dict):
        lists = [tree[kind] for kind in ENTRY_KINDS if isinstance(tree.get(kind), list)]
        if sum(map(len, lists)) > ENTRY_LIMIT:
            raise CaseFileError("$", f"more than {ENTRY_LIMIT:,} entries")


def check_rules(tree: dict[str, Any], forms: Forms) -> None:
    """Check a document that the schema accepts. Raises ``CaseFileError`` for the first rule that is broken."""
    known = _unique_ids(tree)
    for steps, mentioned, kinds in references(tree, forms):
        found = known.get(mentioned)
        if found is None:
            raise _error(steps, "refers to no entry of this file")
        if found not in kinds:
            raise _error(steps, f"does not refer to {' or '.join(_ENTRY[kind] for kind in kinds)}")
    for position, person in enumerate(tree.get("people", ())):
        if person.get("relation", {}).get("to") == person["id"]:
            raise _error(("people", position, "relation", "to"), "a relation to oneself")
    for position, event in enumerate(tree.get("events", ())):
        for number, source in enumerate(event.get("sources", ())):
            if sum(key in source for key in _ONE_SOURCE) > 1:
                raise _error(("events", position, "sources", number), "more than one of person, organization, document")
    for pattern in _NO_LOOPS:
        _no_loop(tree, pattern)


def _unique_ids(tree: dict[str, Any]) -> dict[str, str]:
    known: dict[str, str] = {}
    for kind, position, entry in entries(tree):
        if entry["id"] in known:
            raise _error((kind, position, "id"), "the id of another entry")
        known[entry["id"]] = kind
    return known


def _no_loop(tree: dict[str, Any], pattern: str) -> None:
    graph: graphlib.TopologicalSorter[str] = graphlib.TopologicalSorter()
    for steps, target in ids_at(tree, pattern):
        graph.add(_at(tree, steps), target)
    try:
        graph.prepare()
    except graphlib.CycleError as error:
        loop = set(error.args[1])
        # One mention of the loop is named: the first in the file that leads from an entry on it to another on it.
        steps = next(steps for steps, target in ids_at(tree, pattern) if target in loop and _at(tree, steps) in loop)
        raise _error(steps, "leads back to the entry it stands in") from None


def _at(tree: dict[str, Any], steps: Steps) -> str:
    return str(tree[str(steps[0])][steps[1]]["id"])


def _error(steps: Steps, reason: str) -> CaseFileError:
    return CaseFileError(render(steps), reason)
