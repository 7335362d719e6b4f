"""The case's own facts in one dialog: code, opening date, languages, matters, counsel, legal hold, retention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.case import CaseInfo, Engagement, Hold, Person, Retention
from app.domain.dates import is_date
from app.errors import UserError
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.widgets.dialogs import Panel
from ui.widgets.fields import Choice, FieldRow, LineField, Tick
from ui.widgets.scrolled import Scrolled

translate = QCoreApplication.translate


class CaseFacts(Panel):
    """Edits ``Case.case``. What is left empty is left out of the record."""

    def __init__(self, look: Look, parent: QWidget, desk: Desk) -> None:
        super().__init__(look, parent, translate("CaseFacts", "Case facts"), translate("CaseFacts", "Save"), width=620)
        self.desk = desk
        info = desk.case.case
        self.code = LineField(self.tr("Code"), info.code)
        self.opened = LineField(self.tr("Opened on"), info.opened or "", hint="2021-07-02")
        self.languages = LineField(self.tr("Languages"), ", ".join(info.languages), hint="en, zh-Hans")
        self.jurisdiction = LineField(self.tr("Jurisdiction"), info.jurisdiction or "", hint="US")
        self.matters = LineField(self.tr("Matters"), ", ".join(info.matters), hint=self.tr("asylum, interpol"))
        self.counsel = Choice(look, self.tr("Counsel"), _people(desk.case.people, self.tr("nobody yet")), _counsel(info))
        engagement = info.engagement or Engagement()
        self.since = LineField(self.tr("Engaged since"), engagement.since or "", hint="2021-07-02")
        self.directed = Tick(look, self.tr("Counsel directs this work"), bool(engagement.directed))
        held = info.hold
        self.hold = Tick(look, self.tr("A legal hold: nothing may be removed or erased"), held is not None)
        self.hold_why = LineField(self.tr("Why it is held"), (held.why or "") if held else "")
        self.hold_on = LineField(self.tr("Held since"), (held.on or "") if held else "", hint="2021-07-02")
        retention = info.retention or Retention()
        self.basis = LineField(self.tr("Kept because"), retention.basis or "", hint=self.tr("client agreement"))
        self.review = LineField(self.tr("Look again on"), retention.review_on or "", hint="2026-07-02")
        area = Scrolled(look, margins=(0, 0, 12, 0), spacing=10)
        self.rows: dict[str, FieldRow] = {}
        for key, field in (
            ("code", self.code),
            ("opened", self.opened),
            ("languages", self.languages),
            ("jurisdiction", self.jurisdiction),
            ("matters", self.matters),
            ("engagement.counsel", self.counsel),
            ("engagement.since", self.since),
            ("engagement.directed", self.directed),
            ("hold", self.hold),
            ("hold.why", self.hold_why),
            ("hold.on", self.hold_on),
            ("retention.basis", self.basis),
            ("retention.review_on", self.review),
        ):
            label = "" if isinstance(field, Tick) else field.accessibleName()
            self.rows[key] = FieldRow(look, label, field, width=140)
            area.column.addWidget(self.rows[key])
        area.column.addStretch(1)
        self.body.addWidget(area)
        look.fit(area, lambda: area.setMinimumHeight(min(look.px(420), parent.height() - look.px(220))))
        self.rows["code"].say(self.tr("The name people use for the case. It must say nothing about the client."))
        self.rows["engagement.directed"].say(self.tr("Only with an engagement is a copy marked as attorney work product."))
        self.code.setFocus()

    def take_step(self) -> None:
        wrong = [
            self.rows[key]
            for key, field in (
                ("opened", self.opened),
                ("engagement.since", self.since),
                ("hold.on", self.hold_on),
                ("retention.review_on", self.review),
            )
            if field.text().strip() and not is_date(field.text().strip())
        ]
        for row in wrong:
            row.say(self.tr("Write the date as year-month-day, such as 2021-07-02."), "circle-alert", "attention")
        if wrong:
            wrong[0].field.setFocus()
            return
        self.go.setEnabled(False)
        self.desk.save(self, [("case", self.value())], lambda _case: self.accept(), self._refused)

    def value(self) -> CaseInfo:
        """The facts as they are filled in now."""
        info = self.desk.case.case
        engagement = Engagement(
            counsel=self.counsel.value or None,
            since=_text(self.since),
            directed=True if self.directed.isChecked() else None,
        )
        earlier = info.hold or Hold()
        hold = replace(earlier, why=_text(self.hold_why), on=_text(self.hold_on)) if self.hold.isChecked() else None
        retention = Retention(basis=_text(self.basis), review_on=_text(self.review))
        return replace(
            info,
            code=self.code.text().strip(),
            opened=_text(self.opened),
            languages=_list(self.languages),
            jurisdiction=_text(self.jurisdiction),
            matters=_list(self.matters),
            engagement=None if engagement == Engagement() else engagement,
            hold=hold,
            retention=None if retention == Retention() else retention,
        )

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))


def _people(people: Sequence[Person], none: str) -> list[tuple[str, str]]:
    return [("", none), *((person.id, person.names[0].text) for person in people)]


def _counsel(info: CaseInfo) -> str:
    return (info.engagement.counsel or "") if info.engagement else ""


def _text(field: LineField) -> str | None:
    return field.text().strip() or None


def _list(field: LineField) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.text().replace("，", ",").split(",") if part.strip())
