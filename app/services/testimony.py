"""What happens to a testimony when its words change: drafts are simply rewritten, read-back words are amended.

An amendment says which paragraph, when, by whom and why, and keeps the earlier wording; a paragraph that was changed counts
as not read back until it is read again, and what was confirmed is confirmed no longer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from app.domain.case import Amendment, Case, Mark, Readback, ReadParagraph, Testimony
from app.domain.paragraphs import paragraphs
from app.services import work
from app.storage.case_store import CaseStore

__all__ = [
    "amended", "confirmed", "heard_at", "heard_in", "is_fixed", "marked", "marks_in", "pair_of", "paragraphs", "read_back",
    "rewritten", "save_words", "with_breaks_of",
]  # fmt: skip

#: Line ends as a field for writing takes them, and those that it does not give back.
_BREAKS = re.compile("(\r\n|[\n\r\u2029\ufdd0\ufdd1])")
_OTHER_BREAKS = re.compile("[\r\u2029\ufdd0\ufdd1]")


def is_fixed(testimony: Testimony) -> bool:
    """Whether its words were read back or confirmed: then they change by amendment only."""
    return testimony.status in ("read-back", "confirmed")


def rewritten(testimony: Testimony, text: str) -> Testimony:
    """A draft with new words. What was read back of it stays read back where the paragraph did not change."""
    return _with_text(testimony, text, _Change(paragraphs(testimony.text), paragraphs(text)))


def amended(testimony: Testimony, text: str, *, on: str, by: str | None, why: str) -> Testimony:
    """Words that were read back, corrected. ``on`` is a day (EDTF), ``by`` a person on record, ``why`` the reason given.

    Where only the blank lines between paragraphs changed, no word did: nothing is amended.
    """
    change = _Change(paragraphs(testimony.text), paragraphs(text))
    out = _with_text(testimony, text, change)
    if change.is_none:
        return out
    notes = (Amendment(number, on, by, why or None, earlier) for number, earlier in change.corrections())
    return replace(out, amendments=(*out.amendments, *notes), status="read-back", signed_on=None)


def save_words(
    store: CaseStore,
    testimony: Testimony,
    text: str,
    *,
    on: str,
    why: str,
    drafts: Sequence[str],
    also: Callable[[Testimony], Testimony] | None = None,
) -> Case:
    """Save new words of a testimony and drop the drafts of them, in one change: rewritten, or amended for ``why``.

    ``also``: what else changes in the same step, such as a mark on a paragraph of the new text.

    What stands on record counts, not the value that was shown; one that was removed meanwhile comes back with its words.
    """
    held = next((each for each in work.case_of(store).testimonies if each.id == testimony.id), testimony)
    changed = amended(held, text, on=on, by=None, why=why) if is_fixed(held) else rewritten(held, text)
    if also is not None:
        changed = also(changed)
    return work.save_many(store, [("testimonies", changed)], drafts)


def with_breaks_of(loaded: str, typed: str) -> str:
    """A typed text with the line ends that a text on record had, as far as its lines are the same from either end.

    A field for writing knows one kind of line end; an imported text may hold others, which are not to change by themselves.
    """
    if not _OTHER_BREAKS.search(loaded):
        return typed
    parts = _BREAKS.split(loaded)
    old, ends, new = parts[::2], parts[1::2], typed.split("\n")
    most = min(len(old), len(new))
    front = next((n for n in range(most) if old[n] != new[n]), most)
    back = next((n for n in range(most - front) if old[-1 - n] != new[-1 - n]), most - front)
    out = ["\n"] * (len(new) - 1)
    for n in range(min(front, len(out), len(ends))):
        out[n] = ends[n]
    for n in range(min(back, len(out) - min(front, len(out)))):
        out[-1 - n] = ends[-1 - n]
    for n, end in enumerate(out[:-1]):
        if end == "\r" and not new[n + 1] and out[n + 1] == "\n":  # together they would be one
            out[n] = "\n"
    return "".join(line + end for line, end in zip(new, (*out, ""), strict=True))


def read_back(testimony: Testimony, *, on: str, language: str | None, interpreter: str | None) -> Testimony:
    """The whole text was read to the witness, who confirmed each paragraph."""
    held = tuple(ReadParagraph(number, "confirmed") for number in range(1, len(paragraphs(testimony.text)) + 1))
    readback = Readback(on, language, interpreter, held)
    return replace(testimony, readback=readback, status="read-back", signed_on=None)


def confirmed(testimony: Testimony, *, on: str) -> Testimony:
    """The witness signed, or confirmed the whole in another way, on a day (EDTF)."""
    return replace(testimony, status="confirmed", signed_on=on)


def marked(testimony: Testimony, paragraph: int, mark: str | None) -> Testimony:
    """A paragraph (from 1) with another mark of the interviewer, or without one. Its words stay as they are."""
    return _with_mark(testimony, paragraph, lambda held: replace(held, mark=mark))


def heard_at(testimony: Testimony, paragraph: int, recording: str, seconds: float) -> Testimony:
    """A paragraph (from 1) tied to the place in a recording where it is said; the first tie of a paragraph stays."""
    at = round(seconds, 1)
    return _with_mark(testimony, paragraph, lambda held: held if held.recording else replace(held, recording=recording, at=at))


def _with_mark(testimony: Testimony, paragraph: int, change: Callable[[Mark], Mark]) -> Testimony:
    held = next((one for one in testimony.marks if one.paragraph == paragraph), Mark(paragraph))
    others = [one for one in testimony.marks if one.paragraph != paragraph]
    new = change(held)
    kept = [new] if new.mark or new.recording else []
    return replace(testimony, marks=tuple(sorted([*others, *kept], key=lambda one: one.paragraph or 0)))


def heard_in(testimony: Testimony, text: str) -> dict[int, tuple[str, float]]:
    """Where the paragraphs of a text that is being made of a testimony can be heard: ``(recording, seconds)``."""
    return {
        one.paragraph: (one.recording, float(one.at or 0.0))
        for one in _marks_of(testimony, text)
        if one.paragraph and one.recording
    }


def marks_in(testimony: Testimony, text: str) -> dict[int, str]:
    """The marks of a testimony by the paragraphs of a text that is being made of it: those that are gone have none."""
    return {one.paragraph: one.mark for one in _marks_of(testimony, text) if one.paragraph and one.mark}


def _marks_of(testimony: Testimony, text: str) -> tuple[Mark, ...]:
    if testimony.marks and text != testimony.text:
        return _moved(testimony.marks, _Change(paragraphs(testimony.text), paragraphs(text)))
    return testimony.marks


def pair_of(case: Case, testimony: Testimony) -> tuple[Testimony | None, Testimony | None]:
    """``(original, translation)`` that belong together, of which the testimony is one; ``None`` for what there is not."""
    if testimony.translation_of:
        return next((t for t in case.testimonies if t.id == testimony.translation_of), None), testimony
    return testimony, next((t for t in case.testimonies if t.translation_of == testimony.id), None)


class _Change:
    """What became of the paragraphs of a text: ``where`` each went (old number to new, from 1), ``kept`` those unchanged,
    ``gone`` those in whose place no other stands."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        self._old, self._steps = old, list(_steps(old, new))
        self.kept: set[int] = set()
        self.where: dict[int, int] = {}
        self.gone: set[int] = set()
        for same, start, end, new_start, new_end in self._steps:
            self.gone.update(range(start + new_end - new_start + 1, end + 1))
            for offset in range(end - start):
                self.where[start + offset + 1] = _number(new_start, offset, new_end, len(new))
            if same:
                self.kept.update(range(start + 1, end + 1))
        self._count = len(new)

    @property
    def is_none(self) -> bool:
        """Whether every paragraph stands as it stood."""
        return all(step[0] for step in self._steps)

    def corrections(self) -> Iterator[tuple[int, str | None]]:
        """The paragraphs that are new or changed: their number now, and their wording before."""
        for same, start, end, new_start, new_end in self._steps:
            for offset in range(0 if same else max(end - start, new_end - new_start)):
                earlier = self._old[start + offset] if start + offset < end else None
                yield _number(new_start, offset, new_end, self._count), earlier


