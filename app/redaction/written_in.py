"""Names on record that are written into longer words: "#freewanglijun", "prolijun", "mrwang". Only ever asked about."""

from __future__ import annotations

import re
from collections.abc import Mapping

import ahocorasick

from app.redaction.detect_words import english_words

SHORTEST = 5  # letters of a name that stand anywhere in a word …
SHORTEST_TAGGED = 4  # … in a hashtag or between underscores …
SHORTEST_CALLED = 2  # … and after a form of address
_BESIDE = {2: 6, 3: 5}  # letters of an everyday word that a name so short is written onto
_CALLED = re.compile(
    r"(?:mrs?|ms|miss|dr|prof|madam|xiao|lao|old|little|big|uncle|aunt(?:ie|y)?|chief|comrade|teacher|brother|sister)"
)
_AROUND = re.compile(r"(?:anti|pro|free|save|release|justicefor|standwith|stand4|my|the|ex|non)")
_ENDING = re.compile(
    r"(?:ning|ni|ti?ng|[gqk][ah]?|g?ha|ke|ge|din|tin|da|de|lar|ler|jan|akh?un|ahun|[xk]h?an|[xh]anim|bek|gul|gege|ova?|eva?|owi|s?ki|skaya"
    r"|em|om|u|a|y|i|ist|ian|ites?|ism|esque|isation|s|es)\Z"
)


class WrittenIn:
    """Built once for a case. ``keys`` are folded names with their owners."""

    def __init__(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        self._keys = keys
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_ANY)
        for key, owners in keys.items():
            if len(key) >= SHORTEST_TAGGED:
                self._automaton.add_word(key, (len(key), owners))
        self._empty = not len(self._automaton)
        if not self._empty:
            self._automaton.make_automaton()

    def owners(self, word: str, *, tagged: bool) -> tuple[str, ...]:
        """Whom a folded word holds that is no everyday word, the longest name first; ``tagged``: with a hash or underscore."""
        found: list[tuple[int, tuple[str, ...]]] = []
        least = SHORTEST_TAGGED if tagged else SHORTEST
        if not self._empty:
            held = [held for _, held in self._automaton.iter(word)]
            found += [(size, owners) for size, owners in held if size >= least and (tagged or size < len(word))]
        for opening, shortest in ((_CALLED, SHORTEST_CALLED), (_AROUND, SHORTEST_TAGGED)):
            if (before := opening.match(word)) and len(rest := word[before.end() :]) >= shortest and rest in self._keys:
                found.append((len(rest), self._keys[rest]))
        for size in range(SHORTEST_TAGGED, min(len(word), SHORTEST + 8)):
            if word[:size] in self._keys and _ENDING.match(word, size):
                found.append((size, self._keys[word[:size]]))
        found += self._onto_a_word(word)
        found.sort(key=lambda held: -held[0])
        return tuple(dict.fromkeys(owner for _, owners in found for owner in owners))

    def _onto_a_word(self, word: str) -> list[tuple[int, tuple[str, ...]]]:
        """Short names that an everyday word is written onto: "witnessshen"; the shorter the name, the longer the word."""
        ordinary = english_words().ordinary
        found = []
        for cut in range(SHORTEST_CALLED, len(word) - 1):
            for name, other in ((word[cut:], word[:cut]), (word[:cut], word[cut:])):
                if len(other) >= _BESIDE.get(len(name), 3) and name in self._keys and other in ordinary:
                    found.append((len(name), self._keys[name]))
        return found
