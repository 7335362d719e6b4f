"""Leaks through fonts and through the bytes around the objects."""

from __future__ import annotations

import zlib

from tests.leak_channels import HARMLESS, channel
from tests.papers import Paper, stream, text_string, update, vera, write

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
