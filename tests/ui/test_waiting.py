"""The program never holds its window up: the real one, in a process of its own, from the passphrase to the finished copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.conftest import PASSPHRASE, ReadyVault
from tests.ui.driven import Program, program

pytestmark = pytest.mark.alone

LONGEST = 0.1


@pytest.fixture
def affiant(ready_vaults: dict[str, ReadyVault], home: Path, tmp_path: Path) -> Iterator[Program]:
    """The program, drawn for the first time and just about to open a vault with the sample case; ``watchdog`` counts."""
    shutil.copytree(ready_vaults["sample"].path, home / ".local/share/Affiant/vaults/Field vault")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with program(home, scratch) as running:
        running.type_passphrase(PASSPHRASE)
        running.run("import threading; watchdog = Watchdog(); drawn = []; QTimer.singleShot(10, lambda: drawn.append(True))")
        running.wait("bool(drawn)")
        running.run("watchdog.reset()")
        yield running


def settle(affiant: Program) -> None:
    """Until all that was asked of the vault, and all that this led to, is answered and shown."""
    for _ in range(3):
        affiant.run("answered = []; window.tasks.query(window, lambda vault: True, answered.append)")
        affiant.wait("bool(answered) and not any(thread.name == 'compute' for thread in threading.enumerate())")
        affiant.wait("not any(timer.isActive() for timer in window.findChildren(QTimer) if timer.isSingleShot())")


def took(affiant: Program) -> float:
    """The longest wait since the last question."""
    settle(affiant)
    longest = affiant.ask("watchdog.longest")
    affiant.run("watchdog.reset()")
    return float(longest)


def test_no_page_of_a_case_holds_the_window_up(affiant: Program) -> None:
    affiant.wait("bool(getattr(window.stack.currentWidget(), 'summaries', None))")
    waits = {"cases": took(affiant)}
    affiant.open_case("overview")
    waits["the case"] = took(affiant)
    for page in affiant.ask("list(window.frame.rail.rows)"):
        affiant.run(f"window.frame.go({page!r})")
        waits[page] = took(affiant)
    assert {page: longest for page, longest in waits.items() if longest >= LONGEST} == {}, waits


def test_search_review_and_the_making_of_a_copy_leave_the_window_free(affiant: Program) -> None:
    affiant.wait("bool(getattr(window.stack.currentWidget(), 'summaries', None))")
    affiant.run("search = window.stack.currentWidget().search; search.setFocus()")
    waits = {}
    for letter in "guo":
        affiant.run(f"QTest.keyClicks(search, {letter!r})")
        waits[f"search for {letter}"] = took(affiant)
    affiant.run("search.clear()")
    affiant.open_case("export")
    affiant.run("page = window.frame.page; page.choose.recipient.setText('D. Alvarez'); page._onward()")
    affiant.wait("page.review.review_now() is not None")
    waits["review"] = took(affiant)
    while affiant.ask("bool(page.review.review_now().open())"):
        affiant.run("QTest.keyClick(page.review.pairs, Qt.Key.Key_M)")
        affiant.wait("page.review.review_now() is not None")
    waits["deciding"] = took(affiant)
    affiant.run("page._onward()")
    affiant.wait("page.check.draft is not None")
    waits["drawing and checking"] = took(affiant)
    assert {step: longest for step, longest in waits.items() if longest >= LONGEST} == {}, waits


def test_an_interview_never_holds_the_window_up(affiant: Program) -> None:
    affiant.wait("bool(getattr(window.stack.currentWidget(), 'summaries', None))")
    affiant.open_case("testimony")
    affiant.run(
        "from PySide6.QtWidgets import QDialog\n"
        "from app.domain.case import Interview, PersonPart, Testimony\n"
        "page, desk, saved = window.frame.page, window.frame.desk, []\n"
        "who = desk.case.people[0].id\n"
        "held = Interview(date='2021-07-09', present=(PersonPart(who, 'witness'),))\n"
        "text = '\\n\\n'.join(f'A: Last winter they came {n} times, and I was at home.' for n in range(1000))\n"
        "desk.save(desk, [('testimonies', Testimony('t90', who, 'en', text, interview=held))], saved.append)"
    )
    affiant.wait("bool(saved)")
    waits = {"before": took(affiant)}
    affiant.run("page.show_entry('t90/interview')")
    waits["entering"] = took(affiant)
    affiant.run("[panel.reject() for panel in window.findChildren(QDialog)]; page.show_entry('t90/500')")
    waits["a paragraph far down"] = took(affiant)
    affiant.run("edit = page.columns['original'].page; edit.setFocus(); QTest.keyClicks(edit, 'and so on')")
    waits["typing"] = took(affiant)
    affiant.run("QTest.keyClick(edit, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)")
    waits["a mark"] = took(affiant)
    affiant.run("page.interview.make_event()")
    waits["which event"] = took(affiant)
    affiant.run("window.findChildren(QDialog)[-1].choices[0].click()")
    affiant.wait("page.interview.forms.event_desk is not None and page.interview.forms.event_desk.form.built")
    waits["the form of an event"] = took(affiant)
    affiant.run("window.hiding.press()")
    waits["hiding"] = took(affiant)
    affiant.run("window.hiding.press()")
    waits["coming back"] = took(affiant)
    assert {step: longest for step, longest in waits.items() if longest >= LONGEST} == {}, waits
