"""PDFs that leak one name through one channel each, and the same file with harmless words in that channel.

``CHANNELS`` lists them all. ``Channel.make(words)`` gives the file; ``rule`` is a rule of ``app.report.check`` that
must be among the reasons when the words are protected; ``allowed`` says whether the channel itself may be used, so
that harmless words in it pass.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

from app.redaction.finder import Form
from app.report.check import Protected
from tests.papers import TEXT, Paper, stream, text_string, update, vera, write

NAME = "Memet Tursun"
HARMLESS = "Some Body"

_FORMS: tuple[tuple[str, str, tuple[int, ...], bool], ...] = (
    ("wanglijun", "p1", (4, 6), True), ("lijunwang", "p1", (2, 5), True), ("lijun", "p1", (2,), False),
    ("wang", "p1", (), False), ("王立军", "p1", (), True), ("立军", "p1", (), False),
    ("memettursun", "p2", (5,), True), ("tursunmemet", "p2", (6,), True), ("مەمەتتۇرسۇن", "p2", (5,), True),
    ("བསྟན་འཛིན་སྒྲོལ་མ", "p3", (5, 10, 16), True), ("xiahevillage", "l1", (3, 5), True), ("xiahe", "l1", (3,), False),
    ("13800138000", "contact-1", (3, 7), True),
)  # fmt: skip


def everyday(word: str) -> bool:
    """A short list of common words, in place of the program's own."""
    return word in {"hope", "will", "man", "than", "mingle", "rather", "the", "a", "to", "and", "he", "she", "case"}


def protected(*allowed: str) -> Protected:
    """What the leaks leak: two persons, a place, a telephone number, and Hope, whose name is a word."""
    from app.redaction.fold import squeezed

    forms = [
        Form(key=squeezed(key), owner=owner, breaks=frozenset(breaks), whole=whole) for key, owner, breaks, whole in _FORMS
    ]
    forms.append(Form(key="hope", owner="p4", ask=True, capital=True, whole=True))
    return Protected(tuple(forms), allowed)


@dataclass(frozen=True, slots=True)
class Channel:
    """One way out of a PDF. ``words`` leak; ``clean`` may stand there instead, ``None`` where nothing may."""

    name: str
    rule: str
    make: Callable[[str], bytes] = field(repr=False)
    words: str = NAME
    clean: str | None = None


CHANNELS: list[Channel] = []
Maker = Callable[[Paper, str], "bytes | None"]


def channel(rule: str, words: str = NAME, clean: str | None = None, name: str = "") -> Callable[[Maker], Maker]:
    """Register a maker. It draws on a fresh paper and may return the file's bytes in place of ``save``."""

    def register(maker: Maker) -> Maker:
        def make(said: str) -> bytes:
            paper = Paper()
            paper.body()
            made = maker(paper, said)
            return paper.save() if made is None else made

        CHANNELS.append(Channel(name or maker.__name__.strip("_").replace("_", " "), rule, make, words, clean))
        return maker

    return register


# Words on the page


def _shown(name: str, words: str, clean: str | None = HARMLESS, rule: str = "protected") -> None:
    channel(rule, words, clean, name)(lambda paper, said: paper.show(said))


