"""Who speaks in a paragraph of a testimony, and when: plain signs at its beginning, as they are written by hand.

``Q:`` and ``A:`` in English, 问： and 答： in Chinese, and so on; before them a time may stand in brackets, ``[14:05]``. They
are words of the text like any other: they are searched, read back, translated and exported as they stand.
"""

from __future__ import annotations

import re

ASKED, SAID = "asked", "said"

#: The signs of a language, for the question and for the answer, as they are put in. The first part of a tag decides.
_SIGNS = {
    "en": ("Q: ", "A: "),
    "zh": ("问：", "答："),
    "ru": ("В: ", "О: "),
    "be": ("П: ", "А: "),
    "bo": ("དྲི། ", "ལན། "),
    **dict.fromkeys(("ug", "fa", "ar", "ur", "ps"), ("س: ", "ج: ")),
}
_TRADITIONAL = ("問：", "答：")
_LATIN = ("latn", "cyrl")
_STAMP = r"(?:\[[0-2]?[0-9]:[0-5][0-9]\]\s*)*"
_ASKED = re.compile(rf"{_STAMP}(?:(?:Q|问|問|В|П|س)(?:: ?|：)|དྲི། ?)")
_SAID = re.compile(rf"{_STAMP}(?:(?:A|答|О|А|ج)(?:: ?|：)|ལན། ?)")
_STAMPS = re.compile(_STAMP)


def signs(lang: str) -> tuple[str, str]:
    """The sign of a question and that of an answer in a language; where it has none of its own, those of English."""
    parts = lang.lower().split("-")
    if parts[0] == "yue" or (parts[0] == "zh" and {"hant", "tw", "hk", "mo"} & set(parts[1:])):
        return _TRADITIONAL
    if any(script in parts[1:] for script in _LATIN) and parts[0] != "ru":
        return _SIGNS["en"]
    return _SIGNS.get(parts[0], _SIGNS["en"])


def speaker(paragraph: str) -> str:
    """``ASKED`` or ``SAID``, in whatever language it is marked; "" where it is not."""
    if _ASKED.match(paragraph):
        return ASKED
    return SAID if _SAID.match(paragraph) else ""


def without_sign(paragraph: str) -> str:
    """A paragraph without the times and the sign before it."""
    found = _ASKED.match(paragraph) or _SAID.match(paragraph) or _STAMPS.match(paragraph)
    return paragraph[found.end() :] if found else paragraph


def sign_of(who: str, lang: str) -> str:
    """What is put before a paragraph that somebody speaks; "" for nobody."""
    asked, said = signs(lang)
    return {ASKED: asked, SAID: said}.get(who, "")


def other(who: str) -> str:
    """Who speaks next; nobody after nobody."""
    return {ASKED: SAID, SAID: ASKED}.get(who, "")


def turned(paragraph: str, lang: str) -> tuple[int, int, str]:
    """``(start, end, sign)``: what is to be put in place of ``paragraph[start:end]`` so that the other one speaks in it.

    A paragraph that nobody is said to speak becomes a question; the times before it stay where they are.
    """
    found = _STAMPS.match(paragraph)
    start = found.end() if found else 0
    now = _ASKED.match(paragraph) or _SAID.match(paragraph)
    return start, now.end() if now else start, sign_of(other(speaker(paragraph)) or ASKED, lang)
