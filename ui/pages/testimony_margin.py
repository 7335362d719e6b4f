"""The margin of the page that is written on: the numbers of the paragraphs, who speaks, what was not read back, the marks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.speakers import ASKED, speaker

if TYPE_CHECKING:
    from ui.pages.testimony_edit import TestimonyEdit

_ICONS: Mapping[str, str] = {"ask-again": "refresh-cw", "exact-words": "quote", "unclear": "circle-question-mark"}


class Margin(QWidget):
    """Drawn beside the page, at its left or, where the words run from right to left, at its right."""

    def __init__(self, page: TestimonyEdit) -> None:
        super().__init__(page)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        page, look = self._page, self._page._look
        right = page.layoutDirection() == Qt.LayoutDirection.RightToLeft
        gap, side = look.px(16), look.px(14)
        where = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        painter = QPainter(self)
        painter.setFont(look.font(13))
        marks = page.marks
        for number, top, bottom in page.visible_paragraphs():
            unread = number in page.unread
            painter.setPen(look.colour("attention" if unread else "text2"))
            box = QRect(gap if right else 0, top + look.px(4), self.width() - gap, look.px(24))
            painter.drawText(box, int(where | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), str(number))
            at = self.width() - side if right else 0
            below = top + look.px(8)
            if unread:
                painter.drawPixmap(at, below, look.pixmap("circle-dashed", "attention", 14))
                below += look.px(22)
            if number in marks:
                painter.drawPixmap(at, below, look.pixmap(_ICONS.get(marks[number], "info"), "accent", 14))
            if who := speaker(page.line_of(number)):
                thick = look.px(1 if who == ASKED else 3)
                line = QRect(look.px(6) if right else self.width() - look.px(6) - thick, top, thick, max(bottom - top, 0))
                painter.fillRect(line, look.colour("border" if who == ASKED else "accent"))
        painter.end()
