"""The first steps of a process of this program, before anything of a case is in it: window and command line alike."""

from __future__ import annotations

import os
import sys


def guard() -> None:
    """Nobody else may read this process's memory or its files, and what it opens is never taken for a terminal.

    A new process must ask again, and first of all: the key may wait in its pipe.
    """
    _keep_memory()
    os.umask(0o077)
    _fill_descriptors()


def _keep_memory() -> None:
    """No core dumps, and no other program of the same user may read the memory."""
    if sys.platform != "win32":
        import resource as limits

        limits.setrlimit(limits.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        pr_set_dumpable = 4  # prctl(2)
        ctypes.CDLL(None).prctl(pr_set_dumpable, 0, 0, 0, 0)


def _fill_descriptors() -> None:
    """Started without standard input, output or error: else the next file opened, one of the vault, would get its number,
    and whatever a library prints would go into it."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for as long as we run
