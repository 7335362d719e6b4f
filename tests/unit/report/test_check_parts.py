"""The parts of the release check that read bytes: tokens, fonts, and the order of pieces on a page."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.report.check_fonts import character_map, sfnt_tables
from app.report.check_lex import name_text, string_bytes, string_texts, tokens
from app.report.check_readers import Piece, by_column, by_line, joined, read_by_order
from app.report.check_values import Gathered, Limits, Undecided
from tests.papers import Paper, vera


def test_every_byte_belongs_to_a_token() -> None:
    data = b"<< /A#42 (a (nested) \\) one) /B <48 69> [1 -.5 +3.] true % note\n>>"
    assert [(kind, data[start:end]) for kind, start, end in tokens(data)] == [
        ("dict", b"<<"), ("name", b"/A#42"), ("string", b"(a (nested) \\) one)"), ("name", b"/B"), ("hex", b"<48 69>"),
        ("array", b"["), ("number", b"1"), ("number", b"-.5"), ("number", b"+3."), ("array", b"]"), ("word", b"true"),
        ("comment", b"% note"), ("dict", b">>"),
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"(open", b"(open (deeper)", b"{", b"<4G>", b")"])
def test_what_is_no_syntax_is_undecided(data: bytes) -> None:
    with pytest.raises(Undecided):
        list(tokens(data))


@given(st.binary(max_size=200))
@settings(max_examples=150)
def test_any_bytes_are_read_or_undecided_and_lose_nothing(data: bytes) -> None:
    try:
        found = list(tokens(data))
    except Undecided:
        return
    covered = {at for _, start, end in found for at in range(start, end)}
    assert all(data[at] in b"\x00\t\n\x0c\r " for at in range(len(data)) if at not in covered)


@pytest.mark.parametrize(
    ("token", "raw"),
    [
        (b"(plain)", b"plain"),
        (b"(a\\(b\\)\\\\c)", b"a(b)\\c"),
        (b"(\\101\\7z\\1234)", b"A\x07zS4"),
        (b"(one\\\r\ntwo)", b"onetwo"),
        (b"(one\r\ntwo\rthree)", b"one\ntwo\nthree"),
        (b"(\\n\\r\\t\\x)", b"\n\r\tx"),
        (b"<48 6\n9>", b"Hi"),
        (b"<487>", b"Hp"),
    ],
)
def test_strings_are_read_as_the_standard_says(token: bytes, raw: bytes) -> None:
    assert string_bytes(token) == raw


def test_names_are_read_with_their_codes() -> None:
    assert name_text(b"/W#61ng") == "Wang"
    assert name_text("/王".encode()) == "王"
    assert name_text(b"/\xe9") == "é"


@pytest.mark.parametrize(
    "raw",
    [
        "王立军".encode("utf-16"), b"\xfe\xff" + "王立军".encode("utf-16-be"), b"\xef\xbb\xbf" + "王立军".encode(),
        "王立军".encode(), "王立军".encode("gb18030"),
    ],
)  # fmt: skip
def test_a_string_is_read_in_every_usual_encoding(raw: bytes) -> None:
    assert "王立军" in list(string_texts(raw))


def test_a_character_map_is_read_with_its_ranges() -> None:
    data = b"2 beginbfchar <01> <0041> <02> <00660069> endbfchar"
    data += b" 2 beginbfrange <03> <05> <0061> <06> <07> [<78> <0079>] endbfrange"
    assert character_map(data, Gathered(), "a map") == {1: "A", 2: "fi", 3: "a", 4: "b", 5: "c", 6: "x", 7: "y"}


@pytest.mark.parametrize(
    "data",
    [
        b"", b"1 beginbfchar <01> endbfchar", b"1 beginbfchar <01> <0041>", b"1 beginbfrange <05> <01> <0041> endbfrange",
        b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange", b"1 beginbfchar <01> <D800> endbfchar", b"system halt",
        b"1 beginbfchar 1 2 endbfchar",
    ],
)  # fmt: skip
def test_a_map_that_cannot_be_read_is_undecided(data: bytes) -> None:
    with pytest.raises(Undecided):
        character_map(data, Gathered(), "a map")


def test_a_font_program_is_all_tables() -> None:
    assert {b"glyf", b"cmap", b"head"} <= set(sfnt_tables(vera()))
    for broken in (vera() + b"more bytes", b"%!PS" + vera(), vera().replace(b"gasp", b"gAsp", 1)):
        with pytest.raises(Undecided):
            sfnt_tables(broken)


def piece(text: str, along: float, across: float, angle: int = 0) -> Piece:
    return Piece(angle, along, along + 6 * len(text), across, 10, text)


def test_pieces_are_parted_by_their_distance() -> None:
    assert joined([piece("Wa", 0, 0), piece("ng", 12, 0), piece("left", 30, 0), piece("far", 200, 0)]) == "Wang left\nfar"
    assert joined([piece("one", 0, 0), piece("two", 0, 14)]) == "one\ntwo"


def test_pieces_come_together_whatever_their_order() -> None:
    scrambled = [piece("n", 12, 0), piece("W", 0, 0), piece("g", 18, 0), piece("a", 6, 0), piece("next", 0, 14)]
    assert [joined(line) for line in by_line(scrambled)] == ["Wang", "next"]


def test_columns_are_read_one_after_the_other() -> None:
    lines = by_line([piece("a1", 0, 0), piece("b1", 300, 0), piece("a2", 0, 14), piece("b2", 300, 14)])
    assert joined(by_column(lines)) == "a1\na2\nb1\nb2"


def test_our_own_content_reads_as_pdfminer_alone_reads_it() -> None:
    paper = Paper()
    paper.body()
    paper.draw(b"q 0.5 0 0 0.5 10 20 cm BT /F1 12 Tf 3 Tc 90 Tz 14 TL 2 Ts 1 0 0 1 72 400 Tm")
    paper.draw(b"[" + paper.encode("ker") + b" -300 " + paper.encode("ned") + b" 4000 " + paper.encode("back") + b"] TJ")
    paper.draw(b"10 -20 Td " + paper.encode("moved") + b" Tj T* " + paper.encode("next") + b" Tj 5 -9 TD")
    paper.draw(paper.encode("quoted") + b" ' 2 1 " + paper.encode("twice") + b' " ET Q')
    paper.show("王立军 and more", page=1)
    data = paper.save()
    readings = []
    for own in (False, True):
        home = Gathered()
        assert list(read_by_order(data, home, Limits(), time.monotonic() + 60, own=own)) == [1, 2]
        readings.append((home.by_order, home.found))
    assert readings[0] == readings[1]
    assert "quoted" in readings[0][0][0]


def test_strings_side_by_side_are_one_run_where_that_is_asked() -> None:
    data = b"[<0041> <0042>\n<0043> 20 <0044>] TJ <414> Tj"
    found = [(kind, string_bytes(data[a:b])) for kind, a, b in tokens(data, runs=True) if kind in ("run", "hex")]
    assert found == [("run", b"\0A\0B\0C"), ("run", b"\0D"), ("hex", b"A@")]
    assert len([kind for kind, _, _ in tokens(data) if kind == "hex"]) == 5
