"""Export: choose for whom and what, decide every find, then see the checked pages and save them.

Three steps on one page. What was chosen and decided stays; going back loses nothing. Decisions are saved as they are made.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import UserError
from app.services.review import Review
from ui.page import Around, Hints, Page
from ui.pages.export_check import CheckStep
from ui.pages.export_choose import ChooseStep
from ui.pages.export_review import ReviewStep
from ui.widgets.steps import Steps

translate = QCoreApplication.translate
_DRAFT = "export"


class ExportPage(Page):
    """The three steps. ``step`` is 0 choose, 1 review, 2 check and save."""

    key = "export"
    flush_top = True
    icon = "file-output"

    @classmethod
    def label(cls) -> str:
        return translate("ExportPage", "Export")

    def __init__(self, around: Around) -> None:
        super().__init__(around, self.label(), margins=False)
        self.steps = Steps(self.look, (self.tr("Choose"), self.tr("Review"), self.tr("Check and save")))
        self.head.addWidget(self.steps)
        self.stack = QStackedWidget()
        self.choose = ChooseStep(around)
        self.review = ReviewStep(around)
        self.check = CheckStep(around)
        for step in (self.choose, self.review, self.check):
            self.stack.addWidget(step)
        self.body.addWidget(self.stack)
        self.choose.onward.connect(self._to_review)
        self.review.onward.connect(self._to_check)
        self.check.back.connect(lambda: self.show_step(1))
        self.check.again.connect(self._again)
        for step in (self.choose, self.review, self.check):
            step.wrong.connect(self.say)
        # One shortcut for the page: a button inside a hidden step would not hear it.
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._onward)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self._back)
        self._keeping = QTimer(self)  # what was chosen outlives a lock
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(800)
        self._keeping.timeout.connect(self.flush)
        self.choose.edited.connect(self._keep)
        self.review.mosaic.override_field.textEdited.connect(self._keep)
        self.check.saved.connect(self._saved)
        self.check.readied.connect(self.hinted)
        self._edited = False
        self.desk.read_draft(self, _DRAFT, self._take_draft)
        self._narrow = False
        self._stale = False  # the case changed while another page was open
        self.show_step(0)

    @property
    def step(self) -> int:
        """Which step is shown."""
        return self.stack.currentIndex()

    def show_step(self, step: int) -> None:
        """Show a step."""
        if step != 2:
            self.check.leave()
        self.stack.setCurrentIndex(step)
        self.steps.show_step(step)
        self.notice.clear()
        titles = (self.tr("Export"), self.tr("Redaction review"), self.tr("Check and save"))
        self.title.setText(titles[step])
        note = self.choose.in_words() if step else ""
        self.subtitle.setText(note)
        self.subtitle.setVisible(bool(note))
        self.hinted.emit()
        first = self.primary()
        if first is not None and self.isVisible():
            first.setFocus()

    def refresh(self) -> None:
        """The case changed: what was reviewed or checked is no longer what is on record."""
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Take up what changed; while another page is open, nothing is worked out for nobody."""
        if not self._stale:
            return
        self._stale = False
        self.choose.refresh()
        if self.step == 2 and not self.check.is_of(self.desk.case):
            self.show_step(1)
        if self.step == 1:
            self.review.case_changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def show_entry(self, entry_id: str) -> None:
        """``counsel`` opens the page for that profile."""
        self.choose.choose_profile(entry_id)
        self.show_step(0)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            self.hinted.emit()

    def hints(self) -> Hints:
        if self.step == 0:
            return ((("Ctrl+Return",), self.tr("on to the review")),)
        if self.step == 1 and self._narrow:  # the others stand in the buttons
            return (
                (("J", "K"), self.tr("next, back")),
                (("Ctrl+Return",), self.tr("check")),
                (("Alt+Left",), self.tr("choose")),
            )
        if self.step == 2 and self.check.draft is None:
            return ((("Alt+Left",), self.tr("back to the review")),)
        if self.step == 2 and self._narrow:
            return (("Ctrl+S",), self.tr("save")), (("Alt+Left",), self.tr("back to the review"))
        if self.step == 1:
            return (
                (("M", "P", "S"), self.tr("decide")),
                (("J", "K"), self.tr("next, back")),
                (("U",), self.tr("undo")),
                (("Ctrl+Return",), self.tr("to the check")),
                (("Alt+Left",), self.tr("choose again")),
            )
        return (
            (("PgUp", "PgDown"), self.tr("turn the page")),
            (("Ctrl+S",), self.tr("save")),
            (("Alt+Left",), self.tr("back to the review")),
        )

    def primary(self) -> QWidget | None:
        return (self.choose.first(), self.review.pairs, self.check.save_button)[self.step]

    # --- what was begun ---

    def _keep(self) -> None:
        self._edited = True
        if not self._keeping.isActive():
            self._keeping.start()

    def flush(self) -> None:
        self._keeping.stop()
        if self._edited:
            typed = {**self.choose.typed(), "override": self.review.mosaic.override_field.text()}
            self.desk.draft(_DRAFT, json.dumps(typed))

    def _take_draft(self, text: str | None) -> None:
        if text is None or self._edited:
            return
        typed = json.loads(text)
        self.review.mosaic.override_field.setText(str(typed.pop("override", "")))
        self.choose.put_typed(typed)

    def _saved(self) -> None:
        self._keeping.stop()
        self._edited = False
        self.desk.draft(_DRAFT, "")

    # --- from step to step ---

    def _onward(self) -> None:
        if self.step == 0:
            self.choose.go_on()
        elif self.step == 1:
            self.review.go_on()

    def _back(self) -> None:
        if self.step:
            self.show_step(self.step - 1)

    def _to_review(self) -> None:
        self.show_step(1)
        self.review.begin(self.choose.profile, self.choose.choices())

    def _to_check(self, reviewed: Review) -> None:
        self.show_step(2)
        self.check.begin(reviewed, self.choose.choices(), self.review.terms(), self.choose.facts)

    def _again(self, error: UserError) -> None:
        """Something stands between the copy and its release that was not there before: the review shows what."""
        self.show_step(1)
        self.review.case_changed()
        self.say(error)
