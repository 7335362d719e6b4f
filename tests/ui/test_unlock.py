"""The lock screen: the right words for each refusal, and the key alone for the work."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services import session
from tests.ui.conftest import PASSPHRASE, ReadyVault, Watchdog
from ui.process import Handover
from ui.unlock import UnlockScreen
from ui.widgets.chooser import Chooser
from ui.window import Window


@pytest.fixture
def vault_kind() -> str:
    return "empty"


def screen_of(window: Window) -> UnlockScreen:
    screen = window.stack.currentWidget()
    assert isinstance(screen, UnlockScreen)
    return screen


def enter(qtbot: QtBot, screen: UnlockScreen, passphrase: str) -> None:
    qtbot.keyClicks(screen.passphrase, passphrase)
    qtbot.keyClick(screen.passphrase, Qt.Key.Key_Return)


def refusal(qtbot: QtBot, screen: UnlockScreen) -> tuple[str, str]:
    qtbot.waitUntil(lambda: not screen.notice.isHidden())
    return screen.notice.head.text(), screen.notice.accessibleDescription()


def test_the_right_passphrase_hands_over_the_key_and_forgets_itself(
    locked_window: Window, vault: ReadyVault, restarts: list[Handover], qtbot: QtBot, watchdog: Watchdog
) -> None:
    screen = screen_of(locked_window)
    watchdog.reset()
    enter(qtbot, screen, PASSPHRASE)
    assert screen.unlock.text() == "Opening…"
    qtbot.waitUntil(lambda: bool(restarts))
    assert restarts[0].key == vault.key.hex()
    assert restarts[0].vault == str(vault.path)
    assert screen.passphrase.text() == ""
    assert watchdog.longest < 0.1


def test_a_wrong_passphrase_is_told_and_can_be_written_over(
    locked_window: Window, restarts: list[Handover], qtbot: QtBot
) -> None:
    screen = screen_of(locked_window)
    enter(qtbot, screen, "a heron by another river")
    head, body = refusal(qtbot, screen)
    assert head == "This passphrase does not open the vault."
    assert "The vault is whole" in body
    assert screen.passphrase.selectedText() or screen.passphrase.hasSelectedText()
    enter(qtbot, screen, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(restarts))


def test_a_damaged_vault_is_not_called_a_wrong_passphrase(locked_window: Window, vault: ReadyVault, qtbot: QtBot) -> None:
    for name in ("h0", "h1"):
        data = bytearray((vault.path / name).read_bytes())
        data[len(data) // 2] ^= 1
        (vault.path / name).write_bytes(bytes(data))
    enter(qtbot, screen_of(locked_window), PASSPHRASE)
    assert refusal(qtbot, screen_of(locked_window))[0] == "Part of this vault is damaged or was tampered with."


def test_a_vault_that_is_open_elsewhere_is_said_to_be_in_use(locked_window: Window, vault: ReadyVault, qtbot: QtBot) -> None:
    with session.open_unlocked(vault.path, bytearray(vault.key)):
        enter(qtbot, screen_of(locked_window), PASSPHRASE)
        assert refusal(qtbot, screen_of(locked_window))[0] == "The vault is open in another program."


def test_an_empty_field_asks_for_the_passphrase(locked_window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(screen_of(locked_window).passphrase, Qt.Key.Key_Return)
    assert refusal(qtbot, screen_of(locked_window))[0] == "Write the passphrase first."


def test_vaults_of_this_computer_are_offered_and_others_can_be_chosen(
    make_window: object, vault: ReadyVault, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    here = home / ".local/share/Affiant/vaults/Field vault"
    shutil.copytree(vault.path, here)
    screen = screen_of(make_window(Handover()))  # type: ignore[operator]
    qtbot.waitUntil(lambda: screen.vault.value == str(here))
    assert screen.vault.currentText() == "Field vault, on this computer"
    screen.vault.setCurrentIndex(screen.vault.count() - 1)
    screen.vault.activated.emit(screen.vault.currentIndex())
    chooser = screen.findChild(Chooser)
    assert chooser is not None
    qtbot.keyClicks(chooser.name, str(vault.path))
    qtbot.keyClick(chooser.name, Qt.Key.Key_Return)
    assert screen.vault.value == str(vault.path)


def test_a_computer_without_a_vault_says_so(make_window: object, qtbot: QtBot) -> None:
    screen = screen_of(make_window(Handover()))  # type: ignore[operator]
    assert refusal(qtbot, screen)[0] == "There is no vault on this computer yet."


def test_capital_letters_without_shift_tell_that_caps_lock_is_on(locked_window: Window, qtbot: QtBot) -> None:
    screen = screen_of(locked_window)
    qtbot.keyClick(screen.passphrase, "a")
    assert screen.caps.isHidden()
    event = Qt.KeyboardModifier.NoModifier
    from PySide6.QtGui import QKeyEvent

    screen.passphrase.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, event, "A"))
    assert not screen.caps.isHidden()


def test_a_key_file_that_is_missing_leaves_the_vault_shut(
    locked_window: Window, vault: ReadyVault, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = screen_of(locked_window)
    (tmp_path / "some.key").write_bytes(b"0123456789abcdef")
    qtbot.keyClick(screen, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    chooser = screen.findChild(Chooser)
    assert chooser is not None
    qtbot.keyClicks(chooser.name, str(tmp_path / "some.key"))
    qtbot.keyClick(chooser.name, Qt.Key.Key_Return)
    assert screen.key_file.text() == "Key file chosen"
    enter(qtbot, screen, PASSPHRASE)
    assert refusal(qtbot, screen)[0] == "This passphrase does not open the vault."


def test_showing_and_hiding_the_passphrase(locked_window: Window, qtbot: QtBot) -> None:
    screen = screen_of(locked_window)
    qtbot.keyClicks(screen.passphrase, "quiet")
    qtbot.keyClick(screen, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert screen.passphrase.displayText() == "quiet"
    qtbot.keyClick(screen, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert "quiet" not in screen.passphrase.displayText()


def test_the_lock_screen_fits_a_small_screen_at_twice_the_size(locked_window: Window, qtbot: QtBot) -> None:
    locked_window.look.set(dark=False, factor=2.0)
    locked_window.resize(1024, 640)
    screen = screen_of(locked_window)
    assert locked_window.width() <= 1024
    button = screen.show_button
    qtbot.waitUntil(lambda: button.mapTo(screen, button.rect().topRight()).x() < screen.width())
