"""What each purpose and recipient may do with what a person told: the matrix of consents on a day, and what follows from it.

Pure, on values. What is not granted is refused; a refusal, a withdrawal and silence are three things. Of several answers to
the same question the latest is in force, as at the gate of the exports (``app.redaction.consent``); the others stay on
record. Which profile is open is asked of that gate itself and never worked out anew here.

    people(case) -> tuple[Person, ...]                        in the order in which they are asked
    answer(case, person, purpose, recipient, on) -> Answer
    matrix(case, person, on) -> tuple[MatrixRow, ...]         without the talk itself
    talk(case, person, on) -> tuple[Answer, ...]
    gates(case, on) -> tuple[Gate, ...]                       one for each export profile
    standing(case, person, on) -> tuple[Answer, ...]          what can be taken back
    pairs(purposes, recipients, unusual) -> tuple[...]        what one grant form records

``app.services.withdrawing`` takes grants back and tells what had gone out under them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain import dates as edtf
from app.domain.case import Case, Consent, Person
from app.domain.vocabulary import PURPOSES, RECIPIENTS
from app.redaction.consent import consent_view
from app.redaction.disclose import Choices
from app.redaction.disclose_testimony import chosen_testimonies
from app.redaction.profiles import Profile, load_profile, profile_keys
from app.redaction.substitutes import Substitutes

NOT_ASKED, GRANTED, REFUSED, WITHDRAWN, EXPIRED, ASK_AGAIN, DOES_NOT_APPLY = (
    "not-asked", "granted", "refused", "withdrawn", "expired", "ask-again", "does-not-apply",
)  # fmt: skip

#: What concerns the talk and nobody outside it: there is no choice of recipients.
TALK = ("interview", "notes", "audio", "video", "photo")
#: For a consent to the talk: the case file asks for a recipient, and the record is counsel's.
TALK_RECIPIENT = "counsel"

_COURTS = ("court", "asylum-authority")
_PARTNERS = ("ngo", "un")
#: The order in which profiles are spoken of.
_ORDER = ("counsel", "court", "partner", "public", "ccf")
#: Which recipients a purpose is usually asked for. Any other pair can be recorded too, and is then shown.
APPLIES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(TALK, (TALK_RECIPIENT,)),
    "legal-representation": ("counsel", *_COURTS),
    "asylum-filing": ("counsel", *_COURTS),
    "interpol-filing": ("counsel", "interpol-ccf"),
    "medical-detail": ("counsel", *_COURTS, *_PARTNERS, "press", "medical-expert"),
    "copy-documents": RECIPIENTS,
    "expert-opinion": ("counsel", *_COURTS, "interpol-ccf", *_PARTNERS, "press", "medical-expert"),
    "advocacy": _PARTNERS,
    "press": ("press",),
    "storage": ("counsel", *_PARTNERS, "research"),
    "future-contact": ("counsel", *_PARTNERS),
    "law-enforcement": ("law-enforcement",),
    "research": ("research",),
}
#: The rows and columns of the matrix, in the order in which they are shown. Recipients that are asked together share one.
ROWS = (
    "legal-representation", "asylum-filing", "interpol-filing", "medical-detail", "copy-documents", "expert-opinion",
    "advocacy", "press", "storage", "future-contact", "law-enforcement", "research",
)  # fmt: skip
COLUMNS: tuple[tuple[str, ...], ...] = (
    ("counsel",), _COURTS, ("interpol-ccf",), _PARTNERS, ("press",), ("medical-expert",), ("law-enforcement",), ("research",),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """One question and how it stands. ``consent`` is the answer in force, ``earlier`` those it took the place of, newest
    first. ``identity`` is that of a grant, also of one that ran out or is to be asked again."""

    purpose: str
    recipient: str
    state: str
    identity: str = ""
    consent: Consent | None = field(default=None, repr=False)
    earlier: tuple[Consent, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """The answers for the recipients of one column, those to whom the purpose applies or who were asked about."""

    purpose: str
    column: tuple[str, ...]
    answers: tuple[Answer, ...] = ()

    @property
    def state(self) -> str:
        """The state that all recipients share; "" where they differ."""
        states = {(answer.state, answer.identity) for answer in self.answers}
        if not states:
            return DOES_NOT_APPLY
        return next(iter(states))[0] if len(states) == 1 else ""

    @property
    def identity(self) -> str:
        """The identity of a shared state."""
        return self.answers[0].identity if self.answers and self.state else ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A purpose with a cell for each of ``COLUMNS``."""

    purpose: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether consent opens an export profile. ``gaps``: ``(person id, state)`` as the gate tells them, "" for nobody on
    record as the client; ``rests_on`` the pairs of which one is enough."""

    profile: str
    gaps: tuple[tuple[str, str], ...]
    rests_on: tuple[tuple[str, str], ...]

    @property
    def open(self) -> bool:
        """Whether nothing is wanting."""
        return not self.gaps


def people(case: Case) -> tuple[Person, ...]:
    """The witness first, then who is at risk, testified or was asked, then the rest."""
    testified = {testimony.person for testimony in case.testimonies} | {consent.person for consent in case.consents}

    def rank(person: Person) -> int:
        return 0 if "witness" in person.roles else 1 if person.at_risk or person.id in testified else 2

    return tuple(sorted(case.people, key=rank))


def concerned(case: Case) -> tuple[Person, ...]:
    """Those of ``people`` for whom consent matters before anything is asked: all but the rest."""
    testified = {testimony.person for testimony in case.testimonies} | {consent.person for consent in case.consents}
    return tuple(p for p in people(case) if "witness" in p.roles or p.at_risk or p.id in testified)


# --- one question ---


def answer(case: Case, person: str, purpose: str, recipient: str, on: date) -> Answer:
    """How one question stands on a day."""
    asked = [c for c in case.consents if (c.person, c.purpose, c.recipient) == (person, purpose, recipient)]
    if not asked:
        usual = recipient in APPLIES.get(purpose, RECIPIENTS)
        return Answer(purpose, recipient, NOT_ASKED if usual else DOES_NOT_APPLY)
    newest = [consent for _, consent in sorted(enumerate(asked), key=lambda pair: (_when(pair[1]), pair[0]), reverse=True)]
    held = newest[0]
    state = state_of(held, on)
    identity = held.identity if held.identity != "none" else ""
    return Answer(purpose, recipient, state, identity, held, tuple(newest[1:]))


def _when(consent: Consent) -> tuple[str, bool]:
    """What orders answers to one question: the day of the last word; of one day, what takes back stands over what grants."""
    return consent.withdrawn_on or consent.given_on, consent.withdrawn_on is not None or consent.identity == "none"


def state_of(consent: Consent, on: date) -> str:
    """The state of one consent on a day."""
    if consent.withdrawn_on is not None:
        return WITHDRAWN
    if consent.identity == "none":
        return REFUSED
    if passed(consent.expires, on):
        return EXPIRED
    if _reached(consent.ask_again_on, on):
        return ASK_AGAIN
    return GRANTED


def passed(day: str | None, on: date) -> bool:
    """Whether the last day that a date can mean lies before ``on``."""
    latest = edtf.parse(day).latest if day else None
    return latest is not None and latest < on


def _reached(day: str | None, on: date) -> bool:
    earliest = edtf.parse(day).earliest if day else None
    return earliest is not None and earliest <= on


# --- the matrix ---


def matrix(case: Case, person: str, on: date) -> tuple[MatrixRow, ...]:
    """All rows for one person."""
    asked = {(c.purpose, c.recipient) for c in case.consents if c.person == person}
    rows = []
    for purpose in ROWS:
        cells = []
        for column in COLUMNS:
            shown = [r for r in column if r in APPLIES[purpose] or (purpose, r) in asked]
            cells.append(Cell(purpose, column, tuple(answer(case, person, purpose, r, on) for r in shown)))
        rows.append(MatrixRow(purpose, tuple(cells)))
    return tuple(rows)


def talk(case: Case, person: str, on: date) -> tuple[Answer, ...]:
    """The talk itself: for each of ``TALK`` what was answered last, whoever was written down as the recipient."""
    out = []
    for purpose in TALK:
        asked = dict.fromkeys((TALK_RECIPIENT, *(c.recipient for c in case.consents if c.purpose == purpose)))
        found = [answer(case, person, purpose, recipient, on) for recipient in asked]
        held = [one for one in found if one.consent is not None]
        out.append(max(held, key=lambda one: _when(one.consent)) if held else found[0])  # type: ignore[arg-type]  # those held have one
    return tuple(out)


def pairs(purposes: Iterable[str], recipients: Iterable[str], *, unusual: bool = False) -> tuple[tuple[str, str], ...]:
    """The questions that one form answers, in the order of the vocabularies. The talk has no recipients to choose.

    ``unusual``: also the pairs that are usually not asked.
    """
    chosen, to = set(purposes), set(recipients)
    out = []
    for purpose in PURPOSES:
        if purpose in chosen and purpose in TALK:
            out.append((purpose, TALK_RECIPIENT))
        elif purpose in chosen:
            out += [(purpose, r) for r in RECIPIENTS if r in to and (unusual or r in APPLIES[purpose])]
    return tuple(out)


def grants(case: Case, person: str, purpose: str, recipient: str) -> tuple[Consent, ...]:
    """Every grant on record for one question that was not taken back, in the order of the case."""
    asked = (person, purpose, recipient)
    mine = (c for c in case.consents if (c.person, c.purpose, c.recipient) == asked)
    return tuple(consent for consent in mine if consent.identity != "none" and consent.withdrawn_on is None)


def standing(case: Case, person: str, on: date) -> tuple[Answer, ...]:
    """Every question of a person of which something can be taken back, also where it ran out or is to be asked again."""
    asked = dict.fromkeys((c.purpose, c.recipient) for c in case.consents if c.person == person)
    found = (answer(case, person, *question, on) for question in asked if grants(case, person, *question))
    held = [one for one in found if one.state != REFUSED]
    return tuple(sorted(held, key=lambda one: (PURPOSES.index(one.purpose), RECIPIENTS.index(one.recipient))))


# --- what exports make of it ---


def opens(purpose: str, recipient: str) -> tuple[str, ...]:
    """The export profiles that a grant for this question can open."""
    asked = (purpose, recipient)
    return tuple(key for key in _keys() if any((r.purpose, r.recipient) == asked for r in load_profile(key).consent))


def gates(case: Case, on: date) -> tuple[Gate, ...]:
    """Ask the gate of every profile, with the testimonies that its exports hold unless others are chosen."""
    return tuple(_gate(case, load_profile(key), on) for key in _keys())


def _keys() -> list[str]:
    return sorted(profile_keys(), key=lambda key: (_ORDER.index(key) if key in _ORDER else len(_ORDER), key))


def _gate(case: Case, profile: Profile, on: date) -> Gate:
    choices = Choices(on)
    testimonies = chosen_testimonies(case, (profile.testimonies,), choices.language)
    view = consent_view(case, profile, testimonies, Substitutes(case, profile, choices.language, {}, on), on)
    return Gate(
        profile.key,
        tuple((gap.person, gap.state) for gap in view.gaps),
        tuple((rule.purpose, rule.recipient) for rule in profile.consent),
    )
