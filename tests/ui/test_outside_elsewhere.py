"""What Windows and macOS say of sleep and of the session's lock, as far as it can be tried away from them."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_void_p, wintypes
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ui import outside_macos, outside_windows

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, WM_PAINT = 0x0218, 0x02B1, 0x000F


@pytest.fixture
def told(qtbot: QtBot) -> Iterator[tuple[outside_windows.Listener, list[str]]]:
    locks: list[str] = []
    window = outside_windows.Listener(lambda: locks.append("lock"))
    yield window, locks
    window.destroy()


@pytest.mark.parametrize(
    "message, detail, locks",
    [
        (WM_POWERBROADCAST, 0x4, True),  # it goes to sleep
        (WM_POWERBROADCAST, 0x7, False),  # it woke, and the user is there
        (WM_POWERBROADCAST, 0xA, False),  # the battery changed
        (WM_WTSSESSION_CHANGE, 0x7, True),  # locked
        (WM_WTSSESSION_CHANGE, 0x8, False),  # unlocked
        (WM_WTSSESSION_CHANGE, 0x2, True),  # another user took the screen
        (WM_WTSSESSION_CHANGE, 0x1, False),
        (WM_PAINT, 0x4, False),
    ],
)
def test_windows_says_lock(told: tuple[Any, list[str]], message: int, detail: int, locks: bool) -> None:
    window, heard = told
    said = wintypes.MSG(0, message, detail, 0, 0)
    assert window.nativeEvent(b"windows_generic_MSG", addressof(said)) == (False, 0)
    assert bool(heard) is locks


def test_another_systems_message_is_not_read(told: tuple[Any, list[str]]) -> None:
    window, heard = told
    assert window.nativeEvent(b"xcb_generic_event_t", 1) == (False, 0)  # nothing is at that address
    assert heard == []


def test_the_window_that_listens_is_never_seen(told: tuple[Any, list[str]]) -> None:
    assert not told[0].isVisible()


class _Mac:
    """Both libraries of macOS, as a record of what is asked of them."""

    def __init__(self, root: int = 7) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.root, self.power, self.notice = root, None, None

    def IORegisterForSystemPower(self, _own: None, _port: Any, power: Any, _notifier: Any) -> int:
        self.power = power
        return self.root

    def CFNotificationCenterGetDistributedCenter(self) -> int:
        return 11

    def CFNotificationCenterAddObserver(self, center: int, _own: None, notice: Any, name: bytes, _of: None, how: int) -> None:
        self.asked.append(("observe", center, name, how))
        self.notice = notice

    def CFStringCreateWithCString(self, _allocator: None, text: bytes, _encoding: int) -> bytes:
        return text

    def __getattr__(self, name: str) -> Any:
        return lambda *given: self.asked.append((name, *given)) or 3


def _listening(root: int = 7) -> tuple[_Mac, list[str], outside_macos.Listener]:
    locks: list[str] = []
    mac = _Mac(root)
    return mac, locks, outside_macos.Listener(lambda: locks.append("lock"), (mac, mac), c_void_p(5))


def test_macos_asks_whether_it_may_sleep_and_is_let() -> None:
    mac, locks, _kept = _listening()
    mac.power(None, 0, outside_macos.MAY_SLEEP, 99)
    assert ("IOAllowPowerChange", 7, 99) in mac.asked and locks == []


def test_macos_sleeps_only_after_the_lock(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside_macos, "_AT_MOST", 1)
    mac, locks, _kept = _listening()
    mac.power(None, 0, outside_macos.WILL_SLEEP, 99)
    assert locks == ["lock"] and ("IOAllowPowerChange", 7, 99) not in mac.asked
    qtbot.waitUntil(lambda: ("IOAllowPowerChange", 7, 99) in mac.asked)  # a lock that fails holds nobody up


def test_macos_wakes_without_a_lock() -> None:
    mac, locks, _kept = _listening()
    mac.power(None, 0, 0xE0000300, 99)  # kIOMessageSystemHasPoweredOn: must not be answered
    assert locks == [] and not any(name == "IOAllowPowerChange" for name, *_ in mac.asked)


def test_macos_locks_its_screen() -> None:
    mac, locks, _kept = _listening()
    assert ("observe", 11, b"com.apple.screenIsLocked", 4) in mac.asked
    mac.notice(None, None, None, None, None)
    assert locks == ["lock"]


def test_macos_that_tells_nothing_of_sleep_still_tells_of_its_screen() -> None:
    mac, _locks, _kept = _listening(root=0)
    assert not any(name == "CFRunLoopAddSource" for name, *_ in mac.asked)
    assert mac.notice is not None
