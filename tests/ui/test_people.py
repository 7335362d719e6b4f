"""People & places: everyone on record is found, seen with whom they are tied to, and hidden as each copy needs it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.case import Case, Name, Person
from tests.ui.people_driver import (
    Ctrl,
    Key,
    draft,
    fill,
    open_stands,
    panel_of,
    press,
    put,
    rows,
    saved,
    shown,
    type_in,
    worked_out,
)
from ui.desk import Desk
from ui.page import Around
from ui.pages.people import PeoplePage
from ui.pages.people_stands import StandsPanel


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def page(qtbot: QtBot, around: Around) -> PeoplePage:
    return shown(qtbot, around)


@pytest.fixture
def filled(qtbot: QtBot, desk: Desk) -> Case:
    return fill(qtbot, desk)


# --- finding and going ---


@pytest.mark.parametrize(
    ("typed", "name"), [("weijun tan", "Tan Weijun"), ("譚偉軍", "Tan Weijun"), ("ئەكرەم", "Ekrem Tursun")]
)
def test_any_spelling_finds(qtbot: QtBot, filled: Case, page: PeoplePage, typed: str, name: str) -> None:
    press(Key.Key_F, Ctrl)
    type_in(typed)
    assert [line.first for line in page.finder.list.lines if not line.group] == [name]
    press(Key.Key_Return)
    assert page.record.name.text().startswith(name)
    assert page.finder.list.hasFocus()


def test_arrows_go_through_the_list_and_past_its_heads(filled: Case, page: PeoplePage) -> None:
    page.finder.list.setFocus()
    seen = [page.current]
    for _ in range(6):
        press(Key.Key_Down)
        seen.append(page.current)
    assert seen == ["p1", "p2", "p3", "l1", "l2", "o1", "o1"]


def test_relations_are_drawn_listed_and_lead_on(qtbot: QtBot, filled: Case, page: PeoplePage) -> None:
    page.show_entry("p2")
    assert page.ties.ring.keys == ["p1", "o1", "l2"]
    box = page.ties.ring.boxes()[1][1]
    qtbot.mouseClick(page.ties.ring, Qt.MouseButton.LeftButton, pos=QPoint(round(box.center().x()), round(box.center().y())))
    assert page.current == "o1"
    page.ties.list.setFocus()
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert page.current == "p2"
    page.ties.ring.setFocus()
    press(Key.Key_Right)
    press(Key.Key_Right)
    press(Key.Key_Return)
    assert page.current == "l2"


def test_the_list_of_relations_says_whose_brother_somebody_is(filled: Case, page: PeoplePage) -> None:
    page.show_entry("p2")
    assert page.ties.list.model_.lines[0].second == "brother of Tan Weimin"
    page.show_entry("p1")
    assert page.ties.list.model_.lines[0].second == "brother", "below the name of the brother"


# --- what stands ---


def test_what_stands_is_shown_profile_by_profile_with_the_reason(qtbot: QtBot, filled: Case, page: PeoplePage) -> None:
    page.show_entry("p1")
    worked_out(qtbot, page)
    assert "ccf: Tan Weimin by name" in page.record.facts["stands"]
    assert any("must say whose data" in label.text() for label in page.record.findChildren(QLabel))
    assert page.record.verdict.text() == "Where no name stands, none of these is the name of anyone on record."
    page.show_entry("p2")
    assert page.record.facts["stands"].splitlines() == [
        "counsel: [Relative 1] ",
        "court: a relative in China no consent",
        "partner: [Relative 1] ",
        "public: a relative in China no consent",
        "ccf: [Relative 1] ",
    ]
    assert page.record.verdict.text() == "None of these is the name of anyone on record."


def test_words_that_read_as_a_name_on_record_are_refused_as_one_types(
    qtbot: QtBot, filled: Case, page: PeoplePage, desk: Desk
) -> None:
    panel = open_stands(qtbot, page, "p3")
    panel.answers.choose("descriptor")
    panel.text.setFocus()
    type_in("friend of Weijun")
    assert "a name on record: Tan Weijun" in panel.text_row.note
    assert not panel.go.isEnabled()
    press(Key.Key_Return)
    assert desk.case is filled
    for _ in range(len(" of Weijun")):
        press(Key.Key_Backspace)
    assert panel.go.isEnabled()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: desk.case is not filled)
    assert desk.case.people[2].disclose is not None
    assert (desk.case.people[2].disclose.as_, desk.case.people[2].disclose.text) == ("descriptor", "friend")
    worked_out(qtbot, page)
    assert "counsel: friend" in page.record.facts["stands"]


def test_somebody_is_left_out_of_every_copy_by_choice(qtbot: QtBot, filled: Case, page: PeoplePage, desk: Desk) -> None:
    panel = open_stands(qtbot, page, "p3")
    panel.answers.choose("omit")
    qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.case is not filled)
    worked_out(qtbot, page)
    assert page.record.facts["stands"].count("left out") == 5


def test_the_dialog_opens_as_soon_as_it_can_judge_what_is_typed(qtbot: QtBot, filled: Case, page: PeoplePage) -> None:
    page.show_entry("p3")
    page.survey = None
    page.refresh()
    page.record.heads["stands"].button.click()
    assert page.panel is None
    assert isinstance(panel_of(qtbot, page), StandsPanel)


# --- removing and undoing ---


def test_an_entry_that_others_refer_to_is_not_removed_but_leads_there(
    qtbot: QtBot, filled: Case, page: PeoplePage, gone: list[tuple[str, str]], desk: Desk
) -> None:
    page.show_entry("o1")
    page.finder.list.setFocus()
    press(Key.Key_Delete, Ctrl)
    panel = panel_of(qtbot, page)
    assert "cannot be removed yet" in panel.windowTitle()
    press(Key.Key_Return)
    assert gone == [("people", "p2")]
    assert desk.case is filled


def test_removing_says_what_is_lost_and_can_be_taken_back(qtbot: QtBot, filled: Case, page: PeoplePage, desk: Desk) -> None:
    page.show_entry("p3")
    page.finder.list.setFocus()
    press(Key.Key_Delete, Ctrl)
    panel = panel_of(qtbot, page)
    assert panel.cancel.hasFocus(), "Enter alone loses nothing"
    qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.case.people) == 2)
    page.activateWindow()
    qtbot.waitUntil(page.finder.list.hasFocus)
    press(Key.Key_Z, Ctrl)
    qtbot.waitUntil(lambda: len(desk.case.people) == 3)
    assert desk.case.people[2] == filled.people[2]


def test_a_change_is_taken_back_and_brought_again(qtbot: QtBot, filled: Case, page: PeoplePage, desk: Desk) -> None:
    page.show_entry("p3")
    page.change("occupation")
    type_in("weaver")
    press(Key.Key_Return)
    saved(qtbot, page)
    press(Key.Key_Z, Ctrl)
    qtbot.waitUntil(lambda: desk.case.people[2].occupation is None)
    press(Key.Key_Z, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: desk.case.people[2].occupation == "weaver")


# --- a large registry ---


def test_three_hundred_people_are_found_without_waiting(
    qtbot: QtBot, desk: Desk, around: Around, watchdog: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [Person(f"p{n}", (Name(f"Tan Wei{n}"), Name(f"谭{chr(0x4E00 + n)}"))) for n in range(1, 301)]
    put(qtbot, desk, *(("people", person) for person in people))
    monkeypatch.setattr(PeoplePage, "_work_out", lambda _page: None)  # the work beside the window has a test of its own
    page = shown(qtbot, around)
    built: list[str] = []
    monkeypatch.setattr(page.record, "show_entry", lambda *_: built.append("record"))
    press(Key.Key_F, Ctrl)
    watchdog.reset()  # type: ignore[attr-defined]
    type_in("tan wei30")
    assert watchdog.longest < 0.1  # type: ignore[attr-defined]
    assert rows(page) == ["People · 2", "Tan Wei30", "Tan Wei300"]
    assert built == [], "typing to find builds no record anew"


def test_the_window_does_not_wait_while_what_stands_is_worked_out(
    qtbot: QtBot, filled: Case, page: PeoplePage, watchdog: object
) -> None:
    worked_out(qtbot, page)
    page.show_entry("p2")
    watchdog.reset()  # type: ignore[attr-defined]
    page.survey = None
    page.refresh()
    assert page.record.facts["stands"] == ""
    worked_out(qtbot, page)
    assert "counsel" in page.record.facts["stands"]
    assert watchdog.longest < 0.1  # type: ignore[attr-defined]


def test_the_draft_of_a_dialog_is_kept_when_the_vault_locks(qtbot: QtBot, filled: Case, page: PeoplePage, desk: Desk) -> None:
    panel = open_stands(qtbot, page, "p3")
    panel.answers.choose("descriptor")
    panel.text.setFocus()
    type_in("the weav")
    page.flush()
    assert "the weav" in (draft(qtbot, desk, "people:p3:stands") or "")
