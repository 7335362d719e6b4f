"""The picture of a timeline: lanes at the left and the axis above stay in sight, the rest scrolls and can be drawn larger.

Where everything stands is worked out off the window's thread. The scene holds no items: the view paints the marks that are in
sight, so that thousands cost no more than those that are seen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from app.services.timeline import Mark, Timed, Timeline, arrange
from ui.look import Look
from ui.tasks import Running, Tasks
from ui.widgets.timeline_lanes import AIR, AXIS, ROW, Axis, LaneNames, grid, lane_height, marks
from ui.widgets.timeline_paint import Letters, unit

#: One step of + and −.
STEP = 1.5
_CLOSEST = 420.0  # pixels of a month beyond which nothing more is to be seen
_WIDEST = 230  # of the words beside a mark, at 100 %
_MOST_ROWS = 12  # a lane that would be higher with its words shows marks alone
_EDGE = 12  # room at either end of the axis

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in its lane, and all the room it takes in the scene (pixels)."""

    mark: Mark
    lane: int
    box: QRectF

    @property
    def number(self) -> int:
        """The number of its event."""
        return self.mark.numbers[0]


@dataclass(frozen=True, slots=True)
class _Laid:
    """What was worked out: the layout, the words beside the marks and their room, and for what width (pixels)."""

    timeline: Timeline
    titles: dict[int, str] = field(repr=False)
    letters: Letters
    rooms: dict[int, float]
    width: float


