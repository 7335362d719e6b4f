"""Driving the page of people and places as a user does: keys to whatever has the keyboard, clicks on what is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.case import Case, Name, Organization, Person, Place, Relation, Risk
from ui.desk import Desk
from ui.page import Around
from ui.pages.people import PeoplePage
from ui.pages.people_stands import StandsPanel
from ui.widgets.dialogs import Panel

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def shown(qtbot: QtBot, around: Around) -> PeoplePage:
    page = PeoplePage(around)
    page.setObjectName("desk")
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    page.activateWindow()
    page.finder.list.setFocus()
    qtbot.waitUntil(page.finder.list.hasFocus)
    return page


def put(qtbot: QtBot, desk: Desk, *entries: tuple[str, object]) -> None:
    before = desk.case
    desk.save(desk, entries)
    qtbot.waitUntil(lambda: desk.case is not before)


def fill(qtbot: QtBot, desk: Desk) -> Case:
    """A witness, a brother at risk from the police, a friend, and where they live."""
    put(
        qtbot,
        desk,
        ("people", Person("p1", (Name("Tan Weimin"), Name("谭伟民")), roles=("witness",))),
        (
            "people",
            Person(
                "p2",
                (Name("Tan Weijun"), Name("谭伟军")),
                roles=("relative",),
                relation=Relation("p1", "brother"),
                lives_in="l2",
                at_risk=(Risk("o1", "they threatened to charge him"),),
            ),
        ),
        ("people", Person("p3", (Name("Ekrem Tursun"), Name("ئەكرەم تۇرسۇن")), roles=("friend",))),
        ("places", Place("l1", (Name("China"),), kind="country")),
        ("places", Place("l2", (Name("Reed Village"), Name("芦村")), kind="village", within="l1")),
        ("organizations", Organization("o1", (Name("Linhe County Police"),), kind="police")),
    )
    return desk.case


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key to whatever has the keyboard: nothing here is sent to a widget of the test's choice."""
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, key, modifier)


def type_in(text: str) -> None:
    """Type; letters that no keyboard of the test has come as an input method gives them."""
    held = QApplication.focusWidget()
    assert held is not None
    if text.isascii():
        QTest.keyClicks(held, text)
    else:
        held.insert(text)  # type: ignore[attr-defined]
        held.textEdited.emit(held.text())  # type: ignore[attr-defined]


def tab_to(name: str) -> QWidget:
    """Tab on until a widget of that accessible name has the keyboard."""
    for _ in range(60):
        held = QApplication.focusWidget()
        if held is not None and held.accessibleName() == name:
            return held
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never reached {name}")


def rows(page: PeoplePage) -> list[str]:
    return [line.first for line in page.finder.list.lines]


def panel_of(qtbot: QtBot, page: PeoplePage) -> Panel:
    qtbot.waitUntil(lambda: any(panel.isVisible() for panel in page.findChildren(Panel)))
    panel = next(panel for panel in page.findChildren(Panel) if panel.isVisible())
    panel.activateWindow()
    qtbot.waitUntil(lambda: panel.isActiveWindow() and panel.focusWidget() is not None)
    return panel


def saved(qtbot: QtBot, page: PeoplePage) -> None:
    qtbot.waitUntil(lambda: page.form is None)


def draft(qtbot: QtBot, desk: Desk, place: str) -> str | None:
    answers: list[str | None] = []
    desk.read_draft(desk, place, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def worked_out(qtbot: QtBot, page: PeoplePage) -> None:
    qtbot.waitUntil(lambda: page.survey is not None and page.survey.case is page.desk.case)


def open_stands(qtbot: QtBot, page: PeoplePage, entry_id: str) -> StandsPanel:
    worked_out(qtbot, page)
    page.show_entry(entry_id)
    page.record.heads["stands"].button.click()
    panel = panel_of(qtbot, page)
    assert isinstance(panel, StandsPanel)
    return panel
