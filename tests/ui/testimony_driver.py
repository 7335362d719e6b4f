"""Driving the testimony page as a writer does: keys, an input method, the clipboard, buttons."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain import case as domain
from app.domain.case import Name, Person
from app.services import work
from ui.case_frame import CaseFrame
from ui.desk import Desk
from ui.pages.testimony import TestimonyPage
from ui.pages.testimony_column import TestimonyColumn
from ui.widgets.dialogs import Panel

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

PERSON = Person("p1", (Name("Han Keyu"),), ("witness",))


def said(text: str, lang: str = "en", entry: str = "t1", **more: Any) -> domain.Testimony:
    return domain.Testimony(entry, "p1", lang, text, **more)


def put(qtbot: QtBot, desk: Desk, *entries: tuple[str, object]) -> None:
    """Save entries and wait until the case holds them."""
    before = desk.case
    desk.save(desk, entries)
    qtbot.waitUntil(lambda: desk.case is not before)


class Driver:
    """The testimony page of a case in its frame, with testimonies put into it first."""

    def __init__(self, qtbot: QtBot, frame: CaseFrame, *testimonies: domain.Testimony) -> None:
        self.bot, self.frame, self.desk = qtbot, frame, frame.desk
        if testimonies:
            put(qtbot, self.desk, ("people", PERSON), *(("testimonies", each) for each in testimonies))
        frame.go("testimony")
        page = frame.page
        assert isinstance(page, TestimonyPage)
        self.page = page
        self.ready()

    @property
    def original(self) -> TestimonyColumn:
        return self.page.columns["original"]

    @property
    def translation(self) -> TestimonyColumn:
        return self.page.columns["translation"]

    def ready(self) -> None:
        """It is known what was being typed here before."""
        self.settled()
        self.bot.waitUntil(lambda: not any(column.waiting for column in self.page.columns.values()))

    def settled(self) -> None:
        """The vault thread has done all that was asked of it, and the window was told."""
        for _ in range(2):
            done: list[object] = []
            self.desk.tasks.query(self.page, lambda _vault: None, done.append)
            self.bot.waitUntil(lambda done=done: bool(done))

    def testimony(self, entry: str = "t1") -> domain.Testimony:
        """As it is saved."""
        return next(each for each in self.desk.case.testimonies if each.id == entry)

    def drafts(self) -> dict[str, str]:
        """What is kept as drafts, by place."""
        found: list[dict[str, str]] = []
        case_id = self.desk.case_id

        def read(vault: Any) -> dict[str, str]:
            return {place: held.text for place, held in work.drafts(vault.store(case_id)).items()}

        self.desk.tasks.query(self.page, read, found.append)
        self.bot.waitUntil(lambda: bool(found))
        return found[0]

    def journal(self) -> int:
        """How many rows the history of the case has."""
        found: list[int] = []
        case_id = self.desk.case_id
        self.desk.tasks.query(self.page, lambda vault: vault.store(case_id).last_seq, found.append)
        self.bot.waitUntil(lambda: bool(found))
        return found[0]

    # --- keys ---

    def stand(self, column: TestimonyColumn, at: int = -1) -> None:
        """Put the keyboard somewhere in a text, at its end if nowhere else."""
        self.activate()
        column.page.setFocus()
        cursor = column.page.textCursor()
        if at < 0:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        else:
            cursor.setPosition(at)
        column.page.setTextCursor(cursor)

    def activate(self) -> None:
        if not self.frame.window().isActiveWindow():
            self.frame.window().activateWindow()
            self.bot.waitUntil(self.frame.window().isActiveWindow)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the keyboard is."""
        self.activate()
        QTest.keyClick(QApplication.focusWidget() or self.frame, key, modifier)

    def type(self, text: str) -> None:
        """Type where the keyboard is; other scripts as an input method gives them."""
        held = QApplication.focusWidget()
        assert held is not None
        if text.isascii():
            QTest.keyClicks(held, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(held, event)

    def compose(self, letters: str) -> None:
        """Letters of an input method that are no word yet."""
        held = QApplication.focusWidget()
        assert held is not None
        QApplication.sendEvent(held, QInputMethodEvent(letters, []))

    def save(self) -> None:
        """Ctrl+S, until it is on the disk."""
        self.press(Key.Key_S, Ctrl)
        self.settled()

    # --- dialogs ---

    def panel(self) -> Any:
        """The dialog that is open, with the keyboard in it."""

        def shown() -> bool:
            held = QApplication.activeModalWidget()
            return isinstance(held, Panel) and held.isActiveWindow()

        self.bot.waitUntil(shown)
        return QApplication.activeModalWidget()

    def go_on(self, panel: QWidget) -> None:
        """Press the button of a dialog that takes its step, and wait until the dialog is gone."""
        assert isinstance(panel, Panel)
        with self.bot.waitSignal(panel.accepted):
            panel.go.click()
        self.settled()
