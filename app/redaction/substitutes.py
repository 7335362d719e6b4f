"""What stands instead of a person, place or organization: a code, a descriptor, a public name, or nothing.

Codes follow neither the alphabet nor the importance of the real names: their order is that of a hash over profile and
entry id, and a code once given in a profile is kept. Substitutes are made from the structure of the case alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain import dates as edtf
from app.domain.case import Case, Disclose, Organization, Person, Place
from app.redaction.countries import in_running_text
from app.redaction.profiles import Profile
from app.redaction.words import words

NAME, CODE, DESCRIPTOR, OMIT = "name", "code", "descriptor", "omit"
ADULT_YEARS = 18
_ROLE_ORDER = (
    "witness", "relative", "friend", "colleague", "lawyer", "interpreter", "advocate", "journalist", "expert",
    "official", "threatener", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Substitute:
    """``style``: name code descriptor omit. ``text`` stands in lists and tables; in running text ``grammar`` fits it."""

    style: str
    text: str = field(repr=False)
    description: str | None = None


class Substitutes:
    """The substitutes of a whole case under one profile.

    ``kept`` are the codes given in earlier exports under this profile; ``codes`` is what is to be kept from now on.
    ``dated`` is the day on which it is judged who is a minor.
    """

    def __init__(self, case: Case, profile: Profile, language: str, kept: Mapping[str, str], dated: date) -> None:
        self._case = case
        self._profile = profile
        self._language = language
        self._words = words(language)
        self._dated = dated
        self._places = {place.id: place for place in case.places}
        self._granted = frozenset(c.person for c in case.consents if c.identity != "none" and c.withdrawn_on is None)
        self._styles: dict[str, str] = {}
        self._code_words: dict[str, str] = {}
        for person in case.people:
            self._styles[person.id] = self._person_style(person)
            self._code_words[person.id] = self._person_code_word(person)
        for organization in case.organizations:
            self._styles[organization.id] = self._organization_style(organization)
            self._code_words[organization.id] = self._organization_code_word(organization)
        for place in case.places:
            self._styles[place.id] = NAME if self.place_shown(place) else CODE if profile.place_codes else DESCRIPTOR
            self._code_words[place.id] = self._words["place_code"][place.kind or "other"]
        coded = [entry for entry, style in self._styles.items() if style in (CODE, DESCRIPTOR)]
        self.codes = assign_codes(profile.key, {e: self._code_words[e] for e in coded}, kept, self._general())
        self._by_id = {
            **{p.id: self._person(p) for p in case.people},
            **{o.id: self._organization(o) for o in case.organizations},
            **{p.id: self._place(p) for p in case.places},
        }

    def __getitem__(self, entry_id: str) -> Substitute:
        return self._by_id[entry_id]

    def shown(self, owner: str) -> bool:
        """Whether an owner of forms stands under its own name in this profile."""
        if owner in self._styles:
            return self._styles[owner] == NAME
        if owner == "case:code":
            return self._profile.case_code
        if self._profile.client_identifiers and owner.startswith("number:"):
            return self._styles.get(owner.removeprefix("number:")) == NAME
        return False

    def is_minor(self, person: Person) -> bool:
        """Whether a person may be under 18 on the day of the export."""
        if person.born is None:
            return False
        latest = edtf.parse(person.born).latest
        if latest is None:
            return False
        return self._dated < _birthday(latest, ADULT_YEARS)

    def is_client(self, person: Person) -> bool:
        """Whether a person is the one whose case it is."""
        return "witness" in person.roles

    def place_shown(self, place: Place) -> bool:
        """Whether a place stands by name."""
        return bool(place.public) or self._profile.shows_place_kind(place.kind)

    def shown_ancestor(self, place: Place) -> Place | None:
        """The nearest larger place on record that stands by name."""
        above = self._places.get(place.within or "")
        while above is not None and not self.place_shown(above):
            above = self._places.get(above.within or "")
        return above

    def primary_name(self, entry: Person | Place | Organization) -> str:
        """The name under which something public is shown: the first one in letters of the report's language."""
        own = str.isascii if self._language == "en" else _is_han
        named = [n.text for n in entry.names if own(n.text[:1]) and n.kind != "description"]
        return (named or [entry.names[0].text])[0]

    def _in(self, place: Place) -> str:
        return in_running_text(self.primary_name(place), self._language)

    def chosen_texts(self) -> Iterable[tuple[str, str, str]]:
        """``(entry id, path, text)`` of every substitute whose words were typed by somebody and are used here."""
        for index, person in enumerate(self._case.people):
            yield from self._chosen(person.id, f"people[{index}].disclose.text", person.disclose)
        for index, organization in enumerate(self._case.organizations):
            yield from self._chosen(organization.id, f"organizations[{index}].disclose.text", organization.disclose)

    def _chosen(self, entry_id: str, where: str, disclose: Disclose | None) -> Iterable[tuple[str, str, str]]:
        substitute = self._by_id[entry_id]
        typed = disclose.text.strip().strip("[]") if disclose and disclose.text else None
        if typed and substitute.style in (CODE, DESCRIPTOR) and typed in substitute.text:
            yield entry_id, where, typed

    def used_texts(self) -> Iterable[tuple[str, str]]:
        """``(entry id, text)`` of every substitute that is not a name, for the test of collisions."""
        for entry_id, substitute in self._by_id.items():
            if substitute.style in (CODE, DESCRIPTOR):
                yield entry_id, substitute.text

    def _person_style(self, person: Person) -> str:
        profile = self._profile
        chosen = person.disclose.as_ if person.disclose else None
        if person.public_figure:
            return OMIT if chosen == OMIT else NAME if "public-figure" in profile.named else CODE
        if chosen == OMIT:
            return OMIT
        if "client" in profile.named and self.is_client(person):
            return NAME
        if self.is_minor(person) and profile.key != "counsel":
            return DESCRIPTOR if profile.descriptors == "always" else CODE
        if chosen == NAME and "chosen" in profile.named:
            return NAME
        if profile.descriptors == "always":
            return DESCRIPTOR
        if self.only_relation(person):
            return DESCRIPTOR if profile.descriptors != "never" else CODE
        if chosen == DESCRIPTOR and profile.descriptors == "chosen":
            return DESCRIPTOR
        return CODE

    def only_relation(self, person: Person) -> bool:
        """A relative at risk without a grant of their own, outside counsel: no more than the relation is shown."""
        return (
            self._profile.relatives_need_grant
            and "relative" in person.roles
            and bool(person.at_risk)
            and person.id not in self._granted
        )

    def _general(self) -> frozenset[str]:
        """The words of roles and kinds: they are numbered from the first on. Words chosen for one entry are not."""
        groups = ("code", "organization_code", "place_code")
        return frozenset(str(word) for group in groups for word in self._words[group].values()) - {
            str(self._words["code"]["witness"])
        }

    def _role(self, person: Person) -> str:
        return next((role for role in _ROLE_ORDER if role in person.roles), "other")

    def _person_code_word(self, person: Person) -> str:
        disclose = person.disclose
        minor = self.is_minor(person) and self._profile.key != "counsel"
        if disclose and disclose.as_ == CODE and disclose.text and not minor:
            return disclose.text.strip().strip("[]")
        return str(self._words["code"][self._role(person)])

    def _person(self, person: Person) -> Substitute:
        style = self._styles[person.id]
        if style == NAME:
            return Substitute(NAME, self.primary_name(person))
        if style == OMIT:
            return Substitute(OMIT, self._words["masked"]["omitted"])
        if style == CODE:
            return Substitute(CODE, self.codes[person.id])
        disclose = person.disclose
        plain = self.only_relation(person) or (self.is_minor(person) and self._profile.key != "counsel")
        if disclose and disclose.as_ == DESCRIPTOR and disclose.text and not plain:
            return Substitute(DESCRIPTOR, disclose.text.strip())
        return Substitute(DESCRIPTOR, self._default_descriptor(person))

    def _default_descriptor(self, person: Person) -> str:
        table = self._words["descriptor"]
        role = self._role(person)
        if role in ("lawyer", "interpreter", "advocate") and "representation" in self._profile.leave_out:
            role = "other"
        if role == "witness" and sum(self.is_client(p) for p in self._case.people) > 1:
            role = "other"
        descriptor = str(table[role])
        country = self._country_of(person)
        if role == "relative" and country:
            return str(table["in_country"].format(descriptor=descriptor, country=country))
        return descriptor

    def _country_of(self, person: Person) -> str | None:
        place = self._places.get(person.lives_in or "")
        while place is not None and place.kind != "country":
            place = self._places.get(place.within or "")
        return self._in(place) if place is not None else None

    def _organization_style(self, organization: Organization) -> str:
        chosen = organization.disclose.as_ if organization.disclose else None
        if chosen == OMIT:
            return OMIT
        if organization.public:
            return NAME
        if self._profile.descriptors == "always":
            return DESCRIPTOR
        if chosen == DESCRIPTOR and self._profile.descriptors == "chosen":
            return DESCRIPTOR
        return CODE

    def _organization_code_word(self, organization: Organization) -> str:
        disclose = organization.disclose
        if disclose and disclose.as_ == CODE and disclose.text:
            return disclose.text.strip().strip("[]")
        return str(self._words["organization_code"][organization.kind or "other"])

    def _organization(self, organization: Organization) -> Substitute:
        style = self._styles[organization.id]
        if style == NAME:
            return Substitute(NAME, self.primary_name(organization))
        if style == OMIT:
            return Substitute(OMIT, self._words["masked"]["omitted"])
        if style == CODE:
            return Substitute(CODE, self.codes[organization.id])
        disclose = organization.disclose
        if disclose and disclose.as_ == DESCRIPTOR and disclose.text:
            return Substitute(DESCRIPTOR, disclose.text.strip())
        return Substitute(DESCRIPTOR, self._words["organization_descriptor"][organization.kind or "other"])

    def _place(self, place: Place) -> Substitute:
        if self._styles[place.id] == NAME:
            return Substitute(NAME, self.primary_name(place))
        description = self._words["place"][place.kind or "other"]
        above = self.shown_ancestor(place)
        if above is not None:
            description = self._words["place"]["within"].format(place=description, within=self._in(above))
        if self._styles[place.id] == CODE:
            return Substitute(CODE, self.codes[place.id], description)
        return Substitute(DESCRIPTOR, description)


