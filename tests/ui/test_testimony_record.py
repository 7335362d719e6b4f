"""What is recorded around the words: that they were read back, how they were corrected, how they were taken, whose they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Amendment, Interview, Name, Pause, Person, PersonPart, Place, Readback, ReadParagraph, Translation
from tests.ui.test_testimony import CHINESE, ENGLISH
from tests.ui.testimony_driver import PERSON, Ctrl, Driver, Key, put, said
from ui.case_frame import CaseFrame
from ui.look import Look
from ui.pages.testimony_facts import TestimonyFacts


@pytest.fixture
def vault_kind() -> str:
    return "begun"


def fixed(text: str = ENGLISH, **more: Any) -> Any:
    read = tuple(ReadParagraph(n, "confirmed") for n in (1, 2, 3))
    return said(text, status="confirmed", signed_on="2021-07-03", readback=Readback("2021-07-03", "en", None, read), **more)


@pytest.fixture
def english(qtbot: QtBot, frame: CaseFrame) -> Driver:
    return Driver(qtbot, frame, said(ENGLISH))


@pytest.fixture
def confirmed(qtbot: QtBot, frame: CaseFrame) -> Driver:
    return Driver(qtbot, frame, fixed())


# --- read back, amended ---


def test_what_was_read_back_cannot_be_typed_into(confirmed: Driver) -> None:
    confirmed.stand(confirmed.original)
    confirmed.type("x")
    assert confirmed.original.page.text() == ENGLISH
    assert not confirmed.page.save_button.isEnabled()


def allow(driver: Driver, reason: str) -> None:
    driver.press(Key.Key_F7)
    panel = driver.panel()
    panel.go.click()
    assert panel.row.note != "", "no correction without a reason"
    driver.type(reason)
    driver.go_on(panel)
    driver.activate()


def test_read_back_words_are_amended_with_a_reason_and_keep_the_earlier_wording(confirmed: Driver) -> None:
    allow(confirmed, "the witness corrected the hour")
    confirmed.stand(confirmed.original, ENGLISH.index("night"))
    confirmed.type("mid")
    confirmed.save()
    held = confirmed.testimony()
    assert held.text == ENGLISH.replace("night", "midnight")
    (note,) = held.amendments
    assert (note.paragraph, note.why, note.earlier) == (2, "the witness corrected the hour", "They came at night.")
    assert (held.status, held.signed_on) == ("read-back", None)
    assert held.readback is not None
    assert [one.n for one in held.readback.paragraphs] == [1, 3]
    assert confirmed.original.page.unread == {2}
    assert confirmed.original.page.isReadOnly(), "a further correction needs a reason of its own"


def test_the_reason_of_a_correction_survives_a_lock(qtbot: QtBot, confirmed: Driver, look: Look) -> None:
    allow(confirmed, "a date")
    confirmed.stand(confirmed.original)
    confirmed.type(" Ever.")
    confirmed.frame.flush()
    other = CaseFrame(look, confirmed.desk.tasks, confirmed.desk)
    qtbot.addWidget(other)
    other.show()
    again = Driver(qtbot, other)
    assert again.original.page.text() == f"{ENGLISH} Ever."
    again.save()
    assert again.testimony().amendments == (
        Amendment(3, again.testimony().amendments[0].on, None, "a date", "I said nothing."),
    )
    assert again.drafts() == {}


def test_a_draft_of_read_back_words_without_a_reason_asks_for_one(qtbot: QtBot, frame: CaseFrame) -> None:
    put(qtbot, frame.desk, ("people", PERSON), ("testimonies", fixed()))
    frame.desk.draft("testimonies:t1", f"{ENGLISH} Never.")
    driver = Driver(qtbot, frame)
    driver.press(Key.Key_S, Ctrl)
    panel = driver.panel()
    assert driver.testimony().text == ENGLISH
    driver.type("he added it")
    driver.go_on(panel)
    driver.save()
    assert driver.testimony().text == f"{ENGLISH} Never."
    assert [note.why for note in driver.testimony().amendments] == ["he added it"]


def test_reading_back_is_recorded_and_confirmed_only_where_it_was(english: Driver) -> None:
    english.press(Key.Key_F6)
    panel = english.panel()
    panel.how.choose("elsewhere")
    assert panel.confirmed.isVisible()
    assert not panel.confirmed.isChecked()
    english.go_on(panel)
    held = english.testimony()
    assert (held.status, held.signed_on) == ("read-back", None)
    assert held.readback is not None
    assert [one.n for one in held.readback.paragraphs] == [1, 2, 3]
    english.press(Key.Key_F6)
    panel = english.panel()
    panel.how.choose("elsewhere")
    assert not panel.confirmed.isChecked(), "that it was read is not that it was confirmed"
    panel.confirmed.click()
    english.go_on(panel)
    assert english.testimony().status == "confirmed"


def test_what_is_not_saved_is_not_read_back(english: Driver) -> None:
    english.stand(english.original)
    english.type("x")
    english.press(Key.Key_F6)
    assert english.page.notice.isVisible()
    assert QApplication.activeModalWidget() is None


# --- beginning ---


def test_a_testimony_of_someone_new_is_begun_and_written(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Driver(qtbot, frame)
    assert driver.page.empty.isVisible()
    driver.press(Key.Key_N, Ctrl)
    panel = driver.panel()
    panel.go.click()
    assert panel.rows["name"].note
    driver.type("Han Keyu")
    driver.go_on(panel)
    driver.ready()
    assert [person.names[0].text for person in driver.desk.case.people] == ["Han Keyu"]
    driver.stand(driver.original)
    driver.type("我在家。")
    driver.save()
    (held,) = driver.desk.case.testimonies
    assert (held.lang, held.text) == ("zh-Hans", "我在家。")


def test_a_translation_of_a_testimony_stands_beside_it(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Driver(qtbot, frame, said(CHINESE, "zh-Hans"))
    driver.press(Key.Key_N, Ctrl)
    panel = driver.panel()
    panel.original.choose("t1")
    assert panel.lang.value == "en", "a translation is in another language"
    driver.go_on(panel)
    driver.ready()
    assert driver.testimony("t2").translation_of == "t1"
    assert driver.original.isVisible()
    assert driver.translation.isVisible()


# --- how it was taken ---

FULL = Interview(
    date="2021-07-02",
    place="l1",
    language="zh-Hans",
    present=(PersonPart("p2", "interpreter"), PersonPart("p1", "witness"), PersonPart("p2", "advocate")),
    recorded=False,
    breaks=2,
    start="13:45",
    end="17:05",
    pauses=(Pause("14:05", "14:20"), Pause("15:00", None), Pause(None, "16:10")),
    interpreter="p2",
    dialect="Reed\u00a0River dialect",
    rights_explained="yes",
    vulnerabilities="He had not slept.\nWe met in the afternoon.",
    told_before=1.5,
    earlier_accounts="To the police, at the border",
    private="no",
    observed_by="a guard behind glass",
    restraints="none",
    stop_signal="a raised hand",
    support_person="his cousin",
    aftercare="A doctor the day after",
    topics_closed=("his mother", "the second night"),
    sexual_violence="left-to-specialist",
    interpreter_relation="none",
    interpreter_checked="declined",
    confidentiality_signed="unknown",
    client_objected="no",
    taken_on_paper=True,
    entered_on="2021-07-04",
)


@pytest.fixture
def taken(qtbot: QtBot, frame: CaseFrame) -> Driver:
    put(
        qtbot,
        frame.desk,
        ("people", Person("p2", (Name("Ms Wu"),), ("interpreter",))),
        ("places", Place("l1", (Name("Visiting room"),))),
    )
    return Driver(qtbot, frame, said(ENGLISH, interview=FULL, record="verbatim"))


def test_an_interview_with_every_answer_is_unchanged_by_looking_at_it(taken: Driver) -> None:
    assert all(getattr(FULL, key) not in (None, ()) for key in FULL.__slots__), "every key of an interview is tried"
    before, rows = taken.testimony(), taken.journal()
    taken.press(Key.Key_F4)
    taken.go_on(taken.panel())
    assert taken.testimony() == before
    assert taken.journal() == rows, "nothing was saved, since nothing changed"


def fill(panel: TestimonyFacts, answers: Mapping[str, Any]) -> None:
    for key, value in answers.items():
        panel.editors[key].restore(value)


def test_every_answer_of_an_interview_can_be_given(taken: Driver) -> None:
    put(taken.bot, taken.desk, ("testimonies", replace(taken.testimony(), interview=None, record=None)))
    taken.press(Key.Key_F4)
    panel = taken.panel()
    panel.record.choose("notes")
    panel.present["p2"].choose("interpreter")
    texts = {
        "date": "2 July 2021", "start": "13:45", "end": "17:05", "breaks": "2", "dialect": "Reed River",
        "interpreter_relation": "none", "observed_by": "a guard", "restraints": "none", "stop_signal": "a hand",
        "support_person": "a cousin", "vulnerabilities": "tired", "aftercare": "a doctor", "told_before": "3",
        "earlier_accounts": "police", "entered_on": "4 July 2021", "pauses": "14:05-14:20\n9:00 – 9:10",
        "topics_closed": "his mother\n\n the second night ",
    }  # fmt: skip
    for key, text in texts.items():
        panel.editors[key].setFocus()
        taken.type(text) if "\n" not in text and "–" not in text else panel.editors[key].area.setPlainText(text)
    for key in ("rights_explained", "private", "interpreter_checked", "confidentiality_signed", "client_objected"):
        panel.editors[key].choice.choose("declined")
    for key, value in (("place", "l1"), ("language", "ug"), ("interpreter", "p2"), ("sexual_violence", "opted-in")):
        panel.editors[key].choice.choose(value)
    fill(panel, {"recorded": False, "taken_on_paper": True})
    taken.go_on(panel)
    held = taken.testimony()
    assert held.record == "notes"
    assert held.interview == Interview(
        date="2021-07-02", place="l1", language="ug", present=(PersonPart("p2", "interpreter"),), recorded=False, breaks=2,
        start="13:45", end="17:05", pauses=(Pause("14:05", "14:20"), Pause("09:00", "09:10")), interpreter="p2",
        dialect="Reed River", rights_explained="declined", vulnerabilities="tired", told_before=3,
        earlier_accounts="police", private="declined", observed_by="a guard", restraints="none", stop_signal="a hand",
        support_person="a cousin", aftercare="a doctor", topics_closed=("his mother", "the second night"),
        sexual_violence="opted-in", interpreter_relation="none", interpreter_checked="declined",
        confidentiality_signed="declined", client_objected="declined", taken_on_paper=True, entered_on="2021-07-04",
    )  # fmt: skip


def test_an_answer_that_is_none_is_refused_at_its_field(taken: Driver) -> None:
    taken.press(Key.Key_F4)
    panel = taken.panel()
    for key, wrong in (("start", "noon"), ("pauses", "after lunch")):
        before = panel.editors[key].typed()
        panel.editors[key].restore(wrong)
        panel.go.click()
        taken.settled()
        assert panel.isVisible()
        assert panel.editors[key].told
        panel.editors[key].restore(before)
    taken.go_on(panel)


def test_words_saved_while_the_dialog_opens_are_not_taken_back_by_it(taken: Driver) -> None:
    taken.stand(taken.original)
    taken.type(" More.")
    taken.press(Key.Key_S, Ctrl)
    taken.press(Key.Key_F4)
    panel = taken.panel()
    panel.editors["stop_signal"].restore("a word")
    taken.go_on(panel)
    held = taken.testimony()
    assert held.text == f"{ENGLISH} More."
    assert held.interview == replace(FULL, stop_signal="a word")


def test_who_translated_is_recorded_with_the_translation(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Driver(
        qtbot,
        frame,
        said(CHINESE, "zh-Hans"),
        said(ENGLISH, "en", "t2", translation_of="t1", translation=Translation(on="2021")),
    )
    driver.stand(driver.translation)
    driver.press(Key.Key_F4)
    panel = driver.panel()
    panel.by.choose("p1")
    driver.go_on(panel)
    assert driver.testimony("t2").translation == Translation("p1", "2021")


def test_what_is_half_filled_in_is_there_again_after_a_lock(qtbot: QtBot, taken: Driver, look: Look) -> None:
    taken.press(Key.Key_F4)
    panel = taken.panel()
    panel.editors["aftercare"].setFocus()
    panel.editors["aftercare"].area.selectAll()
    taken.type("A doctor, and the day after")
    panel.present["p1"].choose("other")
    panel.hide()  # as a lock does
    taken.frame.flush()
    other = CaseFrame(look, taken.desk.tasks, taken.desk)
    qtbot.addWidget(other)
    other.show()
    again = Driver(qtbot, other)
    again.press(Key.Key_F4)
    panel = again.panel()
    qtbot.waitUntil(panel.notice.isVisible)
    assert panel.editors["aftercare"].value() == "A doctor, and the day after"
    assert panel.present["p1"].value == "other"
    again.go_on(panel)
    held = again.testimony().interview
    assert held is not None
    assert held.aftercare == "A doctor, and the day after"
    assert again.drafts() == {}


def test_a_dialog_that_is_given_up_leaves_no_draft(taken: Driver) -> None:
    taken.press(Key.Key_F4)
    panel = taken.panel()
    panel.editors["aftercare"].setFocus()
    taken.type("x")
    taken.settled()
    taken.page.flush()
    assert list(taken.drafts()) == ["testimonies:t1:taken"]
    QTest.keyClick(panel, Key.Key_Escape)
    assert panel.isVisible(), "one key by mistake loses nothing"
    assert "Esc once more" in panel.notice.body.text()
    QTest.keyClick(panel, Key.Key_Escape)
    assert taken.drafts() == {}
