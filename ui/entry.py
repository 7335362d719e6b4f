"""``affiant``: with a subcommand the command line, which never loads Qt; without one the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    from ui.process import FLAG

    if arguments and arguments[0] != FLAG:
        from app.cli import main as command_line

        return command_line(arguments)
    from ui.program import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