_shown("plain text", NAME)
_shown("capitals", "MEMET TURSUN", "SOME BODY")
_shown("given name alone", "said Lijun.", "said Somebody.")
_shown("possessive", "Wang Lijun’s house", "Somebody’s house")
_shown("another order", "Tursun, Memet")
_shown("letters apart", "M e m e t  T u r s u n", "S o m e  B o d y")
_shown("mail address", "memettursun88@example.org", "somebody88@example.org")
_shown("file name in text", "statement_MemetTursun_2.docx", "statement_SomeBody_2.docx")
_shown("full-width letters", "Ｍｅｍｅｔ Ｔｕｒｓｕｎ", "Ｓｏｍｅ Ｂｏｄｙ")
_shown("Cyrillic look-alikes", "Mеmеt Tursun", "Sоme Bоdy")
_shown("pinyin with tones", "Wáng Lìjūn", "Sóme Bòdy")
_shown("zero-width characters", "Me\u200bmet Tur\u200dsun", "So\u200bme Bo\u200ddy")
_shown("soft hyphens", "Memet Tur\u00adsun", "Some Bo\u00addy")
_shown("reversed letters", "nusruT temeM", "ydoB emoS")
_shown("Chinese characters", "王立军说", "有人说")
_shown("traditional characters", "王立軍說", "有人說")
_shown("Chinese characters apart", "王 立 军", "有 人 说")
_shown("Uyghur", "مەمەت تۇرسۇن", "بىر ئادەم")
_shown("Uyghur backwards", "مەمەت تۇرسۇن"[::-1], "بىر ئادەم"[::-1])
_shown("Latin words turned in a line from the right", "ئادەم Tursun Memet دېدى", "ئادەم Body Some دېدى")
_shown("Tibetan", "བསྟན་འཛིན་སྒྲོལ་མ", "མི་ཞིག")
_shown("Tibetan with spaces", "བསྟན་ འཛིན ་སྒྲོ ལ་མ", "མི་ ཞིག")
_shown("telephone number in groups", "+86 138-0013-8000", "+86 10-0000-0000")
_shown("common word with a capital", "Then Hope came.", "There was hope.")
_shown("place without its ending", "in Xiahe", "in Xian")


@channel("protected", clean=HARMLESS)
def white_text(paper: Paper, words: str) -> None:
    paper.draw(b"1 1 1 rg")
    paper.show(words)


@channel("protected", clean=HARMLESS)
def tiny_text(paper: Paper, words: str) -> None:
    paper.show(words, size=0.1)


@channel("protected", clean=HARMLESS)
def text_off_the_page(paper: Paper, words: str) -> None:
    paper.show(words, x=4000, y=-900)


@channel("protected", clean=HARMLESS)
def text_behind_a_box(paper: Paper, words: str) -> None:
    paper.show(words)
    paper.draw(b"0 g 60 490 300 30 re f")


@channel("protected", clean=HARMLESS)
def text_clipped_away(paper: Paper, words: str) -> None:
    paper.draw(b"q 0 0 1 1 re W n")
    paper.show(words)
    paper.draw(b"Q")


@channel("structure")
def invisible_text(paper: Paper, words: str) -> None:
    paper.show(words, before=b"3 Tr")


@channel("structure")
def text_as_clip_only(paper: Paper, words: str) -> None:
    paper.show(words, before=b"7 Tr")


@channel("protected", clean=HARMLESS)
def letter_spacing(paper: Paper, words: str) -> None:
    paper.show(words, before=b"9 Tc")


@channel("protected", clean=HARMLESS)
def kerned_pieces(paper: Paper, words: str) -> None:
    pieces = b" -90 ".join(paper.encode(char) for char in words)
    paper.draw(b"BT /F1 11 Tf 1 0 0 1 72 500 Tm [%s] TJ ET" % pieces)


@channel("protected", clean=HARMLESS)
def widely_kerned_letters(paper: Paper, words: str) -> None:
    pieces = b" -600 ".join(paper.encode(char) for char in words.replace(" ", ""))
    paper.draw(b"BT /F1 11 Tf 1 0 0 1 72 500 Tm [%s] TJ ET" % pieces)


@channel("protected", clean=HARMLESS)
def letters_one_by_one(paper: Paper, words: str) -> None:
    for place, char in enumerate(words):
        paper.show(char, x=72 + 6.6 * place)


@channel("protected", clean=HARMLESS)
def letters_in_a_scrambled_order(paper: Paper, words: str) -> None:
    for place in sorted(range(len(words)), key=lambda n: (n * 7) % len(words)):
        paper.show(words[place], x=72 + 6.6 * place)


@channel("protected", clean="Somebody")
def letters_below_each_other(paper: Paper, words: str) -> None:
    for place, char in enumerate(words.replace(" ", "")):
        paper.show(char, x=300, y=700 - 14 * place)
        paper.show("filler text", x=72, y=700 - 14 * place)


