"""One entry of two and two of one, by keyboard: who, what stands, what goes, and back again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Consent, Event, Name, Person, PersonPart, Relation, Risk
from tests.ui.people_driver import Ctrl, Key, fill, panel_of, press, put, shown, tab_to, type_in
from ui.desk import Desk
from ui.look import Look
from ui.page import Around
from ui.pages.people import PeoplePage
from ui.pages.people_merge import Apart, Together, Who


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def page(qtbot: QtBot, around: Around, desk: Desk) -> PeoplePage:
    fill(qtbot, desk)
    put(
        qtbot,
        desk,
        (
            "people",
            Person(
                "p4",
                (Name("Brother Tan"), Name("谭军")),
                roles=("relative",),
                relation=Relation("p1", "younger brother"),
                born="1990",
                public_figure=True,
            ),
        ),
        ("events", Event("e1", "protest", people=(PersonPart("p4", "participant"),))),
        ("consents", Consent("c1", "p4", "press", "press", "none", "2021-07-02")),
    )
    return shown(qtbot, around)


def person(desk: Desk, entry_id: str) -> Person:
    return next(one for one in desk.case.people if one.id == entry_id)


def test_two_entries_are_made_one_by_keyboard_and_two_again_with_ctrl_z(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    before = desk.case
    page.show_entry("p2")
    page.finder.list.setFocus()
    press(Key.Key_J, Ctrl)
    who = panel_of(qtbot, page)
    assert isinstance(who, Who)
    type_in("brother")
    assert [line.key for line in who.list.lines] == ["p4"]
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: any(isinstance(w, Together) for w in page.findChildren(Together)))
    panel = panel_of(qtbot, page)
    assert isinstance(panel, Together)
    assert list(panel.choices) == ["relation", "public_figure"]
    assert [choice.value for choice in panel.choices.values()] == ["kept", "kept"]
    assert "Tan Weimin" in panel.choices["relation"].itemText(1)
    press(Key.Key_Down)  # the relation of the second
    assert panel.choices["relation"].value == "gone"
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.case.people) == 3)
    one = person(desk, "p2")
    assert [name.text for name in one.names] == ["Tan Weijun", "谭伟军", "Brother Tan", "谭军"]
    assert (one.relation, one.born, one.public_figure) == (Relation("p1", "younger brother"), "1990", None)
    assert desk.case.events[0].people == (PersonPart("p2", "participant"),)
    assert desk.case.consents[0].person == "p2"
    assert page.current == "p2"
    qtbot.waitUntil(page.notice.isVisible)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    page.activateWindow()
    page.finder.list.setFocus()
    qtbot.waitUntil(page.finder.list.hasFocus)
    press(Key.Key_Z, Ctrl)
    qtbot.waitUntil(lambda: len(desk.case.people) == 4)
    assert desk.case == before


def test_a_change_that_was_begun_is_told_and_nothing_is_changed(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    desk.draft("people:p4", '{"occupation": "baker"}')
    before = desk.case
    page.show_entry("p2")
    page.joining._together(page.one, "p4")  # type: ignore[arg-type]
    panel = panel_of(qtbot, page)
    panel.go.click()
    qtbot.waitUntil(panel.notice.isVisible)
    assert "begun and not saved" in panel.notice.head.text()
    assert panel.isEnabled()
    assert desk.case is before


def test_an_entry_is_made_two_by_keyboard(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    page.show_entry("p4")
    page.finder.list.setFocus()
    press(Key.Key_J, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    panel = panel_of(qtbot, page)
    assert isinstance(panel, Apart)
    assert not panel.go.isEnabled(), "each of the two needs a spelling"
    assert "谭军" in panel.own.texts[1]
    assert [("Protest" in text) for text in panel.spoken.texts] == [True, False]
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert panel.go.isEnabled()
    tab_to("Where it is spoken of")
    press(Key.Key_Space)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.case.people) == 5)
    made = desk.case.people[-1]
    assert [name.text for name in made.names] == ["谭军"]
    assert [name.text for name in person(desk, "p4").names] == ["Brother Tan"]
    assert desk.case.events[0].people == (PersonPart(made.id, "participant"),)
    assert desk.case.consents[0].person == "p4"
    qtbot.waitUntil(lambda: page.current == made.id)


def test_somebody_with_one_spelling_cannot_be_two_and_it_is_said_why(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    page.show_entry("o1")
    page.joining.split(page.one)
    assert page.notice.isVisible()
    assert "Add the other one" in page.notice.body.text()
    page.joining.merge(page.one)
    assert "no other entry" in page.notice.head.text()


def test_nothing_of_the_dialogs_is_cut_at_large_text(qtbot: QtBot, page: PeoplePage, look: Look) -> None:
    look.set(dark=True, factor=2.0)
    page.show_entry("p2")
    page.joining._together(page.one, "p4")  # type: ignore[arg-type]
    panel = panel_of(qtbot, page)
    room = panel.screen().availableGeometry()
    assert panel.width() <= room.width()
    assert panel.height() <= room.height()
    assert isinstance(panel, Together)
    for choice in panel.choices.values():
        assert choice.mapTo(panel, choice.rect().topRight()).x() <= panel.width()


def test_what_may_go_is_told_in_lines_that_fit(qtbot: QtBot, page: PeoplePage, desk: Desk, look: Look) -> None:
    put(qtbot, desk, ("events", Event("e2", "statement-by-others", "2019", account="word " * 60, people=(PersonPart("p4"),))))
    put(qtbot, desk, ("people", replace(person(desk, "p4"), at_risk=(Risk("o1", "long " * 60),))))
    look.set(dark=False, factor=2.0)
    page.show_entry("p4")
    page.joining.split(page.one)
    panel = panel_of(qtbot, page)
    assert isinstance(panel, Apart)
    room = panel.screen().availableGeometry()
    assert panel.spoken.texts
    assert max(map(len, (*panel.own.texts, *panel.spoken.texts))) <= 120
    assert panel.width() <= room.width()
    assert panel.height() <= room.height()
