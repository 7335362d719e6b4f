"""What one export is to hold, of all that a case has and a profile allows.

A choice leaves out, it never adds to what a profile shows. What was not chosen leaves no gap: numbers count what is shown,
and whatever refers to something left out refers to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.case import Case
from app.redaction.disclosed import NUMBERED, PAPERS, SECTIONS
from app.redaction.words import languages


class UnknownChoice(Exception):
    """Something was chosen that is not there. ``kind``: event document section paper language."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Choices:
    """What one export is to hold.

    ``testimonies``: ``("confirmed",)``, ``("all",)``, ``("none",)`` or ids; ``include``: what is added by choice;
    ``dated``: the day printed and counted from; ``recipient``: a free name printed in counsel's title block. ``events`` and
    ``documents`` are ids, ``None`` for all of them; ``sections`` keys of ``SECTIONS``, none named for all; ``exhibits``:
    ids of the documents whose pages are shown, which are listed in any case. ``language``: that of the report; nothing: by
    the case.
    """

    dated: date
    testimonies: tuple[str, ...] = ("confirmed",)
    include: frozenset[str] = frozenset()
    recipient: str | None = field(default=None, repr=False)
    mask_undecided: bool = False
    language: str = "en"
    events: tuple[str, ...] | None = None
    documents: tuple[str, ...] | None = None
    sections: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    paper: str = "letter"

    def masking(self) -> Choices:
        """The same, with everything masked that is open."""
        return replace(self, mask_undecided=True)

    def settled(self, case: Case) -> Choices:
        """The same for one case: what is left open is filled, what no chosen section shows is not chosen either.

        Raises ``UnknownChoice``.
        """
        _known("event", self.events, [event.id for event in case.events])
        _known("document", self.documents, [document.id for document in case.documents])
        _known("section", self.sections, SECTIONS)
        _known("paper", (self.paper,), PAPERS)
        language = self.language or report_language(case)
        _known("language", (language,), languages())
        sections = self.settled_sections()
        told = not sections or "testimonies" in sections
        return replace(
            self,
            language=language,
            sections=sections,
            testimonies=self.testimonies if told else ("none",),
            documents=self.documents if not sections or "exhibits" in sections else (),
        )

    @property
    def lists_documents(self) -> bool:
        """Whether any document is listed, as far as it is chosen here."""
        return self.documents != () or bool(self.exhibits)

    def settled_sections(self) -> tuple[str, ...]:
        """The chosen sections in their order, and that whose numbers they bear; none for all."""
        chosen = set(self.sections)
        if chosen & {"timeline", "notice"} and not chosen & set(NUMBERED):
            chosen.add(NUMBERED[0])
        if chosen and self.exhibits:
            chosen.add("exhibits")
        return tuple(key for key in SECTIONS if key in chosen)

    def shows_event(self, event_id: str) -> bool:
        """Whether an event was chosen, and a section that tells of it."""
        shown = not self.sections or {"abstract", "timeline", "notice", *NUMBERED} & set(self.sections)
        return bool(shown) and (self.events is None or event_id in self.events)

    def plain(self) -> dict[str, object]:
        """The same for the journal, beyond what it says of every export."""
        return {
            "events": "all" if self.events is None else sorted(self.events),
            "documents": "all" if self.documents is None else sorted(self.documents),
            "sections": list(self.sections) or "all",
            "paper": self.paper,
            "language": self.language,
        }


def report_language(case: Case) -> str:
    """The language of a report on a case: English where the case names it or none of ours, else the first that we have."""
    named = [_ours(tag) for tag in case.case.languages]
    return "en" if "en" in named else next((tag for tag in named if tag), "en")


def _ours(tag: str) -> str:
    """The language of ours that a tag is: Chinese in whatever characters reads the simplified ones."""
    first = tag.split("-", maxsplit=1)[0].lower()
    return next((ours for ours in languages() if ours.split("-")[0].lower() == first), "")


def _known(kind: str, chosen: Iterable[str] | None, known: Sequence[str]) -> None:
    if chosen is not None and not set(chosen) <= set(known):
        raise UnknownChoice(kind)
