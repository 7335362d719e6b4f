"""From a disclosed view to the bytes of a PDF. The same view gives the same bytes, on any day and machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.redaction.disclosed import Disclosed
from app.report import sections_style as look
from app.report.lines import Words
from app.report.paper import FOOT, HEAD, Rendered, build
from app.report.sections import Sections
from app.report.sections_exhibits import image_digests
from app.report.setting import Setter
from app.report.texts import Texts, load_texts
from app.report.texts import fixed_phrases as phrases_of

#: What a page may be longer by, in points, and which part of the last page should be filled.
_LONGER = (0.0, 8.0, 16.0)
_LITTLE = 0.3
#: Names of no more letters than this stay on one line: any column of a table has room for them.
_LONGEST_NAME = 24


def fixed_phrases(language: str) -> tuple[str, ...]:
    """The report's own wording in one language."""
    return phrases_of(language)


#: Told how many pages are drawn of how many; of none while they are counted.
Tick = Callable[[int, int], None]


def _untold(_done: int, _total: int) -> None:
    pass


def render(view: Disclosed, *, paper: str | None = None, tick: Tick = _untold) -> Rendered:
    """Draw the report. ``paper``: letter or a4, as the view says if left out; ``tick`` is told of every page and may raise.

    Raises ``app.report.faces.MissingGlyph`` for a character that no shipped face can set.
    """
    texts = load_texts(view.language)
    # twice: the foot of each page names the number of pages, which the first drawing finds out
    words = Words([one.stands_as for one in view.people if one.named and 1 < len(one.stands_as) <= _LONGEST_NAME])
    sheet = _measured(view, texts, paper or view.paper, words, tick)
    data, drawn, _ = _build(view, texts, sheet, Setter(words=words), tick)
    numbers = tuple(texts.say("page", page=n, pages=len(drawn)) for n in range(1, len(drawn) + 1))
    images = image_digests(view.exhibits)
    return Rendered(data, drawn, images, len(drawn), (*fixed_phrases(view.language), *numbers, *_headed(view, texts)))


def _headed(view: Disclosed, texts: Texts) -> tuple[str, ...]:
    """What stands beside its own label in the title block: the recipient may be somebody on record."""
    return (f"{texts.say('block.recipient')} {view.recipient}",) if view.recipient else ()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The paper, the number of pages (0: not yet known), and by how many points the text runs on towards the foot."""

    paper: str
    pages: int = 0
    longer: float = 0.0


def _measured(view: Disclosed, texts: Texts, paper: str, words: Words, tick: Tick) -> _Sheet:
    """How many pages there will be. Where the last would hold little, pages run a line longer if that does away with it."""
    counted = {}
    for longer in _LONGER:
        _, pages, filled = _build(view, texts, _Sheet(paper, longer=longer), Setter(counting=True, words=words), tick)
        counted[longer] = _Sheet(paper, len(pages), longer)
        if filled >= _LITTLE or len(pages) < counted[_LONGER[0]].pages:
            return counted[longer]
    return counted[_LONGER[0]]


def _build(view: Disclosed, texts: Texts, sheet: _Sheet, setter: Setter, tick: Tick) -> tuple[bytes, tuple[str, ...], float]:
    """The bytes, the text of each page, and which part of the last page is filled."""

    def edges(canvas: Any, document: Any, height: float, right: float) -> None:
        tick(document.page, sheet.pages)
        mark = texts.say("identified_short") if view.identified else None
        parts = [view.case_code, texts.say(f"legend_short.{view.legend}"), mark]
        if document.page > 1:
            head = texts.say("separator").join(part for part in parts if part)
            setter.line(canvas, look.MARGIN_SIDE, height - HEAD, head, look.RUNNING)
        if sheet.pages:
            setter.line(canvas, right, FOOT, texts.say("page", page=document.page, pages=sheet.pages), look.RUNNING, "right")

    story = Sections(view, texts, setter, look.body_width(sheet.paper)).all()
    return build(story, setter, edges, paper=sheet.paper, title=texts.say("title"), lang=texts.language, longer=sheet.longer)
