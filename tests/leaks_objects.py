"""Leaks through objects beside the pages and through what page content may carry besides text."""

from __future__ import annotations

from tests.leak_channels import HARMLESS, channel
from tests.papers import Paper, text_string, write

# Things beside the pages


@channel("protected", clean=HARMLESS)
def outline(paper: Paper, words: str) -> None:
    paper.objects[30] = b"<< /Type /Outlines /First 31 0 R /Last 31 0 R /Count 1 >>"
    paper.objects[31] = b"<< /Title %s /Parent 30 0 R /Dest [900 0 R /XYZ 0 800 null] >>" % text_string(words)
    paper.catalog += b"/Outlines 30 0 R /PageMode /UseOutlines"


@channel("structure")
def outline_action(paper: Paper, words: str) -> None:
    paper.objects[30] = b"<< /Type /Outlines /First 31 0 R /Last 31 0 R /Count 1 >>"
    paper.objects[31] = b"<< /Title (A) /Parent 30 0 R /A << /S /URI /URI %s >> >>" % text_string(words)
    paper.catalog += b"/Outlines 30 0 R"


def _annotation(name: str, body: str) -> None:
    def maker(paper: Paper, said: str) -> None:
        note = b"<< /Type /Annot /Rect [0 0 9 9] " + body.encode().replace(b"@", text_string(said)) + b" >>"
        paper.page_extra += b"/Annots [%d 0 R]" % paper.add(note)

    channel("structure", name=name)(maker)


_annotation("link", "/Subtype /Link /A << /S /URI /URI @ >>")
_annotation("annotation", "/Subtype /Text /Contents @")
_annotation("annotation's author", "/Subtype /Text /T @")
_annotation("redaction mark", "/Subtype /Redact /OverlayText @")
_annotation("attached file in an annotation", "/Subtype /FileAttachment /FS << /Type /Filespec /F @ >>")
_annotation("media", "/Subtype /RichMedia /NM @")


@channel("structure")
def annotation_appearance(paper: Paper, words: str) -> None:
    keys = b"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F1 3 0 R >> >>"
    look = paper.add_stream(b"BT /F1 9 Tf %s Tj ET" % paper.encode(words), keys)
    paper.page_extra += b"/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N %d 0 R >> >>]" % look


@channel("structure")
def form_field(paper: Paper, words: str) -> None:
    box = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V %s /Rect [0 0 9 9] >>" % text_string(words)
    paper.catalog += b"/AcroForm << /Fields [%d 0 R] >>" % paper.add(box)


def _catalog(name: str, body: str) -> None:
    def maker(paper: Paper, said: str) -> None:
        paper.catalog += body.encode().replace(b"@", text_string(said))

    channel("structure", name=name)(maker)


_catalog("script on opening", "/OpenAction << /S /JavaScript /JS @ >>")
_catalog("script by name", "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS @ >>] >> >>")
_catalog("additional actions", "/AA << /WC << /S /JavaScript /JS @ >> >>")
_catalog("named destination", "/Names << /Dests << /Names [@ [900 0 R /Fit]] >> >>")
_catalog("old named destination", "/Dests << /MemetTursun [900 0 R /Fit] >>")
_catalog("layer", "/OCProperties << /OCGs [<< /Type /OCG /Name @ >>] /D << >> >>")
_catalog("page label", "/PageLabels << /Nums [0 << /P @ >>] >>")
_catalog("structure tree", "/StructTreeRoot << /Type /StructTreeRoot /K << /S /Span /ActualText @ >> >>")
_catalog("alternative text", "/StructTreeRoot << /Type /StructTreeRoot /K << /S /Figure /Alt @ >> >>")
_catalog("private data of the file", "/PieceInfo << /Some << /Private @ >> >>")
_catalog("link base", "/URI << /Base @ >>")
_catalog("portfolio", "/Collection << /D @ >>")
_catalog("output intent", "/OutputIntents [<< /S /GTS_PDFX /Info @ >>]")
_catalog("key that no one knows", "/MemetTursun true")
_catalog("viewer setting", "/ViewerPreferences << /Witness @ >>")
_catalog("article thread", "/Threads [<< /I << /Title @ >> >>]")
_catalog("permissions", "/Perms << /DocMDP << /Name @ >> >>")


@channel("structure")
def attachment(paper: Paper, words: str) -> None:
    held = paper.add_stream(words.encode(), b"/Type /EmbeddedFile")
    spec = b"<< /Type /Filespec /F (a.txt) /EF << /F %d 0 R >> >>" % held
    paper.catalog += b"/Names << /EmbeddedFiles << /Names [(a.txt) %s] >> >>" % spec


