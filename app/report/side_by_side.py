"""Two texts beside each other with a number before them, that run on over pages together. Lengths are points."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from app.report.sections_style import NUMBER_COLUMN, PAIR_GUTTER

#: Where this much or more is free and a part still cannot be parted, no page will hold it.
_WHOLE_PAGE = 560.0
_AFTER = 7.0


class SideBySide(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A number or nothing in the margin, and two columns of one width, each hung from the top."""

    def __init__(self, number: Flowable | None, left: Flowable | None, right: Flowable | None, after: float = _AFTER) -> None:
        super().__init__()
        self._number, self._sides = number, (left, right)
        self._heights: tuple[float, ...] = ()
        self.spaceBefore, self.spaceAfter = 0.0, after

    def _column(self, width: float) -> float:
        return (width - NUMBER_COLUMN - PAIR_GUTTER) / 2

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        column = self._column(width)
        number = self._number.wrap(NUMBER_COLUMN, 1e6)[1] if self._number else 0.0
        self._heights = tuple(side.wrap(column, 1e6)[1] if side else 0.0 for side in self._sides)
        self.width, self.height = width, max(number, *self._heights)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Both go on over the page, or the one that is taller; nothing where one of them cannot be parted there."""
        self.wrap(width, height)
        column = self._column(width)
        above: list[Flowable | None] = []
        below: list[Flowable | None] = []
        for side, tall in zip(self._sides, self._heights, strict=True):
            if side is None or tall <= height:
                above.append(side)
                below.append(None)
                continue
            pieces = list(side.split(column, height))
            if len(pieces) != 2:
                if height < _WHOLE_PAGE:
                    return []
                above.append(None)  # it waits for the next page
                below.append(side)
                continue
            above.append(pieces[0])
            below.append(pieces[1])
        if not any(above) or not any(below):
            return []
        return [SideBySide(self._number, above[0], above[1], 0.0), SideBySide(None, below[0], below[1])]

    def draw(self) -> None:
        column = self._column(self.width)
        if self._number:
            self._number.drawOn(self.canv, 0, self.height - self._number.height)
        for side, tall, start in zip(self._sides, self._heights, (0.0, column + PAIR_GUTTER), strict=True):
            if side:
                side.drawOn(self.canv, NUMBER_COLUMN + start, self.height - tall)
