"""The schema, the vocabularies, the value classes and the forms say the same."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from typing import Any

import jsonschema_rs
import pytest

from app.casefile import schema as casefile_schema
from app.casefile.references import REFERENCES
from app.domain import case, vocabulary
from app.domain.forms import Forms
from app.domain.plain import json_key
from app.paths import resource

SCHEMA: dict[str, Any] = json.loads(resource("casefile.schema.json").read_text("utf-8"))


def _resolved(part: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in part:
        return _resolved(SCHEMA["$defs"][part["$ref"].rpartition("/")[2]])
    if "if" in part:  # one risk or a list of them
        return _resolved(part["then"])
    return part


def _words(place: str) -> tuple[str, ...]:
    part = SCHEMA
    for step in place.split("."):
        part = _resolved(part)["properties"][step.removesuffix("[]")]
        if step.endswith("[]"):
            part = _resolved(part)["items"]
    return tuple(_resolved(part)["enum"])


def test_the_schema_is_a_schema_of_its_draft() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema_rs.meta.validate(SCHEMA)


VOCABULARIES = {
    "people[].roles[]": vocabulary.ROLES,
    "people[].names[].kind": vocabulary.NAME_KINDS,
    "people[].sex": vocabulary.SEXES,
    "people[].contacts[].kind": vocabulary.CONTACT_KINDS,
    "people[].identifiers[].kind": vocabulary.IDENTIFIER_KINDS,
    "people[].disclose.as": vocabulary.DISCLOSE_AS,
    "places[].kind": vocabulary.PLACE_KINDS,
    "organizations[].kind": vocabulary.ORGANIZATION_KINDS,
    "organizations[].disclose.as": vocabulary.DISCLOSE_AS,
    "events[].people[].as": vocabulary.PERSON_PARTS,
    "events[].organizations[].as": vocabulary.ORGANIZATION_PARTS,
    "events[].sources[].kind": vocabulary.SOURCE_KINDS,
    "events[].certainty": vocabulary.CERTAINTIES,
    "testimonies[].record": vocabulary.RECORD_KINDS,
    "testimonies[].marks[].mark": vocabulary.MARKS,
    "testimonies[].status": vocabulary.STATUSES,
    "testimonies[].readback.paragraphs[].result": vocabulary.READ_RESULTS,
    "testimonies[].interview.present[].as": vocabulary.ROLES,
    "testimonies[].interview.sexual_violence": vocabulary.SEXUAL_VIOLENCE,
    "testimonies[].interview.rights_explained": vocabulary.YES_NO,
    "documents[].kind": vocabulary.DOCUMENT_KINDS,
    "consents[].purpose": vocabulary.PURPOSES,
    "consents[].recipient": vocabulary.RECIPIENTS,
    "consents[].identity": vocabulary.IDENTITIES,
    "consents[].method": vocabulary.CONSENT_METHODS,
    "consents[].assent": vocabulary.YES_NO,
}


@pytest.mark.parametrize("place", VOCABULARIES)
def test_schema_and_vocabulary_hold_the_same_words(place: str) -> None:
    assert _words(place) == VOCABULARIES[place]


def _same_keys(value_class: type, part: dict[str, Any], apart: frozenset[str] = frozenset()) -> None:
    part = _resolved(part)
    assert part["additionalProperties"] is False, value_class
    fields = {json_key(field): field for field in dataclasses.fields(value_class)}
    assert set(part["properties"]) - apart == set(fields), value_class
    hints = typing.get_type_hints(value_class)
    for key, field in fields.items():
        inner = _inner(hints[field.name])
        if inner is not None:
            held = _resolved(part["properties"][key])
            _same_keys(inner, held.get("items", held), apart)


def _inner(hint: Any) -> type | None:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return hint
    if typing.get_origin(hint) in (tuple, types.UnionType):
        return next((inner for option in typing.get_args(hint) if (inner := _inner(option))), None)
    return None


def test_schema_and_values_have_the_same_keys_everywhere() -> None:
    # The content of a document is no part of the case; the frame of the file is not either.
    _same_keys(case.Case, SCHEMA, frozenset({"format", "version", "data"}))


def test_every_object_of_the_schema_refuses_unknown_keys() -> None:
    def objects(part: Any) -> list[dict[str, Any]]:
        if isinstance(part, dict):
            own = [part] if part.get("type") == "object" else []
            return own + [inner for value in part.values() for inner in objects(value)]
        return [inner for value in part for inner in objects(value)] if isinstance(part, list) else []

    loose = [part for part in objects(SCHEMA) if part.get("additionalProperties") is not False]

    assert loose == [SCHEMA["$defs"]["event"]["properties"]["fields"]]


def test_every_reference_of_the_schema_is_looked_up() -> None:
    def ids(part: dict[str, Any], place: str) -> list[str]:
        if part.get("$ref") == "#/$defs/id":
            return [place]
        part = _resolved(part)
        if "items" in part:
            return ids(part["items"], f"{place}[]")
        return [one for key, inner in part.get("properties", {}).items() for one in ids(inner, f"{place}.{key}")]

    stated = {place.lstrip(".") for place in ids(SCHEMA, "")}

    assert stated - {f"{kind}[].id" for kind in case.ENTRY_KINDS} == {place for place, _ in REFERENCES}


def test_the_forms_state_which_fields_an_event_may_have(forms: Forms) -> None:
    composed = casefile_schema.compose(forms)

    jsonschema_rs.meta.validate(composed)
    assert composed["$defs"]["event"]["properties"]["type"]["enum"] == list(forms.types)
    assert set(composed["$defs"]["fields-of-flight"]["properties"]) == {
        field.key for field in forms.fields_of("flight")
    }  # fmt: skip


def test_the_parts_of_a_leg_are_those_of_the_schema() -> None:
    assert tuple(SCHEMA["$defs"]["leg"]["properties"]) == tuple(key for key, _ in vocabulary.LEG_PARTS)
