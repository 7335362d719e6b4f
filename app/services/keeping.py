"""What ends the life of a case in a vault, or of words in its history.

    shred(vault, name, *, damaged=False) -> CaseSummary  gone for good; ``REMAINS`` says what is not in our reach
    ``app.services.archiving.archive``                   out of this vault into one sealed file
    erase(vault, name, seq, reason)                      the words of one row of the history

A legal hold forbids all three, a day until which the case is to be kept the first two.
"""

from __future__ import annotations

from datetime import date

from app.errors import bad_input
from app.services.session import open_case, told
from app.storage.values import CaseSummary
from app.storage.vault import Vault

REMAINS = (
    "backups, bundles and exports made before, and copies of the vault, keep what they hold",
    "sticks and SSDs may keep old sectors, encrypted; who has an old key file and the passphrase can read them",
)


def shred(vault: Vault, name: str, today: date | None = None, *, damaged: bool = False) -> CaseSummary:
    """Take a case away for good. Raises ``UserError``: ``under-hold``, ``under-retention``, ``no-such-case``, ``damaged``.

    ``damaged``: also one that cannot be read, of which nobody can tell whether a legal hold is on it.
    """
    with told():
        return vault.shred(name, today or date.today(), damaged=damaged)


def erase(vault: Vault, name: str, seq: int, reason: str) -> None:
    """Blank the words of one row of a case's history; the row, and that it was blanked and why, stay.

    What still stands in the case stays there: change or remove it first. Raises ``UserError``: ``no-such-row``,
    ``not-erasable``, ``under-hold``, ``no-reason``.
    """
    if not reason.strip():
        raise bad_input("no-reason", "erasing needs a reason, which stays on record; nothing was erased")
    with open_case(vault, name) as store:
        store.erase(seq, reason.strip())
