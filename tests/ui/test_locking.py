"""Locking: by key, by idle time and by waking; what it leaves behind, and what comes back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QClipboard, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.services.files import written_whole
from app.services.progress import Course, Stopped
from tests.ui.conftest import ReadyVault
from tests.ui.window_driver import open_case, panel_in
from ui import idle as idle_module
from ui.cases import CasesScreen
from ui.idle import Idle
from ui.process import FLAG, Handover, take
from ui.search import SearchPanel
from ui.settings import SettingsPanel
from ui.window import Window
from ui.working import WorkingPanel

ROOT = Path(__file__).resolve().parents[2]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_locking_blanks_the_window_first_and_hands_over_no_key(
    window: Window, vault: ReadyVault, restarts: list[Handover], qtbot: QtBot
) -> None:
    open_case(window, vault, qtbot, "history")
    shown_when_left = []
    window._restart = lambda handover: (shown_when_left.append(window.stack.isVisible()), restarts.append(handover))
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL | SHIFT)
    assert not window.stack.isVisible(), "at once, whatever is still being saved"
    qtbot.waitUntil(lambda: bool(restarts))
    assert shown_when_left == [False]
    assert (restarts[0].key, restarts[0].case, restarts[0].page) == ("", vault.case_id, "history")
    assert restarts[0].vault == str(vault.path)


def test_the_keys_that_work_everywhere_work_over_a_dialog(window: Window, restarts: list[Handover], qtbot: QtBot) -> None:
    window.show_settings()
    panel = panel_in(window, SettingsPanel)
    panel.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is panel)
    QTest.keyClick(panel, Qt.Key.Key_Equal, CONTROL)
    assert window.look.factor == 1.125
    QTest.keyClick(panel, Qt.Key.Key_L, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: len(restarts) == 1)


@pytest.mark.parametrize("leave", ["lock", "close"])
def test_what_was_copied_here_is_not_on_the_clipboard_afterwards(
    window: Window, leave: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for owns in ("ownsClipboard", "ownsSelection"):
        monkeypatch.setattr(QClipboard, owns, lambda _clipboard: True)  # a screen without windows cannot tell
    QApplication.clipboard().setText("They came at night.")
    getattr(window, leave)()
    assert QApplication.clipboard().text() == ""


def test_what_another_program_copied_stays_on_the_clipboard(window: Window) -> None:
    QApplication.clipboard().setText("a shopping list")
    window.lock()
    assert QApplication.clipboard().text() == "a shopping list"


def test_locking_closes_every_dialog(window: Window, vault: ReadyVault, restarts: list[Handover], qtbot: QtBot) -> None:
    frame = open_case(window, vault, qtbot)
    frame.search()
    panel = panel_in(window, SearchPanel)
    window.lock()
    assert not panel.isVisible()
    qtbot.waitUntil(lambda: len(restarts) == 1)


def test_locking_stops_what_can_be_stopped_so_that_nothing_of_it_is_left(
    window: Window, restarts: list[Handover], qtbot: QtBot, tmp_path: Path
) -> None:
    panel = WorkingPanel(window.look, window.tasks, window, "A packet", "Write it", "Long work")
    begun, end, out = threading.Event(), threading.Event(), tmp_path / "out"
    out.mkdir()

    def work(course: Course) -> None:
        with written_whole(out / "p.age", replace=False) as stream:
            stream.write(b"sealed")
            begun.set()
            while not end.wait(0.01):
                course.at("write", 0, 1)
            raise Stopped

    run = panel.stoppable(work)
    panel.open()
    window.tasks.command(panel, lambda _vault: run())
    assert begun.wait(10)
    window.lock()
    qtbot.waitUntil(lambda: bool(restarts))
    left = list(out.iterdir())
    end.set()
    assert left == []


@pytest.fixture
def busy_vault(window: Window) -> Iterator[None]:
    """The vault thread has something to do that takes as long as the test."""
    go_on = threading.Event()
    window.tasks.query(window, lambda _vault: go_on.wait(30), lambda _: None)
    yield
    go_on.set()


@pytest.mark.usefixtures("busy_vault")
def test_the_lock_key_pressed_twice_waits_for_nothing(window: Window, restarts: list[Handover], qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL | SHIFT)
    qtbot.wait(50)
    assert restarts == [], "pressed once, it waits for what is being saved"
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL | SHIFT)
    assert [handover.key for handover in restarts] == [""]
    qtbot.wait(50)
    assert len(restarts) == 1


@pytest.mark.usefixtures("busy_vault")
def test_the_panic_key_waits_for_nothing(window: Window, vault: ReadyVault, restarts: list[Handover], qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL | SHIFT | Qt.KeyboardModifier.AltModifier)
    assert [(handover.key, handover.vault) for handover in restarts] == [("", str(vault.path))]


def test_the_panic_key_forgets_a_passphrase_that_is_half_typed(
    locked_window: Window, restarts: list[Handover], qtbot: QtBot
) -> None:
    qtbot.keyClicks(locked_window.stack.currentWidget().passphrase, "quiet heron")  # type: ignore[union-attr]
    qtbot.keyClick(locked_window, Qt.Key.Key_L, CONTROL | SHIFT | Qt.KeyboardModifier.AltModifier)
    assert len(restarts) == 1


@pytest.mark.usefixtures("busy_vault")
def test_locking_waits_no_longer_than_it_may(
    window: Window, restarts: list[Handover], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.window.PATIENCE", 0.1)
    window.lock()
    qtbot.waitUntil(lambda: len(restarts) == 1)


def test_a_process_that_cannot_be_replaced_ends(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    ends: list[int] = []
    monkeypatch.setattr(QApplication, "exit", lambda status=0: ends.append(status))

    def fail(_handover: Handover) -> None:
        raise OSError

    window._restart = fail
    window.lock()
    qtbot.waitUntil(lambda: ends == [1])


def test_idle_time_locks_and_a_touch_starts_it_anew(window: Window, restarts: list[Handover], qtbot: QtBot) -> None:
    window.idle.set_minutes(0.005)
    for _ in range(4):
        qtbot.wait(100)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert restarts == []
    qtbot.waitUntil(lambda: len(restarts) == 1)


@pytest.mark.qt_log_ignore("grabbing the keyboard", "raise", extend=True)  # a screen without windows
def test_a_hand_on_the_mouse_in_a_menu_and_words_of_an_input_method_are_touches(
    window: Window, vault: ReadyVault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_case(window, vault, qtbot).go("testimony")
    window.idle.set_minutes(60)
    touched: list[int] = []
    monkeypatch.setattr(window.idle._timer, "start", lambda: touched.append(1))
    QTest.mouseMove(window.windowHandle(), QPoint(5, 5))
    qtbot.waitUntil(lambda: len(touched) == 1)
    QApplication.sendEvent(QApplication.focusObject(), QInputMethodEvent("ni", []))
    assert len(touched) == 2
    menu = QMenu(window)
    menu.addAction("a choice")
    menu.popup(window.mapToGlobal(QPoint(40, 40)))
    qtbot.waitUntil(menu.isVisible)
    window.idle._look()
    QTest.mousePress(menu.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(3, 3))
    assert len(touched) > 2
    menu.close()


def test_the_clock_of_idle_time_is_not_asked_about_all_that_qt_does(
    window: Window, vault: ReadyVault, qtbot: QtBot, qapp: QApplication
) -> None:
    asked: list[QEvent.Type] = []

    class Counting(Idle):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            asked.append(event.type())
            return False

    frame = open_case(window, vault, qtbot)
    clock = Counting(qapp, 60)
    frame.go("people")
    qtbot.wait(20)
    clock.set_minutes(0)
    assert QEvent.Type.FocusIn in asked
    assert len(asked) < 60, "thousands of events build and draw a page"


def test_waking_from_sleep_locks(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Idle(qapp, 60)
    monkeypatch.setattr(idle_module, "slept", lambda: 1e9)
    with qtbot.waitSignal(watch.passed):
        watch._look()
    watch.set_minutes(0)


def test_the_lock_screen_itself_does_not_lock(locked_window: Window, restarts: list[Handover], qtbot: QtBot) -> None:
    qtbot.keyClick(locked_window, Qt.Key.Key_L, CONTROL | SHIFT)
    assert restarts == []


def test_sheets_of_a_new_vault_do_not_stay_on_the_screen_over_a_lock(
    locked_window: Window, restarts: list[Handover], qtbot: QtBot
) -> None:
    locked_window.show_new_vault()
    screen = locked_window.stack.currentWidget()
    qtbot.keyClick(locked_window, Qt.Key.Key_L, CONTROL | SHIFT)
    assert locked_window.stack.isVisible(), "while the passphrase is chosen there is nothing to lock"
    screen.secret.emit("/the/new/vault")  # type: ignore[union-attr]
    assert locked_window.idle._timer.isActive()
    qtbot.keyClick(locked_window, Qt.Key.Key_L, CONTROL | SHIFT)
    assert not locked_window.stack.isVisible()
    qtbot.waitUntil(lambda: len(restarts) == 1)
    assert (restarts[0].vault, restarts[0].key) == ("/the/new/vault", "")


def test_a_key_that_does_not_open_leads_back_to_the_lock_screen(make_window: object, vault: ReadyVault, qtbot: QtBot) -> None:
    window = make_window(Handover(vault=str(vault.path), key=bytes(32).hex()))  # type: ignore[operator]
    qtbot.waitUntil(lambda: hasattr(window.stack.currentWidget(), "passphrase"))
    assert not window.stack.currentWidget().notice.isHidden()


def test_a_case_that_cannot_be_opened_again_leads_to_the_list(make_window: object, vault: ReadyVault, qtbot: QtBot) -> None:
    window = make_window(Handover(vault=str(vault.path), key=vault.key.hex(), case="no such case"))  # type: ignore[operator]
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CasesScreen))
    qtbot.waitUntil(lambda: not window.stack.currentWidget().notice.isHidden())
    assert window.stack.currentWidget().notice.head.text() == "The vault has no case of that code or id."


@pytest.mark.parametrize("argv", [[], [FLAG], [FLAG, "x"], [FLAG, "-1"], [FLAG, "9999"], ["list"]])
def test_a_handover_that_is_none_is_taken_for_none(argv: list[str]) -> None:
    assert take(argv) in (None, Handover())
