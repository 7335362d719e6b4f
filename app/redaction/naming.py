"""Identified papers: who may stand by name in them, and who stands under a code even there.

An identified paper is made by the same way as every other, from a case in which those stand by name who granted just that to
its readers. Everybody else stands as in any copy: the client's consent is not the brother's. Identifiers, contacts and home
addresses stay out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from app.domain.case import Case, Disclose, Person
from app.redaction.consent import covered, may_be_named
from app.redaction.profiles import ConsentRule, Profile

_CODED = "pseudonym"
_BY_NAME = Disclose("name")
_CHOSEN = "chosen"
_SMALLEST_PLACE = "facility"


def identified(
    case: Case, profile: Profile, on: date, shown: Collection[str] | None = None, through: Sequence[Profile] = ()
) -> tuple[Case, Profile]:
    """The case and the profile from which an identified paper for the readers of a profile is disclosed.

    A grant under a pseudonym still lets a person be heard there under a code. ``shown`` and ``through`` as for ``by_name``.
    """
    named = (*profile.named, *(() if _CHOSEN in profile.named else (_CHOSEN,)))
    changed = replace(_strict(profile), named=named, smallest_place=_SMALLEST_PLACE)
    granted = by_name(case, profile, on, shown, through)
    people = tuple(_person(person, person.id in granted) for person in case.people)
    return replace(case, people=people), changed


def by_name(
    case: Case, profile: Profile, on: date, shown: Collection[str] | None = None, through: Sequence[Profile] = ()
) -> frozenset[str]:
    """Who granted that the readers of a profile have the name.

    ``shown``: the testimonies that the paper is of; ``None``: everything that the clients' grants cover. Whoever granted it
    for some events or testimonies only is named in no paper that tells of others. ``through``: whose hands it goes through;
    these must be allowed the name as well.
    """
    # A paper may bear an earlier day; nobody is named in it by a grant that has run out since.
    judged = [(_strict(one), day) for one in (profile, *through) for day in {on, max(on, date.today())}]
    return frozenset(
        person.id
        for person in case.people
        if all(may_be_named(case, one, person.id, day) and _covers(case, one, person, day, shown) for one, day in judged)
    )


def _covers(case: Case, profile: Profile, person: Person, on: date, shown: Collection[str] | None) -> bool:
    entries = covered(case, profile, person.id, on)
    if entries is None:
        return True
    if shown is not None:
        return entries.issuperset(shown)
    # Of what a client's grant does not cover nothing is shown, but for what others told.
    return "witness" in person.roles and entries.issuperset(t.id for t in case.testimonies if t.person != person.id)


def _strict(profile: Profile) -> Profile:
    return replace(profile, consent=tuple(_by_name(rule) for rule in profile.consent))


def _by_name(rule: ConsentRule) -> ConsentRule:
    identities = tuple(identity for identity in rule.identities if identity != _CODED)
    return replace(rule, identities=identities, coded_identities=(*rule.coded_identities, _CODED))


def _person(person: Person, granted: bool) -> Person:
    chosen = person.disclose.as_ if person.disclose else None
    if chosen == "omit" or person.public_figure:
        return person
    if granted:
        return replace(person, disclose=_BY_NAME)
    return replace(person, disclose=None) if chosen == "name" else person
