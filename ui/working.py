"""A dialog over long work: it shows how far it is, Esc stops it, and what came of it is told as it is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.errors import UserError
from app.services.progress import Course, Stopped
from ui.errors import told
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.dialogs import Panel

T = TypeVar("T")


class WorkingPanel(Panel):
    """``bar`` is to be put into the body. ``stoppable`` wraps work so that its answer comes also after it was stopped."""

    reported = Signal(str, int, int)

    def __init__(
        self, look: Look, tasks: Tasks, parent: QWidget, title: str, step: str, lead: str, *, width: int = 600
    ) -> None:
        super().__init__(look, parent, title, step, lead=lead, width=width)
        self.tasks, self.step_words = tasks, step
        self._stop = threading.Event()
        self.busy = False
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.bar.hide()
        self.reported.connect(self._report)

    def stoppable(self, work: Callable[[Course], T]) -> Callable[[], T | None]:
        """The same work on any thread; ``None`` is its answer where it was stopped. It counts as begun from here on."""
        self._stop.clear()
        self._set_busy(True)
        course = Course(self.reported.emit, self._stop.is_set)

        def run() -> T | None:
            try:
                return work(course)
            except Stopped:
                return None

        return run

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.go.setEnabled(not busy)
        self.go.set_words(self.tr("Working…") if busy else self.step_words)
        self.cancel.setEnabled(True)
        self.cancel.set_words(self.tr("Stop") if busy else self.tr("Cancel"))
        self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        self.adjustSize()

    def _report(self, stage: str, done: int, total: int) -> None:
        if self.busy:
            self.bar.setRange(0, 1000 if total else 0)
            self.bar.setValue(1000 * min(done, total) // total if total else 0)
            self.go.set_words(self.tr("Checking it…") if stage == "check" else self.tr("Writing…"))

    def ended(self, answer: object) -> bool:
        """The work is over: whether it was done, which is said where it was not."""
        self._set_busy(False)
        if answer is None:
            self.notice.say(self.tr("Stopped. Nothing was changed, and nothing is left of it."), kind="plain")
            self.adjustSize()
        return answer is not None

    def refused(self, error: UserError) -> None:
        """It did not come about."""
        self._set_busy(False)
        self.say(told(error))

    def let_go(self) -> None:
        """What runs is stopped, so that it takes away what it has written; the process would end in the middle of it."""
        self._stop.set()
        super().let_go()

    def reject(self) -> None:
        """While it runs, this only stops it."""
        if not self.busy:
            super().reject()
            return
        self._stop.set()
        self.cancel.setEnabled(False)
        self.cancel.set_words(self.tr("Stopping…"))
