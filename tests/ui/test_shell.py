"""The frame around the work: looks, settings, ways between pages, locking, and what is never imported."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QClipboard, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from tests.ui.conftest import ReadyVault
from ui import idle as idle_module
from ui.case_frame import CaseFrame
from ui.cases import CasesScreen
from ui.entry import main
from ui.errors import bug, told
from ui.idle import Idle
from ui.look import STEPS
from ui.process import FLAG, Handover, take
from ui.search import SearchPanel
from ui.settings import Settings, SettingsPanel
from ui.theme import DARK, LIGHT, Tokens
from ui.widgets.dialogs import Panel
from ui.window import Window

ROOT = Path(__file__).resolve().parents[2]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def panel_in(widget: QWidget, kind: type[Panel] = Panel) -> Panel:
    return next(panel for panel in widget.findChildren(kind) if panel.isVisible())


def open_case(window: Window, vault: ReadyVault, qtbot: QtBot, page: str = "") -> CaseFrame:
    window.open_case(vault.case_id, page)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CaseFrame))
    assert window.frame is not None
    return window.frame


# --- colours ---


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


WORDS_ON = [
    *((word, ground) for word in ("text", "text2", "hint", "accent", "attention", "stop") for ground in ("desk", "paper")),
    *((word, "rail") for word in ("text", "text2", "hint", "accent")),
    ("text", "accent_tint"), ("accent", "accent_tint"), ("text2", "accent_tint"), ("on_accent", "accent"),
    ("attention", "attention_tint"), ("text", "attention_tint"), ("stop", "stop_tint"), ("text", "stop_tint"),
]  # fmt: skip


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_word_can_be_read_on_its_ground(tokens: Tokens) -> None:
    ratios = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in WORDS_ON}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}
    edges = {(edge, ground) for edge in ("border", "accent") for ground in ("desk", "paper")}
    assert {pair for pair in edges if contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) < 3} == set()


def test_the_style_sheet_names_only_colours_that_there_are() -> None:
    sheet = (ROOT / "resources" / "style" / "window.qss").read_text("utf-8")
    assert set(re.findall(r"@([a-z_0-9]+)", sheet)) <= {field.name for field in fields(Tokens)}


# --- what is never there ---


@pytest.mark.parametrize(
    "never", ["QSettings", "QtNetwork", "QFileDialog", "QDesktopServices", "QPrinter", ".exec()", "QtWebEngine", "QProcess"]
)
def test_no_file_of_the_window_speaks_of(never: str) -> None:
    found = [path.name for path in (ROOT / "ui").rglob("*.py") if never in code_of(path)]
    assert found == (["program.py"] if never == ".exec()" else []), "the one event loop is that of the program"


def code_of(path: Path) -> str:
    text = re.sub(r'""".*?"""', "", path.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"#.*", "", text)


def test_without_a_screen_the_program_says_so_and_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main([]) == 2
    assert "no screen" in capsys.readouterr().err


# --- looks and settings ---


def test_text_grows_and_shrinks_by_keys_and_the_vault_keeps_it(
    window: Window, vault: ReadyVault, make_window: object, qtbot: QtBot
) -> None:
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Equal, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_D, CONTROL | SHIFT)
    assert (window.look.factor, window.look.is_dark) == (STEPS[1], True)
    window.close()
    window.look.set(dark=False, factor=1.0)
    again = make_window(Handover(vault=str(vault.path), key=vault.key.hex()))  # type: ignore[operator]
    qtbot.waitUntil(lambda: isinstance(again.stack.currentWidget(), CasesScreen))
    assert (again.look.factor, again.look.is_dark) == (STEPS[1], True)


def test_settings_are_chosen_by_keyboard_and_kept(window: Window, vault: ReadyVault, make_window: object, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    panel = panel_in(window, SettingsPanel)
    assert isinstance(panel, SettingsPanel)
    panel.idle.choose("2")
    panel.palette_choice.choose("system")
    panel.size_choice.choose("1.5")
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    assert (window._minutes, window.look.dark, window.look.factor) == (2.0, None, 1.5)
    window.close()
    again = make_window(Handover(vault=str(vault.path), key=vault.key.hex(), dark=True))  # type: ignore[operator]
    qtbot.waitUntil(lambda: isinstance(again.stack.currentWidget(), CasesScreen))
    assert again._settings == Settings(2.0, None, 1.5)


def test_settings_that_make_no_sense_change_nothing(vault: ReadyVault, make_window: object, qtbot: QtBot) -> None:
    from app.services import session

    with session.open_unlocked(vault.path, bytearray(vault.key)) as opened:
        for key, value in (("idle_minutes", "nan"), ("text_size", "huge"), ("palette", "mauve")):
            opened.set_setting(key, value)
    window = make_window(Handover(vault=str(vault.path), key=vault.key.hex(), dark=False))  # type: ignore[operator]
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CasesScreen))
    assert window._settings == Settings(10.0, False, 1.0)


# --- ways ---


def test_pages_open_by_number_and_the_way_back_by_key(window: Window, vault: ReadyVault, qtbot: QtBot) -> None:
    frame = open_case(window, vault, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    second = list(frame.rail.rows)[1]
    assert frame.page_key == second
    assert frame.rail.rows[second].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CasesScreen))
    assert window.frame is None


def test_a_narrow_window_shows_the_rail_as_a_menu_and_keeps_the_lock_in_sight(frame: CaseFrame, qtbot: QtBot) -> None:
    frame.go("overview")
    frame.resize(1366, 768)
    assert frame.rail.isVisible()
    assert not frame.top.isVisible()
    frame.look.set(dark=False, factor=2.0)
    assert not frame.rail.isVisible()
    assert frame.top.isVisible()
    assert frame.top.menu_button.isVisible()


@pytest.mark.parametrize("opener", ["begin_case", "import_case", "export_case", "settings"])
def test_every_dialog_of_the_list_opens_has_the_keyboard_and_closes_by_esc(window: Window, qtbot: QtBot, opener: str) -> None:
    screen = window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    qtbot.waitUntil(lambda: 0 < len(screen.summaries) == len(screen._facts))
    if opener == "settings":
        window.show_settings()
    else:
        getattr(screen, opener)()
    panel = panel_in(window)
    qtbot.waitUntil(lambda: panel.focusWidget() is not None)
    assert all(widget.accessibleName() for widget in focusable(panel)), [w for w in focusable(panel) if not w.accessibleName()]
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(QDialog))


@pytest.mark.parametrize("opener", ["begin_case", "import_case", "export_case", "show_settings"])
def test_every_dialog_fits_the_screen_at_twice_the_size_with_its_buttons_in_sight(
    window: Window, qtbot: QtBot, opener: str
) -> None:
    screen = window.stack.currentWidget()
    qtbot.waitUntil(lambda: 0 < len(screen.summaries) == len(screen._facts))  # type: ignore[attr-defined]
    window.look.set(dark=False, factor=2.0)
    getattr(window if opener == "show_settings" else screen, opener)()
    panel = panel_in(window)
    qtbot.waitUntil(lambda: panel.height() <= panel.screen().size().height())
    qtbot.waitUntil(lambda: panel.rect().contains(panel.go.geometry()) and panel.rect().contains(panel.cancel.geometry()))


def focusable(widget: QWidget) -> list[QWidget]:
    return [
        child
        for child in widget.findChildren(QWidget)
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.objectName() != "qt_scrollarea_viewport"
        and child.focusProxy() is None
    ]  # fmt: skip


def test_everything_on_the_list_is_reached_by_tab_and_has_a_name(window: Window, qtbot: QtBot) -> None:
    screen = window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    qtbot.waitUntil(lambda: 0 < len(screen.summaries) == len(screen._facts))
    wanted = set(focusable(screen))
    assert [widget for widget in wanted if not widget.accessibleName()] == []
    screen.search.setFocus()
    reached = set()
    for _ in range(3 * len(wanted)):
        reached.add(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert wanted <= reached


# --- locking ---


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


# --- what goes wrong ---


def test_a_bug_is_told_without_what_it_was_about(window: Window, qtbot: QtBot) -> None:
    try:
        raise KeyError("Han Keyu")
    except KeyError as error:
        window.tell_bug(error)
    screen = window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    said = screen.notice.head.text() + screen.notice.body.text()
    assert "KeyError at test_shell.py:" in said
    assert "Han Keyu" not in said
    assert "Han" not in repr(bug(ValueError("Han")))


def test_each_kind_of_refusal_has_its_own_icon() -> None:
    kinds = {status: told(UserError("some", status, "what; and then")) for status in (2, 3, 4, 5, 6, 7)}
    assert (kinds[4].kind, kinds[4].icon) == ("stop", "shield-x")
    assert (kinds[6].kind, kinds[6].icon) == ("stop", "triangle-alert")
    assert (kinds[7].kind, kinds[7].icon) == ("plain", "monitor-x")
    assert kinds[2].head == "What."
    assert kinds[2].body == "And then."