@channel("structure")
def associated_file(paper: Paper, words: str) -> None:
    held = paper.add_stream(words.encode(), b"/Type /EmbeddedFile")
    paper.catalog += b"/AF [<< /Type /Filespec /F (a.txt) /EF << /F %d 0 R >> >>]" % held


def _page(name: str, body: str) -> None:
    def maker(paper: Paper, said: str) -> None:
        paper.page_extra += body.encode().replace(b"@", text_string(said))

    channel("structure", name=name)(maker)


_page("private data of a page", "/PieceInfo << /Some << /Private @ >> >>")
_page("page key of its own", "/Witness @")
_page("page action", "/AA << /O << /S /URI /URI @ >> >>")
_page("page metadata", "/Metadata << /Title @ >>")
_page("transition with words", "/Trans << /Witness @ >>")


@channel("structure")
def thumbnail(paper: Paper, words: str) -> None:
    keys = b"/Width %d /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8" % len(words)
    paper.page_extra += b"/Thumb %d 0 R" % paper.add_stream(words.encode(), keys)


@channel("structure")
def image(paper: Paper, words: str) -> None:
    keys = b"/Type /XObject /Subtype /Image /Width %d /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    paper.resources += b"/XObject << /Im1 %d 0 R >>" % paper.add_stream(words.encode(), keys % len(words))
    paper.draw(b"q 100 0 0 9 72 300 cm /Im1 Do Q")


@channel("structure")
def inline_image(paper: Paper, words: str) -> None:
    paper.draw(b"q 100 0 0 9 72 300 cm BI /W %d /H 1 /CS /G /BPC 8 ID %s EI Q" % (len(words), words.encode()))


@channel("structure")
def form_object(paper: Paper, words: str) -> None:
    keys = b"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F1 3 0 R >> >>"
    form = paper.add_stream(b"BT /F1 9 Tf %s Tj ET" % paper.encode(words), keys)
    paper.resources += b"/XObject << /Fm1 %d 0 R >>" % form
    paper.draw(b"/Fm1 Do")


@channel("structure")
def pattern(paper: Paper, words: str) -> None:
    keys = b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>"
    paper.resources += b"/Pattern << /P1 %d 0 R >>" % paper.add_stream(b"%" + words.encode(), keys)


@channel("structure")
def colour_profile(paper: Paper, words: str) -> None:
    profile = paper.add_stream(words.encode(), b"/N 3")
    paper.resources += b"/ColorSpace << /Cs1 [/ICCBased %d 0 R] >>" % profile


@channel("structure")
def soft_mask(paper: Paper, words: str) -> None:
    paper.resources += b"/ExtGState << /G1 << /Type /ExtGState /SMask << /S /Alpha /Note %s >> >> >>" % text_string(words)


@channel("structure")
def Type_3_font(paper: Paper, words: str) -> bytes:
    glyph = paper.add_stream(b"600 0 d0 " + b"% " + words.encode())
    face = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a %d 0 R >>"
    face += b" /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [600] >>"
    objects = paper.build()
    objects[40] = face % glyph
    objects[900] = objects[900].replace(b"/F1 3 0 R", b"/F1 3 0 R /F2 40 0 R")
    return write(objects)


# Inside page content


def _content(name: str, operators: str) -> None:
    def maker(paper: Paper, said: str) -> None:
        paper.draw(operators.encode().replace(b"@", text_string(said)).replace(b"~", said.encode()))

    channel("structure", name=name)(maker)


_content("replacement text", "/Span << /ActualText @ >> BDC EMC")
_content("alternative text in content", "/Span << /Alt @ >> BDC EMC")
_content("expansion of an abbreviation", "/Span << /E @ >> BDC EMC")
_content("marked point", "/Note << /Words @ >> DP")
_content("tag of marked content", "/MemetTursun BMC EMC")
_content("comment in content", "% ~\n")
_content("operator that is none", "@ xx")
_content("compatibility section", "BX @ xx EX")


@channel("structure")
def number_in_content(paper: Paper, words: str) -> None:
    paper.draw(b"BX 13800138000 EX")


@channel("protected", "13800138000", "1")
def number_as_coordinate(paper: Paper, words: str) -> None:
    paper.draw(words.encode() + b" 0 m")


@channel("protected", "MemetTursun", "F1b")
def resource_name(paper: Paper, words: str) -> bytes:
    objects = paper.build()
    objects[900] = objects[900].replace(b"/F1 3 0 R", b"/F1 3 0 R /%s 3 0 R" % words.encode())
    return write(objects)
