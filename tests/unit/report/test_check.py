"""The release check refuses every way in which a PDF can give a name away, and passes what is clean."""

from __future__ import annotations

import hashlib
import io
import random
import zlib

import pikepdf
import pytest

from app.report.check import Expected, Limits, NotAPdf, Reason, check
from tests.leaks import CHANNELS, HARMLESS, NAME, Channel, clean_paper, everyday, protected
from tests.papers import Paper, write

FLIPS = 200


def reasons_of(data: bytes, name: str = "report.pdf", expected: Expected | None = None) -> tuple[Reason, ...]:
    """Checked in this process: the child process has tests of its own (``test_check_apart``)."""
    return check(data, protected(), name, everyday, expected, apart=False)


def test_a_clean_file_passes() -> None:
    assert reasons_of(clean_paper()) == ()


def test_there_are_channels_enough() -> None:
    assert len({channel.name for channel in CHANNELS}) == len(CHANNELS) >= 40


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_a_leak_is_refused(channel: Channel) -> None:
    reasons = reasons_of(channel.make(channel.words))
    assert channel.rule in {reason.rule for reason in reasons}, reasons


@pytest.mark.parametrize("channel", [c for c in CHANNELS if c.clean], ids=lambda channel: channel.name)
def test_harmless_words_pass_where_the_channel_is_allowed(channel: Channel) -> None:
    assert channel.clean is not None
    assert reasons_of(channel.make(channel.clean)) == ()


@pytest.mark.parametrize("channel", [c for c in CHANNELS if not c.clean], ids=lambda channel: channel.name)
def test_other_channels_are_refused_whatever_they_hold(channel: Channel) -> None:
    assert reasons_of(channel.make(HARMLESS))


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_reasons_hold_no_word_of_the_leak(channel: Channel) -> None:
    for reason in reasons_of(channel.make(channel.words)):
        told = f"{reason.rule} {reason.detail}".lower()
        assert not any(word in told for word in ("memet", "tursun", "wang", "lijun", "xiahe", "13800138000", "王立军"))


def test_the_file_name_is_searched() -> None:
    assert reasons_of(clean_paper(), "reports/Memet Tursun.pdf") == (
        Reason("protected", "a protected form of p2 in the file name"),
    )


def test_only_the_last_part_of_a_path_is_the_file_name() -> None:
    assert reasons_of(clean_paper(), "C:\\Users\\Wang\\report.pdf") == ()


@pytest.mark.parametrize("data", [b"", b"hello", b"\x89PNG\r\n\x1a\n" + bytes(2000), bytes(2000) + b"%PDF-1.7"])
def test_what_is_no_pdf_is_told_apart(data: bytes) -> None:
    with pytest.raises(NotAPdf):
        reasons_of(data)


@pytest.mark.parametrize("limits", [Limits(file=1000), Limits(inflated=1000), Limits(pages=1), Limits(objects=3)])
def test_what_is_too_large_is_refused(limits: Limits) -> None:
    paper = Paper()
    paper.body()
    paper.body(page=1)
    assert check(paper.save(), protected(), "a.pdf", everyday, limits=limits, apart=False)


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    paper = Paper()
    paper.body()
    once = zlib.compress(bytes(40 << 20), 9)
    paper.content_filter = lambda data: (once, b"/Filter /FlateDecode")
    refused = check(paper.save(), protected(), "a.pdf", everyday, limits=Limits(inflated=8 << 20), apart=False)
    assert Reason("limit", "streams that inflate beyond the limit") in refused


def test_a_file_that_another_library_wrote_passes() -> None:
    with pikepdf.open(io.BytesIO(clean_paper())) as pdf:
        for mode in (pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate):
            out = io.BytesIO()
            pdf.save(out, object_stream_mode=mode)
            assert reasons_of(out.getvalue()) == ()


