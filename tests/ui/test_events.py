"""The page of events: finding, writing, keeping what is typed, and taking away."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Event
from app.domain.date_words import date_words
from app.domain.plain import to_plain
from app.services import session
from tests.ui.event_driver import CTRL, Driver, commit
from ui.case_frame import CaseFrame
from ui.desk import Desk
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.buttons import KeyButton
from ui.widgets.date_editor import DateEditor
from ui.widgets.picker import New, PickEditor


@pytest.fixture
def events(qtbot: QtBot, frame: CaseFrame) -> Driver:
    return Driver(qtbot, frame)


def line_of(editor: Any) -> Any:
    return editor.line


# --- the list ---


def test_events_stand_by_date_and_those_without_one_last(events: Driver) -> None:
    events.frame.desk.save(events.page, [("events", Event("e900", "protest"))])
    events.bot.waitUntil(lambda: "e900" in events.rows())
    by_id = {event.id: event.date for event in events.case.events}
    dated = [by_id[key] for key in events.rows() if by_id[key]]
    assert [date[:4] for date in dated] == sorted(date[:4] for date in dated)
    assert [by_id[key] for key in events.rows()][len(dated) :] == [None] * (len(by_id) - len(dated))
    first = events.page.list.table.rows_model.rows[0].cells[0]
    assert first.strong == date_words("2016/2018")


def test_a_word_in_any_script_filters_the_list_and_enter_opens_what_is_found(events: Driver) -> None:
    find = events.page.list.find_field
    events.page.list.table.setFocus()
    events.press(Qt.Key.Key_F, CTRL)
    assert find.hasFocus()
    commit(find, "香港")
    assert {"e6", "e7", "e8"} <= set(events.rows())
    events.bot.keyClicks(find, " THREE days")
    assert events.rows() == ["e6"], "every word must occur"
    events.press(Qt.Key.Key_Return)
    events.press(Qt.Key.Key_Return)
    events.built()
    assert events.desk.event_id == "e6"
    assert events.desk.form.type_key == "flight"


def test_one_type_alone_can_be_shown(events: Driver) -> None:
    types = events.page.list.types
    types.setFocus()
    for _ in range(types.findData("detention")):
        events.bot.keyClick(types, Qt.Key.Key_Down)
    wanted = {event.id for event in events.case.events if event.type == "detention"}
    assert set(events.rows()) == wanted


def test_a_filter_that_finds_nothing_says_so_and_can_be_taken_away(events: Driver) -> None:
    commit(events.page.list.find_field, "ཀཁག")
    assert events.page.list.empty.isVisible()
    events.bot.mouseClick(events.page.list.clear_button, Qt.MouseButton.LeftButton)
    assert len(events.rows()) == len(events.case.events)


def test_an_event_that_was_just_saved_is_shown_whatever_the_filter_was(events: Driver) -> None:
    types = events.page.list.types
    types.choose("detention")
    events.new("protest")
    events.say(events.editor("fields.name"), "a march at night")
    events.save()
    saved = events.case.events[-1].id
    events.bot.waitUntil(lambda: saved in events.rows())
    assert types.value == ""
    table = events.page.list.table
    assert table.rows_model.rows[table.currentIndex().row()].key == saved


def test_a_type_that_no_event_has_is_not_told_as_words_that_none_has(events: Driver) -> None:
    lists = events.page.list
    lists.types.choose(next(key for key in events.page.forms.types if key not in {e.type for e in events.case.events}))
    assert lists.empty.isVisible()
    assert "words" not in lists.empty_words.text()


def test_the_account_stands_right_below_when_where_and_who(events: Driver) -> None:
    events.new("detention")
    order = list(events.desk.form.editors)
    assert order[:5] == ["date", "place", "people", "organizations", "account"]


class TestEmpty:
    """A case in which nothing is recorded."""

    @pytest.fixture
    def vault_kind(self) -> str:
        return "begun"

    def test_the_keyboard_stands_on_the_button_that_begins_an_event(self, qtbot: QtBot, frame: CaseFrame) -> None:
        frame.go("events")
        page = frame.page
        qtbot.waitUntil(page.list.table.isHidden)  # type: ignore[attr-defined]
        assert frame.window().focusWidget() is page.new_button  # type: ignore[attr-defined]


# --- dates ---


@pytest.mark.parametrize(
    ("said", "edtf"),
    [("spring 2019", "2019-21"), ("about May 2020", "2020-05~"), ("2019年5月初", "2019-05~"), ("去年冬天", None)],
)
def test_a_date_is_read_back_below_its_field(events: Driver, said: str, edtf: str | None) -> None:
    events.new("protest")
    date = events.editor("date")
    events.say(date, said)
    if edtf is None:  # told without a day of telling that settles it: whatever is read, it is said
        assert date.told
        return
    assert date.told.startswith("Read as: ")
    assert date.value() == edtf


def test_a_date_that_may_be_two_offers_both_and_is_not_saved_before_one_is_chosen(events: Driver) -> None:
    events.new("protest")
    date = events.editor("date")
    assert isinstance(date, DateEditor)
    events.say(date, "3/4/2021")
    offered = [button for button in date.choices.findChildren(KeyButton) if not button.isHidden()]
    assert sorted(button.text() for button in offered) == sorted(map(date_words, ("2021-04-03", "2021-03-04")))
    events.press(Qt.Key.Key_S, CTRL)
    assert events.page.event_desk is not None
    assert "more than one way" in date.told
    april = next(button for button in offered if button.text() == date_words("2021-04-03"))
    events.bot.mouseClick(april, Qt.MouseButton.LeftButton)
    events.save()
    assert events.case.events[-1].date == "2021-04-03"


def test_a_date_that_is_not_understood_is_said_and_kept_as_it_was_typed(events: Driver) -> None:
    events.new("protest")
    events.say(events.editor("date"), "when the plums were ripe")
    events.press(Qt.Key.Key_S, CTRL)
    assert events.editor("date").told.startswith("Not understood")
    events.settled()
    assert "when the plums were ripe" in events.drafts()["events:new"]
    assert len(events.case.events) == 35


def test_last_winter_counts_from_the_day_on_which_the_source_told_it(events: Driver) -> None:
    events.open("e15")
    events.editor("date").line.selectAll()  # type: ignore[attr-defined]
    events.say(events.editor("date"), "yesterday")
    assert events.editor("date").value() == "2021-07-01"


# --- people who are not on record yet ---


def test_someone_new_is_recorded_with_the_event_in_one_change(events: Driver) -> None:
    events.new("family-threat")
    rows = events.journal()
    events.say(events.editor("fields.relative_threatened"), "沈小梅")
    picker = events.editor("fields.relative_threatened")
    assert isinstance(picker, PickEditor)
    assert picker.offered == ["Someone new: “沈小梅”"]
    events.bot.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.told.startswith("New")
    events.say(events.editor("fields.told_by"), "沈小梅")
    events.bot.keyClick(line_of(events.editor("fields.told_by")), Qt.Key.Key_Return)
    events.say(events.editor("place"), "Quiet Ferry")
    events.bot.keyClick(line_of(events.editor("place")), Qt.Key.Key_Return)
    events.save()
    saved, person, place = events.case.events[-1], events.case.people[-1], events.case.places[-1]
    assert person.names[0].text == "沈小梅"
    assert saved.fields == {"relative_threatened": person.id, "told_by": person.id}
    assert (saved.place, place.names[0].text) == (place.id, "Quiet Ferry")
    assert events.journal() == rows + 1


def test_a_name_that_was_typed_and_not_chosen_is_not_lost_and_not_guessed(events: Driver) -> None:
    events.new("protest")
    events.say(events.editor("place"), "Nowhere at all")
    events.editor("date").setFocus()
    assert "Choose from the list" in events.editor("place").told
    events.press(Qt.Key.Key_S, CTRL)
    assert events.page.event_desk is not None
    assert len(events.case.places) == 23


def test_escape_closes_the_list_of_a_picker_and_not_the_form(events: Driver) -> None:
    events.new("protest")
    events.say(events.editor("place"), "Hong")
    events.press(Qt.Key.Key_Escape)
    assert not events.editor("place").listing  # type: ignore[attr-defined]
    assert events.page.event_desk is not None
    assert QApplication.activeModalWidget() is None


# --- what exports show, and days ---


def test_a_field_says_what_an_export_shows_instead(events: Driver) -> None:
    events.open("e15")
    assert events.editor("fields.relative_threatened").told.startswith("In exports (counsel): ")
    assert "Guoliang" not in events.editor("fields.relative_threatened").told
    assert events.editor("fields.safe_contact").told == "Never exported unless chosen"


def test_the_days_by_the_dates_stand_beside_the_days_that_were_told(events: Driver) -> None:
    events.open("e5")
    days = events.editor("fields.claimed_days")
    assert days.value() == 30
    assert "31 days" in days.told
    line_of(events.editor("date")).selectAll()
    events.say(events.editor("date"), "2 May 2019 to 4 May 2019")
    assert "3 days" in days.told
    line_of(events.editor("date")).selectAll()
    events.say(events.editor("date"), "2 May 2019 to 2 May 2019")
    assert days.told == "By the dates: 1 day"


# --- faults, leaving, drafts ---


def test_a_fault_that_the_rules_find_is_shown_at_its_field(events: Driver) -> None:
    events.new("protest")
    events.say(events.editor("lang"), "no language tag")
    events.press(Qt.Key.Key_S, CTRL)
    events.bot.waitUntil(lambda: bool(events.editor("lang").told))
    assert events.desk.isEnabled()
    assert events.desk.notice.isVisible()
    assert "no language tag" not in events.editor("lang").told
    assert len(events.case.events) == 35


def test_what_is_typed_is_in_the_vault_within_a_second_and_comes_back_after_a_kill(
    events: Driver, qtbot: QtBot, look: Look, tasks: Tasks
) -> None:
    events.open("e5")
    events.say(events.editor("fields.charge"), "第二天才说 ")
    events.say(events.editor("people").editors[0].part("person"), "xx")  # type: ignore[attr-defined]
    events.pick(events.editor("fields.place_of_arrest"), "柳树沟")
    qtbot.waitUntil(lambda: "柳树沟" in events.drafts().get("events:e5", ""), timeout=1500)
    before = to_plain(events.event("e5"))

    again = CaseFrame(look, tasks, Desk(tasks, events.frame.desk.case_id, events.case, {}))
    qtbot.addWidget(again)
    again.resize(1366, 768)
    again.show()
    second = Driver(qtbot, again)
    row = next(row for row in second.page.list.table.rows_model.rows if row.key == "e5")
    assert row.cells[2].text == "not saved yet"
    second.open("e5")
    assert second.editor("fields.charge").area.toPlainText().startswith("第二天才说")  # type: ignore[attr-defined]
    assert "xx" in line_of(second.editor("people").editors[0].part("person")).text()  # type: ignore[attr-defined]
    assert second.editor("fields.place_of_arrest").value() == New("places", "柳树沟")
    assert second.desk.notice.isVisible()
    assert to_plain(second.event("e5")) == before, "nothing is recorded until it is saved"


def test_a_new_event_left_half_filled_is_offered_in_the_list_and_ends_when_saved(events: Driver) -> None:
    events.new("protest")
    events.say(events.editor("fields.name"), "a march at night")
    events.frame.flush()
    events.page.refresh()
    events.press(Qt.Key.Key_Escape)
    panel = events.panel()
    events.bot.keyClick(panel, Qt.Key.Key_Return)
    events.bot.waitUntil(lambda: "events:new" in events.rows())
    events.open("events:new")
    assert events.editor("fields.name").value() == "a march at night"
    events.save()
    assert events.case.events[-1].fields == {"name": "a march at night"}
    assert not events.drafts()
    assert "events:new" not in events.rows()


def test_a_second_new_event_does_not_overwrite_the_first_that_was_not_saved(events: Driver) -> None:
    for words in ("the first", "the second"):  # so quickly that the list does not know of the first yet
        events.page.begin("protest")
        events.desk.form.finish()
        commit(events.editor("fields.name").area, words)  # type: ignore[attr-defined]
        events.page.flush()
        events.page._left("")
    assert len([place for place in events.drafts() if place.startswith("events:new")]) == 2


def test_leaving_asks_only_where_something_was_typed_and_can_throw_it_away(events: Driver) -> None:
    events.open("e5")
    events.press(Qt.Key.Key_Escape)
    assert events.page.event_desk is None
    events.open("e5")
    events.say(events.editor("fields.charge"), "not this")
    events.press(Qt.Key.Key_Escape)
    panel = events.panel()
    throw = next(button for button in panel.findChildren(KeyButton) if button.text() == "Throw it away")
    events.bot.mouseClick(throw, Qt.MouseButton.LeftButton)
    events.bot.waitUntil(lambda: events.page.event_desk is None)
    assert not events.drafts()


# --- removing and undoing ---


def test_an_event_to_which_others_refer_stays_and_they_are_named(events: Driver) -> None:
    events.open("e5")
    events.bot.mouseClick(events.desk.remove_button, Qt.MouseButton.LeftButton)
    events.bot.waitUntil(events.desk.notice.isVisible)
    assert "Hong Kong" in events.desk.notice.body.text()
    assert QApplication.activeModalWidget() is None


def test_an_event_is_removed_after_asking_and_ctrl_z_brings_it_back(events: Driver) -> None:
    before = events.case
    events.open("e35")
    events.desk.remove_button.setFocus()
    events.bot.keyClick(events.desk.remove_button, Qt.Key.Key_Space)
    panel = events.panel()
    panel.go.setFocus()
    events.bot.keyClick(panel.go, Qt.Key.Key_Space)
    events.bot.waitUntil(lambda: len(events.case.events) == 34)
    events.settled()
    events.page.list.table.setFocus()
    events.press(Qt.Key.Key_Z, CTRL)
    events.bot.waitUntil(lambda: len(events.case.events) == 35)
    assert events.case == before


# --- room ---


@pytest.mark.parametrize(("width", "factor"), [(1024, 1.0), (1366, 2.0)])
def test_nothing_is_cut_sideways_in_a_narrow_window_or_at_large_text(
    events: Driver, look: Look, width: int, factor: float
) -> None:
    look.set(dark=False, factor=factor)
    events.frame.resize(width, 768)
    for event_id in ("e5", "e9"):
        events.open(event_id)
        form = events.desk.form
        events.bot.waitUntil(lambda form=form: form.inner.width() == form.viewport().width())
        assert form.inner.minimumSizeHint().width() <= form.viewport().width()
        assert events.frame.width() == width
        where, when = (form.editors[path].parentWidget().x() for path in ("place", "date"))
        assert where == when, "two columns where there is room for one"
        events.press(Qt.Key.Key_Escape)


def test_every_type_of_the_forms_has_a_key_in_the_list_of_types(events: Driver) -> None:
    events.press(Qt.Key.Key_E, CTRL)
    from ui.pages.event_new import NewEvent

    panel = events.panel(NewEvent)
    shown = {button.text() for button in panel.choices}
    assert shown == {kind.label for kind in session.forms().types.values()}
    assert all(not button.shortcut().isEmpty() for button in panel.choices)
    events.bot.keyClick(panel, Qt.Key.Key_Escape)
