"""The people, places and organizations of a case as the window lists, names and relates them. Pure functions on a ``Case``.

What is said here is said in ids, names and keys; the window has the words. Where a text mentions whom, and what stands for
whom in exports, is longer work and stands in ``app.services.survey``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.domain.case import Case, Organization, Person, Place
from app.domain.vocabulary import COUNTRIES, PLACE_KINDS
from app.redaction.countries import country_name, in_running_text
from app.redaction.fold import fold_char, squeezed

PEOPLE, PLACES, ORGANIZATIONS = "people", "places", "organizations"
KINDS = (PEOPLE, PLACES, ORGANIZATIONS)
Entry = Person | Place | Organization


def entries(case: Case, kind: str) -> Sequence[Entry]:
    """All entries of one kind, in the order in which they were recorded."""
    held: Mapping[str, Sequence[Entry]] = {PEOPLE: case.people, PLACES: case.places, ORGANIZATIONS: case.organizations}
    return held[kind]


def entry(case: Case, entry_id: str | None) -> Entry | None:
    """One entry by id; ``None`` if there is none."""
    return next((one for kind in KINDS for one in entries(case, kind) if one.id == entry_id), None) if entry_id else None


def kind_of(one: Entry) -> str:
    """people, places or organizations."""
    return PEOPLE if isinstance(one, Person) else PLACES if isinstance(one, Place) else ORGANIZATIONS


# --- names ---


def first_name(one: Entry) -> str:
    """The name shown: the first on record."""
    return one.names[0].text if one.names else ""


def other_script(one: Entry) -> str:
    """The first spelling in another script than the name shown; empty if there is none."""
    first = script(first_name(one))
    return next((name.text for name in one.names[1:] if script(name.text) != first), "")


def written(one: Entry) -> str:
    """The name shown with its other script: "Shen Guoliang 沈国良"."""
    return " ".join(part for part in (first_name(one), other_script(one)) if part)


def script(text: str) -> str:
    """Which script most letters of a text are in: latin han arabic tibetan cyrillic other; "" without letters."""
    counts = Counter(_script_of(char) for char in text if char.isalpha())
    return counts.most_common(1)[0][0] if counts else ""


def _script_of(char: str) -> str:
    code = ord(char)
    if code < 0x250 or 0x1E00 <= code < 0x1F00 or 0xFF21 <= code <= 0xFF5A:
        return "latin"
    for name, first, last in (
        ("cyrillic", 0x400, 0x52F),
        ("arabic", 0x600, 0x8FF),
        ("tibetan", 0xF00, 0xFFF),
        ("arabic", 0xFB50, 0xFEFC),
        ("han", 0x2E80, 0x9FFF),
        ("han", 0xF900, 0xFAFF),
        ("han", 0x20000, 0x3FFFF),
    ):
        if first <= code <= last:
            return name
    return "other"


def likely_language(text: str) -> str:
    """The language a spelling is most likely in, where its script leaves little doubt; "" otherwise."""
    found = script(text)
    if found == "tibetan":
        return "bo"
    if found == "han":
        return "zh-Hant" if any(fold_char(char) != char for char in text if _script_of(char) == "han") else "zh-Hans"
    return ""


# --- the list ---


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list. ``relation`` (to ``to``), ``role`` and ``place`` are what may be said beside the name.

    ``keys`` are its folded spellings.
    """

    kind: str
    id: str
    name: str = field(repr=False)
    other: str = field(repr=False)
    relation: str = field(default="", repr=False)
    role: str = ""
    sort: str = ""
    place: str = field(default="", repr=False)
    at_risk: bool = False
    keys: tuple[str, ...] = field(default=(), repr=False)


def folded(text: str) -> str:
    """A spelling as it is compared: its letters and digits, folded."""
    return squeezed(text)


def listing(case: Case) -> tuple[Listed, ...]:
    """Every entry as a row, people first; made once for each value of a case."""
    names = {place.id: first_name(place) for place in case.places}
    out = []
    for kind in KINDS:
        for one in entries(case, kind):
            keys = tuple(dict.fromkeys(key for name in one.names if (key := squeezed(name.text))))
            row = Listed(kind, one.id, first_name(one), other_script(one), keys=keys)
            if isinstance(one, Person):
                said = (one.relation.as_ or "") if one.relation else ""
                role = "witness" if "witness" in one.roles else one.roles[0] if one.roles else ""
                row = Listed(kind, one.id, row.name, row.other, said, role, at_risk=bool(one.at_risk), keys=keys)
            else:
                place = names.get(one.within or "", "") if isinstance(one, Place) else ""
                row = Listed(kind, one.id, row.name, row.other, sort=one.kind or "", place=place, keys=keys)
            out.append(row)
    return tuple(out)


