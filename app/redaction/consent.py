"""Whether the consents on record open a profile.

A grant is needed from the client and from every person whose testimony is included: not withdrawn, not expired, with an
identity that suffices. What is not granted is refused; a refusal or withdrawal is not the same as silence.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import dates as edtf
from app.domain.case import Case, Consent, Testimony
from app.redaction.profiles import ConsentRule, Profile
from app.redaction.substitutes import NAME, Substitutes

GRANTED, MISSING, EXPIRED, REFUSED, WITHDRAWN, INSUFFICIENT = (
    "granted", "missing", "expired", "refused", "withdrawn", "insufficient",
)  # fmt: skip


_ANY = ConsentRule("", "", ("named", "counsel-only", "pseudonym", "aggregate"))


@dataclass(frozen=True, slots=True)
class ConsentGap:
    """A person whose grant is wanting, and how: missing expired refused withdrawn insufficient."""

    person: str
    state: str


@dataclass(frozen=True, slots=True)
class ConsentView:
    """``purposes`` on record for this profile; ``gaps`` what blocks it."""

    purposes: tuple[str, ...]
    gaps: tuple[ConsentGap, ...]


def consent_view(
    case: Case,
    profile: Profile,
    testimonies: Sequence[Testimony],
    substitutes: Substitutes,
    on: date,
    not_agreed: Sequence[str] = (),
) -> ConsentView:
    """Judge every person whose grant is needed on one day; ``not_agreed``: of whom something is asked for all the same."""
    needed = [person.id for person in case.people if "witness" in person.roles]
    needed += [*(testimony.person for testimony in testimonies), *not_agreed]
    purposes: dict[str, None] = {}
    gaps = []
    if not needed:
        return ConsentView((), (ConsentGap("", MISSING),))
    for person in dict.fromkeys(needed):
        state, granted = _standing(case, profile, person, substitutes[person].style == NAME, on)
        purposes.update(dict.fromkeys(granted))
        if state == GRANTED and person in not_agreed:
            state = INSUFFICIENT
        if state != GRANTED:
            gaps.append(ConsentGap(person, state))
    return ConsentView(tuple(purposes) if not gaps else (), tuple(gaps))


def outside_scope(case: Case, profile: Profile, substitutes: Substitutes, on: date) -> frozenset[str]:
    """The events and testimonies that no grant for this profile covers, because it was given for others only.

    The latest answer to each question counts. A testimony and its translations are covered together. An event is left out
    as soon as one witness gave a grant that does not cover it: what an event tells is theirs.
    """
    outside: set[str] = set()
    for person in case.people:
        told = [t for t in case.testimonies if t.person == person.id]
        scopes = [grant.scope for grant in _in_force(case, profile, person.id, substitutes[person.id].style == NAME, on)]
        if not scopes or not all(scopes):
            continue
        covered = {entry for scope in scopes for entry in scope}
        outside |= {t.id for t in told if not covered & _with_translations(t, told)}
        if "witness" in person.roles:
            outside |= {event.id for event in case.events if event.id not in covered}
    return frozenset(outside)


def _with_translations(testimony: Testimony, told: Sequence[Testimony]) -> set[str]:
    first = testimony.translation_of or testimony.id
    return {t.id for t in told if first in (t.id, t.translation_of)}


def _in_force(case: Case, profile: Profile, person: str, named: bool, on: date) -> list[Consent]:
    found = []
    for rule in profile.consent:
        mine = [c for c in case.consents if (c.person, c.purpose, c.recipient) == (person, rule.purpose, rule.recipient)]
        if mine:
            last = max(enumerate(mine), key=lambda pair: (pair[1].withdrawn_on or pair[1].given_on, pair[0]))[1]
            found += [last] if _state(last, rule, named, on) == GRANTED else []
    return found


def refused_purposes(case: Case, profile: Profile, on: date, purposes: Collection[str]) -> frozenset[str]:
    """Of some purposes those that a witness refused, took back or let run out for a reader of this profile.

    The latest answer to each question counts; of one day what takes back stands over what grants. Silence is no refusal.
    """
    witnesses = {person.id for person in case.people if "witness" in person.roles}
    readers = {rule.recipient for rule in profile.consent}
    latest: dict[tuple[str, str, str], tuple[str, bool, int]] = {}
    for place, consent in enumerate(case.consents):
        if consent.person in witnesses and consent.recipient in readers and consent.purpose in purposes:
            shut = _state(consent, _ANY, False, on) in (REFUSED, WITHDRAWN, EXPIRED)
            key = (consent.person, consent.purpose, consent.recipient)
            latest[key] = max(latest.get(key, ("", False, -1)), (consent.withdrawn_on or consent.given_on, shut, place))
    return frozenset(purpose for (_, purpose, _), (_, shut, _) in latest.items() if shut)


def may_be_named(case: Case, profile: Profile, person: str, on: date) -> bool:
    """Whether a person's own grant lets the reader of a profile have the name."""
    return _standing(case, profile, person, True, on)[0] == GRANTED


