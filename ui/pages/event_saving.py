"""From what a form holds to what is saved: the event, and the people, places and organizations that are new with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.case import Event, Name, Organization, Person, Place
from app.domain.plain import from_plain
from app.services import registry
from ui.widgets.picker import New

_CLASSES: Mapping[str, type] = {"people": Person, "places": Place, "organizations": Organization}


def entries_of(plain: Mapping[str, Any], event_id: str, fresh: Callable[[str], str]) -> list[tuple[str, object]]:
    """``(kind, value)`` pairs: what is new first, then the event. The same new name twice is one new entry."""
    given: dict[New, str] = {}

    def resolved(value: Any) -> Any:
        if isinstance(value, New):
            if value not in given:
                given[value] = fresh(value.kind)
            return given[value]
        if isinstance(value, Mapping):
            return {key: resolved(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [resolved(item) for item in value]
        return value

    event = from_plain(Event, {**resolved(plain), "id": event_id})
    made = [(new.kind, _CLASSES[new.kind](entry_id, (_name(new.text),))) for new, entry_id in given.items()]
    return [*made, ("events", event)]


def _name(text: str) -> Name:
    lang = registry.likely_language(text)
    return Name(text, "native" if lang else None, lang or None)


@dataclass(frozen=True, slots=True)
class EventDraft:
    """A form that was left half filled. ``event`` is the id of the event, "" for one that is not on record."""

    type: str
    event: str
    typed: Mapping[str, Any] = field(repr=False)

    def text(self) -> str:
        """As it is kept."""
        return json.dumps({"type": self.type, "event": self.event, "typed": self.typed}, ensure_ascii=False)

    @classmethod
    def read(cls, text: str, types: Sequence[str]) -> EventDraft | None:
        """What was kept; ``None`` for a draft of another kind."""
        try:
            held = json.loads(text)
        except ValueError:
            return None
        if not isinstance(held, dict) or held.get("type") not in types or not isinstance(held.get("typed"), dict):
            return None
        return cls(str(held["type"]), str(held.get("event", "")), held["typed"])

    @property
    def first_words(self) -> str:
        """Some of the words in it, to know it by."""
        for key in ("account", "fields.what", "fields.name", *self.typed):
            held = self.typed.get(key)
            text = held if isinstance(held, str) else held.get("text", "") if isinstance(held, dict) else ""
            if isinstance(text, str) and text.strip():
                return " ".join(text.split())[:160]
        return ""
