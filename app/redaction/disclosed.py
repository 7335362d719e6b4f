"""The disclosed view: all that a report may know. Built by ``disclose``, drawn by ``app.report``.

Every string in here has passed redaction and is shown as it stands; nothing in here counts, measures, names or hashes
what is protected. Keys such as ``role`` or ``certainty`` are vocabulary words of the case file, turned into words by the
report's own texts (``resources/report/<language>.toml``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

#: The sections of a report that can be chosen, in their order. Title, legend and warning stand in every copy.
SECTIONS = (
    "abstract", "reason", "people", "places", "organizations", "chronology", "timeline", "events", "notice", "testimonies",
    "exhibits", "withheld", "more",
)  # fmt: skip
#: Those in which an event has a number of its own, to which others refer.
NUMBERED = ("chronology", "events")
PAPERS = ("letter", "a4")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time at the profile's granularity, for drawing and sorting.

    ``start`` and ``end`` are ``(year,)``, ``(year, month)`` or ``(year, month, day)``; ``None`` is an open end.
    ``loose`` says that the date is approximate or uncertain: the event may lie anywhere in the span.
    """

    start: tuple[int, ...] | None
    end: tuple[int, ...] | None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class DisclosedDate:
    """``text`` as printed ("May 2019"); ``span`` as drawn."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """Something on record in a value: ``kind`` is person, place or organization, ``text`` what stands for it."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Parts:
    """A value of several named parts, as a sum of money or one leg of a journey."""

    parts: tuple[tuple[str, Value], ...]


#: A value as data: for a case file, beside the words that are printed.
Value = str | int | float | DisclosedDate | Reference | Parts | tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Traits:
    """What ``DisclosedPerson.description`` says, as data: ``relation`` to whom stands as ``to``; ``born`` a year;
    ``nationality`` a country's code."""

    relation: str | None = None
    to: str | None = None
    occupation: str | None = None
    born: str | None = None
    nationality: str | None = None


@dataclass(frozen=True, slots=True)
class DisclosedPerson:
    """One row of the list of people.

    ``stands_as`` is a code, a descriptor or, for a public figure, the name (``named`` tells). ``description`` holds short
    parts such as "a brother of [Witness]", "born 1974", "village chief"; ``risk`` one sentence or ``None``.
    ``in_text`` is the other form of a descriptor, which texts may use: "[Officer]" for "an officer".
    """

    stands_as: str
    named: bool
    roles: tuple[str, ...]
    description: tuple[str, ...] = ()
    risk: str | None = None
    in_text: str = ""
    traits: Traits = Traits()


@dataclass(frozen=True, slots=True)
class DisclosedPlace:
    """A place that stands under a code, and what may be said of it: "[Village 1]", "a village in Linhai County"."""

    stands_as: str
    description: str


@dataclass(frozen=True, slots=True)
class DisclosedOrganization:
    """One row of the list of organizations; ``in_text`` as for a person, ``country`` by name and by code."""

    stands_as: str
    named: bool
    kind: str | None = None
    country: str | None = None
    in_text: str = ""
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of an event: ``label`` as the form words it, ``value`` as shown. ``quote``: exact words of somebody.

    ``key`` and ``data`` are the same for a case file; what the program worked out itself has none. ``closed``: the value is
    a number, a date, an entry or a word of a closed list, and nobody's own words.
    """

    label: str
    value: str
    quote: bool = False
    key: str = ""
    data: Value = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class DisclosedSource:
    """Who says so: ``kind`` is witness relative lawyer document agency press expert; ``who`` a substitute, a public name
    or "Exhibit 2"; ``said_on`` a printed date. ``of`` tells what ``who`` is: person organization document;
    ``exhibit`` its number."""

    kind: str
    who: str | None = None
    said_on: str | None = None
    of: str | None = None
    exhibit: int | None = None
    said: DisclosedDate | None = None


@dataclass(frozen=True, slots=True)
class DisclosedEvent:
    """One row of the chronology, in the order of the view. ``number`` counts from 1 and is what references print.

    ``label`` is the type's own word ("Detention"), ``lane`` the type's key for the timeline. ``people`` and
    ``organizations`` pair a substitute with a part. ``account`` are paragraphs.
    """

    number: int
    lane: str
    label: str
    date: DisclosedDate | None
    place: str | None
    people: tuple[tuple[str, str | None], ...] = ()
    organizations: tuple[tuple[str, str | None], ...] = ()
    facts: tuple[Fact, ...] = ()
    account: tuple[str, ...] = ()
    account_lang: str = "en"
    sources: tuple[DisclosedSource, ...] = ()
    certainty: str | None = None
    corroboration_held: bool = False
    caused_by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DisclosedParagraph:
    """``n`` counts from 1 within its testimony. ``unread`` stamps a paragraph that was never read back."""

    n: int
    text: str
    unread: bool = False


@dataclass(frozen=True, slots=True)
class DisclosedTestimony:
    """``status``: draft read-back confirmed. ``through_interpreter`` says only that there was one.
    ``original_of`` / ``translation_of`` name another testimony of this view by its number."""

    number: int
    who: str
    lang: str
    status: str
    date: str | None
    record: str | None
    paragraphs: tuple[DisclosedParagraph, ...]
    through_interpreter: bool = False
    translation_of: int | None = None
    given: DisclosedDate | None = None


@dataclass(frozen=True, slots=True)
class DisclosedDocument:
    """A line of the exhibit list; ``number`` counts from 1 ("Exhibit 1")."""

    number: int
    title: str
    kind: str | None
    date: str | None
    issuer: str | None
    lang: str | None
    held: bool
    about: tuple[int, ...] = ()
    of: DisclosedDate | None = None


@dataclass(frozen=True, slots=True)
class DisclosedPage:
    """A page as a picture, made from pixels in which all that is not shown was painted over.

    ``data`` is the picture as it stands in a PDF, under the filter of that name: FlateDecode (rows of one byte a pixel where
    ``grey``, else three) or DCTDecode.
    """

    width: int
    height: int
    grey: bool
    filter: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class DisclosedExhibit:
    """The pages of a document that are shown; ``number`` as in the exhibit list. ``left_out``: some are not shown."""

    number: int
    pages: tuple[DisclosedPage, ...]
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Disclosed:
    """The whole view.

    ``profile`` and ``language`` choose the report's own words; ``legend`` is a key of those ("work-product",
    "confidential"); ``withheld`` are keys of what this profile leaves out. ``dated`` is printed as it stands.
    ``case_code`` and ``recipient`` are ``None`` where the profile does not print them. ``identified``: those who agreed to it
    stand by name. ``sections`` are those to be drawn (none named: all) on ``paper`` (of ``PAPERS``).
    """

    profile: str
    language: str
    dated: str
    legend: str
    reason: str
    case_code: str | None = None
    recipient: str | None = None
    jurisdiction: str | None = None
    matters: tuple[str, ...] = ()
    people: tuple[DisclosedPerson, ...] = ()
    places: tuple[DisclosedPlace, ...] = ()
    organizations: tuple[DisclosedOrganization, ...] = ()
    events: tuple[DisclosedEvent, ...] = ()
    testimonies: tuple[DisclosedTestimony, ...] = ()
    documents: tuple[DisclosedDocument, ...] = ()
    exhibits: tuple[DisclosedExhibit, ...] = ()
    consent_purposes: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    identified: bool = False
    sections: tuple[str, ...] = ()
    paper: str = "letter"

    def shows(self, section: str) -> bool:
        """Whether a section is to be drawn."""
        return not self.sections or section in self.sections
