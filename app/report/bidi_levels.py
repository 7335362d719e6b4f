"""Directions in a line of mixed scripts: embedding levels after UAX #9, by the steps of python-bidi.

The library's public call reorders but does not tell levels, and lacks rule N0 (paired brackets): its steps are called one
by one, with N0 between them. Its version is pinned, since these steps are no public interface. Control characters for
direction must be gone from the text (``clean`` in ``app.report.shaping``); no isolates then exist, and a level run is a
whole isolating run sequence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from bidi import algorithm

_RTL = frozenset(("R", "AL", "AN"))
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


@lru_cache(maxsize=1)
def _closers() -> dict[str, str]:
    """Opening bracket to closing bracket (BidiBrackets: the mirrored pairs of punctuation)."""
    return {
        opening: closing
        for opening, closing in algorithm.MIRRORED.items()
        if unicodedata.category(opening) == "Ps" and unicodedata.category(closing) == "Pe"
    }


def has_right_to_left(text: str) -> bool:
    """Whether anything in the text runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in _RTL for char in text)


def levels(text: str, base: int | None = None) -> tuple[int, list[int]]:
    """``(base level, level of each character)``. An even level runs from left to right, an odd one from right to left."""
    if not has_right_to_left(text):
        return (base or 0), [base or 0] * len(text)
    kept = [index for index, char in enumerate(text) if unicodedata.bidirectional(char) not in ("BN", "")]
    plain = "".join(text[index] for index in kept)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    base_level = algorithm.get_base_level(plain) if base is None else base
    storage["base_level"] = base_level
    storage["base_dir"] = ("L", "R")[base_level]
    algorithm.get_embedding_levels(plain, storage, False, False)
    algorithm.explicit_embed_and_overrides(storage, False)
    algorithm.resolve_weak_types(storage, False)
    for run in storage["runs"]:
        _pair_brackets(storage["chars"][run["start"] : run["start"] + run["length"]], run["sor"])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [base_level] * len(text)
    for index, char in zip(kept, storage["chars"], strict=True):
        found[index] = char["level"]
    for index in range(1, len(text)):
        if unicodedata.bidirectional(text[index]) in ("BN", ""):
            found[index] = found[index - 1]
    return base_level, found


def _pair_brackets(chars: Sequence[dict[str, Any]], sor: str) -> None:
    """Rule N0: a pair of brackets takes the direction of what stands inside, or of the context before it."""
    closers = _closers()
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, char in enumerate(chars):
        if char["type"] != "ON":
            continue
        if char["ch"] in closers:
            stack.append((closers[char["ch"]], index))
            if len(stack) > 63:
                return  # BD16 gives up here too
        else:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == char["ch"]:
                    pairs.append((stack[depth][1], index))
                    del stack[depth:]
                    break
    for opening, closing in sorted(pairs):
        embedding = "R" if chars[opening]["level"] % 2 else "L"
        inside = {_STRONG[c["type"]] for c in chars[opening + 1 : closing] if c["type"] in _STRONG}
        if embedding in inside:
            direction = embedding
        elif inside:
            before = next((_STRONG[c["type"]] for c in reversed(chars[:opening]) if c["type"] in _STRONG), sor)
            direction = before if before != embedding else embedding
        else:
            continue
        chars[opening]["type"] = chars[closing]["type"] = direction


def visual_order(line_levels: Sequence[int]) -> list[int]:
    """Rule L2: the order in which the pieces of one line are drawn from left to right."""
    order = list(range(len(line_levels)))
    odd = [level for level in line_levels if level % 2]
    if not odd:
        return order
    for level in range(max(line_levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            if line_levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and line_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order