def _number(start: int, offset: int, end: int, count: int) -> int:
    """The number of a paragraph in its place; of what was taken out, that of the paragraph which stands there now."""
    return max(min(start + offset, max(end - 1, start), count - 1), 0) + 1


def _steps(old: list[str], new: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """``(same, start, end, new start, new end)``. What is the same at both ends need not be compared at length."""
    most = min(len(old), len(new))
    front = next((n for n in range(most) if old[n] != new[n]), most)
    back = next((n for n in range(most - front) if old[-1 - n] != new[-1 - n]), most - front)
    if front:
        yield True, 0, front, 0, front
    middle = SequenceMatcher(None, old[front : len(old) - back], new[front : len(new) - back], autojunk=False)
    for verb, start, end, new_start, new_end in middle.get_opcodes():
        yield verb == "equal", front + start, front + end, front + new_start, front + new_end
    if back:
        yield True, len(old) - back, len(old), len(new) - back, len(new)


def _with_text(testimony: Testimony, text: str, change: _Change) -> Testimony:
    """The words, what was read back of them and what was amended, each under the number that its paragraph has now."""
    notes = tuple(replace(one, paragraph=change.where.get(one.paragraph or 0, one.paragraph)) for one in testimony.amendments)
    readback = testimony.readback
    if readback is not None:
        held = (replace(one, n=change.where[one.n]) for one in readback.paragraphs if one.n in change.kept)
        readback = replace(readback, paragraphs=tuple(sorted(held, key=lambda one: one.n or 0)))
    return replace(testimony, text=text, readback=readback, amendments=notes, marks=_moved(testimony.marks, change))


def _moved(marks: Sequence[Mark], change: _Change) -> tuple[Mark, ...]:
    """Marks under the numbers that their paragraphs have now; a paragraph that was taken out takes its mark with it."""
    return tuple(
        replace(one, paragraph=change.where.get(one.paragraph or 0, one.paragraph))
        for one in marks
        if one.paragraph not in change.gone
    )
