"""Beginning a case, and taking a whole case file out of the vault: sealed, or readable by anybody after a plain warning."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.dates import is_date
from app.errors import UserError
from app.services import cases, intake, work
from app.services.open_vault import OpenVault
from ui import vocabulary
from ui.errors import told
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.buttons import Segmented
from ui.widgets.chooser import SAVE_FILE, Chooser
from ui.widgets.dialogs import Panel
from ui.widgets.fields import FieldRow, LineField, Tick
from ui.widgets.words import Notice

if TYPE_CHECKING:
    from app.services.values import CaseSummary

translate = QCoreApplication.translate

#: Languages offered with a tick; any other can be typed.
_OFFERED = ("zh-Hans", "zh-Hant", "ug", "bo", "en")
_PARTS = re.compile(r"[\s,;，；]+")


class NewCase(Panel):
    """Begins a case. ``begun`` is called with its summary."""

    def __init__(
        self, look: Look, tasks: Tasks, parent: QWidget, taken: Collection[str], begun: Callable[[CaseSummary], None]
    ) -> None:
        super().__init__(look, parent, translate("NewCase", "New case"), translate("NewCase", "Begin the case"), width=600)
        self.tasks, self._begun = tasks, begun
        self.code = LineField(self.tr("Code"), cases.suggested_code(taken))
        self.opened = LineField(self.tr("Opened on"), dt.date.today().isoformat(), hint="2021-07-02")
        self.ticks = {tag: Tick(look, vocabulary.language(tag)) for tag in _OFFERED}
        languages = QWidget()
        languages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        grid = QGridLayout(languages)
        look.pad(grid, languages, (0, 4, 0, 0), 0)
        for number, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, number // 2, number % 2)
        self.others = LineField(self.tr("Other languages"), hint="ug-Latn, kk")
        self.matters = LineField(self.tr("Matters"), hint=self.tr("asylum, interpol"))
        self.jurisdiction = LineField(self.tr("Jurisdiction"), hint=self.tr("US, immigration court"))
        self.rows = {
            "code": FieldRow(look, self.tr("Code"), self.code, width=140),
            "opened": FieldRow(look, self.tr("Opened on"), self.opened, width=140),
            "languages": FieldRow(look, self.tr("Languages"), languages, width=140),
            "others": FieldRow(look, self.tr("Other languages"), self.others, width=140),
            "matters": FieldRow(look, self.tr("Matters"), self.matters, width=140),
            "jurisdiction": FieldRow(look, self.tr("Jurisdiction"), self.jurisdiction, width=140),
        }
        for row in self.rows.values():
            self.body.addWidget(row)
        self._usual_notes()
        self.code.setFocus()
        self.code.selectAll()

    def _usual_notes(self) -> None:
        for row in self.rows.values():
            row.say("")
        self.rows["code"].say(self.tr("The name people use for the case. It must say nothing about the client."))

    def take_step(self) -> None:
        self._usual_notes()
        opened = self.opened.text().strip()
        if not self.code.text().strip():
            self._mark("code", self.tr("Write a code."))
        elif opened and not is_date(opened):
            self._mark("opened", self.tr("Write the date as year-month-day, such as 2021-07-02."))
        else:
            self._begin(opened)

    def _begin(self, opened: str) -> None:
        code, jurisdiction = self.code.text().strip(), self.jurisdiction.text().strip()
        ticked = [tag for tag, tick in self.ticks.items() if tick.isChecked()]
        languages = tuple(dict.fromkeys([*ticked, *_parts(self.others.text())]))
        matters = tuple(part.strip() for part in re.split(r"[,;，；]", self.matters.text()) if part.strip())
        self.go.setEnabled(False)
        self.tasks.command(
            self,
            lambda vault: work.new_case(vault.vault, code, opened or None, languages, jurisdiction or None, matters),
            self._done,
            self._refused,
        )

    def _done(self, summary: CaseSummary) -> None:
        self.accept()
        self._begun(summary)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        key = error.spots[0].path.partition("[")[0] if error.spots else "code" if error.code == "code-in-use" else ""
        if key in self.rows:
            shown = told(error)
            key = "others" if key == "languages" else key
            self._mark(key, error.reasons[0] if error.reasons else shown.head)
        else:
            self.say(told(error))

    def _mark(self, key: str, what: str) -> None:
        self.rows[key].say(what, "circle-alert", "attention")
        self.rows[key].field.setFocus()


class ExportCase(Panel):
    """Takes a whole case file out, identified. ``done`` is called with the paths that were written."""

    def __init__(
        self, look: Look, tasks: Tasks, parent: QWidget, summary: CaseSummary, done: Callable[[list[Path]], None]
    ) -> None:
        super().__init__(
            look, parent,
            translate("ExportCase", "Export case file {0}").format(summary.code),
            translate("ExportCase", "Choose a place…"),
            lead=translate(
                "ExportCase", "The whole case with every name, and all its documents. This is no redacted copy for others."
            ),
            width=600,
        )  # fmt: skip
        self.tasks, self._summary, self._done = tasks, summary, done
        kinds = (("sealed", self.tr("Sealed for a recipient")), ("plain", self.tr("Readable by anybody")))
        self.kind = Segmented(look, kinds, self.tr("How"))
        self.body.addWidget(self.kind)
        self.recipients = LineField(self.tr("Recipient"), hint="age1…")
        self.recipient_row = FieldRow(look, self.tr("Recipient’s age key"), self.recipients, above=True)
        self.body.addWidget(self.recipient_row)
        self.warning = Notice(look, self)
        self.body.addWidget(self.warning)
        self.understood = Tick(look, self.tr("I know where this file will be, and who can read it there"))
        self.body.addWidget(self.understood)
        self.kind.group.idToggled.connect(lambda _number, on: self._kind_chosen() if on else None)
        self.kind.choose("sealed")
        self.recipients.setFocus()

    def _kind_chosen(self) -> None:
        sealed = self.kind.value == "sealed"
        self.recipient_row.setVisible(sealed)
        self.recipient_row.say(self.tr("Only who holds the key to it can open the file. Several keys are parted by spaces."))
        self.understood.setVisible(not sealed)
        if sealed:
            self.warning.clear()
        else:
            self.warning.say(
                self.tr("Nothing protects this file."),
                self.tr(
                    "Whoever finds, copies or seizes it reads every name in it: the client, the relatives, all who helped."
                    " People can be arrested or killed for that. What was once on a disk or a stick can often be read after"
                    " it was deleted. Seal it for a recipient instead, if there is any way."
                ),
            )
        self.adjustSize()

    def take_step(self) -> None:
        self.notice.clear()
        plain = self.kind.value == "plain"
        if plain and not self.understood.isChecked():
            self.notice.say(self.tr("Tick the line above first, if you mean it."), kind="plain")
            self.understood.setFocus()
            return
        if not plain and not _parts(self.recipients.text()):
            self.recipient_row.say(self.tr("Write the recipient’s key; it begins with age1."), "circle-alert", "attention")
            self.recipients.setFocus()
            return
        ending = ".json" if plain else ".age"
        title = self.tr("Where the readable file is to lie") if plain else self.tr("Where the sealed file is to lie")
        name = self.tr("case") + ("" if plain else ".tar") + ending
        Chooser(self.look, self, title, self.tr("Export"), SAVE_FILE, self._export, name=name, endings=(ending,)).open()

    def _export(self, path: Path) -> None:
        case_id, recipients = self._summary.id, _parts(self.recipients.text())
        plain = self.kind.value == "plain"
        self.go.setEnabled(False)
        self.go.set_words(self.tr("Exporting…"))

        def write(opened: OpenVault) -> list[Path]:
            held = opened.vault
            if plain:
                return intake.export_case_plain(held, case_id, path)
            return intake.export_case_sealed(held, case_id, path, recipients)

        self.tasks.command(self, write, self._written, self._refused)

    def _written(self, paths: list[Path]) -> None:
        self.accept()
        self._done(paths)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.go.set_words(self.tr("Choose a place…"))
        if error.code == "bad-recipient":
            self.recipient_row.say(told(error).head, "circle-alert", "attention")
            self.recipients.setFocus()
        else:
            self.say(told(error))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in _PARTS.split(text) if part)
