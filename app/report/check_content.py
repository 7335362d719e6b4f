"""Page content: only operators that draw, no hidden properties, no embedded data; every string kept for the search.

The text of a page is read by two libraries elsewhere. Here the strings are read as they are stored, which shows
words that a false ToUnicode map hides from both. ISO 32000-1, annex A.
"""

from __future__ import annotations

import array
import sys

from app.report.check_fonts import MOST_SILENT, Font
from app.report.check_lex import content_tokens, name_text, string_bytes
from app.report.check_values import Gathered, Undecided

_OPERATORS = frozenset(
    b"q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* CS cs SC SCN sc scn G g RG rg K k BT ET Tc "
    b"Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \" Do".split()
)
_SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
# What neither shows text nor says how.
_PLAIN = _OPERATORS - _SHOWING - frozenset((b"Tf", b"Tr", b"cs", b"CS"))
_COLOUR_SPACES = frozenset(("DeviceGray", "DeviceRGB", "DeviceCMYK"))
_REASONS = {
    b"BI": "an inline image", b"ID": "an inline image", b"BDC": "marked content with properties",
    b"BMC": "marked content",
    b"DP": "marked content with properties", b"MP": "marked content", b"sh": "a shading",
    b"BX": "a compatibility section",
    b"d0": "a Type 3 glyph", b"d1": "a Type 3 glyph",
}  # fmt: skip
_LONG_NUMBER = 9


def read_content(data: bytes, fonts: dict[str, Font], page: int, home: Gathered, *, foreign: bool) -> None:
    """Read the content of one page. ``fonts`` are the page's by resource name without slash.

    What is not on the list is noted in ``home``. Raises ``Undecided`` where the bytes are no page content.
    """
    place = f"the content of page {page}"
    font: Font | None = None
    name = ""
    number = b""
    numbers: list[str] = []
    strings: list[bytes] = []
    stored: list[str] = []
    by_glyph: list[str] = []
    content = home.tokens_of(data, content_tokens)
    shown, lines = iter(content.shown), iter(content.lines)

    def show() -> None:
        if font is None:
            raise Undecided(f"text without a font on page {page}")
        _show(b"".join(strings), font, page, stored if foreign else None, by_glyph)
        if font.silent and _silent_run(strings, font) > MOST_SILENT:
            home.refuse("structure", f"glyphs that are said to be no letter on page {page}")

    def named() -> Font:
        if name not in fonts:
            raise Undecided(f"a font that page {page} does not have")
        return fonts[name]

    for kind, token in content.tokens:
        if kind == "line":
            line = next(lines)
            name = line.font
            font = named()
            numbers += _long(line.numbers)
            number = line.numbers[-1]
            strings[:] = [line.shown.raw]
            if line.shown.raw:
                show()
            strings.clear()
        elif kind == "word":
            if token in _PLAIN:
                strings.clear()
                continue
            if token == b"BI":
                raise Undecided(f"an inline image on page {page}")
            if token not in _OPERATORS:
                home.refuse("structure", f"{_REASONS.get(token, 'an operator that is not on the list')} on page {page}")
                for raw in strings:
                    home.add(f"a property in {place}", "reading", raw.decode("utf-8", "ignore"))
            elif token == b"Tf":
                font = named()
            elif token in _SHOWING and strings:
                show()
            elif token == b"Tr" and number.split()[-1:] not in ([b"0"], [b"1"], [b"2"]):
                home.refuse("structure", f"invisible text on page {page}")
            elif token in (b"cs", b"CS") and name not in _COLOUR_SPACES:
                home.refuse("structure", f"a colour space that is not on the list on page {page}")
            strings.clear()
        elif kind in ("numbers", "number"):
            number = token
            if len(token) >= _LONG_NUMBER:
                numbers += _long(token.split())
        elif kind == "shown":
            part = next(shown)
            number = token  # an array is no number, whatever follows it
            if part.raw:
                strings.append(part.raw)
            numbers += _long(part.numbers)
        elif kind in ("run", "string", "hex"):
            strings.append(string_bytes(token))
        elif kind == "name":
            name = name_text(token)
        elif kind == "comment":
            home.refuse("structure", f"a comment in the content of page {page}")
            home.add(place, "reading", token.decode("utf-8", "ignore"))
    home.add(f"a number in {place}", "token", "\n\n".join(numbers))
    home.add(f"{place}, as stored", "binary", " ".join(stored))
    home.add(f"the text of page {page}, by glyph", "reading", " ".join(by_glyph))


def _long(numbers: list[bytes]) -> list[str]:
    """The numbers that are long enough to be looked for."""
    return [number.decode("ascii") for number in numbers if len(number) >= _LONG_NUMBER]


def _silent_run(strings: list[bytes], font: Font) -> int:
    """The longest run of codes that stand for no letter."""
    raw = b"".join(strings)
    codes = [int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)] if font.wide else list(raw)
    longest = run = 0
    for code in codes:
        if font.texts.get(code, "").isspace():
            continue  # no letter either: "--- -----" is one run
        run = run + 1 if code in font.silent else 0
        longest = max(longest, run)
    return longest


def _show(raw: bytes, font: Font, page: int, stored: list[str] | None, by_glyph: list[str]) -> None:
    """Note the codes that are shown, and what they spell where they are read as characters themselves."""
    if not font.wide:
        font.used.update(raw)
        if stored is not None:
            stored.append(raw.decode("latin-1"))
        return
    if len(raw) % 2:
        raise Undecided(f"text that ends within a letter on page {page}")
    codes = array.array("H", raw)
    if sys.byteorder == "little":
        codes.byteswap()
    font.used.update(codes)
    if stored is not None:
        stored.append(raw.decode("utf-16-be", "ignore"))
    if font.glyph_texts:
        by_glyph.append("".join(font.glyph_texts.get(code, "") for code in codes))
