"""All that a case has on record by name, ready to be found in text.

From each entry come its written forms (``aliases``); from each decision "this is …" or "mask it" one more. Which owner a
hit belongs to, and whether it can be decided without asking, is settled here: a form that two entries share is a
question, the longest match wins, and titles go with the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.case import Case, Organization, Person, Place
from app.redaction import aliases, aliases_bodies
from app.redaction.decisions import MASK, Decisions
from app.redaction.finder import Finder, Form, Hit, is_function_word
from app.redaction.initials_beside import InitialsBeside
from app.redaction.near import MOST_OWNERS, NearIndex
from app.redaction.spellings_across import Heard
from app.redaction.spoken_chinese import Spoken

MASKED = "masked:"
NUMBER = "number:"
CONTACT = "contact:"
CASE_CODE = "case:code"

_TITLE_BEFORE = re.compile(
    r"(?<![^\W_\u2e80-\u9fff])(?P<title>"
    + "|".join(sorted(aliases.TITLES, key=len, reverse=True))
    + r")(?:\.[^\S\n]*\n?|[^\S\n]+\n?|\n|-)\Z",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?:\b(?:co|ltd|inc|corp|jr|sr|bros|st)|(?<![^\W_])[A-Z])\Z", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"\s*\Z|\s+[\"“‘'(\[]*[A-Z\u4e00-\u9fff]|\n|\.")
_COURTESY = frozenset("mr mrs ms miss mx dr prof professor auntie uncle chief officer inspector comrade judge".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that belongs to something on record.

    ``owners`` are the entries it may mean, best first; ``ask`` says that a person must decide. ``whole`` says that it is
    a whole registered name, which "safe" never clears.
    """

    start: int
    end: int
    owners: tuple[str, ...]
    ask: bool
    whole: bool = False


class Registry:
    """Finds mentions of everything on record. ``shown`` tells which owners may stand by name."""

    def __init__(
        self,
        case: Case,
        decisions: Decisions,
        shown: Callable[[str], bool],
        common: Callable[[str], bool],
        case_forms: Sequence[Form] | None = None,
    ) -> None:
        """``case_forms`` are those of an earlier registry of the same case, which need not be made again."""
        self._shown = shown
        self._people = frozenset(person.id for person in case.people)
        self._places = frozenset(place.id for place in case.places)
        self._entries = self._people | self._places | {organization.id for organization in case.organizations}
        self._common = common
        self._near: NearIndex | None = None
        self._heard: Heard | None = None
        self._case = case
        self.case_forms: Sequence[Form] = tuple(_case_forms(case, common)) if case_forms is None else case_forms
        forms = list(self.case_forms)
        forms += [form for form in decided_forms(decisions, common) if form.owner in self._entries or ":" in form.owner]
        forms += [turned for form in forms if not shown(form.owner) and (turned := aliases.reversed_forms(form))]
        self.forms: tuple[Form, ...] = tuple(dict.fromkeys(forms))
        self._finder = Finder(self.forms, common)
        self._spoken = Spoken(case)
        self._initials = InitialsBeside(case)

    @property
    def near(self) -> NearIndex:
        """Near-misses of the names that are protected."""
        if self._near is None:
            held = (form for form in self.forms if form.owner in self._entries and not self._shown(form.owner))
            self._near = NearIndex(held, self._common)
        return self._near

    def suggest(self, words: str) -> tuple[str, ...]:
        """Whom words may mean that are asked about: by their letters first, then by their sound elsewhere."""
        if self._heard is None:
            self._heard = Heard(self._case, self._shown)
        return tuple(dict.fromkeys((*self.near.suggest(words), *self._heard.owners(words))))[:MOST_OWNERS]

    def kind_of(self, owner: str) -> str:
        """person, place or organization."""
        return "person" if owner in self._people else "place" if owner in self._places else "organization"

    def mentions(self, text: str) -> list[Mention]:
        """Non-overlapping mentions in order; the longest wins, and no fragment of a protected one is left beside it."""
        candidates = [self._settle(text, hit) for hit in self._finder.find(text)]
        candidates += [Mention(start, end, owners, ask) for start, end, owners, ask in self._spoken.find(text)]
        chosen = _with_titles(text, choose_longest(text, candidates, self._shown))
        chosen = self._initials.taken_along(text, chosen)
        return [self._with_surname(text, mention) for mention in chosen]

    def protected(self) -> tuple[Form, ...]:
        """The forms that must not be in an export.

        A bare "He" or "You" at the start of a line cannot be told from the pronoun in a finished file, where sentences are
        cut into lines and cells; those were asked about in the text, where they could be told. A description ("the tall
        officer") is no name: it is replaced where it stands, but its words may meet by chance. Nor is what is asked about of a
        contact, where it spells a name that may be shown.
        """
        named = {form.key for form in self.forms if self._shown(form.owner)}
        return tuple(
            form
            for form in self.forms
            if not (self._shown(form.owner) or form.described or (form.ask and is_function_word(form.key)))
            and not (form.ask and form.owner.startswith(CONTACT) and form.key in named)
        )

    def shown_texts(self, case: Case) -> tuple[str, ...]:
        """The written names of all that may be shown: a protected form inside one of these is no leak."""
        entries: tuple[Person | Place | Organization, ...] = (*case.people, *case.places, *case.organizations)
        return tuple(name.text for entry in entries if self._shown(entry.id) for name in entry.names)

    def collides(self, substitute: str) -> bool:
        """Whether a substitute reads as something on record."""
        return any(
            (form.whole and form.owner in self._people)
            or not (self._shown(form.owner) or (form.ask and is_function_word(form.key)))
            for hit in self._finder.find(substitute)
            for form in hit.forms
            if not form.near and not form.described and not form.owner.startswith(MASKED)
        )

    def _settle(self, text: str, hit: Hit) -> Mention:
        owners = tuple(dict.fromkeys(form.owner for form in sorted(hit.forms, key=_strength)))
        masked = [owner for owner in owners if owner.startswith(MASKED)]
        if masked:  # an explicit decision about this very text
            return Mention(hit.start, hit.end, (masked[0],), ask=False)
        if entries := tuple(owner for owner in owners if owner in self._entries):
            owners = entries  # "wanglijun" is the name before it is the front of a mail address
        if self._only_place(hit):
            owners = tuple(dict.fromkeys(form.owner for form in hit.forms if form.whole))
        sure = tuple(dict.fromkeys(form.owner for form in hit.forms if not form.ask and form.owner in owners))
        ask = len(sure) != 1 or len(owners) > 1
        if ask and len(owners) == 1 and all(form.capital for form in hit.forms):
            title = _title_start(text, hit.start)
            ask = title is None or title[1] not in _COURTESY
        end = _abbreviation_end(text, hit.start, hit.end)
        return Mention(hit.start, end, owners, ask, any(form.whole for form in hit.forms))

    def _with_surname(self, text: str, mention: Mention) -> Mention:
        """A Chinese surname before what is left of the name goes with it, also where another of its sound is typed: 沉国伟."""
        start = mention.start - 1
        if start < 0 or mention.whole or text[start] < "\u3400":
            return mention
        alike = any(self._spoken.is_surname(text[start], owner) for owner in mention.owners)
        return replace(mention, start=start) if alike else mention

    def _only_place(self, hit: Hit) -> bool:
        """A place's whole name beats the same words as what is left of another place's name."""
        whole = {form.owner for form in hit.forms if form.whole}
        return len(whole) == 1 and all(form.owner in self._places for form in hit.forms)


