"""Scripts in which no name can be seen: Arabic, Tibetan, Hebrew, Thai, Hangul, Devanagari, Mongolian and their like.

They have no capitals, and no detector here reads them. So that a text in such a script cannot pass unread, each clause of it is
one question of kind ``other``: whoever decides must read it.
"""

from __future__ import annotations

import re
import unicodedata

from app.redaction.patterns_found import Found
from app.redaction.patterns_view import View

#: Letters and marks of the blocks without capitals; Chinese has a detector of its own.
_LETTERS = (
    "\u0590-\u060b\u060d-\u061a\u0620-\u066d\u0670-\u06d3\u06d5-\u10ff\u1100-\u1bff\u1c00-\u1c7f\u2d30-\u2d7f\u3040-\u30ff\u3100-\u318f\ua000-\ua4cf\ua840-\uabff"
    "\uac00-\ud7ff\ufb1d-\ufdff\ufe70-\ufefe\U00010300-\U000105ff\U00010800-\U0001bfff\U0001e800-\U0001e95f"
)
#: Numbers between such words, or right before and after them, are read with them: "14 जून 2019".
_NUMBER = r"(?<![\w.,/-])\d{1,4}(?![\w.,/-]*\d)"
_CLAUSE = re.compile(
    rf"(?:{_NUMBER}[ \t]*)?[{_LETTERS}](?:[{_LETTERS}\u200c\u200d]|[ \t,،·\-'ـ]+(?=[{_LETTERS}])|\n(?=[{_LETTERS}])|[ \t]+{_NUMBER})*"
)
_ENDS = re.compile(r"[\u0f0d-\u0f14\u104a\u104b\u0964\u0965\u1362\u0589\u06d4]+")


def unread_scripts(view: View) -> list[Found]:
    """Return a question for each clause in a script that no detector reads, places in the original text."""
    if not any(
        char > "\u0589" and not "\u1e00" <= char <= "\u2d2f" and not "\u2e80" <= char <= "\u303f" for char in view.chars
    ):
        return []
    out = []
    for match in _CLAUSE.finditer(view.original):
        at = match.start()
        for piece in _ENDS.split(match.group()):
            start = view.original.find(piece, at)
            at = start + len(piece)
            words = piece.strip()
            if any(unicodedata.category(char)[0] == "L" for char in words):
                start += len(piece) - len(piece.lstrip())
                out.append(Found(start, start + len(words), "other", False, what="script"))
    return out
