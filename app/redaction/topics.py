"""Leaving out whole sentences about a matter that a profile does not disclose (``resources/rules/topics.toml``).

Works on text that is redacted already, so that where a sentence ends cannot depend on a protected name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.paths import resource
from app.redaction.fold import fold

GAP = "[…]"
_END = re.compile(
    r"(?:(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|No|St|vs|Co))(?<!\bMrs)\.+|[!?。！？]+|…)[\"”’)\]』」]*(?=\s|\Z|[\u3000-\u9fff])\s*|\n+"
)

_HYPHENS = re.compile(r"(?<=\w)[-‐‑]\s*(?=\w)|(?<=[\u3400-\u9fff])[\s\-_.·*]+(?=[\u3400-\u9fff])")
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:[ ._*/-]+[^\W\d_](?![^\W_])){3,}")


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


def _readings(text: str) -> Iterator[str]:
    """A sentence as it stands, folded, and without what is put inside words to hide them ("asy-lum", "a s y l u m", 庇 护)."""
    yield text
    folded = fold(text)
    yield folded
    joined = _HYPHENS.sub("", folded)
    yield joined
    if _SPACED.search(joined):
        yield _SPACED.sub(lambda match: re.sub(r"[\W_]+", "", match.group()), joined)


def speaks_of(text: str, topics: Sequence[str], counsel: Sequence[str] = ()) -> bool:
    """Whether a sentence touches one of the topics. ``counsel`` are the words that stand for who represents."""
    readings = tuple(dict.fromkeys(_readings(text)))
    for topic in topics:
        terms, with_counsel = _rules()[topic]
        if any(map(terms.search, readings)):
            return True
        if with_counsel and any(name in text for name in counsel) and any(map(with_counsel.search, readings)):
            return True
    return False


def is_a_topic(words: str) -> bool:
    """Whether words hold a term of any topic: they tell what a sentence is about and are no name."""
    return speaks_of(words, tuple(_rules()))


class Kept(NamedTuple):
    """A stretch of a text, and where it went: as it was (``said``), or into a "[…]" that it may share with others."""

    start: int
    end: int
    read_start: int
    read_end: int
    said: bool


def leave_out(text: str, topics: Sequence[str], counsel: Sequence[str] = ()) -> str:
    """Replace every sentence about one of the topics by "[…]"; sentences that follow each other share one."""
    return left_out(text, topics, counsel)[0]


def left_out(text: str, topics: Sequence[str], counsel: Sequence[str] = ()) -> tuple[str, tuple[Kept, ...]]:
    """The text as ``leave_out`` gives it, and what became of each stretch; no stretches where nothing was left out."""
    if not topics or not speaks_of(text, topics, counsel):
        return text, ()
    out: list[str] = []
    spans: list[tuple[int, int, int, bool]] = []  # (start, end, index in out, said)
    at = 0
    for sentence in _sentences(text):
        if sentence.strip() and speaks_of(sentence, topics, counsel):
            space = sentence[len(sentence.rstrip()) :]
            if out and out[-1].strip() == GAP:
                out[-1] = GAP + space
            else:
                out.append(GAP + space)
            spans.append((at, at + len(sentence), len(out) - 1, False))
        else:
            out.append(sentence)
            spans.append((at, at + len(sentence), len(out) - 1, True))
        at += len(sentence)
    whole = "".join(out)
    read = whole.strip()
    return read, _kept(out, spans, len(whole) - len(whole.lstrip()), len(read))


def _kept(out: Sequence[str], spans: Sequence[tuple[int, int, int, bool]], shift: int, size: int) -> tuple[Kept, ...]:
    starts = [-shift]
    for piece in out:
        starts.append(starts[-1] + len(piece))
    kept = []
    for start, end, index, said in spans:
        length = len(out[index]) if said else len(GAP)
        low, high = starts[index], starts[index] + length
        kept.append(Kept(start, end, min(max(low, 0), size), min(max(high, 0), size), said))
    return tuple(kept)


def _sentences(text: str) -> Iterator[str]:
    """The text in pieces, each a sentence with the space after it. "U.S." and "Mr." end none."""
    at = 0
    for end in _END.finditer(text):
        yield text[at : end.end()]
        at = end.end()
    if at < len(text):
        yield text[at:]
