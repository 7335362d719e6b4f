"""The words for what a purpose of consent governs: that it is closed, why, and what goes on all the same."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services import consenting
from app.services.doors import Door
from ui import vocabulary
from ui.pages import consent_words

translate = QCoreApplication.translate


def door_words(door: Door) -> tuple[str, str]:
    """What is closed and why, and what that means here; two empty texts for a door that is open."""
    if door.state == consenting.GRANTED:
        return "", ""
    held = door.consent
    how = {
        consenting.NOT_ASKED: translate("Door", "not asked yet"),
        consenting.REFUSED: translate("Door", "refused {0}").format(consent_words.date(held.given_on) if held else ""),
        consenting.WITHDRAWN: translate("Door", "taken back {0}").format(consent_words.date(held.withdrawn_on) if held else ""),
        consenting.EXPIRED: translate("Door", "ran out {0}").format(consent_words.date(held.expires) if held else ""),
        consenting.ASK_AGAIN: translate("Door", "to be asked again since {0}").format(
            consent_words.date(held.ask_again_on) if held else ""
        ),
    }.get(door.state, door.state)
    head = translate("Door", "{0}: {1}").format(vocabulary.purpose(door.purpose), how.strip())
    if door.state == consenting.ASK_AGAIN:
        return head, translate("Door", "It holds until it is answered anew.")
    if not door.shut:
        return head, _ASK.get(door.purpose, lambda: translate("Door", "Ask before it is done. Nothing else waits for it."))()
    return head, _SHUT.get(door.purpose, lambda: translate("Door", "It is not to be done. Everything else goes on."))()


_SHUT = {
    "notes": lambda: translate("Door", "Nothing is written down here while that stands. The talk itself goes on."),
    "audio": lambda: translate("Door", "No sound is recorded while that stands. The talk itself goes on."),
    "video": lambda: translate("Door", "No film is kept while that stands. Everything else goes on."),
    "photo": lambda: translate("Door", "No photograph of the client is kept while that stands. Everything else goes on."),
    "copy-documents": lambda: translate(
        "Door", "No copy of the client’s own papers is kept while that stands. What came from elsewhere can be added."
    ),
    "medical-detail": lambda: translate(
        "Door", "What the fields say of body and health stays out of a copy. What a text tells stays in it: read it for that."
    ),
}
_ASK = {
    "notes": lambda: translate("Door", "Ask before anything is written down. The talk does not wait for it."),
    "copy-documents": lambda: translate("Door", "Ask before copies of the client’s own papers are kept."),
    "medical-detail": lambda: translate("Door", "Ask before what is told of body and health goes out."),
}
