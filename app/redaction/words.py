"""The words with which redaction speaks in a report, by language. Data in ``resources/report/<language>.words.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from app.paths import resource


def languages() -> tuple[str, ...]:
    """The languages in which a report can be written."""
    return ("en", "zh-Hans")


@lru_cache(maxsize=8)
def words(language: str) -> Mapping[str, Mapping[str, Any]]:
    """All words of one language, in groups. Raises ``KeyError`` for a language that has none."""
    try:
        text = resource("report", f"{language}.words.toml").read_text("utf-8")
    except FileNotFoundError:
        raise KeyError(language) from None
    return tomllib.loads(text)
