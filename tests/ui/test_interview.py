"""An interview in the window: what is asked first, the clock, writing, marks, and what is made of selected words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Interview, Mark, Pause, PersonPart
from tests.ui.interview_driver import Interviewing, agreed, in_sight
from tests.ui.testimony_driver import Ctrl, Driver, Key, said
from ui.case_frame import CaseFrame
from ui.look import Look
from ui.pages.interview_panels import Presence, TalkConsent
from ui.pages.testimony import TestimonyPage
from ui.widgets.buttons import KeyButton
from ui.widgets.dialogs import Panel

HELD = Interview(date="2021-07-09", present=(PersonPart("p1", "witness"), PersonPart("p7", "advocate")))
TEXT = "Q: Who came?\n\nA: Last winter Han Guoliang telephoned from Reed River."


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def ready(qtbot: QtBot, frame: CaseFrame) -> Interviewing:
    """An interview whose table is set and to which the witness agreed."""
    driver = Interviewing(qtbot, frame, said(TEXT, interview=HELD), more=agreed())
    driver.enter()
    return driver


def test_who_is_present_and_whether_the_witness_agrees_is_asked_first(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Interviewing(qtbot, frame, said(""))
    driver.enter()
    present = driver.panel()
    assert isinstance(present, Presence)
    assert present.interviewer.choice.value == "p7", "the one advocate on record is the likely one"
    present.interpreter.choice.choose("p8")
    present.also.choice.choose("\0new")
    present.also.name.setFocus()
    driver.type("Aunt Mei")
    present.editors["topics_closed"].setFocus()
    driver.type("her mother")
    present.editors["told_before"].setFocus()
    driver.type("0")
    driver.go_on(present)
    talk = driver.panel()
    assert isinstance(talk, TalkConsent)
    talk.go.click()
    assert talk.isVisible(), "the question of the talk itself is answered first"
    for purpose, back, answer in (("interview", 2, "yes"), ("notes", 2, "yes"), ("audio", 1, "no")):
        talk.editors[purpose].setFocus()  # "not asked" holds, at the end of the row
        for _ in range(back):
            QTest.keyClick(QApplication.focusWidget(), Key.Key_Left)
        assert talk.editors[purpose].value() == answer
    talk.limits.click()
    driver.go_on(talk)
    held = driver.interview
    new = driver.desk.case.people[-1]
    assert new.names[0].text == "Aunt Mei"
    assert held.present == (
        PersonPart("p1", "witness"),
        PersonPart("p7", "advocate"),
        PersonPart("p8", "interpreter"),
        PersonPart(new.id, "other"),
    )
    assert (held.interpreter, held.topics_closed, held.told_before) == ("p8", ("her mother",), 0)
    answers = {(c.purpose, c.recipient): c for c in driver.desk.case.consents}
    assert {key: c.identity for key, c in answers.items()} == {
        ("interview", "counsel"): "counsel-only",
        ("notes", "counsel"): "counsel-only",
        ("audio", "counsel"): "none",
    }
    assert {(c.person, c.interpreter, c.method, c.told_limits) for c in answers.values()} == {("p1", "p8", "oral", "yes")}
    shown = in_sight(frame)
    assert "her mother" in shown
    assert "A first account may be short." in shown
    assert "Judith Fenwold" in shown


def test_nobody_who_threatens_is_named_at_the_table(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Interviewing(qtbot, frame, said(""))
    driver.enter()
    panel = driver.panel()
    offered = [seat.choice.itemText(row) for seat in (panel.interviewer, panel.interpreter, panel.also) for row in range(9)]
    assert "Lin Peishan" in offered
    assert "Officer Qiu" not in offered


def test_without_consent_the_clock_does_not_begin(qtbot: QtBot, frame: CaseFrame) -> None:
    refusal = agreed("p1", "interview")[0][1]
    driver = Interviewing(qtbot, frame, said("", interview=HELD))
    driver.enter()
    driver.panel().reject()
    driver.without_panel()
    driver.clock_key()
    assert isinstance(driver.panel(), TalkConsent), "it is asked for"
    driver.panel().reject()
    driver.without_panel()
    driver.desk.save(driver.desk, [("consents", replace(refusal, identity="none"))])  # type: ignore[type-var]
    driver.settled()
    driver.clock_key()
    assert driver.interview.start is None
    assert driver.page.notice.isVisible()
    assert "has not agreed" in driver.bar.agreed.text()


def test_begin_pause_go_on_and_stop_are_kept_with_their_times(ready: Interviewing) -> None:
    ready.clock_key()
    assert ready.interview.start == "13:45"
    ready.at(14, 0)
    ready.clock_key()
    assert ready.interview.pauses == (Pause("14:00", None),)
    ready.at(14, 10)
    ready.bar.show_clock()
    assert (ready.bar.time.text(), ready.bar.since.text()) == ("0:15", "paused")
    ready.clock_key()
    ready.at(15, 45)
    ready.bar.show_clock()
    assert ready.bar.time.text() == "1:50"
    ready.press(Key.Key_F10)
    ready.settled()
    assert (ready.interview.pauses, ready.interview.end) == ((Pause("14:00", "14:10"),), "15:45")
    assert not ready.bar.stop_button.isEnabled()


def test_the_other_speaker_goes_on_after_enter(ready: Interviewing) -> None:
    ready.stand(ready.original)
    ready.press(Key.Key_Return)
    ready.type("And then?")
    ready.press(Key.Key_Return)
    ready.press(Key.Key_T, Ctrl)
    ready.type("They left.")
    ready.press(Key.Key_Return, Ctrl)
    ready.type("Nobody came back.")
    ready.press(Key.Key_R, Ctrl)
    ready.save()
    added = ready.testimony().text.removeprefix(TEXT)
    assert added == "\n\nQ: And then?\n\nA: [13:45] They left.\n\nQ: Nobody came back."


def test_turning_a_paragraph_is_undone_in_one_step(ready: Interviewing) -> None:
    ready.stand(ready.original, 3)
    ready.press(Key.Key_R, Ctrl)
    assert ready.original.page.text().startswith("A: Who came?")
    ready.press(Key.Key_Z, Ctrl)
    assert ready.original.page.text() == TEXT


def test_a_mark_goes_with_its_paragraph_and_saves_what_was_typed(ready: Interviewing) -> None:
    ready.stand(ready.original)
    ready.type(" Twice.")
    ready.press(Key.Key_M, Ctrl)
    ready.settled()
    assert ready.testimony().text == f"{TEXT} Twice."
    assert ready.testimony().marks == (Mark(2, "ask-again"),)
    assert ready.original.page.marks == {2: "ask-again"}
    assert ready.original.heading.text().endswith("paragraph 2: ask again"), "said in words too"
    assert ready.original.page.accessibleDescription() == "paragraph 2: ask again"
    ready.stand(ready.original, 0)
    ready.type("Q: First.")
    ready.press(Key.Key_Return)
    assert ready.original.page.marks == {3: "ask-again"}, "the mark moves while somebody types above it"
    ready.save()
    assert ready.testimony().marks == (Mark(3, "ask-again"),)
    ready.stand(ready.original)
    for mark in ("exact-words", "unclear", None):
        ready.press(Key.Key_M, Ctrl)
        ready.settled()
        assert ready.testimony().marks == ((Mark(3, mark),) if mark else ())


def test_selected_words_become_a_person_with_the_name_filled_in(ready: Interviewing) -> None:
    ready.select("Reed River")
    ready.press(Key.Key_P, Ctrl)
    form = ready.mode.forms.editing.form
    assert form is not None
    assert form.isVisible()
    assert not ready.original.page.isVisible(), "the form stands in place of the words"
    assert form.editors["names"].value() == [{"text": "Reed River"}]
    ready.press(Key.Key_Return)
    ready.settled()
    assert ready.desk.case.people[-1].names[0].text == "Reed River"
    assert ready.original.page.isVisible()
    assert ready.original.page.selected() == "Reed River", "the words stand as they were left"


def test_a_name_in_another_script_says_its_language_and_is_kept_over_a_lock(qtbot: QtBot, frame: CaseFrame) -> None:
    text = "答：李小妹来过。"
    driver = Interviewing(qtbot, frame, said(text, "zh-Hans", interview=HELD), more=agreed())
    driver.enter()
    driver.select("李小妹")
    driver.press(Key.Key_P, Ctrl)
    driver.frame.flush()
    assert "李小妹" in driver.drafts()["people:said"]
    driver.press(Key.Key_Return)
    driver.settled()
    (name,) = driver.desk.case.people[-1].names
    assert (name.text, name.kind, (name.lang or "").partition("-")[0]) == ("李小妹", "native", "zh")
    assert driver.drafts() == {}


def test_who_is_on_record_is_not_entered_twice(ready: Interviewing) -> None:
    count = len(ready.desk.case.people)
    ready.select("Han Guoliang")
    ready.press(Key.Key_P, Ctrl)
    assert ready.mode.forms.editing.form is None
    assert "on record already" in ready.page.notice.head.text()
    assert len(ready.desk.case.people) == count


def test_selected_words_become_a_place(ready: Interviewing) -> None:
    ready.select("Reed River")
    ready.press(Key.Key_L, Ctrl)
    ready.press(Key.Key_Return)
    ready.settled()
    assert [place.names[0].text for place in ready.desk.case.places] == ["Reed River"]


def test_selected_words_become_an_event_with_date_people_and_source(ready: Interviewing) -> None:
    words = "Last winter Han Guoliang telephoned from Reed River."
    ready.select(words)
    ready.press(Key.Key_E, Ctrl)
    panel = ready.panel()
    panel.choices[0].click()
    ready.bot.waitUntil(lambda: ready.mode.forms.event_desk is not None)
    desk = ready.mode.forms.event_desk
    assert desk is not None
    ready.bot.waitUntil(lambda: desk.form.built)
    ready.without_panel()
    ready.press(Key.Key_S, Ctrl)
    ready.settled()
    (event,) = ready.desk.case.events
    assert (event.date, event.account, event.lang) == ("2020-24", words, "en")
    assert [part.person for part in event.people] == ["p9"]
    (source,) = event.sources
    assert (source.kind, source.person, source.said_on) == ("witness", "p1", "2021-07-09")
    assert ready.original.page.isVisible()
    assert ready.drafts() == {}


def test_a_form_that_is_left_half_filled_is_kept(ready: Interviewing) -> None:
    ready.select("Reed River")
    ready.press(Key.Key_L, Ctrl)
    ready.frame.flush()
    assert "places:said" in ready.drafts()


def test_nothing_of_other_pages_or_cases_is_in_sight(ready: Interviewing) -> None:
    shown = in_sight(ready.frame)
    for word in (
        "Overview",
        "Review",
        "Export",
        "History",
        "Events",
        "All cases",
        "LARCH",
        "How it was taken",
        "New testimony",
    ):
        assert word not in shown.split("\n"), word
    for number in range(1, 9):
        ready.press(getattr(Key, f"Key_{number}"), Ctrl)
        assert ready.frame.page_key == "testimony"
    ready.press(Key.Key_K, Ctrl)
    ready.press(Key.Key_F2)
    ready.press(Key.Key_N, Ctrl)
    assert QApplication.activeModalWidget() is None


def test_esc_leads_back_and_the_clock_goes_on(ready: Interviewing) -> None:
    ready.clock_key()
    ready.press(Key.Key_Escape)
    assert not ready.mode.on
    assert "still running" in ready.page.notice.head.text()
    assert ready.frame.rail.isVisible()
    assert ready.interview.end is None
    ready.press(Key.Key_1, Ctrl)
    assert ready.frame.page_key != "testimony"


def test_an_interview_of_another_day_does_not_begin_again(qtbot: QtBot, frame: CaseFrame) -> None:
    held = Interview(date="2021-06-01", start="10:00", end="11:30", present=HELD.present)
    driver = Interviewing(qtbot, frame, said(TEXT, interview=held), more=agreed())
    driver.enter()
    driver.clock_key()
    assert driver.interview == held
    assert not driver.bar.clock_button.isEnabled()


def test_what_was_read_back_is_not_written_on(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Driver(qtbot, frame, said(TEXT, status="read-back"))
    driver.press(Key.Key_F9)
    assert not driver.page.interview.on
    assert driver.page.notice.isVisible()


def test_it_is_taken_in_two_languages_and_from_right_to_left(qtbot: QtBot, frame: CaseFrame) -> None:
    uyghur = said("س: كىم كەلدى؟", "ug", interview=HELD)
    english = said("Q: Who came?", "en", "t2", translation_of="t1", interview=HELD)
    driver = Interviewing(qtbot, frame, uyghur, english, more=agreed())
    driver.enter()
    driver.stand(driver.original)
    driver.press(Key.Key_Return)
    driver.type("ئىنىم")
    driver.stand(driver.translation)
    driver.press(Key.Key_Return)
    driver.type("My brother")
    driver.save()
    assert driver.testimony().text == "س: كىم كەلدى؟\n\nج: ئىنىم"
    assert driver.testimony("t2").text == "Q: Who came?\n\nA: My brother"
    driver.clock_key()
    assert driver.testimony("t2").interview == driver.interview, "one talk, whichever language it is read in"


def test_every_button_has_a_name_and_tells_its_key(ready: Interviewing) -> None:
    for button in (*ready.bar.findChildren(KeyButton), *ready.mode.tools.findChildren(KeyButton)):
        assert button.accessibleName()
        assert button.accessibleDescription() or button is ready.bar.lock_button


def test_tab_alone_reaches_the_clock(ready: Interviewing) -> None:
    ready.stand(ready.original)
    for _ in range(40):
        if QApplication.focusWidget() is ready.bar.clock_button:
            break
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert QApplication.focusWidget() is ready.bar.clock_button
    assert not isinstance(QApplication.activeModalWidget(), Panel)


def test_a_mark_is_set_where_one_was_sent_to_and_beside_an_older_one(qtbot: QtBot, frame: CaseFrame) -> None:
    text = "س: كىم كەلدى؟\n\nج: ئىنىم\n\nس: قاچان؟"
    driver = Interviewing(qtbot, frame, said(text, "ug", interview=HELD, marks=(Mark(3, "unclear"),)), more=agreed())
    driver.enter()
    driver.page.show_entry("t1/2")
    driver.press(Key.Key_M, Ctrl)
    driver.settled()
    assert driver.testimony().marks == (Mark(2, "ask-again"), Mark(3, "unclear"))


def test_who_is_on_record_as_present_stays_so_whatever_they_are(qtbot: QtBot, frame: CaseFrame) -> None:
    present = (
        PersonPart("p1", "witness"),
        PersonPart("p7", "lawyer"),
        PersonPart("p9", "advocate"),
        PersonPart("p8", "interpreter"),
        PersonPart("p10", "official"),
    )
    held = Interview(date="2021-07-09", present=present, topics_closed=("her mother",), interpreter="p8", dialect="Reed River")
    driver = Interviewing(qtbot, frame, said(TEXT, interview=held), more=agreed())
    driver.enter()
    driver.press(Key.Key_F4)
    panel = driver.panel()
    assert panel.interviewer.choice.value == "p7"
    panel.editors["told_before"].setFocus()
    driver.type("3")
    driver.go_on(panel)
    now = driver.interview
    assert set(now.present) == set(present)
    assert replace(now, present=present, told_before=None) == held, "nothing else of the record was touched"
    driver.press(Key.Key_F4)
    panel = driver.panel()
    panel.others["p10"].click()
    driver.go_on(panel)
    assert {part.person for part in driver.interview.present} == {"p1", "p7", "p8", "p9"}


def test_a_person_begun_before_a_lock_is_not_forgotten(qtbot: QtBot, ready: Interviewing, look: Look) -> None:
    ready.select("Reed River")
    ready.press(Key.Key_P, Ctrl)
    ready.frame.flush()
    ready.settled()
    other = CaseFrame(look, ready.desk.tasks, ready.desk)
    qtbot.addWidget(other)
    other.resize(1366, 768)
    other.show()
    other.activateWindow()
    other.go("testimony", "t1/interview")
    page = other.page
    assert isinstance(page, TestimonyPage)
    qtbot.waitUntil(page.notice.isVisible)
    assert "person you began" in page.notice.head.text()
    page.interview.make_person()
    form = page.interview.forms.editing.form
    assert form is not None
    assert form.editors["names"].value() == [{"text": "Reed River"}]


def test_what_is_typed_is_a_draft_before_anybody_saves(qtbot: QtBot, ready: Interviewing) -> None:
    ready.stand(ready.original)
    ready.type(" And then")
    qtbot.waitUntil(lambda: ready.drafts().get("testimonies:t1") == f"{TEXT} And then", timeout=2000)


def test_a_consent_that_was_taken_back_is_said_to_be_so(qtbot: QtBot, frame: CaseFrame) -> None:
    ((kind, given), *_) = agreed()
    taken = replace(given, withdrawn_on="2021-07-10")  # type: ignore[type-var]
    driver = Interviewing(qtbot, frame, said(TEXT, interview=HELD), more=[(kind, taken)])
    driver.enter()
    driver.press(Key.Key_F3)
    panel = driver.panel()
    assert "ithdrawn" in panel.editors["interview"].told
    assert panel.editors["interview"].value() is None


def answered(**change: str) -> list[tuple[str, object]]:
    """Consent to the talk, and an answer to notes."""
    talk, notes = (entry for _, entry in agreed())
    return [("consents", talk), ("consents", replace(notes, **change))]  # type: ignore[type-var]


def test_where_notes_are_refused_nothing_is_written_down_and_the_talk_goes_on(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Interviewing(qtbot, frame, said(TEXT, interview=HELD), more=answered(identity="none"))
    driver.enter()
    assert "Taking notes: refused 9\u00a0July\u00a02021" in driver.bar.door.head.text()
    driver.stand(driver.original)
    driver.type("x")
    driver.press(Key.Key_T, Ctrl)
    assert driver.original.page.text() == TEXT
    driver.clock_key()
    assert driver.interview.start == "13:45", "refusing notes stops nothing else"
    driver.press(Key.Key_F3)
    panel = driver.panel()
    panel.editors["notes"].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Left)
    assert panel.editors["notes"].value() == "yes"
    driver.go_on(panel)
    assert not driver.bar.door.isVisible()
    driver.stand(driver.original)
    driver.type("x")
    assert driver.original.page.text() == f"{TEXT}x"


def test_where_nobody_asked_about_notes_it_is_said_and_nothing_is_closed(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Interviewing(qtbot, frame, said(TEXT, interview=HELD), more=agreed("p1", "interview"))
    driver.enter()
    assert "Taking notes: not asked yet" in driver.bar.door.head.text()
    driver.stand(driver.original)
    driver.type("x")
    assert driver.original.page.text() == f"{TEXT}x"
    driver.press(Key.Key_Escape)
    assert not driver.bar.door.isVisible()


def test_on_the_page_itself_a_refusal_of_notes_closes_nothing(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Interviewing(qtbot, frame, said(TEXT, interview=HELD), more=answered(withdrawn_on="2021-07-09"))
    driver.enter()
    assert driver.original.page.isReadOnly()
    driver.press(Key.Key_Escape)
    assert not driver.original.page.isReadOnly()


def test_reading_back_is_a_key_of_the_interview(ready: Interviewing) -> None:
    ready.bar.read_button.click()
    assert "Read back" in ready.panel().windowTitle()
