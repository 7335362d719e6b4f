"""The values of the release check: what is asked, what is gathered from a file, and what is answered.

Nothing here holds work of its own. ``Found`` carries words of a finished PDF and stays out of every ``repr``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from app.redaction.finder import Form

if TYPE_CHECKING:
    from app.report.check_lex import Content


class NotAPdf(Exception):
    """The bytes are not a PDF at all: no header, or nothing that a reader could open."""


class Undecided(Exception):
    """Something the check cannot read or will not decide. The text is content-free and becomes a ``Reason``."""


class TooMuch(Undecided):
    """More of something than a limit allows; nothing further is read of such a file."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What must not be in the file.

    ``forms`` are those that redaction looks for, with the entry id as owner. ``allowed`` are texts that may be
    shown though they hold a form: public names ("Hong Kong" holds "Kong"), spans decided safe, fixed phrases of the
    report.
    """

    forms: tuple[Form, ...] = field(repr=False)
    allowed: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Expected:
    """What our own export is meant to hold.

    ``text`` is the text of each page in drawing order; ``images`` the SHA-256 (hex) of image streams the program
    placed, of the stream as stored or as inflated. ``info`` (key without slash, value) and ``outline`` (titles in
    order) are compared exactly where they are given; without them the rules for any PDF hold.
    """

    text: tuple[str, ...] = field(repr=False)
    images: frozenset[str] = frozenset()
    info: tuple[tuple[str, str], ...] | None = field(default=None, repr=False)
    outline: tuple[str, ...] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a file is refused, free of content.

    ``rule``: ``structure`` (not on the allow-list), ``protected`` (a protected form is in it), ``expected`` (not
    what was meant to be drawn), ``unreadable`` (could not be read or decided), ``limit`` (too large, too deep, too
    slow).
    """

    rule: str
    detail: str


#: How a text was come by, which says how short a form may be to count in it.
#: ``reading``: words for a reader; every form counts. ``joint``: words brought together from places that may have
#: nothing to do with each other. ``token``: names and numbers of the PDF's own syntax. ``binary``: bytes that
#: chance may turn into letters.
Strength = Literal["reading", "joint", "token", "binary"]


@dataclass(frozen=True, slots=True)
class Found:
    """Words from somewhere in the file. ``place`` is content-free: "the text of page 2, by position"."""

    place: str
    strength: Strength
    text: str = field(repr=False)


@dataclass(slots=True)
class Gathered:
    """All that one pass over a file brings home. Filled by the parts of the check, never shown.

    ``by_order`` and ``by_position`` are the texts of the pages as pdfminer.six and pdfium give them.
    """

    reasons: list[Reason] = field(default_factory=list)
    found: list[Found] = field(default_factory=list, repr=False)
    by_order: list[str] = field(default_factory=list, repr=False)
    by_position: list[str] = field(default_factory=list, repr=False)
    outline: list[str] = field(default_factory=list, repr=False)
    info: list[tuple[str, str]] = field(default_factory=list, repr=False)
    _cut: tuple[bytes, Content] | None = field(default=None, repr=False)

    def tokens_of(self, data: bytes, cut: Callable[[bytes], Content]) -> Content:
        """The tokens of the content of a page, cut once for all who read it one after the other. Raises what ``cut`` raises."""
        if self._cut is None or self._cut[0] != data:
            self._cut = (data, cut(data))
        return self._cut[1]

    def refuse(self, rule: str, detail: str) -> None:
        """Note a reason, once."""
        reason = Reason(rule, detail)
        if reason not in self.reasons:
            self.reasons.append(reason)

    def undecided(self, rule: str, problem: Undecided) -> None:
        """Note what could not be decided as a reason."""
        self.refuse("limit" if isinstance(problem, TooMuch) else rule, str(problem))

    def add(self, place: str, strength: Strength, text: str) -> None:
        """Note words to be searched."""
        if text and not text.isspace():
            self.found.append(Found(place, strength, text))


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost: bytes of the file, bytes of all its streams inflated, pages, objects; and for a reader in a
    process of its own the seconds and bytes of memory it may take. ``images``: the SHA-256 of pictures that it may hold though
    nobody says what else it was meant to hold."""

    file: int = 64 << 20
    inflated: int = 256 << 20
    pages: int = 5_000
    objects: int = 200_000
    reasons: int = 200
    seconds: float = 120.0
    memory: int = 3 << 30
    images: tuple[str, ...] = ()
