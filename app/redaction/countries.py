"""Country codes as words, from the region names that ``phonenumbers`` ships in many languages."""

from __future__ import annotations

from functools import lru_cache

from app.redaction.words import words


@lru_cache(maxsize=512)
def country_name(code: str | None, language: str) -> str | None:
    """The name of an ISO 3166-1 alpha-2 country; the code itself where no name is known."""
    if code is None:
        return None
    from phonenumbers.geodata.locale import LOCALE_DATA

    names = LOCALE_DATA.get(code, {})
    name = names.get(language.split("-", maxsplit=1)[0], code)
    if name.startswith("*"):
        name = names.get(name[1:], code)
    return str(name)


def in_running_text(name: str, language: str) -> str:
    """A country's name as it stands after "in": "the United States"."""
    table = words(language)["place"]
    return f"{table['article']} {name}" if name in table["with_article"] else name
