"""The testimonies of a case as they are chosen from: each original with whose words it holds, its language and its day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.case import Case, Testimony
from app.domain.date_words import date_words
from app.services.testimony import is_fixed, pair_of
from ui import vocabulary
from ui.page import Hints

translate = QCoreApplication.translate

#: In a text Ctrl+Z is the text's own: what was saved of the testimony and around it has keys apart.
TAKE_BACK, BRING_AGAIN = "F11", "Shift+F11"


def testimony_hints(shown: Sequence[Testimony]) -> Hints:
    """The keys of the page, for the bar at its foot: what they do depends on which testimonies are in sight."""
    if not shown:
        return ((("Ctrl+N",), translate("TestimonyPage", "begin a testimony, or enter one from paper")),)
    out: list[tuple[tuple[str, ...], str]] = [
        (("Ctrl+S",), translate("TestimonyPage", "save")),
        (("Return",), translate("TestimonyPage", "next paragraph")),
        (("Tab",), translate("TestimonyPage", "the other language")),
        (("F2",), translate("TestimonyPage", "who is it")),
        (("Ctrl+Z",), translate("TestimonyPage", "undo")),
        ((TAKE_BACK,), translate("TestimonyPage", "take back what was saved")),
    ]
    if any(is_fixed(testimony) for testimony in shown):
        out.append((("Ctrl+Shift+P",), translate("TestimonyPage", "statement to be signed")))
    if any(is_on_paper(testimony) and not is_fixed(testimony) for testimony in shown):
        letters = (("Ctrl+Shift+N",), translate("TestimonyPage", "names for the letters"))
        out.insert(1, letters)  # the bar drops what has no room
    return tuple(out)


def is_on_paper(testimony: Testimony) -> bool:
    """Whether it was taken on paper first."""
    return bool(testimony.interview and testimony.interview.taken_on_paper)


def testimony_rows(case: Case) -> list[tuple[str, str]]:
    """``(id, words)`` of every testimony that translates no other of the case."""
    rows = []
    names = {person.id: person.names[0].text for person in case.people}
    for number, testimony in enumerate(case.testimonies, 1):
        original, _ = pair_of(case, testimony)
        if original is testimony or original is None:
            rows.append((testimony.id, _words(names, number, testimony)))
    return rows


def _words(names: dict[str, str], number: int, testimony: Testimony) -> str:
    when = testimony.interview.date if testimony.interview else None
    parts = [
        translate("TestimonyPage", "{0}. {1}").format(number, names.get(testimony.person, "")),
        vocabulary.language(testimony.lang),
        date_words(when) if when else "",
    ]
    return " · ".join(part for part in parts if part)