def choose_longest(text: str, candidates: Sequence[Mention], shown: Callable[[str], bool]) -> list[Mention]:
    """Settle overlaps: longest first, then earliest. A protected name that sticks out of a chosen one is taken along.

    Whatever else is chosen, no letter of a sure and protected candidate stays outside.
    """
    chosen: list[Mention] = []
    taken = bytearray(len(text))
    leftover = []
    for mention in sorted(candidates, key=lambda m: (-_size(text, m), m.start, m.ask)):
        if any(taken[mention.start : mention.end]):
            leftover.append(mention)
            continue
        taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
        chosen.append(mention)
    for mention in leftover:
        if mention.ask or all(map(shown, mention.owners)):
            continue
        bare = [i for i in range(mention.start, mention.end) if not taken[i] and text[i].isalnum()]
        if not bare:
            continue
        for index, other in enumerate(chosen):
            if other.start < mention.end and mention.start < other.end:
                wider = replace(other, start=min(other.start, mention.start), end=max(other.end, mention.end))
                if any(shown(owner) for owner in other.owners):
                    wider = replace(wider, owners=(*mention.owners, *other.owners), ask=True)
                clear = all(c is other or c.end <= wider.start or wider.end <= c.start for c in chosen)
                if clear:
                    chosen[index] = wider
                    taken[wider.start : wider.end] = b"\x01" * (wider.end - wider.start)
                    break
        else:
            for start, end in _runs(bare):
                chosen.append(replace(mention, start=start, end=end))
                taken[start:end] = b"\x01" * (end - start)
    return sorted(chosen, key=lambda m: m.start)


def _size(text: str, mention: Mention) -> int:
    """The length of a mention without its gaps: of two orders of one name in a row the first wins."""
    piece = text[mention.start : mention.end]
    return len(piece) if piece.isalnum() else sum(map(str.isalnum, piece))


