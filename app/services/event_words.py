"""The events of a case as the window lists and finds them, and what may be said beside their fields.

    listed(case) -> tuple[ListedEvent, ...]         by date, those without one last
    stands(store, case, dated) -> dict[id, Stand]   what an export to counsel shows for each entry
    masked_words() -> Mapping[str, str]             what stands for an identifier or a contact
    days_held(date) -> int | None                   both days counted; ``None`` where an end is not known to the day
    spellings(names) -> str                         all that an entry is found by

Pure but for ``stands``, which reads the codes that earlier exports gave.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain import dates
from app.domain.case import Case, Event, FieldValue, Name, Source
from app.domain.date_words import date_words
from app.domain.forms import Field, Forms
from app.redaction.words import words
from app.services import registry
from app.services.session import forms, told
from app.services.standing import substitutes
from app.storage.case_store import CaseStore

#: The profile whose substitutes stand beside the fields.
PROFILE = "counsel"
_LONGEST_WHAT = 160
_SENTENCE = re.compile(r"(?<=[.!?])\s|(?<=[。！？؟།])|\n")
#: Fields that name an event in short, where a type has one of them.
_NAMES_IT = ("what", "name", "what_was_said", "pattern")


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """One event in the list. ``source`` is ``(kind, name)`` of the first; ``text`` all that it is found by."""

    id: str
    type: str
    label: str
    date: str = field(repr=False)
    what: str = field(repr=False)
    place: str = field(repr=False)
    source: tuple[str, str] = field(repr=False)
    more_sources: int = 0
    certainty: str = ""
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Stand:
    """What stands for an entry: ``style`` name code descriptor omit, and the words."""

    style: str
    text: str = field(repr=False)


def listed(case: Case) -> tuple[ListedEvent, ...]:
    """Every event, sorted by the first day it can mean, undated ones last, in the order of record among equals."""
    described = _Describer(case, forms())
    order = sorted(enumerate(case.events), key=lambda pair: (*_when(pair[1].date), pair[0]))
    return tuple(described.event(event) for _, event in order)


def _when(date: str | None) -> tuple[int, dt.date, dt.date]:
    if date is None:
        return (1, dt.date.max, dt.date.max)
    read = dates.parse(date)
    first = read.earliest or read.latest or dt.date.max
    return (0, first, read.latest or dt.date.max)


def spellings(names: Iterable[Name]) -> str:
    """Every written form, to be found by."""
    return " ".join(name.text for name in names)


class _Describer:
    def __init__(self, case: Case, known: Forms) -> None:
        self._forms = known
        held: tuple[registry.Entry, ...] = (*case.people, *case.places, *case.organizations)
        self._names: dict[str, Sequence[Name]] = {entry.id: entry.names for entry in held}
        self._called = {entry.id: registry.written(entry) for entry in held}
        self._titles = {document.id: document.title for document in case.documents}

    def event(self, event: Event) -> ListedEvent:
        date = date_words(event.date) if event.date else ""
        label = self._forms.types[event.type].label
        what = self.what(event)
        place = self.called(event.place)
        source = ("", "")
        if event.sources:
            source = (event.sources[0].kind or "", self._said_by(event.sources[0]))
        return ListedEvent(
            event.id,
            event.type,
            label,
            date,
            what,
            place,
            source,
            max(len(event.sources) - 1, 0),
            event.certainty or "",
            " ".join((label, date, event.date or "", what, event.account or "", *self._texts(event))),
        )

    def called(self, entry_id: str | None) -> str:
        return self._called.get(entry_id or "") or self._titles.get(entry_id or "", "")

    def what(self, event: Event) -> str:
        """One line that says what happened: a field that names it, else the first sentence of the account."""
        own = {each.key: each for each in self._forms.types[event.type].fields}
        for key in _NAMES_IT:
            if key in own and isinstance(event.fields.get(key), str):
                return _one_line(str(event.fields[key]))
        if event.account:
            return _one_line(event.account)
        for each in own.values():
            if each.kind in ("text", "narrative", "quotation") and isinstance(event.fields.get(each.key), str):
                return _one_line(str(event.fields[each.key]))
        return ""

    def _said_by(self, source: Source) -> str:
        return self.called(source.person or source.organization or source.document)

    def _texts(self, event: Event) -> Iterator[str]:
        for entry_id in (
            event.place,
            *(part.person for part in event.people),
            *(part.organization for part in event.organizations),
            *(source.person or source.organization or source.document for source in event.sources),
        ):
            yield spellings(self._names.get(entry_id or "", ())) or self._titles.get(entry_id or "", "")
        for each in self._forms.fields_of(event.type):
            if each.key in event.fields:
                yield from self._field_texts(each, event.fields[each.key])

    def _field_texts(self, each: Field, value: FieldValue | object) -> Iterator[str]:
        if each.kind in ("person", "place", "organization", "places"):
            for entry_id in value if isinstance(value, tuple) else (value,):
                yield spellings(self._names.get(str(entry_id), ()))
        elif each.kind == "date":
            yield date_words(str(value))
        elif each.kind == "legs" and isinstance(value, tuple):
            for leg in value:
                for part in each.parts:
                    if isinstance(leg, Mapping) and part.key in leg:
                        yield from self._field_texts(part, leg[part.key])
        elif each.kind == "money" and isinstance(value, Mapping):
            yield " ".join(str(item) for item in value.values())
        elif each.kind not in ("yesno", "choice"):
            yield str(value)


def _one_line(text: str) -> str:
    first = next((part for part in _SENTENCE.split(text.strip()) if part.strip()), "")
    line = " ".join(first.split())
    return line if len(line) <= _LONGEST_WHAT else f"{line[: _LONGEST_WHAT - 1].rstrip()}…"


def stands(store: CaseStore, case: Case, dated: dt.date) -> dict[str, Stand]:
    """What an export to counsel shows for every person, place and organization."""
    with told():
        kept = store.codes(PROFILE)
    made = substitutes(case, PROFILE, kept, dated)
    entries: tuple[registry.Entry, ...] = (*case.people, *case.places, *case.organizations)
    out = {}
    for entry in entries:
        held = made[entry.id]
        out[entry.id] = Stand(held.style, f"{held.description} ({held.text})" if held.description else held.text)
    return out


def masked_words() -> Mapping[str, str]:
    """What stands for an ``identifier`` and a ``contact`` in a copy."""
    masked = words("en")["masked"]
    return {kind: str(masked[kind]) for kind in ("identifier", "contact")}


def days_held(date: str | None) -> int | None:
    """The days from the first to the last, both counted."""
    return dates.days_inclusive(dates.parse(date)) if date else None
