"""Every record type can be filled in by hand, and what is on record is never changed by looking at it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.case import Event
from app.domain.forms import Field
from app.domain.plain import to_plain
from app.services import session
from app.services.values import CaseStore
from tests.ui.event_driver import Driver
from ui.case_frame import CaseFrame
from ui.pages.event_fields import KINDS
from ui.pages.event_form import EventForm

#: What each kind of field is filled with, in the scripts that a witness may write.
VALUES: dict[str, Any] = {
    "text": "没有出示证件",
    "narrative": "ئۇلار كېچىدە كەلدى.\nThey came at night.",
    "quotation": "ཁོ་ཚོས་ང་ཁྲིད་སོང་། “Come with us.”",
    "number": 31,
    "date": "2019-21",
    "identifier": "E30591274",
    "contact": "+86 137 0000 0007",
    "person": "p2",
    "place": "l3",
    "places": ["l9", "l3"],
    "organization": "o1",
    "money": {"amount": 380000, "currency": "CNY", "on": "2018~"},
    "legs": [
        {"from": "l8", "to": "l3", "date": "2019-08-03", "border": "罗湖", "mode": "train", "helped_by": "a driver"},
        {"from": "l3", "to": "l2"},
    ],
}


def value_for(each: Field) -> Any:
    if each.key == "quote_lang":
        return "bo"
    return each.choices[-1] if each.kind == "choice" else "declined" if each.kind == "yesno" else VALUES[each.kind]


@pytest.fixture
def events(qtbot: QtBot, frame: CaseFrame) -> Driver:
    return Driver(qtbot, frame)


@pytest.mark.parametrize("type_key", session.forms().types)
def test_every_field_of_a_type_is_filled_in_saved_and_found_again(events: Driver, type_key: str) -> None:
    events.new(type_key)
    form = events.desk.form
    events.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    expected: dict[str, Any] = {}
    for each in session.forms().fields_of(type_key):
        expected[each.key] = value_for(each)
        events.fill(form.editors[f"fields.{each.key}"], each, expected[each.key])
    events.save()
    saved = events.case.events[-1]
    plain = to_plain(saved)
    for key in {*expected, *plain["fields"]}:
        assert plain["fields"].get(key) == expected.get(key), key
    assert plain == {"id": saved.id, "type": type_key, "fields": expected}

    rows = events.journal()
    events.open(saved.id)
    for each in session.forms().fields_of(type_key):
        assert events.desk.form._held(f"fields.{each.key}") == expected[each.key]
    assert events.desk.form.value() == plain
    events.save()
    assert to_plain(events.event(saved.id)) == plain
    assert events.journal() == rows, "saving what nobody changed left a trace"


def test_the_kinds_of_fields_that_a_form_can_state_all_have_an_editor() -> None:
    from app.domain.vocabulary import FIELD_KINDS

    assert set(KINDS) == set(FIELD_KINDS)


def test_the_common_parts_are_filled_in_and_found_again(events: Driver) -> None:
    events.new("legal-step")
    events.say(events.editor("date"), "about May 2020")
    events.pick(events.editor("place"), "香港")
    for person, part in (("p2", "victim"), ("p1", "witness")):
        row = events.add_row(events.editor("people"))
        events.pick(row.part("person"), events.name_of(person))
        events.answer(row.part("as"), part)
    row = events.add_row(events.editor("organizations"))
    events.pick(row.part("organization"), events.name_of("o6"))
    events.answer(row.part("as"), "authority")
    events.say(events.editor("account"), "我没有签字。\n\nI did not sign.")
    events.pick(events.editor("lang"), "zh-Hans")
    events.answer(events.editor("certainty"), "disputed")
    for who, kind in (("Shen Guoliang", "relative"), ("Red notice, extract", "document"), ("Associated Press", "press")):
        row = events.add_row(events.editor("sources"))
        events.answer(row.part("kind"), kind)
        events.pick(row.part("who"), who)
        events.say(row.part("said_on"), "2 May 2019")
    events.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    events.pick(events.add_row(events.editor("caused_by")), "house and yard")
    events.save()
    saved = to_plain(events.case.events[-1])
    assert saved == {
        "id": saved["id"],
        "type": "legal-step",
        "date": "2020-05~",
        "place": "l3",
        "people": [{"person": "p2", "as": "victim"}, {"person": "p1", "as": "witness"}],
        "organizations": [{"organization": "o6", "as": "authority"}],
        "account": "我没有签字。\n\nI did not sign.",
        "lang": "zh-Hans",
        "sources": [
            {"kind": "relative", "person": "p2", "said_on": "2019-05-02"},
            {"kind": "document", "document": "d1", "said_on": "2019-05-02"},
            {"kind": "press", "organization": "o11", "said_on": "2019-05-02"},
        ],
        "certainty": "disputed",
        "caused_by": ["e1"],
    }


def test_no_event_of_the_sample_is_changed_by_its_form(events: Driver) -> None:
    events.open("e1")
    ground, before, rows = events.desk._ground, events.case, events.journal()
    for event in before.events:
        form = EventForm(ground, session.forms(), event.type)
        events.bot.addWidget(form)
        form.load(to_plain(event))
        form.finish()
        assert form.more is not None
        form.more.open()
        assert form.value() == to_plain(event)
        for editor in form.editors.values():  # as if each had been touched, and left as it was
            editor.touched = True
        assert form.value() == to_plain(event), event.id
    for editor in events.desk.form.editors.values():
        editor.touched = True
    events.save()
    assert events.case == before
    assert events.journal() == rows, "saving what nobody changed left a trace"


STRANGE = Event(
    "e900",
    "legal-step",
    fields={"what": "one\u00a0line\r\nand another", "result": "x" * 5000, "body": "  ", "next_date": "2021-XX"},
    account="a\u2028b\r\nc",
    lang="x-private",
)


def test_what_no_field_could_hold_as_it_is_stays_as_it_was_when_another_field_changes(events: Driver) -> None:
    desk = events.frame.desk

    def put(store: CaseStore) -> Any:
        from app.services import work

        return work.save(store, "events", STRANGE)

    desk.run(events.page, put)
    events.bot.waitUntil(lambda: "e900" in events.rows())
    events.open("e900")
    events.answer(events.editor("certainty"), "likely")
    events.save()
    assert to_plain(events.event("e900")) == {**to_plain(STRANGE), "certainty": "likely"}


def test_a_row_is_moved_and_removed_by_keys(events: Driver) -> None:
    events.open("e5")
    editor = events.editor("sources")
    first = editor.editors[0].part("who").line  # type: ignore[attr-defined]
    first.setFocus()
    events.bot.keyClick(first, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    people = events.editor("people")
    take = people.lines[1].take  # type: ignore[attr-defined]
    take.setFocus()
    events.bot.keyClick(take, Qt.Key.Key_Space)
    events.save()
    saved = events.event("e5")
    assert [source.person for source in saved.sources] == ["p3", "p1"]
    assert [part.person for part in saved.people] == ["p1"]


def test_emptying_a_field_leaves_it_out(events: Driver) -> None:
    events.open("e5")
    events.editor("fields.charge").area.selectAll()  # type: ignore[attr-defined]
    events.bot.keyClick(events.editor("fields.charge").area, Qt.Key.Key_Delete)  # type: ignore[attr-defined]
    events.answer(events.editor("fields.warrant_shown"), "")
    events.editor("place").line.selectAll()  # type: ignore[attr-defined]
    events.bot.keyClick(events.editor("place").line, Qt.Key.Key_Delete)  # type: ignore[attr-defined]
    events.save()
    saved = events.event("e5")
    assert saved.place is None
    assert not {"charge", "warrant_shown"} & set(saved.fields)