def _runs(places: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The stretches that places in order make up."""
    start = 0
    for index, place in enumerate(places):
        if index + 1 == len(places) or places[index + 1] != place + 1:
            yield places[start], place + 1
            start = index + 1


def _with_titles(text: str, chosen: Sequence[Mention]) -> list[Mention]:
    """Titles before a name go with it, unless they are part of another one ("Will Young. Shen came")."""
    out: list[Mention] = []
    for mention in chosen:
        begins = out[-1].end if out else 0
        if not mention.owners[0].startswith((NUMBER, CONTACT, MASKED)):
            title = _title_start(text, mention.start, begins)
            if title is not None:
                mention = replace(mention, start=title[0])
        out.append(mention)
    return out


def _strength(form: Form) -> tuple[bool, bool, bool]:
    return (form.near, form.ask, not form.whole)


def _title_start(text: str, start: int, least: int = 0) -> tuple[int, str] | None:
    """Where titles before a name begin, not before ``least``, and the last of them: "the Chief Shen" → at "Chief"."""
    word = ""
    begin = start
    for _ in range(2):
        before = text[max(0, begin - 14) : begin]
        match = _TITLE_BEFORE.search(before)
        if match is None:
            break
        title = match["title"]
        low = title.lower()
        if not (title[0].isupper() or low in ("mr", "mrs", "ms", "xiao", "lao", "auntie", "uncle")):
            break
        if begin - len(before) + match.start() < least:
            break
        begin -= len(before) - match.start()
        word = word or low
    return (begin, word) if word else None


def _abbreviation_end(text: str, start: int, end: int) -> int:
    """The point of "Co., Ltd." or "Jr." belongs to the name, unless a sentence ends with it."""
    if text[end : end + 1] == "." and _ABBREVIATION.search(text[start:end]) and not _NEW_SENTENCE.match(text, end + 1):
        return end + 1
    return end


def _case_forms(case: Case, common: Callable[[str], bool]) -> Iterable[Form]:
    written: Iterable[aliases.Written]
    for person in case.people:
        for name in person.names:
            written = aliases.person_forms(name.text, name.kind)
            yield from _owned(written, person.id, common)
        for contact in person.contacts:
            yield from _number(contact.value, CONTACT + person.id, phone=contact.kind == "phone")
            for part in aliases_bodies.contact_parts(contact.value, contact.kind):
                yield from _owned((part,), CONTACT + person.id, common)
        for identifier in person.identifiers:
            yield from _number(identifier.value, NUMBER + person.id)
    yield from _place_forms(case, common)
    for organization in case.organizations:
        for name in organization.names:
            yield from _owned(aliases_bodies.organization_forms(name.text), organization.id, common)
    for event in case.events:
        for key, value in event.fields.items():
            if key in ("a_number", "reference", "warrant_number") and isinstance(value, str):
                yield from _number(value, NUMBER + event.id)
            elif key == "safe_contact" and isinstance(value, str):
                yield from _number(value, CONTACT + event.id)
    for code in aliases.to_forms(aliases.Written((case.case.code,), whole=True), CASE_CODE, common):
        yield replace(code, ask=False)


def _place_forms(case: Case, common: Callable[[str], bool]) -> Iterable[Form]:
    """Forms of places. What is left of "Linhai County Guesthouse" without its ending is the county, not the house."""
    forms = {
        place.id: [f for name in place.names for f in _owned(aliases_bodies.place_forms(name.text), place.id, common)]
        for place in case.places
    }
    within = {place.id: place.within for place in case.places}
    for place in case.places:
        above, larger = place.within, set[str]()
        while above is not None:
            larger.update(form.key for form in forms[above])
            above = within[above]
        yield from (form for form in forms[place.id] if form.whole or form.key not in larger)


def _number(value: str, owner: str, phone: bool = False) -> Iterable[Form]:
    form = aliases.number_form(value, owner)
    if form is None:
        return
    yield form
    digits = form.key
    if phone and digits.isdigit() and len(digits) > 10:
        for national in {digits[2:], digits[-11:], digits[-10:]} - {digits}:
            if len(national) >= 9:
                yield replace(form, key=national, breaks=frozenset(range(1, len(national))))


def _owned(written: Iterable[aliases.Written], owner: str, common: Callable[[str], bool]) -> Iterable[Form]:
    for one in written:
        yield from aliases.to_forms(one, owner, common)


def decided_forms(decisions: Decisions, common: Callable[[str], bool]) -> Iterable[Form]:
    """The forms that decisions bring: what is masked everywhere, and what somebody on record is also called."""
    for decision in decisions.general():
        if decision.as_ == MASK:
            owner = MASKED + (decision.masked_kind or "other")
        elif decision.entry_kind:
            owner = decision.as_
        else:
            continue
        for form in aliases.to_forms(aliases.Written((decision.text,)), owner, common):
            yield replace(form, ask=False)
