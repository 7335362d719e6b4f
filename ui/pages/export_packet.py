"""Counsel's packet: what goes into it, and for whom it is sealed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.errors import REFUSED, UserError
from app.services import declaration, packet, review, vaults
from app.services.open_vault import OpenVault
from app.services.packet import CODED, DECLARATION, IDENTIFIED, KEY, Contents, Packet, To, Written
from app.services.progress import Course
from app.services.review import Material
from app.services.values import Choices
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.chooser import SAVE_FILE, Chooser
from ui.widgets.fields import Choice, FieldRow, LineField, PassField, Tick
from ui.widgets.words import words
from ui.working import WorkingPanel

translate = QCoreApplication.translate
_TO_KEY, _TO_PASSPHRASE = "key", "passphrase"
# So many letters of a title stand beside its tick; it is in a dialog, which is only so wide.
_SHOWN = 60


class PacketPanel(WorkingPanel):
    """``done`` is called with the newest row of the history before, and with what was written."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        parent: QWidget,
        desk: Desk,
        choices: Choices,
        override: str | None,
        done: Callable[[int, Written], None],
    ) -> None:
        super().__init__(
            look, tasks, parent,
            translate("PacketPanel", "Packet for counsel"),
            translate("PacketPanel", "Choose a place…"),
            translate(
                "PacketPanel",
                "One sealed file for counsel, read back before it is done. Counsel opens it with the age tool, or with this"
                " program. Its pages name only people who agreed to it.",
            ),
        )  # fmt: skip
        self._desk, self._choices, self._override, self._done = desk, choices, override, done
        self._warned_of = ""
        ways = [(_TO_KEY, self.tr("counsel’s age key")), (_TO_PASSPHRASE, self.tr("a passphrase that you tell by another way"))]
        self.way = Choice(look, self.tr("Sealed for"), ways)
        self.body.addWidget(FieldRow(look, self.tr("Sealed for"), self.way, above=True))
        self.recipients = LineField(self.tr("Counsel’s age key"), hint="age1…")
        self.recipient_row = FieldRow(look, self.tr("Counsel’s age key"), self.recipients, above=True)
        self.recipients.textEdited.connect(lambda _text: self._usual_notes())
        self.passphrase = PassField(self.tr("Passphrase of the packet"))
        self.passphrase_row = FieldRow(look, self.tr("Passphrase of the packet"), self.passphrase, above=True)
        self.passphrase.textEdited.connect(lambda _text: self._usual_notes())
        self.reveal = Tick(look, self.tr("Show it"))
        self.reveal.toggled.connect(self.passphrase.reveal)
        for widget in (self.recipient_row, self.passphrase_row, self.reveal):
            self.body.addWidget(widget)
        self.body.addWidget(words(self.tr("In it"), "label"))
        self.parts = {
            CODED: Tick(look, self.tr("The summary with codes, its events and its case file"), checked=True),
            IDENTIFIED: Tick(look, self.tr("The summary with the names of those who agreed to it"), checked=True),
            KEY: Tick(look, self.tr("The key: who of them stands behind which code"), checked=True),
            DECLARATION: Tick(look, self.tr("A draft declaration"), checked=bool(declaration.choices_of(desk.case))),
        }
        held = [one for one in desk.case.documents if one.id in desk.contents]
        self.originals = {one.id: Tick(look, _short(one.title)) for one in held}
        for tick in self.parts.values():
            self.body.addWidget(tick)
        if held:
            self.body.addWidget(words(self.tr("Documents as they are; nothing in them is withheld:"), "label", wrap=True))
        for tick in self.originals.values():
            self.body.addWidget(tick)
        self.mask_open = Tick(look, self.tr("Mask what is not decided"))
        self.body.addWidget(self.mask_open)
        self.body.addWidget(self.bar)
        self.way.currentIndexChanged.connect(lambda _row: self._show_way())
        self._show_way()

    def _show_way(self) -> None:
        by_key = self.way.value == _TO_KEY
        self.recipient_row.setVisible(by_key)
        self.passphrase_row.setVisible(not by_key)
        self.reveal.setVisible(not by_key)
        self.reveal.setChecked(False)
        self.passphrase.clear()
        self._usual_notes()
        (self.recipients if by_key else self.passphrase).setFocus()
        self.adjustSize()

    def _usual_notes(self) -> None:
        self.recipient_row.say(self.tr("Whoever holds its secret half opens the packet, nobody else."))
        self.passphrase_row.say(
            self.tr("Six or more unrelated words. Tell it by another way than the packet goes. Nothing here remembers it.")
        )

    def take_step(self) -> None:
        self.notice.clear()
        if self.way.value == _TO_KEY and not self.recipients.text().split():
            self.recipient_row.say(self.tr("Write counsel’s key; it begins with age1."), "circle-alert", "attention")
            self.recipients.setFocus()
        elif self.way.value == _TO_PASSPHRASE and not self.passphrase.text():
            self.passphrase_row.say(self.tr("Write a passphrase first."), "circle-alert", "attention")
            self.passphrase.setFocus()
        elif not any(tick.isChecked() for tick in (*self.parts.values(), *self.originals.values())):
            self.notice.say(self.tr("Tick at least one thing that goes into it."), kind="plain")
            self.adjustSize()
        elif self.way.value == _TO_PASSPHRASE and self._warned_of != self.passphrase.text():
            passphrase = self.passphrase.text()
            self.tasks.apart(
                self, lambda: vaults.strength(passphrase), lambda found: self._judged(passphrase, found), self.refused
            )
        else:
            self._choose()

    def _judged(self, passphrase: str, found: vaults.Strength) -> None:
        """A passphrase that can be guessed is said to be so, once; whoever goes on means it."""
        if passphrase != self.passphrase.text() or self.busy:
            return
        self._warned_of = passphrase
        if not found.weak:
            self._choose()
            return
        self.notice.say(
            self.tr("This passphrase can be guessed."),
            self.tr("Whoever gets the packet can let a machine try such words until it opens. Write more of them, or go on."),
        )
        self.adjustSize()

    def _choose(self) -> None:
        Chooser(
            self.look, self, self.tr("Save the packet"), self.tr("Save"), SAVE_FILE, self._make,
            name=self.tr("packet") + ".age", endings=(".age",), lead=self.tr("The name must say nothing about the client."),
        ).open()  # fmt: skip

    def _make(self, path: Path) -> None:
        ticked = tuple(document_id for document_id, tick in self.originals.items() if tick.isChecked())
        contents = Contents(
            choices=self._choices.masking() if self.mask_open.isChecked() else self._choices,
            parts=tuple(key for key, tick in self.parts.items() if tick.isChecked()),
            originals=ticked,
            override=self._override,
        )
        by_key = self.way.value == _TO_KEY
        recipients = tuple(self.recipients.text().replace(",", " ").split())
        to = To(recipients) if by_key else To(passphrase=self.passphrase.text())
        case_id = self._desk.case_id

        def prepare(material: Material) -> None:
            def work(course: Course) -> Packet:
                return packet.prepare(material, contents, course)

            run = self.stoppable(work)
            self.tasks.compute(self, lambda _progress, _stop: run(), lambda made: self._write(made, path, to), self.refused)

        self.tasks.query(self, lambda vault: review.take(vault.store(case_id)), prepare, self.refused)

    def _write(self, made: Packet | None, path: Path, to: To) -> None:
        if made is None:
            self.ended(made)
            return
        case_id = self._desk.case_id
        held: list[OpenVault] = []

        def work(course: Course) -> Written:
            return packet.write(held[0].store(case_id), made, path, to, course)

        run = self.stoppable(work)

        def on_vault(vault: OpenVault) -> Written | None:
            held.append(vault)
            return run()

        self.tasks.command(self, on_vault, lambda done: self._written(made.last_seq, done), self.refused)

    def _written(self, before: int, done: Written | None) -> None:
        if self.ended(done) and done is not None:
            self.passphrase.clear()
            self.accept()
            self._done(before, done)

    def refused(self, error: UserError) -> None:
        """A recipient that is none is told below its field."""
        if error.code == "refused" and any("file name" in reason for reason in error.reasons):
            error = UserError("file-name-tells", REFUSED, error.message)
        super().refused(error)
        if error.code == "bad-recipient":
            self.notice.clear()
            self.recipient_row.say(told(error).head, "circle-alert", "attention")
            self.recipients.setFocus()


def _short(title: str) -> str:
    return title if len(title) <= _SHOWN else f"{title[: _SHOWN - 1]}…"
