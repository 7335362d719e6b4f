"""Finding forms of names in text: one automaton over squeezed text, then a look at what stands around each hit.

The automaton (Aho and Corasick 1975, by pyahocorasick) reads the letters and digits only, so a hyphen, a line break or
spaced-out letters inside a name hide nothing; its cost grows with the text and not with the number of forms. Whether a
hit is a name or an accident ("Limited" for "Li") is then decided by its neighbours and by the gaps inside it.

Used twice, by the same rules: to redact text, and to look for what must not be in a finished PDF.
"""

from __future__ import annotations

import itertools
import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

import ahocorasick

from app.redaction.fold import BARRIER, Squeezed, fold, squeeze

# What may stand between two parts of a name.
_GAP = re.compile(r"[\s\-‐‑‒–—―.,·•・‧∙⋅'’ʼ`´_*~+:=/\\|་]{0,8}\Z")
_SENTENCE_GAP = re.compile(r"[.。!?！？][\s]|[,;][^\s]|,\s*,")
_HYPHENATED = re.compile(r"\s*[-‐‑­¬]\s*\n\s*\Z")
_CLITIC = re.compile(r"(?:s|ll|d|ve|re|m|S|LL|D|VE|RE|M)(?![^\W\d_\u2e80-\u9fff])")
# Endings that Turkic languages write after an apostrophe: "Yıldız'ın", "Memet'ten".
_SUFFIX = re.compile(
    r"(?:[ny]?[ıiuü]n?|[dt][ae]n?|l[ae]r?(?:[ıi]n?)?|y[ae]|yl[ae]|n[iıuü]ng|ga|ge|qa|ke)(?![^\W\d_\u2e80-\u9fff])",
    re.IGNORECASE,
)
_APOSTROPHES = "'’ʼ＇`´"
# Between Chinese characters brackets and quotes hide nothing: “王”立军, 王（立军）.
_HAN_GAP = re.compile(r"[\s\-‐‑‒–—―.·•・‧∙⋅'’`´_*~+:=/\\|()\[\]{}<>\"“”‘’「」『』《》〈〉【】]{0,8}\Z")
_TORN = re.compile(r"[ \t\n\-‐‑]{1,3}\Z")
_UNSPACED = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af\u3040-\u30ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
)
_ASCII_LETTERS = frozenset(string.ascii_letters)
# Words so frequent that at the start of a sentence they are never a bare name.
_FUNCTION = frozenset(
    "a am an as at be by do for go he her him his how i if in is it me my no of on or our she so the then they this to "
    "up us we who you your".split()
)
_NO_SUBJECTS = frozenset("an my our us me".split())
# Small initials with points that are no name.
_ABBREVIATIONS = frozenset("ad al am bc bp ca cc cf co cv eg ie id no op pa pm pp ps sc st tv uk un us vs".split())
# What tells in small letters too that a person is meant: "then hope said", "a man named young".
_ACTS = re.compile(
    r"\s+(?:said|says|told|tells|asked|replied|answered|testified|explained|added|phoned|telephoned|shouted|wept|cried"
    r"|came|went|left|arrived|returned|fled|lives|lived|died|was (?:arrested|taken|detained|beaten|held|released|born))\b"
)
_CALLED = re.compile(r"\b(?:named|called|mr|mrs|ms|miss|nicknamed|surnamed)\.?\s+\Z")
_SENTENCE_END = re.compile(r"(?:^|[.!?。！？:;\n…”\"»)]|[-–—•*])[\s\"“‘'(«\[]*\Z")


