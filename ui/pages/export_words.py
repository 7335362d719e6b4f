"""The words of the export: what a profile shows, what can be added, why something was found, what is left out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.exporting import ProfileFacts
from app.services.review import Find, Gap
from ui import vocabulary

translate = QCoreApplication.translate


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
        (translate("export", "Numbers and contacts"), translate("export", "None: they go whole.")),
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
        "case-code": translate("export", "the case code"),
        "documents": translate("export", "documents"),
    }
    return ", ".join(table.get(key, key) for key in keys)


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


def gap_words(gap: Gap, who: str) -> str:
    """A consent that is wanting."""
    states = {
        "missing": translate("export", "was never asked for or given"),
        "expired": translate("export", "has run out"),
        "refused": translate("export", "was refused"),
        "withdrawn": translate("export", "was withdrawn"),
        "insufficient": translate("export", "does not go so far"),
    }
    return translate("export", "Consent of {0} {1}.").format(who, states.get(gap.state, gap.state))


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
