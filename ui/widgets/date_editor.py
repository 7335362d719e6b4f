"""A date, typed as people say it and read back below the field; what can mean two days is asked, never guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from app.domain.date_words import date_words, said_words
from app.domain.said_dates import Said, SaidDateError, read_said
from ui.look import Look
from ui.widgets.buttons import KeyButton
from ui.widgets.editing import Editor
from ui.widgets.fields import LineField
from ui.widgets.flow import Flow

translate = QCoreApplication.translate


def today() -> dt.date:
    """The day on which a date is told, where nothing else says so."""
    return dt.date.today()


class DateEditor(Editor):
    """One date or span (EDTF). ``told_on`` gives the day on which it was told: "last winter" counts from there."""

    def __init__(self, look: Look, name: str, *, told_on: Callable[[], dt.date] = today, hint: str = "") -> None:
        super().__init__(look, name)
        self._told_on = told_on
        self._said: Said | None = None
        self._why = ""
        self.line = LineField(name, hint=hint)
        self.line.textChanged.connect(self._read)
        self.choices = Flow(look, self)
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 4)
        column.addWidget(self.line)
        column.addWidget(self.choices)
        self.choices.hide()
        self.setFocusProxy(self.line)

    def put(self, value: Any) -> None:
        self.line.setText(date_words(value) if value else "")
        self.line.setCursorPosition(0)
        self._offer(())
        self._said, self._why = (Said(value) if value else None), ""

    def put_typed(self, typed: Any) -> None:
        """``typed`` holds the words and, where a reading was chosen, the date they were taken for."""
        text, edtf = str(typed.get("text", "")), typed.get("edtf")
        self.put(None)
        self.line.setText(text)
        self._understand(text)
        if edtf:
            self._said, self._why = Said(str(edtf)), ""
            self._offer(())
        self._show()

    def typed(self) -> Any:
        return {"text": self.line.text(), **({"edtf": self._said.edtf} if self._said else {})}

    def read(self) -> Any:
        return self._said.edtf if self._said else None

    def check(self) -> str:
        return self._why if self.line.text().strip() and self._said is None else ""

    def reread(self) -> None:
        """The day of telling is another one now: what was typed is read again."""
        if self.touched:
            self._understand(self.line.text())
            self._show()

    # --- reading ---

    def _read(self, text: str) -> None:
        if self._quiet:
            return
        self._understand(text)
        self.edit()
        self._show()

    def _understand(self, text: str) -> None:
        self._said, self._why = None, ""
        choices: tuple[str, ...] = ()
        if text.strip():
            try:
                self._said = read_said(text, self._told_on())
            except SaidDateError as error:
                self._why, choices = _why(error.code), error.choices
        self._offer(choices)

    def _show(self) -> None:
        if self._said is not None:
            words = said_words(self._said)
            self.tell(translate("dates", "Read as: {0}").format(words), "check")
        elif self._why:
            self.tell(self._why, "circle-question-mark", "attention")
        else:
            self.tell()

    def _offer(self, choices: tuple[str, ...]) -> None:
        self.choices.clear()
        for edtf in choices:
            button = KeyButton(self.look, date_words(edtf), height=32)
            button.clicked.connect(partial(self._take, edtf))
            self.choices.add(button)
        self.choices.setVisible(bool(choices))

    def _take(self, edtf: str) -> None:
        self._quietly(self.put, edtf)
        self.edit()
        self._show()
        self.line.setFocus()


def _why(code: str) -> str:
    return {
        "ambiguous": translate("dates", "This can be read in more than one way. Which is meant?"),
        "year-missing": translate("dates", "Of which year? Choose, or write the year."),
        "weekday-differs": translate("dates", "The day of the week does not fall on that date. Which is meant?"),
        "no-such-day": translate("dates", "There is no such day in the calendar. Kept as you typed it; not yet a date."),
        "backwards": translate("dates", "This ends before it begins. Kept as you typed it; not yet a date."),
        "lunar-calendar": translate(
            "dates", "A day of the lunar calendar: write its day in the common calendar, or the month it fell in."
        ),
        "other-calendar": translate("dates", "A day of another calendar: write its day in the common calendar, or the year."),
    }.get(
        code,
        translate(
            "dates", "Not understood as a date. Kept as you typed it; try “spring 2019”, “about May 2020”, “14 June 2021”."
        ),
    )
