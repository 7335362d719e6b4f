"""Locking because somebody else says so: ``affiant lock``, the system that goes to sleep, the session that is locked.

Where the system has a message bus (Linux) it tells of sleep and of the session's lock; a delay asked for beforehand lets the
lock be done before the machine sleeps. Windows and macOS have their own ways. Where none of them says anything, the clock of
``ui.idle`` sees that the machine slept, once it is awake.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QFileSystemWatcher, QObject, Signal, Slot

from app.services import locking

_LOGIN = "org.freedesktop.login1"
_MANAGER, _SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
_LOGIN_PATH = "/org/freedesktop/login1"
#: Lock screens of desktops, on the session's bus: where they are and how their interface is called.
_SCREENS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


def _has_session_bus() -> bool:
    """Asked first: where there is none the bus's own library would start one, which leaves a file in the home folder."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (runtime and (Path(runtime) / "bus").exists()))


_TOLD_OF: Any = SLOT("told_of(bool)")  # PySide's types ask for bytes, which it then does not take
_TOLD: Any = SLOT("told()")


class Outside(QObject):
    """``lock`` comes as often as somebody wants the vault locked. Watches from ``watch`` on; a new process begins anew."""

    lock = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._vault = Path()
        self._folder = QFileSystemWatcher(self)
        self._folder.directoryChanged.connect(self._look)
        self._delay: list[object] = []  # the system waits for the lock as long as this lives
        self._listener: object = None

    def watch(self, vault: str) -> None:
        """Look out for wishes that this vault be locked."""
        self._vault = Path(vault)
        self._folder.addPath(vault)
        if sys.platform == "linux":
            self._listen()
        elif sys.platform == "win32":
            from ui import outside_windows

            self._listener = outside_windows.Listener(self.lock.emit)
        elif sys.platform == "darwin":
            from ui import outside_macos

            self._listener = outside_macos.Listener(self.lock.emit)
        self._look()

    def _look(self) -> None:
        if locking.asked(self._vault):
            self.lock.emit()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        system = QDBusConnection.systemBus()
        if system.isConnected():
            system.connect(_LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", self, _TOLD_OF)
            # Whichever session it is: another user's locks this one once too often at worst.
            system.connect(_LOGIN, "", _SESSION, "Lock", self, _TOLD)
            call = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, "Inhibit")
            call.setArguments(["sleep", "Affiant", "closes what is confidential", "delay"])
            waiting = QDBusPendingCallWatcher(system.asyncCall(call), self)
            waiting.finished.connect(lambda done: self._delay.append(done.reply().arguments()))
        if _has_session_bus() and (session := QDBusConnection.sessionBus()).isConnected():
            for name, path in _SCREENS:
                session.connect(name, path, name, "ActiveChanged", self, _TOLD_OF)

    @Slot(bool)
    def told_of(self, begins: bool) -> None:
        """Sleep, or a lock screen, begins or ends."""
        if begins:
            self.lock.emit()

    @Slot()
    def told(self) -> None:
        """The session is locked."""
        self.lock.emit()
