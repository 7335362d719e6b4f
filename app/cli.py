"""The command line: ``affiant COMMAND …``. Runs without a screen and never imports Qt.

Answers go to standard output, as words or with ``--json`` as data; an error is exactly one line on standard error.
Exit status: 0 done · 1 a bug · 2 bad input or usage · 3 blocked · 4 refused by the release check · 5 wrong passphrase or
key · 6 damaged or tampered · 7 in use elsewhere.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import types
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from app.cli_arguments import parse
from app.cli_commands import UNSAID, say
from app.errors import BAD_INPUT, UserError, bug_words
from app.guard import guard

BUG = 1
_SIGNALLED = 128
_STOPPED = "stopped; what was saved before is safe"
#: What ends a command from outside: a terminal that closes, a system that shuts down, somebody who has waited enough.
_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class _Ended(BaseException):
    """A signal: what was begun is taken back on the way out, as after any failure."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    logging.disable(logging.CRITICAL)  # libraries log what they read; nothing of a case belongs on a terminal
    ended: list[int] = []
    try:
        with _ended_by_signals(ended):
            _plain_streams()
            arguments = parse(sys.argv[1:] if argv is None else list(argv))
            status = int(arguments.run(arguments))
            say(end="", flush=True)
    except UserError as error:
        if error.code == UNSAID:
            _drop_output()
        return _fail(error.line(), error.status)
    except BrokenPipeError:
        _drop_output()
        return 0
    except MemoryError:
        return _fail("this needs more memory than there is; what was saved before is safe", BAD_INPUT)
    except (_Ended, KeyboardInterrupt):
        return _fail(_STOPPED, _SIGNALLED + (ended[0] if ended else signal.SIGINT))
    except Exception as error:
        if ended:  # it fell into a callback of a library, which swallows what is raised there
            return _fail(_STOPPED, _SIGNALLED + ended[0])
        return _fail(f"a bug, what was saved before is safe: {bug_words(error)}", BUG)
    return status


@contextmanager
def _ended_by_signals(ended: list[int]) -> Iterator[None]:
    """Within the block a signal that ends the program raises ``_Ended``, once; its number goes into ``ended``."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in _ENDING}
    ours = [number for number, held in before.items() if held in (signal.SIG_DFL, signal.default_int_handler)]

    def end(number: int, _frame: types.FrameType | None) -> None:
        for each in ours:  # taking back what was begun must not be cut off
            signal.signal(each, signal.SIG_IGN)
        ended.append(number)
        raise _Ended

    for each in ours:
        signal.signal(each, end)
    try:
        yield
    finally:
        for each in ours:
            signal.signal(each, before[each])


def _drop_output() -> None:
    """What standard output did not take is not tried again at the end, where nobody could tell of it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(line: str, status: int) -> int:
    with suppress(OSError):  # the status is told all the same
        print(f"affiant: {line}", file=sys.stderr, flush=True)
    return status


def _plain_streams() -> None:
    """UTF-8 everywhere: the names in a case do not fit the code page of a console."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    guard()
    sys.exit(main())
