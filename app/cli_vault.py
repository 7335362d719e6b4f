"""The commands that keep a vault: backup and restore, shred and archive, erase."""

from __future__ import annotations

import argparse

from app.cli_commands import answer, open_vault, secret_file
from app.errors import DAMAGED, UserError
from app.services import backup as backups
from app.services import ways
from app.services.restore import restore as restore_vault


def backup(args: argparse.Namespace) -> int:
    """``affiant backup``: one sealed file, read back before this says that it is there."""
    with open_vault(args) as vault:
        made = backups.back_up(vault, args.dest, args.keep)
    data = {
        "file": str(made.path), "size": made.size, "sha256": made.sha256, "time": made.time,
        "damaged": list(made.damaged), "removed": [str(path) for path in made.removed],
    }  # fmt: skip
    lines = [f"wrote {made.path} ({made.size} bytes, read back); it opens with the recovery sheets of today"]
    answer(args, data, "\n".join([*lines, *(f"removed {path}" for path in made.removed)]))
    if made.damaged:
        raise UserError(
            "damaged", DAMAGED, "the backup was written, but of a vault that is damaged; run verify", tuple(made.damaged)
        )
    return 0


def restore(args: argparse.Namespace) -> int:
    """``affiant restore``: a whole vault at a place where nothing is."""
    secret = ways.read_recovery(secret_file(args.recovery_file, "the recovery file"))
    try:
        done = restore_vault(args.backup, args.vault, secret)
    finally:
        secret[:] = bytes(len(secret))
    data = {"vault": str(args.vault), "cases": done.cases, "damaged": list(done.damaged)}
    words = f"restored {args.vault} ({done.cases} cases, checked); it opens with the passphrase it had then"
    answer(args, data, "\n".join([words, *(f"was damaged before the backup: {part}" for part in done.damaged)]))
    return 0
