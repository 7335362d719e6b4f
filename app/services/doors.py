"""What a purpose of consent governs, and whether that door is open: sound, notes, film, photographs, copies, medical detail.

Pure, on values. What is not granted is refused; a refusal shuts its own door and no other, so that nothing else waits for it.

    consent_for(case, purpose, on, person="", recipient="") -> Door      of the client where nobody is named
    kind_purpose(kind) -> str                                            what keeping a document of a kind rests on
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from app.domain.case import Case, Consent
from app.services import consenting
from app.services.consenting import ASK_AGAIN, EXPIRED, GRANTED, NOT_ASKED, REFUSED, TALK, TALK_RECIPIENT, WITHDRAWN, Answer

#: From what opens a door least to what opens it most: where several people are asked, the least of them counts.
_ORDER = (WITHDRAWN, REFUSED, EXPIRED, NOT_ASKED, ASK_AGAIN, GRANTED)
#: What keeping a document rests on, where that is more than the copy of a paper.
_KINDS = {"photo": "photo", "recording": "audio", "medical": "medical-detail"}


@dataclass(frozen=True, slots=True)
class Door:
    """How consent to one purpose stands: ``state`` as in ``consenting``; ``person`` who is asked, "" for nobody on record;
    ``consent`` the answer in force."""

    purpose: str
    state: str
    person: str = ""
    consent: Consent | None = field(default=None, repr=False)

    @property
    def open(self) -> bool:
        """Whether it was granted and holds. What is to be asked again holds until it is answered anew."""
        return self.state in (GRANTED, ASK_AGAIN)

    @property
    def shut(self) -> bool:
        """Whether somebody said no, took it back or let it run out; not where nobody asked."""
        return self.state in (REFUSED, WITHDRAWN, EXPIRED)


def consent_for(case: Case, purpose: str, on: date, person: str = "", recipient: str = "") -> Door:
    """How consent to a purpose stands on a day, for a recipient (counsel where none is named).

    ``person``: an id; where none is given every person with the role of witness is asked, and the one who grants least
    counts. ``consent_for(case, "audio", today).open`` says whether sound may be recorded.
    """
    asked = [person] if person else [one.id for one in case.people if "witness" in one.roles]
    found = [Door(purpose, one.state, who, one.consent) for who, one in _answers(case, purpose, asked, recipient, on)]
    return min(found, key=lambda door: _ORDER.index(door.state), default=Door(purpose, NOT_ASKED))


def _answers(case: Case, purpose: str, people: list[str], recipient: str, on: date) -> Iterator[tuple[str, Answer]]:
    for who in people:
        if purpose in TALK:
            yield who, next(one for one in consenting.talk(case, who, on) if one.purpose == purpose)
        else:
            one = consenting.answer(case, who, purpose, recipient or TALK_RECIPIENT, on)
            yield who, one if one.state in _ORDER else Answer(purpose, one.recipient, NOT_ASKED)


def kind_purpose(kind: str | None) -> str:
    """The purpose on which keeping a document of a kind rests beside all else."""
    return _KINDS.get(kind or "", "copy-documents")
