"""Widgets are taken apart on their own thread, whatever thread makes objects meanwhile."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


class Ring(QWidget):
    """A widget in a cycle, which only a look for cycles can free; it notes the thread on which that happens."""

    def __init__(self, freed: list[int]) -> None:
        super().__init__()
        self.ring = self
        weakref.finalize(self, lambda: freed.append(threading.get_ident()))


def churn() -> None:
    """Make so many objects that Python would begin a look on this thread."""
    held = [[number] for number in range(40_000)]
    del held


def test_no_other_thread_takes_a_widget_apart(qapp: QApplication, qtbot: QtBot) -> None:
    gc.collect()  # what earlier tests left behind is none of this one's
    freed: list[int] = []
    for _ in range(20):
        Ring(freed)
    held = [[number] for number in range(2_000)]  # enough for a look to be worth it
    workers = [threading.Thread(target=churn) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert freed == []  # nothing was taken apart on the side
    qtbot.waitUntil(lambda: len(freed) == 20, timeout=15_000)
    assert set(freed) == {threading.get_ident()}
    assert held


def test_python_itself_begins_no_look(qapp: QApplication) -> None:
    assert not gc.isenabled()
