"""Names that nobody entered, in text with capitals: every run of capitalised words that is more than a sentence's start.

Works for Latin, Cyrillic, Greek and Armenian letters alike. In text without capitals, or in capitals throughout, words
that no list of ordinary words knows are proposed instead. A slot is an opaque noun: a boundary, and never at the start of a
sentence. Only ever proposals: nothing here says that a text is safe.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from app.redaction.detect_words import EnglishWords, english_words, pinyin_pattern
from app.redaction.patterns_found import Found
from app.redaction.patterns_view import SLOT, View, near_words

_Word = tuple[int, int, str]

_PLACE_WORDS = frozenset(
    "village town township county city district prefecture province region state street road avenue square river lake mountain mount hill island"
    " valley bridge airport station park hotel prison jail camp centre center neighbourhood neighborhood harbour port bay building tower"
    " guesthouse borough parish shire".split()
)
_ORGANIZATION_WORDS = frozenset(
    "court courts ministry department bureau office agency police council commission committee university college school institute hospital company"
    " corporation corp ltd limited llc inc plc gmbh ag ab co group holdings bank party union association federation foundation society club church"
    " mosque temple army brigade battalion division directorate authority tribunal embassy consulate government parliament league front movement"
    " service services board fund times post news daily press television radio network procuratorate procuracy congress solicitors watch".split()
)
_PLACE_ADJECTIVES = frozenset(
    "new north south east west northern southern eastern western central great greater upper lower old united san santa saint st los las el la le"
    " mount lake fort port cape hong inner outer red black white green".split()
)
_ADDRESSES = frozenset("mr mrs ms miss dr prof sir".split())
_PRONOUNS = frozenset("i i'm i've i'd i'll he she we they you it".split())
_NATIONALS = re.compile(r" (?:nationals?|citizens?|authorities|army|government|police)\b")
_BODY_AFTER = re.compile(
    r" (?:court|prison|jail|detention cent(?:er|re)|village|county|township|town|city|district|province|prefecture|hospital|school|university"
    r"|garrison|camp|street|road|river|mountain|airport|railway station|police station|bureau)\b(?!')"
)
_TITLE_BEFORE = re.compile(
    r"(?:\b(?:mr|mrs|ms|miss|dr|prof|sir|lord|chief|officer|captain|director|secretary|judge|sergeant|inspector)\b\.?[ ])?(?:(?<![^\W_])[^\W\d_]\.[ ]?){0,3}$"
)
_NEXT_WORD = re.compile(r"[ \t]([a-z]{3,})(?![^\W_])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Art|v|vs|Rev|Hon|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Messrs|cf|e\.g|i\.e)|\b[A-Z])\.\s*$"
)
_ASKING = re.compile(
    r"(?:n't)?[ \t\n]+(?:I|you|he|she|it|we|they|the|an?|this|that|these|those|my|your|his|her|our|their|there|not|be|have|anyone|someone|God)\b|[,?]"
)
_ACTS = re.compile(
    r"[ \t\n]+(?:said|says|told|asked|replied|came|went|testified|added|explained|called|wrote|stated|answered|shouted|drove|ran)\b"
)
_NUMBERED = re.compile(r"(?:[ \t]+No)?\.?[ \t]*(?:§+[ \t]*)?\d")
_PAPERS = frozenset("article articles rule rules section sections chapter chapters protocol part parts paragraph paragraphs annex appendix exhibit figure"
                    " note no nos clause item page table question form step day week count order".split())  # fmt: skip
_STATUTES = frozenset("act code law ordinance constitution gazette treaty protocol".split())
_STARTERS = frozenset(".!?:;\n\r\"'(-•*–—…。！？：；|/>\t")
_CUE = re.compile(
    r"\b(?:named|called|nicknamed|name (?:is|was)|names (?:are|were)|known as|alias|a\.?k\.?a\.?|surnamed"
    r"|(?:mr|mrs|ms|miss|dr|prof|professor|chief|officer|captain|director|secretary|comrade|uncle|aunt|auntie|judge|sergeant|inspector|mayor"
    r"|imam|pastor|sheikh|warden|lawyer|attorney|interpreter)\.?"
    r"|(?:my|his|her|our|their|your) (?:(?:older|younger|elder|little|big|oldest|youngest|eldest|late|dear|old|best|good) )*"
    r"(?:brother|sister|son|daughter|wife|husband|father|mother|uncle|aunt|cousin|nephew|niece|friend|neighbou?r|boss|teacher|lawyer"
    r"|classmate|colleague|grandson|granddaughter|brother-in-law|sister-in-law|boyfriend|girlfriend))"
    r"(?=[,:]?[ \t]+(?P<name>[^\W\d_\u2e80-\ua63f]+(?:['-][^\W\d_]+)*(?:[ \t]+[^\W\d_]+)?))",
    re.I,
)

_CUE_NEAR = frozenset(
    "named called nicknamed name names known alias aka surnamed mr mrs ms miss dr prof professor chief officer captain director secretary"
    " comrade uncle aunt auntie judge sergeant inspector mayor imam pastor sheikh warden lawyer attorney interpreter brother sister son daughter"
    " wife husband father mother cousin nephew niece friend neighbour neighbor boss teacher classmate colleague grandson granddaughter law"
    " boyfriend girlfriend".split()
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns for a run, for a word of it and for any letter in lower case."""
    upper, lower = [], []
    for code in (*range(0x41, 0x590), *range(0x1C80, 0x2184), *range(0xA640, 0xA7F0)):
        category = unicodedata.category(chr(code))
        if category in ("Lu", "Lt"):
            upper.append(chr(code))
        elif category == "Ll":
            lower.append(chr(code))
    big, small = _ranges(upper), _ranges(lower)
    tail = r"[^\W\u0590-\u1c7f\u2e80-\ua63f\ua800-\U0010ffff]"
    word = rf"(?<![^\W_\u2e80-\ua63f\uac00-\ud7af])(?:(?:al|el|d|l|ad|an|as|at|bint?|ibn|abu|umm)[-'])?[{big}]{tail}*(?:['·.\-](?:{tail})+)*(?:(?<![^\W_][{big}])(?<=[{big}])\.|(?:(?<=Mr)|(?<=Ms)|(?<=Mrs)|(?<=Dr)|(?<=St)|(?<=Jr))\.)?"
    join = r"(?:[ \t]+|[ \t]*\n(?![ \t]*\n)[ \t]*|, (?=Ltd|Inc|LLC)|[ \t](?:of|of the|the|de|de la|del|der|den|di|da|dos|du|van|von|van der|bin|ibn|al|el|and|for|for the|on|&|ul|zu)[ \t])"
    return re.compile(rf"{word}(?:{join}{word})*"), re.compile(rf"{word}|{tail}+|&"), re.compile(f"[{small}]")


