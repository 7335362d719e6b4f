"""Paper from the window, by keyboard: printed for a case, and what comes back entered as a testimony like any other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Name, Person, Place
from app.domain.paper_letters import LETTERS
from app.services import history, paper_kit
from tests.ui.conftest import ReadyVault, Watchdog
from tests.ui.testimony_driver import Ctrl, Driver, Key, put, said
from ui.case_frame import CaseFrame
from ui.cases import CasesScreen
from ui.pages.history import what_words
from ui.pages.testimony_dialogs import NewTestimony
from ui.pages.testimony_paper import EnterPaper, NamesForLetters
from ui.paper_dialogs import PrintPaper
from ui.widgets.chooser import Chooser
from ui.window import Window

Alt = Qt.KeyboardModifier.AltModifier
CODE = "CDFG-HJQ"


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def entering(qtbot: QtBot, frame: CaseFrame) -> Driver:
    driver = Driver(qtbot, frame)
    put(
        qtbot,
        driver.desk,
        ("people", Person("p1", (Name("Han Keyu"),), ("witness",))),
        ("people", Person("p2", (Name("Han Guoliang", lang="zh-Latn"), Name("韩国良", lang="zh-Hans")), ("relative",))),
        ("places", Place("l1", (Name("Songhe Village"),))),
    )
    return driver


def on_vault(driver: Driver, read: Any) -> Any:
    found: list[Any] = []
    case_id = driver.desk.case_id
    driver.desk.tasks.query(driver.page, lambda vault: read(vault.store(case_id)), found.append)
    driver.bot.waitUntil(lambda: bool(found))
    return found[0]


def dialog(driver: Driver, kind: type, key: Qt.Key) -> Any:
    """The dialog that a key of the dialog for a new testimony opens."""
    driver.press(Key.Key_N, Ctrl)
    assert isinstance(driver.panel(), NewTestimony)
    press(key, Alt)
    driver.bot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return driver.panel()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key in the dialog that has the keyboard."""
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, key, modifier)


def tab(times: int = 1) -> None:
    for _ in range(times):
        press(Key.Key_Tab)


def begin(driver: Driver, code: str, day: str) -> Any:
    """The dialog with its code and its day typed, by keys alone."""
    panel = dialog(driver, EnterPaper, Key.Key_P)
    driver.settled()
    driver.type(code)
    while not panel.date.line.hasFocus():
        tab()
    driver.type(day)
    return panel


# --- to be printed ---


def test_it_is_printed_from_a_new_testimony_and_the_history_keeps_the_code(entering: Driver, tmp_path: Path) -> None:
    panel = dialog(entering, PrintPaper, Key.Key_D)
    assert (panel.lang.value, panel.paper.value) == ("zh-Hans", "a4")
    assert "can be found" in panel.warning.head.text()
    press(Key.Key_Return)
    entering.bot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Chooser))
    chooser = entering.panel()
    chooser.show_folder(tmp_path)
    chooser.go.click()
    entering.bot.waitUntil(entering.page.notice.isVisible)
    (code,) = on_vault(entering, paper_kit.printed_codes)
    assert sorted(path.name for path in (tmp_path / f"paper-{code}").iterdir()) == [
        "cards.pdf", "closing.pdf", "guides.pdf", "sheets.pdf",
    ]  # fmt: skip
    assert code in entering.page.notice.head.text()
    (row, *_) = on_vault(entering, history.rows)
    assert what_words(row) == ("Paper printed for an interview", code)


