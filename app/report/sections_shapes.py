"""Small flowables of which the report's pages are built. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable

from app.report.sections_style import HAIR

#: Where this much or more is free and something still does not fit, the page is as good as empty.
_WHOLE_PAGE = 560.0


class Rule(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A line across the text block."""

    def __init__(self, before: float = 0, after: float = 0, *, color: str = HAIR, weight: float = 0.5, left: float = 0) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter = before, after
        self._color, self._weight, self._left = color, weight, left

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        self.width = width
        return width, self._weight

    def draw(self) -> None:
        self.canv.setStrokeColor(HexColor(self._color))
        self.canv.setLineWidth(self._weight)
        self.canv.line(self._left, 0, self.width, 0)


class Stack(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Flowables that stay together; only the last may be parted, after some of it stands here.

    Keeps a heading with the beginning of what it heads. Where that is more than a page, the parts go their own way.
    ``whole``: not even the last is parted before that.
    """

    def __init__(self, parts: Sequence[Flowable], *, whole: bool = False) -> None:
        super().__init__()
        self.parts, self._whole = list(parts), whole
        self._tops: list[tuple[Flowable, float]] = []

    def getSpaceBefore(self) -> float:
        return float(self.parts[0].getSpaceBefore()) if self.parts else 0.0

    def getSpaceAfter(self) -> float:
        return float(self.parts[-1].getSpaceAfter()) if self.parts else 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        self._tops = []
        total, spare = 0.0, 0.0
        for index, part in enumerate(self.parts):
            total += max(spare, float(part.getSpaceBefore())) if index else 0.0
            part.canv = getattr(self, "canv", None)
            total += part.wrap(width, 1e6)[1]
            self._tops.append((part, total))
            spare = float(part.getSpaceAfter())
        self.width, self.height = width, total
        return width, total

    def split(self, width: float, height: float) -> list[Flowable]:
        if not self.parts or (self._whole and height < _WHOLE_PAGE):
            return []
        self.wrap(width, height)
        above = self._tops[-2][1] if len(self._tops) > 1 else 0.0
        last = self.parts[-1]
        gap = max(float(self.parts[-2].getSpaceAfter()), float(last.getSpaceBefore())) if len(self.parts) > 1 else 0.0
        pieces = list(last.split(width, height - above - gap)) if height > above + gap else []
        if len(pieces) > 1:
            return [Stack([*self.parts[:-1], pieces[0]]), *pieces[1:]]
        return self._anywhere(width, height) if len(self.parts) > 1 and height >= _WHOLE_PAGE else []

    def _anywhere(self, width: float, height: float) -> list[Flowable]:
        """Part what is taller than a page where the page ends, in whichever part that is."""
        above = 0.0
        for index, (part, bottom) in enumerate(self._tops):
            if bottom > height:
                gap = max(float(self.parts[index - 1].getSpaceAfter()), float(part.getSpaceBefore())) if index else 0.0
                pieces = list(part.split(width, height - above - gap)) if height > above + gap else []
                if len(pieces) > 1:
                    return [Stack([*self.parts[:index], pieces[0]]), Stack([*pieces[1:], *self.parts[index + 1 :]])]
                return [Stack(self.parts[:index]), Stack(self.parts[index:])] if index else []
            above = bottom
        return []

    def draw(self) -> None:
        for part, bottom in self._tops:
            part.drawOn(self.canv, 0, self.height - bottom)


class Beside(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Something narrow at the left, and beside it something that may run on over pages.

    ``indent`` is free at the left, ``column`` the width of the narrow part, ``gutter`` the space after it.
    """

    def __init__(
        self,
        left: Flowable | None,
        right: Flowable | None,
        column: float,
        gutter: float,
        *,
        indent: float = 0,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__()
        self.left, self.right = left, right
        self._column, self._gutter, self._indent = column, gutter, indent
        self.spaceBefore, self.spaceAfter = before, after
        self._heights = (0.0, 0.0)

    @property
    def _start(self) -> float:
        return self._indent + self._column + self._gutter

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        left = self.left.wrap(self._column, 1e6)[1] if self.left else 0.0
        right = self.right.wrap(width - self._start, height)[1] if self.right else 0.0
        self._heights = (left, right)
        self.width, self.height = width, max(left, right)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        left = self.left.wrap(self._column, 1e6)[1] if self.left else 0.0
        if left > height:
            return self._apart(height) if height >= _WHOLE_PAGE else []
        pieces = list(self.right.split(width - self._start, height)) if self.right else []
        if len(pieces) < 2:
            return []
        options: dict[str, Any] = {"indent": self._indent}
        first = Beside(self.left, pieces[0], self._column, self._gutter, **options, before=self.spaceBefore)
        rest = [Beside(None, piece, self._column, self._gutter, **options) for piece in pieces[1:]]
        rest[-1].spaceAfter = self.spaceAfter
        return [first, *rest]

    def _apart(self, height: float) -> list[Flowable]:
        """A left part taller than a page runs down its column by itself; the right part begins beside its end."""
        assert self.left is not None
        pieces = list(self.left.split(self._column, height))
        if len(pieces) < 2:
            return []
        options: dict[str, Any] = {"indent": self._indent}
        above = [Beside(piece, None, self._column, self._gutter, **options) for piece in pieces[:-1]]
        above[0].spaceBefore = self.spaceBefore
        return [*above, Beside(pieces[-1], self.right, self._column, self._gutter, **options, after=self.spaceAfter)]

    def draw(self) -> None:
        left, right = self._heights
        if self.left:
            self.left.drawOn(self.canv, self._indent, self.height - left)
        if self.right:
            self.right.drawOn(self.canv, self._start, self.height - right)


class Bookmarked(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A heading that enters itself in the outline under its fixed words."""

    def __init__(self, part: Flowable, title: str, key: str) -> None:
        super().__init__()
        self.part, self._title, self._key = part, title, key

    def getSpaceBefore(self) -> float:
        return float(self.part.getSpaceBefore())

    def getSpaceAfter(self) -> float:
        return float(self.part.getSpaceAfter())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = self.part.wrap(width, height)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """A heading taller than a page goes on below; the outline leads to its beginning."""
        pieces = list(self.part.split(width, height))
        return [Bookmarked(pieces[0], self._title, self._key), *pieces[1:]] if len(pieces) > 1 else []

    def draw(self) -> None:
        self.canv.bookmarkPage(self._key)
        self.canv.addOutlineEntry(self._title, self._key, level=0)
        self.part.drawOn(self.canv, 0, 0)
