"""Sleep and the session's lock, as Windows tells of them: messages to a window of our own that is never shown.

A window of its own, since a filter over every window would run Python at each of the system's messages. Microsoft's
documentation of ``WM_POWERBROADCAST``, ``WM_WTSSESSION_CHANGE`` and ``WTSRegisterSessionNotification`` is the source.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

import shiboken6
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QWindow

_POWER, _SUSPEND = 0x0218, 0x0004  # WM_POWERBROADCAST, PBT_APMSUSPEND
_SESSION, _LOCKED, _AWAY = 0x02B1, 0x7, 0x2  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT
_THIS_SESSION, _TO_WINDOW = 0, 0  # NOTIFY_FOR_THIS_SESSION, DEVICE_NOTIFY_WINDOW_HANDLE


def wants_lock(message: int, detail: int) -> bool:
    """Whether a message of Windows, with its ``wParam``, says that the machine goes to sleep or the session was locked.

    Another user who takes over the screen counts as a lock.
    """
    return (message, detail) in ((_POWER, _SUSPEND), (_SESSION, _LOCKED), (_SESSION, _AWAY))


class Listener(QWindow):
    """Calls ``lock`` when Windows says so. Windows waits some two seconds before it sleeps, which a lock needs less than.

    Must be made on the window's thread and kept as long as it is to listen.
    """

    def __init__(self, lock: Callable[[], None]) -> None:
        super().__init__()
        self._lock = lock
        handle = int(self.winId())  # makes the window of the system; showing it is another matter
        if sys.platform == "win32":
            register = ctypes.CDLL("wtsapi32").WTSRegisterSessionNotification
            register.argtypes, register.restype = (wintypes.HWND, wintypes.DWORD), wintypes.BOOL
            register(handle, _THIS_SESSION)  # refused only where there are no sessions to lock
            # Laptops of today never quite sleep ("modern standby"); only who asks is told of it there.
            suspend = ctypes.CDLL("user32").RegisterSuspendResumeNotification
            suspend.argtypes, suspend.restype = (wintypes.HANDLE, wintypes.DWORD), wintypes.HANDLE
            suspend(handle, _TO_WINDOW)

    def nativeEvent(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: shiboken6.Shiboken.VoidPtr | int
    ) -> object:
        if bytes(event_type) == b"windows_generic_MSG":  # type: ignore[arg-type]  # a QByteArray is read as bytes too
            told = wintypes.MSG.from_address(int(message))  # type: ignore[arg-type]  # a VoidPtr is one
            if wants_lock(told.message, told.wParam):
                self._lock()
        return False, 0  # everything goes on its usual way
