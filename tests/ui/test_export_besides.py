"""Export, last step: what goes out besides the PDF, by keyboard."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Consent
from app.services import history
from app.services.unsealing import passphrase, unseal
from crypto.identity import SealingIdentity
from tests.ui.conftest import ReadyVault
from tests.ui.export_driver import (
    Alt,
    Ctrl,
    Key,
    click,
    dialog,
    drawn,
    press,
    said_on,
    save_as,
    telling_of,
    text_of,
    to_review,
)
from ui.case_frame import CaseFrame
from ui.pages.export import ExportPage
from ui.pages.export_declaration import DeclarationPanel
from ui.pages.export_packet import PacketPanel
from ui.tasks import Tasks
from ui.widgets.chooser import Chooser

IDENTITY = SealingIdentity(bytes(range(32)))
WORDS = "tulip anchor velvet marsh copper lantern"
COURT = Consent("c2", "p1", "asylum-filing", "court", "named", "2021-07-02")
COUNSEL = Consent("c1", "p1", "legal-representation", "counsel", "named", "2021-07-02")


def checked(qtbot: QtBot, frame: CaseFrame, profile: str = "counsel") -> ExportPage:
    """The page at its last step, with a copy that passed."""
    page = to_review(qtbot, frame, profile)
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    return page


def alt(qtbot: QtBot, page: ExportPage, key: Key) -> None:
    """Press a key of the page; a dialog that closed took the keyboard with it."""
    page.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(key, Alt)


def choose_path(page: ExportPage, path: Path) -> None:
    chooser = dialog(page, Chooser)
    chooser.name.setText(str(path))
    QTest.keyClick(chooser.name, Key.Key_Return)


def told_out(qtbot: QtBot, page: ExportPage, path: Path) -> None:
    qtbot.waitUntil(lambda: path.name in page.check.besides.result.text().replace("\u200b", ""), timeout=30_000)
    assert path.exists()


def disclosures(qtbot: QtBot, tasks: Tasks, vault: ReadyVault) -> list[history.Disclosed]:
    got: list[tuple[history.Disclosed, ...]] = []
    tasks.query(tasks, lambda opened: history.disclosures(opened.store(vault.case_id)), got.append)
    qtbot.waitUntil(lambda: bool(got))
    return list(got[0])


@telling_of("He went away.")
def test_data_and_pages_are_saved_in_any_order_without_checking_again(
    qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault, tmp_path: Path
) -> None:
    page = checked(qtbot, frame)
    for key, name in ((Key.Key_T, "a.csv"), (Key.Key_F, "a.json")):
        alt(qtbot, page, key)
        choose_path(page, tmp_path / name)
        told_out(qtbot, page, tmp_path / name)
    save_as(qtbot, page, tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: "Saved as" in page.check.journal_note.text())
    alt(qtbot, page, Key.Key_T)
    choose_path(page, tmp_path / "b.csv")
    told_out(qtbot, page, tmp_path / "b.csv")
    assert page.step == 2
    assert next(csv.reader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"))))[0] == "number"
    assert json.loads((tmp_path / "a.json").read_bytes())["format"] == "affiant-case"
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    rows = disclosures(qtbot, tasks, vault)
    assert [(one.kind, one.pages > 0) for one in rows] == [("csv", False), ("", True), ("case-file", False), ("csv", False)]


@telling_of("He went away.")
def test_a_name_of_a_file_that_tells_is_refused_in_words(qtbot: QtBot, frame: CaseFrame, tmp_path: Path) -> None:
    page = checked(qtbot, frame)
    alt(qtbot, page, Key.Key_T)
    name = page.desk.case.people[0].names[0].text.replace(" ", "-")
    choose_path(page, tmp_path / f"{name}.csv")
    qtbot.waitUntil(lambda: "The name of the file says" in said_on(page))
    assert list(tmp_path.glob("*.csv")) == []


@telling_of("He went away.", consents=(COUNSEL, COURT))
def test_a_declaration_with_the_name_of_who_agreed(
    qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault, tmp_path: Path
) -> None:
    page = checked(qtbot, frame)
    alt(qtbot, page, Key.Key_D)
    panel = dialog(page, DeclarationPanel)
    panel.names.choose("named")
    panel.wording.choose("outside")
    QTest.keyClick(panel, Key.Key_Return)
    out = tmp_path / "declaration.pdf"
    choose_path(page, out)
    told_out(qtbot, page, out)
    text = " ".join(text_of(out.read_bytes()).split())
    name = page.desk.case.people[0].names[0].text
    assert f"I, {name}, declare:" in text
    assert "under the laws of the United States of America" in text
    assert [one.kind for one in disclosures(qtbot, tasks, vault)] == ["declaration"]
    save_as(qtbot, page, tmp_path / "a.pdf")  # the copy that was checked before still holds
    qtbot.waitUntil(lambda: "Saved as" in page.check.journal_note.text())


@telling_of("He went away.")
def test_without_a_grant_the_dialog_says_why_and_stays(qtbot: QtBot, frame: CaseFrame, tmp_path: Path) -> None:
    page = checked(qtbot, frame)
    alt(qtbot, page, Key.Key_D)
    panel = dialog(page, DeclarationPanel)
    panel.names.choose("named")
    QTest.keyClick(panel, Key.Key_Return)
    choose_path(page, tmp_path / "declaration.pdf")
    qtbot.waitUntil(lambda: "Consent of p1" in said_on(panel), timeout=30_000)
    assert panel.isVisible()
    assert not (tmp_path / "declaration.pdf").exists()


@telling_of("He went away.", consents=(COUNSEL, COURT))
def test_a_packet_for_an_age_key_and_one_under_a_passphrase(
    qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault, tmp_path: Path
) -> None:
    page = checked(qtbot, frame)
    alt(qtbot, page, Key.Key_K)
    panel = dialog(page, PacketPanel)
    QTest.keyClick(panel, Key.Key_Return)
    assert "begins with age1" in panel.recipient_row.note
    panel.recipients.setText("age1nobody")
    QTest.keyClick(panel, Key.Key_Return)
    choose_path(page, tmp_path / "a.age")
    qtbot.waitUntil(lambda: "not an age public key" in panel.recipient_row.note, timeout=30_000)
    panel.recipients.setText(IDENTITY.recipient)
    QTest.keyClick(panel, Key.Key_Return)
    choose_path(page, tmp_path / "a.age")
    told_out(qtbot, page, tmp_path / "a.age")
    names = unseal(tmp_path / "a.age", tmp_path / "a", [IDENTITY])
    assert {"summary-coded.pdf", "summary-identified.pdf", "key.csv", "declaration.pdf"} <= set(names)

    alt(qtbot, page, Key.Key_K)
    panel = dialog(page, PacketPanel)
    panel.way.choose("passphrase")
    panel.passphrase.setText("horse")
    QTest.keyClick(panel, Key.Key_Return)
    qtbot.waitUntil(lambda: "can be guessed" in said_on(panel))
    panel.passphrase.setText(WORDS)
    for key in ("identified", "key", "declaration"):
        click(panel.parts[key])
    QTest.keyClick(panel, Key.Key_Return)
    qtbot.waitUntil(lambda: bool([one for one in page.findChildren(Chooser) if one.isVisible()]))
    choose_path(page, tmp_path / "b.age")
    told_out(qtbot, page, tmp_path / "b.age")
    assert "key.csv" not in unseal(tmp_path / "b.age", tmp_path / "b", [passphrase(WORDS)])
    assert [one.kind for one in disclosures(qtbot, tasks, vault)] == ["packet", "packet"]


PRESS = replace(COUNSEL, id="c3", purpose="press", recipient="press")


@telling_of("He went away.", consents=(PRESS,))
def test_the_public_are_offered_data_and_no_papers_for_counsel(qtbot: QtBot, frame: CaseFrame) -> None:
    page = to_review(qtbot, frame, "public")
    page.review.mosaic.sign_field.setText("A. Advocate")
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    besides = page.check.besides
    assert besides.table.isVisible()
    assert not besides.declaration.isVisible()
    assert not besides.packet.isVisible()
