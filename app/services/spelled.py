"""Spellings that stand in the texts of a case and may be somebody on record: proposed, added or refused, and remembered.

    Spelled(case, held, stopping)               every proposal of a case; long work on values, off the window's thread
    add(store, entry_id, text, as_)             the entry is written so, too
    refuse(store, entry_id, text)               it is not this entry; the history remembers it
    held(store) -> Held                         what is kept beside the case that decides what is proposed

Near-misses of names on record are found as an export finds them. What is asked about in an export stays asked about until it
is on record or decided there: a refusal here says whose spelling it is not, and nothing about what may be shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.case import Case, Name
from app.domain.paragraphs import paragraphs
from app.domain.plain import to_plain
from app.errors import bad_input
from app.redaction.common import is_common
from app.redaction.decisions import Decision, Decisions
from app.redaction.fold import squeezed
from app.redaction.near import Near
from app.redaction.registry import Mention, Registry
from app.services import registry, work
from app.services.material import read_decisions
from app.services.session import told
from app.storage.case_store import CaseStore

REFUSED = "spelling refused"
#: The kinds of a name that a proposal can be added as.
TRANSLITERATION, NATIVE, NICKNAME = "transliteration", "native", "nickname"
_AROUND = 60
_BESIDE = re.compile(r"[ \t-]{0,2}")
_PROSE = {"events": ("account",), "documents": ("title", "note")}


@dataclass(frozen=True, slots=True)
class Held:
    """Refusals as (entry id, the text folded), and what was decided in exports."""

    refused: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    decisions: tuple[Decision, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A spelling, where it first stands, and how often it does. ``paragraph`` counts from 1, 0 outside a testimony.
    ``before`` and ``after`` are the words around it there."""

    text: str = field(repr=False)
    kind: str
    id: str
    paragraph: int
    before: str = field(repr=False)
    after: str = field(repr=False)
    count: int = 1


def held(store: CaseStore) -> Held:
    """What is kept beside the case; for the thread that owns the vault."""
    with told():
        refused = (row.payload or {} for row in store.journal() if row.what == REFUSED)
        pairs = frozenset((str(said.get("entry", "")), _key(str(said.get("text", "")))) for said in refused)
        return Held(pairs, read_decisions(store))


def _key(text: str) -> str:
    return squeezed(text) or text


class Spelled:
    """The proposals for one value of a case. One that was stopped is not whole."""

    def __init__(self, case: Case, held: Held, stopping: Callable[[], bool] = lambda: False) -> None:
        self.case = case
        self._found: dict[str, dict[str, Proposal]] = {}
        decisions = Decisions(held.decisions)
        known = Registry(case, decisions, lambda _owner: False, is_common)
        for kind, entry_id, paragraph, text in _texts(case):
            if stopping():
                return
            mentions = known.mentions(text)
            for near in known.near.find(text, [(mention.start, mention.end) for mention in mentions]):
                for owner in near.owners:
                    start, end = _with_neighbours(text, near, owner, mentions)
                    words = " ".join(text[start:end].split())
                    if (owner, _key(words)) in held.refused:
                        continue
                    if decisions.for_text(words) is None and decisions.for_text(text[near.start : near.end]) is None:
                        before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
                        self._add(owner, Proposal(words, kind, entry_id, paragraph, before, after))
                    break

    def _add(self, owner: str, proposal: Proposal) -> None:
        of = self._found.setdefault(owner, {})
        earlier = of.get(_key(proposal.text))
        of[_key(proposal.text)] = replace(earlier, count=earlier.count + 1) if earlier else proposal

    def of(self, entry_id: str) -> tuple[Proposal, ...]:
        """The proposals for an entry, in the order in which they stand in the case."""
        return tuple(self._found.get(entry_id, {}).values())


def _with_neighbours(text: str, near: Near, owner: str, mentions: Sequence[Mention]) -> tuple[int, int]:
    """A near-miss with the part of the same name that stands right beside it: the surname was written as it should be."""
    start, end = near.start, near.end
    for mention in mentions:
        if owner not in mention.owners:
            continue
        if mention.end <= start and _BESIDE.fullmatch(text, mention.end, start):
            start = mention.start
        elif mention.start >= end and _BESIDE.fullmatch(text, end, mention.start):
            end = mention.end
    return start, end


def _texts(case: Case) -> Iterator[tuple[str, str, int, str]]:
    """Every text in which people speak: kind and id of its entry, the paragraph, the words."""
    for testimony in case.testimonies:
        for number, text in enumerate(paragraphs(testimony.text), 1):
            yield "testimonies", testimony.id, number, text
    for kind, entries in (("events", case.events), ("documents", case.documents)):
        for entry in entries:
            plain = to_plain(entry)
            for key in _PROSE[kind]:
                if text := plain.get(key):
                    yield kind, entry.id, 0, str(text)
            for text in _strings(plain.get("fields", {})):
                yield kind, entry.id, 0, text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


def add(store: CaseStore, entry_id: str, text: str, as_: str) -> Case:
    """Put a spelling on record; ``as_`` is the kind of name, which only a person has.

    Raises ``UserError`` ``no-such-entry`` and as ``work.save`` does.
    """
    case = work.case_of(store)
    one = registry.entry(case, entry_id)
    if one is None:
        raise bad_input("no-such-entry", "there is no such entry in the case; nothing was changed")
    if any(name.text == text for name in one.names):
        return case
    kind = registry.kind_of(one)
    name = Name(text, as_ if kind == registry.PEOPLE else None)
    return work.save(store, kind, replace(one, names=(*one.names, name)))


def refuse(store: CaseStore, entry_id: str, text: str) -> None:
    """Remember that a spelling is not an entry's. Nothing else changes."""
    with told():
        store.record(REFUSED, {"entry": entry_id, "text": text})


def kind_for(text: str) -> str:
    """What a spelling most likely is."""
    return NATIVE if registry.script(text) not in ("latin", "") else TRANSLITERATION
