"""The form while it is open, and everything begun and not saved: kept as one types, offered back, dropped on saving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.errors import UserError
from app.services import registry, work
from app.services.registry import Entry
from app.services.values import Draft
from ui.page import Around
from ui.pages.people_form import EntryForm
from ui.pages.people_list import NEW
from ui.widgets.dialogs import ask
from ui.widgets.options import Options
from ui.widgets.words import PLAIN


def place_of(one: Entry) -> str:
    """Where the draft of a change of an entry is kept."""
    return f"{registry.kind_of(one)}:{one.id}"


class Editing(QObject):
    """``opened`` when a form stands in ``box``; ``closed`` with the id to show when it is gone ("": the one shown before);
    ``drafts_changed`` when something was begun or is no longer open; ``failed`` with what no field can show."""

    opened = Signal()
    closed = Signal(str)
    drafts_changed = Signal()
    failed = Signal(object)

    def __init__(self, around: Around, box: QWidget, countries: Options, page: QWidget, *, new: str = NEW) -> None:
        super().__init__(page)
        self._new = new  # what stands for the id of an entry that has none, at the place of its draft
        self._around, self._box, self._countries, self._page = around, box, countries, page
        self.form: EntryForm | None = None
        self.drafts: dict[str, str] = {}
        self._place = ""
        case_id = around.desk.case_id
        around.tasks.query(self, lambda vault: work.drafts(vault.store(case_id)), self._take)

    def _take(self, held: dict[str, Draft]) -> None:
        ours = {place: draft.text for place, draft in held.items() if place.partition(":")[0] in registry.KINDS}
        self.drafts = {**ours, **self.drafts}
        self.drafts_changed.emit()

    # --- the form ---

    def begin(self, kind: str, *, focus: bool = True) -> None:
        """A new entry; one that was begun earlier goes on."""
        self.put_away()
        self._open(kind, None, "names", focus=focus)

    def change(self, one: Entry, field: str) -> None:
        """Change an entry, beginning at a field; a change that was begun earlier goes on."""
        self.put_away()
        self._open(registry.kind_of(one), one, field)

    def _open(self, kind: str, one: Entry | None, field: str, *, focus: bool = True) -> None:
        self._place = place_of(one) if one is not None else f"{kind}:{self._new}"
        self.form = form = EntryForm(self._around.look, self._around.desk.case, kind, one, self._countries)
        if self._place in self.drafts:
            form.restore(self.drafts[self._place])
            form.notice.say(self.tr("Kept from before, not saved yet. Enter saves it."), kind=PLAIN, icon="pencil")
        form.saved.connect(self.save)
        form.left.connect(self.leave)
        form.typed.connect(self.keep_form)
        layout = self._box.layout()
        assert layout is not None
        layout.addWidget(form)
        self.opened.emit()
        if focus:
            form.open_at(field or "names")

    def save(self) -> None:
        """Save what the form holds, as one change; a form in which nothing was changed only closes."""
        form, place = self.form, self._place
        if form is None or not form.isEnabled() or form.faults():
            return
        kind, one = form.kind, form.one
        if one is not None and not form.touched:
            self._close(one.id)
            return
        form.setEnabled(False)  # nothing is typed into what is being saved
        given = [one.id if one is not None else ""]

        def done(_case: Case) -> None:
            self.drafts.pop(place, None)
            self.drafts_changed.emit()
            if self.form is form:
                self._close(given[0])

        def failed(error: UserError) -> None:
            form.setEnabled(True)
            if error.code == "bad-entry" and error.spots and error.spots[0].path:
                form.mark(error.spots[0], error.reasons[0].partition(": ")[2] if error.reasons else error.message)
            else:
                self.failed.emit(error)

        if one is not None:
            now = registry.entry(self._around.desk.case, one.id) or one
            self._around.desk.save(self, [(kind, form.value(one.id, now))], done, failed, draft=place)
            return
        made = form.value("")  # read here: no widget is touched on the vault thread

        def make(fresh: Callable[[str], str]) -> list[tuple[str, object]]:
            given[0] = fresh(kind)
            return [(kind, replace(made, id=given[0]))]

        self._around.desk.create(self, make, done, failed, draft=place)

    def leave(self) -> None:
        """Close the form; what was typed is thrown away only after asking."""
        form, place = self.form, self._place
        if form is None or not form.isEnabled():
            return
        if not form.touched:
            self._close("")
            return
        title = self.tr("Throw away what you typed?")
        lead = self.tr("What stands in this form and is not saved will be gone. The record stays as it was.")
        panel = ask(self._around.look, self._page, title, lead, self.tr("Throw away"), danger=True)

        def yes() -> None:
            self.drop(place)
            if self.form is form:
                self._close("")

        panel.accepted.connect(yes)

    def put_away(self) -> None:
        """Another entry is looked at: what was typed is kept as a draft."""
        if self.form is not None:
            self.keep_form()
            self._gone()

    def _close(self, entry_id: str) -> None:
        self._gone()
        self.closed.emit(entry_id)

    def _gone(self) -> None:
        if self.form is not None:
            form, self.form = self.form, None
            form.hide()
            form.deleteLater()

    # --- drafts ---

    def keep_form(self) -> None:
        """Keep what stands in the form and is not saved."""
        if self.form is not None and self.form.isEnabled() and self.form.touched:
            self.keep(self._place, self.form.draft())

    def keep(self, place: str, text: str) -> None:
        """Keep what is being typed at a place."""
        if self.drafts.get(place) != text:
            known = place in self.drafts
            self.drafts[place] = text
            self._around.desk.draft(place, text)
            if not known:
                self.drafts_changed.emit()

    def drop(self, place: str) -> None:
        """It was given up."""
        if self.drafts.pop(place, None) is not None:
            self._around.desk.draft(place, "")
        self.drafts_changed.emit()

    def saved(self, place: str) -> None:
        """What was typed at a place is saved; its draft went with it."""
        self.drafts.pop(place, None)
        self.drafts_changed.emit()
