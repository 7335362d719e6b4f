"""How Chinese names are spelled after their Cantonese sound: Jyutping, and the older ways of Hong Kong and the emigration.

The ways of Hong Kong follow no rule that was ever published; those met in names are told here syllable by syllable: by what
begins it and by what ends it, and by the spellings that surnames have ("Shum", "Tse", "Ng"). Readings of characters:
``resources/words/zh-cantonese.txt``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from app.paths import resource

MOST_READINGS = 2
MOST_SPELLINGS = 4
MOST_GIVEN = 6

_SYLLABLE = re.compile(r"(gw|kw|ng|[bpmfdtnlgkhwzcsj])?(.*)")


def _ways(table: str) -> dict[str, tuple[str, ...]]:
    """A table told in one string: "zi chi tsz, ci chi" is ``{"zi": ("chi", "tsz"), "ci": ("chi",)}``; "-" is nothing."""
    rows = (row.split() for row in table.split(", "))
    return {key: tuple(way.strip("-") for way in ways) for key, *ways in rows}


# Jyutping to Hong Kong; of two ways the more frequent one first.
_INITIALS = _ways("b p, d t, g k, gw kw, z ch ts, c ch ts, j y, ng ng -, s s sh, k k, kw kw")
_FINALS = _ways(
    "aa a ah, aai ai, aau au, aam am, aan an, aang ang, aap ap, aat at, aak ak, am am um, an an un, ap ap up, at at "
    "ut, e e eh, ei ei ee, eng eng ing, ek ek ik, i i ee, o o, oi oi oy, ou o ou, u u oo, un un oon, ut ut oot, oeng "
    "eung eong, oek euk eok, eoi ui eui, eon un eun, eot ut eut, yu yu ue, yun uen un, yut uet ut, au au ow, ik ik "
    "ick"
)
# Whole syllables that the two tables do not make.
_WHOLE = _ways(
    "zi chi tsz tze tsze chee, ci chi tsz chee, si sze si see szeto, jyu yu yue, jyun yuen yun yuan, jyut yuet yut, "
    "ji yi yee i, jau yau yow, jan yan, zyu chu chue, syu shu shue, zyun chuen chun, cyun chuen chun tsuen, syun suen "
    "shuen, gwok kwok kok, go ko, ngai ngai ai, wai wai wei, m m, ng ng eng, loi loi loy, kei ki kei kee, hei hi hei "
    "hee, gei ki kei kee, fei fei fi, lei lee li lei, mei mei mi"
)
# Surnames as they are spelled on identity cards and abroad, by their sound.
_SURNAMES = _ways(
    "can chan chun, sam sum shum sham, ze tse, ce tse che, zeng cheng, cang tsang, zang tsang, zau chow chau, coi "
    "choi choy tsoi, ceoi tsui chui, jip yip ip, leoi lui, lau lau low, lou lo lou, fan fan, fung fung, wong wong "
    "vong, zoeng cheung chang, hui hui, heoi hui, mak mak, muk muk, seoi sui, to to, ziu chiu jew, zung chung, dang "
    "tang, joeng yeung young, jim yim, lai lai, jyun yuen un, si sze shih, kau kau, au au ow, gu ku koo, fu fu foo, "
    "ho ho, so so, zyu chu chue, taam tam hom, pun poon pun, sit sit, gam kam, cin chin, cing ching, giu kiu, kwan "
    "kwan, gwaan kwan, gwok kwok, ng ng eng"
)


@lru_cache(maxsize=1)
def _readings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in resource("words", "zh-cantonese.txt").read_text("utf-8").splitlines():
        reading, _, characters = line.partition(" ")
        for char in characters:
            found[char] = (*found.get(char, ()), reading)
    return found


def _old(reading: str) -> tuple[str, ...]:
    """The older spellings of a syllable of Jyutping."""
    match = _SYLLABLE.match(reading)
    assert match is not None
    initial, final = match[1] or "", match[2]
    regular = (begin + end for end in _FINALS.get(final, (final,)) for begin in _INITIALS.get(initial, (initial,)))
    return tuple(islice(dict.fromkeys((*_WHOLE.get(reading, ()), *regular)), MOST_SPELLINGS))


@lru_cache(maxsize=4096)
def given_names(characters: str) -> tuple[tuple[str, ...], ...]:
    """The syllables of a given name in each of its spellings, the usual ones first; simplified characters."""
    each = [_readings().get(char, ())[:1] for char in characters]
    if not all(each):
        return ()
    ways = [[*_old(readings[0]), readings[0]] for readings in each]
    # The spellings that stand first for each syllable are used together: take the likely pairs before the odd ones.
    ranked = sorted(product(*(list(enumerate(way)) for way in ways)), key=lambda pick: sum(place for place, _ in pick))
    return tuple(islice(dict.fromkeys(tuple(spelled for _, spelled in pick) for pick in ranked), MOST_GIVEN))


@lru_cache(maxsize=1024)
def surnames(characters: str) -> tuple[str, ...]:
    """The spellings of a surname of one character or two; simplified characters."""
    each = [_readings().get(char, ())[:MOST_READINGS] for char in characters]
    if not all(each):
        return ()
    if len(each) > 1:
        return tuple(islice(dict.fromkeys("".join(pick) for pick in product(*(_old(readings[0])[:2] for readings in each))), 4))
    found = [way for reading in each[0] for way in (*_SURNAMES.get(reading, ()), *_old(reading)[:2], reading)]
    return tuple(islice(dict.fromkeys(found), MOST_SPELLINGS))
