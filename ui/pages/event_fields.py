"""The one mechanism by which a record type becomes a form: for each kind of field an editor, for each field its note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain import vocabulary as keys
from app.domain.forms import Field
from app.services.event_words import Stand, masked_words
from ui import vocabulary
from ui.look import Look
from ui.pages.event_options import DOCUMENT, ORGANIZATION, PERSON, Offered
from ui.widgets.date_editor import DateEditor
from ui.widgets.editing import Editor, Steps
from ui.widgets.editors import AnswerEditor, LineEditor, NumberEditor, TextEditor
from ui.widgets.picker import New, PickEditor
from ui.widgets.records import Part, RecordEditor, RowsEditor

translate = QCoreApplication.translate

#: Fields that hold the language of a quotation.
LANGUAGE_FIELDS = ("quote_lang",)
#: Kinds whose editors take the whole width of a form.
WIDE = ("narrative", "quotation", "places", "legs", "money")


@dataclass(slots=True)
class Ground:
    """What editors are made from. ``told_on`` gives the day on which a date was told."""

    look: Look
    offered: Offered
    told_on: Callable[[], dt.date]
    stands: Mapping[str, Stand] = field(default_factory=dict, repr=False)

    # --- pickers ---

    def person(self, name: str) -> PickEditor:
        """Picks a person, or adds one."""
        words = translate("event", "Someone new: “{0}”")
        return _Entry(self, name, "people", self.offered.people, words)

    def place(self, name: str) -> PickEditor:
        """Picks a place, or adds one."""
        return _Entry(self, name, "places", self.offered.places, translate("event", "New place: “{0}”"))

    def organization(self, name: str) -> PickEditor:
        """Picks an organization, or adds one."""
        words = translate("event", "New organisation: “{0}”")
        return _Entry(self, name, "organizations", self.offered.organizations, words)

    def language(self, name: str) -> PickEditor:
        """Picks a language; a tag that is not listed can be typed."""
        return PickEditor(self.look, name, self.offered.languages, free=True, hint=translate("event", "which language"))

    def event(self, name: str) -> PickEditor:
        """Picks another event."""
        return PickEditor(self.look, name, self.offered.events)

    def date(self, name: str) -> DateEditor:
        """A date as people say it."""
        return DateEditor(self.look, name, told_on=self.told_on)

    # --- common parts ---

    def people(self, name: str) -> RowsEditor:
        """People and the part each had."""
        return self._parts(name, "person", translate("event", "Person"), self.person, vocabulary.person_part, keys.PERSON_PARTS)

    def organizations(self, name: str) -> RowsEditor:
        """Organizations and the part each had."""
        label = translate("event", "Organisation")
        return self._parts(
            name, "organization", label, self.organization, vocabulary.organization_part, keys.ORGANIZATION_PARTS
        )

    def _parts(
        self,
        name: str,
        key: str,
        label: str,
        pick: Callable[[str], Editor],
        word: Callable[[str], str],
        parts: tuple[str, ...],
    ) -> RowsEditor:
        as_label = translate("event", "As")

        def make() -> Editor:
            rows = vocabulary.rows(parts, word, translate("event", "not said"))
            part = AnswerEditor(self.look, f"{name}: {as_label}", rows, listed=True)
            return RecordEditor(
                self.look, name, (Part(key, label, pick(f"{name}: {label}")), Part("as", as_label, part)), needs=(key,)
            )

        return RowsEditor(self.look, name, make, translate("event", "Add"), ordered=False)

    def sources(self, name: str) -> RowsEditor:
        """Who says so: each of one kind, one person, organization or document, on one day."""
        return RowsEditor(self.look, name, lambda: SourceEditor(self, name), translate("event", "Add a source"), ordered=True)

    def causes(self, name: str) -> RowsEditor:
        """The events that led to this one."""
        return RowsEditor(self.look, name, lambda: self.event(name), translate("event", "Add an event"))


class _Entry(PickEditor):
    """A picker of people, places or organizations that says what an export shows for whom it holds."""

    def __init__(self, ground: Ground, name: str, kind: str, options: Any, words: str) -> None:
        super().__init__(ground.look, name, options, new_kind=kind, new_words=words)
        self._ground = ground

    def tell(self, text: str = "", icon: str = "", token: str = "text2") -> None:
        if not text and self._standing[0] == "" and isinstance(self._picked, str):
            text, icon = stand_words(self._ground.stands.get(self._picked))
        super().tell(text, icon, token)


class SourceEditor(RecordEditor):
    """One source. The person, organization or document is one picker, since a source names one of them at most."""

    def __init__(self, ground: Ground, name: str) -> None:
        look = ground.look
        rows = vocabulary.rows(keys.SOURCE_KINDS, vocabulary.source_kind, translate("event", "not said"))
        kind_label, who_label = translate("event", "Kind"), translate("event", "Who, or which")
        on_label = translate("event", "Said on")
        self._who = PickEditor(
            look,
            f"{name}: {who_label}",
            ground.offered.sources,
            new_kind="people",
            new_words=translate("event", "Someone new: “{0}”"),
        )
        self.said_on = DateEditor(look, f"{name}: {on_label}", told_on=dt.date.today)
        super().__init__(
            look,
            name,
            (
                Part("kind", kind_label, AnswerEditor(look, f"{name}: {kind_label}", rows, listed=True)),
                Part("who", who_label, self._who),
                Part("said_on", on_label, self.said_on),
            ),
        )

    def put(self, value: Any) -> None:
        given = dict(value or {})
        for prefix in (PERSON, ORGANIZATION, DOCUMENT):
            if (held := given.pop(prefix.rstrip(":"), None)) is not None:
                given["who"] = prefix + held
        super().put(given)

    def read(self) -> Any:
        given = dict(super().read() or {})
        who = given.pop("who", None)
        if isinstance(who, New):
            given["person"] = who
        elif who:
            prefix, _, entry_id = who.partition(":")
            given[prefix] = entry_id
        return given or None

    def mark(self, steps: Steps, reason: str) -> Editor:
        if steps and f"{steps[0]}:" in (PERSON, ORGANIZATION, DOCUMENT):
            return self._who.mark((), reason)
        return super().mark(steps, reason)


def editor_for(ground: Ground, each: Field) -> Editor:
    """The editor of a field. Raises ``KeyError`` for a kind that has none: there is none such."""
    look, name = ground.look, each.label
    if each.key in LANGUAGE_FIELDS:
        return ground.language(name)
    return _EDITORS[each.kind](ground, look, name, each)


def _money(ground: Ground, look: Look, name: str, each: Field) -> Editor:
    amount, currency, on = translate("event", "Amount"), translate("event", "Currency"), translate("event", "Valued on")
    return RecordEditor(
        look,
        name,
        (
            Part("amount", amount, NumberEditor(look, f"{name}: {amount}")),
            Part("currency", currency, LineEditor(look, f"{name}: {currency}", hint="USD, CNY, …", upper=True)),
            Part("on", on, ground.date(f"{name}: {on}")),
        ),
    )


def _legs(ground: Ground, look: Look, name: str, each: Field) -> Editor:
    def make() -> Editor:
        parts = []
        for part in each.parts:
            note, icon = field_note(part)
            parts.append(Part(part.key, part.label, editor_for(ground, part), note, icon))
        return RecordEditor(look, name, parts, least=200)

    return RowsEditor(look, name, make, translate("event", "Add a leg"), ordered=True)


def _places(ground: Ground, look: Look, name: str, each: Field) -> Editor:
    def make() -> Editor:
        label = translate("event", "Place")
        return ground.place(f"{name}: {label}")

    return RowsEditor(look, name, make, translate("event", "Add a place"), ordered=True)


def _choice(ground: Ground, look: Look, name: str, each: Field) -> Editor:
    rows = [*((key, choice_word(key)) for key in each.choices), ("", translate("event", "Not asked"))]
    return AnswerEditor(look, name, rows)


def _yes_no(ground: Ground, look: Look, name: str, each: Field) -> Editor:
    rows = [*((key, choice_word(vocabulary.yes_no(key))) for key in keys.YES_NO), ("", translate("event", "Not asked"))]
    return AnswerEditor(look, name, rows)


_EDITORS: Mapping[str, Callable[[Ground, Look, str, Field], Editor]] = {
    "text": lambda ground, look, name, each: TextEditor(look, name),
    "narrative": lambda ground, look, name, each: TextEditor(look, name, long=True, lines=2),
    "quotation": lambda ground, look, name, each: TextEditor(look, name, long=True, quoted=True, lines=2),
    "number": lambda ground, look, name, each: NumberEditor(look, name),
    "yesno": _yes_no,
    "date": lambda ground, look, name, each: ground.date(name),
    "person": lambda ground, look, name, each: ground.person(name),
    "place": lambda ground, look, name, each: ground.place(name),
    "places": _places,
    "organization": lambda ground, look, name, each: ground.organization(name),
    "identifier": lambda ground, look, name, each: LineEditor(look, name),
    "contact": lambda ground, look, name, each: LineEditor(look, name),
    "money": _money,
    "legs": _legs,
    "choice": _choice,
}
KINDS = tuple(_EDITORS)


def choice_word(key: str) -> str:
    """A choice of a form as a lay reader reads it ("Extra-legal", "House arrest")."""
    spoken = key if key in ("extra-legal",) else key.replace("-", " ")
    return spoken[:1].upper() + spoken[1:]


def field_note(each: Field) -> tuple[str, str]:
    """What stands below a field as a rule, with its icon: its export where a rule settles it, else its help."""
    if each.sensitive:
        return translate("event", "Never exported unless chosen"), "eye-off"
    if each.kind in ("identifier", "contact"):
        return translate("event", "In exports: {0}").format(masked_words()[each.kind]), "eye-off"
    return each.help, ""


def stand_words(stand: Stand | None) -> tuple[str, str]:
    """What an export to counsel shows for an entry, with its icon."""
    if stand is None:
        return "", ""
    if stand.style == "name":
        return translate("event", "In exports (counsel): by name"), "eye"
    if stand.style == "omit":
        return translate("event", "In exports (counsel): left out"), "eye-off"
    return translate("event", "In exports (counsel): {0}").format(stand.text), "eye-off"
