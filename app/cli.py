"""The command line: ``affiant COMMAND …``. Runs without a screen and never imports Qt.

Answers go to standard output, as words or with ``--json`` as data; an error is exactly one line on standard error.
Exit status: 0 done · 1 a bug · 2 bad input or usage · 3 blocked · 4 refused by the release check · 5 wrong passphrase or
key · 6 damaged or tampered · 7 in use elsewhere.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from app.cli_arguments import parse
from app.errors import BAD_INPUT, UserError, bug_words

BUG = 1
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    logging.disable(logging.CRITICAL)  # libraries log what they read; nothing of a case belongs on a terminal
    try:
        _plain_streams()
        arguments = parse(sys.argv[1:] if argv is None else list(argv))
        status = int(arguments.run(arguments))
        sys.stdout.flush()
    except UserError as error:
        return _fail(error.line(), error.status)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _fail("stopped; what was saved before is safe", INTERRUPTED)
    except MemoryError:
        return _fail("this needs more memory than there is; what was saved before is safe", BAD_INPUT)
    except Exception as error:
        return _fail(f"a bug, what was saved before is safe: {bug_words(error)}", BUG)
    return status


def _fail(line: str, status: int) -> int:
    print(f"affiant: {line}", file=sys.stderr)
    return status


def _plain_streams() -> None:
    """UTF-8 everywhere: the names in a case do not fit the code page of a console."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
