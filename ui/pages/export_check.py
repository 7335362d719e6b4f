"""The third step of an export: the finished pages, what was checked on them and found, and at the end Save."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.date_words import date_words
from app.errors import UserError
from app.services import draft as drafting
from app.services import export, preview, review
from app.services.draft import Draft, Terms
from app.services.export import Exported
from app.services.preview import Shown
from app.services.review import Material, Review
from app.services.values import Choices
from ui import vocabulary
from ui.errors import Told, told
from ui.page import Around
from ui.pages.document_view import Picture
from ui.pages.export_words import left_out_words
from ui.tasks import Running
from ui.widgets.buttons import FILLED, KeyButton
from ui.widgets.chooser import SAVE_FILE, Chooser, size_words
from ui.widgets.columns import Columns
from ui.widgets.fields import PassField, Tick
from ui.widgets.scrolled import Scrolled, clear
from ui.widgets.words import Hairline, Icon, words

translate = QCoreApplication.translate


class CheckStep(QWidget):
    """Draws and checks the copy in the background; ``back`` goes to the review."""

    back = Signal()
    wrong = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.look, self.tasks, self.desk, self._go = around.look, around.tasks, around.desk, around.go
        self.draft: Draft | None = None
        self._case: Case | None = None
        self._material: Material | None = None
        self._review: Review | None = None
        self._choices: Choices | None = None
        self._terms = Terms()
        self._running: Running | None = None
        self._drawing: Running | None = None
        self.page = 0
        self.left = Scrolled(self.look, margins=(32, 8, 16, 16), spacing=8)
        middle = self._middle()
        self.right = Scrolled(self.look, margins=(24, 8, 32, 16), spacing=8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        pages = QWidget()
        row = QHBoxLayout(pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 3)
        row.addWidget(middle, 5)
        outer.addWidget(Columns(self.look, pages, self.right, ratio=(8, 4), narrow=860))
        self.save_button = KeyButton(self.look, self.tr("Save PDF…"), "Ctrl+S", kind=FILLED, icon="save", height=40)
        self.save_button.clicked.connect(self.save)
        self.lock = Tick(self.look, self.tr("Lock the file with a password"))
        self.password = PassField(self.tr("Password of the file"))
        self.lock.toggled.connect(self.password.setVisible)
        self.password.setPlaceholderText(self.tr("tell it by another way"))
        self.password.hide()
        self.result = QVBoxLayout()
        self.right.column.addLayout(self.result)
        for widget in (self.lock, self.password):
            self.right.column.addWidget(widget)
        self.right.column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.journal_note = words(self.tr("Saving is written into the case’s history."), "note", wrap=True)
        self.right.column.addWidget(self.journal_note)
        self.right.column.addStretch(1)
        self._ready(False)

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        self.look.pad(column, middle, (0, 8, 0, 8), 8)
        self.pages = Scrolled(self.look, margins=(0, 0, 0, 0))
        self.picture = Picture(self.look)
        self.pages.column.addWidget(self.picture)
        self.pages.column.addStretch(1)
        column.addWidget(self.pages, 1)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the copy is"))
        self.stage = words("", "quiet")
        self.stop_button = KeyButton(self.look, self.tr("Stop"), "Esc", height=32)
        self.stop_button.clicked.connect(self.stop)
        column.addWidget(self.stage)
        column.addWidget(self.bar)
        column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        turn = QHBoxLayout()
        turn.addStretch(1)
        self.previous = KeyButton(self.look, self.tr("Back"), "PgUp", height=32)
        self.next = KeyButton(self.look, self.tr("Next"), "PgDown", height=32)
        self.where = words("", "quiet")
        self.previous.clicked.connect(partial(self.turn, -1))
        self.next.clicked.connect(partial(self.turn, 1))
        for widget in (self.previous, self.where, self.next):
            turn.addWidget(widget)
        turn.addStretch(1)
        column.addLayout(turn)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return middle

    # --- making the copy ---

    def is_of(self, case: Case) -> bool:
        """Whether the copy was made of this very state of the case."""
        return self._case is case

    def begin(self, material: Material, reviewed: Review, choices: Choices, terms: Terms) -> None:
        """Draw and check the copy from what is stored now."""
        self._material, self._review, self._choices, self._terms = material, reviewed, choices, terms
        self._case = self.desk.case
        self._show_copy(reviewed)
        self._make(terms, self._made)

    def _make(self, terms: Terms, then: Callable[[Draft], None]) -> None:
        self.draft = None
        self._ready(False)
        clear(self.result)
        self.picture.show_nothing()
        self._working(self.tr("Reading the case…"))
        case_id, choices, reviewed = self.desk.case_id, self._choices, self._review
        if choices is None or reviewed is None:
            return

        def begin(material: Material) -> None:
            def work(progress: review.Progress, stop: review.Stop) -> Draft:
                return drafting.draft(material, reviewed.profile, choices, terms, review.Course(progress, stop))

            self._running = self.tasks.compute(self, work, then, self._refused, self._progress)

        # Taken anew: every decision that was made in the review is stored by now, before this in the same queue.
        self.tasks.query(self, lambda vault: review.take(vault.store(case_id)), begin, self._refused)

    def _working(self, text: str) -> None:
        self.stage.setText(text)
        self.bar.setRange(0, 0)
        for widget in (self.stage, self.bar, self.stop_button):
            widget.setVisible(bool(text))

    def _progress(self, at: tuple[str, int, int]) -> None:
        stage, done, total = at
        names = {
            "disclose": self.tr("Redacting…"),
            "draw": self.tr("Drawing the pages…"),
            "check": self.tr("Checking the finished file…"),
        }
        self.stage.setText(names.get(stage, ""))
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def stop(self) -> None:
        """Stop making the copy and go back."""
        if self._running is not None:
            self._running.stop()
            self._running = None
        self._working("")
        self.back.emit()

    def _made(self, made: Draft) -> None:
        self._running = None
        self.draft = made
        self._working("")
        self._ready(True)
        self._show_passed(made)
        self.page = 0
        self._draw()

    def _refused(self, error: UserError) -> None:
        self._running = None
        self._working("")
        self._ready(False)
        clear(self.result)
        shown = told(error)
        self._verdict("shield-x" if error.status == 4 else "circle-alert", shown)

    def _ready(self, ready: bool) -> None:
        for widget in (self.save_button, self.lock, self.journal_note):
            widget.setVisible(ready)
        self.password.setVisible(ready and self.lock.isChecked())
        for button in (self.previous, self.next):
            button.setVisible(ready)
        self.where.setVisible(ready)

    # --- what it holds, what was checked ---

    def _show_copy(self, reviewed: Review) -> None:
        column, copy = self.left.column, reviewed.copy
        clear(column)
        column.addWidget(words(self.tr("This copy"), "section"))
        column.addWidget(Hairline(self.look))
        told_by = ", ".join(self.tr("{0} ({1} paragraphs)").format(one.who, one.paragraphs) for one in copy.testimonies)
        unread = sum(one.unread for one in copy.testimonies)
        grants = ", ".join(
            self.tr("{0}, {1}, {2}").format(one.stands_as, vocabulary.identity(one.identity).lower(), date_words(one.given_on))
            for one in copy.grants
        )
        rows = [
            (self.tr("For"), copy.recipient or vocabulary.profile(reviewed.profile)),
            (self.tr("Profile"), vocabulary.profile(reviewed.profile)),
            (self.tr("Holds"), self.tr("{0} events, {1} documents").format(copy.events, copy.documents)),
            (self.tr("Testimony"), told_by or self.tr("none")),
            (self.tr("Left out"), left_out_words(copy.left_out)),
            (self.tr("Consent"), grants or self.tr("none on record; the reason is written down")),
            (self.tr("Decided"), self.tr("{0} of {1}").format(reviewed.decided, reviewed.total)),
        ]
        if unread:
            rows.insert(4, (self.tr("Not read back"), self.tr("{0} paragraphs, stamped so").format(unread)))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self.look.px(16))
        grid.setVerticalSpacing(self.look.px(8))
        for number, (label, text) in enumerate(rows):
            grid.addWidget(words(label, "quiet"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(text, wrap=True), number, 1)
        column.addLayout(grid)
        change = KeyButton(self.look, self.tr("Change…"), "Alt+Left", bind=False)
        change.clicked.connect(self.back)
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _show_passed(self, made: Draft) -> None:
        clear(self.result)
        checked, reviewed = made.checked, self._review
        note = self.tr("Checked on the finished file, {0} pages, {1}").format(made.pages, size_words(checked.size))
        self._verdict("shield-check", Told(self.tr("Passed the release check"), note, "plain"))
        total = reviewed.total if reviewed else 0
        for head, line in (
            (self.tr("Only pages, fonts and text inside"), self.tr("no comments, forms, scripts or earlier versions")),
            (
                self.tr("No protected name or number found"),
                self.tr("{0} forms of {1} entries looked for, by two readers").format(checked.forms, checked.entries),
            ),
            (self.tr("Reads exactly as meant"), self.tr("word for word, all {0} pages").format(made.pages)),
            (self.tr("Nothing undecided"), self.tr("{0} of {0}").format(total)),
        ):
            row = QHBoxLayout()
            self.look.pad(row, self, (0, 4, 0, 0), 10)
            row.addWidget(Icon(self.look, "check", "accent"), 0, Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(words(head, wrap=True))
            column.addWidget(words(line, "note", wrap=True))
            row.addLayout(column, 1)
            self.result.addLayout(row)
        self.result.addSpacing(self.look.px(8))
        self.result.addWidget(Hairline(self.look))

    def _verdict(self, icon: str, shown: Told) -> None:
        token = "stop" if icon == "shield-x" else "attention" if icon == "circle-alert" else "accent"
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 0, 0, 0), 10)
        row.addWidget(Icon(self.look, icon, token, 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(shown.head, "section", wrap=True), 1)
        self.result.addLayout(row)
        self.result.addWidget(words(shown.body, "note" if token == "accent" else "", wrap=True))
        self.result.addWidget(Hairline(self.look))

    # --- the pages ---

    def turn(self, by: int) -> None:
        """The page before or after."""
        if self.draft is not None and 0 <= self.page + by < self.draft.pages:
            self.page += by
            self._draw()

    def _draw(self) -> None:
        made, page = self.draft, self.page
        if made is None:
            return
        self.where.setText(self.tr("page {0} of {1}").format(page + 1, made.pages))
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < made.pages)
        width = max(round((self.pages.viewport().width() - 4) * self.devicePixelRatio()), 200)
        if self._drawing is not None:
            self._drawing.stop()

        def show(shown: Shown) -> None:
            if self.draft is made and self.page == page:
                self.picture.show_pixels(shown.width, shown.height, shown.pixels)

        self._drawing = self.tasks.compute(
            self, lambda _progress, _stop: preview.show(made.pdf, page, width), show, self.wrong.emit
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    # --- saving ---

    def save(self) -> None:
        """Choose where, and write exactly the bytes that were checked."""
        made = self.draft
        if made is None:
            return
        if self.lock.isChecked() and not self.password.text():
            self.password.setFocus()
            return
        # Only counsel's copy bears the case's code; no other file may be named by it.
        stem = self.desk.case.case.code if made.profile == "counsel" else self.tr("summary")
        name = f"{stem}-{made.profile}.pdf"
        chooser = Chooser(
            self.look,
            self,
            self.tr("Save the PDF"),
            self.tr("Save"),
            SAVE_FILE,
            self._save_to,
            name=name,
            endings=(".pdf",),
            lead=self.tr("It leaves the vault and can be read by whoever has it."),
        )
        chooser.open()

    def _save_to(self, path: Path) -> None:
        made = self.draft
        if made is None:
            return
        if self.lock.isChecked():
            terms = replace(self._terms, password=self.password.text())

            def locked(made: Draft) -> None:
                self._made(made)
                self._write(made, path)

            self._make(terms, locked)
        else:
            self._write(made, path)

    def _write(self, made: Draft, path: Path) -> None:
        case_id = self.desk.case_id
        self.save_button.setEnabled(False)
        self.tasks.command(self, lambda vault: export.release(vault.store(case_id), made, path), self._saved, self._not_saved)

    def _saved(self, done: Exported) -> None:
        self.save_button.setEnabled(True)
        self.save_button.hide()
        self.lock.hide()
        self.password.hide()
        self.password.clear()
        self.journal_note.setText(
            self.tr("Saved as {0}. SHA-256 {1}… It is written into the case’s history who received it.").format(
                done.path.name, done.sha256[:16]
            )
        )
        self.desk.changed.emit()

    def _not_saved(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        self.wrong.emit(error)
