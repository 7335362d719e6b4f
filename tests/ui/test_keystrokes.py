"""Ten everyday tasks in the real window, every key counted: each is done in fewer keys than a word processor needs.

What a word processor needs, and how it is counted, stands in ``tests/benchmarks/keystrokes.py``, which prints the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Case, Consent, Event, Interview, Name, PersonPart
from tests.benchmarks.keystrokes import WORD
from tests.ui.conftest import ReadyVault
from tests.ui.export_driver import telling
from tests.ui.hands import Hands
from tests.ui.interview_driver import BROTHER, Interviewing, agreed
from tests.ui.testimony_driver import put, said
from tests.ui.window_driver import open_case
from ui.case_frame import CaseFrame
from ui.pages.consent_withdraw import WithdrawPanel
from ui.pages.event_new import NewEvent
from ui.pages.events import EventsPage
from ui.pages.export import ExportPage
from ui.pages.testimony_dialogs import Amend
from ui.process import Handover
from ui.search import SearchPanel
from ui.widgets.chooser import Chooser
from ui.window import Window

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TALK = Interview(date="2021-07-09", present=(PersonPart("p7", "advocate"),))
Counted = Callable[[str, Hands], None]


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def fewer(record_property: Callable[[str, object], None]) -> Counted:
    """Keep the count of a task, and hold it against the word processor's."""

    def hold(task: str, hands: Hands) -> None:
        record_property(task, hands.count)
        assert hands.count < WORD[task].keys, f"{task}: {hands.count} keys in the window, {WORD[task].keys} in a word processor"

    return hold


def writing(qtbot: QtBot, frame: CaseFrame, text: str) -> Interviewing:
    """An interview in which this was just written: the keyboard stands at its end."""
    driver = Interviewing(qtbot, frame, said(text, interview=TALK), more=agreed())
    driver.enter()
    driver.stand(driver.original)
    return driver


def active(qtbot: QtBot, frame: CaseFrame) -> None:
    frame.window().activateWindow()
    qtbot.waitUntil(frame.window().isActiveWindow)


def test_ten_tasks_are_compared() -> None:
    assert len(WORD) == 10


def test_a_threat_with_its_exact_words(qtbot: QtBot, frame: CaseFrame, fewer: Counted) -> None:
    driver = writing(qtbot, frame, "A: In May 2021 they told my brother: “Come home or it is prison.”")
    hands = Hands(qtbot)
    hands.press(Key.Key_E, Ctrl)
    hands.until(NewEvent)
    hands.press(Key.Key_1)
    forms = driver.mode.forms
    qtbot.waitUntil(lambda: forms.event_desk is not None and forms.event_desk.form.built)
    active(qtbot, frame)
    hands.press(Key.Key_S, Ctrl)
    qtbot.waitUntil(lambda: bool(driver.desk.case.events) and forms.event_desk is None)
    (event,) = driver.desk.case.events
    assert (event.type, event.date) == ("family-threat", "2021-05")
    assert event.fields["exact_words"] == "Come home or it is prison."
    assert event.account == "In May 2021 they told my brother: “Come home or it is prison.”"
    assert [(source.person, source.said_on) for source in event.sources] == [("p1", "2021-07-09")]
    fewer("threat", hands)


def test_a_brother_from_a_selection(qtbot: QtBot, frame: CaseFrame, fewer: Counted) -> None:
    driver = writing(qtbot, frame, "A: I lived with my brother Han Guowei")
    hands = Hands(qtbot)
    for _ in range(4):
        hands.press(Key.Key_Left, Ctrl | Shift)
    hands.press(Key.Key_P, Ctrl)
    assert driver.mode.forms.editing.form is not None
    hands.press(Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: driver.desk.case.people[-1].names[0].text == "Han Guowei")
    made = driver.desk.case.people[-1]
    assert (made.roles, made.relation and (made.relation.to, made.relation.as_)) == (("relative",), ("p1", "brother"))
    fewer("brother", hands)


def test_a_date_as_it_was_told(qtbot: QtBot, frame: CaseFrame, fewer: Counted) -> None:
    put(qtbot, frame.desk, ("events", Event("e1", "detention")))
    frame.go("events")
    page = frame.page
    assert isinstance(page, EventsPage)
    active(qtbot, frame)
    qtbot.waitUntil(lambda: len(page.list.table.rows_model.rows) == 1 and page.list.table.hasFocus())
    hands = Hands(qtbot)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.event_desk is not None and page.event_desk.form.built)
    hands.type("about May 2021")
    hands.press(Key.Key_S, Ctrl)
    qtbot.waitUntil(lambda: frame.desk.case.events[0].date == "2021-05~")
    fewer("date", hands)


