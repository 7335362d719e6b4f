"""Profiles: what an export for one kind of reader may give away. Data in ``resources/profiles/<key>.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from app.paths import resource

# Kinds of places, smallest first (CASEFILE, Vocabularies).
PLACE_KINDS = (
    "address", "facility", "village", "neighbourhood", "town", "district", "county", "city", "prefecture", "province",
    "region", "country",
)  # fmt: skip


class ProfileError(Exception):
    """A profile that does not exist, or whose file is not well formed. Names the profile only."""


@dataclass(frozen=True, slots=True)
class ConsentRule:
    """One purpose and recipient whose grant opens a profile, and the identities in the grant that suffice.

    ``coded_identities`` suffice too if the client stands by a code in this export.
    """

    purpose: str
    recipient: str
    identities: tuple[str, ...]
    coded_identities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """One profile, as its file states it. ``dates`` is day, month, year or order; ``births`` year or none."""

    key: str
    label: str
    people: str
    descriptors: str
    named: tuple[str, ...]
    dates: str
    births: str
    ages: bool
    smallest_place: str
    place_codes: bool
    testimonies: str
    facts: str
    first_person: bool
    case_code: bool
    recipient: bool
    exhibits: bool
    relatives_need_grant: bool
    leave_out: tuple[str, ...]
    sign_off: bool
    override: bool
    optional: tuple[str, ...]
    consent: tuple[ConsentRule, ...]
    client_identifiers: bool = False

    def shows_place_kind(self, kind: str | None) -> bool:
        """Whether places of a kind are shown. A place whose kind nobody stated is hidden."""
        if kind not in PLACE_KINDS:
            return False
        return PLACE_KINDS.index(kind) >= PLACE_KINDS.index(self.smallest_place)


def profile_keys() -> tuple[str, ...]:
    """The keys of all profiles that ship."""
    names = (entry.name for entry in resource("profiles").iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


@lru_cache(maxsize=16)
def load_profile(key: str) -> Profile:
    """Read one profile. Raises ``ProfileError`` if there is none of that name or it is not well formed."""
    if key not in profile_keys():
        raise ProfileError(key)
    data = tomllib.loads(resource("profiles", f"{key}.toml").read_text("utf-8"))
    try:
        consent = tuple(
            ConsentRule(rule["purpose"], rule["recipient"], tuple(rule["identities"]), tuple(rule.get("coded_identities", ())))
            for rule in data.pop("consent")
        )
        known = {field.name for field in fields(Profile)}
        if unknown := set(data) - known:
            raise ProfileError(f"{key}: unknown keys {sorted(unknown)}")
        values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
        return Profile(key=key, consent=consent, **values)
    except (KeyError, TypeError) as error:
        raise ProfileError(f"{key}: not well formed") from error
