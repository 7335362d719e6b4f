"""A small writer of PDF files for tests: every byte is in the test's hand, which no PDF library allows.

``Paper`` begins as a clean file with one embedded font (Bitstream Vera, which reportlab ships) that can be told to
stand for any character, so that text in every script can be placed without a font for it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

import uharfbuzz as hb

TEXT = (
    "In May 2019 the village chief was held for 30 days in the county guesthouse.",
    "He was never shown a warrant. His brother was told to call him home.",
    "A red notice was published in January 2021.",
)


@lru_cache(maxsize=1)
def vera() -> bytes:
    return files("reportlab").joinpath("fonts", "Vera.ttf").read_bytes()


@lru_cache(maxsize=1)
def _glyphs() -> Callable[[int], int | None]:
    font = hb.Font(hb.Face(vera()))
    return font.get_nominal_glyph


def text_string(words: str) -> bytes:
    """A PDF string as writers usually write it: plain where it is ASCII, else UTF-16 with its mark."""
    if words.isascii():
        return b"(" + words.encode().replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"
    return b"<FEFF" + words.encode("utf-16-be").hex().upper().encode() + b">"


class Paper:
    """Objects by number, pages, and the file they make. ``save`` writes the cross-reference that fits."""

    def __init__(self) -> None:
        self.objects: dict[int, bytes] = {}
        self.pages: list[list[bytes]] = [[]]
        self.codes: dict[str, int] = {}
        self.info: dict[str, bytes] = {"Title": b"(Summary of an account)", "Producer": b"(a test)"}
        self.catalog = b""
        self.page_extra = b""
        self.resources = b""
        self.trailer = b""
        self.header = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
        self.between = b""
        self.font_extra = b""
        self.descriptor_extra = b""
        self.to_unicode: Callable[[str], str] = lambda text: text
        self.to_unicode_extra = b""
        self.has_to_unicode = True
        self.base_font = "BitstreamVeraSans-Roman"
        self.program = vera()
        self.content_filter: Callable[[bytes], tuple[bytes, bytes]] = lambda d: (
            zlib.compress(d),
            b"/Filter /FlateDecode",
        )
        self.catalog_number, self.tree, self.font, self.map = 1, 2, 3, 4
        self.next = 20

    def add(self, body: bytes) -> int:
        self.next += 1
        self.objects[self.next] = body
        return self.next

    def add_stream(self, data: bytes, keys: bytes = b"") -> int:
        return self.add(stream(data, keys))

    def encode(self, words: str) -> bytes:
        """The codes of a text in the font, as a hexadecimal string."""
        codes = (self.codes.setdefault(char, len(self.codes) + 1) for char in words)
        return b"<" + b"".join(b"%04X" % code for code in codes) + b">"

    def draw(self, operators: bytes, page: int = 0) -> None:
        while len(self.pages) <= page:
            self.pages.append([])
        self.pages[page].append(operators)

    def show(self, words: str, x: float = 72, y: float = 500, page: int = 0, before: bytes = b"", size: float = 11) -> None:
        """Draw one line of text."""
        self.draw(b"BT /F1 %.1f Tf %s 1 0 0 1 %.2f %.2f Tm %s Tj ET" % (size, before, x, y, self.encode(words)), page)

    def body(self, page: int = 0) -> None:
        """Draw the harmless text that every page has."""
        for row, line in enumerate(TEXT):
            self.show(line, y=720 - 14 * row, page=page)

    def build(self) -> dict[int, bytes]:
        """All objects of the file by number."""
        out = dict(self.objects)
        kids = []
        for number, operators in enumerate(self.pages):
            data, keys = self.content_filter(b"\n".join(operators))
            page, content = 900 + 2 * number, 901 + 2 * number
            kids.append(b"%d 0 R" % page)
            out[page] = (
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                b" /Resources << /Font << /F1 3 0 R >> %s >> %s >>" % (content, self.resources, self.page_extra)
            )
            out[content] = b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), keys, data)
        out[1] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % self.catalog
        out[2] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
        self._font(out)
        entries = b" ".join(b"/%s %s" % (key.encode(), value) for key, value in self.info.items())
        out[10] = b"<< %s >>" % entries
        return out

    def _font(self, out: dict[int, bytes]) -> None:
        name = self.base_font.encode()
        unicode_key = b"/ToUnicode 4 0 R" if self.has_to_unicode else b""
        out[3] = b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [5 0 R] %s %s >>" % (
            name,
            unicode_key,
            self.font_extra,
        )
        rows = [
            b"<%04X> <%s>" % (code, self.to_unicode(char).encode("utf-16-be").hex().upper().encode())
            for char, code in self.codes.items()
        ]
        if self.has_to_unicode:
            cmap = b"\n".join(
                (
                    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def",
                    b"/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange",
                    b"%d beginbfchar" % len(rows),
                    *rows,
                    b"endbfchar endcmap CMapName currentdict /CMap defineresource pop end end",
                    self.to_unicode_extra,
                )
            )
            out[4] = stream(cmap)
        out[5] = (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe)"
            b" /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 600 /CIDToGIDMap 8 0 R >>" % name
        )
        out[6] = (
            b"<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [-183 -236 1287 928] /ItalicAngle 0 /Ascent 928"
            b" /Descent -236 /CapHeight 730 /StemV 80 /FontFile2 7 0 R %s >>" % (name, self.descriptor_extra)
        )
        out[7] = stream(self.program, b"/Length1 %d" % len(self.program))
        glyph = _glyphs()
        cells = [0] * (len(self.codes) + 1)
        for char, code in self.codes.items():
            cells[code] = glyph(ord(char)) or 0
        out[8] = stream(b"".join(cell.to_bytes(2, "big") for cell in cells))

    def save(self) -> bytes:
        """The whole file."""
        return write(self.build(), self.trailer, self.header, self.between)


def stream(data: bytes, keys: bytes = b"") -> bytes:
    """A compressed stream object."""
    packed = zlib.compress(data)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), keys, packed)


def write(objects: dict[int, bytes], trailer: bytes = b"", header: bytes = b"%PDF-1.7\n", between: bytes = b"") -> bytes:
    """Objects with the cross-reference table and trailer that fit them. ``between`` goes in after the first object."""
    out = bytearray(header)
    offsets: dict[int, int] = {}
    for number, body in sorted(objects.items()):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        if len(offsets) == 1:
            out += between
    size = max(objects) + 1
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, offset in sorted(offsets.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, offset)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 10 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)


def update(data: bytes, objects: dict[int, bytes]) -> bytes:
    """An incremental update: objects in a new revision after the end of a file."""
    out = bytearray(data)
    before = int(data.rsplit(b"startxref", 1)[1].split()[0])
    rows = []
    for number, body in sorted(objects.items()):
        rows.append((number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % row for row in rows)
    out += b"trailer\n<< /Size 2000 /Root 1 0 R /Info 10 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (before, start)
    return bytes(out)
