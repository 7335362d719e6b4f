"""Measure what the detectors propose: ``make detect-report DATA=DIR``, or ``python packaging/detect_report.py DIR``.

``DIR`` holds ``tab/dev.jsonl``, ``resume.dev.bmes`` and ``wikigold.txt`` (sources: ``resources/words/README.md``). An
entity counts as proposed only where every token of each of its mentions is covered, articles and edge punctuation aside.
Token precision is the share of proposed tokens that belong to an annotated entity. A token is a run of letters and
digits; in Chinese a character. Speed is measured over all of ``dev.jsonl`` in processor time. A question is a find that
is not ``sure`` and not ``common`` among what an export with nothing on record would ask, counted once for the same words in one
text. ``--rules``: without the trained model.
"""

from __future__ import annotations

import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import as_file
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from labelled import Text, columns, lower, tab

from app.casefile.reading import read
from app.domain.forms import load_forms
from app.paths import resource
from app.redaction.common import is_common
from app.redaction.detectors import detect, detect_names
from app.redaction.disclose import Choices, disclose
from app.redaction.patterns import find_patterns
from app.redaction.patterns_view import SLOT
from app.redaction.profiles import load_profile

_TOKEN = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"(?i)(?:the|an?)\s+")


def _tokens(text: str, lang: str) -> list[tuple[int, int]]:
    if lang.startswith("zh"):
        return [(place, place + 1) for place, char in enumerate(text) if char.isalnum()]
    return [match.span() for match in _TOKEN.finditer(text)]


@dataclass
class Score:
    """Counts over a collection of texts."""

    entities: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    entity_tokens: int = 0
    found_entity_tokens: int = 0
    proposed_tokens: int = 0
    right_tokens: int = 0
    questions: int = 0
    tokens: int = 0

    def share(self, wanted: Callable[[str], bool]) -> str:
        """Return the share of entities whose label is wanted of which every mention is proposed."""
        held = [covered for label, all_covered in self.entities.items() if wanted(label) for covered in all_covered]
        return f"{sum(held) / len(held):.3f} ({sum(held)}/{len(held)})" if held else "-"


def _asked(held: Text, *, guess: bool) -> set[tuple[str, str]]:
    """Return what an export asks about a text when nothing is on record: words and kind."""
    patterns = find_patterns(held.text, held.lang)
    asked = {(held.text[f.start : f.end], f.kind) for f in patterns if not f.sure}
    parts, at = [], 0
    for item in patterns:
        parts += [held.text[at : item.start], SLOT]
        at = item.end
    text = "".join([*parts, held.text[at:]])
    return asked | {(text[f.start : f.end], f.kind) for f in detect_names(text, held.lang, guess=guess) if not f.common}


def score(texts: list[Text], *, guess: bool = True) -> Score:
    """Return the counts for ``texts``; ``guess``: with the model."""
    out = Score()
    for held in texts:
        found = detect(held.text, held.lang, guess=guess)
        covered = bytearray(len(held.text))
        for item in found:
            covered[item.start : item.end] = b"\1" * (item.end - item.start)
        tokens = _tokens(held.text, held.lang)
        annotated = bytearray(len(held.text))
        by_entity: dict[str, tuple[str, bool]] = {}
        for entity, label, start, end in held.entities:
            article = _ARTICLE.match(held.text, start, end)
            first = article.end() if article else start
            annotated[start:end] = b"\1" * (end - start)
            whole = all(
                all(covered[place] for place in range(max(low, first), min(high, end)))
                for low, high in tokens
                if low < end and high > first
            )
            label, before = by_entity.get(entity, (label, True))
            by_entity[entity] = (label, before and whole)
        for label, whole in by_entity.values():
            out.entities[label].append(whole)
        for low, high in tokens:
            proposed, inside = any(covered[low:high]), any(annotated[low:high])
            out.tokens += 1
            out.entity_tokens += inside
            out.found_entity_tokens += proposed and inside
            out.proposed_tokens += proposed
            out.right_tokens += proposed and inside
        out.questions += len(_asked(held, guess=guess))
    return out


def _row(name: str, counts: Score, shares: list[tuple[str, Callable[[str], bool]]]) -> None:
    cells = [f"{label} {counts.share(wanted)}" for label, wanted in shares]
    recall = counts.found_entity_tokens / max(counts.entity_tokens, 1)
    precision = counts.right_tokens / max(counts.proposed_tokens, 1)
    words = counts.tokens / 1000
    print(f"{name:22} {'   '.join(cells)}")
    asked = f"questions per 1,000 words {counts.questions / words:.1f}"
    print(f"{'':22} tokens {recall:.3f}   token precision {precision:.3f}   {asked}")


def _sample() -> None:
    """Print what an export of the sample case asks before anything is decided: each thing once, and each mention."""
    forms, rules = load_forms(resource("forms")), load_profile("counsel")
    with as_file(resource("sample")) as folder:
        case = read(folder / "sample.case.json", forms).case
    choices = Choices(date(2021, 7, 12), (rules.testimonies,))
    asked = disclose(case, rules, [], {}, forms, choices, is_common).questions
    texts = [*(event.account or "" for event in case.events), *(testimony.text for testimony in case.testimonies)]
    words = sum(len(_TOKEN.findall(text)) for text in texts) / 1000
    once = {(question.text.casefold(), question.kind) for question in asked}
    print(f"{'the sample case':22} questions per 1,000 words {len(once) / words:.1f} ({len(once)} in {words * 1000:.0f} words)")


def _speed(texts: list[Text], *, guess: bool) -> float:
    size = sum(len(held.text.encode()) for held in texts)
    best = 0.0
    for _ in range(3):
        begun = time.process_time()
        for held in texts:
            detect(held.text, held.lang, guess=guess)
        best = max(best, size / 1000 / (time.process_time() - begun))
    return best


def main(folder: Path, *, guess: bool) -> None:
    """Print the table."""
    judgments = list(tab(folder / "tab" / "dev.jsonl"))
    kinds = [("direct", lambda label: label.startswith("DIRECT")), ("quasi", lambda label: label.startswith("QUASI"))]
    _row("tab/dev.jsonl", score(judgments, guess=guess), kinds)
    people = ("persons", lambda label: label.endswith("/PERSON"))
    _row("  the same, lower case", score([lower(held) for held in judgments], guess=guess), [*kinds, people])
    resume = list(columns(folder / "resume.dev.bmes", joined=True, lang="zh-Hans"))
    _row(
        "resume.dev.bmes",
        score(resume, guess=guess),
        [("persons", lambda label: label == "NAME"), ("bodies", lambda label: label == "ORG")],
    )
    wiki = list(columns(folder / "wikigold.txt", joined=False, lang="en"))
    _row("wikigold.txt", score(wiki, guess=guess), [(kind, kind.__eq__) for kind in ("PER", "LOC", "ORG", "MISC")])
    _sample()
    print(f"speed                  {_speed(judgments, guess=guess):.0f} kB/s")


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "--rules"]
    if len(given) != 1:
        sys.exit("usage: detect_report.py [--rules] DIR")
    main(Path(given[0]), guess="--rules" not in sys.argv)
