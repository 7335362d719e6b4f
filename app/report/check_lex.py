"""The tokens of PDF syntax (ISO 32000-1, 7.2 and 7.3), read strictly: every byte belongs to a token or raises.

The libraries that read PDF forgive; a check must not. Used on the file between streams, on page content and on
ToUnicode maps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pikepdf

from app.report.check_values import Undecided

_REGULAR = rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]"
_SYNTAX = (
    rb"(?P<space>[\x00\t\n\x0c\r ]+)"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))(?!" + _REGULAR + rb")"
    rb"|(?P<name>/" + _REGULAR + rb"*)"
    rb"|(?P<string>\((?:[^()\\]++|\\.)*+\))"
    rb"|(?P<hex><[0-9A-Fa-f\x00\t\n\x0c\r ]*>)"
    rb"|(?P<dict><<|>>)"
    rb"|(?P<array>[\[\]])"
    rb"|(?P<comment>%[^\r\n]*)"
    rb"|(?P<word>" + _REGULAR + rb"+)"
)
_TOKEN = re.compile(_SYNTAX, re.DOTALL)
# Shaped text comes glyph by glyph; taken together such strings cost a third.
_TOKEN_OR_RUN = re.compile(rb"(?P<run>(?:<(?:[0-9A-Fa-f]{2})++>[\x00\t\n\x0c\r ]*+)++)|" + _SYNTAX, re.DOTALL)
# Page content, the white space before a token taken with it: numbers that stand together, and what one TJ shows, are one.
_NUMBER = rb"[+-]?(?:\d++\.?\d*+|\.\d++)(?!" + _REGULAR + rb")"
_SHOWN = rb"(?:<(?:[0-9A-Fa-f]{2})++>)++"
_ARRAY = rb"\[(?:" + _SHOWN + rb"|" + _NUMBER + rb"|[ \n])*+\]"
# A line of text as our own drawing sets it, from BT to ET: its matrix, colour, font, size and what it shows.
_LINE = (
    rb"(?P<line>BT (?P<matrix>"
    + _NUMBER
    + rb"(?: "
    + _NUMBER
    + rb"){5}) Tm (?P<colour>"
    + _NUMBER
    + rb"(?: "
    + _NUMBER
    + rb"){2}) rg (?P<font>/"
    + _REGULAR
    + rb"++) (?P<size>"
    + _NUMBER
    + rb") Tf (?P<array>"
    + _ARRAY
    + rb") TJ ET(?!"
    + _REGULAR
    + rb"))"
)
_CONTENT = re.compile(
    rb"[\x00\t\n\x0c\r ]*+(?:" + _LINE + rb"|(?P<word>[A-Za-z]++\*?+)(?!" + _REGULAR + rb")"
    rb"|(?P<numbers>" + _NUMBER + rb"(?:[ \n]" + _NUMBER + rb")*+)"
    rb"|(?P<shown>" + _ARRAY + rb")"
    rb"|(?P<run>(?:<(?:[0-9A-Fa-f]{2})++>[\x00\t\n\x0c\r ]*+)++)"
    rb"|(?P<name>/" + _REGULAR + rb"*+)"
    rb"|(?P<string>\((?:[^()\\]++|\\.)*+\))"
    rb"|(?P<hex><[0-9A-Fa-f\x00\t\n\x0c\r ]*+>)"
    rb"|(?P<dict><<|>>)"
    rb"|(?P<bracket>[\[\]])"
    rb"|(?P<comment>%[^\r\n]*+)"
    rb"|(?P<odd>" + _REGULAR + rb"++)"
    rb"|(?P<end>\Z)"
    rb"|(?P<bad>.))",
    re.DOTALL,
)
_SHOWN_ITEM = re.compile(rb"((?:<[^<>]*+>)++)|([^<>\[\] \n]++)")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))|\r\n?", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")

Token = tuple[str, int, int]


def tokens(data: bytes, at: int = 0, end: int | None = None, *, runs: bool = False) -> Iterator[Token]:
    """Yield ``(kind, start, end)`` for every token but white space.

    Kinds: number name string hex dict array comment word, and with ``runs`` also run: hexadecimal strings with nothing
    between them, which page content shows as one. Raises ``Undecided`` at a byte that begins no token.
    """
    stop = len(data) if end is None else end
    pattern = _TOKEN_OR_RUN if runs else _TOKEN
    while at < stop:
        scan = pattern.scanner(data, at, stop).match  # type: ignore[attr-defined]  # known to Python, not to its types
        while (found := scan()) is not None:
            at = found.end()
            if found.lastgroup != "space":
                yield found.lastgroup, found.start(), at
        if at >= stop:
            return
        if data[at : at + 1] != b"(":
            raise Undecided("bytes that are no PDF syntax")
        closed = _nested_end(data, at, stop)
        yield "string", at, closed
        at = closed


class Shown(NamedTuple):
    """An array of numbers and hexadecimal strings: its parts in order, all its bytes, and its numbers as they stand."""

    items: list[bytes | float]
    raw: bytes
    numbers: list[bytes]


class Line(NamedTuple):
    """A line of text from BT to ET: the operands of its Tm and Tf, what its TJ shows, and its numbers as they stand."""

    matrix: tuple[float, float, float, float, float, float]
    font: str
    size: float
    shown: Shown
    numbers: list[bytes]


class Content(NamedTuple):
    """The content of a page: ``(kind, token)`` for every token but white space, and what stands behind some of them.

    The kinds are those of ``tokens`` with ``runs``, and three more: ``numbers``, one number or several parted by one space;
    ``shown``, an array of numbers and hexadecimal strings; ``line``, all from BT to ET as our own drawing sets it. ``shown``
    and ``lines`` hold one entry for each token of these kinds, in their order.
    """

    tokens: list[tuple[str, bytes]]
    shown: list[Shown]
    lines: list[Line]


_SAME = {"odd": "word", "bracket": "array"}


def content_tokens(data: bytes) -> Content:
    """Cut the content of a page. Raises ``Undecided`` as ``tokens`` does."""
    out = Content([], [], [])
    for match in _CONTENT.finditer(data):
        kind, token = match.lastgroup or "", match[match.lastindex or 0]
        if kind == "line":
            out.lines.append(_line(match))
        elif kind == "shown":
            out.shown.append(_shown(token))
        elif kind == "bad":  # a string with parentheses inside, or no PDF syntax
            return Content([(kind, data[start:end]) for kind, start, end in tokens(data, runs=True)], [], [])
        elif kind == "end":
            break
        out.tokens.append((_SAME.get(kind, kind), token))
    return out


def _line(match: re.Match[bytes]) -> Line:
    place, colour, font, size, array = match.group("matrix", "colour", "font", "size", "array")
    matrix, shown = place.split(), _shown(array)
    numbers = [*matrix, *colour.split(), size, *shown.numbers]
    a, b, c, d, e, f = map(float, matrix)
    return Line((a, b, c, d, e, f), name_text(font), float(size), shown, numbers)


def _shown(token: bytes) -> Shown:
    strings: list[bytes] = []
    numbers: list[bytes] = []
    items: list[bytes | float] = []
    for string, number in _SHOWN_ITEM.findall(token):
        if string:
            raw = bytes.fromhex(string.translate(None, b"<>").decode("ascii"))
            strings.append(raw)
            items.append(raw)
        else:
            numbers.append(number)
            items.append(float(number))
    return Shown(items, b"".join(strings), numbers)


def _nested_end(data: bytes, at: int, stop: int) -> int:
    """Where a string with parentheses inside it ends."""
    depth = 0
    while at < stop:
        byte = data[at]
        if byte == 0x5C:
            at += 1
        elif byte == 0x28:
            depth += 1
        elif byte == 0x29:
            depth -= 1
            if not depth:
                return at + 1
        at += 1
    raise Undecided("a string without an end")


def string_bytes(token: bytes) -> bytes:
    """The bytes a literal or hexadecimal string token stands for, or a run of such."""
    if token[:1] == b"<":
        digits = token.translate(None, b"<>\x00\t\n\x0c\r ")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    body = token[1:-1]
    if b"\\" not in body and b"\r" not in body:
        return body
    return _ESCAPE.sub(_unescape, body)


def _unescape(found: re.Match[bytes]) -> bytes:
    octal, line_end, char = found.groups()
    if octal:
        return bytes((int(octal, 8) & 255,))
    if line_end:
        return b""
    if char is None:
        return b"\n"
    return _ESCAPED.get(char, char)


@lru_cache(maxsize=1024)
def name_text(token: bytes) -> str:
    """The text of a name token without its slash, ``#xx`` decoded."""
    raw = _NAME_CODE.sub(lambda m: bytes((int(m.group(1), 16),)), token[1:])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def string_texts(raw: bytes) -> Iterator[str]:
    """Every plausible reading of a string's bytes as words: by its mark, as PDFDocEncoding, in the usual encodings."""
    if raw[:2] in (b"\xfe\xff", b"\xff\xfe"):
        yield raw.decode("utf-16", "replace")
        return
    if raw[:3] == b"\xef\xbb\xbf":
        yield raw[3:].decode("utf-8", "replace")
        return
    if raw.isascii():
        text = raw.decode("ascii")
        yield text.replace("\x00", "") if "\x00" in text else text
        return
    try:
        yield raw.decode("utf-8")
    except UnicodeDecodeError:
        yield raw.decode("gb18030", "ignore")
    yield str(pikepdf.String(raw))
    yield raw.decode("latin-1")


def wide_texts(raw: bytes) -> Iterator[str]:
    """The bytes read as UTF-16 without a mark, both ways round."""
    if len(raw) >= 4:
        yield raw.decode("utf-16-be", "ignore")
        yield raw.decode("utf-16-le", "ignore")
