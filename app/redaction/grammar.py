"""Making a substitute read well where a name stood.

Codes stand as they are. A descriptor stands as words where that reads well ("I called the man") and in brackets, without
its article, where it would stumble: after an article, a kinship word or a title ("my brother [Brother]"), before a
possessive that it cannot carry, and in text of another language. A later mention of "a brother in China" is
"the brother". A code takes no article: "at the [Facility 1]" would stumble. Only the words around the name count, never the
name.
"""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"\A(?P<article>the|an?)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:in|of|at|from|who|whose|with|for|by|to|near|on|under|between|among|that|which)\s.*\Z|,.*\Z", re.DOTALL
)
_SENTENCE_START = re.compile(r"(?:\A|[.!?。！？…][\"”’')\]]*\s+|\n\s*|[.!?:]\s*[\"“‘]|\A\s*[\"“‘(])\Z")
_DETERMINER = re.compile(
    r"(?:\b(?:himself|herself|themselves|the|an?|my|our|your|his|her|its|their|this|that|these|those|every|each|some|any|no|another|called|named|"
    r"brother|sister|father|mother|son|daughter|wife|husband|uncle|aunt|cousin|nephew|niece|child|friend|neighbou?r|"
    r"colleague|partner|man|woman|boy|girl|officer|official|chief|secretary|director|captain|judge|lawyer|attorney|"
    r"interpreter|agent|policeman|mr|mrs|ms|dr|miss|teacher|accountant|boss|company|village|town|county|person)\.?"
    r"|['’]s|\w-)\s*\Z",
    re.IGNORECASE,
)
_ARTICLE_BEFORE = re.compile(r"(?<![\w'’-])(?:the|an?)\s+\Z", re.IGNORECASE)
#: Lower case alone: a protected name that follows ("Ahmed") must settle nothing.
#: After these a code ends what the article began; before any other word ("the [Facility 1] guards") the article is that word's.
_NO_NOUN_FOLLOWS = re.compile(
    r"\A(?:['’]s?\b)?(?:\s*\Z|\s*[.,;:!?)”\"]|\s+(?:in|on|at|of|to|for|from|by|with|and|or|but|as|than|is|was|are|were|has|had|"
    r"have|did|does|said|says|told|who|which|where|when|that|then|until|till|after|before|because|while|again|there|"
    r"[a-z]+ed|spoke|came|went|took|gave|sent|wrote|left|held|saw|kept|put|made|brought|began|knew|drew|thought|let|would|could)\b)",
)
_NAME_FOLLOWS = re.compile(r"\A[ \t]+(?:family|household|brothers|sisters|clan|house)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\A['’]s?\b|\A['’](?=\s|\Z)")


def bracketed(descriptor: str) -> str:
    """The short form in brackets: "a brother in China" → "[Brother]"."""
    head = _TAIL.sub("", _ARTICLE.sub("", descriptor.strip())).strip() or descriptor.strip()
    return f"[{head[:1].upper()}{head[1:]}]"


def before_code(literal: str, after: str, lang: str | None) -> str:
    """The words before a code, without an article that would belong to it."""
    if (lang is None or lang.startswith("en")) and _NO_NOUN_FOLLOWS.match(after):
        return _ARTICLE_BEFORE.sub("", literal)
    return literal


def fit(descriptor: str, before: str, after: str, lang: str | None, mentioned: bool, *, listed: bool = True) -> str:
    """Return the words that stand for one mention.

    ``before`` is the text as it already reads, ``after`` what follows the mention; ``mentioned`` tells that the same
    descriptor stood before in this text; ``listed``, that a list tells what the short form stands for. Where none does,
    the brackets hold the whole descriptor.
    """
    article = _ARTICLE.match(descriptor)
    head = bracketed(descriptor)[1:-1]
    bare = _ARTICLE.sub("", descriptor.strip())
    short = f"[{head}]" if listed else f"[{bare[:1].upper()}{bare[1:]}]"
    if lang is not None and not lang.startswith("en"):
        return short
    if _DETERMINER.search(before[-24:]) or _NAME_FOLLOWS.match(after) or re.match(r"\A[-\w]", after):
        return short
    if before.rstrip(" ,(:").lower().endswith(descriptor.lower()):
        return short  # "a mining company, a mining company"
    complex_words = _TAIL.search(descriptor) is not None
    if _POSSESSIVE.match(after) and complex_words:
        return short
    words = descriptor
    if mentioned and article and article["article"].lower() != "the":
        words = "the " + head[:1].lower() + head[1:]
    if _SENTENCE_START.search(before[-8:]):
        words = words[:1].upper() + words[1:]
    return words
