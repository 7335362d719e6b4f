"""Events: what happened, as a list, and the form of one of them. What is typed is kept before it is saved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.case import Case
from app.services import event_words, session, timeline, work
from app.services.event_words import ListedEvent, Stand
from app.services.open_vault import OpenVault
from ui.page import Around, Hints, Page
from ui.pages.event_desk import EventDesk
from ui.pages.event_list import EventList, Line, lines_of
from ui.pages.event_new import NewEvent
from ui.pages.event_options import Offered
from ui.pages.event_saving import EventDraft
from ui.pages.event_timeline import EventTimeline
from ui.undoing import offer_undo
from ui.widgets.buttons import KeyButton

translate = QCoreApplication.translate

#: Before the id of an event, or ``new``, at the place of its draft.
DRAFTS = "events:"
NEW = "new"


@dataclass(frozen=True, slots=True)
class _View:
    """All that the page shows of one value of the case, made on the vault thread."""

    events: tuple[ListedEvent, ...] = field(default=(), repr=False)
    lines: list[Line] = field(default_factory=list, repr=False)
    offered: Offered = field(default_factory=Offered.none, repr=False)
    stands: dict[str, Stand] = field(default_factory=dict, repr=False)
    drafts: dict[str, EventDraft] = field(default_factory=dict, repr=False)
    timed: tuple[timeline.Timed, ...] = field(default=(), repr=False)


class EventsPage(Page):
    """The list or the timeline, or the form over it. ``begin`` opens the form of a new event; other pages reach one by its
    id."""

    key = "events"
    icon = "calendar-days"

    @classmethod
    def label(cls) -> str:
        return translate("EventsPage", "Events")

    def __init__(self, around: Around) -> None:
        super().__init__(around, self.label(), margins=False)
        self._view = _View()
        self._wanted = ""
        self._taken = False  # whether the list shows the case yet
        self._saved = ""  # the event whose form was left: its row is chosen once the list knows of it
        self._begun: set[str] = set()  # places of drafts that this page gave out: none is given twice
        self.forms = session.forms()
        self.new_button = KeyButton(self.look, self.tr("New event"), "Ctrl+E", icon="plus")
        self.new_button.clicked.connect(self.choose_type)
        self.switch = KeyButton(self.look, self.tr("Timeline"), "Ctrl+T", icon="calendar-days")
        self.switch.clicked.connect(self.switch_view)
        self.stack = QStackedWidget(self)
        self.list = EventList(self.look, self.forms)
        self.timeline = EventTimeline(self.look, self.tasks)
        for button in (*self.timeline.sizes, self.switch, self.new_button):
            self.head.addWidget(button)
        self._shown: EventList | EventTimeline = self.list  # what stands behind the form
        for shown in (self.list, self.timeline):
            shown.opened.connect(self.show_entry)
            self.stack.addWidget(shown)
        self.event_desk: EventDesk | None = None
        self.body.addWidget(self.stack)
        self._show(self.list)
        offer_undo(self, may=lambda: self.event_desk is None)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self.list)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.list.find_field.setFocus)
        self.refresh()

    def hints(self) -> Hints:
        if self.event_desk is not None:
            return (
                (("Tab",), self.tr("next field")),
                (("Ctrl+M",), self.tr("more fields")),
                (("Ctrl+S",), self.tr("save")),
                (("Esc",), self.tr("leave")),
            )
        if self._shown is self.timeline:
            return (
                (("Left", "Right"), self.tr("event before, after")),
                (("Up", "Down"), self.tr("other type")),
                (("+", "-", "0"), self.tr("larger, smaller, all")),
                (("Return",), self.tr("open")),
                (("Ctrl+Z",), self.tr("undo")),
            )
        return (
            (("Up", "Down"), self.tr("choose")),
            (("Return",), self.tr("open")),
            (("Ctrl+F",), self.tr("find")),
            (("Ctrl+Z",), self.tr("undo")),
        )

    def primary(self) -> QWidget | None:
        if self.event_desk is not None:
            return self.event_desk.first_field()
        if self._taken and self.list.blank:
            return self.new_button
        if self._shown is self.timeline:
            return self.timeline.first()
        return self.list.table if self.list.table.isVisibleTo(self.list) else self.list.find_field

    # --- what is shown ---

    def refresh(self) -> None:
        case, case_id, types = self.desk.case, self.desk.case_id, tuple(self.forms.types)

        def view(vault: OpenVault) -> _View:
            store = vault.store(case_id)
            drafts = {
                place: draft
                for place, held in work.drafts(store).items()
                if place.startswith(DRAFTS) and (draft := EventDraft.read(held.text, types)) is not None
            }
            known = {event.id for event in case.events}
            drafts = {place: draft for place, draft in drafts.items() if not draft.event or draft.event in known}
            events = event_words.listed(case)
            stands = event_words.stands(store, case, dt.date.today())
            timed = timeline.timed(case, events)
            return _View(events, lines_of(events, drafts), Offered.of(case, events), stands, drafts, timed)

        self.tasks.query(self, view, partial(self._take, case))

    def _take(self, case: Case, view: _View) -> None:
        if case is not self.desk.case:
            return  # a newer value is on its way
        self._view = view
        self._taken = True
        held = self.window().focusWidget()
        self.list.show_lines(view.lines)
        self.timeline.show_events(view.events, view.timed)
        if held is not self.window().focusWidget() and held is not None and self.list.isAncestorOf(held):
            self._give_keyboard()  # a table that was hidden passed it on, to the rail at worst
        if self._saved and self.event_desk is None and self.list.choose(self._saved):
            self._saved = ""
            if held is self.new_button:
                self._give_keyboard()
        if self.event_desk is not None:
            self.event_desk.take_case(case, view.events, view.offered, view.stands)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.show_entry(wanted)

    def switch_view(self) -> None:
        """Show the events as a timeline, or as a list again, at the same event."""
        at = self.timeline.standing if self._shown is self.timeline else self.list.table.key
        self._show(self.list if self._shown is self.timeline else self.timeline)
        self._shown.choose(at)
        self._give_keyboard()

    def _show(self, shown: EventList | EventTimeline) -> None:
        self._shown = shown
        self.stack.setCurrentWidget(shown)
        self.switch.set_words(self.tr("List") if shown is self.timeline else self.tr("Timeline"))
        for button in self.timeline.sizes:
            button.setVisible(shown is self.timeline and self.event_desk is None)
        self.switch.set_icon("layout-list" if shown is self.timeline else "calendar-days")
        self.hinted.emit()

    # --- one event ---

    def show_entry(self, entry_id: str) -> None:
        """Open the form of an event, or go on with a draft by its place; what was typed there before comes back."""
        draft = self._view.drafts.get(entry_id)
        if draft is not None and not draft.event:
            self._open(draft.type, "", entry_id, draft)
            return
        event = next((event for event in self.desk.case.events if event.id == entry_id), None)
        if event is None or not self._view.events:
            self._wanted = entry_id  # the case was opened just now, or a change is on its way
            return
        place = DRAFTS + entry_id
        self._open(event.type, entry_id, place, self._view.drafts.get(place))

    def choose_type(self) -> None:
        """Ask which type a new event is of."""
        panel = NewEvent(self.look, self.window(), self.forms)
        panel.chosen.connect(self.begin)
        panel.open()

    def begin(self, type_key: str, filled: dict[str, Any] | None = None) -> None:
        """Open the form of a new event; ``filled`` are parts of it as a case file writes them (``date``, ``place``)."""
        places = (DRAFTS + NEW + (str(number) if number > 1 else "") for number in range(1, 10_000))
        known = {DRAFTS + event.id for event in self.desk.case.events}
        place = next(each for each in places if each not in known | self._begun and each not in self._view.drafts)
        self._begun.add(place)
        self._open(type_key, "", place, None, filled)

    def _open(
        self, type_key: str, event_id: str, place: str, draft: EventDraft | None, filled: dict[str, Any] | None = None
    ) -> None:
        self._close_form()
        self._saved = ""
        made = EventDesk(self.around, self.forms, type_key, event_id, place)
        made.take_case(self.desk.case, self._view.events, self._view.offered, self._view.stands)
        made.begin(draft, filled or {})
        made.left.connect(self._left)
        self.notice.clear()
        self.event_desk = made
        self.stack.addWidget(made)
        self.stack.setCurrentWidget(made)
        self.new_button.hide()
        for button in (self.switch, *self.timeline.sizes):
            button.hide()
        self.hinted.emit()
        made.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        if self.event_desk is not None:
            held, self.event_desk = self.event_desk, None
            held.flush()
            self.stack.removeWidget(held)
            held.hide()
            held.deleteLater()

    def _left(self, entry_id: str) -> None:
        """The form was saved or left: back to the list, at its row."""
        self._close_form()
        self._show(self._shown)
        self.new_button.show()
        self.switch.show()
        self.timeline.choose(entry_id)
        self.refresh()
        self._saved = "" if self.list.choose(entry_id) else entry_id
        self._give_keyboard()

    def _give_keyboard(self) -> None:
        first = self.primary()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        if self.event_desk is not None:
            self.event_desk.flush()
