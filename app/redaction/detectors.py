"""Propose names that nobody entered. Proposals only ever ask; that nothing is proposed does not say that a text is safe.

Every text goes through all detectors, whatever its language is said to be: testimony mixes languages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from app.redaction.detect_blotted import blotted_names
from app.redaction.detect_chinese import chinese_names
from app.redaction.detect_english import capitalised_names, lower_case_names
from app.redaction.detect_measures import days_told_together, measures_in, names_told_together
from app.redaction.detect_model import guessed_names
from app.redaction.detect_scripts import unread_scripts
from app.redaction.patterns import patterns_in
from app.redaction.patterns_found import Found, without_overlap
from app.redaction.patterns_view import SLOT, View, view_of
from app.redaction.topics import is_a_topic

_ANY_SLOT = re.compile("[\ue000-\ue0ff]")


def detect_names(text: str, lang: str | None, *, guess: bool = True) -> list[Found]:
    """Return proposals for names, sorted, not overlapping, never ``sure``; places in code points.

    ``lang`` (BCP 47 or ``None``) changes nothing today and is there for a detector that is trained by language. A slot (any
    character from U+E000 to U+E0FF) is an opaque noun: it bounds a proposal and all slots are alike. ``guess``: with the model.
    """
    view = view_of(text)
    names = _names(view)
    return _with_guesses(view, names, wide=False) if guess else names


def _names(view: View) -> list[Found]:
    found = [
        *capitalised_names(view),
        *lower_case_names(view),
        *chinese_names(view),
        *unread_scripts(view),
        *blotted_names(view),
    ]
    return without_overlap(_uncut(view.original, found), view.original)


def _with_guesses(view: View, names: list[Found], *, wide: bool) -> list[Found]:
    """Return the names with what the model finds beside them: every one of the names is still there.

    An export asks about no word that tells what a sentence is about: masked, it would no longer be seen to be about it.
    """
    guesses = _uncut(view.original, guessed_names(view, names, wide=wide))
    if not wide:
        guesses = [item for item in guesses if not is_a_topic(view.original[item.start : item.end])]
    held = bytearray(len(view.original))
    for item in names:
        held[item.start : item.end] = b"\1" * (item.end - item.start)
    return sorted([*names, *(g for g in guesses if not any(held[g.start : g.end]))], key=lambda item: item.start)


def _uncut(text: str, found: list[Found]) -> list[Found]:
    """Drop what would reach over a slot: nothing proposed may hold one."""
    return [item for item in found if not _ANY_SLOT.search(text, item.start, item.end)]


def detect(text: str, lang: str | None, *, guess: bool = True) -> list[Found]:
    """Return what patterns and detectors find together, sorted, not overlapping: what ``affiant detect`` prints.

    Names are looked for in the text in which the finds of the patterns stand as slots, as in an export. Amounts of money,
    lengths of time and what the model only guesses at are told here though no export asks about them. ``guess``: with the model.
    """
    patterns, view, back = _slotted(text, lang)
    names = names_told_together(_names(view), view.original)
    if guess:
        names = _with_guesses(view, names, wide=True)
    moved = [replace(name, start=back(name.start), end=back(name.start) + name.end - name.start) for name in names]
    return sorted([*patterns, *moved], key=lambda item: item.start)


def slotted_view(text: str, lang: str | None) -> tuple[View, Callable[[int], int], list[Found]]:
    """Return what the model reads of a text: the view with slots, the way back to the text, what the rules propose there."""
    _, view, back = _slotted(text, lang)
    return view, back, _names(view)


def _slotted(text: str, lang: str | None) -> tuple[list[Found], View, Callable[[int], int]]:
    view = view_of(text)
    patterns = days_told_together(without_overlap(patterns_in(view, lang), text), text)
    patterns = without_overlap([*patterns, *measures_in(view)], text)
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

    def back(place: int) -> int:
        index = bisect_right(slotted_at, place) - 1
        return place + text_at[index] - slotted_at[index]

    return patterns, view_of("".join(parts)), back


__all__ = ["Found", "detect", "detect_names", "slotted_view"]
