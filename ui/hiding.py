"""Hiding the work: one key puts the neutral page in front of everything, the same key brings all of it back as it was."""

from __future__ import annotations

from typing import cast

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QToolTip, QWidget

from ui.look import Look
from ui.neutral import NeutralPage
from ui.widgets.dialogs import Panel

#: The second one is for keyboards whose upper row does other things.
HIDE_KEYS = ("F12", "Ctrl+Shift+H")


class Hiding(QObject):
    """Covers ``window``, whose work stands in ``work``; from the beginning, if it was ``covered`` in the process before.

    Dialogs wait open behind the page with what was typed into them.
    """

    def __init__(self, look: Look, window: QMainWindow, work: QStackedWidget, *, covered: bool = False) -> None:
        super().__init__(window)
        self._look, self._window, self._work = look, window, work
        self.page = NeutralPage(look, window)
        self.page.hide()
        self._panels: list[Panel] = []
        self._focus: QWidget | None = None
        self._covered = self._left = look.covered = False
        self._title = window.windowTitle()
        window.installEventFilter(self)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._keep_keyboard)
        if covered:
            self._hide()

    @property
    def covered(self) -> bool:
        """Whether the neutral page stands in front."""
        return self._covered

    def press(self) -> None:
        """Hide the work, or show it again; nothing is shown again in a window that is left."""
        if not self._covered:
            self._hide()
        elif not self._left:
            self._show()

    def leave(self) -> None:
        """The process goes: the work is not shown any more, by no key, and a dialog that comes late waits for nobody."""
        self._left = self._look.covered = True
        self._work.hide()

    def _hide(self) -> None:
        self._focus = QApplication.focusWidget()
        self._covered = self._look.covered = True
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        self.page.setGeometry(self._window.rect())
        self.page.show()
        self.page.raise_()
        self._work.hide()
        self._window.setWindowTitle(self.page.accessibleName())
        self._panels = [panel for panel in self._window.findChildren(Panel) if panel.isVisible()]
        for panel in self._panels:
            panel.hide()
        for other in QApplication.topLevelWidgets():  # choosing a file is begun again afterwards
            if other is not self._window and other.isVisible() and other.parentWidget() is not None:
                other.close()
        self.page.setFocus()
        self.page.repaint()

    def _show(self) -> None:
        self._covered = self._look.covered = False
        self._work.show()
        self.page.hide()
        self._window.setWindowTitle(self._title)
        waiting = [panel for panel in self._window.findChildren(Panel) if panel.waiting and panel not in self._panels]
        for panel in (*self._panels, *waiting):
            if shiboken6.isValid(panel):
                panel.waiting = False
                panel.open()
        focus, self._focus, self._panels = self._focus, None, []
        if focus is not None and shiboken6.isValid(focus):
            focus.setFocus()
        elif (screen := self._work.currentWidget()) is not None:  # it came while the work was hidden
            screen.setFocus()

    def _keep_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What takes the keyboard behind the page gets it once it can be seen: until then nothing is typed into it."""
        if self._covered and now is not None and now is not self.page:
            self._focus = now
            self.page.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window."""
        if event.type() == QEvent.Type.Resize:
            self.page.setGeometry(self._window.rect())
        return False