def assign_codes(
    profile: str, code_words: Mapping[str, str], kept: Mapping[str, str], numbered: frozenset[str] = frozenset()
) -> dict[str, str]:
    """Give each entry its code in square brackets.

    ``code_words`` maps entry ids to the word of their code. Entries with a kept code keep it; the others follow in the
    order of a hash over profile and entry id. A word that one entry alone has needs no number ("[Witness]"), unless it is
    one of ``numbered``, the words that a case can always have more of.
    """
    codes = {entry: code for entry, code in kept.items() if entry in code_words}
    used: dict[str, int] = {}
    for code in kept.values():
        match = re.fullmatch(r"\[(.+?)(?: (\d+))?\]", code)
        if match:
            used[match[1]] = max(used.get(match[1], 0), int(match[2] or 1))
    new = sorted(
        (entry for entry in code_words if entry not in codes),
        key=lambda entry: (hashlib.sha256(f"{profile}\0{entry}".encode()).digest(), entry),
    )
    counts: dict[str, int] = {}
    for word in code_words.values():
        counts[word] = counts.get(word, 0) + 1
    for entry in new:
        word = code_words[entry]
        used[word] = used.get(word, 0) + 1
        alone = word not in numbered and counts[word] == 1 and used[word] == 1
        codes[entry] = f"[{word}]" if alone else f"[{word} {used[word]}]"
    return codes


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def _birthday(born: date, years: int) -> date:
    try:
        return born.replace(year=born.year + years)
    except ValueError:  # 29 February
        return date(born.year + years, 3, 1)
