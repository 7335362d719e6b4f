"""Breaking a paragraph into lines.

A paragraph is a row of pieces, after each of which a line may end. A piece is made of stretches: text in one face,
colour and direction. Words come back again and again, so what was worked out for a word is kept for the document.
Widths are thousandths of the size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from uniseg.graphemecluster import grapheme_clusters

from app.report.bidi_levels import has_right_to_left, levels
from app.report.faces import faces_of, load_face
from app.report.shaping import GLUE, clean, cuts_in, glue, pieces, width_of

_LONGEST_CLUSTER = 8


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set: the faces that are tried, first the one that is asked for, and a colour (``#RRGGBB``)."""

    order: tuple[str, ...]
    color: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text in one face, colour and direction. An even ``level`` runs from left to right, an odd one from right to left."""

    text: str = field(repr=False)
    face: str
    color: str
    level: int = 0

    @property
    def width(self) -> float:
        return width_of(self.text, self.face, self.level % 2 == 1)


@dataclass(frozen=True, slots=True)
class Piece:
    """What a line break never parts, and the spaces behind it, which are not drawn at the end of a line."""

    stretches: tuple[Stretch, ...]
    width: float
    gap: Stretch | None = None
    gap_width: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is read. ``base`` is the level of its paragraph: odd where that runs from right to left.

    ``hung``: it goes on with what the line before began.
    """

    stretches: tuple[Stretch, ...]
    width: float
    base: int = 0
    hung: bool = False

    @property
    def text(self) -> str:
        """As it is read; a space that holds together is a space like any other to a reader."""
        return "".join(stretch.text for stretch in self.stretches).replace(GLUE, " ")


@dataclass(frozen=True, slots=True)
class Flow:
    """A paragraph before it is broken: the pieces of each line that the text itself ends."""

    lines: tuple[tuple[Piece, ...], ...]
    base: int = 0


class Words:
    """The words of one document, each worked out once. ``together``: names that never break over a line."""

    def __init__(self, together: Sequence[str] = ()) -> None:
        names = sorted(together, key=len, reverse=True)
        self._together = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names)) if names else None
        self._known: dict[tuple[str, Look, bool], tuple[Piece, ...]] = {}

    def flow(self, spans: Sequence[tuple[str, Look]]) -> Flow:
        """Cut spans of text into pieces. Raises ``MissingGlyph`` for what no face sets."""
        cleaned = [(self._held_together(glue(clean(text))), look) for text, look in spans]
        if all(_one_face(text, look) for text, look in cleaned) and _apart(cleaned):
            return Flow(tuple(tuple(line) for line in self._plain(cleaned)))
        return _mixed(cleaned)

    def _held_together(self, text: str) -> str:
        """Half a name at the end of a line could read as somebody else's."""
        return self._together.sub(lambda found: found.group().replace(" ", GLUE), text) if self._together else text

    def _plain(self, spans: Sequence[tuple[str, Look]]) -> list[list[Piece]]:
        lines: list[list[Piece]] = [[]]
        last = len(spans) - 1
        for number, (text, look) in enumerate(spans):
            for at, row in enumerate(text.split("\n")):
                if at:
                    lines.append([])
                line = lines[-1]
                words = row.split(" ")
                end = len(words) - 1
                for index, word in enumerate(words):
                    spaced = index < end
                    if word or (spaced and (index or not line)):
                        line += self._word(word, look, spaced)
                    elif spaced and line and line[-1].gap is None:
                        line[-1] = _with_gap(line[-1], look)
                if number == last and line and line[-1].gap is not None:
                    line[-1] = replace(line[-1], gap=None, gap_width=0.0)
        return lines

    def _word(self, word: str, look: Look, spaced: bool) -> tuple[Piece, ...]:
        key = (word, look, spaced)
        known = self._known.get(key)
        if known is None:
            cuts = (0, *cuts_in(word), len(word))
            stretches = [Stretch(word[start:end], look.order[0], look.color) for start, end in pairwise(cuts)]
            made = [Piece((stretch,) if stretch.text else (), stretch.width) for stretch in stretches]
            if spaced:
                made[-1] = _with_gap(made[-1], look)
            known = self._known[key] = tuple(made)
        return known


def _with_gap(piece: Piece, look: Look) -> Piece:
    gap = Stretch(" ", look.order[0], look.color)
    return replace(piece, gap=gap, gap_width=gap.width)


def _one_face(text: str, look: Look) -> bool:
    return load_face(look.order[0]).has_all(text)


def _apart(spans: Sequence[tuple[str, Look]]) -> bool:
    """Whether spans begin where words do, so that each can be cut by itself."""
    return all(text[-1:] in ("", " ", "\n") for text, _ in spans[:-1])


