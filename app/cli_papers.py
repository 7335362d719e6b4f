"""The commands that make papers beside the report: the draft declaration, and counsel's packet."""

from __future__ import annotations

import argparse
from datetime import date

from app.cli_choices import choices, dated
from app.cli_commands import OpenCase, answer, present, secret_file, weakness
from app.domain.paper_code import new_code
from app.errors import bad_input
from app.services import archiving, declaration, export, packet, paper_kit, unsealing
from app.services.material import take


def declare(args: argparse.Namespace) -> int:
    """``affiant declaration``: a draft under 28 U.S.C. 1746 from a confirmed testimony."""
    asked = declaration.Asked(
        dated=dated(args) or date.today(),
        testimony=args.testimony,
        identified=args.identified,
        profile=args.profile,
        wording=args.wording,
        original=args.original,
        mask_undecided=args.undecided == "mask",
        recipient=args.recipient,
    )
    with OpenCase(args) as store:
        export.named_pdf(args.out)
        made = declaration.declare(take(store), asked)
        done = export.release(store, made, args.out, replace=False)
    whom = "holds names" if asked.identified else "names withheld"
    data = {"pdf": str(done.path), "sha256": done.sha256, "pages": done.pages, "identified": asked.identified}
    answer(args, data, f"wrote {done.path} ({done.pages} pages, checked; a draft, {whom})")
    return 0


def make_packet(args: argparse.Namespace) -> int:
    """``affiant packet``: everything that counsel is to have, in one sealed file."""
    words = None
    if args.to_passphrase_file is not None:
        words = secret_file(args.to_passphrase_file, "the file with the packet's passphrase")
    with OpenCase(args) as store:
        material = take(store)
        contents = packet.Contents(
            choices=choices(args, recipient=args.recipient, mask=args.undecided == "mask"),
            parts=_listed(args.parts),
            originals=tuple(store.contents()) if args.originals == "all" else _listed(args.originals),
            testimony=args.declaration_from,
            wording=args.wording,
            override=args.override,
        )
        to = packet.To(tuple(args.to or ()), words)
        done = packet.write(store, packet.prepare(material, contents), args.out, to)
    weak = weakness(words) if words is not None else {}
    data = {"file": str(done.path), "sha256": done.sha256, "members": list(done.members), **weak}
    lines = [f"wrote {done.path} (sealed, read back)", *(f"in it: {name}" for name in done.members), *weak.values()]
    answer(args, data, "\n".join(lines))
    return 0


def unpack(args: argparse.Namespace) -> int:
    """``affiant unpack``: a packet into a folder, by whoever can open it; no vault needed."""
    present(args.packet, "the packet")
    if args.identity_file is not None:
        identities = [*archiving.read_identities(secret_file(args.identity_file, "the identity file"))]
        names = unsealing.unseal(args.packet, args.out, identities)
    elif args.passphrase_file is not None:
        words = secret_file(args.passphrase_file, "the passphrase file")
        names = unsealing.unseal(args.packet, args.out, [unsealing.passphrase(words)])
    else:
        raise bad_input("usage", "a packet opens with --identity-file or --passphrase-file; nothing was written")
    answer(args, {"folder": str(args.out), "members": list(names)}, "\n".join(f"wrote {args.out / name}" for name in names))
    return 0


def print_paper(args: argparse.Namespace) -> int:
    """``affiant paper``: consent cards, guides, sheets with their key, the closing list, for a day without a computer."""
    asked = paper_kit.Kit(
        lang=args.lang,
        paper=args.paper,
        cards=paper_kit.chosen_cards(args.cards),
        guides=paper_kit.chosen_guides(args.guides),
        sheets=args.sheets,
    )
    if (args.vault is None) != (args.case is None):
        raise bad_input("usage", "--vault and --case go together; nothing was written")
    code = new_code()
    files = paper_kit.draw_kit(asked, code)
    if args.vault is None:
        paths = paper_kit.write(args.out, files)
        kept = "the code is kept nowhere; print with --vault and --case to have it in the history of a case"
    else:
        with OpenCase(args) as store:
            paths = paper_kit.print_for(store, asked, args.out, code, files)
        kept = "the code stands in the history of the case"
    data = {"code": code, "files": [str(path) for path in paths], "kept": args.vault is not None}
    warned = "Paper can be found: print where nothing is kept, destroy the files, carry the key apart from the sheets."
    answer(args, data, "\n".join([*(f"wrote {path}" for path in paths), f"code {code}; {kept}", warned]))
    return 0


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
