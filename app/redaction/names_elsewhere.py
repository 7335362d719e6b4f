"""Parts of names that one script spells in one way and another in another: Tenzin, Danzeng, 丹增, བསྟན་འཛིན.

The table is ``resources/words/names-elsewhere.txt``. Tibetan, Uyghur, Arabic and Persian names are made of few parts, and
their spellings abroad follow habit and no rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from app.paths import resource
from app.redaction.fold import squeezed

MOST_SPELLINGS = 10
MOST_NAMES = 36
MOST_PARTS = 3

_TIBETAN = re.compile(r"[\u0f40-\u0fbc]+")


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in resource("words", "names-elsewhere.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        spellings = tuple(line.split())
        for spelling in spellings:
            key = squeezed(spelling)
            found[key] = (*found.get(key, ()), *spellings)
    return found


@lru_cache(maxsize=4096)
def spellings(part: str) -> tuple[str, ...]:
    """The other spellings of one part of a name; none where the table has nothing to say."""
    own = squeezed(part)
    return tuple(islice((s for s in dict.fromkeys(_table().get(own, ())) if squeezed(s) != own), MOST_SPELLINGS))


def divided(name: str) -> list[str]:
    """A name that is written without gaps, cut into the parts that the table knows: 丹增多吉, བསྟན་འཛིན་རྡོ་རྗེ."""
    if _TIBETAN.search(name):
        syllables = _TIBETAN.findall(name)
        return _cut(syllables, "་", len(syllables))
    return _cut(list(name), "", 6)


def _cut(pieces: Sequence[str], joint: str, most: int) -> list[str]:
    out: list[str] = []
    at = 0
    while at < len(pieces):
        for size in range(min(most, len(pieces) - at), 0, -1):
            part = joint.join(pieces[at : at + size])
            if size > 1 and squeezed(part) in _table():
                out.append(part)
                at += size
                break
        else:
            return []
    return out


def names(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The name in its other spellings, all parts in one script, in both orders; nothing where no part has any."""
    ways = [(part, *spellings(part)) for part in parts]
    if len(parts) > MOST_PARTS or all(len(way) == 1 for way in ways):
        return
    for wanted in dict.fromkeys(map(_script, ways[0])):
        alike = [[spelled for spelled in way if _script(spelled) == wanted] for way in ways]
        ranked = sorted(product(*map(tuple, map(enumerate, alike))), key=lambda pick: max(place for place, _ in pick))
        for pick in islice(ranked, MOST_NAMES):
            spelled = tuple(part for _, part in pick)
            yield spelled
            if len(spelled) > 1:
                yield (spelled[-1], *spelled[:-1])


def _script(spelled: str) -> str:
    first = spelled[0]
    return "han" if first >= "\u3400" else "latin" if first < "\u0600" else "other"
