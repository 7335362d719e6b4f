"""Events: two thousand of them are opened, filtered and changed without the window waiting."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services.open_vault import OpenVault
from tests.large_case import large_case
from tests.ui.conftest import Watchdog
from tests.ui.event_driver import Driver
from ui.case_frame import CaseFrame
from ui.desk import Desk
from ui.look import Look
from ui.tasks import Tasks


class TestLarge:
    """Two thousand events."""

    @pytest.fixture
    def vault_kind(self) -> str:
        return "empty"

    @pytest.fixture
    def events(self, qtbot: QtBot, look: Look, tasks: Tasks, tmp_path: Path, watchdog: Watchdog) -> Driver:
        found: list[Any] = []

        def make(opened: OpenVault) -> Any:
            with opened.vault.create_case(large_case(), {}, "begin") as store:
                name = store.id
            store = opened.store(name)
            return name, store.load(), {}

        tasks.query(tasks, make, found.append)
        qtbot.waitUntil(lambda: bool(found), timeout=60_000)
        frame = CaseFrame(look, tasks, Desk(tasks, *found[0]))
        qtbot.addWidget(frame)
        frame.resize(1366, 768)
        frame.show()
        qtbot.waitExposed(frame)
        watchdog.reset()
        return Driver(qtbot, frame)

    def test_opening_filtering_and_a_form_never_make_the_window_wait(self, events: Driver, watchdog: Watchdog) -> None:
        assert len(events.rows()) == 2000
        find = events.page.list.find_field
        for letter in "detention Bao":
            events.bot.keyClicks(find, letter)
        assert 0 < len(events.rows()) < 2000
        events.page.list.show_all()
        events.bot.keyClick(events.page.list.table, Qt.Key.Key_Down)
        events.open(events.rows()[-1])
        events.say(events.editor("place"), "brook")
        events.press(Qt.Key.Key_Escape)
        assert watchdog.longest < 0.1
