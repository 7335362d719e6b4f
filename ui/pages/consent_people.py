"""Who is asked: the witness and those for whom consent matters side by side, everybody else in a list that opens."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.case import Case
from app.services import consenting
from ui.look import Look
from ui.pages import consent_words
from ui.pages.consent_words import translate
from ui.widgets.answers import Answers
from ui.widgets.fields import Choice
from ui.widgets.scrolled import clear

#: So many stand side by side at the most.
_MOST = 3
#: Below this width (at 100 %) the list stands below them.
_BESIDE = 620


class PersonChooser(QWidget):
    """``chosen`` carries the id of a person."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]] | None = None
        self.answers: Answers | None = None
        self.others: Choice | None = None
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        look.pad(self._box, self, (0, 0, 0, 0), 8)

    def show_people(self, case: Case, person: str) -> None:
        """Show everybody on record, with one of them chosen."""
        first = consenting.concerned(case)[:_MOST] or consenting.people(case)[:_MOST]
        shown = {one.id for one in first}
        rows = (
            tuple((one.id, consent_words.person(case, one)) for one in first),
            tuple((one.id, consent_words.person(case, one)) for one in consenting.people(case) if one.id not in shown),
        )
        if rows != self._rows:
            self._rows = rows
            self._build()
        self.choose(person)

    def _build(self) -> None:
        assert self._rows is not None
        clear(self._box)
        self.answers = self.others = None
        first, rest = self._rows
        if first:
            self.answers = Answers(self._look, first, translate("consent", "Whose consent"), self)
            self.answers.chosen.connect(self._first)
            self._box.addWidget(self.answers, 1)
        if rest:
            rows = [("", translate("consent", "Somebody else…")), *rest]
            self.others = others = Choice(self._look, translate("consent", "Somebody else on record"), rows)
            others.currentIndexChanged.connect(lambda _row: self._other())
            self._look.fit(others, lambda: others.setFixedWidth(self._look.px(190)))
            self._box.addWidget(others, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._look.px(_BESIDE)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def choose(self, person: str) -> None:
        """Choose by id, without telling."""
        for widget in (self.answers, self.others):
            if widget is not None:
                blocked = widget.blockSignals(True)
                widget.choose(person)
                widget.blockSignals(blocked)

    def _first(self, person: str) -> None:
        self.choose(person)
        self.chosen.emit(person)

    def _other(self) -> None:
        if self.others is not None and self.others.value:
            person = self.others.value
            self.choose(person)
            self.chosen.emit(person)
