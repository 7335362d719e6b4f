"""Measure what the detectors propose: ``make detect-report DATA=DIR``, or ``python packaging/detect_report.py DIR``.

``DIR`` holds ``tab/dev.jsonl``, ``resume.dev.bmes`` and ``wikigold.txt`` (sources: ``resources/words/README.md``). An
entity counts as proposed only where every token of each of its mentions is covered, articles and edge punctuation aside.
Token precision is the share of proposed tokens that belong to an annotated entity. A token is a run of letters and
digits; in Chinese a character. Speed is measured over all of ``dev.jsonl`` in processor time. A question is a find that
is neither ``sure`` nor ``common`` nor an amount, counted once for the same words in one text.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.redaction.detectors import Found, detect

_TOKEN = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"(?i)(?:the|an?)\s+")


@dataclass
class Text:
    """One annotated text; ``entities`` are (entity, label, start, end)."""

    text: str
    entities: list[tuple[str, str, int, int]] = field(default_factory=list)
    lang: str = "en"


def tab(path: Path) -> Iterator[Text]:
    """Yield the judgments, labels DIRECT QUASI NO_MASK and, after a slash, the type."""
    for line in path.read_text("utf-8").splitlines():
        held = json.loads(line)
        entities = [
            (e["entity_id"], f"{e['identifier_type']}/{e['entity_type']}", e["start_offset"], e["end_offset"])
            for e in held["entities"]
        ]
        yield Text(held["text"], entities)


def columns(path: Path, *, joined: bool, lang: str) -> Iterator[Text]:
    """Yield the texts of a file with one token or character and its label a line; ``joined``: without spaces."""
    for block in path.read_text("utf-8").split("\n\n"):
        text = ""
        entities: list[tuple[str, str, int, int]] = []
        for line in block.splitlines():
            token, _, label = line.rpartition(" ")
            if not token:
                continue
            if text and not joined:
                text += " "
            start = len(text)
            text += token
            kind = label.rpartition("-")[2]
            inside = entities and entities[-1][1] == kind and entities[-1][3] == start - (not joined) and label[0] in "IME"
            if label == "O":
                continue
            if inside:
                number, _, first, _ = entities[-1]
                entities[-1] = (number, kind, first, len(text))
            else:
                entities.append((str(len(entities)), kind, start, len(text)))
        if text:
            yield Text(text, entities, lang)


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


def score(texts: list[Text], run: Callable[[str, str], list[Found]]) -> Score:
    """Return the counts for ``texts``."""
    out = Score()
    for held in texts:
        found = run(held.text, held.lang)
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
        asked = {(held.text[f.start : f.end], f.kind) for f in found if not (f.sure or f.common or f.what == "amount")}
        out.questions += len(asked)
    return out


def _row(name: str, counts: Score, shares: list[tuple[str, Callable[[str], bool]]]) -> None:
    cells = [f"{label} {counts.share(wanted)}" for label, wanted in shares]
    recall = counts.found_entity_tokens / max(counts.entity_tokens, 1)
    precision = counts.right_tokens / max(counts.proposed_tokens, 1)
    words = counts.tokens / 1000
    print(f"{name:22} {'   '.join(cells)}")
    asked = f"questions per 1,000 words {counts.questions / words:.1f}"
    print(f"{'':22} tokens {recall:.3f}   token precision {precision:.3f}   {asked}")


def _lower(text: str) -> str:
    """Return the text in lower case, every character in its place."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _speed(texts: list[Text]) -> float:
    size = sum(len(held.text.encode()) for held in texts)
    best = 0.0
    for _ in range(3):
        begun = time.process_time()
        for held in texts:
            detect(held.text, held.lang)
        best = max(best, size / 1000 / (time.process_time() - begun))
    return best


def main(folder: Path) -> None:
    """Print the table."""
    judgments = list(tab(folder / "tab" / "dev.jsonl"))
    kinds = [("direct", lambda label: label.startswith("DIRECT")), ("quasi", lambda label: label.startswith("QUASI"))]
    _row("tab/dev.jsonl", score(judgments, detect), kinds)
    lower = [Text(_lower(held.text), held.entities) for held in judgments]
    people = ("persons", lambda label: label.endswith("/PERSON"))
    _row("  the same, lower case", score(lower, detect), [*kinds, people])
    resume = list(columns(folder / "resume.dev.bmes", joined=True, lang="zh-Hans"))
    _row(
        "resume.dev.bmes",
        score(resume, detect),
        [("persons", lambda label: label == "NAME"), ("bodies", lambda label: label == "ORG")],
    )
    wiki = list(columns(folder / "wikigold.txt", joined=False, lang="en"))
    _row("wikigold.txt", score(wiki, detect), [(kind, kind.__eq__) for kind in ("PER", "LOC", "ORG", "MISC")])
    print(f"speed                  {_speed(judgments):.0f} kB/s")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: detect_report.py DIR")
    main(Path(sys.argv[1]))
