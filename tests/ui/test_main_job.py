"""The main job, through the real window: from nothing, or from a case file, to a copy for counsel that names nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib.resources import as_file
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest
from pdfminer.high_level import extract_text
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Case
from app.paths import resource
from app.services import session
from tests.ui import event_driver, people_driver, testimony_driver
from tests.ui.export_driver import Alt, Ctrl, Key, press, save_as, settle
from tests.ui.people_driver import tab_to, type_in
from tests.ui.test_consent import opened as consent_panel
from tests.ui.test_new_vault import STRONG, read_sheets
from ui.case_dialogs import NewCase
from ui.case_frame import CaseFrame
from ui.cases import CasesScreen
from ui.look import Look
from ui.new_vault import NewVaultScreen
from ui.pages.consent import ConsentPage
from ui.pages.export import ExportPage
from ui.process import Handover
from ui.unlock import UnlockScreen
from ui.widgets.chooser import Chooser
from ui.window import Window

CHINESE = "我叫谭维民。二零二一年五月，派出所的人去找我弟弟谭维军。罗培东也在那里。"


@pytest.fixture
def vault_kind() -> str:
    return "empty"


def screen_of(qtbot: QtBot, window: Window, kind: type) -> Any:
    """The screen that the window shows, once it is this one and has the keyboard."""
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), kind), timeout=20_000)
    screen = window.stack.currentWidget()
    if not window.isActiveWindow():
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
    return screen


def open_frame(qtbot: QtBot, window: Window) -> CaseFrame:
    qtbot.waitUntil(lambda: window.frame is not None, timeout=20_000)
    frame = screen_of(qtbot, window, CaseFrame)
    assert isinstance(frame, CaseFrame)
    return frame


def keyboard(qtbot: QtBot, window: Any) -> None:
    """The window has the keyboard, as a window manager gives it when a dialog closes."""
    if not window.isActiveWindow():
        window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)


def modal(qtbot: QtBot, kind: type) -> Any:
    """The dialog that is open, with the keyboard in it."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    panel = QApplication.activeModalWidget()
    panel.activateWindow()
    qtbot.waitUntil(lambda: panel.isActiveWindow() and panel.focusWidget() is not None)
    return panel


def exported(qtbot: QtBot, window: Window, frame: CaseFrame, out: Path, which: str, safe: Iterable[str] = ()) -> Case:
    """Review, decide and save a copy for counsel with the keyboard."""
    frame.go("export")
    page = frame.page
    assert isinstance(page, ExportPage)
    keyboard(qtbot, window)
    page.choose.what.choose(which)
    press(Key.Key_Return, Ctrl)
    settle(qtbot, page)
    while page.review.chosen is not None and page.review.chosen.state == "undecided":
        press(Key.Key_S if page.review.chosen.text in safe else Key.Key_M)
    press(Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: page.check.draft is not None, timeout=60_000)
    save_as(qtbot, page, out)
    qtbot.waitUntil(lambda: "Saved as" in page.check.journal_note.text())
    return frame.desk.case


def texts(path: Path) -> str:
    """What two readers find in a file, and what else its objects say."""
    by_position = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(path)]
    with pikepdf.open(path) as pdf:
        about = str(dict(pdf.docinfo))
    return "\n".join([*by_position, extract_text(path), about])


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def hold_nothing_of(path: Path, words: Iterable[str]) -> None:
    """None of the words stands in the file, however it is spaced or written large."""
    held, raw = squeezed(texts(path)), path.read_bytes()
    for word in words:
        assert squeezed(word) not in held
        assert word.encode() not in raw
        assert word.encode("utf-16-be") not in raw


# --- from an imported case ---


def test_from_an_imported_case_to_a_copy_for_counsel(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    screen_of(qtbot, window, CasesScreen)
    press(Key.Key_I, Ctrl)
    chooser = modal(qtbot, Chooser)
    with as_file(resource("sample")) as sample:
        chooser.name.setText(str(sample / "sample.case.json"))
        QTest.keyClick(chooser.name, Key.Key_Return)
        frame = open_frame(qtbot, window)
    out = tmp_path / "out.pdf"
    case = exported(qtbot, window, frame, out, "confirmed", safe=("Shenzhen", "Lo Wu", "谈一谈"))
    hidden = [person for person in case.people if not person.public_figure]
    names = [
        name.text for person in hidden for name in person.names if name.kind in (None, "legal", "native", "transliteration")
    ]
    numbers = [each.value for person in case.people for each in (*person.contacts, *person.identifiers)]
    assert len(names) > 10
    hold_nothing_of(out, [*names, *numbers, "Auntie Liu", "Peng Dashan", "Wilmer Ajanel"])
    told = " ".join(texts(out).split())
    for words in ("village chief", "[Witness]", "Hong Kong", "did not sign"):
        assert words in told


# --- from an empty folder ---


def begun(
    qtbot: QtBot, make_window: Callable[[Handover], Any], restarts: list[Handover], monkeypatch: pytest.MonkeyPatch
) -> Window:
    """A vault made by hand, and the window that goes on in a new process."""
    real = session.new_vault
    monkeypatch.setattr(
        session, "new_vault", lambda path, words, author, _cost, key_file: real(path, words, author, 64, key_file)
    )
    window = make_window(Handover())
    screen_of(qtbot, window, UnlockScreen)
    press(Key.Key_N, Alt)
    screen = screen_of(qtbot, window, NewVaultScreen)
    screen.passphrase.setFocus()
    type_in(STRONG)
    tab_to("Once more")
    type_in(STRONG)
    press(Key.Key_Return)
    qtbot.waitUntil(screen.author.isVisible)
    screen.author.setFocus()
    type_in("Ann Advocate")
    press(Key.Key_Return)
    qtbot.waitUntil(screen.sheets.isVisible, timeout=20_000)
    sheets = read_sheets(qtbot, screen)
    QTest.keyClick(screen, Key.Key_Return)
    screen.sheets.word.setFocus()
    for _ in range(2):
        sheet, word = screen.sheets.asked
        type_in(sheets[sheet].split()[word])
        press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(restarts), timeout=20_000)
    handover = restarts[-1]
    assert handover.key
    return make_window(handover)  # type: ignore[no-any-return]


