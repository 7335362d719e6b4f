"""Search as one types, over everything on record: every kind of entry is found, by any part of its words, and opened."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.case import (
    CaseInfo,
    Consent,
    Document,
    Event,
    Interview,
    Name,
    Organization,
    Person,
    Place,
    Risk,
)  # fmt: skip
from tests.ui.hands import Hands
from tests.ui.testimony_driver import put, said
from ui.case_frame import CaseFrame
from ui.search import SearchPanel

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
WORD = "Quillon"
#: Each entry holds the word somewhere else; the last part is the path at which it stands.
HOLDING: dict[str, tuple[str, tuple[str, object]]] = {
    "a matter": ("case", ("case", CaseInfo("LARCH", "2021-07-02", matters=(WORD,)))),
    "a second spelling": ("people", ("people", Person("p2", (Name("Li"), Name(WORD))))),
    "why somebody is at risk": ("people", ("people", Person("p2", (Name("Li"),), at_risk=(Risk(None, f"said {WORD}"),)))),
    "a place": ("places", ("places", Place("l1", (Name(WORD),)))),
    "an organization": ("organizations", ("organizations", Organization("o1", (Name(f"{WORD} police"),)))),
    "an account": ("events", ("events", Event("e1", "detention", account=f"They held me at {WORD}."))),
    "exact words": ("events", ("events", Event("e1", "family-threat", fields={"exact_words": f"“{WORD}!”"}))),
    "a note of the interviewer": ("events", ("events", Event("e1", "detention", fields={"interviewer_note": WORD}))),
    "words of a testimony": ("testimonies", ("testimonies", said(f"One.\n\nTwo {WORD}."))),
    "a fact of an interview": ("testimonies", ("testimonies", said("One.", interview=Interview(aftercare=f"to {WORD}")))),
    "a document’s title": ("documents", ("documents", Document("d1", f"Letter from {WORD}"))),
    "a document’s note": ("documents", ("documents", Document("d1", "Letter", note=WORD))),
    "a consent’s doubts": ("consents", ("consents", Consent("c1", "p1", "press", "press", "none", "2021-07-02", doubts=WORD))),
}
PAGES = {"case": "overview", "places": "people", "organizations": "people", "testimonies": "testimony", "consents": "consent"}


@pytest.fixture
def vault_kind() -> str:
    return "begun"


def panel_with(qtbot: QtBot, frame: CaseFrame, text: str, count: int) -> tuple[Hands, Any]:
    """The panel with this typed, and so many places found."""
    frame.window().activateWindow()
    qtbot.waitUntil(frame.window().isActiveWindow)
    hands = Hands(qtbot)
    hands.press(Key.Key_K, Ctrl)
    panel = hands.until(SearchPanel)
    hands.type(text)
    qtbot.waitUntil(lambda: len(panel.results.found) == count and "place" in panel.said.text())
    return hands, panel


@pytest.mark.parametrize("where", HOLDING)
def test_every_text_of_every_kind_of_entry_is_found_by_its_beginning_and_opened(
    qtbot: QtBot, frame: CaseFrame, where: str
) -> None:
    kind, entry = HOLDING[where]
    put(qtbot, frame.desk, ("people", Person("p1", (Name("Han Keyu"),), ("witness",))), entry)
    frame.go("history")
    hands, panel = panel_with(qtbot, frame, "quill", 1)
    assert panel.results.found[0].kind == kind
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: frame.page_key == PAGES.get(kind, kind))


def test_what_was_changed_or_taken_back_is_found_as_it_stands_now(qtbot: QtBot, frame: CaseFrame) -> None:
    put(qtbot, frame.desk, ("places", Place("l1", (Name("Reed"),))))
    put(qtbot, frame.desk, ("places", Place("l1", (Name(WORD),))))
    frame.go("overview")
    hands, _ = panel_with(qtbot, frame, WORD, 1)
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Escape)
    frame.desk.undo(frame.page)
    qtbot.waitUntil(lambda: frame.desk.case.places[0].names[0].text == "Reed")
    hands, panel = panel_with(qtbot, frame, "Reed", 1)
    hands.type("x")
    qtbot.waitUntil(lambda: panel.said.text() == "Nothing found.")


@pytest.mark.parametrize("typed", ["May 2021", "2021年5月", "5 May 2021", "2021-05-05"])
def test_a_date_is_found_as_people_say_it(qtbot: QtBot, frame: CaseFrame, typed: str) -> None:
    put(qtbot, frame.desk, ("events", Event("e1", "detention", "2021-05-05")), ("events", Event("e2", "flight", "2019-05")))
    frame.go("overview")
    _, panel = panel_with(qtbot, frame, typed, 1)
    assert panel.results.found[0].entry == "e1"


def test_a_date_that_stands_in_words_and_on_record_is_found_at_both_and_once_each(qtbot: QtBot, frame: CaseFrame) -> None:
    held = Event("e1", "detention", "2021-05", account="It was in May 2021.")
    put(qtbot, frame.desk, ("events", held))
    frame.go("overview")
    _, panel = panel_with(qtbot, frame, "May 2021", 2)
    assert sorted(found.path for found in panel.results.found) == ["account", "date"]
