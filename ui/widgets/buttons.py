"""Buttons: a verb in words, its key cap inside. One filled button a screen at the most; the rest are outlined.

``QUIET`` is words in the accent colour without a box, for going somewhere; ``DANGER`` is outlined in the ink of
what cannot be undone and stands apart.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPen, QShortcutEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.fonts import MEDIUM, SEMIBOLD
from ui.look import Look
from ui.widgets.keys import cap_width, key_words, paint_cap

FILLED, OUTLINED, QUIET, DANGER = "filled", "outlined", "quiet", "danger"


class KeyButton(QAbstractButton):
    """A button with words, an optional icon before and an optional key cap after them.

    ``key`` is both shown and bound (while the button is visible and enabled), unless ``bind`` is false: Enter and Esc
    are bound by the screen.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        key: str = "",
        *,
        kind: str = OUTLINED,
        icon: str = "",
        height: int = 36,
        bind: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._kind, self._icon, self._height = look, kind, icon, height
        self._key = key_words(key) if key else ""
        self.setText(words)
        self.setAccessibleName(words.rstrip("…"))
        if key:
            self.setAccessibleDescription(self._key)
            if bind:
                self.setShortcut(QKeySequence(key))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.fit(self, self.updateGeometry)

    def show_cap(self, shown: bool) -> None:
        """Show the key cap, or where there is no room for it only say the key in the tool tip."""
        key = self.accessibleDescription()
        self._key = key if shown else ""
        self.setToolTip("" if shown else key)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self.update()

    def set_words(self, words: str) -> None:
        """Change the words; the key stays."""
        shortcut = self.shortcut()
        self.setText(words)  # Qt takes the shortcut of a button anew from its text
        self.setShortcut(shortcut)
        self.setAccessibleName(words.rstrip("…"))
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Its key takes the step at once: Qt would show the button pressed for a tenth of a second first, and what is typed
        meanwhile would go astray."""
        if event.type() == QEvent.Type.Shortcut and isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font(15, MEDIUM))

    def sizeHint(self) -> QSize:
        look = self._look
        width = self._metrics().horizontalAdvance(self.text())
        if self._icon:
            width += look.px(26)
        if self._key:
            width += cap_width(look, self._key) + look.px(12)
        pad = 0 if self._kind == QUIET else look.px(14 if not self._key else 12)
        return QSize(width + 2 * pad, look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: object) -> None:
        look, box = self._look, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, edge, ground = self._inks()
        focus = self.hasFocus()
        if ground is not None or edge is not None or focus:
            width = 2 if focus else 1
            colour = look.colour("accent") if focus and self._kind != FILLED else edge
            painter.setPen(QPen(colour, width) if colour is not None else Qt.PenStyle.NoPen)
            painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
            inset = width / 2
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), look.px(6), look.px(6))
            if focus and self._kind == FILLED:
                painter.setPen(QPen(look.colour("on_accent"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), look.px(4), look.px(4))
        self._paint_words(painter, box, ink)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        look = self._look
        at = 0 if self._kind == QUIET else look.px(14 if not self._key else 12)
        if self._icon:
            size = look.px(18)
            tokens = {FILLED: "on_accent", QUIET: "accent", DANGER: "stop"}
            token = tokens.get(self._kind, "text") if self.isEnabled() else "hint"
            painter.drawPixmap(QPoint(at, round((box.height() - size) / 2)), look.pixmap(self._icon, token))
            at += look.px(26)
        painter.setPen(ink)
        painter.setFont(look.font(15, MEDIUM))
        width = self._metrics().horizontalAdvance(self.text())
        painter.drawText(QRectF(at, 0, width + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key:
            cap = QRectF(at + width + look.px(12), (box.height() - look.px(20)) / 2, cap_width(look, self._key), look.px(20))
            paint_cap(painter, look, cap, self._key, ink, ink if self._kind == FILLED else look.colour("border"))

    def _inks(self) -> tuple[QColor, QColor | None, QColor | None]:
        """Words, edge and ground."""
        look = self._look
        if not self.isEnabled():
            ink = look.colour("hint")
            return ink, (None if self._kind == QUIET else look.colour("line")), None
        pressed = self.isDown() or self.isChecked()
        if self._kind == FILLED:
            ground = look.colour("accent")
            return look.colour("on_accent"), None, ground.darker(112) if pressed else ground
        if self._kind == QUIET:
            return look.colour("accent"), None, look.colour("accent_tint") if pressed else None
        ink = look.colour("stop") if self._kind == DANGER else look.colour("text")
        if self.isChecked():
            return look.colour("accent"), look.colour("accent"), look.colour("accent_tint")
        ground = look.colour("accent_tint") if pressed or self.underMouse() else look.colour("paper")
        edge = look.colour("stop") if self._kind == DANGER else look.colour("border")
        return ink, edge, ground


class _Segment(QAbstractButton):
    """One choice of a ``Segmented``."""

    def __init__(self, look: Look, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.fit(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._look.font(14, SEMIBOLD)).horizontalAdvance(self.text())
        return QSize(width + self._look.px(26), self._look.px(34))

    def paintEvent(self, event: object) -> None:
        look, box = self._look, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.hasFocus():
            painter.setBrush(look.colour("accent_tint") if chosen else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), 2 if self.hasFocus() else 1.5))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        painter.setFont(look.font(14, SEMIBOLD if chosen else MEDIUM))
        painter.setPen(look.colour("accent" if chosen else "text" if self.isEnabled() else "hint"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Segmented(QWidget):
    """A few choices side by side of which one holds; arrows move between them.

    ``group`` emits ``idToggled``; ``value`` is the key of the chosen one, or "" while nothing was chosen.
    """

    def __init__(self, look: Look, choices: tuple[tuple[str, str], ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = tuple(key for key, _ in choices)
        self.setAccessibleName(name)
        self.group = QButtonGroup(self)
        row = QHBoxLayout(self)
        look.pad(row, self, (1, 1, 1, 1), 0)
        for number, (_, words) in enumerate(choices):
            segment = _Segment(look, words, self)
            segment.setAccessibleDescription(name)
            self.group.addButton(segment, number)
            row.addWidget(segment)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.group.button(0))

    @property
    def value(self) -> str:
        """The key of what is chosen; "" if nothing is."""
        number = self.group.checkedId()
        return self._keys[number] if number >= 0 else ""

    def choose(self, key: str) -> None:
        """Choose by key; an unknown key clears the choice."""
        if key in self._keys:
            self.group.button(self._keys.index(key)).setChecked(True)
        elif (held := self.group.checkedButton()) is not None:
            self.group.setExclusive(False)
            held.setChecked(False)
            self.group.setExclusive(True)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("border"), 1))
        painter.setBrush(self._look.colour("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._look.px(6), self._look.px(6))
        painter.end()