def test_it_is_printed_from_the_list_of_cases_which_closes_the_case_again(
    window: Window, vault: ReadyVault, qtbot: QtBot, tmp_path: Path
) -> None:
    window.frame = None
    window.show_cases()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CasesScreen))
    screen = window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    qtbot.waitUntil(lambda: bool(screen.table.key))
    QTest.keyClick(screen.table, Key.Key_P, Ctrl)
    qtbot.waitUntil(lambda: bool(screen.findChildren(PrintPaper)))
    (panel,) = screen.findChildren(PrintPaper)
    for tick in (panel.cards, panel.guides, panel.checklist):
        tick.setChecked(False)
    panel.sheets.load(0)
    panel.take_step()
    assert "Choose what" in panel.notice.head.text()
    panel.sheets.load(61)
    panel.take_step()
    assert panel.sheets.hasFocus() or not panel.isActiveWindow()
    panel.sheets.load(2)
    panel._write(panel._asked(), tmp_path)  # type: ignore[arg-type]
    qtbot.waitUntil(screen.notice.isVisible)
    (made,) = tmp_path.glob("paper-*")
    assert [path.name for path in made.iterdir()] == ["sheets.pdf"]
    asked: list[dict[str, Any]] = []
    screen.tasks.query(screen, lambda opened: dict(opened._stores), asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked[0] == {}


# --- entered afterwards ---


def test_all_of_it_by_keyboard_to_a_testimony_like_any_other(entering: Driver) -> None:
    case_id = entering.desk.case_id
    done: list[object] = []
    entering.desk.tasks.command(
        entering.page,
        lambda vault: vault.store(case_id).record(paper_kit.PRINTED, {"code": CODE}),
        done.append,
    )
    entering.bot.waitUntil(lambda: bool(done))
    panel = begin(entering, CODE.lower(), "3 July 2021")
    assert panel.code_row.note == "Printed for this case."
    tab(2)
    for purpose in ("interview", "notes"):  # from "not asked" to "agrees"
        press(Key.Key_Left)
        press(Key.Key_Left)
        assert panel.cards[purpose].value() == "yes"
        tab()
    panel.method.choose("mark")
    with entering.bot.waitSignal(panel.accepted):
        press(Key.Key_Return)
    entering.settled()
    (testimony,) = entering.desk.case.testimonies
    held = testimony.interview
    assert held is not None
    assert (held.date, held.taken_on_paper, held.entered_on is not None, testimony.record) == (
        "2021-07-03",
        True,
        True,
        "notes",
    )
    assert [(c.purpose, c.identity, c.given_on, c.method) for c in entering.desk.case.consents] == [
        ("interview", "counsel-only", "2021-07-03", "mark"),
        ("notes", "counsel-only", "2021-07-03", "mark"),
    ]
    entering.bot.waitUntil(lambda: on_vault(entering, paper_kit.entered_codes) == (CODE,))
    # the words, then the names
    entering.stand(entering.original)
    entering.type("B was at home in [C].")
    entering.press(Key.Key_Return)
    entering.type("They told D.")
    entering.press(Key.Key_N, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    assert "Save first" in entering.page.notice.head.text()
    entering.save()
    entering.press(Key.Key_N, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    names = entering.panel()
    assert isinstance(names, NamesForLetters)
    assert tuple(names.letters) == ("B", "C", "D")
    for found in ("guoliang", "songhe", "the tall officer"):  # by any spelling, or new by the last row
        entering.type(found)
        press(Key.Key_Return)
        tab()
    assert "韩国良 was at home in Songhe Village." in names.preview.toPlainText()
    assert "They told the tall officer." in names.preview.toPlainText()
    with entering.bot.waitSignal(names.accepted):
        QTest.keyClick(names, Key.Key_Return)
    entering.settled()
    text = entering.desk.case.testimonies[0].text
    assert text == "韩国良 was at home in Songhe Village.\n\nThey told the tall officer."
    assert entering.desk.case.people[-1].names[0].text == "the tall officer"
    # one undo takes the names out again, with the person that was made for them
    entering.desk.undo(entering.page)
    entering.settled()
    assert entering.desk.case.testimonies[0].text == "B was at home in [C].\n\nThey told D."
    assert [person.id for person in entering.desk.case.people] == ["p1", "p2"]


@pytest.mark.parametrize(
    ("code", "said_of_it"), [("CDFG-HJX", "a sign is wrong"), ("nonsense", "a sign is wrong")], ids=["one sign", "no code"]
)
def test_a_wrong_code_is_found_and_nothing_is_begun(entering: Driver, code: str, said_of_it: str) -> None:
    panel = begin(entering, code, "3 July 2021")
    press(Key.Key_Return)
    assert said_of_it in panel.code_row.note
    assert panel.code.hasFocus()
    assert entering.desk.case.testimonies == ()


def test_sheets_that_were_printed_elsewhere_are_asked_about_once(entering: Driver) -> None:
    panel = begin(entering, CODE, "3 July 2021")
    press(Key.Key_Return)
    assert "printed for this case" in panel.code_row.note
    assert entering.desk.case.testimonies == ()
    with entering.bot.waitSignal(panel.accepted):
        press(Key.Key_Return)
    entering.settled()
    assert len(entering.desk.case.testimonies) == 1
    rows = on_vault(entering, history.rows)
    assert rows[0].what == "paper-entered"


def test_a_day_is_asked_for_and_the_cards_need_the_day_itself(entering: Driver) -> None:
    panel = begin(entering, "", "")
    press(Key.Key_Return)
    assert "first sheet" in panel.date_row.note
    entering.type("about May 2021")
    panel.cards["interview"].load(None)
    panel.cards["interview"].put("yes")
    press(Key.Key_Return)
    assert "need the day itself" in panel.date_row.note
    panel.cards["interview"].put("")
    panel.place.setFocus()
    entering.type("the visiting room")
    press(Key.Key_Return)
    with entering.bot.waitSignal(panel.accepted):
        press(Key.Key_Return)
    entering.settled()
    assert entering.desk.case.testimonies[0].interview.date == "2021-05~"  # type: ignore[union-attr]
    assert entering.desk.case.consents == ()
    assert entering.desk.case.places[-1].names[0].text == "the visiting room"


def test_each_line_of_the_sheet_can_be_a_paragraph(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Driver(qtbot, frame, said("One\nTwo B\n\nThree"))
    driver.press(Key.Key_N, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    panel = driver.panel()
    panel.each_line.setChecked(True)
    driver.go_on(panel)
    assert driver.testimony().text == "One\n\nTwo B\n\nThree"


def test_words_that_were_read_back_take_no_names(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Driver(qtbot, frame, said("B was there.", status="confirmed"))
    driver.press(Key.Key_N, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.activeModalWidget() is None


def test_every_letter_of_a_long_testimony_is_named_among_hundreds_without_waiting(
    qtbot: QtBot, frame: CaseFrame, watchdog: Watchdog
) -> None:
    text = "\n\n".join(" ".join(f"{letter} spoke of {letter} again." for letter in LETTERS) for _ in range(150))
    driver = Driver(qtbot, frame, said(text))
    put(qtbot, driver.desk, *(("people", Person(f"p{n}", (Name(f"Tan Wei{n}"),))) for n in range(2, 402)))
    driver.settled()
    driver.stand(driver.original, 0)
    driver.press(Key.Key_N, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    panel = driver.panel()
    assert tuple(panel.letters) == tuple(LETTERS)
    qtbot.wait(50)
    watchdog.reset()
    driver.type("wei40")
    press(Key.Key_Return)
    assert "Tan Wei40 spoke of Tan Wei40 again." in panel.preview.toPlainText()
    assert watchdog.longest < 0.1
    driver.go_on(panel)
    assert driver.testimony().text.count("Tan Wei40 ") == 300
