"""``affiant exhibit``: which pages of a document may be shown in an export, and what is painted over on them."""

from __future__ import annotations

import argparse
from datetime import date

from app.cli_commands import OpenCase, answer, json_file
from app.redaction.disclose import Choices
from app.services import exhibit_pages, exhibits
from app.services.documents import read_document
from app.services.material import take
from app.services.preview import LARGEST


def prepare(args: argparse.Namespace) -> int:
    """Keep what ``--boxes`` says of the pages; then tell how far the document is, and what should be under boxes still."""
    plain = None if args.boxes is None else json_file(args.boxes, "the file of boxes", "nothing was saved")
    with OpenCase(args) as store:
        data = read_document(store, args.document, LARGEST)
        content = store.contents()[args.document].sha256
        of = exhibit_pages.draw(data, 0, 1, letters=False).pages
        if plain is not None:
            exhibits.save(store, exhibits.given(plain, args.document, content, of))
        material = take(store)
    plans = exhibits.plans_of(material.plans, args.document, content)
    standing = exhibits.standing(material.plans, args.document, content)
    propose = exhibits.propose(material, args.profile, Choices(date.today()))
    rows = []
    for first in range(0, of, exhibit_pages.AT_ONCE):
        for number, page in enumerate(exhibit_pages.draw(data, first, exhibit_pages.AT_ONCE).drawn, first + 1):
            plan = plans.get(number)
            boxes, safe = (plan.boxes, plan.safe) if plan is not None else ((), ())
            rows += [
                {
                    "page": number, "text": found.text, "kind": found.kind, "state": found.state,
                    "boxes": [box.plain() for box in found.boxes], "safe": [box.plain() for box in found.lines],
                }
                for found in propose(page)
                if found.is_open(boxes, safe)
            ]  # fmt: skip
    facts = {"document": args.document, "pages": of, "ready": standing.ready, "left_out": standing.left_out}
    words = [f"{args.document}: {of} pages, {standing.ready} ready, {standing.left_out} left out"]
    words += [f"page {row['page']}\t{row['state']}\t{row['kind']}\t{row['text']}\t{row['boxes']}" for row in rows]
    answer(args, {**facts, "proposals": rows}, "\n".join(words))
    return 0
