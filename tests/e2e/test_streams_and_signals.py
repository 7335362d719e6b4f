"""A command without its streams, with a full one, and one that is ended from outside in the middle of its work."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import PASSPHRASE, ROOT, Place, affiant
from tests.e2e.test_keeping import WHO, with_recovery
from tests.e2e.test_statuses import make_vault, ready_vault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="streams and signals as POSIX has them")


def shell(place: Place, command: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a shell runs it; ``affiant`` and ``P`` stand for what is long."""
    words = f"{shlex.quote(sys.executable)} -m app.cli"
    line = re.sub(r"\bP\b", f"--passphrase-file {shlex.quote(str(place.passphrase))}", command.replace("affiant", words))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["bash", "-c", line], cwd=place.folder, capture_output=True, check=False, env=environment, timeout=120
    )


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("affiant list v P >&-", 0),
        ("affiant list v P --json >&-", 0),
        ("affiant list v P <&- >&- 2>&-", 0),
        ("affiant list nowhere P 2>&-", 2),
        ("affiant list v <&-", 2),
        ("affiant list v --passphrase-file - <&-", 2),
        ("affiant shred v WREN P <&-", 2),
        ("affiant init other P --kdf-memory 64 <&-", 0),
        ("affiant list v P >/dev/full", 2),
        ("affiant candidates v WREN P --json >/dev/full", 2),
        ("affiant search v e P >/dev/full", 2),
        ("affiant list nowhere P 2>/dev/full", 2),
    ],
)
def test_a_stream_that_is_closed_or_full_is_no_bug(
    tmp_path: Path, small_case: Callable[..., Path], command: str, status: int
) -> None:
    ran = shell(ready_vault(tmp_path, small_case()), command)
    assert (ran.returncode, b"bug" in ran.stderr, b"Traceback" in ran.stderr) == (status, False, False)
    assert ran.stderr.count(b"\n") == (1 if status and "2>" not in command else 0)


def test_whoever_reads_the_answer_may_stop_reading(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    events = [{"id": f"e{n}", "type": "protest", "account": f"Number {n} was told again."} for n in range(3000)]
    place = make_vault(tmp_path, small_case(events=events))
    ran = shell(place, "affiant search v told P | head -1; exit ${PIPESTATUS[0]}")
    assert (ran.returncode, ran.stderr, ran.stdout.count(b"\n")) == (0, b"", 1)


def test_what_is_opened_never_takes_the_number_of_a_closed_stream() -> None:
    """Else a library that prints would print into the vault."""
    code = (
        "import os\nfrom app.guard import guard\nguard()\nhandle = os.open('/dev/zero', os.O_RDONLY)\n"
        "print(handle, file=open('/dev/fd/' + os.environ['TO'], 'w'))"
    )
    reading, writing = os.pipe()
    line = f"exec {shlex.quote(sys.executable)} -c {shlex.quote(code)} <&- >&- 2>&-"
    subprocess.run(
        ["bash", "-c", line], cwd=ROOT, check=True, pass_fds=(writing,), env={**os.environ, "TO": str(writing)}, timeout=60
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        assert int(answer.read()) > 2


def test_a_byte_order_mark_is_no_part_of_a_passphrase(tmp_path: Path) -> None:
    """Windows' own editor writes one: a vault that was made with it could never be opened by typing."""
    place = Place(tmp_path)
    place.passphrase.write_bytes(b"\xef\xbb\xbf" + PASSPHRASE.encode() + b"\r\n")
    assert place.run("init", "--kdf-memory", "64").status == 0
    place.passphrase.write_text(PASSPHRASE, "utf-8")
    assert place.run("list").status == 0


def test_nothing_typed_is_no_bug(tmp_path: Path) -> None:
    place = make_vault(tmp_path)
    import pty

    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "app.cli", "list", str(place.vault)],
        stdin=follower, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    ) as command:  # fmt: skip
        os.close(follower)
        assert command.stderr is not None
        asked = b""
        while not asked.endswith(b"Passphrase: "):
            asked += command.stderr.read(1)
        os.write(leader, b"\x04")  # the end of what is typed
        _, told = command.communicate(timeout=60)
        os.close(leader)
    assert (command.returncode, b"nothing was typed" in told, b"bug" in told) == (2, True, False)


