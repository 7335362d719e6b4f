"""The real microphone and loudspeaker of Qt, on a sound system of the test's own: a sink that nobody hears, and what it plays
as a microphone. Every sample arrives, and the system sees no file written outside the vault and no connection made."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sounding import RATE, samples
from tests.ui.conftest import PASSPHRASE, ReadyVault
from tests.ui.driven import program
from tests.ui.test_recording_dies import sealed, vault  # noqa: F401 - a witness who agreed to sound
from tests.ui.test_traces import CALLS, FAILED, OPENED, OTHER, SOCKET

PLAYED = samples(0, 6 * RATE)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a sound server with one microphone, in which everything is heard that is played."""
    if shutil.which("pulseaudio") is None or shutil.which("pacat") is None:
        pytest.skip("there is no sound server here (Debian: pulseaudio, pulseaudio-utils) to record from")
    folder = tmp_path / "pulse"
    folder.mkdir(0o700)
    address = f"unix:{folder}/native"
    modules = (
        f"module-native-protocol-unix socket={folder}/native auth-anonymous=1",
        f"module-null-sink sink_name=room rate={RATE} channels=1 format=s16le",
        "module-remap-source master=room.monitor source_name=microphone source_properties=device.description=Desk",
    )
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-target=stderr", "-v"]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    child = subprocess.Popen(
        [*command, *(part for module in modules for part in ("-L", module))], env=environment, stderr=subprocess.PIPE, text=True
    )
    assert child.stderr is not None
    try:
        for line in child.stderr:
            if "Daemon startup complete" in line:
                break
        else:
            raise AssertionError("the sound server did not start")
        drain = threading.Thread(target=child.stderr.read, daemon=True)
        drain.start()
        yield address
    finally:
        child.kill()
        child.wait(30)
        drain.join(30)
        child.stderr.close()


def test_what_is_played_in_the_room_is_in_the_vault_and_nowhere_else(
    vault: ReadyVault,  # noqa: F811
    server: str,
    home: Path,
    tmp_path: Path,
) -> None:
    scratch, log = tmp_path / "scratch", tmp_path / "trace"
    scratch.mkdir()
    strace = shutil.which("strace")
    under = (strace, "-f", "-qq", "-s", "512", "-e", f"trace={CALLS}", "-o", str(log)) if strace else ()
    with program(home, scratch, under, PULSE_SERVER=server) as affiant:
        affiant.type_passphrase(PASSPHRASE)
        affiant.open_case("testimony")
        affiant.wait("not window.frame.page.primary().isReadOnly()")
        affiant.run("page = window.frame.page; recording = page.interview.sound.recording")
        affiant.run("QTest.keyClick(page.primary(), Qt.Key.Key_F9); QTest.keyClick(page.primary(), Qt.Key.Key_F5)")
        affiant.wait("recording.state == 'running' and recording.seconds > 0.2")
        played = subprocess.Popen(
            ["pacat", "--playback", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1", "--device=room"],
            stdin=subprocess.PIPE, env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PULSE_SERVER": server},
        )  # fmt: skip
        assert played.stdin is not None
        played.stdin.write(PLAYED)
        played.stdin.close()
        affiant.wait("recording.seconds > 3")
        affiant.run("import time; time.sleep(1.5)")  # whatever keeps the window busy, sound waits for it
        played.wait(60)
        assert played.returncode == 0
        affiant.wait("recording.seconds > 7")
        assert affiant.ask("[name for _, name in page.interview.sound.microphones()]") == ["Desk"]
        affiant.run("QTest.keyClick(page.primary(), Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)")
        affiant.wait("recording.state == 'off'")
        affiant.run("window.frame.page.interview.leave(); window.frame.go('documents')")
        affiant.wait("window.frame.page.player.playing.wav is not None")
        affiant.run("playing = window.frame.page.player.playing; playing.seek(1.0); playing.play()")
        affiant.wait("playing.seconds > 1.5 and playing.on")
        affiant.send("window.close()")
        assert affiant.process.wait(30) == 0
    data = sealed(vault)
    middle = PLAYED[RATE : RATE + 4 * 2 * RATE]  # what comes before waits for the server to wake
    assert middle in data, "four seconds without a sample lost or changed"
    assert not list(scratch.iterdir())
    if strace is None:
        return
    calls = log.read_text("utf-8", "replace")
    written = {
        found["path"]
        for found in OPENED.finditer(calls)
        if not FAILED.search(found["how"]) and any(word in found["how"] for word in ("O_WRONLY", "O_RDWR", "O_CREAT"))
    }
    assert {name for name in written if not name.startswith((str(vault.path), "/dev/", "/proc/self/"))} == set()
    changed = [found["what"] for found in OTHER.finditer(calls) if not FAILED.search(found["what"])]
    assert [what for what in changed if str(vault.path) not in what] == []
    assert {found["family"] for found in SOCKET.finditer(calls)} <= {"AF_UNIX", "AF_LOCAL"}
