"""Locking when nobody has touched keyboard or mouse for some minutes, and when the machine wakes from sleep."""

from __future__ import annotations

import time

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
})  # fmt: skip
#: The property of the application that says when somebody was last heard to speak, while sound is recorded.
HEARD = "heard"
#: How often it is looked whether the machine slept (milliseconds), and how long counts as sleep (seconds).
_LOOK_EVERY, _SLEEP = 1000, 10.0


class Idle(QObject):
    """Watches every window of the application. ``passed`` comes once when the time is over; the next touch starts it anew.

    Hands come in by the windows of the system, and the words of an input method by what has the keyboard; only these are
    listened to. A filter on the whole application would run Python, and wait for the vault thread's, at each of the thousands
    of events by which Qt builds and draws a page.
    """

    passed = Signal()

    def __init__(self, application: QGuiApplication, minutes: float) -> None:
        super().__init__()
        self._application = application
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.passed)
        self._awake = QTimer(self)
        self._awake.setInterval(_LOOK_EVERY)
        self._awake.timeout.connect(self._look)
        self._asleep = slept()
        self._heard: object = None
        self._keyboard: QObject | None = None
        application.focusWindowChanged.connect(self._watch_windows)
        application.focusObjectChanged.connect(self._watch_keyboard)
        self._watch_windows()
        self._watch_keyboard(application.focusObject())
        self.set_minutes(minutes)

    def set_minutes(self, minutes: float) -> None:
        """Another time; 0 never locks."""
        self._timer.stop()
        self._timer.setInterval(round(minutes * 60_000))
        if minutes > 0:
            self._timer.start()
            self._asleep = slept()
            self._awake.start()
        else:
            self._awake.stop()

    def _look(self) -> None:
        self._watch_windows()  # a menu is a window too, and may never have the keyboard
        now = slept()
        heard = self._application.property(HEARD)
        if heard != self._heard:  # who speaks here is here, though no key is pressed
            self._heard = heard
            self._timer.start()
        if now - self._asleep > _SLEEP:
            self.passed.emit()
        self._asleep = now

    def _watch_windows(self, _window: QWindow | None = None) -> None:
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)  # one that was there already stays one

    def _watch_keyboard(self, holder: QObject | None) -> None:
        if self._keyboard is not None and shiboken6.isValid(self._keyboard) and not isinstance(self._keyboard, QWindow):
            self._keyboard.removeEventFilter(self)
        self._keyboard = holder
        if holder is not None:
            holder.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and self._timer.interval() > 0:
            self._timer.start()
        return False


def slept() -> float:
    """Seconds by which the clock that runs on in sleep is ahead of the one that stands still; only differences count."""
    running = time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.time()
    return running - time.monotonic()