@channel("protected", "王立军", "有人说")
def characters_below_each_other(paper: Paper, words: str) -> None:
    for place, char in enumerate(words):
        paper.show(char, x=300, y=480 - 14 * place)
        paper.show("文", x=72, y=480 - 14 * place)


@channel("protected", clean=HARMLESS)
def hyphenated_over_lines(paper: Paper, words: str) -> None:
    paper.show(words[:9] + "-", y=400)
    paper.show(words[9:] + " came home", y=386)


@channel("protected", clean=HARMLESS)
def hyphenated_over_columns(paper: Paper, words: str) -> None:
    left = ("a column of text that", "ends with the name " + words[:9] + "-")
    right = (words[9:] + " begins the other", "and then it goes on")
    for row in (0, 1):
        paper.show(left[row], x=72, y=400 - 14 * row)
        paper.show(right[row], x=330, y=400 - 14 * row)


@channel("protected", clean=HARMLESS)
def parted_over_pages(paper: Paper, words: str) -> None:
    first, second = words.split(" ")
    paper.show("it was said of " + first, y=100)
    paper.show("Page 1 of 2", y=40)
    paper.show("A heading", y=800, page=1)
    paper.show(second + " that he came", y=760, page=1)


@channel("protected", clean=HARMLESS)
def rotated_text(paper: Paper, words: str) -> None:
    paper.draw(b"BT /F1 11 Tf 0 1 -1 0 300 300 Tm %s Tj ET" % paper.encode(words))


@channel("protected", clean=HARMLESS)
def rotated_letters(paper: Paper, words: str) -> None:
    for place, char in enumerate(words):
        paper.draw(b"BT /F1 11 Tf 0 1 -1 0 300 %.1f Tm %s Tj ET" % (300 + 6.6 * place, paper.encode(char)))


@channel("protected", clean=HARMLESS)
def mirrored_text(paper: Paper, words: str) -> None:
    paper.draw(b"BT /F1 11 Tf -1 0 0 1 300 300 Tm %s Tj ET" % paper.encode(words))


@channel("protected", clean=HARMLESS)
def second_content_stream(paper: Paper, words: str) -> bytes:
    codes = paper.encode(words)
    objects = paper.build()
    more = stream(b"BT /F1 11 Tf 72 300 Td %s Tj ET" % codes)
    objects[990] = more
    objects[900] = objects[900].replace(b"/Contents 901 0 R", b"/Contents [901 0 R 990 0 R]")
    return write(objects)


@channel("protected", clean=HARMLESS)
def compressed_twice(paper: Paper, words: str) -> None:
    paper.content_filter = lambda data: (
        zlib.compress(data).hex().encode() + b">",
        b"/Filter [/ASCIIHexDecode /FlateDecode]",
    )
    paper.show(words)


@channel("protected", clean=HARMLESS)
def last_of_forty_pages(paper: Paper, words: str) -> None:
    for page in range(1, 40):
        paper.body(page)
    paper.show(words, page=39)


# Metadata


def _info(key: str, words: str = NAME, clean: str | None = HARMLESS, name: str = "") -> None:
    def maker(paper: Paper, said: str) -> None:
        paper.info[key] = text_string(said)

    channel("protected" if clean else "structure", words, clean, name or f"info {key}")(maker)


for _key in ("Title", "Author", "Subject", "Keywords", "Creator", "Producer"):
    _info(_key)
_info("Witness", clean=None, name="info key of its own")
_info("ModDate", clean=None, name="info date that is none")
_info("Title", "王立军", "有人", name="UTF-16 title")


@channel("protected", clean=HARMLESS)
def hexadecimal_title(paper: Paper, words: str) -> None:
    paper.info["Title"] = b"<%s>" % words.encode().hex().encode()


@channel("protected", clean=HARMLESS)
def UTF_16_title_without_mark(paper: Paper, words: str) -> None:
    paper.info["Title"] = b"<%s>" % words.encode("utf-16-be").hex().encode()


