"""Tibetan letters in Latin ones: letter by letter (Wylie), and as it sounds (after the simplified phonetics of THL).

A syllable is read as prefix, head letter, root with letters under it, vowel, suffix. What is written and not said falls away,
suffixes change the vowel: བསྟན is "bstan" by letter and "ten" by sound.
"""

from __future__ import annotations

import re

_LETTERS = dict(
    zip(
        "ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨ",
        "k kh g ng c ch j ny t th d n p ph b m ts tsh dz w zh z ' y r l sh s h a".split(),
        strict=True,
    )
)
_VOWELS = {"ི": "i", "ུ": "u", "ེ": "e", "ོ": "o"}
# Said otherwise than Wylie writes it; all other letters are said as they are written.
_SOUNDS = {"c": "ch", "tsh": "ts", "'": "", "a": ""}
_UNDER_Y = {"k": "ky", "kh": "khy", "g": "gy", "p": "ch", "ph": "ch", "b": "j", "m": "ny"}
_UNDER_R = {
    "k": "tr",
    "kh": "tr",
    "g": "dr",
    "t": "tr",
    "th": "tr",
    "d": "dr",
    "p": "tr",
    "ph": "tr",
    "b": "dr",
    "s": "s",
    "h": "hr",
}
_SYLLABLE = re.compile(r"[\u0f40-\u0fbc]+")


def syllables(text: str) -> list[str]:
    """The syllables of a text, without the points between them."""
    return _SYLLABLE.findall(text)


def by_letter(syllable: str) -> str:
    """A syllable after Wylie ("བསྟན" → "bstan"); empty where it holds letters of other languages."""
    taken = _taken(syllable)
    return "" if taken is None else "".join(taken)


def by_sound(syllable: str) -> str:
    """A syllable as it is said, in the letters that English uses; empty where it holds letters of other languages."""
    taken = _taken(syllable)
    if taken is None:
        return ""
    before, root, under, vowel, after = taken
    if "y" in under and root in _UNDER_Y:
        start = _UNDER_Y[root]
    elif "r" in under and root in _UNDER_R:
        start = _UNDER_R[root]
    elif "l" in under:
        start = "d" if root == "z" else "l"
    else:
        start = _SOUNDS.get(root, root)
    if root == "b" and before == "d" and not under:
        start = "w" if vowel in ("a", "o") else ""
    elif root == "l" and "h" in under:
        start = "lh"
    last = after[:2] if after.startswith("ng") else after[:1]
    if last in ("d", "n", "l", "s"):
        vowel = {"a": "e", "o": "oe", "u": "ue"}.get(vowel, vowel)
    return start + vowel + {"g": "k", "b": "p", "ng": "ng", "n": "n", "m": "m", "r": "r", "l": "l"}.get(last, "")


def spelled(text: str) -> list[str]:
    """The ways in which a part of a name is spelled: by sound, the same without the marks of changed vowels, by letter."""
    each = syllables(text)
    sound, letters = "".join(map(by_sound, each)), "".join(map(by_letter, each))
    plain = sound.replace("oe", "o").replace("ue", "u").replace("ky", "k")
    return [way for way in dict.fromkeys((sound, plain, letters)) if way]


def _taken(syllable: str) -> tuple[str, str, str, str, str] | None:
    """A syllable taken apart: letters before the root, root, letters under it, vowel, letters after it."""
    stacks: list[list[str]] = []
    vowel, vowel_at = "", -1
    for char in syllable:
        if "\u0f90" <= char <= "\u0fbc":
            letter = _LETTERS.get(chr(ord(char) - 0x50)) if char != "\u0fad" else "w"
            if letter is None or not stacks:
                return None
            stacks[-1].append(letter)
        elif char in _VOWELS:
            vowel, vowel_at = _VOWELS[char], len(stacks) - 1
        elif char in _LETTERS:
            stacks.append([_LETTERS[char]])
        else:
            return None
    if not stacks:
        return None
    stacked = [at for at, stack in enumerate(stacks) if len(stack) > 1]
    if vowel_at >= 0:
        main = vowel_at
    elif stacked:
        main = stacked[0]
    else:
        letters = [stack[0] for stack in stacks]
        main = 1 if len(letters) > 3 or (len(letters) == 3 and letters[0] in "gdbm'" and letters[2] not in ("s", "d")) else 0
    stack = stacks[main]
    headed = len(stack) > 1 and stack[0] in ("r", "l", "s") and stack[1] not in ("y", "r", "l", "w") and stack[:2] != ["l", "h"]
    root_at = 1 if headed else 0
    before = "".join(stacks[at][0] for at in range(main)) + (stack[0] if headed else "")
    after = "".join("".join(letters) for letters in stacks[main + 1 :])
    return before, stack[root_at], "".join(stack[root_at + 1 :]), vowel or "a", after
