"""The form for a person, place or organization: everything a case file holds of them, saved as one change."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain import vocabulary as keys
from app.domain.case import ENTRY_KINDS, Case
from app.domain.plain import from_plain, to_plain
from app.errors import Spot
from app.services import registry
from app.services.registry import Entry
from ui import vocabulary
from ui.look import Look
from ui.pages import people_words
from ui.widgets.buttons import FILLED, KeyButton
from ui.widgets.date_editor import DateEditor
from ui.widgets.editing import Editor
from ui.widgets.editors import AnswerEditor, LineEditor, TextEditor
from ui.widgets.fields import FieldRow
from ui.widgets.lists import ListEditor, Part, PartsEditor, TickEditor, TicksEditor
from ui.widgets.options import Option, Options
from ui.widgets.picker import PickEditor
from ui.widgets.scrolled import Scrolled
from ui.widgets.section_head import SectionHead
from ui.widgets.words import Hairline, Notice, words

#: Offered for a spelling; any other tag can be typed.
_OFFERED_LANGUAGES = (*vocabulary.LANGUAGES, "zh-Latn", "ug-Latn")


class EntryForm(QWidget):
    """One form. ``saved`` and ``left`` ask the page to save or to close; ``typed`` comes after the last key, at the latest a
    second later, to keep a draft."""

    saved = Signal()
    left = Signal()
    typed = Signal()

    def __init__(self, look: Look, case: Case, kind: str, one: Entry | None, countries: Options) -> None:
        super().__init__()
        self.look, self.case, self.kind, self.one, self.countries = look, case, kind, one, countries
        self.editors: dict[str, Editor] = {}
        self._listing = registry.listing(case)
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 0)
        column.addLayout(self._top())
        column.addWidget(Hairline(look))
        self.notice = Notice(look, self)
        column.addWidget(self.notice)
        self.scrolled = Scrolled(look, margins=(0, 4, 12, 16), spacing=8)
        column.addWidget(self.scrolled, 1)
        {registry.PEOPLE: self._person, registry.PLACES: self._place, registry.ORGANIZATIONS: self._organization}[kind]()
        self.scrolled.column.addStretch(1)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(900)
        self._clock.timeout.connect(self.typed)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(400)
        self.scrolled.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._settle())
        self._load(to_plain(one) if one is not None else {})
        for editor in self.editors.values():
            editor.edited.connect(self._edited)
        self.editors["names"].edited.connect(self._same_name)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 0, 0, 8), 8)
        self.title = words(self._title(), "section", wrap=True)
        row.addWidget(self.title, 1)
        self.save_button = KeyButton(self.look, self.tr("Save"), "Return", kind=FILLED, bind=False, parent=self)
        self.save_button.clicked.connect(self.saved)
        self.cancel_button = KeyButton(self.look, self.tr("Cancel"), "Esc", bind=False, parent=self)
        self.cancel_button.clicked.connect(self.left)
        row.addWidget(self.save_button)
        row.addWidget(self.cancel_button)
        also = QShortcut(QKeySequence("Ctrl+S"), self)
        also.activated.connect(self.saved)
        return row

    def _title(self) -> str:
        if self.one is not None:
            return people_words.isolated(registry.first_name(self.one))
        return {
            registry.PEOPLE: self.tr("New person"),
            registry.PLACES: self.tr("New place"),
            registry.ORGANIZATIONS: self.tr("New organisation"),
        }[self.kind]

    # --- what it holds ---

    def _load(self, plain: dict[str, Any]) -> None:
        for key, editor in self.editors.items():
            value = plain.get(key)
            editor.load([value] if key == "at_risk" and isinstance(value, dict) else value)

    @property
    def touched(self) -> bool:
        """Whether anything was typed that is not saved."""
        return any(editor.touched for editor in self.editors.values())

    def faults(self) -> list[Editor]:
        """The editors that hold what cannot be saved; each says why. The first gets the keyboard."""
        found = [fault for editor in self.editors.values() for fault in editor.faults()]
        if not found and not self.editors["names"].value():
            names = self.editors["names"]
            text = self.tr("At least one name is needed. Nobody knows it? Describe them: “the tall officer”, a description.")
            names.tell(text, "circle-alert", "attention")
            found = [names]
        if found:
            self._go_to(found[0])
        return found

    def value(self, entry_id: str, now: Entry | None = None) -> Entry:
        """The entry as it would be saved, under an id. What nobody touched here stays as it is ``now``: another page may have
        changed it while the form was open."""
        plain = dict(to_plain(now)) if now is not None else {}
        for key, editor in self.editors.items():
            if now is not None and not editor.touched:
                continue
            plain.pop(key, None)
            if (value := editor.value()) is not None:
                plain[key] = value
        entry: Entry = from_plain(ENTRY_KINDS[self.kind], {**plain, "id": entry_id})
        return entry

    def _same_name(self) -> None:
        """Tell who else is written so: it may be the same person, and a shared name is asked about at each mention."""
        spelled = {key for name in self.editors["names"].value() or () if (key := registry.folded(name.get("text", "")))}
        mine = self.one.id if self.one is not None else ""
        same = [row for row in self._listing if row.id != mine and spelled.intersection(row.keys)]
        if same:
            who = ", ".join(
                dict.fromkeys(f"{people_words.isolated(row.name)} ({people_words.listed_second(row)})" for row in same)
            )
            text = self.tr("On record already: {0}. If these are two, each mention of the name will be asked about.")
            self.editors["names"].tell(text.format(who.replace(" ()", "")), "info")

    def draft(self) -> str:
        """What was touched and is not saved, as JSON; "" for nothing."""
        held = {key: editor.typed() for key, editor in self.editors.items() if editor.touched}
        return json.dumps(held, ensure_ascii=False) if held else ""

    def restore(self, draft: str) -> None:
        """Show what ``draft`` gave."""
        try:
            held = json.loads(draft)
        except ValueError:
            return
        for key, typed in held.items() if isinstance(held, dict) else ():
            if key in self.editors:
                self.editors[key].restore(typed)

    def mark(self, spot: Spot, reason: str) -> None:
        """Show a fault that was found when saving."""
        steps: list[str | int] = [
            int(step) if step.isdecimal() else step for step in spot.path.replace("[", ".").replace("]", "").split(".") if step
        ]
        if steps and steps[0] in self.editors:
            self._go_to(self.editors[str(steps[0])].mark(steps[1:], reason))
        else:
            self.notice.say(self.tr("Not saved."), reason)

    def open_at(self, key: str) -> None:
        """Put the keyboard where the change is to be made; "+names" begins another spelling."""
        editor = self.editors.get(key.lstrip("+"), self.editors["names"])
        if isinstance(editor, ListEditor) and (key.startswith("+") or not editor.items):
            editor.add()
        self._go_to(editor)
        if isinstance(editor, ListEditor) and key.startswith("+"):
            self._go_to(editor.items[-1])

    def _go_to(self, editor: Editor) -> None:
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settling.start()
        QTimer.singleShot(0, self, self._show_focus)

    def _settle(self) -> None:
        """Fields that stack in a narrow window move what is below them: follow until they have found their place."""
        if self._settling.isActive():
            QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        """Scroll to the field that has the keyboard."""
        held = self.focusWidget()
        if held is not None and self.scrolled.inner.isAncestorOf(held):
            self.scrolled.ensureWidgetVisible(held, 0, self.look.px(80))

    def _edited(self) -> None:
        if not self._clock.isActive():  # not begun anew with each key: while one types, a draft is kept each second
            self._clock.start()

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves from every field but one of several lines, where it needs Ctrl; on a button it presses it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = self.focusWidget()
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if isinstance(held, QAbstractButton) and not isinstance(held, QCheckBox) and not held.isCheckable() and not ctrl:
                held.click()
            elif not isinstance(held, QPlainTextEdit) or ctrl:
                self.saved.emit()
        else:
            super().keyPressEvent(event)

    # --- the fields ---

    def _row(self, key: str, label: str, editor: Editor, note: str = "", icon: str = "") -> None:
        row = FieldRow(self.look, label, editor, parent=self.scrolled.inner)
        editor.stand_in(row, note, icon)
        self.editors[key] = editor
        self.scrolled.column.addWidget(row)

    def _section(self, title: str) -> None:
        self.scrolled.column.addWidget(SectionHead(self.look, title))

    def _names(self) -> None:
        note = self.tr("The first is the one shown. All of these, in any order or case, are found and masked.")
        names = ListEditor(self.look, self.tr("Spellings"), self.tr("Add a spelling"), self._name, ordered=True, start=True)
        self._row("names", self.tr("Names"), names, note)

    def _name(self) -> Editor:
        look = self.look
        text = LineEditor(look, self.tr("Spelling"), hint=self.tr("as it is written"))
        kind = AnswerEditor(
            look,
            self.tr("What kind of spelling"),
            vocabulary.rows(keys.NAME_KINDS, vocabulary.name_kind, self.tr("kind not said")),
            listed=True,
        )
        language = PickEditor(look, self.tr("Language"), Options(_languages()), free=True, hint=self.tr("language"))
        parts = PartsEditor(
            look,
            self.tr("Spelling"),
            (Part("text", text, 5), Part("kind", kind, 4), Part("lang", language, 5)),
            narrow=520,
            needs=("text", self.tr("Write the spelling, or take this line away.")),
        )

        def guess() -> None:
            if not language.touched and not parts.loaded_with("lang"):
                language.load(registry.likely_language(text.line.text()) or None)

        text.edited.connect(guess)
        return parts

    def _pairs(self, name: str, add: str, kinds: Sequence[str], word: Callable[[str], str], first: str) -> ListEditor:
        def make() -> Editor:
            choice = AnswerEditor(
                self.look, self.tr("Kind"), vocabulary.rows(kinds, word, self.tr("kind not said")), listed=True
            )
            value = LineEditor(self.look, first)
            return PartsEditor(
                self.look,
                name,
                (Part("kind", choice, 2), Part("value", value, 3)),
                narrow=320,
                needs=("value", self.tr("Write it, or take this line away.")),
            )

        return ListEditor(self.look, name, add, make)

    def _risk(self) -> Editor:
        look = self.look
        rows = [*self._options(registry.ORGANIZATIONS), *self._options(registry.PEOPLE)]
        source = PickEditor(look, self.tr("From whom"), Options(rows), hint=self.tr("a person or organisation on record"))
        because = TextEditor(look, self.tr("Why"), long=True, lines=2, hint=self.tr("what was threatened or done"))
        since = DateEditor(look, self.tr("Since"), hint=self.tr("as it was said: “since spring 2021”"))
        parts = (Part("from", source, label=True), Part("because", because, label=True), Part("since", since, label=True))
        return PartsEditor(look, self.tr("Risk"), parts, narrow=9999)

    def _options(self, kind: str) -> list[Option]:
        mine = self.one.id if self.one is not None else ""
        return [
            Option(row.id, row.name, people_words.listed_second(row), " ".join(name.text for name in one.names))
            for row, one in zip(
                (row for row in self._listing if row.kind == kind), registry.entries(self.case, kind), strict=True
            )
            if row.id != mine
        ]

    def _person(self) -> None:
        look, none = self.look, self.tr("not recorded")
        self._names()
        self._section(self.tr("Who this is"))
        self._row("roles", self.tr("Roles"), TicksEditor(look, self.tr("Roles"), vocabulary.rows(keys.ROLES, vocabulary.role)))
        how = LineEditor(look, self.tr("How related"), hint=self.tr("brother, old friend, …"))
        to = PickEditor(look, self.tr("To whom"), Options(self._options(registry.PEOPLE)), hint=self.tr("of whom"))
        relation = PartsEditor(look, self.tr("Relation"), (Part("as", how), Part("to", to)), narrow=320)
        self._row("relation", self.tr("Relation"), relation, self.tr("“younger brother” of “the witness”"))
        sex = AnswerEditor(look, self.tr("Sex"), vocabulary.rows(keys.SEXES, vocabulary.sex, none))
        self._row("sex", self.tr("Sex"), sex)
        born = DateEditor(look, self.tr("Born"), hint=self.tr("as it is told: “spring 1974”, “about 1980”"))
        self._row("born", self.tr("Born"), born, self.tr("Exports show the year at most."), "eye-off")
        self._row("nationality", self.tr("Nationality"), PickEditor(look, self.tr("Nationality"), self.countries))
        self._row("occupation", self.tr("Occupation"), LineEditor(look, self.tr("Occupation")))
        lives = PickEditor(
            look, self.tr("Lives in"), Options(self._options(registry.PLACES)), hint=self.tr("a place on record")
        )
        self._row("lives_in", self.tr("Lives in"), lives)
        self._row(
            "public_figure",
            self.tr("Public figure"),
            TickEditor(look, self.tr("A public person")),
            self.tr("Named in public for what is told here. Stands by name in every copy."),
            "eye",
        )
        self._section(self.tr("Contacts and numbers"))
        contacts = self._pairs(
            self.tr("Contacts"), self.tr("Add a contact"), keys.CONTACT_KINDS, vocabulary.contact_kind, self.tr("Contact")
        )
        self._row("contacts", self.tr("Contacts"), contacts)
        numbers = self._pairs(
            self.tr("Numbers"), self.tr("Add a number"), keys.IDENTIFIER_KINDS, vocabulary.identifier_kind, self.tr("Number")
        )
        self._row("identifiers", self.tr("Papers, numbers"), numbers)
        self._section(self.tr("At risk"))
        risks = ListEditor(look, self.tr("Risks"), self.tr("Add a risk"), self._risk)
        self._row("at_risk", self.tr("From whom and why"), risks)

    def _place(self) -> None:
        look = self.look
        self._names()
        self._section(self.tr("What this is"))
        kind = AnswerEditor(
            look,
            self.tr("Kind"),
            vocabulary.rows(keys.PLACE_KINDS, vocabulary.place_kind, self.tr("not recorded")),
            listed=True,
        )
        self._row(
            "kind", self.tr("Kind"), kind, self.tr("Decides in which copies it is shown; without a kind, in none."), "eye-off"
        )
        mine = self.one.id if self.one is not None else None
        larger = {place.id for place in registry.can_lie_in(self.case, mine, None)}
        rows = [row for row in self._options(registry.PLACES) if row.key in larger]
        within = PickEditor(look, self.tr("Lies in"), Options(rows), hint=self.tr("the next larger place on record"))
        self._row("within", self.tr("Lies in"), within)
        public = TickEditor(look, self.tr("Known to everyone"))
        self._row(
            "public",
            self.tr("Public"),
            public,
            self.tr("A public square, a capital, a scene of history. Shown in every copy."),
            "eye",
        )

    def _organization(self) -> None:
        look = self.look
        self._names()
        self._section(self.tr("What this is"))
        kind = AnswerEditor(
            look,
            self.tr("Kind"),
            vocabulary.rows(keys.ORGANIZATION_KINDS, vocabulary.organization_kind, self.tr("not recorded")),
            listed=True,
        )
        self._row("kind", self.tr("Kind"), kind)
        self._row("country", self.tr("Country"), PickEditor(look, self.tr("Country"), self.countries))
        public = TickEditor(look, self.tr("Known to everyone"))
        self._row(
            "public",
            self.tr("Public"),
            public,
            self.tr("Named in public for what is told here. Stands by name in every copy."),
            "eye",
        )


def _languages() -> list[Option]:
    return [Option(tag, vocabulary.language(tag), tag, tag) for tag in _OFFERED_LANGUAGES]
