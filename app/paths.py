"""Where the program's own resources lie, in a checkout, an installed package and a frozen bundle alike."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(*parts: str) -> Traversable:
    """Return the shipped file or folder ``resources/<parts>``."""
    return files("resources").joinpath(*parts)
