"""A typeface in one PDF: a Type0 font in which every code stands for a glyph and the text it was drawn for.

Because a code is given to each pair of glyph and source text, ToUnicode is exact for every use, ligatures and shaped
scripts included. Only what was used is embedded (ISO 32000-1, 9.7: CIDFontType2, Identity-H, CIDToGIDMap).
"""

from __future__ import annotations

import struct
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from app.report.faces import Face

INVISIBLE = "\u200b"  # the text of a glyph whose cluster was told by an earlier one
_TABLES_LEFT_OUT = ("GSUB", "GPOS", "GDEF", "BASE", "DSIG", "name", "post", "OS/2", "cmap", "kern", "gasp", "STAT", "meta",
                    "VORG", "vhea", "vmtx", "VDMX", "LTSH", "hdmx")  # fmt: skip


class PdfFont:
    """The codes that one document has given out for one face. reportlab asks it for its objects at the end."""

    _dynamicFont = 1

    def __init__(self, face: Face, internal: str) -> None:
        self.face = face
        self.fontName = f"affiant-{face.key}"
        self.internal = internal
        self._codes: dict[tuple[int, str], int] = {}
        self._widths: list[int] = []
        self._entered = False

    def code(self, glyph: int, text: str, width: int) -> int:
        """The code of a glyph drawn for a text; ``width`` in thousandths."""
        key = (glyph, text) if width else (glyph, text + "\0")
        found = self._codes.get(key)
        if found is None:
            found = len(self._codes) + 1
            self._codes[key] = found
            self._widths.append(width)
        return found

    def enter(self, doc: Any) -> str:
        """Make the font known to a document; returns its name in content streams."""
        if not self._entered:
            self._entered = True
            doc.fontMapping[self.fontName] = f"/{self.internal}"
            doc.delayedFonts.append(self)
        return self.internal

    def addObjects(self, doc: Any) -> None:
        """Write the font, its descriptor, maps and the subset into the document."""
        tag = "".join(chr(65 + (ord(self.internal[-1]) - 48 + i) % 26) for i in range(6))
        name = f"{tag}+{self.face.name}"
        data, renumbered = self._subset()
        face = self.face
        file = _stream(doc, data, f"file:{self.internal}", Length1=len(data))
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor", "FontName": f"/{name}", "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(list(face.box)), "ItalicAngle": round(face.italic_angle),
                "Ascent": round(face.ascent), "Descent": round(face.descent), "CapHeight": round(face.cap_height),
                "StemV": 80, "FontFile2": file,
            }
        )  # fmt: skip
        gids = b"\0\0" + b"".join(struct.pack(">H", renumbered.get(glyph, 0)) for glyph, _ in self._codes)
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font", "Subtype": "/CIDFontType2", "BaseFont": f"/{name}",
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": doc.Reference(descriptor, f"descriptor:{self.internal}"),
                "DW": 0, "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(self._widths)]),
                "CIDToGIDMap": _stream(doc, gids, f"gids:{self.internal}"),
            }
        )  # fmt: skip
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font", "Subtype": "/Type0", "BaseFont": f"/{name}", "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant, f"descendant:{self.internal}")]),
                "ToUnicode": _stream(doc, self._to_unicode(), f"unicode:{self.internal}"),
            }
        )  # fmt: skip
        # a reference, never the dictionary itself: poppler loses ToUnicode of fonts that are written in place
        doc.idToObject["BasicFonts"].dict[self.internal] = doc.Reference(font, f"font:{self.internal}")

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update({0, *(glyph for glyph, _ in self._codes)})
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(_tag(tag) for tag in _TABLES_LEFT_OUT)
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        plan = hb.SubsetPlan(self.face.face, wanted)
        mapping = plan.old_to_new_glyph_mapping
        data = bytes(plan.execute().blob.data)
        return data, {glyph: mapping[glyph] for glyph, _ in self._codes}

    def _to_unicode(self) -> bytes:
        rows = []
        for (_, text), code in self._codes.items():
            rows.append(f"<{code:04X}> <{text.rstrip(chr(0)).encode('utf-16-be').hex().upper()}>")
        blocks = [rows[i : i + 100] for i in range(0, len(rows), 100)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode("ascii")


class NoFont:
    """Stands where reportlab wants a first font, so that it does not enter Helvetica, which has no ToUnicode."""

    _dynamicFont = 1
    _multiByte = 1
    fontName = "affiant-none"

    class face:
        name = "affiant-none"
        builtIn = 0


def _tag(tag: str) -> int:
    return int.from_bytes(tag.ljust(4).encode("ascii"), "big")


def _stream(doc: Any, data: bytes, name: str, **more: Any) -> Any:
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(dict(more)), data)
    stream.filters = [pdfdoc.PDFZCompress]
    return doc.Reference(stream, name)
