"""Long work says how far it is, and stops when it is asked to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

#: ``(stage, done, total)``; a total of 0 says that how much there is to do is not known.
Progress = Callable[[str, int, int], None]
Stop = Callable[[], bool]


class Stopped(Exception):
    """The work was stopped because somebody asked for it. Nothing was changed."""


def _silent(_stage: str, _done: int, _total: int) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Course:
    """Both hooks of one piece of work. They are called on the thread that does the work."""

    progress: Progress = _silent
    stop: Stop = _never

    def at(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Say how far the work is. Raises ``Stopped``."""
        if self.stop():
            raise Stopped
        self.progress(stage, done, total)


SILENT = Course()
