"""How the report looks: sizes, colours and measures. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence

from app.report.setting import Style

PAPERS = {"letter": (612.0, 792.0), "a4": (595.276, 841.89)}
MARGIN_SIDE = 72.0
MARGIN_TOP = 82.0
MARGIN_FOOT = 76.0

INK = "#000000"
GREY = "#5F6265"
HAIR = "#B9BCBE"
ACCENT = "#1E5B69"

#: The chronology: the date at the left, what happened beside it, and within that labels beside their values.
DATE_COLUMN = 80.0
LABEL_COLUMN = 108.0
GUTTER = 12.0
#: The numbers of a testimony's paragraphs hang in this margin.
NUMBER_COLUMN = 30.0

TITLE = Style(19, 24, bold=True)
HEADING = Style(13, 17, bold=True, color=ACCENT, space_before=20, space_after=0)
SUBTITLE = Style(9, 12.5, face="sans", color=GREY, space_after=3)
BODY = Style(10.5, 15, space_after=6)
PLAIN = Style(10.5, 15)
LEAD = Style(10.5, 15.5, space_after=7)
REASON = Style(11.5, 16.5, italic=True, space_after=8)
NOTE = Style(9, 12.5, face="sans", color=GREY, space_after=6)
WARNING = Style(9.5, 13.5, face="sans", bold=True, space_after=8)
LEGEND = Style(8.5, 12, face="sans", bold=True, color=ACCENT, space_after=12)
EVENT_TITLE = Style(10.5, 14, bold=True)
EVENT_DATE = Style(8.5, 14, face="sans")
EVENT_BODY = Style(10, 13.5, space_before=2, space_after=3)
LABEL = Style(8, 12.5, face="sans", color=GREY)
VALUE = Style(9.5, 12.5)
QUOTE = Style(9.5, 12.5, italic=True)
CELL = Style(9.5, 13)
CELL_HEAD = Style(8, 11, face="sans", color=GREY)
PARAGRAPH = Style(10.5, 15.5, left=NUMBER_COLUMN, space_after=7)
RUNNING = Style(8, 10, face="sans", color=GREY)
AXIS = Style(7.5, 9, face="sans", color=GREY)
LANE = Style(8, 9.5, face="sans")
MARK = Style(7.5, 9, face="sans")


def body_width(paper: str) -> float:
    """The width of the text block. Raises ``KeyError`` for a paper that is not in ``PAPERS``."""
    return PAPERS[paper][0] - 2 * MARGIN_SIDE


def columns(total: float, shares: Sequence[float]) -> list[float]:
    """A width parted in the proportion of ``shares``."""
    return [total * share / sum(shares) for share in shares]
