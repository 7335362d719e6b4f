"""Export: what is checked and saved, and what stands between a copy and its release."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.case import Consent, Name, Person
from app.services import export, history, redaction, session
from app.services.export import Release
from app.services.values import Choices
from tests.ui.conftest import ReadyVault
from tests.ui.export_driver import (
    Alt,
    Ctrl,
    Key,
    click,
    dialog,
    drawn,
    opened,
    press,
    said_on,
    save_as,
    settle,
    stored,
    telling_of,
    text_of,
    to_review,
)
from ui.case_frame import CaseFrame
from ui.desk import Desk
from ui.tasks import Tasks
from ui.widgets.chooser import Chooser

STRANGERS = "Percival Drew came at six. Tamsin Ellerby came too.\n\nPercival Drew left, Tamsin Ellerby stayed."
SHARED = (Person("p3", (Name("Wen Kelan"),)), Person("p4", (Name("Kelan Dorje"),)))


# --- to the check, and out ---


def test_decided_checked_and_saved_as_the_command_line_would(
    qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault, ready_vaults: dict[str, ReadyVault], tmp_path: Path
) -> None:
    page = opened(frame)
    page.choose.recipient.setText("D. Alvarez")
    press(Key.Key_Return, Ctrl)
    settle(qtbot, page)
    press(Key.Key_Return, Ctrl)
    assert page.step == 1  # nothing undecided goes on
    while (find := page.review.chosen).state == "undecided":
        press(Key.Key_S if find.can_be_safe and find.text in ("Shenzhen", "Lo Wu", "谈一谈") else Key.Key_M)
    asked = len(page.review.worked.asked)
    assert page.review.panel.how_many.text() == f"{asked} of {asked} decided"
    press(Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: page.step == 2, timeout=30_000)
    drawn(qtbot, page)
    qtbot.waitUntil(lambda: "Passed the release check" in said_on(page.check.right))
    out = tmp_path / "out.pdf"
    save_as(qtbot, page, out)
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: "Saved as" in page.check.journal_note.text())

    path = tmp_path / "again"
    shutil.copytree(ready_vaults["sample"].path, path)
    with session.open_unlocked(path, bytearray(vault.key)) as other:
        with session.open_case(other, "HERON") as store:
            redaction.decide(store, stored(qtbot, tasks, vault.case_id))
        choices = Choices(dt.date(2021, 7, 12), recipient="D. Alvarez")
        export.export_pdf(other, "HERON", choices, Release(tmp_path / "line.pdf"))
    assert out.read_bytes() == (tmp_path / "line.pdf").read_bytes()

    rows: list[object] = []
    tasks.query(tasks, lambda opened_vault: history.disclosures(opened_vault.store(vault.case_id)), rows.append)
    qtbot.waitUntil(lambda: bool(rows))
    assert [(one.profile, one.recipient) for one in rows[0]] == [("counsel", "D. Alvarez")]  # type: ignore[attr-defined]


@telling_of("He went away.")
def test_a_password_locks_the_file_and_its_pages_are_those_that_were_checked(
    qtbot: QtBot, frame: CaseFrame, tmp_path: Path
) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    pages = page.check.draft.pdf
    click(page.check.lock)
    press(Key.Key_S, Ctrl)
    assert "Write a password" in page.check.password_row.note
    page.check.password.setText("rain on 石板")
    out = tmp_path / "locked.pdf"
    save_as(qtbot, page, out)
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: not page.check.save_button.isVisible())
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pikepdf.open(out, password="rain on 石板") as opened_pdf:
        plain = io.BytesIO()
        opened_pdf.save(plain)
    assert text_of(plain.getvalue()) == text_of(pages)
    assert page.check.password.text() == ""


@telling_of("He went away.")
def test_stopping_goes_back_and_nothing_is_made_later(qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_Return, Ctrl)
    assert page.step == 2
    press(Key.Key_Escape)
    assert page.step == 1
    stored(qtbot, tasks, vault.case_id)  # what was asked of the vault before is answered by now
    assert page.check._running is None
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    press(Key.Key_Left, Alt)
    assert page.step == 1
    assert page.check.draft is None


# --- what stands between a copy and its release ---


PRESS = Consent("c2", "p1", "press", "press", "pseudonym", "2021-07-02")


@telling_of("He went away.", consents=(PRESS,))
def test_a_public_copy_is_signed_off_by_name(
    qtbot: QtBot, frame: CaseFrame, tmp_path: Path, tasks: Tasks, vault: ReadyVault
) -> None:
    page = to_review(qtbot, frame, "public")
    press(Key.Key_Return, Ctrl)
    assert page.step == 1
    assert "Write your name" in page.review.mosaic.sign_row.note
    assert page.review.mosaic.sign_field.hasFocus()
    QTest.keyClicks(page.review.mosaic.sign_field, "m. Advocate")  # an m in a field decides nothing
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    press(Key.Key_S, Ctrl)
    chooser = dialog(page, Chooser)
    assert chooser.name.text() == "summary-public.pdf"  # the case's code is not told
    code = frame.desk.case.case.code
    chooser.name.setText(str(tmp_path / f"{code}.pdf"))
    QTest.keyClick(chooser.name, Key.Key_Return)
    qtbot.waitUntil(page.notice.isVisible)
    assert "The name of the file says" in page.notice.head.text()
    assert not list(tmp_path.glob("*.pdf"))
    save_as(qtbot, page, tmp_path / "copy.pdf")
    qtbot.waitUntil((tmp_path / "copy.pdf").exists)
    qtbot.waitUntil(lambda: not page.check.save_button.isVisible())
    rows: list[object] = []
    tasks.query(tasks, lambda opened_vault: opened_vault.store(vault.case_id).journal(), rows.append)
    qtbot.waitUntil(lambda: bool(rows))
    assert "m. Advocate" in str([row.payload for row in rows[0]])  # type: ignore[attr-defined]


@telling_of("He went away.", consents=())
def test_without_consent_counsel_needs_a_reason(qtbot: QtBot, frame: CaseFrame) -> None:
    page = to_review(qtbot, frame)
    qtbot.waitUntil(lambda: "not asked for consent" in said_on(page.review.mosaic))
    press(Key.Key_Return, Ctrl)
    assert page.step == 1
    assert "Write why" in page.review.mosaic.override_row.note
    QTest.keyClicks(page.review.mosaic.override_field, "he asked by telephone")
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    assert page.check.draft.payload["override"] == "he asked by telephone"


@telling_of("He went away.", consents=())
@pytest.mark.parametrize("profile", ["court", "ccf", "public"])
def test_without_consent_no_reason_helps_elsewhere_and_the_way_to_mend_it_is_shown(
    qtbot: QtBot, frame: CaseFrame, profile: str
) -> None:
    page = to_review(qtbot, frame, profile)
    press(Key.Key_Return, Ctrl)
    assert page.step == 1
    assert not page.review.mosaic.override_row.isVisible()
    qtbot.waitUntil(lambda: bool(page.review.mosaic.ways) and page.review.mosaic.ways[0].hasFocus())
    press(Key.Key_Space)  # the way out has the keyboard
    assert frame.page_key == "consent"


REFUSAL = Consent("c3", "p1", "legal-representation", "counsel", "named", "2021-07-09", withdrawn_on="2021-07-10")


@telling_of("He went away.", consents=(REFUSAL,))
def test_consent_that_was_withdrawn_cannot_be_overridden(qtbot: QtBot, frame: CaseFrame) -> None:
    page = to_review(qtbot, frame)
    qtbot.waitUntil(lambda: "withdrew" in said_on(page.review.mosaic))
    press(Key.Key_Return, Ctrl)
    assert page.step == 1
    assert not page.review.mosaic.override_row.isVisible()


@telling_of("He went away.")
def test_consent_recorded_meanwhile_is_seen_when_the_page_is(qtbot: QtBot, frame: CaseFrame, desk: Desk) -> None:
    page = to_review(qtbot, frame)
    frame.go("people")
    desk.save(page, [("consents", replace(REFUSAL, id="c1"))], lambda _case: None)
    qtbot.waitUntil(lambda: desk.case.consents[0].withdrawn_on is not None)
    assert page.review.review_now() is not None  # nothing is worked out for nobody
    frame.go("export")
    settle(qtbot, page)
    qtbot.waitUntil(lambda: "withdrew" in said_on(page.review.mosaic))


@telling_of("He went away.")
def test_a_change_under_a_checked_copy_makes_it_stale(qtbot: QtBot, frame: CaseFrame, desk: Desk) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    desk.save(page, [("people", Person("p2", (Name("Han Kelan"), Name("Kelan the Elder"))))], lambda _case: None)
    qtbot.waitUntil(lambda: page.step == 1)
    assert page.check.draft is None
    settle(qtbot, page)


@telling_of("He went away.")
def test_a_copy_that_the_check_refuses_cannot_be_saved(qtbot: QtBot, frame: CaseFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.services import draft as drafting

    drawing = drafting._draw

    def leaking(disclosure: object, sort: object) -> object:
        view = disclosure.view  # type: ignore[attr-defined]
        people = tuple(replace(person, description=("friend of Han Kelan",)) for person in view.people)
        return drawing(replace(disclosure, view=replace(view, people=people)), sort)  # type: ignore[type-var]

    monkeypatch.setattr(drafting, "_draw", leaking)
    page = to_review(qtbot, frame)
    press(Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: "Refused by the release check" in said_on(page.check.right), timeout=30_000)
    qtbot.waitUntil(lambda: "A protected name or number of Han Kelan stands on page 1." in said_on(page.check.right))
    assert not page.check.save_button.isVisible()
    press(Key.Key_S, Ctrl)
    assert not page.findChildren(Chooser)
