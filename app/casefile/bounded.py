"""Bytes from anywhere to a JSON tree, in bounded time and memory whatever the bytes hold.

Base64 of documents is cut out first: the limit of a case file is stated without its documents, and a document is no
text. What remains is measured, checked to be UTF-8, and its values are counted and their nesting measured on the bytes,
at the speed of ``bytes.translate``, before the parser builds a single object of them.
"""

from __future__ import annotations

import codecs
import json
import math
import re
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.casefile.errors import CaseFileError, Steps, render

MIB = 1024 * 1024
TEXT_LIMIT = 64 * MIB  #: A case file without its documents.
#: A case file with them. Base64 within the file is held in memory as it stands and decoded, so that it has a bound of
#: its own: 128 MiB, 96 MiB of documents. Larger ones lie beside the case file, where there is no limit.
FILE_LIMIT = TEXT_LIMIT + 128 * MIB
DEPTH_LIMIT = 32
NUMBER_LIMIT = 10**12
#: Objects and lists, and these with all commas: 15 and 40 for each of the 100,000 entries that a case file may have.
OPENING_LIMIT = 1_500_000
STRUCTURE_LIMIT = 4_000_000
#: Texts that have a comma or a bracket in them: each has to be looked at on its own to tell it from structure.
PROSE_LIMIT = 2_000_000
#: Longer than any number within the limits that a program would write.
NUMBER_LENGTH = 400

# What is shorter stays where it is and counts as text: so there can be no more than some 200,000 pieces.
_DATA = re.compile(rb'"data"([ \t\r\n]*:[ \t\r\n]*)"([A-Za-z0-9+/=\\]{1024,})"')
_SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")
_STRING = re.compile(rb'"[^"]*"')
_NOT_STRUCTURE = bytes(set(range(256)) - set(b'"{}[],'))
_BRACKETS = bytes.maketrans(b"{}", b"[]")


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed document. ``data`` holds the base64 that was cut out, under the words that stand in its place."""

    value: Any = field(repr=False)
    data: Mapping[str, bytes] = field(repr=False)


class _Refused:
    """Stands in the tree for a value that may not be there, until its place is known."""

    __slots__ = ("key", "reason")

    def __init__(self, reason: str, key: str | None = None) -> None:
        self.reason = reason
        self.key = key


def parse_bounded(raw: bytes, known: Collection[str]) -> Tree:
    """Parse a JSON document.

    ``known`` are the keys of the format, which alone may stand in an error's path. Raises ``CaseFileError`` for what is
    too large, too deep or has too many values, is not UTF-8 or not JSON, has a key twice in an object, a NUL or a lone
    surrogate in a string, or a number that is not finite and within ±10¹².
    """
    if len(raw) > FILE_LIMIT:
        raise CaseFileError("$", f"larger than {FILE_LIMIT // MIB} MB with the documents in it")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    text, data = _cut_data(raw)
    if len(text) > TEXT_LIMIT:
        raise CaseFileError("$", f"larger than {TEXT_LIMIT // MIB} MB without documents")
    try:
        decoded = text.decode("utf-8")
    except UnicodeDecodeError:
        raise CaseFileError("$", "not UTF-8") from None
    _measure(text)
    suspect = b"\\u0000" in text or _SURROGATE_ESCAPE.search(text) is not None
    del text
    return Tree(_parse(decoded, suspect, known), data)


def _cut_data(raw: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Replace base64 after a key ``data`` by words that no file can foresee.

    Quotes inside a JSON string are escaped, so that the pattern finds a key and its value or nothing. Where the key is
    longer and only ends so (an escaped quote before ``data``), it is an unknown key, and the file is refused for it.
    """
    data: dict[str, bytes] = {}
    nonce = secrets.token_hex(16)

    def cut(match: re.Match[bytes]) -> bytes:
        content = match[2].replace(b"\\/", b"/")  # some writers escape the slash
        if b"\\" in content:
            return match[0]
        word = f"{nonce}-{len(data)}"
        data[word] = content
        return b'"data"' + match[1] + b'"' + word.encode() + b'"'

    return _DATA.sub(cut, raw), data


