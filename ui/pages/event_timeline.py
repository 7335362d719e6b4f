"""The events as a picture: lanes by type, what is uncertain drawn as such, and those without a date listed below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.event_words import ListedEvent
from app.services.timeline import Mark, Timed
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.buttons import KeyButton
from ui.widgets.scrolled import Scrolled
from ui.widgets.table import Cell, Column, Row, Table
from ui.widgets.timeline_paint import MarkPicture
from ui.widgets.timeline_view import STEP, TimelineView
from ui.widgets.words import Hairline, words
from ui.widgets.wrapping import Wrapping

translate = QCoreApplication.translate

_ROWS = 3  # of events without a date that are in sight at once
_ROW, _HIGH = 36, 520  # the picture keeps its room where there is little


class _Below(Scrolled):
    """What stands below the picture. It takes the height that it needs and scrolls where the window has too little."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, spacing=6)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def fit(self) -> None:
        """As high as the words need at the width that they have, not as they would at their narrowest."""
        self.inner.setMinimumHeight(max(self.inner.heightForWidth(self.viewport().width()), 1))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(0, self.inner.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.inner.minimumHeight(), self._look.px(40)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class EventTimeline(QWidget):
    """``opened`` carries the id of an event."""

    opened = Signal(str)

    def __init__(self, look: Look, tasks: Tasks) -> None:
        super().__init__()
        self._look = look
        self._events: tuple[ListedEvent, ...] = ()  # as they are drawn
        self._coming: tuple[ListedEvent, ...] = ()  # as they will be
        self._in_list = False  # whether the keyboard belongs to those without a date
        self._wanted = ""  # the event on which the keyboard is to stand once it is drawn
        column = QVBoxLayout(self)
        look.pad(column, self, (32, 0, 32, 8), 6)
        self.view = TimelineView(look, tasks, translate("event", "Timeline"), translate("event", "today"))
        self.view.opened.connect(lambda number: self.opened.emit(self._events[number - 1].id))
        self.view.stood.connect(self._tell)
        self.view.laid.connect(self._drawn_anew)
        look.fit(self.view, lambda: self.view.setMinimumHeight(look.px(150)))
        column.addWidget(self.view, 1)
        self.none = words(translate("event", "No event has a date yet."), "section", wrap=True)
        column.addWidget(self.none)
        self.below = _Below(look)
        column.addWidget(self.below)
        self.rule = Hairline(look)
        self.told = words("", "strong", wrap=True)
        self.told_what = words("", "", wrap=True)
        self.sizes = self._sizes()
        self.undated_head = words("", "label")
        self.undated = Table(
            look,
            translate("event", "Events without a date"),
            (Column(translate("event", "Type"), 220), Column(translate("event", "What happened"))),
            head=False,
            row_height=_ROW,
        )
        self.undated.opened.connect(self.opened)
        for part in (self.rule, self.told, self.told_what, self.undated_head, self.undated, self._legend()):
            self.below.column.addWidget(part)
        look.fit(self.undated, self._measure)

    def _sizes(self) -> tuple[KeyButton, ...]:
        """The buttons that draw it larger and smaller, for the title row; their keys work in the picture."""
        look = self._look
        closer = KeyButton(look, translate("event", "Larger"), "+", icon="zoom-in", bind=False)
        farther = KeyButton(look, translate("event", "Smaller"), "-", icon="zoom-out", bind=False)
        whole = KeyButton(look, translate("event", "All"), "0", bind=False)
        closer.clicked.connect(lambda: self.view.zoom_by(STEP))
        farther.clicked.connect(lambda: self.view.zoom_by(1 / STEP))
        whole.clicked.connect(self.view.fit)
        return closer, farther, whole

    def _legend(self) -> QWidget:
        """What the marks mean."""
        look = self._look
        self.legend = QWidget(self)
        row = Wrapping(self.legend)
        look.pad(row, self.legend, (0, 0, 0, 0), 8)
        span = Mark((), 0, 0.0, 22.0, 0.0)
        for mark, meaning in (
            (Mark((), 0, 0.0, 7.2, 0.0, point=True), translate("event", "a day or month known")),
            (Mark((), 0, 0.0, 7.2, 0.0, point=True, hollow=True), translate("event", "said by others")),
            (span, translate("event", "from then to then")),
            (Mark((), 0, 0.0, 22.0, 0.0, loose=True), translate("event", "anywhere in the dashes")),
            (Mark((), 0, 0.0, 22.0, 0.0, loose=True, sure=(7.0, 15.0)), translate("event", "its ends are uncertain")),
            (Mark((), 0, 0.0, 22.0, 0.0, open_end=True), translate("event", "open, or no end known")),
        ):
            pair = QWidget(self.legend)
            inner = QHBoxLayout(pair)
            look.pad(inner, pair, (0, 0, 10, 0), 6)
            inner.addWidget(MarkPicture(look, mark))
            inner.addWidget(words(meaning, "note"))
            row.addWidget(pair)
        return self.legend

    # --- what is shown ---

    def show_events(self, events: Sequence[ListedEvent], timed: Sequence[Timed]) -> None:
        """Other events; ``timed`` are theirs, in the same order."""
        self._coming = tuple(events)
        self._wanted = self._wanted or self._at(self.view.current)
        dated = any(event.placed for event in timed)
        for part in (self.view, self.rule, self.told, self.told_what, self.legend):
            part.setVisible(dated)
        self.none.setVisible(not dated)
        self.view.show_events(timed, {number: event.what or event.label for number, event in enumerate(events, 1)})
        without = [events[event.number - 1] for event in timed if not event.placed]
        nothing = translate("event", "nothing told yet")
        self.undated.show_rows(
            [Row(one.id, (Cell(one.label), Cell(one.what or nothing, quiet=not one.what))) for one in without]
        )
        self.undated_head.setText(translate("event", "Without a date: {0}").format(len(without)))
        self.undated_head.setVisible(bool(without))
        self.undated.setVisible(bool(without))
        self._measure()

    def choose(self, event_id: str) -> None:
        """Put the keyboard on an event, now or once it is drawn."""
        self._in_list = any(row.key == event_id for row in self.undated.rows_model.rows)
        if self._in_list:
            self.undated.choose(event_id)
            return
        self._wanted = event_id
        self._drawn()

    @property
    def standing(self) -> str:
        """The id of the event that the keyboard stands on; "" for none."""
        if self.undated.hasFocus():
            return self.undated.key
        return self._at(self.view.current)

    def _at(self, number: int) -> str:
        return self._events[number - 1].id if 0 < number <= len(self._events) else ""

    def first(self) -> QWidget:
        """What gets the keyboard."""
        return self.undated if self._in_list or not self.view.isVisibleTo(self) else self.view

    def _drawn_anew(self) -> None:
        self._events = self._coming
        self._drawn()

    def _drawn(self) -> None:
        number = next((n for n, event in enumerate(self._events, 1) if event.id == self._wanted), 0)
        if self.view.placed and (number or not self.view.current):
            self.view.stand(number)
            if number:
                self._wanted = ""

    def _tell(self, number: int) -> None:
        """Say in words what the picture shows of an event."""
        if not 0 < number <= len(self._events):
            return
        event = self._events[number - 1]
        what = event.what or translate("event", "nothing told yet")
        self.told.setText(f"{event.date}  ·  {event.label}")
        self.told_what.setText(what)
        self.below.fit()
        if number == self.view.current:
            self.view.setAccessibleName(translate("event", "Timeline: {0}, {1}, {2}").format(event.date, event.label, what))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        most = _ROWS if self.height() > self._look.px(_HIGH) else 1
        rows = min(max(len(self.undated.rows_model.rows), 1), most)
        self.undated.setFixedHeight(self._look.px(_ROW) * rows + 2)
        self.below.fit()
