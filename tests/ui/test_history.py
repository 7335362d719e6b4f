"""The history in words: what was saved, every earlier wording field by field, and undoing from there."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain import case as domain
from app.domain.case import ENTRY_KINDS, CaseInfo, Contact, Event, Name, Organization, Person, PersonPart, Place, Risk, Source
from app.domain.plain import to_plain
from app.services.history import HistoryRow, Touched
from app.services.session import forms
from tests.ui.testimony_driver import PERSON, put, said
from tests.ui.watchdog import Watchdog
from ui.desk import Desk
from ui.page import Around
from ui.pages import history as page_module
from ui.pages.field_labels import label
from ui.pages.history import HistoryPage
from ui.pages.version_words import Told, version_lines
from ui.widgets.dialogs import Panel


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def page(qtbot: QtBot, around: Around) -> HistoryPage:
    made = HistoryPage(around)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    made.activateWindow()
    settled(qtbot, around.desk)
    return made


def settled(qtbot: QtBot, desk: Desk) -> None:
    for _ in range(3):
        done: list[object] = []
        desk.tasks.query(desk, lambda _vault: None, done.append)
        qtbot.waitUntil(lambda done=done: bool(done))


def save(qtbot: QtBot, page: HistoryPage, *entries: tuple[str, object]) -> None:
    put(qtbot, page.desk, *entries)
    settled(qtbot, page.desk)


def rows(page: HistoryPage) -> list[tuple[str, str]]:
    return [(row.cells[1].strong, row.cells[1].text) for row in page.table.rows_model.rows]


def detail(qtbot: QtBot, page: HistoryPage, seq: int) -> list[str]:
    page.table.choose(str(seq))
    settled(qtbot, page.desk)
    column = page.detail.column
    widgets = [column.itemAt(index).widget() for index in range(column.count())]
    return [widget.text().replace("\u00a0", " ") for widget in widgets if isinstance(widget, QLabel)]


BROTHER = Person(
    "p2", (Name("Han Kelin", "legal", "zh-Latn"),), ("relative",), lives_in="l1",
    contacts=(Contact("phone", "555"),), at_risk=(Risk("o1", "they asked for him", "2020-05"),),
)  # fmt: skip
AROUND = (
    ("people", PERSON),
    ("places", Place("l1", (Name("Reed Village"),), "village")),
    ("organizations", Organization("o1", (Name("County Police"),), "police")),
)


def test_each_change_is_a_row_in_plain_words(qtbot: QtBot, page: HistoryPage) -> None:
    assert rows(page) == [("Case begun", "")]
    save(qtbot, page, *AROUND)
    save(qtbot, page, ("people", BROTHER))
    page.desk.remove(page, "people", "p2")
    settled(qtbot, page.desk)
    assert [what for what, _ in rows(page)] == ["Removed", "Saved", "Saved", "Case begun"]
    assert rows(page)[2][1] == "person Han Keyu, place Reed Village, organisation County Police"
    assert "person, no longer on record" in detail(qtbot, page, 3)


def test_an_earlier_wording_is_told_field_by_field_with_the_words_of_the_forms(qtbot: QtBot, page: HistoryPage) -> None:
    save(qtbot, page, *AROUND)
    save(qtbot, page, ("people", BROTHER))
    save(qtbot, page, ("people", replace(BROTHER, lives_in=None, occupation="driver")))
    save(qtbot, page, ("people", replace(BROTHER, lives_in=None, occupation="farmer")))
    assert "Occupation: farmer (before: driver)" in detail(qtbot, page, 5)
    shown = detail(qtbot, page, 4)
    assert "Occupation: driver" in shown
    assert "Lives in: taken out" in shown
    assert "Name: Han Kelin; Kind legal name; Language Chinese in pinyin" in shown
    assert "Lives in: Reed Village" in shown
    assert "Contact: Kind telephone; 555" in shown
    assert "At risk: from County Police; because they asked for him; since May 2020" in shown
    assert "Roles: relative" in shown
    assert not any(re.search(r"\b[plo][12]\b", line) for line in shown)
    first = shown.index("Occupation: driver")
    assert all("Roles" not in line for line in shown[: first + 2]), "what did not change is not told again"


def test_an_event_is_told_with_the_labels_of_its_form(qtbot: QtBot, page: HistoryPage) -> None:
    save(qtbot, page, *AROUND)
    form = forms().types["detention"]
    field = next(each for each in form.fields if each.kind == "yesno")
    event = Event(
        "e1", "detention", "2020-05~", "l1", (PersonPart("p1", "victim"),), fields={field.key: "declined"},
        sources=(Source("agency", organization="o1", said_on="2021-07-02"),), certainty="likely",
    )  # fmt: skip
    save(qtbot, page, ("events", event))
    shown = detail(qtbot, page, 3)
    assert f"{field.label}: did not wish to say" in shown
    assert "Date: about May 2020" in shown
    assert "Person: Han Keyu; as victim" in shown
    assert "Source: Kind an agency; Organisation County Police; said on 2 July 2021" in shown


def test_of_a_testimony_only_the_paragraphs_that_changed_are_told(qtbot: QtBot, page: HistoryPage) -> None:
    save(qtbot, page, ("people", PERSON), ("testimonies", said("One.\n\nTwo.\n\nThree.")))
    save(qtbot, page, ("testimonies", said("One.\n\nTwo and a half.\n\nThree.")))
    shown = detail(qtbot, page, 3)
    at = shown.index("Two and a half.")
    assert shown[at - 1] == "Paragraph 2"
    assert shown[at + 1 : at + 3] == ["Paragraph 2, before", "Two."]
    assert not {"One.", "Two.", "Three."} & set(shown[:at])
    assert "Three." not in shown[at : shown.index("One.")]
    save(qtbot, page, ("testimonies", said("New.\n\nOne.\n\nTwo and a half.\n\nThree.")))
    shown = detail(qtbot, page, 4)
    assert shown[shown.index("New.") + 1] not in ("Paragraph 2", "One."), "what only moved down did not change"


def test_a_long_wording_is_shown_in_two_steps(qtbot: QtBot, page: HistoryPage, watchdog: Watchdog) -> None:
    text = "\n\n".join(f"{number}. " + "They asked again. " * 33 for number in range(200))
    save(qtbot, page, ("people", PERSON), ("testimonies", said(text)))
    page.table.choose("1")
    settled(qtbot, page.desk)
    watchdog.reset()
    shown = detail(qtbot, page, 2)
    QApplication.processEvents()
    assert watchdog.longest < 0.1
    assert len(shown) < 150
    (more,) = [button for button in page.detail.findChildren(page_module.KeyButton) if button.isVisibleTo(page)]
    more.click()
    (rest,) = page.detail.findChildren(page_module.TextArea)
    assert "199. They asked again." in rest.toPlainText()


def test_no_raw_key_of_any_entry_is_left_without_a_label() -> None:
    classes = [CaseInfo, *ENTRY_KINDS.values()]
    inner = [
        getattr(domain, name)
        for name in (
            "Name Contact Identifier Relation Risk Disclose PersonPart OrganizationPart Source Pause Interview Translation"
            " ReadParagraph Readback Amendment Engagement Hold Retention"
        ).split()
    ]
    kinds = {domain.Interview: "interview"}
    for made in (*classes, *inner):
        for held in fields(made):
            key = held.metadata.get("key", held.name)
            if key in ("id", "fields"):
                continue
            words = label(kinds.get(made, "of"), key)
            assert words != key or "_" not in key, (made.__name__, key)
            assert "_" not in words


def test_a_wording_that_did_not_change_has_nothing_to_tell() -> None:
    plain = to_plain(BROTHER)
    assert list(version_lines(plain, plain, Told("people", {}))) == []


# --- undoing ---


def undo(qtbot: QtBot, page: HistoryPage, seq: int) -> None:
    page.table.choose(str(seq))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Panel))
    panel: Any = QApplication.activeModalWidget()
    with qtbot.waitSignal(panel.accepted):
        panel.go.click()
    settled(qtbot, page.desk)


def test_a_change_is_undone_after_a_question_as_a_row_of_its_own(qtbot: QtBot, page: HistoryPage) -> None:
    save(qtbot, page, ("people", PERSON))
    save(qtbot, page, ("people", replace(PERSON, occupation="farmer")))
    undo(qtbot, page, 3)
    assert page.desk.case.people == (PERSON,)
    assert rows(page)[0] == ("Undone", "person Han Keyu")


def test_what_was_changed_since_is_not_undone_and_that_is_said(qtbot: QtBot, page: HistoryPage) -> None:
    save(qtbot, page, ("people", PERSON))
    save(qtbot, page, ("people", replace(PERSON, occupation="farmer")))
    undo(qtbot, page, 2)
    assert page.notice.isVisible()
    assert page.desk.case.people[0].occupation == "farmer"


def test_the_beginning_of_a_case_cannot_be_undone(qtbot: QtBot, page: HistoryPage) -> None:
    page.table.choose("1")
    assert not page.undo_button.isEnabled()


def test_erased_words_are_said_to_be_erased(qtbot: QtBot, page: HistoryPage) -> None:
    save(qtbot, page, ("people", PERSON))
    save(qtbot, page, ("people", replace(PERSON, occupation="zinc miner")))
    save(qtbot, page, ("people", replace(PERSON, occupation="farmer")))
    case_id = page.desk.case_id
    page.desk.tasks.command(page, lambda vault: vault.store(case_id).erase(3, "asked for by the witness"))
    page.refresh()
    settled(qtbot, page.desk)
    assert rows(page)[0][0] == "Words erased from row 3"
    assert "asked for by the witness" in detail(qtbot, page, 5)
    shown = detail(qtbot, page, 3)
    assert any("were erased" in line for line in shown)
    assert not any("zinc" in line for line in shown + detail(qtbot, page, 4))


# --- finding ---


def test_rows_are_found_by_what_who_and_when(qtbot: QtBot, page: HistoryPage) -> None:
    save(qtbot, page, ("people", PERSON))
    save(qtbot, page, *AROUND[1:])
    page.find_field.setFocus()
    for text, found in (("keyu", 1), ("reed county", 1), ("ann advocate", 3), ("today saved", 2), ("nobody", 0), ("", 3)):
        page.find_field.clear()
        QTest.keyClicks(page.find_field, text)
        assert len(rows(page)) == found, text


def test_the_chosen_row_stays_chosen_while_it_is_among_those_found(qtbot: QtBot, page: HistoryPage) -> None:
    save(qtbot, page, ("people", PERSON))
    save(qtbot, page, *AROUND[1:])
    page.table.choose("2")
    page.find_field.setText("saved")
    assert page.table.key == "2"


def test_five_thousand_rows_stay_quick(
    qtbot: QtBot, page: HistoryPage, watchdog: Watchdog, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple(
        HistoryRow(seq, "2021-07-02T10:00:00Z", "Ann Advocate", "put", (Touched("people", f"p{seq}", f"Han {seq}"),), 1)
        for seq in range(5000, 0, -1)
    )
    monkeypatch.setattr(page_module.history, "rows", lambda _store: many)
    watchdog.reset()
    page.refresh()
    qtbot.waitUntil(lambda: len(rows(page)) == 5000)
    assert watchdog.longest < 0.1
    watchdog.reset()
    for key in "han 4321":
        QTest.keyClicks(page.find_field, key)
        qtbot.wait(6)
    assert rows(page) == [("Saved", "person Han 4321")]
    assert watchdog.longest < 0.1


def test_what_left_the_vault_and_what_was_decided_is_told_with_its_terms() -> None:
    given = HistoryRow(
        3,
        "2021-07-12T09:00:00.000Z",
        "Ann",
        "disclosure",
        details=(("profile", "counsel"), ("recipient", "D. Alvarez"), ("pages", "17"), ("sha256", "ab" * 32)),
    )
    assert page_module.what_words(given) == ("PDF given out", "Counsel · D. Alvarez")
    assert page_module.detail_lines(given) == ["For: Counsel", "Recipient: D. Alvarez", "Pages: 17", f"SHA-256: {'ab' * 32}"]
    decided = replace(
        given,
        what="decided",
        details=(("decision", "Old He\tHe Shuisheng"), ("decision", "{0}\tmask"), ("decision", "Hope\tsafe")),
    )
    assert page_module.what_words(decided)[1] == "“Old He”, “{0}”, “Hope”"
    assert page_module.detail_lines(decided) == ["“Old He”: He Shuisheng", "“{0}”: masked", "“Hope”: safe to show"]
