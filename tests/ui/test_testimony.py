"""The writing screen: everything typed survives, what was read back changes only with a reason, any script can be written."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Name, Place
from app.errors import UserError
from app.services import work
from tests.ui.conftest import ReadyVault
from tests.ui.testimony_driver import Ctrl, Driver, Key, Shift, put, said
from ui.case_frame import CaseFrame
from ui.look import Look
from ui.pages.testimony import DRAFT_AFTER
from ui.pages.testimony_edit import TestimonyEdit
from ui.process import Handover

ENGLISH = "I was at home.\n\nThey came at night.\n\nI said nothing."
CHINESE = "我在家。\n\n他们夜里来。\n\n我什么也没说。"


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def english(qtbot: QtBot, frame: CaseFrame) -> Driver:
    return Driver(qtbot, frame, said(ENGLISH))


@pytest.fixture
def both(qtbot: QtBot, frame: CaseFrame) -> Driver:
    return Driver(qtbot, frame, said(CHINESE, "zh-Hans"), said(ENGLISH, "en", "t2", translation_of="t1"))


# --- everything typed survives ---


def test_what_is_typed_after_a_testimony_is_begun_stands_in_it(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Driver(qtbot, frame, said(ENGLISH))
    for original, column in (("", driver.original), ("t2", driver.translation)):
        driver.press(Key.Key_N, Ctrl)
        panel = driver.panel()
        panel.original.choose(original)
        driver.go_on(panel)
        driver.ready()
        driver.activate()
        driver.type("They came at night.")
        assert column.page.toPlainText() == "They came at night."


def test_a_lock_in_the_middle_of_a_sentence_loses_no_letter(
    qtbot: QtBot,
    make_window: Callable[[Handover], Any],
    vault: ReadyVault,
    restarts: list[Handover],
) -> None:
    begun = Handover(vault=str(vault.path), key=vault.key.hex(), case=vault.case_id, page="testimony")
    window = make_window(begun)
    qtbot.waitUntil(lambda: window.frame is not None)
    driver = Driver(qtbot, window.frame, said(ENGLISH))
    driver.stand(driver.original)
    driver.type(" Then th")
    driver.compose("men wai")
    driver.press(Key.Key_L, Ctrl | Shift)
    qtbot.waitUntil(lambda: bool(restarts))
    (locked,) = restarts
    assert locked.key == ""
    again = make_window(begun)
    qtbot.waitUntil(lambda: again.frame is not None)
    driver = Driver(qtbot, again.frame)
    assert driver.original.page.text() == f"{ENGLISH} Then thmen wai"
    assert "not saved yet" in driver.original.notice.head.text()
    assert driver.testimony().text == ENGLISH
    driver.save()
    assert driver.testimony().text == f"{ENGLISH} Then thmen wai"
    assert driver.drafts() == {}


def test_a_page_that_is_left_and_a_case_that_is_closed_keep_what_was_typed(qtbot: QtBot, english: Driver, look: Look) -> None:
    english.stand(english.original, 0)
    english.type("Yes. ")
    english.frame.go("overview")
    assert english.drafts() == {"testimonies:t1": f"Yes. {ENGLISH}"}
    english.frame.go("testimony")
    assert english.original.page.text() == f"Yes. {ENGLISH}"
    english.stand(english.original, 5)
    english.type("No. ")
    english.frame.flush()
    other = CaseFrame(look, english.desk.tasks, english.desk)
    qtbot.addWidget(other)
    other.show()
    again = Driver(qtbot, other)
    assert again.original.page.text() == f"Yes. No. {ENGLISH}"


def test_a_draft_is_handed_over_within_a_second_of_the_first_key_while_typing_goes_on(english: Driver) -> None:
    timer = english.page._drafting
    assert timer.isSingleShot()
    assert timer.interval() == DRAFT_AFTER < 1000
    english.stand(english.original)
    english.type("a")
    begun = time.monotonic()
    while timer.isActive():
        english.type("b")
        QApplication.processEvents()
        assert time.monotonic() - begun < 1.0, "a further key must not put it off"
    assert english.drafts()["testimonies:t1"].startswith(f"{ENGLISH}ab")


def test_nothing_can_be_typed_over_a_draft_that_is_still_being_looked_for(english: Driver) -> None:
    put(english.bot, english.desk, ("testimonies", said("Another.", entry="t2")))
    english.desk.draft("testimonies:t2", "Another. And mo")
    english.page.show_entry("t2")
    assert english.original.waiting
    assert english.original.page.isReadOnly()
    english.ready()
    assert english.original.page.text() == "Another. And mo"
    assert not english.original.page.isReadOnly()


def test_saving_that_fails_keeps_the_words_and_their_draft(english: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise UserError("disk", 4, "the disk is full; nothing was saved")

    english.stand(english.original)
    english.type(" And")
    with monkeypatch.context() as broken:
        broken.setattr(work, "save_many", full)
        english.save()
    assert english.original.notice.isVisible()
    assert english.testimony().text == ENGLISH
    assert english.original.page.text() == f"{ENGLISH} And"
    assert english.drafts() == {"testimonies:t1": f"{ENGLISH} And"}
    english.save()
    assert english.testimony().text == f"{ENGLISH} And"
    assert english.drafts() == {}


def test_what_is_typed_while_saving_goes_on_is_not_taken_for_saved(english: Driver) -> None:
    english.stand(english.original)
    english.type(" One.")
    english.press(Key.Key_S, Ctrl)
    english.type(" Two.")
    english.settled()
    assert english.testimony().text == f"{ENGLISH} One."
    assert english.original.page.text() == f"{ENGLISH} One. Two."
    assert english.original.dirty
    assert english.page.save_button.isEnabled()
    english.save()
    assert english.testimony().text == f"{ENGLISH} One. Two."
    assert not english.page.save_button.isEnabled()
    assert english.drafts() == {}


def test_undoing_past_what_was_saved_meanwhile_is_a_change(english: Driver) -> None:
    english.stand(english.original)
    english.type(" One.")
    english.press(Key.Key_S, Ctrl)
    english.type(" Two.")
    english.settled()
    for _ in range(12):
        english.press(Key.Key_Z, Ctrl)
    assert english.original.page.text() == ENGLISH
    assert english.original.dirty, "saved is something else"


def test_changes_can_be_given_up_after_a_question(english: Driver) -> None:
    english.stand(english.original)
    english.type(" No.")
    english.original.discard_button.click()
    english.go_on(english.panel())
    assert english.original.page.text() == ENGLISH
    assert not english.original.dirty
    assert english.drafts() == {}


def test_words_stand_while_another_page_changes_the_case(english: Driver) -> None:
    english.stand(english.original, 3)
    english.type("xyz")
    put(english.bot, english.desk, ("places", Place("l1", (Name("Reed Village"),))))
    assert english.original.page.text() == f"I wxyz{ENGLISH[3:]}"
    assert english.original.page.textCursor().position() == 6


# --- writing ---


def test_enter_begins_a_paragraph_and_shift_enter_a_line(english: Driver) -> None:
    english.stand(english.original)
    english.press(Key.Key_Return)
    english.type("Next.")
    english.press(Key.Key_Return, Shift)
    english.type("Its second line.")
    assert english.original.page.text() == f"{ENGLISH}\n\nNext.\nIts second line."
    assert len(english.original.page.starts()) == 4


def test_undo_goes_back_to_what_is_saved_and_the_draft_goes_with_it(english: Driver) -> None:
    english.stand(english.original)
    english.type(" More.")
    english.press(Key.Key_Return)
    english.type("New.")
    assert english.original.dirty
    for _ in range(12):
        english.press(Key.Key_Z, Ctrl)
    assert english.original.page.text() == ENGLISH
    assert not english.original.dirty
    assert not english.page.save_button.isEnabled()
    english.page.flush()
    assert english.drafts() == {}
    for _ in range(12):
        english.press(Key.Key_Z, Ctrl | Shift)
    assert english.original.page.text() == f"{ENGLISH} More.\n\nNew."
    assert english.original.dirty


def test_undo_after_saving_leads_back_and_counts_as_a_change(english: Driver) -> None:
    english.stand(english.original)
    english.type("!")
    english.save()
    assert not english.original.dirty
    english.press(Key.Key_Z, Ctrl)
    assert english.original.page.text() == ENGLISH
    assert english.original.dirty
    english.save()
    assert english.testimony().text == ENGLISH


def test_a_paste_brings_words_and_nothing_else(english: Driver) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='https://example.invalid/x.png'>")
    data.setText("bold\r\n\r\nand\u00a0firm\x00\x07\u2028end")
    QApplication.clipboard().setMimeData(data)
    english.stand(english.original)
    english.press(Key.Key_V, Ctrl)
    page = english.original.page
    assert page.text() == f"{ENGLISH}bold\n\nand\u00a0firm\u2028end"
    formats = {(block.blockFormat().lineHeight(), block.charFormat().fontWeight()) for block in blocks(page)}
    assert len(formats) == 1
    english.press(Key.Key_Z, Ctrl)
    assert page.text() == ENGLISH


def blocks(page: TestimonyEdit) -> list[Any]:
    out, block = [], page.document().begin()
    while block.isValid():
        out.append(block)
        block = block.next()
    return out


TEXTS = st.text(st.sampled_from("a水😀\u00a0\u2028\u200f\u200e\u202bئབ\n\r\u2029 \t\u3000\ufeff"), max_size=40)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TEXTS)
def test_a_text_comes_back_to_the_character(qtbot: QtBot, look: Look, text: str) -> None:
    page = TestimonyEdit(look, "Original")
    page.show_text(text, "ug")
    assert page.text() == text
    page.show_text(f"b{text}", "ug")
    cursor = page.textCursor()
    cursor.insertText("X")
    assert page.text() == f"Xb{text}"
    look.larger()
    assert page.text() == f"Xb{text}"
    assert page.changed
    page.deleteLater()


# --- two languages ---


def test_both_languages_are_saved_by_one_key_each_in_its_own_row(both: Driver) -> None:
    both.stand(both.original)
    both.type("真的。")
    both.press(Key.Key_Tab)
    assert both.translation.page.hasFocus()
    both.type("Truly. ")
    both.save()
    assert both.testimony().text == f"{CHINESE}真的。"
    assert both.testimony("t2").text == f"Truly. {ENGLISH}"


def test_the_same_paragraph_stands_at_the_same_height(qtbot: QtBot, frame: CaseFrame) -> None:
    long = "\n\n".join(f"{n}. " + "They asked the same question again and again. " * n for n in range(1, 30))
    short = "\n\n".join(f"{n}。他们又问。" for n in range(1, 30))
    both = Driver(qtbot, frame, said(short, "zh-Hans"), said(long, "en", "t2", translation_of="t1"))
    for column, other in ((both.translation, both.original), (both.original, both.translation)):
        for number in (3, 29, 12, 20, 1):
            at = column.page.document().findBlockByNumber(column.page.starts()[number - 1]).position()
            both.stand(column, at)
            assert column.page.top_of(number) == other.page.top_of(number), number
    for number in (29, 17):
        both.page.show_entry(f"t2/{number}")
        top = both.translation.page.top_of(number)
        assert top == both.original.page.top_of(number)
        assert top is not None
        assert 0 <= top < 300, "even the last is not at the very foot"
    assert both.page._current() == both.testimony("t2")


def test_both_stay_in_step_when_the_window_changes_its_size(qtbot: QtBot, frame: CaseFrame) -> None:
    long = "\n\n".join(f"{n}. " + "They asked the same question again and again. " * n for n in range(1, 30))
    short = "\n\n".join(f"{n}。他们又问。" for n in range(1, 30))
    both = Driver(qtbot, frame, said(short, "zh-Hans"), said(long, "en", "t2", translation_of="t1"))
    both.page.show_entry("t2/17")
    frame.resize(1100, 700)
    both.settled()
    qtbot.waitUntil(lambda: both.translation.page.top_of(17) == both.original.page.top_of(17))
    top = both.translation.page.top_of(17)
    assert top is not None
    assert 0 <= top < both.translation.page.height()


def test_each_language_can_be_shown_alone(both: Driver) -> None:
    for side, shown in (("original", (True, False)), ("translation", (False, True)), ("both", (True, True))):
        both.page.view.choose(side)
        assert (both.original.isVisible(), both.translation.isVisible()) == shown


def test_a_small_window_shows_one_language_and_tab_brings_the_other(both: Driver, look: Look) -> None:
    look.set(dark=False, factor=2.0)
    both.settled()
    both.stand(both.original)
    assert (both.original.isVisible(), both.translation.isVisible()) == (True, False)
    both.press(Key.Key_Tab)
    assert (both.original.isVisible(), both.translation.isVisible()) == (False, True)
    assert both.translation.page.hasFocus()
    both.type("Truly. ")
    both.press(Key.Key_Tab, Shift)
    assert both.original.page.hasFocus()
    both.save()
    assert both.testimony("t2").text == f"Truly. {ENGLISH}"


def test_a_button_speaks_of_the_language_that_was_being_read(both: Driver) -> None:
    both.stand(both.translation)
    both.page.facts_button.setFocus()
    both.page.facts_button.click()
    panel = both.panel()
    assert "English" in panel.windowTitle()
    panel.reject()
    both.stand(both.original)
    both.press(Key.Key_F6)
    assert "Chinese" in both.panel().windowTitle()
