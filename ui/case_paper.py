"""Paper for a case from the list of cases, which is there before what draws paper is loaded."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from app.services.open_vault import OpenVault

if TYPE_CHECKING:
    from app.domain.case import CaseInfo
    from ui.cases import CasesScreen


def print_paper(screen: CasesScreen, case_id: str) -> None:
    """Ask what is to be printed for a case that is not open."""

    def read(vault: OpenVault) -> CaseInfo:
        import_module("ui.paper_dialogs")  # it takes long to load, for which this thread may wait
        return vault.look_into(case_id).case

    def show(info: CaseInfo) -> None:
        from ui.paper_dialogs import PrintPaper

        PrintPaper(screen.look, screen.tasks, screen, case_id, info, screen.say_done).open()

    screen.tasks.query(screen, read, show)
