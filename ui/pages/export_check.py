"""The third step of an export: the finished pages, what was checked on them and found, and at the end Save."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.domain.case import Case
from app.errors import BLOCKED, REFUSED, UserError
from app.services import draft as drafting
from app.services import export, preview, review
from app.services.draft import Draft, Terms
from app.services.export import Exported
from app.services.exporting import ProfileFacts
from app.services.preview import Shown
from app.services.review import Material, Review
from app.services.values import Choices
from ui.errors import told
from ui.page import Around
from ui.pages.document_view import Picture
from ui.pages.export_besides import Besides
from ui.pages.export_copy import fill_copy, fill_lines, fill_verdict, passed_lines, passed_note
from ui.pages.export_exhibits import in_titles, taken_with_exhibits
from ui.pages.export_words import refusal_lines
from ui.tasks import Running
from ui.widgets.buttons import FILLED, KeyButton
from ui.widgets.chooser import SAVE_FILE, Chooser
from ui.widgets.columns import Columns
from ui.widgets.fields import FieldRow, PassField, Tick
from ui.widgets.scrolled import Scrolled, clear
from ui.widgets.words import words


class CheckStep(QWidget):
    """Draws and checks the copy in the background; ``back`` goes to the review, ``again`` too, with a ``UserError``: the
    case or the consents are not what they were. ``saved`` after a copy was written, ``readied`` when there is one or none
    any more."""

    back = Signal()
    again = Signal(object)
    saved = Signal()
    readied = Signal()
    wrong = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.look, self.tasks, self.desk = around.look, around.tasks, around.desk
        self.draft: Draft | None = None
        self._case: Case | None = None
        self._review: Review | None = None
        self._facts: ProfileFacts | None = None
        self._choices: Choices | None = None
        self._work = 0  # counts what was begun: what belongs to an earlier copy is dropped
        self._running: Running | None = None
        self._drawing = self._redraw = False
        self.page = 0
        self.left = Scrolled(self.look, margins=(32, 8, 8, 16), spacing=8)
        self.middle = self._middle()
        self.right = Scrolled(self.look, margins=(24, 8, 32, 16), spacing=8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.left, 3)
        row.addWidget(Columns(self.look, self.middle, self.right, ratio=(6, 5), narrow=1), 9)
        outer.addLayout(row)
        self.save_button = KeyButton(self.look, self.tr("Save PDF…"), "Ctrl+S", kind=FILLED, icon="save", height=40)
        self.save_button.clicked.connect(self.save)
        self.lock = Tick(self.look, self.tr("Lock it with a password"))
        self.password = PassField(self.tr("Password of the file"))
        self.password.textEdited.connect(lambda _text: self._tell_password())
        self.password_row = FieldRow(self.look, self.tr("Password of the file"), self.password, above=True)
        self.reveal = Tick(self.look, self.tr("Show it"))
        self.reveal.toggled.connect(self.password.reveal)
        self.lock.toggled.connect(self._locking)
        self.result = QVBoxLayout()
        column = self.right.column
        column.addLayout(self.result)
        for widget in (self.lock, self.password_row, self.reveal):
            column.addWidget(widget)
        column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.journal_note = words("", "note", wrap=True)
        column.addWidget(self.journal_note)
        self.besides = Besides(around, self)
        self.besides.wrong.connect(self.wrong)
        self.besides.again.connect(self.again)
        self.besides.written.connect(self._given_out)
        column.addWidget(self.besides)
        column.addStretch(1)
        self._narrow: bool | None = None
        self._ready(False)
        self._working("")
        self.look.fit(self, self._arrange)

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        self.look.pad(column, middle, (16, 8, 0, 8), 8)
        self.pages = Scrolled(self.look)
        self.pages.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # a page is drawn as wide as is left
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
        self.look.pad(turn, middle, (0, 0, 0, 0), 8)
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

    def begin(self, reviewed: Review, choices: Choices, terms: Terms, facts: ProfileFacts) -> None:
        """Draw and check the copy from what is stored now."""
        self._review, self._facts, self._case = reviewed, facts, self.desk.case
        self._choices = choices
        self._show_copy(reviewed, terms)
        self.draft = None
        self.lock.setChecked(False)
        self._ready(False)
        clear(self.result)
        self.picture.show_nothing()
        self._working(self.tr("Reading the case…"))
        self._work += 1
        work, case_id = self._work, self.desk.case_id

        def mine(act: Callable[..., None]) -> Callable[..., None]:
            return lambda value: act(value) if work == self._work else None

        def draw(taken: tuple[Material, Choices]) -> None:
            material, choices = taken

            def make(progress: review.Progress, stop: review.Stop) -> Draft:
                return drafting.draft(material, reviewed.profile, choices, terms, review.Course(progress, stop))

            self._running = self.tasks.compute(self, make, mine(self._made), mine(self._refused), mine(self._progress))

        # Taken anew: every decision that was made in the review is stored by now, before this in the same queue.
        self.tasks.query(self, partial(taken_with_exhibits, case_id, choices), mine(draw), mine(self._refused))

    def _working(self, text: str) -> None:
        self.stage.setText(text)
        self.bar.setRange(0, 0 if text else 1)
        for widget in (self.stage, self.bar, self.stop_button):
            widget.setVisible(bool(text))

    def _progress(self, at: tuple[str, int, int]) -> None:
        stage, done, total = at
        names = {
            "disclose": self.tr("Redacting…"),
            "exhibits": self.tr("Making the pictures of the exhibits…"),
            "draw": self.tr("Drawing the pages…"),
            "check": self.tr("Checking the finished file…"),
        }
        self.stage.setText(names.get(stage, ""))
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def stop(self) -> None:
        """Stop making the copy and go back."""
        self.leave()
        self.back.emit()

    def leave(self) -> None:
        """The step is left: nothing more is made, and no copy is kept."""
        self._work += 1
        if self._running is not None:
            self._running.stop()
            self._running = None
        self.draft = None
        self.password.clear()
        self.picture.show_nothing()
        self._working("")
        self._ready(False)

    def _made(self, made: Draft) -> None:
        self._running = None
        self.draft = made
        self._working("")
        self._ready(True)
        clear(self.result)
        fill_verdict(self.look, self.result, "shield-check", "accent", self.tr("Passed the release check"), passed_note(made))
        total = self._review.total if self._review else 0
        fill_lines(self.look, self.result, passed_lines(made, total), "check", "accent")
        self.page = 0
        self._draw()
        self.save_button.setFocus()

    def _refused(self, error: UserError) -> None:
        self._running = None
        self._working("")
        self._ready(False)
        clear(self.result)
        if error.code == "exhibits":
            self.again.emit(in_titles(error, {one.id: one.title for one in self.desk.case.documents}))
            return
        if error.status == BLOCKED:  # it was not so a moment ago; the review says in words what it is
            self.again.emit(UserError(error.code, error.status, error.message))
            return
        shown = told(UserError(error.code, error.status, error.message))
        if error.status != REFUSED:
            fill_verdict(self.look, self.result, "circle-alert", "attention", shown.head, shown.body)
            return
        fill_verdict(self.look, self.result, "shield-x", "stop", shown.head, shown.body)
        names = {one.entry_id: one.label for one in self._review.entries} if self._review else {}
        lines = [(line, "") for line in refusal_lines(error.reasons, names)]
        if lines:
            fill_lines(self.look, self.result, lines, "x", "stop")
        self.result.addWidget(words(self.tr("Go back, decide it otherwise or leave it out, and check again."), wrap=True))

    def _ready(self, ready: bool) -> None:
        for widget in (self.save_button, self.lock, self.journal_note, self.previous, self.next, self.where):
            widget.setVisible(ready)
        self.save_button.setEnabled(ready)
        self.pages.setVisible(ready)
        self.journal_note.setText(self.tr("Saving is written into the case’s history."))
        self.besides.offer(self.draft if ready else None, self._choices, self._facts)
        self._locking()
        self.readied.emit()

    # --- what it holds ---

    def _show_copy(self, reviewed: Review, terms: Terms) -> None:
        clear(self.left.column)
        shown = self._choices.exhibits if self._choices is not None else ()
        titles = [document.title for document in self.desk.case.documents if document.id in shown]
        fill_copy(self.look, self.left.column, reviewed, terms.override, titles)
        self.change = change = KeyButton(self.look, self.tr("Change…"), "Alt+Left", bind=False)
        change.clicked.connect(self.back)
        self.left.column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        self.left.column.addStretch(1)

    # --- the pages ---

    def turn(self, by: int) -> None:
        """The page before or after."""
        if self.draft is not None and 0 <= self.page + by < self.draft.pages:
            self.page += by
            self._draw()

    def _draw(self) -> None:
        """Show the page; while one is being drawn, the last one that was asked for waits."""
        made, page = self.draft, self.page
        if made is None:
            return
        self.where.setText(self.tr("page {0} of {1}").format(page + 1, made.pages))
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < made.pages)
        if self._drawing:
            self._redraw = True
            return
        width = max(round((self.pages.viewport().width() - 4) * self.devicePixelRatio()), 200)
        self._drawing, self._redraw = True, False

        def show(shown: Shown) -> None:
            self._drawing = False
            if self._redraw:
                self._draw()
            elif self.draft is made and self.page == page:
                self.picture.show_pixels(shown.width, shown.height, shown.pixels)
                self.pages.verticalScrollBar().setValue(0)

        def failed(error: UserError) -> None:
            self._drawing = False
            self.wrong.emit(error)

        self.tasks.compute(self, lambda _progress, _stop: preview.show(made.pdf, page, width), show, failed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._draw()

    def _arrange(self) -> None:
        """Where it is narrow, what the copy holds stands below what was checked, and the page beside both."""
        narrow = self.width() < self.look.px(900)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.left.setVisible(not narrow)

    # --- saving ---

    def _locking(self) -> None:
        shown = self.lock.isChecked() and self.lock.isVisibleTo(self)
        self.password_row.setVisible(shown)
        self.reveal.setVisible(shown)
        if not shown:
            self.password.clear()
            self.reveal.setChecked(False)
        else:
            self.password.setFocus()
        self._tell_password()

    def _tell_password(self) -> None:
        self.password_row.say(self.tr("Tell it to the recipient by another way. Nothing here remembers it."))

    def save(self) -> None:
        """Choose where, and write exactly the bytes that were checked."""
        made, facts = self.draft, self._facts
        if made is None or facts is None or not self.save_button.isEnabled():
            return
        if self.lock.isChecked() and not self.password.text():
            self.password_row.say(self.tr("Write a password, or take the tick away."), "circle-alert", "attention")
            self.password.setFocus()
            return
        # Where the case's code is not printed, the file's name may not tell it either.
        stem = self.desk.case.case.code if facts.case_code else self.tr("summary")
        chooser = Chooser(
            self.look,
            self,
            self.tr("Save the PDF"),
            self.tr("Save"),
            SAVE_FILE,
            self._save_to,
            name=f"{stem}-{made.profile}.pdf",
            endings=(".pdf",),
            lead=self.tr("It leaves the vault and can be read by whoever has it."),
        )
        chooser.open()

    def _save_to(self, path: Path) -> None:
        made = self.draft
        if made is None:
            return
        self.save_button.setEnabled(False)
        if not self.lock.isChecked():
            self._write(path, made)
            return
        password = self.password.text()
        self.tasks.compute(
            self, lambda _progress, _stop: drafting.locked(made, password), partial(self._write, path), self._not_saved
        )

    def _write(self, path: Path, made: Draft) -> None:
        if self.draft is None:  # the step was left meanwhile
            return
        case_id = self.desk.case_id
        self.tasks.command(self, lambda vault: export.release(vault.store(case_id), made, path), self._saved, self._not_saved)

    def _saved(self, done: Exported) -> None:
        for widget in (self.save_button, self.lock, self.password_row, self.reveal):
            widget.hide()
        self.password.clear()
        self.journal_note.setText(
            self.tr("Saved as {0}, SHA-256 {1}…\nWho receives it is written into the case’s history.").format(
                str(done.path).replace("/", "/\u200b").replace("\\", "\\\u200b"), done.sha256[:16]
            )
        )
        if self.draft is not None:
            self._given_out(replace(self.draft, last_seq=done.last_seq))
            self.besides.offer(self.draft, self._choices, self._facts)
        self.saved.emit()
        self.desk.changed.emit()

    def _given_out(self, made: Draft) -> None:
        """What was checked holds on: all that came after it in the history is what was given out of it."""
        self.draft = made

    def _not_saved(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        self.save_button.setFocus()
        if error.code == "stale":
            self.again.emit(error)
        elif error.status == REFUSED:  # the copy passed: it is the name of the file
            self.wrong.emit(UserError("file-name-tells", REFUSED, error.message))
        else:
            self.wrong.emit(error)
