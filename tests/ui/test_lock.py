"""Locking, dying and coming back, with the real program in a process of its own."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cli import main as command_line
from app.domain import case as domain
from app.services import session, work
from tests.ui.conftest import PASSPHRASE, ReadyVault
from tests.ui.driven import Program, program

#: Typed into a testimony: nothing else on the machine says this.
CANARY = "They walked us past the zinc weir before dawn."
BEGUN = "I was at home."


@pytest.fixture
def vault(ready_vaults: dict[str, ReadyVault], home: Path) -> ReadyVault:
    """A vault in its usual place, with one case and the beginning of one testimony."""
    ready = ready_vaults["begun"]
    path = home / ".local/share/Affiant/vaults/Field vault"
    shutil.copytree(ready.path, path)
    with session.open_unlocked(path, bytearray(ready.key)) as opened, opened.open_case(ready.case_id) as store:
        client = domain.Person("p1", (domain.Name("Han Keyu"),), ("witness",))
        said = domain.Testimony("t1", "p1", "en", BEGUN, status="draft")
        work.save_many(store, [("people", client), ("testimonies", said)])
    return ReadyVault(path, ready.key, ready.case_id)


@pytest.fixture
def start(vault: ReadyVault, home: Path, tmp_path: Path) -> Iterator[Callable[[], Program]]:
    """Start the program; called again, a second one."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    running = []

    def begin() -> Program:
        running.append(program(home, scratch))
        return running[-1].__enter__()

    yield begin
    for each in running:
        each.__exit__(None, None, None)


def begin_typing(affiant: Program) -> int:
    """Unlock, open the testimony, stand at its end; the process id."""
    number = affiant.type_passphrase(PASSPHRASE)
    affiant.open_case("testimony")
    affiant.wait("not window.frame.page.primary().isReadOnly()")  # it is known what was being typed before
    affiant.run("field = window.frame.page.primary(); field.setFocus(); cursor = field.textCursor()")
    affiant.run("cursor.movePosition(cursor.MoveOperation.End); field.setTextCursor(cursor)")
    return number


def draft_in(vault: ReadyVault) -> str:
    """What is kept as a draft of the testimony."""
    with session.open_unlocked(vault.path, bytearray(vault.key)) as opened, opened.open_case(vault.case_id) as store:
        return "".join(draft.text for draft in work.drafts(store).values())


def test_locking_leaves_nothing_in_memory_and_the_work_comes_back(
    start: Callable[[], Program], vault: ReadyVault, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    affiant = start()
    assert begin_typing(affiant) == affiant.process.pid
    assert affiant.count(PASSPHRASE) == 0, "the process that works never saw the passphrase"
    affiant.run(f"QTest.keyClicks(field, {CANARY!r})")
    assert affiant.count(CANARY) > 0
    affiant.run("window.resize(800, 700); window.switch_palette(); window.resize_text(+1)")

    assert affiant.press_lock() == affiant.process.pid
    assert affiant.count(CANARY) == 0
    assert affiant.count(PASSPHRASE) == 0
    assert affiant.ask("type(window.stack.currentWidget()).__name__") == "UnlockScreen"
    assert affiant.ask("window.stack.currentWidget().vault.value") == str(vault.path)
    looks = "[window.handover.width, window.handover.height, window.look.is_dark, window.look.factor]"
    assert affiant.ask(looks) == [800, 700, True, 1.125]

    words = tmp_path / "passphrase"
    words.write_text(PASSPHRASE, "utf-8")
    assert command_line(["list", str(vault.path), "--passphrase-file", str(words)]) == 0, "nobody holds the vault any more"
    assert "LARCH" in capsys.readouterr().out
    assert draft_in(vault) == BEGUN + CANARY

    affiant.type_passphrase(PASSPHRASE)
    affiant.wait_for_page("testimony")
    affiant.wait(f"window.frame.page.primary().toPlainText().endswith({CANARY!r})")
    assert affiant.ask(looks) == [800, 700, True, 1.125]


def test_what_was_typed_a_second_before_a_kill_is_there(start: Callable[[], Program], vault: ReadyVault) -> None:
    affiant = start()
    begin_typing(affiant)
    affiant.run(f"QTest.keyClicks(field, {CANARY!r})")
    affiant.run("held = []; QTimer.singleShot(1000, lambda: held.append(1))")
    affiant.run("QTest.keyClicks(field, ' and on')")
    affiant.wait("bool(held)")
    affiant.end(signal.SIGKILL)
    assert CANARY in draft_in(vault)


def test_a_whole_session_writes_nothing_outside_the_vault(
    start: Callable[[], Program], vault: ReadyVault, home: Path, tmp_path: Path
) -> None:
    affiant = start()
    begin_typing(affiant)
    affiant.run(f"QTest.keyClicks(field, {CANARY!r})")
    affiant.press_lock()
    affiant.type_passphrase(PASSPHRASE)
    affiant.wait_for_page("testimony")
    affiant.wait("not window.frame.page.primary().isReadOnly()")
    affiant.run("field = window.frame.page.primary(); field.setFocus(); QTest.keyClicks(field, 'And ')")
    assert affiant.end(signal.SIGTERM) == 0
    assert affiant.errors() == ""
    assert draft_in(vault) == "And " + BEGUN + CANARY, "the end of the session saves what is being typed"
    outside = [path for path in home.rglob("*") if vault.path not in (path, *path.parents) and not path.is_dir()]
    assert outside == []
    assert list(home.iterdir()) == [home / ".local"]
    assert list((tmp_path / "scratch").iterdir()) == []


def test_a_fault_in_a_slot_is_told_by_class_file_and_line_only(start: Callable[[], Program]) -> None:
    affiant = start()
    affiant.type_passphrase(PASSPHRASE)
    affiant.wait("type(window.stack.currentWidget()).__name__ == 'CasesScreen'")
    affiant.run(f"def fail(): raise ValueError({CANARY!r})\nQTimer.singleShot(0, fail)")
    affiant.wait("not window.stack.currentWidget().notice.isHidden()")
    said = affiant.ask("window.stack.currentWidget().notice.head.text() + window.stack.currentWidget().notice.body.text()")
    assert "ValueError at <string>:1" in said
    assert CANARY not in said
    assert affiant.end(signal.SIGTERM) == 0
    assert CANARY not in affiant.errors()
