"""The allow-list of the release check as data: which objects a PDF may hold, and which keys and values each may have.

A rule says what the value of a key may be, alternatives parted by a bar:

- ``bool`` ``number`` ``numbers`` (numbers in arrays, nested too)
- ``name:A,B`` one of these names; ``ident`` any name and ``text`` any string (both are searched by the pass over
  the bytes)
- ``names`` an array of known procedure sets
- ``empty`` a dictionary or array with nothing in it
- ``=role`` an object of that role; ``[role`` an array of such; ``{role`` a dictionary with any keys and such values

A key with ``!`` must be there. What is not named here is refused: annotations, forms, names, attachments, scripts,
layers, XMP, thumbnails, page labels, structure trees, private data, form XObjects, patterns, Type 3 fonts and the
rest. ISO 32000-1, tables 15, 28, 30, 33, 58, 111, 112, 114, 117, 121, 122, 152, 153, 317.
"""

from __future__ import annotations

_DEVICE = "name:DeviceGray,DeviceRGB,DeviceCMYK"
_BLEND = (
    "name:Normal,Compatible,Multiply,Screen,Overlay,Darken,Lighten,ColorDodge,ColorBurn,HardLight,SoftLight,Difference,"
    "Exclusion,Hue,Saturation,Color,Luminosity"
)
_ENCODINGS = "name:WinAnsiEncoding,MacRomanEncoding,StandardEncoding,MacExpertEncoding"
_STREAM = {"Length!": "number", "Filter": "name:FlateDecode,ASCII85Decode,ASCIIHexDecode | names"}

_OUTLINE = {"First": "=outline item", "Last": "=outline item", "Count": "number"}
_PAGE_BOXES = dict.fromkeys(("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"), "numbers")
_INHERITED = {"Resources": "=resources", "MediaBox": "numbers", "CropBox": "numbers", "Rotate": "number"}
_FONT = {"Type!": "name:Font", "BaseFont!": "ident", "Name": "ident", "ToUnicode!": "=character map"}
_FONT_DESCRIPTOR_NUMBERS = (
    "FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth"
)

ROLES: dict[str, dict[str, str]] = {
    "trailer": {
        "Size!": "number", "Root!": "=catalog", "Info": "=info", "ID": "[identifier",
        # the keys of a cross-reference stream, which doubles as the trailer
        "Type": "name:XRef", "W": "numbers", "Index": "numbers", "Length": "number", "Filter": "name:FlateDecode",
        "DecodeParms": "=predictor",
    },
    "predictor": {"Predictor": "number", "Columns": "number", "Colors": "number", "BitsPerComponent": "number"},
    "catalog": {
        "Type!": "name:Catalog", "Pages!": "=page tree", "Outlines": "=outlines", "Lang": "text",
        "Version": "name:1.0,1.1,1.2,1.3,1.4,1.5,1.6,1.7,2.0",
        "PageMode": "name:UseNone,UseOutlines,UseThumbs,FullScreen",
        "PageLayout": "name:SinglePage,OneColumn,TwoColumnLeft,TwoColumnRight,TwoPageLeft,TwoPageRight",
        "ViewerPreferences": "=viewer",
    },
    "viewer": {
        **dict.fromkeys(
            ("HideToolbar", "HideMenubar", "HideWindowUI", "FitWindow", "CenterWindow", "DisplayDocTitle"), "bool"
        ),
        "NonFullScreenPageMode": "name:UseNone,UseOutlines,UseThumbs", "Direction": "name:L2R,R2L",
        "PrintScaling": "name:None,AppDefault", "Duplex": "name:Simplex,DuplexFlipShortEdge,DuplexFlipLongEdge",
    },
    "info": {
        **dict.fromkeys(
            ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"), "text"
        ),
        "Trapped": "name:True,False,Unknown | bool",
    },
    "outlines": {"Type": "name:Outlines", **_OUTLINE},
    "outline item": {
        "Title!": "text", "Parent!": "=outline parent", "Prev": "=outline item", "Next": "=outline item", **_OUTLINE,
        "Dest": "=destination", "C": "numbers", "F": "number",
    },
    "page tree": {
        "Type!": "name:Pages", "Kids!": "[page node", "Count!": "number", "Parent": "=page tree", **_INHERITED,
    },
    "page": {
        "Type!": "name:Page", "Parent!": "=page tree", **_INHERITED, **_PAGE_BOXES, "Contents": "=content | [content",
        "UserUnit": "number", "Trans": "empty", "Group": "=group", "Tabs": "name:S,R,C",
    },
    "group": {"Type": "name:Group", "S!": "name:Transparency", "CS": _DEVICE, "I": "bool", "K": "bool"},
    "resources": {
        "Font": "{font", "ExtGState": "{graphics state", "XObject": "{image", "ProcSet": "names",
        "ColorSpace": "empty", "Pattern": "empty", "Shading": "empty", "Properties": "empty",
    },
    "graphics state": {
        "Type": "name:ExtGState", **dict.fromkeys(("LW", "LC", "LJ", "ML", "FL", "SM", "ca", "CA", "OPM"), "number"),
        **dict.fromkeys(("OP", "op", "SA", "AIS", "TK"), "bool"), "RI": "name:RelativeColorimetric,Perceptual",
        "BM": _BLEND, "SMask": "name:None", "D": "numbers",
    },
    "content": _STREAM,
    "image": {
        **_STREAM, "Filter": "name:FlateDecode,ASCII85Decode,DCTDecode | names", "Type": "name:XObject",
        "Subtype!": "name:Image", "Width!": "number", "Height!": "number", "BitsPerComponent": "number",
        "ColorSpace": _DEVICE, "Interpolate": "bool", "SMask": "=image", "Decode": "numbers", "Mask": "numbers",
    },
    "font TrueType": {
        **_FONT, "Subtype!": "name:TrueType", "FirstChar": "number", "LastChar": "number", "Widths": "numbers",
        "FontDescriptor": "=font descriptor", "Encoding": f"{_ENCODINGS} | =encoding",
    },
    "font Type0": {
        **_FONT, "Subtype!": "name:Type0", "Encoding!": "name:Identity-H,Identity-V", "DescendantFonts!": "[cid font",
    },
    "encoding": {"Type": "name:Encoding", "BaseEncoding": _ENCODINGS, "Differences": "=differences"},
    "cid font": {
        "Type!": "name:Font", "Subtype!": "name:CIDFontType0,CIDFontType2", "BaseFont!": "ident", "DW": "number",
        "CIDSystemInfo!": "=cid system", "FontDescriptor!": "=font descriptor", "W": "numbers", "DW2": "numbers",
        "W2": "numbers", "CIDToGIDMap": "name:Identity | =glyph map",
    },
    "cid system": {"Registry!": "text", "Ordering!": "text", "Supplement!": "number"},
    "font descriptor": {
        "Type": "name:FontDescriptor", "FontName!": "ident", "FontFamily": "text", "FontBBox": "numbers",
        "FontStretch": "name:UltraCondensed,ExtraCondensed,Condensed,SemiCondensed,Normal,SemiExpanded,Expanded,"
        "ExtraExpanded,UltraExpanded",
        **dict.fromkeys(_FONT_DESCRIPTOR_NUMBERS.split(), "number"), "CharSet": "text",
        "FontFile": "=font program", "FontFile2": "=font program", "FontFile3": "=font program",
    },
    "font program": {
        **_STREAM, "Length1": "number", "Length2": "number", "Length3": "number",
        "Subtype": "name:Type1C,CIDFontType0C,OpenType",
    },
    "glyph map": _STREAM,
    "character map": {
        **_STREAM, "Type": "name:CMap", "CMapName": "ident", "CIDSystemInfo": "=cid system", "WMode": "number",
    },
}  # fmt: skip
ROLES["font Type1"] = {**ROLES["font TrueType"], "Subtype!": "name:Type1"}
ROLES["font MMType1"] = {**ROLES["font TrueType"], "Subtype!": "name:MMType1"}

