"""What the page of testimonies does by further keys: paper to be signed, names for letters, taking back what was saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.case import Testimony
from ui.pages.testimony_paper import offer_letters
from ui.pages.testimony_rows import BRING_AGAIN, TAKE_BACK
from ui.pages.testimony_statement import offer_statements
from ui.undoing import offer_undo

if TYPE_CHECKING:
    from ui.pages.testimony import TestimonyPage

translate = QCoreApplication.translate


def offer_keys(page: TestimonyPage, current: Callable[[], Testimony | None]) -> None:
    """Bind them; ``current`` is the testimony that somebody works in."""
    columns = tuple(page.columns.values())

    def may_take_back() -> bool:
        # Words that are typed and not saved would stand over others than they were typed over.
        if any(column.dirty for column in columns):
            page.notice.say(translate("TestimonyPage", "Save first, or undo what you typed with Ctrl+Z."), kind="plain")
            return False
        return not page.interview.forms.open

    offer_statements(page, columns, current)
    offer_letters(page, columns, current)
    offer_undo(page, TAKE_BACK, BRING_AGAIN, may=may_take_back)
