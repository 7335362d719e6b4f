"""Leaks through words on the page and through metadata."""

from __future__ import annotations

import zlib

from tests.leak_channels import HARMLESS, NAME, channel
from tests.papers import Paper, stream, text_string, write

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
