"""The commands that change the ways into a vault: passphrase, key file, recovery."""

from __future__ import annotations

import argparse
from datetime import date

from app.cli_commands import answer, key_file, open_vault, passphrase, secret_file, weakness
from app.errors import bad_input
from app.services import files, ways
from app.services.session import told


def change_passphrase(args: argparse.Namespace) -> int:
    """``affiant passphrase``: a key file that was needed is needed still."""
    new = secret_file(args.new_passphrase_file, "the file with the new passphrase")
    weak = weakness(new)
    with open_vault(args) as vault:
        # Opened by recovery, no key file is at hand; then none goes with the new passphrase.
        ways.set_passphrase(vault, new, key_file(args))
        answer(
            args,
            {"ways": list(ways.ways(vault)), **weak},
            "\n".join(["the passphrase was changed; copies of the vault still open with the old one", *weak.values()]),
        )
    return 0


def change_key_file(args: argparse.Namespace) -> int:
    """``affiant key-file``: let a key file go with the passphrase, or no more."""
    if args.recovery_file is not None:
        raise bad_input("usage", "a key file goes with the passphrase: open the vault with that, not by recovery")
    added = key_file(args, args.add) if args.add is not None else None
    words = passphrase(args)
    args.passphrase = words
    with open_vault(args) as vault:
        ways.set_passphrase(vault, words, added)
        done = "from now on the vault opens only with this key file too" if added else "the vault opens without a key file now"
        answer(args, {"ways": list(ways.ways(vault))}, done)
    return 0


def print_recovery(args: argparse.Namespace) -> int:
    """``affiant recovery``: new sheets, as a PDF; those before open the vault no more."""
    if args.out.suffix.lower() != ".pdf":
        raise bad_input("not-pdf", "the output must be named *.pdf; nothing was changed")
    with open_vault(args) as vault, told(), files.written_whole(args.out, replace=False) as stream:
        # The file is begun first: recovery must never be changed and then not be written.
        made = ways.new_recovery(vault)
        stream.write(ways.recovery_pdf(made, date.today(), whole=args.whole))
        ways.note_written(vault)
    answer(args, {"pdf": str(args.out)}, f"wrote {args.out}; print it, and take it off this computer")
    return 0
