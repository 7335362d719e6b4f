"""Reading back in the window: each paragraph decided by key, saved at once, taken back, resumed, signed and fixed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Interview, PersonPart, ReadParagraph
from app.services import history, reading_back
from app.services.reading_back import CONFIRMED, CORRECTED, NOT_REREAD
from app.services.session import told
from app.storage.errors import NoSpace
from tests.ui.interview_driver import ADVOCATE, BROTHER, INTERPRETER, THREATENER, in_sight
from tests.ui.readback_driver import Reading
from tests.ui.testimony_driver import Ctrl, Key, Shift, put, said
from tests.ui.watchdog import Watchdog
from ui.case_frame import CaseFrame
from ui.look import Look
from ui.pages.history import detail_lines
from ui.pages.readback_panels import ReadBackStart
from ui.pages.testimony_statement import StatementPanel
from ui.widgets.buttons import KeyButton

ENGLISH = "I was at home.\n\nThey came at night.\n\nI said nothing."
CHINESE = "我在家。\n\n他们晚上来的。\n\n我什么也没说。"
HELD = Interview(
    date="2021-07-09", language="zh-Hans", interpreter="p8",
    present=(PersonPart("p1", "witness"), PersonPart("p7", "advocate"), PersonPart("p8", "interpreter")),
)  # fmt: skip


@pytest.fixture
def vault_kind() -> str:
    return "begun"


def reading(qtbot: QtBot, frame: CaseFrame, *testimonies: Any) -> Reading:
    put(qtbot, frame.desk, *(("people", one) for one in (ADVOCATE, INTERPRETER, BROTHER, THREATENER)))
    return Reading(qtbot, frame, *testimonies)


@pytest.fixture
def english(qtbot: QtBot, frame: CaseFrame) -> Reading:
    return reading(qtbot, frame, said(ENGLISH, interview=HELD))


@pytest.fixture
def both(qtbot: QtBot, frame: CaseFrame) -> Reading:
    return reading(
        qtbot, frame, said(CHINESE, "zh-Hans", interview=HELD), said(ENGLISH, "en", "t2", translation_of="t1", interview=HELD)
    )


def test_it_is_asked_first_in_which_language_and_through_whom(english: Reading) -> None:
    english.press(Key.Key_F6)
    panel = english.panel()
    assert isinstance(panel, ReadBackStart)
    assert (panel.lang.value, panel.interpreter.value) == ("zh-Hans", "p8"), "as in the interview"
    offered = [panel.interpreter.itemText(row) for row in range(panel.interpreter.count())]
    assert offered == ["nobody", "Judith Fenwold", "Lin Peishan"], "nobody who threatens is named before others"
    panel.lang.choose("yue")
    panel.interpreter.choose("")
    panel.date.load("2021-07-10")
    english.take(panel)
    assert english.mode.on
    held = english.testimony().readback
    assert held is not None
    assert (held.on, held.language, held.interpreter, held.paragraphs) == ("2021-07-10", "yue", None, ())
    assert "Cantonese" in english.view.how.text()
    english.in_view()
    english.press(Key.Key_F4)
    panel = english.panel()
    panel.interpreter.choose("p8")
    english.take(panel)
    english.in_view()
    assert "Lin Peishan" in english.view.how.text()


def test_every_paragraph_is_decided_by_key_and_on_the_disk_at_once(english: Reading) -> None:
    english.begin()
    assert english.view.position.text() == "paragraph 1 of 3"
    assert english.view.passages[0].text == "I was at home."
    for key, number, result in ((Key.Key_C, 1, CONFIRMED), (Key.Key_N, 2, NOT_REREAD), (Key.Key_Return, 3, CONFIRMED)):
        before = english.journal()
        english.decide(key)
        assert english.results()[number] == result
        assert english.journal() == before + 1, "one decision is one row of the history"
    assert english.view.at_end
    assert english.testimony().status == "read-back"
    words = "\n".join(english.view.end.lines)
    assert "All 3 paragraphs were gone through" in words
    assert "Confirmed: 2" in words
    assert "Not reread: 1 (paragraph 2)" in words
    assert "Nothing is signed yet" in words


def test_a_correction_keeps_the_earlier_wording_with_who_when_and_why(english: Reading) -> None:
    english.begin(date="2021-07-10")
    english.decide(Key.Key_C)
    english.press(Key.Key_R)
    panel = english.panel()
    QTest.keyClick(panel, Key.Key_Return, Ctrl)
    assert "Nothing was changed" in panel.editors[0].told
    panel.editors[0].area.setPlainText("  ")
    QTest.keyClick(panel, Key.Key_Return, Ctrl)
    assert "keeps its number" in panel.editors[0].told
    panel.editors[0].area.setPlainText("They came at midnight.\n\nThere were four.")
    QTest.keyClick(panel, Key.Key_Return, Ctrl)
    assert "reason" in panel.row.note
    QTest.keyClicks(panel.reason, "he corrected the hour")
    english.take(panel)
    english.in_view()
    held = english.testimony()
    assert held.text == "I was at home.\n\nThey came at midnight.\nThere were four.\n\nI said nothing."
    (note,) = held.amendments
    assert (note.paragraph, note.on, note.by, note.why) == (2, "2021-07-10", "p7", "he corrected the hour")
    assert note.earlier == "They came at night."
    assert english.results() == {1: CONFIRMED, 2: CORRECTED}
    assert english.drafts() == {}
    assert english.view.position.text() == "paragraph 3 of 3"
    english.press(Key.Key_Left)
    assert "Corrected: he corrected the hour." in english.view.state.text()


def test_the_last_decision_is_taken_back(english: Reading) -> None:
    english.begin()
    english.decide(Key.Key_C)
    english.decide(Key.Key_N)
    english.press(Key.Key_Z, Ctrl)
    english.settled()
    assert english.results() == {1: CONFIRMED}
    assert english.mode.at == 2
    english.correct("They came at dawn.", "the hour")
    english.press(Key.Key_Z, Ctrl)
    english.settled()
    assert english.testimony().text == ENGLISH
    assert english.testimony().amendments == ()
    for _ in range(3):
        english.press(Key.Key_Z, Ctrl)
        english.settled()
    assert english.results() == {}
    assert english.testimony().readback is not None, "no further than what was decided here"


def test_it_goes_on_where_it_was_left(english: Reading) -> None:
    english.begin()
    english.decide(Key.Key_C)
    english.press(Key.Key_Escape)
    assert not english.mode.on
    assert english.frame.rail.isVisible()
    assert "F6 goes on" in english.page.notice.body.text()
    english.stand(english.original)
    english.type(" Ever.")
    english.save()
    english.begin()
    assert english.mode.at == 2
    english.decide(Key.Key_C)
    english.decide(Key.Key_C)
    assert english.view.at_end
    english.press(Key.Key_Escape)
    english.begin(again="anew")
    assert english.mode.at == 1
    assert english.results() == {}
    assert english.testimony().status == "read-back", "what was fixed stays fixed"


def test_words_that_were_added_since_are_shown_as_not_read_back(english: Reading) -> None:
    english.begin()
    english.decide(Key.Key_C)
    english.decide(Key.Key_C)
    english.press(Key.Key_Escape)
    english.stand(english.original, ENGLISH.index("They"))
    english.type("It was dark.")
    english.press(Key.Key_Return)
    english.save()
    english.begin()
    assert english.mode.at == 2, "the new one"
    assert "Not read back" in english.view.state.text()
    assert english.results() == {1: CONFIRMED, 3: CONFIRMED}
    english.press(Key.Key_End)
    assert "2 of 4 paragraphs have no result yet" in "\n".join(english.view.end.lines)
    english.press(Key.Key_S)
    assert QApplication.activeModalWidget() is None, "nothing is signed before each has its result"
    english.press(Key.Key_Return)
    assert english.mode.at == 2


def test_two_languages_are_read_together_and_each_is_corrected(both: Reading) -> None:
    both.begin()
    assert [one.text for one in both.view.passages] == ["我在家。", "I was at home."]
    both.decide(Key.Key_C)
    assert (both.results("t1"), both.results("t2")) == ({1: CONFIRMED}, {1: CONFIRMED})
    both.correct("他们半夜来的。", "the hour", "They came at midnight.")
    assert both.testimony("t1").text == CHINESE.replace("晚上", "半夜")
    assert both.testimony("t2").text == ENGLISH.replace("night", "midnight")
    both.press(Key.Key_Left)
    both.correct("", "the number", "They came at one.")
    assert both.results("t1") == {1: CONFIRMED, 2: CONFIRMED}, "it was only translated wrongly"
    assert both.results("t2") == {1: CONFIRMED, 2: CORRECTED}
    both.decide(Key.Key_C)
    both.sign("2021-07-11", "oral")
    assert {(one.status, one.signed_on) for one in both.desk.case.testimonies} == {("confirmed", "2021-07-11")}


def test_one_language_of_two_can_be_read_alone(both: Reading) -> None:
    both.stand(both.translation)
    both.begin(which="one")
    assert [one.text for one in both.view.passages] == ["我在家。", "I was at home."], "both are shown"
    both.decide(Key.Key_C)
    assert (both.results("t1"), both.results("t2")) == ({}, {1: CONFIRMED})
    both.press(Key.Key_Escape)
    both.stand(both.translation)
    both.press(Key.Key_F6)
    assert both.panel().which.value == "one", "it goes on as it was begun"


def test_two_languages_that_parted_meanwhile_are_not_decided_together(both: Reading) -> None:
    put(both.bot, both.desk, ("testimonies", replace(both.testimony("t2"), text=f"{ENGLISH}\n\nMore.")))
    both.mode.enter(("t1", "t2"))
    both.in_view()
    both.decide(Key.Key_N)
    assert (both.results("t1"), both.results("t2")) == ({1: NOT_REREAD}, {})


def test_languages_with_other_paragraphs_stand_beside_each_other(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = reading(
        qtbot,
        frame,
        said("我在家。他们晚上来的。\n\n我什么也没说。", "zh-Hans"),
        said(ENGLISH, "en", "t2", translation_of="t1"),
    )
    driver.stand(driver.translation)
    driver.begin()
    assert not driver.mode.texts[1:], "they cannot be decided together"
    assert driver.view.passages[1].text == "I was at home."
    assert "paragraph 1 of 2" in driver.view.passages[0].heading.text()
    driver.press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert driver.view.passages[0].text == "我什么也没说。"
    driver.press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    driver.correct("", "the hour", "我在家。他们半夜来的。")
    assert driver.results("t2") == {}, "the text that is read was not decided by that"
    assert driver.testimony("t1").text.startswith("我在家。他们半夜来的。")
    assert len(driver.testimony("t1").amendments) == 1


def test_what_was_chosen_beside_a_paragraph_holds_for_those_after_it(qtbot: QtBot, frame: CaseFrame) -> None:
    original = "\n\n".join(f"第{n}段。" for n in range(1, 5))
    english = "\n\n".join(["A long preface that nobody said. " * 20, *(f"Paragraph {n}." for n in range(1, 5))])
    driver = reading(qtbot, frame, said(original, "zh-Hans"), said(english, "en", "t2", translation_of="t1"))
    driver.stand(driver.translation)
    driver.begin()
    driver.press(Key.Key_Right)
    while driver.view.passages[0].text != "第1段。":
        driver.press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    for number in range(2, 5):
        driver.press(Key.Key_Right)
        assert driver.view.passages[1].text == f"Paragraph {number}."
        assert driver.view.passages[0].text == f"第{number}段。"


def test_the_signature_fixes_the_words_and_says_how_it_was_given(english: Reading) -> None:
    english.begin(date="2021-07-10")
    for _ in range(3):
        english.decide(Key.Key_C)
    english.press(Key.Key_Return)
    panel = english.panel()
    assert panel.date.value() == "2021-07-10"
    panel.method.choose("mark")
    english.take(panel)
    english.in_view()
    assert (english.testimony().status, english.testimony().signed_on) == ("confirmed", "2021-07-10")
    assert "Confirmed on 10\u00a0July\u00a02021, by a mark" in english.view.end.lines
    found: list[Any] = []
    case_id = english.desk.case_id
    english.desk.tasks.query(english.page, lambda vault: vault.store(case_id).journal()[-1].payload, found.append)
    english.bot.waitUntil(lambda: bool(found))
    assert found[0]["signed"]["method"] == "mark"
    assert len(found[0]["signed"]["sha256"]["t1"]) == 64
    english.press(Key.Key_P, Ctrl | Shift)
    assert isinstance(english.panel(), StatementPanel)
    english.panel().reject()
    english.in_view()
    english.press(Key.Key_Escape)
    english.stand(english.original)
    english.type("x")
    assert english.testimony().text == ENGLISH
    assert not english.page.save_button.isEnabled()
    english.begin()
    assert english.view.at_end
    english.press(Key.Key_Left)
    english.correct("I said no.", "she said so")
    assert (english.testimony().status, english.testimony().signed_on) == ("read-back", None), "the signature is lifted"


def test_a_signature_is_taken_back_like_any_decision(english: Reading) -> None:
    english.begin()
    for _ in range(3):
        english.decide(Key.Key_N)
    english.sign()
    assert english.testimony().status == "confirmed"
    english.press(Key.Key_Z, Ctrl)
    english.settled()
    assert english.testimony().status == "read-back"


def test_a_disk_that_takes_nothing_is_told_and_the_paragraph_stays(english: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    english.begin()
    real = reading_back.work.save_many

    def full(*_: Any, **__: Any) -> Any:
        with told():
            raise NoSpace("no room")

    monkeypatch.setattr(reading_back.work, "save_many", full)
    english.decide(Key.Key_C)
    assert english.view.notice.isVisible()
    assert english.mode.at == 1
    assert english.results() == {}
    monkeypatch.setattr(reading_back.work, "save_many", real)
    english.decide(Key.Key_C)
    assert not english.view.notice.isVisible()
    assert english.results() == {1: CONFIRMED}


def test_it_is_entered_from_the_interview_and_leads_back(english: Reading) -> None:
    english.press(Key.Key_F9)
    for _ in range(2):
        panel = QApplication.activeModalWidget()
        if panel is not None:
            panel.reject()  # type: ignore[attr-defined]
    english.activate()
    assert english.page.interview.on
    english.begin()
    assert not english.page.interview.on
    english.decide(Key.Key_C)
    english.press(Key.Key_Escape)
    assert not english.mode.on
    assert english.page.interview.on
    held = QApplication.activeModalWidget()
    if held is not None:
        held.reject()  # type: ignore[attr-defined]


def test_nothing_else_of_the_case_is_in_sight(english: Reading) -> None:
    english.begin()
    shown = in_sight(english.frame)
    for word in ("Overview", "Review", "Export", "History", "All cases", "LARCH", "How it was taken…", "New testimony…"):
        assert word not in shown.split("\n"), word
    assert "Han Keyu" not in shown, "the witness is not named"
    for number in range(1, 9):
        english.press(getattr(Key, f"Key_{number}"), Ctrl)
        assert english.frame.page_key == "testimony"
    for key in (Key.Key_F2, Key.Key_F9, Key.Key_F7):
        english.press(key)
    english.press(Key.Key_K, Ctrl)
    english.press(Key.Key_N, Ctrl)
    assert QApplication.activeModalWidget() is None
    assert english.mode.on


def test_enter_on_a_button_presses_that_button(english: Reading) -> None:
    english.begin()
    english.view.not_button.setFocus()
    english.press(Key.Key_Return)
    english.settled()
    assert english.results() == {1: NOT_REREAD}
    for button in english.view.findChildren(KeyButton):
        assert button.accessibleName()


def test_there_is_nothing_to_read_of_an_empty_testimony(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = reading(qtbot, frame, said(""))
    driver.press(Key.Key_F6)
    assert not driver.mode.on
    assert "nothing to be read back" in driver.page.notice.head.text()


@pytest.mark.parametrize(
    ("text", "lang", "right"),
    [
        ("مەن ئۆيدە ئىدىم.", "ug", True),
        ("ང་ཁྱིམ་ལ་ཡོད།", "bo", False),
        ("من خانه بودم.", "fa", True),
        ("我在家。", "zh-Hant", False),
    ],
)
def test_one_paragraph_of_any_script_stands_in_its_direction(
    qtbot: QtBot, frame: CaseFrame, text: str, lang: str, right: bool
) -> None:
    driver = reading(qtbot, frame, said(text, lang))
    driver.begin()
    passage = driver.view.passages[0]
    assert passage.page.toPlainText() == text
    assert (passage.page.layoutDirection() == Qt.LayoutDirection.RightToLeft) == right
    driver.decide(Key.Key_C)
    assert driver.view.at_end
    assert "The paragraph was gone through" in driver.view.end.lines
    driver.sign(method="oral")
    assert driver.testimony().status == "confirmed"


def test_a_correction_half_written_survives_a_lock_and_the_mode_too(qtbot: QtBot, english: Reading, look: Look) -> None:
    english.begin()
    english.decide(Key.Key_C)
    english.press(Key.Key_R)
    panel = english.panel()
    panel.editors[0].area.setPlainText("They came at dawn.")
    where = english.frame.where()
    english.frame.flush()
    english.settled()
    other = CaseFrame(look, english.desk.tasks, english.desk)
    qtbot.addWidget(other)
    other.show()
    again = Reading(qtbot, other)
    panel.hide()
    other.go("testimony", where)
    assert again.mode.on
    assert again.mode.at == 2
    again.activate()
    again.view.setFocus()
    again.press(Key.Key_R)
    held = again.panel()
    qtbot.waitUntil(lambda: held.editors[0].area.toPlainText() == "They came at dawn.")


def test_the_history_shows_each_decision(english: Reading) -> None:
    english.begin()
    english.decide(Key.Key_C)
    found: list[Any] = []
    case_id = english.desk.case_id
    english.desk.tasks.query(
        english.page, lambda vault: history.earlier(vault.store(case_id), "testimonies", "t1"), found.append
    )
    english.bot.waitUntil(lambda: bool(found))
    assert found[0][-1].value.readback.paragraphs == (ReadParagraph(1, CONFIRMED),)


def test_the_history_says_how_the_witness_stood_by_it(english: Reading) -> None:
    english.begin()
    for _ in range(3):
        english.decide(Key.Key_C)
    english.sign(method="oral")
    found: list[Any] = []
    case_id = english.desk.case_id
    english.desk.tasks.query(english.page, lambda vault: history.rows(vault.store(case_id))[0], found.append)
    english.bot.waitUntil(lambda: bool(found))
    lines = detail_lines(found[0])
    assert lines[0] == "The witness stands by it, by word of mouth"
    assert lines[1].startswith("SHA-256 of the words: ")


def test_in_a_small_window_tab_brings_the_other_language(both: Reading) -> None:
    both.frame.window().resize(800, 460)
    both.begin()
    assert [one.isVisible() for one in both.view.passages] == [True, False]
    both.press(Key.Key_Tab)
    assert [one.isVisible() for one in both.view.passages] == [False, True]
    both.decide(Key.Key_C)
    assert [one.isVisible() for one in both.view.passages] == [False, True], "it stays with the language that is read"


def test_five_hundred_paragraphs_in_two_languages_are_read_without_a_wait(
    qtbot: QtBot, frame: CaseFrame, watchdog: Watchdog
) -> None:
    text = "\n\n".join(f"Paragraph {n} of what was told, with a few more words behind it." for n in range(1, 501))
    driver = reading(qtbot, frame, said(text), said(text, "fr", "t2", translation_of="t1"))
    driver.begin()
    watchdog.reset()
    for key in (Key.Key_C, Key.Key_N, Key.Key_C):
        driver.decide(key)
    assert driver.view.position.text() == "paragraph 4 of 500"
    driver.press(Key.Key_End)
    assert "497 of 500 paragraphs have no result yet" in driver.view.end.lines
    assert watchdog.longest < 0.1


def test_what_cannot_be_shown_whole_is_not_confirmed(qtbot: QtBot, frame: CaseFrame, watchdog: Watchdog) -> None:
    driver = reading(qtbot, frame, said(f"I was at home.\n\n{'They came at night. ' * 40_000}"))
    driver.begin()
    driver.decide(Key.Key_C)
    watchdog.reset()
    assert "too long to be shown whole" in driver.view.notice.head.text()
    for key in (Key.Key_C, Key.Key_Return, Key.Key_R):
        driver.decide(key)
    assert driver.results() == {1: CONFIRMED}
    assert QApplication.activeModalWidget() is None
    driver.press(Key.Key_Left)
    assert not driver.view.notice.isVisible()
    driver.press(Key.Key_Right)
    driver.decide(Key.Key_N)
    assert driver.results() == {1: CONFIRMED, 2: NOT_REREAD}
    assert watchdog.longest < 0.1


def test_a_corrected_paragraph_says_why(english: Reading) -> None:
    english.begin()
    english.correct("I was at school.", "he misspoke.")
    english.press(Key.Key_Left)
    assert english.view.state.text() == "Corrected: he misspoke. It stands here in its new words"
