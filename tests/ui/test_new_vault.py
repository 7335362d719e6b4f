"""Making a vault: nothing weak without a warning, nothing lost for want of a reminder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import session, ways
from ui.look import Look
from ui.new_vault import NewVaultScreen
from ui.tasks import Tasks
from ui.widgets.chooser import Chooser

STRONG = "lantern orchard seven quiet ferries"


@pytest.fixture
def screen(qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch) -> NewVaultScreen:
    """The screen; the key is derived as cheaply as a vault allows."""
    real = session.new_vault
    monkeypatch.setattr(
        session, "new_vault", lambda path, words, author, _cost, key_file: real(path, words, author, 64, key_file)
    )
    tasks = Tasks()
    made = NewVaultScreen(look, tasks)
    made.destroyed.connect(partial(tasks.finish, 20))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    made.passphrase.setFocus()
    return made


def press(qtbot: QtBot, screen: NewVaultScreen, key: Qt.Key = Qt.Key.Key_Return) -> None:
    qtbot.keyClick(screen.focusWidget() or screen, key)


def to_second_step(qtbot: QtBot, screen: NewVaultScreen) -> None:
    qtbot.keyClicks(screen.passphrase, STRONG)
    qtbot.keyClicks(screen.again, STRONG)
    screen.again.setFocus()
    press(qtbot, screen)
    qtbot.waitUntil(screen.author.isVisible)


def to_sheets(qtbot: QtBot, screen: NewVaultScreen) -> None:
    to_second_step(qtbot, screen)
    qtbot.keyClicks(screen.author, "Ann Advocate")
    press(qtbot, screen)
    qtbot.waitUntil(screen.sheets.isVisible)


def read_sheets(qtbot: QtBot, screen: NewVaultScreen) -> list[str]:
    """Copy the three sheets as they are shown, one after the other, by key."""
    qtbot.waitUntil(lambda: len(screen.sheets.grid.shown) == 33)
    copied = []
    for number in (0, 1, 2):
        screen.sheets.sheet.group.button(number).setFocus()
        qtbot.keyClick(screen.sheets.sheet.group.button(number), Qt.Key.Key_Space)
        assert screen.sheets.grid.accessibleName() == f"Sheet {number + 1} of 3"
        copied.append(" ".join(screen.sheets.grid.shown))
    return copied


def test_a_vault_is_made_by_keyboard_and_opens_with_its_passphrase(screen: NewVaultScreen, qtbot: QtBot, home: Path) -> None:
    to_sheets(qtbot, screen)
    assert screen.passphrase.text() == screen.again.text() == ""
    sheets = read_sheets(qtbot, screen)
    press(qtbot, screen)
    sheet, word = screen.sheets.asked
    assert screen.sheets.word_row.label.text() == f"Word {word + 1} of sheet {sheet + 1}"
    assert screen.sheets.grid.shown == (), "the words are out of sight while one is asked for"
    qtbot.keyClicks(screen.sheets.word, "zebra")
    press(qtbot, screen)
    assert "not that word" in screen.sheets.word_row.note
    screen.sheets.word.clear()
    qtbot.keyClicks(screen.sheets.word, sheets[sheet].split()[word].title())
    press(qtbot, screen)
    other, word = screen.sheets.asked
    assert other != sheet, "two sheets open the vault: a word of each is asked for"
    assert screen.sheets.word.text() == ""
    qtbot.keyClicks(screen.sheets.word, sheets[other].split()[word])
    with qtbot.waitSignal(screen.made) as made:
        press(qtbot, screen)
    path, key = made.args
    assert Path(path) == home / ".local/share/Affiant/vaults/Field vault"
    assert session.unlock(Path(path), STRONG) == key
    secret = ways.read_recovery(sheets[2] + "\n" + sheets[0])
    assert ways.unlock_by_recovery(Path(path), secret) == key, "the sheets that were shown open it"
    with session.open_unlocked(Path(path), key) as vault:
        assert vault.author == "Ann Advocate"
        assert ways.is_written(vault)
    assert screen.sheets.word.text() == ""


def test_without_sheets_it_is_said_what_that_means_and_no_backup_is_sealed_to_what_nobody_has(
    screen: NewVaultScreen, qtbot: QtBot
) -> None:
    to_sheets(qtbot, screen)
    qtbot.mouseClick(screen.other, Qt.MouseButton.LeftButton)
    assert screen.other.text() == "Go on without sheets"
    assert "Settings" in screen.sheets.notice.body.text()
    with qtbot.waitSignal(screen.made) as made:
        qtbot.mouseClick(screen.other, Qt.MouseButton.LeftButton)
    with session.open_unlocked(Path(made.args[0]), made.args[1]) as vault:
        assert ways.ways(vault) == ("passphrase",)


def test_the_check_of_a_word_can_be_skipped_and_led_back_from(screen: NewVaultScreen, qtbot: QtBot) -> None:
    to_sheets(qtbot, screen)
    press(qtbot, screen)
    assert screen.sheets.word.isVisible()
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert len(screen.sheets.grid.shown) == 33
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert screen.sheets.grid.isVisible(), "a vault that was made is not left by Esc"
    press(qtbot, screen)
    with qtbot.waitSignal(screen.made) as made:
        qtbot.mouseClick(screen.other, Qt.MouseButton.LeftButton)
    with session.open_unlocked(Path(made.args[0]), made.args[1]) as vault:
        assert ways.is_written(vault)


def test_the_sheets_are_written_as_a_pdf_to_print_and_never_put_on_the_clipboard(
    screen: NewVaultScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    to_sheets(qtbot, screen)
    sheets = read_sheets(qtbot, screen)
    QApplication.clipboard().setText("something else")
    screen.sheets.grid.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        qtbot.keyClick(screen.sheets.grid, key, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "something else"
    qtbot.keyClick(screen, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    chooser = next(found for found in screen.findChildren(Chooser) if found.isVisible())
    chooser.name.setText(str(tmp_path / "to print"))
    qtbot.keyClick(chooser.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not screen.sheets.notice.isHidden())
    assert "destroy the file" in screen.sheets.notice.body.text()
    document = pypdfium2.PdfDocument(tmp_path / "to print.pdf")
    assert len(document) == 3
    text = document[1].get_textpage().get_text_range()
    assert all(word in text for word in sheets[1].split())
    screen.sheets.hide()
    assert screen.sheets.grid.shown == (), "left, nothing stays in the widget"


def test_strength_is_shown_with_its_word(screen: NewVaultScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.passphrase, "river")
    qtbot.waitUntil(lambda: screen.fields.meter.filled == 1)
    assert screen.fields.meter.word.text() == "Very weak"
    qtbot.keyClicks(screen.passphrase, " " + STRONG)
    qtbot.waitUntil(lambda: screen.fields.meter.filled == 5)
    assert screen.fields.meter.word.text() == "Very strong"


def test_a_weak_passphrase_is_used_only_after_it_was_said_what_that_means(screen: NewVaultScreen, qtbot: QtBot) -> None:
    for field in (screen.passphrase, screen.again):
        qtbot.keyClicks(field, "river boat")
    screen.again.setFocus()
    press(qtbot, screen)
    qtbot.waitUntil(lambda: screen.go.text() == "Use it all the same")
    assert "The people in your cases are only as safe as it is" in screen.notice.body.text()
    qtbot.keyClicks(screen.passphrase, "s")
    assert screen.go.text() == "Next: name and place", "another passphrase is judged anew"
    qtbot.keyClick(screen.passphrase, Qt.Key.Key_Backspace)
    for _ in range(2):
        press(qtbot, screen)
        qtbot.waitUntil(lambda: screen.author.isVisible() or screen.go.text() == "Use it all the same")
    assert screen.author.isVisible()


def test_the_second_field_says_not_yet_the_same(screen: NewVaultScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.passphrase, STRONG)
    qtbot.keyClicks(screen.again, STRONG[:-1])
    assert screen.again_row.note == "Not yet the same"
    screen.again.setFocus()
    press(qtbot, screen)
    assert screen.passphrase.isVisible()
    qtbot.keyClicks(screen.again, STRONG[-1])
    assert screen.again_row.note == "The same"


def test_a_key_file_is_made_where_the_user_says_and_never_over_another(
    screen: NewVaultScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.key"
    other.write_bytes(b"all that opens another vault")
    screen.fields.key_file.tick.setFocus()
    qtbot.keyClick(screen.fields.key_file.tick, Qt.Key.Key_Space)

    def make(path: Path, presses: int) -> None:
        qtbot.mouseClick(screen.fields.key_file.make, Qt.MouseButton.LeftButton)
        chooser = next(found for found in screen.findChildren(Chooser) if found.isVisible())
        chooser.name.setText(str(path))
        for _ in range(presses):
            qtbot.keyClick(chooser.name, Qt.Key.Key_Return)

    make(other, 2)
    qtbot.waitUntil(lambda: not screen.notice.isHidden())
    assert other.read_bytes() == b"all that opens another vault"
    make(tmp_path / "mine", 1)
    qtbot.waitUntil((tmp_path / "mine.key").is_file)
    qtbot.waitUntil(screen.notice.isHidden)
    to_sheets(qtbot, screen)
    press(qtbot, screen)
    with qtbot.waitSignal(screen.made) as made:
        qtbot.mouseClick(screen.other, Qt.MouseButton.LeftButton)
    key_file = (tmp_path / "mine.key").read_bytes()
    assert len(key_file) == 32
    assert session.unlock(Path(made.args[0]), STRONG, key_file) == made.args[1]


def test_a_place_that_holds_something_is_refused_and_nothing_typed_is_lost(
    screen: NewVaultScreen, qtbot: QtBot, home: Path
) -> None:
    taken = home / ".local/share/Affiant/vaults/Field vault"
    taken.mkdir(parents=True)
    (taken / "letter").write_text("mine", "utf-8")
    to_second_step(qtbot, screen)
    qtbot.keyClicks(screen.author, "Ann")
    press(qtbot, screen)
    qtbot.waitUntil(lambda: not screen.notice.isHidden())
    assert "something at that place" in screen.notice.head.text()
    assert screen.author.text() == "Ann"
    assert screen.go.isEnabled()


def test_esc_leads_back_step_by_step(screen: NewVaultScreen, qtbot: QtBot) -> None:
    to_second_step(qtbot, screen)
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert screen.passphrase.isVisible()
    assert screen.passphrase.text() == STRONG
    with qtbot.waitSignal(screen.cancelled):
        press(qtbot, screen, Qt.Key.Key_Escape)
    assert screen.passphrase.text() == ""


@pytest.mark.parametrize("name", ["a/b", "CON", ".hidden", ""])
def test_a_name_that_a_folder_cannot_have_is_told_below_its_field(screen: NewVaultScreen, qtbot: QtBot, name: str) -> None:
    to_second_step(qtbot, screen)
    screen.author.setText("Ann")
    screen.name.setText(name)
    press(qtbot, screen)
    assert screen.name_row.note == "Write a name that a folder can have."
