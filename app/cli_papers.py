"""The commands that make papers beside the report: the draft declaration."""

from __future__ import annotations

import argparse
from datetime import date

from app.cli_commands import OpenCase, answer, dated
from app.services import declaration, export
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