def _ranges(chars: list[str]) -> str:
    out, first, last = [], chars[0], chars[0]
    for char in (*chars[1:], "\U0010ffff"):
        if ord(char) == ord(last) + 1:
            last = char
            continue
        out.append(first if first == last else f"{first}-{last}")
        first = last = char
    return "".join(out)


def capitalised_names(view: View) -> list[Found]:
    """Return proposals from capitalised runs, places in the original text."""
    text, words = view.text, english_words()
    run_pattern, word_pattern, lower = _patterns()
    found: list[Found] = []
    elsewhere: dict[str, bool] = {}
    shouted = _shouted_lines(text, lower)
    line = 0
    for run in run_pattern.finditer(text):
        while line < len(shouted) and shouted[line][1] <= run.start():
            line += 1
        parts = [(m.start(), m.end(), m.group()) for m in word_pattern.finditer(text, run.start(), run.end())]
        if line < len(shouted) and shouted[line][0] <= run.start():
            chunks = list(_unknown(parts, words))
        else:
            chunks = [c for chunk in _split(parts, words) if (c := _trimmed(view, chunk, words, elsewhere))]
        for chunk in chunks:
            item = _proposal(view, chunk, words)
            if item:
                found.append(item)
    return found


def _shouted_lines(text: str, lower: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return the lines written in capitals throughout, where a capital tells nothing."""
    out, start = [], 0
    for piece in text.splitlines(keepends=True):
        if len(piece) > 8 and not lower.search(piece) and len(re.findall(r"[A-Z]{3,}", piece)) > 1:
            out.append((start, start + len(piece)))
        start += len(piece)
    return out


def _unknown(parts: list[_Word], words: EnglishWords) -> Iterator[list[_Word]]:
    """Yield the stretches of words that are on no list of ordinary words, for text where capitals tell nothing."""
    chunk: list[_Word] = []
    for part in parts:
        plain = _key(part[2])
        known = plain in words.ordinary or plain in words.common or len(plain) < 2 or _roman(part[2])
        if known and not (chunk and plain in words.word_names):
            if chunk:
                yield chunk
            chunk = []
        else:
            chunk.append(part)
    if chunk:
        yield chunk


def _roman(word: str) -> bool:
    return re.fullmatch(r"[IVXLC]+\.?", word) is not None


def _key(word: str) -> str:
    plain = word.lower().rstrip(".")
    return plain[:-2] if plain.endswith("'s") else plain


def _split(parts: list[_Word], words: EnglishWords) -> Iterator[list[_Word]]:
    """Cut a run where it is two: at pronouns, at "and" between names, where a new line begins with an ordinary word."""
    chunk: list[_Word] = []
    for index, part in enumerate(parts):
        plain = _key(part[2])
        joins = part[2] in ("and", "for", "on", "&", "the")
        if part[2] == "of" and _person_of(parts[index - 1][2], words):
            joins = True
        if (plain in _PRONOUNS and not part[2].endswith(".")) or (joins and not _one_body(parts, index)):
            if chunk:
                yield chunk
            chunk = []
            continue
        chunk.append(part)
    if chunk:
        yield chunk


def _person_of(before: str, words: EnglishWords) -> bool:
    """Whether what stands before "of" is a name by itself ("Mr Wang of the Linhai Court"), not the head of a longer one."""
    last = _key(before)
    head = last in words.ordinary or last in words.common or last in _ORGANIZATION_WORDS or last in _PLACE_WORDS
    return not head


def _one_body(parts: list[_Word], index: int) -> bool:
    """Whether "and" or "for" at ``index`` belongs to the name of a body ("Ministry of Labour and Social Security")."""
    left = {_key(word) for _, _, word in parts[max(index - 8, 0) : index]}
    right = {_key(word) for _, _, word in parts[index + 1 : index + 9]}
    if parts[index][2] == "of":
        return False
    if parts[index][2] in ("the", "on", "for"):
        return bool(left & _ORGANIZATION_WORDS) or parts[index - 1][2] in ("of", "for")
    return (
        bool(left & _ORGANIZATION_WORDS and not right & {"mr", "mrs", "ms"})
        or parts[min(index + 8, len(parts) - 1)][2].lower() in _ORGANIZATION_WORDS
    )


def _begins_sentence(text: str, start: int) -> bool:
    before = start - 1
    while before >= 0 and text[before] in " \t":
        before -= 1
    if before < 0:
        return True
    if text[before] == "." and _ABBREVIATION.search(text, max(0, before - 8), before + 1):
        return False
    return text[before] in _STARTERS


def _trimmed(view: View, chunk: list[_Word], words: EnglishWords, elsewhere: dict[str, bool]) -> list[_Word]:
    """Take off what only the start of a sentence capitalises, and connectors left at either end."""
    text = view.text
    while chunk:
        start, _, word = chunk[0]
        plain = _key(word)
        rest = chunk[1:]
        if word.islower() or word == "&" or plain in words.function:
            # "Will" and "May" may be names where no sentence begins, or where no question does ("Will they", "May I").
            name = plain in words.word_names and word[0].isupper()
            if name and not (_begins_sentence(text, start) and _ASKING.match(text, start + len(word))):
                break
            chunk = rest
            continue
        if not _begins_sentence(text, start) or plain not in words.ordinary or plain in words.titles or plain in words.common:
            break
        if plain in words.word_names or (plain in _PLACE_ADJECTIVES and rest):
            break
        if not rest:
            named = plain in words.surnames or plain in words.given
            acts = named and _ACTS.match(text, start + len(word))
            if not acts and word not in elsewhere:  # asked once for each word: a long text begins many sentences alike
                elsewhere[word] = _name_elsewhere(view, plain, word)
            return chunk if acts or elsewhere[word] else []
        following = _key(rest[0][2])
        if following in words.ordinary or rest[0][2].islower():
            break
        chunk = rest
    while chunk and (chunk[-1][2].islower() or chunk[-1][2] == "&"):
        chunk = chunk[:-1]
    return chunk


def _name_elsewhere(view: View, plain: str, word: str) -> bool:
    """Whether a word that begins a sentence is written with a capital inside another one, and never without."""
    places = view.words.get(plain, ())
    inside = any(view.text[p : p + len(plain)] == word[: len(plain)] and not _begins_sentence(view.text, p) for p in places)
    return inside and not any(view.text[place].islower() for place in places)


def _proposal(view: View, chunk: list[_Word], words: EnglishWords) -> Found | None:
    keys = [_key(word) for _, _, word in chunk]
    start, end = chunk[0][0], chunk[-1][1]
    last = chunk[-1][2]
    if last.endswith("'s"):
        end -= 2
    elif (
        last.endswith(".")
        and not re.search(r"\b[^\W\d_]\.$", last)
        and last.count(".") == 1
        and keys[-1] not in ("ltd", "inc", "jr", "sr", "co")
    ):
        end -= 1
    addressed = keys[0] in _ADDRESSES and len(keys) > 1
    if not addressed and all(key in words.titles or _roman(word) for key, (_, _, word) in zip(keys, chunk, strict=True)):
        return None
    if len(keys) == 1 and len(keys[0]) < 2:
        return None
    if all(key in _PAPERS or _plain(key, words) for key in keys) and keys[-1] in _PAPERS and _NUMBERED.match(view.text, end):
        return None
    if keys[0] in _PAPERS and len(keys) == 2 and _roman(chunk[1][2]):
        return None
    statute = len(keys) > 1 and keys[-1] in _STATUTES and all(_plain(key, words) for key in keys)
    common = (_is_common(keys, words) or statute) and not addressed
    if common and len(keys) == 1 and keys[0] in words.ambiguous:
        common = view.text[max(0, start - 4) : start].lower() == "the "
    if more := (_NATIONALS if common else _BODY_AFTER).match(view.text, end):
        end = more.end()
    first, after = view.span(start, end)
    return Found(first, after, _kind(keys, words), False, common=common, what="capitals")


def _plain(key: str, words: EnglishWords) -> bool:
    """Whether a word is an ordinary one and nobody's name, so that with others it names no more than a paper ("Water Act")."""
    named = key in words.given or key in words.surnames or key in words.word_names or key in words.proper
    return key in _STATUTES or key in words.function or (key in words.ordinary and not named)


def _is_common(keys: list[str], words: EnglishWords) -> bool:
    if all(key in words.function for key in keys):
        return False
    index = 0
    while index < len(keys):
        for length in range(min(words.common_length, len(keys) - index), 0, -1):
            phrase = " ".join(keys[index : index + length])
            if phrase in words.common or (phrase.endswith("s") and phrase[:-1] in words.common):
                index += length
                break
        else:
            if keys[index] in words.function or keys[index] in ("&", "de", "la"):
                index += 1
                continue
            return False
    return True


def _kind(keys: list[str], words: EnglishWords) -> str:
    if keys[0] in words.titles and len(keys) > 1 and keys[-1] not in _ORGANIZATION_WORDS:
        return "person"
    if any(key in _ORGANIZATION_WORDS for key in keys):
        return "organization"
    if any(key in _PLACE_WORDS for key in keys) or (len(keys) > 1 and keys[0] in _PLACE_ADJECTIVES) or _is_common(keys, words):
        return "place"
    if keys[0] in words.given or 2 <= len(keys) <= 4:
        return "person"
    return "other"


def lower_case_names(view: View) -> list[Found]:
    """Return proposals among words without a capital: names by list, by cue ("called …"), pinyin, letters with accents.

    Where a whole text has hardly a capital, every word is proposed that no list of ordinary words knows.
    """
    words = english_words()
    text = view.text
    unknown = [word for word in view.words.keys() - words.ordinary if len(word) > 1]
    bare = _without_capitals(view)
    pinyin = pinyin_pattern()
    hits: list[_Word] = []
    for word in unknown:
        accented = not word.isascii()
        if accented and not _latin(word):
            continue
        listed = word in words.given or word in words.surnames or word in words.proper
        listed = listed or (word in words.common and word not in words.institutions)
        if not (bare or listed or accented or (len(word) > 2 and pinyin.fullmatch(word))):
            continue
        for place in view.words[word]:
            if text[place].islower() and (place == 0 or text[place - 1] not in "@._/\\'’" or bare):
                hits.append((place, place + len(word), word))
    cues = (m for low, high in near_words(view, _CUE_NEAR, 50, 70) for m in _CUE.finditer(text, low, high))
    for match in cues:
        for part in re.finditer(r"[^\W\d_]+", match["name"]):
            word = part.group()
            if word.islower() and (word not in words.ordinary or (word in words.word_names and part.start() == 0)):
                place = match.start("name") + part.start()
                hits.append((place, place + len(word), word))
            elif part.start() == 0:
                break
    return _merged(view, sorted(set(hits)), words)


def _latin(word: str) -> bool:
    return all(char < "\u0370" or "\u1e00" <= char <= "\u1eff" for char in word)


def _without_capitals(view: View) -> bool:
    """Whether capitals tell nothing in a text: there are Latin letters, and next to no word begins with a capital."""
    count = sum(len(places) for places in view.words.values())
    big = len(re.findall(r"(?<![^\W_])[A-Z\u00c0-\u00de][^\W\d_]", view.text))
    if big:  # where there are capitals at all, the names on record had theirs
        big += view.text.count(SLOT)
    return count > 0 and big * 50 < count


def _merged(view: View, hits: list[_Word], words: EnglishWords) -> list[Found]:
    groups: list[list[_Word]] = []
    for hit in hits:
        if groups and hit[0] < groups[-1][-1][1]:
            continue
        if groups and re.fullmatch(r"[ \t'-]|[ \t]?\n[ \t]?", view.text[groups[-1][-1][1] : hit[0]]):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    out = []
    for group in groups:
        keys = [word for _, _, word in group]
        common = _is_common(keys, words)
        before = _TITLE_BEFORE.search(view.text, max(0, group[0][0] - 24), group[0][0])
        end = group[-1][1]
        # "john turner": after a given name an ordinary word may be the surname.
        more = _NEXT_WORD.match(view.text, end) if keys[-1] in words.given or (before and before.group()) else None
        if more and more[1] in words.surnames and more[1] not in words.function:
            end = more.end()
        first, after = view.span(before.start() if before else group[0][0], end)
        out.append(Found(first, after, "place" if common else "person", False, common=common, what="lower-case"))
    return out


__all__ = ["SLOT", "capitalised_names", "lower_case_names"]
