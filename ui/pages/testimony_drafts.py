"""Where what is typed into a testimony is kept until it is saved, and how it is given up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.case import Testimony
from ui.desk import Desk
from ui.look import Look
from ui.pages.testimony_column import TestimonyColumn
from ui.widgets.dialogs import ask

translate = QCoreApplication.translate


def place_of(testimony: Testimony) -> str:
    """Where the draft of a testimony is kept."""
    return f"testimonies:{testimony.id}"


def why_of(testimony: Testimony) -> str:
    """Where it is kept why words are being corrected that were read back."""
    return f"testimonies:{testimony.id}:why"


def ask_to_give_up(look: Look, page: QWidget, desk: Desk, column: TestimonyColumn, done: Callable[[], None]) -> None:
    """Back to what is saved; asks first, since the words are then gone."""
    if column.testimony is None:
        return

    def give_up() -> None:
        if column.testimony is not None:
            desk.draft(place_of(column.testimony), "")
            desk.draft(why_of(column.testimony), "")
            column.reload()
            done()

    panel = ask(
        look,
        page,
        translate("TestimonyPage", "Give up the words that were not saved?"),
        translate("TestimonyPage", "The testimony goes back to what was last saved. What was typed since then is lost."),
        translate("TestimonyPage", "Give them up"),
        danger=True,
    )
    panel.accepted.connect(give_up)
