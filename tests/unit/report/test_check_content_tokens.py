"""Page content is cut fast and no less strictly: what the fast reading makes of it is what the strict tokens are."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.redaction.disclosed import Disclosed
from app.report.check_lex import Content, Shown, content_tokens, string_bytes, tokens
from app.report.check_readers import quiet, read_by_order
from app.report.check_values import Gathered, Limits, Undecided
from app.report.render import render
from tests.unit.report.every_script import long_view, public_view, rich_view

LINE = b"BT 1 0 0 1 64.00 748.00 Tm 0.373 0.384 0.396 rg /A0 8 Tf [<001E0010> 20 <001B>] TJ ET "
PIECES = [
    LINE, LINE[:-4], LINE.replace(b" Tf", b"Tf"), LINE.replace(b"1 0 0 1 ", b"1 0 0 1 123456789 "), b"q ", b"Q\n", b"BT ", b"ET",
    b" ", b"\n", b"\x00", b"[", b"]", b"<00>", b"<0041> <0042>", b"<41 4>", b"<414>", b"<<", b">>", b"/A0 ", b"/A#42", b"8", b" -.5 ",
    b"3.", b"1abc ", b"123456789.25 ", b"Tf ", b"T* ", b"' ", b'" ', b"Tr ", b"3 Tr ", b"(a)", b"(a (nested) \\) one)", b"(open", b")",
    b"%note\n", b"{", b"\xff", b"[<00> 3 <01>] TJ ", b"[[<00>] 4] TJ ", b"BI ", b"/F1 1 Tf(x)Tj ",
]  # fmt: skip


def told(data: bytes) -> Iterator[tuple[str, object]]:
    """The content by the strict tokens, strings as their bytes and numbers as their value."""
    for kind, start, end in tokens(data, runs=True):
        yield from one(kind, data[start:end])


def one(kind: str, token: bytes) -> Iterator[tuple[str, object]]:
    if kind in ("run", "string", "hex"):
        yield "string", string_bytes(token)
    elif kind in ("number", "numbers"):
        yield from (("number", float(number)) for number in token.split())
    else:
        yield kind, token


def shown(part: Shown) -> Iterator[tuple[str, object]]:
    yield "array", b"["
    for item in part.items:
        yield ("string", item) if isinstance(item, bytes) else ("number", item)
    yield "array", b"]"


def expanded(content: Content) -> Iterator[tuple[str, object]]:
    """The content by the fast reading, taken apart again."""
    arrays, lines = iter(content.shown), iter(content.lines)
    for kind, token in content.tokens:
        if kind == "shown":
            part = next(arrays)
            assert part.raw == b"".join(item for item in part.items if isinstance(item, bytes))
            yield from shown(part)
        elif kind == "line":
            line = next(lines)
            numbers = list(map(float, line.numbers))
            assert (tuple(numbers[:6]), numbers[9], line.numbers[10:]) == (line.matrix, line.size, line.shown.numbers)
            yield "word", b"BT"
            yield from (("number", number) for number in numbers[:6])
            yield "word", b"Tm"
            yield from (("number", number) for number in numbers[6:9])
            yield from (("word", b"rg"), ("name", b"/" + line.font.encode()), ("number", line.size), ("word", b"Tf"))
            yield from shown(line.shown)
            yield from (("word", b"TJ"), ("word", b"ET"))
        else:
            yield from one(kind, token)
    assert next(arrays, None) is next(lines, None) is None


def plain(found: Iterator[tuple[str, object]]) -> list[tuple[str, object]]:
    """Strings that stand together as one: a reader shows them so."""
    out: list[tuple[str, object]] = []
    for kind, group in groupby(found, key=lambda pair: pair[0]):
        values = [value for _, value in group]
        out += (
            [(kind, b"".join(v for v in values if isinstance(v, bytes)))] if kind == "string" else [(kind, v) for v in values]
        )
    return out


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.binary(max_size=6))
@settings(max_examples=500)
def test_the_fast_reading_is_the_strict_one(pieces: list[bytes], rest: bytes) -> None:
    data = b"".join(pieces) + rest
    try:
        strict = plain(told(data))
    except Undecided:
        with pytest.raises(Undecided):
            content_tokens(data)
        return
    assert plain(expanded(content_tokens(data))) == strict


def test_a_line_as_we_draw_it_is_one_token() -> None:
    assert [kind for kind, _ in content_tokens(b"q " + LINE + b"Q").tokens] == ["word", "line", "word"]


@pytest.mark.parametrize("view", [rich_view(), public_view(), long_view(20, 20)], ids=["rich", "public", "long"])
def test_our_own_report_reads_as_pdfminer_alone_reads_it(view: Disclosed) -> None:
    data = render(view).data
    readings = []
    with quiet():
        for own in (False, True):
            home = Gathered()
            pages = list(read_by_order(data, home, Limits(), time.monotonic() + 60, own=own))
            readings.append((home.by_order, home.found, pages))
    assert readings[0] == readings[1]
