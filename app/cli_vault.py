"""The commands that keep a vault: backup and restore, shred and archive, erase."""

from __future__ import annotations

import argparse
import sys

from app.cli_commands import answer, ask, open_vault, present, secret_file
from app.cli_commands import import_case as import_plain
from app.errors import DAMAGED, UserError, bad_input
from app.services import archiving, keeping, locking, maintenance, receipts, ways
from app.services import backup as backups
from app.services.restore import restore as restore_vault
from app.services.values import CaseSummary

_REMAINS = [f"what remains: {what}" for what in keeping.REMAINS]


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
    present(args.backup, "the backup")
    secret = ways.read_recovery(secret_file(args.recovery_file, "the recovery file"))
    try:
        done = restore_vault(args.backup, args.vault, secret)
    finally:
        secret[:] = bytes(len(secret))
    data = {"vault": str(args.vault), "cases": done.cases, "damaged": list(done.damaged)}
    words = f"restored {args.vault} ({done.cases} cases, checked); it opens with the passphrase it had then"
    answer(args, data, "\n".join([words, *(f"was damaged before the backup: {part}" for part in done.damaged)]))
    return 0


def shred(args: argparse.Namespace) -> int:
    """``affiant shred``: gone for good; a person at a terminal says so once more, a script by ``--yes``."""
    if not args.yes and not sys.stdin.isatty():
        raise bad_input("not-asked", "there is no terminal to ask once more: use --yes to shred for good; nothing was changed")
    with open_vault(args) as vault:
        if not args.yes and ask(f"Type {args.case} once more to shred it for good: ").strip() != args.case:
            raise bad_input("not-the-same", "that is not what the case is called; nothing was changed")
        gone = keeping.shred(vault, args.case, damaged=args.damaged)
    answer(args, _gone(gone), "\n".join([f"shredded {gone.code}", *_REMAINS]))
    return 0


def archive(args: argparse.Namespace) -> int:
    """``affiant archive``: the case out of the vault, into one sealed file that was read back."""
    with open_vault(args) as vault:
        gone = archiving.archive(vault, args.case, args.out, args.to)
    words = [
        f"wrote {args.out} (read back) and shredded {gone.code} here",
        *(f"what remains: {what}" for what in keeping.REMAINS),
    ]
    answer(args, {"file": str(args.out), **_gone(gone)}, "\n".join(words))
    return 0


def erase(args: argparse.Namespace) -> int:
    """``affiant erase``: the words of one row of the history."""
    with open_vault(args) as vault:
        keeping.erase(vault, args.case, args.sequence, args.reason)
    answer(args, {"erased": args.sequence}, f"erased the words of row {args.sequence}; what still stands in the case stands")
    return 0


def import_sealed(args: argparse.Namespace) -> int:
    """``affiant import --identity-file``: an archive, or what was exported sealed."""
    present(args.casefile, "the sealed file")
    identities = archiving.read_identities(secret_file(args.identity_file, "the identity file"))
    with open_vault(args) as vault:
        summary = archiving.import_sealed(vault, args.casefile, identities)
    answer(args, {"code": summary.code, "id": summary.id}, f"stored {summary.code}")
    return 0


def import_case(args: argparse.Namespace) -> int:
    """``affiant import``: a case file, or a sealed file with an identity that opens it."""
    return import_plain(args) if args.identity_file is None else import_sealed(args)


def lock(args: argparse.Namespace) -> int:
    """``affiant lock``: the window keeps what is being typed, closes the vault and shows the lock screen."""
    done = locking.lock(args.vault)
    answer(args, {"locked": done}, f"locked {args.vault}" if done else f"nobody has {args.vault} open")
    return 0


def verify(args: argparse.Namespace) -> int:
    """``affiant verify``: everything there is; with a receipt also that it is no older copy."""
    compared = None
    if args.against is not None:
        present(args.against, "the receipt")
    with open_vault(args) as vault:
        findings = maintenance.verify(vault)
        if args.against is not None:
            compared = receipts.compare(vault, args.against)
            findings += tuple(found for found in compared.findings if found not in findings)
        mended = maintenance.put_right(vault)  # last: it is said once
        if args.receipt is not None and not findings and not mended:
            receipts.write(vault, args.receipt, verified=True)
    listed = [{"part": finding.part, "problem": finding.problem} for finding in (*findings, *mended)]
    gone = () if compared is None else compared.shredded
    words = [f"shredded since: case {case_id}, {when}" for case_id, when in gone]
    if compared is not None:
        words.append(_goes_on(compared.cases - len(gone), compared.time))
    if args.receipt is not None:
        words.append(f"wrote {args.receipt}; keep it where nobody can change it together with the vault")
    if args.json or not listed:
        answer(args, listed, "\n".join([*words, "clean"]))
    receipts.refuse((*findings, *mended) if findings else ())
    receipts.tell(mended)
    return 0


def _goes_on(cases: int, time: str) -> str:
    """What holds of the cases of a receipt that were not shredded."""
    if cases < 1:
        return f"no case is left of the receipt of {time}"
    return f"{'1 case goes' if cases == 1 else f'{cases} cases go'} on from the receipt of {time}"


def _gone(summary: CaseSummary) -> dict[str, object]:
    return {"code": summary.code, "id": summary.id, "remains": list(keeping.REMAINS)}
