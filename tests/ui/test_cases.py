"""The list of cases: no real name, search as one types, and the ways in and out."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import as_file
from pathlib import Path

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.paths import resource
from app.services import session, work
from app.services.cases import CaseFacts
from tests.ui.conftest import ReadyVault, Watchdog
from ui.case_dialogs import ExportCase, NewCase
from ui.case_frame import CaseFrame
from ui.cases import CasesScreen
from ui.changed_words import changed_words
from ui.process import Handover
from ui.search import SearchPanel
from ui.standing_words import standing_words
from ui.widgets.chooser import Chooser
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(window: Window, qtbot: QtBot) -> CasesScreen:
    """The list, with every line complete."""
    found = window.stack.currentWidget()
    assert isinstance(found, CasesScreen)
    qtbot.waitUntil(lambda: 0 < len(found.summaries) == len(found._facts))
    return found


def dialog(screen: QWidget, kind: type) -> QWidget:
    return next(panel for panel in screen.findChildren(kind) if panel.isVisible())  # type: ignore[no-any-return]


def texts(screen: CasesScreen) -> str:
    model = screen.table.rows_model
    return "\n".join(
        str(model.data(model.index(row, column))) for row in range(model.rowCount()) for column in range(model.columnCount())
    )


def frame_of(window: Window, qtbot: QtBot) -> CaseFrame:
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CaseFrame))
    assert window.frame is not None
    return window.frame


def choose(qtbot: QtBot, screen: QWidget, path: Path) -> None:
    chooser = dialog(screen, Chooser)
    assert isinstance(chooser, Chooser)
    chooser.name.setText(str(path))
    qtbot.keyClick(chooser.name, Qt.Key.Key_Return)


def test_a_line_says_where_a_case_stands_and_never_who(screen: CasesScreen) -> None:
    with as_file(resource("sample")) as sample:
        plain = json.loads((sample / "sample.case.json").read_text("utf-8"))
    said = texts(screen)
    assert "HERON" in said
    assert "2 testimonies, 1 read back" in said
    names = [name["text"] for person in plain["people"] for name in person["names"]]
    assert [name for name in names if name in said] == []


def test_enter_opens_the_chosen_case(window: Window, screen: CasesScreen, qtbot: QtBot, watchdog: Watchdog) -> None:
    screen.table.setFocus()
    watchdog.reset()
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    frame = frame_of(window, qtbot)
    assert frame.desk.case.case.code == "HERON"
    assert frame.page_key == "overview"


def test_a_case_is_begun_by_keyboard(window: Window, screen: CasesScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_N, CONTROL)
    panel = dialog(screen, NewCase)
    assert isinstance(panel, NewCase)
    assert panel.code.text() not in ("", "HERON"), "a neutral word is suggested"
    assert panel.opened.text() == dt.date.today().isoformat()
    panel.code.clear()
    qtbot.keyClicks(panel.code, "HERON")
    qtbot.keyClick(panel.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.rows["code"].note == "Another case has this code.")
    panel.code.clear()
    qtbot.keyClicks(panel.code, "TERN")
    qtbot.keyClick(panel.ticks["ug"], Qt.Key.Key_Space)
    qtbot.keyClicks(panel.others, "kk, ug-Latn")
    qtbot.keyClicks(panel.matters, "asylum, interpol")
    qtbot.keyClick(panel.code, Qt.Key.Key_Return)
    info = frame_of(window, qtbot).desk.case.case
    assert (info.code, info.languages, info.matters) == ("TERN", ("ug", "kk", "ug-Latn"), ("asylum", "interpol"))


@pytest.mark.parametrize(("field", "text"), [("opened", "yesterday"), ("others", "english"), ("code", "")])
def test_what_a_case_cannot_hold_is_told_below_its_field(screen: CasesScreen, qtbot: QtBot, field: str, text: str) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_N, CONTROL)
    panel = dialog(screen, NewCase)
    assert isinstance(panel, NewCase)
    usual = panel.rows[field].note
    getattr(panel, field).setText(text)
    qtbot.keyClick(panel.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.rows[field].note not in ("", usual))
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_refused_case_file_is_told_with_its_place_and_reason(screen: CasesScreen, qtbot: QtBot, tmp_path: Path) -> None:
    with as_file(resource("sample")) as sample:
        plain = json.loads((sample / "sample.case.json").read_text("utf-8"))
    plain["people"][2]["names"] = 7
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(plain), "utf-8")
    qtbot.keyClick(screen, Qt.Key.Key_I, CONTROL)
    choose(qtbot, screen, bad)
    qtbot.waitUntil(lambda: screen.load.isEnabled() and not screen.notice.isHidden())
    assert "nothing was stored" in screen.notice.head.text()
    assert "people[2].names" in screen.notice.body.text()


def test_the_list_is_there_before_what_redacts_and_draws_is_loaded() -> None:
    heavy = ("pypinyin", "reportlab", "app.redaction.redactor", "app.domain.said_dates", "ui.page")
    code = f"import sys, ui.window, ui.cases; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("vault_kind", ["empty"])
def test_an_import_opens_its_case(window: Window, qtbot: QtBot) -> None:
    screen = window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    qtbot.waitUntil(screen.empty.isVisible)
    qtbot.keyClick(screen, Qt.Key.Key_I, CONTROL)
    with as_file(resource("sample")) as sample:
        choose(qtbot, screen, sample / "sample.case.json")
        assert frame_of(window, qtbot).desk.case.case.code == "HERON"


def test_a_sealed_case_file_opens_for_its_recipient(screen: CasesScreen, qtbot: QtBot, tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    qtbot.keyClick(screen, Qt.Key.Key_E, CONTROL)
    panel = dialog(screen, ExportCase)
    assert isinstance(panel, ExportCase)
    qtbot.keyClick(panel.recipients, Qt.Key.Key_Return)
    assert "begins with age1" in panel.recipient_row.note
    qtbot.keyClicks(panel.recipients, "age1nobody")
    qtbot.keyClick(panel.recipients, Qt.Key.Key_Return)
    choose(qtbot, panel, tmp_path / "out.age")
    qtbot.waitUntil(lambda: "not an age public key" in panel.recipient_row.note)
    assert not (tmp_path / "out.age").exists()
    panel.recipients.setText(str(identity.to_public()))
    qtbot.keyClick(panel.recipients, Qt.Key.Key_Return)
    choose(qtbot, panel, tmp_path / "out.age")
    qtbot.waitUntil(lambda: not screen.notice.isHidden())
    assert b"case.json" in pyrage.decrypt((tmp_path / "out.age").read_bytes(), [identity])


def test_a_readable_case_file_is_written_only_after_its_danger_was_ticked(
    screen: CasesScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_E, CONTROL)
    panel = dialog(screen, ExportCase)
    assert isinstance(panel, ExportCase)
    panel.kind.choose("plain")
    assert "arrested or killed" in panel.warning.body.text()
    qtbot.keyClick(panel.kind, Qt.Key.Key_Return)
    assert panel.findChildren(Chooser) == []
    qtbot.keyClick(panel.understood, Qt.Key.Key_Space)
    qtbot.keyClick(panel.understood, Qt.Key.Key_Return)
    (tmp_path / "out").mkdir()
    choose(qtbot, panel, tmp_path / "out" / "case.json")
    qtbot.waitUntil(lambda: not screen.notice.isHidden())
    assert json.loads((tmp_path / "out" / "case.json").read_text("utf-8"))["case"]["code"] == "HERON"


def test_search_streams_in_as_one_types_and_opens_at_the_place(window: Window, screen: CasesScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_F, CONTROL)
    assert screen.search.hasFocus()
    qtbot.keyClicks(screen.search, "xylophone")
    qtbot.waitUntil(lambda: screen.count.text() == "Nothing found.")
    screen.search.clear()
    qtbot.keyClicks(screen.search, "police")
    qtbot.waitUntil(lambda: "places" in screen.count.text())
    shown = [
        str(screen.results.rows_model.data(screen.results.rows_model.index(n, 0)))
        for n in range(screen.results.rows_model.rowCount())
    ]
    assert shown[0] == "HERON"
    assert any(text.startswith("Testimony 2, paragraph 6 …") for text in shown)
    while screen.results.found[int(screen.results.key)].kind != "testimonies":
        qtbot.keyClick(screen.search, Qt.Key.Key_Down)
    entry = screen.results.found[int(screen.results.key)].entry
    opened = []
    screen.opened.connect(lambda *where: opened.append(where))
    qtbot.keyClick(screen.search, Qt.Key.Key_Return)
    assert opened[0][1:] == ("testimony", entry)
    assert frame_of(window, qtbot).page_key == "testimony"


def test_esc_ends_the_search(screen: CasesScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.search, "police")
    assert screen.stack.currentWidget() is screen.results
    qtbot.keyClick(screen.search, Qt.Key.Key_Escape)
    assert screen.stack.currentWidget() is screen.table
    assert screen.count.text() == "1 case"


def test_search_within_a_case_goes_to_the_place(window: Window, screen: CasesScreen, qtbot: QtBot) -> None:
    screen.open_case(next(iter(screen.summaries)))
    frame = frame_of(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    panel = dialog(frame, SearchPanel)
    assert isinstance(panel, SearchPanel)
    qtbot.keyClicks(panel.field, "stools")
    qtbot.waitUntil(lambda: "place" in panel.said.text())
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert frame.page_key == "testimony"


def test_a_damaged_case_is_shown_and_cannot_be_opened(make_window: object, vault: ReadyVault, qtbot: QtBot) -> None:
    file = vault.path / "o" / vault.case_id
    data = bytearray(file.read_bytes())
    data[100] ^= 1
    file.write_bytes(bytes(data))
    window = make_window(Handover(vault=str(vault.path), key=vault.key.hex()))  # type: ignore[operator]
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CasesScreen))
    screen = window.stack.currentWidget()
    qtbot.waitUntil(screen.damaged.isVisible)
    assert "damaged: cannot be opened" in texts(screen)
    opened = []
    screen.opened.connect(lambda *where: opened.append(where))
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened == []
    assert not screen.open_button.isVisible()


def test_many_cases_do_not_hold_the_window_up(
    make_window: object, ready_vaults: dict[str, ReadyVault], tmp_path: Path, qtbot: QtBot, watchdog: Watchdog
) -> None:

    shutil.copytree(ready_vaults["empty"].path, tmp_path / "many")
    with session.open_unlocked(tmp_path / "many", bytearray(ready_vaults["empty"].key)) as many:
        for number in range(60):
            work.new_case(many, f"CASE{number}")
    window = make_window(Handover(vault=str(tmp_path / "many"), key=ready_vaults["empty"].key.hex()))  # type: ignore[operator]
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CasesScreen))
    screen = window.stack.currentWidget()
    qtbot.waitUntil(lambda: len(screen.summaries) == 60)
    watchdog.reset()
    screen.search.setText("case")
    qtbot.waitUntil(lambda: len(screen._facts) == 60 and "places" in screen.count.text(), timeout=20_000)
    assert watchdog.longest < 0.1


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (CaseFacts("x"), "just begun"),
        (CaseFacts("x", people=2), "no testimony yet, people: 2"),
        (CaseFacts("x", events=3, people=2), "no testimony yet, events: 3"),
        (CaseFacts("x", testimonies=1), "1 testimony, a draft"),
        (CaseFacts("x", testimonies=1, read_back=1), "1 testimony, read back"),
        (CaseFacts("x", testimonies=1, read_back=1, confirmed=1), "1 testimony, confirmed"),
        (CaseFacts("x", testimonies=3), "3 testimonies, drafts"),
        (CaseFacts("x", testimonies=3, read_back=2, confirmed=1), "3 testimonies, 2 read back"),
        (CaseFacts("x", testimonies=3, read_back=3, confirmed=1), "3 testimonies, all read back"),
        (CaseFacts("x", testimonies=3, read_back=3, confirmed=3), "3 testimonies, all confirmed"),
    ],
)
def test_where_a_case_stands_in_words(facts: CaseFacts, said: str) -> None:
    assert standing_words(facts) == said


def test_a_last_change_is_said_as_people_say_it() -> None:
    now = dt.datetime(2021, 7, 3, 1, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert changed_words("2021-07-02T22:15:00Z", now) == "today, 00:15"
    assert changed_words("2021-07-02T21:15:00Z", now) == "yesterday"
    assert changed_words("2021-06-28T21:15:00Z", now) == "28\u00a0June\u00a02021"
    assert changed_words("no time", now) == ""


def test_what_was_damaged_and_mended_is_said_in_the_list_once(
    qtbot: QtBot, make_window: Callable[[Handover], Window], vault: ReadyVault
) -> None:
    (vault.path / "h1").unlink()
    said = []
    for _ in range(2):
        window = make_window(Handover(vault=str(vault.path), key=vault.key.hex()))
        qtbot.waitUntil(lambda w=window: isinstance(w.stack.currentWidget(), CasesScreen))
        screen = window.stack.currentWidget()
        assert isinstance(screen, CasesScreen)
        qtbot.waitUntil(lambda s=screen: 0 < len(s.summaries) == len(s._facts))
        answered: list[bool] = []
        screen.tasks.query(screen, lambda _vault: True, answered.append)
        qtbot.waitUntil(lambda a=answered: bool(a))  # after whatever was asked before
        said.append("header copy 2" in screen.notice.body.text() and screen.notice.isVisible())
        window.close()
    assert said == [True, False]
