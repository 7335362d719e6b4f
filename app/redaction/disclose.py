"""The only door out: a case, a profile and the decisions become a disclosed view.

Pure. What is built here is built from what may be disclosed; nothing is painted over. The parts of the view have files of
their own (``disclose_people``, ``disclose_events``, ``disclose_testimony``); all of them see a case through one
``Redactor`` and one set of ``Substitutes``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.case import Case, Testimony
from app.domain.forms import Forms
from app.redaction.choices import Choices
from app.redaction.consent import ConsentView, consent_view, outside_scope, refused_purposes
from app.redaction.countries import country_name
from app.redaction.decisions import MASK, Decision, Decisions, merge
from app.redaction.disclose_events import disclose_documents, disclose_events
from app.redaction.disclose_people import disclose_organizations, disclose_people, disclose_places, reason_line
from app.redaction.disclose_testimony import chosen_testimonies, disclose_testimonies
from app.redaction.disclosed import Disclosed
from app.redaction.finder import Form
from app.redaction.fold import squeezed
from app.redaction.granularity import disclose_date
from app.redaction.profiles import Profile
from app.redaction.redactor import Question, Redactor
from app.redaction.registry import Registry
from app.redaction.substitutes import NAME, Substitutes
from app.redaction.topics import speaks_of
from app.redaction.trace import NOTHING_KNOWN, Known, TextTrace

__all__ = ["Choices", "Desk", "Disclosure", "disclose"]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The view, and what stands between it and its release.

    ``questions`` are undecided; ``collisions`` the entries whose substitute reads as something on record; ``codes`` are to
    be kept with the case; ``protected`` and ``allowed`` are for the release check. For whoever reviews what became of each
    text: ``traces``, ``registry``, ``substitutes``, and ``numbers``, under which events, exhibits and testimonies stand.
    """

    view: Disclosed = field(repr=False)
    questions: tuple[Question, ...]
    collisions: tuple[str, ...]
    consent: ConsentView
    codes: Mapping[str, str]
    protected: tuple[Form, ...] = field(repr=False)
    allowed: tuple[str, ...] = field(repr=False)
    testimonies: tuple[Testimony, ...] = field(repr=False)
    traces: tuple[TextTrace, ...] = field(repr=False)
    registry: Registry = field(repr=False)
    substitutes: Substitutes = field(repr=False)
    numbers: Mapping[str, int]


class Desk:
    """What every part of the view is made with: the case, the rules, and the one redactor."""

    def __init__(
        self,
        case: Case,
        profile: Profile,
        decisions: Decisions,
        kept_codes: Mapping[str, str],
        forms: Forms,
        choices: Choices,
        common: Callable[[str], bool],
        earlier: Known = NOTHING_KNOWN,
        tick: Callable[[int], None] = lambda _size: None,
    ) -> None:
        self.case = case
        self.profile = profile
        self.forms = forms
        self.choices = choices
        self.language = choices.language
        self.leave_out = tuple(topic for topic in profile.leave_out if topic not in choices.include)
        self.substitutes = Substitutes(case, profile, choices.language, kept_codes, choices.dated)
        self.registry = Registry(case, decisions, self.substitutes.shown, common, earlier.case_forms)
        self.people = {person.id: person for person in case.people}
        self.places = {place.id: place for place in case.places}
        self.organizations = {organization.id: organization for organization in case.organizations}
        self.event_numbers: Mapping[str, int] | None = None  # by id, once they have been put in order
        needed = {field.consent for key in forms.types for field in forms.fields_of(key) if field.consent}
        self.refused = refused_purposes(case, profile, choices.dated, needed)  # the fields that need them stay out
        self.outside = outside_scope(case, profile, self.substitutes, choices.dated)
        chosen = chosen_testimonies(case, choices.testimonies, choices.language)
        self.testimonies = tuple(testimony for testimony in chosen if testimony.id not in self.outside)
        by_id = set(choices.testimonies) & self.outside
        self.not_agreed = tuple(dict.fromkeys(t.person for t in chosen if t.id in by_id))
        self.redactor = Redactor(
            self.registry,
            self.substitutes,
            profile,
            decisions,
            language=choices.language,
            leave_out=self.leave_out,
            counsel=tuple(self._representatives()),
            entry_kind=self.entry_kind,
            ancestors=self._ancestors,
            mask_open=choices.mask_undecided,
            common=common,
            earlier=earlier.texts,
            tick=tick,
        )

    def text(self, where: str, text: str | None, lang: str | None = None) -> str | None:
        """A text as it may be read; ``None`` where there is none."""
        return None if text is None else self.redactor.text(where, text, lang or self.language)

    def entry(self, entry_id: str | None) -> str | None:
        """What stands for an entry; ``None`` for no entry and for one that is omitted."""
        if entry_id is None or self.substitutes[entry_id].style == "omit":
            return None
        return self.redactor.entry(entry_id)

    def date(self, text: str | None) -> str | None:
        """A printed date at the profile's granularity."""
        disclosed = disclose_date(text, self.profile.dates, self.language)
        return disclosed.text if disclosed else None

    def entry_kind(self, owner: str) -> str | None:
        """person, place or organization; ``None`` for anything else."""
        if owner in self.people:
            return "person"
        if owner in self.places:
            return "place"
        return "organization" if owner in self.organizations else None

    def represents(self, person_id: str) -> bool:
        """Whether a person acts for the client, which a profile may leave out."""
        person = self.people[person_id]
        engagement = self.case.case.engagement
        return "lawyer" in person.roles or bool(engagement and engagement.counsel == person_id)

    def _representatives(self) -> Iterable[str]:
        for person_id in self.people:
            if self.represents(person_id):
                substitute = self.substitutes[person_id]
                yield substitute.text
                if substitute.style == NAME:
                    yield from (part for part in substitute.text.split() if len(part) > 2)

    def _ancestors(self, place_id: str) -> tuple[str, ...]:
        chain = []
        above = self.places[place_id].within
        while above is not None and above not in chain:
            chain.append(above)
            above = self.places[above].within
        return tuple(chain)


