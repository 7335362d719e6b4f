"""A case on one page: who it is about in words that name nobody, what is missing, and where it stands.

Pure. Names never appear: people stand as their relation, their office or their substitute. What is missing is a list of
keys with numbers; the window has the words and the way to mend it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain import dates as edtf
from app.domain.case import Case, Consent, Event, Person, Testimony
from app.domain.paragraphs import paragraphs
from app.services import consenting
from app.services.standing import client_stands_as
from app.storage.values import StoredDocument

_CUSTODY = ("immigration-custody", "detention")


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a good record would hold. ``key`` says what, ``number`` and ``of`` how much, ``page`` where to mend it.

    Keys: no-client no-testimony unread unconfirmed no-consent consent-expired relative-consent ran-out ask-again no-source
    no-date not-held.
    """

    key: str
    page: str
    entry: str = ""
    number: int = 0
    of: int = 0
    who: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts for "where it stands". ``read`` of ``paragraphs`` were read back; ``sourced`` of ``events`` have a source."""

    testimonies: int
    paragraphs: int
    read: int
    confirmed: int
    events: int
    sourced: int
    documents: int
    held: int
    people: int
    at_risk: int
    consents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """``stands_as``, ``occupation``, ``in_custody_since`` (EDTF) and ``risks`` (who is at risk, as a relation) make the
    opening paragraph; ``last`` is the type and date of the latest dated event."""

    stands_as: str
    occupation: str = field(repr=False)
    in_custody_since: str
    in_custody_type: str
    last: tuple[str, str]
    risks: tuple[str, ...] = field(repr=False)
    missing: tuple[Missing, ...] = ()
    standing: Standing | None = None


def overview(case: Case, contents: Mapping[str, StoredDocument], dated: date) -> Overview:
    """Look a case over."""
    client = next((person for person in case.people if "witness" in person.roles), None)
    custody = _custody(case)
    return Overview(
        stands_as=client_stands_as(case, dated),
        occupation=(client.occupation or "") if client else "",
        in_custody_since=(custody.date or "").split("/")[0] if custody else "",
        in_custody_type=custody.type if custody else "",
        last=_last(case),
        risks=tuple(_as_relation(case, person) for person in case.people if person.at_risk),
        missing=tuple(_missing(case, contents, client, dated)),
        standing=_standing(case, contents, dated),
    )


def _custody(case: Case) -> Event | None:
    """The custody that goes on, if the record says that one does: an interval left open, or begun and never ended."""
    for event in reversed(case.events):
        if event.type in _CUSTODY and event.date and event.date.endswith("/.."):
            return event
    return None


def _last(case: Case) -> tuple[str, str]:
    dated = [(edtf.parse(event.date).earliest, event) for event in case.events if event.date]
    known = [(day, event) for day, event in dated if day is not None]
    if not known:
        return "", ""
    event = max(known, key=lambda pair: pair[0])[1]
    return event.type, event.date or ""


def _as_relation(case: Case, person: Person) -> str:
    """Who somebody is without a name: the relation, else the first role."""
    if person.relation and person.relation.as_:
        return person.relation.as_
    return person.roles[0] if person.roles else ""


def _missing(case: Case, contents: Mapping[str, StoredDocument], client: Person | None, dated: date) -> Iterator[Missing]:
    if client is None:
        yield Missing("no-client", "people")
    if not case.testimonies:
        yield Missing("no-testimony", "testimony")
    for testimony in case.testimonies:
        yield from _unread(case, testimony)
    if client is not None:
        yield from _consent(case, client, dated)
    for person in case.people:
        if person.at_risk and person is not client and not _granted(case, person.id, dated):
            yield Missing("relative-consent", "consent", person.id, who=_as_relation(case, person))
    yield from _to_be_asked(case, dated)
    events = len(case.events)
    if unsourced := [event.id for event in case.events if not event.sources]:
        yield Missing("no-source", "events", unsourced[0], len(unsourced), events)
    if undated := [event.id for event in case.events if not event.date]:
        yield Missing("no-date", "events", undated[0], len(undated), events)
    if absent := [document.id for document in case.documents if document.id not in contents]:
        yield Missing("not-held", "documents", absent[0], len(absent), len(case.documents))


def _unread(case: Case, testimony: Testimony) -> Iterator[Missing]:
    translated = any(other.translation_of == testimony.id for other in case.testimonies)
    total = len(paragraphs(testimony.text))
    read = _read(testimony)
    if total and read < total and not translated:
        yield Missing("unread", "testimony", testimony.id, total - read, total)
    elif total and testimony.status != "confirmed" and not translated:
        yield Missing("unconfirmed", "testimony", testimony.id)


def _read(testimony: Testimony) -> int:
    done = testimony.readback.paragraphs if testimony.readback else ()
    return len({one.n for one in done if one.result in ("confirmed", "corrected")})


def _consent(case: Case, client: Person, dated: date) -> Iterator[Missing]:
    grants = [
        c for c in case.consents if c.person == client.id and c.purpose == "legal-representation" and c.recipient == "counsel"
    ]
    valid = [c for c in grants if c.identity != "none" and not c.withdrawn_on]
    if not valid:
        yield Missing("no-consent", "consent", client.id)
    elif all(_expired(c.expires, dated) for c in valid):
        yield Missing("consent-expired", "consent", valid[-1].id)


def _to_be_asked(case: Case, dated: date) -> Iterator[Missing]:
    """The answers in force that ran out, or are to be asked again. Counsel's own has a line of its own."""
    found: dict[str, list[Consent]] = {consenting.EXPIRED: [], consenting.ASK_AGAIN: []}
    for asked in dict.fromkeys((one.person, one.purpose, one.recipient) for one in case.consents):
        answer = consenting.answer(case, *asked, dated)
        if answer.state in found and answer.consent is not None:
            found[answer.state].append(answer.consent)
    counsel = ("legal-representation", "counsel")
    ran_out = [one for one in found[consenting.EXPIRED] if (one.purpose, one.recipient) != counsel or not _is_client(case, one)]
    for key, held in (("ran-out", ran_out), ("ask-again", found[consenting.ASK_AGAIN])):
        if held:
            yield Missing(key, "consent", held[0].id, len(held))


