"""What is read back: one testimony or two languages together, and which paragraph of the other language stands beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.case import Testimony
from app.domain.date_words import date_words
from app.domain.paragraphs import paragraphs
from app.services import reading_back
from app.services.reading_back import Tally
from app.services.testimony import pair_of
from ui import vocabulary
from ui.desk import Desk
from ui.pages.readback_panels import Passed
from ui.pages.readback_passage import LONGEST
from ui.pages.readback_view import Shown

translate = QCoreApplication.translate


class ReadTexts:
    """The texts of one reading back as they stand on the desk. ``ids``: the one in which somebody worked first."""

    def __init__(self, desk: Desk, ids: Sequence[str]) -> None:
        self._desk, self.ids = desk, tuple(ids)
        self._parts: dict[str, tuple[str, list[str]]] = {}  # the text of each testimony, and its paragraphs
        self._beside: dict[int, int] = {}  # which paragraph of the other language was chosen for one of these

    @property
    def held(self) -> list[Testimony]:
        """The testimonies that are read."""
        by_id = {one.id: one for one in self._desk.case.testimonies}
        return [by_id[entry] for entry in self.ids if entry in by_id]

    @property
    def other(self) -> Testimony | None:
        """The other language: read together with this one, or shown beside it."""
        texts = self.held
        if len(texts) > 1:
            return texts[1]
        pair = pair_of(self._desk.case, texts[0]) if texts else ()
        return next((one for one in pair if one is not None and one.id != texts[0].id), None)

    def paragraphs(self, testimony: Testimony) -> list[str]:
        """The paragraphs of a text, taken apart once."""
        held = self._parts.get(testimony.id)
        if held is None or held[0] is not testimony.text:
            held = self._parts[testimony.id] = (testimony.text, paragraphs(testimony.text))
        return held[1]

    @property
    def count(self) -> int:
        """How many paragraphs are read."""
        texts = self.held
        return len(self.paragraphs(texts[0])) if texts else 0

    def tally(self) -> Tally:
        """How far it has come."""
        return reading_back.tally(self.held, self.count)

    def result(self, number: int) -> str:
        """How a paragraph stands; "" while it has no result."""
        return reading_back.together(self.held, self.count).get(number, "")

    @property
    def matched(self) -> bool:
        """Whether there is another language that has a paragraph for each of these."""
        other = self.other
        return other is not None and len(self.paragraphs(other)) == self.count

    def is_too_long(self, number: int) -> bool:
        """Whether a paragraph cannot be shown whole, in one of its languages."""
        return any(len(one.text) > LONGEST for one in self.passed(number))

    def why(self, number: int) -> str:
        """The reason of the last correction of a paragraph."""
        notes = (note for one in self.held for note in reversed(one.amendments) if note.paragraph == number)
        return next((note.why for note in notes if note.why), "")

    def beside(self, number: int) -> int:
        """The paragraph of the other language that is shown beside one of these; 0 for none."""
        other = self.other
        if other is None:
            return 0
        here, there = self.paragraphs(self.held[0]), self.paragraphs(other)
        if number in self._beside:
            return min(self._beside[number], len(there))
        # What was chosen for an earlier one holds: only what comes after the two is set against each other.
        at = max((one for one in self._beside if one < number), default=0)
        first = min(self._beside.get(at, 0), len(there))
        return first + reading_back.counterpart(here[at:], there[first:], number - at)

    def shift(self, number: int, by: int) -> None:
        """Another paragraph of the other language beside this one, where the two have not the same number of them."""
        other = self.other
        if other is not None and not self.matched and self.paragraphs(other):
            self._beside = {one: chosen for one, chosen in self._beside.items() if one <= number}
            self._beside[number] = max(1, min(self.beside(number) + by, len(self.paragraphs(other))))

    # --- in words ---

    def how(self) -> str:
        """In which language it is read back, through whom, and when."""
        held = self.held[0].readback if self.held else None
        if held is None:
            return ""
        people = {person.id: person.names[0].text for person in self._desk.case.people}
        parts = [translate("ReadBack", "in {0}").format(vocabulary.language(held.language)) if held.language else ""]
        if held.interpreter in people:
            parts.append(translate("ReadBack", "through {0}").format(f"\u2068{people[held.interpreter]}\u2069"))
        parts.append(date_words(held.on) if held.on else "")
        return translate("ReadBack", "Read back {0}").format(", ".join(part for part in parts if part))

    def shown(self, number: int) -> list[Shown]:
        """A paragraph in each language; as on the page that is written on the original stands first."""
        first, other, beside = self.held[0], self.other, self.beside(number)
        out = [Shown(_heading(first), self.paragraphs(first)[number - 1], first.lang)]
        if other is None or not beside:
            return out
        heading, there = _heading(other), self.paragraphs(other)
        if not self.matched:
            about = translate("ReadBack", "{0} · about here: paragraph {1} of {2}")
            heading = about.format(heading, beside, len(there))
        out.append(Shown(heading, there[beside - 1], other.lang))
        return out[::-1] if first.translation_of == other.id else out

    def passed(self, number: int) -> list[Passed]:
        """The same, to be corrected; the text that is read stands first."""
        first, other, beside = self.held[0], self.other, self.beside(number)
        out = [Passed(first.id, first.lang, number, self.paragraphs(first)[number - 1])]
        if other is not None and beside:
            out.append(Passed(other.id, other.lang, beside, self.paragraphs(other)[beside - 1]))
        return out


def _heading(testimony: Testimony) -> str:
    side = translate("ReadBack", "Translation") if testimony.translation_of else translate("ReadBack", "Original")
    return f"{side} · {vocabulary.language(testimony.lang)}"
