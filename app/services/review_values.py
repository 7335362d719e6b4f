"""The values of the redaction review: what the window shows, and what it can ask a person to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.review.mosaic import Combination

MASKED, SAFE, UNDECIDED, SHOWN, DATE = "masked", "safe", "undecided", "shown", "date"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that a find may mean. ``entry_kind``: person place organization; ``label`` is its first name on record,
    ``stands_as`` what stands for it in this copy."""

    entry_kind: str
    entry_id: str
    label: str = field(repr=False)
    stands_as: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Why:
    """Why something was found. The window words it from the key; ``noticed`` is the finder's own word.

    ``shared``        a name that several entries have (``near`` names them)
    ``address``       a form of address and a name: "Old He", 老何
    ``everyday``      part of a name on record that is an everyday word too: "Hope"
    ``part``          part of a name on record, or one way to write it, that may mean somebody else
    ``near``          nearly a name on record, by its letters or its sound
    ``new``           looks like a name; nobody on record is called so (``noticed``: capitals chinese lower-case script)
    ``date``          looks like a date that cannot be read; ``number`` a number, ``contact`` an address or account
    ``pointed``       a person pointed at it; nothing else found it
    ``decided``       a decision about this very text
    ``on-record``     a name on record, known without asking (``near`` names whose)
    ``pattern``       known by its form (``noticed``: phone email passport …)
    """

    key: str
    noticed: str
    near: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Find:
    """One stretch that was looked at, in reading order.

    ``number`` counts all finds from 1; ``question`` counts from 1 those that are or were to decide, and is ``None`` for the
    rest. ``where``, ``start``, ``end``: the path in the case file and code points there. ``text_index`` is the place in
    ``Review.texts``; ``at`` and ``until`` are code points of that text's ``original``, ``read_at`` and ``read_until`` of its
    ``redacted`` (equal where nothing of it is left). ``state``: masked safe undecided shown date. ``kind``: person place
    organization date identifier contact number other.

    ``can_be_safe``: "safe" is an answer. ``alone``: an answer holds for this mention only, because the name is shared or is
    an everyday word too. ``decision`` is the one in force, plain, as it is stored. ``same_text``: how many other finds that
    one answer settles, or settled.
    """

    number: int
    question: int | None
    where: str
    start: int
    end: int
    text_index: int
    at: int
    until: int
    read_at: int
    read_until: int
    text: str = field(repr=False)
    kind: str
    state: str
    why: Why
    stands_for: Suggestion | None
    suggests: tuple[Suggestion, ...]
    can_be_safe: bool
    alone: bool
    decision: Mapping[str, object] | None = field(repr=False)
    same_text: int = 0


@dataclass(frozen=True, slots=True)
class ReviewedText:
    """One paragraph of a testimony or account, a field, a title: as said, and as it will read.

    ``kind``: testimony event document person case substitute; ``entry_id`` the entry it is of; ``number`` the one it bears
    in the copy; ``paragraph`` counts from 1 where the text has several. ``offset`` is where ``original`` begins in the text
    at ``where``. ``in_copy`` says that the copy holds it: some texts are asked about though the profile drops them whole.
    In ``redacted`` what is undecided is one word, the same whatever it hides.
    """

    where: str
    kind: str
    entry_id: str | None
    number: int | None
    paragraph: int | None
    heading: str
    lang: str | None
    offset: int
    original: str = field(repr=False)
    redacted: str = field(repr=False)
    in_copy: bool
    finds: tuple[int, ...] = ()  # indices into Review.finds


@dataclass(frozen=True, slots=True)
class Gap:
    """A person whose consent is wanting: missing expired refused withdrawn insufficient. ``person`` "" where there is no
    client on record."""

    person: str
    state: str


@dataclass(frozen=True, slots=True)
class Grant:
    """A consent on record that this copy rests on."""

    consent_id: str
    person: str
    stands_as: str = field(repr=False)
    purpose: str
    recipient: str
    identity: str
    given_on: str
    expires: str | None


@dataclass(frozen=True, slots=True)
class CopiedTestimony:
    """``number`` in the copy; ``paragraphs`` and ``unread`` (not read back) are counts."""

    id: str
    number: int
    who: str = field(repr=False)
    status: str
    lang: str
    paragraphs: int
    unread: int


@dataclass(frozen=True, slots=True)
class Copy:
    """What this copy holds. ``left_out`` are keys of what the profile leaves out (names, places, identifiers, …)."""

    testimonies: tuple[CopiedTestimony, ...]
    events: int
    documents: int
    people: int
    left_out: tuple[str, ...]
    grants: tuple[Grant, ...]
    dated: str
    recipient: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Review:
    """One case under one profile, with everything that is still to decide.

    ``total`` counts the questions: those open and those that a decision of this case settled; ``decided`` the latter.
    ``entries`` are all people, places and organizations, for "this is …". ``collisions`` are entries whose substitute reads
    as a name on record. ``basis`` is what a later review of the same case starts from.
    """

    profile: str
    texts: tuple[ReviewedText, ...] = field(repr=False)
    finds: tuple[Find, ...] = field(repr=False)
    decided: int
    total: int
    gaps: tuple[Gap, ...]
    collisions: tuple[str, ...]
    mosaic: tuple[Combination, ...] = field(repr=False)
    needs_sign_off: bool
    allows_override: bool
    entries: tuple[Suggestion, ...] = field(repr=False)
    copy: Copy = field(repr=False)
    basis: object = field(repr=False, compare=False)

    def questions(self) -> tuple[Find, ...]:
        """The finds that are or were to decide, in reading order."""
        return tuple(find for find in self.finds if find.question is not None)

    def open(self) -> tuple[Find, ...]:
        """The finds that are undecided, in reading order."""
        return tuple(find for find in self.finds if find.state == UNDECIDED)
