"""Telling everyday words from names: "Hope" and "Will" are both, and need a person's eye."""

from __future__ import annotations

from app.redaction.detect_words import english_words


def is_common(word: str) -> bool:
    """Whether a folded word is an everyday word of English."""
    return word in english_words().ordinary
