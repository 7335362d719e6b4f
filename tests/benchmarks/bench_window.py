"""How long the window takes from its start to its first paint, as a ratio to a bare QMainWindow in the same run.

    python -m tests.benchmarks.bench_window [RUNS]

Each start is a process of its own, with an empty home; the two kinds take turns, and the quickest of each counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(time.monotonic() - float(sys.argv[1]), flush=True)
            QTimer.singleShot(0, lambda: __import__("os")._exit(0))
            watched.removeEventFilter(self)
        return False
first = FirstPaint()
"""
_BARE = (
    _WATCH
    + """
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
application = QApplication(["bare"])
window = QMainWindow()
inner = QWidget()
window.setCentralWidget(inner)
inner.installEventFilter(first)
window.show()
application.exec()
"""
)
_OURS = (
    _WATCH
    + """
from ui import program
class Watched(program.Window):
    def show_unlock(self, error=None):
        super().show_unlock(error)
        self.stack.currentWidget().passphrase.installEventFilter(first)
program.Window = Watched
program.run([])
"""
)


def started(code: str, home: str) -> float:
    """Seconds from the start of the process to the first paint."""
    environment = {**os.environ, "HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, str(time.monotonic())]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[0])


def main(runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home:
        pairs = [(started(_BARE, home), started(_OURS, home)) for _ in range(runs + 1)][1:]
        assert list(Path(home).iterdir()) == [], "starting writes nothing"
    bare, ours = (min(each) for each in zip(*pairs, strict=True))
    print(f"start to first paint: {ours * 1000:.0f} ms, bare window {bare * 1000:.0f} ms, ratio {ours / bare:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
