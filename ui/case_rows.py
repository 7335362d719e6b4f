"""A line of the list of cases: in five columns, or in two lines where there is little room."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.services.cases import CaseFacts
from ui.changed_words import changed_words
from ui.standing_words import standing_words
from ui.widgets.chooser import size_words
from ui.widgets.table import Cell, Row
from ui.widgets.words import STOP

if TYPE_CHECKING:
    from app.services.values import CaseSummary

translate = QCoreApplication.translate


def case_row(summary: CaseSummary, facts: CaseFacts | None, *, damaged: bool, narrow: bool) -> Row:
    """The line of a case; what is not known yet of it is empty."""
    code = summary.code or translate("CasesScreen", "(code unreadable)")
    changed = changed_words(summary.changed_at, dt.datetime.now().astimezone())
    size = size_words(summary.size)
    if damaged:
        stands_as = ""
        where = Cell(translate("CasesScreen", "damaged: cannot be opened"), icon="triangle-alert", token=STOP)
    else:
        stands_as = (facts.stands_as or translate("CasesScreen", "nobody on record yet")) if facts else ""
        where = Cell(standing_words(facts) if facts else "")
    if narrow:
        if not where.icon:
            where = Cell(where.text, second=f"{changed} · {size}")
        second = stands_as if facts and facts.stands_as else translate("CasesScreen", "nobody yet") if facts else ""
        return Row(summary.id, (Cell(strong=code, second=second), Cell(), where, Cell(), Cell()))
    as_ = Cell(stands_as, quiet=bool(facts and not facts.stands_as))
    return Row(summary.id, (Cell(code), as_, where, Cell(changed), Cell(size)))
