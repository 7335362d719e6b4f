"""Where something in a text needs a decision, or has one by rule.

In this order: mentions of what is on record, patterns (numbers, addresses, dates), what a person pointed at, and, on the
text in which all those stand as slots, the detectors.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.redaction.decisions import SAFE, Decisions
from app.redaction.detectors import detect_names
from app.redaction.patterns import Found, addresses_in, patterns_in
from app.redaction.patterns_found import without_overlap
from app.redaction.patterns_view import view_of
from app.redaction.profiles import Profile
from app.redaction.registry import CONTACT, Mention, Registry, choose_longest
from app.redaction.textdates_vague import vague_dates

PATTERN = "pattern:"
DETECTED = "detected:"
_SLOT = "\ue000"
_PROXY = "Qxq"  # a word that is no name, no place and no number
_LATIN_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.\- ]*\Z")
_NAME_AFTER = re.compile(r" ([A-ZÀ-Þ][a-zß-ÿ’'\-]+)(?![\w])")
_NAME_BEFORE = re.compile(r"(?<![\w])([A-ZÀ-Þ][a-zß-ÿ’'\-]+) \Z")

_WRITTEN_ON = re.compile(r"(?:[_|$@!]{0,2}[A-Za-z0-9])+")
_WRITTEN_BEFORE = re.compile(r"(?:[A-Za-z0-9]+[_|$@]?)+\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that is not let through unseen; ``found`` where a pattern or detector noticed it."""

    mention: Mention
    found: Found | None = None

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def end(self) -> int:
        return self.mention.end


