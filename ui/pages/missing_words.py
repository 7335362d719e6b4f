"""The words of the overview for what a good record would hold: what is missing, why it matters, the step that mends it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.overview import Missing

translate = QCoreApplication.translate


def missing_words(missing: Missing) -> tuple[str, str, str]:
    """What is missing, why it matters, and the one step that mends it."""
    n, of, who = missing.number, missing.of, missing.who
    table = {
        "no-client": (
            translate("Missing", "Nobody on record is the witness"),
            translate("Missing", "Give the person whose case this is the role “witness”."),
            translate("Missing", "People"),
        ),
        "no-testimony": (
            translate("Missing", "No testimony yet"),
            translate("Missing", "Write it in the language in which it is given, or its translation."),
            translate("Missing", "Testimony"),
        ),
        "unread": (
            translate("Missing", "{0} of {1} paragraphs not yet read back").format(n, of),
            translate("Missing", "They are stamped “not read back” in every export."),
            translate("Missing", "Testimony"),
        ),
        "unconfirmed": (
            translate("Missing", "A testimony was read back and is not yet confirmed"),
            translate("Missing", "Exports hold confirmed testimonies unless others are chosen."),
            translate("Missing", "Testimony"),
        ),
        "no-consent": (
            translate("Missing", "No consent from the witness for counsel"),
            translate("Missing", "Without it nothing is exported. A refusal is an answer too."),
            translate("Missing", "Consent"),
        ),
        "consent-expired": (
            translate("Missing", "The consent for counsel has run out"),
            translate("Missing", "Ask again before the next export."),
            translate("Missing", "Consent"),
        ),
        "ran-out": (
            translate("Missing", "A consent has run out")
            if n == 1
            else translate("Missing", "{0} consents have run out").format(n),
            translate("Missing", "What it opened is closed until it is asked again."),
            translate("Missing", "Consent"),
        ),
        "ask-again": (
            translate("Missing", "A consent is to be asked again")
            if n == 1
            else translate("Missing", "{0} consents are to be asked again").format(n),
            translate("Missing", "The day that was agreed on has come; a new answer is recorded beside the old one."),
            translate("Missing", "Consent"),
        ),
        "relative-consent": (
            translate("Missing", "No consent from the person at risk ({0})").format(who),
            translate("Missing", "Outside counsel’s copy they are shown only as a relation."),
            translate("Missing", "Consent"),
        ),
        "no-source": (
            translate("Missing", "{0} of {1} events say nothing of who says so").format(n, of),
            translate("Missing", "Counsel will ask for the source of each."),
            translate("Missing", "Events"),
        ),
        "no-date": (
            translate("Missing", "{0} of {1} events have no date").format(n, of),
            translate("Missing", "“About 2019” is a date too."),
            translate("Missing", "Events"),
        ),
        "not-held": (
            translate("Missing", "{0} of {1} documents are named and not held here").format(n, of),
            translate("Missing", "Add the file, or leave it where it is safer."),
            translate("Missing", "Documents"),
        ),
    }
    return table[missing.key]
