"""Channels: what a PDF leaks through, the file that leaks, and what may stand there instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.redaction.finder import Form
from app.report.check import Protected
from tests.papers import Paper

NAME = "Memet Tursun"
HARMLESS = "Some Body"

_FORMS: tuple[tuple[str, str, tuple[int, ...], bool], ...] = (
    ("wanglijun", "p1", (4, 6), True), ("lijunwang", "p1", (2, 5), True), ("lijun", "p1", (2,), False),
    ("wang", "p1", (), False), ("王立军", "p1", (), True), ("立军", "p1", (), False),
    ("memettursun", "p2", (5,), True), ("tursunmemet", "p2", (6,), True), ("مەمەتتۇرسۇن", "p2", (5,), True),
    ("བསྟན་འཛིན་སྒྲོལ་མ", "p3", (5, 10, 16), True), ("xiahevillage", "l1", (3, 5), True), ("xiahe", "l1", (3,), False),
    ("13800138000", "contact-1", (3, 7), True),
)  # fmt: skip


def everyday(word: str) -> bool:
    """A short list of common words, in place of the program's own."""
    return word in {"hope", "will", "man", "than", "mingle", "rather", "the", "a", "to", "and", "he", "she", "case"}


def protected(*allowed: str) -> Protected:
    """What the leaks leak: two persons, a place, a telephone number, and Hope, whose name is a word."""
    from app.redaction.fold import squeezed

    forms = [
        Form(key=squeezed(key), owner=owner, breaks=frozenset(breaks), whole=whole) for key, owner, breaks, whole in _FORMS
    ]
    forms.append(Form(key="hope", owner="p4", ask=True, capital=True, whole=True))
    return Protected(tuple(forms), allowed)


@dataclass(frozen=True, slots=True)
class Channel:
    """One way out of a PDF. ``words`` leak; ``clean`` may stand there instead, ``None`` where nothing may."""

    name: str
    rule: str
    make: Callable[[str], bytes] = field(repr=False)
    words: str = NAME
    clean: str | None = None


CHANNELS: list[Channel] = []
Maker = Callable[[Paper, str], "bytes | None"]


def channel(rule: str, words: str = NAME, clean: str | None = None, name: str = "") -> Callable[[Maker], Maker]:
    """Register a maker. It draws on a fresh paper and may return the file's bytes in place of ``save``."""

    def register(maker: Maker) -> Maker:
        def make(said: str) -> bytes:
            paper = Paper()
            paper.body()
            made = maker(paper, said)
            return paper.save() if made is None else made

        CHANNELS.append(Channel(name or maker.__name__.strip("_").replace("_", " "), rule, make, words, clean))
        return maker

    return register
