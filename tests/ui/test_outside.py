"""Locking because somebody else says so, with the real program: another command, the system's sleep, the session's lock."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject
from pytestqt.qtbot import QtBot

from app.cli import main as command_line
from app.errors import IN_USE, UserError
from app.services import locking, session, work
from tests.ui.conftest import PASSPHRASE, ReadyVault
from tests.ui.driven import Program, program

LOGIN = "org.freedesktop.login1"


@pytest.fixture
def vault(ready_vaults: dict[str, ReadyVault], home: Path) -> ReadyVault:
    ready = ready_vaults["begun"]
    path = home / ".local/share/Affiant/vaults/Field vault"
    shutil.copytree(ready.path, path)
    return ReadyVault(path, ready.key, ready.case_id)


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """A message bus of the test's own, with nothing on it."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no dbus-daemon here (Debian: dbus-daemon), so no system that could go to sleep")
    socket = tmp_path / "bus"
    command = [daemon, "--session", "--nofork", "--nopidfile", "--print-address", f"--address=unix:path={socket}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None
        yield running.stdout.readline().strip()
        running.terminate()


@pytest.fixture
def start(vault: ReadyVault, home: Path, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start the program and open the case."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    running = []

    def begin(**also: str) -> Program:
        running.append(program(home, scratch, **also))
        affiant = running[-1].__enter__()
        affiant.type_passphrase(PASSPHRASE)
        affiant.open_case("overview")
        return affiant

    yield begin
    for each in running:
        each.__exit__(None, None, None)


class Login(QDBusVirtualObject):
    """As much of the system's login manager as gives out delays: ``given`` is what a program asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[list[object]] = []
        self.reading, self._writing = os.pipe()
        os.set_blocking(self.reading, False)

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        self.given.append(message.arguments())
        answer = message.createReply([QDBusUnixFileDescriptor(self._writing)])
        connection.send(answer)
        os.close(self._writing)
        return True


def is_locked(affiant: Program) -> bool:
    return (
        affiant.ready() == affiant.process.pid and affiant.ask("type(window.stack.currentWidget()).__name__") == "UnlockScreen"
    )


def test_the_command_locks_a_window_and_waits_until_it_has(
    start: Callable[..., Program], vault: ReadyVault, capsys: pytest.CaptureFixture[str]
) -> None:
    affiant = start()
    assert command_line(["lock", str(vault.path)]) == 0
    assert capsys.readouterr().out == f"locked {vault.path}\n"
    with session.open_unlocked(vault.path, bytearray(vault.key)):
        pass  # nobody holds it any more
    assert is_locked(affiant)
    assert sorted(path.name for path in vault.path.iterdir()) == ["h0", "h1", "lock", "o"]


def test_where_nobody_has_it_open_there_is_nothing_to_lock(vault: ReadyVault, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line(["lock", str(vault.path)]) == 0
    assert capsys.readouterr().out == f"nobody has {vault.path} open\n"
    assert command_line(["lock", str(vault.path / "o")]) == 2


def test_a_command_that_works_is_not_interrupted(vault: ReadyVault) -> None:
    with session.open_unlocked(vault.path, bytearray(vault.key)) as opened:
        with pytest.raises(UserError) as caught:
            locking.lock(vault.path, patience=0.2)
        work.new_case(opened, "CEDAR", "2021-07-02", ("en",))
    assert caught.value.status == IN_USE
    assert not locking.asked(vault.path)


def test_a_wish_that_was_left_behind_does_not_close_the_vault_again(vault: ReadyVault) -> None:
    (vault.path / "lock.asked").touch()
    with session.open_unlocked(vault.path, bytearray(vault.key)):
        assert not locking.asked(vault.path)


@pytest.mark.parametrize(
    ("path", "interface", "name", "arguments"),
    [
        ("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", [True]),
        ("/org/freedesktop/login1/session/_32", f"{LOGIN}.Session", "Lock", []),
    ],
    ids=["sleep", "lock of the session"],
)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a message bus of the system")
def test_the_system_locks_it(
    start: Callable[..., Program], bus: str, qtbot: QtBot, path: str, interface: str, name: str, arguments: list[object]
) -> None:
    system = QDBusConnection.connectToBus(bus, f"test {os.urandom(4).hex()}")
    assert system.registerService(LOGIN)
    login = Login()
    assert system.registerVirtualObject("/org/freedesktop/login1", login)
    affiant = start(DBUS_SYSTEM_BUS_ADDRESS=bus)
    signal = QDBusMessage.createSignal(path, interface, name)
    signal.setArguments([False] if arguments else arguments)
    qtbot.waitUntil(lambda: bool(login.given))
    assert login.given == [["sleep", "Affiant", "closes what is confidential", "delay"]]
    if arguments:
        assert system.send(signal)  # the end of sleep locks nothing
        affiant.run("window.frame.go('people')")
        assert affiant.ask("window.frame.page_key") == "people"
        signal.setArguments(arguments)
    assert system.send(signal)
    assert is_locked(affiant)
    assert os.read(login.reading, 1) == b"", "the machine sleeps no sooner than the lock screen is there"
    os.close(login.reading)
    assert system.unregisterService(LOGIN)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a message bus of the session")
def test_the_lock_screen_of_the_desktop_locks_it(start: Callable[..., Program], bus: str, qtbot: QtBot) -> None:
    session_bus = QDBusConnection.connectToBus(bus, f"test {os.urandom(4).hex()}")
    assert session_bus.registerService("org.gnome.ScreenSaver")
    affiant = start(DBUS_SESSION_BUS_ADDRESS=bus)
    signal = QDBusMessage.createSignal("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged")
    signal.setArguments([True])
    assert session_bus.send(signal)
    assert is_locked(affiant)
    assert session_bus.unregisterService("org.gnome.ScreenSaver")
