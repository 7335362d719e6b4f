"""The sample's testimony read back whole, in both languages, in the real program: killed in the middle, resumed, signed."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain import case as domain
from app.domain.case import Case
from app.services import session, work
from app.services.reading_back import CONFIRMED, CORRECTED, NOT_REREAD, results
from tests.ui.conftest import PASSPHRASE, ReadyVault
from tests.ui.driven import Program, program

VIEW = "window.frame.page.readback.view"
PANEL = "QApplication.activeModalWidget()"


@pytest.fixture
def vault(ready_vaults: dict[str, ReadyVault], home: Path) -> ReadyVault:
    """The sample in the usual place, its testimony as it was before it was read back."""
    ready = ready_vaults["sample"]
    path = home / ".local/share/Affiant/vaults/Field vault"
    shutil.copytree(ready.path, path)
    with session.open_unlocked(path, bytearray(ready.key)) as opened, opened.open_case(ready.case_id) as store:
        drafts = [
            ("testimonies", replace(one, readback=None, amendments=(), signed_on=None, status="draft"))
            for one in work.case_of(store).testimonies
            if one.id in ("t0", "t1")
        ]
        work.save_many(store, drafts)
    return ReadyVault(path, ready.key, ready.case_id)


@pytest.fixture
def start(vault: ReadyVault, home: Path, tmp_path: Path) -> Iterator[Callable[[], Program]]:
    """Start the program; called again, another one."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    running = []

    def begin() -> Program:
        running.append(program(home, scratch))
        affiant = running[-1].__enter__()
        affiant.type_passphrase(PASSPHRASE)
        affiant.run("from PySide6.QtWidgets import QApplication")
        affiant.open_case("testimony")
        affiant.wait("not window.frame.page.columns['original'].waiting")
        return affiant

    yield begin
    for each in running:
        each.__exit__(None, None, None)


def held(vault: ReadyVault) -> Case:
    """The case as it is on the disk."""
    with session.open_unlocked(vault.path, bytearray(vault.key)) as opened, opened.open_case(vault.case_id) as store:
        return work.case_of(store)


def told(vault: ReadyVault, entry: str) -> domain.Testimony:
    return next(one for one in held(vault).testimonies if one.id == entry)


def press(affiant: Program, key: str, modifier: str = "NoModifier") -> None:
    target = "(QApplication.activeModalWidget() or window).focusWidget() or window"
    affiant.run(f"QTest.keyClick({target}, Qt.Key.{key}, Qt.KeyboardModifier.{modifier})")


def back(affiant: Program, reached: str) -> None:
    """Wait until something is reached and no dialog is open; the window has the keyboard, as a window manager gives it."""
    affiant.wait(f"{PANEL} is None and {reached}")
    affiant.run("window.activateWindow()")
    affiant.wait(f"{VIEW}.hasFocus()")


def begin(affiant: Program, side: str) -> None:
    affiant.run(f"window.activateWindow(); window.frame.page.columns[{side!r}].page.setFocus()")
    press(affiant, "Key_F6")
    affiant.wait(f"{PANEL} is not None and {PANEL}.isActiveWindow()")
    press(affiant, "Key_Return")
    back(affiant, "window.frame.page.readback.on")


def decide(affiant: Program, key: str) -> None:
    """A key, until the next paragraph shows: then it is acknowledged."""
    number = affiant.ask("window.frame.page.readback.at")
    press(affiant, key)
    affiant.wait(f"window.frame.page.readback.at != {number}")


def correct(affiant: Program, old: str, new: str, why: str) -> None:
    number = affiant.ask("window.frame.page.readback.at")
    press(affiant, "Key_R")
    affiant.wait(f"{PANEL} is not None and {PANEL}.isActiveWindow()")
    affiant.run(
        f"panel = {PANEL}; area = panel.editors[0].area; "
        f"assert {old!r} in area.toPlainText(); area.setPlainText(area.toPlainText().replace({old!r}, {new!r})); "
        f"panel.reason.setFocus(); QTest.keyClicks(panel.reason, {why!r})"
    )
    press(affiant, "Key_Return")
    back(affiant, f"window.frame.page.readback.at != {number}")