class Lookout:
    """Finds the pieces of texts of one case under one profile. ``shown`` tells which owners stand by name."""

    def __init__(
        self,
        registry: Registry,
        profile: Profile,
        decisions: Decisions,
        shown: Callable[[str], bool],
        common: Callable[[str], bool],
    ) -> None:
        self._registry = registry
        self._profile = profile
        self._decisions = decisions
        self._shown = shown
        self._common = common

    def pieces(self, where: str, text: str, lang: str | None) -> list[Piece]:
        """All pieces of a text, in order, none over another."""
        candidates = self._registry.mentions(text)
        patterns = self.patterns(text, lang, candidates)
        candidates += [
            Mention(found.start, found.end, (f"{PATTERN}{index}",), ask=not found.sure) for index, found in enumerate(patterns)
        ]
        chosen = choose_longest(text, candidates, self._shown)
        chosen = [self._with_neighbours(text, mention, chosen) for mention in chosen]
        chosen = self._with_decided_mentions(where, text, chosen)
        pieces = [Piece(mention, _pattern_of(mention, patterns)) for mention in chosen]
        pieces += self._with_near(text, self._proposed(text, lang, pieces), pieces)
        return sorted(pieces, key=lambda piece: piece.start)

    def _with_near(self, text: str, proposed: Sequence[Piece], settled: Sequence[Piece]) -> list[Piece]:
        """The detected pieces and the near-misses of names on record, what overlaps joined into one question.

        What the detectors know as a name of the whole world ("Human Rights Watch") is no near-miss.
        """
        detected, known = [p for p in proposed if p.mention.ask], [p for p in proposed if not p.mention.ask]
        near = self._registry.near.find(text, sorted((piece.start, piece.end) for piece in (*settled, *known)))
        open_ = [(p.start, p.end, p.mention.owners, p.found) for p in detected]
        kind = self._registry.kind_of
        open_ += [(n.start, n.end, (DETECTED + kind(n.owners[0]), *n.owners), None) for n in near]
        joined: list[tuple[int, int, tuple[str, ...], Found | None]] = []
        for start, end, owners, found in sorted(open_, key=lambda entry: (entry[0], entry[3] is None, -entry[1])):
            if joined and start < joined[-1][1]:
                first = joined[-1]
                both = tuple(dict.fromkeys((first[2][0], *owners[1:], *first[2][1:])))
                joined[-1] = (first[0], max(first[1], end), both, first[3] or found)
                continue
            joined.append((start, end, owners, found))
        return [Piece(Mention(start, end, owners, ask=True), found) for start, end, owners, found in joined]

    def patterns(self, text: str, lang: str | None, mentions: Sequence[Mention]) -> list[Found]:
        """Numbers, dates and addresses.

        What makes an address is the shape of the words around it, so there a name on record stands as one and the same word
        for all: else one name would make an address of its street, and another would not.
        """
        view = view_of(text)
        found = patterns_in(view, lang, addresses=False)
        proxy: list[str] = []
        edges: list[tuple[int, int, int]] = []  # (start in the proxy, start in the text, shift)
        at = length = 0
        for mention in mentions:
            if mention.ask and mention.owners[0].startswith(CONTACT):
                continue  # the street of an address on record: its own words make it one
            literal = text[at : mention.start]
            proxy += [literal, _PROXY]
            edges.append((length, at, len(literal)))
            length += len(literal) + len(_PROXY)
            at = mention.end
        edges.append((length, at, len(text) - at))
        proxy.append(text[at:])

        def back(offset: int, *, end: bool) -> int:
            index = bisect_right(edges, offset, key=lambda edge: edge[0]) - 1
            base, origin, size = edges[index]
            inside = offset - base
            if inside <= size:
                return origin + inside
            after = edges[index + 1][1] if index + 1 < len(edges) else len(text)
            return after if end else origin + size

        for address in addresses_in("".join(proxy)):
            start, end = back(address.start, end=False), back(address.end, end=True)
            while end > start and text[end - 1] in " .,;:":  # the sentence's own point
                end -= 1
            found.append(replace(address, start=start, end=end))
        if self._profile.dates != "day" or not self._profile.ages:
            found += vague_dates(view)
        return without_overlap(found, text)

    def _with_neighbours(self, text: str, mention: Mention, chosen: Sequence[Mention]) -> Mention:
        """A doubtful part of a name is asked about with the capitalised words it stands among: "Lo" in "Lo Wu"."""
        if not mention.ask or mention.whole or mention.owners[0].startswith(PATTERN):
            return mention
        start, end = mention.start, mention.end
        if not text[end - 1].isalpha() or not _LATIN_NAME.match(text[start:end]):
            return mention
        while (after := _NAME_AFTER.match(text, end)) and self._is_name(after[1]):
            end = after.end()
        while (before := _NAME_BEFORE.search(text[max(0, start - 40) : start])) and self._is_name(before[1]):
            start -= len(before[0])
        if (start, end) == (mention.start, mention.end):
            return mention
        if any(other is not mention and other.start < end and start < other.end for other in chosen):
            return mention
        return Mention(start, end, mention.owners, ask=True)

    def _is_name(self, word: str) -> bool:
        return not self._common(word.lower())

    def _with_decided_mentions(self, where: str, text: str, chosen: list[Mention]) -> list[Mention]:
        """Mentions that nothing found but a person pointed at."""
        for decision in self._decisions.mentions_in(where):
            assert decision.start is not None
            end = decision.start + len(decision.text)
            if text[decision.start : end] != decision.text:
                continue
            clear = all(m.end <= decision.start or end <= m.start for m in chosen)
            if clear and decision.as_ != SAFE:
                chosen = [*chosen, Mention(decision.start, end, (f"{DETECTED}other",), ask=True)]
        return chosen

    def detected(self, text: str, lang: str | None, pieces: Sequence[Piece]) -> list[Piece]:
        """Names that nobody entered, in the text in which what was found stands as slots."""
        return [piece for piece in self._proposed(text, lang, pieces) if piece.mention.ask]

    def _proposed(self, text: str, lang: str | None, pieces: Sequence[Piece]) -> list[Piece]:
        """What is detected; names of the whole world, which are not asked about, are among it."""
        slotted: list[str] = []
        back: list[tuple[int, int]] = []  # (offset in slotted text, offset in the original)
        at = length = 0
        for piece in sorted(pieces, key=lambda p: p.start):
            literal = text[at : piece.start]
            back.append((length, at))
            slotted += [literal, _SLOT]
            length += len(literal) + 1
            at = piece.end
        back.append((length, at))
        slotted.append(text[at:])
        found = []
        shown = "".join(slotted)
        for proposal in detect_names(shown, lang):
            if not proposal.common:
                proposal = _whole_token(shown, proposal)
            base, origin = back[bisect_right(back, proposal.start, key=lambda entry: entry[0]) - 1]
            start = origin + proposal.start - base
            end = start + proposal.end - proposal.start
            meant = () if proposal.common else self._registry.suggest(text[start:end])
            owners = (f"{DETECTED}{proposal.kind}", *meant)
            found.append(Piece(Mention(start, end, owners, ask=not proposal.common), proposal))
        return found


def _whole_token(text: str, found: Found) -> Found:
    """A name takes along what is written onto it: "guowe" in "guowe1", "xiaoshen" in "xiaoshen_74"."""
    start, end = found.start, found.end
    if end < len(text) and text[end - 1].isalnum() and (after := _WRITTEN_ON.match(text, end)):
        end = after.end()
    if start and text[start].isalnum() and (before := _WRITTEN_BEFORE.search(text, max(0, start - 40), start)):
        start = before.start()
    return found if (start, end) == (found.start, found.end) else replace(found, start=start, end=end)


def _pattern_of(mention: Mention, patterns: Sequence[Found]) -> Found | None:
    owner = mention.owners[0]
    return patterns[int(owner.removeprefix(PATTERN))] if owner.startswith(PATTERN) else None
