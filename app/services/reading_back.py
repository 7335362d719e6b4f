"""Reading a testimony back to the witness, paragraph by paragraph: each is confirmed, corrected, or was not read again.

Every decision is saved by itself. A correction keeps the earlier wording as an amendment and leaves one paragraph one
paragraph, so that the numbers that were read out stay. Once every paragraph has its result the text is ``read-back``: from
then on it changes by correction only, and never becomes a draft again. The signature makes it ``confirmed`` and signs the
head of the journal.

    begun(testimony, on, language, interpreter, anew=False) -> Testimony
    decided(testimony, number, result), corrected(testimony, number, wording, ...), signed(testimony, on) -> Testimony
    results(testimonies), tally(testimonies), counterpart(counts, ...)       what stands, what is shown beside it
    save_begun, save_decision, save_correction, save_signature               the same, on the disk when they return
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from app.domain import dates as edtf
from app.domain.case import Amendment, Case, Readback, ReadParagraph, Testimony
from app.domain.paragraphs import PARAGRAPHS, paragraph_spans, paragraphs
from app.services import work
from app.services.interview import INTERVIEWERS
from app.services.testimony import is_fixed
from app.storage.case_store import CaseStore

CONFIRMED, CORRECTED, NOT_REREAD = "confirmed", "corrected", "not-reread"


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of the paragraphs by result; ``open`` are those that have none."""

    confirmed: tuple[int, ...]
    corrected: tuple[int, ...]
    not_reread: tuple[int, ...]
    open: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.confirmed) + len(self.corrected) + len(self.not_reread) + len(self.open)


@dataclass(frozen=True, slots=True)
class Correction:
    """A paragraph of one testimony in its new wording."""

    testimony: str
    number: int
    wording: str


# --- what stands ---


def results(testimony: Testimony, count: int | None = None) -> dict[int, str]:
    """The result of each paragraph that has one, by its number from 1. ``count``: how many there are, if that is known."""
    held = testimony.readback.paragraphs if testimony.readback else ()
    count = len(paragraphs(testimony.text)) if count is None else count
    return {one.n: one.result for one in held if one.n and one.result and one.n <= count}


def together(testimonies: Sequence[Testimony], count: int | None = None) -> dict[int, str]:
    """The same for texts that are read together: what is open in one is open, else what is least confirmed counts."""
    found = [results(one, count) for one in testimonies]
    out = {}
    for number in found[0] if found else ():
        here = {one.get(number) for one in found}
        if None not in here:
            out[number] = next(result for result in (NOT_REREAD, CORRECTED, CONFIRMED) if result in here)
    return out


def tally(testimonies: Sequence[Testimony], count: int | None = None) -> Tally:
    """How far the reading back of one text, or of two together, has come. ``count`` as above."""
    count = len(paragraphs(testimonies[0].text)) if count is None else count
    held = together(testimonies, count)
    groups: dict[str, list[int]] = {}
    for number in range(1, count + 1):
        groups.setdefault(held.get(number, ""), []).append(number)
    return Tally(*(tuple(groups.get(key, ())) for key in (CONFIRMED, CORRECTED, NOT_REREAD, "")))


def match(one: Testimony, other: Testimony) -> bool:
    """Whether two languages have a paragraph for a paragraph, so that they can be read together."""
    return len(paragraphs(one.text)) == len(paragraphs(other.text))


def counterpart(here: Sequence[str], there: Sequence[str], number: int) -> int:
    """The paragraph of another language (from 1, 0 where it has none) that stands for a paragraph of this one.

    Where the two have as many it is the one of the same number, else the one that stands as far into the whole.
    """
    if len(here) == len(there) or not there:
        return number if there else 0
    before, whole = sum(map(len, here[: number - 1])), sum(map(len, here))
    middle = (before + len(here[number - 1]) / 2) / max(whole, 1)
    ends = list(accumulate(map(len, there)))
    return min(bisect_left(ends, middle * ends[-1]), len(there) - 1) + 1


def reader(testimony: Testimony) -> str | None:
    """Who reads it back: whoever asked in the interview."""
    present = testimony.interview.present if testimony.interview else ()
    return next((part.person for part in present if part.as_ in INTERVIEWERS), None)


# --- what becomes of it ---


def begun(testimony: Testimony, *, on: str, language: str | None, interpreter: str | None, anew: bool = False) -> Testimony:
    """It is read back on a day (EDTF), in a language, through somebody. ``anew``: what was read before does not count."""
    held = testimony.readback.paragraphs if testimony.readback and not anew else ()
    out = replace(testimony, readback=Readback(on, language, interpreter, held))
    return _moved_on(testimony, out) if held != _held(testimony) else out


def decided(testimony: Testimony, number: int, result: str) -> Testimony:
    """A paragraph (from 1) with its result."""
    others = [one for one in _held(testimony) if one.n != number]
    return _moved_on(testimony, _with_results(testimony, [*others, ReadParagraph(number, result)]))


