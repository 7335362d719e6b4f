"""One spelling of JSON throughout the vault, so that equal values are equal bytes."""

from __future__ import annotations

import json
from typing import Any

from app.storage.errors import Damaged


def dumps(value: Any) -> str:
    """Write plain data: keys in their order, no spaces, text as it stands."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def loads(text: Any, part: str) -> Any:
    """Read what ``dumps`` wrote. Raises ``Damaged``."""
    if not isinstance(text, str):
        raise Damaged(part)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Damaged(part) from None
