"""Python looks for cycles of objects on the window's thread and nowhere else.

A look may take widgets apart. Python begins one in whichever thread happens to make objects, and Qt's widgets die badly on
another thread than their own: the program would crash. So the looks are made here, by a timer, and only small ones: a full
one in a large case would hold every thread for a fifth of a second. Locking ends the process, and with it what was missed.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 250  # milliseconds
#: New objects since the last look: fewer are not worth one, more would take too long (a large case was read or reviewed).
_FEW, _MANY = 700, 50_000
_LOOKS_AT_THE_YOUNG = 10


class Collector(QObject):
    """Lives as long as the application."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY)

    def look(self) -> None:
        """One small look."""
        new, looks, _ = gc.get_count()
        if new > _MANY:
            gc.freeze()  # left out of every later look: what is no cycle is freed as ever
        elif new > _FEW:
            gc.collect(1 if looks > _LOOKS_AT_THE_YOUNG else 0)
