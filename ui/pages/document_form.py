"""What is recorded of a document, in a dialog; with a file its content is sealed in the same step, or neither is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.domain.case import Case, Document
from app.domain.date_words import date_words
from app.domain.vocabulary import DOCUMENT_KINDS
from app.errors import UserError
from app.services import documents, doors
from app.services.values import CaseStore
from ui import vocabulary
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.pages.door_words import door_words
from ui.pages.kept_form import KeptForm
from ui.tasks import Running
from ui.widgets.date_editor import DateEditor
from ui.widgets.dialogs import Panel
from ui.widgets.editing import Editor
from ui.widgets.editors import LineEditor, TextEditor
from ui.widgets.fields import Choice, FieldRow, Tick
from ui.widgets.words import words

translate = QCoreApplication.translate


class DocumentForm(Panel):
    """``saved`` carries the document's id. ``path`` is the content to be sealed, ``None`` to change the facts alone."""

    saved = Signal(str)
    _read = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget, desk: Desk, document: Document | None, path: Path | None) -> None:
        title = translate("DocumentForm", "A new document") if document is None else translate("DocumentForm", "Document")
        step = translate("DocumentForm", "Seal it") if path else translate("DocumentForm", "Save")
        super().__init__(look, parent, title, step, width=600)
        self.desk, self.document, self.path = desk, document, path
        self._running: Running | None = None
        held = document or Document("", "")
        if path is not None:
            note = self.tr("From the file {0}. Its name is not kept: say below what it is.").format(path.name)
            self.body.addWidget(words(note, "note", wrap=True))
        self.title_field = LineEditor(look, self.tr("Title"), hint=self.tr("Red notice, extract"))
        self.kind = Choice(
            look,
            self.tr("Kind"),
            vocabulary.rows(DOCUMENT_KINDS, vocabulary.document_kind, self.tr("not recorded")),
            held.kind or "",
        )
        self.date = DateEditor(look, self.tr("Date"), hint=self.tr("of the document itself: January 2021"))
        issuers = [(one.id, one.names[0].text) for one in desk.case.organizations]
        self.issuer = Choice(look, self.tr("Issued by"), [("", self.tr("not recorded")), *issuers], held.issuer or "")
        self.lang = Choice(
            look,
            self.tr("Language"),
            vocabulary.rows(vocabulary.LANGUAGES, vocabulary.language, self.tr("not recorded")),
            held.lang or "",
        )
        self.note = TextEditor(look, self.tr("Note"), long=True, lines=2)
        rows = (
            (self.tr("Title"), self.title_field),
            (self.tr("Kind"), self.kind),
            (self.tr("Date"), self.date),
            (self.tr("Issued by"), self.issuer),
            (self.tr("Language"), self.lang),
            (self.tr("Note"), self.note),
        )
        for label, field in rows:
            row = FieldRow(look, label, field, above=True)
            if field is self.kind:
                self.kind_row = row
            if isinstance(field, Editor):
                field.stand_in(row)
            self.body.addWidget(row)
        self.kind.currentIndexChanged.connect(lambda _row: self._say_door())
        self._say_door()
        self.title_field.load(held.title)
        self.date.load(held.date)
        self.note.load(held.note)
        self.about: dict[str, Tick] = {}
        if desk.case.events:
            self.body.addWidget(words(self.tr("About which events"), "label"))
        for event in desk.case.events:
            label = vocabulary.type_word(event.type)
            when = f", {date_words(event.date)}" if event.date else ""
            self.about[event.id] = Tick(look, label + when, event.id in held.about)
            self.about[event.id].setMinimumWidth(1)
            self.body.addWidget(self.about[event.id])
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the file is sealed"))
        self.bar.hide()
        self.body.addWidget(self.bar)
        self._read.connect(self._show_progress)
        self.title_field.setFocus()
        fields = {"title": self.title_field, "kind": self.kind, "date": self.date, "issuer": self.issuer}
        about = {f"about {key}": tick for key, tick in self.about.items()}
        place = f"documents:{document.id if document else 'new'}:form"
        KeptForm(self, desk, place, {**fields, "lang": self.lang, "note": self.note, **about})

    def _say_door(self) -> None:
        """What the client said to keeping such a content; it is theirs to know, and stops nothing that came from elsewhere."""
        if self.path is None:
            return
        door = doors.consent_for(self.desk.case, doors.kind_purpose(self.kind.value), dt.date.today())
        head, body = door_words(door)
        icon, token = ("ban", "attention") if door.shut else ("info", "text2")
        self.kind_row.say(f"{head}. {body}" if head else "", icon, token)

    # --- saving ---

    def value(self) -> Document:
        """The document with the facts as they stand."""
        held = self.document or Document("", "")
        order = list(held.about)
        about = [one for one, tick in self.about.items() if tick.isChecked()]
        about.sort(key=lambda one: order.index(one) if one in order else len(order))
        return replace(
            held,
            title=self.title_field.value() or "",
            kind=self.kind.value or None,
            date=self.date.value(),
            issuer=self.issuer.value or None,
            lang=self.lang.value or None,
            about=tuple(about),
            note=self.note.value(),
        )

    def take_step(self) -> None:
        if not self.title_field.value():
            self.title_field.tell(self.tr("Write what it is."), "circle-alert", "attention")
            self.title_field.setFocus()
            return
        if self.date.faults():
            return
        self.go.setEnabled(False)
        value = self.value()
        if self.path is not None:
            self._seal(value, self.path)
        elif self.document is None:

            def make(fresh: Callable[[str], str]) -> list[tuple[str, object]]:
                return [("documents", replace(value, id=fresh("documents")))]

            self.desk.create(self, make, lambda case: self._done(case.documents[-1].id), self._refused)
        else:
            self.desk.save(self, [("documents", value)], lambda _case: self._done(value.id), self._refused)

    def _seal(self, value: Document, path: Path) -> None:
        running = Running()
        self._running = running
        self.bar.show()
        new = self.document is None
        ids: list[str] = [value.id]

        def report(done: int, total: int) -> None:
            self._read.emit(done, total)

        def change(store: CaseStore) -> Case:
            if new:
                filled = documents.add_document(
                    store,
                    value.title,
                    value.kind,
                    path,
                    date=value.date,
                    issuer=value.issuer,
                    lang=value.lang,
                    about=value.about,
                    note=value.note,
                    progress=report,
                    stop=lambda: running.stopping,
                )
            else:
                filled = documents.replace_content(
                    store, value.id, path, facts=value, progress=report, stop=lambda: running.stopping
                )
            ids[0] = filled.document.id
            return filled.case

        self.desk.run(self, change, lambda _case: self._done(ids[0]), self._refused)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setMaximum(1000)
        self.bar.setValue(round(1000 * done / total) if total else 0)

    def _done(self, entry_id: str) -> None:
        self.accept()
        self.saved.emit(entry_id)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.bar.hide()
        self._running = None
        if error.code == "stopped":
            return
        self.say(told(error))

    def reject(self) -> None:
        """Esc stops a sealing that goes on; else it closes."""
        if self._running is not None:
            self._running.stop()
            return
        super().reject()
