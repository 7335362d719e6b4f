"""Spellings proposed from the texts, on the page of people: seen, added and refused by keyboard."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain import case as domain
from app.domain.case import Name
from tests.ui.people_driver import Ctrl, Key, fill, panel_of, press, put, shown, tab_to
from ui.desk import Desk
from ui.look import Look
from ui.page import Around
from ui.pages.people import PeoplePage
from ui.pages.people_spellings import ThisSpelling


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def page(qtbot: QtBot, around: Around, desk: Desk) -> PeoplePage:
    fill(qtbot, desk)
    text = "I sat there.\n\nThen Tan Wiejun came, and Tan Wiejun spoke; Tan Weijuun was quiet."
    put(qtbot, desk, ("testimonies", domain.Testimony("t1", "p1", "en", text)))
    page = shown(qtbot, around)
    page.show_entry("p2")
    qtbot.waitUntil(page.spellings.box.isVisible, timeout=20_000)
    return page


def lines(page: PeoplePage) -> list[str]:
    return [line.key for line in page.spellings.box.list.lines]


def opened(qtbot: QtBot, page: PeoplePage) -> ThisSpelling:
    tab_to("Perhaps also written")
    press(Key.Key_Return)
    panel = panel_of(qtbot, page)
    assert isinstance(panel, ThisSpelling)
    return panel


def test_what_may_be_a_spelling_is_shown_with_its_place_and_only_for_whom_it_may_be(qtbot: QtBot, page: PeoplePage) -> None:
    assert lines(page) == ["Tan Wiejun", "Tan Weijuun"]
    assert page.spellings.box.list.lines[0].second == "Testimony, English, paragraph 2, and 1 more"
    page.show_entry("p3")
    assert not page.spellings.box.isVisible()


def test_enter_adds_it_and_ctrl_z_takes_it_back(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    panel = opened(qtbot, page)
    assert "‹Tan Wiejun›" in panel.around.text()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.case.people[1].names) == 3)
    assert desk.case.people[1].names[2] == Name("Tan Wiejun", "transliteration")
    qtbot.waitUntil(lambda: lines(page) == ["Tan Weijuun"], timeout=20_000)
    page.activateWindow()
    page.finder.list.setFocus()
    qtbot.waitUntil(page.finder.list.hasFocus)
    press(Key.Key_Z, Ctrl)
    qtbot.waitUntil(lambda: len(desk.case.people[1].names) == 2)


def test_it_can_be_a_nickname(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    opened(qtbot, page)
    press(Key.Key_K, Ctrl)
    qtbot.waitUntil(lambda: len(desk.case.people[1].names) == 3)
    assert desk.case.people[1].names[2] == Name("Tan Wiejun", "nickname")


def test_what_is_refused_is_not_proposed_again(qtbot: QtBot, page: PeoplePage, desk: Desk, around: Around) -> None:
    before = desk.case
    opened(qtbot, page)
    press(Key.Key_Delete, Ctrl)
    qtbot.waitUntil(lambda: lines(page) == ["Tan Weijuun"], timeout=20_000)
    assert desk.case is before
    assert page.notice.isVisible()
    again = shown(qtbot, around)
    again.show_entry("p2")
    qtbot.waitUntil(again.spellings.box.isVisible, timeout=20_000)
    assert lines(again) == ["Tan Weijuun"]


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_no_button_of_the_question_is_cut(qtbot: QtBot, page: PeoplePage, look: Look, factor: float) -> None:
    look.set(dark=True, factor=factor)
    panel = opened(qtbot, page)
    for button in (panel.go, panel.cancel, panel.nickname, panel.refuse):
        assert button.width() >= button.sizeHint().width()
        assert button.mapTo(panel, button.rect().bottomRight()).x() <= panel.width()
