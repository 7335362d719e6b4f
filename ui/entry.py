"""``affiant``: with a subcommand the command line, which never loads Qt; without one the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    from app.apart import CHILDREN
    from app.guard import guard
    from ui.process import FLAG

    guard()  # before all that takes time to load

    if arguments and arguments[0] in CHILDREN:  # a bundled program reads foreign files in a process of its own
        return int(import_module(CHILDREN[arguments[0]]).main())
    if arguments and arguments[0] != FLAG:
        from app.cli import main as command_line

        return command_line(arguments)
    from ui.program import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
