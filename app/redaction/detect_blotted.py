"""Names of which somebody put out some letters by hand: "L***n", "W*ng", "Li___". What is left of one tells whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.redaction.patterns_found import Found
from app.redaction.patterns_view import View

_LETTER = r"[^\W\d_\u2e80-\u9fff\uac00-\ud7af]"
_SIGN = "●○■□█▇▓░✕"
_BLOTTED = re.compile(
    rf"(?<![\w*{_SIGN}])(?:{_LETTER}{{1,12}}(?:[*{_SIGN}]{{1,12}}{_LETTER}{{1,12}})+(?:[*{_SIGN}]+)?"
    rf"|{_LETTER}{{1,3}}(?:\*{{2,12}}|[{_SIGN}]{{1,12}}|_{{2,12}}|-{{3,12}})|[*{_SIGN}]{{2,12}}{_LETTER}{{2,12}})(?![\w*])"
)
_ANY = re.compile(rf"[*{_SIGN}]|__|---")


def blotted_names(view: View) -> Iterator[Found]:
    """Yield them, as persons, places in the original text. What stands between two pairs of stars is in bold and no name."""
    text = view.text
    if not _ANY.search(text):
        return
    for match in _BLOTTED.finditer(text):
        word = match.group()
        letters = sum(map(str.isalpha, word))
        if letters < 2 and not word[0].isupper():
            continue
        if "**" in (word[:2], word[-2:]) and text.count("**", text.rfind("\n", 0, match.start()) + 1, match.end()) != 1:
            continue
        if letters == 2 and word[1] == "*" and len(word) == 3:  # "x*y"
            continue
        start, end = view.span(match.start(), match.end())
        yield Found(start, end, "person", False, what="blotted")
