"""How people on record are spoken of in Chinese without their whole name: 小王, 王科长, 姓王, 王某军, 王*军, 伟大的伟."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pypinyin import Style, pinyin

from app.domain.case import Case
from app.redaction import aliases
from app.redaction.broken_chinese import BrokenNames
from app.redaction.detect_words import chinese_words
from app.redaction.fold import squeezed, traditional_of

_TITLES = (
    "先生|女士|小姐|太太|夫人|老师|主任|科长|局长|村长|镇长|乡长|县长|市长|书记|队长|所长|处长|厂长|厅长|部长|经理|总经理|律师|医生|师傅|警官|"
    "法官|检察官|教授|某某|某人|某|家人|家|氏|大哥|大姐|大爷|大妈|大叔|大婶|叔叔|阿姨|伯伯|哥哥|姐姐|弟弟|妹妹|爷爷|奶奶|妈妈|爸爸|哥|姐|叔|姨|伯|婶|嫂"
    "|老板娘|老板|同志|主席|会计|记者|翻译|姓(?=[男女村干警官者的青老少])"
)
_HAN = "[\\u3400-\\u9fff]"
# What is put for characters by hand.
_BLOTS = "(?:[*＊○×✕□■●█▇]{1,3}|[xX]{1,3}(?![A-Za-z]))"
# How surnames are told apart by their parts ("弓长张").
_PARTS = (
    "弓长|木子|双木|耳东|口天|草头|三横|三画|古月|立早|言午|双口|木易|走肖|禾呈|文刀|卯金刀|双人|干勾|人可|西早|十八子|马前"
)
_PARTS += (
    "|(?:[三两兩]点水|[三两兩]點水|草字头|草字頭|宝盖头?|寶蓋頭?|[木火土金言人女石王马馬日月禾竹米]字旁|耳刀旁?|[左右]耳旁?)的"
)
# Ranks of one character, which are asked about: 沈局, 沈总; the sign or word after them tells them from 总是 and 局部.
_RANKS = (
    "[局处處科所队隊总總工院董导導校](?=[，。、,.；;：:！!？?）)\\s说說讲講问問叫让讓来來去在的和跟把给給也就要对對从從]|$)"
)
# What a surname alone stands between, as in minutes ("沈于6月被带走").
_ALONE_AFTER = "(?=[的于被与跟说称向将因、，。,.；;：:）)]|$)"
# Words of one character that stand before a name: "和立军" is no 何立军.
_WORDS = frozenset("和与于跟对把被将给带告叫向在是的了到让由问找说见随同及或像如比替为请送陪抓打救害怕想要有无以因")
_ALONE_BEFORE = "(?:老板|村长|书记|主任|科长|局长|队长|所长|警官|法官|律师|医生|老师|同志)"


@lru_cache(maxsize=4096)
def _sounds(char: str) -> frozenset[str]:
    found = pinyin(squeezed(char), style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(squeezed(sound) for sound in found[0]) if found else frozenset()


class Spoken:
    """Built once for a case."""

    def __init__(self, case: Case) -> None:
        self._surnames: dict[str, tuple[str, ...]] = {}
        self._characters: dict[str, tuple[str, ...]] = {}
        self._given: dict[str, tuple[str, ...]] = {}
        names: dict[str, tuple[str, ...]] = {}
        for person in case.people:
            for name in person.names:
                key = squeezed(name.text)
                if name.kind == "description" or not aliases.ONLY_HAN.match(key):
                    continue
                if surname := aliases.surname_of(key):
                    _join(self._surnames, surname, person.id)
                    _join(self._given, key[len(surname) :], person.id)
                    if len(key) == 3:
                        _join(names, key, person.id)
                for char in key:
                    _join(self._characters, char, person.id)
        self._owned = {(owner, surname) for surname, owners in self._surnames.items() for owner in owners}
        self._people = frozenset(owner for owner, _ in self._owned)
        self._address = _address_pattern(self._surnames, self._characters)
        self._told = _told_pattern(self._characters)
        self._parted = _parted_pattern(self._given)
        self._broken = BrokenNames(names)

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...], bool]]:
        """Yield start, end, who may be meant, and whether to ask."""
        if re.search(_HAN, text) is None:
            return
        if self._address is not None:
            for match in self._address.finditer(text):
                kind = match.lastgroup or "a"
                owners = self._surnames.get(squeezed(match[kind]), ())
                if owners:
                    start = match.start(kind) if kind in ("called", "after") else match.start()
                    yield start, match.end(), owners, len(owners) > 1 or kind not in ("a", "b", "called")
        if self._told is not None:
            for match in self._told.finditer(text):
                yield match.start(), match.end(), self._characters.get(squeezed(match["last"] or match["first"]), ()), True

        if self._parted is not None:
            for match in self._parted.finditer(text):
                yield match.start(), match.end(), self._given[squeezed(match["given"])], True
        for start, end, owners in self._broken.find(text):
            yield start, end, owners, True

    def is_surname(self, char: str, owner: str) -> bool:
        """Whether a character is, or sounds like, the surname of somebody of one character."""
        if owner not in self._people:
            return False
        plain = squeezed(char)
        sounds = frozenset() if plain in _WORDS else _sounds(plain)
        return any(
            own == owner and len(surname) == 1 and (surname == plain or bool(_sounds(surname) & sounds))
            for own, surname in self._owned
        )


def _join(table: dict[str, tuple[str, ...]], key: str, owner: str) -> None:
    held = table.get(key, ())
    if owner not in held:
        table[key] = (*held, owner)


def _spellings(names: Iterable[str]) -> list[str]:
    """The names, and the traditional characters of those of one character; the longest first."""
    spellings = set(names)
    for name in tuple(spellings):
        if len(name) == 1:
            spellings.update(traditional_of(name))
    return sorted(spellings, key=lambda s: (-len(s), s))


def _address_pattern(surnames: dict[str, tuple[str, ...]], characters: Iterable[str]) -> re.Pattern[str] | None:
    if not surnames:
        return None
    either = "|".join(_spellings(surnames))
    each = "".join(_spellings(characters))
    lonely = "|".join(_spellings(name for name in surnames if name not in chinese_words().weak)) or "(?!)"
    return re.compile(
        rf"(?P<blotted>{either})(?:{_BLOTS}{_HAN}?|某{{1,2}}[{each}])"
        rf"|(?P<ranked>{either}){_RANKS}|[小老阿](?P<a>{either})(?:{_TITLES})?|(?P<b>{either})(?:{_TITLES})|(?:姓|姓氏是|姓氏为)(?P<called>{either})"
        rf"|(?:{_PARTS})(?P<parts>{either})|{_ALONE_BEFORE}(?P<after>{either})(?!{_HAN})|(?<!{_HAN})(?P<alone>{lonely}){_ALONE_AFTER}"
    )


def _parted_pattern(given: dict[str, tuple[str, ...]]) -> re.Pattern[str] | None:
    """ "古月宝玲": the surname told by its parts before the given name."""
    whole = [name for name in given if len(name) > 1]
    if not whole:
        return None
    return re.compile(rf"(?:{_PARTS})(?P<given>{'|'.join(map(_either_way, sorted(whole)))})")


def _either_way(name: str) -> str:
    return "".join(f"[{''.join(_spellings((char,)))}]" for char in name)


def _told_pattern(characters: dict[str, tuple[str, ...]]) -> re.Pattern[str] | None:
    """ "伟大的伟", "英雄的雄": how a character is told in speech."""
    if not characters:
        return None
    each = "".join(_spellings(characters))
    return re.compile(rf"(?:{_HAN}(?P<last>[{each}])的(?P=last)|(?P<first>[{each}]){_HAN}{{0,2}}的(?P=first))(?!{_HAN})")
