"""Papers beside the report, such as recovery sheets: a title and paragraphs a page, set with our own faces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.platypus import KeepTogether, PageBreak

from app.report import sections_style as look
from app.report.paper import build
from app.report.paper_rules import Drawn, flowable
from app.report.setting import Setter, Style

TITLE = look.TITLE
TEXT = look.LEAD
NOTE = look.NOTE
STRONG = look.WARNING
HEAD = Style(11.5, 15, bold=True, color=look.ACCENT, space_before=6, space_after=2, keep_with_next=True)
#: Papers that are filled in or read out beside a person: a page each where that can be.
CLOSE = Style(10, 13.5, space_after=4)
ASKED = Style(10, 13.5, left=22, space_after=3)
UNDER = Style(8, 11, face="sans", color=look.GREY, left=22, space_after=5)
#: What somebody said, in numbered paragraphs.
SAID = look.PARAGRAPH
#: Words that are copied by hand: large, a line each.
WORDS = Style(11.5, 15.5, face="sans")


@dataclass(frozen=True, slots=True)
class Paper:
    """One page, or more where the text is long: paragraphs with their styles, and what stands at its foot.

    Among them may stand what is filled in by hand (``paper_rules``). ``lang`` (BCP 47) chooses between Chinese faces.

    ``together``: so many of the last paragraphs stay on one page, so that no signature stands apart from what is signed.
    """

    paragraphs: tuple[tuple[str, Style] | Drawn, ...] = field(repr=False)
    foot: str = ""
    together: int = 0
    lang: str = ""


def draw(papers: Sequence[Paper], title: str, *, paper: str = "a4", foot: Callable[[int], str] | None = None) -> bytes:
    """The PDF. ``title`` is its own title, which says nothing of any case. Raises ``faces.MissingGlyph``.

    ``foot`` gives what stands at the foot of each page, by its number, in place of that of the papers.
    """
    setter = Setter()
    feet = iter([one.foot for one in papers])

    def edges(canvas: Any, _document: Any, _height: float, _right: float) -> None:
        text = foot(canvas.getPageNumber()) if foot is not None else next(feet, "")
        setter.line(canvas, look.MARGIN_SIDE, look.MARGIN_FOOT / 2, text, look.RUNNING)

    story: list[Any] = []
    for number, one in enumerate(papers):
        if number:
            story.append(PageBreak())
        made = [
            setter.paragraph(*part, one.lang) if isinstance(part, tuple) else flowable(part, setter, one.lang)
            for part in one.paragraphs
        ]
        first = len(made) - one.together
        story += [*made[:first], *([KeepTogether(made[first:])] if one.together else [])]
    return build(story, setter, edges, paper=paper, title=title)[0]
