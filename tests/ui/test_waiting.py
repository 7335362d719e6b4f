"""The program never holds its window up: the real one, in a process of its own, from the passphrase to every page of a case."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ui.conftest import PASSPHRASE, ReadyVault
from tests.ui.driven import Program, program


def settle(affiant: Program) -> None:
    """Until all that was asked of the vault, and all that this led to, is answered and shown."""
    for _ in range(3):
        affiant.run("answered = []; window.tasks.query(window, lambda vault: True, answered.append)")
        affiant.wait("bool(answered) and not any(thread.name == 'compute' for thread in threading.enumerate())")
        affiant.wait("not any(timer.isActive() for timer in window.findChildren(QTimer) if timer.isSingleShot())")


@pytest.mark.alone
def test_no_page_of_a_case_holds_the_window_up(ready_vaults: dict[str, ReadyVault], home: Path, tmp_path: Path) -> None:
    shutil.copytree(ready_vaults["sample"].path, home / ".local/share/Affiant/vaults/Field vault")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    took: dict[str, float] = {}
    with program(home, scratch) as affiant:
        affiant.type_passphrase(PASSPHRASE)
        affiant.run("import threading; watchdog = Watchdog(); drawn = []; QTimer.singleShot(10, lambda: drawn.append(True))")
        affiant.wait("bool(drawn)")
        affiant.run("watchdog.reset()")  # the window has been drawn for the first time: from here on it must answer
        affiant.wait("bool(getattr(window.stack.currentWidget(), 'summaries', None))")
        settle(affiant)
        took["cases"] = affiant.ask("watchdog.longest")
        affiant.run("watchdog.reset(); window.open_case(next(iter(window.stack.currentWidget().summaries)), 'overview')")
        affiant.wait_for_page("overview")
        settle(affiant)
        took["the case"] = affiant.ask("watchdog.longest")
        for page in affiant.ask("list(window.frame.rail.rows)"):
            affiant.run(f"watchdog.reset(); window.frame.go({page!r})")
            settle(affiant)
            took[page] = affiant.ask("watchdog.longest")
    assert {page: longest for page, longest in took.items() if longest >= 0.1} == {}, took
