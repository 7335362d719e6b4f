"""What became of a text, stretch by stretch: for the person who reviews an export, never for the export itself.

A walk over a text leaves one ``TextTrace``: the text as said and as it may be read, a mark for every piece that was looked
at, and enough to find any place of the one in the other. Nothing that is disclosed depends on it, but for one thing: a
trace also holds what its text added to the ``Trail``, so that a text which a new decision does not touch need not be read
again (``app.redaction.again``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from app.redaction.decisions import Decision
from app.redaction.finder import Form

if TYPE_CHECKING:
    from app.redaction.redactor import Trail
    from app.redaction.topics import Kept

MASKED, SAFE, UNDECIDED, SHOWN, DATE = "masked", "safe", "undecided", "shown", "date"


class Stands(NamedTuple):
    """What stands for a piece: ``text``, or ``None`` where the substitute of ``owner`` is to be fitted in."""

    owner: str | None
    text: str | None
    state: str = MASKED
    decision: Decision | None = None


class Mark(NamedTuple):
    """One piece of a text.

    ``start`` and ``end`` are code points of the text as said; ``read_start`` and ``read_end`` those of the text as it may
    be read, where a piece that says again what stands before it shares the place of that. ``state`` is masked (by rule, by
    what is on record, or by decision), safe (by decision), undecided, shown (a public name, a date as it was said) or date
    (made coarser). ``owner`` is whom it stands for, ``suggests`` the entries it may mean, best first. ``noticed`` says by
    what it was found: "record", "decision" (a masked text), "near" (likeness alone), "pointed" (by a person alone), or a
    pattern's or detector's own word. ``decision`` is the one
    that was followed here, where one was asked for.
    """

    start: int
    end: int
    read_start: int
    read_end: int
    kind: str
    state: str
    owner: str | None
    suggests: tuple[str, ...]
    whole: bool
    noticed: str
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class TextTrace:
    """One text, as said and as it may be read, and what its reading added to the trail of the whole case."""

    where: str
    lang: str | None
    said: str = field(repr=False)
    read: str = field(repr=False)
    marks: tuple[Mark, ...] = field(repr=False)
    trail: Trail = field(repr=False)
    anchors: tuple[tuple[int, int, int], ...] = field(repr=False)  # literals: (start as said, start as read, length)
    kept: tuple[Kept, ...] = field(default=(), repr=False)  # what was left of it when sentences were left out

    def place(self, at: int, *, end: bool = False) -> int:
        """Where a place of the text as said is in the text as it may be read. ``end`` for the end of a stretch."""
        index = bisect_right(self.anchors, at, key=lambda anchor: anchor[0]) - 1
        if index < 0:
            return 0
        start, read, length = self.anchors[index]
        inside = at - start
        if inside <= length:
            assembled = read + inside
        else:  # inside a piece, or in brackets that were dropped with it
            assembled = self.anchors[index + 1][1] if end and index + 1 < len(self.anchors) else read + length
        return placed(self.kept, assembled, end=end)

    def marks_read(self) -> tuple[Mark, ...]:
        """The marks, with their places in the text from which sentences were left out."""
        if not self.kept:
            return self.marks
        return tuple(
            mark._replace(
                read_start=placed(self.kept, mark.read_start, end=False), read_end=placed(self.kept, mark.read_end, end=True)
            )
            for mark in self.marks
        )


def placed(kept: tuple[Kept, ...], at: int, *, end: bool) -> int:
    """Where a place of a text went when sentences were left out; inside one of those, the start or end of its "[…]"."""
    if not kept:
        return at
    for piece in kept:
        if at < piece.end or (end and at == piece.end):
            if piece.said:
                return min(max(piece.read_start + at - piece.start, piece.read_start), piece.read_end)
            return piece.read_end if end else piece.read_start
    return kept[-1].read_end


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier walk over the same case found and still holds: texts by path and words, and the forms of the case."""

    texts: Mapping[tuple[str, str], TextTrace] = field(default_factory=dict, repr=False)
    case_forms: Sequence[Form] | None = field(default=None, repr=False)


NOTHING_KNOWN = Known()


class Walk:
    """Gathers the trace of one text while it is read."""

    __slots__ = ("anchors", "marks")

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.anchors: list[tuple[int, int, int]] = []

    def again(self, mark: Mark) -> None:
        """A piece that says again what the one before it said stands where that stands."""
        before = self.marks[-1] if self.marks else mark
        self.marks.append(mark._replace(read_start=before.read_start, read_end=before.read_end))
