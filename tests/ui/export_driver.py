"""What the tests of the export do on the page: by keys and clicks, waiting only for what is to come."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.case import Case, Consent, Name, Person
from app.services.open_vault import OpenVault
from tests.working import SMALL, said
from ui.case_frame import CaseFrame
from ui.pages.export import ExportPage
from ui.tasks import Tasks
from ui.widgets.chooser import Chooser
from ui.widgets.dialogs import Panel

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
Alt, No = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
DATED = "2021-07-12"
PATIENCE = 30_000


def telling(*texts: str, people: tuple[Person, ...] = (), consents: tuple[Consent, ...] | None = None) -> Case:
    """A small case whose confirmed testimonies say this; counsel may have it."""
    told = tuple(replace(said(text, f"t{n}"), status="confirmed", signed_on="2021-07-03") for n, text in enumerate(texts, 1))
    given = (Consent("c1", "p1", "legal-representation", "counsel", "named", "2021-07-02"),)
    return replace(
        SMALL,
        people=(*SMALL.people, *people),
        testimonies=told,
        events=(),
        documents=(),
        consents=given if consents is None else consents,
    )


def telling_of(*texts: str, **more: Any) -> pytest.MarkDecorator:
    """The test works on such a case."""
    return pytest.mark.parametrize("case_told", [telling(*texts, **more)], ids=["told"])


def said_on(widget: QWidget) -> str:
    """All words that stand on it."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def text_of(data: bytes) -> str:
    """The text of a PDF."""
    return "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(data))


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = No) -> None:
    """Press a key where the keyboard is."""
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


def click(widget: Any) -> None:
    """Click a widget in its middle."""
    assert widget.isVisible() and widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, No, QPoint(widget.width() // 2, widget.height() // 2))


def opened(frame: CaseFrame, profile: str = "counsel", dated: str = DATED) -> ExportPage:
    """The page, at its first step."""
    frame.go("export")
    page = frame.page
    assert isinstance(page, ExportPage)
    page.choose.choose_profile(profile)
    page.choose.date.load(dated)
    return page


def to_review(qtbot: QtBot, frame: CaseFrame, profile: str = "counsel", dated: str = DATED) -> ExportPage:
    """The page at its second step, worked out."""
    page = opened(frame, profile, dated)
    press(Key.Key_Return, Ctrl)
    assert page.step == 1
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: ExportPage) -> None:
    """Wait until everything that was answered is worked out."""
    qtbot.waitUntil(lambda: page.review.review_now() is not None, timeout=PATIENCE)


def drawn(qtbot: QtBot, page: ExportPage) -> None:
    """Wait until the copy is made and passed."""
    qtbot.waitUntil(lambda: page.check.draft is not None, timeout=PATIENCE)
    assert page.step == 2


def dialog(page: ExportPage, kind: type[Panel] = Panel) -> Any:
    """The dialog that is open."""
    found = [panel for panel in page.findChildren(kind) if panel.isVisible()]
    assert found, "no dialog is open"
    return found[-1]


def save_as(qtbot: QtBot, page: ExportPage, path: Path) -> None:
    """Save with the keyboard, under a whole path."""
    page.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(Key.Key_S, Ctrl)
    chooser = dialog(page, Chooser)
    chooser.name.setText(str(path))
    QTest.keyClick(chooser.name, Key.Key_Return)


def stored(qtbot: QtBot, tasks: Tasks, case_id: str) -> list[dict[str, object]]:
    """The decisions as they are in the vault."""
    got: list[list[dict[str, object]]] = []

    def read(vault: OpenVault) -> list[dict[str, object]]:
        return [dict(one) for one in vault.store(case_id).decisions()]  # type: ignore[call-overload]

    tasks.query(tasks, read, got.append)
    qtbot.waitUntil(lambda: bool(got))
    return got[0]


def states(page: ExportPage) -> dict[str, str]:
    """How the questions stand, by their words."""
    held = page.review.worked
    assert held is not None
    return {held.finds[index].text: held.finds[index].state for index in held.asked}


def current(page: ExportPage) -> str:
    """The words of the current find."""
    find = page.review.chosen
    return find.text if find is not None else ""


def everybody() -> tuple[Person, ...]:
    """Two who share a family name."""
    return (Person("p3", (Name("Drew Kelan"),)), Person("p4", (Name("Drew Mirran"),)))
