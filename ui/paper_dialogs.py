"""Paper for a day without a computer, from the window: what is printed, in which language, and where the files are to lie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.case import CaseInfo
from app.domain.paper_code import new_code
from app.errors import UserError
from app.services import paper_kit
from app.services.open_vault import OpenVault
from app.services.paper_kit import Kit
from ui import vocabulary
from ui.errors import told
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.buttons import Segmented
from ui.widgets.chooser import FOLDER, Chooser
from ui.widgets.dialogs import Panel
from ui.widgets.editors import NumberEditor
from ui.widgets.fields import Choice, FieldRow, Tick
from ui.widgets.words import Notice

translate = QCoreApplication.translate


class PrintPaper(Panel):
    """Ends with PDFs in a new folder, under a code that the history of the case keeps."""

    def __init__(
        self, look: Look, tasks: Tasks, parent: QWidget, case_id: str, info: CaseInfo, done: Callable[[str, str], None]
    ) -> None:
        """``done`` is called with what is to be said: head and body."""
        super().__init__(
            look,
            parent,
            translate("PrintPaper", "Paper for a day without a computer"),
            translate("PrintPaper", "Choose where it is to lie…"),
            lead=translate(
                "PrintPaper",
                "None of it says anything of the case but a code, which means nothing to anybody else.",
            ),
            width=580,
        )
        self.tasks, self._case_id, self._done = tasks, case_id, done
        warning = Notice(look, self)
        warning.say(
            self.tr("Paper can be found."),
            self.tr(
                "Print where nothing is kept, then destroy the files. What is written on it later is not encrypted: enter it"
                " soon and destroy it."
            ),
        )
        self.body.addWidget(warning)
        self.warning = warning
        known = paper_kit.languages()
        spoken = next((tag for tag in info.languages if tag != "en"), "en").partition("-")[0]
        lang = next((tag for tag in known if tag.partition("-")[0] == spoken), known[0])
        self.lang = Choice(look, self.tr("Language"), vocabulary.rows(known, vocabulary.language), lang)
        self.paper = Segmented(look, (("a4", "A4"), ("letter", "Letter")), self.tr("Paper"))
        self.paper.choose("letter" if (info.jurisdiction or "").startswith("US") else "a4")
        self.cards = Tick(look, self.tr("Consent cards: one question a page"), True)
        self.every_card = Tick(look, self.tr("… for every purpose and recipient, not only the usual"))
        self.guides = Tick(look, self.tr("Question guides: one for each kind of event, opening and closing"), True)
        self.checklist = Tick(look, self.tr("Closing checklist"), True)
        self.sheets = NumberEditor(look, self.tr("Sheets"))
        self.sheets.load(8)
        sheets = FieldRow(look, self.tr("Numbered sheets"), self.sheets, width=140)
        self.sheets.stand_in(sheets, self.tr("With the key slip before them. The key never travels with the sheets."))
        self.body.addWidget(FieldRow(look, self.tr("Client’s language"), self.lang, width=140))
        self.body.addWidget(FieldRow(look, self.tr("Paper"), self.paper, width=140))
        for tick in (self.cards, self.every_card, self.guides, self.checklist):
            self.body.addWidget(tick)
        self.body.addWidget(sheets)
        self.cards.toggled.connect(self.every_card.setEnabled)
        self.lang.setFocus()

    def _asked(self) -> Kit | None:
        sheets = self.sheets.value()
        if self.sheets.faults() or sheets is None or not 0 <= sheets <= paper_kit.MOST_SHEETS or sheets != int(sheets):
            self.sheets.tell(
                self.tr("Write a number from 0 to {0}.").format(paper_kit.MOST_SHEETS), "circle-alert", "attention"
            )
            self.sheets.setFocus()
            return None
        return Kit(
            self.lang.value,
            self.paper.value,
            (paper_kit.all_cards() if self.every_card.isChecked() else paper_kit.USUAL) if self.cards.isChecked() else (),
            paper_kit.chosen_guides("all" if self.guides.isChecked() else "none"),
            int(sheets),
            self.checklist.isChecked(),
        )

    def take_step(self) -> None:
        asked = self._asked()
        if asked is None:
            return
        if not (asked.cards or asked.guides or asked.sheets or asked.checklist):
            self.notice.say(self.tr("Choose what is to be printed."), kind="plain")
            self.cards.setFocus()
            return
        Chooser(
            self.look, self, self.tr("Where the paper is to lie"), self.tr("Write it here"), FOLDER,
            lambda folder: self._write(asked, folder),
            lead=self.tr("A new folder is made in it. Best on a stick that you destroy afterwards."),
        ).open()  # fmt: skip

    def _write(self, asked: Kit, folder: Path) -> None:
        code, case_id = new_code(), self._case_id
        made = folder / f"paper-{code}"
        self.go.setEnabled(False)
        self.go.set_words(self.tr("Drawing…"))

        def write(vault: OpenVault, files: dict[str, bytes]) -> None:
            with vault.at_work(case_id) as store:
                paper_kit.print_for(store, asked, made, code, files)

        def drawn(files: dict[str, bytes]) -> None:
            self.tasks.command(self, lambda vault: write(vault, files), lambda _: self._written(made, code), self._refused)

        self.tasks.compute(self, lambda _progress, _stopping: paper_kit.draw_kit(asked, code), drawn, self._refused)

    def _written(self, folder: Path, code: str) -> None:
        self.accept()
        self._done(*_written_words(folder, code))

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.go.set_words(self.tr("Choose where it is to lie…"))
        self.say(told(error))


def _written_words(folder: Path, code: str) -> tuple[str, str]:
    """What is said once it is written: head and body."""
    head = translate("PrintPaper", "The paper is written, under the code {0}.").format(code)
    body = translate(
        "PrintPaper", "{0}. Print it, then destroy the files. The code stands in the history; enter it with what comes back."
    )
    return head, body.format(str(folder))
