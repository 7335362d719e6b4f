"""The words for people, places and organizations: who somebody is, what stands beside a name, what a line means."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from app.domain.case import Case, Event, Organization, Person, Place, Testimony
from app.domain.date_words import date_words
from app.domain.dates import DateError
from app.services import registry
from app.services.registry import Entry, Listed, Tie
from app.services.survey import Clash
from ui import vocabulary

translate = QCoreApplication.translate

ICONS = {registry.PEOPLE: "user", registry.PLACES: "map-pin", registry.ORGANIZATIONS: "building-2"}


def isolated(text: str) -> str:
    """A name that keeps its own direction beside others."""
    return f"\u2068{text}\u2069" if registry.script(text) == "arabic" else text


def group(kind: str) -> str:
    """The head of a group of the list."""
    return {
        registry.PEOPLE: translate("people", "People"),
        registry.PLACES: translate("people", "Places"),
        registry.ORGANIZATIONS: translate("people", "Organisations"),
    }[kind]


def listed_second(row: Listed) -> str:
    """The second line of a row: the other script, then who that is."""
    if row.kind == registry.PEOPLE:
        if row.role == "witness":
            what = translate("people", "the witness")
        else:
            what = row.relation or (vocabulary.role(row.role) if row.role else "")
    elif row.kind == registry.PLACES:
        what = in_place(vocabulary.place_kind(row.sort) if row.sort else "", row.place)
    else:
        what = vocabulary.organization_kind(row.sort) if row.sort else ""
    return " · ".join(part for part in (isolated(row.other), what) if part)


def in_place(what: str, where: str) -> str:
    """ "village, in Linhai"."""
    if not where:
        return what
    return translate("people", "{0}, in {1}").format(what, where) if what else translate("people", "in {0}").format(where)


def who_words(case: Case, one: Entry, countries: dict[str, str]) -> str:
    """Who or what an entry is, as a sentence without its end: "Brother of the witness, in China"."""
    if isinstance(one, Place):
        above = registry.larger_places(case, one.within)
        what = in_place(vocabulary.place_kind(one.kind) if one.kind else "", registry.first_name(above[0]) if above else "")
        return _capital(what) or translate("people", "Kind not recorded")
    if isinstance(one, Organization):
        what = vocabulary.organization_kind(one.kind) if one.kind else ""
        where = countries.get(one.country or "", one.country or "")
        return _capital(", ".join(part for part in (what, where) if part)) or translate("people", "Kind not recorded")
    facts = registry.who(case, one)
    if facts.client:
        what = translate("people", "the witness")
    elif facts.relation and facts.to:
        to = translate("people", "the witness") if facts.to_client else facts.to
        what = translate("people", "{0} of {1}").format(facts.relation.removesuffix(" of"), to)
    else:
        what = facts.relation or (vocabulary.role(facts.role) if facts.role else "")
    return _capital(in_place(what, facts.country)) or translate("people", "Nothing recorded about who this is")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def date(edtf: str | None) -> str:
    """A date in words; as it stands if it is none."""
    if not edtf:
        return ""
    try:
        return date_words(edtf)
    except DateError:
        return edtf


def tie_words(tie: Tie, *, short: bool = False, of: str = "") -> str:
    """The word of a line; ``short``: without the number of events. ``of`` names the other one where the word stands below
    their name, since "younger brother" there would read as if they were the brother."""
    if tie.kind == "relation":
        if of and tie.outward and tie.word:
            return translate("people", "{0} of {1}").format(tie.word.removesuffix(" of"), isolated(of))
        return tie.word or translate("people", "related")
    if tie.kind == "risk":
        return translate("people", "at risk from") if tie.outward else translate("people", "puts at risk")
    if tie.kind == "lives":
        return translate("people", "lives in") if tie.outward else translate("people", "lives here")
    if tie.kind == "within":
        return translate("people", "lies in") if tie.outward else translate("people", "lies here")
    word = vocabulary.organization_part(tie.word) if tie.word else translate("people", "took part")
    if short:
        return word
    if tie.count > 1:
        return translate("people", "{0}, {1} events").format(word, tie.count)
    return translate("people", "{0}, 1 event").format(word)


def kind_words(one: Entry) -> str:
    """What a node is, in a word or two."""
    if isinstance(one, Person):
        if "witness" in one.roles:
            return translate("people", "the witness")
        what = (one.relation.as_ if one.relation else None) or (vocabulary.role(one.roles[0]) if one.roles else "")
        return translate("people", "{0}, at risk").format(what).removeprefix(", ") if one.at_risk else what
    if isinstance(one, Place):
        return vocabulary.place_kind(one.kind) if one.kind else translate("people", "place")
    return vocabulary.organization_kind(one.kind) if one.kind else translate("people", "organisation")


def clash_words(clash: Clash) -> str:
    """Why words cannot stand for somebody."""
    if clash.why == "name" and clash.of:
        names = ", ".join(isolated(name) for name in clash.of)
        return translate("people", "This reads as a name on record: {0}. It would give them away.").format(names)
    if clash.why == "name":
        return translate("people", "This reads as something on record. It would give it away.")
    return translate("people", "This may itself be a name, a date or a number that must not be said. Choose plainer words.")


def testimony_words(testimony: Testimony) -> str:
    """A testimony by its day and language."""
    day = date(testimony.interview.date) if testimony.interview else ""
    language = vocabulary.language(testimony.lang)
    if day:
        return translate("people", "Testimony, {0}, {1}").format(day, language)
    return translate("people", "Testimony, {0}").format(language)


def event_words(event: Event) -> str:
    """An event by its type and date."""
    return ", ".join(part for part in (vocabulary.type_word(event.type), date(event.date)) if part)


def times(count: int) -> str:
    """How often."""
    return translate("people", "once") if count == 1 else translate("people", "{0} times").format(count)


def today() -> dt.date:
    """The day from which it is judged who is a minor."""
    return dt.date.today()
