"""The paper that the witness signs: which declaration it bears, what it holds, and where it is to lie."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.case import Testimony
from app.errors import UserError
from app.services import statement
from app.services.open_vault import OpenVault
from app.services.statement import OUTSIDE_US, PLAIN, WITHIN_US
from app.services.testimony import is_fixed
from ui import vocabulary
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.page import Page
from ui.pages.testimony_column import TestimonyColumn
from ui.widgets.chooser import SAVE_FILE, Chooser
from ui.widgets.dialogs import Panel
from ui.widgets.fields import Choice, FieldRow
from ui.widgets.words import PLAIN as QUIETLY
from ui.widgets.words import Notice

translate = QCoreApplication.translate


def offer_statements(page: Page, columns: Iterable[TestimonyColumn], current: Callable[[], Testimony | None]) -> None:
    """Let each language be written out by its button, and the one somebody works in by the key for printing."""

    def write(testimony: Testimony | None) -> None:
        if testimony is not None and is_fixed(testimony):
            StatementPanel(page.look, page, page.desk, testimony, page.notice).open()

    for column in columns:
        column.statement.connect(lambda of=column: write(of.testimony))
    shortcut = QShortcut(QKeySequence("Ctrl+Shift+P"), page)
    shortcut.activated.connect(lambda: write(current()))


class StatementPanel(Panel):
    """Ends with a PDF in a folder of the user's choice; ``notice`` says afterwards where it lies."""

    def __init__(self, look: Look, parent: QWidget, desk: Desk, testimony: Testimony, notice: Notice) -> None:
        super().__init__(
            look,
            parent,
            translate("StatementPanel", "Statement to be signed: {0}").format(vocabulary.language(testimony.lang)),
            translate("StatementPanel", "Choose where it is to lie…"),
            lead=translate(
                "StatementPanel",
                "With every name as it is on record: numbered paragraphs, the declaration, lines to sign on, the certificates"
                " of interpreter and translator. Have the witness sign the language they understand.",
            ),
            width=560,
        )
        self.desk, self.testimony, self._over, self._notice = desk, testimony, parent, notice
        self.wording = Choice(
            look,
            self.tr("Declaration"),
            (
                (WITHIN_US, self.tr("under penalty of perjury, signed in the United States")),
                (OUTSIDE_US, self.tr("under penalty of perjury, signed outside the United States")),
                (PLAIN, self.tr("in plain words")),
            ),
            WITHIN_US if desk.case.case.jurisdiction == "US" else PLAIN,
        )
        row = FieldRow(look, self.tr("Declaration"), self.wording, above=True)
        row.say(self.tr("28 U.S.C. 1746 has two wordings: by where it is signed."), "scale")
        self.body.addWidget(row)
        self.notice.say(
            self.tr("This paper holds every name as it is on record, and is not encrypted."),
            self.tr("Nothing in it is masked. Write it to a stick, print it where nothing is kept, then destroy the file."),
        )
        self.wording.setFocus()

    def take_step(self) -> None:
        Chooser(
            self.look, self, self.tr("Where the statement is to lie"), self.tr("Write the file"), SAVE_FILE, self._write,
            lead=self.tr("Whoever finds the file reads who said what. Best on a stick that you destroy afterwards."),
            name=self.tr("statement") + ".pdf", endings=(".pdf",),
        ).open()  # fmt: skip

    def _write(self, path: Path) -> None:
        case, case_id, held, wording = self.desk.case, self.desk.case_id, self.testimony, self.wording.value
        self.go.setEnabled(False)

        def write(vault: OpenVault, data: bytes) -> None:
            statement.write(vault.store(case_id), held.id, wording, path, data)

        def drawn(data: bytes) -> None:
            self.desk.tasks.command(self, lambda vault: write(vault, data), lambda _: self._written(path), self._refused)

        today = dt.date.today()
        self.desk.tasks.compute(
            self, lambda _progress, _stopping: statement.statement_pdf(case, held, wording, today), drawn, self._refused
        )

    def _written(self, path: Path) -> None:
        self.accept()
        self._notice.say(
            self.tr("The statement was written."),
            self.tr("{0}. Print it, have every page initialled, then destroy the file.").format(str(path)),
            kind=QUIETLY,
            icon="check",
        )

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))
