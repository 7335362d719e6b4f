"""The timeline of the events page: by keyboard, with what is uncertain drawn as such, and quick in a large case."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Case, Event, Source
from app.domain.date_words import date_words
from tests.large_case import large_case
from tests.ui.event_driver import CTRL, Driver
from tests.ui.watchdog import Watchdog
from ui.case_frame import CaseFrame
from ui.look import Look
from ui.pages.event_timeline import EventTimeline
from ui.widgets.timeline_view import Placed

NOT_TOLD = 0.1  # seconds in which nobody notices a wait


@pytest.fixture
def events(qtbot: QtBot, frame: CaseFrame) -> Driver:
    return Driver(qtbot, frame)


@pytest.fixture
def timeline(events: Driver) -> EventTimeline:
    """The timeline, drawn, with the keyboard on it."""
    events.press(Qt.Key.Key_T, CTRL)
    shown = events.page.timeline
    events.bot.waitUntil(lambda: bool(shown.view.placed) and shown.view.hasFocus() and shown.view.current > 0)
    room = shown.view.viewport()  # it may have been laid out for a window that was smaller yet
    events.bot.waitUntil(lambda: 0.9 * room.width() < shown.view._width <= room.width())
    return shown


def placed(timeline: EventTimeline, event_id: str) -> Placed:
    return next(one for one in timeline.view.placed if timeline._events[one.number - 1].id == event_id)


def drawn_again(events: Driver, timeline: EventTimeline, key: Qt.Key) -> None:
    with events.bot.waitSignal(timeline.view.laid):
        events.press(key)


def add(events: Driver, *told: Event) -> None:
    events.frame.desk.save(events.page, [("events", event) for event in told])
    events.bot.waitUntil(lambda: {event.id for event in told} <= set(events.rows()))


def test_ctrl_t_shows_the_timeline_and_the_list_again_at_the_same_event(events: Driver) -> None:
    events.page.list.choose("e15")
    events.press(Qt.Key.Key_T, CTRL)
    timeline = events.page.timeline
    events.bot.waitUntil(lambda: timeline.standing == "e15" and timeline.view.hasFocus())
    assert timeline.isVisible()
    assert events.page.switch.text() == "List"
    events.press(Qt.Key.Key_Right)
    at = timeline.standing
    assert at != "e15"
    events.press(Qt.Key.Key_T, CTRL)
    assert events.page.list.isVisible()
    assert events.page.list.table.key == at
    assert events.page.list.table.hasFocus()


def test_every_event_with_a_date_is_drawn_once_in_the_lane_of_its_type(events: Driver, timeline: EventTimeline) -> None:
    dated = [event for event in events.case.events if event.date]
    ids = [timeline._events[one.number - 1].id for one in timeline.view.placed]
    assert sorted(ids) == sorted(event.id for event in dated)
    for event in dated:
        lane = timeline.view.timeline.lanes[placed(timeline, event.id).lane]
        assert lane.label == events.page.forms.types[event.type].label


def test_arrows_go_through_all_events_in_time_and_home_and_end_to_the_ends(events: Driver, timeline: EventTimeline) -> None:
    events.press(Qt.Key.Key_Home)
    seen = [timeline.standing]
    for _ in range(len(timeline.view.placed) - 1):
        events.press(Qt.Key.Key_Right)
        seen.append(timeline.standing)
    assert len(set(seen)) == len(timeline.view.placed)
    lefts = [placed(timeline, event_id).mark.left for event_id in seen]
    assert lefts == sorted(lefts)
    events.press(Qt.Key.Key_Right)
    assert timeline.standing == seen[-1]
    events.press(Qt.Key.Key_Home)
    assert timeline.standing == seen[0]
    events.press(Qt.Key.Key_End)
    assert timeline.standing == seen[-1]
    events.press(Qt.Key.Key_Left)
    assert timeline.standing == seen[-2]


def test_up_and_down_go_to_the_nearest_event_of_the_next_type(events: Driver, timeline: EventTimeline) -> None:
    timeline.choose("e15")
    start = placed(timeline, "e15")
    events.press(Qt.Key.Key_Up)
    above = placed(timeline, timeline.standing)
    assert above.lane == start.lane - 1
    middle = (start.mark.left + start.mark.right) / 2
    nearest = min(abs((o.mark.left + o.mark.right) / 2 - middle) for o in timeline.view.placed if o.lane == above.lane)
    assert abs((above.mark.left + above.mark.right) / 2 - middle) == nearest
    for _ in range(20):
        events.press(Qt.Key.Key_Down)
    assert placed(timeline, timeline.standing).lane == len(timeline.view.timeline.lanes) - 1


def test_where_the_keyboard_stands_is_said_in_words(events: Driver, timeline: EventTimeline) -> None:
    timeline.choose("e5")
    event = events.event("e5")
    assert event.date is not None
    told = date_words(event.date)
    assert told in timeline.told.text()
    assert "Detention" in timeline.told.text()
    assert timeline.told_what.text()
    assert told in timeline.view.accessibleName()
    assert timeline.told_what.text() in timeline.view.accessibleName()
    port = timeline.view.viewport().rect()
    box = placed(timeline, "e5").box
    assert port.contains(timeline.view.mapFromScene(box.center()))


def test_enter_opens_the_form_and_leaving_it_comes_back_to_the_event(events: Driver, timeline: EventTimeline) -> None:
    timeline.choose("e15")
    events.press(Qt.Key.Key_Return)
    events.built()
    assert events.desk.event_id == "e15"
    events.press(Qt.Key.Key_Escape)
    events.bot.waitUntil(lambda: events.page.event_desk is None)
    assert timeline.isVisible()
    assert timeline.view.hasFocus()
    assert timeline.standing == "e15"
    events.settled()
    assert timeline.standing == "e15"


def test_a_click_opens_the_event_that_is_under_the_mouse(events: Driver, timeline: EventTimeline) -> None:
    timeline.choose("e5")
    mark = placed(timeline, "e5")
    at = timeline.view.mapFromScene(mark.box.center())
    events.bot.mouseClick(timeline.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    events.built()
    assert events.desk.event_id == "e5"


def test_plus_minus_and_0_draw_it_larger_smaller_and_whole_around_the_event(events: Driver, timeline: EventTimeline) -> None:
    view = timeline.view
    timeline.choose("e5")
    before = placed(timeline, "e5").mark
    for _ in range(4):
        drawn_again(events, timeline, Qt.Key.Key_Plus)
    after = placed(timeline, "e5")
    assert after.mark.right - after.mark.left > before.right - before.left
    assert timeline.standing == "e5"
    assert view.horizontalScrollBar().maximum() > view.horizontalScrollBar().minimum()
    assert after.box.intersects(view.mapToScene(view.viewport().rect()).boundingRect())
    drawn_again(events, timeline, Qt.Key.Key_Minus)
    assert view.zoom > 1
    drawn_again(events, timeline, Qt.Key.Key_0)
    assert view.zoom == 1
    bar = view.horizontalScrollBar()
    events.bot.waitUntil(lambda: bar.maximum() == bar.minimum())
    assert placed(timeline, "e5").mark == before


def test_ctrl_and_the_wheel_zoom_where_the_mouse_is(events: Driver, timeline: EventTimeline) -> None:
    view = timeline.view
    at = QPointF(view.viewport().width() * 0.6, 40)
    part = view.mapToScene(at.toPoint()).x() / view._width
    wheel = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with events.bot.waitSignal(view.laid):
        QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom == 1.5
    assert view.mapToScene(at.toPoint()).x() / view._width == pytest.approx(part, abs=0.01)


def test_uncertain_and_open_ends_are_not_drawn_as_sure(events: Driver, timeline: EventTimeline) -> None:
    witness = (Source(kind="witness", person="p1"),)
    add(
        events,
        Event("x1", "surveillance", date="2020-05/..", sources=witness),
        Event("x2", "surveillance", date="../2017-03"),
        Event("x3", "protest", date="2018-05~/2019-02~", sources=witness),
        Event("x4", "protest", date="2019-03~", sources=witness),
        Event("x5", "protest", date="2019-03-04", sources=witness),
    )
    events.bot.waitUntil(lambda: len(timeline.view.placed) == 40)
    x1, x2, x3, x4, x5 = (placed(timeline, f"x{n}").mark for n in range(1, 6))
    assert (x1.open_start, x1.open_end, x1.hollow) == (False, True, False)
    assert (x2.open_start, x2.open_end, x2.hollow) == (True, False, True)
    assert x3.loose
    assert x3.sure is not None
    assert x3.left < x3.sure[0] < x3.sure[1] < x3.right
    assert (x4.loose, x4.point, x4.sure) == (True, False, None)
    assert (x5.point, x5.loose) == (True, False)
    assert len(timeline.legend.children()) > 6


def test_events_without_a_date_stand_below_and_open_by_keyboard(events: Driver, timeline: EventTimeline) -> None:
    add(events, Event("x1", "protest", account="No day was told."))
    events.bot.waitUntil(timeline.undated.isVisible)
    assert [row.key for row in timeline.undated.rows_model.rows] == ["x1"]
    timeline.view.setFocus()
    for _ in range(4):
        if timeline.undated.hasFocus():
            break
        events.press(Qt.Key.Key_Tab)
    assert timeline.undated.hasFocus()
    events.press(Qt.Key.Key_Return)
    events.built()
    assert events.desk.event_id == "x1"
    events.press(Qt.Key.Key_Escape)
    events.bot.waitUntil(lambda: events.page.event_desk is None)
    assert timeline.undated.hasFocus()


def test_a_change_is_drawn_and_undone_from_the_timeline(events: Driver, timeline: EventTimeline) -> None:
    timeline.choose("e15")
    add(events, Event("x1", "protest", date="2019-03-04"))
    events.bot.waitUntil(lambda: len(timeline.view.placed) == 36)
    assert timeline.standing == "e15", "a change elsewhere moves nobody"
    events.press(Qt.Key.Key_Z, CTRL)
    events.bot.waitUntil(lambda: len(timeline.view.placed) == 35)


@pytest.mark.parametrize(("width", "factor"), [(1024, 1.0), (1366, 2.0)])
def test_nothing_lies_on_anything_else_in_a_narrow_window_or_at_large_text(
    events: Driver, timeline: EventTimeline, look: Look, width: int, factor: float
) -> None:
    add(events, *(Event(f"x{n}", "protest", account="No day was told.") for n in range(5)))
    look.set(dark=False, factor=factor)
    events.frame.resize(width, 768)
    events.bot.waitUntil(lambda: timeline.view._running is None and timeline.view.width() > 300)
    assert events.frame.width() == width
    assert timeline.view.geometry().bottom() < timeline.below.geometry().top()
    assert timeline.below.geometry().bottom() <= timeline.height()
    assert timeline.view.height() >= look.px(150)
    parts = (timeline.told, timeline.told_what, timeline.undated, timeline.legend)
    for first, second in pairwise(parts):
        assert first.geometry().bottom() < second.geometry().top()


def test_all_that_is_said_below_the_picture_is_in_sight_where_there_is_room(events: Driver, timeline: EventTimeline) -> None:
    timeline.choose("e15")
    bar = timeline.below.verticalScrollBar()
    events.bot.waitUntil(lambda: timeline.below.height() >= timeline.below.inner.height() and bar.maximum() == 0)
    assert timeline.legend.visibleRegion().boundingRect().height() == timeline.legend.height()


class TestNothing:
    """A case in which nothing is recorded."""

    @pytest.fixture
    def vault_kind(self) -> str:
        return "begun"

    def test_says_so(self, qtbot: QtBot, frame: CaseFrame) -> None:
        events = Driver.__new__(Driver)
        events.bot, events.frame = qtbot, frame
        frame.go("events")
        page = frame.page
        qtbot.waitUntil(page.list.table.isHidden)  # type: ignore[attr-defined]
        page.switch_view()  # type: ignore[attr-defined]
        assert page.timeline.none.isVisible()  # type: ignore[attr-defined]
        assert frame.window().focusWidget() is page.new_button  # type: ignore[attr-defined]


class TestLarge:
    """2,000 events."""

    @pytest.fixture
    def case_told(self) -> Case:
        return large_case(2000, 60, 3)

    def test_drawing_zooming_and_moving_never_make_the_window_wait(
        self, qtbot: QtBot, frame: CaseFrame, watchdog: Watchdog
    ) -> None:
        events = Driver(qtbot, frame)
        events.settled()
        watchdog.reset()
        events.press(Qt.Key.Key_T, CTRL)
        view = events.page.timeline.view
        qtbot.waitUntil(lambda: len(view.placed) == 2000 and view.current > 0)
        for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_0):
            drawn_again(events, events.page.timeline, key)
        for key in (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Home):
            events.press(key)
        assert len(view.scene().items()) == 0
        assert watchdog.longest < NOT_TOLD
