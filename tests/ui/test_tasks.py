"""The vault thread: what is asked is done in order, the window never waits, nobody who is gone is answered."""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app import apart, casefile
from app.errors import UserError, bad_input
from app.services import intake
from app.services.open_vault import OpenVault
from tests.large_case import large_case
from tests.ui.conftest import Watchdog
from ui.tasks import Stopped, Tasks


@pytest.fixture
def vault_kind() -> str:
    return "empty"


def slow(_vault: OpenVault) -> str:
    end = time.thread_time() + 0.3
    while time.thread_time() < end:
        pass
    return "slow"


def test_answers_come_in_the_order_asked_on_the_window_thread(tasks: Tasks, qtbot: QtBot) -> None:
    answers: list[tuple[int, bool]] = []
    threads: list[int] = []
    for number in range(20):

        def ask(_vault: OpenVault, mine: int = number) -> int:
            threads.append(threading.get_ident())
            return mine

        tasks.query(tasks, ask, lambda got: answers.append((got, threading.current_thread() is threading.main_thread())))
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == [(number, True) for number in range(20)]
    assert len(set(threads)) == 1


def test_the_window_goes_on_while_the_vault_works(tasks: Tasks, qtbot: QtBot, watchdog: Watchdog) -> None:
    answers: list[str] = []
    watchdog.reset()
    tasks.query(tasks, slow, answers.append)
    qtbot.waitUntil(lambda: answers == ["slow"])
    assert watchdog.longest < 0.1


def test_the_watchdog_tells_a_window_that_waited(qtbot: QtBot, watchdog: Watchdog) -> None:
    watchdog.reset()
    slow(None)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: watchdog.longest > 0.25)


def test_a_widget_that_is_gone_is_not_answered_but_its_change_is_made(tasks: Tasks, qtbot: QtBot) -> None:
    owner, answers, ends = QObject(), [], []
    tasks.command(owner, lambda vault: vault.vault.set_setting("palette", "dark"), answers.append)
    owner.deleteLater()
    del owner
    tasks.query(tasks, lambda vault: vault.vault.setting("palette"), ends.append)
    qtbot.waitUntil(lambda: bool(ends))
    assert (answers, ends) == ([], ["dark"])


def test_an_error_goes_to_who_asked_else_to_everybody(tasks: Tasks, qtbot: QtBot) -> None:
    def refuse(_vault: OpenVault) -> None:
        raise bad_input("code", "words")

    mine: list[UserError] = []
    everybody: list[UserError] = []
    tasks.failed.connect(everybody.append)
    tasks.query(tasks, refuse, mine.append, mine.append)
    tasks.query(tasks, refuse, mine.append)
    qtbot.waitUntil(lambda: bool(everybody))
    assert [error.code for error in mine] == ["code"]
    assert [error.code for error in everybody] == ["code"]


def test_a_failed_change_is_told_even_if_the_page_was_left(tasks: Tasks, qtbot: QtBot) -> None:
    def refuse(_vault: OpenVault) -> None:
        raise bad_input("code", "words")

    everybody: list[UserError] = []
    tasks.failed.connect(everybody.append)
    owner = QObject()
    tasks.command(owner, refuse, None, lambda error: None)
    owner.deleteLater()
    del owner
    qtbot.waitUntil(lambda: bool(everybody))


def test_a_stream_lets_other_work_in_between_and_stops_at_once(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[int] = []
    between: list[None] = []
    made: list[int] = []

    def numbers(_vault: OpenVault) -> Iterator[int]:
        for number in itertools.count():
            made.append(number)
            yield number

    running = tasks.stream(tasks, numbers, seen.append)
    tasks.query(tasks, lambda _vault: None, between.append)
    qtbot.waitUntil(lambda: bool(between) and len(seen) > 10)
    running.stop()
    stopped_at = len(seen)
    ends: list[None] = []
    tasks.query(tasks, lambda _vault: None, ends.append)
    qtbot.waitUntil(lambda: bool(ends))
    assert len(seen) == stopped_at
    assert len(made) <= stopped_at + 1


def test_a_stream_says_when_it_is_at_its_end(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[int] = []
    ends: list[None] = []
    tasks.stream(tasks, lambda _vault: iter(range(3)), seen.append, ends.append)
    qtbot.waitUntil(lambda: bool(ends))
    assert seen == [0, 1, 2]


def test_pure_work_tells_how_far_it_is_and_leaves_the_window_free(tasks: Tasks, qtbot: QtBot, watchdog: Watchdog) -> None:
    stages: list[tuple[str, int, int]] = []
    done: list[str] = []

    def work(progress: Callable[[str, int, int], None], _stopping: Callable[[], bool]) -> str:
        for step in range(3):
            progress("drawing", step, 3)
            slow(None)  # type: ignore[arg-type]
        return "drawn"

    watchdog.reset()
    tasks.compute(tasks, work, done.append, progress=stages.append)
    qtbot.waitUntil(lambda: done == ["drawn"])
    assert stages == [("drawing", step, 3) for step in range(3)]
    assert watchdog.longest < 0.1


def test_pure_work_can_be_stopped(tasks: Tasks, qtbot: QtBot) -> None:
    done: list[str] = []
    ended = threading.Event()

    def work(_progress: Callable[[str, int, int], None], stopping: Callable[[], bool]) -> str:
        while not stopping():
            pass
        ended.set()
        raise Stopped

    tasks.compute(tasks, work, done.append).stop()
    qtbot.waitUntil(ended.is_set)
    assert done == []


def test_finish_does_what_was_asked_and_answers_nobody_any_more(tasks: Tasks, qtbot: QtBot) -> None:
    done: list[int] = []
    answers: list[None] = []
    for number in range(5):
        tasks.command(tasks, lambda _vault, mine=number: done.append(mine), answers.append)
    assert tasks.finish(20)
    assert done == [0, 1, 2, 3, 4]
    tasks.command(tasks, lambda _vault: done.append(9))
    qtbot.wait(20)
    assert (done, answers) == ([0, 1, 2, 3, 4], [])


def test_setting_text_fifty_thousand_times_keeps_every_reference(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(50_000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 1000


def test_no_child_that_reads_a_document_outlives_the_lock(tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "command", lambda _child: [sys.executable, "-c", "import time; time.sleep(60)"])
    tasks.compute(tasks, lambda _progress, _stop: apart.run_apart("", {}, b"a document", 60), lambda _: None)
    qtbot.waitUntil(lambda: len(apart._running) == 1)
    (child,) = apart._running
    assert tasks.finish(20)
    assert child.poll() is not None


def test_an_import_holds_no_window_up(tasks: Tasks, qtbot: QtBot, watchdog: Watchdog, tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(casefile.dump(large_case(300, 60, 4), {}))
    stored: list[object] = []
    qtbot.wait(20)
    watchdog.reset()
    tasks.command(tasks, lambda vault: intake.import_case(vault.vault, path), stored.append)
    qtbot.waitUntil(lambda: bool(stored), timeout=30_000)
    assert watchdog.longest < 0.1
