"""The frame around the work: looks, settings, ways between pages, locking, and what is never imported."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from tests.ui.conftest import ReadyVault
from tests.ui.window_driver import open_case, panel_in
from ui.case_frame import CaseFrame
from ui.cases import CasesScreen
from ui.entry import main
from ui.errors import bug, told
from ui.look import STEPS
from ui.process import Handover
from ui.settings import Settings, SettingsPanel
from ui.theme import DARK, LIGHT, Tokens
from ui.window import Window

ROOT = Path(__file__).resolve().parents[2]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


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


@pytest.mark.parametrize("size", [(1366, 768), (700, 500)], ids=["wide", "narrow"])
def test_no_two_things_in_sight_have_the_same_key(frame: CaseFrame, qtbot: QtBot, size: tuple[int, int]) -> None:
    frame.resize(*size)
    for page in frame.rail.rows:
        frame.go(page)
        qtbot.wait(20)
        keys = [
            button.shortcut().toString()
            for button in frame.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and not button.shortcut().isEmpty()
        ]
        keys += [
            shortcut.key().toString()
            for shortcut in frame.findChildren(QShortcut)
            if shortcut.context() == Qt.ShortcutContext.WindowShortcut
            and shortcut.isEnabled()
            and isinstance(holder := shortcut.parent(), QWidget)
            and holder.isVisible()
        ]
        assert sorted(keys) == sorted(set(keys)), page
