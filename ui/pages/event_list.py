"""The list of events: by date, filtered as one types and by type; what was not saved yet stands first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.forms import Forms
from app.services.event_words import ListedEvent
from ui import vocabulary
from ui.look import Look
from ui.pages.event_saving import EventDraft
from ui.widgets.buttons import KeyButton
from ui.widgets.fields import Choice, LineField
from ui.widgets.options import folded
from ui.widgets.table import Cell, Column, Row, Table
from ui.widgets.words import words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list, its type, and what it is found by."""

    row: Row = field(repr=False)
    type: str
    text: str = field(repr=False)


def lines_of(events: Sequence[ListedEvent], drafts: Mapping[str, EventDraft]) -> list[Line]:
    """The rows of the list. Made on the vault thread: nothing here touches a widget."""
    unsaved = {draft.event for draft in drafts.values() if draft.event}
    out = []
    for place, draft in drafts.items():
        if not draft.event:
            label = vocabulary.type_word(draft.type)
            row = Row(
                place,
                (
                    Cell(strong=translate("event", "not saved yet"), second=label, token="attention"),
                    Cell(draft.first_words or label, second=translate("event", "Enter goes on with it")),
                    Cell(),
                ),
            )
            out.append(Line(row, draft.type, folded(f"{label} {draft.first_words}")))
    for event in events:
        date = Cell(strong=event.date, second=event.label)
        if not event.date:
            date = Cell(translate("event", "no date yet"), second=event.label, quiet=True)
        what = (
            Cell(event.what, second=_around(event)) if event.what else Cell(translate("event", "nothing told yet"), quiet=True)
        )
        if event.id in unsaved:
            state = Cell(translate("event", "not saved yet"), icon="pen-line", token="attention")
        else:
            state = Cell(vocabulary.certainty(event.certainty) if event.certainty else translate("event", "not said"))
            state = Cell(state.text, quiet=not event.certainty)
        out.append(Line(Row(event.id, (date, what, state)), event.type, folded(event.text)))
    return out


def _around(event: ListedEvent) -> str:
    kind, name = event.source
    source = name or (vocabulary.source_kind(kind) if kind else "")
    if event.more_sources and source:
        source = translate("event", "{0} and {1} more").format(source, event.more_sources)
    said = translate("event", "says {0}").format(source) if source else translate("event", "no source yet")
    return "  ·  ".join(part for part in (event.place, said) if part)


class _Find(LineField):
    """The filter: Down and Enter go to the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
            return
        super().keyPressEvent(event)


class EventList(QWidget):
    """``opened`` carries the key of a row: an event's id, or the place of a draft."""

    opened = Signal(str)

    def __init__(self, look: Look, forms: Forms) -> None:
        super().__init__()
        self._lines: list[Line] = []
        column = QVBoxLayout(self)
        look.pad(column, self, (21, 0, 21, 8), 8)
        tools = QHBoxLayout()
        look.pad(tools, self, (11, 0, 11, 0), 12)
        self.find_field = _Find(translate("event", "Find an event"), hint=translate("event", "Find: a word, a name, a date"))
        self.find_field.textChanged.connect(lambda _text: self._filter())
        rows = [("", translate("event", "All types")), *((key, kind.label) for key, kind in forms.types.items())]
        self.types = Choice(look, translate("event", "Type of event"), rows)
        self.types.currentIndexChanged.connect(lambda _index: self._filter())
        look.fit(self.types, lambda: self.types.setMinimumWidth(look.px(190)))
        self.count = words("", "note")
        tools.addWidget(self.find_field, 1)
        tools.addWidget(self.types)
        tools.addWidget(self.count)
        column.addLayout(tools)
        columns = (
            Column(translate("event", "When, and which type"), 220),
            Column(translate("event", "What, where, and who says so")),
            Column(translate("event", "How sure"), 130),
        )
        self.table = Table(look, translate("event", "Events"), columns, row_height=56)
        self.table.opened.connect(self.opened)
        self.find_field.down.connect(self.table.setFocus)
        column.addWidget(self.table, 1)
        self.empty = QWidget()
        inner = QVBoxLayout(self.empty)
        look.pad(inner, self.empty, (11, 24, 11, 0), 8)
        self.empty_words = words("", "section", wrap=True)
        self.empty_note = words("", "quiet", wrap=True)
        self.clear_button = KeyButton(look, translate("event", "Show all events"))
        self.clear_button.clicked.connect(self.show_all)
        inner.addWidget(self.empty_words)
        inner.addWidget(self.empty_note)
        inner.addWidget(self.clear_button)
        inner.addStretch(1)
        column.addWidget(self.empty, 1)

    def show_lines(self, lines: list[Line]) -> None:
        """Other events."""
        self._lines = lines
        self._filter()

    def show_all(self) -> None:
        """Take the filter away."""
        self.find_field.clear()
        self.types.choose("")
        self.table.setFocus()

    @property
    def blank(self) -> bool:
        """Whether there is no event at all, begun ones counted."""
        return not self._lines

    def choose(self, key: str) -> bool:
        """Put the keyboard on a row; a filter that hides it goes away. Whether there is such a row."""
        if self.table.choose(key):
            return True
        if not any(line.row.key == key for line in self._lines):
            return False
        self.show_all()
        return self.table.choose(key)

    def _filter(self) -> None:
        parts, kind = folded(self.find_field.text()).split(), self.types.value
        shown = [
            line.row for line in self._lines if (not kind or line.type == kind) and all(part in line.text for part in parts)
        ]
        self.table.show_rows(shown)
        filtered = len(shown) < len(self._lines)
        total = translate("event", "{0} of {1}").format(len(shown), len(self._lines))
        self.count.setText(total)
        self.count.setVisible(filtered)
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.clear_button.setVisible(bool(self._lines))
        self.find_field.setVisible(bool(self._lines))
        self.types.setVisible(bool(self._lines))
        if self._lines and parts:
            self.empty_words.setText(translate("event", "No event has these words."))
            if kind:
                self.empty_words.setText(translate("event", "No event of this type has these words."))
            self.empty_note.setText(translate("event", "Every word must occur in it, in any spelling on record."))
        elif self._lines:
            self.empty_words.setText(translate("event", "No event of this type is on record yet."))
            self.empty_note.setText(translate("event", "Only this type is shown. Events of other types are on record."))
        else:
            self.empty_words.setText(translate("event", "No event on record yet."))
            self.empty_note.setText(translate("event", "Ctrl+E begins one. It may stay half filled: what you type is kept."))