def matching(rows: Iterable[Listed], typed: str) -> tuple[Listed, ...]:
    """The rows with a spelling that holds what was typed: in any case, any order of its words, with or without accents,
    simplified or traditional."""
    whole = squeezed(typed)
    if not whole:
        return tuple(rows)
    parts = [part for word in typed.split() if (part := squeezed(word))]
    return tuple(
        row for row in rows if any(whole in key for key in row.keys) or any(all(p in key for p in parts) for key in row.keys)
    )


# --- who somebody is, and to whom they are tied ---


@dataclass(frozen=True, slots=True)
class Who:
    """Who a person is: ``relation`` to another person (``to``; ``to_client``: the witness), role, country lived in."""

    client: bool
    relation: str = field(default="", repr=False)
    to: str = field(default="", repr=False)
    to_client: bool = False
    role: str = ""
    country: str = field(default="", repr=False)


def who(case: Case, person: Person) -> Who:
    """The facts behind "brother of the witness, in China"."""
    other = entry(case, person.relation.to) if person.relation else None
    return Who(
        client="witness" in person.roles,
        relation=(person.relation.as_ or "") if person.relation else "",
        to=first_name(other) if other else "",
        to_client=isinstance(other, Person) and "witness" in other.roles,
        role=next((role for role in person.roles), ""),
        country=next(
            (
                in_running_text(first_name(place), "en")
                for place in larger_places(case, person.lives_in)
                if place.kind == "country"
            ),
            "",
        ),
    )


def larger_places(case: Case, place_id: str | None) -> tuple[Place, ...]:
    """A place and those it lies in, smallest first."""
    known = {place.id: place for place in case.places}
    out: list[Place] = []
    at = known.get(place_id or "")
    while at is not None and at not in out:
        out.append(at)
        at = known.get(at.within or "")
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between the entry that is looked at and another one.

    ``kind``: relation (``word`` as recorded), risk (``outward``: the entry is at risk from the other), lives, within,
    part (both had a part in ``count`` events; ``word`` is that of the organization). ``outward`` says that the line
    is told of the entry itself: "brother of …", "lives in …".
    """

    kind: str
    other: str = field(repr=False)
    word: str = field(default="", repr=False)
    outward: bool = True
    count: int = 1


def ties(case: Case, entry_id: str) -> tuple[Tie, ...]:
    """Everything that ties an entry to others: what it says of them first, then what they say of it."""
    out: list[Tie] = []
    for person in case.people:
        mine = person.id == entry_id
        for kind, other, word in _told_of(person):
            if mine and other != entry_id:
                out.append(Tie(kind, other, word))
            elif other == entry_id and not mine:
                out.append(Tie(kind, person.id, word, outward=False))
    for place in case.places:
        if place.within and place.id == entry_id:
            out.append(Tie("within", place.within))
        elif place.within == entry_id:
            out.append(Tie("within", place.id, outward=False))
    out.sort(key=lambda tie: not tie.outward)
    return (*dict.fromkeys(out), *_parts(case, entry_id))


def _told_of(person: Person) -> Iterable[tuple[str, str, str]]:
    if person.relation and person.relation.to:
        yield "relation", person.relation.to, person.relation.as_ or ""
    for risk in person.at_risk:
        if risk.from_:
            yield "risk", risk.from_, ""
    if person.lives_in:
        yield "lives", person.lives_in, ""


def _parts(case: Case, entry_id: str) -> Iterable[Tie]:
    """People and organizations that had a part in the same events."""
    counts: Counter[tuple[str, str]] = Counter()
    for event in case.events:
        bodies = {part.organization: part.as_ or "" for part in event.organizations}
        people = {part.person for part in event.people}
        if entry_id in bodies:
            counts.update((person, bodies[entry_id]) for person in people)
        elif entry_id in people:
            counts.update(bodies.items())
    for (other, word), count in counts.most_common():
        yield Tie("part", other, word, outward=entry_id not in {o.id for o in case.organizations}, count=count)


# --- countries ---


@lru_cache(maxsize=1)
def countries() -> tuple[tuple[str, str], ...]:
    """Codes and names of all countries, by name. The first call reads a large table: not for the window's thread."""
    return tuple(sorted(((code, country_name(code, "en") or code) for code in COUNTRIES), key=lambda pair: pair[1]))


def can_lie_in(case: Case, place_id: str | None, kind: str | None) -> tuple[Place, ...]:
    """The places within which a place may lie: not itself, none that lies within it, none smaller than it."""
    smallest = PLACE_KINDS.index(kind) if kind in PLACE_KINDS else -1
    return tuple(
        place
        for place in case.places
        if all(above.id != place_id for above in larger_places(case, place.id))
        and (place.kind not in PLACE_KINDS or PLACE_KINDS.index(place.kind) >= smallest)
    )
