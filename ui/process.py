"""Locking and unlocking end in a new process, so that nothing of a case stays in memory.

Dropping objects leaves copies of a text all over a process's memory; a new process image leaves none. What the next
process must know goes to it through a pipe, never through arguments, environment or a file.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass, field, fields

from app.apart import end_all

#: Says, with a number, that a handover waits at that file descriptor. Nothing else is ever told by argument.
FLAG = "--handover"
_LARGEST = 1 << 16


@dataclass(frozen=True, slots=True)
class Handover:
    """What one process leaves to the next. ``key`` is the vault key in hex, only from the lock screen to the work.

    ``entry`` is where on the page the work goes on, in ids only. ``then``: "passphrase" where recovery sheets opened the
    vault, and a new passphrase is to be chosen. ``covered``: the neutral page stands in front, and stays there.
    """

    vault: str = field(default="", repr=False)
    key: str = field(default="", repr=False)
    dark: bool | None = None
    factor: float = 1.0
    case: str = field(default="", repr=False)
    page: str = ""
    entry: str = field(default="", repr=False)
    width: int = 0
    height: int = 0
    maximized: bool = False
    then: str = ""
    covered: bool = False


def take(argv: list[str]) -> Handover | None:
    """The handover that this process was started with, if any."""
    if len(argv) != 2 or argv[0] != FLAG or not argv[1].isdigit():
        return None
    try:
        with os.fdopen(int(argv[1]), "rb") as pipe:
            data = json.loads(pipe.read(_LARGEST))
        known = {item.name for item in fields(Handover)}
        return Handover(**{key: value for key, value in data.items() if key in known})
    except (OSError, ValueError, TypeError, AttributeError):
        return Handover()


def start_anew(handover: Handover) -> None:
    """Replace this process by a new one of the same program. Returns only if that fails (``OSError``)."""
    end_all()
    data = json.dumps(asdict(handover)).encode()
    if sys.platform == "win32":
        _spawn(data)
    reading, writing = os.pipe()
    os.write(writing, data)  # far below what a pipe holds
    os.close(writing)
    os.set_inheritable(reading, True)
    os.execv(sys.executable, [sys.executable, *_program(), FLAG, str(reading)])


def _program() -> list[str]:
    return [] if getattr(sys, "frozen", False) else ["-P", "-m", "ui.entry"]


def _spawn(data: bytes) -> None:
    """Windows has no exec that keeps a process: start the next one, hand over, end this one."""
    child = subprocess.Popen([sys.executable, *_program(), FLAG, "0"], stdin=subprocess.PIPE)
    if child.stdin is not None:
        child.stdin.write(data)
        child.stdin.close()
    os._exit(0)
