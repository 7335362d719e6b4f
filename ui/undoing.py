"""Taking back the last change of a record from a page that has no text of its own to undo, and bringing it again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut

from ui.page import Page
from ui.widgets.words import PLAIN

translate = QCoreApplication.translate

UNDO, REDO = "Ctrl+Z", "Ctrl+Shift+Z"


def offer_undo(page: Page, undo: str = UNDO, redo: str = REDO, *, may: Callable[[], bool] = lambda: True) -> None:
    """Let the keys take back, or bring again, the last change made since the case was opened.

    ``may`` says whether they may now: a form that stands open has words of its own to undo.
    """

    def step(again: bool) -> None:
        if not may():
            return
        act = page.desk.redo if again else page.desk.undo
        if not act(page, lambda _case: done(again), page.say):
            page.notice.say(
                translate("undo", "Nothing to bring again.") if again else translate("undo", "Nothing to take back."),
                translate("undo", "Changes made before the case was opened stand in the history."),
                kind=PLAIN,
            )

    def done(again: bool) -> None:
        head = translate("undo", "It stands again.") if again else translate("undo", "Taken back.")
        other = (
            translate("undo", "{0} takes it back.").format(undo)
            if again
            else (translate("undo", "{0} brings it again. The history shows both changes.").format(redo))
        )
        page.notice.say(head, other, kind=PLAIN, icon="redo-2" if again else "undo-2")

    for keys, again in ((undo, False), (redo, True)):
        QShortcut(QKeySequence(keys), page).activated.connect(partial(step, again))
