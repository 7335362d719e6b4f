"""Writing the paper that the witness signs, from the window: it says what the file holds, and the history keeps it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import history
from tests.ui.testimony_driver import Ctrl, Driver, Key, Shift, said
from ui.case_frame import CaseFrame
from ui.pages.testimony_statement import StatementPanel
from ui.widgets.chooser import Chooser


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def heard(qtbot: QtBot, frame: CaseFrame) -> Driver:
    return Driver(qtbot, frame, said("I was at home.", status="confirmed"))


def left_the_vault(driver: Driver) -> Any:
    found: list[Any] = []
    case_id = driver.desk.case_id
    driver.desk.tasks.query(driver.page, lambda vault: history.disclosures(vault.store(case_id)), found.append)
    driver.bot.waitUntil(lambda: bool(found))
    return found[0]


def test_it_is_written_by_key_and_kept_in_the_history(heard: Driver, tmp_path: Path) -> None:
    heard.press(Key.Key_P, Ctrl | Shift)
    panel = heard.panel()
    assert isinstance(panel, StatementPanel)
    assert "not encrypted" in panel.notice.head.text()
    assert panel.wording.value == "plain", "the case is not in the United States"
    QTest.keyClick(panel, Key.Key_Return)
    heard.bot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Chooser))
    panel._write(tmp_path / "paper.pdf")
    heard.bot.waitUntil(lambda: (tmp_path / "paper.pdf").exists() and bool(left_the_vault(heard)))
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    (row,) = left_the_vault(heard)
    assert (row.what, row.testimonies) == ("statement", ("t1",))
    heard.bot.waitUntil(heard.page.notice.isVisible)


def test_what_was_not_read_back_is_not_offered(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Driver(qtbot, frame, said("I was at home."))
    assert not driver.original.statement_button.isVisible()
    driver.press(Key.Key_P, Ctrl | Shift)
    assert QApplication.activeModalWidget() is None


def test_a_folder_that_is_not_there_is_told_and_nothing_is_kept(heard: Driver, tmp_path: Path) -> None:
    heard.original.statement_button.click()
    panel = heard.panel()
    panel._write(tmp_path / "nowhere" / "paper.pdf")
    heard.bot.waitUntil(panel.go.isEnabled)
    assert panel.notice.isVisible()
    assert left_the_vault(heard) == ()
