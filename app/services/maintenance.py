"""Keeping a vault whole: verification and the program's test of itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from app.services.session import told
from app.storage.values import Finding
from app.storage.vault import Vault
from crypto import selftest


def verify(vault: Vault) -> tuple[Finding, ...]:
    """Everything that is wrong with a vault, and where; empty if it is clean."""
    with told():
        return (*vault.verify(), *vault.put_back())


def put_right(vault: Vault) -> tuple[Finding, ...]:
    """What was damaged, and was put right from a second copy; said once, as the vault keeps it no longer than that."""
    with told():
        found = vault.put_right()
        if found:
            vault.told_put_right()
        return found


def self_test() -> None:
    """Check the cryptography against known answers. Raises if this machine computes anything else."""
    selftest.run()


def show(paths: Sequence[Path]) -> None:
    """Open files with the program that the system has for them."""
    for path in paths:
        if sys.platform == "win32":
            os.startfile(path)
        else:
            opener = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.run([opener, str(path)], check=False)


def remove_vault(path: Path) -> None:
    """Take away a whole vault, of which nothing is wanted any more. Only what a vault consists of is touched."""
    for folder in (path / "o", path):
        if folder.is_symlink() or not folder.is_dir():
            continue
        for entry in folder.iterdir():
            if entry.is_file() and not entry.is_symlink():
                entry.unlink()
        folder.rmdir()
