"""Reading what may be hostile in a process of its own, with a limit on time and memory.

The readers of PDFs and pictures are C and C++, and a hostile file may crash, hang or take over the process that reads it. So
that process is not ours: a line of JSON and the bytes go in by a pipe, an answer comes out, nothing touches a disk, what the
readers have to say on standard error goes nowhere, and no core file is left of a memory that holds the document.

Such a child holds a document of the case: it does not outlive the lock (``end_all``), nor the process that started it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

#: The modules whose ``main`` may run as such a child. A bundled program, whose interpreter takes no module name, is called
#: with the name as its first argument and runs that ``main``.
CHILDREN = {
    "read-a-pdf-apart": "app.report.check_apart",
    "show-a-page-apart": "app.services.preview_apart",
    "draw-an-exhibit-apart": "app.services.exhibit_apart",
}


class ApartError(Exception):
    """The child did not answer: it is missing, or it died."""


class TooLate(ApartError):
    """The child took longer than it was given."""


def run_apart(child: str, head: Mapping[str, Any], data: bytes, seconds: float) -> bytes:
    """Start a child, give it ``head`` and ``data``, and return what it wrote. Raises ``ApartError``."""
    try:
        process = subprocess.Popen(
            command(child),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError:
        raise ApartError from None
    with _lock:
        _running.add(process)
    try:
        answer, _ = process.communicate(json.dumps(head).encode("ascii") + b"\n" + data, seconds)
    except subprocess.TimeoutExpired:
        raise TooLate from None
    except (OSError, ValueError):
        raise ApartError from None
    finally:
        _end(process)
        with _lock:
            _running.discard(process)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what the child would not take any more
                    pipe.close()
    return answer


#: The children that are at work now.
_running: set[subprocess.Popen[bytes]] = set()
_lock = threading.Lock()


def end_all() -> None:
    """End every child at once: the vault is locked, and none of them may go on holding a document. Any thread."""
    with _lock:
        held = tuple(_running)
    for process in held:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        process.kill()  # harmless if it has ended
    process.wait()


def command(child: str) -> list[str]:
    """How a child is started."""
    if getattr(sys, "frozen", False):
        return [sys.executable, child]
    # -P: never a module from the folder in which somebody keeps the file
    return [sys.executable, "-P", "-m", CHILDREN[child]]


def _environment() -> dict[str, str]:
    """The child finds the same modules as this process does."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def guard() -> None:
    """The first step of a child: it ends when the thread that started it does, and no other program may read its memory."""
    if sys.platform == "linux":
        import ctypes
        import signal

        pr_set_pdeathsig, pr_set_dumpable = 1, 4  # prctl(2)
        library = ctypes.CDLL(None)
        library.prctl(pr_set_pdeathsig, int(signal.SIGKILL), 0, 0, 0)
        library.prctl(pr_set_dumpable, 0, 0, 0, 0)


def bound(memory: int) -> None:
    """Hold this process, a child, to so many bytes where the system can; Windows has no such limit for a process of its own."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = memory if most == resource.RLIM_INFINITY else min(memory, most)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
    except (OSError, ValueError):  # macOS does not take one
        return
