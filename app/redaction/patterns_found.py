"""What the patterns and detectors hand on: stretches of a text, each with its kind and how sure we are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.redaction.textdates import TextDate

#: The kinds of `affiant detect`.
KINDS = ("person", "place", "organization", "date", "identifier", "contact", "number", "other")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text that may identify somebody.

    ``start`` and ``end`` count code points. ``kind`` is one of ``KINDS``. ``sure``: masked or coarsened by rule; else it
    is a question. ``when`` is set for every date (and age). ``common``: the words are known everywhere and single nobody
    out (countries, nationalities, languages, months, world bodies), so that they need not be asked about. ``what`` names
    the pattern ("phone", "email", "file", "passport", "capitals", …), for tests and for choosing what stands instead.
    """

    start: int
    end: int
    kind: str
    sure: bool
    when: TextDate | None = field(default=None, repr=False)
    common: bool = False
    what: str = ""


def without_overlap(found: Iterable[Found], text: str) -> list[Found]:
    """Return what is found, sorted, each place once, and nothing uncovered that was covered.

    The longer of two wins; where they overlap only in part both are covered by one stretch of the longer one's kind. A date
    that had to be widened can no longer be coarsened: it is a question.
    """
    out: list[Found] = []
    for item in sorted(found, key=lambda f: (f.start, -f.end, not f.sure, f.what == "phone")):
        if not out or item.start >= out[-1].end:
            out.append(item)
            continue
        last = out[-1]
        if item.end <= last.end:
            continue
        out[-1] = _joined(last, item, text)
    return out


def _joined(first: Found, second: Found, text: str) -> Found:
    longer, other = (first, second) if first.end - first.start >= second.end - second.start else (second, first)
    if longer.kind == "date" and other.kind != "date":
        longer = other
    when, sure = longer.when, longer.sure
    if when is not None:
        when = TextDate(words=text[first.start : second.end], role="unknown", unit="day", lang=when.lang)
        sure = first.sure and second.sure
    return replace(longer, start=first.start, end=second.end, when=when, sure=sure, common=first.common and second.common)
