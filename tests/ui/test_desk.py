"""The case on the desk: what is typed is kept sooner or later, and only what changed something can be undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.errors import UserError, bad_input
from app.services import work
from tests.ui.conftest import ReadyVault
from ui.case_frame import CaseFrame
from ui.desk import Desk
from ui.window import Window

PLACE, WORDS = "testimonies:t1", "They came at night."


def kept(desk: Desk, qtbot: QtBot) -> str | None:
    """What the vault holds as the draft, after all that was asked before."""
    answers: list[str | None] = []
    desk.read_draft(desk, PLACE, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


@pytest.fixture
def told(desk: Desk) -> list[UserError]:
    out: list[UserError] = []
    desk.tasks.failed.connect(out.append)
    return out


def type_on_a_full_disk(desk: Desk, told: list[UserError], qtbot: QtBot) -> None:
    """What is typed cannot be kept; afterwards the disk has room again."""

    def full(*_given: object) -> None:
        raise bad_input("file", "the disk is full")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(work, "save_draft", full)
        desk.draft(PLACE, WORDS)
        qtbot.waitUntil(lambda: bool(told))
        desk.keep_on()
        assert kept(desk, qtbot) is None
    assert len(told) == 1, "it is told once"


def test_a_draft_that_could_not_be_kept_is_tried_again_by_itself(frame: CaseFrame, told: list[UserError], qtbot: QtBot) -> None:
    type_on_a_full_disk(frame.desk, told, qtbot)
    frame.keeping.setInterval(20)
    qtbot.waitUntil(lambda: kept(frame.desk, qtbot) == WORDS)


def test_a_draft_that_could_not_be_kept_is_kept_when_the_vault_locks(
    frame: CaseFrame, told: list[UserError], qtbot: QtBot
) -> None:
    type_on_a_full_disk(frame.desk, told, qtbot)
    frame.flush()
    assert kept(frame.desk, qtbot) == WORDS


def test_an_older_draft_never_takes_the_place_of_a_newer_one(desk: Desk, told: list[UserError], qtbot: QtBot) -> None:
    type_on_a_full_disk(desk, told, qtbot)
    desk.draft(PLACE, "They came at dawn.")
    desk.keep_on()
    assert kept(desk, qtbot) == "They came at dawn."


def test_what_was_saved_meanwhile_is_no_draft_any_more(desk: Desk, told: list[UserError], qtbot: QtBot) -> None:
    type_on_a_full_disk(desk, told, qtbot)
    with qtbot.waitSignal(desk.changed):
        desk.save(desk, [("case", replace(desk.case.case, jurisdiction="US"))], draft=PLACE)
    desk.keep_on()
    assert kept(desk, qtbot) is None


def test_a_save_that_changes_nothing_leaves_nothing_to_undo(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.changed):
        desk.save(desk, [("people", desk.case.people[0])])
    assert not desk.undo(desk)


def test_a_case_or_the_window_is_not_left_at_once_while_the_disk_holds_not_what_was_typed(
    window: Window, vault: ReadyVault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_case(vault.case_id)
    qtbot.waitUntil(lambda: window.frame is not None and bool(window.frame.page_key))
    assert window.frame is not None
    frame, errors = window.frame, []
    window.tasks.failed.connect(errors.append)

    def full(*_given: object) -> None:
        raise bad_input("file", "the disk is full")

    monkeypatch.setattr(work, "save_draft", full)
    frame.desk.draft(PLACE, WORDS)
    qtbot.waitUntil(lambda: bool(errors))
    window.show_cases()
    assert window.frame is frame, "the case stays open"
    assert "could not be kept" in frame.page.notice.head.text()
    window.close()
    assert not window.isVisible(), "told once, the user decides"
