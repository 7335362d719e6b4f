"""Identified papers: who may stand by name in them, and who stands under a code even there.

An identified paper is made by the same way as every other, from a case in which those stand by name who granted just that to
its readers. Everybody else stands as in any copy: the client's consent is not the brother's. Identifiers, contacts and home
addresses stay out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.case import Case, Disclose, Person
from app.redaction.consent import may_be_named
from app.redaction.profiles import ConsentRule, Profile

_CODED = "pseudonym"
_BY_NAME = Disclose("name")
_CHOSEN = "chosen"
_SMALLEST_PLACE = "facility"


def identified(case: Case, profile: Profile, on: date) -> tuple[Case, Profile]:
    """The case and the profile from which an identified paper for the readers of a profile is disclosed.

    A grant under a pseudonym still lets a person be heard there under a code.
    """
    rules = tuple(_by_name(rule) for rule in profile.consent)
    named = (*profile.named, *(() if _CHOSEN in profile.named else (_CHOSEN,)))
    changed = replace(profile, named=named, consent=rules, smallest_place=_SMALLEST_PLACE)
    people = tuple(_person(person, may_be_named(case, changed, person.id, on)) for person in case.people)
    return replace(case, people=people), changed


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
