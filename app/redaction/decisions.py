"""Decisions about what stands in a text: this is somebody on record, mask it, or it is safe to show.

A decision holds for the same text everywhere in the case, or, with ``where`` and ``start``, for one mention only. The
same text is told by its folded letters, so that "HE JIANMIN" needs no decision of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.redaction.fold import squeezed

MASK, SAFE = "mask", "safe"
KINDS = ("person", "place", "organization", "date", "identifier", "contact", "number", "other")
_ENTRY_KINDS = ("person", "place", "organization")


class DecisionError(Exception):
    """A decision that cannot be used. ``index`` counts from 0 in what was given; the reason repeats no content."""

    def __init__(self, index: int, reason: str) -> None:
        super().__init__(f"decision {index + 1}: {reason}")
        self.index = index


@dataclass(frozen=True, slots=True)
class Decision:
    """``as_`` is ``mask``, ``safe`` or the id of an entry; ``entry_kind`` then names its kind.

    ``masked_kind`` remembers what kind of thing was asked about, so that a mask says "[place withheld]" of a place.
    """

    text: str = field(repr=False)
    as_: str
    entry_kind: str | None = None
    where: str | None = None
    start: int | None = None
    masked_kind: str | None = None

    @property
    def key(self) -> str:
        return squeezed(self.text) or self.text

    def plain(self) -> dict[str, Any]:
        """The JSON shape in which a decision is given, kept and exported."""
        out: dict[str, Any] = {"text": self.text, "as": {self.entry_kind: self.as_} if self.entry_kind else self.as_}
        if self.where is not None:
            out |= {"where": self.where, "start": self.start}
        return out | {"kind": self.masked_kind} if self.masked_kind else out


def read_decision(plain: object, index: int = 0) -> Decision:
    """Build a decision from JSON data. Raises ``DecisionError`` with the number of the decision and the reason.

    ``kind`` is the kind a mask stands for, as ``candidates`` prints it; it may be left out.
    """
    if not isinstance(plain, Mapping):
        raise DecisionError(index, "not an object")
    unknown = set(plain) - {"text", "as", "where", "start", "kind", "end"}
    if unknown:
        raise DecisionError(index, "an unknown key; known are text, as, where, start, kind")
    kind = plain.get("kind")
    if kind is not None and kind not in KINDS:
        raise DecisionError(index, f"kind is one of {', '.join(KINDS)}")
    text, as_ = plain.get("text"), plain.get("as")
    if not isinstance(text, str) or not text.strip():
        raise DecisionError(index, "text is missing or empty")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise DecisionError(index, "text holds half a character") from None
    where, start = plain.get("where"), plain.get("start")
    if (where is None) != (start is None):
        raise DecisionError(index, "where and start go together")
    if where is not None and (not isinstance(where, str) or not isinstance(start, int) or isinstance(start, bool)):
        raise DecisionError(index, "where is a path and start a whole number")
    if as_ in (MASK, SAFE):
        return Decision(text, str(as_), None, where, start, kind if as_ == MASK else None)
    if isinstance(as_, Mapping) and len(as_) == 1:
        kind, entry = next(iter(as_.items()))
        if kind in _ENTRY_KINDS and isinstance(entry, str):
            return Decision(text, entry, kind, where, start)
    raise DecisionError(index, 'as is "mask", "safe" or one of {"person": id}, {"place": id}, {"organization": id}')


class Decisions:
    """All decisions of a case, looked up by mention first and by text second."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self.all: tuple[Decision, ...] = tuple(decisions)
        self._by_text = {d.key: d for d in self.all if d.where is None}
        self._by_mention = {(d.where, d.start): d for d in self.all if d.where is not None}

    def for_mention(self, where: str, start: int, text: str) -> Decision | None:
        """The decision for one mention, if the words there are still those it was made for."""
        found = self._by_mention.get((where, start))
        return found if found is not None and found.key == (squeezed(text) or text) else None

    def for_text(self, text: str) -> Decision | None:
        """The decision that holds for a text wherever it stands."""
        return self._by_text.get(squeezed(text) or text)

    def mentions_in(self, where: str) -> Sequence[Decision]:
        """All decisions for single mentions in one text."""
        return [d for d in self.all if d.where == where]

    def general(self) -> Sequence[Decision]:
        """All decisions that hold everywhere."""
        return list(self._by_text.values())


def merge(existing: Sequence[Decision], new: Sequence[Decision]) -> tuple[Decision, ...]:
    """Add decisions; a newer one for the same text or mention takes the place of the older."""
    kept: dict[tuple[str, str | None, int | None], Decision] = {}
    for decision in (*existing, *new):
        slot = ("" if decision.where is not None else decision.key, decision.where, decision.start)
        kept.pop(slot, None)
        kept[slot] = decision
    return tuple(kept.values())


def without(existing: Sequence[Decision], gone: Decision) -> tuple[Decision, ...]:
    """Take one decision back: that for one mention, or that for a text, whatever it was decided to be."""
    slot = ("" if gone.where is not None else gone.key, gone.where, gone.start)
    return tuple(d for d in existing if ("" if d.where is not None else d.key, d.where, d.start) != slot)
