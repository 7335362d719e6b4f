"""The people, places and organizations of a disclosed view, and the line that says why names are withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.case import Person
from app.redaction.countries import country_name
from app.redaction.disclosed import DisclosedOrganization, DisclosedPerson, DisclosedPlace, Traits
from app.redaction.grammar import bracketed
from app.redaction.granularity import disclosed_year
from app.redaction.substitutes import CODE, DESCRIPTOR, NAME, OMIT, Substitute
from app.redaction.words import words

if TYPE_CHECKING:
    from app.redaction.disclose import Desk

_REPRESENTING = ("lawyer", "interpreter", "advocate")


def disclose_people(desk: Desk) -> tuple[DisclosedPerson, ...]:
    """The list of people: all of them for counsel and where codes stand, else those whom the view mentions.

    Its order is that of the substitutes, which is made from ids and never from names.
    """
    rows = []
    for index, person in enumerate(desk.case.people):
        substitute = desk.substitutes[person.id]
        if substitute.style == OMIT:
            continue
        everybody = desk.profile.case_code and desk.choices.events is None
        if not everybody and person.id not in desk.redactor.trail.mentioned:
            continue
        traits = _traits(desk, index, person)
        row = DisclosedPerson(
            stands_as=desk.redactor.entry(person.id),
            named=substitute.style == NAME,
            roles=tuple(role for role in person.roles if role not in _hidden_roles(desk)),
            description=_description(desk, traits),
            risk=_risk(desk, index, person),
            in_text=_in_text(substitute),
            traits=traits,
        )
        if row.named or row.roles or row.description or row.risk:
            rows.append(((row.named, *_code_order(row.stands_as), person.id), row))
    rows.sort(key=lambda row: row[0])
    unique = dict.fromkeys(row for _, row in rows)
    return tuple(unique)


def _in_text(substitute: Substitute) -> str:
    """The form in brackets, whether or not a text uses it: the list tells nothing of where somebody is mentioned."""
    return bracketed(substitute.text) if substitute.style == DESCRIPTOR else ""


def _hidden_roles(desk: Desk) -> tuple[str, ...]:
    return _REPRESENTING if "representation" in desk.leave_out else ()


def _code_order(text: str) -> tuple[str, int]:
    word, _, number = text.strip("[]").rpartition(" ")
    return (word, int(number)) if number.isdigit() and word else (text, 0)


def _traits(desk: Desk, index: int, person: Person) -> Traits:
    profile = desk.profile
    minor = desk.substitutes.is_minor(person) and profile.key != "counsel"
    if profile.facts != "all" or minor:
        return Traits()
    named = desk.substitutes[person.id].style == NAME
    relation = to = None
    if person.relation is not None and person.relation.as_ and (to := desk.entry(person.relation.to)):
        relation = desk.text(f"people[{index}].relation.as", person.relation.as_)
    before = frozenset(desk.redactor.trail.mentioned)
    occupation = desk.text(f"people[{index}].occupation", person.occupation)
    if occupation and "[…]" in occupation:
        occupation = None
        desk.redactor.unread(before)
    return Traits(
        relation=relation,
        to=to if relation else None,
        occupation=occupation or None,
        born=disclosed_year(person.born) if profile.births == "year" and not named else None,
        nationality=None if named else person.nationality,
    )


def _description(desk: Desk, traits: Traits) -> tuple[str, ...]:
    table = words(desk.language)["person"]
    parts = []
    if traits.relation:
        parts.append(table["relation"].format(relation=traits.relation, person=traits.to))
    if traits.occupation:
        parts.append(traits.occupation)
    if traits.born is not None:
        parts.append(table["born"].format(year=traits.born))
    if traits.nationality is not None:
        parts.append(table["nationality"].format(country=country_name(traits.nationality, desk.language)))
    return tuple(parts)


def _risk(desk: Desk, index: int, person: Person) -> str | None:
    table = words(desk.language)["person"]
    sentences = []
    for number, risk in enumerate(person.at_risk):
        where = f"people[{index}].at_risk" + (f"[{number}]" if len(person.at_risk) > 1 else "") + ".because"
        reason = desk.text(where, risk.because)
        source = desk.entry(risk.from_)
        if reason and source and source.lower() not in reason.lower():
            sentence = table["risk"].format(source=source, reason=reason)
        elif reason:
            sentence = table["risk_plain"].format(reason=reason)
        elif source:
            sentence = table["risk_source"].format(source=source)
        else:
            continue
        since = desk.date(risk.since)
        sentence = sentence.rstrip(".")
        sentences.append((table["since"].format(risk=sentence, date=since) if since else sentence) + ".")
    return " ".join(sentences) or None


def disclose_places(desk: Desk) -> tuple[DisclosedPlace, ...]:
    """The places that stand under a code and are mentioned, with what may be said of them."""
    rows = []
    for place in desk.case.places:
        substitute = desk.substitutes[place.id]
        if substitute.style == CODE and place.id in desk.redactor.trail.mentioned and substitute.description:
            rows.append((_code_order(substitute.text), DisclosedPlace(substitute.text, substitute.description)))
    return tuple(row for _, row in sorted(rows, key=lambda row: row[0]))


def disclose_organizations(desk: Desk) -> tuple[DisclosedOrganization, ...]:
    """The organizations that the view mentions."""
    rows = []
    for organization in desk.case.organizations:
        substitute = desk.substitutes[organization.id]
        if substitute.style == OMIT or organization.id not in desk.redactor.trail.mentioned:
            continue
        named = substitute.style == NAME
        row = DisclosedOrganization(
            substitute.text,
            named,
            organization.kind,
            country_name(organization.country, desk.language),
            _in_text(substitute),
            organization.country,
        )
        rows.append(((named, *_code_order(substitute.text), organization.id), row))
    return tuple(dict.fromkeys(row for _, row in sorted(rows, key=lambda row: row[0])))


def reason_line(desk: Desk) -> str:
    """Why names are withheld, from the risks on record; it passes through redaction like every other text."""
    table = words(desk.language)["reason"]
    sentences: dict[str, None] = {}
    shown = None if desk.choices.events is None else frozenset(desk.redactor.trail.mentioned)
    several = sum(len(person.at_risk) for person in desk.case.people if shown is None or person.id in shown) > 1
    for index, person in enumerate(desk.case.people):
        if desk.substitutes[person.id].style == OMIT or (shown is not None and person.id not in shown):
            continue
        for number, risk in enumerate(person.at_risk):
            where = f"people[{index}].at_risk" + (f"[{number}]" if len(person.at_risk) > 1 else "") + ".because"
            reason = desk.text(where, risk.because)
            source = desk.entry(risk.from_)
            who = desk.redactor.entry(person.id)
            if reason and "[…]" not in reason:
                end = "" if reason.rstrip().endswith((".", "!", "?", "。")) else "."
                sentences[_capital(table["also" if several else "one"].format(person=who, reason=reason.strip() + end))] = None
            elif source:
                sentences[_capital(table["also_bare" if several else "bare"].format(person=who, source=source))] = None
            else:
                sentences[_capital(table["also_plain" if several else "plain"].format(person=who))] = None
    if not sentences:
        return str(table["none"])
    if len(sentences) == 1:
        return next(iter(sentences))
    return " ".join([str(table["lead"]), *sentences])


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
