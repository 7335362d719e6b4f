"""One event being worked on: its form with title and buttons, its draft, saving and removing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.forms import Forms
from app.domain.plain import to_plain
from app.errors import Spot, UserError
from app.services import work
from app.services.event_words import ListedEvent, Stand
from ui.errors import told
from ui.page import Around
from ui.pages.event_fields import Ground
from ui.pages.event_form import EventForm
from ui.pages.event_options import Offered
from ui.pages.event_saving import EventDraft, entries_of
from ui.widgets.buttons import DANGER, FILLED, KeyButton
from ui.widgets.date_editor import today
from ui.widgets.dialogs import Panel, ask
from ui.widgets.words import PLAIN, Notice, words
from ui.widgets.wrapping import Wrapping

#: Milliseconds from the first key after which what was typed is a draft in the vault.
_KEEP = 800


class EventDesk(QWidget):
    """The form of one event. ``left`` carries the id of the event when it was saved, removed or left ("" for none)."""

    left = Signal(str)

    def __init__(self, around: Around, forms: Forms, type_key: str, event_id: str, place: str) -> None:
        super().__init__()
        self._around, self._look, self._desk = around, around.look, around.desk
        self.type_key, self.event_id, self.place = type_key, event_id, place
        self._held: Mapping[str, Any] | None = None
        self._offered = Offered.none()
        self._events: Sequence[ListedEvent] = ()
        self._ground = Ground(self._look, self._offered, today)
        self.form = EventForm(self._ground, forms, type_key)
        self._label = forms.label(type_key)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP)
        self._timer.timeout.connect(self._keep)
        self._kept = False
        self.form.edited.connect(self._edited)
        self._around.tasks.broken.connect(self._unfreeze)
        self._build()

    def _build(self) -> None:
        look = self._look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        top = QWidget(self)
        row = QHBoxLayout(top)
        look.pad(row, top, (32, 0, 32, 8), 16)
        self.title = words(self._label, "section")
        self.which = words("", "note")
        row.addWidget(self.title)
        row.addWidget(self.which, 1)
        self._buttons = QWidget(top)
        box = Wrapping(self._buttons, right=True)
        look.pad(box, self._buttons, (0, 0, 0, 0), 8)
        self.save_button = KeyButton(look, self.tr("Save"), "Ctrl+S", kind=FILLED)
        self.cancel_button = KeyButton(look, self.tr("Cancel"), "Esc")
        self.discard_button = KeyButton(look, self.tr("Throw away what was typed…"))
        self.remove_button = KeyButton(look, self.tr("Remove…"), kind=DANGER)
        for button, act in (
            (self.discard_button, self._ask_discard),
            (self.save_button, self.save),
            (self.cancel_button, self.cancel),
        ):
            button.clicked.connect(act)
            box.addWidget(button)
        row.addWidget(self._buttons, 3)
        outer.addWidget(top)
        strip = QWidget(self)
        strip_row = QVBoxLayout(strip)
        look.pad(strip_row, strip, (32, 0, 32, 4), 0)
        self.notice = Notice(look, strip)
        strip_row.addWidget(self.notice)
        outer.addWidget(strip)
        outer.addWidget(self.form, 1)
        foot = QHBoxLayout(self.form.foot)
        look.pad(foot, self.form.foot, (0, 16, 0, 0), 0)
        self.remove_button.clicked.connect(self._ask_remove)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        self.discard_button.hide()
        self.remove_button.setVisible(bool(self.event_id))

    # --- what is shown ---

    def take_case(self, case: Case, events: Sequence[ListedEvent], offered: Offered, stands: dict[str, Stand]) -> None:
        """The case as it now stands; what is being typed stays."""
        self._events = events
        self._offered.become(offered.without(self.event_id))
        self._ground.stands = stands
        position = next((number for number, event in enumerate(events, 1) if event.id == self.event_id), 0)
        if position:
            self.which.setText(self.tr("event {0} of {1}").format(position, len(events)))
        else:
            self.which.setText(self.tr("new"))
        held = next((event for event in case.events if event.id == self.event_id), None)
        if self._held is None:
            return  # ``begin`` comes
        if self.event_id and held is None:
            self.notice.say(
                self.tr("This event was removed meanwhile."), self.tr("What stands here is a draft; Save records it anew.")
            )
            return
        if held is not None and not self.form.touched and (plain := to_plain(held)) != self._held:
            self._held = plain
            self.form.load(plain)
        self.form.refresh()

    def begin(self, draft: EventDraft | None, filled: Mapping[str, Any]) -> None:
        """Show what is on record, and over it what was being typed when the form was left or the vault locked."""
        held = next((event for event in self._desk.case.events if event.id == self.event_id), None)
        self._held = to_plain(held) if held is not None else {"type": self.type_key}
        self.form.load({**self._held, **filled})
        if filled:
            self.form.count_as_typed(filled)
            self._edited()
        if draft is not None:
            self.form.restore(draft.typed)
            self._kept = True
            self.discard_button.show()
            self.notice.say(
                self.tr("What you typed here was not saved."),
                self.tr("It is back as you left it. Save records it; it stays a draft until then."),
                kind=PLAIN,
                icon="pen-line",
            )

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self.form.editors["date"]

    # --- drafts ---

    def _edited(self) -> None:
        self.discard_button.show()
        if not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> None:
        if self.form.touched:
            self._kept = True
            self._desk.draft(self.place, EventDraft(self.type_key, self.event_id, self.form.typed()).text())

    def flush(self) -> None:
        """Keep now what was typed since."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    # --- saving ---

    def save(self) -> None:
        """Save the event, with the people and places that are new; what cannot be saved says so at its field."""
        if not self.isEnabled():
            return
        faults = self.form.faults()
        if faults:
            self.flush()
            count = len(faults)
            head = self.tr("Not saved yet: one field needs a look.")
            if count > 1:
                head = self.tr("Not saved yet: {0} fields need a look.").format(count)
            self.notice.say(head, self.tr("What you typed is kept as a draft."))
            self.form.show_at(faults[0])
            return
        if self.event_id and not self.form.touched:
            self.left.emit(self.event_id)
            return
        self._timer.stop()
        self.notice.clear()
        value, event_id, made = self.form.value(), self.event_id, list[str]()

        def make(fresh: Callable[[str], str]) -> Sequence[tuple[str, object]]:
            entry_id = event_id or fresh("events")
            made.append(entry_id)
            return entries_of(value, entry_id, fresh)

        self.setEnabled(False)  # nothing may be typed into a form that is being taken away
        self._desk.create(self, make, lambda _case: self._saved(made[-1]), self._not_saved, draft=self.place)

    def _saved(self, event_id: str) -> None:
        self._kept = False
        self.left.emit(event_id)

    def _not_saved(self, error: UserError) -> None:
        self._unfreeze()
        self._keep()
        shown = told(error)
        spot = error.spots[0] if error.spots else None
        reason = error.reasons[0].partition(": ")[2] if error.reasons else ""
        if spot is not None and spot.kind == "events" and self.form.mark(spot.path, _sentence(reason)):
            self.notice.say(self.tr("Not saved yet: one field needs a look."), self.tr("What you typed is kept as a draft."))
        else:
            self.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)

    def _unfreeze(self, _error: object = None) -> None:
        self.setEnabled(True)

    # --- leaving ---

    def cancel(self) -> None:
        """Back to the list; asks where something was typed."""
        if not self.form.touched:
            self.left.emit(self.event_id)
            return
        self.flush()
        panel = ask(
            self._look,
            self.window(),
            self.tr("Leave this event without saving?"),
            self.tr("What you typed is kept as a draft and comes back when you open it again. The record stays as it was."),
            self.tr("Leave, keep the draft"),
        )
        throw = KeyButton(self._look, self.tr("Throw it away"), kind=DANGER, height=40, parent=panel)
        throw.clicked.connect(lambda: self._throw_away(panel))
        panel.buttons.addWidget(throw)
        panel.accepted.connect(lambda: self.left.emit(self.event_id or self.place))

    def _ask_discard(self) -> None:
        panel = ask(
            self._look,
            self.window(),
            self.tr("Throw away what was typed?"),
            self.tr("Only what was not saved goes, and for good. The record stays as it was."),
            self.tr("Throw it away"),
            danger=True,
        )
        panel.accepted.connect(lambda: self._throw_away(None))

    def _throw_away(self, panel: Panel | None) -> None:
        if panel is not None:
            panel.reject()
        self._timer.stop()
        self._desk.draft(self.place, "")
        self.form.load(dict(self._held or {}))  # so that nothing is kept once more
        self.left.emit(self.event_id)

    # --- removing ---

    def _ask_remove(self) -> None:
        case, event_id = self._desk.case, self.event_id
        self._around.tasks.query(self, lambda _vault: work.references_to(case, event_id), self._asked_remove)

    def _asked_remove(self, spots: tuple[Spot, ...]) -> None:
        if spots:
            self._refuse_remove(spots)
            return
        panel = ask(
            self._look,
            self.window(),
            self.tr("Remove this event?"),
            self.tr(
                "Its account, its sources and all its fields go from the case. "
                "Ctrl+Z in the list brings them back; the history keeps them."
            ),
            self.tr("Remove the event"),
            danger=True,
        )
        panel.accepted.connect(self._remove)

    def _remove(self) -> None:
        self._timer.stop()
        self._desk.draft(self.place, "")
        self.setEnabled(False)
        self._desk.remove(self, "events", self.event_id, lambda _case: self._removed(), self._not_removed)

    def _removed(self) -> None:
        self.form.load(dict(self._held or {}))
        self.left.emit("")

    def _not_removed(self, error: UserError) -> None:
        self._unfreeze()
        if error.code == "still-referred-to":
            self._refuse_remove(error.spots)
        else:
            shown = told(error)
            self.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)

    def _refuse_remove(self, spots: Sequence[Spot]) -> None:
        lines = {event.id: event for event in self._events}
        documents = {document.id: document.title for document in self._desk.case.documents}
        named = []
        for spot in spots[:6]:
            event = lines.get(spot.id)
            if event is not None:
                named.append(f"{event.label}, {event.date}: {event.what}" if event.date else f"{event.label}: {event.what}")
            elif spot.id in documents:
                named.append(self.tr("the document “{0}”").format(documents[spot.id]))
            else:
                named.append({"consents": self.tr("a consent that covers it")}.get(spot.kind, self.tr("another entry")))
        if len(spots) > len(named):
            named.append(self.tr("{0} more").format(len(spots) - len(named)))
        body = "\n".join(f"·  {line}" for line in dict.fromkeys(named))
        self.notice.say(self.tr("Not removed: others refer to this event."), body, icon="link")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text and text[-1] not in ".!?" else text
