"""One text at a time from what was said to what may be read.

What ``lookout`` finds in a text is decided here: by rule, by a decision that was made, or not at all, and then it is a
question. The same walk serves the export and the list of candidates, so that one asks exactly what the other would.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.redaction import aliases, grammar, topics
from app.redaction.decisions import MASK, SAFE, Decision, Decisions
from app.redaction.finder import Form
from app.redaction.lookout import DETECTED, Lookout, Piece
from app.redaction.patterns_found import Found
from app.redaction.profiles import Profile
from app.redaction.registry import CASE_CODE, CONTACT, MASKED, NUMBER, Mention, Registry
from app.redaction.substitutes import CODE, DESCRIPTOR, NAME, OMIT, Substitutes
from app.redaction.textdates import coarsen, hide_age, hide_birth
from app.redaction.trace import DATE, SHOWN, UNDECIDED, Mark, Stands, TextTrace, Walk
from app.redaction.trace import MASKED as MASKED_STATE
from app.redaction.trace import SAFE as SAFE_STATE
from app.redaction.words import words

SHORTEST_NUMBER = 3
_PLACE_JOIN = re.compile(r"\A(?:\s*[,，、]?\s*(?:in\s+|of\s+)?|的)\Z")
_OPEN_BRACKET, _CLOSE_BRACKET = re.compile(r"\A\s*[(（]\s*\Z"), re.compile(r"\A\s*[)）]")


@dataclass(frozen=True, slots=True)
class Question:
    """Something undecided. ``where`` is the path of the text in the case file; offsets are code points in it.

    ``suggests`` are the entries it may mean; ``whole`` says that "safe" is no answer; ``near`` that nothing but likeness
    suggests them.
    """

    text: str = field(repr=False)
    where: str
    start: int
    end: int
    kind: str
    suggests: tuple[str, ...] = ()
    whole: bool = False
    near: bool = False


@dataclass(slots=True)
class Trail:
    """What a walk over the texts of a case has come upon."""

    questions: list[Question] = field(default_factory=list)
    masked: set[tuple[str, str]] = field(default_factory=set, repr=False)  # (kind, text)
    safe: set[str] = field(default_factory=set, repr=False)
    dates: set[str] = field(default_factory=set, repr=False)  # as they are shown: "Sun 4 June 2019" names nobody
    mentioned: set[str] = field(default_factory=set)

    def take(self, other: Trail) -> None:
        """Add what the reading of one text came upon."""
        self.questions += other.questions
        self.masked |= other.masked
        self.safe |= other.safe
        self.dates |= other.dates
        self.mentioned |= other.mentioned


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
        earlier: Mapping[tuple[str, str], TextTrace],
        tick: Callable[[int], None],
    ) -> None:
        self.trail = Trail()
        self.traces: list[TextTrace] = []
        self._earlier = earlier
        self._tick = tick
        self._registry = registry
        self._substitutes = substitutes
        self._profile = profile
        self._decisions = decisions
        self._lookout = Lookout(registry, profile, decisions, substitutes.shown, common)
        self._masks = words(language)["masked"]
        self._leave_out = leave_out
        self._counsel = counsel
        self._entry_kind = entry_kind
        self._ancestors = ancestors
        self._mask_open = mask_open
        self._common = common

    def text(self, where: str, text: str, lang: str | None) -> str:
        """Return the text as it may be read."""
        trace = self._earlier.get((where, text))
        if trace is None:
            trace = self._read(where, text, lang)
        self.trail.take(trace.trail)
        self.traces.append(trace)
        self._tick(len(text))
        return trace.read

    def _read(self, where: str, text: str, lang: str | None) -> TextTrace:
        """One text by itself: what is come upon in it is kept apart, so that it can be told again without reading."""
        outer, self.trail = self.trail, Trail()
        try:
            walk = Walk()
            redacted = self._assemble(where, text, lang, self._lookout.pieces(where, text, lang), walk)
            read, kept = topics.left_out(redacted, self._leave_out, self._counsel)
            self.trail.mentioned -= _left_unsaid(walk.marks, kept)
            return TextTrace(where, lang, text, read, tuple(walk.marks), self.trail, tuple(walk.anchors), kept)
        finally:
            self.trail = outer

    def entry(self, entry_id: str) -> str:
        """What stands for an entry in a table or list."""
        self.trail.mentioned.add(entry_id)
        return self._substitutes[entry_id].text

    def unread(self, before: frozenset[str]) -> None:
        """What was read since ``mentioned`` was ``before`` is not shown after all: whom it alone mentions is not mentioned."""
        self.trail.mentioned &= before

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

    def gives_away(self, where: str, text: str) -> bool:
        """Whether words chosen to stand for somebody say what must not be said. What may be a name is asked about."""
        if self._registry.collides(text) or any(
            found.sure and not (found.when is not None and found.when.unit == "year")
            for found in self._lookout.patterns(text, None, ())
        ):
            return True
        walk = Walk()
        for piece in self._lookout.detected(text, None, []):
            stands = self._resolve(where, text, None, piece)
            walk.marks.append(self._mark(piece, stands)._replace(read_start=piece.start, read_end=piece.end))
            if stands.text != text[piece.start : piece.end]:
                break
        if walk.marks:
            self.traces.append(TextTrace(where, None, text, text, tuple(walk.marks), Trail(), ((0, 0, len(text)),)))
        return any(mark.state not in (SHOWN, SAFE_STATE) for mark in walk.marks)

    def _assemble(self, where: str, text: str, lang: str | None, pieces: list[Piece], walk: Walk) -> str:
        out: list[str] = []
        at = length = 0
        said: set[str] = set()
        read = ""
        last_owner: str | None = None
        pieces = self._without_repeated_places(text, pieces)
        for number, piece in enumerate(pieces, 1):
            literal = text[at : piece.start]
            stands = self._resolve(where, text, lang, piece)
            owner, shown = stands.owner, stands.text
            mark = self._mark(piece, stands)
            # Grammar sees what is printed as it stands, up to the next mention: a name must settle no article.
            following = pieces[number].start if number < len(pieces) else len(text)
            before, after = (read + literal)[-80:], text[piece.end : max(following, piece.end)]
            if (
                owner is not None
                and owner == last_owner
                and _OPEN_BRACKET.match(literal)
                and (closing := _CLOSE_BRACKET.match(text[piece.end :]))
            ):
                at = piece.end + closing.end()  # "[Friend 1] ([Friend 1])" says it once
                walk.again(mark)
                continue
            if owner is not None and owner == last_owner and shown is None and literal.strip() == "" != literal:
                at = piece.end  # "A-Wai Shen": two forms of one name after each other
                walk.again(mark)
                continue
            if shown is None:
                assert owner is not None
                substitute = self._substitutes[owner]
                if substitute.style == DESCRIPTOR:
                    listed = self._entry_kind(owner) != "place"
                    shown = grammar.fit(substitute.text, before, after, lang, owner in said, listed=listed)
                else:
                    if substitute.style == CODE:
                        literal = grammar.before_code(literal, after, lang)
                    shown = substitute.text
                said.add(owner)
            out += [literal, shown]
            walk.anchors.append((at, length, len(literal)))
            length += len(literal) + len(shown)
            walk.marks.append(mark._replace(read_start=length - len(shown), read_end=length))
            read = before + shown
            last_owner = owner
            at = piece.end
        out.append(text[at:])
        walk.anchors.append((at, length, len(text) - at))
        return "".join(out)

    def _mark(self, piece: Piece, stands: Stands) -> Mark:
        mention, found = piece.mention, piece.found
        suggests = tuple(o for o in mention.owners if self._entry_kind(o) is not None) if mention.ask else ()
        owner = mention.owners[0]
        kind = owner.removeprefix(MASKED) if owner.startswith(MASKED) else self._kind(piece)
        if found is not None:
            noticed = found.what or found.kind
        elif owner.startswith(DETECTED):
            noticed = "near" if suggests else "pointed"
        else:
            noticed = "decision" if owner.startswith(MASKED) else "record"
        return Mark(
            piece.start, piece.end, 0, 0, kind, stands.state, stands.owner, suggests, mention.whole, noticed, stands.decision
        )

    def _without_repeated_places(self, text: str, pieces: list[Piece]) -> list[Piece]:
        """ "Xiahe Village, Linhai County" is one place: where both climb to the same ancestor, it is said once."""
        if self._profile.place_codes:
            return pieces
        kept: list[Piece] = []
        for piece in pieces:
            if kept and _PLACE_JOIN.match(text[kept[-1].end : piece.start]):
                small, large = self._place_of(kept[-1]), self._place_of(piece)
                if small and large and large in self._ancestors(small):
                    kept[-1] = Piece(Mention(kept[-1].start, piece.end, (small,), ask=False))
                    continue
                if small and large and small in self._ancestors(large):
                    kept[-1] = Piece(Mention(kept[-1].start, piece.end, (large,), ask=False))
                    continue
            kept.append(piece)
        return kept

    def _place_of(self, piece: Piece) -> str | None:
        owner = piece.mention.owners[0]
        if piece.mention.ask or self._entry_kind(owner) != "place":
            return None
        return owner

    def _resolve(self, where: str, text: str, lang: str | None, piece: Piece) -> Stands:
        mention, found = piece.mention, piece.found
        words_said = text[mention.start : mention.end]
        decision = self._decisions.for_mention(where, mention.start, words_said)
        if decision is None and (mention.ask or found is not None):
            decision = self._decisions.for_text(words_said)
            if decision is not None and decision.as_ == SAFE and self._shared(mention):
                decision = None  # what two share is safe for one mention at a time
        if decision is not None and decision.entry_kind and self._entry_kind(decision.as_) is None:
            decision = None  # the entry is gone: ask again rather than guess
        if decision is not None and not (decision.as_ == SAFE and mention.whole and not self._all_shown(mention)):
            owner, shown = self._decided(decision, words_said, self._kind(piece))
            state = SAFE_STATE if decision.as_ == SAFE else SHOWN if shown == words_said else MASKED_STATE
            return Stands(owner, shown, state, decision)
        if found is not None and not mention.owners[0].startswith(DETECTED) and found.sure:
            shown = self._pattern_text(found, words_said, lang)
            return Stands(None, shown, SHOWN if shown == words_said else DATE if found.kind == "date" else MASKED_STATE)
        if not mention.ask:
            return self._stands(mention.owners[0], words_said)
        if self._all_shown(mention):
            self.trail.mentioned.update(mention.owners)
            return Stands(mention.owners[0], words_said, SHOWN)
        if self._same_substitute(mention):
            return self._stands(mention.owners[0], words_said)
        kind = self._kind(piece)
        if self._mask_open:
            self.trail.masked.add((kind, words_said))
        suggests = tuple(o for o in mention.owners if self._entry_kind(o) is not None)
        near = mention.owners[0].startswith(DETECTED)
        question = Question(words_said, where, mention.start, mention.end, kind, suggests, mention.whole, near)
        self.trail.questions.append(question)
        return Stands(None, self._mask(kind), UNDECIDED)

    def _stands(self, owner: str, words_said: str) -> Stands:
        whom, shown = self._owned(owner, words_said)
        return Stands(whom, shown, SHOWN if shown == words_said else MASKED_STATE)

    def _decided(self, decision: Decision, words_said: str, kind: str) -> tuple[str | None, str | None]:
        if decision.as_ == SAFE:
            self.trail.safe.add(words_said)
            return None, words_said
        if decision.as_ == MASK:
            if decision.where is None or self._distinctive(words_said):
                self.trail.masked.add((decision.masked_kind or kind, words_said))
            return None, self._mask(decision.masked_kind or kind)
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
            self.trail.safe.add(words_said)  # in whatever spelling it stands there
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

    def _shared(self, mention: Mention) -> bool:
        owners = [owner for owner in mention.owners if self._entry_kind(owner) is not None]
        return len(owners) > 1 and not mention.owners[0].startswith(DETECTED) and not self._all_shown(mention)

    def _same_substitute(self, mention: Mention) -> bool:
        """Two entries may be meant, but the same words would stand for either: nothing to ask."""
        if len(mention.owners) < 2 or any(self._entry_kind(owner) is None for owner in mention.owners):
            return False
        stands = {self._substitutes[owner].text for owner in mention.owners}
        return len(stands) == 1 and not any(map(self._substitutes.shown, mention.owners))

    def _kind(self, piece: Piece) -> str:
        if piece.found is not None:
            return piece.found.kind
        owner = piece.mention.owners[0]
        if owner.startswith(DETECTED):
            return owner.removeprefix(DETECTED)
        if owner.startswith(NUMBER):
            return "identifier"
        if owner.startswith(CONTACT):
            return "contact"
        return self._entry_kind(owner) or "other"

    def _mask(self, kind: str) -> str:
        return str(self._masks.get(kind, self._masks["other"]))


def _left_unsaid(marks: Sequence[Mark], kept: Sequence[topics.Kept]) -> set[str]:
    """Whom only those sentences mention that were left out."""
    gone = [(piece.start, piece.end) for piece in kept if not piece.said]
    unsaid = [any(start <= mark.read_start < end for start, end in gone) for mark in marks]
    told = {mark.owner for mark, out in zip(marks, unsaid, strict=True) if not out}
    return {mark.owner for mark, out in zip(marks, unsaid, strict=True) if out and mark.owner is not None} - told