def to_the_end(affiant: Program) -> None:
    while not affiant.ask(f"{VIEW}.at_end"):
        decide(affiant, "Key_C")


def sign(affiant: Program) -> None:
    press(affiant, "Key_Return")
    affiant.wait(f"{PANEL} is not None and {PANEL}.isActiveWindow()")
    press(affiant, "Key_Return")
    back(affiant, f"{VIEW}.end.step == 'statement'")


def test_the_sample_is_read_back_in_two_languages_and_loses_nothing_to_a_kill(
    start: Callable[[], Program], vault: ReadyVault, tmp_path: Path
) -> None:
    before: dict[str, Any] = {one.id: one for one in held(vault).testimonies}
    affiant = start()
    begin(affiant, "original")
    assert affiant.ask(f"{VIEW}.position.text()") == "paragraph 1 of 10"
    decide(affiant, "Key_C")
    decide(affiant, "Key_N")
    correct(affiant, "我", "本人", "in his own words")
    decide(affiant, "Key_Return")
    assert affiant.end(signal.SIGKILL) == -signal.SIGKILL
    assert results(told(vault, "t0")) == {1: CONFIRMED, 2: NOT_REREAD, 3: CORRECTED, 4: CONFIRMED}

    affiant = start()
    begin(affiant, "original")
    assert affiant.ask(f"{VIEW}.position.text()") == "paragraph 5 of 10", "it goes on where it was left"
    to_the_end(affiant)
    sign(affiant)
    press(affiant, "Key_Escape")
    begin(affiant, "translation")
    assert affiant.ask(f"{VIEW}.position.text()") == "paragraph 1 of 23"
    correct(affiant, "I ", "I myself ", "he said so")
    to_the_end(affiant)
    sign(affiant)
    assert affiant.end(signal.SIGKILL) == -signal.SIGKILL

    for entry, count, heard in (("t0", 10, {2: NOT_REREAD, 3: CORRECTED}), ("t1", 23, {1: CORRECTED})):
        now = told(vault, entry)
        assert now.status == "confirmed"
        assert now.signed_on is not None
        assert results(now) == {n: heard.get(n, CONFIRMED) for n in range(1, count + 1)}
        (note,) = now.amendments
        assert note.by == "p9", "who asked in the interview"
        assert note.earlier in before[entry].text
    with session.open_unlocked(vault.path, bytearray(vault.key)) as opened:
        assert opened.verify() == ()

    affiant = start()
    affiant.run("window.frame.page.columns['translation'].page.setFocus()")
    affiant.run("QTest.keyClicks(window.frame.page.columns['translation'].page, 'x')")
    assert affiant.ask("window.frame.page.columns['translation'].dirty") is False, "the words are fixed"
    begin(affiant, "translation")
    press(affiant, "Key_P", "ControlModifier | Qt.KeyboardModifier.ShiftModifier")
    affiant.wait(f"type({PANEL}).__name__ == 'StatementPanel'")
    paper = tmp_path / "paper.pdf"
    affiant.run(f"from pathlib import Path; {PANEL}._write(Path({str(paper)!r}))")
    back(affiant, f"{VIEW}.at_end")
    assert paper.read_bytes().startswith(b"%PDF")


def test_a_lock_in_the_middle_leads_back_to_the_paragraph(start: Callable[[], Program], vault: ReadyVault) -> None:
    affiant = start()
    begin(affiant, "original")
    decide(affiant, "Key_C")
    decide(affiant, "Key_C")
    affiant.press_lock()
    affiant.type_passphrase(PASSPHRASE)
    affiant.wait("window.frame is not None and window.frame.page_key == 'testimony' and window.frame.page.readback.on")
    assert affiant.ask(f"{VIEW}.position.text()") == "paragraph 3 of 10"
    assert affiant.ask("window.frame.rail.isVisible()") is False
