"""What is on record is underlined in the text as it is typed, never saved with it, and F2 says who it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.domain.case import Event, Name, Person, Place, Relation
from tests.ui.testimony_driver import Driver, put, said
from ui.case_frame import CaseFrame
from ui.look import Look
from ui.pages.testimony_known import Underlines

TEXT = "I am Han Keyu.\n\nOn 2 May 2019 they took Shen Guoliang to Songhe Village.\n\nNobody else was there."


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def driver(qtbot: QtBot, frame: CaseFrame) -> Driver:
    put(
        qtbot,
        frame.desk,
        ("people", Person("p2", (Name("Shen Guoliang"), Name("沈国梁")), relation=Relation("p1", "brother"))),
        ("people", Person("p1", (Name("Han Keyu"),), ("witness",))),
        ("places", Place("l1", (Name("Songhe Village"),))),
        ("events", Event("e1", "detention", "2019-05-02/2019-06")),
    )
    made = Driver(qtbot, frame, said(TEXT))
    shown(made, 4)
    return made


def marks(driver: Driver) -> Underlines:
    return driver.page.known.underlines["original"]


def shown(driver: Driver, count: int) -> list[tuple[str, str, str]]:
    driver.bot.waitUntil(lambda: len(marks(driver).shown()) == count and not marks(driver).working)
    return marks(driver).shown()


def stand(driver: Driver, words: str) -> None:
    page = driver.original.page
    page.setFocus()
    cursor = page.textCursor()
    cursor.setPosition(page.toPlainText().index(words) + 2)
    page.setTextCursor(cursor)


def test_people_places_and_times_on_record_are_underlined_and_nothing_else(driver: Driver) -> None:
    assert shown(driver, 4) == [
        ("Han Keyu", "person", "p1"),
        ("On 2 May 2019", "event", "e1"),
        ("Shen Guoliang", "person", "p2"),
        ("Songhe Village", "place", "l1"),
    ]


def test_underlines_are_no_part_of_the_text(driver: Driver) -> None:
    page = driver.original.page
    assert page.text() == TEXT
    assert not page.changed
    assert not page.document().isUndoAvailable()
    assert "underline" not in page.toHtml()
    assert not driver.drafts()


def test_they_move_with_what_is_typed_before_them_and_one_that_is_typed_into_goes(driver: Driver) -> None:
    stand(driver, "they took")
    driver.bot.keyClicks(driver.original.page, "x" * 5)
    assert ("Shen Guoliang", "person", "p2") in marks(driver).shown()
    assert ("Songhe Village", "place", "l1") in marks(driver).shown()
    stand(driver, "Guoliang")
    driver.bot.keyClicks(driver.original.page, "q")
    assert [words for words, _, _ in marks(driver).shown()] == ["Han Keyu", "On 2 May 2019", "Songhe Village"]
    driver.bot.keyClick(driver.original.page, Qt.Key.Key_Backspace)
    assert len(shown(driver, 4)) == 4


def test_what_is_typed_is_underlined_a_moment_later(driver: Driver) -> None:
    page = driver.original.page
    page.setFocus()
    page.moveCursor(QTextCursor.MoveOperation.End)
    driver.bot.keyClicks(page, " I saw Shen Guoliang again.")
    assert shown(driver, 5)[-1] == ("Shen Guoliang", "person", "p2")
    driver.bot.keyClick(page, Qt.Key.Key_Return)
    driver.bot.keyClicks(page, "He and Han Keyu left.")
    assert shown(driver, 6)[-1] == ("Han Keyu", "person", "p1")


def test_who_is_put_on_record_later_is_underlined_then(driver: Driver) -> None:
    put(driver.bot, driver.desk, ("people", Person("p3", (Name("Nobody Else"),))))
    shown(driver, 5)


def test_letters_beyond_the_first_plane_do_not_move_the_lines(driver: Driver) -> None:
    page = driver.original.page
    page.setFocus()
    page.moveCursor(QTextCursor.MoveOperation.End)
    page.insertPlainText(" 😀𠀀 沈国梁 came.")
    assert shown(driver, 5)[-1] == ("沈国梁", "person", "p2")


def test_f2_says_who_it_is_and_in_an_interview_no_more_than_the_name(driver: Driver) -> None:
    stand(driver, "Guoliang")
    driver.bot.keyClick(driver.original.page, Qt.Key.Key_F2)
    assert "Shen Guoliang 沈国梁 · brother" in driver.original.heading.text()
    assert "Shen Guoliang" in driver.original.page.accessibleDescription()
    stand(driver, "2 May")
    driver.bot.keyClick(driver.original.page, Qt.Key.Key_F2)
    assert "Detention" in driver.original.heading.text()
    stand(driver, "they took")
    driver.bot.keyClick(driver.original.page, Qt.Key.Key_F2)
    assert "Nothing on record" in driver.original.heading.text()
    driver.page.interview.on = True
    stand(driver, "Guoliang")
    driver.page.known.say()
    assert driver.original.heading.text().endswith("Shen Guoliang 沈国梁")
    driver.page.interview.on = False


def test_another_look_keeps_them(driver: Driver, look: Look) -> None:
    look.set(dark=True, factor=2.0)
    shown(driver, 4)
    assert driver.original.page.text() == TEXT
