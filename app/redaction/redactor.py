"""One text at a time from what was said to what may be read.

For each text: mentions of what is on record, patterns (numbers, addresses, dates), then, on the text in which those stand
as slots, the detectors. What needs a decision and has none becomes a question. The same walk serves the export and the
list of candidates, so that one asks exactly what the other would.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from app.redaction import aliases, grammar, topics
from app.redaction.decisions import MASK, SAFE, Decision, Decisions
from app.redaction.detectors import detect_names
from app.redaction.finder import Form
from app.redaction.patterns import Found, addresses_in, patterns_in
from app.redaction.patterns_found import without_overlap
from app.redaction.patterns_view import view_of
from app.redaction.profiles import Profile
from app.redaction.registry import CASE_CODE, CONTACT, MASKED, NUMBER, Mention, Registry, choose_longest
from app.redaction.substitutes import CODE, DESCRIPTOR, NAME, OMIT, Substitutes
from app.redaction.textdates import coarsen, hide_age, hide_birth
from app.redaction.vague_dates import vague_dates
from app.redaction.words import words

SHORTEST_NUMBER = 3
_PATTERN = "pattern:"
_DETECTED = "detected:"
_SLOT = "\ue000"
_PROXY = "Qxq"  # a word that is no name, no place and no number
_PLACE_JOIN = re.compile(r"\A(?:\s*[,，、]?\s*(?:in\s+|of\s+)?|的)\Z")
_LATIN_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.\- ]*\Z")
_NAME_AFTER = re.compile(r" ([A-ZÀ-Þ][a-zß-ÿ’'\-]+)(?![\w])")
_NAME_BEFORE = re.compile(r"(?<![\w])([A-ZÀ-Þ][a-zß-ÿ’'\-]+) \Z")
_OPEN_BRACKET, _CLOSE_BRACKET = re.compile(r"\A\s*[(（]\s*\Z"), re.compile(r"\A\s*[)）]")


@dataclass(frozen=True, slots=True)
class Question:
    """Something undecided. ``where`` is the path of the text in the case file; offsets are code points in it.

    ``suggests`` are the entries it may mean; ``whole`` says that "safe" is no answer.
    """

    text: str = field(repr=False)
    where: str
    start: int
    end: int
    kind: str
    suggests: tuple[str, ...] = ()
    whole: bool = False


@dataclass(slots=True)
class Trail:
    """What a walk over the texts of a case has come upon."""

    questions: list[Question] = field(default_factory=list)
    masked: set[tuple[str, str]] = field(default_factory=set, repr=False)  # (kind, text)
    safe: set[str] = field(default_factory=set, repr=False)
    dates: set[str] = field(default_factory=set, repr=False)  # as they are shown: "Sun 4 June 2019" names nobody
    mentioned: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Piece:
    mention: Mention
    found: Found | None = None

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def end(self) -> int:
        return self.mention.end


class Redactor:
    """Redacts texts of one case under one profile. ``mask_open`` masks what is undecided instead of leaving it open."""

    def __init__(
        self,
        registry: Registry,
        substitutes: Substitutes,
        profile: Profile,
        decisions: Decisions,
        *,
        language: str,
        leave_out: Sequence[str],
        counsel: Sequence[str],
        entry_kind: Callable[[str], str | None],
        ancestors: Callable[[str], tuple[str, ...]],
        mask_open: bool,
        common: Callable[[str], bool],
    ) -> None:
        self.trail = Trail()
        self._registry = registry
        self._substitutes = substitutes
        self._profile = profile
        self._decisions = decisions
        self._masks = words(language)["masked"]
        self._leave_out = leave_out
        self._counsel = counsel
        self._entry_kind = entry_kind
        self._ancestors = ancestors
        self._mask_open = mask_open
        self._common = common

    def text(self, where: str, text: str, lang: str | None) -> str:
        """Return the text as it may be read."""
        redacted = self._assemble(where, text, lang, self._pieces(where, text, lang))
        return topics.leave_out(redacted, self._leave_out, self._counsel)

    def entry(self, entry_id: str) -> str:
        """What stands for an entry in a table or list."""
        self.trail.mentioned.add(entry_id)
        return self._substitutes[entry_id].text

    def masked_forms(self) -> list[Form]:
        """Forms of all that was masked by pattern or decision, for the release check."""
        forms: list[Form] = []
        for kind, text in sorted(self.trail.masked):
            if kind in ("identifier", "contact", "number"):
                form = aliases.number_form(text, MASKED + kind)
                forms += [form] if form is not None and len(form.key) > SHORTEST_NUMBER else []
            elif kind != "date":  # dates are held to their granularity, not hunted as words
                forms += aliases.to_forms(aliases.Written((text,)), MASKED + kind, self._common)
        return forms

    # -- finding -----------------------------------------------------------------------------------------------------

    def _pieces(self, where: str, text: str, lang: str | None) -> list[_Piece]:
        candidates = self._registry.mentions(text)
        patterns = self._patterns(text, lang, candidates)
        candidates += [
            Mention(found.start, found.end, (f"{_PATTERN}{index}",), ask=not found.sure) for index, found in enumerate(patterns)
        ]
        chosen = choose_longest(text, candidates, self._substitutes.shown)
        chosen = [self._with_neighbours(text, mention, chosen) for mention in chosen]
        chosen = self._with_decided_mentions(where, text, chosen)
        pieces = [_Piece(mention, _pattern_of(mention, patterns)) for mention in chosen]
        pieces += self._detected(text, lang, pieces)
        return sorted(pieces, key=lambda piece: piece.start)

    def _patterns(self, text: str, lang: str | None, mentions: Sequence[Mention]) -> list[Found]:
        """Numbers, dates and addresses.

        What makes an address is the shape of the words around it, so there a name on record stands as one and the same word
        for all: else one name would make an address of its street, and another would not.
        """
        found = patterns_in(view_of(text), lang, addresses=False)
        proxy: list[str] = []
        edges: list[tuple[int, int, int]] = []  # (start in the proxy, start in the text, shift)
        at = length = 0
        for mention in mentions:
            literal = text[at : mention.start]
            proxy += [literal, _PROXY]
            edges.append((length, at, len(literal)))
            length += len(literal) + len(_PROXY)
            at = mention.end
        edges.append((length, at, len(text) - at))
        proxy.append(text[at:])

        def back(offset: int, *, end: bool) -> int:
            base, origin, size = max(edge for edge in edges if edge[0] <= offset)
            inside = offset - base
            if inside <= size:
                return origin + inside
            after = next((edge[1] for edge in edges if edge[0] > base), len(text))
            return after if end else origin + size

        for address in addresses_in("".join(proxy)):
            start, end = back(address.start, end=False), back(address.end, end=True)
            while end > start and text[end - 1] in " .,;:":  # the sentence's own point
                end -= 1
            found.append(replace(address, start=start, end=end))
        if self._profile.dates != "day" or not self._profile.ages:
            found += vague_dates(text)
        return without_overlap(found, text)

    def gives_away(self, where: str, text: str) -> bool:
        """Whether words chosen to stand for somebody say what must not be said. What may be a name is asked about."""
        if self._registry.collides(text) or any(
            found.sure and not (found.when is not None and found.when.unit == "year")
            for found in self._patterns(text, None, ())
        ):
            return True
        return any(
            self._resolve(where, text, None, piece)[1] != text[piece.start : piece.end]
            for piece in self._detected(text, None, [])
        )

    def _with_neighbours(self, text: str, mention: Mention, chosen: Sequence[Mention]) -> Mention:
        """A doubtful part of a name is asked about with the capitalised words it stands among: "Lo" in "Lo Wu"."""
        if not mention.ask or mention.whole or mention.owners[0].startswith(_PATTERN):
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
                chosen = [*chosen, Mention(decision.start, end, (f"{_DETECTED}other",), ask=True)]
        return chosen

    def _detected(self, text: str, lang: str | None, pieces: list[_Piece]) -> list[_Piece]:
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
        for proposal in detect_names("".join(slotted), lang):
            if proposal.common:
                continue
            base, origin = max(entry for entry in back if entry[0] <= proposal.start)
            start = origin + proposal.start - base
            end = start + proposal.end - proposal.start
            mention = Mention(start, end, (f"{_DETECTED}{proposal.kind}",), ask=True)
            found.append(_Piece(mention, proposal))
        return found

    # -- deciding ----------------------------------------------------------------------------------------------------

    def _assemble(self, where: str, text: str, lang: str | None, pieces: list[_Piece]) -> str:
        out: list[str] = []
        at = 0
        said: set[str] = set()
        read = ""
        last_owner: str | None = None
        pieces = self._without_repeated_places(text, pieces)
        for piece in pieces:
            literal = text[at : piece.start]
            owner, shown = self._resolve(where, text, lang, piece)
            before = (read + literal)[-80:]
            if (
                owner is not None
                and owner == last_owner
                and _OPEN_BRACKET.match(literal)
                and (closing := _CLOSE_BRACKET.match(text[piece.end :]))
            ):
                at = piece.end + closing.end()  # "[Friend 1] ([Friend 1])" says it once
                continue
            if owner is not None and owner == last_owner and shown is None and literal.strip() == "" != literal:
                at = piece.end  # "A-Wai Shen": two forms of one name after each other
                continue
            if shown is None:
                assert owner is not None
                substitute = self._substitutes[owner]
                if substitute.style == DESCRIPTOR:
                    shown = grammar.fit(substitute.text, before, text[piece.end :], lang, owner in said)
                else:
                    shown = substitute.text
                said.add(owner)
            out += [literal, shown]
            read = before + shown
            last_owner = owner
            at = piece.end
        out.append(text[at:])
        return "".join(out)

    def _without_repeated_places(self, text: str, pieces: list[_Piece]) -> list[_Piece]:
        """ "Xiahe Village, Linhai County" is one place: where both climb to the same ancestor, it is said once."""
        if self._profile.place_codes:
            return pieces
        kept: list[_Piece] = []
        for piece in pieces:
            if kept and _PLACE_JOIN.match(text[kept[-1].end : piece.start]):
                small, large = self._place_of(kept[-1]), self._place_of(piece)
                if small and large and large in self._ancestors(small):
                    kept[-1] = _Piece(Mention(kept[-1].start, piece.end, (small,), ask=False))
                    continue
                if small and large and small in self._ancestors(large):
                    kept[-1] = _Piece(Mention(kept[-1].start, piece.end, (large,), ask=False))
                    continue
            kept.append(piece)
        return kept

    def _place_of(self, piece: _Piece) -> str | None:
        owner = piece.mention.owners[0]
        if piece.mention.ask or self._entry_kind(owner) != "place":
            return None
        return owner

    def _resolve(self, where: str, text: str, lang: str | None, piece: _Piece) -> tuple[str | None, str | None]:
        """``(owner, text)``: the text that stands, or ``None`` where the owner's substitute is to be fitted."""
        mention, found = piece.mention, piece.found
        words_said = text[mention.start : mention.end]
        decision = self._decisions.for_mention(where, mention.start, words_said)
        if decision is None and (mention.ask or found is not None):
            decision = self._decisions.for_text(words_said)
        if decision is not None and not (decision.as_ == SAFE and mention.whole and not self._all_shown(mention)):
            return self._decided(decision, words_said, self._kind(piece))
        if found is not None and not mention.owners[0].startswith(_DETECTED) and found.sure:
            return None, self._pattern_text(found, words_said, lang)
        if not mention.ask:
            return self._owned(mention.owners[0], words_said)
        if self._all_shown(mention):
            self.trail.mentioned.update(mention.owners)
            return mention.owners[0], words_said
        if self._same_substitute(mention):
            return self._owned(mention.owners[0], words_said)
        kind = self._kind(piece)
        if self._mask_open:
            self.trail.masked.add((kind, words_said))
        suggests = tuple(o for o in mention.owners if self._entry_kind(o) is not None)
        question = Question(words_said, where, mention.start, mention.end, kind, suggests, mention.whole)
        self.trail.questions.append(question)
        return None, self._mask(kind)

    def _decided(self, decision: Decision, words_said: str, kind: str) -> tuple[str | None, str | None]:
        if decision.as_ == SAFE:
            self.trail.safe.add(words_said)
            return None, words_said
        if decision.as_ == MASK:
            if decision.where is None or self._distinctive(words_said):
                self.trail.masked.add((decision.masked_kind or kind, words_said))
            return None, self._mask(decision.masked_kind or kind)
        if self._entry_kind(decision.as_) is None:  # the entry is gone: ask again rather than guess
            return None, self._mask(kind)
        shown = self._substitutes[decision.as_].style == NAME
        if shown:
            self.trail.safe.add(words_said)
        return self._owned(decision.as_, words_said)

    def _distinctive(self, words_said: str) -> bool:
        """Whether words that were masked in one place are so much a name that they may stand nowhere in the file."""
        lead = words_said.lstrip("“\"'(")[:1]
        return not lead.islower() and not self._common(words_said.lower())

    def _owned(self, owner: str, words_said: str) -> tuple[str | None, str | None]:
        if owner.startswith(MASKED):
            return None, self._mask(owner.removeprefix(MASKED))
        if owner.startswith((NUMBER, CONTACT)):
            if self._substitutes.shown(owner):
                return None, words_said
            return None, self._mask("identifier" if owner.startswith(NUMBER) else "contact")
        if owner == CASE_CODE:
            return None, words_said if self._substitutes.shown(owner) else self._masks["case"]
        self.trail.mentioned.add(owner)
        style = self._substitutes[owner].style
        if style == NAME:
            return owner, words_said
        if style == OMIT:
            return owner, self._masks["omitted"]
        return owner, None

    def _pattern_text(self, found: Found, words_said: str, lang: str | None) -> str:
        if found.kind != "date":
            self.trail.masked.add((found.kind, words_said))
            return self._mask(found.kind)
        when = found.when
        if when is not None and when.birth:
            births = self._profile.births
            return coarsen(found, "year", lang) if births == "year" else hide_birth(found)
        if when is not None and when.age:
            return words_said if self._profile.ages else hide_age(found)
        shown = words_said if self._profile.dates == "day" else coarsen(found, self._profile.dates, lang)
        self.trail.dates.add(shown)
        return shown

    def _all_shown(self, mention: Mention) -> bool:
        return all(map(self._substitutes.shown, mention.owners))

    def _same_substitute(self, mention: Mention) -> bool:
        """Two entries may be meant, but the same words would stand for either: nothing to ask."""
        if len(mention.owners) < 2 or any(self._entry_kind(owner) is None for owner in mention.owners):
            return False
        stands = {self._substitutes[owner].text for owner in mention.owners}
        return len(stands) == 1 and not any(map(self._substitutes.shown, mention.owners))

    def _kind(self, piece: _Piece) -> str:
        if piece.found is not None:
            return piece.found.kind
        owner = piece.mention.owners[0]
        if owner.startswith(_DETECTED):
            return owner.removeprefix(_DETECTED)
        if owner.startswith(NUMBER):
            return "identifier"
        if owner.startswith(CONTACT):
            return "contact"
        return self._entry_kind(owner) or "other"

    def _mask(self, kind: str) -> str:
        return str(self._masks.get(kind, self._masks["other"]))


def _pattern_of(mention: Mention, patterns: Sequence[Found]) -> Found | None:
    owner = mention.owners[0]
    return patterns[int(owner.removeprefix(_PATTERN))] if owner.startswith(_PATTERN) else None


__all__ = ["CODE", "Question", "Redactor", "Trail"]
