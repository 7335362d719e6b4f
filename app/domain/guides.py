"""Question guides as data: one TOML file a subject, from which the paper for an interview without a computer is printed.

A file ``<key>.toml`` states ``key`` (the file's own name), ``order``, ``standards`` (what it follows, by name),
``title``, for a record type ``type``, and four lists of lines: ``[[say]]`` what is told before, ``[[open]]`` open
questions, which come first, ``[[ask]]`` with ``fields`` (where the answer is entered afterwards), ``[[never]]`` what is
not asked and not said. Every line stands in every language of ``LANGUAGES``.

A field is the key of one of its record type (``exact_words``), or ``event.`` ``interview.`` ``consent.`` ``testimony.``
with a fact of those (``app.domain.case``).
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

from app.domain.case import Consent, Event, Interview, Testimony
from app.domain.forms import Forms

#: The languages of every guide; further ones are added here and in the files.
LANGUAGES = ("en", "zh-Hans")
OPENING, CLOSING = "opening", "closing"

#: Nobody reads a guide longer than this beside a client: what is larger is a mistake.
_LARGEST_FILE, _LONGEST_LINE, _MOST_LINES = 64_000, 600, 40
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_KEYS = frozenset({"key", "type", "order", "standards", "title", "say", "open", "ask", "never"})
_RECORDS = {"event": Event, "interview": Interview, "consent": Consent, "testimony": Testimony}


class GuideError(ValueError):
    """A guide cannot be used. The message names the file, the place and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class GuideLine:
    """One line by language (``LANGUAGES``); ``fields`` where its answer is entered."""

    words: Mapping[str, str] = field(repr=False)
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide; ``type`` is the record type that it is for, "" for the opening and the closing."""

    key: str
    type: str
    order: int
    standards: tuple[str, ...]
    title: GuideLine
    say: tuple[GuideLine, ...] = field(repr=False)
    open: tuple[GuideLine, ...] = field(repr=False)
    ask: tuple[GuideLine, ...] = field(repr=False)
    never: tuple[GuideLine, ...] = field(repr=False)


def load_guides(folder: Traversable, forms: Forms) -> tuple[Guide, ...]:
    """Every ``*.toml`` of a folder, in order, held against the record types. Raises ``GuideError``."""
    entries = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    guides = sorted((_guide(entry.name, _read(entry), forms) for entry in entries), key=lambda guide: (guide.order, guide.key))
    return tuple(guides)


def _read(entry: Traversable) -> dict[str, Any]:
    try:
        with entry.open("rb") as stream:
            data = stream.read(_LARGEST_FILE + 1)
        if len(data) > _LARGEST_FILE:
            raise GuideError(f"{entry.name}: larger than {_LARGEST_FILE} bytes")
        return tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise GuideError(f"{entry.name}: not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise GuideError(f"{entry.name}: not TOML: {error}") from None
    except OSError as error:
        raise GuideError(f"{entry.name}: cannot be read: {error.strerror}") from None


def _guide(name: str, table: dict[str, Any], forms: Forms) -> Guide:
    for word in table:
        if word not in _KEYS:
            raise GuideError(f"{name}: {word}: unknown key")
    key, type_, order = table.get("key"), table.get("type", ""), table.get("order")
    if not isinstance(key, str) or not _KEY.fullmatch(key) or f"{key}.toml" != name:
        raise GuideError(f"{name}: key: it is the name of the file: small letters, digits and hyphens")
    if not isinstance(type_, str) or (type_ and type_ not in forms.types):
        raise GuideError(f"{name}: type: there is no such record type")
    if not isinstance(order, int) or isinstance(order, bool) or order < 0:
        raise GuideError(f"{name}: order: a number, 0 or more, is needed")
    standards = table.get("standards")
    if not isinstance(standards, list) or not standards or not all(isinstance(s, str) and s.strip() for s in standards):
        raise GuideError(f"{name}: standards: the standards that it follows are needed, by name")
    known = {field.key for field in forms.fields_of(type_)} if type_ else set()

    def lines(part: str) -> tuple[GuideLine, ...]:
        held = table.get(part, [])
        if not isinstance(held, list) or len(held) > _MOST_LINES:
            raise GuideError(f"{name}: {part}: a list of at most {_MOST_LINES} is needed")
        return tuple(_line(f"{name}: {part}[{at}]", line, known if part == "ask" else None) for at, line in enumerate(held))

    guide = Guide(
        key, type_, order, tuple(standards), _line(f"{name}: title", table.get("title"), None),
        lines("say"), lines("open"), lines("ask"), lines("never"),
    )  # fmt: skip
    if not guide.never or not guide.ask or not (guide.open or guide.say):
        raise GuideError(f"{name}: ask, never, and open or say are needed")
    return guide


def _line(where: str, table: object, known: set[str] | None) -> GuideLine:
    """``known``: the fields of the record type, where answers are entered; ``None`` where none are."""
    if not isinstance(table, dict):
        raise GuideError(f"{where}: a table is needed")
    for key in table:
        if key not in LANGUAGES and not (key == "fields" and known is not None):
            raise GuideError(f"{where}.{key}: unknown key")
    words = {language: table.get(language) for language in LANGUAGES}
    for language, said in words.items():
        if not isinstance(said, str) or not said.strip() or len(said) > _LONGEST_LINE:
            raise GuideError(f"{where}.{language}: a text of at most {_LONGEST_LINE} characters is needed")
    fields = table.get("fields", [])
    if not isinstance(fields, list) or (known is not None and not fields):
        raise GuideError(f"{where}.fields: a list of fields is needed")
    for one in fields:
        if not isinstance(one, str) or not _is_field(one, known or set()):
            raise GuideError(f"{where}.fields: there is no such field")
    return GuideLine({language: str(text) for language, text in words.items()}, tuple(fields))


def _is_field(name: str, known: set[str]) -> bool:
    record, dot, fact = name.partition(".")
    if not dot:
        return name in known
    return record in _RECORDS and any(each.name == fact for each in dataclasses.fields(_RECORDS[record]))
