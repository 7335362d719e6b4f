"""What is made of selected words while an interview goes on: a person, a place or an event, its form filled from them.

The form stands in place of the text, which it brings back as it was; nothing else of the case comes into sight with it.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case import Case, Testimony
from app.services import event_words, from_words, registry, session, work
from app.services.event_words import ListedEvent, Stand
from app.services.open_vault import OpenVault
from ui.page import Around, Page
from ui.pages.event_desk import EventDesk
from ui.pages.event_new import NewEvent
from ui.pages.event_options import Offered
from ui.pages.people_editing import Editing
from ui.widgets.options import Option, Options
from ui.widgets.words import PLAIN

translate = QCoreApplication.translate

#: At these places what is begun from words is kept, apart from what is begun on the pages of people and of events.
_SAID, _EVENTS = "said", "events:said"

_Read = tuple[tuple[ListedEvent, ...], Offered, dict[str, Stand], dict[str, Any], str]


class SaidForms(QWidget):
    """``opened`` when a form stands here, ``closed`` when it is gone again."""

    opened = Signal()
    closed = Signal()

    def __init__(self, around: Around, page: Page) -> None:
        super().__init__(page)
        self._around, self._page, self._desk = around, page, around.desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._box = QWidget(self)
        box = QVBoxLayout(self._box)
        around.look.pad(box, self._box, (32, 8, 32, 0), 0)
        column.addWidget(self._box, 1)
        self._events = QWidget(self)
        events = QVBoxLayout(self._events)
        around.look.pad(events, self._events, (0, 8, 0, 0), 0)
        column.addWidget(self._events, 1)
        self.forms = session.forms()
        countries = Options()
        around.tasks.compute(
            self,
            lambda _progress, _stopping: registry.countries(),
            lambda held: countries.fill(Option(code, name, found_by=code) for code, name in held),
        )
        self.editing = Editing(around, self._box, countries, page, new=_SAID)
        self.editing.opened.connect(self._opened)
        self.editing.closed.connect(self._entry_closed)
        self.editing.failed.connect(page.say)
        self.event_desk: EventDesk | None = None
        self.hide()

    def begun(self) -> list[str]:
        """The kinds of entry of which one was begun from words and is not saved yet."""
        return [kind for kind in (registry.PEOPLE, registry.PLACES) if f"{kind}:{_SAID}" in self.editing.drafts]

    @property
    def open(self) -> bool:
        """Whether a form stands here."""
        return self.editing.form is not None or self.event_desk is not None

    # --- a person, a place ---

    def entry(self, kind: str, said: str, witness: str = "") -> None:
        """The form of a new person or place with what the words say; whoever is on record already is not entered twice."""
        filled = from_words.person_from(witness, said) if kind == registry.PEOPLE else {"names": [from_words.name_from(said)]}
        said = filled["names"][0]["text"]
        held = registry.entry(self._desk.case, from_words.on_record(self._desk.case, kind, said)) if said else None
        if held is not None:
            name = f"\u2068{registry.first_name(held)}\u2069"
            self._page.notice.say(
                self.tr("{0} is on record already.").format(name),
                self.tr("Nothing was added. More is written down on the page of people and places."),
                kind=PLAIN,
            )
            return
        self._page.notice.clear()
        begun = f"{kind}:{_SAID}" in self.editing.drafts
        self.editing.begin(kind)
        form = self.editing.form
        if form is not None and said and not begun:
            for key, value in filled.items():
                editor = form.editors[key]
                editor.load(value)
                editor.touched = True  # it is not on record yet
                editor.edited.emit()
            form.open_at("names")

    def _entry_closed(self, entry_id: str) -> None:
        if entry_id:
            held = registry.entry(self._desk.case, entry_id)
            name = f"\u2068{registry.first_name(held)}\u2069" if held is not None else ""
            self._page.notice.say(self.tr("{0} is on record now.").format(name), kind=PLAIN, icon="check")
        self._close()

    # --- an event ---

    def event_of(self, testimony: Testimony, said: str) -> None:
        """Ask for the type of an event, then open its form with what the words say."""
        panel = NewEvent(self._around.look, self._page, self.forms)
        panel.chosen.connect(lambda key: self._read(key, testimony, said))
        panel.open()

    def _read(self, type_key: str, testimony: Testimony, said: str) -> None:
        case, case_id = self._desk.case, self._desk.case_id

        def read(vault: OpenVault) -> _Read:
            store = vault.store(case_id)
            events = event_words.listed(case)
            drafts = work.drafts(store)
            place = next(p for n in range(1, 10_000) if (p := f"{_EVENTS}{n}") not in drafts)
            own = self.forms.types[type_key].fields
            quotation = next((each.key for each in own if each.kind == "quotation"), "quote")
            filled = from_words.event_from(case, testimony, said, quotation) if said.strip() else {}
            return events, Offered.of(case, events), event_words.stands(store, case, dt.date.today()), filled, place

        self._around.tasks.query(self, read, partial(self._show_event, case, type_key))

    def _show_event(self, case: Case, type_key: str, held: _Read) -> None:
        events, offered, stands, filled, place = held
        if self.open:
            return
        made = EventDesk(self._around, self.forms, type_key, "", place)
        made.take_case(case, events, offered, stands)
        made.begin(None, filled)
        made.left.connect(self._event_left)
        self.event_desk = made
        layout = self._events.layout()
        assert layout is not None
        layout.addWidget(made)
        self._page.notice.clear()
        self._opened()
        made.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _event_left(self, entry_id: str) -> None:
        held, self.event_desk = self.event_desk, None
        if held is not None:
            held.hide()
            held.deleteLater()
        if any(event.id == entry_id for event in self._desk.case.events):
            self._page.notice.say(self.tr("The event is on record now."), kind=PLAIN, icon="check")
        self._close()

    # --- here ---

    def _opened(self) -> None:
        self._box.setVisible(self.event_desk is None)
        self._events.setVisible(self.event_desk is not None)
        self.show()
        self.opened.emit()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def flush(self) -> None:
        """Keep what stands in a form as a draft."""
        self.editing.keep_form()
        if self.event_desk is not None:
            self.event_desk.flush()

    def put_away(self) -> None:
        """The interview is left: what was typed stays as a draft."""
        self.flush()
        if self.event_desk is not None:
            self._event_left("")
        if self.editing.form is not None:
            self.editing.put_away()
            self._close()
