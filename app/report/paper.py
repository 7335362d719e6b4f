"""From flowables to the bytes of a PDF: one page template, fixed metadata, nothing of reportlab's own in the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from app.report import sections_style as look
from app.report.setting import Setter

HEAD = 44.0  # from the upper edge of the paper to the running head
FOOT = 38.0
#: ``(canvas, document, height of the paper, right edge of the text)``: draws the head and foot of a page.
Edges = Callable[[Any, Any, float, float], None]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished paper.

    ``expected`` is, page by page, the text meant to be there, in drawing order; ``images`` the SHA-256 of every image
    placed; ``fixed_phrases`` the paper's own wording, which is no part of any case.
    """

    data: bytes = field(repr=False)
    expected: tuple[str, ...] = field(repr=False)
    images: tuple[str, ...]
    pages: int
    fixed_phrases: tuple[str, ...] = field(repr=False)


def build(
    story: Sequence[Flowable],
    setter: Setter,
    edges: Edges,
    *,
    paper: str,
    title: str,
    lang: str | None = None,
    longer: float = 0.0,
) -> tuple[bytes, tuple[str, ...], float]:
    """The bytes, the text of each page, and which part of the last page is filled.

    ``title`` is the PDF's own, which says nothing of any case; ``longer``: by how many points the text runs on towards
    the foot.
    """
    width, height = look.PAPERS[paper]
    out = BytesIO()
    template = BaseDocTemplate(
        out, pagesize=(width, height), title=title, author="", subject="", creator="Affiant", producer="Affiant",
        keywords="", lang=lang, initialFontName=setter.canvas_options()["initialFontName"],
    )  # fmt: skip
    foot = look.MARGIN_FOOT - longer
    frame = Frame(
        look.MARGIN_SIDE, foot, width - 2 * look.MARGIN_SIDE, height - look.MARGIN_TOP - foot,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip

    def on_page(canvas: Any, document: Any) -> None:
        edges(canvas, document, height, width - look.MARGIN_SIDE)

    template.addPageTemplates([PageTemplate(id="page", frames=[frame], onPage=on_page)])
    template.build(list(story), canvasmaker=setter.canvas_maker())
    return out.getvalue(), setter.pages(), 1 - (frame._y - foot) / frame._height
