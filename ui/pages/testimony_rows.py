"""The testimonies of a case as they are chosen from: each original with whose words it holds, its language and its day."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.case import Case, Testimony
from app.domain.date_words import date_words
from app.services.testimony import pair_of
from ui import vocabulary

translate = QCoreApplication.translate


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
