"""The whole way of a testimony in the window: the interview, typed, read back, signed, exported.

What comes out is what comes out of the same case taken in from its case file, to the byte of the PDF.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain import case as domain
from app.domain.case import Case, Pause
from app.domain.plain import from_plain
from app.paths import resource
from app.redaction.profiles import load_profile, profile_keys
from app.services import material, session
from app.services.draft import draft
from app.services.material import Material
from app.services.open_vault import OpenVault
from app.services.reading_back import results
from app.services.testimony import paragraphs
from app.services.values import Choices
from tests.ui.conftest import ReadyVault
from tests.ui.export_driver import press, save_as, to_review
from tests.ui.readback_driver import Reading
from tests.ui.testimony_driver import Ctrl, Key, Shift
from ui.case_frame import CaseFrame
from ui.pages.export import ExportPage
from ui.pages.interview_panels import Presence
from ui.pages.testimony_column import TestimonyColumn

DATED = "2021-07-12"


def sample() -> Case:
    """The sample as its case file tells it."""
    plain = json.loads(resource("sample", "sample.case.json").read_text("utf-8"))
    return from_plain(Case, {key: held for key, held in plain.items() if key not in ("format", "version")})


def told(case: Case, entry: str) -> domain.Testimony:
    return next(one for one in case.testimonies if one.id == entry)


SAMPLE = sample()


def unsaid(testimony: domain.Testimony) -> domain.Testimony:
    """A testimony that was begun, and of which no word is written."""
    if testimony.id not in ("t0", "t1"):
        return testimony
    return replace(
        testimony, text="", interview=None, record=None, readback=None, amendments=(), signed_on=None, status="draft"
    )


@pytest.fixture
def case_told() -> Case:
    return replace(SAMPLE, testimonies=tuple(unsaid(one) for one in SAMPLE.testimonies))


@pytest.fixture
def imported(ready_vaults: dict[str, ReadyVault], tmp_path: Path) -> Material:
    """What an export of the sample is made of that was taken in from its case file."""
    ready = ready_vaults["sample"]
    shutil.copytree(ready.path, tmp_path / "imported")
    with session.open_unlocked(tmp_path / "imported", bytearray(ready.key)) as opened, opened.open_case(ready.case_id) as store:
        return material.take(store)


def as_said(testimony: domain.Testimony) -> list[str]:
    """Its paragraphs as they were first written down, before they were corrected."""
    out = paragraphs(testimony.text)
    for note in testimony.amendments:
        assert note.paragraph is not None
        assert note.earlier is not None
        out[note.paragraph - 1] = note.earlier
    return out


def hold_the_interview(told_: Reading) -> None:
    """Who is there, the clock with its pauses, every word of both languages, Ctrl+S."""
    bar = told_.page.interview.bar
    now = {"is": dt.datetime(2021, 7, 2, 13, 10)}
    bar.now = lambda: now["is"]

    def at(hour: int, minute: int, key: Qt.Key) -> None:
        now["is"] = now["is"].replace(hour=hour, minute=minute)
        told_.press(key)
        told_.settled()

    told_.activate()
    told_.press(Key.Key_F9)
    panel = told_.panel()
    assert isinstance(panel, Presence)
    panel.interviewer.choice.choose("p9")
    panel.interpreter.choice.choose("p6")
    panel.also.choice.choose("p7")
    panel.editors["told_before"].setFocus()
    told_.type("2")
    told_.go_on(panel)
    told_.bot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    at(13, 10, Key.Key_F9)
    write(told_, told_.original, as_said(told(SAMPLE, "t0")))
    at(14, 5, Key.Key_F9)
    at(14, 20, Key.Key_F9)
    write(told_, told_.translation, as_said(told(SAMPLE, "t1")))
    at(15, 30, Key.Key_F9)
    at(15, 45, Key.Key_F9)
    at(16, 40, Key.Key_F10)
    told_.save()
    told_.press(Key.Key_Escape)
    assert not told_.page.interview.on


def write(told_: Reading, column: TestimonyColumn, text: list[str]) -> None:
    """Paste paragraph after paragraph, as fast hands would; the speakers are not told apart here."""
    told_.stand(column)
    for number, paragraph in enumerate(text):
        if number:
            told_.press(Key.Key_Return, Shift)
            told_.press(Key.Key_Return, Shift)
        QGuiApplication.clipboard().setText(paragraph)
        told_.press(Key.Key_V, Ctrl)
    QGuiApplication.clipboard().clear()


def say_how_it_was_taken(told_: Reading, column: TestimonyColumn) -> None:
    told_.stand(column)
    told_.press(Key.Key_F4)
    panel = told_.panel()
    panel.record.choose("verbatim")
    panel.editors["language"].restore("zh-Hans")
    panel.editors["language"].edited.emit()
    told_.go_on(panel)


def read_it_back(told_: Reading) -> None:
    """Both languages, one after the other; the correction of the second is read once more and confirmed."""
    told_.stand(told_.original)
    told_.begin(date="2021-07-03", lang="zh-Hans")
    while not told_.view.at_end:
        told_.decide(Key.Key_C)
    told_.press(Key.Key_Escape)
    assert told_.testimony("t0").status == "read-back"
    wanted = told(SAMPLE, "t1")
    (note,) = wanted.amendments
    told_.stand(told_.translation)
    told_.begin(date="2021-07-03", lang="zh-Hans")
    while not told_.view.at_end:
        if told_.mode.at == note.paragraph and note.paragraph not in results(told_.testimony("t1")):
            told_.correct(paragraphs(wanted.text)[note.paragraph - 1], note.why or "")
            told_.press(Key.Key_Left)
        told_.decide(Key.Key_Return)
    told_.sign("2021-07-03")
    told_.press(Key.Key_Escape)


def of_the_vault(told_: Reading) -> Material:
    found: list[Material] = []
    case_id = told_.desk.case_id

    def read(vault: OpenVault) -> Material:
        return material.take(vault.store(case_id))

    told_.desk.tasks.query(told_.page, read, found.append)
    told_.bot.waitUntil(lambda: bool(found))
    return found[0]


def export(qtbot: QtBot, frame: CaseFrame, out: Path) -> None:
    """Every find masked by key, the copy made, checked and saved."""
    page: ExportPage = to_review(qtbot, frame, dated=DATED)
    while page.review.chosen is not None and page.review.chosen.state == "undecided":
        press(Key.Key_M)
    press(Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: page.check.draft is not None, timeout=90_000)
    save_as(qtbot, page, out)
    qtbot.waitUntil(lambda: "Saved as" in page.check.journal_note.text())


def test_an_interview_in_the_window_leads_to_the_copy_that_the_case_file_gives(
    qtbot: QtBot, frame: CaseFrame, imported: Material, tmp_path: Path
) -> None:
    told_ = Reading(qtbot, frame)
    hold_the_interview(told_)
    for column in (told_.original, told_.translation):
        say_how_it_was_taken(told_, column)
    read_it_back(told_)

    for entry in ("t0", "t1"):
        mine, wanted = told_.testimony(entry), told(SAMPLE, entry)
        for key in ("person", "lang", "text", "record", "readback", "amendments", "signed_on", "status", "translation"):
            assert getattr(mine, key) == getattr(wanted, key), (entry, key)
        held = mine.interview
        assert held is not None
        assert wanted.interview is not None
        for key in ("date", "start", "end", "pauses", "language", "interpreter", "told_before"):
            assert getattr(held, key) == getattr(wanted.interview, key), (entry, key)
        assert held.pauses[0] == Pause("14:05", "14:20")

    out = tmp_path / "heron.pdf"
    export(qtbot, frame, out)
    mine = of_the_vault(told_)
    imported = replace(imported, decisions=mine.decisions)
    choices = Choices(dt.date.fromisoformat(DATED))
    assert out.read_bytes() == draft(imported, "counsel", choices).pdf
    for key in profile_keys():
        loose = Choices(dt.date.fromisoformat(DATED), (load_profile(key).testimonies,)).masking()
        views: list[Any] = [material.prepared(one, key, loose)[1].view for one in (mine, imported)]
        assert views[0] == views[1], key
