"""How long the window's thread went without returning to its event loop."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from PySide6.QtCore import QTimer


class Watchdog:
    """``longest``: the longest time (seconds) that the window's thread went without returning to its event loop.

    Time in which the machine gave the thread no processor is not counted, where the system tells it (Linux).
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self._waits = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._last = self._now()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _now(self) -> float:
        try:
            waited = int(self._waits.read_text("ascii").split()[1]) / 1e9
        except (OSError, IndexError, ValueError):
            waited = 0.0
        return time.perf_counter() - waited

    def _tick(self) -> None:
        now = self._now()
        self.longest = max(self.longest, now - self._last - 0.005)
        self._last = now

    def reset(self) -> None:
        """Count from now on."""
        self.longest = 0.0
        self._last = self._now()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()
