"""The redaction review: every text of an export twice, every find in it, and the answers a person can give.

Only ``take`` and what stores touch the vault; all else is pure and may run on any thread.

    take(store) -> Material                                         fast: case, decisions, kept codes
    review(material, profile_key, choices, before=None, course=SILENT, undecided="undecided") -> Review
        ``before``, an earlier review of the same case, profile and choices: only texts that the decisions made since then
        touch are read again. ``course`` holds ``progress(stage, done, total)`` and ``stop()``; raises ``Stopped``.
    decision_for(find, answer, alone=False) -> dict                 answer: MASK, SAFE or ("person"|"place"|"organization", id)
        one mention only where the find demands it (``find.alone``) or ``alone`` does
    settled_with(review, find) -> (index, …)                        what one answer about a find settles
    with_decisions(material, [decision, …]) -> Material             to see the effect at once, before it is saved
    without_decision(material, find.decision) -> Material           undo, likewise
    redaction.decide(store, [decision, …]), redaction.take_back(store, find.decision)      on the vault thread

``Review``, ``ReviewedText``, ``Find``, ``Suggestion``, ``Why``, ``Gap``, ``Grant`` and ``Copy`` are described in
``review_values``. The PDF itself is made by ``draft.draft`` from what ``take`` gives once every decision is saved (a copy made
from anything else is refused as stale), and written by ``export.release``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.domain.case import Case
from app.errors import bad_input
from app.redaction import aliases
from app.redaction.again import Earlier
from app.redaction.common import is_common
from app.redaction.consent import grants_found
from app.redaction.decisions import MASK, SAFE, Decision, Decisions
from app.redaction.disclose import Choices, Disclosure
from app.redaction.fold import squeezed
from app.redaction.profiles import Profile
from app.redaction.trace import NOTHING_KNOWN, UNDECIDED, Mark
from app.redaction.trace import SAFE as SAFE_STATE
from app.review.mosaic import mosaic
from app.services.material import Material, kept_under, prepared, settled, take, with_decisions, without_decision
from app.services.progress import SILENT, Course, Progress, Stop, Stopped
from app.services.review_texts import Placed, reviewed
from app.services.review_values import (
    CopiedTestimony,
    Copy,
    Find,
    Gap,
    Grant,
    Review,
    ReviewedText,
    Suggestion,
    Why,
)

__all__ = [
    "MASK",
    "SAFE",
    "SILENT",
    "Choices",
    "CopiedTestimony",
    "Copy",
    "Course",
    "Find",
    "Gap",
    "Grant",
    "Material",
    "Progress",
    "Review",
    "ReviewedText",
    "Stop",
    "Stopped",
    "Suggestion",
    "Why",
    "decision_for",
    "review",
    "settled_with",
    "take",
    "with_decisions",
    "without_decision",
]

#: The word that stands in every text for what is undecided, whatever it hides.
UNDECIDED_WORD = "undecided"
_ADDRESS = re.compile(r"(?:[小老阿]|(?:old|little|young|lao|xiao|ah?|brother|sister|uncle|auntie)[\s\-])", re.IGNORECASE)
_TITLES = frozenset(squeezed(title) for title in aliases.TITLES)
_DETECTED = ("capitals", "chinese", "lower-case", "script")

Answer = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Basis:
    """What a later review starts from."""

    case: Case = field(repr=False)
    profile: str
    choices: Choices
    codes: Mapping[str, str] = field(repr=False)
    earlier: Earlier = field(repr=False)

    def fits(self, case: Case, profile: str, choices: Choices, codes: Mapping[str, str]) -> bool:
        """Whether a review of this may start from here: nothing but decisions may differ."""
        return (self.case is case or self.case == case) and (self.profile, self.choices, self.codes) == (
            profile,
            choices,
            codes,
        )


def review(
    material: Material,
    profile_key: str,
    choices: Choices,
    before: Review | None = None,
    course: Course = SILENT,
    undecided: str = UNDECIDED_WORD,
) -> Review:
    """Everything that the screen shows for one case under one profile.

    Raises ``UserError`` for a profile, an addition or a testimony that there is not, and ``Stopped``.
    """
    choices = settled(material.case, replace(choices, mask_undecided=False))
    kept = material.codes.get(kept_under(profile_key, choices.language), {})
    basis = before.basis if before is not None else None
    earlier = None
    if isinstance(basis, _Basis) and basis.fits(material.case, profile_key, choices, kept):
        earlier = basis.earlier
    known = earlier.unchanged(material.decisions) if earlier is not None else NOTHING_KNOWN
    profile, disclosure = prepared(material, profile_key, choices, known, course)
    course.at("arrange")
    case = material.case
    entries = _entries(case, disclosure)
    parts = reviewed(case, disclosure, undecided)
    finds = _finds(parts, Decisions(material.decisions), entries)
    within: dict[int, list[int]] = {}
    for index, find in enumerate(finds):
        within.setdefault(find.text_index, []).append(index)
    return Review(
        profile=profile.key,
        texts=tuple(replace(text, finds=tuple(within.get(index, ()))) for index, (text, _) in enumerate(parts)),
        finds=tuple(finds),
        decided=sum(find.decision is not None for find in finds),
        total=sum(find.question is not None for find in finds),
        gaps=tuple(Gap(gap.person, gap.state) for gap in disclosure.consent.gaps),
        collisions=disclosure.collisions,
        mosaic=mosaic(disclosure.view),
        needs_sign_off=profile.sign_off,
        allows_override=profile.override,
        entries=tuple(entries.values()),
        copy=_copy(case, profile, choices, disclosure),
        basis=_Basis(
            case,
            profile_key,
            choices,
            kept,
            Earlier(disclosure.traces, disclosure.registry.case_forms, material.decisions, is_common, earlier),
        ),
    )


def decision_for(find: Find, answer: Answer, alone: bool = False) -> dict[str, object]:
    """The decision, plain, as it is stored. Raises ``UserError`` for an answer that the find does not allow."""
    plain: dict[str, object] = {"text": find.text}
    if answer == SAFE:
        if not find.can_be_safe:
            raise bad_input("never-safe", '"safe" cannot clear a whole registered name')
        plain["as"] = SAFE
    elif answer == MASK:
        plain |= {"as": MASK, "kind": find.kind}
    elif isinstance(answer, tuple):
        plain["as"] = {answer[0]: answer[1]}
    else:
        raise bad_input("no-such-answer", "the answers are mask, safe, or an entry of the case")
    if alone or find.alone:
        plain |= {"where": find.where, "start": find.start}
    return plain


def settled_with(review: Review, find: Find) -> tuple[int, ...]:
    """Which finds, as indices, one answer about a find settles: itself, and those of the same letters unless
    the answer holds for one mention only."""
    letters = squeezed(find.text) or find.text
    return tuple(
        index
        for index, one in enumerate(review.finds)
        if one.question is not None
        and (
            (one.where, one.start) == (find.where, find.start)
            or (not find.alone and not one.alone and (squeezed(one.text) or one.text) == letters)
        )
    )


def _entries(case: Case, disclosure: Disclosure) -> dict[str, Suggestion]:
    stands = disclosure.substitutes
    groups = (("person", case.people), ("place", case.places), ("organization", case.organizations))
    return {
        entry.id: Suggestion(kind, entry.id, entry.names[0].text, stands[entry.id].text)
        for kind, group in groups
        for entry in group
    }


def _finds(
    parts: list[tuple[ReviewedText, tuple[Placed, ...]]], decisions: Decisions, entries: Mapping[str, Suggestion]
) -> list[Find]:
    finds: list[Find] = []
    questions = 0
    brought = frozenset(decision.as_ for decision in decisions.general())
    for text_index, (text, placed) in enumerate(parts):
        for one in placed:
            mark = one.mark
            words = text.original[one.at : one.until]
            decision = None if mark.state == UNDECIDED else _in_force(mark, words, decisions, brought)
            asked = mark.state == UNDECIDED or decision is not None
            questions += asked
            finds.append(
                Find(
                    number=len(finds) + 1,
                    question=questions if asked else None,
                    where=text.where,
                    start=mark.start,
                    end=mark.end,
                    text_index=text_index,
                    at=one.at,
                    until=one.until,
                    read_at=one.read_at,
                    read_until=one.read_until,
                    text=words,
                    kind=mark.kind,
                    state=mark.state,
                    why=_why(mark, words, decision, entries),
                    stands_for=entries.get(mark.owner or ""),
                    suggests=tuple(entries[owner] for owner in mark.suggests if owner in entries),
                    can_be_safe=not mark.whole,
                    alone=asked and _alone(mark, words),
                    decision=decision.plain() if decision is not None else None,
                )
            )
    return _with_counts(finds)


def _with_counts(finds: list[Find]) -> list[Find]:
    """How many other finds one answer settles: those of the same letters, unless it holds for one mention only."""

    def key(find: Find) -> str | None:
        mention = "where" in find.decision if find.decision is not None else find.alone
        return None if find.question is None or mention else squeezed(find.text) or find.text

    counts = Counter(key(find) for find in finds)
    return [find if key(find) is None else replace(find, same_text=counts[key(find)] - 1) for find in finds]


def _in_force(mark: Mark, words: str, decisions: Decisions, brought: frozenset[str]) -> Decision | None:
    """The decision that settled a find: the one that was followed, or the one that brought its form on record.

    ``brought`` are those whom any decision brought a form.
    """
    if mark.decision is not None:
        return mark.decision
    if mark.state == SAFE_STATE or (mark.noticed != "decision" and mark.owner not in brought):
        return None
    found = decisions.for_text(words)
    if found is not None and (mark.noticed == "decision" or found.as_ == mark.owner):
        return found
    letters = squeezed(words)
    best: Decision | None = None
    for decision in decisions.general():
        title = letters.removesuffix(decision.key)
        if mark.noticed == "decision":
            fits = decision.as_ == MASK and decision.key in letters
        else:
            fits = decision.as_ == mark.owner and title != letters and title in _TITLES
        if fits and (best is None or len(decision.key) > len(best.key)):
            best = decision
    return best


def _alone(mark: Mark, words: str) -> bool:
    """Whether an answer can hold for this mention only: a shared name, or one that is an everyday word elsewhere."""
    if mark.noticed != "record" or not mark.suggests:
        return not squeezed(words)
    return len(mark.suggests) > 1 or is_common(words.lower())


def _why(mark: Mark, words: str, decision: Decision | None, entries: Mapping[str, Suggestion]) -> Why:
    near = tuple(entries[owner].label for owner in mark.suggests if owner in entries)
    asked = mark.state == UNDECIDED or decision is not None
    if mark.noticed == "pointed":
        key = "pointed"
    elif mark.noticed == "decision" or (decision is not None and not near and mark.noticed == "record"):
        key = "decided"
    elif not asked and mark.noticed == "record":
        key = "on-record"
        near = (entries[mark.owner].label,) if mark.owner is not None and mark.owner in entries else ()
    elif _ADDRESS.match(words) and near:
        key = "address"
    elif mark.noticed == "record" and len(near) > 1:
        key = "shared"
    elif mark.noticed == "record":
        key = "everyday" if is_common(words.lower()) else "part"
    elif near:
        key = "near"
    elif mark.noticed in _DETECTED:
        key = "new"
    elif not asked:
        key = "pattern"
    else:
        key = mark.kind if mark.kind in ("date", "number", "contact") else "number" if mark.kind == "identifier" else "new"
    return Why(key, mark.noticed, near)


def _copy(case: Case, profile: Profile, choices: Choices, disclosure: Disclosure) -> Copy:
    view, stands = disclosure.view, disclosure.substitutes
    testimonies = tuple(
        CopiedTestimony(
            testimony.id,
            shown.number,
            shown.who,
            shown.status,
            shown.lang,
            len(shown.paragraphs),
            sum(paragraph.unread for paragraph in shown.paragraphs),
        )
        for testimony, shown in zip(disclosure.testimonies, view.testimonies, strict=True)
    )
    grants = tuple(
        Grant(
            grant.id,
            grant.person,
            stands[grant.person].text,
            grant.purpose,
            grant.recipient,
            grant.identity,
            grant.given_on,
            grant.expires,
        )
        for grant in grants_found(case, profile, disclosure.testimonies, stands, choices.dated)
    )
    return Copy(
        testimonies,
        len(view.events),
        len(view.documents),
        len(view.people),
        view.withheld,
        grants,
        view.dated,
        view.recipient,
    )
