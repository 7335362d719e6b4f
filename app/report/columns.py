"""Short things in two columns, read down the first and then down the second. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from reportlab.platypus.flowables import Flowable

#: What is taller than this in a column stands across both.
_TALLEST = 76.0
#: What is no taller than this is not parted.
_SMALL = 62.0
#: So many items are carried over at least, where as many more stay.
_CARRIED = 4


class Balanced(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Items in two columns of about the same height. On every page that it runs over it is read down, then across."""

    def __init__(self, items: Sequence[Flowable], gutter: float, air: float, after: float = 0.0) -> None:
        super().__init__()
        self._items, self._gutter, self._air = list(items), gutter, air
        self.spaceBefore, self.spaceAfter = air, after
        self._heights: list[float] = []
        self._first = 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        column = (width - self._gutter) / 2
        self._heights = [item.wrap(column, 1e6)[1] for item in self._items]
        self._first, self.height = _balance(self._heights, self._air)
        self.width = width
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """As many items as fit, on either side enough of them to stand as two columns."""
        self.wrap(width, height)
        count = len(self._items)
        if self.height <= min(_SMALL, height):
            return [self]
        if self.height <= _SMALL:
            return []
        fits = next((n for n in range(count, 0, -1) if _balance(self._heights[:n], self._air)[1] <= height), 0)
        if fits == count:
            return [self]
        if count >= 2 * _CARRIED:
            fits = min(fits, count - _CARRIED)
        if fits < 2:
            return []
        above = Balanced(self._items[:fits], self._gutter, self._air)
        above.spaceBefore = self.spaceBefore
        return [above, Balanced(self._items[fits:], self._gutter, self._air, self.spaceAfter)]

    def draw(self) -> None:
        second = (self.width + self._gutter) / 2
        for items, x in ((slice(0, self._first), 0.0), (slice(self._first, None), second)):
            y = self.height
            for item, tall in zip(self._items[items], self._heights[items], strict=True):
                y -= tall
                item.drawOn(self.canv, x, y)
                y -= self._air


def _balance(heights: Sequence[float], air: float) -> tuple[int, float]:
    """How many items stand in the first column, and the height of the taller one."""
    downs = list(accumulate((height + air for height in heights), initial=0.0))
    best = min(range(len(downs)), key=lambda n: (round(max(downs[n], downs[-1] - downs[n]), 3), -n))
    return best, max(downs[best], downs[-1] - downs[best]) - (air if heights else 0.0)


def in_two(items: Sequence[Flowable], width: float, gutter: float, air: float, after: float = 0.0) -> list[Flowable]:
    """Items in two columns; one that is long there stands across, in its place in the order."""
    column = (width - gutter) / 2
    out: list[Flowable] = []
    for short, group in _runs(items, column):
        out += [Balanced(group, gutter, air)] if short and len(group) > 1 else group
    if out:
        out[-1].spaceAfter = after
    return out


def _runs(items: Sequence[Flowable], column: float) -> Iterator[tuple[bool, list[Flowable]]]:
    group: list[Flowable] = []
    kind = True
    for item in items:
        short = item.wrap(column, 1e6)[1] <= _TALLEST
        if group and short != kind:
            yield kind, group
            group = []
        kind = short
        group.append(item)
    if group:
        yield kind, group
