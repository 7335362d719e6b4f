"""Looking for protected forms in what was gathered from a file.

Which forms count. Redaction asked about every hit of a form that is a question (``Form.ask``), and each question
was answered: masked, so it is not in the file, or safe to show, so it is among the allowed texts. So in words for a
reader every form counts, questions too: to let them pass would leave "Hope came" or a shared 王伟 to chance, and an
honest export has none that is not allowed. In words that the check itself brought together (page breaks, columns,
reversed text) nobody was ever asked, and two neighbours can make a short form by accident: there only forms count
that are sure or whole names, and long enough. In the syntax of the file (names of resources, numbers) initials and
questions mean nothing; in binary data only long forms do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby

import ahocorasick

from app.redaction.finder import Finder, Form, Hit
from app.redaction.fold import fold, squeeze, squeezed
from app.report.check_values import Found, Protected, Strength

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_SPACES_MEAN_NOTHING = re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
# The squeezed search of REDACTION.md: from 7 letters or 2 Han characters on.
SHORTEST, SHORTEST_HAN = 7, 2
#: How many letters (Latin and others, Han) a form needs to count, by how the text was come by.
_LEAST: dict[Strength, tuple[int, int]] = {"reading": (0, 0), "joint": (4, 2), "token": (3, 2), "binary": (6, 3)}
_LEAST_REVERSED = (5, 3)
# Not more than the least of the squeezed, the binary and the reversed search ask for.
_LEAST_SIEVED = (5, 2)


_MOST_ODD = 12


class _Letters(dict[int, str]):
    """For ``str.translate``: the letters and digits that ``fold.squeeze`` keeps, found once for each character."""

    def __missing__(self, code: int) -> str:
        kept = self[code] = squeezed(chr(code))
        return kept

    def of(self, text: str) -> str:
        """The letters and digits of a text; bytes are translated many times faster than characters."""
        if not text.isascii():
            # Most pages have a few characters beyond ASCII, a dash or a quote, which stand for ASCII or nothing.
            odd = [char for char in set(text) if char > "\x7f"]
            if len(odd) > _MOST_ODD or not all(self[ord(char)].isascii() for char in odd):
                return text.translate(self)
            for char in odd:
                text = text.replace(char, self[ord(char)])
        table, dropped = _ascii_letters()
        return text.encode("ascii").translate(table, dropped).decode("ascii")


@lru_cache(maxsize=1)
def _ascii_letters() -> tuple[bytes, bytes]:
    """What ``squeeze`` makes of each ASCII character, and those that it drops."""
    kept = [squeezed(chr(code)) for code in range(128)]
    table = bytes(ord(letter) if letter else code for code, letter in enumerate(kept)) + bytes(range(128, 256))
    return table, bytes(code for code, letter in enumerate(kept) if not letter)


class _Sieve:
    """Tells fast whether any of some keys stands in the letters of a text, boundaries and gaps aside.

    What falls through needs no closer look. Keys shorter than the given numbers of letters (others, Han) are left out.
    """

    def __init__(self, keys: Iterable[str], least: tuple[int, int]) -> None:
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        self._empty = True
        for key in keys:
            if len(key) >= least[1 if _HAN.match(key) else 0]:
                self._automaton.add_word(key, 1)
                self._empty = False
        if not self._empty:
            self._automaton.make_automaton()

    def catches(self, letters: str) -> bool:
        return not self._empty and next(self._automaton.iter(letters), None) is not None


class Search:
    """Looks for all protected forms. Build it once for a file."""

    def __init__(self, protected: Protected, is_common: Callable[[str], bool]) -> None:
        self._finder = Finder(protected.forms, is_common)
        self._common = is_common
        self._letters = _Letters()
        self._any_form = _Sieve({form.key for form in protected.forms}, (1, 1))
        self._long_form = _Sieve({form.key for form in protected.forms}, _LEAST_SIEVED)
        self._allowed = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        keys = {key for text in protected.allowed if (key := squeezed(text))}
        for key in keys:
            self._allowed.add_word(key, len(key))
        if keys:
            self._allowed.make_automaton()
        self._any_allowed = bool(keys)

    def owners(self, found: Found) -> list[str]:
        """The owners of all forms in one text, each once, in the order of their ids."""
        owners: set[str] = set()
        least = _LEAST[found.strength]
        letters = self._letters.of(found.text)
        long = self._long_form.catches(letters)
        if long or (found.strength != "binary" and self._any_form.catches(letters)):
            owners.update(self._in(found.text, found.strength, least, squeezed_too=long))
        if found.strength == "binary":
            return sorted(owners)
        # Readers give lines that run right to left backwards, wholly or word by word.
        rtl = bool(_RIGHT_TO_LEFT.search(found.text))
        if rtl or self._long_form.catches(letters[::-1]):
            reverse = found.text[::-1]
            owners.update(self._in(reverse, "joint", _LEAST["joint"] if rtl else _LEAST_REVERSED, squeezed_too=rtl))
        if rtl:
            lines = (" ".join(reversed(line.split())) for line in found.text.splitlines())
            owners.update(self._in("\n".join(lines), "joint", (4, 2)))
        if _SPACES_MEAN_NOTHING.search(found.text):
            owners.update(self._in("".join(found.text.split()), "joint", (4, 2)))
        return sorted(owners)

    def _in(self, text: str, strength: Strength, least: tuple[int, int], squeezed_too: bool = True) -> Iterator[str]:
        hits = self._finder.find(text)
        if squeezed_too:
            hits += [
                hit
                for hit in self._finder.anywhere(text, shortest=SHORTEST, shortest_han=SHORTEST_HAN)
                if not self._chance(text, hit)
            ]
        if not hits:
            return
        spans = self._allowed_spans(text)
        for hit in hits:
            for form in hit.forms:
                if _counts(form, strength, least) and not _cleared(text, hit, form, spans):
                    yield form.owner

    def _chance(self, text: str, hit: Hit) -> bool:
        """Letters of everyday words that only spell a form over their joints ("rather than mingle" for Han Ming).

        So it is where no letter is a capital, spaces lie inside, and the letters begin and end within words, or all
        the words are everyday ones.
        """
        inside = text[hit.start : hit.end]
        if not any(map(str.isspace, inside)) or not all(c.isspace() or c.islower() for c in inside):
            return False
        start, end = hit.start, hit.end
        while start and text[start - 1].isalpha():
            start -= 1
        while end < len(text) and text[end].isalpha():
            end += 1
        if start < hit.start and end > hit.end:
            return True
        return all(self._common(fold(word)) for word in text[start:end].split())

    def _allowed_spans(self, text: str) -> list[tuple[int, int, int]]:
        """Where allowed texts stand: start, end, and how many letters they have."""
        if not self._any_allowed:
            return []
        flat = squeeze(text)
        spans = []
        for last, size in self._allowed.iter(flat.letters):
            start, end = flat.starts[last - size + 1], flat.ends[last]
            if _cuts_word(text, start) or _cuts_word(text, end):
                continue
            spans.append((start, end, size))
        return spans


def _cuts_word(text: str, at: int) -> bool:
    """Whether a place lies between two letters of one word (in scripts that part their words)."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return before.isalpha() and after.isalpha() and not _HAN.match(before) and not _HAN.match(after)


