"""The JSON Schema of a case file (``resources/casefile.schema.json``), narrowed by the record types in use."""

from __future__ import annotations

import copy
import json
import unicodedata
from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from app.casefile import wording
from app.casefile.errors import CaseFileError, render
from app.domain import dates, vocabulary
from app.domain.forms import Field, Forms
from app.paths import resource

_CODE_FORBIDS = frozenset("/\\")


class CaseSchema:
    """The compiled schema. Work of a few milliseconds: made once for each file that is read."""

    def __init__(self, forms: Forms) -> None:
        schema = compose(forms)
        self.keys = frozenset(_keys(schema))
        self._validator = jsonschema_rs.Draft202012Validator(
            schema,
            formats={
                "entry-id": is_id,
                "case-code": is_code,
                "edtf": dates.is_date,
                "bcp47": vocabulary.is_language,
                "iso3166-1-alpha-2": vocabulary.is_country,
                "path-beside": is_path_beside,
            },
            validate_formats=True,
            ignore_unknown_formats=False,
            offline=True,
            mask="a value",
        )

    def check(self, tree: Any) -> None:
        """Raise ``CaseFileError`` for the first value that the schema refuses."""
        try:
            self._validator.validate(tree)
        except jsonschema_rs.ValidationError as error:
            steps, reason = wording.explain(error, tree)
            raise CaseFileError(render(steps, self.keys), reason) from None


def compose(forms: Forms) -> dict[str, Any]:
    """The schema with the types of events, and the fields of each, that the forms state."""
    schema: dict[str, Any] = json.loads(resource("casefile.schema.json").read_text("utf-8"))
    definitions = schema["$defs"]
    event = copy.deepcopy(definitions["event"])
    event["properties"]["type"] = {"enum": list(forms.types)}
    event["allOf"] = [
        {
            "if": {"properties": {"type": {"const": key}}, "required": ["type"]},
            "then": {"properties": {"fields": {"$ref": f"#/$defs/fields-of-{key}"}}},
        }
        for key in forms.types
    ]
    definitions["event"] = event
    for key in forms.types:
        definitions[f"fields-of-{key}"] = {
            "type": "object",
            "additionalProperties": False,
            "properties": {field.key: _value_of(field) for field in forms.fields_of(key)},
        }
    return schema


def _value_of(field: Field) -> dict[str, Any]:
    match field.kind:
        case "number" | "date" | "money":
            return {"$ref": f"#/$defs/{field.kind}"}
        case "yesno":
            return {"$ref": "#/$defs/yes-or-no"}
        case "person" | "place" | "organization":
            return {"$ref": "#/$defs/id"}
        case "places":
            return {"type": "array", "items": {"$ref": "#/$defs/id"}}
        case "legs":
            return {"type": "array", "items": {"$ref": "#/$defs/leg"}}
        case "choice":
            return {"enum": list(field.choices)}
        case _:
            return {"$ref": "#/$defs/text"}


def _keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict):
            yield from properties
        for part in schema.values():
            yield from _keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _keys(part)


def is_id(text: str) -> bool:
    """An id can be printed on one line and has no blanks around it."""
    return text.isprintable() and text == text.strip() != ""


def is_code(text: str) -> bool:
    """A case code stands in lists and on command lines: printable, no blanks around it, no path, no option."""
    return is_id(text) and not _CODE_FORBIDS & set(text) and not text.startswith((".", "-"))


def is_path_beside(text: str) -> bool:
    """A path that leads down from the case file on every system: relative, forward slashes, no step up, no stream.

    A backslash parts folders on Windows only and a colon names a drive or a hidden stream there: neither is taken, so
    that a case file means the same wherever it is read.
    """
    parts = text.split("/")
    return (
        not any(unicodedata.category(character) == "Cc" for character in text)
        and "\\" not in text
        and ":" not in text
        and all(parts)
        and ".." not in parts
        and parts[-1] != "."
    )
