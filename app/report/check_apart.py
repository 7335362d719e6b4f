"""Reading a foreign PDF for the check in a process of its own (``app.apart``).

Plain JSON comes back. A child that dies or is late is a reason to refuse.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from typing import Any

from app.apart import ApartError, TooLate, bound, guard, run_apart
from app.report.check_values import Found, Gathered, Limits, NotAPdf, Reason

CHILD = "read-a-pdf-apart"


def gather_apart(data: bytes, limits: Limits) -> Gathered:
    """As ``check_gather.gather`` of a file that is not ours, in a child process. Raises ``NotAPdf``."""
    if len(data) > limits.file:
        return Gathered(reasons=[Reason("limit", "a file larger than the limit")])
    try:
        return _unpacked(json.loads(run_apart(CHILD, dataclasses.asdict(limits), data, limits.seconds)))
    except TooLate:
        return Gathered(reasons=[Reason("limit", "reading took longer than the limit")])
    except (ApartError, ValueError, KeyError, TypeError):
        return Gathered(reasons=[Reason("unreadable", "the readers stopped on this file")])


def _unpacked(answer: Any) -> Gathered:
    if answer["not a pdf"]:
        raise NotAPdf
    return Gathered(
        reasons=[Reason(str(rule), str(detail)) for rule, detail in answer["reasons"]],
        found=[Found(str(place), strength, str(text)) for place, strength, text in answer["found"]],
    )


def main() -> int:
    """The child's whole life: take limits and bytes, read them, hand back what was gathered."""
    guard()
    answer: dict[str, Any] = {"not a pdf": False, "reasons": [], "found": []}
    try:
        head = sys.stdin.buffer.readline()
        data = sys.stdin.buffer.read()
        limits = Limits(**json.loads(head))
        bound(limits.memory)
        # Imported here, so that the parent can start this process without the readers.
        from app.report.check_gather import gather

        home = gather(data, None, limits)
        answer["reasons"] = [(reason.rule, reason.detail) for reason in home.reasons]
        answer["found"] = [(found.place, found.strength, found.text) for found in home.found]
    except NotAPdf:
        answer["not a pdf"] = True
    except MemoryError:
        answer["reasons"] = [("limit", "reading took more memory than the limit")]
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
