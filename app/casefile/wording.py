"""What a violated schema means in one plain line. Only words of the schema are repeated, never a value."""

from __future__ import annotations

from typing import Any

import jsonschema_rs

from app.casefile.errors import Steps

#: Reasons for whatever breaks a definition of the schema that is stricter than its type.
_BROKEN = {
    "filled": "empty",
    "id": "not an id: 1 to 128 printable characters without blanks around them",
    "code": "not a case code: 1 to 64 printable characters, no slash, no blanks around them, no dot or hyphen first",
    "date": "not an EDTF date",
    "clock": "not a time of day (14:05)",
    "language": "not a language tag (BCP 47)",
    "country": "not a country code (ISO 3166-1 alpha-2)",
    "currency": "not a currency code (ISO 4217)",
    "sha256": "not a SHA-256 (64 hexadecimal digits)",
    "number": "a number outside ±10^12",
}
_FORMATS = {"path-beside": "not a path beside the case file or below it"}
_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
}
_CONSTANTS = {"format": "not the format affiant-case", "version": "not version 1, the one that is read here"}


def explain(error: jsonschema_rs.ValidationError, tree: Any) -> tuple[Steps, str]:
    """Return the place of the offending value and the reason, for the first error of a validation of ``tree``."""
    steps: Steps = tuple(error.instance_path)
    kind: Any = error.kind
    match kind.name:
        case "required":
            return (*steps, kind.property), "missing"
        case "additionalProperties":
            unknown = kind.unexpected[0]
            holder = tree
            for step in steps:
                holder = holder[step]
            place = list(holder).index(unknown) + 1
            return (*steps, unknown), f"unknown key (number {place} of this object)"
        case "type":
            return steps, f"not {' or '.join(_TYPES.get(name, name) for name in kind.types)}"
        case "enum":
            return steps, f"none of: {', '.join(str(option) for option in kind.options)}"
        case "const":
            return steps, _CONSTANTS.get(str(steps[-1]) if steps else "", "not the value that is needed")
        case "maxLength" if kind.limit >= _LONG:
            return steps, f"longer than {kind.limit:,} characters"
        case "minItems":
            return steps, "empty, where at least one is needed"
        case "not":
            return steps, "file and data, where one of them is needed"
        case "format" if kind.format in _FORMATS:
            return steps, _FORMATS[kind.format]
    return steps, _of_definition(tuple(error.schema_path), kind.name)


_LONG = 1024


def _of_definition(schema_path: Steps, keyword: str) -> str:
    if len(schema_path) > 1 and schema_path[0] == "$defs":
        reason = _BROKEN.get(str(schema_path[1]))
        if reason is not None:
            return reason
    return {
        "minimum": "a number that is too small",
        "maximum": "a number outside ±10^12",
        "minLength": "empty",
    }.get(keyword, "not as the format asks for it")
