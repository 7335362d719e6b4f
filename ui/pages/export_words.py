"""The words of the export: what a profile shows, what can be added, why something was found, what is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.services.exporting import ProfileFacts
from app.services.review import Find, Gap
from ui import vocabulary

translate = QCoreApplication.translate
_PAGE = re.compile(r"\bpages? (\d+)")
_OWNER = re.compile(r"protected form of (\S+) in ")


def profile_lines(facts: ProfileFacts) -> list[tuple[str, str]]:
    """What a copy under a profile shows, as heads and lines."""
    people = {
        "code": translate("export", "Everybody but public figures stands under a code in brackets or a description."),
        "descriptor": translate("export", "Everybody but public figures stands under a description."),
        "name": translate("export", "People stand by name where their entry says so."),
    }
    dates = {
        "day": translate("export", "Dates to the day."),
        "month": translate("export", "Months and years; no days."),
        "year": translate("export", "Years only."),
        "order": translate("export", "No dates, only what came first."),
    }
    lines = [
        (translate("export", "People"), people.get(facts.people, people["code"])),
        (translate("export", "Dates"), dates.get(facts.dates, facts.dates)),
        (
            translate("export", "Places"),
            translate("export", "From the size of a {0} up; smaller ones are described.").format(
                vocabulary.place_kind(facts.smallest_place)
            ),
        ),
        (translate("export", "Numbers and contacts"), translate("export", "None: they are left out whole.")),
    ]
    if facts.sign_off:
        lines.append(
            (
                translate("export", "Before it leaves"),
                translate("export", "Somebody reads the list of facts that point to a person together, and signs it off."),
            )
        )
    lines.append(
        (
            translate("export", "Always"),
            translate("export", "Pseudonymised, not anonymous: the authorities described may recognise the person."),
        )
    )
    return lines


def addition_words(key: str) -> str:
    """What can be added by choice."""
    return {
        "asylum": translate("export", "That asylum was sought"),
        "representation": translate("export", "Who represents the witness"),
        "sensitive": translate("export", "Fields marked sensitive"),
        "notes": translate("export", "Interviewer’s notes"),
        "discrepancies": translate("export", "Discrepancies between accounts"),
    }.get(key, key)


def left_out_words(keys: tuple[str, ...]) -> str:
    """What this copy leaves out, in one line."""
    table = {
        "names": translate("export", "names"),
        "dates-month": translate("export", "days"),
        "dates-year": translate("export", "days and months"),
        "places": translate("export", "small places"),
        "organizations": translate("export", "names of some organisations"),
        "identifiers": translate("export", "numbers of papers"),
        "contacts": translate("export", "contacts"),
        "birth": translate("export", "births"),
        "testimony": translate("export", "testimonies"),
        "originals": translate("export", "originals"),
        "drafts": translate("export", "drafts"),
        "first-person": translate("export", "accounts in the first person"),
        "sensitive": translate("export", "sensitive fields"),
        "notes": translate("export", "notes"),
        "discrepancies": translate("export", "discrepancies"),
        "topics": translate("export", "asylum and representation"),
        "scope": translate("export", "what nobody agreed to hand on"),
        "choice": translate("export", "what was not chosen"),
        "case-code": translate("export", "the case code"),
        "documents": translate("export", "documents"),
        "documents-list": translate("export", "the list of documents"),
    }
    return ", ".join(table.get(key, key) for key in keys)


def section_words(key: str) -> str:
    """A section of the report, where sections are chosen."""
    return {
        "abstract": translate("export", "Abstract"),
        "reason": translate("export", "Why names are withheld"),
        "people": translate("export", "People"),
        "places": translate("export", "Places under a code"),
        "organizations": translate("export", "Organizations"),
        "chronology": translate("export", "Chronology"),
        "timeline": translate("export", "Timeline"),
        "events": translate("export", "What happened, by kind of event"),
        "notice": translate("export", "The red notice against the papers"),
        "testimonies": translate("export", "Testimonies"),
        "exhibits": translate("export", "Exhibits"),
        "withheld": translate("export", "What is withheld"),
        "more": translate("export", "Consent, and how to ask for more"),
    }.get(key, key)


def why_words(find: Find) -> str:
    """Why something was found, for the line beside it."""
    near = ", ".join(find.why.near)
    table = {
        "shared": translate("export", "More than one on record is called so: {0}.").format(near),
        "address": translate("export", "A form of address and a name. {0} is near.").format(near),
        "everyday": translate("export", "An everyday word, and part of a name on record: {0}.").format(near),
        "part": translate("export", "Part of a name on record, or a way to write it: {0}.").format(near),
        "near": translate("export", "Nearly a name on record: {0}.").format(near),
        "date": translate("export", "Looks like a date, and cannot be read as one."),
        "number": translate("export", "Looks like a number that identifies somebody."),
        "contact": translate("export", "Looks like an address or an account."),
        "pointed": translate("export", "Pointed at by hand."),
        "decided": translate("export", "Decided before."),
        "on-record": translate("export", "A name on record: {0}.").format(near),
        "pattern": translate("export", "Known by its form."),
        "new": translate("export", "Looks like a name. Nobody on record is called so."),
    }
    return table.get(find.why.key, translate("export", "Looks like something that identifies somebody."))


def state_words(find: Find) -> str:
    """How a find stands now."""
    if find.state == "masked" and find.stands_for is not None:
        return translate("export", "stands as {0}").format(find.stands_for.stands_as)
    return {
        "masked": translate("export", "masked"),
        "safe": translate("export", "safe to show"),
        "undecided": translate("export", "undecided"),
        "shown": translate("export", "shown: a public name"),
        "date": translate("export", "shown as the profile allows"),
    }.get(find.state, find.state)


def gap_words(gap: Gap, who: str, profile: str) -> str:
    """A consent that is wanting for a copy under a profile. ``who`` is "" where nobody is on record as the witness."""
    if not who:
        return translate("export", "Nobody is on record as the witness, so nobody can have consented.")
    whom = vocabulary.profile(profile)
    table = {
        "missing": translate("export", "{0} was not asked for consent to this copy ({1}), or it is not on record."),
        "expired": translate("export", "The consent of {0} to this copy ({1}) has run out."),
        "refused": translate("export", "{0} refused consent to this copy ({1})."),
        "withdrawn": translate("export", "{0} withdrew the consent to this copy ({1})."),
        "insufficient": translate("export", "The consent of {0} does not go so far as this copy ({1}): it names the person."),
    }
    return table.get(gap.state, translate("export", "The consent of {0} to this copy ({1}) is wanting.")).format(who, whom)


def refusal_lines(reasons: tuple[str, ...], names: Mapping[str, str]) -> list[str]:
    """Why the release check refused a copy, from its own words ("rule: detail"). ``names`` by entry id."""
    lines: list[str] = []
    for reason in reasons:
        rule, _, detail = reason.partition(": ")
        page = _PAGE.search(detail)
        where = translate("export", "on page {0}").format(page[1]) if page else translate("export", "in the file itself")
        owner = _OWNER.search(detail)
        if rule == "protected":
            name = names.get(owner[1], "") if owner else ""
            line = (
                translate("export", "A protected name or number of {0} stands {1}.").format(name, where)
                if name
                else translate("export", "A protected name or number stands {0}.").format(where)
            )
        else:
            line = {
                "expected": translate("export", "It does not read exactly as it was meant to, {0}."),
                "structure": translate("export", "It holds something that is not on the list, {0}."),
                "limit": translate("export", "It is larger or slower to read than can be checked whole."),
                "unreadable": translate("export", "A reader could not read it to the end."),
            }.get(rule, translate("export", "Something was found that may not leave, {0}.")).format(where)
        if line not in lines:
            lines.append(line)
    return lines


def kind_words(kind: str) -> str:
    """What kind of thing was found."""
    return {
        "person": translate("export", "a person"),
        "place": translate("export", "a place"),
        "organization": translate("export", "an organisation"),
        "date": translate("export", "a date"),
        "identifier": translate("export", "a number of a paper"),
        "contact": translate("export", "a contact"),
        "number": translate("export", "a number"),
    }.get(kind, translate("export", "something"))
