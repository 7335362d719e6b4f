"""What the tests of an exhibit do on its page: by keys and by mouse, waiting only for what is to come."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import documents, exhibits
from app.services.exhibits import Box, PagePlan
from app.services.open_vault import OpenVault
from ui.case_frame import CaseFrame
from ui.pages.documents import DocumentsPage
from ui.pages.exhibit_work import WHOLE, PageWork

Key = Qt.Key
No, Shift, Ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PATIENCE = 30_000


class Driver:
    """The page of documents, with a document in hand."""

    def __init__(self, qtbot: QtBot, frame: CaseFrame) -> None:
        self.bot, self.frame, self.desk = qtbot, frame, frame.desk
        frame.go("documents")
        assert isinstance(frame.page, DocumentsPage)
        self.page = frame.page
        self.exhibit = self.page.exhibit

    def add(self, title: str, data: bytes) -> str:
        """Put a document into the case, as the form would."""
        before = self.desk.case
        self.desk.run(self.page, lambda store: documents.add_document(store, title, None, ("scan", data)).case)
        self.bot.waitUntil(lambda: self.desk.case is not before)
        return self.desk.case.documents[-1].id

    def prepare(self, document: str, page: int = 0) -> None:
        """Choose a document and press the key."""
        self.page.show_entry(document)
        self.bot.waitUntil(self.page.view.exhibit_button.isVisible, timeout=PATIENCE)
        self.frame.window().activateWindow()
        self.bot.waitUntil(self.frame.window().isActiveWindow)
        QTest.keyClick(self.page.list, Key.Key_E, Ctrl)
        assert self.page.preparing
        self.shown(page)

    def shown(self, page: int = 0) -> None:
        """Wait until a page (from 0) is drawn."""
        self.bot.waitUntil(lambda: self.exhibit.work is not None and self.exhibit.page == page, timeout=PATIENCE)

    @property
    def work(self) -> PageWork:
        assert self.exhibit.work is not None
        return self.exhibit.work

    @property
    def boxes(self) -> tuple[Box, ...]:
        return self.work.boxes

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = No) -> None:
        """Press keys on the page."""
        for key in keys:
            QTest.keyClick(self.exhibit.sheet, key, modifiers)

    def point(self, x: int, y: int) -> QPoint:
        """A place of the page, in ten-thousandths, on the sheet."""
        return self.exhibit.sheet.area(Box(min(x, WHOLE - 1), min(y, WHOLE - 1), 1, 1)).topLeft().toPoint()

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, move and let go."""
        sheet, left = self.exhibit.sheet, Qt.MouseButton.LeftButton
        QTest.mousePress(sheet, left, No, self.point(*start))
        middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        for place in (middle, end):
            QTest.mouseMove(sheet, self.point(*place))
        QTest.mouseRelease(sheet, left, No, self.point(*end))

    def answer_all(self) -> None:
        """Box what is withheld by rule, let the rest be seen."""
        while (proposal := self.work.current()) is not None:
            self.press(Key.Key_S if proposal.state == "undecided" else Key.Key_M)
        assert self.work.open() == ()

    def stored(self) -> dict[tuple[str, int], PagePlan]:
        """What the vault holds, once everything asked for before is done."""
        got: list[tuple[PagePlan, ...]] = []

        def read(vault: OpenVault) -> tuple[PagePlan, ...]:
            return exhibits.plans(vault.store(self.desk.case_id))

        self.desk.tasks.query(self.page, read, got.append)
        self.bot.waitUntil(lambda: bool(got))
        return {(plan.document, plan.page): plan for plan in got[0]}
