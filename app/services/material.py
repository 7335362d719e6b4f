"""What an export is made of, as plain values: taken on the thread that owns the vault, worked on anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.case import Case, Testimony
from app.domain.exhibits import PagePlan, is_plan, read_plan
from app.errors import bad_input
from app.redaction import decisions as rules
from app.redaction.choices import UnknownChoice
from app.redaction.common import is_common
from app.redaction.decisions import Decision
from app.redaction.disclose import Choices, Disclosure, disclose
from app.redaction.disclose_testimony import UnknownTestimony
from app.redaction.disclosed import PAPERS, SECTIONS
from app.redaction.profiles import Profile, load_profile, profile_keys
from app.redaction.trace import NOTHING_KNOWN, Known
from app.redaction.words import languages
from app.services.progress import SILENT, Course
from app.services.session import forms, told
from app.storage.case_store import CaseStore
from app.storage.errors import Damaged

UNSAVED = -1
_UNKNOWN = {
    "event": "an event that was named is not in the case",
    "document": "a document that was named is not in the case",
    "section": f"a report has no such section; its sections are {', '.join(SECTIONS)}",
    "paper": f"the paper is {' or '.join(PAPERS)}",
    "language": f"a report can be written in {' or '.join(languages())}",
}


@dataclass(frozen=True, slots=True)
class Material:
    """A case with its decisions and the codes that earlier exports gave, by ``kept_under``.

    ``case_id`` and ``last_seq``, the newest row of the journal when this was taken, tell what was changed since. What holds
    decisions that are not saved yet is ``UNSAVED``: it can be reviewed, and nothing made from it is let out. ``plans`` say
    what of the pages of documents may be shown; ``contents`` are those of the documents that are to be shown, by id.
    """

    case: Case = field(repr=False)
    decisions: tuple[Decision, ...] = field(repr=False)
    codes: Mapping[str, Mapping[str, str]] = field(repr=False)
    case_id: str = ""
    last_seq: int = UNSAVED
    plans: tuple[PagePlan, ...] = field(default=(), repr=False)
    contents: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def take(store: CaseStore) -> Material:
    """Everything at once, for the thread that owns the vault."""
    with told():
        kept = {key: store.codes(key) for key in codes_keys()}
        return Material(store.load(), read_decisions(store), kept, store.id, store.last_seq, read_plans(store))


def kept_under(profile: str, language: str) -> str:
    """Under which key the codes of a profile are kept: a code is a word, and each language has its own."""
    return profile if language == "en" else f"{profile}.{language}"


def codes_keys() -> tuple[str, ...]:
    """Every key under which codes are kept."""
    return tuple(kept_under(profile, language) for profile in profile_keys() for language in languages())


def read_decisions(store: CaseStore) -> tuple[Decision, ...]:
    """The decisions about words kept with the case."""
    words = [plain for plain in store.decisions() if not is_plan(plain)]
    return tuple(rules.read_decision(plain, index) for index, plain in enumerate(words))


def read_plans(store: CaseStore) -> tuple[PagePlan, ...]:
    """The decisions about pages of documents kept with the case. Raises ``Damaged``."""
    try:
        return tuple(read_plan(plain) for plain in store.decisions() if is_plan(plain))
    except ValueError:
        raise Damaged("decisions") from None


def keep(store: CaseStore, decisions: Iterable[Decision], plans: Iterable[PagePlan], what: str) -> None:
    """Store all decisions of a case, those about words and those about pages, as one change."""
    store.set_decisions([*(one.plain() for one in decisions), *(one.plain() for one in plans)], what)


def with_decisions(material: Material, decisions: Iterable[Mapping[str, object]]) -> Material:
    """The same with more decisions (plain, as they are stored), before they are saved. Raises ``UserError``."""
    with told():
        new = [rules.read_decision(plain, index) for index, plain in enumerate(decisions)]
    return replace(material, decisions=rules.merge(material.decisions, new), last_seq=UNSAVED)


def without_decision(material: Material, decision: Mapping[str, object]) -> Material:
    """The same with one decision (plain) taken back; as it was if there is no such decision."""
    with told():
        gone = rules.read_decision(decision)
    return replace(material, decisions=rules.without(material.decisions, gone), last_seq=UNSAVED)


def prepared(
    material: Material,
    profile_key: str,
    choices: Choices,
    earlier: Known = NOTHING_KNOWN,
    course: Course = SILENT,
) -> tuple[Profile, Disclosure]:
    """The disclosed view of a case, with what stands between it and its release.

    Raises ``UserError`` for a profile, an addition or a testimony that there is not, ``Stopped``.
    """
    with told():
        profile = load_profile(profile_key)
    return profile, prepared_by(material, profile, choices, earlier, course)


def settled(case: Case, choices: Choices) -> Choices:
    """What was chosen, as it holds for one case. Raises ``UserError`` for what is not there to be chosen."""
    try:
        return choices.settled(case)
    except UnknownChoice as problem:
        raise bad_input(f"no-such-{problem.kind}", _UNKNOWN[problem.kind]) from None


def prepared_by(
    material: Material, profile: Profile, choices: Choices, earlier: Known = NOTHING_KNOWN, course: Course = SILENT
) -> Disclosure:
    """The same under a profile that is at hand. Raises as ``prepared`` does."""
    choices = settled(material.case, choices)
    unknown = set(choices.include) - set(profile.optional)
    if unknown:
        raise bad_input("bad-include", f"this profile cannot include {', '.join(sorted(unknown))}")
    case = material.case
    total = _size(case.testimonies) + sum(len(event.account or "") for event in case.events)
    done = 0

    def tick(size: int) -> None:
        nonlocal done
        done += size
        course.at("disclose", min(done, total), total)

    course.at("disclose", 0, total)
    kept = material.codes.get(kept_under(profile.key, choices.language), {})
    try:
        return disclose(case, profile, material.decisions, kept, forms(), choices, is_common, earlier, tick)
    except UnknownTestimony:
        raise bad_input("no-such-testimony", "a testimony that was named is not in the case") from None


def _size(testimonies: Sequence[Testimony]) -> int:
    return sum(len(testimony.text) for testimony in testimonies)
