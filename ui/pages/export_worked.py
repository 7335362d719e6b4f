"""A review made ready to be shown: its paragraphs with their marks, and what an answer changes at once.

Pure; a large case takes a moment, so it is made beside the window's thread. An answer is shown before the review has worked
out what it does to the texts: the finds that it settles are marked so, the text at the right follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.services import review as reviewing
from app.services.review import Find, Review, ReviewedText
from ui.widgets.marked_pairs import MASKED, SAFE, SHOWN, UNDECIDED, Mark, Pair

_STYLES = {"masked": MASKED, "date": MASKED, "safe": SAFE, "undecided": UNDECIDED, "shown": SHOWN}

_NO_BREAK = "\N{NO-BREAK SPACE}"

#: Where a find stands: the path in the case file, and the first code point there.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Worked:
    """``finds`` are those of the review, with the answers given since; ``asked`` the indices of the questions among them;
    ``at`` the index of each find by its place."""

    review: Review = field(repr=False)
    finds: tuple[Find, ...] = field(repr=False)
    pairs: tuple[Pair, ...] = field(repr=False)
    asked: tuple[int, ...]
    at: Mapping[Place, int] = field(repr=False)
    left_out: str = ""

    def open(self) -> list[int]:
        """The indices of the finds that are undecided."""
        return [index for index in self.asked if self.finds[index].state == "undecided"]


def worked(review: Review, before: Worked | None, left_out: str) -> Worked:
    """``left_out`` is the remark beside a text that the copy does not hold. Paragraphs that are as they were before are the
    very same."""
    pairs: list[Pair] = []
    old = before.pairs if before is not None else ()
    for number, text in enumerate(review.texts):
        pair = _pair(text, review.finds, left_out)
        pairs.append(old[number] if number < len(old) and old[number] == pair else pair)
    return Worked(
        review,
        review.finds,
        tuple(pairs),
        tuple(index for index, find in enumerate(review.finds) if find.question is not None),
        {(find.where, find.start): index for index, find in enumerate(review.finds)},
        left_out,
    )


def settled(held: Worked, find: Find, answer: reviewing.Answer, decision: Mapping[str, object]) -> Worked:
    """The same with an answer shown for the find and all that it settles."""
    entry = None
    if isinstance(answer, tuple):
        entry = next((one for one in held.review.entries if one.entry_id == answer[1]), None)
    state = "safe" if answer == reviewing.SAFE else "masked"
    indices = reviewing.settled_with(held.review, find) if "where" not in decision else (held.at[find.where, find.start],)
    return _changed(held, {n: replace(held.finds[n], state=state, decision=decision, stands_for=entry) for n in indices})


def reopened(held: Worked, decision: Mapping[str, object]) -> Worked:
    """The same with all finds open again that a decision had settled."""
    mine = [index for index in held.asked if held.finds[index].decision == decision]
    return _changed(held, {n: replace(held.finds[n], state="undecided", decision=None, stands_for=None) for n in mine})


def _changed(held: Worked, new: Mapping[int, Find]) -> Worked:
    finds, pairs = list(held.finds), list(held.pairs)
    for index, find in new.items():
        finds[index] = find
    for number in {find.text_index for find in new.values()}:
        pairs[number] = _pair(held.review.texts[number], finds, held.left_out)
    return replace(held, finds=tuple(finds), pairs=tuple(pairs))


def _pair(text: ReviewedText, finds: Sequence[Find], left_out: str) -> Pair:
    left, right = [], []
    for index in text.finds:
        find = finds[index]
        style = _STYLES.get(find.state, SHOWN)
        left.append(Mark(index, find.at, find.until, style))
        if find.read_until > find.read_at:
            right.append(Mark(index, find.read_at, find.read_until, style))
    if not text.in_copy:
        return Pair(text.heading, text.original, left_out, tuple(left), (), remark=True)
    read = text.redacted
    for mark in (one for one in right if read.startswith("[", one.start)):  # a code never breaks over a line
        read = f"{read[: mark.start]}{read[mark.start : mark.end].replace(' ', _NO_BREAK)}{read[mark.end :]}"
    return Pair(text.heading, text.original, read, tuple(left), tuple(right))