@channel("protected", clean=HARMLESS)
def little_endian_title(paper: Paper, words: str) -> None:
    paper.info["Title"] = b"<FFFE%s>" % words.encode("utf-16-le").hex().encode()


@channel("protected", "王立军", "有人说")
def UTF_8_title(paper: Paper, words: str) -> None:
    paper.info["Title"] = b"(\xef\xbb\xbf%s)" % words.encode()


@channel("protected", "王立军", "有人说")
def title_in_a_Chinese_code(paper: Paper, words: str) -> None:
    paper.info["Title"] = b"(%s)" % words.encode("gb18030")


@channel("protected", "Wáng Lìjun", "Sóme Bòdy")
def PDFDocEncoding_title(paper: Paper, words: str) -> None:
    paper.info["Title"] = b"(%s)" % words.encode("latin-1")


@channel("protected", clean=HARMLESS)
def title_in_octal(paper: Paper, words: str) -> None:
    paper.info["Title"] = b"(%s)" % b"".join(b"\\%03o" % byte for byte in words.encode())


@channel("protected")
def key_given_twice(paper: Paper, words: str) -> None:
    paper.info["Title"] = text_string(words) + b" /Title (the one that readers show)"


@channel("protected", "MemetTursun")
def info_key_that_is_a_name(paper: Paper, words: str) -> None:
    paper.info[words] = b"(yes)"


@channel("structure")
def XMP(paper: Paper, words: str) -> None:
    packet = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><title>{words}</title></x:xmpmeta>"
    paper.catalog += b"/Metadata %d 0 R" % paper.add_stream(packet.encode(), b"/Type /Metadata /Subtype /XML")


@channel("protected", "x-memet-tursun", "en-GB")
def language_tag(paper: Paper, words: str) -> None:
    paper.catalog += b"/Lang " + text_string(words)


@channel("structure")
def trailer_key(paper: Paper, words: str) -> None:
    paper.trailer = b"/Witness " + text_string(words)


@channel("structure")
def file_identifier(paper: Paper, words: str) -> None:
    paper.trailer = b"/ID [%s (abc)]" % text_string(words)


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


# Fonts


@channel("structure")
def font_without_ToUnicode(paper: Paper, words: str) -> None:
    paper.has_to_unicode = False
    paper.show(words)


@channel("structure")
def standard_font_without_ToUnicode(paper: Paper, words: str) -> bytes:
    objects = paper.build()
    objects[40] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects[41] = stream(b"BT /F2 11 Tf 72 300 Td %s Tj ET" % text_string(words))
    objects[900] = objects[900].replace(b"/F1 3 0 R", b"/F1 3 0 R /F2 40 0 R").replace(b"901 0 R", b"[901 0 R 41 0 R]")
    return write(objects)


@channel("structure")
def map_to_one_letter(paper: Paper, words: str) -> None:
    paper.to_unicode = lambda text: "x"
    paper.show(words)


@channel("structure")
def map_to_nothing(paper: Paper, words: str) -> None:
    paper.to_unicode = lambda text: "\u200b" if text.isupper() or text == "§" else text
    paper.show(words.upper())


@channel("structure")
def map_to_private_letters(paper: Paper, words: str) -> None:
    paper.to_unicode = lambda text: chr(0xE000 + ord(text) % 0x100)
    paper.show(words)


@channel("protected", clean=HARMLESS)
def map_to_other_letters(paper: Paper, words: str) -> None:
    # ROT13 in the map: both readers see other letters, the eye sees the name.
    turned = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")
    paper.to_unicode = lambda text: text.translate(turned)
    paper.show(words)


