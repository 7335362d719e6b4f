"""Where a purpose was refused, the page on which it matters says so and why; nothing else waits for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Case, Consent
from app.domain.vocabulary import PURPOSES
from app.services import consenting
from app.services.doors import Door
from tests.ui.export_driver import opened, telling
from tests.ui.test_documents import Driver
from tests.ui.testimony_driver import PERSON, put
from ui.case_frame import CaseFrame
from ui.pages.document_form import DocumentForm
from ui.pages.documents import DocumentsPage
from ui.pages.door_words import door_words

NO = Consent("c1", "p1", "copy-documents", "counsel", "none", "2021-07-09")
PHOTO = replace(NO, id="c2", purpose="photo", identity="counsel-only", withdrawn_on="2021-07-10")


@pytest.fixture
def vault_kind() -> str:
    return "begun"


def test_copies_that_were_refused_are_told_where_a_file_comes_in_and_it_comes_in_all_the_same(
    qtbot: QtBot, frame: CaseFrame, tmp_path: Path
) -> None:
    put(qtbot, frame.desk, ("people", PERSON), ("consents", NO), ("consents", PHOTO))
    driver = Driver(qtbot, frame)
    paper = tmp_path / "a.txt"
    paper.write_text("From the court.")
    form = driver.drop(paper)
    assert "Copies of documents: refused 9\u00a0July\u00a02021" in form.kind_row.note
    form.kind.choose("photo")
    assert "Photographs: taken back 10\u00a0July\u00a02021" in form.kind_row.note
    form.kind.choose("medical")
    assert "Medical detail: not asked yet" in form.kind_row.note
    form.title_field.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Order of the court")
    driver.seal(form)
    assert [one.title for one in frame.desk.case.documents] == ["Order of the court"]


def test_where_it_was_granted_nothing_is_said(qtbot: QtBot, frame: CaseFrame, tmp_path: Path) -> None:
    put(qtbot, frame.desk, ("people", PERSON), ("consents", replace(NO, identity="named")))
    driver = Driver(qtbot, frame)
    paper = tmp_path / "a.txt"
    paper.write_text("x")
    assert driver.drop(paper).kind_row.note == ""
    driver.panel(DocumentForm).reject()
    assert isinstance(frame.page, DocumentsPage)


MEDICAL = Consent("c9", "p1", "medical-detail", "counsel", "none", "2021-07-09")
TOLD: Any = telling("He went away.")


@pytest.mark.parametrize("case_told", [replace(TOLD, consents=(*TOLD.consents, MEDICAL))], ids=["refused"])
def test_an_export_says_what_consent_keeps_closed_before_anything_is_reviewed(
    qtbot: QtBot, frame: CaseFrame, case_told: Case
) -> None:
    page = opened(frame)
    qtbot.waitUntil(lambda: "Medical detail: refused" in page.choose.who_row.note)
    assert "keeps this copy closed" not in page.choose.who_row.note
    page.choose.who.choose("public")
    page.choose.who.chosen.emit("public")
    assert "Consent keeps this copy closed: for the public: press consent is missing" in page.choose.who_row.note
    page.choose.who.choose("counsel")
    page.choose.who.chosen.emit("counsel")
    assert "closed" not in page.choose.who_row.note


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_door_has_its_words(qtbot: QtBot, purpose: str) -> None:
    for state in (
        consenting.NOT_ASKED, consenting.REFUSED, consenting.WITHDRAWN, consenting.EXPIRED, consenting.ASK_AGAIN,
    ):  # fmt: skip
        head, body = door_words(Door(purpose, state))
        assert head and body
    assert door_words(Door(purpose, consenting.GRANTED)) == ("", "")
