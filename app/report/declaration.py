"""A draft declaration under 28 U.S.C. 1746: a witness's confirmed testimony in numbered paragraphs, made ready to be signed.

Drawn from a disclosed view like every paper, so whoever stands by name in it does so because the view says so. First a page
for counsel, then the declaration, the certificates, and where it was asked for the testimony in its own language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reportlab.platypus import PageBreak
from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import Disclosed, DisclosedTestimony
from app.report import sections_style as look
from app.report.lines import Words
from app.report.paper import FOOT, HEAD, Rendered, build
from app.report.sections_shapes import Beside, Bookmarked, Rule, Stack
from app.report.setting import Setter, Style
from app.report.texts import fixed_phrases, load_texts

PAPER = "declaration"
WITHIN, OUTSIDE, BOTH = "within", "outside", "both"

_TITLE = replace(look.TITLE, align="center")
_LAW = replace(look.LEAD, align="center", space_before=2, space_after=18)
_BODY = replace(look.PARAGRAPH, size=11, leading=17, space_after=9)
_TEXT = replace(look.LEAD, size=11, leading=17, space_after=9)
_IF = replace(look.NOTE, space_before=2, space_after=3)
_NOTE = replace(look.CLOSING, size=10, leading=14.5, space_after=8)
_HEADING = replace(look.HEADING, space_before=0)
_LINE_LABEL = Style(9, 13, face="sans", color=look.GREY)
_LABEL, _LINE, _LINE_HEIGHT = 92.0, 262.0, 30.0


@dataclass(frozen=True, slots=True)
class Form:
    """What the declaration is to be.

    ``number`` is that of the testimony in the view, ``original`` that of the same in its own language, if it is to stand
    behind it. ``wording``: within outside both. ``certificates``: interpreter, translator. ``language`` (BCP 47) is that in
    which the testimony was given, where that may be said.
    """

    number: int
    wording: str = BOTH
    identified: bool = False
    original: int | None = None
    certificates: tuple[str, ...] = ()
    language: str | None = None


def words(language: str) -> Mapping[str, object]:
    """The fixed words of a declaration."""
    return load_texts(language, PAPER).table


def draw(view: Disclosed, form: Form, *, paper: str = "letter") -> Rendered:
    """Draw it. The same view and form give the same bytes. Raises ``app.report.faces.MissingGlyph``."""
    texts = load_texts(view.language, PAPER)
    held = Words()
    _, pages, _ = _build(view, form, paper, 0, Setter(counting=True, words=held))
    count = len(pages)
    data, drawn, _ = _build(view, form, paper, count, Setter(words=held))
    numbers = tuple(texts.say("page", page=n, pages=count) for n in range(1, count + 1))
    return Rendered(data, drawn, (), count, (*fixed_phrases(view.language, PAPER), *fixed_phrases(view.language), *numbers))


def _build(view: Disclosed, form: Form, paper: str, count: int, setter: Setter) -> tuple[bytes, tuple[str, ...], float]:
    texts = load_texts(view.language, PAPER)

    def edges(canvas: Any, document: Any, height: float, right: float) -> None:
        mark = texts.say("head.identified" if form.identified else "head.redacted")
        head = texts.say("separator").join((texts.say("head.draft"), mark))
        setter.line(canvas, look.MARGIN_SIDE, height - HEAD, head, look.RUNNING)
        if count:
            setter.line(canvas, right, FOOT, texts.say("page", page=document.page, pages=count), look.RUNNING, "right")

    story = list(_Declaration(view, form, setter).all())
    return build(story, setter, edges, paper=paper, title=texts.say("document"), lang=texts.language)


class _Declaration:
    def __init__(self, view: Disclosed, form: Form, setter: Setter) -> None:
        self._form, self._setter = form, setter
        self._view = view
        self._texts = load_texts(view.language, PAPER)
        self._report = load_texts(view.language)
        self._told = next(one for one in view.testimonies if one.number == form.number)
        self._marks = 0

    def all(self) -> Iterator[Flowable]:
        yield from self._notes()
        yield PageBreak()
        yield from self._declaration()
        for which in self._form.certificates:
            yield PageBreak()
            yield from self._certificate(which)
        original = next((one for one in self._view.testimonies if one.number == self._form.original), None)
        if original is not None:
            yield PageBreak()
            yield from self._original(original)

    # -- the page for counsel --------------------------------------------------------------------------------------------

    def _notes(self) -> Iterator[Flowable]:
        texts, form = self._texts, self._form
        yield self._heading(texts.say("section.notes"), _HEADING)
        yield Rule(3, 10)
        yield self._text(texts.say("notes.lead"), look.WARNING)
        lines = [*texts.lines("notes.text"), texts.say(f"notes.{form.wording}")]
        lines.append(texts.say("notes.identified" if form.identified else "notes.redacted"))
        if any(paragraph.unread for paragraph in self._told.paragraphs):
            lines.append(texts.say("notes.unread"))
        if form.certificates:
            lines.append(texts.say("notes.certificates"))
        style = replace(_NOTE, left=look.NUMBER_COLUMN)
        yield from (self._setter.numbered(str(n), line, style) for n, line in enumerate(lines, 1))
        if not form.identified:
            yield self._text(texts.say("notes.pseudonymised"), look.WARNING)

    # -- the declaration -------------------------------------------------------------------------------------------------

    def _declaration(self) -> Iterator[Flowable]:
        texts = self._texts
        yield self._heading(texts.say("title", who=self._told.who), _TITLE, texts.say("section.declaration"))
        yield self._text(texts.say("law"), _LAW)
        first, *rest = self._paragraphs(self._told)
        yield Stack([self._text(texts.say("opening", who=self._told.who), _TEXT), first])
        yield from rest[:-1]
        # a signature never stands on a page without anything of what is signed
        yield Stack([*rest[-1:], *self._oath()], whole=True)

    def _paragraphs(self, testimony: DisclosedTestimony) -> list[Flowable]:
        note = self._texts.say("unread")
        return [
            self._setter.numbered(str(one.n), one.text, _BODY, note if one.unread else None, lang=testimony.lang)
            for one in testimony.paragraphs
        ]

    def _oath(self) -> Iterator[Flowable]:
        texts, wording = self._texts, self._form.wording
        yield Rule(6, 8)
        if wording == BOTH:
            for which in (WITHIN, OUTSIDE):
                yield self._text(texts.say(f"oath.{which}_if"), _IF)
                yield self._text(texts.say(f"oath.{which}"), _TEXT)
            yield self._text(texts.say("oath.strike"), _IF)
        else:
            yield self._text(texts.say(f"oath.{wording}"), _TEXT)
        yield self._blank("executed")
        yield self._blank("place")
        yield self._blank("signature", beneath=self._told.who)

    # -- what stands behind it -------------------------------------------------------------------------------------------

    def _certificate(self, which: str) -> Iterator[Flowable]:
        texts, language = self._texts, self._form.language
        named = self._report.language_name(language.split("-", maxsplit=1)[0]) if language else None
        yield self._heading(texts.say(f"section.{which}"), _HEADING)
        yield Rule(3, 10)
        yield self._text(texts.say("certificate.warning"), look.WARNING)
        slots = {"who": self._told.who, "language": named or texts.say("certificate.other_language")}
        foreign = self._told.lang.split("-", maxsplit=1)[0] != texts.language
        key = "translator_attached" if which == "translator" and foreign else which
        yield self._text(texts.say(f"certificate.{key}", **slots), _TEXT)
        if named is None:
            yield self._blank("language")
        for line in ("signature", "name", "address", "telephone", "date"):
            yield self._blank(line)

    def _original(self, testimony: DisclosedTestimony) -> Iterator[Flowable]:
        texts = self._texts
        language = self._report.language_name(testimony.lang)
        first, *rest = self._paragraphs(testimony)
        yield Stack(
            [
                self._heading(texts.say("section.original", language=language), _HEADING),
                Rule(3, 8),
                self._text(texts.word("status", testimony.status), look.NOTE),
                first,
            ]
        )
        yield from rest

    # -- pieces ----------------------------------------------------------------------------------------------------------

    def _text(self, text: str, style: Style) -> Flowable:
        return self._setter.paragraph(text, style)

    def _heading(self, text: str, style: Style, outline: str = "") -> Flowable:
        self._marks += 1
        return Bookmarked(self._text(text, style), outline or text, f"d{self._marks}")

    def _blank(self, line: str, beneath: str = "") -> Flowable:
        """A label and a line to write on; ``beneath``: who signs there."""
        label = self._text(self._texts.say(f"line.{line}"), _LINE_LABEL)
        parts: list[Flowable] = [_Line(_LINE)]
        if beneath:
            parts.append(self._text(beneath, look.CELL))
        return Beside(label, Stack(parts), _LABEL, look.GUTTER, before=_LINE_HEIGHT - 13)


class _Line(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A line to write on, beside the foot of its label."""

    def __init__(self, length: float) -> None:
        super().__init__()
        self._length = length
        self.spaceAfter = 2

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        self.width = min(width, self._length)
        return self.width, 12.0

    def draw(self) -> None:
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 0, self.width, 0)
