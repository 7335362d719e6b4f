"""A draft declaration from a confirmed testimony, redacted or, where the witness agreed to it, identified for filing.

    declare(material, asked, course=SILENT) -> Draft      pure: any thread; ``export.release`` writes and journals it

It goes the way of every export: disclosed, gated, drawn, checked. Only what stands open in the testimony itself is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.case import Case, Testimony
from app.errors import bad_input
from app.redaction.disclose import Choices, Disclosure
from app.redaction.disclosed import Disclosed
from app.redaction.naming import identified
from app.redaction.profiles import Profile, load_profile
from app.redaction.substitutes import NAME, Substitutes
from app.services.draft import Draft, Sort, Terms, finished
from app.services.material import Material, prepared_by
from app.services.progress import SILENT, Course
from app.services.session import told

if TYPE_CHECKING:
    from app.report.paper import Rendered

WITHIN, OUTSIDE, BOTH = "within", "outside", "both"
#: For whom a redacted one can be made; an identified one is always for a court.
PROFILES = ("counsel", "court")
_CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Asked:
    """What declaration is wanted. ``testimony`` is an id, and may be left out where only one can be meant; ``wording``:
    within outside both; ``original``: with the testimony in its own language behind it; ``through``: profiles of those
    through whose hands it goes, who must be allowed the names as well."""

    dated: date
    testimony: str | None = None
    identified: bool = False
    profile: str = "counsel"
    wording: str = BOTH
    original: bool = False
    mask_undecided: bool = False
    recipient: str | None = field(default=None, repr=False)
    language: str = "en"
    through: tuple[str, ...] = ()


def declare(material: Material, asked: Asked, course: Course = SILENT) -> Draft:
    """Make the declaration. Stages of ``course``: disclose draw check.

    Raises ``UserError``: ``no-such-testimony``, ``no-testimony``, ``several-testimonies``, ``bad-profile``, ``blocked`` (3),
    ``refused`` (4); ``Stopped``.
    """
    if asked.profile not in PROFILES:
        raise bad_input("bad-profile", f"a declaration is made for {' or '.join(PROFILES)}; nothing was written")
    testimony = chosen(material.case, asked.testimony, asked.language)
    original = _original(material.case, testimony) if asked.original else None
    with told():
        profile = load_profile("court" if asked.identified else asked.profile)
    case = material.case
    ids = tuple(one.id for one in (testimony, original) if one is not None)
    if asked.identified:
        case, profile = identified(case, profile, asked.dated, ids, _profiles(asked.through))
    choices = Choices(asked.dated, ids, mask_undecided=asked.mask_undecided, language=asked.language)
    disclosure = _of_these(case, prepared_by(replace(material, case=case), profile, choices, course=course), ids)
    sort = Sort(
        drawing=_drawing(disclosure, testimony, original, asked),
        words=_words,
        said={
            "kind": "declaration",
            "identified": asked.identified,
            "wording": asked.wording,
            "recipient": asked.recipient or "",
            "events": 0,
            "documents": 0,
        },
        reasons=tuple(_reasons(disclosure, testimony, asked, profile)),
    )
    return finished(material, profile, disclosure, choices, Terms(), course, sort)


def choices_of(case: Case, language: str = "en") -> tuple[Testimony, ...]:
    """The testimonies from which a declaration can be made: those confirmed, in the language of the report first."""
    confirmed = [one for one in case.testimonies if one.status == _CONFIRMED]
    return tuple(sorted(confirmed, key=lambda one: not _same(one.lang, language)))


def may_be_identified(case: Case, testimony: Testimony, on: date, language: str = "en", through: Sequence[str] = ()) -> bool:
    """Whether the one who tells may stand by name in a declaration for filing: not a child, and agreed to it.

    ``through`` as in ``Asked``.
    """
    with told():
        case, profile = identified(case, load_profile("court"), on, (testimony.id,), _profiles(through))
    return Substitutes(case, profile, language, {}, on)[testimony.person].style == NAME


def _profiles(keys: Sequence[str]) -> tuple[Profile, ...]:
    with told():
        return tuple(load_profile(key) for key in keys)


def chosen(case: Case, wanted: str | None, language: str) -> Testimony:
    """The testimony that is meant. Raises ``UserError``."""
    if wanted is not None:
        for one in case.testimonies:
            if one.id == wanted:
                return one
        raise bad_input("no-such-testimony", "the testimony that was named is not in the case; nothing was written")
    found = [one for one in choices_of(case, language) if _same(one.lang, language)]
    if not found:
        raise bad_input(
            "no-testimony",
            "no testimony in the report's language is confirmed; nothing was written; have one confirmed, or name one",
        )
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        raise bad_input("several-testimonies", f"more than one testimony is confirmed ({ids}); nothing was written; name one")
    return found[0]


def _reasons(disclosure: Disclosure, testimony: Testimony, asked: Asked, profile: Profile) -> Sequence[str]:
    reasons = []
    if testimony.status != _CONFIRMED:
        reasons.append(f"testimony {testimony.id} is not confirmed: read it back, and have it confirmed first")
    named = disclosure.substitutes[testimony.person].style == NAME
    asked_of = {gap.person for gap in disclosure.consent.gaps}
    if asked.identified and not named and testimony.person not in asked_of:
        needed = " or ".join(f"{rule.purpose} to {rule.recipient}" for rule in profile.consent)
        reasons.append(f"{testimony.person} did not agree to be named (it takes a grant of {needed}, identity named)")
    return reasons


def _of_these(case: Case, disclosure: Disclosure, ids: Sequence[str]) -> Disclosure:
    """The disclosure of a paper that shows nothing but some testimonies: what stands open elsewhere is no matter of it."""
    wanted = {f"testimonies[{index}].text" for index, one in enumerate(case.testimonies) if one.id in ids}
    questions = tuple(question for question in disclosure.questions if question.where in wanted)
    return replace(disclosure, questions=questions)


def _drawing(
    disclosure: Disclosure, testimony: Testimony, original: Testimony | None, asked: Asked
) -> Callable[[Disclosed], Rendered]:
    from app.report.declaration import Form, draw

    certificates, language = _certificates(testimony, original, asked)
    form = Form(
        number=disclosure.numbers.get(testimony.id, 0),  # none where consent does not cover it: then nothing is drawn
        wording=asked.wording,
        identified=asked.identified,
        original=disclosure.numbers.get(original.id, 0) if original is not None else None,
        certificates=certificates,
        language=language,
    )
    return lambda view: draw(view, form)


def _certificates(testimony: Testimony, original: Testimony | None, asked: Asked) -> tuple[tuple[str, ...], str | None]:
    """Which certificates stand behind it, and the language that they name.

    In a redacted one both do and neither says more than what is shown: who interpreted, and from what, is no part of it.
    """
    if not asked.identified:
        return ("interpreter", "translator"), original.lang if original is not None else None
    interview, read = testimony.interview, testimony.readback
    interpreted = (interview is not None and interview.interpreter is not None) or (
        read is not None and read.interpreter is not None
    )
    given = next((lang for lang in (read and read.language, interview and interview.language) if lang), None)
    needed = []
    if interpreted or not _same(testimony.lang, given or testimony.lang):
        needed.append("interpreter")
    if testimony.translation_of is not None or not _same(testimony.lang, asked.language):
        needed.append("translator")
    return tuple(needed), given or (original.lang if original is not None else None)


def _original(case: Case, testimony: Testimony) -> Testimony:
    for one in case.testimonies:
        if one.id == testimony.translation_of:
            return one
    raise bad_input("no-original", "the testimony is no translation of another on record; nothing was written")


def _same(one: str, other: str) -> bool:
    return one.split("-", maxsplit=1)[0].lower() == other.split("-", maxsplit=1)[0].lower()


def _words(language: str) -> Mapping[str, object]:
    from app.report.declaration import words

    return words(language)
