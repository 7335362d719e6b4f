"""What the pickers of an event's form offer: people, places, organizations, documents, other events, languages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from app.domain.case import Case
from app.services import event_words, registry
from app.services.event_words import ListedEvent
from ui import vocabulary
from ui.widgets.options import Option, Options

#: Before the key of a source that is a person, an organization or a document: one picker offers all three.
PERSON, ORGANIZATION, DOCUMENT = "person:", "organization:", "document:"


@dataclass(slots=True)
class Offered:
    """The options of all pickers of a form. Made where waiting does no harm, then shown by ``become``."""

    people: Options
    places: Options
    organizations: Options
    sources: Options
    events: Options
    languages: Options

    @classmethod
    def of(cls, case: Case, events: Sequence[ListedEvent]) -> Offered:
        """All options of a case."""
        people = [
            Option(one.id, registry.written(one), _person_word(one.relation, one.roles), event_words.spellings(one.names))
            for one in case.people
        ]
        places = [
            Option(one.id, registry.written(one), vocabulary.place_kind(one.kind or ""), event_words.spellings(one.names))
            for one in case.places
        ]
        organizations = [
            Option(
                one.id, registry.written(one), vocabulary.organization_kind(one.kind or ""), event_words.spellings(one.names)
            )
            for one in case.organizations
        ]
        documents = [Option(one.id, one.title, vocabulary.document_kind(one.kind or "")) for one in case.documents]
        return cls(
            Options(people),
            Options(places),
            Options(organizations),
            Options((*_under(PERSON, people), *_under(ORGANIZATION, organizations), *_under(DOCUMENT, documents))),
            Options(Option(event.id, event_line(event), event.date, event.what) for event in events),
            Options(_languages(case.case.languages)),
        )

    @classmethod
    def none(cls) -> Offered:
        """Nothing yet."""
        return cls(Options(), Options(), Options(), Options(), Options(), Options())

    def without(self, event_id: str) -> Offered:
        """The same without one event, which cannot have led to itself."""
        return dataclasses.replace(self, events=self.events.without(event_id))

    def become(self, other: Offered) -> None:
        """Take the options of another case value, made on another thread."""
        for mine, theirs in (
            (self.people, other.people),
            (self.places, other.places),
            (self.organizations, other.organizations),
            (self.sources, other.sources),
            (self.events, other.events),
            (self.languages, other.languages),
        ):
            mine.become(theirs)


def event_line(event: ListedEvent) -> str:
    """An event in one line."""
    return f"{event.label}: {event.what}" if event.what else event.label


def _under(prefix: str, options: Iterable[Option]) -> Iterable[Option]:
    return (Option(prefix + one.key, one.words, one.second, one.found_by) for one in options)


def _person_word(relation: object, roles: Sequence[str]) -> str:
    tie = getattr(relation, "as_", None)
    return str(tie) if tie else vocabulary.role(roles[0]) if roles else ""


def _languages(first: Sequence[str]) -> list[Option]:
    """The languages of the case, those the program knows best, then every language that has a two-letter code."""
    tags = list(dict.fromkeys((*first, *vocabulary.LANGUAGES, "zh-Latn", "ug-Latn")))
    out = [Option(tag, vocabulary.language(tag), tag if vocabulary.language(tag) != tag else "", tag) for tag in tags]
    known = set(tags)
    others = []
    for language in QLocale.Language:
        tag = QLocale.languageToCode(language)
        if len(tag) in (2, 3) and tag not in known and language not in (QLocale.Language.C, QLocale.Language.AnyLanguage):
            known.add(tag)
            others.append(Option(tag, QLocale.languageToString(language), tag, tag))
    return [*out, *sorted(others, key=lambda option: option.words)]