def test_a_reportlab_file_with_an_embedded_font_passes() -> None:
    data = reportlab_file("A harmless line", "Vera")
    assert reasons_of(data) == ()
    assert {r.rule for r in reasons_of(reportlab_file(NAME, "Vera"))} == {"protected"}


def test_a_reportlab_file_with_a_standard_font_is_refused() -> None:
    assert reasons_of(reportlab_file("A harmless line", "Helvetica")) == (
        Reason("structure", "a font without ToUnicode"),
        Reason("structure", "a font that shows glyphs for which ToUnicode has no letter"),
    )


def reportlab_file(words: str, face: str) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    if face == "Vera":
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, initialFontName=face)
    canvas.setFont(face, 11)
    canvas.drawString(72, 700, words)
    canvas.save()
    return out.getvalue()


def test_every_find_is_named_with_its_place() -> None:
    paper = Paper()
    paper.body()
    paper.show(NAME)
    paper.info["Author"] = b"(Wang)"
    details = {reason.detail for reason in reasons_of(paper.save())}
    assert "a protected form of p2 in the text of page 1, by position" in details
    assert "a protected form of p2 in the text of page 1, by order" in details
    assert "a protected form of p1 in a string of object 10" in details


def test_an_image_of_our_own_passes_by_its_hash_only() -> None:
    paper = Paper()
    paper.body()
    pixels = bytes(range(16))
    keys = b"/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8"
    paper.resources = b"/XObject << /Im1 %d 0 R >>" % paper.add_stream(pixels, keys)
    paper.draw(b"q 9 0 0 9 72 300 cm /Im1 Do Q")
    data, text = paper.save(), tuple(_lines(paper))
    known = Expected(text, frozenset({hashlib.sha256(pixels).hexdigest()}))
    other = Expected(text, frozenset({hashlib.sha256(b"another").hexdigest()}))
    assert reasons_of(data, expected=known) == ()
    assert reasons_of(data, expected=other) == (Reason("structure", "an image, which may show what no reader can read"),)


def _lines(paper: Paper) -> list[str]:
    from tests.papers import TEXT

    return [" ".join(TEXT) for _ in paper.pages]


def test_our_own_exports_have_no_object_streams_and_no_time_of_day() -> None:
    text = Expected(tuple(_lines(_plain())))
    with pikepdf.open(io.BytesIO(clean_paper())) as pdf:
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert Reason("structure", "an object stream, which our own files do not have") in reasons_of(out.getvalue(), expected=text)
    for moment, passes in ((b"(D:20210712000000+00'00')", True), (b"(D:20210712101500Z)", False)):
        paper = _plain()
        paper.info["CreationDate"] = moment
        assert (reasons_of(paper.save(), expected=text) == ()) is passes
        assert reasons_of(paper.save()) == ()


def _plain() -> Paper:
    paper = Paper()
    paper.body()
    return paper


def test_an_object_may_not_play_two_parts() -> None:
    objects = _plain().build()
    objects[5] = objects[5].replace(b"/CIDToGIDMap 8 0 R", b"/CIDToGIDMap 4 0 R")
    assert "structure" in {reason.rule for reason in reasons_of(write(objects))}


def test_no_change_of_single_bytes_gets_the_check_off_its_feet() -> None:
    clean = clean_paper()
    chance = random.Random(20210712)
    font = clean.index(b"7 0 obj"), clean.index(b"8 0 obj")
    outside = [at for at in range(len(clean)) if not font[0] < at < font[1]]
    for number in range(FLIPS):
        at = chance.choice(outside) if number % 4 else chance.randrange(len(clean))
        changed = bytearray(clean)
        changed[at] ^= 1 << chance.randrange(8)
        try:
            answer = reasons_of(bytes(changed))
        except NotAPdf:
            continue
        assert all(isinstance(reason, Reason) for reason in answer)


def test_no_cut_gets_the_check_off_its_feet() -> None:
    clean = clean_paper()
    for at in range(0, len(clean), len(clean) // 40):
        try:
            assert reasons_of(clean[:at])
        except NotAPdf:
            continue
