"""Backup, restore, shredding, archives, erasing and receipts, through the real command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from app.services.ways import recovery_of
from app.storage.vault import Vault
from crypto.identity import SealingIdentity
from tests.e2e.conftest import PASSPHRASE, Place, affiant
from tests.e2e.test_statuses import make_vault, ready_vault

WHO = SealingIdentity(bytes(range(32)))


def with_recovery(place: Place) -> Path:
    with Vault.open(place.vault, PASSPHRASE) as vault:
        return place.write("recovery", recovery_of(vault.new_recovery()).line)


def test_a_backup_is_restored(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = ready_vault(tmp_path, small_case())
    recovery, stick, again = with_recovery(place), tmp_path / "stick", tmp_path / "again"
    stick.mkdir()
    made = place.run("backup", stick, "--json")
    assert made.status == 0
    (backup,) = stick.iterdir()
    assert made.data["file"] == str(backup)
    assert affiant("restore", backup, again, "--recovery-file", recovery).status == 0
    assert affiant("restore", backup, again, "--recovery-file", recovery).status == 2
    other = place.write("other", recovery_of(bytes(32)).line)
    assert affiant("restore", backup, tmp_path / "x", "--recovery-file", other).status == 5
    assert affiant("verify", again, "--passphrase-file", place.passphrase).status == 0
    backup.write_bytes(backup.read_bytes()[:-1])
    ran = affiant("restore", backup, tmp_path / "x", "--recovery-file", recovery)
    assert (ran.status, "backup" in ran.err, (tmp_path / "x").exists()) == (6, True, False)


def test_a_case_goes_into_an_archive_comes_back_and_is_shredded(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = ready_vault(tmp_path, small_case())
    identity = place.write("identity", f"# mine\n{WHO.secret_text()}\n")
    out = tmp_path / "wren.age"
    assert place.run("archive", "WREN", "--out", out).status == 2
    assert place.run("archive", "WREN", "--out", out, "--to", WHO.recipient).status == 0
    assert place.run("import", out, "--identity-file", identity).status == 0
    assert place.run("erase", "WREN", "1", "--reason", "asked for").status == 0
    assert place.run("erase", "WREN", "1", "--reason", "asked for").status == 2
    unasked = place.run("shred", "WREN")
    assert (unasked.status, "--yes" in unasked.err) == (2, True)
    assert [row["code"] for row in place.run("list", "--json").data] == ["WREN"]
    gone = place.run("shred", "WREN", "--yes")
    assert gone.status == 0
    assert "backups" in gone.out
    assert place.run("list", "--json").data == []


def test_3_a_hold_and_a_day_to_come(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    held = small_case("a.json", case={"code": "HELD", "hold": {"on": "2021-01-01"}})
    kept = small_case("b.json", case={"code": "KEPT", "retention": {"review_on": "2999"}})
    place = make_vault(tmp_path, held, kept)
    assert [place.run("shred", code, "--yes").status for code in ("HELD", "KEPT")] == [3, 3]
    assert place.run("erase", "HELD", "1", "--reason", "asked for").status == 3
    assert place.run("archive", "KEPT", "--to", WHO.recipient, "--out", tmp_path / "x.age").status == 3
    assert not (tmp_path / "x.age").exists()


def test_a_receipt_finds_a_vault_that_was_put_back(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = ready_vault(tmp_path, small_case())
    recovery = with_recovery(place)
    assert place.run("backup", tmp_path / "b.age").status == 0
    decided = place.write("d.json", json.dumps([{"text": "thirty", "as": "safe"}]))
    assert place.run("decide", "WREN", "--decisions", decided).status == 0
    receipt = tmp_path / "receipt.json"
    assert place.run("verify", "--receipt", receipt).status == 0
    compared = place.run("verify", "--against", receipt)
    assert (compared.status, "1 case goes on from the receipt of" in compared.out) == (0, True)
    assert affiant("restore", tmp_path / "b.age", tmp_path / "old", "--recovery-file", recovery).status == 0
    ran = affiant("verify", tmp_path / "old", "--against", receipt, "--passphrase-file", place.passphrase)
    assert (ran.status, "case WREN" in ran.err) == (6, True)


def test_a_vault_whose_recovery_nobody_has_seen_makes_no_backup(tmp_path: Path) -> None:
    place = make_vault(tmp_path)
    ran = place.run("backup", tmp_path / "b.age")
    assert (ran.status, (tmp_path / "b.age").exists()) == (2, False)
    assert "recovery" in ran.err
