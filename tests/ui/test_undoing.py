"""Undo of records: whatever kind of record changes, the page that shows it takes the change back by a key, and brings it again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import (
    Case,
    CaseInfo,
    Consent,
    Document,
    Event,
    Interview,
    Mark,
    Name,
    Organization,
    Person,
    PersonPart,
    Place,
    Readback,
)  # fmt: skip
from tests.ui.interview_driver import Interviewing
from tests.ui.readback_driver import Reading
from tests.ui.testimony_driver import Driver, put, said
from ui.case_frame import CaseFrame
from ui.pages.interview_panels import Presence
from ui.pages.testimony_facts import TestimonyFacts

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
No = Qt.KeyboardModifier.NoModifier

PEOPLE = Person("p1", (Name("Han Keyu"),), ("witness",))
STANDING: list[tuple[str, object]] = [
    ("people", PEOPLE),
    ("places", Place("l1", (Name("Songhe"),))),
    ("organizations", Organization("o1", (Name("County police"),))),
    ("events", Event("e1", "detention", "2019")),
    ("documents", Document("d1", "Red notice")),
    ("consents", Consent("c1", "p1", "press", "press", "pseudonym", "2021-07-02")),
    ("testimonies", said("I was at home.", interview=Interview(date="2021-07-09"))),
]
TALK = Interview(date="2021-07-10", place="l1", vulnerabilities="tired", present=(PersonPart("p1", "witness"),))
#: What changes, and the page on which it is seen.
CHANGES: dict[str, tuple[str, tuple[str, object]]] = {
    "a person": ("people", ("people", replace(PEOPLE, names=(Name("Han K."),)))),
    "a new person": ("people", ("people", Person("p2", (Name("Li"),)))),
    "a place": ("people", ("places", Place("l1", (Name("Songhe Village"),), kind="village"))),
    "an organization": ("people", ("organizations", Organization("o1", (Name("Police"),), kind="police"))),
    "an event": ("events", ("events", Event("e1", "detention", "2020", account="They held me."))),
    "a new event": ("events", ("events", Event("e2", "flight"))),
    "a document": ("documents", ("documents", Document("d1", "Notice, extract", note="page 2"))),
    "a new document": ("documents", ("documents", Document("d2", "Letter"))),
    "a consent": ("consent", ("consents", Consent("c1", "p1", "press", "press", "none", "2021-07-02", note="no"))),
    "a new consent": ("consent", ("consents", Consent("c2", "p1", "research", "research", "none", "2021-07-02"))),
    "the case’s facts": ("overview", ("case", CaseInfo("LARCH", "2021-07-02", ("en",), "US", ("asylum",)))),
    "facts of an interview": ("testimony", ("testimonies", said("I was at home.", interview=TALK))),
    "the words of a testimony": ("testimony", ("testimonies", said("I was out.", interview=Interview(date="2021-07-09")))),
    "a mark": ("testimony", ("testimonies", said("I was at home.", marks=(Mark(1, "unclear"),)))),
    "read back": ("testimony", ("testimonies", said("I was at home.", status="read-back", readback=Readback(on="2021-07-09")))),
    "a new testimony": ("testimony", ("testimonies", said("Ich war zu Hause.", "de", entry="t2"))),
}


@pytest.fixture
def vault_kind() -> str:
    return "begun"


def press(frame: CaseFrame, key: Qt.Key, modifier: Qt.KeyboardModifier = No) -> None:
    QTest.keyClick(QApplication.focusWidget() or frame, key, modifier)


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_taken_back_and_brought_again_on_the_page_that_shows_it(qtbot: QtBot, frame: CaseFrame, what: str) -> None:
    page, entry = CHANGES[what]
    put(qtbot, frame.desk, *STANDING)
    before = frame.desk.case
    put(qtbot, frame.desk, entry)
    after = frame.desk.case
    assert after != before
    frame.go(page)
    frame.window().activateWindow()
    qtbot.waitUntil(frame.window().isActiveWindow)
    undo, again = (
        ((Key.Key_F11, No), (Key.Key_F11, Shift)) if page == "testimony" else ((Key.Key_Z, Ctrl), (Key.Key_Z, Ctrl | Shift))
    )
    press(frame, *undo)
    qtbot.waitUntil(lambda: frame.desk.case == before)
    qtbot.waitUntil(frame.page.notice.isVisible)
    press(frame, *again)
    qtbot.waitUntil(lambda: frame.desk.case == after)


@pytest.mark.parametrize("page", ["overview", "people", "testimony", "events", "documents", "consent"])
def test_where_nothing_was_changed_it_is_said_that_there_is_nothing_to_take_back(
    qtbot: QtBot, frame: CaseFrame, page: str
) -> None:
    put(qtbot, frame.desk, *STANDING)
    frame.desk._undo.clear()
    before = frame.desk.case
    frame.go(page)
    frame.window().activateWindow()
    qtbot.waitUntil(frame.window().isActiveWindow)
    press(frame, *((Key.Key_F11, No) if page == "testimony" else (Key.Key_Z, Ctrl)))
    qtbot.waitUntil(frame.page.notice.isVisible)
    assert frame.desk.case == before


# --- through the dialogs of the testimony themselves ---


@pytest.fixture
def talk(qtbot: QtBot, frame: CaseFrame) -> Interviewing:
    driver = Interviewing(qtbot, frame, said("I was at home.", interview=Interview(date="2021-07-09")))
    driver.stand(driver.original)
    return driver


def taken_back(driver: Driver, before: Case) -> None:
    driver.press(Key.Key_F11)
    driver.bot.waitUntil(lambda: driver.desk.case == before)


def test_how_it_was_taken_is_taken_back(talk: Interviewing) -> None:
    before = talk.desk.case
    talk.press(Key.Key_F4)
    panel: Any = talk.panel()
    assert isinstance(panel, TestimonyFacts)
    panel.editors["stop_signal"].setFocus()
    talk.type("hand on the table")
    talk.go_on(panel)
    assert talk.interview.stop_signal == "hand on the table"
    taken_back(talk, before)


def test_that_it_was_read_back_is_taken_back(qtbot: QtBot, frame: CaseFrame) -> None:
    reading = Reading(qtbot, frame, said("I was at home.", interview=Interview(date="2021-07-09")))
    before = reading.desk.case
    reading.begin()
    reading.decide(Key.Key_Return)
    reading.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not reading.mode.on)
    assert reading.testimony().status == "read-back"
    reading.stand(reading.original)
    reading.press(Key.Key_F11)  # what was said of the paragraph
    qtbot.waitUntil(lambda: reading.testimony().status is None)
    taken_back(reading, before)  # that it was begun


def test_who_was_present_is_taken_back_within_the_interview(talk: Interviewing) -> None:
    talk.enter()
    panel = talk.panel()
    assert isinstance(panel, Presence)
    before = talk.desk.case
    panel.interviewer.choice.choose("p7")
    talk.go_on(panel)
    consent = talk.panel()
    consent.reject()
    talk.without_panel()
    assert talk.interview.present
    taken_back(talk, before)
    assert talk.mode.on


def test_words_that_are_not_saved_are_never_undone_from_under_the_hand(talk: Interviewing) -> None:
    before = talk.desk.case
    talk.type(" I was alone.")
    talk.press(Key.Key_F11)
    assert "Save first" in talk.page.notice.head.text()
    assert talk.desk.case == before
    assert talk.original.page.text().endswith("I was alone.")
    talk.press(Key.Key_Z, Ctrl)
    assert talk.original.page.text() == "I was at home."
