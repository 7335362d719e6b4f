"""The case's own facts in one dialog: code, opening date, languages, matters, counsel, legal hold, retention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.case import CaseInfo, Engagement, Hold, Person, Retention
from app.errors import UserError
from ui import vocabulary
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.pages.kept_form import KeptForm
from ui.widgets.date_editor import DateEditor
from ui.widgets.dialogs import Panel
from ui.widgets.editing import Editor
from ui.widgets.editors import LineEditor, TextEditor
from ui.widgets.fields import Choice, FieldRow, Tick

translate = QCoreApplication.translate


class ListEditor(LineEditor):
    """Several short texts on one line, parted by commas."""

    def put(self, value: Any) -> None:
        super().put(", ".join(value or ()))

    def put_typed(self, typed: Any) -> None:
        super().put(str(typed or ""))

    def typed(self) -> Any:
        return self.line.text()

    def read(self) -> Any:
        text = self.line.text()
        for comma in "，、،":
            text = text.replace(comma, ",")
        return tuple(part.strip() for part in text.split(",") if part.strip())


class CaseFacts(Panel):
    """Edits ``Case.case``. What is left empty is left out of the record; what is not touched stays as it is."""

    def __init__(self, look: Look, parent: QWidget, desk: Desk) -> None:
        super().__init__(look, parent, translate("CaseFacts", "Case facts"), translate("CaseFacts", "Save"), width=620)
        self.desk = desk
        info = desk.case.case
        engagement, held, retention = info.engagement or Engagement(), info.hold, info.retention or Retention()
        self.rows: dict[str, FieldRow] = {}
        self.editors: dict[str, Editor] = {}
        self._edit("code", LineEditor(look, self.tr("Code")), info.code)
        self._edit("opened", DateEditor(look, self.tr("Opened on"), hint=self.tr("2 July 2021")), info.opened)
        self._edit("languages", ListEditor(look, self.tr("Languages"), hint="en, zh-Hans"), info.languages)
        self._edit("jurisdiction", LineEditor(look, self.tr("Jurisdiction"), hint="US"), info.jurisdiction)
        self._edit("matters", ListEditor(look, self.tr("Matters"), hint=self.tr("asylum, interpol")), info.matters)
        self.counsel = Choice(look, self.tr("Counsel"), _people(desk.case.people, self.tr("nobody yet")), _counsel(info))
        self._row("engagement.counsel", self.tr("Counsel"), self.counsel)
        self._edit("engagement.since", DateEditor(look, self.tr("Engaged since")), engagement.since)
        self.directed = Tick(look, self.tr("Counsel directs this work"), bool(engagement.directed))
        self._row("engagement.directed", "", self.directed)
        self.hold = Tick(look, self.tr("A legal hold: nothing may be removed or erased"), held is not None)
        self._row("hold", "", self.hold)
        self._edit("hold.why", TextEditor(look, self.tr("Why it is held")), held.why if held else None)
        self._edit("hold.on", DateEditor(look, self.tr("Held since")), held.on if held else None)
        self._edit(
            "retention.basis", TextEditor(look, self.tr("Kept because"), hint=self.tr("client agreement")), retention.basis
        )
        self._edit("retention.review_on", DateEditor(look, self.tr("Look again on")), retention.review_on)
        self.editors["code"].stand(self.tr("The name people use for the case. It must say nothing about the client."))
        self.rows["engagement.directed"].say(self.tr("Only with an engagement is a copy marked as attorney work product."))
        self.editors["languages"].edited.connect(self._say_languages)
        self._say_languages()
        self.hold.toggled.connect(lambda _on: self._show_hold())
        self._show_hold()
        ticks = {"counsel": self.counsel, "directed": self.directed, "hold": self.hold}
        KeptForm(self, desk, "case:form", {**self.editors, **{f"choice {key}": field for key, field in ticks.items()}})
        self.editors["code"].setFocus()

    def _row(self, key: str, label: str, field: QWidget) -> None:
        self.rows[key] = FieldRow(self.look, label, field, above=True)
        self.rows[key].label.setVisible(bool(label))
        field.setMinimumWidth(1)
        self.body.addWidget(self.rows[key])

    def _edit(self, key: str, editor: Editor, value: Any) -> None:
        self._row(key, editor.name, editor)
        editor.stand_in(self.rows[key])
        editor.load(value)
        self.editors[key] = editor

    def _say_languages(self) -> None:
        """Languages are written as tags; which they are is said below."""
        tags = self.editors["languages"].value() or ()
        self.rows["languages"].say(", ".join(vocabulary.language(tag) for tag in tags))

    def _show_hold(self) -> None:
        """Why and since when is asked only where there is a hold."""
        for key in ("hold.why", "hold.on"):
            self.rows[key].setVisible(self.hold.isChecked())

    def take_step(self) -> None:
        asked = [editor for key, editor in self.editors.items() if self.hold.isChecked() or not key.startswith("hold.")]
        wrong = [fault for editor in asked for fault in editor.faults()]
        if wrong:
            wrong[0].setFocus()
            return
        self.go.setEnabled(False)
        self.desk.save(self, [("case", self.value())], lambda _case: self.accept(), self._refused)

    def value(self) -> CaseInfo:
        """The facts as they are filled in now."""
        info = self.desk.case.case
        held = {key: editor.value() for key, editor in self.editors.items()}
        before = info.engagement or Engagement()
        directed = before.directed if bool(before.directed) == self.directed.isChecked() else self.directed.isChecked() or None
        engagement = Engagement(self.counsel.value or None, held["engagement.since"], directed)
        hold = replace(info.hold or Hold(), why=held["hold.why"], on=held["hold.on"]) if self.hold.isChecked() else None
        retention = Retention(held["retention.basis"], held["retention.review_on"])
        return replace(
            info,
            code=held["code"] or "",
            opened=held["opened"],
            languages=tuple(held["languages"]),
            jurisdiction=held["jurisdiction"],
            matters=tuple(held["matters"]),
            engagement=info.engagement if engagement == before else None if engagement == Engagement() else engagement,
            hold=hold,
            retention=info.retention if retention == (info.retention or Retention()) else _or_none(retention),
        )

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        for spot in error.spots:
            key = spot.path.split("[", maxsplit=1)[0]
            if key in self.editors:
                self.editors[key].tell(error.reasons[0] if error.reasons else "", "circle-alert", "attention")
        self.say(told(error))


def _or_none(retention: Retention) -> Retention | None:
    return None if retention == Retention() else retention


def _people(people: Sequence[Person], none: str) -> list[tuple[str, str]]:
    return [("", none), *((person.id, person.names[0].text) for person in people)]


def _counsel(info: CaseInfo) -> str:
    return (info.engagement.counsel or "") if info.engagement else ""
