"""What a font says its codes mean, and what its program carries along.

A reader's text is only as true as ToUnicode: a code without an entry, or many codes that all read as one letter,
could show a name to the eye and something else to the search. TrueType programs are read table by table, since a
table that no renderer knows can hold anything. ISO 32000-1, 9.10.3; OpenType 1.9, name and cmap.
"""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Name, Object

from app.report.check_layout import ObjectId, collect
from app.report.check_lex import string_bytes, tokens
from app.report.check_structure import Structure
from app.report.check_values import Gathered, Undecided

_MAP_WORDS = frozenset(
    b"CMapName begin end def dict findresource defineresource pop currentdict dup begincmap endcmap begincodespacerange"
    b" endcodespacerange beginbfchar endbfchar beginbfrange endbfrange".split()
)
_SFNT_TABLES = frozenset(
    b"cmap,cvt ,fpgm,glyf,head,hhea,hmtx,loca,maxp,name,post,prep,OS/2,gasp,vhea,vmtx,VORG,GDEF,GPOS,GSUB,BASE,"
    b"kern,hdmx,LTSH,VDMX,PCLT,STAT,DSIG,FFTM,JSTF,CFF ".split(b",")
)
# A letter may have several glyphs (Arabic has four and more), but not as many as a font has letters.
_MOST_CODES_A_LETTER = 12
_MOST_BLANK_CODES = 4
#: What ToUnicode says of the further glyphs of a letter that is drawn in several: no reader stumbles over it.
NO_LETTER = "\u200b"
#: So many such glyphs may follow each other: the marks of one stack of letters in Tibetan and Indic scripts.
MOST_SILENT = 4


@dataclass(slots=True)
class Font:
    """A font as its text is read: how wide its codes are, and the text of each, by its map and by its program.

    ``used`` are the codes that pages show, ``silent`` those that stand for no letter of their own.
    """

    number: int
    wide: bool
    texts: dict[int, str] = field(repr=False)
    glyph_texts: dict[int, str] = field(default_factory=dict, repr=False)
    used: set[int] = field(default_factory=set, repr=False)
    silent: frozenset[int] = field(default=frozenset(), repr=False)


def character_map(data: bytes, home: Gathered, place: str) -> dict[int, str]:
    """The text of each code of a ToUnicode map. Raises ``Undecided`` for what is none."""
    texts: dict[int, str] = {}
    section = b""
    cells: list[bytes] = []
    array: list[bytes] | None = None
    for kind, start, end in tokens(data):
        token = data[start:end]
        if kind == "comment":
            raise Undecided("a comment in a ToUnicode map")
        if kind == "word":
            if token not in _MAP_WORDS:
                raise Undecided("a ToUnicode map with words that are not on the list")
            if token in (b"beginbfchar", b"beginbfrange"):
                section, cells = token, []
            elif token in (b"endbfchar", b"endbfrange"):
                section = b""
        elif not section:
            if kind != "hex" or len(token) > 10:  # the ends of a code space are no words
                collect(home, kind, token, place)
        elif kind == "array":
            array = [] if token == b"[" else array
            if token == b"]" and array is not None and len(cells) == 2:
                first = int.from_bytes(cells[0], "big")
                texts.update((first + i, _target(cell)) for i, cell in enumerate(array))
                cells, array = [], None
        elif kind == "hex":
            (cells if array is None else array).append(string_bytes(token))
            if section == b"beginbfchar" and len(cells) == 2:
                texts[int.from_bytes(cells[0], "big")] = _target(cells[1])
                cells = []
            elif section == b"beginbfrange" and len(cells) == 3:
                _range(texts, cells)
                cells = []
        else:
            raise Undecided("a damaged ToUnicode map")
    if section or cells or not texts:
        raise Undecided("a damaged ToUnicode map")
    for text in texts.values():
        if len(text) > 1:
            home.add(place, "reading", text)
    home.add(place, "binary", "".join(texts.values()))
    return texts


def _target(raw: bytes) -> str:
    try:
        return raw.decode("utf-16-be") if len(raw) > 1 else raw.decode("latin-1")
    except UnicodeDecodeError:
        raise Undecided("a damaged ToUnicode map") from None


def _range(texts: dict[int, str], cells: list[bytes]) -> None:
    first, last = int.from_bytes(cells[0], "big"), int.from_bytes(cells[1], "big")
    if not 0 <= last - first <= 0xFFFF:
        raise Undecided("a damaged ToUnicode map")
    text = _target(cells[2])
    if not text or ord(text[-1]) + last - first > 0x10FFFF:
        raise Undecided("a damaged ToUnicode map")
    for step in range(last - first + 1):
        texts[first + step] = text[:-1] + chr(ord(text[-1]) + step)


