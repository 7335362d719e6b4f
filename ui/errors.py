"""What each error says to the person in front of the screen: what happened, what is safe, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.errors import BLOCKED, DAMAGED, IN_USE, REFUSED, UserError, bug_words
from ui.widgets.words import ATTENTION, PLAIN, STOP

translate = QCoreApplication.translate

#: Errors whose own words go on, after a colon, with where the fault is.
_WITH_WHERE = frozenset({"bad-case-file", "bad-document", "damaged"})


@dataclass(frozen=True, slots=True)
class Told:
    """An error in words. ``kind`` and ``icon`` are those of a ``Notice``."""

    head: str
    body: str
    kind: str = ATTENTION
    icon: str = ""


def told(error: UserError) -> Told:
    """The words for an error, by its code; an unknown code falls back to the error's own safe words."""
    known = _words().get(error.code)
    if known is None:
        head, _, rest = error.message.partition(";")
        known = Told(_sentence(head), _sentence(rest))
    kind, icon = known.kind, known.icon
    if error.status in (DAMAGED, REFUSED):
        kind, icon = STOP, icon or ("shield-x" if error.status == REFUSED else "triangle-alert")
    elif error.status == IN_USE:
        kind, icon = PLAIN, icon or "monitor-x"
    elif error.status == BLOCKED:
        icon = icon or "circle-alert"
    body = known.body
    if error.code in _WITH_WHERE:  # the place in the file and the reason, which hold nothing of what stands there
        where = error.message.partition(": ")[2]
        body = "\n".join(part for part in (body, where) if part)
    if error.reasons:
        body = "\n".join([*([body] if body else []), *(f"·  {_sentence(reason)}" for reason in error.reasons)])
    return Told(known.head, body, kind, icon)


def not_kept() -> Told:
    """Words on screen that no disk holds."""
    return Told(
        translate("errors", "What you typed last could not be kept on the disk."),
        translate("errors", "It is still here. Make room on the disk and save it; or leave once more, and it is lost."),
    )


def bug(error: BaseException) -> Told:
    """A fault of the program itself: where it is, and nothing that was in a variable."""
    return Told(
        translate("errors", "A fault in the program."),
        translate("errors", "What was saved before is safe. You can go on. If you report it, this is enough: {0}").format(
            bug_words(error)
        ),
        ATTENTION,
    )


def _sentence(text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


def _words() -> dict[str, Told]:
    return {
        "change-begun": Told(
            translate("errors", "A change of this entry was begun and not saved."),
            translate("errors", "Nothing was changed. Save what was begun in its form, or throw it away, and try again."),
        ),
        "wrong-passphrase": Told(
            translate("errors", "This passphrase does not open the vault."),
            translate("errors", "The vault is whole; nothing was changed. Try again as often as you like."),
            ATTENTION,
            "key-round",
        ),
        "damaged": Told(
            translate("errors", "Part of this vault is damaged or was tampered with."),
            translate(
                "errors", "Nothing was changed. Keep this copy as it is, and restore a backup, or ask somebody who knows."
            ),
            STOP,
            "triangle-alert",
        ),
        "in-use": Told(
            translate("errors", "The vault is open in another program."),
            translate("errors", "Nothing was changed. Close it there, then try again."),
            PLAIN,
            "monitor-x",
        ),
        "too-new": Told(
            translate("errors", "A later version of Affiant wrote this vault."),
            translate("errors", "Nothing was changed. Open it with that version."),
        ),
        "not-a-vault": Told(
            translate("errors", "There is no vault in this folder."),
            translate("errors", "Nothing was changed. Choose the folder in which a vault was made."),
        ),
        "code-in-use": Told(
            translate("errors", "Another case has this code."),
            translate("errors", "Nothing was stored. Choose another code."),
        ),
        "under-hold": Told(
            translate("errors", "A legal hold is on this case."),
            translate("errors", "Nothing was changed. What is held cannot be taken away while the hold stands."),
        ),
        "bad-case-file": Told(
            translate("errors", "The case file was refused; nothing was stored."),
            translate("errors", "It has a fault, or it is not a case file of Affiant."),
        ),
        "not-revertible": Told(
            translate("errors", "This change cannot be taken back."),
            translate("errors", "Nothing was changed. The content of a file, and what left the vault, stay as they are."),
        ),
        "changed-since": Told(
            translate("errors", "What this change wrote was changed since."),
            translate(
                "errors", "Nothing was taken back. The history shows every wording; an earlier one can be typed in anew."
            ),
        ),
        "blocked": Told(
            translate("errors", "Not yet: something stands between this copy and its release."),
            "",
        ),
        "exhibits": Told(
            translate("errors", "Not yet: a page that was to be shown is not ready for this copy."),
            translate(
                "errors",
                "No file was written. Under Documents, prepare as exhibit: every page is ready or left out, and what this copy"
                " withholds stands under a box.",
            ),
        ),
        "stale": Told(
            translate("errors", "The case was changed since this copy was made."),
            translate("errors", "No file was written. Look the review over and make the copy anew."),
        ),
        "recipient-told": Told(
            translate("errors", "Refused: the recipient is somebody who is told of in this copy."),
            translate("errors", "No file was left. Leave the recipient’s name empty, or write another one."),
        ),
        "file-name-tells": Told(
            translate("errors", "The name of the file says what this copy must not say."),
            translate("errors", "No file was written. Choose a name that says nothing of the case."),
        ),
        "refused": Told(
            translate("errors", "Refused by the release check."),
            translate("errors", "No file was left. The case is unchanged."),
        ),
    }
