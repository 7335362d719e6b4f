"""What happens to a testimony when its words change: drafts are simply rewritten, read-back words are amended. Pure.

An amendment says which paragraph, when, by whom and why, and keeps the earlier wording; a paragraph that was changed counts
as not read back until it is read again, and what was confirmed is confirmed no longer.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from app.domain.case import Amendment, Case, Readback, ReadParagraph, Testimony


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a testimony, which blank lines part; counted from 1 wherever they are named."""
    return [part.strip("\n") for part in text.split("\n\n") if part.strip()]


def is_fixed(testimony: Testimony) -> bool:
    """Whether its words were read back or confirmed: then they change by amendment only."""
    return testimony.status in ("read-back", "confirmed")


def rewritten(testimony: Testimony, text: str) -> Testimony:
    """A draft with new words. What was read back of it stays read back where the paragraph did not change."""
    if text == testimony.text:
        return testimony
    moved = _moved(paragraphs(testimony.text), paragraphs(text))
    return replace(testimony, text=text, readback=_read_again(testimony.readback, moved))


def amended(testimony: Testimony, text: str, *, on: str, by: str | None, why: str) -> Testimony:
    """Words that were read back, corrected. ``on`` is a day (EDTF), ``by`` a person on record, ``why`` the reason given."""
    if text == testimony.text:
        return testimony
    old, new = paragraphs(testimony.text), paragraphs(text)
    notes = []
    for verb, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if verb == "equal":
            continue
        for offset in range(max(end - start, new_end - new_start)):
            earlier = old[start + offset] if start + offset < end else ""
            number = min(new_start + offset, max(len(new) - 1, 0)) + 1
            notes.append(Amendment(paragraph=number, on=on, by=by, why=why or None, earlier=earlier or None))
    return replace(
        testimony,
        text=text,
        readback=_read_again(testimony.readback, _moved(old, new)),
        amendments=(*testimony.amendments, *notes),
        status="read-back",
        signed_on=None,
    )


def read_back(testimony: Testimony, *, on: str, language: str | None, interpreter: str | None) -> Testimony:
    """The whole text was read to the witness, who confirmed each paragraph."""
    held = tuple(ReadParagraph(number, "confirmed") for number in range(1, len(paragraphs(testimony.text)) + 1))
    return replace(testimony, readback=Readback(on, language, interpreter, held), status="read-back")


def confirmed(testimony: Testimony, *, on: str) -> Testimony:
    """The witness signed, or confirmed the whole in another way, on a day (EDTF)."""
    return replace(testimony, status="confirmed", signed_on=on)


def pair_of(case: Case, testimony: Testimony) -> tuple[Testimony | None, Testimony | None]:
    """``(original, translation)`` that belong together, of which the testimony is one; ``None`` for what there is not."""
    if testimony.translation_of:
        return next((t for t in case.testimonies if t.id == testimony.translation_of), None), testimony
    return testimony, next((t for t in case.testimonies if t.translation_of == testimony.id), None)


def _moved(old: list[str], new: list[str]) -> dict[int, int]:
    """Where each unchanged paragraph stands now: old number to new number, both from 1."""
    out: dict[int, int] = {}
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for offset in range(block.size):
            out[block.a + offset + 1] = block.b + offset + 1
    return out


def _read_again(readback: Readback | None, moved: dict[int, int]) -> Readback | None:
    """A record of reading back after the text changed: unchanged paragraphs keep their result under their new number."""
    if readback is None:
        return None
    kept = (replace(one, n=moved[one.n]) for one in readback.paragraphs if one.n in moved)
    return replace(readback, paragraphs=tuple(sorted(kept, key=lambda one: one.n or 0)))