#: Says when it is in the middle, and stays there until the signal comes.
WAITS = """
import signal, sys, threading
for number in (signal.SIGINT, signal.SIGHUP):  # whoever tests in the background has them ignored
    signal.signal(number, signal.SIG_DFL)
import {module} as place
def waits(*given, **more):
    print("here", flush=True)
    threading.Event().wait(60)
place.{name} = waits
from app.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("at", "arguments", "number"),
    [
        ("app.services.sealing:_read_back", ("backup", "v", "out/b.age"), signal.SIGTERM),
        (
            "app.services.sealing:_read_back",
            ("archive", "v", "WREN", "--to", WHO.recipient, "--out", "out/b.age"),
            signal.SIGHUP,
        ),
        ("app.services.export:refuse_stale", ("export", "v", "WREN", "--out", "out/x.pdf"), signal.SIGTERM),
        (
            "app.services.files:Outgoing.place",
            ("export-case", "v", "WREN", "--plaintext", "--out", "out/x.json"),
            signal.SIGINT,
        ),
        ("app.storage.new_case:catalog_row", ("import", "v", "robin.json"), signal.SIGTERM),
        ("app.services.restore:_checked", ("restore", "b.age", "out/again", "--recovery-file", "recovery"), signal.SIGINT),
    ],
)
def test_a_signal_in_the_middle_leaves_nothing_half_done(
    tmp_path: Path, small_case: Callable[..., Path], at: str, arguments: tuple[str, ...], number: signal.Signals
) -> None:
    place = ready_vault(tmp_path, small_case())
    with_recovery(place)
    small_case("robin.json", case={"code": "ROBIN"})
    (tmp_path / "out").mkdir()
    assert arguments[0] != "restore" or place.run("backup", tmp_path / "b.age").status == 0
    before = sorted(path.name for path in (place.vault / "o").iterdir())
    module, name = at.split(":")
    code = WAITS.replace("{module}", module).replace("{name}", name)
    keys = () if arguments[0] == "restore" else ("--passphrase-file", "passphrase")
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments, *keys],
        cwd=tmp_path, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as command:  # fmt: skip
        assert command.stdout is not None
        assert command.stdout.readline() == b"here\n"
        command.send_signal(number)
        _, told = command.communicate(timeout=60)
    assert (command.returncode, told) == (128 + number, b"affiant: stopped; what was saved before is safe\n")
    assert [*(tmp_path / "out").iterdir()] == []
    assert sorted(path.name for path in (place.vault / "o").iterdir()) == before
    assert affiant("verify", place.vault, "--passphrase-file", place.passphrase).out == "clean\n"
    assert [row["code"] for row in place.run("list", "--json").data] == ["WREN"]


def test_nobody_else_can_read_what_is_made_whatever_the_system_allows(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = Place(tmp_path / "deep" / "place")
    place.folder.mkdir(parents=True)
    place.passphrase.write_text(PASSPHRASE, "utf-8")
    small_case()
    (place.folder / "out").mkdir()
    for command in (
        "affiant init new/v P --kdf-memory 64",
        "affiant import new/v ../../small.json P",
        "affiant export-case new/v WREN --plaintext --out out/x.json P",
        "affiant export new/v WREN --out out/x.pdf P",
        "affiant demo --out new/demo",
    ):
        assert shell(place, f"umask 000; {command}").returncode == 0
    made = [path for root in ("new", "out") for path in (place.folder / root).rglob("*")]
    assert len(made) > 20
    assert {oct(path.stat().st_mode & 0o077) for path in made} == {"0o0"}


def test_a_crash_leaves_no_core_file_of_a_command() -> None:
    code = (
        "import resource, sys\nsys.argv = ['affiant', 'self-test']\n"
        "from app.services import maintenance\n"
        "def looks():\n    import ctypes\n"
        "    print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n"
        "maintenance.self_test = looks\n"
        "from ui.entry import main\nsys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
    assert done.stdout.splitlines()[0] == "(0, 0) 0"
