"""Backup, archive and shredding from the list of cases: each says what it does, and does no more than it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services import backup, restore, session, ways
from tests.ui.conftest import ReadyVault, Watchdog
from ui.cases import CasesScreen
from ui.keeping_dialogs import ArchiveCase, BackUp, ShredCase
from ui.process import Handover
from ui.settings import SettingsPanel
from ui.vault_dialogs import ChangeRecovery
from ui.widgets.chooser import Chooser
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def secret(vault: ReadyVault) -> bytearray:
    """The recovery of the vault, which somebody has."""
    made = ways.prepare_recovery()
    with session.open_unlocked(vault.path, bytearray(vault.key)) as opened:
        ways.set_recovery(opened, made)
    return made


@pytest.fixture
def screen(window: Window, qtbot: QtBot) -> CasesScreen:
    """The list, with every line complete."""
    return listed(window, qtbot)


def listed(window: Window, qtbot: QtBot) -> CasesScreen:
    found = window.stack.currentWidget()
    assert isinstance(found, CasesScreen)
    qtbot.waitUntil(lambda: 0 < len(found.summaries) == len(found._facts))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return found


def shown(screen: QWidget, kind: type) -> Any:
    return next(panel for panel in screen.findChildren(kind) if panel.isVisible())


def press(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, panel: QWidget, path: Path) -> None:
    chooser = shown(panel, Chooser)
    chooser.name.setText(str(path))
    qtbot.keyClick(chooser.name, Qt.Key.Key_Return)


def said(screen: CasesScreen, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not screen.notice.isHidden())
    return screen.notice.head.text() + " " + screen.notice.body.text()


# --- backup ---


def open_backup(qtbot: QtBot, screen: CasesScreen) -> BackUp:
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    qtbot.keyClick(screen, Qt.Key.Key_B, CONTROL)
    panel = shown(screen, BackUp)
    qtbot.waitUntil(lambda: panel.last.text() != "")
    return panel  # type: ignore[no-any-return]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def test_a_backup_is_made_by_keyboard_opens_with_the_sheets_and_is_remembered(
    secret: bytearray, screen: CasesScreen, stick: Path, tmp_path: Path, qtbot: QtBot, watchdog: Watchdog
) -> None:
    panel = open_backup(qtbot, screen)
    assert panel.last.text() == "No backup is on record yet."
    assert not panel.recovery.isVisible()
    qtbot.keyClick(panel.folder, Qt.Key.Key_Return)
    assert panel.where_row.note == "Choose a folder, best on a stick."
    qtbot.keyClicks(panel.folder, str(stick))
    watchdog.reset()
    qtbot.keyClick(panel.folder, Qt.Key.Key_Return)
    assert "It opens with two recovery sheets of today" in said(screen, qtbot)
    assert watchdog.longest < 0.1
    (file,) = stick.iterdir()
    assert restore.restore(file, tmp_path / "again", secret).cases == 1

    panel = open_backup(qtbot, screen)
    assert panel.last.text().startswith("The last one: today, ")
    assert panel.folder.text() == str(stick), "it is remembered where"


def test_older_backups_go_only_where_it_was_said(secret: bytearray, screen: CasesScreen, stick: Path, qtbot: QtBot) -> None:
    for day in "123":
        (stick / f"affiant-backup-2020010{day}-000000-{'0' * 8}.age").write_bytes(b"of another vault")
    panel = open_backup(qtbot, screen)
    panel.folder.setText(str(stick))
    assert panel.keep.value == "", "nothing is removed unless it is asked for"
    panel.keep.choose("2")
    qtbot.keyClick(panel.folder, Qt.Key.Key_Return)
    said(screen, qtbot)
    assert len(list(stick.iterdir())) == 4, "those of another vault are not touched"


def test_a_backup_that_is_stopped_leaves_no_file(secret: bytearray, screen: CasesScreen, stick: Path, qtbot: QtBot) -> None:
    panel = open_backup(qtbot, screen)
    panel.folder.setText(str(stick))
    panel.take_step()
    qtbot.waitUntil(lambda: panel.busy)
    panel.reject()
    assert panel.isVisible()
    qtbot.waitUntil(lambda: not panel.busy)
    assert panel.notice.head.text().startswith("Stopped.")
    assert list(stick.iterdir()) == []


def test_a_folder_that_is_not_there_is_told_and_nothing_is_lost(secret: bytearray, screen: CasesScreen, qtbot: QtBot) -> None:
    panel = open_backup(qtbot, screen)
    panel.folder.setText("/no/such/folder/x")
    panel.take_step()
    qtbot.waitUntil(lambda: not panel.notice.isHidden())
    assert panel.go.isEnabled()
    assert panel.folder.text() == "/no/such/folder/x"


def test_a_vault_without_sheets_gets_them_before_its_backup(
    window: Window, screen: CasesScreen, vault: ReadyVault, qtbot: QtBot
) -> None:
    panel = open_backup(qtbot, screen)
    assert "not on record that anybody has the recovery sheets" in panel.recovery.head.text()
    assert panel.make_sheets.isVisible()
    press(qtbot, panel.cancel)
    window.tasks.command(window, lambda opened: ways.remove_recovery(opened.vault))
    panel = open_backup(qtbot, screen)
    assert panel.recovery.head.text() == "This vault has no recovery sheets."
    qtbot.keyClick(panel.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(found.isVisible() for found in window.findChildren(ChangeRecovery)))


# --- when it locks ---


def settle_backup_on_lock(window: Window, qtbot: QtBot, folder: Path) -> None:
    window.show_settings()
    panel = shown(window, SettingsPanel)
    panel.on_lock.setFocus()
    qtbot.keyClick(panel.on_lock, Qt.Key.Key_Space)
    panel.take_step()
    assert "Choose a folder" in panel.backup_row.note
    press(qtbot, panel.folder)
    choose(qtbot, panel, folder)
    panel.keep.choose("1")
    panel.take_step()


def test_locking_makes_a_backup_where_it_was_asked_for(
    secret: bytearray,
    window: Window,
    screen: CasesScreen,
    vault: ReadyVault,
    make_window: Any,
    restarts: list[Handover],
    stick: Path,
    qtbot: QtBot,
) -> None:
    settle_backup_on_lock(window, qtbot, stick)
    window.lock()
    qtbot.waitUntil(lambda: len(restarts) == 1)
    (first,) = stick.iterdir()
    again = make_window(Handover(vault=str(vault.path), key=vault.key.hex()))
    qtbot.waitUntil(lambda: isinstance(again.stack.currentWidget(), CasesScreen))
    assert again._settings.backup_folder == str(stick)
    assert again._settings.backup_keep == 1
    again.panic()
    assert len(restarts) == 2
    assert list(stick.iterdir()) == [first], "the panic key makes none"


def test_a_backup_that_takes_longer_than_locking_may_is_given_up(
    secret: bytearray,
    window: Window,
    screen: CasesScreen,
    restarts: list[Handover],
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    settle_backup_on_lock(window, qtbot, stick)
    monkeypatch.setattr("ui.window.PATIENCE", 1.0)  # nothing remains of it for a backup
    window.lock()
    qtbot.waitUntil(lambda: len(restarts) == 1)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    ("last", "said_of_it"), [(None, "never"), ("2020-05-04T12:00:00Z", "4\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2020")]
)
def test_a_backup_that_did_not_come_about_for_days_is_told(
    vault: ReadyVault, make_window: Any, last: str | None, said_of_it: str, stick: Path, qtbot: QtBot
) -> None:
    with session.open_unlocked(vault.path, bytearray(vault.key)) as opened:
        opened.set_setting("backup_folder", str(stick))
        opened.set_setting(backup.LAST, last)
    window = make_window(Handover(vault=str(vault.path), key=vault.key.hex()))
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CasesScreen))
    assert f"The last one: {said_of_it}." in said(window.stack.currentWidget(), qtbot)


# --- archive ---


@pytest.mark.parametrize("vault_kind", ["begun"])
def test_a_case_goes_into_an_archive_and_is_gone_here_only_then(
    window: Window, screen: CasesScreen, vault: ReadyVault, tmp_path: Path, qtbot: QtBot
) -> None:
    identity = pyrage.x25519.Identity.generate()
    press(qtbot, screen.bar.archive)
    panel = shown(screen, ArchiveCase)
    qtbot.keyClick(panel.recipients, Qt.Key.Key_Return)
    assert "begins with age1" in panel.recipient_row.note
    qtbot.keyClicks(panel.recipients, "age1nobody")
    qtbot.keyClick(panel.recipients, Qt.Key.Key_Return)
    assert "if you mean it" in panel.notice.head.text()
    qtbot.keyClick(panel.sure, Qt.Key.Key_Space)
    qtbot.keyClick(panel.recipients, Qt.Key.Key_Return)
    choose(qtbot, panel, tmp_path / "gone")
    qtbot.waitUntil(lambda: "not an age public key" in panel.recipient_row.note)
    assert not (tmp_path / "gone.age").exists()
    assert len(screen.summaries) == 1
    panel.recipients.setText(str(identity.to_public()))
    panel.take_step()
    choose(qtbot, panel, tmp_path / "gone")
    assert said(screen, qtbot).startswith("LARCH is in its archive, read back, and gone here.")
    qtbot.waitUntil(lambda: screen.summaries == {})
    key = tmp_path / "key.txt"
    for content, told in (("no key", "holds no age identity"), (str(pyrage.x25519.Identity.generate()), "somebody else")):
        key.write_text(content, "utf-8")
        bring_back(qtbot, screen, tmp_path / "gone.age", key)
        qtbot.waitUntil(screen.load.isEnabled)
        assert told in screen.notice.head.text()
    key.write_text(f"# of counsel\n{identity}\n", "utf-8")
    bring_back(qtbot, screen, tmp_path / "gone.age", key)
    qtbot.waitUntil(lambda: window.frame is not None)
    assert window.frame is not None
    assert window.frame.desk.case.case.code == "LARCH"


def bring_back(qtbot: QtBot, screen: CasesScreen, file: Path, key: Path) -> None:
    """Import a sealed file with a key."""
    press(qtbot, screen.load)
    choose(qtbot, screen, file)
    choose(qtbot, screen, key)
    assert not screen.load.isEnabled()


# --- shredding ---


def to_shred(qtbot: QtBot, screen: CasesScreen) -> ShredCase:
    press(qtbot, screen.bar.shred)
    return shown(screen, ShredCase)  # type: ignore[no-any-return]


@pytest.mark.parametrize("vault_kind", ["begun"])
def test_a_case_is_shredded_after_its_code_was_typed(
    window: Window, screen: CasesScreen, vault: ReadyVault, qtbot: QtBot
) -> None:
    panel = to_shred(qtbot, screen)
    assert "Backups, archives, bundles" in panel.remains.body.text()
    for typed in ("", "larch"):
        panel.code.setText(typed)
        qtbot.keyClick(panel.code, Qt.Key.Key_Return)
        assert panel.code_row.note == "This is not what the case is called. Nothing was changed."
    panel.code.clear()
    qtbot.keyClicks(panel.code, "LARCH")
    qtbot.keyClick(panel.code, Qt.Key.Key_Return)
    assert said(screen, qtbot).startswith("LARCH is shredded.")
    qtbot.waitUntil(screen.empty.isVisible)
    window.close()
    assert [path.name for path in (vault.path / "o").iterdir() if path.name.startswith(vault.case_id)] == []


def test_a_case_under_a_legal_hold_is_neither_shredded_nor_archived(screen: CasesScreen, tmp_path: Path, qtbot: QtBot) -> None:
    panel = to_shred(qtbot, screen)
    panel.code.setText("HERON")
    panel.take_step()
    qtbot.waitUntil(lambda: not panel.notice.isHidden())
    assert panel.notice.head.text() == "A legal hold is on this case."
    panel.reject()
    press(qtbot, screen.bar.archive)
    archive = shown(screen, ArchiveCase)
    archive.recipients.setText(str(pyrage.x25519.Identity.generate().to_public()))
    archive.sure.setChecked(True)
    archive.take_step()
    choose(qtbot, archive, tmp_path / "held")
    qtbot.waitUntil(lambda: not archive.notice.isHidden())
    assert archive.notice.head.text() == "A legal hold is on this case."
    assert not (tmp_path / "held.age").exists()
    assert len(screen.summaries) == 1


@pytest.mark.parametrize("vault_kind", ["begun"])
def test_a_damaged_case_can_be_shredded_with_what_nobody_can_tell_said(
    vault: ReadyVault, make_window: Any, qtbot: QtBot
) -> None:
    file = vault.path / "o" / vault.case_id
    data = bytearray(file.read_bytes())
    data[100] ^= 1
    file.write_bytes(bytes(data))
    window = make_window(Handover(vault=str(vault.path), key=vault.key.hex()))
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CasesScreen))
    screen = listed(window, qtbot)
    qtbot.waitUntil(screen.damaged.isVisible)
    assert not screen.bar.archive.isVisible()
    panel = to_shred(qtbot, screen)
    panel.code.setText(panel.wanted)
    panel.take_step()
    qtbot.waitUntil(lambda: screen.summaries == {})


@pytest.mark.parametrize("opener", ["back_up", "archive_case", "shred_case"])
def test_each_dialog_fits_the_screen_at_twice_the_size_and_closes_by_esc(
    window: Window, screen: CasesScreen, opener: str, qtbot: QtBot
) -> None:
    window.look.set(dark=False, factor=2.0)
    getattr(screen, opener)()
    panel = shown(screen, {"back_up": BackUp, "archive_case": ArchiveCase, "shred_case": ShredCase}[opener])
    qtbot.waitUntil(lambda: panel.height() <= panel.screen().size().height())
    qtbot.waitUntil(lambda: panel.rect().contains(panel.go.geometry()) and panel.rect().contains(panel.cancel.geometry()))
    qtbot.waitUntil(lambda: panel.focusWidget() is not None)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
