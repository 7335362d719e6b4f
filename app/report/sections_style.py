"""How the report looks: sizes, colours and measures. Lengths are points."""

from __future__ import annotations

from app.report.setting import Style

PAPERS = {"letter": (612.0, 792.0), "a4": (595.276, 841.89)}
MARGIN_SIDE = 64.0
MARGIN_TOP = 74.0
MARGIN_FOOT = 68.0

INK = "#000000"
GREY = "#5F6265"
HAIR = "#B9BCBE"
ACCENT = "#1E5B69"

#: The chronology's columns: number, date, what, where, source, certainty. What is left of the width goes to what.
CHRONOLOGY = (24.0, 58.5, 0.0, 80.0, 126.0, 52.0)
CHRONOLOGY_GAP = 7.0
CHRONOLOGY_BODY = 2
#: Who took part stands in the column of what happened up to so many lines, else beneath, across the width.
MOST_PARTIES = 6
#: What happened in full: the number of the event, and beside it all that is told.
EVENT_COLUMN = 58.5
#: Facts beneath it, in two columns.
FACT_GUTTER, FACT_AIR = 16.0, 1.5
#: Lists: what something stands as, and beside it what may be said of it.
NAME_COLUMN = 120.0
TERM_COLUMN = 84.0
LABEL_COLUMN = 108.0
GUTTER = 12.0
LIST_GUTTER, LIST_AIR = 20.0, 3.0
#: What is withheld: what, why (what is left of the width), by which rule.
WITHHELD = (72.0, 0.0, 164.0)
#: The numbers of a testimony's paragraphs hang in this margin.
NUMBER_COLUMN = 30.0
#: An original and its translation beside each other.
PAIR_GUTTER = 18.0
#: A reference of more letters than this names the first and the last only.
LONGEST_REFERENCE = 48

TITLE = Style(19, 24, bold=True)
HEADING = Style(13, 17, bold=True, color=ACCENT, space_before=20, space_after=0)
LEAD = Style(10.5, 15.5, space_after=7)
REASON = Style(11.5, 16.5, italic=True, space_after=8)
ABSTRACT = Style(9.5, 13.5, hang=10, space_after=3)
NOTE = Style(9, 12.5, face="sans", color=GREY, space_after=6)
WARNING = Style(9.5, 13.5, face="sans", bold=True, space_after=8)
LEGEND = Style(8.5, 12, face="sans", bold=True, color=ACCENT, space_after=12)
EVENT_BODY = Style(9.5, 13, space_before=1, space_after=4)
EVENT_NUMBER = Style(8, 13, face="sans", bold=True)
EVENT_AGAIN = Style(8, 11.5, face="sans", color=GREY)
EVENT_HEAD = Style(10, 13)
EVENT_SAID = Style(8, 11, face="sans", color=GREY, space_after=2)
EVENT_PARTIES = Style(8.5, 11.5)
BESIDE_HEAD = Style(8, 11, face="sans", bold=True)
LINKS = Style(8, 11, face="sans", color=GREY, space_before=4)
SUBHEAD = Style(9, 12, face="sans", bold=True, space_before=10, space_after=3)
STATED = Style(8.5, 11.5, hang=10, space_after=3)
ROW_CELL = Style(8.5, 11.5, hang=6)
ROW_TEXT = Style(8.5, 11.5)
PARTIES = Style(8.5, 11.5, space_after=3)
ROW_NUMBER = Style(7.5, 11.5, face="sans", color=GREY)
ROW_DATE = Style(8, 11.5, face="sans")
ROW_AGAIN = Style(8, 11.5, face="sans", color=GREY)
FACT = Style(8.5, 11.5, hang=8)
FACT_LABEL = Style(8.5, 11.5, face="sans", color=GREY)
LABEL = Style(8, 12.5, face="sans", color=GREY)
VALUE = Style(9.5, 12.5)
CELL = Style(9.5, 13)
CLOSING = Style(9.5, 13, space_after=5)
PART = Style(8, 11, face="sans", color=GREY)
ENTRY = Style(9.5, 13, hang=10)
CELL_HEAD = Style(7.5, 10, face="sans", color=GREY)
PARAGRAPH = Style(10.5, 15.5, left=NUMBER_COLUMN, space_after=7)
SPEAKER = Style(11.5, 16, bold=True, space_before=2)
PAIRED = Style(9.5, 13.5)
PAIRED_NUMBER = Style(8, 13.5, face="sans", color="#5a5f66", align="right", right=9)
UNREAD = Style(7, 9, face="sans", color="#7a4b00", space_after=1)
RUNNING = Style(8, 10, face="sans", color=GREY)
AXIS = Style(7.5, 9, face="sans", color=GREY)
LANE = Style(8, 9.5, face="sans")
MARK = Style(7.5, 9, face="sans")


def body_width(paper: str) -> float:
    """The width of the text block. Raises ``KeyError`` for a paper that is not in ``PAPERS``."""
    return PAPERS[paper][0] - 2 * MARGIN_SIDE
