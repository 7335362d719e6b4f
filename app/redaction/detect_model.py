"""Names that no rule proposes, by a small linear model that was trained on labelled text (``resources/model``).

The model adds up whole numbers and nothing else, so that it answers the same on every machine. It looks only at words that
no rule and no slot covers, and what it proposes lies beside what the rules propose: it can add a question, never take one away.

Five sums are kept for a word: whether it is a name, whether it is something else that tells who is meant (a profession, an
illness, a count), and for a name whether it is a person, a place or a body. They are carried in one integer, each in a field of
its own, so that one addition serves all five.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.paths import resource
from app.redaction.detect_features import Reading, beside, own, read, together
from app.redaction.detect_words import english_words
from app.redaction.patterns_found import Found
from app.redaction.patterns_view import View

NAME, ATTRIBUTE, PERSON, PLACE, BODY = range(5)
_FIELD = 24
_HALF = 1 << (_FIELD - 1)
_MASK = (1 << _FIELD) - 1
_LIFT = sum(_HALF << (_FIELD * field) for field in range(5))
_KINDS = ((PERSON, "person"), (PLACE, "place"), (BODY, "organization"))
#: Found by the model as a name; told by ``affiant detect`` but asked by no export.
MODEL, GUESS = "model", "guess"
SHORTEST_AGAIN = 6  # letters of a guess that is looked for elsewhere in the text
_JOINTS = frozenset(" -'.,\n")


@dataclass(frozen=True, slots=True, repr=False)
class Model:
    """``weights`` by feature, five to an integer; ``limits`` by name, in the unit of the weights."""

    weights: dict[str, int]
    limits: dict[str, int]


def packed(values: Sequence[int]) -> int:
    """Return five whole numbers as one."""
    return sum(value << (_FIELD * field) for field, value in enumerate(values))


def part(total: int, field: int) -> int:
    """Return one of the five."""
    return ((total + _LIFT) >> (_FIELD * field) & _MASK) - _HALF


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """Return the model that ships with the program; read once, when first needed."""
    return parsed(resource("model", "names.tsv").read_text("utf-8"))


def parsed(text: str) -> Model:
    """Return the model written in ``text``: lines ``=name<TAB>limit`` and ``feature<TAB>five numbers``."""
    weights: dict[str, int] = {}
    limits: dict[str, int] = {}
    for line in text.split("\n"):
        key, _, values = line.partition("\t")
        if not values:
            continue
        if key[0] == "=":
            limits[key[1:]] = int(values)
        else:
            weights[key.replace("\\n", "\n")] = packed([int(value) for value in values.split(" ")])
    return Model(weights, limits)


def guessed_names(view: View, covered: Sequence[Found], *, wide: bool, model: Model | None = None) -> list[Found]:
    """Return what the model proposes beside ``covered``, sorted, places in the original text.

    ``wide``: everything above the lower limits, as ``affiant detect`` tells it; else only what an export asks about.
    """
    model = model or shipped_model()
    if not view.words:
        return []
    reading = read(view.text, [(view.place(item.start), view.place(item.end)) for item in covered])
    totals = sums(reading, model)
    limits = model.limits
    if not wide:
        return _runs(view, reading, totals, NAME, limits["ask"], limits["hold"], _may_be_name)
    found = _runs(view, reading, totals, NAME, limits["tell"], limits["grow"])
    taken = {place for item in found for place in range(item.start, item.end)}
    for item in _runs(view, reading, totals, ATTRIBUTE, limits["attribute"], limits["spread"]):
        if not any(place in taken for place in range(item.start, item.end)):
            found.append(item)
    return sorted([*found, *_again(view, found, covered)], key=lambda item: item.start)


def _again(view: View, found: Sequence[Found], covered: Sequence[Found]) -> list[Found]:
    """Return where the words of a guess stand elsewhere in the text and were let go there: they tell the same each time."""
    text, words = view.text.lower(), english_words()
    taken = bytearray(len(text) + 1)
    for item in (*found, *covered):
        first, last = view.place(item.start), view.place(item.end)
        taken[first:last] = b"\1" * (last - first)
    out = []
    for said in {text[view.place(item.start) : view.place(item.end)] for item in found}:
        if len(said) < SHORTEST_AGAIN or said in words.function or not said[0].isalpha():
            continue
        at = text.find(said)
        while at >= 0:
            end = at + len(said)
            alone = not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
            if alone and not any(taken[at:end]):
                taken[at:end] = b"\1" * len(said)
                out.append(Found(*view.span(at, end), "other", False, what=GUESS))
            at = text.find(said, end)
    return out


def sums(reading: Reading, model: Model) -> list[int | None]:
    """Return the five sums of each word that nothing covers and that has a letter or a digit."""
    tokens, held, get = reading.tokens, reading.held, model.weights.get
    always = model.weights.get("always", 0)
    alone: dict[str, int] = {}
    near: dict[tuple[str, str], int] = {}
    out: list[int | None] = []
    count = len(tokens)
    for index, word in enumerate(tokens):
        if held[index] or not word.isalnum() or (not word.isascii() and "\u2e80" <= word[0] <= "\ua63f"):
            out.append(None)
            continue
        total = alone.get(word)
        if total is None:
            total = alone[word] = always + sum(get(feature, 0) for feature in own(word))
        for where, place in (("-2", index - 2), ("-1", index - 1), ("+1", index + 1), ("+2", index + 2)):
            if 0 <= place < count:
                key = (where, tokens[place])
                more = near.get(key)
                if more is None:
                    more = near[key] = sum(get(feature, 0) for feature in beside(tokens[place], where))
                total += more
        for feature in together(reading, index):
            total += get(feature, 0)
        out.append(total)
    return out


def _may_be_name(word: str) -> bool:
    """Whether a word can be more than an ordinary one: an export asks about "xiahe county", and never about "the county"."""
    words = english_words()
    plain = word.lower()
    if plain in words.word_names:
        return not (word.islower() and plain in words.function)
    return plain not in words.ordinary and plain not in words.common


def _runs(
    view: View,
    reading: Reading,
    totals: list[int | None],
    field: int,
    seed: int,
    grow: int,
    wanted: Callable[[str], bool] = bool,
) -> list[Found]:
    """Return the stretches of words above ``grow`` in which one at least is above ``seed`` and ``wanted``."""
    out: list[Found] = []
    run: list[int] = []
    best = -_HALF
    tokens, places, text = reading.tokens, reading.places, view.text
    small = english_words().function

    def close() -> None:
        while run and field == ATTRIBUTE and tokens[run[-1]] in small:  # "nurse in" is a nurse
            run.pop()
        if run and best >= seed:
            last = run[-1]
            first, end = view.span(places[run[0]], places[last] + len(tokens[last]))
            out.append(Found(first, end, _kind(totals, run, field), False, what=MODEL if field == NAME else GUESS))

    for index, total in enumerate(totals):
        if total is None:
            continue
        value = part(total, field)
        if value < grow:
            continue
        if run and not _touches(text, places[run[-1]] + len(tokens[run[-1]]), places[index]):
            close()
            run, best = [], -_HALF
        run.append(index)
        if value > best and wanted(tokens[index]):
            best = value
    close()
    return out


def _touches(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return len(gap) <= 2 and gap.count("\n") < 2 and all(char in _JOINTS for char in gap)


def _kind(totals: list[int | None], run: list[int], field: int) -> str:
    if field != NAME:
        return "other"
    within = [totals[index] or 0 for index in run]
    return max(_KINDS, key=lambda kind: sum(part(total, kind[0]) for total in within))[1]


__all__ = ["GUESS", "MODEL", "Model", "guessed_names", "packed", "parsed", "part", "shipped_model", "sums"]
