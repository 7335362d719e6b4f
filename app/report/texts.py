"""The report's own words (``resources/report/<language>.toml``): what is printed in every report, whatever the case.

Values of a case are put into the slots of these wordings as they stand: a slot is filled once, and braces in a value
mean nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.paths import resource

FALLBACK = "en"
_SLOT = re.compile(r"\{([a-z_]+)\}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_MIN_WORDS = 2
#: Sources whose speaker is called by what they are.
_TITLED = ("relative", "lawyer", "expert")
#: What is written without spaces is more than one word from here on; nobody is called as any of these is worded.
_LONG_HAN = re.compile(r"[\u4e00-\u9fff]{3}")


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of one language. ``table`` is the file as read."""

    language: str
    table: Mapping[str, object] = field(repr=False)

    def say(self, path: str, /, **slots: object) -> str:
        """The wording at a dotted path, its slots filled. Raises ``KeyError`` for a path that is not there."""
        return fill(str(self._at(path)), slots)

    def plural(self, path: str, count: int, /, **slots: object) -> str:
        """One of two wordings: for one, and for any other number (slot ``n``)."""
        one, many = self.lines(path)
        return fill(one if count == 1 else many, {"n": count, **slots})

    def lines(self, path: str) -> tuple[str, ...]:
        """A list of wordings. Raises ``KeyError`` for a path that is not there."""
        value = self._at(path)
        if not isinstance(value, list):
            raise KeyError(path)
        return tuple(str(line) for line in value)

    def word(self, vocabulary: str, key: str) -> str:
        """The word for a key of a vocabulary; for a key without one the key itself, with spaces for hyphens."""
        words = self.table.get(vocabulary)
        found = words.get(key) if isinstance(words, dict) else None
        return found if isinstance(found, str) else key.replace("-", " ")

    def attributed(self, kind: str, who: str | None, date: str | None) -> str:
        """Who says so: "as [Witness] says (2 May 2019)"; ``kind`` is that of a source."""
        if who is None:
            said = self.word("source_unnamed", kind)
        else:
            table = self.table.get("source")
            if kind in _TITLED and self.word("role", kind) in who.casefold():
                kind = "witness"  # "a relative in China, a relative, says" would stumble
            said = str(table.get(kind, "{who}") if isinstance(table, dict) else "{who}").replace("{who}", who)
        return self.say("with_date", text=said, date=date) if date else said

    def language_name(self, tag: str) -> str:
        """The name of a language, by its whole tag or by the longest part of it that has one, else the tag."""
        parts = tag.split("-")
        words = self.table.get("language")
        names = words if isinstance(words, dict) else {}
        for length in range(len(parts), 0, -1):
            name = names.get("-".join(parts[:length]))
            if isinstance(name, str):
                return name
        return tag

    def series(self, items: Sequence[str]) -> str:
        """Several things in a row: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self.say("list_separator").join(items[:-1]) + self.say("list_and") + items[-1]

    def date(self, parts: tuple[int, ...]) -> str:
        """A date of the disclosed granularity, as it is printed: ``(2019, 5)`` is "May 2019"."""
        year = str(parts[0])
        if len(parts) == 1:
            return self.say("year", year=year)
        month = self.lines("months")[parts[1] - 1]
        if len(parts) == 2:
            return self.say("month", month=month, year=year)
        return self.say("day", day=parts[2], month=month, year=year)

    def withheld(self, key: str) -> tuple[str, str | None]:
        """What is left out under a key, and why."""
        words = self.table.get("withheld")
        found = words.get(key) if isinstance(words, dict) else None
        if isinstance(found, list) and len(found) == 2:
            return str(found[0]), str(found[1])
        plain = key.replace("-", " ")
        return plain[:1].upper() + plain[1:], None

    def rule(self, key: str, profile: str) -> str:
        """The rule by which something is left out: that of the profile where it has one of its own, else that of every copy."""
        tables = self.table.get("rule")
        rules = tables if isinstance(tables, dict) else {}
        own = rules.get(profile)
        found = (own.get(key) if isinstance(own, dict) else None) or rules.get(key)
        return self.say("rule_of", profile=self.word("profile", profile)) if not isinstance(found, str) else found

    def _at(self, path: str) -> object:
        value: object = self.table
        for step in path.split("."):
            if not isinstance(value, dict):
                raise KeyError(path)
            value = value[step]
        return value


def fill(template: str, slots: Mapping[str, object]) -> str:
    """Put values into ``{slots}`` in one pass: what looks like a slot in a value stays as it is."""
    return _SLOT.sub(lambda found: str(slots.get(found.group(1), found.group())), template)


@lru_cache(maxsize=8)
def load_texts(language: str, paper: str = "") -> Texts:
    """The words for a language tag, by its whole or its first part; English where the program has no others.

    ``paper`` is that beside the report which has words of its own (``declaration``).
    """
    wanted = (language, language.split("-", maxsplit=1)[0]) if _LANGUAGE.match(language) else ()
    for name in (*wanted, FALLBACK):
        file = resource("report", f"{name}.{paper}.toml" if paper else f"{name}.toml")
        if file.is_file():
            return Texts(name, tomllib.loads(file.read_text("utf-8")))
    raise FileNotFoundError("the report's own words are missing")


def fixed_phrases(language: str, paper: str = "") -> tuple[str, ...]:
    """Every fixed wording of two words or more, in the order of the file, each once.

    A wording with slots gives the pieces between them. The release check tells by these what is the report's own from
    what is the case's; single words are left out, since a name on record can be one of them.
    """
    return phrases_in(load_texts(language, paper).table)


def phrases_in(words: object) -> tuple[str, ...]:
    """The same of any wordings of the program."""
    pieces = (piece.strip() for text in _strings(words) for piece in _SLOT.split(text)[::2])
    return tuple(dict.fromkeys(piece for piece in pieces if len(piece.split()) >= _MIN_WORDS or _LONG_HAN.search(piece)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
