"""People & places: everyone on record is found, told, related and hidden by mouse and by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.case import Case, Name, Organization, Person, Place, Relation, Risk
from ui.desk import Desk
from ui.page import Around
from ui.pages.people import PeoplePage
from ui.pages.people_stands import StandsPanel
from ui.widgets.dialogs import Panel

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def vault_kind() -> str:
    return "begun"


def shown(qtbot: QtBot, around: Around) -> PeoplePage:
    page = PeoplePage(around)
    page.setObjectName("desk")
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    page.activateWindow()
    page.finder.list.setFocus()
    qtbot.waitUntil(page.finder.list.hasFocus)
    return page


@pytest.fixture
def page(qtbot: QtBot, around: Around) -> PeoplePage:
    return shown(qtbot, around)


def put(qtbot: QtBot, desk: Desk, *entries: tuple[str, object]) -> None:
    before = desk.case
    desk.save(desk, entries)
    qtbot.waitUntil(lambda: desk.case is not before)


@pytest.fixture
def filled(qtbot: QtBot, desk: Desk) -> Case:
    """A witness, a brother at risk from the police, a friend, and where they live."""
    put(
        qtbot,
        desk,
        ("people", Person("p1", (Name("Tan Weimin"), Name("谭伟民")), roles=("witness",))),
        (
            "people",
            Person(
                "p2",
                (Name("Tan Weijun"), Name("谭伟军")),
                roles=("relative",),
                relation=Relation("p1", "brother"),
                lives_in="l2",
                at_risk=(Risk("o1", "they threatened to charge him"),),
            ),
        ),
        ("people", Person("p3", (Name("Ekrem Tursun"), Name("ئەكرەم تۇرسۇن")), roles=("friend",))),
        ("places", Place("l1", (Name("China"),), kind="country")),
        ("places", Place("l2", (Name("Reed Village"), Name("芦村")), kind="village", within="l1")),
        ("organizations", Organization("o1", (Name("Linhe County Police"),), kind="police")),
    )
    return desk.case


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key to whatever has the keyboard: nothing here is sent to a widget of the test's choice."""
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, key, modifier)


def type_in(text: str) -> None:
    """Type; letters that no keyboard of the test has come as an input method gives them."""
    held = QApplication.focusWidget()
    assert held is not None
    if text.isascii():
        QTest.keyClicks(held, text)
    else:
        held.insert(text)  # type: ignore[attr-defined]
        held.textEdited.emit(held.text())  # type: ignore[attr-defined]


def tab_to(name: str) -> QWidget:
    """Tab on until a widget of that accessible name has the keyboard."""
    for _ in range(60):
        held = QApplication.focusWidget()
        if held is not None and held.accessibleName() == name:
            return held
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never reached {name}")


def rows(page: PeoplePage) -> list[str]:
    return [line.first for line in page.finder.list.lines]


def panel_of(qtbot: QtBot, page: PeoplePage) -> Panel:
    qtbot.waitUntil(lambda: any(panel.isVisible() for panel in page.findChildren(Panel)))
    panel = next(panel for panel in page.findChildren(Panel) if panel.isVisible())
    panel.activateWindow()
    qtbot.waitUntil(lambda: panel.isActiveWindow() and panel.focusWidget() is not None)
    return panel


def saved(qtbot: QtBot, page: PeoplePage) -> None:
    qtbot.waitUntil(lambda: page.form is None)


def draft(qtbot: QtBot, desk: Desk, place: str) -> str | None:
    answers: list[str | None] = []
    desk.read_draft(desk, place, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


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


# --- what stands ---


def worked_out(qtbot: QtBot, page: PeoplePage) -> None:
    qtbot.waitUntil(lambda: page.survey is not None and page.survey.case is page.desk.case)


def test_what_stands_is_shown_profile_by_profile_with_the_reason(qtbot: QtBot, filled: Case, page: PeoplePage) -> None:
    page.show_entry("p1")
    worked_out(qtbot, page)
    assert "ccf: Tan Weimin by name" in page.record.facts["stands"]
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


def open_stands(qtbot: QtBot, page: PeoplePage, entry_id: str) -> StandsPanel:
    worked_out(qtbot, page)
    page.show_entry(entry_id)
    page.record.heads["stands"].button.click()
    panel = panel_of(qtbot, page)
    assert isinstance(panel, StandsPanel)
    return panel


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
