"""What can be given out besides the PDF: the same as data, a draft declaration, counsel's packet."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import REFUSED, UserError
from app.services import beside, declaration, export
from app.services.draft import Draft
from app.services.export import Exported
from app.services.exporting import ProfileFacts
from app.services.packet import COUNSEL, Written
from app.services.values import Choices
from ui.page import Around
from ui.pages.export_declaration import DeclarationPanel
from ui.pages.export_packet import PacketPanel
from ui.widgets.buttons import KeyButton
from ui.widgets.chooser import SAVE_FILE, Chooser
from ui.widgets.words import Hairline, words


class Besides(QWidget):
    """Stands below the copy that passed. ``again`` with a ``UserError``: the case changed; ``written`` with the draft as it
    stands after something more was given out."""

    wrong = Signal(object)
    again = Signal(object)
    written = Signal(object)

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.tasks, self.desk = around.look, around.tasks, around.desk
        self._made: Draft | None = None
        self._choices: Choices | None = None
        self._stem = ""
        column = QVBoxLayout(self)
        self.look.pad(column, self, (0, 16, 0, 0), 8)
        column.addWidget(words(self.tr("Besides the PDF"), "section"))
        column.addWidget(Hairline(self.look))
        column.addWidget(words(self.tr("What is withheld in the pages is withheld in these too."), "note", wrap=True))
        self.table = self._button(self.tr("Events as a table…"), "Alt+T", "table-2")
        self.table.clicked.connect(partial(self._save, beside.TABLE))
        self.case_file = self._button(self.tr("Case file…"), "Alt+F", "file-output")
        self.case_file.clicked.connect(partial(self._save, beside.CASE_FILE))
        self.named_note = words(self.tr("These may name whoever agreed to it."), "note", wrap=True)
        column.addSpacing(8)
        self.declaration = self._button(self.tr("Draft declaration…"), "Alt+D", "pen-line")
        self.declaration.clicked.connect(self._declare)
        self.packet = self._button(self.tr("Packet for counsel…"), "Alt+K", "archive")
        self.packet.clicked.connect(self._pack)
        for widget in (self.table, self.case_file, self.named_note, self.declaration, self.packet):
            column.addWidget(widget)
        self.result = words("", "note", wrap=True)
        column.addWidget(self.result)
        self.hide()

    def _button(self, text: str, key: str, icon: str) -> KeyButton:
        return KeyButton(self.look, text, key, icon=icon, parent=self)

    def offer(self, made: Draft | None, choices: Choices | None = None, facts: ProfileFacts | None = None) -> None:
        """Offer what goes with a copy that passed; ``None``: there is no such copy."""
        self._made, self._choices = made, choices
        self.setVisible(made is not None and choices is not None and facts is not None)
        if made is None or facts is None:
            self.result.setText("")
            return
        # Where the case's code is not printed, the file's name may not tell it either.
        self._stem = self.desk.case.case.code if facts.case_code else self.tr("summary")
        told = bool(declaration.choices_of(self.desk.case)) and facts.key in declaration.PROFILES
        self.declaration.setVisible(told)
        self.packet.setVisible(facts.key == COUNSEL)
        self.named_note.setVisible(told or facts.key == COUNSEL)

    # --- data ---

    def _save(self, kind: str) -> None:
        made = self._made
        if made is None:
            return
        ending = beside.ENDINGS[kind]
        titles = {beside.TABLE: self.tr("Save the events as a table"), beside.CASE_FILE: self.tr("Save the case file")}
        Chooser(
            self.look, self, titles[kind], self.tr("Save"), SAVE_FILE, partial(self._write, kind),
            name=f"{self._stem}-{made.profile}{ending}", endings=(ending,),
            lead=self.tr("It leaves the vault and can be read by whoever has it. It names nobody whom the pages do not name."),
        ).open()  # fmt: skip

    def _write(self, kind: str, path: Path) -> None:
        made, case_id = self._made, self.desk.case_id
        if made is None:
            return
        self.tasks.command(
            self,
            lambda vault: export.release_beside(vault.store(case_id), made, kind, path),
            partial(self._out, made.last_seq),
            self._refused,
        )

    # --- papers ---

    def _declare(self) -> None:
        if self._made is not None and self._choices is not None:
            DeclarationPanel(self.look, self.tasks, self, self.desk, self._made.profile, self._choices, self._out).open()

    def _pack(self) -> None:
        if self._made is not None and self._choices is not None:
            override = self._made.payload.get("override")
            reason = str(override) if override else None
            PacketPanel(self.look, self.tasks, self, self.desk, self._choices, reason, self._out).open()

    # --- what came of it ---

    def _out(self, before: int, done: Exported | Written) -> None:
        """Something was given out of the state of the case that ``before`` names; a copy of that very state holds on."""
        shown = str(done.path).replace("/", "/\u200b").replace("\\", "\\\u200b")
        self.result.setText(
            self.tr("Saved as {0}, SHA-256 {1}…\nIt is written into the case’s history.").format(shown, done.sha256[:16])
        )
        if self._made is not None and self._made.last_seq == before:
            self._made = replace(self._made, last_seq=done.last_seq)
            self.written.emit(self._made)
        self.desk.changed.emit()

    def _refused(self, error: UserError) -> None:
        if error.code == "stale":
            self.again.emit(error)
        elif error.status == REFUSED and error.code != "refused":
            self.wrong.emit(error)
        elif error.status == REFUSED and any("file name" in reason for reason in error.reasons):
            self.wrong.emit(UserError("file-name-tells", REFUSED, error.message))
        else:
            self.wrong.emit(error)