@channel("protected", clean=HARMLESS)
def false_map_of_a_simple_font(paper: Paper, words: str) -> bytes:
    rows = b"".join(b"<%02X> <%04X>\n" % (code, code ^ 1) for code in range(32, 127))
    objects = paper.build()
    cmap = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 95 beginbfchar\n%sendbfchar endcmap" % rows
    objects[41] = stream(cmap)
    objects[40] = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Vera /Encoding /WinAnsiEncoding /ToUnicode 41 0 R /FirstChar 32"
        b" /LastChar 126 /Widths [%s] /FontDescriptor 6 0 R >>" % (b"600 " * 95)
    )
    objects[42] = stream(b"BT /F2 11 Tf 72 300 Td %s Tj ET" % text_string(words))
    objects[900] = objects[900].replace(b"/F1 3 0 R", b"/F1 3 0 R /F2 40 0 R").replace(b"901 0 R", b"[901 0 R 42 0 R]")
    return write(objects)


@channel("protected", "MemetTursun-Roman", "Some-Roman")
def font_name(paper: Paper, words: str) -> None:
    paper.base_font = words


@channel("protected", clean=HARMLESS)
def font_family(paper: Paper, words: str) -> None:
    paper.descriptor_extra = b"/FontFamily " + text_string(words)


@channel("structure")
def comment_in_a_map(paper: Paper, words: str) -> None:
    paper.to_unicode_extra = b"% " + words.encode()


@channel("protected", clean="Somebody")
def name_in_a_map(paper: Paper, words: str) -> None:
    paper.to_unicode_extra = b"/%s pop" % words.replace(" ", "").encode()


@channel("protected", clean=HARMLESS)
def whole_name_for_one_code(paper: Paper, words: str) -> None:
    paper.to_unicode = lambda text: words if text == "~" else text
    paper.encode("~")


@channel("structure")
def table_in_a_font(paper: Paper, words: str) -> None:
    paper.program = _with_table(vera(), b"Witn", words.encode())


@channel("structure")
def bytes_after_a_font(paper: Paper, words: str) -> None:
    paper.program = vera() + words.encode() * 2


@channel("protected", "Memet Tursun", "Some Body, Somewhere")
def name_table_of_a_font(paper: Paper, words: str) -> None:
    text = words.encode("utf-16-be")
    table = (
        b"\x00\x00\x00\x01\x00\x12" + b"\x00\x03\x00\x01\x04\x09\x00\x00" + len(text).to_bytes(2, "big") + b"\x00\x00" + text
    )
    paper.program = _with_table(vera(), b"name", table)


def _with_table(program: bytes, tag: bytes, table: bytes) -> bytes:
    """A TrueType program with one table put in or replaced."""
    count = int.from_bytes(program[4:6], "big")
    tables = {}
    for at in range(12, 12 + 16 * count, 16):
        start, size = (
            int.from_bytes(program[at + 8 : at + 12], "big"),
            int.from_bytes(program[at + 12 : at + 16], "big"),
        )
        tables[program[at : at + 4]] = program[start : start + size]
    tables[tag] = table
    head = bytearray(program[:4] + len(tables).to_bytes(2, "big") + program[6:12])
    body = bytearray()
    begin = 12 + 16 * len(tables)
    for name, data in sorted(tables.items()):
        head += name + bytes(4) + (begin + len(body)).to_bytes(4, "big") + len(data).to_bytes(4, "big")
        body += data + bytes(-len(data) % 4)
    return bytes(head + body)


# The file around the objects


@channel("structure")
def incremental_update(paper: Paper, words: str) -> bytes:
    paper.info["Title"] = text_string(words)
    return update(paper.save(), {10: b"<< /Title (nothing) >>"})


@channel("structure")
def earlier_page_content(paper: Paper, words: str) -> bytes:
    paper.show(words)
    whole = paper.save()
    return update(whole, {901: stream(b"BT /F1 11 Tf 72 700 Td <0001> Tj ET")})


@channel("structure")
def orphan_string(paper: Paper, words: str) -> None:
    paper.add(text_string(words))


@channel("structure")
def orphan_dictionary(paper: Paper, words: str) -> None:
    paper.add(b"<< /Note %s >>" % text_string(words))


@channel("structure")
def orphan_stream(paper: Paper, words: str) -> None:
    paper.add_stream(words.encode())


@channel("structure")
def orphan_number(paper: Paper, words: str) -> None:
    paper.add(b"13800138000")


