"""The text of a PDF as two independent libraries read it: pdfium by position, pdfminer.six in the order of the content.

From pdfminer also comes where each piece of text stands, and from that the text in two more orders: line by line
across the page, and column by column. Letters that were placed one by one in a scrambled order come together there.
"""

from __future__ import annotations

import contextlib
import io
import logging
import math
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2
from pdfminer import utils
from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from app.report.check_interpreter import StrictInterpreter
from app.report.check_values import Gathered, Limits, TooMuch

# Distances in parts of the font size: less is the same word, more is another piece of text.
_WORD_GAP = 0.16
_PIECE_GAP = 2.5
_COLUMN = 12.0  # points: pieces that begin within this distance of each other stand in one column
_NUMBERS = (int, float)  # made once: "int | float" is made anew each time it is asked
_MOST_STRINGS = 20_000
_LOGGERS = ("pdfminer", "pypdfium2", "pikepdf")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line. ``along`` and ``end`` run with the writing, ``across`` grows line by line."""

    angle: int
    along: float
    end: float
    across: float
    size: float
    text: str = field(repr=False)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Nothing that a library has to say about a file reaches a log: its messages repeat what the file holds."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


class _Texts(dict[int, str]):
    """The text of each code of a font, asked for once."""

    def __init__(self, font: PDFFont) -> None:
        super().__init__()
        self._font = font  # held, so that its id is not given to another

    def __missing__(self, code: int) -> str:
        try:
            text = str(self._font.to_unichr(code))
        except PDFUnicodeNotDefined:
            text = "\ufffd"
        self[code] = text
        return text


class _Widths(dict[int, float]):
    """The width of each code of a font in parts of the font size, asked for once."""

    def __init__(self, font: PDFFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, code: int) -> float:
        width = self[code] = self._font.char_width(code)
        return width


class _Strings(dict[bytes, tuple[str, float, int, int]]):
    """What a string shows in a font: its text, its width in parts of the font size, how many codes and how many spaces it has.

    Between two kernings stand a few letters, and the same ones again and again; so many are kept and no more.
    """

    def __init__(self, font: PDFFont) -> None:
        super().__init__()
        self._font = font
        self._texts, self._widths = _Texts(font), _Widths(font)

    def __missing__(self, raw: bytes) -> tuple[str, float, int, int]:
        codes = tuple(self._font.decode(raw))
        if len(self) >= _MOST_STRINGS:
            self.clear()
        texts, widths = self._texts.__getitem__, self._widths.__getitem__
        shown = self[raw] = "".join(map(texts, codes)), sum(map(widths, codes)), len(codes), codes.count(32)
        return shown


class _Pieces(PDFDevice):
    """Collects the pieces of text of one page after the other."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.pieces: list[Piece] = []
        self._fonts: dict[int, _Strings] = {}

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Called by pdfminer for each Tj or TJ; moves the text position on as PDFTextDevice does."""
        font = textstate.font
        strings = self._fonts.get(id(font))
        if strings is None:
            strings = self._fonts[id(font)] = _Strings(font)
        size = textstate.fontsize
        scale = textstate.scaling * 0.01
        step = size * scale * 0.001
        spacing = textstate.charspace * scale
        word = 0.0 if font.is_multibyte() else textstate.wordspace * scale
        x, y = textstate.linematrix
        begin = x
        letters: list[str] = []
        assert self.ctm is not None  # set by the interpreter at the start of a page
        matrix = utils.mult_matrix(textstate.matrix, self.ctm)
        for item in seq:
            if isinstance(item, bytes):
                text, width, codes, spaces = strings[item]
                if codes:
                    letters.append(text)
                    x += width * size * scale + spacing * codes + word * spaces
            elif isinstance(item, _NUMBERS):
                x -= item * step
                if abs(item) > 1000 * _PIECE_GAP or item > 500:
                    self._piece(matrix, (begin, x + item * step, y), size, letters)
                    begin, letters = x, []
                elif item < -1000 * _WORD_GAP:
                    letters.append(" ")
        self._piece(matrix, (begin, x, y), size, letters)
        textstate.linematrix = (x, y)

    def _piece(self, matrix: utils.Matrix, stretch: tuple[float, float, float], size: float, letters: list[str]) -> None:
        if not letters:
            return
        begin, end, y = stretch
        a, b, _, _, _, _ = matrix
        length = math.hypot(a, b) or 1.0
        cos, sin = a / length, b / length
        x0, y0 = utils.apply_matrix_pt(matrix, (begin, y))
        x1, y1 = utils.apply_matrix_pt(matrix, (end, y))
        self.pieces.append(
            Piece(
                angle=round(math.degrees(math.atan2(b, a))) % 360,
                along=x0 * cos + y0 * sin,
                end=x1 * cos + y1 * sin,
                across=x0 * sin - y0 * cos,
                size=abs(size) * length or 1.0,
                text="".join(letters),
            )
        )


def read_by_position(data: bytes, home: Gathered, limits: Limits, until: float) -> None:
    """The text of each page by pdfium."""
    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > limits.pages:
            raise TooMuch("more pages than the limit")
        for index in range(len(document)):
            _in_time(until)
            page = document[index]
            text_page = page.get_textpage()
            try:
                text = text_page.get_text_range()
            finally:
                text_page.close()
                page.close()
            # pdfium sets these where it takes a hyphen at a line's end to be one of the typesetter
            text = text.replace("\r\n", "\n").replace("\ufffe", "-\n").replace("\x02", "-\n")
            home.by_position.append(text)
            home.add(f"the text of page {index + 1}, by position", "reading", text)
    finally:
        document.close()


def read_by_order(data: bytes, home: Gathered, limits: Limits, until: float, *, own: bool) -> Iterator[int]:
    """Bring the text of each page by pdfminer.six home: as drawn, line by line, column by column, and over the page breaks.

    Yields the number of each page that was read. ``own``: a file of our own making, which can be read faster
    (``check_interpreter``).
    """
    manager = PDFResourceManager(caching=True)
    device = _Pieces(manager)
    interpreter = StrictInterpreter(manager, device, home) if own else PDFPageInterpreter(manager, device)
    before: list[str] = []
    for number, page in enumerate(PDFPage.get_pages(io.BytesIO(data)), 1):
        _in_time(until)
        if number > limits.pages:
            raise TooMuch("more pages than the limit")
        device.pieces = []
        interpreter.process_page(page)
        drawn = joined(device.pieces)
        home.by_order.append("".join(piece.text for piece in device.pieces))
        home.add(f"the text of page {number}, by order", "reading", drawn)
        lines = by_line(device.pieces)
        text = "\n".join(joined(line) for line in lines)
        if text != drawn:
            home.add(f"the text of page {number}, line by line", "joint", text)
        if any(_parted(line) for line in lines) or any(len(piece.text) < 3 for piece in device.pieces):
            home.add(f"the text of page {number}, by columns", "joint", joined(by_column(lines)))
        home.add(f"the text of pages {number - 1} and {number}", "joint", over_pages(before, lines))
        before = [joined(line) for line in lines]
        yield number


def _in_time(until: float) -> None:
    if time.monotonic() > until:
        raise TooMuch("reading took longer than the limit")


def joined(pieces: list[Piece]) -> str:
    """Pieces in the order given, parted as the distances between them say."""
    parts: list[str] = []
    last: Piece | None = None
    for piece in pieces:
        if last is not None:
            gap = (piece.along - last.end) / last.size
            same_line = piece.angle == last.angle and abs(piece.across - last.across) < 0.4 * last.size
            if not same_line or gap > _PIECE_GAP or gap < -1:
                parts.append("\n")
            elif gap > _WORD_GAP:
                parts.append(" ")
        parts.append(piece.text)
        last = piece
    return "".join(parts)


def by_line(pieces: list[Piece]) -> list[list[Piece]]:
    """The lines of a page from its top, each in the direction of writing."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.angle, p.across)):
        if lines:
            first = lines[-1][0]
            if first.angle == piece.angle and piece.across - first.across < 0.4 * max(first.size, piece.size):
                lines[-1].append(piece)
                continue
        lines.append([piece])
    for line in lines:
        line.sort(key=lambda p: p.along)
    return lines


def _parted(line: list[Piece]) -> bool:
    return any((b.along - a.end) / a.size > _PIECE_GAP for a, b in pairwise(line))


def by_column(lines: list[list[Piece]]) -> list[Piece]:
    """The pieces of a page column by column: for text in columns, and for letters set one below the other."""
    pieces = [piece for line in lines for piece in line]
    starts = sorted({piece.along for piece in pieces})
    column: dict[float, int] = {}
    number, edge = 0, -math.inf
    for start in starts:
        if start - edge > _COLUMN:
            number, edge = number + 1, start
        column[start] = number
    return sorted(pieces, key=lambda p: (p.angle, column[p.along], p.across))


def over_pages(before: list[str], lines: list[list[Piece]]) -> str:
    """The last lines of a page followed by the first of the next, whatever headers and footers stand between."""
    if not before:
        return ""
    after = [joined(line) for line in lines[:4]]
    return "\n\n".join(f"{tail[-80:]}\n{head[:80]}" for tail in before[-4:] for head in after)
