"""Record types as data: one TOML file a type, from which form, validation, timeline label and redaction all follow.

A file ``<type>.toml`` states ``key`` (the file's own name), ``label``, ``order`` (among the types), ``lane`` (row of
the timeline, 0 at the top), ``topics`` (``asylum`` or ``representation``, where a whole type is about that) and
``[[fields]]``, each with ``key``, ``label``, ``kind``, ``gives`` and, where they apply, ``choices``, ``sensitive``,
``core``, ``topics``, ``help`` and ``consent``. A field of kind ``legs`` describes the parts of one leg under
``[[fields.parts]]``. ``every-type.toml`` holds the fields that all types share. An organization adds a type by adding a file.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from app.domain.vocabulary import FIELD_KINDS, GIVES, LEG_PARTS, PURPOSES, TOPICS

COMMON = "every-type"

_TYPE_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FIELD_KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
#: A case file may hold a whole document in base64 after this key, and a reader sets it aside before it reads the rest.
_RESERVED = "data"
_PART_OF_TYPE = frozenset({"key", "label", "order", "lane", "topics", "fields"})
_PART_OF_COMMON = frozenset({"key", "fields"})
_PART_OF_FIELD = frozenset(
    {"key", "label", "kind", "gives", "choices", "sensitive", "core", "topics", "help", "parts", "consent"}
)


class FormError(ValueError):
    """A form cannot be used. The message names the file, the key and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record type.

    ``kind`` says what it holds and ``gives`` what a value of it gives away (``app.domain.vocabulary``). ``sensitive``:
    never in an export outside counsel's profile, and there only by choice. ``core``: may stand in a short public
    account, since it identifies nobody. ``topics``: matters that it tells of, which a profile may leave out. ``consent``:
    the purpose without which it goes to nobody, once that was refused. ``parts`` are the fields of one leg, for the kind
    ``legs``; ``choices`` the values of a ``choice``.
    """

    key: str
    label: str
    kind: str
    gives: str
    choices: tuple[str, ...] = ()
    sensitive: bool = False
    core: bool = False
    topics: tuple[str, ...] = ()
    help: str = ""
    parts: tuple[Field, ...] = ()
    consent: str = ""

    def part(self, key: str) -> Field:
        """A part of a leg. Raises ``KeyError``."""
        return _named(self.parts, key)


@dataclass(frozen=True, slots=True)
class RecordType:
    """A type of event: its word on screen and paper, its place among the types, its row in the timeline, its fields."""

    key: str
    label: str
    order: int
    lane: int
    topics: tuple[str, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """All record types, in their order, and the fields that every type has."""

    types: Mapping[str, RecordType] = dataclasses.field(repr=False)
    common: tuple[Field, ...] = dataclasses.field(repr=False)

    def fields_of(self, type_key: str) -> tuple[Field, ...]:
        """The fields of a type, its own first. Raises ``KeyError`` for a type that is not on record."""
        return self.types[type_key].fields + self.common

    def field(self, type_key: str, field_key: str) -> Field:
        """One field of a type. Raises ``KeyError``."""
        return _named(self.fields_of(type_key), field_key)

    def label(self, type_key: str) -> str:
        """The word for a type ("Detention"). Raises ``KeyError``."""
        return self.types[type_key].label


def load_forms(folder: Traversable, *further: Traversable) -> Forms:
    """Read every ``*.toml`` of the folders.

    The first folder holds ``every-type.toml``; further ones hold an organization's own types. Raises ``FormError``,
    naming file and key.
    """
    common: tuple[Field, ...] | None = None
    types: dict[str, RecordType] = {}
    for where in (folder, *further):
        for entry in sorted(where.iterdir(), key=lambda item: item.name):
            if not entry.name.endswith(".toml"):
                continue
            data = _read(entry)
            if entry.name == f"{COMMON}.toml":
                if common is not None:
                    raise FormError(f"{entry.name}: the fields of every type are stated twice")
                common = _common(entry.name, data)
                continue
            record_type = _record_type(entry.name, data)
            if record_type.key in types:
                raise FormError(f"{entry.name}: key: this type exists already")
            types[record_type.key] = record_type
    if common is None:
        raise FormError(f"{COMMON}.toml: not found")
    shared = {field.key for field in common}
    for record_type in types.values():
        for field in record_type.fields:
            if field.key in shared:
                raise FormError(f"{record_type.key}.toml: fields.{field.key}: every type has a field of this key")
    ordered = sorted(types.values(), key=lambda each: (each.order, each.key))
    return Forms(MappingProxyType({each.key: each for each in ordered}), common)


def _named(fields: tuple[Field, ...], key: str) -> Field:
    for field in fields:
        if field.key == key:
            return field
    raise KeyError(key)


def _read(entry: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(entry.read_bytes().decode("utf-8"))
    except UnicodeDecodeError:
        raise FormError(f"{entry.name}: not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise FormError(f"{entry.name}: not TOML: {error}") from None
    except OSError as error:
        raise FormError(f"{entry.name}: cannot be read: {error.strerror}") from None


class _Reader:
    """Takes typed values out of one table and names the place where one is missing or wrong."""

    def __init__(self, where: str, table: object, known: frozenset[str]) -> None:
        if not isinstance(table, dict):
            raise FormError(f"{where.rstrip('.')}: not a table")
        self.where = where
        self._table = table
        for key in table:
            if key not in known:
                raise FormError(f"{where}{key}: unknown key")

    def error(self, key: str, reason: str) -> FormError:
        return FormError(f"{self.where}{key}: {reason}")

    def text(self, key: str, default: str | None = None) -> str:
        value = self._table.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.error(key, "a text is needed")
        return value

    def number(self, key: str) -> int:
        value = self._table.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.error(key, "a number, 0 or more, is needed")
        return value

    def flag(self, key: str) -> bool:
        value = self._table.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, "true or false is needed")
        return value

    def texts(self, key: str, known: Sequence[str] | None = None) -> tuple[str, ...]:
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(key, "a list of texts is needed")
        if len(set(value)) < len(value):
            raise self.error(key, "a word stands twice")
        if known is not None and not set(value) <= set(known):
            raise self.error(key, f"the words are {', '.join(known)}")
        return tuple(value)

    def word(self, key: str, known: Sequence[str]) -> str:
        value = self.text(key)
        if value not in known:
            raise self.error(key, f"one of {', '.join(known)} is needed")
        return value

    def purpose(self, key: str) -> str:
        value = self.text(key, "")
        if value and value not in PURPOSES:
            raise self.error(key, f"one of {', '.join(PURPOSES)} is needed")
        return value

    def fields(self, key: str) -> tuple[Field, ...]:
        tables = self._table.get(key, [])
        if not isinstance(tables, list):
            raise self.error(key, "a list of tables is needed")
        found: dict[str, Field] = {}
        for number, table in enumerate(tables):
            field = _field(f"{self.where}{key}[{number}]", table)
            if field.key in found:
                raise self.error(f"{key}[{number}].key", "a field of this key stands above")
            found[field.key] = field
        return tuple(found.values())


def _common(name: str, data: dict[str, Any]) -> tuple[Field, ...]:
    reader = _Reader(f"{name}: ", data, _PART_OF_COMMON)
    if reader.text("key") != COMMON:
        raise reader.error("key", f"{COMMON} is needed")
    return reader.fields("fields")


def _record_type(name: str, data: dict[str, Any]) -> RecordType:
    reader = _Reader(f"{name}: ", data, _PART_OF_TYPE)
    key = reader.text("key")
    if not _TYPE_KEY.fullmatch(key) or f"{key}.toml" != name:
        raise reader.error("key", "it is the name of the file: small letters, digits and hyphens")
    return RecordType(
        key,
        reader.text("label"),
        reader.number("order"),
        reader.number("lane"),
        reader.texts("topics", TOPICS),
        reader.fields("fields"),
    )


def _field(where: str, table: object) -> Field:
    named = table.get("key") if isinstance(table, dict) else None
    # A field is named by its key as soon as it has one: "flight.toml: fields[1].legs.kind".
    place = f"{where}.{named}." if isinstance(named, str) and _FIELD_KEY.fullmatch(named) else f"{where}."
    reader = _Reader(place, table, _PART_OF_FIELD)
    key = reader.text("key")
    if not _FIELD_KEY.fullmatch(key) or key == _RESERVED:
        raise reader.error("key", f"small letters, digits and underscores are needed, and not {_RESERVED}")
    kind = reader.word("kind", FIELD_KINDS)
    choices = reader.texts("choices")
    if bool(choices) != (kind == "choice"):
        raise reader.error("choices", "a field of kind choice has them, and no other")
    parts = reader.fields("parts")
    if tuple((part.key, part.kind) for part in parts) != (LEG_PARTS if kind == "legs" else ()):
        raise reader.error("parts", "a field of kind legs has those of a leg, in their order, and no other field has any")
    return Field(
        key,
        reader.text("label"),
        kind,
        reader.word("gives", GIVES),
        choices,
        reader.flag("sensitive"),
        reader.flag("core"),
        reader.texts("topics", TOPICS),
        reader.text("help", ""),
        parts,
        reader.purpose("consent"),
    )
