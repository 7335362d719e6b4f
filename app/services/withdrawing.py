"""Taking a grant back: at any time, without a reason, in whole or in part. Pure, on values.

Nothing is deleted. The consent keeps its words and says when it ended; what is left of one that is taken back in part is a
grant of its own from that day on. The gate of the exports stays shut on that day even so: it opens again with an answer
given later, never by what was taken back.

    gone_out(case, person, recipients, sent) -> tuple[Disclosed, ...]    who has it already
    withdrawn(consents, taken, fresh, …) -> ((kind, value), …)           what is saved, as one change
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.domain import dates as edtf
from app.domain.case import Case, Consent, Hold
from app.redaction.profiles import load_profile, profile_keys
from app.services.history import Disclosed

#: What can become of a record whose grant was taken back: a legal hold for counsel, a sealed archive, or nothing is left.
KEEP, SEAL, DELETE = "hold", "seal", "delete"
OUTCOMES = (KEEP, SEAL, DELETE)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What was said when a grant was taken back. ``on`` is a day (EDTF); ``recall_tried`` as in the case file.

    ``only``: the ids of the events and testimonies that it is about; empty for the whole. ``outcome``: what becomes of the
    record, one of ``OUTCOMES``; "" while that is not decided. ``why`` is the reason of the hold that ``KEEP`` puts on the case.
    """

    on: str
    note: str | None = field(default=None, repr=False)
    recall_tried: str | None = None
    only: tuple[str, ...] = ()
    outcome: str = ""
    why: str = field(default="", repr=False)


def recipients_of(profile: str) -> tuple[str, ...]:
    """Who receives a copy made under a profile; nobody for a profile that no longer ships."""
    if profile not in profile_keys():
        return ()
    return tuple(dict.fromkeys(rule.recipient for rule in load_profile(profile).consent))


def gone_out(
    case: Case, person: str, recipients: Collection[str], sent: Iterable[Disclosed], since: str | None = None
) -> tuple[Disclosed, ...]:
    """What left the vault for such recipients and rests on a person's word, newest first as ``sent`` is.

    A whole case file, sealed or in plain text, went to somebody who may be any of them, and holds everybody; so may a row
    whose words were erased. ``since``: what went out on an earlier day (EDTF) did not rest on this grant.
    """
    first = edtf.parse(since).earliest if since else None
    held = next((one for one in case.people if one.id == person), None)
    theirs = {testimony.id for testimony in case.testimonies if testimony.person == person}
    always = held is not None and ("witness" in held.roles or bool(held.at_risk))

    def rests(one: Disclosed) -> bool:
        if first is not None and one.time[:10] < first.isoformat():
            return False
        if one.what != "disclosure" or one.erased:
            return True
        return bool(set(recipients_of(one.profile)) & set(recipients)) and (always or bool(theirs & set(one.testimonies)))

    return tuple(one for one in sent if rests(one))


def withdrawn(
    case: Case, taken: Sequence[Consent], said: Withdrawal, fresh: Callable[[str], str]
) -> tuple[tuple[str, object], ...]:
    """The entries to save, as ``(kind, value)``; ``fresh`` gives ids for what is left of a grant taken back in part.

    Where the record is kept for counsel the case comes under a legal hold in the same change; one that is on it stays.
    """
    out: list[tuple[str, object]] = []
    for consent in taken:
        ended = replace(
            consent,
            withdrawn_on=said.on,
            withdrawal_note=said.note or consent.withdrawal_note,
            recall_tried=said.recall_tried or consent.recall_tried,
        )
        out.append(("consents", ended))
        left = left_of(case, consent, said.only)
        if left:
            out.append(("consents", replace(consent, id=fresh("consents"), given_on=said.on, scope=left)))
    if said.outcome == KEEP and case.case.hold is None:
        engagement = case.case.engagement
        by = engagement.counsel if engagement is not None else None
        out.append(("case", replace(case.case, hold=Hold(said.on, by, said.why or None))))
    return tuple(out)


def left_of(case: Case, consent: Consent, only: Collection[str]) -> tuple[str, ...]:
    """The events and testimonies for which a consent still holds once ``only`` those are taken out of it."""
    if not only:
        return ()
    whole = consent.scope or (*(event.id for event in case.events), *(testimony.id for testimony in case.testimonies))
    return tuple(entry for entry in whole if entry not in only)
