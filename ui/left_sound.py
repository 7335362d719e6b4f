"""A recording that a lock or a kill cut off: sealed when its case is opened, and said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.case import Case
from app.services import sound, work
from app.services.sound import Sealed
from app.services.values import CaseStore
from ui import sound_words
from ui.errors import told
from ui.widgets.words import PLAIN

if TYPE_CHECKING:
    from app.errors import UserError
    from ui.case_frame import CaseFrame

translate = QCoreApplication.translate


def seal_what_is_left(frame: CaseFrame) -> None:
    """Look whether there is one; seal it beside what is done in the window."""
    desk, case_id = frame.desk, frame.desk.case_id
    made: list[Sealed] = []

    def change(store: CaseStore) -> Case:
        sealed = sound.finish_left(store)
        if sealed is not None:
            made.append(sealed)
        return work.case_of(store)

    def tell(case: Case) -> None:
        if not made or not frame.page_key:
            return
        title = next((one.title for one in case.documents if one.id == made[0].document), "")
        frame.page.notice.say(
            translate("sound", "A recording that was cut off is whole again."),
            translate("sound", "“{0}”, {1}. It stands among the documents of the case.").format(
                title, sound_words.time_words(made[0].seconds)
            ),
            kind=PLAIN,
            icon="check",
        )

    def failed(error: UserError) -> None:
        if frame.page_key:
            frame.page.notice.say(
                translate("sound", "A recording that was cut off could not be sealed yet. It is safe."),
                told(error).head,
            )

    def left(there: bool) -> None:
        if there:
            desk.run(frame, change, tell, failed)

    desk.tasks.query(frame, lambda vault: sound.is_left(vault.store(case_id)), left)