SHORTEST_TORN = 8  # letters from which on a whole name is asked about wherever it is cut


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which something on record may be written.

    ``key`` is squeezed; ``breaks`` are the positions in it where a gap may stand, ``joints`` those where the name as
    written has one, ``points`` those where it has a point ("Camp No. 7"). ``owner`` is an entry id or another name for
    what is found. ``ask`` makes a hit a question instead of a match. ``capital`` demands a capital first letter, for
    names that are common words too. ``whole`` tells a whole registered name from a part or derived form. ``near`` marks a
    near-miss or reversed spelling. ``initials`` demands that single letters of it stand as capitals, each apart from its
    neighbour. ``described`` is a description where nobody knows a name ("the tall officer"). ``derived``: one of many
    spellings that were made and not given.
    """

    key: str = field(repr=False)
    owner: str
    breaks: frozenset[int] = field(default=frozenset(), repr=False)
    joints: frozenset[int] = field(default=frozenset(), repr=False)
    ask: bool = False
    capital: bool = False
    whole: bool = False
    near: bool = False
    initials: bool = False
    described: bool = False
    points: frozenset[int] = field(default=frozenset(), repr=False)
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """``start`` and ``end`` are offsets in the original text; ``forms`` all forms that stand there so written."""

    start: int
    end: int
    forms: tuple[Form, ...] = field(repr=False)


def is_function_word(key: str) -> bool:
    """Whether a squeezed form is one of the most frequent words of English."""
    return key in _FUNCTION


@lru_cache(maxsize=65536)
def _invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf")


@lru_cache(maxsize=4096)
def _plain_gap(gap: str) -> str:
    """What stands between two letters, without what does not show and with full-width signs made plain."""
    return unicodedata.normalize("NFKC", "".join(char for char in gap if not _invisible(char)))


@lru_cache(maxsize=4096)
def _in_number(key: str) -> bool:
    """Numbers are also parted by brackets and slashes: "(138) 0013/8000"."""
    return sum(map(str.isdigit, key)) * 2 > len(key)


def _is_hump(text: str, start: int, key: str, before: int | None = None) -> bool:
    """Whether a name begins at a hump of a CamelCase word; ``before`` is the place of the letter before it."""
    return len(key) > 3 and text[start].isupper() and text[start - 1 if before is None else before].islower()


def _is_letter(char: str) -> bool:
    return char.isalpha() and not _UNSPACED.match(char)


class Finder:
    """Looks for many forms at once. Build it once, use it for every text."""

    def __init__(self, forms: Iterable[Form], is_common: Callable[[str], bool]) -> None:
        self._common = is_common
        by_key: dict[str, list[Form]] = {}
        for form in forms:
            if form.key:
                by_key.setdefault(form.key, []).append(form)
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_ANY)
        for key, group in by_key.items():
            self._automaton.add_word(key, tuple(dict.fromkeys(group)))
        if by_key:
            self._automaton.make_automaton()
        self._empty = not by_key

    def find(self, text: str) -> list[Hit]:
        """Every accepted hit, overlapping ones too, in order of their end."""
        if self._empty:
            return []
        flat = squeeze(text)
        starts = flat.starts
        hits = []
        for last, forms in self._automaton.iter(flat.letters):
            key = forms[0].key
            first = last - len(key) + 1
            start = starts[first]
            # Nearly every hit lies inside an English word: those are let go before anything is looked at closely.
            if start and text[start - 1] in _ASCII_LETTERS and key[0] in _ASCII_LETTERS and not _is_hump(text, start, key):
                continue
            accepted = self._accept(text, flat, first, last, forms)
            if accepted is not None:
                hits.append(accepted)
        return hits

    def anywhere(self, text: str, shortest: int, shortest_han: int) -> Iterator[Hit]:
        """Hits without regard to boundaries or gaps, for forms long enough that chance does not make them.

        Forms that are common words are left to ``find``.
        """
        if self._empty:
            return
        flat = squeeze(text)
        for last, forms in self._automaton.iter(flat.letters):
            key = forms[0].key
            enough = shortest_han if _UNSPACED.match(key) and len(key) < shortest else shortest
            sure = tuple(f for f in forms if not f.ask and not f.capital and not f.near)
            if len(key) >= enough and sure:
                yield Hit(flat.starts[last - len(key) + 1], flat.ends[last], sure)

    def _accept(self, text: str, flat: Squeezed, first: int, last: int, forms: tuple[Form, ...]) -> Hit | None:
        key = forms[0].key
        start, end = flat.starts[first], flat.ends[last]
        if (first and flat.ends[first - 1] > start) or (last + 1 < len(flat.ends) and flat.starts[last + 1] < end):
            return None  # half of a ligature or of a fraction
        if not self._starts_well(text, start, key):
            return None
        stop = self._ends_well(text, end, key, start)
        if stop is None:
            return None
        written = text[start:end]
        solid = written.isascii() and written.isalnum()  # no gap to look at
        kept = tuple(
            form
            for form in forms
            if (solid or self._gaps_fit(text, flat, first, last, form))
            and (not form.capital or self._capital(text, start, end, key))
            and (not form.initials or self._initials_fit(text, flat, first, form))
        )
        if not kept and not solid and len(key) >= SHORTEST_TORN and self._torn(text, flat, first, last):
            kept = tuple(replace(form, ask=True, near=True, whole=False) for form in forms if form.whole and not form.capital)
        return Hit(start, stop, kept) if kept else None

    def _torn(self, text: str, flat: Squeezed, first: int, last: int) -> bool:
        """Whether a long name is only cut at odd places, as scanned text is: "Me met Tur sun"."""
        for at in range(first, last):
            gap = text[flat.ends[at] : flat.starts[at + 1]]
            if gap and not _TORN.match(gap):
                return False
        return not self._ordinary(text, flat.starts[first], flat.ends[last])

    def _starts_well(self, text: str, start: int, key: str) -> bool:
        before = start - 1
        while before >= 0 and _invisible(text[before]):
            before -= 1
        if before < 0 or _UNSPACED.match(key):
            return True
        previous = text[before]
        if key[0].isdigit():
            return not previous.isdigit()
        if previous in _APOSTROPHES and before and _is_letter(text[before - 1]):
            # "d'Ali", "O'Brien" begin a name after one letter; "Xi'an" is one word
            return before < 2 or not _is_letter(text[before - 2])
        if not _is_letter(previous):
            return True
        if _is_hump(text, start, key, before):
            return True
        # Arabic script writes "and", "by", "to" onto the word that follows
        return len(key) >= 4 and "\u0600" <= previous <= "\u06ff" and (before < 1 or not _is_letter(text[before - 1]))

    def _ends_well(self, text: str, end: int, key: str, start: int) -> int | None:
        """Where the hit ends, suffixes that grammar has grown on it included; ``None`` if it is part of a word."""
        after = end
        while after < len(text) and _invisible(text[after]):
            after += 1
        if after >= len(text) or _UNSPACED.match(key[-1]):
            return end
        following = text[after]
        if key[-1].isdigit():
            return end if not following.isdigit() else None
        if following in _APOSTROPHES and after + 1 < len(text) and _is_letter(text[after + 1]):
            if _CLITIC.match(text, after + 1):
                return end
            suffix = _SUFFIX.match(text, after + 1) if len(key) >= 4 else None
            return suffix.end() if suffix else None
        if not _is_letter(following):
            digits = after
            while digits < len(text) and text[digits].isdigit():
                digits += 1
            return digits if digits > after else end  # "wanglijun88"
        if text[end - 1].islower() and following.isupper() and len(key) > 3:
            return end
        if following in "sS" and (after + 1 >= len(text) or not _is_letter(text[after + 1])):
            # "the Wangs", "Wang Lijuns’": a plural, unless that makes a word of its own ("his", "thus")
            if len(key) >= 4 or not self._common(fold(text[start : after + 1])):
                return end
            return None
        if ord(text[end - 1]) > 0x24F and len(key) >= 4:
            # agglutinating and inflecting languages in other alphabets: Uyghur -ning, Russian -ogo
            run = after
            while run < len(text) and (_is_letter(text[run]) or _invisible(text[run])):
                run += 1
            return run if run - after <= 6 else None
        return None

    def _gaps_fit(self, text: str, flat: Squeezed, first: int, last: int, form: Form) -> bool:
        key = form.key
        starts, ends = flat.starts, flat.ends
        spaced: list[int] = []
        parted: set[int] = set()
        for at in range(first, last):
            left, right = ends[at], starts[at + 1]
            if right <= left:
                continue
            gap = text[left:right]
            gap = _plain_gap(gap)
            if not gap:
                continue
            position = at - first + 1
            parted.add(position)
            unspaced = _UNSPACED.match(key[position]) and _UNSPACED.match(key[position - 1])
            if not (_HAN_GAP if unspaced else _GAP).match(gap) and not (
                _in_number(key) and all(c in " ()-./‐‑–—\t\n" or _invisible(c) for c in gap)
            ):
                return False
            if unspaced:
                if _SENTENCE_GAP.search(gap):
                    return False
                continue
            if _HYPHENATED.match(gap):
                continue
            if position in form.breaks:
                single = at == first or ends[at - 1] < starts[at]
                if not single and _SENTENCE_GAP.search(gap) and position not in form.points:
                    return False
                if position not in form.joints and gap.isspace() and self._ordinary(text, starts[first], ends[last]):
                    return False
                continue
            spaced.append(position)
        return not spaced or self._spelled_out(last - first, parted, spaced)

    def _ordinary(self, text: str, start: int, end: int) -> bool:
        """A run of lower-case everyday words that only happen to spell the name ("a man he knew" for Manhe)."""
        words = text[start:end].split()
        return all(word.islower() and self._common(fold(word)) for word in words)

    @staticmethod
    def _spelled_out(size: int, parted: set[int], spaced: list[int]) -> bool:
        """Letters parted one by one ("W a n g"): a gap inside a word must not stand alone."""
        if size < 3 or len(parted) < 3:
            return False
        alone = sum(1 for p in spaced if p - 1 in parted or p + 1 in parted)
        return alone >= len(spaced) - 1

    @staticmethod
    def _initials_fit(text: str, flat: Squeezed, first: int, form: Form) -> bool:
        """Initials are capitals or have points: "W.L.J.", "WLJ", "L. Wang", "l.j. wang"; two letters alone need points."""
        size = len(form.key)
        cuts = [0, *sorted(form.joints), size]
        words = list(itertools.pairwise(cuts))
        small = False
        for begin, end in words:
            at = flat.starts[first + begin]
            if end - begin == 1 and not text[at].isupper():
                small = True
                if text[flat.ends[first + begin] : flat.ends[first + begin] + 1] != ".":
                    return False
            long_neighbour = end < size and (end - begin > 1 or (end + 1) not in cuts)
            if long_neighbour and flat.starts[first + end] <= flat.ends[first + end - 1]:
                return False  # an initial written onto the name is another word
        if all(end - begin == 1 for begin, end in words) and size == 2:
            return text[flat.ends[first] : flat.ends[first] + 1] == "." and not (small and form.key in _ABBREVIATIONS)
        return True

    def _capital(self, text: str, start: int, end: int, key: str) -> bool:
        if not text[start].isupper():
            if not text[start].islower():
                return True
            if key in _FUNCTION:  # "an was arrested", "a man named you": no grammar has the word there
                named = _CALLED.search(text, max(0, start - 14), start)
                return bool(named or (key in _NO_SUBJECTS and _ACTS.match(text, end)))
            return bool(_ACTS.match(text, end) or _CALLED.search(text, max(0, start - 14), start))
        if key in _FUNCTION:
            return _SENTENCE_END.search(text[max(0, start - 8) : start]) is None
        return True


def without_barriers(letters: str) -> str:
    """Squeezed letters with the marks of blank lines taken out."""
    return letters.replace(BARRIER, "")
