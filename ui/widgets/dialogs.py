"""A dialog of the window: a title, what is to be filled in, what went wrong, and one likely next step.

Opened with ``open``, never with a nested event loop; Esc closes it, Enter takes the next step.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from ui.errors import Told
from ui.look import Look
from ui.widgets.buttons import DANGER, FILLED, KeyButton
from ui.widgets.words import Notice, words

#: The share of the screen that a dialog takes at most; what does not fit scrolls, its buttons stay in sight.
_SHARE = 0.92


class _Inner(QWidget):
    """What scrolls: as high as its words need at the width they have, not as they would at their narrowest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class _Area(QScrollArea):
    """As high as what it holds, as far as the screen allows."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = _Inner()
        self.inner.setObjectName("scrolled")
        self.setWidget(self.inner)
        self.inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the dialog holds became higher: so does the dialog."""
        if watched is self.inner and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            if self.isVisible() and self.sizeHint().height() > self.height():
                self.window().adjustSize()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        wanted = self.inner.sizeHint()
        width = max(wanted.width(), self.window().minimumWidth() - 2 * self._look.px(32))
        room = self.screen().availableGeometry()
        width = min(width, round(room.width() * _SHARE) - 2 * self._look.px(32))
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(width, self.inner.minimumSizeHint().width() + bar)  # what cannot be narrower is not cut
        height = self.inner.heightForWidth(width) if self.inner.hasHeightForWidth() else wanted.height()
        most = round(room.height() * _SHARE) - self._look.px(112)
        return QSize(width, max(min(height, most), self._look.px(80)))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(self.inner.minimumSizeHint().width(), hint.width()), min(hint.height(), self._look.px(160)))


class Panel(QDialog):
    """The frame of every dialog. Add fields to ``body``; connect ``go.clicked`` to what the dialog does."""

    def __init__(
        self, look: Look, parent: QWidget, title: str, step: str, *, lead: str = "", width: int = 560, danger: bool = False
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.waiting = False  # was to open while the work is hidden
        self.setWindowTitle(title)
        #: Asked before Esc or Cancel closes it; it says why not.
        self.may_leave: Callable[[], bool] = lambda: True
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_focus)
        frame = QVBoxLayout(self)
        look.pad(frame, self, (32, 24, 32, 24), 8)
        self._area = _Area(look, self)
        frame.addWidget(self._area, 1)
        outer = QVBoxLayout(self._area.inner)
        look.pad(outer, self, (0, 0, 0, 0), 16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(words(title, "record", wrap=True))
        if lead:
            head.addWidget(words(lead, "quiet", wrap=True))
        outer.addLayout(head)
        self.body = QVBoxLayout()
        look.pad(self.body, self, (0, 0, 0, 0), 12)
        outer.addLayout(self.body)
        self.notice = Notice(look, self)
        outer.addWidget(self.notice)
        self.buttons = QHBoxLayout()
        look.pad(self.buttons, self, (0, 8, 0, 0), 8)
        self.go = KeyButton(look, step, "Return", kind=DANGER if danger else FILLED, height=40, bind=False, parent=self)
        self.go.clicked.connect(self.take_step)
        self.cancel = KeyButton(look, self.tr("Cancel"), "Esc", height=40, bind=False, parent=self)
        self.cancel.clicked.connect(self.reject)
        self.buttons.addWidget(self.go)
        self.buttons.addWidget(self.cancel)
        self.buttons.addStretch(1)
        frame.addLayout(self.buttons)
        look.fit(
            self, lambda: self.setMinimumWidth(min(look.px(min(width, 620)), round(self.screen().size().width() * _SHARE)))
        )

    def setVisible(self, visible: bool) -> None:
        """While the work is hidden, a dialog that opens waits with it."""
        self.waiting = visible and self.look.covered
        if not self.waiting:
            super().setVisible(visible)

    def let_go(self) -> None:
        """The window goes: it is not shown any more, and nothing else becomes of it."""
        self.hide()

    def adjustSize(self) -> None:
        """As high as what it holds now, as far as the screen allows; Qt itself would stop at two thirds of the screen."""
        self._area.updateGeometry()
        self.resize(self.sizeHint().expandedTo(self.minimumSize()))
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.sizeHint().height() > self.height():
            self.adjustSize()
        self._soon.start()

    def _show_focus(self) -> None:
        """Where one types is in sight, also where the dialog has to scroll."""
        focus = self.focusWidget()
        if focus is not None and self._area.inner.isAncestorOf(focus):
            self._area.ensureWidgetVisible(focus, 0, self.look.px(32))
            self._area.horizontalScrollBar().setValue(0)

    def take_step(self) -> None:
        """What the dialog is for; the default closes it with success."""
        self.accept()

    def reject(self) -> None:
        """Esc and Cancel."""
        if self.may_leave():
            super().reject()

    def say(self, told: Told) -> None:
        """Show an error; the dialog stays, with everything that was typed."""
        self.notice.say(told.head, told.body, kind=told.kind, icon=told.icon)
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the step from every field but one of many lines, where it needs Ctrl; on a button it presses it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            many = isinstance(focus, QPlainTextEdit | QTextEdit)
            if isinstance(focus, KeyButton) and focus is not self.go:
                focus.click()
            elif self.go.isEnabled() and (not many or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
                self.take_step()
            return
        super().keyPressEvent(event)


def ask(look: Look, parent: QWidget, title: str, lead: str, step: str, *, danger: bool = False) -> Panel:
    """A question in words that say what is lost; ``accepted`` is the answer yes. Opens at once."""
    panel = Panel(look, parent, title, step, lead=lead, danger=danger)
    if danger:
        panel.cancel.setFocus()
    panel.open()
    return panel
