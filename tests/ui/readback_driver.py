"""Driving a reading back as an advocate does: keys in the real window, a dialog where one opens."""

from __future__ import annotations

from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.services.reading_back import results
from tests.ui.testimony_driver import Ctrl, Driver, Key
from ui.pages.readback import ReadBackMode
from ui.pages.readback_view import ReadBackView


class Reading(Driver):
    """The testimony page with testimonies put into it, read back by keys."""

    @property
    def mode(self) -> ReadBackMode:
        return self.page.readback

    @property
    def view(self) -> ReadBackView:
        return self.mode.view

    def begin(self, **choices: str) -> None:
        """F6, what the dialog asks, Enter."""
        self.activate()
        self.press(Key.Key_F6)
        panel = self.panel()
        for name, value in choices.items():
            field = getattr(panel, name)
            (field.load if name == "date" else field.choose)(value)
        self.take(panel)
        self.bot.waitUntil(lambda: self.mode.on)
        self.in_view()

    def take(self, panel: Any) -> None:
        """Take the step of a dialog by key: Enter, or Ctrl+Enter where a text has several lines."""
        with self.bot.waitSignal(panel.accepted):
            QTest.keyClick(QApplication.focusWidget() or panel, Key.Key_Return, Ctrl)
        self.settled()

    def in_view(self) -> None:
        """The keyboard is back in the mode."""
        self.bot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.activate()
        self.bot.waitUntil(self.view.hasFocus)

    def decide(self, key: Any) -> None:
        """A key that decides, until it is on the disk."""
        self.press(key)
        self.settled()

    def correct(self, wording: str, why: str, other: str = "") -> None:
        """R, the new words, the reason, Ctrl+Enter."""
        self.press(Key.Key_R)
        panel = self.panel()
        for editor, text in zip(panel.editors, (wording, other), strict=False):
            if text:
                editor.area.setFocus()
                editor.area.selectAll()
                self._type_over(editor.area, text)
        panel.reason.setFocus()
        QTest.keyClicks(panel.reason, why)
        self.take(panel)
        self.in_view()

    @staticmethod
    def _type_over(area: QPlainTextEdit, text: str) -> None:
        area.insertPlainText(text)

    def sign(self, day: str = "", method: str = "signature") -> None:
        """Enter on the last page, then how it was given."""
        self.press(Key.Key_Return)
        panel = self.panel()
        if day:
            panel.date.load(day)
        panel.method.choose(method)
        self.take(panel)
        self.in_view()

    def results(self, entry: str = "t1") -> dict[int, str]:
        """What is on record."""
        return results(self.testimony(entry))
