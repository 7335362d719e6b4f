"""The pages of exhibits in an export: what stands in their way, and the pictures that are made of them.

Nothing is shown that nobody looked at: every page of a chosen document is ready or left out, for the very content that is
held. And where a page's own letters name somebody whom the profile protects, that stands under a box, or somebody said that it
may be seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.exhibits import READY, PagePlan, plans_of
from app.errors import BLOCKED, Spot, UserError, bad_input
from app.redaction.consent import outside_scope
from app.redaction.disclose import Choices, Disclosure
from app.redaction.disclosed import DisclosedExhibit, DisclosedPage
from app.redaction.exhibit_words import bare
from app.redaction.exhibits import burnt
from app.redaction.profiles import Profile
from app.services.exhibit_pages import AT_ONCE, draw, showable
from app.services.exhibits import propose, standing
from app.services.material import Material
from app.services.progress import Course
from app.services.session import told
from app.storage.case_store import CaseStore

ALL, NONE = "all", "none"
#: Contents that are read at once, and pictures that one export holds, in bytes; pages that it shows.
_LARGEST, _MOST, MOST_PAGES = 256 << 20, 48 << 20, 200


def chosen(named: Sequence[str], material: Material, held: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the documents that were asked for; ``("all",)``: every one whose pages somebody began to look at.

    ``held`` are the SHA-256 of the contents. Raises ``UserError`` (``no-document``; ``exhibits`` where all would be none).
    """
    if not named or tuple(named) == (NONE,):
        return ()
    documents = [document.id for document in material.case.documents]
    if tuple(named) == (ALL,):
        begun = tuple(one for one in documents if one in held and standing(material.plans, one, held[one]).begun)
        if not begun:
            raise blocked([("no document was prepared as an exhibit", _spot(""))])
        return begun
    if set(named) - set(documents):
        raise bad_input("no-document", "a document that was named is not in the case; nothing was written")
    return tuple(one for one in documents if one in named)


def take_contents(store: CaseStore, material: Material, choices: Choices) -> tuple[Material, Choices]:
    """The material with the contents of the chosen exhibits, and the choices with their ids; the vault's thread."""
    with told():
        held = {document: content.sha256 for document, content in store.contents().items()}
        ids = chosen(choices.exhibits, material, held)
        if sum(store.contents()[one].size for one in ids if one in held) > _LARGEST:
            raise bad_input("too-large", "these exhibits are too large for one export; choose fewer; nothing was written")
        contents = {}
        for one in ids:
            file = store.document(one)
            if file is not None:
                with file:
                    contents[one] = file.read()
    return replace(material, contents=contents), replace(choices, exhibits=ids)


#: A reason against an export, and the document (and page: ``pages[0]``) it is about.
Against = tuple[str, Spot]


def blocked(against: Sequence[Against]) -> UserError:
    """The error that names every reason."""
    words = "the export is blocked, no file was written"
    return UserError("exhibits", BLOCKED, words, tuple(why for why, _ in against), tuple(spot for _, spot in against))


def _spot(one: str, page: int = 0) -> Spot:
    return Spot("documents", one, f"pages[{page - 1}]" if page else "")


def reasons(material: Material, profile: Profile, disclosure: Disclosure, choices: Choices) -> Iterator[Against]:
    """What stands in the way of the chosen exhibits, as far as that is known before anything is drawn."""
    outside = outside_scope(material.case, profile, disclosure.substitutes, choices.dated) if choices.exhibits else frozenset()
    about = {document.id: document.about for document in material.case.documents}
    total = 0
    for one in choices.exhibits:
        data = material.contents.get(one)
        if one not in disclosure.numbers or outside & set(about[one]) or (outside and not about[one]):
            yield f"{one} is of events that consent does not cover", _spot(one)
        elif data is None:
            yield f"the content of {one} is not held", _spot(one)
        elif not showable(data):
            yield f"{one} is of a kind that has no pages to show", _spot(one)
        else:
            plans = _plans(material, one)
            total += sum(plan.state == READY for plan in plans.values())
            yield from _unready(one, plans, any(plan.document == one for plan in material.plans))
    if total > MOST_PAGES:
        yield f"{total} pages of exhibits are more than {MOST_PAGES}: choose fewer", _spot("")


