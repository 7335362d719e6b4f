"""Days of a month as a scanner, a hurried hand or a hiding one writes them: "J une 4", "4 Septem-ber", "Junе 4", "l2 June", "4+ June".

The month is read letter by letter: gaps fall away and letters that look alike are one. None of this is sure, so each is only
asked about, and only where days are not shown. The cost goes by the numbers of one or two digits in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.redaction.detect_words import english_words
from app.redaction.fold import fold_char
from app.redaction.near import distance
from app.redaction.patterns_view import View, ascii_pattern
from app.redaction.textdates import MONTHS
from app.redaction.textdates_english import ORDINALS, plainly_a_day

_ORDINAL_ENDS = r"(?:st|nd|rd|th)"
_DAY = ascii_pattern(
    rf"(?<![\w.,:$€£¥%])(?:(?:[1-3] )?\d|[0-3OolI|]\d|\d[OolI|]|l[lIO]|I[lO])(?: ?{_ORDINAL_ENDS})?(?![\w%]|[.,:]\d)|\b(?:{ORDINALS})\b"
)
_BEFORE_MONTH = re.compile(r"\.?[ \t]*\n?[ \t]*(?:(?:day )?of (?:the month of )?)?[-/+,.]{0,2}[ \t]*\n?[ \t]*")
_AFTER_MONTH = re.compile(r"[ \t]*\n?[ \t]*[-/+,.]{0,2}[ \t]*\n?[ \t]*(?:the )?\Z")
_YEAR = re.compile(
    r"[ \t]*[,./-]?[ \t]*\n?[ \t]*(?:of |in )?(?:[12lIZ][ \t]?[0-9OolI][ \t]?[0-9OolI][ \t]?[0-9OolIZ]|'\d\d)(?!\w)"
)
_SECOND_DIGIT = re.compile(r" \d(?=,|[.;)]|\s*\Z|\s+(?:19|20)\d\d)")
_GAP = re.compile(r"[ \t\n._~*-]{1,4}")
_LONGEST = 24
_MONTH_LETTERS = 9
_MISSPELT = 5  # letters from which on one of a month's may be wrong

# Signs that a reader takes for letters, and letters that a scanner takes for one another.
_ALIKE = str.maketrans("0135689|!$iqvпийн", "olesbbgllslgunuun")


def _skeleton(letters: str) -> str:
    return letters.replace("rn", "m").replace("ii", "u").translate(_ALIKE)


@lru_cache(maxsize=1)
def _months() -> tuple[dict[str, str], tuple[str, ...]]:
    """Skeletons of all months and their short forms, with the name; those long enough for a slip."""
    names = [name.lower() for name in MONTHS]
    written = {_skeleton(short): name for name in names for short in (name, name[:3], *(("sept",) if name[0] == "s" else ()))}
    return written, tuple(_skeleton(name) for name in names if len(name) >= _MISSPELT)


def _is_month(letters: str) -> bool:
    """Whether folded letters read as a month, with one slip in a long one where they make no everyday word."""
    skeleton = _skeleton(letters)
    written, long = _months()
    if skeleton in written:
        return True
    if not _MISSPELT - 1 <= len(skeleton) <= _MONTH_LETTERS + 1 or letters in english_words().ordinary:
        return False
    return any(name[0] == skeleton[0] and distance(skeleton, name, 1) <= 1 for name in long)


def _letter(char: str) -> str:
    """What a character is as a letter of a month; nothing where it is none."""
    folded = fold_char(char)
    return folded if folded.isalnum() or folded in "|!$" else ""


def _forwards(text: str, start: int) -> int | None:
    """Where a month ends that begins at ``start``, the longest reading of it."""
    at, letters, found = start, "", None
    told = False  # a letter since the last gap: a number beside a month is no part of it
    while at < min(len(text), start + _LONGEST) and len(letters) <= _MONTH_LETTERS:
        letter = _letter(text[at])
        if not letter:
            gap = _GAP.match(text, at)
            if gap is None or not letters:
                break
            at, told = gap.end(), False
            continue
        letters += letter
        told |= letter.isalpha()
        at += 1
        if told and len(letters) > 2 and not text[at : at + 1].isalnum() and _is_month(letters):
            found = at
    return found


def _backwards(text: str, end: int) -> int | None:
    """Where a month begins that ends at ``end``, the longest reading of it."""
    at, letters, found = end, "", None
    told = False
    while at > max(0, end - _LONGEST) and len(letters) <= _MONTH_LETTERS:
        letter = _letter(text[at - 1])
        if not letter:
            start = at
            while start > max(0, at - 4) and _GAP.fullmatch(text[start - 1]):
                start -= 1
            if start == at or not letters:
                break
            at, told = start, False
            continue
        letters = letter + letters
        told |= letter.isalpha()
        at -= 1
        if told and len(letters) > 2 and (at == 0 or not text[at - 1].isalnum()) and _is_month(letters):
            found = at
    return found


def torn_dates(view: View) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the plain text that tell a day of a month in a way that the parsers do not read."""
    text = view.text
    for day in _DAY.finditer(text):
        start, end = day.span()
        after = _BEFORE_MONTH.match(text, end)
        assert after is not None  # it matches nothing too
        stop = _forwards(text, after.end()) if after.end() > end or text[end - 1].isdigit() else None
        if stop is not None:
            yield from _told(text, start, stop)
            continue
        before = _AFTER_MONTH.search(text, max(0, start - 12), start)
        begin = _backwards(text, before.start()) if before else None
        if begin is not None:
            second = _SECOND_DIGIT.match(text, end) if day.group() in ("1", "2", "3") else None
            yield from _told(text, begin, second.end() if second else end)


def _told(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if not plainly_a_day(text[start:end]):
        year = _YEAR.match(text, end)
        yield start, year.end() if year else end
