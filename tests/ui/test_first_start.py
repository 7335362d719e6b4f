"""A first start by keyboard alone: passphrase, name, sheets, first case, and the interview is there. It can be left and resumed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import session
from tests.ui.conftest import ReadyVault
from tests.ui.hands import Hands
from tests.ui.test_main_job import screen_of
from tests.ui.test_new_vault import STRONG
from ui.case_frame import CaseFrame
from ui.cases import CasesScreen
from ui.first_case import FirstCase
from ui.new_vault import NewVaultScreen
from ui.pages.interview_panels import Presence
from ui.pages.testimony import TestimonyPage
from ui.pages.testimony_dialogs import NewTestimony
from ui.process import Handover
from ui.recovery_sheets import RecoverySheets
from ui.unlock import UnlockScreen
from ui.vault_dialogs import ChangeRecovery
from ui.window import Window

Key, Alt, Ctrl = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    real = session.new_vault
    monkeypatch.setattr(
        session, "new_vault", lambda path, words, author, _cost, key_file: real(path, words, author, 64, key_file)
    )


def test_from_nothing_to_the_interview_by_keyboard_in_four_steps(
    cheap: None, qtbot: QtBot, make_window: Callable[[Handover], Any], restarts: list[Handover], home: Path
) -> None:
    hands = Hands(qtbot)
    window = make_window(Handover())
    screen = screen_of(qtbot, window, UnlockScreen)
    qtbot.waitUntil(lambda: screen.unlock.text() == "Make the first vault")
    assert not screen.passphrase.isVisible(), "there is no passphrase that could be asked for"
    hands.press(Key.Key_Return)
    vault = screen_of(qtbot, window, NewVaultScreen)
    assert vault.stage.text().startswith("1 of 4")
    hands.type(STRONG)
    hands.press(Key.Key_Tab)
    while QApplication.focusWidget() is not vault.again:
        hands.press(Key.Key_Tab)
    hands.type(STRONG)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(vault.author.isVisible)
    hands.type("Ann")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(vault.sheets.isVisible, timeout=20_000)
    assert vault.stage.text().startswith("3 of 4")
    held = vault.sheets._held
    hands.press(Key.Key_Return)
    for _ in range(2):
        sheet, word = vault.sheets.asked
        hands.type(held.sheets[sheet].split()[word])
        hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(restarts), timeout=20_000)
    again = make_window(restarts[-1])
    cases = screen_of(qtbot, again, CasesScreen)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is cases.empty.code)
    assert not cases.empty.make_sheets.isVisible(), "they were made a step before"
    assert cases.empty.code.text()
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: again.frame is not None)
    new = hands.until(NewTestimony)
    assert QApplication.focusWidget() is new.name
    hands.type("Old Li")
    hands.press(Key.Key_Return)
    hands.until(Presence)
    page = again.frame.page
    assert isinstance(page, TestimonyPage)
    assert page.interview.on
    content = 2 * len(STRONG) + len("Ann") + len("Old Li")
    print(f"first start: {hands.count} keys, {content} of them content")
    assert hands.count - content < 40, f"{hands.count} keys, of which {content} are what only the user can know"


@pytest.fixture
def first(window: Window, qtbot: QtBot) -> FirstCase:
    screen = window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    window.activateWindow()
    qtbot.waitUntil(screen.empty.isVisible)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.empty.code)
    return screen.empty


@pytest.mark.parametrize("vault_kind", ["empty"])
def test_who_left_without_sheets_is_told_and_goes_on_where_they_left(
    first: FirstCase, window: Window, vault: ReadyVault, qtbot: QtBot
) -> None:
    qtbot.waitUntil(first.make_sheets.isVisible)  # nobody ever wrote those of this vault down
    assert "no recovery sheets" in first.no_sheets.head.text()
    QTest.keyClick(first.code, Key.Key_R, Alt)
    qtbot.waitUntil(lambda: bool(window.findChildren(ChangeRecovery)))
    (panel,) = window.findChildren(ChangeRecovery)
    assert panel.findChildren(RecoverySheets)


@pytest.mark.parametrize("vault_kind", ["empty"])
def test_a_code_is_suggested_that_says_nothing_and_a_bad_one_is_told(first: FirstCase, qtbot: QtBot) -> None:
    assert first.code.text().isalpha()
    first.code.setText("a/b")
    QTest.keyClick(first.code, Key.Key_Return)
    qtbot.waitUntil(lambda: first.row.note != "" and "random" not in first.row.note)
    assert first.go.isEnabled()
    first.code.clear()
    QTest.keyClick(first.code, Key.Key_Return)
    assert first.row.note == "Write a code."


@pytest.mark.parametrize("vault_kind", ["empty"])
def test_the_sample_case_is_brought_by_one_key(first: FirstCase, window: Window, qtbot: QtBot) -> None:
    QTest.keyClick(first.code, Key.Key_S, Alt)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CaseFrame), timeout=20_000)
    assert window.frame is not None
    assert window.frame.desk.case.case.code == "HERON"


def test_a_vault_with_cases_shows_them_and_no_first_step(window: Window, qtbot: QtBot) -> None:
    screen = window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    qtbot.waitUntil(lambda: bool(screen.summaries))
    assert screen.stack.currentWidget() is screen.table
    assert not screen.empty.isVisible()