def test_press_consent_taken_back(qtbot: QtBot, frame: CaseFrame, fewer: Counted) -> None:
    given = [
        Consent("c1", "p1", "legal-representation", "counsel", "named", "2021-07-02"),
        Consent("c2", "p1", "press", "press", "pseudonym", "2021-07-02"),
    ]
    driver = Interviewing(qtbot, frame, said("I was at home."), more=[("consents", one) for one in given])
    driver.stand(driver.original)
    hands = Hands(qtbot)
    hands.press(Key.Key_6, Ctrl)
    hands.press(Key.Key_W, Ctrl)
    hands.until(WithdrawPanel)
    hands.press(Key.Key_Space)  # not the question that was chosen in the matrix,
    hands.press(Key.Key_Tab)  # but that of the press
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: any(one.withdrawn_on for one in frame.desk.case.consents))
    assert [one.id for one in frame.desk.case.consents if one.withdrawn_on] == ["c2"]
    fewer("withdraw", hands)


def test_the_time_of_day(qtbot: QtBot, frame: CaseFrame, fewer: Counted) -> None:
    driver = writing(qtbot, frame, "A: I was at home.")
    driver.at(14, 5)
    hands = Hands(qtbot)
    hands.press(Key.Key_T, Ctrl)
    assert "[14:05]" in driver.original.page.text()
    fewer("stamp", hands)


def test_a_mark_on_a_passage(qtbot: QtBot, frame: CaseFrame, fewer: Counted) -> None:
    driver = writing(qtbot, frame, "A: I was at home.")
    hands = Hands(qtbot)
    hands.press(Key.Key_M, Ctrl)
    qtbot.waitUntil(lambda: bool(driver.testimony().marks))
    assert [(mark.paragraph, mark.mark) for mark in driver.testimony().marks] == [(1, "ask-again")]
    fewer("mark", hands)


def test_a_word_over_everything(qtbot: QtBot, frame: CaseFrame, fewer: Counted) -> None:
    driver = Interviewing(qtbot, frame, said("They came to Linhai."))
    put(qtbot, driver.desk, ("events", Event("e1", "detention", account="Held in Linhai.")))
    driver.stand(driver.original)
    hands = Hands(qtbot)
    hands.press(Key.Key_K, Ctrl)
    panel: Any = hands.until(SearchPanel)
    hands.type("Linhai")
    qtbot.waitUntil(lambda: len(panel.results.found) == 2)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    fewer("find", hands)


def _to_counsel() -> Case:
    told = telling("They told Han Guoliang to call me. 韩国良 did.")
    witness = replace(told.people[0], names=(Name("Shen Keyu"),))
    return replace(told, people=(witness, replace(BROTHER, id="p2"), *told.people[2:]), places=())


@pytest.mark.parametrize("case_told", [_to_counsel()], ids=["told"])
def test_a_pdf_for_counsel_with_a_name_masked(qtbot: QtBot, frame: CaseFrame, fewer: Counted, home: Path) -> None:
    frame.go("testimony")
    active(qtbot, frame)
    hands = Hands(qtbot)
    hands.press(Key.Key_7, Ctrl)
    page = frame.page
    assert isinstance(page, ExportPage)
    hands.press(Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: page.review.review_now() is not None, timeout=30_000)
    hands.press(Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: page.check.draft is not None, timeout=30_000)
    hands.press(Key.Key_S, Ctrl)
    chooser: Any = hands.until(Chooser)
    where = chooser.chosen_path()
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: where is not None and where.exists())
    import pypdfium2

    text = "\n".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(where))
    assert "Guoliang" not in text and "国良" not in text
    assert "to call me" in text
    fewer("pdf", hands)


def test_a_confirmed_paragraph_corrected_with_its_reason(qtbot: QtBot, frame: CaseFrame, fewer: Counted) -> None:
    held = said("I was at home.\n\nThey came in May.", status="confirmed")
    driver = Interviewing(qtbot, frame, held)
    driver.stand(driver.original)
    hands = Hands(qtbot)
    hands.press(Key.Key_F7)
    hands.until(Amend)
    hands.type("date")
    hands.press(Key.Key_Return)
    driver.without_panel()
    hands.press(Key.Key_Backspace)
    hands.type(" 2021.")
    hands.press(Key.Key_S, Ctrl)
    driver.settled()
    (note,) = driver.testimony().amendments
    assert (note.paragraph, note.why, note.earlier) == (2, "date", "They came in May.")
    assert driver.testimony().text.endswith("They came in May 2021.")
    fewer("correct", hands)


def test_locked_now(qtbot: QtBot, window: Window, vault: ReadyVault, restarts: list[Handover], fewer: Counted) -> None:
    frame = open_case(window, vault, qtbot, "testimony")
    active(qtbot, frame)
    hands = Hands(qtbot)
    hands.press(Key.Key_L, Ctrl | Shift)
    qtbot.waitUntil(lambda: bool(restarts), timeout=20_000)
    assert restarts[-1].key == ""
    fewer("lock", hands)
