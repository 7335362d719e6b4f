"""A whole session under the eyes of the system: which files it opens for writing, which connections it makes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.ui.conftest import PASSPHRASE, ReadyVault
from tests.ui.driven import program

CANARY = "They walked us past the zinc weir before dawn."
CALLS = "open,openat,creat,socket,connect,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,truncate"
#: A call that another thread's interrupts in the log ends in "unfinished" and counts as one that was done.
OPENED = re.compile(r'\b(?:open|openat|creat)\((?:AT_FDCWD, )?"(?P<path>[^"\n]*)"(?P<how>[^\n]*)')
OTHER = re.compile(r"\b(?:mkdir|rename|link|symlink|mknod|truncate)\w*\((?P<what>[^\n]*)")
FAILED = re.compile(r" = -1 E[A-Z]+")
SOCKET = re.compile(r"\bsocket\((?P<family>\w+)")


def test_a_session_writes_in_the_vault_only_and_makes_no_connection(
    ready_vaults: dict[str, ReadyVault], home: Path, tmp_path: Path
) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("there is no strace here (Debian: strace) to see the calls with")
    path = home / ".local/share/Affiant/vaults/Field vault"
    shutil.copytree(ready_vaults["sample"].path, path)
    scratch, log = tmp_path / "scratch", tmp_path / "trace"
    scratch.mkdir()
    with program(home, scratch, (strace, "-f", "-qq", "-s", "512", "-e", f"trace={CALLS}", "-o", str(log))) as affiant:
        affiant.type_passphrase(PASSPHRASE)
        affiant.open_case("testimony")
        affiant.run("window.frame.go('events'); window.frame.page.list.find_field.setFocus()")
        affiant.run(f"QTest.keyClicks(window.frame.page.list.find_field, {CANARY!r})")
        affiant.run("window.frame.go('documents', 'd1')")
        affiant.press_lock()
    calls = log.read_text("utf-8", "replace")
    written = {
        found["path"]
        for found in OPENED.finditer(calls)
        if not FAILED.search(found["how"]) and re.search(r"O_WRONLY|O_RDWR|O_CREAT", found["how"])
    }
    outside = {name for name in written if not name.startswith((str(path), "/dev/", "/proc/self/"))}
    assert any(name.startswith(str(path)) for name in written), "the session was seen at all"
    assert outside == set()
    changed = [found["what"] for found in OTHER.finditer(calls) if not FAILED.search(found["what"])]
    assert [what for what in changed if str(path) not in what] == []
    assert {found["family"] for found in SOCKET.finditer(calls)} <= {"AF_UNIX", "AF_LOCAL"}
    assert CANARY not in calls