@channel("structure")
def object_that_is_not_listed(paper: Paper, words: str) -> None:
    paper.between = b"77 0 obj\n%s\nendobj\n" % text_string(words)


@channel("structure")
def comment_between_objects(paper: Paper, words: str) -> None:
    paper.between = b"%% %s\n" % words.encode()


@channel("structure")
def bytes_between_objects(paper: Paper, words: str) -> None:
    paper.between = words.encode() + b"\n"


@channel("structure")
def comment_in_the_header(paper: Paper, words: str) -> None:
    paper.header = b"%%PDF-1.7\n%%%s\n" % words.encode()


@channel("structure")
def words_in_the_header_line(paper: Paper, words: str) -> None:
    paper.header = b"%%PDF-1.7 %s\n" % words.encode()


@channel("structure")
def bytes_before_the_header(paper: Paper, words: str) -> None:
    paper.header = words.encode() + b"\n%PDF-1.7\n"


@channel("structure")
def bytes_after_the_end(paper: Paper, words: str) -> bytes:
    return paper.save() + words.encode()


@channel("structure")
def another_file_after_the_end(paper: Paper, words: str) -> bytes:
    clean = paper.save()
    paper.show(words)
    return clean + paper.save()


@channel("structure")
def bytes_after_a_compressed_stream(paper: Paper, words: str) -> None:
    paper.content_filter = lambda data: (zlib.compress(data) + words.encode(), b"/Filter /FlateDecode")


@channel("structure")
def filter_that_is_not_on_the_list(paper: Paper, words: str) -> None:
    paper.show(words)
    paper.content_filter = lambda data: (_run_lengths(data), b"/Filter /RunLengthDecode")


def _run_lengths(data: bytes) -> bytes:
    pieces = (data[at : at + 128] for at in range(0, len(data), 128))
    return b"".join(bytes((len(piece) - 1,)) + piece for piece in pieces) + b"\x80"


@channel("structure")
def stream_key_of_its_own(paper: Paper, words: str) -> None:
    paper.content_filter = lambda data: (zlib.compress(data), b"/Filter /FlateDecode /Witness " + text_string(words))


@channel("structure")
def content_kept_outside_the_file(paper: Paper, words: str) -> None:
    paper.content_filter = lambda data: (zlib.compress(data), b"/Filter /FlateDecode /F " + text_string(words))


@channel("structure")
def object_stream(paper: Paper, words: str) -> bytes:
    """An object stream holding an object that the cross-reference does not list."""
    objects = paper.build()
    packed = b"77 0 " + text_string(words)
    objects[60] = stream(packed, b"/Type /ObjStm /N 1 /First 5")
    return write(objects)


def _rewritten(paper: Paper, **options: object) -> bytes:
    import io

    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper.save())) as pdf:
        pdf.save(out, deterministic_id="encryption" not in options, **options)  # type: ignore[arg-type]
    return out.getvalue()


@channel("protected", clean=HARMLESS)
def title_in_an_object_stream(paper: Paper, words: str) -> bytes:
    import pikepdf

    paper.info["Title"] = text_string(words)
    return _rewritten(paper, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@channel("structure")
def linearized_file(paper: Paper, words: str) -> bytes:
    paper.show(words)
    return _rewritten(paper, linearize=True)


@channel("structure")
def encrypted_without_a_password(paper: Paper, words: str) -> bytes:
    import pikepdf

    paper.show(words)
    return _rewritten(paper, encryption=pikepdf.Encryption(owner="o", user=""))


@channel("structure")
def encrypted_with_a_password(paper: Paper, words: str) -> bytes:
    import pikepdf

    paper.show(words)
    return _rewritten(paper, encryption=pikepdf.Encryption(owner="o", user="u"))


def clean_paper() -> bytes:
    """A file that holds nothing protected and nothing that is not on the list."""
    paper = Paper()
    paper.body()
    return paper.save()


__all__ = ["CHANNELS", "HARMLESS", "NAME", "TEXT", "Channel", "clean_paper", "everyday", "protected"]