def disclose(
    case: Case,
    profile: Profile,
    decisions: Sequence[Decision],
    kept_codes: Mapping[str, str],
    forms: Forms,
    choices: Choices,
    common: Callable[[str], bool],
    earlier: Known = NOTHING_KNOWN,
    tick: Callable[[int], None] = lambda _size: None,
) -> Disclosure:
    """Build the view of a case under a profile.

    ``common`` tells everyday words from names. With ``choices.mask_undecided`` what is open is masked everywhere it
    stands, not only where it was noticed. ``earlier`` is what an earlier walk over the case found that
    still holds (``app.redaction.again``); ``tick`` is told the length of each text that is done, and may raise. Raises
    ``UnknownChoice`` and ``UnknownTestimony``.
    """
    choices = choices.settled(case)
    desk, view, exhibits = _draw(case, profile, decisions, kept_codes, forms, choices, common, earlier, tick)
    if choices.mask_undecided and desk.redactor.trail.questions:
        decisions = merge(decisions, _masks(desk.redactor.trail.questions))
        desk, view, exhibits = _draw(case, profile, decisions, kept_codes, forms, choices, common, NOTHING_KNOWN, tick)
    trail = desk.redactor.trail
    collisions = _collisions(desk)
    consent = consent_view(case, profile, desk.testimonies, desk.substitutes, choices.dated, desk.not_agreed)
    return Disclosure(
        view=replace(view, consent_purposes=consent.purposes),
        questions=() if choices.mask_undecided else tuple(dict.fromkeys(trail.questions)),
        collisions=tuple(dict.fromkeys(collisions)),
        consent=consent,
        codes=desk.substitutes.codes,
        protected=(*desk.registry.protected(), *desk.redactor.masked_forms()),
        allowed=(
            *desk.registry.shown_texts(case),
            *sorted(trail.safe),
            *sorted(trail.dates),
            *(text for entry, text in desk.substitutes.used_texts() if entry in trail.mentioned),
        ),
        testimonies=desk.testimonies,
        traces=tuple(desk.redactor.traces),
        registry=desk.registry,
        substitutes=desk.substitutes,
        numbers={**(desk.event_numbers or {}), **exhibits, **{t.id: n for n, t in enumerate(desk.testimonies, 1)}},
    )


def _collisions(desk: Desk) -> list[str]:
    """The entries for which something stands that must not: a form on record, a number, a name that was never decided."""
    mentioned = desk.redactor.trail.mentioned
    found = [e for e, text in desk.substitutes.used_texts() if e in mentioned and desk.registry.collides(text)]
    for entry, where, text in desk.substitutes.chosen_texts():
        if entry in mentioned and desk.redactor.gives_away(where, text):
            found.append(entry)
    return found


