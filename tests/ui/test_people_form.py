"""The form of people and places: made, changed, refused in words, never lost; by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Case, Name, Relation, Risk
from tests.ui.people_driver import (
    Ctrl,
    Key,
    draft,
    fill,
    panel_of,
    press,
    put,
    rows,
    saved,
    shown,
    tab_to,
    type_in,
)
from ui.desk import Desk
from ui.page import Around
from ui.pages.people import PeoplePage


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def page(qtbot: QtBot, around: Around) -> PeoplePage:
    return shown(qtbot, around)


@pytest.fixture
def filled(qtbot: QtBot, desk: Desk) -> Case:
    return fill(qtbot, desk)


# --- creating ---


def test_a_person_is_made_in_three_scripts_by_keyboard_alone(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    press(Key.Key_P, Ctrl)
    qtbot.waitUntil(
        lambda: QApplication.focusWidget() is not None and QApplication.focusWidget().accessibleName() == "Spelling"
    )
    type_in("Sonam Dorje")
    for text in ("索南多吉", "سونام", "བསོད་ནམས་རྡོ་རྗེ"):
        tab_to("Add a spelling")
        press(Key.Key_Return)
        type_in(text)
    press(Key.Key_Return)
    saved(qtbot, page)
    (person,) = desk.case.people
    assert person.names == (
        Name("Sonam Dorje"),
        Name("索南多吉", lang="zh-Hans"),
        Name("سونام"),
        Name("བསོད་ནམས་རྡོ་རྗེ", lang="bo"),
    )
    assert rows(page) == ["People · 1", "Sonam Dorje"]
    assert "བསོད་ནམས་རྡོ་རྗེ" in page.record.name.text()
    assert page.finder.list.hasFocus()


@pytest.mark.parametrize(
    ("key", "group"), [(Key.Key_L, "Places · 1"), (Key.Key_O, "Organisations · 1"), (Key.Key_P, "People · 1")]
)
def test_each_kind_has_its_key_and_one_row_of_the_history(
    qtbot: QtBot, page: PeoplePage, desk: Desk, key: Qt.Key, group: str
) -> None:
    press(key, Ctrl)
    type_in("Heron")
    press(Key.Key_Return)
    saved(qtbot, page)
    assert rows(page) == [group, "Heron"]
    answers: list[int] = []
    desk.tasks.query(page, lambda vault: len(vault.store(desk.case_id).journal()), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [2]


def test_an_entry_without_a_name_is_not_saved_and_says_so_at_the_field(page: PeoplePage, desk: Desk) -> None:
    press(Key.Key_P, Ctrl)
    press(Key.Key_Return)
    assert page.form is not None
    assert "At least one name" in page.form.editors["names"].told
    assert desk.case.people == ()


def test_a_date_is_shown_back_as_it_was_understood(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    press(Key.Key_P, Ctrl)
    type_in("Tan Weimin")
    tab_to("Born")
    type_in("spring 1974")
    assert page.form is not None
    assert "spring 1974" in page.form.editors["born"].told.replace("\N{NO-BREAK SPACE}", " ")
    press(Key.Key_Return)
    saved(qtbot, page)
    assert desk.case.people[0].born == "1974-21"
    assert page.record.facts["born"].replace("\N{NO-BREAK SPACE}", " ") == "spring 1974"


def test_a_date_that_is_none_keeps_the_form_open_with_what_was_typed(page: PeoplePage, desk: Desk) -> None:
    press(Key.Key_P, Ctrl)
    type_in("Tan Weimin")
    tab_to("Born")
    type_in("when the river froze")
    press(Key.Key_Return)
    assert page.form is not None
    assert "Not understood" in page.form.editors["born"].told
    assert desk.case.people == ()


# --- changing ---


def test_a_relation_and_a_risk_are_recorded_by_keyboard(qtbot: QtBot, filled: Case, page: PeoplePage, desk: Desk) -> None:
    page.show_entry("p3")
    page.finder.list.setFocus()
    press(Key.Key_Return)
    tab_to("How related")
    type_in("old friend")
    tab_to("To whom")
    type_in("谭伟民")
    press(Key.Key_Return)
    tab_to("Add a risk")
    press(Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "From whom"
    type_in("linhe")
    press(Key.Key_Return)
    tab_to("Why")
    type_in("he was followed")
    press(Key.Key_Return, Ctrl)
    saved(qtbot, page)
    person = desk.case.people[2]
    assert (person.relation, person.at_risk) == (Relation("p1", "old friend"), (Risk("o1", "he was followed"),))
    assert page.record.who.text() == "Old friend of the witness"
    assert page.record.facts["at_risk"] == "From Linhe County Police: he was followed."
    assert [line.badge for line in page.finder.list.lines if line.key == "p3"] == ["at risk"]


def test_what_a_form_did_not_touch_is_saved_as_it_was(qtbot: QtBot, filled: Case, page: PeoplePage, desk: Desk) -> None:
    page.show_entry("p2")
    page.change("occupation")
    type_in("carter")
    press(Key.Key_Return)
    saved(qtbot, page)
    assert desk.case.people[1] == replace(filled.people[1], occupation="carter")


def test_what_another_page_changed_while_the_form_was_open_is_kept(
    qtbot: QtBot, filled: Case, page: PeoplePage, desk: Desk
) -> None:
    page.show_entry("p2")
    page.change("occupation")
    type_in("carter")
    nicknamed = replace(filled.people[1], names=(*filled.people[1].names, Name("A-Jun", "nickname")))
    put(qtbot, desk, ("people", nicknamed))
    assert page.form is not None
    press(Key.Key_Return)
    saved(qtbot, page)
    assert desk.case.people[1] == replace(nicknamed, occupation="carter")


def test_a_name_that_is_on_record_already_is_told(filled: Case, page: PeoplePage) -> None:
    page.finder.list.setFocus()
    press(Key.Key_P, Ctrl)
    type_in("weijun tan")
    assert page.form is not None
    assert "On record already" not in page.form.editors["names"].told
    for _ in range(len("weijun tan")):
        press(Key.Key_Backspace)
    type_in("譚偉軍")
    assert "On record already: Tan Weijun (谭伟军 · brother)" in page.form.editors["names"].told


def test_the_first_spelling_is_the_one_shown(qtbot: QtBot, filled: Case, page: PeoplePage, desk: Desk) -> None:
    page.show_entry("p3")
    page.change("names")
    assert page.form is not None
    second = page.form.editors["names"].items[1]  # type: ignore[attr-defined]
    page.form.editors["names"].put_first(second)  # type: ignore[attr-defined]
    press(Key.Key_S, Ctrl)
    saved(qtbot, page)
    assert [name.text for name in desk.case.people[2].names] == ["ئەكرەم تۇرسۇن", "Ekrem Tursun"]


def test_opening_and_leaving_a_form_changes_nothing_and_asks_nothing(filled: Case, page: PeoplePage, desk: Desk) -> None:
    page.show_entry("p2")
    page.change("names")
    press(Key.Key_Escape)
    assert page.form is None
    assert desk.case is filled


def test_escape_asks_before_what_was_typed_is_thrown_away(qtbot: QtBot, filled: Case, page: PeoplePage, desk: Desk) -> None:
    page.show_entry("p2")
    page.change("occupation")
    type_in("carter")
    press(Key.Key_Escape)
    panel = panel_of(qtbot, page)
    assert page.form is not None
    qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    assert page.form is None
    assert desk.case is filled
    qtbot.waitUntil(lambda: draft(qtbot, desk, "people:p2") is None)


def test_a_place_that_would_lie_in_itself_is_not_offered(filled: Case, page: PeoplePage) -> None:
    page.show_entry("l1")
    page.change("within")
    assert page.form is not None
    assert [row.words for row in page.form.editors["within"].options.rows] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [450, 760, 1150])
def test_nothing_is_cut_at_the_side_however_narrow_the_window(qtbot: QtBot, filled: Case, page: PeoplePage, width: int) -> None:
    page.resize(width, 620)
    page.show_entry("p2")
    qtbot.waitUntil(lambda: page.view.inner.minimumSizeHint().width() <= page.view.viewport().width())
    page.change("roles")
    assert page.form is not None
    scrolled = page.form.scrolled
    qtbot.waitUntil(lambda: scrolled.inner.minimumSizeHint().width() <= scrolled.viewport().width())
    assert page.width() == width


# --- drafts ---


def test_half_a_form_survives_and_is_offered_back(qtbot: QtBot, filled: Case, around: Around, desk: Desk) -> None:
    page = shown(qtbot, around)
    page.show_entry("p2")
    page.change("occupation")
    type_in("cart")
    qtbot.waitUntil(lambda: "cart" in (draft(qtbot, desk, "people:p2") or ""), timeout=3000)  # without leaving the field
    page.flush()
    page.hide()
    again = shown(qtbot, around)
    qtbot.waitUntil(lambda: "people:p2" in again.editing.drafts)
    again.show_entry("p2")
    assert [line.badge for line in again.finder.list.lines if line.key == "p2"] == ["not saved"]
    assert again.record.draft_strip.isVisible()
    qtbot.mouseClick(again.record.resume_button, Qt.MouseButton.LeftButton)
    assert again.form is not None
    again.form.open_at("occupation")
    type_in("er")
    press(Key.Key_Return)
    saved(qtbot, again)
    assert desk.case.people[1].occupation in ("carter", "ercart")
    assert draft(qtbot, desk, "people:p2") is None
    assert not again.record.draft_strip.isVisible()


def test_a_new_entry_that_was_begun_stands_in_the_list(qtbot: QtBot, filled: Case, page: PeoplePage, desk: Desk) -> None:
    page.finder.list.setFocus()
    press(Key.Key_P, Ctrl)
    type_in("Half a na")
    page.show_entry("p1")
    assert page.form is None
    assert "New person" in rows(page)
    page.finder.list.setFocus()
    press(Key.Key_Up)
    assert page.form is not None
    assert page.form.editors["names"].items[0].typed()["text"] == "Half a na"  # type: ignore[attr-defined]
    assert page.finder.list.hasFocus(), "looking at it does not take the keyboard away"
