"""What an export would ask, and the decisions that answer it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.case import Case
from app.domain.plain import to_plain
from app.errors import bad_input
from app.redaction import decisions as rules
from app.redaction.common import is_common
from app.redaction.decisions import Decision, DecisionError, Decisions
from app.redaction.disclose import Choices, Disclosure
from app.redaction.fold import squeezed
from app.redaction.profiles import Profile
from app.redaction.redactor import Question
from app.redaction.registry import Registry
from app.services.material import keep, prepared, read_decisions, read_plans, take
from app.services.session import told
from app.storage.case_store import CaseStore

_STEP = re.compile(r"\.?([A-Za-z_][A-Za-z0-9_]*)|\[([0-9]{1,6})\]")


def prepare(store: CaseStore, profile_key: str, choices: Choices) -> tuple[Profile, Disclosure]:
    """The disclosed view of a stored case, with what stands between it and its release."""
    return prepared(take(store), profile_key, choices)


def candidates(store: CaseStore, profile_key: str, choices: Choices) -> tuple[Question, ...]:
    """Exactly what an export with the same choices would ask, in the order of the texts."""
    _, disclosure = prepare(store, profile_key, choices)
    return disclosure.questions


def decide(store: CaseStore, given: object) -> int:
    """Add decisions, all of them or none. Returns how many.

    Each must name an entry that exists, words that stand where it says, and must not call a whole registered name safe.
    """
    with told():
        if not isinstance(given, list):
            raise DecisionError(0, "the file does not hold a list")
        case = store.load()
        new = [rules.read_decision(plain, index) for index, plain in enumerate(given)]
        registry = Registry(case, Decisions(()), lambda _owner: False, is_common)
        for index, decision in enumerate(new):
            _check(index, decision, case, registry)
        merged = rules.merge(read_decisions(store), new)
        keep(store, merged, read_plans(store), f"{len(new)} decided")
        return len(new)


def undo(store: CaseStore, text: str) -> int:
    """Take back every decision about a text, for all mentions of it. Returns how many there were."""
    with told():
        existing = read_decisions(store)
        key = squeezed(text) or text
        kept = [decision for decision in existing if decision.key != key]
        if len(kept) == len(existing):
            raise bad_input("nothing-to-undo", "nothing was decided about that text")
        taken = len(existing) - len(kept)
        keep(store, kept, read_plans(store), f"{taken} undone")
        return taken


def take_back(store: CaseStore, plain: object) -> None:
    """Take back one decision, that for one mention or that for a text, as ``Find.decision`` holds it."""
    with told():
        existing = read_decisions(store)
        kept = rules.without(existing, rules.read_decision(plain))
        if len(kept) == len(existing):
            raise bad_input("nothing-to-undo", "that decision is not in the case")
        keep(store, kept, read_plans(store), f"{len(existing) - len(kept)} undone")


def _check(index: int, decision: Decision, case: Case, registry: Registry) -> None:
    if decision.entry_kind is not None:
        entries: Mapping[str, Sequence[Any]] = {
            "person": case.people,
            "place": case.places,
            "organization": case.organizations,
        }
        if all(entry.id != decision.as_ for entry in entries[decision.entry_kind]):
            raise DecisionError(index, f"there is no {decision.entry_kind} of that id in the case")
    if decision.where is not None and decision.start is not None:
        text = text_at(case, decision.where)
        if text is None:
            raise DecisionError(index, "where names no text of the case")
        if text[decision.start : decision.start + len(decision.text)] != decision.text:
            raise DecisionError(index, "the text does not stand at that place")
    mentions = registry.mentions(decision.text)
    exact = [m for m in mentions if squeezed(decision.text[m.start : m.end]) == decision.key]
    if decision.as_ == rules.SAFE and any(m.whole for m in exact):
        raise DecisionError(index, '"safe" cannot clear a whole registered name')
    if decision.where is None and decision.entry_kind and any(len(m.owners) > 1 for m in exact):
        raise DecisionError(index, "this name is shared: decide each mention, with where and start")


def text_at(case: Case, where: str) -> str | None:
    """The text at a path such as ``testimonies[0].text``; ``None`` if there is none."""
    value: Any = to_plain(case)
    at = 0
    while at < len(where):
        step = _STEP.match(where, at)
        if step is None:
            return None
        try:
            value = value[step[1]] if step[1] is not None else value[int(step[2])]
        except (KeyError, IndexError, TypeError):
            return None
        at = step.end()
    return value if isinstance(value, str) else None
