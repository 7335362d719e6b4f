"""From one process to the next: the key is guarded before anything else loads, and no child goes along."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ui import process
from ui.process import Handover

#: The beginning of the program, up to where the window would be loaded.
BEGIN = """
import ctypes, resource, sys, types
window = types.ModuleType("ui.program")
guarded = lambda: sys.platform != "linux" or ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0  # PR_GET_DUMPABLE
window.run = lambda _: print(guarded(), resource.getrlimit(resource.RLIMIT_CORE), "PySide6" in sys.modules)
sys.modules["ui.program"] = window
from ui.entry import main
main([])
"""


def test_the_memory_is_shut_to_others_before_the_window_is_loaded() -> None:
    if sys.platform != "win32":
        done = subprocess.run([sys.executable, "-c", BEGIN], capture_output=True, text=True, check=True)
        assert done.stdout.split("\n")[0] == "True (0, 0) False"


def test_no_child_goes_along_into_the_next_process(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = []
    monkeypatch.setattr(process, "end_all", lambda: ended.append("children"))
    monkeypatch.setattr(os, "execv", lambda *_: ended.append("process"))
    monkeypatch.setattr(process.sys, "platform", "linux")
    process.start_anew(Handover())
    assert ended == ["children", "process"]
