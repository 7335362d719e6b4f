"""Why a case file is refused, and how a place in it is written."""

from __future__ import annotations

from collections.abc import Collection, Sequence

#: A place in a JSON document: keys and list positions from the top.
Steps = tuple[str | int, ...]

#: Stands in a path for a key that the format does not know: such a key may itself be somebody's name.
UNKNOWN = "?"


class CaseFileError(Exception):
    """A case file is refused whole.

    ``path`` is the place of the offending value (``people[3].names[0].text``; ``$`` is the whole file), ``reason`` one
    line. Neither repeats anything that the file holds.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def render(steps: Sequence[str | int], known: Collection[str] | None = None) -> str:
    """Write a place as ``people[3].names[0].text``; with ``known``, any other key as ``?``."""
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += ("." if path else "") + (step if known is None or step in known else UNKNOWN)
    return path or "$"
