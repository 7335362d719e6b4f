"""Words on the desk: titles, labels, notes, and the quiet strip that says what happened, what is safe, what to do."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look

#: Object names that the style sheet knows: title record section label strong note hint quiet attention stop said brand.
ATTENTION, STOP, PLAIN = "attention", "stop", "plain"


def words(text: str, style: str = "", *, wrap: bool = False, select: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label. Its text is shown as it stands, never read as markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if style:
        label.setObjectName(style)
    label.setWordWrap(wrap)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if select:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def said(text: str, size: int = 18, line: int = 30) -> QLabel:
    """Words of the witness, in their own face with room between the lines; sizes at 100 % are those of the style sheet.

    Shown as it stands: every sign of markup in it is escaped.
    """
    label = QLabel()
    label.setObjectName("said")
    label.setTextFormat(Qt.TextFormat.RichText)
    lines = html.escape(text).replace("\n", "<br>")
    label.setText(f'<p style="line-height: {100 * line // (size + 5)}%">{lines}</p>')
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setAccessibleName(text)
    return label


class Hairline(QFrame):
    """A line that parts, one pixel thin; ``strong`` under the head of a table."""

    def __init__(self, look: Look, *, strong: bool = False, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._token = look, "border" if strong else "line"
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour(self._token))
        painter.end()


class Icon(QLabel):
    """An icon in the colour of the word beside it."""

    def __init__(self, look: Look, name: str, token: str = "text2", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._size = look, size
        self.name, self.token = name, token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.fit(self, self._draw)

    def show_icon(self, name: str, token: str) -> None:
        """Another icon or colour."""
        self.name, self.token = name, token
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(self._look.pixmap(self.name, self.token, self._size))


class Notice(QFrame):
    """A quiet strip: what happened in strong words, then what is safe and what to do. Hidden while there is nothing to say.

    Kinds: ``attention`` (amber), ``stop`` (brick; damage and refusals only), ``plain``.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._kind = look, PLAIN
        row = QHBoxLayout(self)
        look.pad(row, self, (12, 10, 12, 12), 10)
        self._icon = Icon(look, "info", parent=self)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.head = words("", "strong", wrap=True)
        self.body = words("", "noticebody", wrap=True)
        column.addWidget(self.head)
        column.addWidget(self.body)
        row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def say(self, head: str, body: str = "", *, kind: str = ATTENTION, icon: str = "") -> None:
        """Show words. A screen reader reads them at once."""
        self._kind = kind
        icons = {ATTENTION: "circle-alert", STOP: "triangle-alert", PLAIN: "info"}
        token = kind if kind in (ATTENTION, STOP) else "text2"
        self._icon.show_icon(icon or icons[kind], token)
        self.head.setObjectName(token if kind != PLAIN else "strong")
        self.head.setText(head)
        self.head.setStyleSheet("font-weight: 600;")
        self.head.style().unpolish(self.head)
        self.head.style().polish(self.head)
        self.body.setText(body)
        self.body.setVisible(bool(body))
        self.setAccessibleName(head)
        self.setAccessibleDescription(body)
        self.show()
        self.update()

    def clear(self) -> None:
        """Nothing to say any more."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour({ATTENTION: "attention_tint", STOP: "stop_tint"}.get(self._kind, "rail")))
        painter.drawRoundedRect(self.rect(), look.px(6), look.px(6))
        painter.end()
