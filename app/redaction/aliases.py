"""Every way in which a name on record may be written.

Orders of its parts, parts alone, initials, joined forms, titles and Chinese forms of address, pinyin with the readings
that surnames have, and corporate or place names without their generic ending. Hyphens, spaces, case, accents, traditional
characters and joined writing need no form of their own: folding and squeezing see to them (``fold``, ``finder``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise, permutations, product

from pypinyin import Style, pinyin

from app.redaction import names_elsewhere, spellings_cantonese, spellings_tibetan
from app.redaction.chinese_surnames import COMPOUND_SURNAMES, SINGLE_READING, SURNAME_READINGS
from app.redaction.detect_words import chinese_words
from app.redaction.finder import Form
from app.redaction.fold import PIECE, squeezed
from app.redaction.spellings import inflected_stem, korean_parts, latin_spellings, wade_giles, written_out

Common = Callable[[str], bool]

HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]")
ONLY_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+\Z")
_GRUNTS = frozenset(("m", "n", "ng", "hm", "hng", "e", "o"))
_PARTS = re.compile(r"[^\s·•・‧∙⋅,，、.]+\.?")
_TIBETAN = re.compile(r"[\u0f40-\u0fbc]+")
_WITHIN = re.compile(r"[-‐‑'’ʼ]")
ARTICLES = re.compile(r"\A(?:the|a|an)\s+", re.IGNORECASE)

# Words that stand before a name and are no part of it; matching takes them along ("Old Shen", "Mr. L. Wang").
TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam xiao lao ah old little big young auntie aunt uncle granny grandma "
    "grandpa chief officer director captain comrade judge inspector sergeant secretary teacher lawyer attorney boss".split()
)

_HAN_BEFORE_GIVEN = "阿小老"
_HAN_AFTER_GIVEN = "哥姐叔姨弟妹嫂儿子"

MOST_ORDERED_PARTS = 4
SHORTEST_REVERSED = 5
SHORTEST_REVERSED_HAN = 3
SHORTEST_PIECE = 4


@dataclass(frozen=True, slots=True)
class Written:
    """A spelled form before it belongs to anybody: its parts, whether it is the whole name, whether to ask.

    ``letters`` says that parts of one letter are initials and stand as capitals. ``plain`` names may be made of everyday
    words in small letters ("county guesthouse").
    """

    parts: tuple[str, ...]
    whole: bool = False
    ask: bool = False
    letters: bool = False
    described: bool = False
    plain: bool = False
    derived: bool = False


@lru_cache(maxsize=1)
def pinyin_syllables() -> frozenset[str]:
    """All syllables of pinyin, without tones, from the table that pypinyin ships."""
    from pypinyin.constants import PINYIN_DICT

    found = set()
    for code in range(0x4E00, 0x9FA6):
        if code in PINYIN_DICT:
            found.add(squeezed(PINYIN_DICT[code].split(",")[0]))
    return frozenset(s for s in found if s.isascii() and len(s) <= 6 and s not in _GRUNTS)


@lru_cache(maxsize=16384)
def pinyin_breaks(word: str) -> frozenset[int]:
    """All positions at which a squeezed word can be cut so that each piece is one syllable of pinyin."""
    if not word.isascii() or len(word) > 18:
        return frozenset()
    syllables = pinyin_syllables()
    reach = {0}
    edges: list[tuple[int, int]] = []
    for start in range(len(word)):
        if start in reach:
            for end in range(start + 1, min(len(word), start + 6) + 1):
                if word[start:end] in syllables:
                    reach.add(end)
                    edges.append((start, end))
    if len(word) not in reach:
        return frozenset()
    useful = {len(word)}
    for start, end in reversed(edges):
        if end in useful:
            useful.add(start)
    return frozenset(useful - {0, len(word)})


def to_forms(written: Written, owner: str, common: Common) -> tuple[Form, ...]:
    """Squeeze the parts into one key, with the places where a gap may stand.

    A single everyday word is a question, and only where it has a capital. A whole name made of everyday words ("Will
    Young") is a match with its capital and a question without.
    """
    keys = [squeezed(part) for part in written.parts]
    key = "".join(keys)
    if not key or (len(key) < 2 and not HAN.match(key)):
        return ()
    joints: set[int] = set()
    breaks: set[int] = set()
    points: set[int] = set()
    at = 0
    for part, part_key in zip(written.parts, keys, strict=True):
        inner = 0
        for piece in PIECE.finditer(part):
            joints.add(at + inner)
            inner += len(squeezed(piece.group()))
            if part.startswith(".", piece.end()):
                points.add(at + inner)
        breaks.update(at + b for b in pinyin_breaks(part_key))
        at += len(part_key)
    form = Form(
        key=key,
        owner=owner,
        breaks=frozenset((breaks | joints) - {0, len(key)}),
        joints=frozenset(joints - {0, len(key)}),
        ask=written.ask,
        whole=written.whole,
        initials=written.letters,
        described=written.described,
        points=frozenset(points - {len(key)}),
        derived=written.derived,
    )
    words = [word for part in written.parts for word in _words(part)]
    if not all(common(word) for word in words) or written.described:
        return (form,)
    if len(words) == 1 or not written.whole:
        return (replace(form, ask=True, capital=True),)
    if written.plain:
        return (form,)
    return (replace(form, capital=True), replace(form, ask=True, whole=False))


def _words(part: str) -> list[str]:
    return [squeezed(word) for word in PIECE.findall(part)] or [squeezed(part)]


def person_forms(text: str, kind: str | None) -> Iterator[Written]:
    """The written forms of one name of a person. ``kind`` as in the case file."""
    text = text.strip()
    if kind == "description":
        yield Written((ARTICLES.sub("", text),), described=True)
        return
    parts = _PARTS.findall(text) or [text]
    joined = "".join(parts)
    undivided = joined if ONLY_HAN.match(joined) or _TIBETAN.search(joined) else ""
    yield from _in_other_scripts(parts if len(parts) > 1 or not undivided else names_elsewhere.divided(undivided) or parts)
    if ONLY_HAN.match(joined):
        yield from _han_person(parts, kind)
    elif any(_TIBETAN.search(part) for part in parts):
        yield from _tibetan_person(text)
    else:
        yield from _spelled_person(parts, kind)
        yield from _spelled_elsewhere(parts)


def _in_other_scripts(parts: list[str]) -> Iterator[Written]:
    """ "Danzeng Duoji" and 丹增多吉 for Tenzin Dorje. A part alone is many people's name."""
    for spelled in names_elsewhere.names(parts):
        yield Written(spelled, ask=len(spelled) == 1, derived=True)
    for part in parts if len(parts) > 1 else ():
        for other in names_elsewhere.spellings(part):
            if len(other) >= SHORTEST_PIECE or ONLY_HAN.match(other):
                yield Written((other,), ask=True, derived=True)


def _han_person(parts: list[str], kind: str | None) -> Iterator[Written]:
    joined = "".join(parts)
    yield Written((joined,), whole=True)
    if len(parts) > 1:  # transcribed names with a dot: 买买提·吐尔逊
        for order in permutations(parts[:MOST_ORDERED_PARTS]):
            yield Written(tuple(order), whole=True)
        for part in parts:
            if len(part) > 1:
                yield Written((part,))
        return
    if kind in ("nickname", "alias") or not 2 <= len(joined) <= 4:
        yield from _address(joined)
        return
    if len(joined) == 4 and joined[:2] not in COMPOUND_SURNAMES:  # 山田太郎, 陈方安生
        yield Written((joined[:2],))
        yield Written((joined[2:],))
    surname = joined[:2] if joined[:2] in COMPOUND_SURNAMES and len(joined) > 2 else joined[:1]
    given = joined[len(surname) :]
    if len(given) > 1:
        yield Written((given,))
        yield Written((given + surname,))
        yield Written((surname + given[-1] + given[0],), ask=True)
    last = given[-1]
    for prefix in _HAN_BEFORE_GIVEN:
        yield Written((prefix + last,), ask=True)
    for suffix in _HAN_AFTER_GIVEN + last:
        if last + suffix not in chinese_words().words:  # "女儿" is no 李女
            yield Written((last + suffix,), ask=True)
    yield from _romanized(surname, given)


def _address(name: str) -> Iterator[Written]:
    """A nickname such as 老沈 is also said in pinyin."""
    if ONLY_HAN.match(name) and len(name) <= 4:
        for reading in islice(product(*(readings(char) for char in name)), 4):
            yield Written(tuple(reading), ask=len(name) == 1)


def readings(char: str) -> tuple[str, ...]:
    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    readings = [squeezed(r) for r in found[0]] if found else []
    more = [r.replace("v", "u") for r in readings if "v" in r]
    return tuple(dict.fromkeys([*readings, *more]))[:3] or (char,)


def surname_of(name: str) -> str | None:
    """The surname of a whole Chinese name of two to four characters."""
    if not ONLY_HAN.match(name) or not 2 <= len(name) <= 4:
        return None
    return name[:2] if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else name[:1]


def _romanized(surname: str, given: str) -> Iterator[Written]:
    usual = "".join(readings(c)[0] for c in surname)
    usual = SURNAME_READINGS.get(surname, (usual,))[0] if surname in SINGLE_READING else usual
    for first in islice(dict.fromkeys((usual, *SURNAME_READINGS.get(surname, ()))), 4):
        for reading in islice(product(*(readings(char) for char in given)), 4):
            name = "".join(reading)
            yield Written((first, name), whole=True)
            yield Written((name, first), whole=True)
            yield Written((name,), ask=len(given) == 1)
            yield from _older_spelling((first,), reading)
            yield Written((first[:1], *(syllable[:1] for syllable in reading)), ask=True, letters=True)
        yield Written((first,), ask=first != usual)
    yield from _cantonese(surname, given)


def _cantonese(surname: str, given: str) -> Iterator[Written]:
    """ "Shum Kwok-wai", "Kwok Wai Shum", "Peter Shum" for 沈国伟."""
    spelled = spellings_cantonese.given_names(squeezed(given))
    for first in spellings_cantonese.surnames(squeezed(surname)):
        for name in spelled:
            yield Written((first, *name), ask=len(given) == 1, derived=True)
            yield Written((*name, first), ask=len(given) == 1, derived=True)
        yield Written((first,), ask=True, derived=True)
    for name in spelled if len(given) > 1 else ():
        yield Written(name, ask=True, derived=True)


def _spelled_person(parts: list[str], kind: str | None) -> Iterator[Written]:
    """A name in letters. In every order, since writers of both conventions meet in one case."""
    yield Written(tuple(parts), whole=True)
    if len(parts) == 1:
        return
    if len(parts) <= MOST_ORDERED_PARTS:
        for order in permutations(parts):
            yield Written(tuple(order), whole=True)
    else:
        yield Written((parts[-1], *parts[:-1]), whole=True)
    if len(parts) > 2:
        yield Written((parts[0], parts[-1]))
        yield Written((parts[-1], parts[0]))
        for size in range(2, len(parts)):  # "Kwok Hang" of "Shum Kwok Hang"
            for start in range(len(parts) - size + 1):
                yield Written(tuple(parts[start : start + size]))
    informal = kind in ("nickname", "alias", "former")
    for part in parts:
        word = squeezed(part)
        if len(word) > 1 and not (informal and word in TITLES):
            yield Written((part,))
        pieces = _WITHIN.split(part)
        if len(pieces) > 1 and not all(map(_is_pinyin, pieces)):  # "Otaibi" of "al-Otaibi", but not "wei" of "Guo-wei"
            yield from (Written((piece,)) for piece in pieces if len(squeezed(piece)) >= SHORTEST_PIECE)
    if not informal:
        yield from _initialled(parts)


def _spelled_elsewhere(parts: list[str]) -> Iterator[Written]:
    """The same name in other letters: Latin for Cyrillic, Hangul, kana and Uyghur; umlauts written out; older pinyin."""
    whole = "".join(parts)
    if korean := korean_parts(whole):
        for surname in korean[0]:
            yield Written((surname, korean[1]), whole=True)
            yield Written((korean[1], surname), whole=True)
            yield Written((surname,), ask=True)
        yield Written((korean[1],))
        yield Written((whole[1:],), ask=len(whole) < 3)
        return
    for part in parts:
        if stem := inflected_stem(part):
            yield Written((stem,))
    ways = [latin_spellings(part) for part in parts]
    if all(ways):
        for way in range(max(map(len, ways))):
            yield from _other_parts([spelled[min(way, len(spelled) - 1)] for spelled in ways])
    out = [written_out(part) or part for part in parts]
    if out != parts:
        yield from _spelled_person(out, None)
    syllables = [_syllable_parts(part) for part in parts]
    if len(parts) == 2 and all(piece in pinyin_syllables() for group in syllables for piece in group):
        yield from _older_spelling(tuple(syllables[0]), tuple(syllables[1]))
        yield from _older_spelling(tuple(syllables[1]), tuple(syllables[0]))


def _other_parts(parts: list[str]) -> Iterator[Written]:
    yield Written(tuple(parts), whole=True)
    if len(parts) > 1:
        yield Written((parts[-1], *parts[:-1]), whole=True)
        yield Written((parts[0], parts[-1]))
        yield Written((parts[-1], parts[0]))
        yield from (Written((part,)) for part in parts if len(part) >= SHORTEST_PIECE)


def _older_spelling(surname: tuple[str, ...], given: tuple[str, ...]) -> Iterator[Written]:
    """ "Wang Li-chun" for Wang Lijun."""
    first, name = "".join(map(wade_giles, surname)), "".join(map(wade_giles, given))
    if (first, name) != ("".join(surname), "".join(given)) and name.isalpha() and first.isalpha():
        yield Written((first, name), whole=True)
        yield Written((name, first), whole=True)
        if len(given) > 1:
            yield Written((name,), ask=True)


def _initialled(parts: list[str]) -> Iterator[Written]:
    pieces = [_syllable_parts(part) for part in parts]
    yield Written(tuple(squeezed(part)[:1] for part in parts), ask=True, letters=True)
    syllables = [piece for group in pieces for piece in group]
    if len(parts) < len(syllables) <= MOST_ORDERED_PARTS:
        yield Written(tuple(piece[:1] for piece in syllables), ask=True, letters=True)
    for index, part in enumerate(parts):
        for other in (i for i in range(len(parts)) if i != index):
            letters = tuple(piece[:1] for piece in pieces[other])
            for initials in {letters, letters[:1]}:
                yield Written((*initials, part), ask=True, letters=True)
                yield Written((part, *initials), ask=True, letters=True)
    for group in pieces:
        if len(group) > 1:
            for address in ("A", "Ah", "Xiao", "Lao"):
                yield Written((address, group[-1]), ask=True)


def _is_pinyin(piece: str) -> bool:
    word = squeezed(piece)
    return word in pinyin_syllables() or bool(pinyin_breaks(word))


def _syllable_parts(part: str) -> list[str]:
    word = squeezed(part)
    cuts = [0, *sorted(pinyin_breaks(word)), len(word)]
    return [word[a:b] for a, b in pairwise(cuts)]


def _tibetan_person(text: str) -> Iterator[Written]:
    yield Written((text,), whole=True)
    syllables = spellings_tibetan.syllables(text)
    pairs = ["་".join(syllables[at : at + 2]) for at in range(0, len(syllables), 2)]
    if len(syllables) >= 4:
        yield Written((pairs[0],))
        yield Written((pairs[1],))
    ways = [spellings_tibetan.spelled(pair) for pair in names_elsewhere.divided(text) or pairs]
    if ways and all(ways):
        for way in range(max(map(len, ways))):
            for spelled in _other_parts([one[min(way, len(one) - 1)] for one in ways]):
                yield replace(spelled, whole=False, ask=len(spelled.parts) == 1, derived=True)


def reversed_forms(form: Form) -> Form | None:
    """The same letters backwards, as a question, for names long enough that chance does not spell them."""
    shortest = SHORTEST_REVERSED_HAN if ONLY_HAN.match(form.key) else SHORTEST_REVERSED
    if not form.ask and len(form.key) >= shortest and form.key != form.key[::-1] and not any(map(str.isdigit, form.key)):
        turned = frozenset(len(form.key) - b for b in form.breaks)
        return replace(form, key=form.key[::-1], breaks=turned, joints=turned, ask=True, whole=False, near=True)
    return None


def number_form(value: str, owner: str) -> Form | None:
    """An identifier or contact on record. Any separators may stand between its characters."""
    key = squeezed(value)
    if len(key) < 3:
        return None
    return Form(key=key, owner=owner, breaks=frozenset(range(1, len(key))), whole=True)
