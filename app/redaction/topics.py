"""Leaving out whole sentences about a matter that a profile does not disclose (``resources/rules/topics.toml``).

Works on text that is redacted already, so that where a sentence ends cannot depend on a protected name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.paths import resource

GAP = "[…]"
_END = re.compile(
    r"(?:(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|No|St|vs|Co))(?<!\bMrs)\.+|[!?。！？]+|…)[\"”’)\]』」]*(?=\s|\Z|[\u3000-\u9fff])\s*|\n+"
)


@lru_cache(maxsize=8)
def _rules() -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    data = tomllib.loads(resource("rules", "topics.toml").read_text("utf-8"))
    return {
        topic: (_pattern(rule["terms"]), _pattern(rule["with_counsel"]) if "with_counsel" in rule else None)
        for topic, rule in data.items()
    }


def _pattern(terms: Sequence[str]) -> re.Pattern[str]:
    bounded = [term if re.match(r"[^\x00-\x7f]", term) else rf"(?<![A-Za-z]){term}(?![A-Za-z])" for term in terms]
    return re.compile("|".join(bounded), re.IGNORECASE)


def speaks_of(text: str, topics: Sequence[str], counsel: Sequence[str] = ()) -> bool:
    """Whether a sentence touches one of the topics. ``counsel`` are the words that stand for who represents."""
    for topic in topics:
        terms, with_counsel = _rules()[topic]
        if terms.search(text):
            return True
        if with_counsel and with_counsel.search(text) and any(name in text for name in counsel):
            return True
    return False


def leave_out(text: str, topics: Sequence[str], counsel: Sequence[str] = ()) -> str:
    """Replace every sentence about one of the topics by "[…]"; sentences that follow each other share one."""
    if not topics or not speaks_of(text, topics, counsel):
        return text
    out: list[str] = []
    for sentence in _sentences(text):
        if sentence.strip() and speaks_of(sentence, topics, counsel):
            space = sentence[len(sentence.rstrip()) :]
            if out and out[-1].strip() == GAP:
                out[-1] = GAP + space
            else:
                out.append(GAP + space)
        else:
            out.append(sentence)
    return "".join(out).strip()


def _sentences(text: str) -> Iterator[str]:
    """The text in pieces, each a sentence with the space after it. "U.S." and "Mr." end none."""
    at = 0
    for end in _END.finditer(text):
        yield text[at : end.end()]
        at = end.end()
    if at < len(text):
        yield text[at:]
