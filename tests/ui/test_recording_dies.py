"""Recording in the real program, in a process of its own: killed, locked, in panic; what was said is there afterwards."""

from __future__ import annotations

import datetime as dt
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain import case as domain
from app.services import session, sound, wav, work
from tests.sounding import SECOND, Spoken
from tests.ui.conftest import PASSPHRASE, ReadyVault
from tests.ui.driven import Program, program

SPOKEN = Spoken()
#: Puts a room in the place of the machine's microphones and begins to record, with the keys.
BEGIN = """
from tests.ui.sound_driver import Room
from PySide6.QtWidgets import QApplication
room = Room()
page = window.frame.page
recording = page.interview.sound.recording
recording.open_microphone = room.open
recording.prepare = lambda: None
QTest.keyClick(page.primary(), Qt.Key.Key_F9)
QTest.keyClick(page.primary(), Qt.Key.Key_F5)
"""


@pytest.fixture
def vault(ready_vaults: dict[str, ReadyVault], home: Path) -> ReadyVault:
    """A vault in its usual place, with a witness who agreed to sound."""
    ready = ready_vaults["begun"]
    path = home / ".local/share/Affiant/vaults/Field vault"
    shutil.copytree(ready.path, path)
    today = dt.date.today().isoformat()
    present = (domain.PersonPart("p1", "witness"),)
    with session.open_unlocked(path, bytearray(ready.key)) as opened, opened.open_case(ready.case_id) as store:
        client = domain.Person("p1", (domain.Name("Han Keyu"),), ("witness",))
        said = domain.Testimony("t1", "p1", "en", "I was at home.", interview=domain.Interview(date=today, present=present))
        agreed = [
            ("consents", domain.Consent(f"c{n}", "p1", purpose, "counsel", "counsel-only", today))
            for n, purpose in enumerate(("interview", "audio"), 1)
        ]
        work.save_many(store, [("people", client), ("testimonies", said), *agreed])
    return ReadyVault(path, ready.key, ready.case_id)


@pytest.fixture
def start(vault: ReadyVault, home: Path, tmp_path: Path) -> Iterator[Callable[[], Program]]:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    running = []

    def begin() -> Program:
        running.append(program(home, scratch))
        return running[-1].__enter__()

    yield begin
    for each in running:
        each.__exit__(None, None, None)
    assert list(scratch.iterdir()) == []


def begin_recording(affiant: Program) -> None:
    affiant.type_passphrase(PASSPHRASE)
    affiant.open_case("testimony")
    affiant.wait("not window.frame.page.primary().isReadOnly()")
    affiant.run(BEGIN)
    affiant.wait("recording.state == 'running'")


def sealed(vault: ReadyVault) -> bytes:
    """The one recording of the case, which the window has sealed; everything else is checked with it."""
    with session.open_unlocked(vault.path, bytearray(vault.key)) as opened:
        with opened.open_case(vault.case_id) as store:
            (document,) = [one.id for one in store.load().documents if one.kind == sound.KIND]
            assert store.sound.facts() is None
            content = store.document(document)
            assert content is not None
            data = content.read()[wav.HEAD :]
        assert opened.verify() == ()
    return data


def open_again(affiant: Program) -> None:
    """Unlock, open the case, wait until what was cut off is sealed; leave."""
    affiant.type_passphrase(PASSPHRASE)
    affiant.open_case("testimony")
    affiant.wait("'whole again' in window.frame.page.notice.head.text()")
    affiant.send("window.close()")
    assert affiant.process.wait(30) == 0


def unlock_again(affiant: Program) -> None:
    """Unlock: the case that was open comes back by itself; the same."""
    affiant.type_passphrase(PASSPHRASE)
    affiant.wait("window.frame is not None and 'whole again' in window.frame.page.notice.head.text()")
    affiant.send("window.close()")
    assert affiant.process.wait(30) == 0


def spoken(count: int) -> bytes:
    return b"".join(SPOKEN.second(number) for number in range(count))


