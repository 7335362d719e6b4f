"""One page of an exhibit in the making: its boxes, what is proposed and not yet answered, and every step back.

Pure: what the keys and the mouse do to a page, without a widget. Any change opens a page again that was ready.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from app.services.exhibits import OPEN, OUT, PAGE, READY, Box, PagePlan, Proposal, all_but

WHOLE = PAGE.w
#: The least that a box may be wide or high when it is drawn by hand.
LEAST = 20
_MOST_PAST = 200
#: Where a new box stands and how large it is, unless something is chosen.
_NEW = Box(4000, 4700, 2000, 300)


@dataclass(slots=True)
class PageWork:
    """``chosen`` is the index of a box, or of an open proposal where ``proposal`` is true; −1: nothing."""

    plan: PagePlan = field(repr=False)
    proposals: tuple[Proposal, ...] = field(repr=False)
    chosen: int = -1
    proposal: bool = False
    past: list[PagePlan] = field(default_factory=list, repr=False)
    _moved: int = -1  # the box that was moved last: moving it on is one change with that
    _seen: tuple[tuple[tuple[Box, ...], tuple[Box, ...]], tuple[Proposal, ...]] | None = field(default=None, repr=False)

    @property
    def boxes(self) -> tuple[Box, ...]:
        return self.plan.boxes

    def open(self) -> tuple[Proposal, ...]:
        """The proposals that are neither boxed nor said to be safe."""
        covered = self.plan.boxes, self.plan.safe
        if self._seen is None or self._seen[0] != covered:
            self._seen = covered, tuple(one for one in self.proposals if one.is_open(*covered))
        return self._seen[1]

    def current(self) -> Proposal | None:
        """The chosen proposal."""
        opened = self.open()
        return opened[self.chosen] if self.proposal and 0 <= self.chosen < len(opened) else None

    def box(self) -> Box | None:
        """The chosen box."""
        return self.boxes[self.chosen] if not self.proposal and 0 <= self.chosen < len(self.boxes) else None

    def read(self, proposals: tuple[Proposal, ...]) -> None:
        """The page was read, for the first time or for other readers."""
        self.proposals, self._seen, self.chosen, self._moved = proposals, None, -1, -1

    # --- choosing ---

    def _order(self) -> list[tuple[int, int, bool, int]]:
        """Everything that can be chosen, as it is read: from the top, then from the left."""
        boxes = [(box.y, box.x, False, index) for index, box in enumerate(self.boxes)]
        return sorted([*boxes, *((one.boxes[0].y, one.boxes[0].x, True, index) for index, one in enumerate(self.open()))])

    def step(self, by: int) -> bool:
        """Choose the next (1) or the one before (−1); whether there was one. After the last nothing is chosen."""
        self._moved = -1
        order = [entry[2:] for entry in self._order()]
        here = (self.proposal, self.chosen)
        at = order.index(here) + by if here in order else (0 if by > 0 else len(order) - 1)
        if not 0 <= at < len(order):
            self.chosen = -1
            return False
        self.proposal, self.chosen = order[at]
        return True

    def to_open(self, after: tuple[int, int] = (-1, -1)) -> bool:
        """Choose the next proposal after a place (y, x), or the first; whether there is one."""
        order = [entry for entry in self._order() if entry[2]]
        if not order:
            self.chosen = -1
            return False
        self.proposal, self.chosen = next((entry for entry in order if entry[:2] >= after), order[0])[2:]
        return True

    # --- changing ---

    def _change(self, *, moved: int = -1, **values: Any) -> None:
        new = replace(self.plan, **{"state": OPEN, **values})
        if new != self.plan:
            if moved < 0 or moved != self._moved:
                self.past = [*self.past[-_MOST_PAST:], self.plan]
            self.plan, self._moved = new, moved

    def undo(self) -> bool:
        """The page as it was before the last change; whether there was one."""
        if not self.past:
            return False
        self.plan = self.past.pop()
        self.chosen = self._moved = -1
        return True

    def add(self, boxes: Iterable[Box]) -> None:
        """Further boxes; the last is chosen."""
        self._change(boxes=tuple(dict.fromkeys((*self.boxes, *boxes))))
        self.proposal, self.chosen = False, len(self.boxes) - 1

    def new(self, near: int | None = None) -> None:
        """A box at the middle, at ``near`` (ten-thousandths from the top), or beside the chosen one."""
        held = self.box()
        if held is not None:
            self.add([fitted(replace(held, x=held.x + 200, y=held.y + 200))])
        else:
            self.add([fitted(replace(_NEW, y=near if near is not None else _NEW.y))])

    def put(self, box: Box) -> None:
        """The chosen box has another place or size."""
        if self.box() is not None:
            boxes = (*self.boxes[: self.chosen], fitted(box), *self.boxes[self.chosen + 1 :])
            self._change(moved=self.chosen, boxes=boxes)

    def remove(self) -> None:
        """The chosen box goes."""
        if self.box() is not None:
            self._change(boxes=(*self.boxes[: self.chosen], *self.boxes[self.chosen + 1 :]))
            self.chosen = min(self.chosen, len(self.boxes) - 1)

    def accept(self) -> bool:
        """The chosen proposal becomes boxes; on to the next. Whether there was one."""
        held = self.current()
        if held is not None:
            self._change(boxes=tuple(dict.fromkeys((*self.boxes, *held.boxes))))
            self.to_open((held.boxes[0].y, held.boxes[0].x))
        return held is not None

    def refuse(self) -> bool:
        """What is proposed may be seen; on to the next. Whether there was one of which that can be said."""
        held = self.current()
        if held is not None and held.boxed:
            return False
        if held is not None:
            self._change(safe=tuple(dict.fromkeys((*self.plan.safe, *held.lines))))
            self.to_open((held.boxes[0].y, held.boxes[0].x))
        return held is not None

    def cover(self) -> None:
        """The whole page under one box."""
        self.add([PAGE])

    def all_but(self) -> bool:
        """Everything under boxes but the chosen rectangle; whether one was chosen."""
        held = self.box()
        if held is None:
            return False
        rest = (*self.boxes[: self.chosen], *self.boxes[self.chosen + 1 :])
        self._change(boxes=tuple(dict.fromkeys((*rest, *all_but(held)))))
        self.chosen = -1
        return True

    def ready(self) -> bool:
        """The page may be shown as it is; not while a proposal is open."""
        if self.open():
            return False
        self._change(state=READY)
        return True

    def leave_out(self) -> None:
        """The page is not shown; once more: it is looked at again."""
        self._change(state=OPEN if self.plan.state == OUT else OUT)


def fitted(box: Box) -> Box:
    """A box within the page, not too small to be seen."""
    w, h = min(max(box.w, LEAST), WHOLE), min(max(box.h, LEAST), WHOLE)
    return Box(min(max(box.x, 0), WHOLE - w), min(max(box.y, 0), WHOLE - h), w, h)


def between(one: tuple[float, float], other: tuple[float, float]) -> Box:
    """The box between two points, in ten-thousandths, within the page."""
    (x, y), (to_x, to_y) = ((min(max(round(value), 0), WHOLE) for value in point) for point in (one, other))
    return fitted(Box(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y)))
