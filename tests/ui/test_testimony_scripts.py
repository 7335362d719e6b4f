"""The writing screen in any script, and with a testimony as long as they come."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.testimony_driver import Driver, Key, said
from tests.ui.watchdog import Watchdog
from ui.case_frame import CaseFrame
from ui.pages.testimony_edit import is_right_to_left


@pytest.fixture
def vault_kind() -> str:
    return "begun"


# --- any script ---


@pytest.mark.parametrize(
    ("lang", "text", "right"),
    [
        ("zh-Hans", "我没有签字。", False),
        ("ug", "مەن قول قويمىدىم.", True),
        ("bo", "ངས་མིང་རྟགས་བརྐྱབ་མེད།", False),
    ],
)
def test_any_script_is_written_and_its_numbers_stand_where_it_begins(
    qtbot: QtBot, frame: CaseFrame, lang: str, text: str, right: bool
) -> None:
    driver = Driver(qtbot, frame, said(text, lang))
    page = driver.original.page
    driver.stand(driver.original)
    driver.press(Key.Key_Return)
    driver.type(text)
    driver.save()
    assert driver.testimony().text == f"{text}\n\n{text}"
    assert (page.layoutDirection() == Qt.LayoutDirection.RightToLeft) is right
    margin, view = page._margin.geometry(), page.viewport().geometry()
    assert margin.left() >= view.right() if right else margin.right() <= view.left()


def test_the_script_of_a_tag_says_which_way_it_is_written() -> None:
    assert [is_right_to_left(tag) for tag in ("ug", "ug-Latn", "kk", "kk-Arab", "ug-Cyrl-KZ", "en", "ar-EG")] == [
        True, False, False, True, False, False, True,
    ]  # fmt: skip


# --- a long one ---


def test_a_long_testimony_opens_without_holding_up_the_window(qtbot: QtBot, frame: CaseFrame, watchdog: Watchdog) -> None:
    sentence = "They took us across the river before it was light and nobody said where we were going to be kept. "
    text = "\n\n".join(sentence * 5 for _ in range(200))
    assert len(text.split()) > 19000
    driver = Driver(qtbot, frame, said("Short."), said(text, entry="t2"))
    watchdog.reset()
    driver.page.show_entry("t2")
    driver.ready()
    QApplication.processEvents()
    assert watchdog.longest < 0.1
    driver.stand(driver.original)
    watchdog.reset()
    driver.type("x")
    driver.save()
    assert driver.testimony("t2").text == f"{text}x"
    assert watchdog.longest < 0.1
