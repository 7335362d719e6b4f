"""Sleep and the screen's lock, as macOS tells of them: I/O Kit's power messages and a notification of the login window.

Plain C interfaces of the system by ``ctypes``, on the run loop that Qt's own event loop turns. Apple's Technical Q&A 1340 and
the headers of I/O Kit and Core Foundation are the source.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, byref, c_char_p, c_int32, c_long, c_ssize_t, c_uint32, c_void_p
from typing import Any

from PySide6.QtCore import QTimer

MAY_SLEEP, WILL_SLEEP = 0xE0000270, 0xE0000280  # kIOMessageCanSystemSleep, kIOMessageSystemWillSleep
#: The system is told to go on sleeping after so long (ms) even if the lock failed; it would wait for 30 s.
_AT_MOST = 2000
_UTF8, _AT_ONCE = 0x08000100, 4  # kCFStringEncodingUTF8, CFNotificationSuspensionBehaviorDeliverImmediately
_LOCKED = b"com.apple.screenIsLocked"

_POWER = CFUNCTYPE(None, c_void_p, c_uint32, c_uint32, c_void_p)
_NOTICE = CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)


def libraries() -> tuple[Any, Any]:
    """I/O Kit and Core Foundation, their functions declared."""
    frameworks = "/System/Library/Frameworks"
    power = ctypes.CDLL(f"{frameworks}/IOKit.framework/IOKit")
    core = ctypes.CDLL(f"{frameworks}/CoreFoundation.framework/CoreFoundation")
    for function, returns, takes in (
        (power.IORegisterForSystemPower, c_uint32, (c_void_p, POINTER(c_void_p), _POWER, POINTER(c_uint32))),
        (power.IOAllowPowerChange, c_int32, (c_uint32, c_ssize_t)),
        (power.IONotificationPortGetRunLoopSource, c_void_p, (c_void_p,)),
        (core.CFRunLoopGetMain, c_void_p, ()),
        (core.CFRunLoopAddSource, None, (c_void_p, c_void_p, c_void_p)),
        (core.CFNotificationCenterGetDistributedCenter, c_void_p, ()),
        (core.CFStringCreateWithCString, c_void_p, (c_void_p, c_char_p, c_uint32)),
        (core.CFNotificationCenterAddObserver, None, (c_void_p, c_void_p, _NOTICE, c_void_p, c_void_p, c_long)),
    ):
        function.restype, function.argtypes = returns, takes
    return power, core


class Listener:
    """Calls ``lock`` when macOS says so. Sleep waits for the lock: the new process ends this one's hold on it.

    Must be made on the window's thread and kept as long as it is to listen: the system calls into it. ``system`` are the
    two libraries, and the mode of the run loop in which they are heard.
    """

    def __init__(self, lock: Callable[[], None], system: tuple[Any, Any] | None = None, mode: c_void_p | None = None) -> None:
        self._power, core = system or libraries()
        self._lock = lock
        self._on_power, self._on_notice = _POWER(self._told_of_power), _NOTICE(self._told_of_lock)
        port, notifier = c_void_p(), c_uint32()
        self._root = self._power.IORegisterForSystemPower(None, byref(port), self._on_power, byref(notifier))
        if self._root:  # 0: the system tells this process nothing of sleep
            if mode is None:
                mode = c_void_p.in_dll(core, "kCFRunLoopCommonModes")
            source = self._power.IONotificationPortGetRunLoopSource(port)
            core.CFRunLoopAddSource(core.CFRunLoopGetMain(), source, mode)
        if center := core.CFNotificationCenterGetDistributedCenter():
            name = core.CFStringCreateWithCString(None, _LOCKED, _UTF8)
            core.CFNotificationCenterAddObserver(center, None, self._on_notice, name, None, _AT_ONCE)

    def _told_of_power(self, _own: int | None, _service: int, message: int, number: int | None) -> None:
        if message == MAY_SLEEP:
            self._power.IOAllowPowerChange(self._root, number or 0)
        elif message == WILL_SLEEP:
            QTimer.singleShot(_AT_MOST, lambda: self._power.IOAllowPowerChange(self._root, number or 0))
            self._lock()

    def _told_of_lock(self, *_about: int | None) -> None:
        self._lock()
