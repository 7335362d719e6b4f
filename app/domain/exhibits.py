"""What of a document's pages may be shown as an exhibit, page by page, as somebody decided who looked at them.

Measures are ten-thousandths of a page's width and height as it is looked at: upright, whatever way it was scanned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

WHOLE = 10_000
MOST_BOXES = 5_000
MOST_PAGES = 2_000

#: Nobody has looked at the page yet, it may be shown with its boxes, or it is not shown at all.
OPEN, READY, OUT = "open", "ready", "out"
_KEYS = {"exhibit", "content", "page", "of", "state", "boxes", "safe", "by", "at"}


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a page; ``x`` and ``y`` are its left and upper edge."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def plain(self) -> list[int]:
        """As it is stored."""
        return [self.x, self.y, self.w, self.h]


PAGE = Box(0, 0, WHOLE, WHOLE)


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page of a document: ``page`` counts from 1 to ``of``; ``content`` is the SHA-256 of what was looked at.

    ``boxes`` are painted over. ``safe`` are places that were proposed for a box and may be seen. ``by`` and ``at`` (UTC)
    say who decided it and when.
    """

    document: str
    content: str
    page: int
    of: int
    state: str = OPEN
    boxes: tuple[Box, ...] = field(default=(), repr=False)
    safe: tuple[Box, ...] = field(default=(), repr=False)
    by: str = field(default="", repr=False)
    at: str = ""

    def plain(self) -> dict[str, Any]:
        """The shape in which it is kept."""
        return {
            "exhibit": self.document,
            "content": self.content,
            "page": self.page,
            "of": self.of,
            "state": self.state,
            "boxes": [box.plain() for box in self.boxes],
            "safe": [box.plain() for box in self.safe],
            "by": self.by,
            "at": self.at,
        }


def is_plan(plain: Mapping[str, Any]) -> bool:
    """Whether something that is kept among a case's decisions is about a page."""
    return "exhibit" in plain


def read_plan(plain: Mapping[str, Any]) -> PagePlan:
    """Build a plan from what is kept. Raises ``ValueError``, whose words repeat no content."""
    if set(plain) != _KEYS:
        raise ValueError("a key is missing or unknown")
    texts = [plain[key] for key in ("exhibit", "content", "state", "by", "at")]
    if not all(isinstance(text, str) for text in texts) or plain["state"] not in (OPEN, READY, OUT):
        raise ValueError("not the text it must be")
    page, of = whole_number(plain["page"], 1, MOST_PAGES), whole_number(plain["of"], 1, MOST_PAGES)
    if page > of:
        raise ValueError("a page after the last")
    boxes, safe = read_boxes(plain["boxes"]), read_boxes(plain["safe"])
    document, content, state, by, at = texts
    return PagePlan(document, content, page, of, state, boxes, safe, by, at)


def read_boxes(plain: object) -> tuple[Box, ...]:
    """``[[x, y, width, height], …]`` in ten-thousandths, each within the page. Raises ``ValueError``."""
    if not isinstance(plain, list) or len(plain) > MOST_BOXES:
        raise ValueError(f"boxes are a list of at most {MOST_BOXES}")
    out = []
    for one in plain:
        if not isinstance(one, list) or len(one) != 4:
            raise ValueError("a box is [x, y, width, height]")
        x, y = whole_number(one[0], 0, WHOLE - 1), whole_number(one[1], 0, WHOLE - 1)
        out.append(Box(x, y, whole_number(one[2], 1, WHOLE - x), whole_number(one[3], 1, WHOLE - y)))
    return tuple(out)


def whole_number(value: object, least: int, most: int) -> int:
    """A whole number within bounds. Raises ``ValueError``."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"not a whole number from {least} to {most}")
    return value


def all_but(box: Box) -> tuple[Box, ...]:
    """The boxes that cover a page around one rectangle."""
    around = (
        (0, 0, WHOLE, box.y),
        (0, box.bottom, WHOLE, WHOLE - box.bottom),
        (0, box.y, box.x, box.h),
        (box.right, box.y, WHOLE - box.right, box.h),
    )
    return tuple(Box(*one) for one in around if one[2] > 0 and one[3] > 0)


def plans_of(plans: Iterable[PagePlan], document: str, content: str) -> dict[int, PagePlan]:
    """The plans for one content of a document, by page."""
    return {plan.page: plan for plan in plans if (plan.document, plan.content) == (document, content)}


def with_plans(existing: Sequence[PagePlan], new: Sequence[PagePlan]) -> tuple[PagePlan, ...]:
    """Newer plans in the place of older ones for the same page, and of all that were for another content."""
    content = {plan.document: plan.content for plan in new}
    kept = {(plan.document, plan.page): plan for plan in existing if content.get(plan.document, plan.content) == plan.content}
    return tuple((kept | {(plan.document, plan.page): plan for plan in new}).values())