def structure_of(text: bytes) -> bytes:
    """The brackets, braces and commas of a JSON document that stand outside its strings, in their order.

    An escaped quote is no quote; a pair of quotes with nothing structural between them says nothing either, whether it
    is a string or the gap between two; what then stands between quotes is text. Exact for JSON, and for what is not,
    up to the place at which a parser stops. Raises ``CaseFileError`` where too many strings hold such characters.
    """
    marks = text.replace(b"\\\\", b"").replace(b'\\"', b"").translate(None, _NOT_STRUCTURE).replace(b'""', b"")
    if marks.count(b'"') > 2 * PROSE_LIMIT:
        raise CaseFileError("$", "too many values")
    return _STRING.sub(b"", marks)


def _measure(text: bytes) -> None:
    """Refuse too deep a nesting and too many values."""
    structure = structure_of(text)
    opening = structure.count(b"{") + structure.count(b"[")
    if opening > OPENING_LIMIT or opening + structure.count(b",") > STRUCTURE_LIMIT:
        raise CaseFileError("$", "too many values")
    brackets = structure.translate(_BRACKETS, b',"')
    for _ in range(DEPTH_LIMIT):
        # Each round takes away the innermost pairs, which is one level of the nesting.
        brackets = brackets.replace(b"[]", b"")
    if b"[]" in brackets or b"[" * (DEPTH_LIMIT + 1) in brackets:
        raise CaseFileError("$", f"nested deeper than {DEPTH_LIMIT} levels")
    if brackets:
        raise CaseFileError("$", "not JSON: brackets do not match")


def _parse(text: str, suspect: bool, known: Collection[str]) -> Any:
    refused = False

    def refuse(reason: str, key: str | None = None) -> _Refused:
        nonlocal refused
        refused = True
        return _Refused(reason, key)

    def whole(digits: str) -> int | _Refused:
        # Length first: turning a very long literal into a number is what costs time.
        if len(digits) > NUMBER_LENGTH or abs(number := int(digits)) > NUMBER_LIMIT:
            return refuse("a number outside ±10^12")
        return number

    def decimal(digits: str) -> int | float | _Refused:
        if len(digits) > NUMBER_LENGTH:
            return refuse("a number of too many digits")
        number = float(digits)
        if not math.isfinite(number) or abs(number) > NUMBER_LIMIT:
            return refuse("a number outside ±10^12")
        return int(number) if number.is_integer() else number  # 2.0 is the number 2

    def constant(_: str) -> _Refused:
        return refuse("a number that is not finite")

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any] | _Refused:
        made = dict(items)
        if len(made) == len(items):
            return made
        return refuse("a key that stands twice", _first_repeated(key for key, _ in items))

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_int=whole, parse_float=decimal, parse_constant=constant)
    except json.JSONDecodeError as error:
        raise CaseFileError("$", f"not JSON (line {error.lineno})") from None
    except RecursionError:
        raise CaseFileError("$", f"nested deeper than {DEPTH_LIMIT} levels") from None
    if refused or suspect:
        for steps, reason in _unfit(value, ()):
            raise CaseFileError(render(steps, known), reason)
    return value


def _first_repeated(keys: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            return key
        seen.add(key)
    return None


def _unfit(value: Any, steps: Steps) -> Iterator[tuple[Steps, str]]:
    """Each value that may not be there, in the order of the document, with its place."""
    if isinstance(value, dict):
        for key, item in value.items():
            if reason := _unfit_text(key):
                yield (*steps, key), f"in a key: {reason}"
            yield from _unfit(item, (*steps, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _unfit(item, (*steps, position))
    elif isinstance(value, str):
        if reason := _unfit_text(value):
            yield steps, reason
    elif isinstance(value, _Refused):
        yield (steps if value.key is None else (*steps, value.key)), value.reason


def _unfit_text(text: str) -> str | None:
    if "\0" in text:
        return "a NUL character"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "half of a surrogate pair"
    return None
