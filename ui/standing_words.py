"""Where a case stands, in the few words that the list of cases has room for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.cases import CaseFacts

translate = QCoreApplication.translate


def standing_words(facts: CaseFacts) -> str:
    """ "2 testimonies, 1 read back"; a case without a testimony says what it has instead."""
    count, read = facts.testimonies, facts.read_back
    if not count:
        if facts.events:
            return translate("standing", "no testimony yet, events: {0}").format(facts.events)
        if facts.people:
            return translate("standing", "no testimony yet, people: {0}").format(facts.people)
        return translate("standing", "just begun")
    if count == 1:
        if facts.confirmed:
            return translate("standing", "1 testimony, confirmed")
        return translate("standing", "1 testimony, read back") if read else translate("standing", "1 testimony, a draft")
    if facts.confirmed == count:
        return translate("standing", "{0} testimonies, all confirmed").format(count)
    if read == count:
        return translate("standing", "{0} testimonies, all read back").format(count)
    if read:
        return translate("standing", "{0} testimonies, {1} read back").format(count, read)
    return translate("standing", "{0} testimonies, drafts").format(count)
