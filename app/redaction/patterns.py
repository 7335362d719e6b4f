"""What identifies by its form alone: contacts, identifiers, file names, addresses, dates and ages.

Everything here is found in any text whatever its language says it is; the language only tells how to read a bare
telephone number. Lengths of time and amounts of money are no match.
"""

from __future__ import annotations

from app.redaction.patterns_addresses import find_addresses
from app.redaction.patterns_contacts import find_contacts
from app.redaction.patterns_dates import find_dates
from app.redaction.patterns_found import Found, without_overlap
from app.redaction.patterns_numbers import find_numbers
from app.redaction.patterns_view import View, view_of

_REGIONS = {"en": "US", "zh": "CN", "yue": "HK", "ug": "CN", "bo": "CN", "fa": "IR", "ru": "RU", "be": "BY"}


def find_patterns(text: str, lang: str | None) -> list[Found]:
    """Return what the patterns find in ``text``, sorted, not overlapping, places in code points.

    ``sure`` finds are masked or coarsened by rule; the others (a date in a calendar that cannot be read) are questions.
    ``lang`` is a BCP 47 tag or ``None``.
    """
    return without_overlap(patterns_in(view_of(text), lang), text)


def patterns_in(view: View, lang: str | None, *, addresses: bool = True) -> list[Found]:
    """Return the finds of one view before overlaps are settled, with or without postal addresses."""
    region = _REGIONS.get((lang or "").split("-")[0], "CN")
    pieces = [*find_contacts(view), *find_numbers(view, region), *(find_addresses(view) if addresses else ())]
    found = [Found(*view.span(start, end), kind, True, what=what) for start, end, kind, what in pieces if start < end]
    return found + find_dates(view)


def addresses_in(text: str) -> list[Found]:
    """Return the postal addresses in ``text``."""
    view = view_of(text)
    spans = ((view.span(start, end), kind, what) for start, end, kind, what in find_addresses(view) if start < end)
    return [Found(*span, kind, True, what=what) for span, kind, what in spans]


__all__ = ["Found", "addresses_in", "find_patterns", "patterns_in"]
