"""Which ids a case file mentions where, and what each must stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.casefile.errors import Steps
from app.domain.case import ENTRY_KINDS
from app.domain.forms import Forms

#: Every place of a case file that refers to entries: the path, with ``[]`` for each list on the way, and the kinds of
#: entry that may be meant. References inside the fields of an event follow from the forms.
REFERENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("case.engagement.counsel", ("people",)),
    ("case.hold.by", ("people",)),
    ("people[].relation.to", ("people",)),
    ("people[].lives_in", ("places",)),
    ("people[].at_risk[].from", ("organizations", "people")),
    ("places[].within", ("places",)),
    ("events[].place", ("places",)),
    ("events[].people[].person", ("people",)),
    ("events[].organizations[].organization", ("organizations",)),
    ("events[].sources[].person", ("people",)),
    ("events[].sources[].organization", ("organizations",)),
    ("events[].sources[].document", ("documents",)),
    ("events[].caused_by[]", ("events",)),
    ("testimonies[].person", ("people",)),
    ("testimonies[].interview.place", ("places",)),
    ("testimonies[].interview.present[].person", ("people",)),
    ("testimonies[].interview.interpreter", ("people",)),
    ("testimonies[].translation_of", ("testimonies",)),
    ("testimonies[].translation.by", ("people",)),
    ("testimonies[].readback.interpreter", ("people",)),
    ("testimonies[].amendments[].by", ("people",)),
    ("testimonies[].marks[].recording", ("documents",)),
    ("documents[].issuer", ("organizations",)),
    ("documents[].about[]", ("events",)),
    ("consents[].person", ("people",)),
    ("consents[].given_by", ("people",)),
    ("consents[].interpreter", ("people",)),
    ("consents[].scope[]", ("events", "testimonies")),
)

_FIELD_REFERS = {"person": ("people",), "place": ("places",), "organization": ("organizations",)}

Found = tuple[Steps, str]


def entries(tree: dict[str, Any]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Each entry of a valid case file with its kind and position."""
    for kind in ENTRY_KINDS:
        for position, entry in enumerate(tree.get(kind, ())):
            yield kind, position, entry


def references(tree: dict[str, Any], forms: Forms) -> Iterator[tuple[Steps, str, tuple[str, ...]]]:
    """Each mention of an id in a valid case file: its place, the id, the kinds of entry it may stand for."""
    for pattern, kinds in REFERENCES:
        for steps, mentioned in ids_at(tree, pattern):
            yield steps, mentioned, kinds
    for position, event in enumerate(tree.get("events", ())):
        if fields := event.get("fields"):
            yield from _in_fields(event["type"], fields, ("events", position, "fields"), forms)


def ids_at(tree: dict[str, Any], pattern: str) -> Iterator[Found]:
    """Each id at the places of one pattern of ``REFERENCES``."""
    parts = tuple(part for word in pattern.split(".") for part in ((word[:-2], "[]") if word[-1] == "]" else (word,)))
    return _walk(tree, parts, ())


def _walk(value: Any, parts: Sequence[str], steps: Steps) -> Iterator[Found]:
    if not parts:
        yield steps, value
    elif parts[0] != "[]":
        held = value.get(parts[0])
        if held is not None:
            yield from _walk(held, parts[1:], (*steps, parts[0]))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _walk(item, parts[1:], (*steps, position))
    else:  # a single risk stands without a list around it
        yield from _walk(value, parts[1:], steps)


def _in_fields(
    type_key: str, fields: dict[str, Any], steps: Steps, forms: Forms
) -> Iterator[tuple[Steps, str, tuple[str, ...]]]:
    for key, value in fields.items():
        field = forms.field(type_key, key)
        if field.kind in _FIELD_REFERS:
            yield (*steps, key), value, _FIELD_REFERS[field.kind]
        elif field.kind == "places":
            for position, place in enumerate(value):
                yield (*steps, key, position), place, ("places",)
        elif field.kind == "legs":
            for position, leg in enumerate(value):
                for part in field.parts:
                    if part.kind in _FIELD_REFERS and part.key in leg:
                        yield (*steps, key, position, part.key), leg[part.key], _FIELD_REFERS[part.kind]
