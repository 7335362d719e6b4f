"""From a disclosed view to the bytes of a PDF. The same view gives the same bytes, on any day and machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from app.redaction.disclosed import Disclosed
from app.report import sections_style as look
from app.report.lines import Words
from app.report.sections import Sections
from app.report.setting import Setter
from app.report.texts import Texts, load_texts
from app.report.texts import fixed_phrases as phrases_of

_HEAD = 44.0  # from the upper edge of the paper to the running head
_FOOT = 38.0
#: What a page may be longer by, in points, and which part of the last page should be filled.
_LONGER = (0.0, 8.0, 16.0)
_LITTLE = 0.3


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished report.

    ``expected`` is, page by page, the text meant to be there, in drawing order; ``images`` the SHA-256 of every image
    placed; ``fixed_phrases`` the report's own wording, which is no part of any case.
    """

    data: bytes = field(repr=False)
    expected: tuple[str, ...] = field(repr=False)
    images: tuple[str, ...]
    pages: int
    fixed_phrases: tuple[str, ...] = field(repr=False)


def fixed_phrases(language: str) -> tuple[str, ...]:
    """The report's own wording in one language."""
    return phrases_of(language)


def render(view: Disclosed, *, paper: str = "letter") -> Rendered:
    """Draw the report. ``paper``: letter or a4.

    Raises ``app.report.faces.MissingGlyph`` for a character that no shipped face can set.
    """
    texts = load_texts(view.language)
    # twice: the foot of each page names the number of pages, which the first drawing finds out
    words = Words()
    sheet = _measured(view, texts, paper, words)
    data, drawn, _ = _build(view, texts, sheet, Setter(words=words))
    numbers = tuple(texts.say("page", page=n, pages=len(drawn)) for n in range(1, len(drawn) + 1))
    return Rendered(data, drawn, (), len(drawn), (*fixed_phrases(view.language), *numbers, *_headed(view, texts)))


def _headed(view: Disclosed, texts: Texts) -> tuple[str, ...]:
    """What stands beside its own label in the title block: the recipient may be somebody on record."""
    return (f"{texts.say('block.recipient')} {view.recipient}",) if view.recipient else ()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The paper, the number of pages (0: not yet known), and by how many points the text runs on towards the foot."""

    paper: str
    pages: int = 0
    longer: float = 0.0


def _measured(view: Disclosed, texts: Texts, paper: str, words: Words) -> _Sheet:
    """How many pages there will be. Where the last would hold little, pages run a line longer if that does away with it."""
    counted = {}
    for longer in _LONGER:
        _, pages, filled = _build(view, texts, _Sheet(paper, longer=longer), Setter(counting=True, words=words))
        counted[longer] = _Sheet(paper, len(pages), longer)
        if filled >= _LITTLE or len(pages) < counted[_LONGER[0]].pages:
            return counted[longer]
    return counted[_LONGER[0]]


def _build(view: Disclosed, texts: Texts, sheet: _Sheet, setter: Setter) -> tuple[bytes, tuple[str, ...], float]:
    """The bytes, the text of each page, and which part of the last page is filled."""
    width, height = look.PAPERS[sheet.paper]
    out = BytesIO()
    template = BaseDocTemplate(
        out, pagesize=(width, height), title=texts.say("title"), author="", subject="", creator="Affiant",
        producer="Affiant", keywords="", lang=texts.language, initialFontName=setter.canvas_options()["initialFontName"],
    )  # fmt: skip
    foot = look.MARGIN_FOOT - sheet.longer
    frame = Frame(
        look.MARGIN_SIDE, foot, width - 2 * look.MARGIN_SIDE, height - look.MARGIN_TOP - foot,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip

    def edges(canvas: Any, document: Any) -> None:
        right = width - look.MARGIN_SIDE
        parts = [view.case_code, texts.say(f"legend_short.{view.legend}")]
        if document.page > 1:
            head = texts.say("separator").join(part for part in parts if part)
            setter.line(canvas, look.MARGIN_SIDE, height - _HEAD, head, look.RUNNING)
        if sheet.pages:
            setter.line(canvas, right, _FOOT, texts.say("page", page=document.page, pages=sheet.pages), look.RUNNING, "right")

    template.addPageTemplates([PageTemplate(id="page", frames=[frame], onPage=edges)])
    story = Sections(view, texts, setter, look.body_width(sheet.paper)).all()
    template.build(story, canvasmaker=setter.canvas_maker())
    return out.getvalue(), setter.pages(), 1 - (frame._y - foot) / frame._height
