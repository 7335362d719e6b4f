"""Reading what may be hostile in a process of its own, with a limit on time and memory.

The readers of PDFs and pictures are C and C++, and a hostile file may crash, hang or take over the process that reads it. So
that process is not ours: a line of JSON and the bytes go in by a pipe, an answer comes out, nothing touches a disk, what the
readers have to say on standard error goes nowhere, and no core file is left of a memory that holds the document.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

#: The modules whose ``main`` may run as such a child. A bundled program, whose interpreter takes no module name, is called
#: with the name as its first argument and runs that ``main``.
CHILDREN = {"read-a-pdf-apart": "app.report.check_apart", "show-a-page-apart": "app.services.preview_apart"}


class ApartError(Exception):
    """The child did not answer: it is missing, or it died."""


class TooLate(ApartError):
    """The child took longer than it was given."""


def run_apart(child: str, head: Mapping[str, Any], data: bytes, seconds: float) -> bytes:
    """Start a child, give it ``head`` and ``data``, and return what it wrote. Raises ``ApartError``."""
    try:
        done = subprocess.run(
            command(child),
            input=json.dumps(head).encode("ascii") + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TooLate from None
    except OSError:
        raise ApartError from None
    return done.stdout


def command(child: str) -> list[str]:
    """How a child is started."""
    if getattr(sys, "frozen", False):
        return [sys.executable, child]
    # -P: never a module from the folder in which somebody keeps the file
    return [sys.executable, "-P", "-m", CHILDREN[child]]


def _environment() -> dict[str, str]:
    """The child finds the same modules as this process does."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


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
