"""The neutral page: a calendar and nothing else, in front of whatever lies on the screen.

One key shows it at once, and the same key brings the work back. It names no key and no program: who glances at the screen
sees a calendar. Nothing is closed meanwhile; locking, idle time and drafts go on as they do over the work.
"""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.fonts import SEMIBOLD
from ui.look import Look

_WEEK = 7


class NeutralPage(QWidget):
    """This month, painted. It takes the keyboard, so that what is typed goes nowhere."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(self.tr("Calendar"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.fit(self, self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, today, locale = self._look, dt.date.today(), QLocale()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("paper"))
        side = min(self.width() / (_WEEK + 2), (self.height() - look.px(40)) / (_WEEK + 2), look.px(84))
        left, top = (self.width() - side * _WEEK) / 2, (self.height() - side * (_WEEK + 1)) / 2
        centred = int(Qt.AlignmentFlag.AlignCenter)
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(22, SEMIBOLD))
        heading = locale.toString(QDate(today.year, today.month, today.day), "MMMM yyyy")
        painter.drawText(round(left), round(top), round(side * _WEEK), round(side), centred, heading)
        first = today.replace(day=1)
        begins = locale.firstDayOfWeek().value  # 1 is Monday, as in isoweekday
        painter.setFont(look.font(14))
        painter.setPen(look.colour("text2"))
        for column in range(_WEEK):
            name = locale.standaloneDayName((begins - 1 + column) % _WEEK + 1, QLocale.FormatType.ShortFormat)
            painter.drawText(round(left + column * side), round(top + side), round(side), round(side / 2), centred, name)
        lead = (first.isoweekday() - begins) % _WEEK
        painter.setFont(look.font(17))
        for day in range(1, QDate(today.year, today.month, 1).daysInMonth() + 1):
            row, column = divmod(lead + day - 1, _WEEK)
            x, y = round(left + column * side), round(top + side * (1.5 + row))
            if day == today.day:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("accent_tint"))
                painter.drawRoundedRect(x + 2, y + 2, round(side) - 4, round(side) - 4, look.px(6), look.px(6))
            painter.setPen(look.colour("text"))
            painter.drawText(x, y, round(side), round(side), centred, locale.toString(day))
        painter.end()
