"""What in the letters of a page would be masked or asked about, and which boxes would cover it.

The same walk that reads the texts of a case reads the page. A box that is proposed does not measure the word beneath: it is
as wide as some columns of a coarse grid, and two of them at the least.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.exhibits import WHOLE, Box
from app.redaction.disclose import Desk
from app.redaction.trace import DATE, MASKED, UNDECIDED, Mark

#: Columns and rows of the grid to which proposed boxes are brought.
COLUMNS, ROWS = 16, 200
_FEWEST = 2
_HIDDEN = (MASKED, DATE, UNDECIDED)
_SHRUNK = 0.15


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch of a page that should be under boxes. ``state``: masked date undecided, as in a review; ``kind`` what it is,
    ``owner`` whom it names, if that is known. ``letters`` are the places of its letters, ``lines`` around them line by line.
    ``whole``: a whole name on record; ``boxed``: it goes under a box whatever was said of it."""

    text: str = field(repr=False)
    kind: str
    state: str
    owner: str | None
    boxes: tuple[Box, ...] = field(repr=False)
    lines: tuple[Box, ...] = field(repr=False)
    letters: tuple[Box, ...] = field(repr=False)
    whole: bool = False
    boxed: bool = False

    def is_open(self, boxes: Sequence[Box], safe: Sequence[Box]) -> bool:
        """Whether it is neither under boxes nor where somebody said that it may be seen."""
        return not self.is_under(boxes if self.boxed else [*boxes, *safe])

    def is_under(self, boxes: Sequence[Box]) -> bool:
        """Whether boxes cover each of its letters, or all but its edges."""
        near = [box for box in boxes if any(_meet(box, line) for line in self.lines)]
        return bool(near) and all(_covered(letter, near) for letter in self.letters)


def proposals(desk: Desk, text: str, places: Sequence[Box | None]) -> tuple[Proposal, ...]:
    """What to box on one page, in the order of its text. ``places``: where each code point of ``text`` stands, if it shows."""
    if not text.strip():
        return ()
    desk.redactor.text("exhibit", text, None)
    marks = desk.redactor.traces[-1].marks
    # A place is said to be safe with one reader in mind, and most of them are counsel: for nobody else that shows a name, or
    # anything else that a rule masks or makes coarser.
    boxed = desk.profile.key != "counsel"
    return tuple(_proposals(text, places, (mark for mark in marks if mark.state in _HIDDEN), boxed))


def _proposals(text: str, places: Sequence[Box | None], marks: Iterable[Mark], boxed: bool) -> Iterator[Proposal]:
    for mark in marks:
        letters = tuple(place for place in places[mark.start : mark.end] if place is not None)
        if letters:
            words = " ".join(text[mark.start : mark.end].split())
            lines = tuple(_lines(letters))
            padded, whole = tuple(map(_padded, lines)), mark.whole
            ruled = whole or mark.state in (MASKED, DATE)
            yield Proposal(words, mark.kind, mark.state, mark.owner, padded, lines, letters, whole, boxed and ruled)


def _lines(letters: Sequence[Box]) -> Iterator[Box]:
    """One box a line: letters beside each other belong together."""
    held: Box | None = None
    for letter in letters:
        if held is None or not _beside(held, letter):
            if held is not None:
                yield held
            held = letter
        else:
            held = _around(held, letter)
    if held is not None:
        yield held


def _beside(held: Box, letter: Box) -> bool:
    shared = min(held.bottom, letter.bottom) - max(held.y, letter.y)
    across = min(held.right, letter.right) - max(held.x, letter.x)
    # a column of upright letters goes together as a line does
    return shared * 2 > min(held.h, letter.h) or (across * 2 > min(held.w, letter.w) and letter.y - held.bottom < letter.h)


def _around(one: Box, other: Box) -> Box:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def _padded(box: Box) -> Box:
    """The box brought to the grid outward."""
    wide, high = WHOLE // COLUMNS, WHOLE // ROWS
    left, upper = box.x // wide, box.y // high
    right = max(-(-box.right // wide), left + _FEWEST)
    if right > COLUMNS:
        left, right = min(left, COLUMNS - _FEWEST), COLUMNS
    lower = min(-(-box.bottom // high), ROWS)
    return Box(left * wide, upper * high, (right - left) * wide, max(lower - upper, 1) * high)


def _meet(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _covered(letter: Box, boxes: Sequence[Box]) -> bool:
    """Whether the five points of a letter, a little within its edges, are each under a box."""
    x, y = letter.w * _SHRUNK, letter.h * _SHRUNK
    points = [
        (letter.x + letter.w / 2, letter.y + letter.h / 2),
        (letter.x + x, letter.y + y),
        (letter.right - x, letter.y + y),
        (letter.x + x, letter.bottom - y),
        (letter.right - x, letter.bottom - y),
    ]
    return all(any(box.holds(*point) for box in boxes) for point in points)


def bare(found: Iterable[Proposal], boxes: Sequence[Box], safe: Sequence[Box]) -> tuple[Proposal, ...]:
    """Of what a rule masks or makes coarser and of whole names on record, whoever of two is meant, what is open."""
    return tuple(one for one in found if (one.state in (MASKED, DATE) or one.whole) and one.is_open(boxes, safe))
