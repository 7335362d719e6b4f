"""What a whole case says of each entry: where it is mentioned, what stands for it in each copy, and whether that gives it away.

Long work on values alone: a ``Survey`` is made off the window's thread, once for each value of a case, and is quick to ask.
It judges exactly as an export would.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.case import Case, Disclose, Person
from app.domain.plain import to_plain
from app.redaction.common import is_common
from app.redaction.decisions import Decision, Decisions
from app.redaction.disclose import Choices
from app.redaction.disclose import Desk as View
from app.redaction.profiles import load_profile
from app.redaction.substitutes import CODE, DESCRIPTOR, NAME, Substitutes
from app.services import registry
from app.services.entries import references_in
from app.services.material import read_decisions
from app.services.session import forms
from app.storage.case_store import CaseStore

#: The copies in the order in which they are shown, the most trusted reader first.
PROFILES = ("counsel", "court", "partner", "public", "ccf")
#: Where entries are mentioned, in the order shown.
MENTIONING = ("testimonies", "events", "documents", "consents")
_NAME, _TELLS = "name", "tells"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept with a case beside it that decides what stands: codes given in earlier exports, and decisions."""

    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    decisions: tuple[Decision, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Clash:
    """Why words cannot stand for somebody. ``why``: ``name`` (they read as ``of``, names on record) or ``tells`` (a date, a
    number, or what may be a name)."""

    why: str
    of: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Stand:
    """What stands for an entry in one profile. ``why``: ``no-consent`` (a relative at risk without a grant of their own: only
    the relation is shown), ``minor``, ``public`` or ""."""

    profile: str
    style: str
    text: str = field(repr=False)
    why: str = ""
    clash: Clash | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry that speaks of another one, and how often."""

    kind: str
    id: str
    count: int


def kept(store: CaseStore) -> Kept:
    """What is kept with a case; for the thread that owns the vault."""
    return Kept({profile: store.codes(profile) for profile in PROFILES}, read_decisions(store))


class Survey:
    """Made for one value of a case. ``stopping`` is asked between its parts; a survey that was stopped is not whole."""

    def __init__(self, case: Case, held: Kept, dated: date, stopping: Callable[[], bool] = lambda: False) -> None:
        self.case = case
        self._kept, self._dated = held, dated
        self._views: dict[str, View] = {}
        self._mentions: dict[str, tuple[Mention, ...]] = {}
        for profile in PROFILES:
            if stopping():
                return
            codes = held.codes.get(profile, {})
            decisions = Decisions(held.decisions)
            self._views[profile] = View(case, load_profile(profile), decisions, codes, forms(), Choices(dated), is_common)
        self._mentions = _mentions(case, self._views[PROFILES[0]], stopping)

    def stands(self, entry_id: str) -> tuple[Stand, ...]:
        """What stands for an entry, a row a profile."""
        out = []
        for profile, view in self._views.items():
            stand = _stand(self.case, view.substitutes, profile, entry_id)
            if stand.style in (CODE, DESCRIPTOR):
                typed = [(where, text) for owner, where, text in view.substitutes.chosen_texts() if owner == entry_id]
                stand = replace(stand, clash=self._clash(view, stand.text, typed))
            out.append(stand)
        return tuple(out)

    def preview(self, entry_id: str, disclose: Disclose | None) -> tuple[Stand, ...]:
        """What would stand for an entry after another choice."""
        case = with_disclose(self.case, entry_id, disclose)
        out = []
        for profile in PROFILES:
            held = Substitutes(case, load_profile(profile), "en", self._kept.codes.get(profile, {}), self._dated)
            out.append(_stand(case, held, profile, entry_id))
        return tuple(out)

    def clash(self, entry_id: str, style: str, text: str) -> Clash | None:
        """Whether words typed for an entry read as a name on record, or give something away, in any copy that would use
        them."""
        typed = text.strip().strip("[]")
        if style not in (CODE, DESCRIPTOR) or not typed:
            return None
        used = [view for view in self._views.values() if (view.profile.descriptors == "always") == (style == DESCRIPTOR)]
        used += [view for view in self._views.values() if view.profile.descriptors == "chosen" and view not in used]
        place = next((n for n, one in enumerate(self.case.people) if one.id == entry_id), 0)
        where = f"people[{place}].disclose.text"
        found = [clash for view in used if (clash := self._clash(view, typed, [(where, typed)]))]
        return next((clash for clash in found if clash.why == _NAME), found[0] if found else None)

    def mentions(self, entry_id: str) -> tuple[Mention, ...]:
        """Where an entry is mentioned, in the order of the case."""
        return self._mentions.get(entry_id, ())

    def _clash(self, view: View, text: str, typed: Sequence[tuple[str, str]]) -> Clash | None:
        """``typed`` are the words that somebody chose, each with its place in the case."""
        if view.registry.collides(text):
            owners = dict.fromkeys(owner for found in view.registry.mentions(text) for owner in found.owners)
            named = (registry.entry(self.case, owner) for owner in owners)
            return Clash(_NAME, tuple(registry.first_name(one) for one in named if one is not None))
        if any(view.redactor.gives_away(where, words) for where, words in typed):
            return Clash(_TELLS)
        return None


def with_disclose(case: Case, entry_id: str, disclose: Disclose | None) -> Case:
    """The case with another choice of what stands for an entry."""
    return replace(
        case,
        people=tuple(replace(one, disclose=disclose) if one.id == entry_id else one for one in case.people),
        organizations=tuple(replace(one, disclose=disclose) if one.id == entry_id else one for one in case.organizations),
    )


def _stand(case: Case, held: Substitutes, profile: str, entry_id: str) -> Stand:
    substitute = held[entry_id]
    one = registry.entry(case, entry_id)
    why = ""
    if isinstance(one, Person):
        if substitute.style == DESCRIPTOR and not one.public_figure and held.only_relation(one):
            why = "no-consent"
        elif substitute.style in (CODE, DESCRIPTOR) and profile != "counsel" and held.is_minor(one):
            why = "minor"
        elif one.public_figure and substitute.style == NAME:
            why = "public"
    elif one is not None and substitute.style == NAME and one.public:
        why = "public"
    return Stand(profile, substitute.style, substitute.text, why)


def _mentions(case: Case, view: View, stopping: Callable[[], bool]) -> dict[str, tuple[Mention, ...]]:
    """One walk over all texts and all references."""
    tree = to_plain(case)
    counts: dict[str, Counter[tuple[str, str]]] = {}
    known = {one.id for kind in registry.KINDS for one in registry.entries(case, kind)}
    for kind in MENTIONING:
        for plain in tree.get(kind, ()):
            if stopping():
                return {}
            held: Counter[str] = Counter()
            for text in _texts(kind, plain):
                if text in known:  # a reference, from an event's fields too
                    held[text] += 1
                    continue
                for found in view.registry.mentions(text):
                    held.update(owner for owner in found.owners[:1] if owner in known)
            for owner, count in held.items():
                counts.setdefault(owner, Counter())[kind, plain["id"]] += count
    return {owner: tuple(Mention(*place, count) for place, count in held.items()) for owner, held in counts.items()}


def _texts(kind: str, value: object, key: str = "") -> Iterator[str]:
    """The texts of an entry and the ids it refers to."""
    if isinstance(value, str):
        if key not in ("id", "lang", "date", "sha256", "file"):
            yield value
    elif isinstance(value, Mapping):
        for inner, held in value.items():
            yield from _texts(kind, held, inner)
    elif isinstance(value, Sequence):
        for held in value:
            yield from _texts(kind, held, key)


def references(case: Case, entry_id: str) -> tuple[tuple[str, str], ...]:
    """The entries that refer to an entry, as kind and id, each once; kind ``case`` for the case's own facts."""
    return tuple(dict.fromkeys((spot.kind, spot.id) for spot in references_in(to_plain(case), entry_id)))
