"""How much of the screen the window takes: never more than there is, and all of it where little would be left."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

SMALLEST = (1024, 640)
FIRST = (1366, 768)
#: The most that a system's frame and title bar take of the screen.
FRAME = 48


def place(window: QMainWindow, width: int, height: int) -> None:
    """Give a window the size it had, or (0) that of its first time, as far as the screen has room."""
    screen = window.screen().availableGeometry()
    wanted = (width, height) if width else FIRST
    window.setMinimumSize(min(SMALLEST[0], screen.width()), min(SMALLEST[1], screen.height()))
    window.resize(min(wanted[0], screen.width()), min(wanted[1], screen.height()))


def fills_the_screen(window: QMainWindow) -> bool:
    """Whether there would be no room for the frame that the system draws around the window."""
    screen = window.screen().availableGeometry()
    small = window.width() + FRAME > screen.width() or window.height() + FRAME > screen.height()
    return small and screen.width() >= SMALLEST[0]
