"""How much of the case a copy holds, chosen by keyboard; however many events there are, the window never waits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.large_case import large_case
from tests.ui.conftest import Watchdog
from tests.ui.export_driver import DATED, Ctrl, Key, drawn, opened, press, settle, telling_of, text_of, to_review
from tests.working import SMALL
from ui.case_frame import CaseFrame
from ui.pages.export_extent import ALL, NONE, SOME
from ui.widgets.tick_list import TickList

LARGE = large_case()


def ticked_by_keyboard(qtbot: QtBot, ticks: TickList, *rows: int) -> None:
    """Tick rows of a list with the arrows and the space bar."""
    qtbot.waitUntil(lambda: ticks.model_.rowCount() > max(rows))
    ticks.setFocus()
    at = 0
    for row in rows:
        for _ in range(row - at):
            QTest.keyClick(ticks, Key.Key_Down)
        QTest.keyClick(ticks, Key.Key_Space)
        at = row


@pytest.mark.parametrize("case_told", [SMALL], ids=["small"])
def test_events_sections_and_paper_are_chosen_by_keyboard(qtbot: QtBot, frame: CaseFrame) -> None:
    page = opened(frame)
    extent = page.choose.extent
    extent.events.setFocus()
    QTest.keyClick(extent.events.group.button(0), Key.Key_Right)
    assert extent.events.value == SOME
    ticked_by_keyboard(qtbot, extent.lists["events"], 0)
    extent.sections.choose(SOME)
    ticked_by_keyboard(qtbot, extent.lists["sections"], 0, 5)
    extent.paper.choose("a4")
    choices = page.choose.choices()
    assert choices.events is not None
    assert len(choices.events) == 1
    assert choices.sections == ("abstract", "chronology")
    assert (choices.paper, choices.documents, choices.language) == ("a4", None, "en")
    extent.documents.choose(NONE)
    assert page.choose.choices().documents == ()


@telling_of("He went away.")
def test_a_copy_holds_the_sections_that_were_ticked_and_no_others(qtbot: QtBot, frame: CaseFrame) -> None:
    page = opened(frame)
    page.choose.extent.sections.choose(SOME)
    ticked_by_keyboard(qtbot, page.choose.extent.lists["sections"], 11)
    press(Key.Key_Return, Ctrl)
    settle(qtbot, page)
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    assert page.check.draft is not None
    text = text_of(page.check.draft.pdf)
    assert "What is withheld, and by which rule" in text
    assert "He went away." not in text
    assert "How to ask for more" not in text


@pytest.mark.parametrize("case_told", [SMALL], ids=["small"])
def test_a_click_anywhere_on_a_row_ticks_it_and_another_takes_it_away(frame: CaseFrame) -> None:
    extent = opened(frame).choose.extent
    extent.sections.choose(SOME)
    ticks = extent.lists["sections"]
    at = ticks.visualRect(ticks.model_.index(3)).center()
    for ticked in (("places",), ()):
        QTest.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert ticks.ticked == ticked


@pytest.mark.parametrize("case_told", [SMALL], ids=["small"])
def test_nothing_ticked_is_said_and_the_review_does_not_begin(qtbot: QtBot, frame: CaseFrame) -> None:
    page = opened(frame)
    page.choose.extent.sections.choose(SOME)
    press(Key.Key_Return, Ctrl)
    assert page.step == 0
    assert page.choose.extent.lists["sections"].hasFocus()


@pytest.mark.parametrize("case_told", [SMALL], ids=["small"])
def test_what_was_chosen_is_kept_as_a_draft(qtbot: QtBot, frame: CaseFrame) -> None:
    page = opened(frame)
    extent = page.choose.extent
    extent.events.choose(SOME)
    ticked_by_keyboard(qtbot, extent.lists["events"], 0)
    extent.language.choose("zh-Hans")
    kept, chosen = page.choose.typed(), page.choose.choices()
    extent.put_typed({})
    assert extent.events.value == ALL
    assert page.choose.choices().language == "en"
    page.choose.put_typed(kept)
    page.choose.date.load(DATED)
    assert page.choose.choices() == chosen


@telling_of("我等。")
def test_another_language_asks_for_testimonies_in_it(qtbot: QtBot, frame: CaseFrame) -> None:
    page = to_review(qtbot, frame)
    page.show_step(0)
    page.choose.extent.language.choose("zh-Hans")
    assert "Chinese" in page.choose.what_row.note


@pytest.mark.parametrize("case_told", [LARGE], ids=["large"])
def test_two_thousand_events_are_listed_without_a_wait(qtbot: QtBot, frame: CaseFrame, watchdog: Watchdog) -> None:
    page = opened(frame)
    ticks = page.choose.extent.lists["events"]
    watchdog.reset()
    page.choose.extent.events.choose(SOME)
    qtbot.waitUntil(lambda: ticks.model_.rowCount() == len(LARGE.events))
    ticks.setFocus()
    QTest.keyClick(ticks, Key.Key_A, Ctrl)
    assert len(ticks.ticked) == len(LARGE.events)
    QTest.keyClick(ticks, Key.Key_End)
    QTest.keyClick(ticks, Key.Key_Space)
    assert watchdog.longest < 0.1
    assert len(page.choose.choices().events or ()) == len(LARGE.events) - 1
    assert ticks.model_.data(ticks.model_.index(0), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
