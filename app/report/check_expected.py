"""Our own exports hold what they were meant to hold: the text of each page, the outline, the metadata.

Text is compared letter by letter without white space, hyphens and invisible characters, since readers add and drop
those, in compatibility form (NFKC). pdfminer must give the letters in the order in which they were drawn; on pages
with a script that readers turn around or take apart (right-to-left, Tibetan, Indic) only the letters and their
number are compared. pdfium puts text into an order of its own, by position, so with it that is the comparison
everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from app.report.check_values import Expected, Gathered

_DROPPED = re.compile("[\\s\\-\u00ad\u058a\u2010-\u2015\u2212\ufe63\uff0d\ufffe\x02]")
_REORDERED = re.compile(r"[\u0590-\u109f\u1780-\u17ff\u1800-\u18af\ufb1d-\ufdff\ufe70-\ufeff]")
# Readers turn these around in lines from the right.
_MIRRORED = str.maketrans(")]}»›>”’）」』》〉】", "([{«‹<“‘（「『《〈【")


def _plain(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        for char in set(text):  # a page has few different characters and many of them
            if unicodedata.category(char) in ("Cf", "Cc"):
                text = text.replace(char, "")
    text = "".join(text.split())  # white space, much faster than one by one
    return text.replace("-", "").replace("\x02", "") if text.isascii() else _DROPPED.sub("", text)


def compare(expected: Expected, home: Gathered) -> None:
    """Note in ``home`` what differs."""
    wanted = [_plain(meant) for meant in expected.text]
    for name, pages in (("by order", home.by_order), ("by position", home.by_position)):
        if len(pages) != len(expected.text):
            home.refuse("expected", f"another number of pages, {name}")
            continue
        for number, (meant, read) in enumerate(zip(wanted, pages, strict=True), 1):
            if not _same(meant, read, in_order=name == "by order"):
                home.refuse("expected", f"other text than was meant on page {number}, {name}")
    if expected.outline is not None and tuple(home.outline) != expected.outline:
        home.refuse("expected", "another outline than was meant")
    if expected.info is not None and dict(home.info) != dict(expected.info):
        home.refuse("expected", "other metadata than was meant")


def _same(meant: str, read: str, in_order: bool) -> bool:
    read = _plain(read)
    if in_order and not _REORDERED.search(meant):
        return meant == read
    return meant == read or Counter(meant.translate(_MIRRORED)) == Counter(read.translate(_MIRRORED))
