"""Locking a vault that a window has open, from another program: a script, a key of the desktop, an alarm.

lock(vault) -> bool          ``False``: nobody had it open
asked(vault) -> bool         whether somebody asks; for the window that has it open
"""

from __future__ import annotations

from pathlib import Path

from app.errors import IN_USE, UserError
from app.services.session import told
from app.storage import asking
from app.storage.errors import InUse

#: Longer than a window may take over what is being typed and the backup that goes with locking.
_PATIENCE = 10.0


def asked(vault: Path) -> bool:
    """Whether somebody asks that this vault be locked."""
    return asking.asked(vault)


def lock(vault: Path, patience: float = _PATIENCE) -> bool:
    """Have the window lock the vault and wait until it has; ``False`` if nobody had it open. Needs no passphrase.

    Raises ``UserError``: ``not-a-vault``; ``in-use`` where a command has it open, which ends by itself.
    """
    with told():
        try:
            return asking.ask_to_close(vault, patience)
        except InUse:
            raise UserError(
                "in-use",
                IN_USE,
                "the vault is still open: no window has it, or one that does not answer; a command closes it when it is done",
            ) from None
