"""Two hands on a keyboard: presses keys wherever the keyboard is, and counts every one of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


class Hands:
    """Presses keys where the keyboard is, and counts them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bot, self.count = qtbot, 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        held = QApplication.focusWidget() or QApplication.activeWindow()
        assert held is not None
        QTest.keyClick(held, key, modifier)

    def type(self, text: str) -> None:
        """A key for each letter; other scripts as an input method gives them, counted a key each."""
        self.count += len(text)
        held = QApplication.focusWidget()
        assert held is not None
        if text.isascii():
            QTest.keyClicks(held, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(held, event)

    def until(self, kind: type[QWidget]) -> Any:
        """The dialog of a kind that is open with the keyboard in it."""
        self.bot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        panel = QApplication.activeModalWidget()
        assert panel is not None
        self.bot.waitUntil(panel.isActiveWindow)
        return panel
