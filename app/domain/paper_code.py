"""The code that sheets of paper bear: random, says nothing, and cannot become a word or another code by a slip of the pen.

Six signs and a check sign of a set without vowels and without what is mistaken in handwriting, in two groups: ``K7QM-WT3``.
Nineteen is prime and every place has a weight of its own: one wrong sign, and any two signs exchanged, are always found.
"""

from __future__ import annotations

import secrets
import unicodedata

SIGNS = "CDFGHJKMNPQRTVWX347"
_COUNT, _GROUP = 6, 4


def new_code() -> str:
    """A code that was never given out before, as far as chance can tell: one of 47 million."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(_COUNT))
    return written(signs + _check(signs))


def read_code(text: str) -> str | None:
    """A code as it is printed, from one as it was typed; ``None`` where it is none, or has an error in it."""
    kept = unicodedata.normalize("NFKC", text).upper()
    signs = "".join(sign for sign in kept if not sign.isspace() and unicodedata.category(sign) != "Pd")
    if len(signs) != _COUNT + 1 or not set(signs) <= set(SIGNS) or _check(signs[:-1]) != signs[-1]:
        return None
    return written(signs)


def written(signs: str) -> str:
    """The signs in their groups."""
    return f"{signs[:_GROUP]}-{signs[_GROUP:]}"


def _check(signs: str) -> str:
    """The sign that makes the weighted sum a multiple of their number; its own weight is 1."""
    total = sum(weight * SIGNS.index(sign) for weight, sign in enumerate(signs, 2))
    return SIGNS[-total % len(SIGNS)]