def enter_people(qtbot: QtBot, frame: CaseFrame) -> None:
    """A witness with a Chinese name, and his brother, who is at risk from the police."""
    frame.go("people")
    page: Any = frame.page
    press(Key.Key_O, Ctrl)
    type_in("Linhe County Police")
    press(Key.Key_Return)
    people_driver.saved(qtbot, page)
    press(Key.Key_P, Ctrl)
    type_in("Tan Weimin")
    tab_to("Add a spelling")
    press(Key.Key_Return)
    type_in("谭维民")
    page.form.editors["roles"].ticks["witness"].click()
    press(Key.Key_Return, Ctrl)
    people_driver.saved(qtbot, page)
    press(Key.Key_P, Ctrl)
    type_in("Tan Weijun")
    tab_to("Add a spelling")
    press(Key.Key_Return)
    type_in("谭维军")
    page.form.editors["roles"].ticks["relative"].click()
    tab_to("How related")
    type_in("brother")
    tab_to("To whom")
    type_in("weimin")
    press(Key.Key_Return)
    tab_to("Add a risk")
    press(Key.Key_Return)
    type_in("linhe")
    press(Key.Key_Return)
    tab_to("Why")
    type_in("they threatened to charge him")
    press(Key.Key_Return, Ctrl)
    people_driver.saved(qtbot, page)


def enter_event(qtbot: QtBot, frame: CaseFrame) -> None:
    """The threat against the brother, with a date as people say it."""
    events = event_driver.Driver(qtbot, frame)
    events.new("family-threat")
    events.say(events.editor("date"), "May 2021")
    events.say(events.editor("account"), "Police told Tan Weijun that he would be charged unless Tan Weimin came back.")
    events.save()


def enter_testimony(qtbot: QtBot, frame: CaseFrame) -> None:
    """Typed as he says it, read back to him and confirmed."""
    told = testimony_driver.Driver(qtbot, frame)
    told.press(Key.Key_N, Ctrl)
    panel = told.panel()
    panel.lang.choose("zh-Hans")
    told.go_on(panel)
    told.ready()
    told.stand(told.original)
    told.type(CHINESE)
    told.save()
    told.press(Key.Key_F6)
    panel = told.panel()
    panel.how.choose("elsewhere")
    panel.confirmed.click()
    told.go_on(panel)
    assert frame.desk.case.testimonies[0].status == "confirmed"


def record_consent(qtbot: QtBot, frame: CaseFrame) -> None:
    """He may be told of to counsel, as somebody only counsel knows."""
    frame.go("consent")
    page = frame.page
    assert isinstance(page, ConsentPage)
    keyboard(qtbot, frame.window())
    page.matrix.setFocus()
    press(Key.Key_Return)
    consent_panel(qtbot, page)
    press(Key.Key_Right)
    press(Key.Key_Space)
    press(Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: page.panel is None)
    assert frame.desk.case.consents


def test_from_an_empty_folder_to_a_copy_for_counsel(
    qtbot: QtBot,
    look: Look,
    make_window: Callable[[Handover], Any],
    restarts: list[Handover],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    window = begun(qtbot, make_window, restarts, monkeypatch)
    screen_of(qtbot, window, CasesScreen)
    press(Key.Key_N, Ctrl)
    panel = modal(qtbot, NewCase)
    panel.code.selectAll()
    type_in("LARCH")
    press(Key.Key_Return)
    frame = open_frame(qtbot, window)
    enter_people(qtbot, frame)
    enter_event(qtbot, frame)
    enter_testimony(qtbot, frame)
    record_consent(qtbot, frame)
    out = tmp_path / "larch.pdf"
    exported(qtbot, window, frame, out, "all")
    hold_nothing_of(
        out, ["Tan Weimin", "Weimin Tan", "Tan Weijun", "Weijun", "谭维民", "谭维军", "维民", "维军", "罗培东", "Linhe County"]
    )
    told = " ".join(texts(out).split())
    assert "LARCH" in told
    assert "would be charged unless" in told
    assert "派出所的人" in texts(out).replace("\n", "")
