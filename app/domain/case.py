"""A case as plain frozen values, field for field what a case file holds (``app/casefile.py``).

Dates are EDTF strings (``app.domain.dates``), references are ids, and every tuple keeps the order of the case file:
the path of a text, such as ``testimonies[0].text``, counts positions in these tuples. ``None`` and empty tuples mean
"left out". Fields that hold names or words of a person are kept out of ``repr``, so that no log or error repeats them.

A JSON key that is no Python name (``as``, ``from``) is named in the field's metadata under ``key``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Name:
    """One written form of a name. ``kind``: legal native transliteration nickname former alias description."""

    text: str = field(repr=False)
    kind: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """``kind``: phone email address handle."""

    kind: str | None
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Identifier:
    """``kind``: passport national-id a-number visa red-notice case-number bank other."""

    kind: str | None
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Relation:
    """How a person stands to another: ``to`` is a person id, ``as_`` the word for it ("older brother")."""

    to: str | None = None
    as_: str | None = field(default=None, repr=False, metadata={"key": "as"})


@dataclass(frozen=True, slots=True)
class Risk:
    """Who endangers a person (an organization's or a person's id), why, and since when (EDTF)."""

    from_: str | None = field(default=None, metadata={"key": "from"})
    because: str | None = field(default=None, repr=False)
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Disclose:
    """What stands for an entry in exports. ``as_``: name code descriptor omit."""

    as_: str | None = field(default=None, metadata={"key": "as"})
    text: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    names: tuple[Name, ...] = field(repr=False)
    roles: tuple[str, ...] = ()
    relation: Relation | None = None
    sex: str | None = None
    born: str | None = field(default=None, repr=False)
    nationality: str | None = None
    occupation: str | None = field(default=None, repr=False)
    lives_in: str | None = None
    contacts: tuple[Contact, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    at_risk: tuple[Risk, ...] = ()
    public_figure: bool | None = None
    disclose: Disclose | None = None


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    names: tuple[Name, ...] = field(repr=False)
    kind: str | None = None
    within: str | None = None
    public: bool | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    id: str
    names: tuple[Name, ...] = field(repr=False)
    kind: str | None = None
    country: str | None = None
    public: bool | None = None
    disclose: Disclose | None = None


@dataclass(frozen=True, slots=True)
class PersonPart:
    """The part a person had in an event, or at an interview."""

    person: str
    as_: str | None = field(default=None, metadata={"key": "as"})


@dataclass(frozen=True, slots=True)
class OrganizationPart:
    organization: str
    as_: str | None = field(default=None, metadata={"key": "as"})


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so. At most one of person, organization, document."""

    kind: str | None = None
    person: str | None = None
    organization: str | None = None
    document: str | None = None
    said_on: str | None = None


