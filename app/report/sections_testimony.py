"""Testimonies in numbered paragraphs; an original and its translation side by side, paragraph by paragraph.

Where the two do not have the same paragraphs, they stand one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import DisclosedParagraph, DisclosedTestimony
from app.report import sections_style as look
from app.report.references import References
from app.report.sections_shapes import Stack
from app.report.setting import Setter, Style
from app.report.side_by_side import SideBySide
from app.report.texts import Texts


class Testimonies:
    """Makes the sections of testimonies: a title each, and its parts."""

    def __init__(self, texts: Texts, setter: Setter, references: References) -> None:
        self._texts, self._setter, self._references = texts, setter, references
        self._drawn: frozenset[int | None] = frozenset()  # their numbers

    def sections(self, testimonies: Sequence[DisclosedTestimony]) -> Iterator[tuple[str, list[Flowable]]]:
        """Title and parts of each, in the order of the view; an original at the place of its translation."""
        by_number = {testimony.number: testimony for testimony in testimonies}
        self._drawn = frozenset(by_number)
        beside: dict[int, DisclosedTestimony] = {}
        for one in testimonies:
            original = by_number.get(one.translation_of or 0)
            if original and original.number not in {other.number for other in beside.values()} and _alike(one, original):
                beside[one.number] = original
        drawn = {original.number for original in beside.values()}
        for one in testimonies:
            if one.number in beside:
                yield self._pair(one, beside[one.number])
            elif one.number not in drawn:
                yield self._alone(one)

    def _alone(self, one: DisclosedTestimony) -> tuple[str, list[Flowable]]:
        texts = self._texts
        parts: list[Flowable] = []
        for paragraph in one.paragraphs:
            note = self._note(paragraph)
            parts.append(self._setter.numbered(str(paragraph.n), paragraph.text, look.PARAGRAPH, note, lang=one.lang))
        opening = [self._who(one), self._text(self._about(one), look.NOTE)]
        return texts.say("section.testimony", n=one.number), [Stack([*opening, *parts[:1]]), *parts[1:]]

    def _pair(self, translation: DisclosedTestimony, original: DisclosedTestimony) -> tuple[str, list[Flowable]]:
        texts = self._texts
        heads = [
            self._text(texts.say("testimony.column", n=one.number, language=texts.language_name(one.lang)), look.CELL_HEAD)
            for one in (translation, original)
        ]
        opening: list[Flowable] = [self._who(translation)]
        for one in (translation, original):
            opening.append(
                self._text(texts.say("testimony.which", n=one.number) + texts.say("gap") + self._about(one), look.NOTE)
            )
        opening.append(SideBySide(None, *heads))
        rows = [
            SideBySide(
                self._text(str(left.n), look.PAIRED_NUMBER),
                self._paired(left, translation.lang),
                self._paired(right, original.lang),
            )
            for left, right in zip(translation.paragraphs, original.paragraphs, strict=True)
        ]
        title = texts.say("section.testimony_pair", n=translation.number, m=original.number)
        return title, [Stack([*opening, *rows[:1]]), *rows[1:]]

    def _paired(self, paragraph: DisclosedParagraph, lang: str) -> Flowable:
        note = self._note(paragraph)
        text = self._setter.paragraph(paragraph.text, look.PAIRED, lang=lang)
        return Stack([self._text(note, look.UNREAD), text]) if note else text

    def _note(self, paragraph: DisclosedParagraph) -> str | None:
        return self._texts.say("testimony.unread").lower() if paragraph.unread else None

    def _who(self, one: DisclosedTestimony) -> Flowable:
        return self._text(self._texts.say("testimony.of", who=one.who), look.SPEAKER)

    def _about(self, one: DisclosedTestimony) -> str:
        """In which language, when, how it was taken down and read back."""
        texts = self._texts
        facts = [texts.say("testimony.original_language", language=texts.language_name(one.lang))]
        if one.date:
            facts.append(texts.say("testimony.given", date=one.date))
        lines = [texts.say("list_separator").join(facts) + texts.say("stop")]
        if one.through_interpreter:
            lines.append(texts.say("testimony.interpreter"))
        if one.translation_of in self._drawn:
            lines.append(texts.say("testimony.translation", n=one.translation_of))
        if one.record:
            lines.append(texts.word("record", one.record))
        lines.append(texts.word("status", one.status))
        unread = [paragraph.n for paragraph in one.paragraphs if paragraph.unread]
        if unread and len(unread) < len(one.paragraphs):
            lines.append(texts.say("testimony.unread_some", paragraphs=self._references.paragraphs(unread)))
        return texts.say("sentence_separator").join(lines)

    def _text(self, text: str, style: Style) -> Flowable:
        return self._setter.paragraph(text, style)


def _alike(one: DisclosedTestimony, other: DisclosedTestimony) -> bool:
    return len(one.paragraphs) == len(other.paragraphs)