def corrected(
    testimony: Testimony, number: int, wording: str, *, on: str, by: str | None, why: str, result: str | None = CORRECTED
) -> Testimony:
    """A paragraph in other words, the earlier ones kept; ``result`` ``None`` where it was not read back in them.

    Blank lines in the wording become line ends. Where no word changed, nothing does. Raises ``ValueError`` for no wording.
    """
    start, end = paragraph_spans(testimony.text)[number - 1]
    earlier, new = testimony.text[start:end], PARAGRAPHS.sub("\n", wording.strip())
    if not new:
        raise ValueError("a paragraph keeps some wording")
    if new == earlier:
        return testimony
    out = replace(
        testimony,
        text=testimony.text[:start] + new + testimony.text[end:],
        amendments=(*testimony.amendments, Amendment(number, on, by, why or None, earlier)),
    )
    others = [one for one in _held(testimony) if one.n != number]
    if result is not None:
        others.append(ReadParagraph(number, result))
    return _moved_on(testimony, _with_results(out, others) if others or out.readback else out)


def signed(testimony: Testimony, *, on: str) -> Testimony:
    """The witness stands by the whole. Raises ``ValueError`` where a paragraph has no result yet."""
    if not paragraphs(testimony.text) or tally([testimony]).open:
        raise ValueError("every paragraph has its result first")
    return replace(testimony, status="confirmed", signed_on=on)


def _held(testimony: Testimony) -> tuple[ReadParagraph, ...]:
    return testimony.readback.paragraphs if testimony.readback else ()


def _with_results(testimony: Testimony, held: Sequence[ReadParagraph]) -> Testimony:
    whole = tuple(sorted(held, key=lambda one: one.n or 0))
    return replace(testimony, readback=replace(testimony.readback or Readback(), paragraphs=whole))


def _moved_on(before: Testimony, after: Testimony) -> Testimony:
    """What was fixed stays fixed, and is confirmed no longer once anything of it changed; else it is fixed when all is read."""
    if after == before:
        return before
    if is_fixed(before):
        return replace(after, status="read-back", signed_on=None)
    return after if tally([after]).open else replace(after, status="read-back")


# --- saving ---


def save_begun(
    store: CaseStore, ids: Sequence[str], *, on: str, language: str | None, interpreter: str | None, anew: bool
) -> Case:
    """Record how it is read back."""
    return _save(store, ids, lambda held: begun(held, on=on, language=language, interpreter=interpreter, anew=anew))


def save_decision(store: CaseStore, ids: Sequence[str], number: int, result: str) -> Case:
    """One paragraph is decided, in every text that is read."""
    return _save(store, ids, lambda held: decided(held, number, result))


def save_correction(
    store: CaseStore, ids: Sequence[str], number: int, new: Sequence[Correction], *, why: str, drafts: Sequence[str] = ()
) -> Case:
    """Correct a paragraph, in each language that ``new`` names, and end the drafts of it, in one change.

    Of the texts that are read (``ids``) one that needed no correction there was confirmed by that; a text beside them is
    amended and was not read back in its new words.
    """
    by_id = {one.testimony: one for one in new}

    def change(held: Testimony) -> Testimony:
        said = by_id.get(held.id)
        if said is None:
            return decided(held, number, CONFIRMED) if held.id in ids and touched else held
        result = CORRECTED if held.id in ids else None
        return corrected(held, said.number, said.wording, on=day, by=reader(held), why=why, result=result)

    held = {one.id: one for one in work.case_of(store).testimonies}
    touched = any(one.testimony in ids for one in new)
    day = _day(next((held[one].readback for one in ids if one in held), None))
    return _save(store, [*ids, *(one for one in by_id if one not in ids)], change, drafts=drafts)


def save_signature(store: CaseStore, ids: Sequence[str], *, on: str, method: str) -> Case:
    """The witness stands by what was read back, on a day and in a way as a consent is given: one change, the head signed.

    The row of the history says how, and the SHA-256 of each text (UTF-8), so that a paper can be held against it.
    """
    held = [one for one in work.case_of(store).testimonies if one.id in ids]
    digests = {one.id: hashlib.sha256(one.text.encode("utf-8", "surrogatepass")).hexdigest() for one in held}
    case = _save(store, ids, lambda one: signed(one, on=on), said={"signed": {"method": method, "on": on, "sha256": digests}})
    store.sign_head()
    return case


def _save(
    store: CaseStore,
    ids: Sequence[str],
    change: Callable[[Testimony], Testimony],
    *,
    drafts: Sequence[str] = (),
    said: Mapping[str, object] | None = None,
) -> Case:
    held = {one.id: one for one in work.case_of(store).testimonies}
    values = [("testimonies", change(held[one])) for one in dict.fromkeys(ids) if one in held]
    return work.save_many(store, values, drafts, said=said)


def _day(readback: Readback | None) -> str:
    """The day on which it goes on: the last of those on which it was read back."""
    if readback is None or not readback.on:
        return ""
    latest = edtf.parse(readback.on).latest
    return latest.isoformat() if latest is not None else readback.on