#: Values of a ``names`` array: procedure sets, and filters applied one after the other.
ARRAY_NAMES = frozenset(
    ("PDF", "Text", "ImageB", "ImageC", "ImageI", "FlateDecode", "ASCII85Decode", "ASCIIHexDecode", "DCTDecode")
)
DESTINATIONS = frozenset(("XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV"))
#: What is named in words where it is met, since a reader of the reason should know what was in the file.
WORDS_FOR = {
    "Annots": "annotations", "AcroForm": "a form", "Names": "a name tree (attachments, scripts or destinations)",
    "EmbeddedFiles": "an attachment", "AF": "an attachment", "OCProperties": "layers", "Metadata": "XMP metadata",
    "PageLabels": "page labels", "StructTreeRoot": "a structure tree", "Thumb": "a thumbnail", "AA": "actions",
    "OpenAction": "an action on opening", "PieceInfo": "private data", "Dests": "named destinations", "A": "an action",
    "Encrypt": "encryption", "Prev": "an earlier revision", "XRefStm": "a second cross-reference", "URI": "a link base",
    "MarkInfo": "marks of structure", "ActualText": "replacement text", "Alt": "alternative text",
    "Threads": "article threads", "B": "article threads", "Collection": "a portfolio", "Properties": "property lists",
}  # fmt: skip


_OTHER = {"ObjStm", "N", "First", "CIDInit", "CMap", "CMapType", "Adobe-Identity-UCS"}


def _known() -> frozenset[str]:
    found: set[str] = set(ARRAY_NAMES | DESTINATIONS) | _OTHER | set(WORDS_FOR)
    for keys in ROLES.values():
        for key, rule in keys.items():
            found.add(key.rstrip("!"))
            for choice in rule.split(" | "):
                if choice.startswith("name:"):
                    found.update(choice[5:].split(","))
    return frozenset(found)


#: Names of the format itself. They are not searched for protected words: "Page" is a surname too.
KNOWN_NAMES = _known()
#: Strings with which every font of this kind describes its codes.
KNOWN_STRINGS = frozenset((b"Adobe", b"Identity", b"UCS"))
