"""Where an entry is referred to, in words: what is in the way of removing it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication

from app.domain.case import Case
from app.services.work import references_to

translate = QCoreApplication.translate


def where_referred(case: Case, entry_id: str) -> str:
    """ "2 events, 1 consent"; empty where nothing refers to the entry."""
    words = {
        "case": (translate("references", "the case facts"), translate("references", "the case facts")),
        "people": (translate("references", "1 person"), translate("references", "{0} people")),
        "places": (translate("references", "1 place"), translate("references", "{0} places")),
        "organizations": (translate("references", "1 organisation"), translate("references", "{0} organisations")),
        "events": (translate("references", "1 event"), translate("references", "{0} events")),
        "testimonies": (translate("references", "1 testimony"), translate("references", "{0} testimonies")),
        "documents": (translate("references", "1 document"), translate("references", "{0} documents")),
        "consents": (translate("references", "1 consent"), translate("references", "{0} consents")),
    }
    held = Counter(kind for kind, _ in {(spot.kind, spot.id) for spot in references_to(case, entry_id)})
    return ", ".join(words[kind][count > 1].format(count) for kind, count in held.items())