def read_fonts(structure: Structure, home: Gathered) -> dict[ObjectId, Font]:
    """Read every font that pages use; what is wrong with one is noted as a reason."""
    fonts: dict[ObjectId, Font] = {}
    for key, obj in structure.fonts.items():
        font = Font(key[0], obj.get("/Subtype") == Name.Type0, {})
        fonts[key] = font
        mapping = obj.get("/ToUnicode")
        data = structure.streams.get(mapping.objgen) if isinstance(mapping, Object) else None
        if data is not None:
            try:
                font.texts = character_map(data, home, f"the ToUnicode map of font {key[0]}")
            except Undecided as problem:
                home.refuse("structure", str(problem))
            font.silent = frozenset(code for code, text in font.texts.items() if text == NO_LETTER)
        try:
            _programs(obj, font, structure, home)
        except Undecided as problem:
            home.refuse("structure", str(problem))
        except (struct.error, IndexError, UnicodeDecodeError, pikepdf.PdfError, AttributeError, TypeError, ValueError):
            home.refuse("structure", "a font program that cannot be read")
    return fonts


def _programs(obj: Object, font: Font, structure: Structure, home: Gathered) -> None:
    carrier = obj
    if font.wide:
        (carrier,) = list(obj.DescendantFonts)
    descriptor = carrier.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary):
        return
    glyphs = 0x10000
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        program = descriptor.get(key)
        data = structure.streams.get(program.objgen) if isinstance(program, pikepdf.Stream) else None
        if data is None:
            continue
        place = f"the program of font {font.number}"
        home.add(place, "binary", data.decode("latin-1"))
        if key == "/FontFile2":
            tables = sfnt_tables(data)
            _name_table(tables.get(b"name", b""), place, home)
            if b"maxp" in tables:
                (glyphs,) = struct.unpack_from(">H", tables[b"maxp"], 4)
            if font.wide:
                font.glyph_texts = _by_glyph(data)
    if font.wide:
        _glyph_map(carrier, font, glyphs, structure)


def _glyph_map(carrier: Object, font: Font, glyphs: int, structure: Structure) -> None:
    """Codes to glyphs: each must be a glyph of the program, since the map could spell something with others."""
    mapping = carrier.get("/CIDToGIDMap")
    data = structure.streams.get(mapping.objgen) if isinstance(mapping, pikepdf.Stream) else None
    if data is None:
        return
    if len(data) % 2 or len(data) > 0x20000:
        raise Undecided("a damaged glyph map")
    ids = struct.unpack(f">{len(data) // 2}H", data)
    if ids and max(ids) >= glyphs:
        raise Undecided("a glyph map to glyphs that the font does not have")
    by_glyph = font.glyph_texts
    font.glyph_texts = {code: by_glyph[glyph] for code, glyph in enumerate(ids) if glyph in by_glyph}


def _by_glyph(data: bytes) -> dict[int, str]:
    """The character of each glyph by the program's own table, where it kept one."""
    import uharfbuzz as hb

    face = hb.Face(data)
    font = hb.Font(face)
    texts: dict[int, str] = {}
    for code in face.unicodes:
        glyph = font.get_nominal_glyph(code)
        if glyph:
            texts.setdefault(glyph, chr(code))
    return texts


def sfnt_tables(data: bytes) -> dict[bytes, bytes]:
    """The tables of a TrueType program. Raises ``Undecided`` for an unknown table or bytes outside all tables."""
    if data[:4] not in (b"\x00\x01\x00\x00", b"true", b"OTTO"):
        raise Undecided("a font program of a kind that is not on the list")
    (count,) = struct.unpack_from(">H", data, 4)
    tables: dict[bytes, bytes] = {}
    spans = []
    for at in range(12, 12 + 16 * count, 16):
        tag = data[at : at + 4]
        offset, length = struct.unpack_from(">LL", data, at + 8)
        if tag not in _SFNT_TABLES or tag in tables:
            raise Undecided("a font program with a table that is not on the list")
        if offset + length > len(data):
            raise Undecided("a damaged font program")
        tables[tag] = data[offset : offset + length]
        if length:
            spans.append((offset, offset + length))
    end = 12 + 16 * count
    for start, stop in sorted(spans):
        if start - end > 3 or data[end:start].strip(b"\x00"):
            raise Undecided("a font program with bytes outside its tables")
        end = max(end, stop)
    if len(data) - end > 3 or data[end:].strip(b"\x00"):
        raise Undecided("a font program with bytes outside its tables")
    return tables


def _name_table(table: bytes, place: str, home: Gathered) -> None:
    """The font's own names and notices."""
    if not table:
        return
    count, storage = struct.unpack_from(">HH", table, 2)
    for at in range(6, 6 + 12 * count, 12):
        platform, _, _, _, length, offset = struct.unpack_from(">6H", table, at)
        raw = table[storage + offset : storage + offset + length]
        home.add(f"the names in {place}", "token", raw.decode("mac-roman" if platform == 1 else "utf-16-be", "replace"))


def check_use(fonts: dict[ObjectId, Font], home: Gathered) -> None:
    """After the pages were read: every code that was shown has a text of its own."""
    for font in fonts.values():
        texts = [font.texts.get(code) for code in font.used]
        if any(not text or text[0] == "\ufffd" or "\ue000" <= text[0] <= "\uf8ff" for text in texts):
            home.refuse("structure", "a font that shows glyphs for which ToUnicode has no letter")
        shared = Counter(text for text in texts if text)
        for text, codes in shared.items():
            blank = text.isspace()
            if codes > (_MOST_BLANK_CODES if blank else _MOST_CODES_A_LETTER) and text != NO_LETTER:
                home.refuse("structure", "a font in which many glyphs are said to be one letter")
