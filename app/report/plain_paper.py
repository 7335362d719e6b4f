"""Papers beside the report, such as recovery sheets: a title and paragraphs a page, set with our own faces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.platypus import KeepTogether, PageBreak

from app.report import sections_style as look
from app.report.paper import build
from app.report.setting import Setter, Style

TITLE = look.TITLE
TEXT = look.LEAD
NOTE = look.NOTE
STRONG = look.WARNING
#: What somebody said, in numbered paragraphs.
SAID = look.PARAGRAPH
#: Words that are copied by hand: large, a line each.
WORDS = Style(11.5, 15.5, face="sans")


@dataclass(frozen=True, slots=True)
class Paper:
    """One page, or more where the text is long: paragraphs with their styles, and what stands at its foot.

    ``together``: so many of the last paragraphs stay on one page, so that no signature stands apart from what is signed.
    """

    paragraphs: tuple[tuple[str, Style], ...] = field(repr=False)
    foot: str = ""
    together: int = 0


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
        made = [setter.paragraph(text, style) for text, style in one.paragraphs]
        first = len(made) - one.together
        story += [*made[:first], *([KeepTogether(made[first:])] if one.together else [])]
    return build(story, setter, edges, paper=paper, title=title)[0]
