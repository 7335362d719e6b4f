"""Hiding the work: one key puts the neutral page in front of everything, the same key brings all of it back as it was."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QWidget

from ui.look import Look
from ui.neutral import NeutralPage
from ui.widgets.dialogs import Panel

#: The second one is for keyboards whose upper row does other things.
HIDE_KEYS = ("F12", "Ctrl+Shift+H")


class Hiding(QObject):
    """Covers ``window``, whose work stands in ``work``. Dialogs wait open behind the page with what was typed into them."""

    def __init__(self, look: Look, window: QMainWindow, work: QWidget) -> None:
        super().__init__(window)
        self._look, self._window, self._work = look, window, work
        self.page = NeutralPage(look, window)
        self.page.hide()
        self._panels: list[Panel] = []
        self._focus: QWidget | None = None
        self._title = window.windowTitle()
        window.installEventFilter(self)

    @property
    def covered(self) -> bool:
        """Whether the neutral page stands in front."""
        return self._look.covered

    def press(self) -> None:
        """Hide the work, or show it again."""
        if self.covered:
            self._show()
        elif self._work.isVisibleTo(self._window):  # else the window is locking, and shows nothing already
            self._hide()

    def _hide(self) -> None:
        self._focus = QApplication.focusWidget()
        self._look.covered = True
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
        self._look.covered = False
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window."""
        if event.type() == QEvent.Type.Resize:
            self.page.setGeometry(self._window.rect())
        return False
