"""A draft declaration: from which testimony, with whose names, in which of the two wordings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.errors import REFUSED, UserError
from app.services import declaration, export, review
from app.services.declaration import BOTH, OUTSIDE, WITHIN, Asked
from app.services.draft import Draft
from app.services.export import Exported
from app.services.progress import Course
from app.services.review import Material
from app.services.values import Choices
from ui import vocabulary
from ui.desk import Desk
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.chooser import SAVE_FILE, Chooser
from ui.widgets.fields import Choice, FieldRow, Tick
from ui.working import WorkingPanel

translate = QCoreApplication.translate
_WITHHELD, _NAMED = "withheld", "named"


class DeclarationPanel(WorkingPanel):
    """``done`` is called with the newest row of the history before, and with what was written."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        parent: QWidget,
        desk: Desk,
        profile: str,
        choices: Choices,
        done: Callable[[int, Exported], None],
    ) -> None:
        super().__init__(
            look, tasks, parent,
            translate("DeclarationPanel", "Draft declaration"),
            translate("DeclarationPanel", "Choose a place…"),
            translate(
                "DeclarationPanel",
                "The confirmed testimony in numbered paragraphs, with the sentence of 28 U.S.C. 1746 and blank certificates for"
                " interpreter and translator. It is a draft: nobody has signed it. Filled in, the certificates show a name"
                " and an address to whoever reads the file.",
            ),
        )  # fmt: skip
        self._desk, self._profile, self._choices, self._done = desk, profile, choices, done
        rows = [(one.id, self._told(one.person, one.lang)) for one in declaration.choices_of(desk.case, choices.language)]
        self.testimony = Choice(look, self.tr("From the testimony"), rows)
        self.body.addWidget(FieldRow(look, self.tr("From the testimony"), self.testimony, above=True))
        self.names = Choice(
            look,
            self.tr("Names"),
            [
                (_WITHHELD, self.tr("withheld, for reading")),
                (_NAMED, self.tr("of those who agreed to be named to a court, for filing")),
            ],
        )
        self.body.addWidget(FieldRow(look, self.tr("Names"), self.names, above=True))
        self.wording = Choice(
            look,
            self.tr("It will be signed"),
            [
                (BOTH, self.tr("not known yet: print both sentences")),
                (WITHIN, self.tr("within the United States")),
                (OUTSIDE, self.tr("outside the United States")),
            ],
        )
        self.body.addWidget(FieldRow(look, self.tr("It will be signed"), self.wording, above=True))
        self.original = Tick(look, self.tr("With the testimony in its own language behind it"))
        self.mask_open = Tick(look, self.tr("Mask what is not decided"))
        for widget in (self.original, self.mask_open, self.bar):
            self.body.addWidget(widget)
        self.testimony.currentIndexChanged.connect(lambda _row: self._offer_original())
        self._offer_original()
        self.names.setFocus()

    def _told(self, person_id: str, lang: str) -> str:
        names = [name.text for one in self._desk.case.people if one.id == person_id for name in one.names[:1]]
        return self.tr("{0}, {1}").format(names[0] if names else "", vocabulary.language(lang))

    def _offer_original(self) -> None:
        chosen = next((one for one in self._desk.case.testimonies if one.id == self.testimony.value), None)
        self.original.setEnabled(chosen is not None and chosen.translation_of is not None)
        if not self.original.isEnabled():
            self.original.setChecked(False)

    def take_step(self) -> None:
        self.notice.clear()
        named = self.names.value == _NAMED
        lead = (
            self.tr("It names people, leaves the vault, and can be read by whoever has it.")
            if named
            else self.tr("It leaves the vault and can be read by whoever has it.")
        )
        Chooser(
            self.look, self, self.tr("Save the declaration"), self.tr("Save"), SAVE_FILE, self._make,
            name=self.tr("declaration") + ".pdf", endings=(".pdf",), lead=lead,
        ).open()  # fmt: skip

    def _make(self, path: Path) -> None:
        asked = Asked(
            dated=self._choices.dated,
            testimony=self.testimony.value,
            identified=self.names.value == _NAMED,
            profile=self._profile,
            wording=self.wording.value,
            original=self.original.isChecked(),
            mask_undecided=self.mask_open.isChecked(),
            recipient=self._choices.recipient,
            language=self._choices.language,
        )
        case_id = self._desk.case_id

        def draw(material: Material) -> None:
            def work(course: Course) -> Draft:
                return declaration.declare(material, asked, course)

            run = self.stoppable(work)
            self.tasks.compute(self, lambda _progress, _stop: run(), lambda made: self._write(made, path), self.refused)

        self.tasks.query(self, lambda vault: review.take(vault.store(case_id)), draw, self.refused)

    def _write(self, made: Draft | None, path: Path) -> None:
        if made is None:
            self.ended(made)
            return
        case_id = self._desk.case_id
        self.tasks.command(
            self,
            lambda vault: export.release(vault.store(case_id), made, path),
            lambda done: self._written(made.last_seq, done),
            self.refused,
        )

    def _written(self, before: int, done: Exported) -> None:
        self.ended(done)
        self.accept()
        self._done(before, done)

    def refused(self, error: UserError) -> None:
        """What passed can be refused only for the name that the file should have."""
        if error.code == "refused" and any("file name" in reason for reason in error.reasons):
            error = UserError("file-name-tells", REFUSED, error.message)
        super().refused(error)
