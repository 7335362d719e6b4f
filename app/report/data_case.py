"""A disclosed view as a case file, for a program that reads those: this one in another vault, or counsel's own.

People, places and organizations bear their substitutes for names. What the view does not hold is not there: no grants, no
content of documents, no contacts. What stands under one substitute for several people refers to an entry of its own.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from app.redaction.disclosed import (
    Disclosed,
    DisclosedDate,
    DisclosedDocument,
    DisclosedEvent,
    DisclosedOrganization,
    DisclosedParagraph,
    DisclosedPerson,
    DisclosedSource,
    DisclosedTestimony,
    Parts,
    Reference,
    Value,
)
from app.report.data_table import digits
from app.report.texts import Texts, load_texts

Tree = dict[str, Any]

_SOURCE_KINDS = ("witness", "relative", "lawyer", "document", "agency", "press", "expert")
_PREFIX = {"people": "p", "places": "l", "organizations": "o"}
#: The keys whose values are ids, words of a closed vocabulary, languages, countries or dates, and what they look like.
FIXED = re.compile(r"[A-Za-z0-9-]{1,40}|[0-9]{4}(?:-[0-9]{2}){0,2}~?|(?:[0-9~-]{4,11}|\.\.)/(?:[0-9~-]{4,11}|\.\.)")
FIXED_KEYS = frozenset(
    "id format kind lang languages type as status record certainty roles result country nationality currency date from to "
    "on said_on born person place organization document issuer about translation_of caused_by within language".split()
)


def case_file(view: Disclosed) -> bytes:
    """The file: UTF-8 JSON, keys in the order of the format, a final newline. The same view gives the same bytes."""
    return (json.dumps(tree(view), ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode("utf-8")


def tree(view: Disclosed) -> Tree:
    """The same as a tree."""
    return _Writer(view).all()


class _Entries:
    """The entries of one kind, each found again by what stands for it."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self.all: list[Tree] = []
        self._ids: dict[str, str] = {}

    def add(self, names: Iterable[Tree], **more: Any) -> str:
        entry_id = f"{self._prefix}{len(self.all) + 1}"
        self.all.append({"id": entry_id, "names": list(names), **more})
        return entry_id

    def known(self, text: str, entry_id: str) -> None:
        self._ids[text] = entry_id

    def id_of(self, text: str) -> str:
        """The entry that a text stands for; a new one, of which nothing else is known, where there is none."""
        if text not in self._ids:
            self._ids[text] = self.add([_name(text)])
        return self._ids[text]


