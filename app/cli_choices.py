"""What a copy is to hold, as the options of a command say it."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date, timedelta

from app.errors import bad_input
from app.redaction.disclose import Choices
from app.redaction.profiles import load_profile
from app.services import session


def choices(args: argparse.Namespace, recipient: str | None = None, mask: bool = False) -> Choices:
    """What is to be in it; ``mask``: everything that is open is masked. Raises ``UserError``."""
    base = default_choices(args.profile)
    testimonies = base.testimonies
    if args.testimonies is not None:
        testimonies = tuple(part.strip() for part in args.testimonies.split(",") if part.strip())
        if not testimonies:
            raise bad_input("bad-testimonies", "--testimonies takes confirmed, all, none or ids")
    include = frozenset(part.strip() for part in args.include.split(",") if part.strip())
    chosen = Choices(dated(args) or base.dated, testimonies, include, recipient, mask)
    if not hasattr(args, "sections"):
        return chosen
    return replace(
        chosen,
        language=args.lang or "",
        events=_ids(args.events, "--events", ("all",)),
        documents=_ids(args.documents, "--documents", ("all", "none")),
        sections=_ids(args.sections, "--sections", ("all",)) or (),
        paper=args.paper,
    )


def _ids(given: str | None, option: str, words: tuple[str, ...]) -> tuple[str, ...] | None:
    """What a list names; ``None`` for all, nothing for none."""
    if given is None or given.strip() == "all":
        return None
    if given.strip() == "none" and "none" in words:
        return ()
    found = tuple(dict.fromkeys(part.strip() for part in given.split(",") if part.strip()))
    if not found:
        raise bad_input("bad-choice", f"{option} takes {', '.join(words)} or a list parted by commas")
    return found


def exhibits(args: argparse.Namespace) -> tuple[str, ...]:
    """The documents whose pages are to be shown: ids, or ``all`` by itself."""
    named = tuple(dict.fromkeys(part.strip() for part in args.exhibits.split(",") if part.strip()))
    if not named:
        raise bad_input("bad-exhibits", "--exhibits takes all, none or ids")
    return () if named == ("none",) else named


def dated(args: argparse.Namespace) -> date | None:
    """The day that is to be printed, if one was given."""
    if args.dated is None:
        return None
    try:
        day = date.fromisoformat(args.dated)
    except ValueError:
        raise bad_input("bad-date", "--dated takes a date such as 2021-07-10") from None
    if day > date.today() + timedelta(days=1):  # tomorrow it may be elsewhere; later nobody is a child any more
        raise bad_input("bad-date", "--dated lies ahead: consent and ages are not judged by a day to come")
    return day


def default_choices(profile_key: str) -> Choices:
    """What a copy holds where nothing is said."""
    with session.told():
        profile = load_profile(profile_key)
    return Choices(date.today(), (profile.testimonies,))
