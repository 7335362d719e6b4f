"""Removing an entry: what is lost is said first; where others still refer to it, the dialog leads there instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.case import Case, Person
from app.services import registry
from app.services.registry import Entry
from ui.look import Look
from ui.pages import people_words
from ui.pages.people_words import isolated
from ui.widgets.dialogs import Panel
from ui.widgets.rows import Line, RowList

translate = QCoreApplication.translate

_PAGES = {
    "people": "people",
    "places": "people",
    "organizations": "people",
    "events": "events",
    "testimonies": "testimony",
    "documents": "documents",
    "consents": "consent",
    "case": "overview",
}


class StillNamed(Panel):
    """Says where others refer to an entry, and goes there."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        case: Case,
        one: Entry,
        spots: Sequence[tuple[str, str]],
        go: Callable[[str, str], None],
    ) -> None:
        name = isolated(registry.first_name(one))
        title = translate("people", "{0} cannot be removed yet").format(name)
        lead = translate("people", "Others on record refer to this entry. Change them first; nothing was removed.")
        super().__init__(look, parent, title, translate("people", "Go there"), lead=lead)
        self._go = go
        self.list = RowList(look, translate("people", "Where it is referred to"), height=36, parent=self)
        lines = [Line(f"{_PAGES[kind]} {entry_id}", *spot_words(case, kind, entry_id)) for kind, entry_id in spots]
        self.list.show_lines(lines)
        self.list.choose(lines[0].key)
        self.list.opened.connect(lambda _key: self.take_step())
        look.fit(self.list, lambda: self.list.setFixedHeight(look.px(min(len(lines), 6) * 48 + 2)))
        self.body.addWidget(self.list)
        self.list.setFocus()

    def take_step(self) -> None:
        page, _, entry_id = self.list.key.partition(" ")
        self.accept()
        self._go(page, entry_id)


def spot_words(case: Case, kind: str, entry_id: str) -> tuple[str, str]:
    """What an entry that refers is called, and what it is."""
    if kind == "case":
        return translate("people", "The case itself"), translate("people", "counsel, or who placed the hold")
    if kind in registry.KINDS:
        other = registry.entry(case, entry_id)
        return (isolated(registry.written(other)), people_words.kind_words(other)) if other is not None else (kind, "")
    for event in case.events:
        if event.id == entry_id:
            return people_words.event_words(event), translate("people", "event")
    for testimony in case.testimonies:
        if testimony.id == entry_id:
            return people_words.testimony_words(testimony), ""
    for document in case.documents:
        if document.id == entry_id:
            return isolated(document.title), translate("people", "document")
    for consent in case.consents:
        if consent.id == entry_id:
            return translate("people", "Consent of {0}").format(people_words.date(consent.given_on)), ""
    return kind, ""


def what_is_lost(one: Entry) -> str:
    """What goes with an entry, in words."""
    parts = [_count(len(one.names), translate("people", "1 spelling"), translate("people", "{0} spellings"))]
    if isinstance(one, Person):
        numbers = len(one.contacts) + len(one.identifiers)
        parts.append(
            _count(numbers, translate("people", "1 contact or number"), translate("people", "{0} contacts and numbers"))
        )
        parts.append(_count(len(one.at_risk), translate("people", "1 risk"), translate("people", "{0} risks")))
    lost = ", ".join(part for part in parts if part)
    return translate(
        "people",
        "With it go {0}. These names will no longer be found and masked in testimony. "
        "Ctrl+Z brings the entry back; the history keeps its wording.",
    ).format(lost)


def _count(number: int, one: str, several: str) -> str:
    return "" if number == 0 else one if number == 1 else several.format(number)
