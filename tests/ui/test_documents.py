"""Documents: sealed whole or not at all, looked at inside the program, and no name of a file kept."""

from __future__ import annotations

import hashlib
import io
import threading
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Document, Event, Name, Organization, Source
from app.services import documents
from tests.ui.testimony_driver import put
from ui.case_frame import CaseFrame
from ui.pages.document_form import DocumentForm
from ui.pages.documents import DocumentsPage
from ui.widgets.chooser import Chooser
from ui.widgets.dialogs import Panel

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
NAMED = "Han Keyu passport.txt"


@pytest.fixture
def vault_kind() -> str:
    return "begun"


class Driver:
    """The page of documents in its frame."""

    def __init__(self, qtbot: QtBot, frame: CaseFrame) -> None:
        self.bot, self.frame, self.desk = qtbot, frame, frame.desk
        frame.go("documents")
        assert isinstance(frame.page, DocumentsPage)
        self.page = frame.page

    def panel(self, kind: type[Panel] = Panel) -> Any:
        def shown() -> bool:
            held = QApplication.activeModalWidget()
            return isinstance(held, kind) and held.isActiveWindow()

        self.bot.waitUntil(shown)
        return QApplication.activeModalWidget()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        window = QApplication.activeModalWidget() or self.frame.window()
        window.activateWindow()
        self.bot.waitUntil(window.isActiveWindow)
        QTest.keyClick(QApplication.focusWidget() or window, key, modifier)

    def drop(self, *paths: Path) -> DocumentForm:
        """Drop files on the page."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(9, 9), action, data, button, keys)
        QApplication.sendEvent(self.page, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.page, QDropEvent(QPointF(9, 9), action, data, button, keys))
        return self.panel(DocumentForm)  # type: ignore[no-any-return]

    def add(self, path: Path, title: str) -> Document:
        """Drop a file, say what it is, seal it."""
        form = self.drop(path)
        form.title_field.restore(title)
        return self.seal(form)

    def seal(self, form: DocumentForm) -> Document:
        with self.bot.waitSignal(form.saved):
            form.go.click()
        document = self.page.document
        assert document is not None
        return document

    def ask(self, read: Any) -> Any:
        """Ask the store of the case something."""
        found: list[Any] = []
        case_id = self.desk.case_id
        self.desk.tasks.query(self.page, lambda vault: read(vault.store(case_id)), found.append)
        self.bot.waitUntil(lambda: bool(found))
        return found[0]

    def content(self, document: Document) -> bytes:
        return self.ask(lambda store: documents.read_document(store, document.id, 1 << 30))  # type: ignore[no-any-return]

    def looked_at(self) -> str:
        """What the look at the chosen document is, once there is one: picture, text, or the words in their place."""
        view = self.page.view
        self.bot.waitUntil(lambda: view.stack.currentWidget() is not view.note or not view.note.text().startswith("opening"))
        shown = view.stack.currentWidget()
        return "picture" if shown is view.picture else view.text.toPlainText() if shown is view.text else view.note.text()


@pytest.fixture
def driver(qtbot: QtBot, frame: CaseFrame) -> Driver:
    return Driver(qtbot, frame)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / NAMED
    path.write_text("He was told to come.\n")
    return path


# --- adding ---


def test_a_file_is_chosen_said_what_it_is_and_sealed_to_the_byte(driver: Driver, paper: Path) -> None:
    assert driver.page.empty.isVisible()
    driver.press(Key.Key_O, Ctrl)
    chooser = driver.panel(Chooser)
    chooser.name.setText(str(paper))
    driver.press(Key.Key_Return)
    form = driver.panel(DocumentForm)
    QTest.keyClicks(QApplication.focusWidget(), "Summons")
    document = driver.seal(form)
    held = driver.desk.contents[document.id]
    assert (document.title, document.sha256) == ("Summons", hashlib.sha256(paper.read_bytes()).hexdigest())
    assert driver.content(document) == paper.read_bytes()
    assert held.size == len(paper.read_bytes())
    shown = "".join(
        label.text() for label in driver.page.view.findChildren(type(driver.page.view.note)) if label.isVisibleTo(driver.page)
    )
    assert held.sha256 in shown.replace(" ", "")
    assert driver.looked_at() == "He was told to come.\n"


def test_the_name_that_a_file_had_is_kept_nowhere(driver: Driver, paper: Path, vault: Any) -> None:
    document = driver.add(paper, "Summons")
    said = repr(document) + document.title + (document.file or "") + (document.note or "")
    assert "Keyu" not in said
    assert document.file == f"documents/{document.id}.txt"
    rows = driver.ask(lambda store: [(row.what, str(row.payload)) for row in store.journal()])
    assert all("Keyu" not in what + payload for what, payload in rows)
    assert all("Keyu" not in str(path) for path in vault.path.rglob("*"))


def test_a_dropped_file_keeps_every_fact_that_is_filled_in(qtbot: QtBot, driver: Driver, paper: Path) -> None:
    put(
        qtbot,
        driver.desk,
        ("organizations", Organization("o1", (Name("County Police"),))),
        ("events", Event("e1", "detention", date="2020")),
        ("events", Event("e2", "detention")),
    )
    form = driver.drop(paper)
    form.title_field.restore("Summons")
    form.kind.choose("letter")
    form.issuer.choose("o1")
    form.lang.choose("ug")
    form.date.restore({"text": "January 2021"})
    form.note.restore("Line\u00a0one\n  two ")
    form.about["e2"].click()
    document = driver.seal(form)
    expected = ("Summons", "letter", "2021-01", "o1", "ug", ("e2",), "Line\u00a0one\n  two ")
    facts = (document.title, document.kind, document.date, document.issuer, document.lang, document.about, document.note)
    assert facts == expected
    rows = driver.ask(lambda store: store.last_seq)
    driver.press(Key.Key_F2)
    assert driver.seal(driver.panel(DocumentForm)) == document
    assert driver.ask(lambda store: store.last_seq) == rows, "looking at it changed nothing"


def test_of_several_dropped_files_the_first_is_taken_and_that_is_said(driver: Driver, paper: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_text("b")
    form = driver.drop(paper, other)
    assert driver.page.notice.isVisible()
    assert form.path == paper


def test_a_document_that_is_not_held_is_named_and_its_content_added_later(driver: Driver, paper: Path) -> None:
    driver.press(Key.Key_N, Ctrl)
    form = driver.panel(DocumentForm)
    form.go.click()
    assert form.title_field.told, "a document has a title"
    form.title_field.restore("Judgment")
    document = driver.seal(form)
    assert document.id not in driver.desk.contents
    assert "not held" in driver.looked_at()
    driver.page.view.replace.emit()
    chooser = driver.panel(Chooser)
    chooser.name.setText(str(paper))
    chooser.go.click()
    form = driver.panel(DocumentForm)
    assert form.title_field.value() == "Judgment"
    document = driver.seal(form)
    assert driver.content(document) == paper.read_bytes()


def test_replacing_the_content_saves_what_was_changed_beside_it_in_one_row(driver: Driver, paper: Path, tmp_path: Path) -> None:
    document = driver.add(paper, "Summons")
    assert driver.looked_at().startswith("He was")
    better = tmp_path / "better.txt"
    better.write_text("A better copy.")
    rows = driver.ask(lambda store: store.last_seq)
    form = DocumentForm(driver.frame.look, driver.page, driver.desk, document, better)
    form.saved.connect(driver.page.show_entry)
    form.open()
    form.title_field.restore("Summons, whole")
    form.note.restore("from the lawyer")
    document = driver.seal(form)
    assert (document.title, document.note) == ("Summons, whole", "from the lawyer")
    assert driver.content(document) == b"A better copy."
    assert driver.looked_at() == "A better copy."
    assert driver.ask(lambda store: store.last_seq) == rows + 1


def test_a_large_file_shows_how_far_it_is_and_esc_stops_it(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(bytes(4 << 20))
    gate, read = threading.Event(), documents._Watched.read

    def slow(self: Any, size: int = -1) -> bytes:
        if self._done > 1 << 20:
            assert gate.wait(20)
        return read(self, size)

    monkeypatch.setattr(documents._Watched, "read", slow)
    form = driver.drop(path)
    form.title_field.restore("Film")
    form.go.click()
    driver.bot.waitUntil(lambda: 0 < form.bar.value() < 1000)
    assert form.bar.isVisible()
    driver.press(Key.Key_Escape)
    gate.set()
    driver.bot.waitUntil(form.go.isEnabled)
    assert not form.bar.isVisible()
    assert driver.desk.case.documents == ()
    assert form.title_field.value() == "Film", "what was filled in is still there"
    assert driver.content(driver.seal(form)) == bytes(4 << 20)


def test_a_file_that_cannot_be_read_is_refused_in_the_dialog(driver: Driver, tmp_path: Path) -> None:
    form = driver.drop(tmp_path / "gone.pdf")
    form.title_field.restore("Gone")
    form.go.click()
    driver.bot.waitUntil(form.notice.isVisible)
    assert driver.desk.case.documents == ()
    assert "gone.pdf" not in form.notice.head.text() + form.notice.body.text()


# --- removing ---


def test_a_document_is_removed_with_its_content_after_a_question(driver: Driver, paper: Path) -> None:
    document = driver.add(paper, "Summons")
    driver.press(Key.Key_Delete, Ctrl)
    panel = driver.panel()
    panel.go.click()
    driver.bot.waitUntil(lambda: driver.desk.case.documents == ())
    assert driver.ask(lambda store: store.contents()) == {}
    assert document.title not in [line.first for line in driver.page.list.lines]


def test_a_document_that_an_event_names_is_not_removed(driver: Driver, paper: Path) -> None:
    document = driver.add(paper, "Summons")
    put(driver.bot, driver.desk, ("events", Event("e1", "detention", sources=(Source("document", document=document.id),))))
    driver.press(Key.Key_Delete, Ctrl)
    assert driver.page.notice.head.text() == "This document is named elsewhere: 1 event."
    assert QApplication.activeModalWidget() is None
    assert driver.desk.case.documents != ()


# --- looking ---


def picture(kind: str) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 30, 30)).save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (picture("PNG"), "picture"),
        (picture("JPEG"), "picture"),
        ("他们来了。\nئۇلار كەلدى.".encode(), "他们来了。\nئۇلار كەلدى."),
        ("他们来了。".encode("utf-16"), "他们来了。"),
        ("他们夜里来了，没有说话。".encode("gb18030"), "他们夜里来了，没有说话。"),
        (
            b"ID3\x04\x00\x00\x01" + bytes(range(256)),
            "A file of this kind cannot be shown here. It is stored whole, to the byte.",
        ),
    ],
    ids=["png", "jpeg", "utf-8", "utf-16", "gb18030", "unknown"],
)
def test_a_document_is_looked_at_inside_the_program(driver: Driver, tmp_path: Path, content: bytes, shown: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    document = driver.add(path, "Thing")
    assert driver.looked_at() == shown
    assert driver.content(document) == content


@pytest.mark.parametrize("content", [b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n broken"], ids=["pdf", "png"])
def test_a_broken_file_is_said_to_be_so_and_kept(driver: Driver, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    document = driver.add(path, "Thing")
    assert "cannot be shown" in driver.looked_at()
    assert driver.content(document) == content


def test_a_long_text_says_that_only_its_beginning_is_shown(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 50_000)
    driver.add(path, "Long")
    driver.looked_at()
    assert driver.page.view.part.isVisible()


def test_the_pages_of_a_pdf_are_turned_by_keys_and_buttons(driver: Driver, tmp_path: Path) -> None:
    sheets = [Image.new("RGB", (60, 90), colour) for colour in ("red", "white", "blue")]
    sheets[0].save(tmp_path / "three.pdf", save_all=True, append_images=sheets[1:])
    driver.add(tmp_path / "three.pdf", "Judgment")
    assert driver.looked_at() == "picture"
    view = driver.page.view
    assert view.pages == 3
    assert not view.back.isEnabled()
    driver.press(Key.Key_PageDown)
    driver.bot.waitUntil(lambda: view.page == 1)
    assert view.where.text() == "page 2 of 3"
    view.back.click()
    driver.bot.waitUntil(lambda: view.page == 0)
    driver.press(Key.Key_PageUp)
    assert view.page == 0, "there is none before the first"


def test_choosing_another_shows_that_one(driver: Driver, paper: Path, tmp_path: Path) -> None:
    first = driver.add(paper, "Summons")
    other = tmp_path / "b.txt"
    other.write_text("Another paper.")
    driver.add(other, "Other")
    assert driver.looked_at() == "Another paper."
    driver.page.show_entry(first.id)
    assert driver.looked_at() == "He was told to come.\n"


def test_a_sealed_file_is_not_taken_back_and_that_is_said(driver: Driver, paper: Path) -> None:
    document = driver.add(paper, "Summons")
    driver.press(Key.Key_Z, Ctrl)
    driver.bot.waitUntil(driver.page.notice.isVisible)
    assert driver.page.notice.head.text() == "This change cannot be taken back."
    assert driver.content(document) == b"He was told to come.\n"