def _cleared(text: str, hit: Hit, form: Form, spans: list[tuple[int, int, int]]) -> bool:
    """Whether a hit lies inside a text that may be shown. A whole registered name needs a longer one around it."""
    # What a hit carries along ("Wang's", "wanglijun88") is not part of the name.
    end = hit.end
    while end > hit.start and not text[end - 1].isalnum():
        end -= 1
    return any(
        start <= hit.start and (end <= stop or hit.end <= stop) and (not form.whole or size > len(form.key))
        for start, stop, size in spans
    )


def _counts(form: Form, strength: Strength, least: tuple[int, int]) -> bool:
    if strength == "reading":
        return True
    han = bool(_HAN.match(form.key))
    if len(form.key) < least[1 if han else 0]:
        return False
    if form.initials or (form.near and strength != "joint"):
        return False
    return form.whole or not form.ask


def search(found: Iterable[Found], protected: Protected, is_common: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield ``(owner, place)`` for every protected form that stands in any of the texts, each pair once."""
    lookup = Search(protected, is_common)
    known: dict[tuple[str, str], list[str]] = {}
    ordered = sorted(found, key=lambda f: (f.place, f.strength))
    for place, texts in groupby(ordered, key=lambda f: f.place):
        seen: set[str] = set()
        for each in texts:
            # Many names, numbers and strings of a file are the same; each is looked at once.
            key = (each.strength, each.text)
            if key not in known:
                known[key] = lookup.owners(each)
            for owner in known[key]:
                if owner not in seen:
                    seen.add(owner)
                    yield owner, place
