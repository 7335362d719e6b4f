"""Making a vault: nothing weak without a warning, nothing lost for want of a reminder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services import session
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


def test_a_vault_is_made_by_keyboard_and_opens_with_its_passphrase(screen: NewVaultScreen, qtbot: QtBot, home: Path) -> None:
    to_second_step(qtbot, screen)
    qtbot.keyClicks(screen.author, "Ann Advocate")
    press(qtbot, screen)
    assert screen.notice.head.text().startswith("Write the passphrase down first")
    qtbot.keyClick(screen.written, Qt.Key.Key_Space)
    with qtbot.waitSignal(screen.made) as made:
        press(qtbot, screen)
    path, key = made.args
    assert Path(path) == home / ".local/share/Affiant/vaults/Field vault"
    assert session.unlock(Path(path), STRONG) == key
    with session.open_unlocked(Path(path), key) as vault:
        assert vault.author == "Ann Advocate"
    assert screen.passphrase.text() == screen.again.text() == ""


def test_strength_is_shown_with_its_word(screen: NewVaultScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.passphrase, "river")
    qtbot.waitUntil(lambda: screen.meter.filled == 1)
    assert screen.meter.word.text() == "Very weak"
    qtbot.keyClicks(screen.passphrase, " " + STRONG)
    qtbot.waitUntil(lambda: screen.meter.filled == 5)
    assert screen.meter.word.text() == "Very strong"


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
    screen.ask_key_file.setFocus()
    qtbot.keyClick(screen.ask_key_file, Qt.Key.Key_Space)

    def make(path: Path, presses: int) -> None:
        qtbot.mouseClick(screen.make_key_file, Qt.MouseButton.LeftButton)
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
    to_second_step(qtbot, screen)
    qtbot.keyClicks(screen.author, "Ann")
    screen.written.setChecked(True)
    with qtbot.waitSignal(screen.made) as made:
        press(qtbot, screen)
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
    screen.written.setChecked(True)
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
