"""A document becomes an exhibit in the window: every step by keyboard, the boxes by mouse too, nothing shown unlooked-at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.case import Name, Person
from app.domain.exhibits import OPEN, OUT, PAGE, READY, Box
from app.errors import UserError
from app.services import documents, exhibits
from tests.exhibit_papers import letter, photo, pictures
from tests.papers import Paper
from tests.ui.exhibit_driver import Ctrl, Driver, Key, Shift
from tests.ui.export_driver import drawn, opened, press, said_on, save_as, settle
from tests.ui.testimony_driver import put
from tests.ui.watchdog import Watchdog
from ui.case_frame import CaseFrame
from ui.pages.exhibit_work import WHOLE


@pytest.fixture
def driver(qtbot: QtBot, frame: CaseFrame) -> Driver:
    return Driver(qtbot, frame)


def pages(*words: str) -> bytes:
    paper = Paper()
    for number, line in enumerate(words):
        paper.show(line, page=number, y=700)
    return paper.save()


# --- proposals ---


def test_what_is_on_record_is_proposed_answered_by_key_and_the_page_is_ready(driver: Driver) -> None:
    driver.prepare("d1")
    assert driver.page.title.text() == "Prepare an exhibit"
    assert driver.page.subtitle.text() == "Red notice, extract"
    proposal = driver.work.current()
    assert proposal is not None
    assert proposal.text == "SHEN"
    assert "“SHEN”" in said_on(driver.exhibit.panel)
    driver.press(Key.Key_R)
    assert driver.work.plan.state == OPEN  # proposals are open
    assert not driver.exhibit.panel.ready.isEnabled()
    driver.press(Key.Key_M)
    assert driver.boxes == proposal.boxes
    seen = driver.work.current()
    assert seen is not None
    driver.press(Key.Key_S)
    assert driver.work.plan.safe == seen.lines
    driver.answer_all()
    driver.press(Key.Key_R)
    (plan,) = driver.stored().values()
    assert (plan.state, plan.boxes, plan.safe) == (READY, driver.boxes, driver.work.plan.safe)
    assert (plan.by, plan.of) == ("Ann Advocate", 1)
    assert "page 1 of 1: ready" in said_on(driver.exhibit.panel)


def test_j_and_k_go_from_proposal_to_proposal_around_the_ends(driver: Driver) -> None:
    driver.prepare("d5")
    every = {one.text for one in driver.work.open()}
    first = driver.work.current()
    seen = []
    for _ in every:
        held = driver.work.current()
        assert held is not None
        seen.append(held.text)
        driver.press(Key.Key_J)
    assert set(seen) == every
    assert driver.work.current() is first
    driver.press(Key.Key_K)
    held = driver.work.current()
    assert held is not None
    assert held.text == seen[-1]


def test_a_picture_in_which_nothing_can_be_read_says_so(driver: Driver) -> None:
    driver.prepare("d3")
    assert driver.work.proposals == ()
    assert "Nothing could be read here" in said_on(driver.exhibit.panel)
    assert "Look at every part of it" in said_on(driver.exhibit.panel)


def test_a_box_that_is_removed_asks_again(driver: Driver) -> None:
    driver.prepare("d5")
    count = len(driver.work.open())
    driver.press(Key.Key_M)
    assert len(driver.work.open()) < count
    driver.work.proposal, driver.work.chosen = False, 0
    driver.press(Key.Key_Delete)
    assert len(driver.work.open()) == count


# --- boxes by keyboard ---


def test_a_box_is_made_moved_sized_and_removed_by_keys(driver: Driver) -> None:
    driver.prepare("d3")
    driver.press(Key.Key_N)
    (made,) = driver.boxes
    driver.press(Key.Key_Right, Key.Key_Down)
    driver.press(Key.Key_Left, modifiers=Ctrl)
    (moved,) = driver.boxes
    assert (moved.x - made.x, moved.y - made.y) == (40, 50)
    driver.press(Key.Key_Right, Key.Key_Down, modifiers=Shift)
    (sized,) = driver.boxes
    assert (sized.w - made.w, sized.h - made.h) == (50, 50)
    driver.press(*[Key.Key_Left] * 200)
    assert driver.boxes[0].x == 0
    driver.press(*[Key.Key_Left] * 200, modifiers=Shift)
    assert driver.boxes[0].w > 0
    driver.press(Key.Key_Delete)
    assert driver.boxes == ()


def test_every_step_is_taken_back_and_moving_is_one(driver: Driver) -> None:
    driver.prepare("d3")
    driver.press(Key.Key_N)
    made = driver.boxes
    driver.press(*[Key.Key_Right] * 5)
    driver.press(Key.Key_B)
    assert len(driver.boxes) == 2
    driver.press(Key.Key_U)
    driver.press(Key.Key_Z, modifiers=Ctrl)
    assert driver.boxes == made
    driver.press(Key.Key_U, Key.Key_U)
    assert driver.boxes == ()
    driver.exhibit.flush()
    assert [plan.boxes for plan in driver.stored().values()] in ([()], [])


def test_tab_goes_through_boxes_from_the_top_and_then_on(driver: Driver) -> None:
    driver.prepare("d3")
    driver.exhibit.sheet.setFocus()
    driver.work.add([Box(0, 6000, 100, 100), Box(0, 1000, 100, 100)])
    driver.work.chosen = -1
    for expected in (1, 0):
        driver.press(Key.Key_Tab)
        assert (driver.work.proposal, driver.work.chosen) == (False, expected)
        assert driver.exhibit.sheet.hasFocus()
    driver.press(Key.Key_Tab)
    assert driver.work.chosen == -1
    assert not driver.exhibit.sheet.hasFocus()


def test_the_whole_page_or_all_but_a_rectangle(driver: Driver) -> None:
    driver.prepare("d3")
    driver.press(Key.Key_N)
    (kept,) = driver.boxes
    driver.press(Key.Key_O)
    assert sum(box.w * box.h for box in driver.boxes) + kept.w * kept.h == WHOLE * WHOLE
    driver.press(Key.Key_U, Key.Key_U, Key.Key_B)
    assert driver.boxes == (PAGE,)


def test_every_key_stands_on_a_button_that_does_the_same(driver: Driver) -> None:
    driver.prepare("d3")
    panel = driver.exhibit.panel
    panel.new.click()
    assert len(driver.boxes) == 1
    panel.exported.click()
    assert driver.exhibit.sheet.as_exported
    assert not panel.new.isEnabled()
    driver.press(Key.Key_N)
    assert len(driver.boxes) == 1  # nothing is changed while it is shown as exported
    panel.exported.click()
    panel.undo.click()
    assert driver.boxes == ()
    panel.leave_out.click()
    assert driver.work.plan.state == OUT
    panel.leave_out.click()
    assert driver.work.plan.state == OPEN
    panel.ready.click()
    assert driver.work.plan.state == READY


# --- boxes by mouse ---


def test_a_box_is_drawn_moved_and_sized_by_mouse(driver: Driver) -> None:
    driver.prepare("d3")
    driver.drag((1000, 1000), (3000, 2000))
    (box,) = driver.boxes
    assert abs(box.x - 1000) + abs(box.y - 1000) + abs(box.right - 3000) + abs(box.bottom - 2000) < 100
    driver.drag((2000, 1500), (4000, 2500))
    (moved,) = driver.boxes
    assert (moved.w, moved.h) == (box.w, box.h)
    assert abs(moved.x - box.x - 2000) < 50
    driver.drag((moved.right - 5, moved.bottom - 5), (moved.right + 500, moved.bottom + 500))
    (sized,) = driver.boxes
    assert sized.x == moved.x
    assert sized.w > moved.w + 300
    driver.drag((9000, 9000), (9001, 9001))  # a slip of the hand
    assert len(driver.boxes) == 1


def test_a_drag_beyond_the_edge_ends_at_the_edge(driver: Driver) -> None:
    driver.prepare("d3")
    driver.drag((9000, 1000), (9999, 1400))
    sheet = driver.exhibit.sheet
    start = driver.point(5000, 500)
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(sheet, QPoint(sheet.width() + 50, -50))
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(sheet.width() + 50, -50))
    assert all(box.x >= 0 and box.right <= WHOLE and box.y >= 0 and box.bottom <= WHOLE for box in driver.boxes)
    assert driver.boxes[-1].right == WHOLE
    assert driver.boxes[-1].y == 0


# --- pages ---


@pytest.mark.parametrize("vault_kind", ["begun"])
def test_page_by_page_until_all_are_decided(driver: Driver) -> None:
    one = driver.add("Three pages", pages("first", "second", "third"))
    driver.prepare(one)
    assert driver.exhibit.pages == 3
    driver.press(Key.Key_R)
    driver.shown(1)
    driver.press(Key.Key_PageDown)
    driver.shown(2)
    driver.press(Key.Key_X)
    driver.press(Key.Key_PageUp)
    driver.shown(1)
    driver.press(Key.Key_R)
    assert {page: plan.state for (_, page), plan in driver.stored().items()} == {1: READY, 2: READY, 3: OUT}
    driver.press(Key.Key_Escape)
    assert not driver.page.preparing
    driver.bot.waitUntil(lambda: "2 of 3 pages are ready, the others are left out." in said_on(driver.page.view))
    driver.prepare(one)
    assert driver.exhibit.page == 0
    driver.press(Key.Key_N)
    assert driver.work.plan.state == OPEN  # what is changed must be looked at again
    driver.press(Key.Key_U)
    assert driver.work.plan.state == READY


@pytest.mark.parametrize("vault_kind", ["begun"])
def test_the_first_page_that_is_open_is_shown_first(driver: Driver) -> None:
    one = driver.add("Two pages", pages("first", "second"))
    driver.prepare(one)
    driver.press(Key.Key_R)
    driver.shown(1)
    driver.press(Key.Key_N)
    driver.press(Key.Key_Escape)
    driver.prepare(one, page=1)
    assert len(driver.boxes) == 1


def test_the_space_bar_goes_down_the_page_and_up(driver: Driver) -> None:
    driver.prepare("d1")
    bar = driver.exhibit.area.verticalScrollBar()
    driver.bot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(0)
    driver.press(Key.Key_Space)
    assert bar.value() > 0
    driver.press(Key.Key_Space, modifiers=Shift)
    assert bar.value() == 0


# --- nothing is lost, nothing stays ---


def test_what_was_drawn_is_kept_when_the_page_is_left_at_once(driver: Driver) -> None:
    driver.prepare("d3")
    driver.press(Key.Key_N)
    box = driver.boxes
    driver.frame.flush()  # what a lock does first
    assert driver.stored()["d3", 1].boxes == box
    driver.press(Key.Key_Right)
    moved = driver.boxes
    driver.press(Key.Key_Escape)
    assert driver.stored()["d3", 1].boxes == moved
    assert driver.exhibit.work is None


def test_what_the_disk_did_not_take_is_told_and_saved_with_the_next_change(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.prepare("d3")

    def full(*_any: object) -> object:
        raise UserError("no-space", 2, "the disk is full; nothing was saved")

    with monkeypatch.context() as patched:
        patched.setattr(exhibits, "save", full)
        driver.press(Key.Key_N)
        driver.exhibit.flush()
        assert driver.stored() == {}
    assert driver.page.notice.isVisible()
    assert len(driver.boxes) == 1
    driver.frame.flush()
    assert driver.stored()["d3", 1].boxes == driver.boxes


@pytest.mark.parametrize("vault_kind", ["begun"])
def test_a_document_that_is_removed_meanwhile_is_left(driver: Driver) -> None:
    one = driver.add("A photo", photo())
    driver.prepare(one)
    before = driver.desk.case
    driver.desk.run(driver.page, lambda store: documents.remove_document(store, one))
    driver.bot.waitUntil(lambda: driver.desk.case is not before)
    assert not driver.page.preparing


@pytest.mark.parametrize("vault_kind", ["begun"])
def test_a_document_that_cannot_be_drawn_says_so(driver: Driver) -> None:
    one = driver.add("Torn", photo()[:2000])
    driver.page.show_entry(one)
    driver.page.prepare()
    driver.bot.waitUntil(lambda: "cannot be shown" in said_on(driver.exhibit.panel), timeout=30_000)
    assert driver.exhibit.work is None
    driver.press(Key.Key_R, Key.Key_N)
    assert driver.stored() == {}


def test_nothing_of_a_page_is_written_to_a_file(driver: Driver, tmp_path: Path) -> None:
    def outside() -> set[Path]:
        return {path for path in tmp_path.rglob("*") if tmp_path / "vault" not in path.parents}

    before = outside()
    driver.prepare("d1")
    driver.press(Key.Key_M, Key.Key_V)
    assert outside() == before


# --- in the export ---


def test_a_ready_exhibit_is_ticked_and_goes_out_with_the_copy(driver: Driver, frame: CaseFrame, tmp_path: Path) -> None:
    driver.prepare("d3")
    driver.press(Key.Key_N)
    driver.press(Key.Key_R)
    driver.press(Key.Key_Escape)
    driver.prepare("d1")
    driver.press(Key.Key_M)
    driver.press(Key.Key_Escape)
    page = opened(frame)
    ticks = page.choose.exhibits.ticks
    driver.bot.waitUntil(lambda: set(page.choose.exhibits.ticks) == {"d1", "d3"})
    ticks = page.choose.exhibits.ticks
    assert not ticks["d1"].isEnabled()
    ticks["d3"].click()
    assert page.choose.choices().exhibits == ("d3",)
    press(Key.Key_Return, Ctrl)
    settle(driver.bot, page)
    while page.review.chosen is not None and page.review.chosen.state == "undecided":
        press(Key.Key_M)
    settle(driver.bot, page)
    press(Key.Key_Return, Ctrl)
    drawn(driver.bot, page)
    driver.bot.waitUntil(lambda: "Pages of exhibits: 1" in said_on(page.check))  # what is new is shown a moment later
    assert "Photograph of Old He's house before it was pulled down" in said_on(page.check.left)
    save_as(driver.bot, page, tmp_path / "x.pdf")
    driver.bot.waitUntil((tmp_path / "x.pdf").exists)
    ((_, picture),) = pictures((tmp_path / "x.pdf").read_bytes())
    width, height = picture.size
    (box,) = driver.stored()["d3", 1].boxes
    middle = ((box.x + box.w // 2) * width // WHOLE, (box.y + box.h // 2) * height // WHOLE)
    assert picture.getpixel(middle) == (0, 0, 0)


def test_a_page_that_shows_what_this_reader_must_not_see_sends_back_with_its_title(driver: Driver, frame: CaseFrame) -> None:
    driver.prepare("d5")
    while driver.work.current() is not None:
        driver.press(Key.Key_S)
    driver.press(Key.Key_R)
    driver.stored()
    driver.work.undo()  # as if another had said so: the plan that is stored says nothing of what may be seen
    plan = driver.stored()["d5", 1]
    driver.desk.tasks.command(
        driver.page, lambda vault: exhibits.save(vault.store(driver.desk.case_id), [replace(plan, safe=())])
    )
    driver.press(Key.Key_Escape)
    page = opened(frame)
    driver.bot.waitUntil(lambda: "d5" in page.choose.exhibits.ticks)
    page.choose.exhibits.ticks["d5"].click()
    press(Key.Key_Return, Ctrl)
    settle(driver.bot, page)
    while page.review.chosen is not None and page.review.chosen.state == "undecided":
        press(Key.Key_M)
    settle(driver.bot, page)
    press(Key.Key_Return, Ctrl)
    driver.bot.waitUntil(lambda: page.step == 1 and page.notice.isVisible(), timeout=60_000)
    assert "“Visa and entry stamp”, page 1" in page.notice.body.text()


# --- never a wait ---


@pytest.mark.parametrize("vault_kind", ["begun"])
def test_a_large_page_with_many_boxes_never_holds_the_window_up(driver: Driver, watchdog: Watchdog) -> None:
    lines = [f"Memet Tursun came to Linhai on {day} May 2019 with Shen Guowei" for day in range(1, 31)]
    one = driver.add("Long", letter(*lines))
    other = driver.add("Large", photo(size=(3000, 4000)))
    for document in (one, other):
        driver.page.show_entry(document)
        driver.bot.waitUntil(driver.page.view.exhibit_button.isVisible, timeout=30_000)
        watchdog.reset()
        driver.page.prepare()
        driver.shown()
        for _ in range(40):
            driver.press(Key.Key_N)
        driver.press(*[Key.Key_Right] * 20)
        assert watchdog.longest < 0.1
        driver.page.leave_exhibit()


# --- for other readers, and after a lock ---


@pytest.mark.parametrize("vault_kind", ["begun"])
def test_who_comes_on_record_meanwhile_is_proposed_at_once(driver: Driver) -> None:
    one = driver.add("A letter", letter("Dear colleague", "abdulla kerim was there"))
    driver.prepare(one)
    assert driver.work.open() == ()
    driver.press(Key.Key_N)
    boxes = driver.boxes
    put(driver.bot, driver.desk, ("people", Person("p9", (Name("Abdulla Kerim"),))))
    driver.bot.waitUntil(lambda: driver.exhibit.work is not None and bool(driver.work.open()), timeout=30_000)
    assert [found.owner for found in driver.work.open()] == ["p9"]
    assert driver.boxes == boxes


def test_for_other_readers_other_things_are_proposed_and_what_was_answered_stays(driver: Driver) -> None:
    driver.prepare("d5")
    driver.answer_all()
    boxes = driver.boxes
    panel = driver.exhibit.panel
    panel.profile.setCurrentIndex(panel.profile.findData("public"))
    driver.bot.waitUntil(lambda: driver.exhibit.work is not None and bool(driver.work.open()), timeout=30_000)
    assert driver.boxes == boxes
    assert driver.work.current() is not None
    driver.press(Key.Key_R)
    assert driver.work.plan.state == OPEN


def test_after_a_lock_the_work_goes_on_where_it_was(driver: Driver) -> None:
    driver.prepare("d3")
    driver.press(Key.Key_N)
    where = driver.frame.where()
    assert where == "d3/exhibit"
    driver.press(Key.Key_Escape)
    assert driver.frame.where() == ""
    driver.frame.go("documents", where)
    assert driver.page.preparing
    driver.shown()
    assert len(driver.boxes) == 1
