"""Redacting 1 MB of text: cost against the number of people on record, and against the size of the text.

    python -m tests.benchmarks.bench_redaction

Prints ratios of one run; seconds depend on the machine and are printed only to make the ratios checkable.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from typing import Any

from app.domain.case import Case, CaseInfo, Name, Person
from app.redaction.common import is_common
from app.redaction.decisions import Decisions
from app.redaction.registry import Registry
from tests.redacting import look

SYLLABLES = "ba bo da de fa fu gai guo han hui jia jun kai lan lei ming ning pei qi rong shu tao wei xin yan zhi".split()
HAN = dict(zip(SYLLABLES, "巴博达德发福改国汉惠佳军凯兰雷明宁沛琪荣树涛伟欣岩智", strict=True))
FILLER = "the men came in the morning and asked who had signed the paper and nobody answered them at all that day".split()


def in_chinese(name: str) -> str:
    """A name in characters that are read so."""
    return "".join(HAN[syllable] for syllable in re.findall("|".join(sorted(SYLLABLES, key=len, reverse=True)), name.lower()))


def people(count: int, seed: int) -> list[tuple[str, str]]:
    draw = random.Random(seed)
    return [
        ("".join(draw.choices(SYLLABLES, k=1)).title(), "".join(draw.choices(SYLLABLES, k=2)).title()) for _ in range(count)
    ]


def text_of(size: int, names: list[tuple[str, str]], seed: int) -> str:
    draw = random.Random(seed)
    words: list[str] = []
    length = 0
    while length < size:
        sentence = [*draw.choices(FILLER, k=12), *draw.choice(names), "spoke."]
        sentence[0] = sentence[0].title()
        line = " ".join(sentence)
        words.append(line)
        length += len(line) + 1
    return " ".join(words)


def registry(names: list[tuple[str, str]]) -> Registry:
    everyone = tuple(
        Person(
            f"p{n}",
            (Name(f"{a} {b}", "legal", "zh-Latn"), Name(f"{b}-{a}", "alias"), Name(in_chinese(a + b), "legal", "zh-Hans")),
        )
        for n, (a, b) in enumerate(names)
    )
    case = Case(CaseInfo("X"), people=everyone)
    return Registry(case, Decisions(()), lambda _owner: False, is_common)


def timed(function: Callable[[], Any]) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        function()
        best = min(best, time.perf_counter() - start)
    return best


def whole(text: str, names: list[tuple[str, str]]) -> None:
    from tests.redacting import case_of

    case = case_of(
        {
            "people": [
                {"id": f"p{n}", "names": [{"text": f"{a} {b}"}], "roles": ["witness"] if n == 0 else []}
                for n, (a, b) in enumerate(names)
            ],
            "events": [{"id": "e1", "type": "protest", "account": text}],
        }
    )
    look(case, "counsel")


def main() -> None:
    names = {count: people(count, 1) for count in (200, 500, 2000)}
    megabyte = text_of(1_000_000, names[200], 2)
    half = megabyte[:500_000]
    found, built = {}, {}
    for count, spelled in names.items():
        begun = time.perf_counter()
        found[count] = registry(spelled)
        built[count] = time.perf_counter() - begun
    seconds = {count: timed(lambda r=r: r.mentions(megabyte)) for count, r in found.items()}
    print("matching 1 MB against the people on record")
    for count, spent in seconds.items():
        print(
            f"  {count:5} people, {len(found[count].forms):6} forms: {spent:.2f} s, {spent / seconds[200]:.2f} of 200 people"
            f" (forms made once, in {built[count]:.1f} s)"
        )
    print(f"  half the text: {timed(lambda: found[200].mentions(half)) / seconds[200]:.2f} of the whole")
    all_steps = timed(lambda: whole(megabyte, names[200]))
    more = timed(lambda: whole(megabyte, names[2000]))
    print(f"the whole redaction of 1 MB, 200 people: {all_steps:.2f} s; 2,000 people: {more / all_steps:.2f} of that")


if __name__ == "__main__":
    main()
