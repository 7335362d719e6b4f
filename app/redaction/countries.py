"""Country codes as words, from the region names that ``phonenumbers`` ships in many languages."""

from __future__ import annotations

import importlib.util
from functools import cache, lru_cache
from pathlib import Path

import phonenumbers

from app.redaction.words import words


@cache
def _names() -> dict[str, dict[str, str]]:
    """Country code -> language -> name.

    The one file is read by its path: importing it by name would bring thirty more with every telephone area of the world,
    a fifth of a second in which Python does nothing else.
    """
    path = Path(phonenumbers.__file__).parent / "geodata" / "locale.py"
    spec = importlib.util.spec_from_file_location("phonenumbers.geodata.locale", path)
    if spec is None or spec.loader is None:  # as little to be expected as any installed module without its file
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    held: dict[str, dict[str, str]] = module.LOCALE_DATA
    return held


@lru_cache(maxsize=512)
def country_name(code: str | None, language: str) -> str | None:
    """The name of an ISO 3166-1 alpha-2 country; the code itself where no name is known."""
    if code is None:
        return None
    names = _names().get(code, {})
    name = names.get(language.split("-", maxsplit=1)[0], code)
    if name.startswith("*"):
        name = names.get(name[1:], code)
    return str(name)


def in_running_text(name: str, language: str) -> str:
    """A country's name as it stands after "in": "the United States"."""
    table = words(language)["place"]
    return f"{table['article']} {name}" if name in table["with_article"] else name
