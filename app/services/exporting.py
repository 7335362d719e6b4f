"""What the window must know of a profile before an export: for whom, what can be chosen, what it will need."""

from __future__ import annotations

from dataclasses import dataclass

from app.redaction.choices import report_language
from app.redaction.disclosed import SECTIONS
from app.redaction.profiles import load_profile, profile_keys
from app.redaction.words import languages
from app.services.session import told

__all__ = ["SECTIONS", "ProfileFacts", "languages", "profiles", "report_language"]

_ORDER = ("counsel", "court", "partner", "public", "ccf")


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """A profile as data. ``testimonies`` is what an export holds unless chosen otherwise (confirmed or none); ``optional``
    what can be added; ``case_code`` whether the case's code may be printed, and so stand in the file's name."""

    key: str
    people: str
    dates: str
    smallest_place: str
    testimonies: str
    optional: tuple[str, ...]
    recipient: bool
    case_code: bool
    sign_off: bool
    override: bool


def profiles() -> tuple[ProfileFacts, ...]:
    """All profiles that ship, the usual ones first."""
    with told():
        keys = sorted(profile_keys(), key=lambda key: (_ORDER.index(key) if key in _ORDER else len(_ORDER), key))
        return tuple(_facts(key) for key in keys)


def _facts(key: str) -> ProfileFacts:
    held = load_profile(key)
    return ProfileFacts(
        key,
        held.people,
        held.dates,
        held.smallest_place,
        held.testimonies,
        held.optional,
        held.recipient,
        held.case_code,
        held.sign_off,
        held.override,
    )
