"""What tests do with the whole window: open a case, find the panel that is open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ReadyVault
from ui.case_frame import CaseFrame
from ui.widgets.dialogs import Panel
from ui.window import Window


def panel_in(widget: QWidget, kind: type[Panel] = Panel) -> Panel:
    """The panel that is open over a widget."""
    return next(panel for panel in widget.findChildren(kind) if panel.isVisible())


def open_case(window: Window, vault: ReadyVault, qtbot: QtBot, page: str = "") -> CaseFrame:
    """Open the case of the vault, and wait for it."""
    window.open_case(vault.case_id, page)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CaseFrame))
    assert window.frame is not None
    return window.frame
