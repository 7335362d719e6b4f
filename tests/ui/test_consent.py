"""Consent: granted, refused, taken back and asked again by mouse and by keyboard alone; nothing that was begun is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.case import Consent, Event, Hold, Name, Person
from app.services import consenting, history
from ui.desk import Desk
from ui.page import Around
from ui.pages.consent import ConsentPage
from ui.pages.consent_grant import GrantPanel
from ui.pages.consent_withdraw import WithdrawPanel

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
#: Every key that a consent may hold.
FULL = Consent(
    "c9",
    "p1",
    "press",
    "press",
    "pseudonym",
    "2021-07-02~",
    method="oral",
    language="ti",
    explained=False,
    note="Line\nline",
    given_by="p2",
    assent="declined",
    scope=("e2", "e1"),
    basis="her own",
    interpreter="p3",
    risks="his brother",
    understanding="讲事情，不要讲是谁。",
    doubts="in detention",
    ask_again_on="2021-10",
    told_limits="unknown",
    expires="2022",
    withdrawn_on="2021-08-01",
    recall_tried="no",
    withdrawal_note="none",
)


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def filled(qtbot: QtBot, desk: Desk) -> Desk:
    put(
        qtbot,
        desk,
        ("people", Person("p1", (Name("Tan Weimin"),), roles=("witness",))),
        ("people", Person("p2", (Name("Tan Weijun"),), roles=("relative",))),
        ("people", Person("p3", (Name("Lu Anran"),), roles=("interpreter",))),
        ("events", Event("e1", "detention", "2019-05")),
        ("events", Event("e2", "flight", "2020")),
    )
    return desk


@pytest.fixture
def page(qtbot: QtBot, filled: Desk, around: Around) -> ConsentPage:
    made = ConsentPage(around)
    made.setObjectName("desk")
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    made.activateWindow()
    made.matrix.setFocus()
    qtbot.waitUntil(made.matrix.hasFocus)
    return made


def put(qtbot: QtBot, desk: Desk, *entries: tuple[str, object]) -> None:
    before = desk.case
    desk.save(desk, entries)
    qtbot.waitUntil(lambda: desk.case is not before)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """A key to whatever has the keyboard."""
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, key, modifier)


def type_in(text: str) -> None:
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClicks(held, text)


def tab_to(name: str) -> QWidget:
    """Tab on until a widget of that accessible name has the keyboard."""
    for _ in range(80):
        held = QApplication.focusWidget()
        if held is not None and held.accessibleName() == name:
            return held
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never reached {name}")


def opened(qtbot: QtBot, page: ConsentPage) -> GrantPanel | WithdrawPanel:
    qtbot.waitUntil(lambda: page.panel is not None and page.panel.isVisible())
    panel = page.panel
    assert isinstance(panel, GrantPanel | WithdrawPanel)
    panel.activateWindow()
    qtbot.waitUntil(lambda: panel.isActiveWindow() and panel.focusWidget() is not None)
    return panel


def closed(qtbot: QtBot, page: ConsentPage) -> None:
    qtbot.waitUntil(lambda: page.panel is None)
    page.activateWindow()
    qtbot.waitUntil(page.matrix.hasFocus)


def at(page: ConsentPage, purpose: str, recipient: str) -> consenting.Answer:
    return consenting.answer(page.desk.case, page.person, purpose, recipient, date.today())


def go_to(page: ConsentPage, purpose: str, column: int) -> None:
    page.matrix.choose(consenting.ROWS.index(purpose), column)


def choose(panel: GrantPanel, key: str, value: object) -> None:
    panel.editors[key].restore(value)
    panel.editors[key].edited.emit()


def test_counsels_copy_opens_with_a_grant_recorded_by_keyboard_alone(qtbot: QtBot, page: ConsentPage) -> None:
    qtbot.waitUntil(lambda: "counsel consent is missing" in page.gates_note.text())
    press(Key.Key_Return)
    panel = opened(qtbot, page)
    assert panel.editors["identity"].value() is None, "no answer stands before somebody gives one"
    assert panel.area.verticalScrollBar().value() == 0, "it opens at its top"
    assert panel._area.verticalScrollBar().value() == 0
    told = panel.editors["identity"].told
    assert "Counsel only: " in told
    assert "In numbers only: " in told
    press(Key.Key_Right)
    press(Key.Key_Space)
    tab_to("When")
    press(Key.Key_A, Ctrl)
    type_in("2 July 2021")
    tab_to("In their own words")
    type_in("You may tell it, not who.")
    press(Key.Key_Return, Ctrl)
    closed(qtbot, page)
    held = at(page, "legal-representation", "counsel").consent
    assert held is not None
    assert (held.identity, held.given_on, held.understanding) == ("counsel-only", "2021-07-02", "You may tell it, not who.")
    qtbot.waitUntil(lambda: "for counsel: may go out" in page.gates_note.text())
    assert next(g for g in consenting.gates(page.desk.case, date.today()) if g.profile == "counsel").open
    assert page.matrix.hasFocus()
    assert "“You may tell it, not who.”" in [f"“{line}”" for line in page.detail.lines]


def test_the_arrows_reach_every_recipient_and_each_cell_is_read_out(qtbot: QtBot, page: ConsentPage) -> None:
    seen = []
    for _ in consenting.COLUMNS:
        seen.append(page.matrix.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
        press(Key.Key_Right)
    assert seen[0] == "Legal representation, Counsel: not asked"
    assert page.matrix.place[1] == len(consenting.COLUMNS) - 1
    for _ in consenting.COLUMNS:
        press(Key.Key_Left)
    assert page.matrix.place[1] == 0
    press(Key.Key_Down)
    assert page.matrix.place[0] == 1
    press(Key.Key_Up)
    assert page.matrix.place[0] == 0
    assert "does not apply" in page.matrix.model_.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole)


def test_several_answers_are_one_change_with_one_row_of_the_history(qtbot: QtBot, page: ConsentPage) -> None:
    press(Key.Key_G, Ctrl)
    panel = opened(qtbot, page)
    assert isinstance(panel, GrantPanel)
    for purpose in ("advocacy", "press", "audio"):
        panel.editors["purposes"].ticks[purpose].click()  # type: ignore[attr-defined]
    for recipient in ("ngo", "un", "press"):
        panel.editors["recipients"].ticks[recipient].click()  # type: ignore[attr-defined]
    assert "Answers 4" in panel.editors["recipients"].told
    choose(panel, "identity", "none")
    rows: list[history.HistoryRow] = []
    panel.take_step()
    closed(qtbot, page)
    asked = {(c.purpose, c.recipient, c.identity) for c in page.desk.case.consents}
    assert asked == {
        (p, r, "none") for p, r in (("advocacy", "ngo"), ("advocacy", "un"), ("press", "press"), ("audio", "counsel"))
    }
    page.tasks.query(page, lambda vault: history.rows(vault.store(page.desk.case_id)), rows.extend)
    qtbot.waitUntil(lambda: bool(rows))
    assert len(rows[0].touched) == 4
    assert "sound refused" in page.talk_note.text()
    assert page.grant_button.isEnabled(), "a refusal stops nothing"


def test_an_answer_needs_only_what_was_asked_the_answer_and_the_day(qtbot: QtBot, page: ConsentPage) -> None:
    press(Key.Key_G, Ctrl)
    panel = opened(qtbot, page)
    panel.take_step()
    assert panel.isVisible()
    assert "Choose what" in panel.editors["purposes"].told
    assert "refusal is one too" in panel.editors["identity"].told


def test_every_key_is_recordable_and_comes_back_equal(qtbot: QtBot, page: ConsentPage) -> None:
    put(qtbot, page.desk, ("consents", FULL))
    page.correct("c9")
    panel = opened(qtbot, page)
    assert isinstance(panel, GrantPanel)
    assert panel.value() == [FULL]
    for editor in panel.editors.values():
        editor.touched = True  # as if every field had been typed in anew
    assert panel.value() == [FULL]
    choose(panel, "understanding", "Tell it.")
    panel.take_step()
    closed(qtbot, page)
    assert page.desk.case.consents == (replace(FULL, understanding="Tell it."),)
    page.show_entry("c9")
    page.detail.version_buttons["c9"].click()
    qtbot.waitUntil(lambda: page.detail._boxes["c9"].count() > 2)


def test_a_child_consents_through_somebody_and_agrees(qtbot: QtBot, page: ConsentPage) -> None:
    page.ask()
    panel = opened(qtbot, page)
    assert isinstance(panel, GrantPanel)
    for key, value in (("identity", "counsel-only"), ("given_by", "p2"), ("assent", "yes")):
        choose(panel, key, value)
    panel.take_step()
    closed(qtbot, page)
    assert "Given by: Tan Weijun" in page.detail.lines
    assert "Child agreed: yes" in page.detail.lines


def test_what_was_typed_survives_and_is_offered_back(qtbot: QtBot, page: ConsentPage) -> None:
    press(Key.Key_Return)
    panel = opened(qtbot, page)
    assert isinstance(panel, GrantPanel)
    choose(panel, "doubts", "He looked at the guard before each answer.")
    press(Key.Key_Escape)
    closed(qtbot, page)
    assert "kept as you left it" in page.notice.head.text()
    press(Key.Key_G, Ctrl)
    again = opened(qtbot, page)
    assert isinstance(again, GrantPanel)
    assert again.editors["doubts"].value() == "He looked at the guard before each answer."
    assert again.pairs == (("legal-representation", "counsel"),)
    assert again.afresh is not None
    again.afresh.click()
    assert again.editors["doubts"].value() is None
    again.reject()
    closed(qtbot, page)
    press(Key.Key_Return)
    assert opened(qtbot, page).notice.isHidden()


def test_a_lock_keeps_what_is_being_typed(qtbot: QtBot, page: ConsentPage) -> None:
    page.ask()
    panel = opened(qtbot, page)
    assert isinstance(panel, GrantPanel)
    choose(panel, "risks", "his brother")
    page.flush()
    kept: list[str | None] = []
    page.desk.read_draft(page, "consents:new:p1", kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    assert kept[0] is not None
    assert "his brother" in kept[0]


def test_a_grant_is_taken_back_with_words_on_what_to_do_and_nothing_is_deleted(qtbot: QtBot, page: ConsentPage) -> None:
    held = replace(FULL, id="c1", withdrawn_on=None, recall_tried=None, withdrawal_note=None, scope=(), expires=None)
    put(qtbot, page.desk, ("consents", held))
    go_to(page, "press", 4)
    press(Key.Key_W, Ctrl)
    panel = opened(qtbot, page)
    assert isinstance(panel, WithdrawPanel)
    assert [one.recipient for one in panel.chosen] == ["press"]
    assert any("printed is beyond recall" in line for line in panel.said)
    tab_to("When")
    press(Key.Key_A, Ctrl)
    type_in("3 August 2021")
    press(Key.Key_Return)
    closed(qtbot, page)
    assert page.desk.case.consents == (replace(held, withdrawn_on="2021-08-03"),)
    assert page.matrix.currentIndex().data() == "Telling the press: withdrawn 3\u00a0August\u00a02021"
    assert not page.withdraw_button.isEnabled()
    press(Key.Key_Z, Ctrl)
    qtbot.waitUntil(lambda: page.desk.case.consents == (held,))


def test_all_of_it_takes_back_every_grant_in_one_change(qtbot: QtBot, page: ConsentPage) -> None:
    one = Consent("c1", "p1", "press", "press", "named", "2021-07-02")
    two = Consent("c2", "p1", "advocacy", "un", "pseudonym", "2021-07-02")
    put(qtbot, page.desk, ("consents", one), ("consents", two))
    page.withdraw_button.click()
    panel = opened(qtbot, page)
    assert isinstance(panel, WithdrawPanel)
    panel.all_button.click()
    panel.take_step()
    closed(qtbot, page)
    assert all(consent.withdrawn_on for consent in page.desk.case.consents)


@pytest.mark.parametrize(("change", "word"), [({"expires": "2021-08"}, "Expired"), ({"ask_again_on": "2021-08"}, "Ask again")])
def test_what_ran_out_is_said_and_asked_again(qtbot: QtBot, page: ConsentPage, change: dict[str, str], word: str) -> None:
    put(qtbot, page.desk, ("consents", replace(Consent("c1", "p1", "press", "press", "named", "2021-07-02"), **change)))
    go_to(page, "press", 4)
    assert any(word in line for line in page.detail.lines)
    assert page.detail.ask_button is not None
    page.detail.ask_button.click()
    panel = opened(qtbot, page)
    assert isinstance(panel, GrantPanel)
    choose(panel, "identity", "pseudonym")
    panel.take_step()
    closed(qtbot, page)
    assert at(page, "press", "press").state == consenting.GRANTED
    assert len(page.desk.case.consents) == 2


def test_a_person_without_any_consent_can_be_asked(qtbot: QtBot, page: ConsentPage) -> None:
    assert page.people.others is not None
    page.people.others.choose("p3")
    assert page.person == "p3"
    assert page.matrix.cell is not None
    assert page.matrix.cell.state == consenting.NOT_ASKED


def test_a_cell_is_chosen_and_opened_by_mouse(qtbot: QtBot, page: ConsentPage) -> None:
    box = page.matrix.visualRect(page.matrix.model_.index(1, 2))
    qtbot.mouseClick(page.matrix.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.matrix.place == (1, 1)
    assert page.detail.lines[0] == "Filing for asylum, to the court and the asylum authority"
    qtbot.mouseDClick(page.matrix.viewport(), Qt.MouseButton.LeftButton, pos=box.center() + QPoint(1, 1))
    panel = opened(qtbot, page)
    assert isinstance(panel, GrantPanel)
    assert panel.pairs == (("asylum-filing", "court"), ("asylum-filing", "asylum-authority"))


def test_in_a_narrow_window_fewer_recipients_show_and_none_is_lost(qtbot: QtBot, page: ConsentPage) -> None:
    put(qtbot, page.desk, ("consents", Consent("c1", "p1", "press", "press", "none", "2021-07-02")))
    page.resize(560, 700)
    qtbot.waitUntil(lambda: page.matrix.model_.count < 5)
    assert "Telling the press: refused" in page.more_note.text()
    qtbot.waitUntil(lambda: page.left.horizontalScrollBar().maximum() == 0)
    page.show_entry("c1")
    assert page.matrix.cell is not None
    assert page.matrix.cell.purpose == "press"


# --- what becomes of the record ---


@pytest.mark.parametrize(
    ("outcome", "held_before", "said"),
    [
        ("hold", False, "under a legal hold"),
        ("seal", False, "Archive…"),
        ("delete", False, "Shred…"),
        ("delete", True, "lift it in the case facts first"),
    ],
)
def test_what_becomes_of_the_record_is_decided_with_the_withdrawal(
    qtbot: QtBot, page: ConsentPage, outcome: str, held_before: bool, said: str
) -> None:
    put(qtbot, page.desk, ("consents", Consent("c1", "p1", "press", "press", "named", "2021-07-02")))
    if held_before:
        put(qtbot, page.desk, ("case", replace(page.desk.case.case, hold=Hold("2021-07-02", why="hearing"))))
    go_to(page, "press", 4)
    press(Key.Key_W, Ctrl)
    panel = opened(qtbot, page)
    assert ("A legal hold is on this case" in panel.editors["outcome"].told) == held_before
    tab_to("The record")
    for _ in range(["hold", "seal", "delete"].index(outcome) + 1):
        press(Key.Key_Down)
    assert panel.editors["outcome"].value() == outcome
    tab_to("Note")
    type_in("She told us by telephone.")
    press(Key.Key_Return, Ctrl)
    closed(qtbot, page)
    (consent,) = page.desk.case.consents
    assert consent.withdrawn_on == date.today().isoformat()
    assert (consent.withdrawal_note or "").startswith("She told us by telephone.\nThe record is ")
    assert said in f"{page.notice.head.text()} {page.notice.body.text()}"
    hold = page.desk.case.case.hold
    assert (hold is not None) == (outcome == "hold" or held_before)
    if outcome == "hold":
        assert hold is not None
        assert hold.on == date.today().isoformat()
        assert "taken back" in (hold.why or "")
        press(Key.Key_Z, Ctrl)
        qtbot.waitUntil(lambda: page.desk.case.case.hold is None)
        assert page.desk.case.consents[0].withdrawn_on is None, "one change, taken back whole"


def test_a_relative_has_a_basis_of_their_own_and_a_child_somebody_who_answers(qtbot: QtBot, page: ConsentPage) -> None:
    page.people.choose("p2")
    page._choose_person("p2")
    page.matrix.setFocus()
    press(Key.Key_G, Ctrl)
    panel = opened(qtbot, page)
    assert isinstance(panel, GrantPanel)
    choose(panel, "purposes", ["storage"])
    choose(panel, "recipients", ["counsel"])
    choose(panel, "identity", "counsel-only")
    for name, text in (("Basis", "protection of his life"), ("Doubts", "he was asked by telephone")):
        tab_to(name)
        type_in(text)
    tab_to("Given by")
    press(Key.Key_Down)
    press(Key.Key_Return, Ctrl)
    closed(qtbot, page)
    (held,) = page.desk.case.consents
    assert (held.person, held.basis, held.doubts) == ("p2", "protection of his life", "he was asked by telephone")
    assert held.given_by is not None
    told = "\n".join(page.detail.lines)
    assert "protection of his life" in told
    assert "he was asked by telephone" in told
