"""Breaking a paragraph into lines, and a line into what is drawn from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.report.bidi_levels import levels, visual_order
from app.report.faces import faces_of
from app.report.shaping import GLUE, clean, glue, pieces, shape, width_of


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text in one face, colour and direction. ``ends``: a line may end after it; ``newline``: it must."""

    text: str = field(repr=False)
    face: str
    color: str
    level: int = 0
    ends: bool = True
    newline: bool = False
    base: int = 0

    @property
    def right_to_left(self) -> bool:
        return self.level % 2 == 1

    def width(self, size: float) -> float:
        """In points."""
        return width_of(self.text, self.face, self.right_to_left) * size / 1000


@dataclass(frozen=True, slots=True)
class Line:
    """``parts`` in the order of reading, ``drawn`` from left to right; ``width`` in points, without spaces at the end."""

    parts: tuple[Part, ...] = field(repr=False)
    drawn: tuple[Part, ...] = field(repr=False)
    width: float
    right_to_left: bool = False

    @property
    def text(self) -> str:
        """The line as it reads."""
        return "".join(part.text for part in self.parts).replace(GLUE, " ")


def parts_of(runs: Sequence[tuple[str, tuple[str, ...], str]]) -> list[Part]:
    """Cut runs of ``(text, order of faces, colour)`` into parts. Raises ``MissingGlyph``."""
    cleaned = [(glue(clean(text)), order, color) for text, order, color in runs]
    whole = "".join(text for text, _, _ in cleaned)
    out: list[Part] = []
    if whole.isascii() and len(cleaned) == 1:
        _, order, color = cleaned[0]
        for line in whole.split("\n"):
            out += [Part(piece, order[0], color) for piece in pieces(line)] or [Part("", order[0], color)]
            out[-1] = replace(out[-1], newline=True)
        return out
    faces: list[str] = []
    colors: list[str] = []
    for text, order, color in cleaned:
        faces += faces_of(text, order)
        colors += [color] * len(text)
    at = 0
    for line in whole.split("\n"):
        end = at + len(line)
        out += _line_parts(line, faces[at:end], colors[at:end]) or [Part("", "serif", "#000000")]
        out[-1] = replace(out[-1], newline=True)
        at = end + 1
    return out


def _line_parts(line: str, faces: Sequence[str], colors: Sequence[str]) -> list[Part]:
    base, found = levels(line)
    out: list[Part] = []
    at = 0
    for piece in pieces(line):
        end = at + len(piece)
        start = at
        while start < end:
            same = (faces[start], colors[start], found[start])
            stop = start + 1
            while stop < end and (faces[stop], colors[stop], found[stop]) == same:
                stop += 1
            out.append(Part(line[start:stop], same[0], same[1], same[2], ends=stop == end, base=base))
            start = stop
        at = end
    return out


def break_lines(parts: Sequence[Part], size: float, width: float) -> list[Line]:
    """Fill lines up to ``width`` points, one piece after the other. A piece wider than a line is cut between clusters."""
    lines: list[Line] = []
    current: list[Part] = []
    used = 0.0
    for piece in _whole_pieces(parts):
        need = sum(part.width(size) for part in piece)
        bare = need - _trailing_space(piece, size)
        if current and used + bare > width + 0.01:
            lines.append(_line(current, size))
            current, used = [], 0.0
        if bare > width + 0.01:
            for cut in _cut(piece, size, width):
                if current:
                    lines.append(_line(current, size))
                current = cut
            used = sum(part.width(size) for part in current)
        else:
            current = [*current, *piece]
            used += need
        if piece[-1].newline:
            lines.append(_line(current, size))
            current, used = [], 0.0
    if current:
        lines.append(_line(current, size))
    return lines


def _whole_pieces(parts: Sequence[Part]) -> list[list[Part]]:
    out: list[list[Part]] = []
    open_piece: list[Part] = []
    for part in parts:
        open_piece.append(part)
        if part.ends or part.newline:
            out.append(open_piece)
            open_piece = []
    if open_piece:
        out.append(open_piece)
    return out


def _trailing_space(piece: Sequence[Part], size: float) -> float:
    last = piece[-1]
    bare = last.text.rstrip(" ")
    return 0.0 if bare == last.text else last.width(size) - replace(last, text=bare).width(size)


def _cut(piece: Sequence[Part], size: float, width: float) -> list[list[Part]]:
    """Cut what does not fit on one line, cluster by cluster, into stretches that do."""
    out: list[list[Part]] = []
    current: list[Part] = []
    used = 0.0
    for part in piece:
        begin = at = 0
        for cluster in _clusters(part):
            advance = width_of(cluster, part.face, part.right_to_left) * size / 1000
            if used + advance > width and (current or at > begin):
                if at > begin:
                    current.append(replace(part, text=part.text[begin:at], ends=False, newline=False))
                out.append(current)
                current, used, begin = [], 0.0, at
            used += advance
            at += len(cluster)
        if at > begin:
            current.append(replace(part, text=part.text[begin:]))
    out.append(current)
    return out


def _clusters(part: Part) -> list[str]:
    """The smallest stretches of a part that may be set apart from each other."""
    if part.text.isascii():
        return list(part.text)
    glyphs = shape(part.text, part.face, False)
    out = [glyph.text for glyph in glyphs if glyph.text != "\u200b"]
    return out if "".join(out) == part.text.replace(GLUE, " ") else list(part.text)


def _line(parts: Sequence[Part], size: float) -> Line:
    kept = list(parts)
    while kept and not kept[-1].text.rstrip(" "):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
    merged = _merge(kept)
    order = visual_order([part.level for part in merged])
    drawn = tuple(merged[index] for index in order)
    base = parts[0].base if parts else 0
    return Line(tuple(merged), drawn, sum(part.width(size) for part in merged), base % 2 == 1)


def _merge(parts: Sequence[Part]) -> list[Part]:
    """Words of right-to-left text stay apart, since they are reordered; all others are drawn as they stand."""
    return [part for part in parts if part.text]
