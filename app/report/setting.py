"""Setting text on pages: the one way in which words reach a report.

A ``Setter`` belongs to one document. It owns the document's fonts, makes the paragraphs, and remembers what was drawn on
which page, which the release check compares with what readers find in the finished file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.report.faces import face_order, load_face
from app.report.lines import Line, Part, break_lines, parts_of
from app.report.pdf_font import NoFont, PdfFont
from app.report.shaping import shape

_NOTE_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks. Lengths in points. ``face``: serif or sans; ``align``: left right center."""

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
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one paragraph; ``None`` means as the style has it."""

    text: str = field(repr=False)
    bold: bool | None = None
    italic: bool | None = None
    color: str | None = None


class Setter:
    """Sets the text of one document."""

    def __init__(self) -> None:
        self._fonts: dict[str, PdfFont] = {}
        self._pages: dict[int, list[str]] = {}
        self._encoded: dict[tuple[str, str, bool], list[tuple[float, str]]] = {}

    def paragraph(self, text: str | Sequence[Run], style: Style) -> TextBlock:
        """A flowable paragraph. ``\\n`` in the text ends a line."""
        return TextBlock(self, _parts(text, style), style)

    def numbered(self, number: str, text: str | Sequence[Run], style: Style, note: str | None = None) -> TextBlock:
        """A paragraph with its number hung in the left margin, and a short note under the number."""
        return TextBlock(self, _parts(text, style), style, number, note)

    def line(self, canvas: Any, x: float, y: float, text: str, style: Style, align: str = "left") -> None:
        """Draw one line with its baseline at ``y``; ``x`` is its left edge, right edge or middle."""
        parts = _parts(text, style)
        lines = break_lines(parts, style.size, float("inf"))
        for line in lines[:1]:
            shift = {"left": 0.0, "right": line.width, "center": line.width / 2}[align]
            self.draw(canvas, line, x - shift, y, style.size)

    def width(self, text: str, style: Style) -> float:
        """The width of a text on one line, in points."""
        lines = break_lines(_parts(text, style), style.size, float("inf"))
        return max((line.width for line in lines), default=0.0)

    def canvas_options(self) -> dict[str, Any]:
        """What a canvas must be made with, so that no font of reportlab's own gets into the file."""
        if NoFont.fontName not in pdfmetrics._fonts:
            pdfmetrics.registerFont(NoFont())
        return {"initialFontName": NoFont.fontName, "invariant": 1, "pageCompression": 1}

    def canvas_maker(self) -> type[Canvas]:
        """The class of canvas to build the document with."""
        options = self.canvas_options()

        class PlainCanvas(Canvas):  # type: ignore[misc]
            def __init__(self, *args: Any, **kwargs: Any) -> None:
                super().__init__(*args, **{**kwargs, **options})

        return PlainCanvas

    def pages(self) -> tuple[str, ...]:
        """For each page the text drawn on it, in the order of drawing, one drawn line a line."""
        last = max(self._pages, default=0)
        return tuple("\n".join(self._pages.get(page, [])) for page in range(1, last + 1))

    def draw(self, canvas: Any, line: Line, x: float, y: float, size: float) -> None:
        """Draw a broken line with its baseline at ``y``."""
        if not line.parts:
            return
        self._pages.setdefault(canvas.getPageNumber(), []).append(line.text)
        canvas.saveState()
        code = [f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm"]
        color = None
        rise = 0.0
        for part in line.drawn:
            if part.color != color:
                color = part.color
                rgb = HexColor(color)
                code.append(f"{rgb.red:.4f} {rgb.green:.4f} {rgb.blue:.4f} rg")
            font = self._font(part.face)
            name = font.enter(canvas._doc)
            code.append(f"/{name} {size:g} Tf")
            for height, array in self._encode(font, part):
                if height != rise:
                    rise = height
                    code.append(f"{rise * size / 1000:.3f} Ts")
                code.append(f"[{array}] TJ")
        if rise:
            code.append("0 Ts")
        code.append("ET")
        canvas._code.append(" ".join(code))
        canvas.restoreState()

    def _font(self, face_key: str) -> PdfFont:
        font = self._fonts.get(face_key)
        if font is None:
            font = self._fonts[face_key] = PdfFont(load_face(face_key), f"A{len(self._fonts)}")
        return font

    def _encode(self, font: PdfFont, part: Part) -> list[tuple[float, str]]:
        """``(rise, TJ array)`` pieces of a shaped part. Offsets of marks become kerns before and after the mark."""
        key = (part.face, part.text, part.right_to_left)
        found = self._encoded.get(key)
        if found is not None:
            return found
        out: list[tuple[float, str]] = []
        array: list[str] = []
        rise = 0.0
        for glyph in shape(part.text, part.face, part.right_to_left):
            if glyph.dy != rise:
                if array:
                    out.append((rise, _joined(array)))
                    array = []
                rise = glyph.dy
            if round(glyph.dx):
                array.append(f"{-round(glyph.dx)}")
            array.append(f"<{font.code(glyph.glyph, glyph.text, glyph.width):04X}>")
            kern = round(glyph.width - glyph.advance + glyph.dx)
            if kern:
                array.append(f"{kern}")
        if array:
            out.append((rise, _joined(array)))
        self._encoded[key] = out
        return out


class TextBlock(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A paragraph: wraps, splits with two lines at least on either side, draws."""

    def __init__(
        self, setter: Setter, parts: Sequence[Part], style: Style, number: str | None = None, note: str | None = None
    ) -> None:
        super().__init__()
        self._setter = setter
        self._parts = parts
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
            self._lines = break_lines(self._parts, self._style.size, self._width)
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
        head = TextBlock(self._setter, (), replace(self._style, space_after=0), self._number, self._note)
        tail = TextBlock(self._setter, (), replace(self._style, space_before=0))
        head._fixed, tail._fixed = self._lines[:first], self._lines[first:]
        head.keepWithNext = 0
        return [head, tail]

    def draw(self) -> None:
        assert self._lines is not None
        style = self._style
        baseline = self.height - (style.leading - style.size) / 2 - style.size * 0.8
        if self._number is not None:
            small = Style(max(style.size - 2.5, 6), style.leading, face="sans", color="#5a5f66")
            self._setter.line(self.canv, style.left - _NOTE_GAP * 1.5, baseline, self._number, small, "right")
        if self._note:
            tiny = Style(6.5, 8, face="sans", color="#7a4b00")
            self._setter.line(
                self.canv, style.left - _NOTE_GAP * 1.5, baseline - style.leading * 0.8, self._note, tiny, "right"
            )
        for index, line in enumerate(self._lines):
            spare = self._width - line.width
            align = "right" if line.right_to_left and style.align == "left" else style.align
            shift = {"left": 0.0, "right": spare, "center": spare / 2}[align]
            self._setter.draw(self.canv, line, style.left + shift, baseline - index * style.leading, style.size)


def _joined(array: Sequence[str]) -> str:
    """A TJ array with neighbouring strings made one: shorter, and quicker to read."""
    return " ".join(array).replace("> <", "")


def _parts(text: str | Sequence[Run], style: Style) -> list[Part]:
    runs = [Run(text)] if isinstance(text, str) else list(text)
    return parts_of(
        [
            (
                run.text,
                face_order(
                    style.face,
                    style.bold if run.bold is None else run.bold,
                    style.italic if run.italic is None else run.italic,
                ),
                run.color or style.color,
            )
            for run in runs
        ]
    )
