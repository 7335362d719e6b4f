"""Propose names that nobody entered. Proposals only ever ask; that nothing is proposed does not say that a text is safe.

Every text goes through all detectors, whatever its language is said to be: testimony mixes languages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from app.redaction.detect_chinese import chinese_names
from app.redaction.detect_english import capitalised_names, lower_case_names
from app.redaction.detect_measures import days_told_together, measures_in
from app.redaction.detect_scripts import unread_scripts
from app.redaction.patterns import patterns_in
from app.redaction.patterns_found import Found, without_overlap
from app.redaction.patterns_view import SLOT, View, view_of

_ANY_SLOT = re.compile("[\ue000-\ue0ff]")


def detect_names(text: str, lang: str | None) -> list[Found]:
    """Return proposals for names, sorted, not overlapping, never ``sure``; places in code points.

    ``lang`` (BCP 47 or ``None``) changes nothing today and is there for a detector that is trained by language. A slot (any
    character from U+E000 to U+E0FF) is an opaque noun: it bounds a proposal and all slots are alike.
    """
    return _names(view_of(text))


def _names(view: View) -> list[Found]:
    found = [*capitalised_names(view), *lower_case_names(view), *chinese_names(view), *unread_scripts(view)]
    return without_overlap(_uncut(view.original, found), view.original)


def _uncut(text: str, found: list[Found]) -> list[Found]:
    """Drop what would reach over a slot: nothing proposed may hold one."""
    return [item for item in found if not _ANY_SLOT.search(text, item.start, item.end)]


def detect(text: str, lang: str | None) -> list[Found]:
    """Return what patterns and detectors find together, sorted, not overlapping: what ``affiant detect`` prints.

    Names are looked for in the text in which the finds of the patterns stand as slots, as in an export. Amounts of money and
    large counts are told here (kind ``number``) though no export asks about them.
    """
    view = view_of(text)
    patterns = days_told_together(without_overlap(patterns_in(view, lang), text), text)
    patterns = without_overlap([*patterns, *measures_in(view)], text)
    return sorted([*patterns, *_named_around(text, patterns)], key=lambda item: item.start)


def _named_around(text: str, patterns: list[Found]) -> list[Found]:
    parts: list[str] = []
    slotted_at: list[int] = []
    text_at: list[int] = []
    at = length = 0
    for item in patterns:
        slotted_at.append(length)
        text_at.append(at)
        parts += (text[at : item.start], SLOT)
        length += item.start - at + 1
        at = item.end
    slotted_at.append(length)
    text_at.append(at)
    parts.append(text[at:])
    out = []
    for name in _names(view_of("".join(parts))):
        index = bisect_right(slotted_at, name.start) - 1
        shift = text_at[index] - slotted_at[index]
        out.append(replace(name, start=name.start + shift, end=name.end + shift))
    return out


__all__ = ["Found", "detect", "detect_names"]
