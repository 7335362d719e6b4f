"""One key puts a neutral page in front of the work and brings it back; locking in the middle of an interview and coming back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.case import Interview, Name, Person, PersonPart
from app.services import work
from tests.ui.conftest import ReadyVault
from tests.ui.interview_driver import agreed
from tests.ui.testimony_driver import said
from ui.process import Handover
from ui.widgets.buttons import KeyButton
from ui.widgets.dialogs import Panel
from ui.window import Window

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = "Q: Who came?"


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def talking(qtbot: QtBot, window: Window, vault: ReadyVault) -> Window:
    """The window with an interview in it, to which the witness agreed."""
    held = Interview(date="2021-07-09", present=(PersonPart("p1", "witness"),))
    entries = [
        ("people", Person("p1", (Name("Han Keyu"),), ("witness",))),
        ("testimonies", said(WORDS, interview=held)),
        *agreed(),
    ]
    done: list[Any] = []
    window.tasks.command(window, lambda opened: work.save_many(opened.store(vault.case_id), entries), done.append)
    qtbot.waitUntil(lambda: bool(done))
    window.open_case(vault.case_id, "testimony", "t1/interview")
    ready(qtbot, window)
    return window


def ready(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.frame is not None and window.frame.page_key == "testimony")
    assert window.frame is not None
    page = window.frame.page
    qtbot.waitUntil(lambda: page.columns["original"].testimony is not None and not page.columns["original"].waiting)  # type: ignore[attr-defined]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.columns["original"].page.setFocus()  # type: ignore[attr-defined]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, key, modifier)


def labels(window: Window) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def page_of(window: Window) -> Any:
    assert window.frame is not None
    return window.frame.page


def test_one_key_hides_all_of_it_and_the_same_key_brings_it_back(talking: Window) -> None:
    held = QApplication.focusWidget()
    press(Key.Key_F12)
    assert labels(talking) == ""
    assert not talking.stack.isVisible()
    assert talking.hiding.page.isVisible()
    assert talking.windowTitle() == "Calendar"
    press(Key.Key_F12)
    assert talking.stack.isVisible()
    assert not talking.hiding.page.isVisible()
    assert talking.windowTitle() == "Affiant"
    assert QApplication.focusWidget() is held, "typing goes on where it was"
    assert page_of(talking).interview.on


def test_the_rail_of_a_case_hides_it_too(talking: Window) -> None:
    press(Key.Key_Escape)
    assert talking.frame is not None
    button = next(b for b in talking.frame.rail.findChildren(KeyButton) if b.accessibleName() == "Hide")
    button.click()
    assert talking.hiding.covered
    press(Key.Key_F12)
    assert not talking.hiding.covered


def test_the_list_of_cases_is_hidden_by_the_same_key(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(Key.Key_F12)
    assert labels(window) == ""
    press(Key.Key_F12)
    assert window.stack.isVisible()


def test_the_picture_of_the_hidden_window_holds_nothing_of_the_case(talking: Window) -> None:
    press(Key.Key_F12)
    seen = talking.grab().toImage()
    page_of(talking).columns["original"].page.setPlainText("entirely other words, " * 40)
    assert talking.grab().toImage() == seen


def test_what_is_typed_while_it_is_hidden_goes_nowhere(talking: Window) -> None:
    press(Key.Key_F12)
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClicks(held, "he is looking")
    for key in (Key.Key_F9, Key.Key_Escape, Key.Key_Return):
        press(key)
    press(Key.Key_T, Ctrl)
    press(Key.Key_H, Ctrl | Shift)  # the other key for keyboards without function keys
    assert talking.stack.isVisible()
    page = page_of(talking)
    assert page.columns["original"].page.text() == WORDS
    assert page.interview.on
    assert page.interview.testimony.interview.start is None


def test_a_dialog_is_hidden_with_the_work_and_keeps_what_was_typed(qtbot: QtBot, talking: Window) -> None:
    press(Key.Key_F4)
    panel = QApplication.activeModalWidget()
    assert isinstance(panel, Panel)
    qtbot.waitUntil(panel.isActiveWindow)
    area = panel.editors["topics_closed"]  # type: ignore[attr-defined]
    area.setFocus()
    held = area.focusProxy() or area
    QTest.keyClicks(held, "her mother")
    QTest.keyClick(held, Key.Key_F12)
    assert not panel.isVisible()
    assert talking.hiding.covered
    talking.activateWindow()
    QTest.keyClick(talking.hiding.page, Key.Key_F12)
    assert panel.isVisible()
    assert area.read() == ["her mother"]


def test_a_dialog_that_opens_meanwhile_waits(talking: Window) -> None:
    press(Key.Key_F12)
    page_of(talking).interview.ask_present()
    assert [panel for panel in talking.findChildren(Panel) if panel.isVisible()] == []
    press(Key.Key_F12)
    assert [panel for panel in talking.findChildren(Panel) if panel.isVisible()] != []


def test_the_hidden_window_locks_as_the_work_does(qtbot: QtBot, talking: Window, restarts: list[Handover]) -> None:
    press(Key.Key_F12)
    talking.idle.passed.emit()
    qtbot.waitUntil(lambda: bool(restarts))
    assert restarts[0].key == ""


def test_the_hidden_page_is_of_the_size_of_the_window(talking: Window) -> None:
    press(Key.Key_F12)
    talking.resize(900, 640)
    QApplication.processEvents()
    assert talking.hiding.page.geometry() == talking.rect()


def test_a_lock_in_the_middle_leads_back_into_the_interview_with_every_word(
    qtbot: QtBot, talking: Window, make_window: Any, restarts: list[Handover], vault: ReadyVault
) -> None:
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, Key.Key_End, Ctrl)
    QTest.keyClicks(held, " Tell me again.")
    press(Key.Key_L, Ctrl | Shift)
    qtbot.waitUntil(lambda: bool(restarts))
    assert (restarts[0].page, restarts[0].entry) == ("testimony", "t1/interview")
    back = make_window(
        Handover(vault=str(vault.path), key=vault.key.hex(), case=restarts[0].case, page="testimony", entry=restarts[0].entry)
    )
    ready(qtbot, back)
    page = page_of(back)
    assert page.interview.on
    assert page.columns["original"].page.text() == f"{WORDS} Tell me again."
    assert not back.frame.rail.isVisible()


def test_the_neutral_page_names_no_program_and_no_key(talking: Window) -> None:
    press(Key.Key_F12)
    names = [widget.accessibleName() for widget in talking.findChildren(QWidget) if widget.isVisible()]
    assert [name for name in names if name] == ["Calendar"]


def test_nothing_is_written_behind_a_title(qapp: QApplication) -> None:
    assert qapp.applicationDisplayName() == "", "Qt writes it behind every title of a window: Calendar — Affiant"


def test_what_locks_while_it_is_hidden_is_shown_by_no_key_and_stays_hidden_after_it(
    qtbot: QtBot, talking: Window, make_window: Any, restarts: list[Handover]
) -> None:
    press(Key.Key_F12)
    talking.lock()
    QTest.keyClick(talking.hiding.page, Key.Key_F12)  # whoever is nervous presses twice
    assert not talking.stack.isVisible()
    assert talking.hiding.covered
    qtbot.waitUntil(lambda: bool(restarts))
    assert not talking.stack.isVisible()
    back = make_window(restarts[0])
    assert labels(back) == ""
    assert back.windowTitle() == "Calendar"
    back.hiding.press()  # in a test the key is one of two windows
    assert back.stack.isVisible()
    assert not back.hiding.page.isVisible()


def test_a_vault_that_opens_while_it_is_hidden_opens_behind_the_page(
    qtbot: QtBot, locked_window: Window, make_window: Any, restarts: list[Handover], vault: ReadyVault
) -> None:
    press(Key.Key_F12)
    locked_window._unlocked(str(vault.path), bytearray(vault.key))  # the passphrase was on its way
    qtbot.waitUntil(lambda: bool(restarts))
    back = make_window(restarts[0])
    qtbot.waitUntil(lambda: type(back.stack.currentWidget()).__name__ == "CasesScreen")
    assert labels(back) == ""
    back.activateWindow()
    qtbot.waitUntil(back.isActiveWindow)
    held = QApplication.focusWidget()
    assert held is back.hiding.page, "what is typed goes nowhere"
    back.hiding.press()
    assert labels(back) != ""
    assert back.stack.isAncestorOf(QApplication.focusWidget())


def test_the_key_in_the_moment_of_leaving_counts(
    qtbot: QtBot, locked_window: Window, restarts: list[Handover], vault: ReadyVault
) -> None:
    locked_window._unlocked(str(vault.path), bytearray(vault.key))
    locked_window.hiding.press()
    qtbot.waitUntil(lambda: bool(restarts))
    assert restarts[0].covered


def test_a_dialog_that_opens_while_the_window_locks_is_not_shown(
    qtbot: QtBot, talking: Window, restarts: list[Handover]
) -> None:
    page = page_of(talking)
    talking.lock()
    page.interview.ask_present()
    assert [panel for panel in talking.findChildren(Panel) if panel.isVisible()] == []
    qtbot.waitUntil(lambda: bool(restarts))


def test_what_takes_the_keyboard_meanwhile_gets_it_when_it_is_shown_again(talking: Window) -> None:
    press(Key.Key_F12)
    page = page_of(talking)
    page.interview._to_text()  # a dialog that was accepted before is saved only now
    QApplication.processEvents()
    held = QApplication.focusWidget()
    assert held is talking.hiding.page
    QTest.keyClicks(held, "he is looking")
    press(Key.Key_F12)
    column = page.columns["original"].page
    assert column.text() == WORDS
    assert QApplication.focusWidget() is column


def test_words_that_the_disk_did_not_take_do_not_go_with_a_hidden_window(qtbot: QtBot, talking: Window) -> None:
    press(Key.Key_F12)
    assert talking.frame is not None
    unkept = talking.frame.desk._unkept  # as where the disk is full
    unkept["testimonies:t1:text"] = "She came back."
    talking.close()
    talking.close()
    assert talking.isVisible(), "what stands behind the page told nobody"
    press(Key.Key_F12)
    talking.close()
    unkept.clear()
