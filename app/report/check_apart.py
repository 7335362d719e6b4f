"""Reading a foreign PDF in a process of its own, with a limit on time and memory.

The readers are C++ and a hostile file may crash, hang or take over the process that reads it. So that process is
not ours: the bytes go in by a pipe and plain JSON comes out, nothing touches a disk, what the readers have to say
on standard error goes nowhere, and no core file is left of a memory that holds the document. A child that dies or
is late is a reason to refuse.
"""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from typing import Any

from app.report.check_values import Found, Gathered, Limits, NotAPdf, Reason

#: The first argument with which a bundled program, whose interpreter takes no module name, must call ``main`` here.
CHILD = "read-a-pdf-apart"


def gather_apart(data: bytes, limits: Limits) -> Gathered:
    """As ``check_gather.gather`` of a file that is not ours, in a child process. Raises ``NotAPdf``."""
    if len(data) > limits.file:
        return Gathered(reasons=[Reason("limit", "a file larger than the limit")])
    head = json.dumps(dataclasses.asdict(limits)).encode("ascii") + b"\n"
    try:
        done = subprocess.run(
            _command(),
            input=head + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            env=_environment(),
            check=False,
        )
        answer = json.loads(done.stdout)
        return _unpacked(answer)
    except subprocess.TimeoutExpired:
        return Gathered(reasons=[Reason("limit", "reading took longer than the limit")])
    except (OSError, ValueError, KeyError, TypeError):
        return Gathered(reasons=[Reason("unreadable", "the readers stopped on this file")])


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    # -P: never a module from the folder in which somebody keeps the PDF
    return [sys.executable, "-P", "-m", "app.report.check_apart"]


def _environment() -> dict[str, str]:
    """The child finds the same modules as this process does."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _unpacked(answer: Any) -> Gathered:
    if answer["not a pdf"]:
        raise NotAPdf
    return Gathered(
        reasons=[Reason(str(rule), str(detail)) for rule, detail in answer["reasons"]],
        found=[Found(str(place), strength, str(text)) for place, strength, text in answer["found"]],
    )


def main() -> int:
    """The child's whole life: take limits and bytes, read them, hand back what was gathered."""
    answer: dict[str, Any] = {"not a pdf": False, "reasons": [], "found": []}
    try:
        head = sys.stdin.buffer.readline()
        data = sys.stdin.buffer.read()
        limits = Limits(**json.loads(head))
        _bound(limits)
        # Imported here, so that the parent can start this process without the readers.
        from app.report.check_gather import gather

        home = gather(data, None, limits)
        answer["reasons"] = [(reason.rule, reason.detail) for reason in home.reasons]
        answer["found"] = [(found.place, found.strength, found.text) for found in home.found]
    except NotAPdf:
        answer["not a pdf"] = True
    except MemoryError:
        answer["reasons"] = [("limit", "reading took more memory than the limit")]
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.buffer.flush()
    return 0


def _bound(limits: Limits) -> None:
    """Hold this process to its memory, where the system can; Windows has no such limit for a process of its own."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = limits.memory if most == resource.RLIM_INFINITY else min(limits.memory, most)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
    except (OSError, ValueError):  # macOS does not take one
        return


if __name__ == "__main__":
    sys.exit(main())
