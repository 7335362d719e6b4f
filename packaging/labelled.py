"""Labelled texts to train and to measure on, read from the forms they are handed out in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


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


def lower(held: Text) -> Text:
    """Return the text in lower case, every character in its place."""
    plain = "".join(char.lower() if len(char.lower()) == 1 else char for char in held.text)
    return Text(plain, held.entities, held.lang)
