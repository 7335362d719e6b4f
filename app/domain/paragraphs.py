"""What a paragraph of a testimony is: blank lines part them, in the window, in a search and in every export alike."""

from __future__ import annotations

import re

#: Between two paragraphs: at least one line on which nothing but spaces stands.
PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text without the space around them; counted from 1 wherever they are named."""
    return [part.strip() for part in PARAGRAPHS.split(text.strip()) if part.strip()]
