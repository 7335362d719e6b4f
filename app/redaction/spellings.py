"""How names in other scripts are spelled in Latin letters, and how Latin spellings of one name differ.

Rules only, no lists of names: Cyrillic by the letter, Hangul by the syllable (Revised Romanization and the usual
surnames), kana by Hepburn, Uyghur letters by the Uyghur Latin alphabet, pinyin turned to Wade and Giles, umlauts written
out. Each function returns spellings in small letters, the usual one first; none where it has nothing to say.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = re.compile(r"[\u0400-\u04ff]+\Z")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+\Z")
_KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30ff]+\Z")
_UYGHUR = re.compile(r"[\u0620-\u06ff]+\Z")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)

# What stands at each place is joined: "a|b" are two ways, and a name is spelled in one way throughout.
_BY_LETTER = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўқғҳҷңөүұһәӣӯҝ",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch ; y ; e yu ya yo i yi ye g u q gh h j ng o u u"
        " h a i u g".split(),
        strict=True,
    )
)
_OTHER_WAYS = (
    {"х": "h", "ё": "e", "й": "i", "щ": "sch", "ц": "c", "ж": "j", "ю": "iu", "я": "ia"},
    {
        "х": "ch",
        "ж": "sch",
        "ш": "sch",
        "ч": "tsch",
        "щ": "schtsch",
        "з": "s",
        "в": "w",
        "й": "j",
        "я": "ja",
        "ю": "ju",
        "ц": "z",
    },
)
_LEADS = "g kk n d tt r m b pp s ss ; j jj ch k t p h".split()
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_TAILS = "; k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()
_KOREAN_SURNAMES = {
    "김": ("kim",), "이": ("lee", "yi", "rhee"), "박": ("park", "pak"), "최": ("choi",), "정": ("jung", "chung", "jeong"),
    "조": ("cho",), "강": ("kang",), "유": ("yoo", "ryu"), "류": ("ryu", "yoo"), "임": ("lim", "yim"), "림": ("rim", "lim"),
    "노": ("roh", "noh"), "오": ("oh",), "신": ("shin",), "권": ("kwon",), "구": ("koo",), "고": ("ko",), "주": ("joo",),
    "우": ("woo",), "문": ("moon",), "손": ("sohn",), "리": ("ri", "lee"), "윤": ("yoon",), "안": ("ahn",), "백": ("paek",),
}  # fmt: skip
_HEPBURN = dict(
    zip(
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔ",
        "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi"
        " mu me mo ya yu yo ra ri ru re ro wa i e o n"
        " ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po vu".split(),
        strict=True,
    )
)
_SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}
_UYGHUR_LETTERS = dict(
    zip(
        "ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي",
        "; a e b p t j ch x d r z zh s sh gh f q k g ng l m n h o u o u w e i y".split(),
        strict=True,
    )
)
_WADE_INITIALS = {
    "zh": "ch", "ch": "ch", "sh": "sh", "b": "p", "p": "p", "d": "t", "t": "t", "g": "k", "k": "k", "z": "ts", "c": "ts",
    "j": "ch", "q": "ch", "x": "hs", "r": "j",
}  # fmt: skip
_WADE_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu", "er": "erh", "e": "o",
    "ge": "ko", "ke": "ko", "he": "ho", "yan": "yen", "yi": "i", "you": "yu", "ye": "yeh",
}  # fmt: skip
_WADE_FINALS = {"ian": "ien", "ie": "ieh", "ong": "ung", "ui": "ui", "uo": "o", "ue": "ueh", "iong": "iung"}


def latin_spellings(word: str) -> tuple[str, ...]:
    """The Latin spellings of one word of a name in Cyrillic, Hangul, kana or Uyghur letters."""
    word = unicodedata.normalize("NFC", word)
    if _CYRILLIC.match(word):
        return _cyrillic(word.casefold())
    if _HANGUL.match(word):
        return (_hangul(word),)
    if _KANA.match(word):
        return tuple(dict.fromkeys((_kana(word), re.sub(r"([aeiou])\1|(?<=o)u", r"\1", _kana(word)))))
    if _UYGHUR.match(word) and all(letter in _UYGHUR_LETTERS for letter in word):
        return ("".join(_UYGHUR_LETTERS[letter].strip(";") for letter in word),)
    return ()


def _cyrillic(word: str) -> tuple[str, ...]:
    found = ["".join(_BY_LETTER.get(c, "").strip(";") for c in word)]
    for other in _OTHER_WAYS:
        found.append("".join(other.get(c, _BY_LETTER.get(c, "")).strip(";") for c in word))
    found.append(re.sub(r"[iy]y\Z", "y", found[0]))
    return tuple(dict.fromkeys(spelled for spelled in found if spelled))


def _hangul(word: str) -> str:
    out = []
    for char in word:
        lead, rest = divmod(ord(char) - 0xAC00, 21 * 28)
        vowel, tail = divmod(rest, 28)
        out.append((_LEADS[lead] + _VOWELS[vowel] + _TAILS[tail]).replace(";", ""))
    return "".join(out)


def korean_parts(name: str) -> tuple[tuple[str, ...], str] | None:
    """``(spellings of the surname, given name)`` of a Korean name of two to four syllables, else ``None``."""
    if not _HANGUL.match(name) or not 2 <= len(name) <= 4:
        return None
    return (*_KOREAN_SURNAMES.get(name[0], ()), _hangul(name[0])), _hangul(name[1:])


def _kana(word: str) -> str:
    out: list[str] = []
    double = False
    for char in word:
        if "\u30a1" <= char <= "\u30f6":
            char = chr(ord(char) - 0x60)
        if char == "っ":
            double = True
            continue
        if char == "ー":
            out.append(out[-1][-1] if out and out[-1] else "")
            continue
        if char in _SMALL and out:
            stem = out[-1][:-1]
            out[-1] = stem + (_SMALL[char][1:] if stem.endswith(("sh", "ch", "j")) else _SMALL[char])
            continue
        spelled = _HEPBURN.get(char, "")
        out.append((spelled[:1] if double else "") + spelled)
        double = False
    return "".join(out)


def inflected_stem(word: str) -> str | None:
    """What stays of a Slavic name in Cyrillic when it is declined ("Тихановская" → "тихановск"); ``None`` where all does."""
    if not _CYRILLIC.match(word):
        return None
    stem = re.sub(r"(?:ая|яя|ое|ее|ий|ый|ой|а|я|о|е|ь|й|ы|и)\Z", "", word.casefold())
    return stem if len(stem) >= 4 and stem != word.casefold() else None


def written_out(word: str) -> str | None:
    """The word with its umlauts written out ("Müller" → "Mueller"), or ``None`` where it has none."""
    composed = unicodedata.normalize("NFC", word)
    spelled = composed.translate(_UMLAUTS)
    return spelled if spelled != composed else None


@lru_cache(maxsize=2048)
def wade_giles(syllable: str) -> str:
    """A syllable of pinyin as Wade and Giles spell it, without the signs of aspiration ("zhang" → "chang")."""
    if syllable in _WADE_WHOLE:
        return _WADE_WHOLE[syllable]
    initial = next((i for i in ("zh", "ch", "sh") if syllable.startswith(i)), syllable[:1])
    final = syllable[len(initial) :] if initial in _WADE_INITIALS else syllable
    if initial not in _WADE_INITIALS:
        match = re.match(r"([flmnhwy]?)(.*)", syllable)
        assert match is not None
        start, end = match[1], match[2]
        if start == "y" and end == "an":
            return "yen"
        return start + (_WADE_FINALS.get(end, end) if start not in ("w", "y") else {"ong": "ung", "ue": "ueh"}.get(end, end))
    if initial in ("zh", "ch", "sh", "r", "z", "c") and final == "uo":
        return _WADE_INITIALS[initial] + "o"
    if initial in ("g", "k") and final in ("uo", "ui"):
        return _WADE_INITIALS[initial] + {"uo": "uo", "ui": "uei"}[final]
    return _WADE_INITIALS[initial] + _WADE_FINALS.get(final, final)