def _masks(questions: Iterable[Question]) -> list[Decision]:
    """Mask decisions for what is open. What two entries share can be masked only mention by mention."""
    masks = []
    for question in questions:
        if (question.suggests and not question.near) or not squeezed(question.text):
            masks.append(Decision(question.text, MASK, None, question.where, question.start, question.kind))
        elif question.kind in ("person", "place", "organization", "identifier", "contact"):
            masks.append(Decision(question.text, MASK, masked_kind=question.kind))
        else:
            masks.append(Decision(question.text, MASK, None, question.where, question.start, question.kind))
    return masks


def _draw(
    case: Case,
    profile: Profile,
    decisions: Sequence[Decision],
    kept_codes: Mapping[str, str],
    forms: Forms,
    choices: Choices,
    common: Callable[[str], bool],
    earlier: Known,
    tick: Callable[[int], None],
) -> tuple[Desk, Disclosed, Mapping[str, int]]:
    desk = Desk(case, profile, Decisions(decisions), kept_codes, forms, choices, common, earlier, tick)
    engagement = case.case.engagement
    directed = engagement is not None and engagement.counsel is not None
    # where events were chosen, the risks of those alone are told whom the chosen ones mention
    reason = reason_line(desk) if choices.events is None else ""
    documents = disclose_documents(desk)
    events = disclose_events(desk, documents.numbers)
    testimonies = disclose_testimonies(desk)
    exhibits = documents.with_events(desk, events)
    reason = reason or reason_line(desk)
    people = disclose_people(desk)
    view = Disclosed(
        profile=profile.key,
        language=choices.language,
        dated=desk.date(choices.dated.isoformat()) or "",
        legend=_legend(profile, directed),
        reason=reason,
        case_code=case.case.code if profile.case_code else None,
        recipient=choices.recipient if profile.recipient else None,
        jurisdiction=_jurisdiction(desk),
        matters=_matters(desk),
        people=people,
        places=disclose_places(desk),
        organizations=disclose_organizations(desk),
        events=events,
        testimonies=testimonies,
        documents=exhibits,
        withheld=_withheld(desk),
        sections=choices.sections,
        paper=choices.paper,
    )
    return desk, view, documents.numbers


def _legend(profile: Profile, directed: bool) -> str:
    if profile.key == "counsel":
        return "work-product" if directed else "confidential"
    return profile.key


def _jurisdiction(desk: Desk) -> str | None:
    """A country by its code; any other words are free text and pass through redaction."""
    text = desk.case.case.jurisdiction
    name = country_name(text, desk.language)
    return name if name != text else desk.text("case.jurisdiction", text)


def _matters(desk: Desk) -> tuple[str, ...]:
    shown = []
    for index, matter in enumerate(desk.case.case.matters):
        if matter in desk.leave_out or speaks_of(matter, desk.leave_out):
            continue
        shown.append(desk.text(f"case.matters[{index}]", matter) or "")
    return tuple(shown)


def _withheld(desk: Desk) -> tuple[str, ...]:
    """Keys of what this profile leaves out, by its rules and the choices made, never by what the case holds."""
    profile, include = desk.profile, desk.choices.include
    keys = ["names"]
    if profile.dates in ("month", "year"):
        keys.append(f"dates-{profile.dates}")
    keys += ["places", "organizations"]
    if not profile.client_identifiers:
        keys.append("identifiers")
    keys.append("contacts")
    if profile.births == "none":
        keys.append("birth")
    chosen = desk.choices.testimonies
    if chosen == ("none",):
        keys.append("testimony")
    elif chosen != ("all",):
        keys += ["originals", "drafts"]
    if not profile.first_person:
        keys.append("first-person")
    if "sensitive" not in include:
        keys.append("sensitive")
    if "notes" not in include:
        keys.append("notes")
    if "discrepancies" not in include:
        keys.append("discrepancies")
    if desk.leave_out:
        keys.append("topics")
    keys.append("scope")
    if not profile.case_code:
        keys.append("case-code")
    keys.append("choice")
    if not profile.exhibits:
        keys.append("documents-list" if desk.choices.exhibits else "documents")
    elif not desk.choices.lists_documents:
        keys.append("documents")
    return tuple(keys)