#: A value of ``Event.fields``: text, number, money (``{"amount", "currency", "on"}``), a list of place ids, or legs.
FieldValue = str | int | float | bool | Mapping[str, object] | tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. ``fields`` are those of its type (``resources/forms/<type>.toml``)."""

    id: str
    type: str
    date: str | None = None
    place: str | None = None
    people: tuple[PersonPart, ...] = ()
    organizations: tuple[OrganizationPart, ...] = ()
    fields: Mapping[str, FieldValue] = field(default_factory=dict, repr=False)
    account: str | None = field(default=None, repr=False)
    lang: str | None = None
    sources: tuple[Source, ...] = ()
    certainty: str | None = None
    caused_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    from_: str | None = field(default=None, metadata={"key": "from"})
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Interview:
    """The circumstances in which a testimony was taken (CASEFILE: the interview around a testimony)."""

    date: str | None = None
    place: str | None = None
    language: str | None = None
    present: tuple[PersonPart, ...] = ()
    recorded: bool | None = None
    breaks: int | None = None
    start: str | None = None
    end: str | None = None
    pauses: tuple[Pause, ...] = ()
    interpreter: str | None = None
    dialect: str | None = field(default=None, repr=False)
    rights_explained: str | None = None
    vulnerabilities: str | None = field(default=None, repr=False)
    told_before: int | float | None = None
    earlier_accounts: str | None = field(default=None, repr=False)
    private: str | None = None
    observed_by: str | None = field(default=None, repr=False)
    restraints: str | None = field(default=None, repr=False)
    stop_signal: str | None = field(default=None, repr=False)
    support_person: str | None = field(default=None, repr=False)
    aftercare: str | None = field(default=None, repr=False)
    topics_closed: tuple[str, ...] = field(default=(), repr=False)
    sexual_violence: str | None = field(default=None, repr=False)
    interpreter_relation: str | None = field(default=None, repr=False)
    interpreter_checked: str | None = None
    confidentiality_signed: str | None = None
    client_objected: str | None = None
    taken_on_paper: bool | None = None
    entered_on: str | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    by: str | None = None
    on: str | None = None


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """``n`` counts paragraphs from 1; ``result``: confirmed corrected not-reread."""

    n: int | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True)
class Readback:
    on: str | None = None
    language: str | None = None
    interpreter: str | None = None
    paragraphs: tuple[ReadParagraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    paragraph: int | None = None
    on: str | None = None
    by: str | None = None
    why: str | None = field(default=None, repr=False)
    earlier: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that the interviewer set on a paragraph (from 1): ask-again, exact-words or unclear. Never exported.

    ``recording`` and ``at``: the document in which the paragraph can be heard, and after how many seconds.
    """

    paragraph: int | None = None
    mark: str | None = None
    recording: str | None = None
    at: int | float | None = None


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one person said. Paragraphs of ``text`` are parted by blank lines. ``status`` left out reads as draft."""

    id: str
    person: str
    lang: str
    text: str = field(repr=False)
    interview: Interview | None = None
    translation_of: str | None = None
    translation: Translation | None = None
    record: str | None = None
    readback: Readback | None = None
    amendments: tuple[Amendment, ...] = ()
    marks: tuple[Mark, ...] = ()
    signed_on: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document on record. Its content, where held, lives beside the case (``file``) and never in this value."""

    id: str
    title: str = field(repr=False)
    kind: str | None = None
    date: str | None = None
    issuer: str | None = None
    lang: str | None = None
    file: str | None = field(default=None, repr=False)
    sha256: str | None = None
    about: tuple[str, ...] = ()
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Consent:
    """One person's grant or refusal for one purpose and recipient. ``identity`` ``none`` is a refusal."""

    id: str
    person: str
    purpose: str
    recipient: str
    identity: str
    given_on: str
    method: str | None = None
    language: str | None = None
    explained: bool | None = None
    note: str | None = field(default=None, repr=False)
    given_by: str | None = None
    assent: str | None = None
    scope: tuple[str, ...] = ()
    basis: str | None = field(default=None, repr=False)
    interpreter: str | None = None
    risks: str | None = field(default=None, repr=False)
    understanding: str | None = field(default=None, repr=False)
    doubts: str | None = field(default=None, repr=False)
    ask_again_on: str | None = None
    told_limits: str | None = None
    expires: str | None = None
    withdrawn_on: str | None = None
    recall_tried: str | None = None
    withdrawal_note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Engagement:
    counsel: str | None = None
    since: str | None = None
    directed: bool | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    on: str | None = None
    by: str | None = None
    why: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Retention:
    basis: str | None = field(default=None, repr=False)
    review_on: str | None = None


@dataclass(frozen=True, slots=True)
class CaseInfo:
    """The ``case`` object of a case file: what the case is, not what happened."""

    code: str
    opened: str | None = None
    languages: tuple[str, ...] = ()
    jurisdiction: str | None = None
    matters: tuple[str, ...] = ()
    engagement: Engagement | None = None
    hold: Hold | None = None
    retention: Retention | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A whole case. ``case`` bears its own facts, the tuples its entries in the order in which they were recorded."""

    case: CaseInfo
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    organizations: tuple[Organization, ...] = ()
    events: tuple[Event, ...] = ()
    testimonies: tuple[Testimony, ...] = ()
    documents: tuple[Document, ...] = ()
    consents: tuple[Consent, ...] = ()


#: The entry kinds of a case in the order in which a case file lists them, with the class of each.
ENTRY_KINDS: Mapping[str, type] = {
    "people": Person,
    "places": Place,
    "organizations": Organization,
    "events": Event,
    "testimonies": Testimony,
    "documents": Document,
    "consents": Consent,
}
