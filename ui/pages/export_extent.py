"""How much of the case a copy holds, and on what paper and in which language. What is left out leaves no gap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services import event_words, exporting
from app.services.open_vault import OpenVault
from ui import vocabulary
from ui.page import Around
from ui.pages.export_words import section_words
from ui.widgets.answers import Answers
from ui.widgets.fields import FieldRow
from ui.widgets.tick_list import TickList

ALL, SOME, NONE = "all", "some", "none"


class Extent(QWidget):
    """The rows of the choice. ``edited`` when anything is chosen otherwise."""

    edited = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.look, self.tasks, self.desk = around.look, around.tasks, around.desk
        self._held: dict[Answers, tuple[FieldRow, QVBoxLayout]] = {}
        column = QVBoxLayout(self)
        self.look.pad(column, self, (0, 0, 0, 0), 12)
        every, chosen = (ALL, self.tr("All")), (SOME, self.tr("Chosen ones"))
        self.events = self._row(column, self.tr("Events"), (every, chosen))
        self.documents = self._row(column, self.tr("List of exhibits"), (every, chosen, (NONE, self.tr("None"))))
        self.sections = self._row(column, self.tr("Sections"), (every, chosen))
        self.lists = {
            "events": self._list(self.events, self.tr("Events of this copy")),
            "documents": self._list(self.documents, self.tr("Exhibits of this copy")),
            "sections": self._list(self.sections, self.tr("Sections of this copy"), most=len(exporting.SECTIONS)),
        }
        self.lists["sections"].show_rows([(key, section_words(key)) for key in exporting.SECTIONS])
        self.paper = self._row(column, self.tr("Paper"), (("letter", self.tr("US Letter")), ("a4", self.tr("A4"))))
        languages = tuple((key, vocabulary.language(key)) for key in exporting.languages())
        self.language = self._row(column, self.tr("Language"), (("", self.tr("By the case")), *languages))
        for answers in (self.events, self.documents, self.sections):
            answers.choose(ALL)
            answers.chosen.connect(lambda _key: self._arrange())
        self.paper.choose("letter")
        self.language.choose("")
        self._listed: object = None  # the case whose events are listed
        self._arrange()
        for answers in (self.events, self.documents, self.sections, self.paper, self.language):
            answers.chosen.connect(lambda _key: self.edited.emit())
        for ticks in self.lists.values():
            ticks.ticks.connect(self.edited.emit)

    def _row(self, column: QVBoxLayout, name: str, choices: Sequence[tuple[str, str]]) -> Answers:
        answers = Answers(self.look, choices, name)
        row = FieldRow(self.look, name, answers)
        column.addWidget(row)
        self._held[answers] = (row, column)
        return answers

    def _list(self, answers: Answers, name: str, most: int = 8) -> TickList:
        row, column = self._held[answers]
        ticks = TickList(self.look, name, most=most)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        self.look.pad(inner, holder, (120, 0, 0, 0), 0)
        inner.addWidget(ticks)
        column.insertWidget(column.indexOf(row) + 1, holder)
        return ticks

    # --- showing ---

    def refresh(self) -> None:
        """What is on record now; ticks stay."""
        case = self.desk.case
        self.lists["documents"].show_rows([(one.id, one.title) for one in case.documents])
        self._list_events()

    def _list_events(self) -> None:
        """The events are put into words on the vault's thread, and only once they are to be chosen from."""
        case = self.desk.case
        if self.events.value != SOME or self._listed is case:
            return
        self._listed = case

        def listed(_vault: OpenVault) -> list[tuple[str, str]]:
            return [(one.id, _line(one)) for one in event_words.listed(case)]

        self.tasks.query(self, listed, lambda rows: self.lists["events"].show_rows(rows) if self._listed is case else None)

    def _arrange(self) -> None:
        self._list_events()
        for key, answers in (("events", self.events), ("documents", self.documents), ("sections", self.sections)):
            holder = self.lists[key].parentWidget()
            if holder is not None:
                holder.setVisible(answers.value == SOME)
            self._held[answers][0].say("")

    # --- the answer ---

    def chosen(self) -> dict[str, Any]:
        """What was chosen, as parts of ``Choices``."""
        return {
            "events": self.lists["events"].ticked if self.events.value == SOME else None,
            "documents": self._documents(),
            "sections": self.lists["sections"].ticked if self.sections.value == SOME else (),
            "paper": self.paper.value or "letter",
            "language": self.report_language(),
        }

    def _documents(self) -> tuple[str, ...] | None:
        if self.documents.value == NONE:
            return ()
        return self.lists["documents"].ticked if self.documents.value == SOME else None

    def report_language(self) -> str:
        """The language that the report will be in."""
        return self.language.value or exporting.report_language(self.desk.case)

    def typed(self) -> dict[str, object]:
        """What was chosen, to be kept as a draft."""
        return {
            "events": self.events.value,
            "exhibits": self.documents.value,
            "sections": self.sections.value,
            "paper": self.paper.value,
            "language": self.language.value,
            "ticked": {key: sorted(ticks.model_.ticked) for key, ticks in self.lists.items()},
        }

    def put_typed(self, typed: object) -> None:
        """Show what was kept."""
        held = typed if isinstance(typed, dict) else {}
        answers = (("events", self.events), ("exhibits", self.documents), ("sections", self.sections))
        for key, answer in answers:
            answer.choose(str(held.get(key) or ALL))
        self.paper.choose(str(held.get("paper") or "letter"))
        self.language.choose(str(held.get("language") or ""))
        ticked = held.get("ticked")
        for key, ticks in self.lists.items():
            keys = ticked.get(key) if isinstance(ticked, dict) else None
            ticks.tick(map(str, keys) if isinstance(keys, list) else ())
        self._arrange()

    def wanting(self) -> bool:
        """Whether something was to be chosen and nothing was; says so beside it, and moves the keyboard there."""
        for key, answers in (("events", self.events), ("documents", self.documents), ("sections", self.sections)):
            if answers.value == SOME and not self.lists[key].ticked:
                self._held[answers][0].say(self.tr("Tick at least one, or choose otherwise."), "circle-alert", "attention")
                self.lists[key].setFocus()
                return True
        return False


def _line(event: event_words.ListedEvent) -> str:
    """An event in one line."""
    return " · ".join(part for part in (event.date, event.label, event.what) if part)
