"""What a paragraph of a testimony is: blank lines part them, in the window, in a search and in every export alike."""

from __future__ import annotations

import re

#: Between two paragraphs: at least one line on which nothing but spaces stands.
PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text without the space around them; counted from 1 wherever they are named."""
    return [part.strip() for part in PARAGRAPHS.split(text.strip()) if part.strip()]


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Where each of ``paragraphs`` begins and ends in the text, in code points."""
    out, at = [], 0
    for end, following in [*(found.span() for found in PARAGRAPHS.finditer(text)), (len(text), len(text))]:
        part = text[at:end]
        start = at + len(part) - len(part.lstrip())
        if part.strip():
            out.append((start, start + len(part.strip())))
        at = following
    return out
