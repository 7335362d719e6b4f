"""Export: chosen, every find decided by hand, checked before one's eyes and saved; what may not leave does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.case import Name, Person
from tests.large_case import large_case
from tests.ui.conftest import ReadyVault, Watchdog
from tests.ui.export_driver import (
    Ctrl,
    Key,
    current,
    dialog,
    drawn,
    opened,
    press,
    settle,
    states,
    stored,
    telling,
    telling_of,
    to_review,
)
from ui.case_frame import CaseFrame
from ui.desk import Desk
from ui.look import Look
from ui.pages.this_is import ThisIs
from ui.tasks import Tasks

STRANGERS = "Percival Drew came at six. Tamsin Ellerby came too.\n\nPercival Drew left, Tamsin Ellerby stayed."
SHARED = (Person("p3", (Name("Wen Kelan"),)), Person("p4", (Name("Kelan Dorje"),)))


# --- the keys of the review ---


@telling_of(STRANGERS)
def test_mask_settles_the_same_words_everywhere_and_goes_on(
    qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault
) -> None:
    page = to_review(qtbot, frame)
    assert current(page) == "Percival Drew"
    assert "One answer settles one more." in page.review.panel.why.text()
    press(Key.Key_M)
    assert states(page) == {"Percival Drew": "masked", "Tamsin Ellerby": "undecided"}  # before it is worked out
    assert current(page) == "Tamsin Ellerby"
    assert page.review.panel.how_many.text() == "2 of 4 decided"
    settle(qtbot, page)
    assert states(page) == {"Percival Drew": "masked", "Tamsin Ellerby": "undecided"}
    assert not any("Percival" in text.redacted for text in page.review.worked.review.texts)
    assert stored(qtbot, tasks, vault.case_id) == [{"text": "Percival Drew", "as": "mask", "kind": "person"}]


@telling_of(STRANGERS)
def test_safe_shows_the_words(qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_S)
    settle(qtbot, page)
    assert states(page)["Percival Drew"] == "safe"
    assert all("Percival Drew" in text.redacted for text in page.review.worked.review.texts if text.kind == "testimony")
    assert [one["as"] for one in stored(qtbot, tasks, vault.case_id)] == ["safe"]


@telling_of(STRANGERS)
def test_j_and_k_go_through_the_questions_and_around(qtbot: QtBot, frame: CaseFrame) -> None:
    page = to_review(qtbot, frame)
    seen = [current(page)]
    for key in (Key.Key_J, Key.Key_J, Key.Key_J, Key.Key_J, Key.Key_K):
        press(key)
        seen.append(page.review.panel.count.text())
    assert seen[1:] == [f"find {n} of 4" for n in (2, 3, 4, 1, 4)]
    press(Key.Key_M)
    assert current(page) == "Percival Drew"  # on to what is open, from the end to the beginning


@telling_of(STRANGERS)
def test_undo_takes_back_what_is_seen_and_else_the_last_answer(
    qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault
) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_M)
    press(Key.Key_U)  # the keyboard is on the next find, which is open
    assert current(page) == "Percival Drew"
    settle(qtbot, page)
    assert set(states(page).values()) == {"undecided"}
    assert stored(qtbot, tasks, vault.case_id) == []
    press(Key.Key_M)
    press(Key.Key_K)
    assert current(page) == "Percival Drew"
    press(Key.Key_S)
    press(Key.Key_K)
    press(Key.Key_U)  # back to the answer before it
    settle(qtbot, page)
    assert [one["as"] for one in stored(qtbot, tasks, vault.case_id)] == ["mask"]
    assert states(page)["Percival Drew"] == "masked"


@telling_of(STRANGERS)
def test_answers_given_in_a_row_each_go_to_the_find_they_were_given_for(
    qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault
) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_M)
    press(Key.Key_S)
    press(Key.Key_Return, Ctrl)  # waits for both
    qtbot.waitUntil(lambda: page.step == 2)
    assert [(one["text"], one["as"]) for one in stored(qtbot, tasks, vault.case_id)] == [
        ("Percival Drew", "mask"),
        ("Tamsin Ellerby", "safe"),
    ]
    drawn(qtbot, page)


@telling_of("Kelan came. Then Kelan went.", people=SHARED)
def test_a_shared_name_is_decided_for_one_place_only(qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault) -> None:
    page = to_review(qtbot, frame)
    assert current(page) == "Kelan"
    assert "this place only" in page.review.panel.why.text()
    assert not page.review.panel.safe.isEnabled() or page.review.chosen.can_be_safe
    press(Key.Key_P)
    QTest.keyClick(dialog(page, ThisIs).field, Key.Key_1)
    for _ in range(2):  # at once, and worked out
        held = page.review.worked
        assert [held.finds[index].state for index in held.asked] == ["masked", "undecided"]
        settle(qtbot, page)
    only = stored(qtbot, tasks, vault.case_id)
    assert [(one["where"], one["start"]) for one in only] == [("testimonies[0].text", 0)]


# --- who it is ---


@telling_of(STRANGERS)
def test_this_is_by_typing_a_name_on_record(qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_P)
    asked = dialog(page, ThisIs)
    QTest.keyClicks(asked.field, "kelan")
    QTest.keyClick(asked.field, Key.Key_Return)
    settle(qtbot, page)
    assert stored(qtbot, tasks, vault.case_id) == [{"text": "Percival Drew", "as": {"person": "p2"}}]
    find = page.review.worked.finds[page.review.worked.asked[0]]
    assert find.stands_for.entry_id == "p2"
    assert find.stands_for.stands_as in page.review.worked.review.texts[find.text_index].redacted


@telling_of(STRANGERS)
def test_someone_new_comes_on_record_and_stands_for_the_words(qtbot: QtBot, frame: CaseFrame, desk: Desk) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_P)
    asked = dialog(page, ThisIs)
    QTest.keyClick(asked.field, Key.Key_N, Ctrl)
    qtbot.waitUntil(lambda: any(person.names[0].text == "Percival Drew" for person in desk.case.people))
    settle(qtbot, page)
    made = next(person for person in desk.case.people if person.names[0].text == "Percival Drew")
    assert "Percival Drew" not in {find.text for find in page.review.worked.finds if find.state == "undecided"}
    assert all(find.stands_for.entry_id == made.id for find in page.review.worked.finds if find.text == "Percival Drew")
    assert current(page) == "Tamsin Ellerby"


@telling_of("Wen Kelam came. Then Wen Kelam went.", people=SHARED[:1])
def test_someone_new_who_shares_a_name_is_meant_at_this_place_only(
    qtbot: QtBot, frame: CaseFrame, desk: Desk, tasks: Tasks, vault: ReadyVault
) -> None:
    page = to_review(qtbot, frame)
    assert page.review.chosen.suggests
    words = current(page)
    press(Key.Key_P)
    QTest.keyClick(dialog(page, ThisIs).field, Key.Key_N, Ctrl)
    qtbot.waitUntil(lambda: any(person.names[0].text == words for person in desk.case.people))
    settle(qtbot, page)
    assert stored(qtbot, tasks, vault.case_id)
    assert not page.notice.isVisible()
    assert all("where" in one for one in stored(qtbot, tasks, vault.case_id))


# --- a long case ---


@pytest.mark.parametrize("case_told", [large_case(150, 60, 4)], ids=["150 events"])
def test_the_window_never_waits_while_a_long_case_is_reviewed(qtbot: QtBot, frame: CaseFrame, watchdog: Watchdog) -> None:
    page = opened(frame, dated="2021-08-01")
    page.show_step(0)
    page.choose.date.load("2021-08-02")  # another day: everything is reviewed anew
    qtbot.wait(50)
    watchdog.reset()
    press(Key.Key_Return, Ctrl)
    settle(qtbot, page)
    for key in (Key.Key_J, Key.Key_J, Key.Key_M, Key.Key_S, Key.Key_U, Key.Key_K, Key.Key_M):
        press(key)
        qtbot.wait(20)
    bar = page.review.pairs.verticalScrollBar()
    for _ in range(20):
        bar.setValue(bar.value() + page.review.pairs.height())
        qtbot.wait(1)
    settle(qtbot, page)
    assert watchdog.longest < 0.1


# --- choosing ---


@telling_of("He went away.")
def test_what_was_chosen_outlives_the_page(qtbot: QtBot, frame: CaseFrame, look: Look, tasks: Tasks, desk: Desk) -> None:
    page = opened(frame, "partner")
    QTest.keyClicks(page.choose.recipient, "Larch House")
    page.flush()
    other = CaseFrame(look, tasks, desk)
    qtbot.addWidget(other)
    again = opened(other)
    qtbot.waitUntil(lambda: again.choose.recipient.text() == "Larch House")


@telling_of("He went away.")
def test_chosen_testimonies_are_never_none_by_accident(frame: CaseFrame) -> None:
    page = opened(frame)
    page.choose.what.choose("some")
    press(Key.Key_Return, Ctrl)
    assert page.step == 0
    assert "Tick at least one" in page.choose.what_row.note


CHINESE = replace(telling("他走了。"), testimonies=(replace(telling("他走了。").testimonies[0], lang="zh-Hans"),))


@pytest.mark.parametrize("case_told", [CHINESE], ids=["Chinese"])
def test_a_testimony_in_another_language_is_not_left_out_in_silence(qtbot: QtBot, frame: CaseFrame) -> None:
    page = opened(frame)
    assert "None is confirmed in English" in page.choose.what_row.note
    page.choose.what.choose("all")
    assert page.choose.what_row.note == ""
    press(Key.Key_Return, Ctrl)
    settle(qtbot, page)
    assert any(text.kind == "testimony" for text in page.review.worked.review.texts)
