"""Which texts a changed decision touches: all others read as they did, and need not be walked again.

A decision can touch a text in four ways only: it is about a mention in it; its letters stand in it; a form that it brings
into the registry, as it is or reversed, stands in it; or, where it says who is meant, something in it is nearly that form.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from app.redaction import aliases
from app.redaction.decisions import Decision, Decisions
from app.redaction.finder import Form
from app.redaction.fold import squeezed
from app.redaction.near import NearIndex
from app.redaction.registry import decided_forms
from app.redaction.trace import Known, TextTrace


class Earlier:
    """The texts of an earlier walk over the same case under the same profile and choices, with the same codes."""

    def __init__(
        self,
        traces: Iterable[TextTrace],
        case_forms: Sequence[Form],
        decisions: Collection[Decision],
        common: Callable[[str], bool],
        before: Earlier | None = None,
    ) -> None:
        """``before``, an earlier one of the same case, lends the letters of its texts."""
        self._traces = {(trace.where, trace.said): trace for trace in traces}
        known: Mapping[tuple[str, str], str] = before._letters if before is not None else {}
        self._letters: dict[tuple[str, str], str] = {key: known.get(key) or squeezed(key[1]) for key in self._traces}
        self._case_forms = case_forms
        self._decisions = frozenset(decisions)
        self._common = common

    def unchanged(self, decisions: Collection[Decision]) -> Known:
        """The texts that read the same under other decisions."""
        changed = self._decisions ^ frozenset(decisions)
        general = [decision for decision in changed if decision.where is None]
        mentions = {decision.where for decision in changed}
        forms = list(decided_forms(Decisions(general), self._common))
        keys = {form.key for form in forms} | {turned.key for form in forms if (turned := aliases.reversed_forms(form))}
        keys |= {decision.key for decision in general}
        bare = {decision.text for decision in general if not squeezed(decision.text)}
        near = self._near([form for form in forms if ":" not in form.owner])
        texts = {
            key: trace
            for key, trace in self._traces.items()
            if trace.where not in mentions
            and not any(letters in self._letters[key] for letters in keys)
            and not any(text in trace.said for text in bare)
            and not (near is not None and _nearly(near, trace))
        }
        return Known(texts, self._case_forms)

    def _near(self, forms: list[Form]) -> NearIndex | None:
        return NearIndex(forms, self._common) if forms else None


def _nearly(near: NearIndex, trace: TextTrace) -> bool:
    return bool(near.find(trace.said, ())) or any(near.suggest(trace.said[m.start : m.end]) for m in trace.marks)
