"""What stands for people, places and organizations in exports, as the window shows it beside each entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.domain.case import Case
from app.redaction.profiles import load_profile
from app.redaction.substitutes import Substitutes


def substitutes(case: Case, profile_key: str, kept: Mapping[str, str], dated: date, language: str = "en") -> Substitutes:
    """All substitutes of a case under one profile; ``kept`` are the codes that earlier exports gave."""
    return Substitutes(case, load_profile(profile_key), language, kept, dated)


def client_stands_as(case: Case, dated: date) -> str:
    """What stands for the client on screen: never a name. Empty while nobody on record is the client."""
    client = next((person for person in case.people if "witness" in person.roles), None)
    return substitutes(case, "counsel", {}, dated)[client.id].text if client else ""
