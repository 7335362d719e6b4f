"""Which pages of a document may be shown, and with which boxes: kept with the case's other decisions, journaled, undoable.

    save(store, plans) -> tuple[PagePlan, ...]          all plans of the case as they now stand; the vault's thread
    plans(store) -> tuple[PagePlan, ...]                as they stand; the vault's thread
    standing(plans, document, content) -> Standing      how far a document is, as it is held now
    given(plain, document, content, of) -> plans        from JSON, as the command line takes it
    propose(material, profile_key, choices) -> Proposer pure: a Proposer says what of a page's letters should be under boxes

A plan holds for one content: where another takes its place, nobody has looked at the pages. Errors (``UserError.code``):
``no-such-entry``, ``not-held``, ``content-changed``, ``bad-boxes``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.exhibits import (
    OPEN,
    OUT,
    PAGE,
    READY,
    Box,
    PagePlan,
    all_but,
    plans_of,
    read_boxes,
    read_plan,
    whole_number,
    with_plans,
)
from app.errors import bad_input
from app.redaction.common import is_common
from app.redaction.decisions import Decisions
from app.redaction.disclose import Choices, Desk
from app.redaction.exhibit_words import Proposal, proposals
from app.redaction.exhibits import pixels
from app.redaction.profiles import load_profile
from app.services.exhibit_pages import DrawnPage
from app.services.material import Material, keep, read_decisions, read_plans
from app.services.session import forms, told
from app.storage.case_store import CaseStore
from app.storage.journal import now

__all__ = [
    "OPEN",
    "OUT",
    "PAGE",
    "READY",
    "Box",
    "PagePlan",
    "Proposal",
    "Proposer",
    "Standing",
    "all_but",
    "given",
    "pixels",
    "plans",
    "plans_of",
    "propose",
    "save",
    "standing",
]

_PAGE_KEYS = {"page", "boxes", "safe", "reviewed", "left_out"}
Proposer = Callable[[DrawnPage], tuple[Proposal, ...]]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a document is: ``begun`` is whether any page was looked at; counts of its pages, 0 where none was."""

    begun: bool
    pages: int = 0
    ready: int = 0
    left_out: int = 0

    @property
    def done(self) -> bool:
        """Whether every page was looked at and something is shown."""
        return self.ready > 0 and self.ready + self.left_out == self.pages


def plans(store: CaseStore) -> tuple[PagePlan, ...]:
    """What is decided of the pages of all documents of a case."""
    with told():
        return read_plans(store)


def standing(plans: Sequence[PagePlan], document: str, content: str) -> Standing:
    """How far the content of a document is, given by its SHA-256."""
    mine = plans_of(plans, document, content).values()
    if not mine:
        return Standing(False)
    states = [plan.state for plan in mine]
    return Standing(True, max(plan.of for plan in mine), states.count(READY), states.count(OUT))


def save(store: CaseStore, plans: Sequence[PagePlan]) -> tuple[PagePlan, ...]:
    """Keep plans for pages of one document, as one change, under the name of whoever works here and the time.

    What is decided already in the same way leaves no trace.
    """
    with told():
        existing = read_plans(store)
        held = store.contents()
        known = {document["id"] for document in store.plain().get("documents", ())}
        changed = []
        for plan in map(_sound, plans):
            if plan.document not in known:
                raise bad_input("no-such-entry", "there is no such document in the case; nothing was saved")
            if plan.document not in held:
                raise bad_input("not-held", "the content of this document is not held; nothing was saved")
            if held[plan.document].sha256 != plan.content:
                raise bad_input("content-changed", "the document was replaced meanwhile; nothing was saved; look at it anew")
            before = plans_of(existing, plan.document, plan.content).get(plan.page)
            if before is None or replace(before, by="", at="") != replace(plan, by="", at=""):
                changed.append(replace(plan, by=store.author, at=now()))
        if not changed:
            return existing
        after = with_plans(existing, changed)
        keep(store, read_decisions(store), after, _what(changed))
        return after


def _sound(plan: PagePlan) -> PagePlan:
    """The plan, if it can be read again once it is stored."""
    try:
        return read_plan(plan.plain())
    except ValueError as error:
        raise bad_input("bad-boxes", f"the boxes were refused, nothing was saved: {error}") from None


def _what(plans: Sequence[PagePlan]) -> str:
    first = plans[0]
    if len(plans) == 1:
        return f"exhibit {first.document} page {first.page} {first.state}"
    return f"exhibit {first.document} {len(plans)} pages"


def given(plain: object, document: str, content: str, of: int) -> tuple[PagePlan, ...]:
    """Plans from ``{"pages": [{"page": 1, "boxes": [[x, y, width, height], …], "reviewed": true}, …]}``.

    ``"left_out": true`` for a page that is not shown; ``"safe"``, like ``boxes``, for places that may be seen though a name
    on record stands there. Measures are ten-thousandths of the page. Raises ``UserError`` (``bad-boxes``).
    """
    try:
        if not isinstance(plain, Mapping) or set(plain) != {"pages"} or not isinstance(plain["pages"], list):
            raise ValueError('the file holds {"pages": […]}')
        return tuple(_page(one, document, content, of) for one in plain["pages"])
    except ValueError as error:
        raise bad_input("bad-boxes", f"the boxes were refused, nothing was saved: {error}") from None


def _page(one: object, document: str, content: str, of: int) -> PagePlan:
    if not isinstance(one, Mapping) or set(one) - _PAGE_KEYS:
        raise ValueError(f"a page has the keys {', '.join(sorted(_PAGE_KEYS))}")
    number = whole_number(one.get("page"), 1, of)
    flags = [one.get("reviewed", False), one.get("left_out", False)]
    if not all(isinstance(flag, bool) for flag in flags):
        raise ValueError("reviewed and left_out are true or false")
    state = OUT if flags[1] else READY if flags[0] else OPEN
    boxes, safe = read_boxes(one.get("boxes", [])), read_boxes(one.get("safe", []))
    return PagePlan(document, content, number, of, state, boxes, safe)


def propose(material: Material, profile_key: str, choices: Choices) -> Proposer:
    """What proposes boxes for pages of a case's documents under a profile: the walk that reads the texts of the case."""
    choices = replace(choices, mask_undecided=False)  # what a detector asks about is for whoever looks at the page
    with told():
        profile = load_profile(profile_key)
        kept = material.codes.get(profile_key, {})
        desk = Desk(material.case, profile, Decisions(material.decisions), kept, forms(), choices, is_common)
    return lambda page: proposals(desk, page.text, page.places)
