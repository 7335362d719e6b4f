"""Backs up, restores, shreds, archives … until it is killed, telling each piece of work that was acknowledged.

Run by ``test_kill_keeping``. What stands beside the vault: ``secret`` (the recovery), ``stick`` (where backups go).
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.services import archiving
from app.services.backup import back_up
from app.services.restore import restore
from app.storage import migrations, schema
from app.storage.database import Database
from app.storage.values import DocumentContent
from app.storage.vault import Vault
from crypto.identity import SealingIdentity
from tests.integration.storage.sample import PASSPHRASE, case_named, said
from tests.integration.storage.worker import document

WHO = SealingIdentity(bytes(range(32)))
#: So many cases stand ready to be shredded, archived or taken on.
READY = 12
TODAY = date(2026, 1, 15)


def words(number: int) -> str:
    """The passphrase after so many changes."""
    return f"passphrase number {number}" if number else PASSPHRASE


def add_table(db: Database) -> None:
    """The step from schema 1 to 2."""
    db.define("CREATE TABLE tomorrow (id INTEGER PRIMARY KEY, words TEXT)")
    db.execute("INSERT INTO tomorrow SELECT seq, what FROM journal")


def fill(vault: Vault) -> None:
    """Make the cases that stand ready."""
    for number in range(1, READY + 1):
        vault.create_case(case_named(f"CASE{number}"), {"d1": DocumentContent.of_bytes(document(number))}).close()


def _backup(vault: Vault, number: int) -> None:
    with vault.open_case("HERON") as case:
        case.put("testimonies", said(f"Words {number}.", f"x{number}"))
        back_up(vault, vault.path.parent / "stick" / f"{number:04}.age")


def _restore(vault: Vault, number: int) -> None:
    folder = vault.path.parent
    restore(folder / "stick" / "b.age", folder / f"restored{number}", (folder / "secret").read_bytes())


def _shred(vault: Vault, number: int) -> None:
    vault.shred(f"CASE{number}", TODAY)


def _archive(vault: Vault, number: int) -> None:
    archiving.archive(vault, f"CASE{number}", vault.path.parent / "stick" / f"{number}.age", [WHO.recipient], today=TODAY)


def _passphrase(vault: Vault, number: int) -> None:
    vault.set_passphrase(words(number))


def _take_on(vault: Vault, number: int) -> None:
    vault.open_case(f"CASE{number}").close()


WORK: dict[str, Callable[[Vault, int], None]] = {
    "backup": _backup,
    "restore": _restore,
    "shred": _shred,
    "archive": _archive,
    "passphrase": _passphrase,
    "take on": _take_on,
}


def main(path: Path, work: str) -> None:
    """Do one kind of work over and over; print its number when it is done."""
    numbers = range(1, READY + 1) if work in ("shred", "archive", "take on") else itertools.count(1)
    with Vault.open(path, PASSPHRASE) as vault:
        if work in ("shred", "archive", "take on"):
            fill(vault)
        if work == "take on":
            migrations.CASE_STEPS, schema.CASE_SCHEMA = (add_table,), 2
        print("ready", flush=True)
        for number in numbers:
            WORK[work](vault, number)
            print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
