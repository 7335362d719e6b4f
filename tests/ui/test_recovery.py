"""Without the passphrase: two sheets open the vault, or a backup of it; and the ways in are changed without a trap."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services import backup, session, ways
from app.services.ways import Recovery
from tests.ui.conftest import PASSPHRASE, ReadyVault, Watchdog
from ui.cases import CasesScreen
from ui.process import Handover
from ui.recovery_dialogs import OpenByRecovery, RestoreBackup
from ui.settings import KEY_FILE, RECOVERY, SettingsPanel
from ui.settings import PASSPHRASE as PASSPHRASE_WAY
from ui.unlock import UnlockScreen
from ui.vault_dialogs import ChangeKeyFile, ChangePassphrase, ChangeRecovery
from ui.widgets.chooser import Chooser
from ui.widgets.dialogs import Panel
from ui.window import Window

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
NEW = "lantern orchard seven quiet ferries"


@pytest.fixture
def vault_kind() -> str:
    return "empty"


@pytest.fixture
def sheets(vault: ReadyVault) -> Recovery:
    """The sheets of the vault."""
    secret = ways.prepare_recovery()
    with session.open_unlocked(vault.path, bytearray(vault.key)) as opened:
        ways.set_recovery(opened, secret)
    return ways.recovery_of(secret)


def panel_in(widget: QWidget, kind: type) -> Any:
    return next(panel for panel in widget.findChildren(kind) if panel.isVisible())


def active(qtbot: QtBot, panel: Any) -> Any:
    """The same panel, once it has the keyboard."""
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def as_written(sheet: str) -> str:
    """As it stands on the paper, and as people type it."""
    return "\n".join(f"{number}. {word.title()}" for number, word in enumerate(sheet.split(), 1))


# --- the lock screen ---


@pytest.fixture
def opening(sheets: Recovery, locked_window: Window, qtbot: QtBot) -> OpenByRecovery:
    """The dialog over the lock screen."""
    screen = locked_window.stack.currentWidget()
    assert isinstance(screen, UnlockScreen)
    qtbot.waitUntil(screen.isActiveWindow)
    qtbot.keyClicks(screen.passphrase, "quiet")
    qtbot.keyClick(screen, Qt.Key.Key_R, ALT)
    assert screen.passphrase.text() == "", "what was typed of the passphrase does not wait behind the dialog"
    return panel_in(screen, OpenByRecovery)


def notes(panel: OpenByRecovery | RestoreBackup) -> tuple[str, str]:
    return panel.fields.rows[0].note, panel.fields.rows[1].note


def test_two_sheets_in_any_order_open_the_vault_and_a_new_passphrase_is_chosen(
    opening: OpenByRecovery,
    sheets: Recovery,
    vault: ReadyVault,
    restarts: list[Handover],
    make_window: Callable[[Handover], Window],
    qtbot: QtBot,
    watchdog: Watchdog,
) -> None:
    opening.fields.areas[0].insertPlainText(as_written(sheets.sheets[2]))
    opening.fields.areas[1].insertPlainText(sheets.sheets[0].upper())
    assert notes(opening) == ("Sheet 3, every word right", "Sheet 1, every word right")
    watchdog.reset()
    qtbot.mouseClick(opening.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(restarts))
    assert watchdog.longest < 0.1
    assert (restarts[0].key, restarts[0].then) == (vault.key.hex(), "passphrase")

    window = make_window(restarts[0])
    qtbot.waitUntil(lambda: any(panel.isVisible() for panel in window.findChildren(ChangePassphrase)))
    panel = panel_in(window, ChangePassphrase)
    assert not panel.present.isVisible(), "nobody is asked for what was forgotten"
    for field in (panel.fields.passphrase, panel.fields.again):
        qtbot.keyClicks(field, NEW)
    qtbot.keyClick(panel.fields.again, Qt.Key.Key_Return)
    screen = window.stack.currentWidget()
    qtbot.waitUntil(lambda: not screen.notice.isHidden())
    assert screen.notice.head.text() == "The passphrase was changed."
    window.close()
    assert session.unlock(vault.path, NEW) == vault.key


def test_the_first_misspelt_word_is_told_by_its_place_and_no_other_is_repeated(
    opening: OpenByRecovery, sheets: Recovery, qtbot: QtBot
) -> None:
    first = sheets.sheets[0].split()
    area = opening.fields.areas[0]
    qtbot.keyClicks(area, " ".join([*first[:6], "qqq"]))
    assert notes(opening)[0] == "7 of 33 words", "a word that is still being typed is not judged"
    qtbot.keyClick(area, Qt.Key.Key_Space)
    assert notes(opening)[0] == "Word 7 is misspelt: it can be on no sheet."
    area.setPlainText(" ".join([*first[:6], "qqq", *first[7:20], "zzz", *first[21:]]))
    assert notes(opening)[0] == "Word 7 is misspelt: it can be on no sheet."
    assert not any(word in notes(opening)[0].split() for word in first)


@pytest.mark.parametrize(
    ("typed", "where", "said"),
    [
        (lambda held: ("", ""), 0, "Type the words of one sheet."),
        (lambda held: (held.sheets[0], ""), 1, "Two sheets are needed."),
        (lambda held: (held.sheets[0], held.sheets[0]), 1, "This is the same sheet twice."),
        (lambda held: (held.sheets[0], ways.recovery_of(bytes(32)).sheets[1]), 1, "not of one set"),
        (lambda held: (held.sheets[0], held.sheets[1].rpartition(" ")[0]), 1, "These are 32 words"),
        (lambda held: (held.sheets[0], " ".join(sorted(held.sheets[1].split()))), 1, "have changed places"),
        (lambda held: (held.line[:-1], ""), 0, "A letter of the line is wrong or missing."),
    ],
)
def test_what_is_wrong_is_told_below_its_field(
    opening: OpenByRecovery, sheets: Recovery, typed: Callable[[Recovery], tuple[str, str]], where: int, said: str
) -> None:
    for area, text in zip(opening.fields.areas, typed(sheets), strict=True):
        area.setPlainText(text)
    opening.take_step()
    assert said in notes(opening)[where]
    assert opening.go.isEnabled()
    assert opening.fields.areas[where].hasFocus()


@pytest.mark.parametrize("typed", [lambda held: held.line.lower(), lambda held: f"{held.sheets[1]}\n{held.sheets[2]}"])
def test_the_one_line_opens_alone_and_two_sheets_do_in_one_field(
    opening: OpenByRecovery, sheets: Recovery, restarts: list[Handover], typed: Callable[[Recovery], str], qtbot: QtBot
) -> None:
    opening.fields.areas[0].setPlainText(typed(sheets))
    qtbot.keyClick(opening.fields.areas[0], Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(restarts))


def test_sheets_of_another_time_open_nothing_and_stay_to_be_mended(opening: OpenByRecovery, qtbot: QtBot) -> None:
    other = ways.recovery_of(bytes(range(32)))
    for area, sheet in zip(opening.fields.areas, other.sheets, strict=False):
        area.setPlainText(sheet)
    opening.take_step()
    qtbot.waitUntil(lambda: not opening.notice.isHidden())
    assert opening.notice.head.text() == "This recovery does not open this vault."
    assert opening.fields.areas[0].toPlainText() == other.sheets[0]


def test_words_that_were_typed_cannot_be_copied_and_are_gone_when_left(
    opening: OpenByRecovery, sheets: Recovery, qtbot: QtBot
) -> None:
    area = opening.fields.areas[0]
    area.setPlainText(sheets.sheets[0])
    QApplication.clipboard().setText("something else")
    area.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        qtbot.keyClick(area, key, CONTROL)
    area.copy()
    assert "something else" in QApplication.clipboard().text() or QApplication.clipboard().text() == ""
    assert area.toPlainText() == sheets.sheets[0]
    qtbot.keyClicks(area, "extra")
    assert not area.document().isUndoAvailable()
    gone: list[str] = []
    opening.fields.areas[0].textChanged.connect(lambda: gone.append(area.toPlainText()))
    qtbot.keyClick(opening, Qt.Key.Key_Escape)
    assert gone[-1:] == [""]


# --- from a backup ---


@pytest.fixture
def backed_up(vault: ReadyVault, sheets: Recovery, tmp_path: Path) -> Path:
    with session.open_unlocked(vault.path, bytearray(vault.key)) as opened:
        return backup.back_up(opened, tmp_path / "vault.age").path


def fill(qtbot: QtBot, screen: QWidget, file: Path, held: Recovery) -> RestoreBackup:
    qtbot.waitUntil(screen.isActiveWindow)
    qtbot.keyClick(screen, Qt.Key.Key_B, ALT)
    panel = active(qtbot, panel_in(screen, RestoreBackup))
    panel.file.setFocus()
    qtbot.keyClick(panel.file, Qt.Key.Key_Return)
    assert panel.file_row.note == "Choose the file of the backup."
    qtbot.keyClick(panel, Qt.Key.Key_C, ALT)
    chooser = panel_in(panel, Chooser)
    chooser.name.setText(str(file))
    qtbot.keyClick(chooser.name, Qt.Key.Key_Return)
    for area, sheet in zip(panel.fields.areas, held.sheets, strict=False):
        area.setPlainText(sheet)
    return panel


def test_a_vault_comes_back_out_of_a_backup_on_a_computer_that_has_none(
    backed_up: Path, sheets: Recovery, vault: ReadyVault, make_window: Callable[[Handover], Window], home: Path, qtbot: QtBot
) -> None:
    screen = make_window(Handover()).stack.currentWidget()
    assert isinstance(screen, UnlockScreen)
    panel = fill(qtbot, screen, backed_up, sheets)
    panel.where.name.setText("Field vault")
    panel.take_step()
    made = home / ".local/share/Affiant/vaults/Field vault"
    qtbot.waitUntil(lambda: screen.vault.value == str(made))
    assert screen.notice.head.text() == "The vault is there, checked whole: 0 cases."
    assert session.unlock(made, PASSPHRASE) == vault.key
    assert sorted(path.name for path in made.parent.iterdir()) == ["Field vault"]


def test_a_damaged_backup_leaves_nothing_behind_and_what_was_typed_stays(
    backed_up: Path, sheets: Recovery, locked_window: Window, home: Path, qtbot: QtBot
) -> None:
    data = bytearray(backed_up.read_bytes())
    data[-40] ^= 1
    backed_up.write_bytes(bytes(data))
    panel = fill(qtbot, locked_window.stack.currentWidget(), backed_up, sheets)
    panel.take_step()
    qtbot.waitUntil(lambda: not panel.notice.isHidden())
    assert panel.go.isEnabled()
    assert panel.fields.areas[1].toPlainText() == sheets.sheets[1]
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_a_restore_that_is_stopped_leaves_nothing(
    backed_up: Path, sheets: Recovery, locked_window: Window, home: Path, qtbot: QtBot
) -> None:
    panel = fill(qtbot, locked_window.stack.currentWidget(), backed_up, sheets)
    panel.take_step()
    panel.reject()  # Esc, while it runs
    assert panel.isVisible()
    qtbot.waitUntil(panel.go.isEnabled)
    assert panel.notice.head.text().startswith("Stopped.")
    assert [path for path in home.rglob("*") if path.is_file()] == []


# --- changing the ways in ---


def open_way(window: Window, qtbot: QtBot, which: str, kind: type[Panel]) -> Panel:
    window.change_way(which)
    qtbot.waitUntil(lambda: any(panel.isVisible() for panel in window.findChildren(kind)))
    return active(qtbot, panel_in(window, kind))  # type: ignore[no-any-return]


def said(window: Window, qtbot: QtBot) -> str:
    screen = window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    qtbot.waitUntil(lambda: not screen.notice.isHidden())
    return screen.notice.head.text()


def test_the_settings_lead_to_each_way_in_by_key(window: Window, qtbot: QtBot) -> None:
    for key, kind in ((Qt.Key.Key_P, ChangePassphrase), (Qt.Key.Key_K, ChangeKeyFile), (Qt.Key.Key_R, ChangeRecovery)):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
        qtbot.keyClick(active(qtbot, panel_in(window, SettingsPanel)), key, ALT)
        qtbot.waitUntil(lambda kind=kind: any(panel.isVisible() for panel in window.findChildren(kind)))
        panel = panel_in(window, kind)
        qtbot.waitUntil(panel.present.passphrase.hasFocus)
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not window.findChildren(Panel))


def test_a_passphrase_is_changed_only_by_who_knows_the_present_one(window: Window, vault: ReadyVault, qtbot: QtBot) -> None:
    panel = open_way(window, qtbot, PASSPHRASE_WAY, ChangePassphrase)
    assert isinstance(panel, ChangePassphrase)
    for field in (panel.fields.passphrase, panel.fields.again):
        qtbot.keyClicks(field, NEW)
    qtbot.keyClick(panel.fields.again, Qt.Key.Key_Return)
    assert "opens the vault today" in panel.present.row.note
    qtbot.keyClicks(panel.present.passphrase, "another heron")
    qtbot.keyClick(panel.present.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Nothing was changed" in panel.present.row.note)
    assert session_opens(vault, PASSPHRASE)
    qtbot.keyClicks(panel.present.passphrase, PASSPHRASE)
    qtbot.keyClick(panel.present.passphrase, Qt.Key.Key_Return)
    assert said(window, qtbot) == "The passphrase was changed."
    assert session_opens(vault, NEW)
    assert not session_opens(vault, PASSPHRASE)


def session_opens(vault: ReadyVault, passphrase: str, key_file: bytes | None = None) -> bool:
    from app.storage import ways_in

    return ways_in.opens(vault.path, passphrase, key_file)


def test_a_key_file_is_added_and_taken_away(window: Window, vault: ReadyVault, tmp_path: Path, qtbot: QtBot) -> None:
    panel = open_way(window, qtbot, KEY_FILE, ChangeKeyFile)
    assert isinstance(panel, ChangeKeyFile)
    qtbot.keyClicks(panel.present.passphrase, PASSPHRASE)
    panel.take_step()
    assert "No key file is asked for today" in panel.notice.head.text()
    qtbot.keyClick(panel.fields.tick, Qt.Key.Key_Space)
    qtbot.keyClick(panel, Qt.Key.Key_M, ALT)
    chooser = panel_in(panel, Chooser)
    chooser.name.setText(str(tmp_path / "my.key"))
    qtbot.keyClick(chooser.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.fields.path is not None)
    panel.take_step()
    assert said(window, qtbot) == "From now on the vault opens only with this key file too."
    content = (tmp_path / "my.key").read_bytes()
    assert session_opens(vault, PASSPHRASE, content)
    assert not session_opens(vault, PASSPHRASE)

    window.stack.currentWidget().notice.clear()
    panel = open_way(window, qtbot, KEY_FILE, ChangeKeyFile)
    assert isinstance(panel, ChangeKeyFile)
    assert panel.fields.wanted
    qtbot.keyClick(panel.fields.tick, Qt.Key.Key_Space)
    qtbot.keyClicks(panel.present.passphrase, PASSPHRASE)
    panel.take_step()
    assert "A key file goes with this passphrase" in panel.present.row.note
    panel.present.take(tmp_path / "my.key")
    panel.take_step()
    assert said(window, qtbot) == "The vault opens without a key file now."
    assert session_opens(vault, PASSPHRASE)


def recovery_opens(vault: ReadyVault, window: Window, held: Recovery) -> bool:
    window.close()  # the vault is free then
    secret = ways.read_recovery("\n".join(held.sheets[:2]))
    try:
        return ways.unlock_by_recovery(vault.path, secret) == vault.key
    except session.UserError:
        return False


def to_new_sheets(window: Window, qtbot: QtBot) -> ChangeRecovery:
    panel = open_way(window, qtbot, RECOVERY, ChangeRecovery)
    assert isinstance(panel, ChangeRecovery)
    qtbot.keyClicks(panel.present.passphrase, PASSPHRASE)
    qtbot.keyClick(panel.present.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.sheets.grid.shown) == 33)
    return panel


def copied(panel: ChangeRecovery) -> Recovery:
    sheets = []
    for number in "123":
        panel.sheets.sheet.choose(number)
        sheets.append(" ".join(panel.sheets.grid.shown))
    return Recovery("", tuple(sheets))


def test_new_sheets_hold_only_after_they_were_written_down(
    sheets: Recovery, window: Window, vault: ReadyVault, qtbot: QtBot
) -> None:
    panel = to_new_sheets(window, qtbot)
    new = copied(panel)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert recovery_opens(vault, window, sheets), "left without saying that they are written down, the older sheets hold"
    assert not recovery_opens(vault, window, new)


def test_new_sheets_take_the_place_of_the_older(sheets: Recovery, window: Window, vault: ReadyVault, qtbot: QtBot) -> None:
    panel = to_new_sheets(window, qtbot)
    new = copied(panel)
    qtbot.keyClick(panel.sheets.sheet.group.button(0), Qt.Key.Key_Return)
    for _ in range(2):
        sheet, word = panel.sheets.asked
        qtbot.keyClicks(panel.sheets.word, new.sheets[sheet].split()[word])
        qtbot.keyClick(panel.sheets.word, Qt.Key.Key_Return)
    assert said(window, qtbot) == "From now on the new recovery sheets open the vault."
    assert recovery_opens(vault, window, new)
    assert not recovery_opens(vault, window, sheets)


def test_recovery_is_removed_only_after_it_was_said_what_is_lost(
    sheets: Recovery, window: Window, vault: ReadyVault, qtbot: QtBot
) -> None:
    panel = open_way(window, qtbot, RECOVERY, ChangeRecovery)
    assert isinstance(panel, ChangeRecovery)
    qtbot.keyClicks(panel.present.passphrase, PASSPHRASE)
    qtbot.mouseClick(panel.remove, Qt.MouseButton.LeftButton)
    assert "everything in the vault is lost" in panel.notice.body.text()
    qtbot.mouseClick(panel.remove, Qt.MouseButton.LeftButton)
    assert said(window, qtbot) == "Recovery sheets open this vault no more."
    assert not recovery_opens(vault, window, sheets)


@pytest.mark.parametrize(
    ("which", "kind"), [(PASSPHRASE_WAY, ChangePassphrase), (KEY_FILE, ChangeKeyFile), (RECOVERY, ChangeRecovery)]
)
def test_each_dialog_fits_the_screen_at_twice_the_size(window: Window, qtbot: QtBot, which: str, kind: type[Panel]) -> None:
    window.look.set(dark=False, factor=2.0)
    panel = open_way(window, qtbot, which, kind)
    qtbot.waitUntil(lambda: panel.height() <= panel.screen().size().height())
    qtbot.waitUntil(lambda: panel.rect().contains(panel.go.geometry()) and panel.rect().contains(panel.cancel.geometry()))
