"""Hiding in the real program: the page stays in front over a lock and over the new process that comes with it."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.ui.conftest import PASSPHRASE, ReadyVault
from tests.ui.driven import program


def test_the_page_stays_in_front_of_the_next_process(ready_vaults: dict[str, ReadyVault], home: Path, tmp_path: Path) -> None:
    shutil.copytree(ready_vaults["sample"].path, home / ".local/share/Affiant/vaults/Field vault")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with program(home, scratch) as affiant:
        affiant.type_passphrase(PASSPHRASE)
        affiant.open_case("testimony")
        affiant.run("QTest.keyClick(window, Qt.Key.Key_F12)")
        assert affiant.ask("window.windowTitle()") == "Calendar"
        affiant.press_lock()
        assert affiant.ask("window.windowTitle()") == "Calendar"
        assert not affiant.ask("window.stack.isVisible()")
        affiant.run("QTest.keyClick(window, Qt.Key.Key_F12)")
        assert affiant.ask("window.stack.isVisible()")
        affiant.type_passphrase(PASSPHRASE)
        assert affiant.ask("window.windowTitle()") == "Affiant"
