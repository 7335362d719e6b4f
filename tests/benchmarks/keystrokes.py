"""How many keys ten everyday tasks take in the window, and in a word processor with tables.

    python -m tests.benchmarks.keystrokes

The window's keys are counted while they are pressed: ``tests/ui/test_keystrokes.py`` does each task in the real window and
fails where it is not done, or takes no fewer keys than ``WORD`` says.

How it is counted, on both sides alike: a letter is a key, a chord (Ctrl+Shift+L) is one key, keys of the mouse are none
because there is no mouse. What only the person knows (the words that were said, a name, a reason) is counted on both sides
with the same letters; words that stand in the testimony already are typed on neither. Nothing is counted for thinking.

The word processor is given every advantage that an orderly person would give it: one encrypted document a case holds the
testimony and below it a table each of people, events and consents; a bookmark of one letter stands in the last cell of
each table, so that four keys lead there (Ctrl+G, the letter, Enter, Esc), Tab begins a new row, and Shift+F5 leads back. It
does less: no row of a history, nobody warned of a name that two people share, no date understood, nothing masked by rule.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

#: To the last cell of a table, and back to where one wrote.
_THERE, _BACK, _SAVE = ("go to the table", 4), ("back to the text", 1), ("save", 1)


def _typed(words: str) -> tuple[str, int]:
    return f"type “{words}”", len(words)


@dataclass(frozen=True)
class Task:
    """``steps`` are those of the word processor, each with its keys."""

    what: str
    steps: tuple[tuple[str, int], ...]

    @property
    def keys(self) -> int:
        return sum(keys for _, keys in self.steps)


WORD: Mapping[str, Task] = {
    "threat": Task(
        "a threat with its exact words, out of the paragraph just taken down",
        (
            ("select the paragraph", 1), ("copy", 1), _THERE, ("new row", 1), _typed("2021-05"), ("next cell", 1), _typed("threat"),
            ("next cell", 1), ("paste the account", 1), ("select the words in quotation marks, word by word", 7), ("copy", 1),
            ("next cell", 1), ("paste the exact words", 1), ("next cell: who says so", 1), _typed("witness"), _SAVE, _BACK,
        ),
    ),
    "brother": Task(
        "a brother who was just named, as a person of the case and as the witness’s brother",
        (
            ("select the two words of the name", 2), ("copy", 1), _THERE, ("new row", 1), ("paste", 1), ("next cell", 1),
            _typed("brother"), _SAVE, _BACK,
        ),
    ),
    "date": Task(
        "the date of an event as it was told, so that it can be sorted and counted from",
        (
            ("to the cell", 1), _typed("about May 2021"), ("next cell: the same to sort by", 1), _typed("2021-05"), _SAVE,
        ),
    ),
    "withdraw": Task(
        "press consent taken back today (the last row of the table of consents)",
        (_THERE, _typed("2021-07-09"), _SAVE, _BACK),
    ),
    "stamp": Task(
        "the time of day into the text (typed [14:05] it would be 8)",
        (("insert the time as a field", 1), ("select the field", 1), ("turn it into text, or it changes tomorrow", 1)),
    ),
    "mark": Task(
        "a mark on the paragraph being written, to ask again",
        (("to its beginning", 1), ("select to its end", 1), ("highlight", 1), ("leave the selection", 1)),
    ),
    "find": Task(
        "a word, wherever it stands in the testimony and in what was sent in (two documents)",
        (("find", 1), _typed("Linhai"), ("first hit", 1), ("other document", 1), ("find", 1), _typed("Linhai"), ("first hit", 1)),
    ),
    "pdf": Task(
        "a PDF for counsel in which one person of two spellings is masked",
        (
            ("save as", 1), _typed("counsel"), ("do it", 1),
            ("replace", 1), _typed("Han Guoliang"), ("next field", 1), _typed("[Brother]"), ("replace all", 1), ("confirm", 1),
            ("first field", 1), _typed("韩国良"), ("replace all", 1), ("confirm", 1), ("close", 1),
            ("save as", 1), ("kind of file", 1), ("PDF", 1), ("do it", 1),
        ),
    ),
    "correct": Task(
        "a confirmed paragraph corrected, with the reason and the earlier wording kept",
        (
            ("record changes", 1), ("take the full stop away", 1), _typed(" 2021."), ("comment", 1), _typed("date"),
            ("leave the comment", 1), _SAVE,
        ),
    ),
    "lock": Task("everything unreadable now", (_SAVE, ("close the document", 1))),
}  # fmt: skip


class _Counted:
    """Takes the keys that each test counted."""

    def __init__(self) -> None:
        self.keys: dict[str, int] = {}

    def pytest_runtest_logreport(self, report: Any) -> None:
        self.keys |= {name: keys for name, keys in report.user_properties if name in WORD and report.when == "call"}


def main() -> int:
    """Do the tasks, print the table; not 0 where one failed or takes no fewer keys."""
    counted = _Counted()
    status = pytest.main(["-q", "-p", "no:xdist", "-p", "no:cacheprovider", "tests/ui/test_keystrokes.py"], plugins=[counted])
    print(f"\n{'task':<90}{'window':>7}{'word':>6}")
    for name, task in WORD.items():
        print(f"{task.what:<90}{counted.keys.get(name, '-'):>7}{task.keys:>6}")
    print("\nThe steps of the word processor:")
    for name, task in WORD.items():
        print(f"{name}: " + ", ".join(f"{what} {keys}" for what, keys in task.steps))
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