def covered(case: Case, profile: Profile, person: str, on: date) -> frozenset[str] | None:
    """The events and testimonies for which a person's grants by name were given; ``None``: for all of them."""
    scopes = [grant.scope for grant in _in_force(case, profile, person, True, on)]
    if not all(scopes):
        return None
    told = [t for t in case.testimonies if t.person == person]
    entries = {entry for scope in scopes for entry in scope}
    return frozenset(entries | {t.id for t in told if entries & _with_translations(t, told)})


def _standing(case: Case, profile: Profile, person: str, named: bool, on: date) -> tuple[str, list[str]]:
    """How the consent of one person stands for a profile, and the purposes that are granted."""
    state, purposes = MISSING, []
    for rule in profile.consent:
        for consent in case.consents:
            if (consent.person, consent.purpose, consent.recipient) != (person, rule.purpose, rule.recipient):
                continue
            found = _state(consent, rule, named, on)
            if found == GRANTED:
                purposes.append(rule.purpose)
            state = _better(state, found)
    return _taken_back(case, profile, person, named, on) or state, purposes


def grants_found(
    case: Case, profile: Profile, testimonies: Sequence[Testimony], substitutes: Substitutes, on: date
) -> tuple[Consent, ...]:
    """The grants on record that a profile rests on, of everybody whose grant is needed, in the order of the case."""
    needed = {person.id for person in case.people if "witness" in person.roles} | {t.person for t in testimonies}
    return tuple(
        consent
        for consent in case.consents
        if consent.person in needed
        and any(
            (consent.purpose, consent.recipient) == (rule.purpose, rule.recipient)
            and _state(consent, rule, substitutes[consent.person].style == NAME, on) == GRANTED
            for rule in profile.consent
        )
    )


def _state(consent: Consent, rule: ConsentRule, named: bool, on: date) -> str:
    if consent.withdrawn_on is not None:
        return WITHDRAWN
    if consent.identity == "none":
        return REFUSED
    if consent.expires is not None:
        last = edtf.parse(consent.expires).latest
        if last is not None and last < on:
            return EXPIRED
    if consent.identity in rule.identities or (not named and consent.identity in rule.coded_identities):
        return GRANTED
    return INSUFFICIENT


def _better(one: str, other: str) -> str:
    order = (GRANTED, WITHDRAWN, REFUSED, INSUFFICIENT, EXPIRED, MISSING)
    return min(one, other, key=order.index)


def _taken_back(case: Case, profile: Profile, person: str, named: bool, on: date) -> str | None:
    """Of several answers to one question the latest stands, and no earlier, wider grant beside it.

    A grant counts no longer once the person refused, took it back, narrowed the identity or set a day that has passed;
    ``None`` where the latest answer to one of the questions is a grant that suffices.
    """
    latest: tuple[str, str] | None = None
    for rule in profile.consent:
        mine = [c for c in case.consents if (c.person, c.purpose, c.recipient) == (person, rule.purpose, rule.recipient)]
        told = [(c.withdrawn_on or c.given_on, _state(c, rule, named, on)) for c in mine]
        if not told:
            continue
        # of one day a refusal or withdrawal stands over a grant, else what was recorded last
        last = max(enumerate(told), key=lambda pair: (pair[1][0], pair[1][1] in (REFUSED, WITHDRAWN), pair[0]))[1]
        if last[1] == GRANTED:
            return None
        refusals = [one for one in told if one[1] in (REFUSED, WITHDRAWN)]
        against = (
            max(refusals)
            if refusals
            else (last[0], INSUFFICIENT if any(state == INSUFFICIENT for _, state in told) else EXPIRED)
        )
        if latest is None or against[0] > latest[0]:
            latest = against
    return latest[1] if latest else None