class TimelineView(QGraphicsView):
    """``opened`` carries the number of an event that was clicked, or entered while the keyboard stood on it; ``stood`` the
    one that the keyboard or else the mouse is on, 0 for none. ``laid`` comes after every new drawing."""

    opened = Signal(int)
    stood = Signal(int)
    laid = Signal()

    def __init__(self, look: Look, tasks: Tasks, name: str, today: str) -> None:
        super().__init__()
        self.look, self._tasks = look, tasks
        self._events: tuple[Timed, ...] = ()
        self._titles: dict[int, str] = {}
        self._rooms: dict[int, float] | None = None  # worked out once for these titles in this size
        self._letters = Letters(look.font(13))
        self.timeline = Timeline((), ())
        self._laid = _Laid(self.timeline, {}, self._letters, {}, 1.0)
        self._running: Running | None = None
        self._anchor: tuple[float, float] | None = None  # which part of the axis stays where in the viewport
        self.zoom = 1.0
        self.current = 0
        self.placed: tuple[Placed, ...] = ()  # as time goes on
        self._by_number: dict[int, Placed] = {}
        self._width = 1.0
        self._pressed = 0
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.viewport().setMouseTracking(True)
        self.axis, self.names = Axis(look, self, today), LaneNames(look, self)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._scrolled)
        look.fit(self, self._measure)

    # --- what is shown ---

    def show_events(self, events: Sequence[Timed], titles: dict[int, str]) -> None:
        """Draw other events; ``titles`` by number. Whoever keeps ids says anew where the keyboard stands (``stand``)."""
        self._events, self._titles, self._rooms = tuple(events), titles, None
        self.names.measure([event.label for event in self._events if event.placed])
        self.relay()

    def relay(self) -> None:
        """Work out anew where everything stands, for the present width and zoom."""
        if self._running is not None:
            self._running.stop()
        scale = unit(self.look)
        bar = self.verticalScrollBar()
        bar.ensurePolished()  # before that it does not know how wide the style sheet makes it
        # As if it were always there: what is drawn must not depend on whether it just came or went.
        room = self.contentsRect().width() - self.names.room - bar.sizeHint().width() - 2 * self.look.px(_EDGE) - 4
        width = max(room, 100) * self.zoom / scale
        events, titles, letters = self._events, self._titles, self._letters
        known, widest, today = self._rooms, self.look.px(_WIDEST), dt.date.today()

        def work(_report: Progress, _stopping: Callable[[], bool]) -> _Laid:
            rooms = known or {number: min(letters.width(title), widest) for number, title in titles.items()}
            timeline = arrange(
                events,
                width,
                lambda numbers: rooms[numbers[0]] / scale,
                apart=True,
                most_rows=_MOST_ROWS,
                today=(today.year, today.month, today.day),
            )
            return _Laid(timeline, titles, letters, rooms, width * scale)

        self._running = self._tasks.compute(self, work, self._take)

    def _take(self, laid: _Laid) -> None:
        self._running = None
        self._laid, self.timeline, self._rooms, self._width = laid, laid.timeline, laid.rooms, laid.width
        scene, look, scale = self.scene(), self.look, unit(self.look)
        placed: list[Placed] = []
        top = 0.0
        for number, lane in enumerate(self.timeline.lanes):
            placed += [Placed(mark, number, self._box(mark, top, scale)) for mark in lane.marks]
            top += lane_height(look, lane.rows)
        self.placed = tuple(sorted(placed, key=lambda one: (one.mark.left, one.lane, one.mark.row, one.number)))
        self._by_number = {one.number: one for one in self.placed}
        scene.setSceneRect(-look.px(_EDGE), 0, laid.width + 2 * look.px(_EDGE), max(top, 1) + look.px(4))
        self._settle()
        self.axis.update()
        self.names.update()
        self.viewport().update()
        self.laid.emit()

    def _box(self, mark: Mark, top: float, scale: float) -> QRectF:
        row, air = self.look.px(ROW), self.look.px(AIR) // 2
        label = self._laid.rooms[mark.numbers[0]] if mark.labelled else 0.0
        left = min(mark.left, mark.label_at) * scale
        right = max(mark.right * scale, mark.label_at * scale + label)
        return QRectF(left - 5, top + air + mark.row * row + 1, right - left + 10, row - 2)

    def words_of(self, number: int) -> tuple[str, float]:
        """What stands beside a mark, shortened only where it has to be, and how much room it has (pixels)."""
        room = self._laid.rooms[number]
        return self._laid.letters.fitted(self._laid.titles[number], room), room

    def _settle(self) -> None:
        """Keep in its place what was to stay there, and the mark with the keyboard in sight."""
        if self._anchor is not None:
            part, at = self._anchor
            self._anchor = None
            self.horizontalScrollBar().setValue(round(part * self._width - at))
        elif self.current in self._by_number:
            self._show_current()

    def _measure(self) -> None:
        self._rooms, self._letters = None, Letters(self.look.font(13))
        self.names.measure([event.label for event in self._events if event.placed])
        self.setViewportMargins(self.names.room, self.look.px(AXIS), 0, 0)
        self.setBackgroundBrush(self.look.colour("desk"))
        self.relay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        port: QRect = self.viewport().geometry()
        self.axis.setGeometry(port.left(), 0, port.width(), port.top())
        self.names.setGeometry(0, port.top(), port.left(), port.height())
        if event.oldSize().width() != event.size().width():
            self.relay()

    def _scrolled(self) -> None:
        self.axis.update()
        self.names.update()

    # --- larger and smaller ---

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Draw it larger or smaller; what lies ``at`` a place of the viewport stays there (else the mark with the keyboard)."""
        wanted = min(max(self.zoom * factor, 1.0), self._closest())
        if abs(wanted - self.zoom) < 0.001:
            return
        if at is None:
            held = self._by_number.get(self.current)
            middle = self.mapToScene(self.viewport().rect().center())
            if held is not None:
                middle.setX((held.mark.left + held.mark.right) / 2 * unit(self.look))
            at = QPointF(self.mapFromScene(middle))
            inside = QRectF(self.viewport().rect()).contains(QPointF(at.x(), 1))
            at = at if inside else QPointF(self.viewport().rect().center())
            scene = middle if inside else self.mapToScene(at.toPoint())
        else:
            scene = self.mapToScene(at.toPoint())
        self._anchor = (scene.x() / self._width, at.x())
        self.zoom = wanted
        self.relay()

    def fit(self) -> None:
        """All of it in the width of the window."""
        self.zoom, self._anchor = 1.0, None
        self.relay()

    def _closest(self) -> float:
        """How large it can be drawn: until a month is wide enough to tell its days apart."""
        spans = [event.span for event in self._events if event.placed and event.span]
        years = [part[0] for span in spans for part in (span.start, span.end) if part]
        months = 12 * (max(years) - min(years) + 1) if years else 12
        return max(_CLOSEST * self.look.factor * months / max(self._width / self.zoom, 1), 1.0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP, event.position())
            event.accept()
            return
        super().wheelEvent(event)

    # --- the keyboard ---

    def stand(self, number: int) -> None:
        """Put the keyboard on an event; 0 or one without a place: on the first."""
        self.current = number if number in self._by_number else self.placed[0].number if self.placed else 0
        self._show_current()
        self.stood.emit(self.current)
        self.viewport().update()

    def _show_current(self) -> None:
        held = self._by_number.get(self.current)
        if held is not None:
            self.ensureVisible(held.box, self.look.px(24), self.look.px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        held = self._by_number.get(self.current)
        if text in ("+", "="):
            self.zoom_by(STEP)
        elif text in ("-", "−"):
            self.zoom_by(1 / STEP)
        elif text == "0":
            self.fit()
        elif held is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.current)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at = self.placed.index(held) + (1 if key == Qt.Key.Key_Right else -1)
            self.stand(self.placed[min(max(at, 0), len(self.placed) - 1)].number)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stand(self._beside(held, 1 if key == Qt.Key.Key_Down else -1).number)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.stand(self.placed[0 if key == Qt.Key.Key_Home else -1].number)
        else:
            super().keyPressEvent(event)

    def _beside(self, held: Placed, way: int) -> Placed:
        """The mark of the next lane up or down that is nearest in time; the same where there is no lane."""
        lane = [one for one in self.placed if one.lane == held.lane + way]
        middle = (held.mark.left + held.mark.right) / 2
        return min(lane, key=lambda one: (abs((one.mark.left + one.mark.right) / 2 - middle), one.mark.row), default=held)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.placed and self.current not in self._by_number:
            self.stand(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # --- the mouse ---

    def at(self, place: QPoint) -> int:
        """The number of the event at a place of the viewport; 0 for none."""
        scene = self.mapToScene(place)
        return next((one.number for one in reversed(self.placed) if one.box.contains(scene)), 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.at(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else 0
        if self._pressed:
            self.stand(self._pressed)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, 0
        if pressed and self.at(event.position().toPoint()) == pressed:
            self.opened.emit(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        under = self.at(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
        self.stood.emit(under or self.current)

    # --- drawing ---

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawBackground(painter, rect)
        grid(painter, self, QRectF(rect))

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        marks(painter, self, QRectF(rect))
