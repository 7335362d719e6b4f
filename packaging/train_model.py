"""Train the detectors' model: ``make model DATA=DIR``, or ``python packaging/train_model.py DIR``.

``DIR`` holds ``tab/train.jsonl`` and ``wikigold.txt`` (sources: ``resources/model/README.md``); invented talk comes from
``spoken_sentences``. Logistic regression, one for each of five questions about a word, by stochastic gradient descent with a
rate for each weight (AdaGrad); from a fixed seed. Only words that no rule covers are learnt from in full: they are what the
model is asked about. The weights are rounded to whole numbers and written to ``resources/model/names.tsv``.
"""

from __future__ import annotations

import math
import random
import sys
import time
from array import array
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from labelled import Text, columns, lower, tab
from spoken_sentences import talks

from app.redaction.detect_features import beside, own, read, together
from app.redaction.detectors import slotted_view

ROOT = Path(__file__).resolve().parent.parent
SEED = 20
EPOCHS = 3
RUNS = 3  # one run by itself depends on the order of the words more than a name should
SCALE = 64  # one whole unit of the log-odds
LEAST_TEXTS = 5  # a feature seen in fewer texts is left out: no name of one judgment or two is learnt (each is read twice)
LEAST_WEIGHT = 4
COVERED = 0.05  # what a word counts that a rule covers already
FEW = 4  # of Wikigold's words that are no names, one in so many is learnt from as telling nobody
UNKNOWN = -1
_NAMES = {"PERSON": 2, "LOC": 3, "ORG": 4, "PER": 2, "MISC": 0, "person": 2, "place": 3, "organization": 4}
_ATTRIBUTES = ("DEM", "QUANTITY", "DATETIME", "CODE", "attribute")


@dataclass(slots=True)
class Example:
    """A word: its features by number, the answers to the five questions (1, 0 or unknown), and what it counts."""

    features: array[int]
    answers: tuple[int, ...]
    weight: float


def labelled_words(held: Text) -> list[tuple[list[str], tuple[int, ...], bool]]:
    """Return features, answers and "a rule covers it" for each word of a text."""
    view, back, covered = slotted_view(held.text, held.lang)
    marks: list[tuple[int, int, str]] = [(start, end, label.rpartition("/")[2]) for _, label, start, end in held.entities]
    by_place: dict[int, str] = {}
    for start, end, label in marks:
        for place in range(start, end):
            by_place.setdefault(place, label)
    judgment = any("/" in label for _, label, _, _ in held.entities)
    spoken = any(label in ("person", "attribute", "place") for _, label, _, _ in held.entities)
    reading = read(view.text, [(view.place(item.start), view.place(item.end)) for item in covered])
    out = []
    tokens = reading.tokens
    for index, word in enumerate(tokens):
        if not word.isalnum():
            continue
        label = by_place.get(back(view.span(reading.places[index], reading.places[index] + 1)[0]), "")
        misc = label == "MISC" and judgment
        name = label in _NAMES and not misc
        answers = [int(name), int(misc or label in _ATTRIBUTES), UNKNOWN, UNKNOWN, UNKNOWN]
        if not judgment and not spoken:  # an encyclopedia's trades and counts single out nobody: a few words teach that
            answers[1] = 0 if not label and len(out) % FEW == 0 else UNKNOWN
            if not word[0].isalpha():
                continue
        if name and _NAMES[label]:
            for field in (2, 3, 4):
                answers[field] = int(field == _NAMES[label])
        features = ["always", *own(word)]
        for where, place in (("-2", index - 2), ("-1", index - 1), ("+1", index + 1), ("+2", index + 2)):
            if 0 <= place < len(tokens):
                features += beside(tokens[place], where)
        features += together(reading, index)
        out.append((features, tuple(answers), bool(reading.held[index])))
    return out


def examples(texts: list[Text]) -> tuple[list[Example], list[str]]:
    """Return the examples and the features by number, rare ones left out."""
    seen: Counter[str] = Counter()
    words = []
    for held in texts:
        here = labelled_words(held)
        words += here
        seen.update({feature for features, _, _ in here for feature in features})
    names = sorted(feature for feature, count in seen.items() if count >= LEAST_TEXTS)
    number = {feature: index for index, feature in enumerate(names)}
    out = [
        Example(array("i", [number[f] for f in features if f in number]), answers, COVERED if covered else 1.0)
        for features, answers, covered in words
    ]
    return out, names


def trained(data: list[Example], size: int) -> list[list[float]]:
    """Return five lists of weights: the mean of several runs that differ in the order in which the words come."""
    runs = [_run(data, size, SEED + number) for number in range(RUNS)]
    return [[sum(weights) / RUNS for weights in zip(*(run[field] for run in runs), strict=True)] for field in range(5)]


def _run(data: list[Example], size: int, seed: int) -> list[list[float]]:
    draw = random.Random(seed)
    weights = [[0.0] * size for _ in range(5)]
    squares = [[1.0] * size for _ in range(5)]
    order = list(range(len(data)))
    for _ in range(EPOCHS):
        draw.shuffle(order)
        for index in order:
            example = data[index]
            for field, answer in enumerate(example.answers):
                if answer == UNKNOWN:
                    continue
                own_weights = weights[field]
                total = sum([own_weights[feature] for feature in example.features])
                chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
                gradient = (answer - chance) * example.weight
                if -0.01 < gradient < 0.01:
                    continue
                own_squares = squares[field]
                square = gradient * gradient
                step = 0.3 * gradient
                for feature in example.features:
                    own_squares[feature] += square
                    own_weights[feature] += step / math.sqrt(own_squares[feature])
    return weights


def written(weights: list[list[float]], names: list[str], limits: dict[str, int]) -> str:
    """Return the model as text."""
    lines = [f"={name}\t{limit}" for name, limit in limits.items()]
    for index, name in enumerate(names):
        values = [round(weights[field][index] * SCALE) for field in range(5)]
        if max(map(abs, values)) >= LEAST_WEIGHT:
            lines.append("{}\t{}".format(name.replace("\n", "\\n"), " ".join(map(str, values))))
    return "\n".join(lines) + "\n"


#: In ``SCALE``-ths of the log-odds, chosen on the judgments of the training part, each third left out in turn.
LIMITS = {"tell": -110, "grow": -140, "ask": 30, "hold": -20, "attribute": -60, "spread": -190}


def training_texts(folder: Path, judgments: list[Text]) -> list[Text]:
    """Return all that is learnt from: as written, and again in lower case."""
    wiki = [held for number, held in enumerate(columns(folder / "wikigold.txt", joined=False, lang="en")) if number % 3]
    spoken = [Text(t.text, [(str(n), kind, a, b) for n, (a, b, kind) in enumerate(t.labels)]) for t in talks(3000, SEED)]
    return [*judgments, *map(lower, judgments), *wiki, *map(lower, wiki), *spoken]


def main(folder: Path) -> None:
    """Train, write, and say how large the model is."""
    begun = time.monotonic()
    data, names = examples(training_texts(folder, list(tab(folder / "tab" / "train.jsonl"))))
    text = written(trained(data, len(names)), names, LIMITS)
    (ROOT / "resources" / "model" / "names.tsv").write_text(text, "utf-8")
    print(
        f"{len(data)} words, {text.count(chr(10))} features, {len(text.encode()) / 1000:.0f} kB, {time.monotonic() - begun:.0f} s"
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: train_model.py DIR")
    main(Path(sys.argv[1]))
