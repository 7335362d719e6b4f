"""Driving an interview as an advocate does: keys in the real window, with the clock held by the test."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain import case as domain
from tests.ui.testimony_driver import Driver, Key, put
from ui.case_frame import CaseFrame
from ui.pages.interview import InterviewMode
from ui.pages.interview_bar import InterviewBar
from ui.widgets.dialogs import Panel

ADVOCATE = domain.Person("p7", (domain.Name("Judith Fenwold"),), ("advocate",))
INTERPRETER = domain.Person("p8", (domain.Name("Lin Peishan"),), ("interpreter",))
BROTHER = domain.Person("p9", (domain.Name("Han Guoliang"), domain.Name("韩国良")), ("relative",))
THREATENER = domain.Person("p10", (domain.Name("Officer Qiu"),), ("threatener",))


def agreed(person: str = "p1", *purposes: str, on: str = "2021-07-09") -> list[tuple[str, object]]:
    return [
        ("consents", domain.Consent(f"c{n}", person, purpose, "counsel", "counsel-only", on))
        for n, purpose in enumerate(purposes or ("interview", "notes"), 1)
    ]


class Interviewing(Driver):
    """The testimony page with people and a testimony put into it; ``now`` is what the clock says."""

    def __init__(self, qtbot: QtBot, frame: CaseFrame, *testimonies: domain.Testimony, more: Any = ()) -> None:
        put(qtbot, frame.desk, *(("people", one) for one in (ADVOCATE, INTERPRETER, BROTHER, THREATENER)))
        super().__init__(qtbot, frame, *testimonies)
        if more:
            put(qtbot, self.desk, *more)
        self.now = dt.datetime(2021, 7, 9, 13, 45)
        self.bar.now = lambda: self.now

    @property
    def mode(self) -> InterviewMode:
        return self.page.interview

    @property
    def bar(self) -> InterviewBar:
        return self.mode.bar

    @property
    def interview(self) -> domain.Interview:
        held = self.testimony().interview
        assert held is not None
        return held

    def at(self, hour: int, minute: int) -> None:
        self.now = self.now.replace(hour=hour, minute=minute)

    def enter(self) -> None:
        self.activate()
        self.press(Key.Key_F9)
        assert self.mode.on

    def clock_key(self) -> None:
        self.press(Key.Key_F9)
        self.settled()

    def select(self, words: str) -> None:
        """Select words of the original where they stand first."""
        page = self.original.page
        self.activate()
        page.setFocus()
        start = page.document().toPlainText().index(words)
        cursor = page.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
        page.setTextCursor(cursor)

    def without_panel(self) -> None:
        self.bot.waitUntil(lambda: not isinstance(QApplication.activeModalWidget(), Panel))
        self.activate()


def in_sight(widget: QWidget) -> str:
    """Every word that a label or a button inside a widget shows now."""
    shown = [
        each.text()
        for each in widget.findChildren(QWidget)
        if isinstance(each, QLabel | QAbstractButton) and each.isVisible() and not each.visibleRegion().isEmpty()
    ]
    return "\n".join(shown)