def _plans(material: Material, one: str) -> dict[int, PagePlan]:
    return plans_of(material.plans, one, hashlib.sha256(material.contents[one]).hexdigest())


def _unready(one: str, plans: Mapping[int, PagePlan], ever: bool) -> Iterator[Against]:
    if not plans and ever:
        yield f"{one} was replaced after its pages were looked at", _spot(one)
    elif not plans:
        yield f"{one} was not prepared as an exhibit", _spot(one)
    else:
        of = max(plan.of for plan in plans.values())
        open_pages = [n for n in range(1, of + 1) if n not in plans or plans[n].state not in (READY, "out")]
        if open_pages:
            why = f"{one}: nobody has said that page {open_pages[0]} may be shown ({len(open_pages)} of {of} are open)"
            yield why, _spot(one, open_pages[0])
        elif all(plan.state != READY for plan in plans.values()):
            yield f"{one}: every page of it is left out", _spot(one)


def with_pages(material: Material, profile: Profile, disclosure: Disclosure, choices: Choices, course: Course) -> Disclosure:
    """The disclosure with the pictures of its exhibits. Raises ``UserError`` (``exhibits``: a page shows what it must not;
    ``too-large``; ``not-shown``), ``Stopped``."""
    if not choices.exhibits:
        return disclosure
    made = _Making(material, profile, choices, course)
    exhibits = [made.exhibit(one, disclosure.numbers[one]) for one in choices.exhibits]
    if made.against:
        raise blocked(made.against)
    ordered = tuple(sorted(exhibits, key=lambda exhibit: exhibit.number))
    return replace(disclosure, view=replace(disclosure.view, exhibits=ordered))


class _Making:
    """Makes the pictures of one export, some pages at once."""

    def __init__(self, material: Material, profile: Profile, choices: Choices, course: Course) -> None:
        self.material, self.course = material, course
        self.against: list[Against] = []
        self._propose = propose(material, profile.key, choices)
        self._done = self._size = 0
        plans = [plan for one in choices.exhibits for plan in _plans(material, one).values()]
        self._total = sum(plan.state == READY for plan in plans)

    def exhibit(self, one: str, number: int) -> DisclosedExhibit:
        """One document: its pages that are ready, in their order."""
        plans = _plans(self.material, one)
        shown = sorted(page for page, plan in plans.items() if plan.state == READY)
        pages: list[DisclosedPage] = []
        for start in range(0, len(shown), AT_ONCE):
            pages += self._some(one, plans, shown[start : start + AT_ONCE])
        return DisclosedExhibit(number, tuple(pages), left_out=len(shown) < len(plans))

    def _some(self, one: str, plans: Mapping[int, PagePlan], wanted: Sequence[int]) -> Iterator[DisclosedPage]:
        self.course.at("exhibits", self._done, self._total)
        drawn = draw(self.material.contents[one], wanted[0] - 1, wanted[-1] - wanted[0] + 1)
        by_page = dict(enumerate(drawn.drawn, wanted[0]))
        for number in wanted:
            plan = plans[number]
            if drawn.pages != plan.of:
                raise bad_input("not-shown", "an exhibit does not have the pages it had when it was looked at")
            if number not in by_page:  # beyond what was drawn at once: pages between are left out
                more = draw(self.material.contents[one], number - 1, 1).drawn
                by_page[number] = more[0]
            page = by_page.pop(number)
            for name in dict.fromkeys(found.owner or "" for found in bare(self._propose(page), plan.boxes, plan.safe)):
                what = f" of {name}" if name else ""
                why = f"{one}, page {number}: something{what} that this profile withholds stands there without a box"
                self.against.append((why, _spot(one, number)))
            picture = burnt(page.width, page.height, page.pixels, plan.boxes)
            self._size += len(picture.data)
            if self._size > _MOST:
                raise bad_input("too-large", "these exhibits are too large for one export; choose fewer; nothing was written")
            self._done += 1
            self.course.at("exhibits", self._done, self._total)
            yield picture
