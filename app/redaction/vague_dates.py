"""Days and ages told in ways that no parser reads: they are asked about where days or ages are not shown.

"The 14th", "14 VI 2019", "week 24", "his 18th birthday", 初五: each gives a day or an age away and none says of which month
with enough certainty to be coarsened by rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.redaction.patterns_found import Found

_VAGUE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)[ -](?:birthday|year of (?:my|his|her|their) life)\b"
    r"|\b(?:the |on the )?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|"
    r"twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-\w+|thirtieth|"
    r"thirty-first) (?:day )?of (?:the (?:\w+ )?(?:lunar )?month|that month|this month|the month)\b"
    r"|\bthe \d{1,2}(?:st|nd|rd|th)\b(?! (?:century|floor|time|person|man|woman|grade|anniversary|congress|party|division|"
    r"district|street|avenue|circuit|amendment|member|century’s|largest|richest)\b)(?!-century)"
    r"|\b\d{1,2}[ ./-](?:XII|XI|IX|IV|VIII|VII|VI|V|III|II|I|X)[ ./-]\d{2,4}\b"
    r"|\b(?:calendar )?week (?:no\. ?)?\d{1,2}\b(?: (?:of|in) \d{4})?|\b\d{4}-?W\d{2}\b"
    r"|初[一二三四五六七八九十]|(?<![\u4e00-\u9fff])廿[一二三四五六七八九]|[一二三四五六七八九十]{1,3}[号號](?!码|碼|线|楼|院|房)"
    r"|(?<!\d)\d{1,2}[号號](?!码|碼|线|楼|院|房)",
    re.IGNORECASE,
)


def vague_dates(text: str) -> Iterator[Found]:
    """Every such phrase, as a question."""
    for match in _VAGUE.finditer(text):
        yield Found(match.start(), match.end(), "date", False, what="vague")
