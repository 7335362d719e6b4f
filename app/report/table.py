"""A table that runs over pages: its head stands on each of them, and rows break only where they read on well.

A row is a band of cells, and beneath it whatever is too wide for a cell. Widths are fixed for a paper, so that nothing a
profile protects can move a column. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable

from app.report.sections_style import GREY, HAIR

#: A row no taller than this is never parted.
SHORT_ROW = 110.0
#: Less than this of a row is not carried over to the next page.
LEAST_CARRIED = 24.0
#: Where this much or more is free and a row still does not fit, no page will hold it.
WHOLE_PAGE = 520.0
ABOVE, BELOW = 5.0, 6.0
_BODY_GAP = 4.0
_HEAD_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of a table's columns and the gap between two of them. What stands beneath a band begins at ``body``."""

    widths: tuple[float, ...]
    gap: float
    body: int

    def starts(self) -> tuple[float, ...]:
        """The left edge of each column."""
        return tuple(accumulate((width + self.gap for width in self.widths[:-1]), initial=0.0))


class Band(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Cells side by side, each hung from the top."""

    def __init__(self, columns: Columns, cells: Sequence[Flowable | None]) -> None:
        super().__init__()
        self._columns, self.cells = columns, tuple(cells)
        self._heights: list[float] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        self._heights = [
            cell.wrap(column, 1e6)[1] if cell else 0.0 for cell, column in zip(self.cells, self._columns.widths, strict=True)
        ]
        self.width, self.height = width, max(self._heights, default=0.0)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Every cell that is taller than ``height`` goes on in a second band; nothing if one of them cannot be parted."""
        self.wrap(width, height)
        above: list[Flowable | None] = []
        below: list[Flowable | None] = []
        for cell, column, tall in zip(self.cells, self._columns.widths, self._heights, strict=True):
            pieces = list(cell.split(column, height)) if cell and tall > height else [cell]
            if len(pieces) > 2 or not pieces or (tall > height and len(pieces) < 2):
                return []
            above.append(pieces[0])
            below.append(pieces[1] if len(pieces) > 1 else None)
        return [Band(self._columns, above), Band(self._columns, below)] if any(below) else []

    def draw(self) -> None:
        for cell, start, tall in zip(self.cells, self._columns.starts(), self._heights, strict=True):
            if cell:
                cell.drawOn(self.canv, start, self.height - tall)


class Row(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A band and what stands beneath it, from the body's column to the right edge.

    ``again`` makes the cells that stand beside what is carried over to another page. ``band`` is ``None`` in what was
    carried over: there ``beside`` stands at the left of the body.
    """

    def __init__(
        self,
        columns: Columns,
        band: Band | None,
        body: Sequence[Flowable],
        again: Callable[[], Band],
        beside: Band | None = None,
    ) -> None:
        super().__init__()
        self._columns, self._band, self._body, self._again, self._beside = columns, band, list(body), again, beside
        self._bottoms: list[float] = []
        self._laid = -1.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        if self._laid != width:
            self._laid = width
            self._lay(width)
        return self.width, self.height

    def _lay(self, width: float) -> None:
        total, spare = ABOVE, 0.0
        if self._band:
            total += self._band.wrap(width, 1e6)[1]
            spare = _BODY_GAP
        self._bottoms = []
        for index, part in enumerate(self._body):
            first = index == 0 and not self._band
            total += 0.0 if first else max(spare, float(part.getSpaceBefore()))
            total += part.wrap(width - self._start, 1e6)[1]
            self._bottoms.append(total)
            spare = float(part.getSpaceAfter())
        least = ABOVE + self._beside.wrap(width, 1e6)[1] if self._beside else 0.0
        self.width, self.height = width, max(total, least) + BELOW

    @property
    def _start(self) -> float:
        return self._columns.starts()[self._columns.body]

    def split(self, width: float, height: float) -> list[Flowable]:
        """The row in two, the second without its band; nothing where it had better move on whole."""
        self.wrap(width, height)
        forced = height >= WHOLE_PAGE
        if self.height <= SHORT_ROW and not forced:
            return []
        above, below = self._parted(width, height - BELOW)
        if above and below and not forced:
            above, below = _not_too_little(above, below, width - self._start)
        if above and below:
            return [
                Row(self._columns, self._band, above, self._again, self._beside),
                Row(self._columns, None, below, self._again, self._again()),
            ]
        return self._band_parted(width, height) if forced else []

    def _parted(self, width: float, height: float) -> tuple[list[Flowable], list[Flowable]]:
        """What of the body stands above ``height`` and what below it."""
        for index, (part, bottom) in enumerate(zip(self._body, self._bottoms, strict=True)):
            if bottom <= height:
                continue
            free = height - (bottom - part.height)
            pieces = list(part.split(width - self._start, free)) if free > 0 else []
            if len(pieces) > 1:
                return [*self._body[:index], pieces[0]], [*pieces[1:], *self._body[index + 1 :]]
            return self._body[:index], self._body[index:]
        return self._body, []

    def _band_parted(self, width: float, height: float) -> list[Flowable]:
        """A band that no page holds, or that leaves a page no room for anything beneath it."""
        if not self._band:
            return []
        tall = self._band.wrap(width, 1e6)[1]
        if tall + ABOVE + BELOW > height:
            pieces = self._band.split(width, height - ABOVE - BELOW)
            if len(pieces) < 2:
                return []
            return [Row(self._columns, pieces[0], [], self._again), Row(self._columns, pieces[1], self._body, self._again)]
        below = Row(self._columns, None, self._body, self._again, self._again())
        return [Row(self._columns, self._band, [], self._again), below] if self._body else []

    def draw(self) -> None:
        top = self.height - ABOVE
        if self._band:
            self._band.drawOn(self.canv, 0, top - self._band.height)
        if self._beside:
            self._beside.drawOn(self.canv, 0, top - self._beside.height)
        for part, bottom in zip(self._body, self._bottoms, strict=True):
            part.drawOn(self.canv, self._start, self.height - bottom)


def _not_too_little(above: list[Flowable], below: list[Flowable], width: float) -> tuple[list[Flowable], list[Flowable]]:
    """Carry one part more where less than two lines would be carried."""
    while above and sum(part.wrap(width, 1e6)[1] for part in below) < LEAST_CARRIED:
        below = [above[-1], *below]
        above = above[:-1]
    return above, below


class Table(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Rows under a head. ``head`` makes the head's band, if there is one; ``open_end``: the last row goes on in another
    piece."""

    def __init__(self, head: Callable[[], Band] | None, rows: Sequence[Row], *, open_end: bool = False) -> None:
        super().__init__()
        self._make_head, self._rows, self._open_end = head, list(rows), open_end
        self._head = head() if head else None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        total = self._head_height(width)
        for row in self._rows:
            total += row.wrap(width, height)[1]
            if total > height:
                break
        self.width, self.height = width, total
        return width, total

    def __len__(self) -> int:
        return len(self._rows)

    def __bool__(self) -> bool:
        return True

    def parted(self, count: int) -> tuple[Table, Table]:
        """The first ``count`` rows, and the others under a head of their own."""
        return Table(self._make_head, self._rows[:count]), Table(self._make_head, self._rows[count:], open_end=self._open_end)

    def _head_height(self, width: float) -> float:
        return float(self._head.wrap(width, 1e6)[1]) + _HEAD_GAP if self._head else 0.0

    def split(self, width: float, height: float) -> list[Flowable]:
        used = self._head_height(width)
        for index, row in enumerate(self._rows):
            tall = row.wrap(width, height)[1]
            if used + tall <= height:
                used += tall
                continue
            pieces = row.split(width, height - used)
            above = [*self._rows[:index], *pieces[:1]]
            below = [*pieces[1:], *self._rows[index + (1 if pieces else 0) :]]
            if not above or not below:
                return []
            first = Table(self._make_head, above, open_end=bool(pieces))
            first.spaceBefore = getattr(self, "spaceBefore", 0.0)
            return [first, Table(self._make_head, below, open_end=self._open_end)]
        return [self]

    def draw(self) -> None:
        canvas, y = self.canv, self.height
        if self._head:
            y -= self._head.height
            self._head.drawOn(canvas, 0, y)
            y -= _HEAD_GAP
            self._hairline(y, GREY)
        last = len(self._rows) - 1
        for index, row in enumerate(self._rows):
            y -= row.height
            row.drawOn(canvas, 0, y)
            if index < last or not self._open_end:
                self._hairline(y, HAIR)

    def _hairline(self, y: float, color: str) -> None:
        self.canv.setStrokeColor(HexColor(color))
        self.canv.setLineWidth(0.5)
        self.canv.line(0, y, self.width, y)