def _mixed(spans: Sequence[tuple[str, Look]]) -> Flow:
    """The slow way: every character has its own face, colour and level."""
    whole = "".join(text for text, _ in spans)
    faces: list[str] = []
    colors: list[str] = []
    for text, look in spans:
        faces += faces_of(text, look.order)
        colors += [look.color] * len(text)
    base, found = levels(whole) if has_right_to_left(whole) else (0, [0] * len(whole))
    lines = []
    at = 0
    for row in whole.split("\n"):
        line = []
        for text in pieces(row):
            bare = len(text.rstrip(" "))
            stretches = tuple(_stretches(whole, at, at + bare, faces, colors, found))
            gap = next(_stretches(whole, at + bare, at + len(text), faces, colors, found), None)
            line.append(Piece(stretches, sum(s.width for s in stretches), gap, gap.width if gap is not None else 0.0))
            at += len(text)
        lines.append(tuple(line))
        at += 1
    return Flow(tuple(lines), base)


def _stretches(
    text: str, start: int, end: int, faces: Sequence[str], colors: Sequence[str], found: Sequence[int]
) -> Iterator[Stretch]:
    while start < end:
        same = (faces[start], colors[start], found[start])
        stop = start + 1
        while stop < end and (faces[stop], colors[stop], found[stop]) == same:
            stop += 1
        yield Stretch(text[start:stop], *same)
        start = stop


def break_lines(flow: Flow, limit: float, hang: float = 0.0) -> list[Line]:
    """Fill lines up to ``limit`` thousandths, one piece after the other; no line is wider.

    A line that goes on with the line before is narrower by ``hang``. A piece that is wider than a line is cut at its own
    spaces, if it has any, else between letters.
    """
    out: list[Line] = []
    for row in flow.lines:
        current: list[Piece] = []
        used = pending = 0.0
        hung = False
        room = limit
        for piece in row:
            width = piece.width
            if current and used + pending + width > room:
                out.append(_line(current, used, flow.base, hung))
                current, used, pending, hung = [], 0.0, 0.0, True
                room = limit - hang
            if width > room:
                *full, piece = _cut(piece, limit - hang)
                for part in full:
                    out.append(_line([part], part.width, flow.base, hung))
                    hung = True
                room = limit - hang if hung else limit
                width = piece.width
            current.append(piece)
            used += pending + width
            pending = piece.gap_width
        out.append(_line(current, used, flow.base, hung))
    return out


def _line(row: Sequence[Piece], width: float, base: int, hung: bool) -> Line:
    stretches: list[Stretch] = []
    last = len(row) - 1
    for index, piece in enumerate(row):
        stretches += piece.stretches
        if piece.gap is not None and index != last:
            stretches.append(piece.gap)
    return Line(tuple(stretches), width, base, hung)


def _cut(piece: Piece, limit: float) -> list[Piece]:
    """Cut a piece into parts that fit. A single letter wider than the line stands alone."""
    out: list[Piece] = []
    current: list[Stretch] = []
    letters = [(number, cluster) for number, stretch in enumerate(piece.stretches) for cluster in _clusters(stretch.text)]
    start = 0
    while start < len(letters):
        end = _fitting(piece, letters, start, limit)
        current = _joined(piece, letters[start:end])
        out.append(Piece(tuple(current), sum(s.width for s in current)))
        start = end
    out[-1] = replace(out[-1], gap=piece.gap, gap_width=piece.gap_width)
    return out


def _fitting(piece: Piece, letters: Sequence[tuple[int, str]], start: int, limit: float) -> int:
    """Where the line ends that begins at ``start``: behind a space if there is one, else as far as fits."""
    used = 0.0
    end = start
    while end < len(letters):
        number, cluster = letters[end]
        stretch = piece.stretches[number]
        used += width_of(cluster, stretch.face, stretch.level % 2 == 1)
        if used > limit and end > start:
            break
        end += 1
    # letters that join are not as wide together as each of them alone
    while end > start + 1 and sum(s.width for s in _joined(piece, letters[start:end])) > limit:
        end -= 1
    if end < len(letters):
        spaces = [at + 1 for at in range(start, end) if letters[at][1] == GLUE]
        end = spaces[-1] if spaces else end
    return end


def _joined(piece: Piece, letters: Sequence[tuple[int, str]]) -> list[Stretch]:
    out: list[Stretch] = []
    for number in dict.fromkeys(number for number, _ in letters):
        text = "".join(cluster for own, cluster in letters if own == number)
        out.append(replace(piece.stretches[number], text=text))
    return out


@lru_cache(maxsize=1024)
def _clusters(text: str) -> tuple[str, ...]:
    if text.isascii():
        return tuple(text)
    # a flood of marks is one cluster too
    return tuple(
        cluster[at : at + _LONGEST_CLUSTER]
        for cluster in grapheme_clusters(text)
        for at in range(0, len(cluster), _LONGEST_CLUSTER)
    )
