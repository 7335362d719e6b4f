"""Starting the window: the application, its fonts and look, what happens with a fault, and the first screen."""

from __future__ import annotations

import logging
import os
import signal
import sys
import types

from PySide6.QtCore import QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.errors import BAD_INPUT
from ui import process
from ui.application import make_application
from ui.look import Look
from ui.process import Handover
from ui.tasks import Tasks
from ui.window import Window


def run(argv: list[str]) -> int:
    """Open the window and stay until it is closed. Returns the exit status."""
    logging.disable(logging.CRITICAL)
    if not _has_screen():
        sys.stderr.write("affiant: there is no screen here; affiant --help names the commands that need none\n")
        return BAD_INPUT
    qInstallMessageHandler(_quiet)
    handover = process.take(argv) or Handover()
    application = make_application([sys.argv[0]])
    look = Look(application, dark=handover.dark, factor=handover.factor)
    window = Window(look, Tasks(), handover, process.start_anew)
    sys.excepthook = lambda kind, error, trace: window.tell_bug(error)
    window.show_first()
    _end_on_signals(application, window)
    return application.exec()


def _has_screen() -> bool:
    """Qt ends the process where it finds no screen, so this is asked first."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _quiet(kind: QtMsgType, context: object, message: str) -> None:
    """Qt's own remarks may hold what is on screen: only that something fatal happened is said."""
    if kind == QtMsgType.QtFatalMsg:
        sys.stderr.write("affiant: the window system failed\n")


def _end_on_signals(application: QApplication, window: Window) -> None:
    """When the system ends the session, what is being typed is saved first."""

    def end(number: int, frame: types.FrameType | None) -> None:
        window.close()
        application.quit()

    for number in (signal.SIGTERM, signal.SIGINT, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])):
        signal.signal(number, end)
    # Python looks for signals only between its own instructions, of which an idle window has none.
    beat = QTimer(application)
    beat.timeout.connect(lambda: None)
    beat.start(500)
