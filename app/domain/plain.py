"""Values to JSON-like data and back: one general mechanism for every class of ``app.domain.case``.

``to_plain`` leaves out what is ``None`` or empty, so that what was left out of a case file is never written back.
``from_plain`` expects data that was validated already; a surprise in it is a bug and raises ``TypeError``.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def json_key(field: dataclasses.Field[Any]) -> str:
    """The key under which a field stands in JSON."""
    return str(field.metadata.get("key", field.name))


def to_plain(value: object) -> Any:
    """Return dicts, lists and scalars for a value; keys in the order of the class."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        out = {}
        for field in dataclasses.fields(value):
            held = getattr(value, field.name)
            if held is None or held in ((), {}):
                continue
            plain = to_plain(held)
            if field.name == "at_risk" and len(plain) == 1:
                plain = plain[0]  # a case file states one risk as an object, several as a list
            out[json_key(field)] = plain
        return out
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, typing.Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    return value


def _frozen(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple(_frozen(item) for item in plain)
    if isinstance(plain, dict):
        return {key: _frozen(item) for key, item in plain.items()}
    return plain


def _converter(hint: Any) -> Callable[[Any], Any]:
    """How JSON data becomes a value of the annotated type; worked out once a class, not once a value."""
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return lambda plain: from_plain(hint, plain)
    if typing.get_origin(hint) is tuple:
        item = _converter(typing.get_args(hint)[0])
        # A case file states one risk as an object, several as a list.
        return lambda plain: tuple(item(each) for each in (plain if isinstance(plain, list | tuple) else (plain,)))
    if typing.get_origin(hint) is types.UnionType:
        for option in typing.get_args(hint):
            if isinstance(option, type) and dataclasses.is_dataclass(option):
                return _converter(option)
    return _frozen


@cache
def _shape(cls: type) -> tuple[tuple[str, str, Callable[[Any], Any], bool], ...]:
    """For each field: its name, its key, its converter, and whether it must be given ``None`` where left out."""
    hints = typing.get_type_hints(cls)
    shape = []
    for f in dataclasses.fields(cls):
        hint = hints[f.name]
        bare = f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
        shape.append((f.name, json_key(f), _converter(hint), bare and type(None) in typing.get_args(hint)))
    return tuple(shape)


def from_plain(cls: type[T], plain: Any) -> T:
    """Build ``cls`` from validated JSON data."""
    if not isinstance(plain, dict):
        raise TypeError(f"{cls.__name__} is built from an object")
    values: dict[str, Any] = {}
    used = 0
    kind: type = cls
    for name, key, convert, needs_none in _shape(kind):
        if key in plain:
            values[name] = convert(plain[key])
            used += 1
        elif needs_none:
            values[name] = None
    if used != len(plain):
        raise TypeError(f"{cls.__name__}: {len(plain) - used} unknown keys")
    return cls(**values)
