"""Reading a foreign PDF in a process of its own, with a limit on time and memory.

The readers are C++ and a hostile file may crash or hang them; then the child dies and the file is refused. Only the
bytes go in and what was gathered comes out, through a pipe: nothing touches a disk. The child keeps no core file,
since its memory holds the document.
"""

from __future__ import annotations

import multiprocessing
import pickle
from multiprocessing.connection import Connection

from app.report.check_values import Expected, Gathered, Limits, NotAPdf, Reason

_MEMORY_MARK = "memory"
_NOT_A_PDF = "not a pdf"


def gather_apart(data: bytes, expected: Expected | None, limits: Limits) -> Gathered:
    """As ``check_gather.gather``, in a child process. Raises ``NotAPdf``; a child that dies or is late is a reason."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    child = context.Process(target=_child, args=(there,), daemon=True, name="affiant-check")
    child.start()
    there.close()
    answer: object = None
    reason = Reason("unreadable", "the readers stopped on this file")
    try:
        here.send((data, expected, limits))
        if here.poll(limits.seconds):
            answer = here.recv()
        else:
            reason = Reason("limit", "reading took longer than the limit")
    except (EOFError, OSError, pickle.UnpicklingError):
        pass
    finally:
        here.close()
        child.kill()
        child.join()
        child.close()
    if answer == _NOT_A_PDF:
        raise NotAPdf
    if isinstance(answer, Gathered):
        return answer
    if answer == _MEMORY_MARK:
        reason = Reason("limit", "reading took more memory than the limit")
    return Gathered(reasons=[reason])


def _child(pipe: Connection) -> None:
    """The child's whole life: take the bytes, read them, hand back what was gathered."""
    try:
        data, expected, limits = pipe.recv()
        _bound(limits)
        # Imported here, so that the parent can start this process without the readers.
        from app.report.check_gather import gather  # noqa: PLC0415

        answer: object = gather(data, expected, limits)
    except NotAPdf:
        answer = _NOT_A_PDF
    except MemoryError:
        answer = _MEMORY_MARK
    except BaseException:  # a traceback on standard error would repeat what the file holds
        answer = None
    pipe.send(answer)
    pipe.close()


def _bound(limits: Limits) -> None:
    """Hold this process to its memory, where the system can; Windows has no such limit for a process of its own."""
    try:
        import resource  # noqa: PLC0415  (not on Windows)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = limits.memory if most == resource.RLIM_INFINITY else min(limits.memory, most)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
    except (OSError, ValueError):  # macOS does not take one
        return
