"""Making a substitute read well where a name stood.

Codes stand as they are. A descriptor stands as words where that reads well ("I called the man") and in brackets, without
its article, where it would stumble: after an article, a kinship word or a title ("my brother [Brother]"), before a
possessive that it cannot carry, and in text of another language. A later mention of "a brother in China" is
"the brother". Only the words around the name count, never the name.
"""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"\A(?P<article>the|an?)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:in|of|at|from|who|whose|with|for|by|to|near|on|under|between|among|that|which)\s.*\Z|,.*\Z", re.DOTALL
)
_SENTENCE_START = re.compile(r"(?:\A|[.!?。！？…][\"”’')\]]*\s+|\n\s*|[.!?:]\s*[\"“‘]|\A\s*[\"“‘(])\Z")
_DETERMINER = re.compile(
    r"(?:\b(?:the|an?|my|our|your|his|her|its|their|this|that|these|those|every|each|some|any|no|another|called|named|"
    r"brother|sister|father|mother|son|daughter|wife|husband|uncle|aunt|cousin|nephew|niece|child|friend|neighbou?r|"
    r"colleague|partner|man|woman|boy|girl|officer|official|chief|secretary|director|captain|judge|lawyer|attorney|"
    r"interpreter|agent|policeman|mr|mrs|ms|dr|miss|teacher|accountant|boss|company|village|town|county|person)\.?"
    r"|['’]s|\w-)\s*\Z",
    re.IGNORECASE,
)
_NAME_FOLLOWS = re.compile(r"\A[ \t]+(?:family|household|brothers|sisters|clan|house)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\A['’]s?\b|\A['’](?=\s|\Z)")


def bracketed(descriptor: str) -> str:
    """The short form in brackets: "a brother in China" → "[Brother]"."""
    head = _TAIL.sub("", _ARTICLE.sub("", descriptor.strip())).strip() or descriptor.strip()
    return f"[{head[:1].upper()}{head[1:]}]"


def fit(descriptor: str, before: str, after: str, lang: str | None, mentioned: bool) -> str:
    """Return the words that stand for one mention.

    ``before`` is the text as it already reads, ``after`` what follows the mention; ``mentioned`` tells that the same
    descriptor stood before in this text.
    """
    article = _ARTICLE.match(descriptor)
    short = bracketed(descriptor)
    if lang is not None and not lang.startswith("en"):
        return short
    if _DETERMINER.search(before[-24:]) or _NAME_FOLLOWS.match(after) or re.match(r"\A[-\w]", after):
        return short
    complex_words = _TAIL.search(descriptor) is not None
    if _POSSESSIVE.match(after) and complex_words:
        return short
    words = descriptor
    if mentioned and article and article["article"].lower() != "the":
        words = "the " + short[1:-1][:1].lower() + short[1:-1][1:]
    if _SENTENCE_START.search(before[-8:]):
        words = words[:1].upper() + words[1:]
    return words