def _is_client(case: Case, consent: Consent) -> bool:
    client = next((person for person in case.people if "witness" in person.roles), None)
    return client is not None and client.id == consent.person


def _expired(expires: str | None, dated: date) -> bool:
    if not expires:
        return False
    latest = edtf.parse(expires).latest
    return latest is not None and latest < dated


def _granted(case: Case, person_id: str, dated: date) -> bool:
    return any(
        c.person == person_id and c.identity != "none" and not c.withdrawn_on and not _expired(c.expires, dated)
        for c in case.consents
    )


def _standing(case: Case, contents: Mapping[str, StoredDocument], dated: date) -> Standing:
    originals = {t.translation_of for t in case.testimonies if t.translation_of}
    shown = [t for t in case.testimonies if t.id not in originals]
    recipients = [
        c.recipient for c in case.consents if c.identity != "none" and not c.withdrawn_on and not _expired(c.expires, dated)
    ]
    return Standing(
        testimonies=len(shown),
        paragraphs=sum(len(paragraphs(t.text)) for t in shown),
        read=sum(_read(t) for t in shown),
        confirmed=sum(t.status == "confirmed" for t in shown),
        events=len(case.events),
        sourced=sum(bool(event.sources) for event in case.events),
        documents=len(case.documents),
        held=sum(document.id in contents for document in case.documents),
        people=len(case.people),
        at_risk=sum(bool(person.at_risk) for person in case.people),
        consents=tuple(dict.fromkeys(recipients)),
    )