class _Writer:
    def __init__(self, view: Disclosed) -> None:
        self._view, self._texts = view, load_texts(view.language)
        self._people, self._places, self._organizations = (_Entries(prefix) for prefix in _PREFIX.values())
        self._told = frozenset(testimony.number for testimony in view.testimonies)
        self._related: list[tuple[Tree, Tree]] = []

    def all(self) -> Tree:
        view = self._view
        stands = Counter(one.stands_as for one in view.people)
        for person in view.people:
            self._person(person, alone=stands[person.stands_as] == 1)
        stands = Counter(one.stands_as for one in view.organizations)
        for organization in view.organizations:
            self._organization(organization, alone=stands[organization.stands_as] == 1)
        for place in view.places:
            names = (place.stands_as, place.description)
            entry_id = self._places.add([_name(text) for text in names])
            self._places.known(place.stands_as, entry_id)
            self._places.known(f"{place.description} ({place.stands_as})", entry_id)
        for entry, relation in self._related:
            to = self._people.id_of(relation["to"])
            if to != entry["id"]:
                entry["relation"] = {"to": to, "as": relation["as"]}
        events = [self._event(event) for event in view.events]
        testimonies = [self._testimony(testimony) for testimony in view.testimonies]
        documents = [self._about(), *(self._document(document) for document in view.documents)]
        lists: Tree = {
            "people": self._people.all,
            "places": self._places.all,
            "organizations": self._organizations.all,
            "events": events,
            "testimonies": testimonies,
            "documents": documents,
        }
        return {
            "format": "affiant-case",
            "version": 1,
            "case": self._case(),
            **{key: held for key, held in lists.items() if held},
        }

    def _case(self) -> Tree:
        view = self._view
        return _filled(
            code=view.case_code or f"copy-{view.profile}",
            languages=[view.language],
            jurisdiction=view.jurisdiction,
            matters=[matter for matter in view.matters if matter.strip()],
        )

    def _person(self, person: DisclosedPerson, *, alone: bool) -> None:
        traits = person.traits
        entry_id = self._people.add(
            _names(person),
            **_filled(
                roles=list(person.roles),
                born=traits.born,
                nationality=traits.nationality,
                occupation=traits.occupation,
                at_risk={"because": person.risk} if person.risk else None,
            ),
        )
        if traits.relation and traits.to:
            self._related.append((self._people.all[-1], {"to": traits.to, "as": traits.relation}))
        if alone:
            for text in filter(None, (person.stands_as, person.in_text)):
                self._people.known(text, entry_id)

    def _organization(self, organization: DisclosedOrganization, *, alone: bool) -> None:
        more = _filled(kind=organization.kind, country=organization.country_code)
        entry_id = self._organizations.add(_names(organization), **more)
        if alone:
            for text in filter(None, (organization.stands_as, organization.in_text)):
                self._organizations.known(text, entry_id)

    def _event(self, event: DisclosedEvent) -> Tree:
        return {
            "id": f"e{event.number}",
            "type": event.lane,
            **_filled(
                date=edtf(event.date),
                place=self._places.id_of(event.place) if event.place else None,
                people=[_part("person", self._people.id_of(who), part) for who, part in event.people],
                organizations=[
                    _part("organization", self._organizations.id_of(who), part) for who, part in event.organizations
                ],
                fields={fact.key: value for fact in event.facts if fact.key and (value := self._value(fact.data)) is not None},
                account="\n\n".join(event.account),
                lang=event.account_lang if event.account else None,
                sources=[self._source(source) for source in event.sources],
                certainty=event.certainty,
                caused_by=[f"e{number}" for number in event.caused_by],
            ),
        }

    def _value(self, data: Value) -> Any:
        if isinstance(data, Reference):
            return getattr(self, {"person": "_people", "place": "_places"}.get(data.kind, "_organizations")).id_of(data.text)
        if isinstance(data, DisclosedDate):
            return edtf(data)
        if isinstance(data, Parts):
            return {key: value for key, part in data.parts if (value := self._value(part)) is not None}
        if isinstance(data, tuple):
            return [value for part in data if (value := self._value(part)) is not None]
        return data

    def _source(self, source: DisclosedSource) -> Tree:
        who: Tree = {}
        if source.of == "document" and source.exhibit is not None:
            who = {"document": f"d{source.exhibit}"}
        elif source.of == "person" and source.who:
            who = {"person": self._people.id_of(source.who)}
        elif source.of == "organization" and source.who:
            who = {"organization": self._organizations.id_of(source.who)}
        return _filled(kind=source.kind if source.kind in _SOURCE_KINDS else None, **who, said_on=edtf(source.said))

    def _testimony(self, testimony: DisclosedTestimony) -> Tree:
        original = testimony.translation_of if testimony.translation_of in self._told else None
        return {
            "id": f"t{testimony.number}",
            "person": self._people.id_of(testimony.who),
            **_filled(interview=_filled(date=edtf(testimony.given))),
            "lang": testimony.lang,
            "text": "\n\n".join(paragraph.text for paragraph in testimony.paragraphs),
            **_filled(
                translation_of=f"t{original}" if original is not None else None,
                record=testimony.record,
                readback=_readback(testimony.paragraphs, confirmed=testimony.status == "confirmed"),
            ),
            "status": testimony.status,
        }

    def _document(self, document: DisclosedDocument) -> Tree:
        return {
            "id": f"d{document.number}",
            "title": document.title,
            **_filled(
                kind=document.kind,
                date=edtf(document.of),
                issuer=self._organizations.id_of(document.issuer) if document.issuer else None,
                lang=document.lang,
                about=[f"e{number}" for number in document.about],
                note=self._texts.say("exhibit.held" if document.held else "exhibit.not_held"),
            ),
        }

    def _about(self) -> Tree:
        """What every copy says of itself, in the one place that a case file has for it."""
        view, texts = self._view, self._texts
        lines = [
            texts.say(f"legend.{view.legend}"), texts.say("pseudonymised"), texts.word("profile", view.profile), view.dated,
            view.reason, *_withheld(view, texts),
        ]  # fmt: skip
        return {"id": "about", "title": texts.say("title"), "kind": "other", "note": "\n".join(filter(None, lines))}


def edtf(date: DisclosedDate | None) -> str | None:
    """A disclosed date as EDTF; ``None`` for none, and for one that is open at both ends."""
    if date is None or (date.span.start is None and date.span.end is None):
        return None
    mark = "~" if date.span.loose else ""
    ends = [f"{digits(end)}{mark}" if end else ".." for end in (date.span.start, date.span.end)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def _withheld(view: Disclosed, texts: Texts) -> Iterable[str]:
    yield texts.say("withheld_text.lead")
    for key in view.withheld:
        what, why = texts.withheld(key)
        yield f"{texts.say('entry', name=what)} {why}" if why else what


def _readback(paragraphs: tuple[DisclosedParagraph, ...], *, confirmed: bool) -> Tree | None:
    """Which paragraphs were read back, where the status alone does not tell."""
    if all(paragraph.unread != confirmed for paragraph in paragraphs):
        return None
    results = [{"n": one.n, "result": "not-reread" if one.unread else "confirmed"} for one in paragraphs]
    return {"paragraphs": results}


def _names(entry: DisclosedPerson | DisclosedOrganization) -> list[Tree]:
    if entry.named:
        return [{"text": entry.stands_as}]
    return [_name(text) for text in dict.fromkeys(filter(None, (entry.stands_as, entry.in_text)))]


def _name(text: str) -> Tree:
    return {"text": text, "kind": "description"}


def _part(key: str, entry_id: str, part: str | None) -> Tree:
    return {key: entry_id, **_filled(**{"as": part})}


def _filled(**values: Any) -> Tree:
    """The values that hold something."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
