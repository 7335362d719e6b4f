"""The errors a user can meet. Each carries a code, an exit status and safe words: never content of a case.

A message says what happened, what is safe and what to do. Anything that is not a ``UserError`` is a bug and leaves the
program with status 1, its class, file and line, and nothing else.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass, field
from pathlib import Path

BAD_INPUT = 2
BLOCKED = 3
REFUSED = 4
WRONG_KEY = 5
DAMAGED = 6
IN_USE = 7


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a case: the kind and id of an entry, and the path of a field in it (``names[0].text``; may be empty).

    ``kind`` ``case`` with an empty id: the case's own facts; ``kind`` ``decision``: a redaction decision, by its number.
    """

    kind: str
    id: str = field(repr=False)
    path: str


class UserError(Exception):
    """Something the user can act on.

    ``code`` names the kind of error for the window's own words (``wrong-passphrase``); ``status`` is the exit status of
    the command line; ``message`` is one line that holds nothing of any case; ``reasons`` are further such lines;
    ``spots`` are the places in the case that the error is about, for the window to mark.
    """

    def __init__(
        self, code: str, status: int, message: str, reasons: tuple[str, ...] = (), spots: tuple[Spot, ...] = ()
    ) -> None:
        super().__init__(message)
        self.code = code
        self.status = status
        self.message = message
        self.reasons = reasons
        self.spots = spots

    def line(self) -> str:
        """The whole error on one line, for standard error."""
        words = self.message if not self.reasons else f"{self.message}: {'; '.join(self.reasons)}"
        return " ".join(words.split())


def bad_input(code: str, message: str) -> UserError:
    """The caller gave something that cannot be used."""
    return UserError(code, BAD_INPUT, message)


def bug_words(error: BaseException) -> str:
    """Class, file and line of a bug: what a report needs, and nothing that was in a variable."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown"
    return f"{type(error).__name__} at {place}"
