"""Setting text on pages: the one way in which words reach a report.

A ``Setter`` belongs to one document. It owns the document's fonts, makes the paragraphs, and remembers what was drawn on
which page, which the release check compares with what readers find in the finished file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.report.bidi_levels import visual_order
from app.report.faces import face_order, load_face
from app.report.lines import Flow, Line, Look, Words, break_lines
from app.report.pdf_font import NoFont, PdfFont
from app.report.shaping import shape

_NOTE_GAP = 6.0
_BASELINE = 0.72
#: Tibetan stacks its letters, Arabic script its marks: the least distance of two lines, in parts of the size.
_TALL = ((re.compile("[\u0f00-\u0fff]"), 1.62), (re.compile("[\u0600-\u077f]"), 1.45))


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks. Lengths in points. ``face``: serif or sans; ``align``: left right center.

    ``hang``: how far the lines are indented that go on with the line before.
    """

    size: float
    leading: float
    face: str = "serif"
    bold: bool = False
    italic: bool = False
    color: str = "#000000"
    space_before: float = 0
    space_after: float = 0
    left: float = 0
    right: float = 0
    align: str = "left"
    hang: float = 0
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one paragraph; ``None`` means as the style has it."""

    text: str = field(repr=False)
    bold: bool | None = None
    italic: bool | None = None
    color: str | None = None
    face: str | None = None


class Setter:
    """Sets the text of one document.

    ``counting``: nothing is drawn, only the pages are counted. ``words`` are those of another setter of the same text, so
    that they are not worked out twice.
    """

    def __init__(self, *, counting: bool = False, words: Words | None = None) -> None:
        self._counting = counting
        self._fonts: dict[str, PdfFont] = {}
        self._pages: dict[int, list[str]] = {}
        self._encoded: dict[tuple[str, str, bool], tuple[tuple[float, str], ...]] = {}
        self.words = words or Words()

    def paragraph(self, text: str | Sequence[Run], style: Style, lang: str = "") -> TextBlock:
        """A flowable paragraph. ``\\n`` in the text ends a line; ``lang`` (BCP 47) chooses between Chinese faces."""
        return TextBlock(self, self.flow(text, style, lang), _roomy(style, text))

    def numbered(
        self, number: str, text: str | Sequence[Run], style: Style, note: str | None = None, lang: str = ""
    ) -> TextBlock:
        """A paragraph with its number hung in the left margin, and a short note under the number."""
        return TextBlock(self, self.flow(text, style, lang), _roomy(style, text), number, note)

    def flow(self, text: str | Sequence[Run], style: Style, lang: str = "") -> Flow:
        """A text in pieces that can be broken into lines. Raises ``MissingGlyph``."""
        if isinstance(text, str):
            return self.words.flow(((text, _look(style.face, style.bold, style.italic, style.color, lang)),))
        spans = []
        for run in text:
            bold = style.bold if run.bold is None else run.bold
            italic = style.italic if run.italic is None else run.italic
            spans.append((run.text, _look(run.face or style.face, bold, italic, run.color or style.color, lang)))
        return self.words.flow(spans)

    def line(self, canvas: Any, x: float, y: float, text: str, style: Style, align: str = "left") -> None:
        """Draw one line with its baseline at ``y``; ``x`` is its left edge, right edge or middle."""
        for line in break_lines(self.flow(text, style), math.inf)[:1]:
            width = line.width * style.size / 1000
            shift = {"left": 0.0, "right": width, "center": width / 2}[align]
            self.draw(canvas, line, x - shift, y, style.size)

    def width(self, text: str, style: Style) -> float:
        """The width of a text on one line, in points."""
        lines = break_lines(self.flow(text, style), math.inf)
        return max((line.width for line in lines), default=0.0) * style.size / 1000

    def canvas_options(self) -> dict[str, Any]:
        """What a canvas must be made with, so that no font of reportlab's own gets into the file."""
        if NoFont.fontName not in pdfmetrics._fonts:
            pdfmetrics.registerFont(NoFont())
        return {"initialFontName": NoFont.fontName, "invariant": 1, "pageCompression": 1}

    def canvas_maker(self) -> type[Canvas]:
        """The class of canvas to build the document with."""
        options = self.canvas_options()

        class PlainCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
            def __init__(self, *args: Any, **kwargs: Any) -> None:
                super().__init__(*args, **{**kwargs, **options})
                self._doc.addPage = partial(_add_page, self._doc)

        return PlainCanvas

    def pages(self) -> tuple[str, ...]:
        """For each page the text drawn on it, in the order of drawing, one drawn line a line."""
        last = max(self._pages, default=0)
        return tuple("\n".join(self._pages.get(page, [])) for page in range(1, last + 1))

    def draw(self, canvas: Any, line: Line, x: float, y: float, size: float) -> None:
        """Draw a broken line with its baseline at ``y``."""
        stretches = line.stretches
        if not stretches:
            return
        drawn = self._pages.setdefault(canvas.getPageNumber(), [])
        if self._counting:
            return
        drawn.append(line.text)
        if any(stretch.level for stretch in stretches):
            stretches = tuple(stretches[index] for index in visual_order([s.level for s in stretches]))
        code = [f"q BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        color = face = None
        rise = 0.0
        array: list[str] = []
        for stretch in stretches:
            if stretch.color != color or stretch.face != face:
                _flush(code, array)
                if stretch.color != color:
                    color = stretch.color
                    code.append(_rgb(color))
                face = stretch.face
                font = self._font(face)
                code.append(f"/{font.enter(canvas._doc)} {size:g} Tf")
            key = (face, stretch.text, stretch.level % 2 == 1)
            for height, codes in self._encoded.get(key) or self._encode(font, key):
                if height != rise:
                    _flush(code, array)
                    rise = height
                    code.append(f"{rise * size / 1000:.3f} Ts")
                array.append(codes)
        _flush(code, array)
        code.append("ET Q")
        canvas._code.append(" ".join(code))

    def _font(self, face_key: str) -> PdfFont:
        font = self._fonts.get(face_key)
        if font is None:
            font = self._fonts[face_key] = PdfFont(load_face(face_key), f"A{len(self._fonts)}")
        return font

    def _encode(self, font: PdfFont, key: tuple[str, str, bool]) -> tuple[tuple[float, str], ...]:
        """``(rise, codes and kerns)`` of a shaped stretch. Offsets of marks become kerns before and after the mark."""
        face, text, right_to_left = key
        out: list[tuple[float, str]] = []
        array: list[str] = []
        rise = 0.0
        for glyph in shape(text, face, right_to_left):
            if glyph.dy != rise:
                if array:
                    out.append((rise, " ".join(array)))
                    array = []
                rise = glyph.dy
            if round(glyph.dx):
                array.append(f"{-round(glyph.dx)}")
            array.append(f"<{font.code(glyph.glyph, glyph.text, glyph.width):04X}>")
            kern = round(glyph.width - glyph.advance + glyph.dx)
            if kern:
                array.append(f"{kern}")
        out.append((rise, " ".join(array)))
        self._encoded[key] = tuple(out)
        return self._encoded[key]


def _roomy(style: Style, text: str | Sequence[Run]) -> Style:
    """The style with lines far enough apart for a script that reaches high and low."""
    words = text if isinstance(text, str) else "".join(run.text for run in text)
    least = 0.0 if words.isascii() else max((size for find, size in _TALL if find.search(words)), default=0.0)
    return replace(style, leading=round(style.size * least, 1)) if style.size * least > style.leading else style


def _flush(code: list[str], array: list[str]) -> None:
    """End one TJ: codes that stand beside each other become one string."""
    if array:
        code.append(f"[{' '.join(array).replace('> <', '')}] TJ")
        array.clear()


@lru_cache(maxsize=64)
def _rgb(color: str) -> str:
    rgb = HexColor(color)
    return f"{rgb.red:.3f} {rgb.green:.3f} {rgb.blue:.3f} rg"


@lru_cache(maxsize=256)
def _look(face: str, bold: bool, italic: bool, color: str, lang: str) -> Look:
    return Look(face_order(face, bold, italic, lang), color)


def _add_page(doc: Any, page: Any) -> None:
    """Compress a page's content and nothing else: reportlab's ASCII form of it costs more than drawing the page."""
    page.Contents = pdfdoc.PDFStream(content=page.stream, filters=[pdfdoc.PDFZCompress])
    pdfdoc.PDFDocument.addPage(doc, page)


class TextBlock(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A paragraph: wraps, splits with two lines at least on either side, draws."""

    def __init__(
        self, setter: Setter, flow: Flow | None, style: Style, number: str | None = None, note: str | None = None
    ) -> None:
        super().__init__()
        self._setter = setter
        self._flow = flow
        self._style = style
        self._number = number
        self._note = note
        self._lines: list[Line] | None = None
        self._fixed: list[Line] | None = None
        self.spaceBefore = style.space_before
        self.spaceAfter = style.space_after
        self.keepWithNext = int(style.keep_with_next)

    def __repr__(self) -> str:
        return "<TextBlock>"  # reportlab puts the repr of flowables into its errors

    def identity(self, maxLen: int | None = None) -> str:
        """What reportlab may say of this flowable in an error: nothing of its text."""
        return "<TextBlock>"

    def getSpaceBefore(self) -> float:
        return float(self.spaceBefore)

    def getSpaceAfter(self) -> float:
        return float(self.spaceAfter)

    def minWidth(self) -> float:
        """The widest piece that cannot be broken."""
        return self._style.left + self._style.right + self._style.size

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self._width = max(availWidth - self._style.left - self._style.right, self._style.size)
        if self._fixed is not None:
            self._lines = self._fixed
        else:
            unit = 1000 / self._style.size
            self._lines = break_lines(self._flow, self._width * unit, self._style.hang * unit) if self._flow else []
        least = 2 if self._note else 1
        self.width, self.height = availWidth, max(len(self._lines), least) * self._style.leading
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[TextBlock]:
        self.wrap(availWidth, availHeight)
        assert self._lines is not None
        fits = int((availHeight + 0.01) // self._style.leading)
        count = len(self._lines)
        if fits >= count:
            return [self]
        first = min(fits, count - 2)
        if first < 2:
            # neither an orphan nor a widow: the block moves on whole, unless it is alone on its page
            return [] if count <= 3 or fits < 2 else self._cut(fits)
        return self._cut(first)

    def _cut(self, first: int) -> list[TextBlock]:
        assert self._lines is not None
        head = TextBlock(self._setter, None, replace(self._style, space_after=0), self._number, self._note)
        tail = TextBlock(self._setter, None, replace(self._style, space_before=0))
        head._fixed, tail._fixed = self._lines[:first], self._lines[first:]
        head.keepWithNext = 0
        return [head, tail]

    def draw(self) -> None:
        assert self._lines is not None
        style = self._style
        # by the leading alone, so that a small label and its value stand on one line
        baseline = self.height - style.leading * _BASELINE
        if self._number is not None:
            small = Style(max(style.size - 2.5, 6), style.leading, face="sans", color="#5a5f66")
            self._setter.line(self.canv, style.left - _NOTE_GAP * 1.5, baseline, self._number, small, "right")
        if self._note:
            tiny = Style(6.5, 8, face="sans", color="#7a4b00")
            self._setter.line(
                self.canv, style.left - _NOTE_GAP * 1.5, baseline - style.leading * 0.8, self._note, tiny, "right"
            )
        for index, line in enumerate(self._lines):
            spare = self._width - line.width * style.size / 1000
            align = "right" if line.base % 2 and style.align == "left" else style.align
            hung = style.hang if line.hung else 0.0
            shift = {"left": hung, "right": spare - hung, "center": spare / 2}[align]
            self._setter.draw(self.canv, line, style.left + shift, baseline - index * style.leading, style.size)