def test_a_kill_loses_the_last_second_at_most(start: Callable[[], Program], vault: ReadyVault) -> None:
    affiant = start()
    begin_recording(affiant)
    affiant.run("room.speak_seconds(0, 12)")
    affiant.wait("recording.waiting == 0")
    affiant.run("room.speak(bytes(3200))")
    affiant.end(signal.SIGKILL)
    open_again(start())
    assert sealed(vault) == spoken(12)


def test_a_kill_while_it_is_being_said_leaves_a_whole_beginning(start: Callable[[], Program], vault: ReadyVault) -> None:
    affiant = start()
    begin_recording(affiant)
    affiant.run("room.speak_seconds(0, 3)")
    affiant.wait("recording.waiting == 0")
    affiant.run("ticking = QTimer(); count = [3]")
    affiant.run("ticking.timeout.connect(lambda: (room.speak_seconds(count[0], 1), count.__setitem__(0, count[0] + 1)))")
    affiant.run("ticking.start(5)")
    affiant.wait("count[0] > 40")
    there = affiant.ask("int(recording._kept)")
    affiant.end(signal.SIGKILL)
    open_again(start())
    data = sealed(vault)
    assert len(data) >= there, "what the window knew to be on the disk is there"
    assert data == spoken(len(data) // SECOND + 1)[: len(data)]


def test_locking_keeps_all_of_it(start: Callable[[], Program], vault: ReadyVault) -> None:
    affiant = start()
    begin_recording(affiant)
    affiant.run("room.speak_seconds(0, 5)")
    affiant.run("room.speak(room.said[:1000])")
    affiant.press_lock()
    unlock_again(affiant)
    assert sealed(vault) == spoken(5) + spoken(1)[:1000]


def test_in_panic_the_last_second_may_be_lost_and_nothing_else(start: Callable[[], Program], vault: ReadyVault) -> None:
    affiant = start()
    begin_recording(affiant)
    affiant.run("room.speak_seconds(0, 4)")
    affiant.wait("recording.waiting == 0")
    affiant.send("window.panic()")
    affiant.ready()
    unlock_again(affiant)
    assert sealed(vault) == spoken(4)


def test_closing_the_window_keeps_all_of_it(start: Callable[[], Program], vault: ReadyVault) -> None:
    affiant = start()
    begin_recording(affiant)
    affiant.run("room.speak_seconds(0, 2); room.speak(room.said[:600])")
    affiant.send("window.close()")
    assert affiant.process.wait(30) == 0
    open_again(start())
    assert sealed(vault) == spoken(2) + spoken(1)[:600]


def test_the_machine_is_not_asked_for_sound_before_somebody_wants_it(start: Callable[[], Program]) -> None:
    affiant = start()
    affiant.type_passphrase(PASSPHRASE)
    affiant.open_case("testimony")
    affiant.wait("not window.frame.page.primary().isReadOnly()")
    affiant.run("QTest.keyClick(window.frame.page.primary(), Qt.Key.Key_F9); import sys")
    affiant.run("window.frame.page.interview.leave(); window.frame.go('documents')")
    assert affiant.ask("[name for name in sys.modules if 'Multimedia' in name]") == []


@pytest.mark.alone
def test_recording_and_sealing_leave_the_window_free(start: Callable[[], Program], vault: ReadyVault) -> None:
    affiant = start()
    begin_recording(affiant)
    affiant.run("ticking = QTimer(); count = [0]; watchdog = Watchdog()")
    affiant.run("ticking.timeout.connect(lambda: (room.speak_seconds(count[0], 1), count.__setitem__(0, count[0] + 1)))")
    affiant.run("watchdog.reset(); ticking.start(5)")
    affiant.wait("count[0] >= 300")
    affiant.run("ticking.stop(); QTest.keyClick(page.primary(), Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)")
    affiant.wait("recording.state == 'off'")
    assert affiant.ask("watchdog.longest") < 0.1
    affiant.send("window.close()")
    assert affiant.process.wait(30) == 0
    assert len(sealed(vault)) >= 300 * SECOND
